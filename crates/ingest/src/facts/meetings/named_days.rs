//! Days that are told beside a noun for a meeting and are not the day of it.

use super::scene::Scene;
use chancery_model::Date;

/// Dates of a sentence that are looked at, at most.
const LOOKED_AT: usize = 8;

/// Whether a date is among the words for a meeting, and a day is told before them in their sentence.
pub(super) fn has_a_day(scene: &Scene, left: usize, head: usize) -> bool {
    if !(left.saturating_sub(1)..head).any(|at| scene.is_date(at)) {
        return false;
    }
    let first = scene.cast.surface.sentence(left).start;
    let mut dates = scene.dates_in(first, left).iter().rev().take(LOOKED_AT);
    dates.any(|date| date.when.from.is_some_and(Date::is_day))
}

/// Whether a day stands among or right behind the words for a meeting: "of Friday's summit", "of the
/// visit on Friday".
pub(super) fn definite_day(scene: &Scene, left: usize, head: usize) -> bool {
    (left..head + 4).any(|at| scene.is_date(at))
}
