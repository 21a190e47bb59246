//! Talks of which one report tells less of who met, or when.

use super::trips::is_host;
use super::{day, is_named, length, names_all, states, window};
use crate::identity::meetings::WEEK;
use crate::identity::occasion::{Manner, Occasion, Possible};
use crate::identity::same_meeting::{are_led_apart, are_told_there, in_common};
use crate::identity::title::Title;

/// Days of a month or two, at most, of which a report may tell all.
const MONTH: i64 = 62;

/// Whether one report tells only the month of the talks of the same sides, of which the other tells the
/// day.
pub(super) fn is_within_a_month(open: &Occasion, dated: &Occasion) -> bool {
    let (Possible::Within(first, last), Possible::Told(day, end)) = (open.days, dated.days) else {
        return false;
    };
    let many = |it: &Occasion| it.title.as_ref().is_some_and(Title::is_of_many);
    let same = states(open).eq(states(dated))
        && (states(open).count() >= 3
            || open.parties.keys().eq(dated.parties.keys())
                && states(open).count() >= 2
                && in_common(open, dated) > 0);
    same && open.document != dated.document
        && day == end
        && length((first, last)) <= MONTH
        && length((first, last)) > WEEK
        && !are_led_apart(open, dated)
        && !many(open)
        && !many(dated)
}

/// Whether one report tells only of the traveller, and calls by a common word what the other tells the
/// sides of, on the same day and in the same place.
pub(super) fn is_told_alone(less: &Occasion, more: &Occasion) -> bool {
    let common = |title: &Title| {
        !title.is_name()
            && matches!(title.kind(), "consultations" | "dialogue" | "event" | "negotiations")
    };
    let many = more.title.as_ref().is_some_and(Title::is_of_many);
    less.document != more.document
        && less.parties.len() == 1
        && more.parties.len() >= 2
        && day(less).is_some()
        && less.days == more.days
        && are_told_there(less, more)
        && less.title.as_ref().is_some_and(common)
        && !many
        && less.people().next().is_some()
        && !are_led_apart(less, more)
        && in_common(less, more) > 0
}

/// Days between two announcements of one meeting.
const AGAIN: i64 = 3;

/// Whether one report announces only with whose side somebody is to meet there, and another with whom.
pub(super) fn is_told_by_the_host(less: &Occasion, more: &Occasion) -> bool {
    let mut parties = less.parties.iter();
    let (Some((host, people)), None) = (parties.next(), parties.next()) else { return false };
    let published = less.published.zip(more.published);
    less.document != more.document
        && less.to_be
        && more.to_be
        && published.is_some_and(|(one, other)| (one - other).num_days().abs() <= AGAIN)
        && less.place.as_ref().is_some_and(|place| is_host(host, place))
        && are_told_there(less, more)
        && more.parties.len() == 2
        && more.parties.get(host).is_some_and(|known| people.iter().all(|who| known.contains(who)))
        && less.title.is_none()
        && more.title.is_none()
}

/// Whether two reports announce, for days that meet, that somebody is to meet those of the same two states or
/// more: "will meet with Chadian, Malian and regional counterparts".
pub(super) fn are_announced_alike(a: &Occasion, b: &Occasion) -> bool {
    let short = |it: &Occasion| window(it).is_some_and(|days| length(days) <= WEEK);
    a.document != b.document
        && a.to_be
        && b.to_be
        && a.title.is_none()
        && b.title.is_none()
        && short(a)
        && short(b)
        && states(a).nth(2).is_some()
        && a.parties == b.parties
        && a.people().next().is_some()
}

/// Whether both were held on one day, in one place, by the same sides, and one report names some of those
/// whom the other does.
pub(super) fn is_told_of_less(less: &Occasion, more: &Occasion) -> bool {
    less.document != more.document
        && !less.to_be
        && !more.to_be
        && day(less).is_some()
        && less.days == more.days
        && are_told_there(less, more)
        && less.parties.len() >= 2
        && less.parties.keys().eq(more.parties.keys())
        && less.people().nth(1).is_some()
        && names_all(less, more)
        && !is_named(less)
        && !is_named(more)
}

/// Whether the same sides met in one place on days that follow each other, as two reports have it, of
/// which one names nobody of a side.
pub(super) fn is_a_day_off(less: &Occasion, more: &Occasion) -> bool {
    let (Some(first), Some(from)) = (day(less), day(more)) else { return false };
    let past = less.published.is_some_and(|day| day > first && day > from);
    less.document != more.document
        && less.manner == Manner::Table
        && more.manner == Manner::Table
        && (first - from).num_days().abs() == 1
        && past
        && !less.to_be
        && are_told_there(less, more)
        && less.parties.len() == 2
        && less.parties.keys().eq(more.parties.keys())
        && less.parties.values().any(Vec::is_empty)
        && in_common(less, more) > 0
        && !are_led_apart(less, more)
        && !is_named(less)
        && !is_named(more)
}
