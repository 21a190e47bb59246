//! Bodies whose people are met beside somebody with a name: "with President Lee and members of the
//! Rivers Group", "with officials at the Rivers Command".

use super::phrases::phrase_from;
use super::{Attend, Occasion, Teller};
use crate::entities::{Cast, MemberId};
use crate::surface::Run;
use chancery_model::EntityKind;

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
        let first = at + usize::from(matches!(surface.lower(at), "the" | "its" | "both"));
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
        if cast.kind(it.who) != EntityKind::Organization || !is_organ(cast, it.who) {
            return true;
        }
        let sentence = cast.surface.sentence(it.evidence.start);
        let mut here = cast.mentions_in(&sentence).filter(|mention| mention.who == it.who).peekable();
        if here.peek().is_none() {
            return !sides.contains(&it.who);
        }
        !here.all(|mention| is_of_an_office(cast, &mention.run))
    });
}

/// Whether a body belongs to a state, as far as its name tells.
pub(crate) fn is_organ(cast: &Cast, who: MemberId) -> bool {
    let member = cast.member(who);
    member.of.is_some_and(|of| cast.kind(of) == EntityKind::State)
        || member.name.split([' ', '-']).any(|word| ORGANS.contains(&word))
}

/// Words of the names of a state's bodies.
#[rustfmt::skip]
const ORGANS: &[&str] = &[
    "Affairs", "Bureau", "Center", "Council", "Department", "Departments", "Directorate", "Ministries",
    "Ministry", "National", "Office", "Presidential",
];

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
