//! Another meeting of those who met, told by which of theirs it is: "They last met in Lima", "Their previous
//! meeting was in Oslo", "The next round will be in Rome".

use super::{Occasion, Trigger};
use crate::entities::Cast;
use crate::surface::Run;
use chancery_model::{Date, EntityKind, MeetingKind, MeetingStatus};

/// Words for one occasion that are looked at.
const MANY: usize = 8;
/// Occasions back among which theirs is looked for.
const BACK: usize = 6;

/// Whether words for a meeting tell that it was before another: "last met", "their previous meeting".
fn tells_of_before(cast: &Cast, run: &Run) -> bool {
    let surface = cast.surface;
    let head = run.end - 1;
    let first = surface.sentence(head).start;
    let before = |by: usize| {
        head.checked_sub(by).filter(|at| *at >= first).map_or("", |at| surface.lower(at))
    };
    if surface.pos(head).is_verb() {
        return is_since_they(cast, head)
            || surface.lower(head) == "met" && matches!(before(1), "last" | "previously")
            // "When they last met", "had last met".
            && (surface.pos(head).is_finite_verb() || matches!(before(2), "had" | "they" | "have"));
    }
    let of_them = matches!(before(2), "their" | "the" | "a" | "'s" | "’s" | "our");
    // "It was their last meeting", "the last meeting before the vote": the one that is told of.
    let itself = matches!(before(3), "was" | "is" | "be" | "were" | "are")
        || matches!(surface.lower(head + 1), "before" | "as" | "of")
        // "the last meeting in Oslo between Lee and Kim" names the one it means.
        || before(2) != "their"
            && matches!(surface.lower(head + 1), "at" | "between" | "in" | "with");
    of_them && !itself && matches!(before(1), "last" | "previous")
}

/// So many words may stand between "since" and the verb of its clause.
const SUBJECT: usize = 4;

/// "The meeting was the first since they met in Oslo", "since the two leaders spoke".
fn is_since_they(cast: &Cast, verb: usize) -> bool {
    let surface = cast.surface;
    let first = surface.sentence(verb).start.max(verb.saturating_sub(SUBJECT));
    let Some(since) = (first..verb).rev().find(|at| surface.lower(*at) == "since") else {
        return false;
    };
    matches!(surface.lower(verb), "met" | "spoke" | "talked")
        && surface.pos(verb).is_finite_verb()
        && (since + 1..verb).all(|at| !surface.pos(at).is_verb() && surface.word(at) != ",")
}

/// Whether words for a meeting tell of one before that of an occasion.
pub(super) fn is_before_that(cast: &Cast, occasion: &Occasion, trigger: &Trigger) -> bool {
    let known = || occasion.mentions.iter().take(MANY);
    // "met on Monday and said that their last meeting had been useful": by the same words of one day.
    let day = trigger.when.words.is_some() && trigger.when.words == occasion.when.words;
    trigger.kind != MeetingKind::Visit
        && !day
        && (tells_of_before(cast, &trigger.run) && !known().any(|run| tells_of_before(cast, run))
            || which_of_theirs(cast, &trigger.run).is_some_and(|own| {
                let mut others = known().filter_map(|run| which_of_theirs(cast, run));
                others.any(|other| other != own)
            }))
}

/// Which of theirs words for a meeting name: "second" of "for their second summit".
fn which_of_theirs<'s>(cast: &'s Cast, run: &Run) -> Option<&'s str> {
    let surface = cast.surface;
    let head = run.end - 1;
    let first = surface.sentence(head).start;
    let which = head.checked_sub(1).filter(|at| *at > first)?;
    let word = surface.lower(which);
    (surface.lower(which - 1) == "their" && crate::clauses::is_ordinal(word)).then_some(word)
}

