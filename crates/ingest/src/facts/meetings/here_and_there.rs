//! Two meetings of the same people, each told by where and when it was: "had met before, in Lima in March and in
//! Quito in June".

use super::scene::Scene;
use super::{PlaceWords, Trigger};
use chancery_model::{MeetingKind, When};

/// So many words from the verb the first place is told.
const FAR: usize = 12;
/// So many are read.
const MANY: usize = 4;

/// A trigger for each place with a day or month of its own; none if there are not two.
pub(super) fn here_and_there(scene: &Scene, trigger: &Trigger) -> Vec<Trigger> {
    let surface = scene.cast.surface;
    let meets =
        matches!(surface.lower(trigger.head), "met" | "meet" | "talks" | "meetings" | "spoke");
    if trigger.kind == MeetingKind::Visit || !meets || !trigger.apart.is_empty() {
        return Vec::new();
    }
    let end = surface.sentence(trigger.head).end;
    let first = (trigger.head + 1..end.min(trigger.head + FAR))
        .find(|at| surface.lower(*at) == "in" && scene.place_at(at + 1, end).is_some());
    let Some(mut at) = first else { return Vec::new() };
    let mut last = at;
    let mut found: Vec<(PlaceWords, When)> = Vec::new();
    while found.len() < MANY {
        let Some((place, when, after)) = here(scene, at, end) else { break };
        if found.iter().any(|(known, _)| *known == place) {
            break;
        }
        found.push((place, when));
        at = after;
        last = after;
        let joined = at;
        while at < end && matches!(surface.lower(at), "," | "and" | "then" | "again" | "later") {
            at += 1;
        }
        if at == joined {
            break;
        }
    }
    if found.len() < 2 || !is_the_last(scene, last, end) {
        return Vec::new();
    }
    found
        .into_iter()
        .map(|(place, when)| Trigger { place: Some(place), when, ..trigger.clone() })
        .collect()
}

/// Whether nothing more is told behind the last place: "in Quito in June he met Roe" is of others.
fn is_the_last(scene: &Scene, at: usize, end: usize) -> bool {
    let surface = scene.cast.surface;
    let says = |at: usize| matches!(surface.lower(at), "say" | "said" | "says");
    match surface.word(at) {
        _ if at >= end => true,
        "." | ";" | "to" | "for" => true,
        "," => (at + 1..end).all(|at| !surface.pos(at).is_finite_verb() || says(at)),
        _ => false,
    }
}

/// "in Lima in March", from its first word: where, when and where the words for it end.
fn here(scene: &Scene, at: usize, end: usize) -> Option<(PlaceWords, When, usize)> {
    let surface = scene.cast.surface;
    if surface.lower(at) != "in" || at + 1 >= end {
        return None;
    }
    let place = scene.place_at(at + 1, end)?;
    let the = usize::from(surface.lower(at + 1) == "the");
    let name = scene.cast.name_at(at + 1 + the)?.run.end;
    let state = (surface.word(name) == ",").then(|| scene.cast.name_at(name + 1)).flatten();
    let after = state.map_or(name, |state| state.run.end);
    let after = after + usize::from(surface.word(after) == "," && after > name);
    let on = usize::from(matches!(surface.lower(after), "in" | "on" | "last"));
    let date = scene.dates_in(after, after + on + 1).first()?;
    Some((place, date.when, date.run.end))
}
