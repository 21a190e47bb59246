//! A firm or body that only its officer's title tells to be one: "Nissan Mutual president Ann Lee".

use super::people::DAYS;
use super::{Name, What};
use crate::lexicon::Lexicon;
use crate::surface::{Run, Surface};
use crate::tagger::EntityKind;
use crate::tokens::TokenKind;

/// Heads of the titles of officers, in small letters.
const OFFICERS: &[&str] = &[
    "chairman",
    "chairwoman",
    "chairperson",
    "executive",
    "president",
    "spokesman",
    "spokeswoman",
];

/// Words before the title of one.
const MOST: usize = 4;

/// The words in capitals right before a title in small letters, if nothing else is named by them but a
/// body that they begin with ("Nissan" of "Nissan Mutual").
pub(super) fn firm_before(
    surface: &Surface,
    lexicon: &Lexicon,
    found: &[Name],
    title: &Run,
) -> Option<Run> {
    let first = surface.sentence(title.start).start;
    let last = found.last().filter(|name| name.run.start >= first);
    let body = last.filter(|name| {
        matches!(name.what, What::Known(_) | What::Organization)
            && name.run.end < title.start
            && surface.is_capital(name.run.end)
    });
    let taken =
        last.map_or(first, |name| if body.is_some() { name.run.start } else { name.run.end });
    let name = |at: &usize| {
        surface.is_capital(*at)
            && surface.kind(*at) == TokenKind::Word
            && surface.spaced(*at + 1)
            && !DAYS.contains(&surface.lower(*at))
            && !matches!(surface.lower(*at), "the" | "a" | "an" | "and")
    };
    let officer = title.clone().next_back().is_some_and(|last| {
        OFFICERS.contains(&surface.lower(last)) && !surface.is_capital(title.start)
    });
    let start = (taken..title.start).rev().take(MOST + 1).take_while(name).last()?;
    let run = start..title.start;
    let is_person = |at: usize| surface.entity(at).kind() == Some(EntityKind::Person);
    let known = |at: usize| {
        let word = surface.word(at);
        lexicon.given.contains(word)
            || lexicon.family_first.contains(word)
            || lexicon.ranks.contains(word)
            || lexicon.titles.contains(surface.lower(at))
            || lexicon.places.longest(|offset| (offset == 0).then_some(word)).is_some()
            || lexicon.leaders.contains(surface.lower(at))
            || is_person(at)
    };
    // "Islamist president", "Republican spokesman": of what kind, and not whose.
    let kind = |word: &str| ["an", "ish", "ist", "ic", "ese"].iter().any(|end| word.ends_with(end));
    let letters =
        |word: &str| (3..=6).contains(&word.len()) && word.chars().all(char::is_uppercase);
    let alone = surface.word(start);
    let told = run.len() > 1
        || letters(alone)
        || surface.entity(start).kind() == Some(EntityKind::Organization) && !kind(alone);
    let begins = body.is_none_or(|name| name.run.start == run.start);
    let unknown = body.map_or(run.start, |name| name.run.end);
    let unknown = (unknown..run.end).all(|at| !known(at));
    (officer && run.len() <= MOST && told && begins && unknown).then_some(run)
}
