//! An invitation that is accepted: what was proposed is agreed upon.

use super::Trigger;
use super::scene::Scene;
use chancery_model::MeetingStatus;

/// So many words behind "accepted" the invitation stands.
const NEAR: usize = 6;
/// So many words before what it is to "accepted an invitation to" may stand.
const BACK: usize = 16;

/// "Lee invited Kim to visit Mali, and Kim accepted the invitation with pleasure."
pub(super) fn plan_accepted(scene: &Scene, triggers: &mut [Trigger]) {
    let surface = scene.cast.surface;
    for trigger in triggers.iter_mut().filter(|it| it.status == MeetingStatus::Proposed) {
        let own = surface.sentence(trigger.head);
        let invited = own.clone().take(80).any(|at| surface.lower(at).starts_with("invit"));
        let next = surface.sentence(own.end);
        let end = if next.start == own.end { next.end } else { own.end };
        let accepted = (own.start.max(trigger.head.saturating_sub(BACK))
            ..end.min(trigger.head + 60))
            .any(|at| {
                matches!(surface.lower(at), "accepted" | "accepts")
                    && crate::clauses::verb_group(surface, at).run.len() < 3
                    && !crate::clauses::verb_group(surface, at).negated
                    && (at + 1..end.min(at + NEAR))
                        .any(|at| matches!(surface.lower(at), "invitation" | "invite"))
            });
        if invited && accepted {
            trigger.status = MeetingStatus::Planned;
            trigger.certain = true;
        }
    }
}
