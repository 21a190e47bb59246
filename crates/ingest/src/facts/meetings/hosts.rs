//! Who holds a meeting, in a clause behind the noun for it: "a meeting that I'll convene on Monday".

use super::scene::Scene;
use crate::clauses::{subject_before, verb_group};
use crate::entities::MemberId;
use crate::surface::Run;

/// Words from the noun to the verb of the clause, at most.
const CLAUSE: usize = 8;

/// Whoever holds the meeting, where "that" or "which" stands at a token and its clause tells who.
pub(super) fn of_clause(scene: &Scene, that: usize) -> Option<(Vec<MemberId>, Run)> {
    let cast = scene.cast;
    let surface = cast.surface;
    if !matches!(surface.lower(that), "that" | "which") {
        return None;
    }
    let end = surface.sentence(that).end.min(that + CLAUSE);
    let verb =
        (that + 1..end).find(|at| surface.pos(*at).is_verb() && holds(surface.lower(*at)))?;
    let group = verb_group(surface, verb);
    let run = subject_before(surface, group.run.start, &|at| cast.ends_mention(at))?;
    let hosts = cast.actors(&run);
    (!group.negated && run.start > that && !hosts.is_empty()).then_some((hosts, run))
}

fn holds(word: &str) -> bool {
    ["chair", "co-chair", "co-host", "conven", "host", "lead", "led"]
        .iter()
        .any(|stem| word.starts_with(stem))
}
