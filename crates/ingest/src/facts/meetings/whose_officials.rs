//! Officials who are named only by those whose they are: "Their foreign ministers met in Oslo", "commanders from
//! both sides will meet".

use super::scene::{DIPLOMATIC, Scene};
use crate::entities::MemberId;
use crate::surface::Run;

/// More nouns for people who meet for their sides.
const OTHERS: &[&str] = &["commanders", "chiefs", "experts", "generals", "officers"];

/// The states or movements whose officials are the subject of a verb, where it names nobody.
pub(super) fn whose_officials(scene: &Scene, subject: &Run) -> Vec<MemberId> {
    let cast = scene.cast;
    let surface = cast.surface;
    let official = |at: usize| {
        let word = surface.lower(at);
        surface.pos(at).is_plural() && (DIPLOMATIC.contains(&word) || OTHERS.contains(&word))
    };
    let their = surface.lower(subject.start) == "their" && official(subject.end - 1);
    let of = || {
        let of = (subject.start + 1..subject.end).find(|at| {
            matches!(surface.lower(*at), "from" | "of")
                && (surface.lower(at + 1) == "both"
                    || surface.reads(at + 1, &["the", "two"])
                    || surface.reads(at + 1, &["the", "three"]))
        })?;
        (of > subject.start && official(of - 1) && of + 2 < subject.end)
            .then_some(of + 1..subject.end)
    };
    let sides = if their { Some(subject.clone()) } else { of() };
    sides.and_then(|run| cast.parties_before(&run)).unwrap_or_default()
}
