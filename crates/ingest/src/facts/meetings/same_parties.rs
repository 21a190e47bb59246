//! Talks that a text tells of twice, of the very same people: "met with Lee … spoke to her", and, in
//! speech, one meeting of two that is to come, or that took place the other day; and of a counterpart who
//! is named once.

use super::same::dates_agree;
use super::{Occasion, Trigger};
use crate::entities::{Cast, MemberId};
use chancery_model::{Date, EntityKind, MeetingKind, MeetingStatus};
use chrono::Duration;

/// Occasions back that are looked at, and how many words for each and of those who take part.
const BACK: usize = 16;
const MANY: usize = 8;
/// Words before those for a meeting that may tell it from others.
const NEAR: usize = 4;
/// Words behind those for a meeting among which whom somebody met is called a counterpart.
const COUNTERPART: usize = 6;
/// Days within which what took place is talked about as what is known.
const LATELY: i64 = 10;

/// The earlier talks that later words of the same people tell of too.
pub(super) fn by_parties(
    cast: &Cast,
    occasions: &[Occasion],
    of: &[Vec<&Trigger>],
    later: usize,
    (spoken, published): (bool, Option<Date>),
) -> Option<usize> {
    let new = *of[later].first()?;
    let talks = &occasions[later];
    if !matches!(talks.kind, MeetingKind::Talks | MeetingKind::Call) {
        return None;
    }
    let them = those_at(cast, talks);
    let persons = them.iter().filter(|who| cast.kind(**who) == EntityKind::Person).count();
    if them.len() < 2 || persons == 0 {
        return None;
    }
    (later.saturating_sub(BACK)..later).rev().find(|at| {
        let known = &occasions[*at];
        let all = || {
            let there = those_at(cast, known);
            there.len() == them.len() && there.iter().all(|who| them.contains(who))
        };
        matches!(known.kind, MeetingKind::Talks | MeetingKind::Call)
            && dates_agree(&known.when, &talks.when)
            && all()
            && (of[*at]
                .first()
                .is_some_and(|first| is_said_there(cast, first, new, (known, talks)))
                || spoken
                    && !of[*at].first().into_iter().chain([&new]).any(|it| is_another(cast, it))
                    && (is_to_come(known, talks)
                        || is_of_late(cast, (of, *at), new, (known, talks), published)))
    })
}

/// The earlier talks of a day that later words tell of too, where one of the two calls by a name whom the
/// other calls the counterpart of who met them: "met with his Chadian counterpart yesterday … Yesterday he
/// had a conversation with Foreign Minister Lee of Chad".
pub(super) fn by_counterpart(
    cast: &Cast,
    occasions: &[Occasion],
    of: &[Vec<&Trigger>],
    later: usize,
) -> Option<usize> {
    let talks = &occasions[later];
    let sits = |it: &Occasion| it.kind == MeetingKind::Talks && it.status == MeetingStatus::Held;
    let day = talks.when.from.filter(|day| day.is_day() && talks.when.to == Some(*day))?;
    if !sits(talks) || of[later].iter().take(MANY).any(|it| is_another(cast, it)) {
        return None;
    }
    let people = |it: &Occasion| -> Vec<MemberId> {
        let all = it.attendance.iter().take(MANY).map(|attend| attend.who);
        let mut all: Vec<MemberId> =
            all.filter(|who| cast.kind(*who) == EntityKind::Person).collect();
        all.sort_unstable();
        all.dedup();
        all
    };
    // The states at it, but for that of whom both name.
    let states = |it: &Occasion, but: MemberId| -> Vec<MemberId> {
        let all = it.attendance.iter().take(MANY);
        let all = all.map(|attend| cast.side_of(attend.who).unwrap_or(attend.who));
        let own = cast.side_of(but);
        let is_other = |who: &MemberId| cast.kind(*who) == EntityKind::State && Some(*who) != own;
        let mut all: Vec<MemberId> = all.filter(is_other).collect();
        all.sort_unstable();
        all.dedup();
        all
    };
    let them = people(talks);
    // "his Turkish counterpart": of which state.
    let side_of_counterpart = |number: usize| {
        of[number].iter().take(MANY).find_map(|it| {
            let end = cast.surface.sentence(it.head).end.min(it.head + COUNTERPART);
            let at = (it.head + 1..end).find(|at| cast.surface.lower(*at) == "counterpart")?;
            cast.mention_at(at - 1).map(|mention| mention.who)
        })
    };
    (later.saturating_sub(BACK)..later).rev().find(|at| {
        let known = &occasions[*at];
        let there = people(known);
        let (less, more, unnamed, named) = if there.len() < them.len() {
            (&there, &them, *at, talks)
        } else {
            (&them, &there, later, known)
        };
        let ([both], [_, _]) = (less.as_slice(), more.as_slice()) else { return false };
        let side = side_of_counterpart(unnamed);
        sits(known)
            && known.when.from == Some(day)
            && known.when.to == Some(day)
            && more.contains(both)
            && side.is_some_and(|side| states(named, *both) == [side])
    })
}

