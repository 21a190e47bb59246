//! Meetings that are put off to a day that is told: they are still to come.

use super::Trigger;
use crate::entities::Cast;
use chancery_model::{MeetingStatus, When};

/// So many words after a meeting's it may be told that it was moved.
const FAR: usize = 24;

/// Whether the clause around the words for a meeting puts it off until a day.
pub(super) fn is_moved(cast: &Cast, trigger: &Trigger) -> bool {
    let surface = cast.surface;
    let sentence = surface.sentence(trigger.head);
    let first = sentence.start.max(trigger.head.saturating_sub(8));
    let end = sentence.end.min(trigger.head + FAR);
    let puts_off = |at: usize| {
        surface.reads(at, &["put", "off"])
            || matches!(surface.lower(at), "postponed" | "delayed" | "rescheduled" | "postpone")
    };
    let until = |at: usize| matches!(surface.lower(at), "until" | "till");
    (first..end).filter(|at| puts_off(*at)).any(|at| {
        let indefinitely = (at..at + 5).any(|at| {
            surface.lower(at) == "indefinitely" || surface.reads(at, &["further", "notice"])
        });
        let near = (at + 1..end.min(at + 12)).find(|at| until(*at));
        !indefinitely && near.is_some()
    })
}

/// The day until which it is put off is the day on which it will be.
pub(super) fn on_the_day(status: MeetingStatus, when: When) -> When {
    match (status, when.from) {
        (MeetingStatus::Planned, None) => When { from: when.to, ..when },
        _ => when,
    }
}
