//! One trip of which two reports tell little.

use super::{NEAR, day};
use crate::NodeName;
use crate::identity::meetings::WEEK;
use crate::identity::occasion::{Occasion, Possible};
use crate::identity::places::{is_in_one_state, is_region};
use crate::identity::same_meeting::{are_told_there, in_common, same_leaders};
use chancery_model::EntityId;
use chrono::NaiveDate;

/// Whether a party is that of the place where somebody comes to.
pub(super) fn is_host(party: &NodeName, place: &EntityId) -> bool {
    let party = party.as_str().parse::<EntityId>();
    party.is_ok_and(|party| party == *place || is_in_one_state(&party, place) == Some(true))
}

/// Whether one traveller is told to come to one place: on days of which one is taken from the report, or
/// in a month.
pub(super) fn is_one_trip(a: &Occasion, b: &Occasion) -> bool {
    if is_on_the_way(a, b) || is_on_the_way(b, a) {
        return true;
    }
    let (Some(place), Some(there)) = (&a.place, &b.place) else { return false };
    if is_region(place) || is_region(there) || !are_told_there(a, b) {
        return false;
    }
    if is_of_the_side(a, b) || is_of_the_side(b, a) {
        return true;
    }
    let travels = |(party, people): &(&NodeName, &Vec<NodeName>)| {
        !people.is_empty() && !is_host(party, place)
    };
    let mut one = a.parties.iter().filter(travels);
    let mut shared = 0;
    let led = one.all(|(party, people)| {
        let known = b.parties.get(party).map_or(&[][..], Vec::as_slice);
        let (Some(leader), Some(leads)) = (people.first(), known.first()) else { return true };
        shared += 1;
        known.contains(leader) || people.contains(leads)
    });
    led && shared > 0
        && (is_a_day_of(a, b) || is_of_the_month(a, b) || is_of_the_month(b, a) || are_vague(a, b))
}

/// Whether one report tells only which side came, on days that meet those on which the other tells that
/// somebody of it did: "our visit to India last week".
fn is_of_the_side(less: &Occasion, more: &Occasion) -> bool {
    let days = |it: &Occasion| match it.days {
        Possible::Told(first, last) if (last - first).num_days() <= WEEK => Some((first, last)),
        _ => None,
    };
    let meet = days(less)
        .zip(days(more))
        .is_some_and(|((first, last), (from, to))| first <= to && from <= last);
    let is_host = |party: &NodeName| less.place.as_ref().is_some_and(|place| is_host(party, place));
    let mut guests = less.parties.keys().filter(|party| !is_host(party)).peekable();
    less.document != more.document
        && meet
        && less.people().next().is_none()
        && guests.peek().is_some()
        && guests.all(|guest| more.parties.get(guest).is_some_and(|people| !people.is_empty()))
}

/// Whether one report tells of a trip to a part of the world on a day of one that the other tells all of.
fn is_on_the_way(day: &Occasion, trip: &Occasion) -> bool {
    let (Some(told), Possible::Told(from, to)) = (super::day(day), trip.days) else { return false };
    day.document != trip.document
        && from < told
        && told < to
        && day.place.as_ref().is_some_and(is_region)
        && trip.place.is_none()
        && same_leaders(day, trip)
        && in_common(day, trip) > 0
}

/// Whether two reports tell a day of one trip each, the same or one that follows the other.
fn is_a_day_of(a: &Occasion, b: &Occasion) -> bool {
    let (Some(one), Some(other)) = (day(a), day(b)) else { return false };
    let apart = i64::from(a.document != b.document);
    (one - other).num_days().abs() <= apart && !(a.document == b.document && (a.to_be || b.to_be))
}

/// Whether one tells only the month, and came out about the days that the other tells.
fn is_of_the_month(open: &Occasion, dated: &Occasion) -> bool {
    let (Possible::Within(..), Possible::Told(first, last)) = (open.days, dated.days) else {
        return false;
    };
    let reach = |day: NaiveDate| {
        (first - day).num_days().max((day - last).num_days()) <= i64::try_from(NEAR).unwrap_or(0)
    };
    let was = |day: NaiveDate| if open.to_be { last >= day } else { first <= day };
    open.document != dated.document && open.published.is_some_and(|day| reach(day) && was(day))
}

/// Whether neither tells the days.
fn are_vague(a: &Occasion, b: &Occasion) -> bool {
    let told = |it: &Occasion| matches!(it.days, Possible::Told(..));
    a.document != b.document && !told(a) && !told(b)
}
