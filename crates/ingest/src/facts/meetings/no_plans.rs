//! Meetings that somebody is ready for, or has no plans to have: none that is to be.

use crate::surface::{Run, Surface};

/// The few words before the "to" of an infinitive at a token.
fn before_to(surface: &Surface, at: usize) -> Option<Run> {
    let first = surface.sentence(at).start;
    let to = at.checked_sub(1).filter(|to| *to >= first && surface.lower(*to) == "to")?;
    Some(to.saturating_sub(3).max(first)..to)
}

fn has(surface: &Surface, run: &Run, words: &[&str]) -> bool {
    run.clone().any(|at| words.contains(&surface.lower(at)))
}

/// "There are no plans to meet", "remains open to meeting without preconditions": no meeting that is
/// to be.
pub(super) fn is_readiness(surface: &Surface, at: usize) -> bool {
    before_to(surface, at).is_some_and(|before| {
        has(surface, &before, &["openness", "readiness", "willingness"])
            || before.clone().next_back().is_some_and(|at| surface.lower(at) == "open")
    }) || has_no_plans(surface, at)
}

/// "has no plans to meet Lee", "without any intention to travel".
pub(super) fn has_no_plans(surface: &Surface, at: usize) -> bool {
    before_to(surface, at).is_some_and(|before| {
        has(surface, &before, &["no", "any"])
            && has(surface, &before, &["plan", "plans", "intention", "intentions"])
    })
}
