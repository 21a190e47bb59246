//! Offices that the words around tell to be held no more: "prime minister from 1991 to 1996", "resigned
//! as prime minister", "the chancellor at the time".

use super::titles::Tense;
use crate::surface::Surface;
use crate::tokens::TokenKind;

/// Verbs before "as" that end an office.
const ENDED: &[&str] = &[
    "deposed",
    "dismissed",
    "fired",
    "ousted",
    "quit",
    "removed",
    "replaced",
    "resigned",
    "retired",
    "sacked",
];

/// What the words after an office tell.
pub(super) fn once_after(surface: &Surface, at: usize) -> Option<Tense> {
    let sentence = surface.sentence(at.saturating_sub(1));
    if !sentence.contains(&at) {
        return None;
    }
    let year =
        |at: usize| is_year(surface, at) || is_year(surface, at + 1) && is_month(surface, at);
    match surface.lower(at) {
        "between" | "until" | "till" if year(at + 1) => Some(Tense::Former),
        "from" if year(at + 1) => {
            let through = at + 2 + usize::from(is_month(surface, at + 1));
            let to =
                matches!(surface.lower(through), "to" | "until" | "till" | "through" | "-" | "–");
            (to && year(through + 1)).then_some(Tense::Former)
        }
        "at" if surface.reads(at, &["at", "the", "time"]) && surface.lower(at + 3) != "of" => {
            Some(Tense::Then)
        }
        _ => None,
    }
}

/// What the words before an office tell.
pub(super) fn once_before(surface: &Surface, start: usize) -> Option<Tense> {
    let first = surface.sentence(start).start;
    let verb = start.checked_sub(2).filter(|at| *at >= first)?;
    if surface.lower(start - 1) != "as" {
        return None;
    }
    let word = surface.lower(verb);
    // "Chad sacked Bo Ek as prime minister"
    let named = (first..=verb).rev().take(4).take_while(|at| surface.is_capital(*at)).count();
    let ended = verb.checked_sub(named).filter(|at| named > 0 && *at >= first);
    let sent = ended.is_some_and(|at| {
        matches!(surface.lower(at), "dismissed" | "fired" | "ousted" | "removed" | "sacked")
    });
    let down = verb > first && word == "down" && surface.lower(verb - 1) == "stepped";
    // "who served as": not who serves.
    let served = word == "served" && verb > first && surface.lower(verb - 1) == "who";
    (ENDED.contains(&word) || sent || down || served).then_some(Tense::Former)
}

fn is_year(surface: &Surface, at: usize) -> bool {
    let word = surface.word(at);
    surface.kind(at) == TokenKind::Number
        && word.len() == 4
        && (word.starts_with("19") || word.starts_with("20"))
}

fn is_month(surface: &Surface, at: usize) -> bool {
    crate::clauses::is_month(surface.lower(at))
}
