//! Journeys that nobody makes: "was too ill to travel", "did not make the trip", "cancelled her trip" tell
//! of the gathering to which somebody did not come, and of no visit besides.

use super::Trigger;
use super::around::is_of_neither;
use super::scene::Scene;
use crate::clauses::verb_group;
use crate::entities::Cast;
use crate::surface::Surface;
use crate::tagger::Pos;
use chancery_model::MeetingKind;

/// So many sentences before it a gathering may be named.
const NEAR: usize = 3;

/// How words begin that call a journey off.
const CALL_OFF: &[&str] =
    &["cancel", "scrap", "drop", "shelv", "abandon", "postpon", "call", "axed"];

/// Leaves out journeys that were not made to a gathering that is told of. `known` is in order.
pub(super) fn without_untravelled(scene: &Scene, known: &mut Vec<Trigger>) {
    let surface = scene.cast.surface;
    let gatherings: Vec<usize> = known
        .iter()
        .filter(|trigger| trigger.kind != MeetingKind::Visit && !trigger.weak)
        .map(|trigger| trigger.head)
        .collect();
    known.retain(|trigger| {
        if trigger.kind != MeetingKind::Visit {
            return true;
        }
        let sentence = surface.sentence(trigger.head);
        let next = gatherings.partition_point(|head| *head < trigger.head);
        let goal = gatherings.get(next).is_some_and(|head| *head < sentence.end);
        let before = next.checked_sub(1).is_some_and(|at| {
            let told = surface.sentence_of(gatherings[at]);
            surface.sentence_of(trigger.head).saturating_sub(told) <= NEAR
        });
        let verb = surface.pos(trigger.head).is_verb();
        let to_it = goal || before && trigger.place.is_none();
        let stays =
            if verb { stays(scene.cast, trigger.head) } else { is_not_made(scene.cast, trigger) };
        !(to_it && stays)
    });
}

/// "too ill to travel", "refused to go", "neither of them flew"
fn stays(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    let group = verb_group(surface, at);
    if group.negated || is_of_neither(cast, at) {
        return true;
    }
    let first = surface.sentence(at).start.max(group.run.start.saturating_sub(6));
    group.infinitive
        && (first..at).any(|at| {
            let word = surface.lower(at);
            matches!(word, "too" | "unable" | "unwilling" | "loath")
                || ["refus", "declin", "fail"].iter().any(|stem| word.starts_with(stem))
        })
}

/// "did not make the trip", "cancelled her trip"
fn is_not_made(cast: &Cast, trigger: &Trigger) -> bool {
    let surface = cast.surface;
    let first = surface.sentence(trigger.head).start.max(trigger.head.saturating_sub(6));
    let Some(verb) = (first..trigger.head).rev().find(|at| surface.pos(*at).is_verb()) else {
        return false;
    };
    let own = |at: usize| surface.pos(at) == Pos::PossessivePronoun || surface.lower(at) == "the";
    if !(verb + 1..trigger.head).any(own) {
        return false;
    }
    if matches!(surface.lower(verb), "make" | "made" | "making") {
        return verb_group(surface, verb).negated
            || has_nobody(surface, surface.sentence(verb).start, verb)
            || (first..verb).any(|at| surface.lower(at) == "not");
    }
    let called_off = CALL_OFF.iter().any(|stem| surface.lower(verb).starts_with(stem));
    called_off && surface.pos(verb + 1) == Pos::PossessivePronoun && trigger.place.is_none()
}

/// "no official of lower rank made the trip"
fn has_nobody(surface: &Surface, first: usize, verb: usize) -> bool {
    (first.max(verb.saturating_sub(12))..verb)
        .any(|at| matches!(surface.lower(at), "no" | "nobody" | "none" | "neither"))
}

/// Where "cancelled her trip" ends, without a place that it was to go to.
pub(super) fn calls_own_trip_off(cast: &Cast, at: usize) -> Option<usize> {
    let surface = cast.surface;
    let word = surface.lower(at);
    let calls = CALL_OFF.iter().any(|stem| word.starts_with(stem));
    let own = at + 1 + usize::from(surface.lower(at + 1) == "off");
    if !calls || surface.pos(own) != Pos::PossessivePronoun || verb_group(surface, at).passive {
        return None;
    }
    let trip = (own + 1..own + 4).find(|at| {
        matches!(
            surface.lower(*at),
            "trip" | "journey" | "flight" | "participation" | "attendance" | "appearance"
        )
    })?;
    let plain =
        (own + 1..trip).all(|at| surface.pos(at).is_adjective() || surface.lower(at) == "own");
    let whither = matches!(surface.lower(trip + 1), "to" | "through" | "around");
    (plain && !whither).then_some(trip + 1)
}
