//! With whom something is discussed, and what is not of whom: the thing itself, and who works on it.

use crate::surface::{Run, Surface};
use crate::tagger::Pos;

/// "discussed what the government, working with Congress, plans": who works with others is none who talks.
pub(super) fn is_of_a_deed(surface: &Surface, with: usize) -> bool {
    surface.pos(with - 1) == Pos::VerbGerund
}

/// "discussed with Chadian officials the war in Mali": whom somebody talked with, without what about.
pub(super) fn before_what_is_discussed(surface: &Surface, run: Run) -> Run {
    let ends = |at: &usize| {
        let opens = surface.pos(*at).is_determiner() || surface.pos(*at) == Pos::PossessivePronoun;
        opens && surface.pos(*at - 1).is_noun()
    };
    let end = (run.start + 1..run.end).find(ends).unwrap_or(run.end);
    run.start..end
}