/// Whoever takes part in an occasion, but for the states whose people do.
fn those_at(cast: &Cast, occasion: &Occasion) -> Vec<MemberId> {
    let all = occasion.attendance.iter().take(MANY).map(|attend| attend.who);
    let persons = all.clone().filter(|who| cast.kind(*who) == EntityKind::Person);
    let sides: Vec<MemberId> = persons.filter_map(|who| cast.side_of(who)).collect();
    let mut found: Vec<MemberId> = all.filter(|who| !sides.contains(who)).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// "an opportunity to meet with Lee there, to speak with her": what they said where they met.
fn is_said_there(
    cast: &Cast,
    known: &Trigger,
    new: &Trigger,
    (before, talks): (&Occasion, &Occasion),
) -> bool {
    let surface = cast.surface;
    let speaks = matches!(
        surface.lower(new.head),
        "speak" | "speaks" | "spoke" | "spoken" | "talk" | "talked" | "talking" | "speaking"
    );
    let whom = new.head + 2;
    let pronoun = matches!(surface.lower(whom - 1), "to" | "with")
        && matches!(surface.lower(whom), "him" | "her" | "them");
    let met =
        matches!(surface.lower(known.head), "met" | "meet" | "meets" | "meeting" | "see" | "saw");
    let over = |it: &Occasion| it.status == MeetingStatus::Held;
    // "met Lee and has since spoken to her by telephone"
    let end = surface.sentence(new.head).end.min(new.head + 8);
    let apart = (known.head..end).any(|at| {
        matches!(surface.lower(at), "call" | "later" | "phone" | "since" | "telephone" | "then")
    });
    speaks
        && !apart
        && !is_another(cast, new)
        && pronoun
        && met
        && known.head < new.head
        && over(before) == over(talks)
        && surface.sentence_of(known.head) == surface.sentence_of(new.head)
}

/// "another meeting", "any meeting", "spoke to her again".
fn is_another(cast: &Cast, trigger: &Trigger) -> bool {
    let surface = cast.surface;
    let first = surface.sentence(trigger.head).start.max(trigger.head.saturating_sub(NEAR));
    let told = |at: usize| {
        matches!(
            surface.lower(at),
            "another"
                | "any"
                | "further"
                | "future"
                | "next"
                | "other"
                | "second"
                | "several"
                | "again"
                | "separately"
        )
    };
    (first..trigger.head).any(told) || (trigger.head + 1..trigger.head + NEAR).any(told)
}

/// Whether both are of what is still to come.
fn is_to_come(one: &Occasion, other: &Occasion) -> bool {
    let coming =
        |it: &Occasion| matches!(it.status, MeetingStatus::Planned | MeetingStatus::Proposed);
    coming(one) && coming(other)
}

/// Whether the same word tells of both, of one with a day that was just before, and of the other with
/// none.
fn is_of_late(
    cast: &Cast,
    (of, at): (&[Vec<&Trigger>], usize),
    new: &Trigger,
    (one, other): (&Occasion, &Occasion),
    published: Option<Date>,
) -> bool {
    let surface = cast.surface;
    let over = one.status == MeetingStatus::Held && other.status == MeetingStatus::Held;
    let like = of[at].iter().take(MANY).any(|it| surface.lower(it.head) == surface.lower(new.head));
    let dated = if one.when.is_unknown() { other.when } else { one.when };
    let lately = dated.first_day().zip(published.filter(|day| day.is_day()));
    let lately = lately.is_some_and(|(day, told)| told.first_day() - day <= Duration::days(LATELY));
    over && like && lately && one.when.is_unknown() != other.when.is_unknown()
}
