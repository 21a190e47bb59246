//! Who gathers, and who is brought together: "the Lima Group assembled", "brought Lee and Kim together".

use super::phrases::phrase_from;
use super::scene::Scene;
use crate::entities::MemberId;
use crate::surface::Run;
use chancery_model::EntityKind;

/// Words in the names of bodies that states make up.
const BODIES: &[&str] = &[
    "alliance",
    "association",
    "commission",
    "community",
    "conference",
    "council",
    "group",
    "league",
    "nations",
    "organisation",
    "organization",
    "quartet",
    "union",
];

/// Whether whoever gathers is one body that no state owns.
pub(super) fn is_body_of_states(scene: &Scene, left: &[MemberId]) -> bool {
    let [who] = left else { return false };
    let member = scene.cast.member(*who);
    let name = member.name.to_lowercase();
    member.kind == EntityKind::Organization
        && member.of.is_none()
        && name.split(' ').any(|word| BODIES.contains(&word))
}

/// "EU foreign ministers met", "the ministers of Chad, Mali and Peru met": ministers of a body, or of three
/// states, hold a conference.
pub(super) fn are_ministers(scene: &Scene, left: &[MemberId], subject: Option<&Run>) -> bool {
    let cast = scene.cast;
    let several = |run: &Run| run.clone().any(|at| cast.surface.lower(at).ends_with("ministers"));
    let count = |kind| left.iter().filter(|who| cast.kind(**who) == kind).count();
    let body = left.iter().any(|who| {
        let member = cast.member(*who);
        member.kind == EntityKind::Organization && member.of.is_none()
    });
    let persons = count(EntityKind::Person);
    subject.is_some_and(several) && persons < 2 && (body || count(EntityKind::State) > 2)
}

/// "brought Lee and Kim together": those two, and their words.
pub(super) fn brought_together(
    scene: &Scene,
    at: usize,
    limit: usize,
) -> Option<(Vec<MemberId>, Run)> {
    let cast = scene.cast;
    // "brought together Lee and Kim"
    let first = cast.surface.lower(at + 1) == "together";
    let run = phrase_from(cast, at + 1 + usize::from(first), limit);
    let who = cast.actors(&run);
    let parties = |who: &MemberId| match cast.kind(*who) {
        EntityKind::Person | EntityKind::State => true,
        EntityKind::Organization => cast.lexicon.armed.contains(&cast.member(*who).name),
        EntityKind::Place => false,
    };
    let named = who.iter().filter(|who| parties(who)).count() > 1;
    (named && (first || cast.surface.lower(run.end) == "together")).then_some((who, run))
}
