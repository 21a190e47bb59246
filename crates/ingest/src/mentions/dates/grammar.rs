//! How English writes dates: one rule a function, each looking a bounded number of atoms ahead.

use super::atoms::{Atom, Lexeme};
use super::said::{Pull, Reading, Said, Unit};
use crate::surface::Surface;

/// Reads the dates of one sentence.
pub(super) struct Grammar<'s> {
    pub(super) surface: &'s Surface<'s>,
    pub(super) atoms: Vec<Atom<'s>>,
}

/// What was read, and the first atom after it.
pub(super) type Read<T> = Option<(T, usize)>;

impl Grammar<'_> {
    /// The date that begins at an atom, a stretch from one to another included.
    pub(super) fn date(&self, at: usize) -> Read<Reading> {
        let (first, after) = self.point(at)?;
        self.joined(at, first, after).or(Some((first, after)))
    }

    pub(super) fn joins(&self, at: usize) -> bool {
        matches!(self.word(at), "to" | "through" | "thru" | "until" | "till" | "and")
            || self.lexeme(at) == Lexeme::Dash
    }

    /// "Thursday to Friday", "July 29-August 2", "June 30 and July 1", "between 2008 and 2010".
    fn joined(&self, at: usize, first: Reading, after: usize) -> Read<Reading> {
        if first.to.is_some() || !self.joins(after) {
            return None;
        }
        let (second, end) = self.point(after + 1)?;
        let to = second.to.unwrap_or(second.from);
        let day_by_day = |said: Said| matches!(said.unit(), Unit::Day);
        let alike =
            first.from.unit() == to.unit() || (day_by_day(first.from) && to.unit() == Unit::Week);
        let lead = self.before(at);
        let from = if let Said::Fixed(later) = second.from {
            first.from.in_year_of(later)
        } else {
            first.from
        };
        let fits = match self.word(after) {
            "and" => lead == "between" || from.comes_before(second.from),
            "until" | "till" => lead == "from",
            _ => true,
        };
        if !alike || !fits {
            return None;
        }
        Some((Reading { from, to: Some(to) }, end))
    }

    /// One date, or one written with two days ("May 17-20").
    fn point(&self, at: usize) -> Read<Reading> {
        let edge = matches!(self.word(at), "early" | "earlier" | "late" | "later" | "mid" | "end");
        if !edge {
            return self.plain(at);
        }
        if let Some(found) = self.edge_of(at) {
            return Some(found);
        }
        let (reading, after) = self.plain(at + 1).or_else(|| self.year(at + 1))?;
        let from = match (self.word(at), reading.from) {
            ("earlier" | "early", Said::Shift(Unit::Week, 0)) => Said::WeekSoFar,
            ("later" | "late", Said::Shift(Unit::Week, 0)) => Said::RestOfWeek,
            (_, from) => from,
        };
        Some((Reading { from, ..reading }, after))
    }

    pub(super) fn plain(&self, at: usize) -> Read<Reading> {
        let said = |(said, after): (Said, usize)| (Reading::from(said), after);
        match self.lexeme(at) {
            Lexeme::Iso(date) => Some((Said::Fixed(date).into(), at + 1)),
            Lexeme::Weekday { day, full } => self.weekday(at, day, full),
            Lexeme::Month { number, full } => self.month(at, number, full),
            Lexeme::Number { .. } => self
                .day_month(at)
                .or_else(|| self.slashes(at).map(said))
                .or_else(|| self.ago(at).map(said)),
            Lexeme::Year(_) => self.slashes(at).map(said).or_else(|| self.year(at)),
            Lexeme::Dash => None,
            Lexeme::Word => self
                .deictic(at)
                .or_else(|| self.pulled(at))
                .or_else(|| self.edge_of(at))
                .or_else(|| self.stretch(at).map(said))
                .or_else(|| self.season(at, Pull::Free).map(said))
                .or_else(|| self.ago(at).map(said)),
        }
    }

    pub(super) fn word(&self, at: usize) -> &str {
        self.atoms.get(at).map_or("", |atom| atom.word)
    }

    /// The word before an atom, empty at the beginning.
    pub(super) fn before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |at| self.word(at))
    }

    pub(super) fn reads(&self, at: usize, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(offset, word)| self.word(at + offset) == *word)
    }

    pub(super) fn token(&self, at: usize) -> Option<usize> {
        self.atoms.get(at).map(|atom| atom.token)
    }

    pub(super) fn lexeme(&self, at: usize) -> Lexeme {
        self.atoms.get(at).map_or(Lexeme::Word, |atom| atom.lexeme)
    }

    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.atoms.get(at).is_some_and(|atom| self.surface.is_capital(atom.token))
    }
}
