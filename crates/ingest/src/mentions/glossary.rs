//! Letters that the text itself explains: "the Gambian Press Union (GPU)".

use crate::lexicon::Lexicon;
use crate::surface::{Run, Surface};
use std::collections::{HashMap, HashSet};

/// Words before the bracket over which the letters are followed back.
const LONG: usize = 14;

/// The organization of a table that no abbreviation stands for, as the text explains it otherwise.
pub(super) const ANOTHER: u32 = u32::MAX;

/// What the letters of a text stand for.
pub(super) struct Glossary<'t> {
    /// Abbreviations that the text explains, with the organization of the table that the explaining
    /// words name, if they name one.
    explained: HashMap<&'t str, Option<u32>>,
    /// Where the words begin that letters in brackets are of, and the bracket.
    begins: HashMap<usize, usize>,
    /// Those words, where they are known to be an organization's.
    names: HashSet<&'t str>,
    /// The letters of an organization that only this text names.
    letters: HashSet<&'t str>,
}

impl<'t> Glossary<'t> {
    /// Reads what stands before letters in brackets.
    pub(super) fn new(surface: &Surface<'t>, lexicon: &Lexicon) -> Self {
        let (mut explained, mut begins) = (HashMap::new(), HashMap::new());
        for at in 2..surface.len().saturating_sub(1) {
            if surface.word(at - 1) != "(" || surface.word(at + 1) != ")" {
                continue;
            }
            let word = surface.word(at);
            let long = long_form(surface, at);
            if let Some(long) = &long {
                begins.entry(long.start).or_insert(at - 1);
            }
            let short = (2..=8).contains(&word.len())
                && word.chars().all(|c| c.is_uppercase() || c.is_ascii_digit() || c == '-');
            if !short {
                continue;
            }
            let known = known_before(surface, lexicon, at).or_else(|| {
                let table = lexicon.organizations.longest(|offset| (offset == 0).then_some(word));
                let (_, number) = table?;
                let name = lexicon.organization_names.get(number as usize)?;
                (!is_alike(surface, &long?, name)).then_some(ANOTHER)
            });
            explained.entry(word).or_insert(known);
        }
        Self { explained, begins, names: HashSet::new(), letters: HashSet::new() }
    }

    /// Whether an abbreviation means the table's organization here: not where the text itself
    /// explains it by other words ("Narcotics Rewards Program (NRP)").
    pub(super) fn is_meant(&self, word: &str, number: u32) -> bool {
        match self.explained.get(word) {
            Some(explained) => explained.is_none_or(|known| known == number),
            None => true,
        }
    }

    /// The bracket before which the words end that begin here and whose letters stand in it.
    pub(super) fn bracket_from(&self, at: usize) -> Option<usize> {
        self.begins.get(&at).copied()
    }

    /// Notes the words and the letters of an organization.
    pub(super) fn note(&mut self, surface: &Surface<'t>, name: &Run) {
        self.names.insert(surface.words(name));
        self.letters.insert(surface.word(name.end + 1));
    }

    /// Whether any words were told to be an organization's by its letters.
    pub(super) fn has_names(&self) -> bool {
        !self.names.is_empty()
    }

    /// Whether words were told to be an organization's by its letters.
    pub(super) fn is_name(&self, words: &str) -> bool {
        self.names.contains(words)
    }

    /// Whether a word is the letters of an organization that was named before.
    pub(super) fn is_letters(&self, word: &str) -> bool {
        self.letters.contains(word)
    }
}

/// The organization of the table that the words right before letters in brackets name.
fn known_before(surface: &Surface, lexicon: &Lexicon, at: usize) -> Option<u32> {
    let first = surface.sentence(at).start;
    let before = (first..at - 1).rev().take(12);
    let start = before.filter(|at| surface.is_capital(*at)).min()?;
    (start..at - 1).find_map(|from| {
        lexicon
            .organizations
            .longest(|offset| (from + offset < at - 1).then(|| surface.word(from + offset)))
            .filter(|(taken, _)| from + taken == at - 1)
            .map(|(_, number)| number)
    })
}

/// The words right before letters in brackets that begin with those letters, one after another; small
/// words may be left out.
pub(crate) fn long_form(surface: &Surface, at: usize) -> Option<Run> {
    let written: Vec<char> = surface.word(at).chars().filter(|c| *c != '-' && *c != '.').collect();
    let capitals = written.iter().filter(|c| c.is_uppercase()).count();
    let is_short = (2..=8).contains(&written.len()) && written.iter().all(|c| c.is_alphabetic());
    if capitals < 2
        || !is_short
        || surface.word(at.wrapping_sub(1)) != "("
        || surface.word(at + 1) != ")"
    {
        return None;
    }
    let initial = |word: &str| word.chars().next().and_then(|c| c.to_lowercase().next());
    let lower = |at: usize| written[at].to_lowercase().next();
    let first = surface.sentence(at).start;
    let mut left = written.len();
    for before in (first..at - 1).rev().take(LONG) {
        let word = surface.word(before);
        if matches!(word, "'s" | "," | "&" | "-") {
            continue;
        }
        let fits = initial(word) == lower(left - 1);
        if is_small(word) {
            // "Ministry of Agriculture (MoA)": a letter of its own, unless the word before has it.
            let own = written[left - 1].is_lowercase()
                || initial(surface.word(before.wrapping_sub(1))) != lower(left - 1);
            left -= usize::from(fits && own);
        } else {
            // "Asia-Pacific Economic Cooperation (APEC)"
            let parts: Vec<&str> = word.split('-').filter(|part| !part.is_empty()).collect();
            let all = parts.len() <= left
                && parts
                    .iter()
                    .rev()
                    .enumerate()
                    .all(|(back, part)| initial(part) == lower(left - 1 - back));
            if !all && !fits {
                return None;
            }
            left -= if all { parts.len().max(1) } else { 1 };
        }
        if left == 0 {
            return Some(before..at - 1);
        }
    }
    None
}

/// The first letters of the words of a name, without the small ones.
pub(crate) fn initials(name: &str) -> String {
    name.split([' ', '-'])
        .filter(|word| !is_small(word))
        .filter_map(|word| word.chars().next().filter(|first| first.is_uppercase()))
        .collect()
}

fn is_small(word: &str) -> bool {
    matches!(
        word,
        "of" | "and" | "the" | "for" | "in" | "on" | "to" | "against" | "with" | "de" | "du" | "la"
    )
}

/// Whether half of the words of a run and more are words of a name, however they end.
fn is_alike(surface: &Surface, run: &Run, name: &str) -> bool {
    let stem = |word: &str| word.to_lowercase().chars().take(5).collect::<String>();
    let known: Vec<String> = name.split([' ', '-']).map(stem).collect();
    let words = surface.words(run).split([' ', '-']).filter(|word| !is_small(word));
    let (all, alike) = words.fold((0, 0), |(all, alike), word| {
        (all + 1, alike + usize::from(known.contains(&stem(word))))
    });
    2 * alike >= all
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn letters_are_those_of_the_words_that_count() {
        assert_eq!(initials("Ministry of Rivers and Lakes"), "MRL");
        assert_eq!(initials("Afro-Asian Rivers Council"), "AARC");
    }
}
