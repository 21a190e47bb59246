//! The stops that a tour is told to take somebody to: "a tour that will also take him to Riyadh and Tunis".

use super::Trigger;
use super::phrases::clause_limit;
use super::scene::Scene;
use crate::clauses::verb_group;
use chancery_model::{EntityKind, MeetingKind, MeetingStatus};

/// So many words before the verb the tour is named.
const BEFORE: usize = 12;

/// The visit that a verb of taking tells of, if it is a tour that takes somebody somewhere.
pub(super) fn taken_to(scene: &Scene, at: usize) -> Option<Trigger> {
    let cast = scene.cast;
    let surface = cast.surface;
    if !matches!(surface.lower(at), "take" | "takes" | "taking" | "took" | "taken")
        || surface.lower(at + 2) != "to"
        || surface.quotation_of(at).is_some()
    {
        return None;
    }
    let sentence = surface.sentence(at);
    let first = sentence.start.max(at.saturating_sub(BEFORE));
    let tour = (first..at).rev().find(|at| {
        matches!(surface.lower(*at), "journey" | "swing" | "tour" | "travels" | "trip" | "visit")
    })?;
    let who = cast.who(at + 1).filter(|who| cast.kind(*who) == EntityKind::Person)?;
    let group = verb_group(surface, at);
    let relative = (tour + 1..at).any(|at| matches!(surface.lower(at), "that" | "which" | ","));
    if group.negated || !relative {
        return None;
    }
    let limit = clause_limit(cast, at).max(at + 4).min(sentence.end);
    let place = scene.place_at(at + 3, limit)?;
    let over = matches!(surface.lower(at), "took" | "taken") && !group.future && !group.modal;
    let status = if over { MeetingStatus::Held } else { MeetingStatus::Planned };
    // A tour of many stops is told as a whole.
    let (stops, end) = scene.stops(at + 3, sentence.end);
    if stops.len() > 2 {
        return None;
    }
    let words = at..end.max(at + 4).min(sentence.end);
    Some(Trigger {
        certain: true,
        when: scene.dates_in(at, limit).first().map(|date| date.when).unwrap_or_default(),
        place: Some(place),
        parties: vec![(who, words)],
        ..Trigger::bare(at..at + 1, at, MeetingKind::Visit, status)
    })
}
