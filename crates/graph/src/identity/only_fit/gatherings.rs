//! A gathering that one report tells of by a common word, or with the day of the trip to it.

use super::announced::is_called_so;
use super::{day, is_named, length, states};
use crate::identity::occasion::{Occasion, Possible};
use crate::identity::places::is_region;
use crate::identity::same_meeting::{are_led_apart, are_told_there, in_common};
use crate::identity::title::Title;
use crate::{NodeKind, NodeName};
use chrono::NaiveDate;

/// Days of a gathering, at most.
const SHORT: i64 = 4;

fn told(it: &Occasion) -> Option<(NaiveDate, NaiveDate)> {
    match it.days {
        Possible::Told(first, last) | Possible::Within(first, last) => {
            Some((first, last)).filter(|days| length(*days) <= SHORT)
        }
        _ => None,
    }
}

fn bodies(it: &Occasion) -> impl Iterator<Item = &NodeName> {
    it.parties.keys().filter(|party| party.kind() == NodeKind::Organization)
}

/// Whether one report tells only who came to what was there on days that meet, or the body that met: "the
/// ministerial discussions in Berlin over the weekend", "the meeting of the Alliance in Berlin".
///
/// Who announces a trip to it tells the day of the trip, and it begins on the next one.
pub(super) fn is_that_gathering(less: &Occasion, more: &Occasion) -> bool {
    let (Some((first, last)), Some((from, to))) = (told(less), told(more)) else { return false };
    let place = less.place.as_ref().filter(|place| !is_region(place));
    let same_body = bodies(less).any(|body| bodies(more).any(|it| is_called_so(body, it)));
    let two_bodies = bodies(less).next().is_some() && bodies(more).next().is_some() && !same_body;
    let meet = first <= to && from <= last;
    let is_before = |it: &Occasion, last: NaiveDate, from: NaiveDate| {
        it.to_be && day(it).is_some() && (from - last).num_days() == 1
    };
    let follows = same_body && (is_before(less, last, from) || is_before(more, to, first));
    let of_many = more.title.as_ref().is_some_and(Title::is_of_many);
    let is_called = more
        .title
        .as_ref()
        .is_some_and(|title| title.is_of_a_gathering() || title.kind() == "event");
    let people = less.people().all(|who| more.people().any(|it| it == who));
    less.document != more.document
        && (meet || follows)
        && place.is_some()
        && are_told_there(less, more)
        && states(less).count() <= 1
        && !is_named(less)
        && (of_many || is_called && bodies(more).next().is_some() && states(more).count() != 2)
        && (same_body && (people || more.people().next().is_none())
            || less.is_only_one && less.title.is_some() && people && in_common(less, more) > 0)
        && !two_bodies
        && !are_led_apart(less, more)
}

#[cfg(test)]
mod tests;
