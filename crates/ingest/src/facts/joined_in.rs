//! Those who say something together by one joining others: "Chad joined Mali and Peru in calling for calm".

use super::cues::{Source, settle};
use super::issuers::Issuers;
use crate::clauses::{VerbGroup, subject_before, verb_group};
use crate::entities::Cast;

/// So many words may name whom somebody joins.
const JOINED: usize = 60;

/// All who say what follows "in" and a participle: those who join, and those whom they join.
pub(super) fn joined_in(cast: &Cast, group: &VerbGroup, we: &Issuers) -> Option<Source> {
    let surface = cast.surface;
    let first = surface.sentence(group.main).start;
    let into = group.run.start.checked_sub(1).filter(|at| *at > first + 1)?;
    if surface.lower(into) != "in" {
        return None;
    }
    let from = first.max(into.saturating_sub(JOINED));
    let join = (from..into).rev().find(|at| {
        matches!(surface.lower(*at), "join" | "joins" | "joined" | "joining")
            && surface.pos(*at).is_verb()
    })?;
    // A verb between has a clause of its own: "joined Chad and met Lee in urging".
    if (join + 1..into).any(|at| surface.pos(at).is_finite_verb() && cast.mention_at(at).is_none())
    {
        return None;
    }
    let ends = |at: usize| cast.ends_mention(at);
    // "urged Chad to join them", "did not join", "may join": nothing that is said.
    let joins = verb_group(surface, join);
    if joins.infinitive || joins.negated || joins.modal {
        return None;
    }
    let start = joins.run.start;
    let mut source = settle(cast, subject_before(surface, start, &ends)?, we)?;
    let by = usize::from(matches!(surface.lower(join + 1), "by" | "with"));
    for other in cast.actors(&(join + 1 + by..into)) {
        if !source.who.contains(&other) {
            source.who.push(other);
        }
    }
    source.shared = true;
    Some(source)
}
