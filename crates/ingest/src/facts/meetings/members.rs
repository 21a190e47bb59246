//! Bodies whose people are met beside somebody with a name: "with President Lee and members of the
//! Rivers Group", "with officials at the Rivers Command"; the hosts; and those that are no party.

use super::phrases::phrase_from;
use super::{Attend, Occasion, Teller};
use crate::entities::{Cast, MemberId, is_organ_name};
use crate::surface::Run;
use crate::tagger::Pos;
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
        let whole = surface.lower(after) != "'s" && !surface.pos(after).is_noun();
        if cast.kind(name.who) != EntityKind::Organization || !whole {
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

/// Takes out a body that is there only in the words of somebody's office: "the Director of the
/// National Rivers Council Ann Lee" comes for her state, "their counterparts from the Ministry" for
/// theirs.
pub(super) fn without_offices(cast: &Cast, occasion: &mut Occasion) {
    let there: Vec<MemberId> = occasion.attendance.iter().map(|it| it.who).collect();
    let sides: Vec<MemberId> = there
        .iter()
        .filter(|who| cast.kind(**who) == EntityKind::Person)
        .filter_map(|who| cast.side_of(*who))
        .collect();
    occasion.attendance.retain(|it| {
        if cast.kind(it.who) != EntityKind::Organization {
            return true;
        }
        let name = &cast.member(it.who).name;
        // (The Quad is a body, though a dialogue by its full name.)
        let sentence = cast.surface.sentence(it.evidence.start);
        let own = name.split(' ').next_back().is_some_and(|last| MEETINGS.contains(&last))
            && cast.mentions_in(&sentence).any(|mention| {
                mention.who == it.who && MEETINGS.contains(&cast.surface.word(mention.run.end - 1))
            });
        let council = name.ends_with("Ministerial Council");
        if own || council || name.starts_with("Congress of the ") {
            return false;
        }
        if !is_organ(cast, it.who) {
            return true;
        }
        let mut here =
            cast.mentions_in(&sentence).filter(|mention| mention.who == it.who).peekable();
        if here.peek().is_none() {
            return !sides.contains(&it.who);
        }
        !here.all(|mention| is_of_an_office(cast, &mention.run))
    });
}

/// Last words of what is no body but a meeting by its name.
const MEETINGS: &[&str] = &[
    "Conference",
    "Consultations",
    "Dialogue",
    "Event",
    "Meeting",
    "Ministerial",
    "Summit",
    "Talks",
];

/// Takes out the bodies that no words of the meeting tell of, only signals, unless they do something
/// themselves: an agency named beside a meeting is most often what it is about.
pub(super) fn without_topics(cast: &Cast, occasion: &mut Occasion) {
    occasion.attendance.retain(|it| {
        cast.kind(it.who) != EntityKind::Organization
            || it.by != Teller::Signals
            || is_named_as_party(cast, it)
    });
}

/// Whether the words that only signals take for a presence have the body do something itself: "the
/// Group will convene", "co-hosted by the Group".
fn is_named_as_party(cast: &Cast, attend: &Attend) -> bool {
    let surface = cast.surface;
    cast.mentions_in(&surface.sentence(attend.evidence.start)).any(|mention| {
        let acts = surface.pos(mention.run.end).is_finite_verb()
            || surface.pos(mention.run.end) == Pos::Modal;
        let first = mention.run.start.saturating_sub(4);
        let by = (first..mention.run.start).any(|at| surface.lower(at) == "by");
        mention.who == attend.who && (acts || by)
    })
}

/// Whether a body belongs to a state, as far as its name tells.
fn is_organ(cast: &Cast, who: MemberId) -> bool {
    let member = cast.member(who);
    member.of.is_some_and(|of| cast.kind(of) == EntityKind::State) || is_organ_name(&member.name)
}

/// Whether a name stands in the words of an office, beside its holder's name or for their counterpart.
fn is_of_an_office(cast: &Cast, run: &Run) -> bool {
    let surface = cast.surface;
    let sentence = surface.sentence(run.start);
    if cast.in_title(run.start) {
        return true;
    }
    let person = |at: usize| {
        sentence.contains(&at)
            && cast.who(at).is_some_and(|who| cast.kind(who) == EntityKind::Person)
    };
    // "Ann Lee, Rivers Bureau, Ministry of Rivers, led".
    let mut before = run.start;
    while before > sentence.start + 1
        && surface.word(before - 1) == ","
        && cast.who(before - 2).is_some_and(|who| cast.kind(who) == EntityKind::Organization)
    {
        before = cast.mention_at(before - 2).map_or(before - 2, |it| it.run.start);
    }
    let beside = surface.word(before.wrapping_sub(1)) == "," && before > sentence.start + 1;
    if beside && person(before - 2) && surface.word(run.end) == "," {
        return true;
    }
    // "her counterparts from Chad's Ministry of Rivers"
    let first = run.start.saturating_sub(6).max(sentence.start);
    (first..run.start).any(|at| surface.lower(at).starts_with("counterpart"))
        && (first..run.start).any(|at| matches!(surface.lower(at), "from" | "at" | "of"))
}
