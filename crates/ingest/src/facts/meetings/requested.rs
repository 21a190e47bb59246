//! Who asks for a meeting that is to be theirs: "Lee has requested a meeting with Kim".

use super::Trigger;
use super::scene::Scene;
use super::verbs::subject;
use crate::clauses::verb_group;
use chancery_model::MeetingKind;

/// Verbs by which somebody asks for a meeting with others.
#[rustfmt::skip]
const ASKS: &[&str] = &[
    "offered", "offering", "offers", "propose", "proposed", "proposes", "proposing", "request", "requested",
    "requesting", "requests", "seek", "seeking", "seeks", "sought", "suggested", "suggests",
];

/// Adds whoever asks for a meeting with somebody to those who are to take part. `left`: where the words for it
/// begin.
pub(super) fn add_requester(scene: &Scene, trigger: &mut Trigger, left: usize) {
    let surface = scene.cast.surface;
    let first = surface.sentence(left).start;
    let with = surface.lower(trigger.head + 1) == "with";
    let verb = left.checked_sub(1).filter(|at| *at > first && with);
    // "asked for a meeting with Kim"
    let asked = |at: usize| {
        surface.lower(at) == "for"
            && matches!(surface.lower(at - 1), "ask" | "asked" | "asking" | "asks")
    };
    let Some(verb) = verb.map(|at| at - usize::from(asked(at))) else { return };
    if !surface.pos(verb).is_verb()
        || matches!(trigger.kind, MeetingKind::Visit)
        || !(ASKS.contains(&surface.lower(verb)) || asked(verb + 1))
    {
        return;
    }
    let group = verb_group(surface, verb);
    if group.passive || group.negated {
        return;
    }
    let Some(run) = subject(scene, &group) else { return };
    for who in scene.cast.actors(&run) {
        if trigger.parties.iter().all(|(known, _)| *known != who) {
            trigger.parties.push((who, run.start.min(verb)..run.end.max(trigger.head + 1)));
        }
    }
}
