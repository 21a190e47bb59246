//! Bodies whose people are met beside somebody with a name: "with President Lee and members of the
//! Rivers Group", "with officials at the Rivers Command"; and those that host.

use super::phrases::phrase_from;
use super::{Attend, Occasion, Teller};
use crate::entities::{Cast, MemberId};
use chancery_model::{EntityKind, MeetingKind};

/// Nouns for people who stand for the body that they are of.
#[rustfmt::skip]
const PEOPLE: &[&str] = &[
    "commanders", "delegates", "heads", "leaders", "leadership", "members", "officials", "officers",
    "representatives",
];
/// Verbs for meeting somebody.
const MEETS: &[&str] = &["meet", "meets", "met", "meeting", "meetings", "engage"];
/// So many words for an occasion are looked at.
const MANY: usize = 12;
/// So many words behind them.
const FAR: usize = 60;
/// So many words behind a meeting its hosts are named.
const HOSTS: usize = 20;

/// Adds the bodies whose people an occasion's words name among those who are met.
pub(super) fn bring_members(cast: &Cast, occasion: &mut Occasion) {
    let surface = cast.surface;
    for run in occasion.mentions.clone().into_iter().take(MANY) {
        let with = run.end;
        if !MEETS.contains(&surface.lower(run.end - 1)) || surface.lower(with) != "with" {
            continue;
        }
        let end = surface.sentence(run.start).end.min(with + FAR);
        let met = phrase_from(cast, with + 1, end);
        let from = (met.start..met.end.max(met.start + 1)).rev().find(|at| {
            PEOPLE.contains(&surface.lower(*at))
                && matches!(surface.lower(at + 1), "of" | "from" | "at")
        });
        let Some(people) = from else { continue };
        let (bodies, last) = listed(cast, people + 2, end);
        for who in bodies {
            let (status, by) = (occasion.taking_part(), Teller::Words);
            let evidence = run.start..last;
            occasion.attend(Attend { who, status, evidence, capacity: None, by, clear: 5 }, false);
        }
    }
}

/// The bodies that are listed from a token on, and where the list ends.
fn listed(cast: &Cast, from: usize, end: usize) -> (Vec<MemberId>, usize) {
    let surface = cast.surface;
    let (mut found, mut last, mut at) = (Vec::new(), from, from);
    while at < end {
        let mut first = at + usize::from(matches!(surface.lower(at), "the" | "its" | "both"));
        // "the Estonian Ministry", "Japan's Ministry", "the Sana'a Center": whose it is.
        let whose = |at: usize| {
            cast.name_at(at).filter(|it| it.run.start == at).map(|it| it.run.end).filter(|_| {
                cast.mention_at(at).is_none_or(|it| {
                    matches!(cast.kind(it.who), EntityKind::State | EntityKind::Place)
                })
            })
        };
        if let Some(after) = whose(first) {
            let body = after + usize::from(surface.lower(after) == "'s");
            let starts = cast.mention_at(body).is_some_and(|it| it.run.start == body);
            first = if starts { body } else { first };
        }
        let Some(name) = cast.mention_at(first).filter(|it| it.run.start == first) else { break };
        let after = name.run.end;
        let entire = surface.lower(after) != "'s" && !surface.pos(after).is_noun();
        if cast.kind(name.who) != EntityKind::Organization || !entire {
            break;
        }
        found.push(name.who);
        last = after;
        at = after;
        while at < end && matches!(surface.lower(at), "," | "and") {
            at += 1;
        }
        if at == after {
            break;
        }
    }
    (found, last)
}

/// Adds the bodies that an occasion's words name as its hosts: "a forum hosted by the Rivers Center and
/// the Lakes Academy", "Co-hosted by the Rivers Institute, this event …".
pub(super) fn bring_hosts(cast: &Cast, occasion: &mut Occasion) {
    let surface = cast.surface;
    for run in occasion.mentions.clone().into_iter().take(MANY) {
        let sentence = surface.sentence(run.start);
        if occasion.kind == MeetingKind::Visit || surface.pos(run.end - 1).is_verb() {
            continue;
        }
        let hosts = |at: usize| {
            matches!(surface.lower(at), "hosted" | "co-hosted" | "organized" | "organised")
                && surface.lower(at + 1) == "by"
        };
        // "…. Co-hosted by the Institute, this event": of the meeting told of right before.
        let next = surface.sentence(sentence.end.saturating_sub(1)).end;
        let fronted = [sentence.start, next].into_iter().find(|at| hosts(*at));
        let at = if let Some(at) = fronted {
            at
        } else {
            let near = run.end..sentence.end.min(run.end + HOSTS);
            let own = near.take_while(|at| {
                !surface.pos(*at).is_finite_verb()
                    || matches!(surface.lower(*at), "is" | "was" | "be" | "are" | "hosted")
                    || surface.lower(*at).starts_with("co-")
                    || cast.mention_at(*at).is_some()
            });
            let Some(at) = own.into_iter().find(|at| hosts(*at)) else { continue };
            at
        };
        let (bodies, last) = listed(cast, at + 2, surface.sentence(at).end);
        // What stands in front is told of what the comma leads to.
        let led = || at == next && surface.lower(last + 1) == "this" || run.start <= last + 3;
        if fronted.is_some() && !(surface.word(last) == "," && led()) {
            continue;
        }
        for who in bodies {
            let (status, by) = (occasion.taking_part(), Teller::Words);
            let own = run.start.min(at)..run.end.max(last);
            let evidence = if at == next { at..last } else { own };
            occasion.attend(Attend { who, status, evidence, capacity: None, by, clear: 5 }, false);
        }
    }
}
