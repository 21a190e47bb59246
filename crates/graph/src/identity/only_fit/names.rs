//! One occasion that two reports call by names of which one says less.

use super::{day, is_named, length, window};
use crate::identity::meetings::WEEK;
use crate::identity::occasion::{Occasion, Possible};
use crate::identity::places::{is_known, is_state};
use crate::identity::title::{Title, stem};
use crate::{NodeKind, NodeName};
use chancery_model::EntityKind;

/// Whether both are talks that are called by the same words: "the Indo-Pacific Dialogue", "the
/// Indo-Pacific Consultations".
pub(super) fn are_talks_of_one_name(a: &Occasion, b: &Occasion) -> bool {
    let (Some(one), Some(other)) = (&a.title, &b.title) else { return false };
    let is_talks = |title: &Title| matches!(title.kind(), "consultations" | "dialogue");
    is_talks(one)
        && is_talks(other)
        && one.kind() != other.kind()
        && one.telling().nth(1).is_some()
        && one.telling().eq(other.telling())
}

/// Whether one report tells of the same people, on the day of it, once by the name of the body that they
/// are, and once by its day or in other words: "the ministerial of the Arctic Council".
pub(super) fn is_of_the_body(named: &Occasion, other: &Occasion) -> bool {
    let Some(title) = named.title.as_ref().filter(|title| title.is_name()) else { return false };
    let bodies = || named.parties.keys().filter(|party| party.kind() == NodeKind::Organization);
    let words = |body: &NodeName| -> Vec<String> {
        let words = body.as_str().split_once(':').map_or("", |(_, words)| words);
        words.split('-').map(|word| stem(word).to_owned()).collect()
    };
    let is_body = |body: &NodeName| {
        let words = words(body);
        title.telling().all(|word| words.iter().any(|it| it == word))
    };
    let as_much =
        other.title.as_ref().is_none_or(|it| !it.is_name() || it.telling().eq(title.telling()));
    let open = matches!(named.days, Possible::About(_) | Possible::Soon(..));
    named.document == other.document
        && named.title != other.title
        && open
        && day(other).is_some()
        && day(other) == other.published
        && as_much
        && named.parties == other.parties
        && named.people().next().is_some()
        && bodies().any(is_body)
}

/// Whether the same two who met on one day held what has the name of their states: "the summit meeting of the
/// two", "the U.S.-Japan Summit".
pub(super) fn is_the_summit_of_two(named: &Occasion, other: &Occasion) -> bool {
    let of_states = |title: &Title| {
        title.kind() == "summit" && title.is_name() && title.telling().all(is_state)
    };
    day(named).is_some()
        && named.days == other.days
        && named.title.as_ref().is_some_and(of_states)
        && !is_named(other)
        && named.parties == other.parties
        && named.parties.len() == 2
        && named.parties.values().all(|people| !people.is_empty())
}

/// Whether somebody is told to have met where and when something was that is called by the place: "we met
/// yesterday in Negev", "the Negev Summit".
pub(super) fn is_where_it_is_called(nameless: &Occasion, named: &Occasion) -> bool {
    let Some(title) = named.title.as_ref().filter(|title| title.is_of_many()) else { return false };
    let place = nameless.place.as_ref().filter(|place| place.kind() == EntityKind::Place);
    let days = day(nameless).is_some() && window(named).is_some_and(|days| length(days) <= WEEK);
    days && place.is_some_and(|place| title.telling().eq([stem(place.rest())]))
        && nameless.title.is_none()
        && nameless.parties.len() <= 1
        && nameless.people().next().is_none()
}

/// Whether one is called by words that are among those of the other, and may be of the same days.
pub(super) fn is_called_so(a: &Occasion, b: &Occasion) -> bool {
    let (Some(one), Some(other)) = (&a.title, &b.title) else { return false };
    if !one.is_name() || !other.is_name() || one.words == other.words {
        return false;
    }
    let told = |it: &Occasion, most: i64| match it.days {
        Possible::Told(first, last) | Possible::Within(first, last) => {
            length((first, last)) <= most
        }
        _ => false,
    };
    let shared = one.telling().filter(|word| other.telling().any(|it| it == *word)).count();
    let many = one.is_rare() || one.kind() == "ministerial";
    // "The G7 Hiroshima summit" is no other one of that year, and "the EU-Ukraine summit" not that of the EU.
    let somewhere = |word: &str| is_state(word) || word.len() > 3 && is_known(word);
    let apart = |one: &Title, other: &Title| {
        one.telling().any(|word| somewhere(word) && !other.telling().any(|it| it == word))
    };
    // Of many words none else is meant just then.
    let near = shared >= 2 && matches!(a.days, Possible::Soon(..));
    // "The next ministerial of the Coalition by June": the body is there too.
    let body = |party: &&NodeName| {
        party.kind() == NodeKind::Organization && b.parties.contains_key(*party)
    };
    let by_then = a.to_be
        && one.kind() == "ministerial"
        && matches!(a.days, Possible::Within(..))
        && a.parties.keys().filter(body).count() > 0;
    a.document != b.document
        && (told(a, 31) || near || by_then)
        && told(b, WEEK)
        && one.is_within(other)
        && !apart(one, other)
        && !apart(other, one)
        && (many || shared >= 2)
}

#[cfg(test)]
mod tests;
