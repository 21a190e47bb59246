//! Where a meeting is, told by where somebody had come to for it or left after it: "was in Oslo on Friday to
//! meet Lee", "left Lima on Monday after talks with Kim".

use super::scene::Scene;
use super::{PlaceWords, Trigger};
use chancery_model::MeetingKind;

/// Words between the place that somebody left and those for a meeting, at most.
const FAR: usize = 12;

/// Gives a meeting that no words of its own place the place that somebody came to or left.
pub(super) fn placed(scene: &Scene, trigger: Trigger) -> Trigger {
    let open =
        trigger.place.is_none() && !matches!(trigger.kind, MeetingKind::Visit | MeetingKind::Call);
    let place = open.then(|| come_to(scene, &trigger).or_else(|| gone_from(scene, &trigger)));
    match place.flatten() {
        None => trigger,
        place => Trigger { place, ..trigger },
    }
}

/// "was in Oslo on Friday to meet Lee".
fn come_to(scene: &Scene, trigger: &Trigger) -> Option<PlaceWords> {
    let surface = scene.cast.surface;
    let first = surface.sentence(trigger.head).start;
    let to = trigger.head.checked_sub(1).filter(|at| surface.lower(*at) == "to" && *at > first)?;
    if !surface.pos(trigger.head).is_verb() {
        return None;
    }
    let from = first.max(to.saturating_sub(FAR));
    let was = (from..to).rev().find(|at| surface.pos(*at).is_verb())?;
    let there = matches!(surface.lower(was), "is" | "was" | "were" | "are" | "be")
        && surface.lower(was + 1) == "in";
    // "was in Oslo on Friday to meet Lee next week": elsewhere, it may be.
    let end = surface.sentence(to).end.min(to + FAR);
    let later = !scene.dates_in(to, end).is_empty();
    (there && !later).then(|| scene.place_at(was + 2, to)).flatten()
}

/// "left Lima on Monday after talks with Kim".
fn gone_from(scene: &Scene, trigger: &Trigger) -> Option<PlaceWords> {
    let cast = scene.cast;
    let surface = cast.surface;
    let first = surface.sentence(trigger.head).start.max(trigger.run.start.saturating_sub(FAR));
    let after = (first..trigger.run.start).rev().find(|at| surface.lower(*at) == "after")?;
    let own = |at: usize| {
        let pos = surface.pos(at);
        pos.is_determiner() || pos.is_adjective() || pos.is_noun() || surface.lower(at) == "his"
    };
    // "left Lima after online talks", "after talks by phone"
    let afar = |at: usize| {
        matches!(
            surface.lower(at),
            "online" | "phone" | "remote" | "telephone" | "video" | "videoconference" | "virtual"
        )
    };
    let end = surface.sentence(trigger.head).end.min(trigger.run.end + FAR);
    if !(after + 1..trigger.run.start).all(own) || (after + 1..end).any(afar) {
        return None;
    }
    let left = (first..after).rev().find(|at| surface.pos(*at).is_verb())?;
    let name = cast.name_at(left + 1).filter(|name| name.run.start == left + 1)?;
    let between = |at: usize| scene.is_date(at) || matches!(surface.lower(at), "on" | "late");
    let leaves = matches!(surface.lower(left), "left" | "departed" | "leaves");
    (leaves && (name.run.end..after).all(between))
        .then(|| scene.place_at(left + 1, after))
        .flatten()
}
