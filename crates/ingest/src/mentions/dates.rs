//! Dates as the words give them: "July 14", "last week", "Thursday to Friday", "in early 2008".
//!
//! What is relative is held against the day of publication, on the side that the words around it
//! look to. Rules only; each looks a bounded number of words ahead.

mod atoms;
mod calendar;
mod counted;
mod grammar;
mod said;
mod tense;
#[cfg(test)]
mod tests;
mod words;

use crate::surface::{Run, Surface};
use atoms::atoms;
use chancery_model::{Date, When};
use grammar::Grammar;
use said::{Pull, Reading, Said, Side, Unit};
use tense::{Looks, Tense, looks};

/// The words of a date and what they mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DateMention {
    /// The words, without a preposition before them or a possessive ending.
    pub(crate) run: Run,
    /// What they mean as the sentence reads; only the words where that is open.
    pub(crate) when: When,
    /// What they mean if they look back.
    pub(crate) past: When,
    /// What they mean if they look ahead.
    pub(crate) future: When,
}

/// Finds the dates of a text in order. Without `published` only dates in full are resolved.
///
/// # Complexity: O(tokens)
pub(crate) fn dates(surface: &Surface, published: Option<Date>) -> Vec<DateMention> {
    DateMention::within(surface, 0..surface.len(), published)
}

impl DateMention {
    /// Finds the dates of a stretch of tokens.
    pub(crate) fn within(surface: &Surface, stretch: Run, published: Option<Date>) -> Vec<Self> {
        let mut found = Vec::new();
        let mut at = stretch.start;
        while at < stretch.end {
            let sentence = surface.sentence(at);
            let end = sentence.end.min(stretch.end).max(at + 1);
            let grammar = Grammar { surface, atoms: atoms(surface, at..end) };
            let mut next = 0;
            while next < grammar.atoms.len() {
                match grammar.date(next) {
                    Some((reading, after)) if after > next => {
                        found.extend(mention(&grammar, reading, next, after, published));
                        next = after;
                    }
                    _ => next += 1,
                }
            }
            at = end;
        }
        found
    }
}

fn mention(
    grammar: &Grammar,
    reading: Reading,
    first: usize,
    after: usize,
    published: Option<Date>,
) -> Option<DateMention> {
    let surface = grammar.surface;
    let run = grammar.atoms[first].token..grammar.atoms[after - 1].token + 1;
    let looks = looks(surface, &run);
    if grammar.only_ahead(first, after) && looks.is_none_or(|looks| looks.tense == Tense::Past) {
        return None;
    }
    let words = Some(surface.span_of(&run));
    let bound = Bound::of(grammar, reading, first, after);
    let on = |side| {
        let (from, to) =
            reading.ends(published, side).map_or((None, None), |(from, to)| (Some(from), Some(to)));
        match bound {
            Bound::Exact => When { from, to, words },
            Bound::Start => When { from, to: None, words },
            Bound::End => When { from: None, to, words },
        }
    };
    let (past, future) = (on(Side::Past), on(Side::Future));
    let side = side(reading.from, looks, published, &past, &future);
    let when = if side == Side::Past { past } else { future };
    Some(DateMention { run, when, past, future })
}

/// A day or month without its year that lies this many days off would be told with its year.
const FAR: i64 = 300;
/// The same where nothing tells which way the sentence looks and the other side is nearer than
/// `NEAR`.
const RATHER_FAR: i64 = 200;
const NEAR: i64 = 150;

fn side(
    said: Said,
    looks: Option<Looks>,
    published: Option<Date>,
    past: &When,
    future: &When,
) -> Side {
    let Some(today) = published.map(Date::first_day) else { return Side::Past };
    let back = past.last_day().map_or(i64::MAX, |day| (today - day).num_days());
    let ahead = future.first_day().map_or(i64::MAX, |day| (day - today).num_days());
    let free = matches!(said, Said::Day { pull: Pull::Free, .. } | Said::Month(_, Pull::Free));
    let near_ahead = back > FAR && ahead < NEAR;
    match looks {
        Some(Looks { tense: Tense::Future, .. }) if free && ahead > FAR => Side::Past,
        Some(Looks { tense: Tense::Future, .. }) => Side::Future,
        // "announced a summit on June 16", but "took effect on Jan. 1".
        Some(Looks { close: false, .. }) if matches!(said, Said::Day { .. }) && near_ahead => {
            Side::Future
        }
        None if free && back > RATHER_FAR && ahead < NEAR => Side::Future,
        _ => Side::Past,
    }
}

/// Whether the word before a date makes it an end only: "since Monday", "until Friday".
#[derive(Clone, Copy)]
enum Bound {
    Exact,
    Start,
    End,
}

impl Bound {
    fn of(grammar: &Grammar, reading: Reading, first: usize, after: usize) -> Self {
        let next = grammar.word(after);
        let possessive = matches!(next, "'s" | "'");
        if reading.to.is_some() || possessive {
            return Self::Exact;
        }
        let lead = grammar.before(first);
        let lead = if lead == "the" && first > 1 { grammar.before(first - 1) } else { lead };
        // "after Friday talks" tells when the talks were.
        let modifies = next.starts_with(char::is_alphabetic) && !FUNCTION_WORDS.contains(&next);
        let counted = matches!(reading.from, Said::Shift(..));
        match lead {
            "since" | "starting" | "beginning" if !modifies => Self::Start,
            "from" | "after" if !modifies && reading.from.unit() != Unit::Year && !counted => {
                Self::Start
            }
            "until" | "till" | "by" | "through" | "before" if !modifies => Self::End,
            _ => Self::Exact,
        }
    }
}

const FUNCTION_WORDS: &[&str] = &[
    "and", "or", "but", "in", "on", "at", "with", "when", "if", "that", "as", "to", "for", "the",
    "a", "an", "of", "by", "from", "was", "were", "is", "are", "has", "have", "had", "will",
    "would", "after", "before", "because", "while", "which", "who", "he", "she", "it", "they",
    "his", "her", "its", "their", "unless", "under", "over", "about", "into", "without", "where",
];
