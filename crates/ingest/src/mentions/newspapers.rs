//! Newspapers and agencies that no table names, by the noun beside their name: "the tabloid Sun", "the
//! Nasha Niva newspaper".

use crate::surface::Surface;

/// Nouns after the name of one.
const AFTER: &[&str] = &["newspaper", "daily", "tabloid", "weekly", "broadsheet"];

/// Nouns before the name of one.
const BEFORE: &[&str] = &["daily", "tabloid", "newspaper", "weekly", "broadsheet"];

/// How many words such a name has at most.
const WORDS: usize = 3;

/// Where the name of a newspaper ends that begins at a token.
pub(super) fn newspaper_at(surface: &Surface, at: usize) -> Option<usize> {
    let sentence = surface.sentence(at);
    let capital = |at: &usize| surface.is_capital(*at) && surface.pos(*at).is_proper();
    let end = at + (at..sentence.end).take_while(capital).take(WORDS + 1).count();
    let left = at.checked_sub(1).filter(|left| *left >= sentence.start)?;
    if end == at || end > at + WORDS {
        return None;
    }
    let before = surface.lower(left);
    let the = |at: usize| matches!(surface.lower(at), "the" | "a" | "an") || at == sentence.start;
    let follows = AFTER.contains(&surface.lower(end)) && before == "the";
    // "the daily Kompas said": no person, whom a verb may tell of too.
    let introduced = BEFORE.contains(&before)
        && (left.saturating_sub(4)..left).any(the)
        && !surface.pos(end).is_noun();
    (follows || introduced).then_some(end)
}
