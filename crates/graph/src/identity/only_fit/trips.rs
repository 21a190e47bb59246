//! One trip of which two reports tell little.

use super::{NEAR, day};
use crate::identity::meetings::WEEK;
use crate::identity::occasion::{Occasion, Possible};
use crate::identity::places::{is_in_one_state, is_in_region, is_region};
use crate::identity::same_meeting::{are_told_there, in_common, same_leaders};
use crate::{NodeKind, NodeName};
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

/// Whether one report tells of a trip or a visit little more than that there was one.
pub(super) fn is_told_less_of(a: &Occasion, b: &Occasion) -> bool {
    let either = |is: &dyn Fn(&Occasion, &Occasion) -> bool| is(a, b) || is(b, a);
    either(&is_to_a_part_of_the_world) || either(&is_told_by_the_host) || either(&is_leg_of_tour)
}

/// Whether one announces, on a tour, that the same traveller will go to some place, and
/// tells no day: nobody is on two trips at once.
pub(super) fn is_leg_of_tour(leg: &Occasion, tour: &Occasion) -> bool {
    let Possible::Told(first, last) = tour.days else { return false };
    let is_now = |day: NaiveDate| first <= day && day < last;
    leg.document != tour.document
        && leg.to_be
        && matches!(leg.days, Possible::Soon(..))
        && leg.place.as_ref().is_some_and(|place| !is_region(place))
        && tour.place.is_none()
        && (1..=TOUR).contains(&(last - first).num_days())
        && leg.published.is_some_and(is_now)
        && same_leaders(leg, tour)
        && in_common(leg, tour) > 0
}

/// Days of a tour, at most.
const TOUR: i64 = 10;

/// Days of a month, at most.
pub(super) const MONTH: i64 = 31;

/// Whether one tells no day of a trip to a part of the world, or the month, and the other the days of a
/// trip to a place there, or to several places: "on her first trip to Africa".
fn is_to_a_part_of_the_world(open: &Occasion, trip: &Occasion) -> bool {
    let (Some(part), Possible::Told(first, last)) = (&open.place, trip.days) else { return false };
    let vague = match open.days {
        Possible::About(_) | Possible::Soon(..) => true,
        Possible::Within(from, to) => (to - from).num_days() <= MONTH && !open.to_be,
        _ => false,
    };
    let there = match &trip.place {
        // Another report may tell of a stop.
        Some(place) => open.document == trip.document && is_in_region(place, part) == Some(true),
        None => first < last && open.document != trip.document,
    };
    // What was is over, and what is to be has not begun.
    let was = |day: NaiveDate| if open.to_be { last >= day } else { first <= day };
    let leads = |it: &Occasion| it.people().next().cloned();
    vague
        && there
        && is_region(part)
        && open.published.is_some_and(was)
        && same_leaders(open, trip)
        && leads(open).is_some_and(|who| trip.people().any(|it| *it == who))
}

/// Whether one tells only of the host that somebody came, on a day on which the other tells who did: "we
/// have my friend for his first visit".
fn is_told_by_the_host(host: &Occasion, visit: &Occasion) -> bool {
    let Some(place) = host.place.as_ref().filter(|place| !is_region(place)) else { return false };
    let guest = |(party, people): (&NodeName, &Vec<NodeName>)| {
        !people.is_empty() && party.kind() == NodeKind::State && !is_host(party, place)
    };
    let on = match (day(host), visit.days) {
        (Some(told), Possible::Told(first, last)) => first <= told && told <= last,
        (Some(told), Possible::Within(first, last)) => {
            let after = visit.published.map(|day| (day - told).num_days());
            let lately =
                after.is_some_and(|days| (0..=i64::try_from(NEAR).unwrap_or(0)).contains(&days));
            !visit.to_be
                && lately
                && first <= told
                && told <= last
                && (last - first).num_days() <= MONTH
        }
        _ => false,
    };
    on && !host.parties.is_empty()
        && host.parties.keys().all(|party| is_host(party, place))
        && are_told_there(host, visit)
        && visit.parties.iter().any(guest)
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
