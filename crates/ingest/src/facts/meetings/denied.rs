//! What is denied where somebody "denied that" or "denied reports that": the clause that "that" begins, and
//! none that only tells when or of whom.

use crate::clauses::VerbGroup;
use crate::surface::Surface;

/// Whether a verb is the first of the clause that "that" at a token begins, or is joined to it: "denied that
/// it had met Lee and signed"; not "denied that it had fired while Lee met Kim".
pub(super) fn is_of_what_that_tells(surface: &Surface, that: usize, group: &VerbGroup) -> bool {
    let end = group.run.start;
    let mut told = false; // a verb stands before this token that is joined to none
    let mut at = that + 1;
    while at < end {
        let opens = matches!(
            surface.lower(at),
            "after"
                | "although"
                | "as"
                | "because"
                | "before"
                | "if"
                | "since"
                | "though"
                | "until"
                | "when"
                | "where"
                | "which"
                | "while"
                | "who"
                | "whom"
                | "whose"
        );
        if opens {
            // "denied that Lee, who is ill, had met Kim"
            let aside = surface.word(at - 1) == ",";
            let close = (at..end).find(|at| aside && surface.word(*at) == ",");
            let Some(close) = close else { return false };
            at = close;
        } else if matches!(surface.lower(at), "and" | "or") {
            told = false;
        } else if surface.pos(at).is_finite_verb() {
            told = true;
        }
        at += 1;
    }
    !told
}
