//! Titles of works in quotation marks: "In his 2002 book, “Make Your Kid a Millionaire,” Lee
//! suggested looking at …". Nobody says them.

use crate::surface::{Run, Surface};
use crate::tokens::TokenKind;

/// Nouns that a title, or a name that is nobody's words, follows.
const WORKS: &[&str] = &[
    "album", "book", "film", "memoir", "movie", "musical", "novel", "opera", "painting", "play",
    "poem", "show", "single", "song", "nickname",
];

/// Words before what something is called, which is nobody's words either.
const CALLED: &[&str] =
    &["entitled", "titled", "headlined", "named", "called", "dubbed", "codenamed", "theme"];

/// Nouns for articles, whose titles may be written like sentences.
const ARTICLES: &[&str] = &["column", "commentary", "editorial", "op-ed"];

/// A title has so many words at most.
const WORDS: usize = 14;

/// For each quotation, whether it is the title of a work that the words before it name.
pub(super) fn titles(surface: &Surface) -> Vec<bool> {
    surface.quotations().iter().map(|quotation| is_title(surface, &quotation.inside)).collect()
}

/// Nouns for what is broadcast or printed under a name.
const OUTLETS: &[&str] = &[
    "newspaper",
    "paper",
    "daily",
    "weekly",
    "magazine",
    "program",
    "programme",
    "series",
    "podcast",
    "broadcast",
    "channel",
];

/// “Meet the Press” after "NBC's" or "the programme": every word but the small ones has a capital.
fn is_outlet(surface: &Surface, inside: &Run) -> bool {
    let Some(before) = inside.start.checked_sub(2) else { return false };
    let small =
        |word: &str| matches!(word, "the" | "of" | "and" | "in" | "for" | "to" | "a" | "on");
    let words = || inside.clone().filter(|at| surface.kind(*at) == TokenKind::Word);
    let titled = inside.len() <= 6
        && words().next().is_some_and(|at| surface.is_capital(at))
        && words().all(|at| surface.is_capital(at) || small(surface.lower(at)));
    let station = || {
        let owner = before.checked_sub(1).map_or("", |at| surface.word(at));
        let letters = owner.len() > 1 && owner.chars().all(char::is_uppercase);
        surface.lower(before) == "'s" && (letters || owner == "Fox")
    };
    titled && (OUTLETS.contains(&surface.lower(before)) || station())
}

/// Whether a quotation is the title of a work, or the name of a programme or a paper.
pub(super) fn is_title(surface: &Surface, inside: &Run) -> bool {
    if is_outlet(surface, inside) {
        return true;
    }
    let Some(mut before) = inside.start.checked_sub(2) else { return false };
    if surface.word(before) == "," {
        let Some(noun) = before.checked_sub(1) else { return false };
        before = noun;
    }
    let words = || inside.clone().filter(|at| surface.kind(*at) == TokenKind::Word);
    let noun = surface.lower(before);
    let short = inside.len() <= WORDS && words().next().is_some_and(|at| surface.is_capital(at));
    let last = inside.end - 1;
    let called = CALLED.contains(&noun);
    let closes = surface.word(last) == "," || called && surface.word(last) == ".";
    let within = if closes { last } else { inside.end };
    let one = !(inside.start..within).any(|at| matches!(surface.word(at), "." | "!" | "?" | ";"));
    let titled = || words().all(|at| surface.is_capital(at) || surface.word(at).len() <= 4);
    short && one && (ARTICLES.contains(&noun) || (WORKS.contains(&noun) || called) && titled())
}
