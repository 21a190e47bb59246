//! Visits told of twice: those of the same people to the same place, at one time, are one.

use super::same::dates_agree;
use super::{Occasion, Trigger};
use crate::entities::{Cast, MemberId};
use chancery_model::{EntityKind, MeetingKind, MeetingStatus};

/// Occasions back that are looked at, and words and persons of each.
const BACK: usize = 24;
const MANY: usize = 12;
/// Words before a noun that may tell it from others.
const NEAR: usize = 4;

/// The earlier visit that a later one is: "the Secretary's upcoming travel to Chad" … "the Secretary's
/// trip to Chad next week"; or the only one that is to come, or under way, where "this trip" names no
/// place.
pub(super) fn by_journey(
    cast: &Cast,
    occasions: &[Occasion],
    of: &[Vec<&Trigger>],
    later: usize,
) -> Option<usize> {
    let new = *of[later].first()?;
    let visit = &occasions[later];
    if visit.kind != MeetingKind::Visit
        || of[later].iter().take(MANY).any(|it| is_another(cast, it))
    {
        return None;
    }
    let is_noun = |it: &&Trigger| !cast.surface.pos(it.head).is_verb();
    let mut before = (later.saturating_sub(BACK)..later).rev();
    if visit.place.is_none() && visit.stops.is_empty() && visit.when.is_unknown() {
        let surface = cast.surface;
        if surface.lower(new.run.start) != "this" || visit.status == MeetingStatus::Held {
            return None;
        }
        let of_now = |at: &usize| {
            let known = &occasions[*at];
            known.kind == MeetingKind::Visit && known.status != MeetingStatus::Held
        };
        let mut found = before.filter(of_now);
        return found
            .next()
            .filter(|at| found.next().is_none() && at_one_time(&occasions[*at], visit));
    }
    before.find(|at| {
        let known = &occasions[*at];
        known.kind == MeetingKind::Visit
            && is_to_one_place(cast, known, visit)
            && at_one_time(known, visit)
            && are_the_same(cast, known, visit)
            && (!visit.stops.is_empty()
                || of[*at].iter().take(MANY).chain(of[later].iter().take(MANY)).any(is_noun))
            && !of[*at].iter().take(MANY).any(|it| is_another(cast, it))
    })
}

/// "another visit", "his next trip", "their second visit": not the one that is known.
fn is_another(cast: &Cast, trigger: &Trigger) -> bool {
    let surface = cast.surface;
    let first = surface.sentence(trigger.head).start.max(trigger.head.saturating_sub(NEAR));
    (first..trigger.head).any(|at| {
        matches!(
            surface.lower(at),
            "another"
                | "next"
                | "second"
                | "third"
                | "previous"
                | "earlier"
                | "future"
                | "return"
                | "other"
                | "any"
                | "each"
                | "every"
        )
    }) || surface.lower(trigger.head + 1) == "again"
}

/// "Panama City" is told for "Panama" as well.
fn is_to_one_place(cast: &Cast, one: &Occasion, other: &Occasion) -> bool {
    let (Some(here), Some(there)) = (one.place, other.place) else {
        return one.place.is_none()
            && other.place.is_none()
            && !one.stops.is_empty()
            && one.stops == other.stops;
    };
    let (a, b) = (&cast.member(here).name, &cast.member(there).name);
    let within = |city: &str, state: &str| city.strip_suffix(" City") == Some(state);
    here == there || a == b || within(a, b) || within(b, a)
}

/// Whether both are over, or neither, and their days agree; of what is over both are told with days or
/// neither is.
fn at_one_time(one: &Occasion, other: &Occasion) -> bool {
    let over = |it: &Occasion| it.status == MeetingStatus::Held;
    let off = |it: &Occasion| matches!(it.status, MeetingStatus::Cancelled);
    over(one) == over(other)
        && off(one) == off(other)
        && dates_agree(&one.when, &other.when)
        && (!over(one) || one.when.is_unknown() == other.when.is_unknown())
}

/// Whether all persons of one are of the other too.
fn are_the_same(cast: &Cast, one: &Occasion, other: &Occasion) -> bool {
    let persons = |it: &Occasion| -> Vec<MemberId> {
        let all = it.attendance.iter().take(4 * MANY).map(|attend| attend.who);
        all.filter(|who| cast.kind(*who) == EntityKind::Person).take(MANY).collect()
    };
    let (one, other) = (persons(one), persons(other));
    let shared = one.iter().filter(|who| other.contains(who)).count();
    shared > 0 && (shared == one.len() || shared == other.len())
}
