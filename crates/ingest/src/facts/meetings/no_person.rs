//! What is met and is nobody: needs, deadlines, the press, one's own staff.

use super::discussed::is_the_press;
use super::verbs::is_speaking_out;
use crate::surface::Surface;

/// Whether what is met is no person: "to meet our net zero emissions targets".
pub(super) fn meets_no_person(surface: &Surface, at: usize) -> bool {
    let meets = matches!(surface.lower(at), "meet" | "meets" | "met" | "meeting");
    // "held a meet and greet"
    let greets = matches!(surface.lower(at + 1), "and" | "-" | "&")
        && (at..at + 5).any(|at| matches!(surface.lower(at), "greet" | "greets"))
        && at > 0
        && !surface.pos(at - 1).is_verb()
        && !matches!(surface.lower(at - 1), "to" | "will" | "and" | "also" | "would");
    if is_speaking_out(surface, at) || meets && (greets || is_the_press(surface, at + 1)) {
        return true;
    }
    let mut after = (at + 1..surface.sentence(at).end.min(at + 8))
        .take_while(|at| !matches!(surface.word(*at), "," | ";" | "with" | "to" | "in"));
    meets && (after.any(|at| is_no_person(surface.lower(at))) || meets_staff(surface, at))
}

/// "will meet with consular staff": their own people.
fn meets_staff(surface: &Surface, at: usize) -> bool {
    let own = |at: usize| {
        matches!(surface.lower(at), "the" | "u.s." | "consular" | "embassy" | "mission" | "local")
    };
    let first = at + 2;
    let noun = first + (first..first + 4).take_while(|at| own(*at)).count();
    surface.lower(at + 1) == "with"
        && surface.lower(noun) == "staff"
        && !matches!(surface.lower(noun + 1), "of" | "from")
}

pub(super) fn is_no_person(word: &str) -> bool {
    matches!(
        word,
        "needs"
            | "need"
            | "demand"
            | "guideline"
            | "guidelines"
            | "moment"
            | "objectives"
            | "pledges"
            | "requirement"
            | "demands"
            | "deadline"
            | "requirements"
            | "challenge"
            | "challenges"
            | "obligations"
            | "target"
            | "targets"
            | "criteria"
            | "goals"
            | "goal"
            | "standards"
            | "conditions"
            | "commitments"
            | "expectations"
            | "resistance"
            | "opposition"
    )
}
