//! Names that look like words ("He Lifeng", "To Lam", "Theresa May"), and names that stand alone as
//! whom somebody met or told.

use super::people::DAYS;
use crate::lexicon::Lexicon;
use crate::surface::Surface;
use crate::tagger::{EntityKind, Pos};
use crate::tokens::TokenKind;

/// Whether a small word in a capital is a family name before a given name: "Vice Premier He Lifeng",
/// "met To Lam". A sentence may begin so before a comma: "He Yafei, the minister".
pub(super) fn is_family_word(surface: &Surface, lexicon: &Lexicon, at: usize) -> bool {
    let given = at + 1;
    let named = surface.is_capital(given)
        && surface.spaced(given)
        && surface.kind(given) == TokenKind::Word
        && surface.word(given).chars().any(char::is_lowercase)
        && !lexicon.ordinary.contains(surface.lower(given))
        && surface.pos(given).is_proper();
    if !named || !matches!(surface.word(at), "He" | "To") {
        return false;
    }
    if surface.sentence(at).start == at {
        return surface.word(at) == "He" && surface.word(at + 2) == ",";
    }
    let before = at - 1;
    let title = lexicon.titles.get(surface.lower(before)).is_some_and(|title| title.head);
    let small = surface.kind(before) == TokenKind::Word && !surface.is_capital(before);
    title || small && surface.pos(before) != Pos::To
}

/// Whether "May" is the end of a name, as in "Theresa May" or "Mrs May", and no month.
pub(super) fn is_may(surface: &Surface, at: usize) -> bool {
    let before = at.wrapping_sub(1);
    surface.word(at) == "May"
        && at > surface.sentence(at).start
        && surface.is_capital(before)
        && surface.spaced(at)
        && matches!(surface.kind(before), TokenKind::Word)
        && !DAYS.contains(&surface.lower(before))
        && !is_modal(surface, at)
        && !crate::clauses::is_month(surface.lower(before))
        && surface.kind(at + 1) != TokenKind::Number
        && surface.entity(at).kind() == Some(EntityKind::Person)
}

/// Whether "May" alone, in a text that has named somebody so, is who does or has something, or is met.
pub(super) fn is_may_alone(surface: &Surface, at: usize) -> bool {
    let before = if at > surface.sentence(at).start { surface.lower(at - 1) } else { "" };
    let acts = surface.lower(at + 1) == "'s" || surface.pos(at + 1).is_finite_verb();
    let month = matches!(
        before,
        "after"
            | "before"
            | "by"
            | "during"
            | "early"
            | "for"
            | "from"
            | "in"
            | "last"
            | "late"
            | "mid"
            | "next"
            | "of"
            | "on"
            | "since"
            | "this"
            | "till"
            | "to"
            | "until"
            | "and"
            | "or"
    );
    !is_modal(surface, at)
        && !month
        && surface.kind(at + 1) != TokenKind::Number
        && !before.bytes().any(|byte| byte.is_ascii_digit())
        && (acts || MET.contains(&before) || surface.entity(at).kind() == Some(EntityKind::Person))
}

fn is_modal(surface: &Surface, at: usize) -> bool {
    surface.pos(at) == Pos::Modal && !surface.pos(at + 1).is_finite_verb()
}

/// Verbs whose object is somebody or a side.
#[rustfmt::skip]
const MET: &[&str] = &[
    "assured", "briefed", "cited", "citing", "congratulated", "greeted", "host", "hosted", "hosting", "hosts", "invited",
    "meet", "meeting", "meets", "met", "phoned", "praised", "quoted", "quotes", "quoting", "received", "receives", "telephoned", "tells",
    "thanked", "told", "welcomed", "welcomes",
];

/// Whether a name alone stands where whom one met or told stands, or beside somebody in the same
/// place: "met Lavrov", "talks between Lee and Lavrov", "Xi and Putin met".
pub(super) fn is_met(surface: &Surface, at: usize) -> bool {
    let first = surface.sentence(at).start;
    let before = |words: usize| {
        at.checked_sub(words).filter(|at| *at >= first).map_or("", |at| surface.lower(at))
    };
    let person = |at: usize| {
        surface.entity(at).kind() == Some(EntityKind::Person) && surface.pos(at).is_proper()
    };
    let and = at >= first + 3 && before(1) == "and" && person(at - 2);
    let led =
        |words: usize| MET.contains(&before(words)) || matches!(before(words), "between" | "with");
    let begins = at == first
        && surface.lower(at + 1) == "and"
        && person(at + 2)
        && surface.pos(at + 3).is_finite_verb();
    // “…,” told Lee: who speaks, as the marks tell.
    let marks = at >= first + 2 && surface.kind(at - 2) == TokenKind::Quote;
    MET.contains(&before(1)) && !marks
        || before(1) == "between" && surface.lower(at + 1) == "and" && person(at + 2)
        || and && led(3)
        || begins
}
