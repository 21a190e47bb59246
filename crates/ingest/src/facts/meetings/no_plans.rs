//! Meetings that somebody is ready for, or has no plans to have: none that is to be.

use crate::surface::Surface;

/// "There are no plans to meet", "remains open to meeting without preconditions": no meeting that is
/// to be.
pub(super) fn is_readiness(surface: &Surface, at: usize) -> bool {
    let first = surface.sentence(at).start;
    let to = at.wrapping_sub(1);
    if at <= first || surface.lower(to) != "to" {
        return false;
    }
    let before = to.saturating_sub(3).max(first)..to;
    let is = |words: &[&str]| before.clone().any(|at| words.contains(&surface.lower(at)));
    is(&["openness", "readiness", "willingness"])
        || surface.lower(to.wrapping_sub(1)) == "open" && to > first
        || has_no_plans(surface, at)
}

/// "has no plans to meet Lee", "without any intention to travel".
pub(super) fn has_no_plans(surface: &Surface, at: usize) -> bool {
    let first = surface.sentence(at).start;
    let to = at.wrapping_sub(1);
    if at <= first || surface.lower(to) != "to" {
        return false;
    }
    let before = to.saturating_sub(3).max(first)..to;
    let is = |words: &[&str]| before.clone().any(|at| words.contains(&surface.lower(at)));
    is(&["no", "any"]) && is(&["plan", "plans", "intention", "intentions"])
}
