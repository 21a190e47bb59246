//! Visits that are two because others make them: "Lee will arrive in Oslo on Thursday. The visit of President
//! Kim will begin on Friday."

use super::{Occasion, Teller};
use crate::clauses::{subject_before, verb_group};
use crate::entities::{Cast, MemberId, Mentioned};
use crate::surface::Run;
use chancery_model::{EntityKind, MeetingKind};

/// So many of those who are at either are looked at.
const MANY: usize = 12;

/// Whether two visits are made by persons of different sides, as their own words tell.
pub(super) fn are_of_other_visitors(cast: &Cast, one: &Occasion, other: &Occasion) -> bool {
    if one.kind != MeetingKind::Visit || other.kind != MeetingKind::Visit {
        return false;
    }
    let persons = |it: &Occasion| -> Vec<MemberId> {
        let named = it.attendance.iter().take(MANY).filter(|attend| {
            attend.by == Teller::Words && cast.kind(attend.who) == EntityKind::Person
        });
        let makes =
            |who: &MemberId| it.mentions.iter().take(MANY).any(|run| is_of(cast, run, *who));
        named.map(|attend| attend.who).filter(makes).collect()
    };
    let (one, other) = (persons(one), persons(other));
    let side = |who: MemberId| cast.side_of(who).unwrap_or(who);
    let apart = |who: &MemberId| {
        let own = side(*who);
        other.iter().all(|it| it != who && side(*it) != own)
    };
    !one.is_empty() && !other.is_empty() && one.iter().all(apart)
}

/// So many words behind "the visit of" name who makes it, or before a noun in its sentence.
const NAMED: usize = 12;

/// Whether words for a visit are told as somebody's: "Lee will arrive", "Lee's visit", "the visit of Lee".
fn is_of(cast: &Cast, run: &Run, who: MemberId) -> bool {
    let surface = cast.surface;
    let head = run.end - 1;
    let sentence = surface.sentence(run.start);
    let named = |words: Run| cast.mentions_in(&words).any(|it| it.who == who);
    if surface.pos(head).is_verb() {
        let start = verb_group(surface, head).run.start;
        return subject_before(surface, start, &|at| cast.ends_mention(at)).is_some_and(named);
    }
    let owns = |it: &Mentioned| it.who == who && surface.lower(it.run.end) == "'s";
    let before = sentence.start.max(run.start.saturating_sub(NAMED))..run.end;
    let pays =
        before.clone().any(|at| matches!(surface.lower(at), "paid" | "pay" | "paying" | "pays"));
    matches!(surface.lower(run.end), "by" | "of")
        && named(run.end + 1..sentence.end.min(run.end + NAMED))
        || cast.mentions_in(&before).any(owns)
        || pays && named(before)
}
