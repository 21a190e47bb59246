//! Whether a noun phrase is what words of presence or absence are of.

use super::told::told;
use crate::entities::Cast;
use crate::lexicon::Tie;

/// Whether a noun phrase is what somebody is kept out of: "kept three diplomats out of a seminar",
/// "decided not to invite Chad to its assembly".
fn kept_from(cast: &Cast, left: usize) -> bool {
    let surface = cast.surface;
    let first = surface.sentence(left).start;
    let Some(joint) = left.checked_sub(1).filter(|at| *at > first) else { return false };
    if !matches!(surface.lower(joint), "from" | "to" | "of") {
        return false;
    }
    (first.max(left.saturating_sub(16))..joint)
        .rev()
        .take_while(|at| !surface.pos(*at).is_finite_verb() || told_patient(cast, *at).is_some())
        .filter_map(|at| told_patient(cast, at))
        .any(|end| end <= left)
}

/// Where words of keeping somebody out end.
fn told_patient(cast: &Cast, at: usize) -> Option<usize> {
    let verb = cast.surface.pos(at).is_verb();
    let told = verb.then(|| told(cast, at)).flatten()?;
    let end = told.inside.as_ref().map_or(told.end, |run| run.end + 1);
    (told.patient && told.tie == Tie::Excluded).then_some(end)
}

/// Whether words of presence stand right before a noun phrase: "stayed away from a dinner".
pub(super) fn right_before(cast: &Cast, left: usize) -> bool {
    let first = cast.surface.sentence(left).start;
    kept_from(cast, left)
        || (first.max(left.saturating_sub(5))..left).any(|at| {
            told(cast, at).is_some_and(|told| {
                told.end <= left
                    && told.end + 1 >= left
                    && told.inside.as_ref().is_none_or(|run| run.contains(&left))
            })
        })
}
