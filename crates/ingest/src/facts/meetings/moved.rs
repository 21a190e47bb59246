//! Meetings that are put off to a day that is told: they are still to come.

use super::Trigger;
use crate::clauses::{is_day, is_month};
use crate::entities::Cast;
use crate::surface::Surface;
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
        let near = (at + 1..end.min(at + 12))
            .any(|at| until(at) || is_to_a_day(surface, at) || is_by_a_while(surface, at));
        !indefinitely && near
    })
}

/// "postponed to June", "put off to next month"
fn is_to_a_day(surface: &Surface, to: usize) -> bool {
    let day = to + 1 + usize::from(matches!(surface.lower(to + 1), "early" | "late" | "mid" | "a"));
    let later = matches!(surface.lower(day), "next" | "later")
        && !surface.lower(day + 1).starts_with("meeting");
    surface.lower(to) == "to"
        && (is_month(surface.lower(day)) || is_day(surface.lower(day)) || later)
}

/// "postponed by a week", "delayed for two days"
fn is_by_a_while(surface: &Surface, by: usize) -> bool {
    let while_ = |at: usize| {
        matches!(
            surface.lower(at),
            "day" | "days" | "hours" | "week" | "weeks" | "month" | "months" | "year"
        )
    };
    matches!(surface.lower(by), "by" | "for") && (by + 2..by + 4).any(while_)
}

/// The day until which it is put off is the day on which it will be.
pub(super) fn on_the_day(status: MeetingStatus, when: When) -> When {
    match (status, when.from) {
        (MeetingStatus::Planned, None) => When { from: when.to, ..when },
        _ => when,
    }
}
