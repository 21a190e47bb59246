//! Whose chance it is to meet or to travel: "it was the Secretary's first opportunity to travel to
//! India".

use crate::entities::Cast;
use crate::surface::Run;
use crate::tagger::Pos;

/// Words between a noun for a chance and the verb that tells of what, at most.
const BETWEEN: usize = 7;

/// Words between whose chance it is and the noun, at most.
const OWN: usize = 3;

/// The words for whom the noun before an infinitive tells to have the chance, where they own it.
pub(super) fn owner(cast: &Cast, verb: usize) -> Option<Run> {
    let surface = cast.surface;
    let first = surface.sentence(verb).start;
    let noun = (first.max(verb.saturating_sub(BETWEEN))..verb).rev().find(|at| {
        matches!(surface.lower(*at), "chance" | "opportunity" | "privilege" | "honor" | "honour")
    })?;
    // "the Secretary's first opportunity as Secretary of State to travel"
    let told = (noun + 1..verb).any(|at| surface.pos(at).is_finite_verb());
    let possessed = (first.max(noun.saturating_sub(OWN))..noun).rev().find(|at| {
        surface.pos(*at) == Pos::Possessive || surface.pos(*at) == Pos::PossessivePronoun
    })?;
    let run = if surface.pos(possessed) == Pos::PossessivePronoun {
        possessed..possessed + 1
    } else {
        let last = possessed.checked_sub(1)?;
        let named = cast.mention_at(last).map(|mention| mention.run.start);
        let start = named.unwrap_or(last);
        let the = start.checked_sub(1).filter(|at| surface.lower(*at) == "the");
        the.unwrap_or(start)..possessed
    };
    (!told && run.start >= first && !cast.actors(&run).is_empty()).then_some(run)
}
