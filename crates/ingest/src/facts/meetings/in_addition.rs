//! Who has meetings that are told of as an addition to others: "Lee will meet with officials of Chad in
//! addition to meetings with Kim".

use crate::clauses::{subject_before, verb_group};
use crate::entities::{Cast, MemberId};
use crate::surface::Run;

/// Words of a clause before "in addition to", at most.
const CLAUSE: usize = 60;

/// Whoever meets the others, where the words for meetings begin behind "in addition to".
pub(super) fn met_in_addition(cast: &Cast, left: usize) -> Vec<(MemberId, Run)> {
    let surface = cast.surface;
    let sentence = surface.sentence(left);
    let Some(from) = left.checked_sub(3).filter(|at| *at > sentence.start) else {
        return Vec::new();
    };
    if !surface.reads(from, &["in", "addition", "to"]) {
        return Vec::new();
    }
    let first = sentence.start.max(from.saturating_sub(CLAUSE));
    let meets = |at: &usize| {
        matches!(surface.lower(*at), "met" | "meet" | "meets") && surface.pos(*at).is_verb()
    };
    let Some(verb) = (first..from).find(meets) else { return Vec::new() };
    let group = verb_group(surface, verb).run;
    let subject = subject_before(surface, group.start, &|at| cast.ends_mention(at));
    let who = subject.map(|run| cast.actors(&run)).unwrap_or_default();
    who.into_iter().map(|who| (who, group.start..verb + 1)).collect()
}
