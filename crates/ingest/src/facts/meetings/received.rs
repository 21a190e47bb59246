//! Whom somebody receives: persons, or those of states who are told by their office.

use super::Trigger;
use super::scene::{DIPLOMATIC, Scene};
use crate::entities::{Cast, MemberId};
use crate::surface::Run;
use crate::tagger::Pos;
use chancery_model::{EntityKind, MeetingKind};

/// Whether a token makes the words before it the owner of a thing. "Chad's Ann Lee" is none.
pub(super) fn owns_a_thing(cast: &Cast, at: usize) -> bool {
    let is = |at: Option<usize>, kind: EntityKind| {
        at.and_then(|at| cast.who(at)).is_some_and(|who| cast.kind(who) == kind)
    };
    let owns = cast.surface.lower(at) == "'s" || cast.surface.pos(at) == Pos::Possessive;
    owns && !(is(at.checked_sub(1), EntityKind::State) && is(Some(at + 1), EntityKind::Person))
}

/// So many words behind where somebody is welcomed to may tell what for.
const FOR: usize = 12;

/// "welcomed Lee to Lima on Monday for a state visit": where to, and that it is a visit. `to`: behind whom.
pub(super) fn welcomed_to(scene: &Scene, trigger: &mut Trigger, to: usize) {
    let surface = scene.cast.surface;
    let end = surface.sentence(trigger.head).end;
    if surface.lower(to) != "to" || to + 1 >= end || trigger.place.is_some() {
        return;
    }
    let limit = super::phrases::clause_limit(scene.cast, to);
    let place = || scene.place_at(to + 1, end).or_else(|| scene.place(to + 1, limit));
    // "welcomed the President of Chad, Ann Lee, to the palace in Oslo on Monday"
    if trigger.when.is_unknown() {
        trigger.when = scene.when(to, limit);
    }
    let Some(place) = place() else { return };
    trigger.place = Some(place);
    let visits = |at: usize| matches!(surface.lower(at), "trip" | "visit");
    let of_it = |at: usize| matches!(surface.lower(at), "for" | "on");
    let last = (to + 1..end.min(to + FOR)).find(|at| visits(*at));
    if last.is_some_and(|last| (to + 1..last).any(of_it)) {
        trigger.kind = MeetingKind::Visit;
    }
}

/// "will host military chiefs from 20 countries", "is hosting EU leaders in Lima": whether several are hosted who
/// are told only by what they are.
pub(super) fn hosts_several(scene: &Scene, at: usize, object: &Run) -> bool {
    let cast = scene.cast;
    let surface = cast.surface;
    let last = object.end.saturating_sub(1);
    let word = surface.lower(last);
    let several = surface.pos(last).is_plural()
        && (DIPLOMATIC.contains(&word) || matches!(word, "chiefs" | "commanders"));
    let here = surface.sentence(at);
    let told = !scene.dates_in(at, here.end).is_empty() || surface.lower(object.end) == "in";
    surface.lower(at).starts_with("host")
        && several
        && told
        && matches!(
            surface.lower(object.end),
            "." | "," | "at" | "for" | "from" | "in" | "of" | "on"
        ) | scene.is_date(object.end)
}

/// Those who are received: the persons, else the states whose leaders they are.
pub(super) fn received(scene: &Scene, object: &Run) -> Vec<MemberId> {
    let cast = scene.cast;
    let all = cast.actors(object);
    let of_kind = |kind: EntityKind| -> Vec<MemberId> {
        all.iter().copied().filter(|who| cast.kind(*who) == kind).collect()
    };
    let persons = of_kind(EntityKind::Person);
    let surface = cast.surface;
    // "the presidents of Chad and Mali", "the Chadian president"
    let office = |at: usize| {
        matches!(
            surface.lower(at),
            "leader"
                | "leaders"
                | "minister"
                | "ministers"
                | "president"
                | "presidents"
                | "chancellor"
        )
    };
    let told = surface.pos(object.start).is_determiner() && object.clone().any(office);
    if persons.is_empty() && told { of_kind(EntityKind::State) } else { persons }
}
