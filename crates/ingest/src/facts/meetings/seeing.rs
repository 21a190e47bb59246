//! Meetings told by "see": "went on to see Lee", "are due to see each other", "turned down a request to
//! see him". Of seeing much else is told, so only what leads to it makes a meeting of it.

use super::phrases::phrase_from;
use super::scene::Scene;
use crate::clauses::VerbGroup;
use crate::entities::MemberId;
use crate::surface::Run;
use crate::tagger::Pos;
use chancery_model::EntityKind;

/// So many words back what leads to it is looked for.
const NEAR: usize = 14;

/// How somebody comes to see another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// Went there to do it, or asked to.
    Sets,
    /// Will not have it.
    Refuses,
}

/// What leads to "to see": a verb of going there, or of saying no to it.
pub(super) fn way(scene: &Scene, group: &VerbGroup) -> Option<Way> {
    let surface = scene.cast.surface;
    let to = group.run.clone().find(|at| surface.lower(*at) == "to")?;
    let first = surface.sentence(to).start.max(to.saturating_sub(NEAR));
    let before = to.checked_sub(1).filter(|at| *at >= first)?;
    if group.future {
        return None;
    }
    match surface.lower(before) {
        "declined" | "declines" | "refused" | "refuses" | "refusing" | "declining" => {
            return Some(Way::Refuses);
        }
        "request" | "requests" | "invitation" | "offer" => {
            let turned = (first..before).any(|at| {
                matches!(surface.lower(at), "declined" | "refused" | "rejected" | "rebuffed")
                    || matches!(surface.lower(at), "turned" | "turning")
                        && (surface.lower(at + 1) == "down" || surface.lower(at + 1) == "aside")
            });
            return turned.then_some(Way::Refuses);
        }
        _ => {}
    }
    let verb = (first..=before)
        .rev()
        .find(|at| surface.pos(*at).is_verb() && scene.cast.mention_at(*at).is_none())?;
    let goes = matches!(
        surface.lower(verb),
        "went" | "flew" | "travelled" | "traveled" | "drove" | "hurried" | "rushed" | "arrived"
    );
    let plain = (verb + 1..to).all(|at| !matches!(surface.word(at), ";" | "," | "and"));
    (goes && plain).then_some(Way::Sets)
}

/// "see each other", "see one another": where the words for both end.
pub(super) fn each_other(scene: &Scene, at: usize) -> Option<usize> {
    let surface = scene.cast.surface;
    let both =
        surface.reads(at + 1, &["each", "other"]) || surface.reads(at + 1, &["one", "another"]);
    both.then_some(at + 3)
}

/// Whom one sees, if it is nobody but persons, and not what they do: "to see Lee go".
pub(super) fn seen(scene: &Scene, at: usize, limit: usize) -> Option<(Vec<MemberId>, Run)> {
    let cast = scene.cast;
    let surface = cast.surface;
    let run = phrase_from(cast, at + 1, limit);
    let who = cast.actors(&run);
    let persons = who.iter().all(|who| cast.kind(*who) == EntityKind::Person);
    let named = !who.is_empty() || scene.people(&run);
    // "to see the president's son", "to see officials as partners", "to see Lee freed"
    let next = surface.pos(run.end);
    let does = matches!(next, Pos::VerbBase | Pos::VerbGerund | Pos::VerbParticiple);
    let thing = run.clone().any(|at| {
        surface.lower(at) == "'s"
            && who.len() < 2
            && scene.cast.mention_at(at + 1).is_none()
            && cast.title_starting(at + 1).is_none()
    });
    (persons && named && !run.is_empty() && !does && !thing).then_some((who, run))
}
