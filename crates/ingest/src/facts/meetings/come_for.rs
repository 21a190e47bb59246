//! Who has come to where a meeting is, for it.

use super::scene::Scene;
use crate::entities::MemberId;
use crate::surface::Run;
use chancery_model::EntityKind;

/// "Lee, who is in Oslo for a climate summit", "Lee, in Oslo for talks": who is where it is, for it.
/// `place`: the "in" before where; `left`: the first of the words for the meeting.
pub(super) fn come_for(scene: &Scene, place: usize, left: usize) -> Option<(MemberId, Run)> {
    let cast = scene.cast;
    let surface = cast.surface;
    let first = surface.sentence(left).start.max(place.saturating_sub(6));
    let is = |at: usize| matches!(surface.lower(at), "is" | "was" | "are" | "were");
    let beside = |at: &usize| {
        is(*at)
            || surface.pos(*at).is_adverb()
            || matches!(surface.lower(*at), "who" | "both" | "also" | "due" | "expected")
            || surface.word(*at) == ","
    };
    let start = (first..place).rev().take_while(beside).last()?;
    let mention = cast.mention_at(start.checked_sub(1)?)?;
    (cast.kind(mention.who) == EntityKind::Person)
        .then(|| (mention.who, mention.run.start..left + 1))
}

/// "had flown in for a meeting": there is one.
pub(super) fn is_come_for(scene: &Scene, left: usize) -> bool {
    let surface = scene.cast.surface;
    let first = surface.sentence(left).start.max(left.saturating_sub(6));
    left > first
        && surface.lower(left - 1) == "for"
        && (first..left - 1).any(|at| {
            matches!(
                surface.lower(at),
                "flown"
                    | "flew"
                    | "fly"
                    | "arrived"
                    | "came"
                    | "come"
                    | "gathered"
                    | "assembled"
                    | "convened"
                    | "travel"
                    | "travelled"
                    | "traveled"
            )
        })
}
