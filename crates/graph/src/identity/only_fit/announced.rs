//! Talks that are announced or told of without their day, and that were held once only.

use super::gatherings::is_that_gathering;
use super::series;
use super::trips::is_host;
use super::twice::is_told_again;
use super::{day, is_named, length, meet, names_all, states};
use crate::identity::Reason;
use crate::identity::meetings::WEEK;
use crate::identity::occasion::{Manner, Occasion, Possible};
use crate::identity::places::{is_region, is_state};
use crate::identity::same_meeting::{are_led_apart, are_told_there, elsewhere};
use crate::identity::title::Title;
use crate::{NodeKind, NodeName};

/// Days between two reports of which neither tells the day of what they tell of.
const NEAR: i64 = 21;

/// Days from the day that is announced of a dialogue to that on which it is held.
const LATER: i64 = 2;

/// Why two may be one, if nothing that tells more fits either.
pub(super) fn is_announced(a: &Occasion, b: &Occasion) -> Option<Reason> {
    if a.name == b.name || a.manner != Manner::Table || b.manner != Manner::Table || elsewhere(a, b)
    {
        return None;
    }
    let either = |is: &dyn Fn(&Occasion, &Occasion) -> bool| is(a, b) || is(b, a);
    if a.document == b.document && meet(a, b) && either(&is_told_again) {
        return Some(Reason::SamePeople);
    }
    if either(&is_held_later) {
        return Some(Reason::DayOff);
    }
    if either(&is_that_gathering) {
        return Some(Reason::LikeOccasion);
    }
    if are_told_lately(a, b) {
        return Some(Reason::SameSides);
    }
    if either(&series::is_next_of_two) || either(&series::is_session_of) {
        return Some(Reason::LikeOccasion);
    }
    if !meet(a, b) {
        return None;
    }
    if either(&is_of_the_year) || are_named_now(a, b) {
        return Some(Reason::LikeOccasion);
    }
    either(&is_announced_there).then_some(Reason::SameSides)
}

/// Whether it has a name that tells more than whose states meet.
fn is_of_its_own(it: &Occasion) -> bool {
    it.title.as_ref().is_some_and(|title| title.is_name() && !title.telling().all(is_state))
}

fn bodies(it: &Occasion) -> impl Iterator<Item = &NodeName> {
    it.parties.keys().filter(|party| party.kind() == NodeKind::Organization)
}

/// Whether a body is told by its name or by the end of it: "the Integration System" is the Central American
/// one.
pub(super) fn is_called_so(party: &NodeName, other: &NodeName) -> bool {
    let words = party.as_str().split_once(':').map_or("", |(_, words)| words);
    party == other || words.contains('-') && other.as_str().ends_with(&format!("-{words}"))
}

/// Whether somebody is announced to meet in a place on one of a few days, and met there once: "the session
/// that the minister is convening later this week in Berlin".
fn is_announced_there(open: &Occasion, held: &Occasion) -> bool {
    let Possible::Within(first, last) = open.days else { return false };
    let Some(place) = open.place.as_ref().filter(|place| !is_region(place)) else { return false };
    let is_there = |party: &NodeName| {
        held.parties.contains_key(party)
            || party.kind() == NodeKind::Organization
                && bodies(held).any(|other| is_called_so(party, other))
    };
    let mut hosts = open.parties.iter().filter(|(party, _)| is_host(party, place));
    open.document != held.document
        && open.to_be
        && length((first, last)) <= WEEK
        && day(held).is_some()
        && are_told_there(open, held)
        && (hosts.any(|(_, people)| !people.is_empty()) || bodies(open).next().is_some())
        && open.people().next().is_some()
        && open.parties.keys().all(is_there)
        && names_all(open, held)
        && !is_named(open)
}

/// Whether two reports tell that the same sides met in one place lately, and on which day neither does.
fn are_told_lately(a: &Occasion, b: &Occasion) -> bool {
    let lately = |it: &Occasion| matches!(it.days, Possible::About(_)) && !it.to_be;
    let published = a.published.zip(b.published);
    let place = a.place.as_ref().filter(|place| !is_region(place));
    a.document != b.document
        && lately(a)
        && lately(b)
        && published.is_some_and(|(one, other)| (one - other).num_days().abs() <= NEAR)
        && place.is_some()
        && are_told_there(a, b)
        && a.parties.keys().eq(b.parties.keys())
        && states(a).count() >= 2
        && !are_led_apart(a, b)
        && !is_of_its_own(a)
        && !is_of_its_own(b)
}

/// Whether what has a name was announced with the day of the trip to it, and was held a day or two later.
fn is_held_later(planned: &Occasion, held: &Occasion) -> bool {
    let (Some(one), Some(other)) = (&planned.title, &held.title) else { return false };
    let (Some(first), Some(last)) = (day(planned), day(held)) else { return false };
    planned.document != held.document
        && planned.to_be
        && !held.to_be
        && (1..=LATER).contains(&(last - first).num_days())
        && one.is_name()
        && other.is_name()
        && one.is_within(other)
        && states(planned).count() >= 2
        && states(planned).eq(states(held))
        && !are_led_apart(planned, held)
}

/// Whether two reports of the same days call by much the same name what neither tells the day of.
fn are_named_now(a: &Occasion, b: &Occasion) -> bool {
    let (Some(one), Some(other)) = (&a.title, &b.title) else { return false };
    let open = |it: &Occasion| matches!(it.days, Possible::About(_) | Possible::Soon(..));
    let published = a.published.zip(b.published);
    a.document != b.document
        && open(a)
        && open(b)
        && published.is_some_and(|(one, other)| (one - other).num_days().abs() <= LATER)
        && one.is_name()
        && other.is_name()
        && (one.is_within(other) || one.words == other.words)
        && one.is_telling()
}

/// Whether one word is the letters of others: "NPT".
fn is_short_for(short: &Title, long: &Title) -> bool {
    let mut words = short.telling();
    let (Some(word), None) = (words.next(), words.next()) else { return false };
    let begins = |letter: Option<char>| {
        letter.is_some_and(|letter| long.telling().any(|it| it.starts_with(letter)))
    };
    (3..=5).contains(&word.len())
        && long.telling().nth(1).is_some()
        && begins(word.chars().next())
        && begins(word.chars().next_back())
        && word.chars().all(|letter| long.telling().any(|it| it.contains(letter)))
}

/// Whether what one report tells the month or the year of has the same name, or nearly, as what was in the
/// same place then.
fn is_of_the_year(open: &Occasion, dated: &Occasion) -> bool {
    let (Some(one), Some(other)) = (&open.title, &dated.title) else { return false };
    let days = |it: &Occasion| match it.days {
        Possible::Told(first, last) | Possible::Within(first, last) => Some(length((first, last))),
        _ => None,
    };
    let published = open.published.zip(dated.published);
    let published = published.is_some_and(|(one, other)| (one - other).num_days().abs() <= WEEK);
    open.document != dated.document
        && days(open).is_some_and(|days| days > WEEK)
        && days(dated).is_some_and(|days| days <= WEEK)
        && open.place.is_some()
        && are_told_there(open, dated)
        && one.kind() == other.kind()
        && (one.is_rare() || one.kind() == "ministerial")
        && (one.telling().any(|word| other.telling().any(|it| it == word))
            || is_short_for(one, other)
            || is_short_for(other, one)
            || (one.is_name() != other.is_name()) && published)
}

#[cfg(test)]
mod tests;