/// "met in Oslo … since the 2010 summit in Lima … at the summit": whether an occasion was in a year long gone
/// by, and bare words for another of its kind, which is told of too, stand far from it.
pub(super) fn is_long_gone(
    cast: &Cast,
    (occasions, occasion): (&[Occasion], &Occasion),
    trigger: &Trigger,
    published: Option<Date>,
) -> bool {
    let surface = cast.surface;
    let here = surface.sentence_of(trigger.head);
    let of_old = |it: &Occasion| {
        let year = it.when.to.filter(|day| day.is_year()).map(Date::last_day);
        year.zip(published).is_some_and(|(last, told)| last < told.first_day())
    };
    // "At the conference, Lee will speak" is at none that is commemorated.
    if trigger.when.is_unknown()
        && trigger.kind != MeetingKind::Visit
        && trigger.status == MeetingStatus::Planned
        && matches!(occasion.kind, MeetingKind::Conference | MeetingKind::Summit)
        && of_old(occasion)
    {
        return true;
    }
    trigger.when.is_unknown()
        && trigger.kind != MeetingKind::Visit
        && of_old(occasion)
        && occasion
            .mentions
            .iter()
            .rev()
            .take(MANY)
            .all(|run| surface.sentence_of(run.start) + 1 < here)
        && occasions.iter().rev().take(MANY).any(|it| it.kind == occasion.kind && !of_old(it))
}

/// Whether two are in two places on two days.
pub(super) fn are_elsewhere_then(cast: &Cast, one: &Occasion, other: &Occasion) -> bool {
    let sits = |it: &Occasion| !matches!(it.kind, MeetingKind::Visit | MeetingKind::Call);
    let city = |it: &Occasion| it.place.filter(|place| cast.kind(*place) == EntityKind::Place);
    sits(one)
        && sits(other)
        && city(one).zip(city(other)).is_some_and(|(one, other)| one != other)
        && !super::same::dates_agree(&one.when, &other.when)
}

/// The occasion whose parties are those of "Their first summit", "the next round", told in the same
/// sentence or the next.
pub(super) fn of_those_before(
    cast: &Cast,
    trigger: &Trigger,
    occasions: &[Occasion],
) -> Option<usize> {
    let surface = cast.surface;
    let head = trigger.head;
    let own = surface.sentence(head);
    let from = own.start.max(head.saturating_sub(4));
    let which = (from..head).rev().find(|at| {
        matches!(surface.lower(*at), "first" | "last" | "next" | "previous" | "second" | "third")
    })?;
    let opens = which.checked_sub(1).filter(|at| *at >= own.start)?;
    let joined = opens > own.start + 1
        && surface.word(opens - 2) == ","
        && surface.lower(opens - 1) == "and";
    let whose = match surface.lower(opens) {
        "their" => true,
        "the" => {
            // "The next summit" is one of many who come to such.
            matches!(surface.lower(which), "next" | "previous" | "last")
                && matches!(surface.lower(head), "meeting" | "round" | "session" | "talks")
        }
        _ => false,
    };
    let plain = (which + 1..head).all(|at| !surface.is_capital(at));
    let alone = !matches!(surface.lower(head + 1), "of" | "between" | "with" | "on");
    if !whose
        || !(opens == own.start || joined)
        || !plain
        || !alone
        || surface.pos(head).is_verb()
        || trigger.kind == MeetingKind::Visit
        || trigger.parties.len() > 1
    {
        return None;
    }
    let here = surface.sentence_of(head);
    let near = |run: &Run| run.end <= opens && surface.sentence_of(run.start) + 1 >= here;
    let latest = occasions.len().saturating_sub(BACK);
    let told = |it: &Occasion| {
        it.kind != MeetingKind::Visit
            && !matches!(it.status, MeetingStatus::Cancelled | MeetingStatus::Denied)
            && (2..=6).contains(&it.attendance.len())
            && it.mentions.iter().rev().take(MANY).any(near)
    };
    occasions[latest..].iter().rposition(told).map(|at| latest + at)
}
