//! How what was planned or offered came out, as far as the sentence that tells of it says: an invitation
//! that is still open, a stay that somebody was due for and missed.

use crate::surface::Surface;
use crate::tagger::Pos;

/// So many words behind an invitation its sentence is looked through.
const FAR: usize = 40;
/// Words between "where" and the verb of its clause, at most.
const CLAUSE: usize = 6;
/// Words between "due" and "but", at most.
const BUT: usize = 14;

/// Whether what a verb of inviting invites to is yet to come: not where somebody "had invited" another, nor
/// where it is told what was done there.
pub(crate) fn is_open(surface: &Surface, invited: usize) -> bool {
    let sentence = surface.sentence(invited);
    let before = |by: usize| {
        let at = invited.checked_sub(by).filter(|at| *at >= sentence.start);
        at.map_or("", |at| surface.lower(at))
    };
    let past = surface.lower(invited) == "invited";
    let had = before(1) == "had" || before(2) == "had";
    let whom = (2..=CLAUSE).any(|by| before(by) == "whom");
    !(past && (had || whom)) && !is_told_what_was_done(surface, invited, sentence.end)
}

/// "talks in April, which collapsed", "a meeting on Monday, where they discussed trade", "to visit Lima, said
/// that her visit had been a success".
fn is_told_what_was_done(surface: &Surface, at: usize, end: usize) -> bool {
    let end = end.min(at + FAR);
    let past = |from: usize| {
        let until = end.min(from + CLAUSE);
        let verb = (from..until).find(|at| surface.pos(*at).is_finite_verb());
        verb.is_some_and(|verb| {
            let ahead = (verb + 1..until).any(|at| {
                matches!(surface.lower(at), "due" | "expected" | "scheduled" | "set" | "to")
            });
            surface.pos(verb) == Pos::VerbPast && !ahead
        })
    };
    (at + 2..end).any(|at| match surface.lower(at) {
        "where" | "which" => surface.word(at - 1) == "," && past(at + 1),
        "meeting" | "stay" | "summit" | "talks" | "trip" | "visit" => {
            matches!(surface.lower(at - 1), "her" | "his" | "the" | "their")
                && matches!(surface.lower(at + 1), "had" | "was" | "were")
                && past(at + 1)
        }
        _ => false,
    })
}

/// "was due in Oslo on Monday but fell ill": whether what somebody was due for did not come about.
pub(crate) fn was_missed(surface: &Surface, due: usize) -> bool {
    let sentence = surface.sentence(due);
    let was = due.checked_sub(1).filter(|at| *at >= sentence.start);
    let but = (due + 1..sentence.end.min(due + BUT)).find(|at| surface.lower(*at) == "but");
    was.is_some_and(|was| matches!(surface.lower(was), "was" | "were"))
        && but.is_some_and(|but| {
            let verb = surface.lower(but + 1);
            let says = matches!(verb, "added" | "denied" | "insisted" | "said" | "told" | "warned");
            surface.pos(but + 1) == Pos::VerbPast && !says || matches!(verb, "did" | "never")
        })
}
