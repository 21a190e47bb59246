//! Tables of coded events: subject, relation, object and day, a row an event.

mod class;
mod dictionary;
mod icews;
mod interned;
mod plain;
mod reading;
mod table;

pub use class::EventClass;
pub use table::{Table, TableForm};

use crate::Day;
use chancery_model::{DocumentId, EntityId, EntityKind};
use std::io::{self, BufRead};

/// Refused rows that a table lists; it counts the rest.
const LISTED: usize = 1_000;

/// A table of events, read and checked: one document, of which each row proves one event.
///
/// Consultations, visits and talks become meetings that both sides attended, verbal events
/// statements of the subject about the object, and the rest dated relations that keep their code.
/// Rows are never merged with each other: what came from one is named by the table and its line.
///
/// ```
/// use chancery_graph::EventTable;
/// let rows = "France\tConsult\tGermany\t2014-01-02\nFrance\tPraise or endorse\tGermany\tyesterday\n";
/// let table = EventTable::plain("t".parse()?, rows.as_bytes())?;
/// assert_eq!(table.events(), 1);
/// assert_eq!(table.refused()[0].line, 2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct EventTable {
    pub(crate) document: DocumentId,
    pub(crate) actors: Vec<EventActor>,
    pub(crate) codes: Vec<(String, EventClass)>,
    pub(crate) rows: Vec<EventRow>,
    /// Where each line ends, with its line break or where that would end.
    pub(crate) ends: Vec<u32>,
    lines: u32,
    refused: Vec<Refused>,
    refusals: u64,
    /// Whether a row says no more than who, what, to whom and when.
    told: bool,
}

/// Somebody in a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventActor {
    /// Who it is.
    pub id: EntityId,
    /// As the table writes it.
    pub name: String,
}

/// A row that is not an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// Its line, counted from one.
    pub line: u64,
    /// What is wrong with it.
    pub what: &'static str,
}

/// One row, in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct EventRow {
    pub(crate) subject: u32,
    pub(crate) object: u32,
    /// Counted from one.
    pub(crate) line: u32,
    pub(crate) day: Day,
    pub(crate) code: u16,
}

impl EventRow {
    /// Stands where a row will be.
    const NONE: Self = Self { subject: 0, object: 0, line: 0, day: Day::UNKNOWN, code: 0 };
}

/// The parts of a row, as it writes them.
struct Fields<'r> {
    subject: &'r str,
    code: &'r str,
    object: &'r str,
    day: &'r str,
}

impl EventTable {
    /// Reads a table of four columns: subject, relation, object, day (`2014-01-02`), separated by
    /// tabs, no heading. Actors become organizations of the name they have.
    ///
    /// A row that is none is listed in [`EventTable::refused`]; the rest is read.
    pub fn plain(document: DocumentId, rows: impl BufRead) -> io::Result<Self> {
        Self::plain_with(document, rows, |name| EntityId::named(EntityKind::Organization, name))
    }

    /// As [`EventTable::plain`], with a judgement of one's own on who an actor is.
    pub fn plain_with(
        document: DocumentId,
        rows: impl BufRead,
        who: impl FnMut(&str) -> EntityId,
    ) -> io::Result<Self> {
        let table = reading::read(document, rows, who, plain::fields)?;
        Ok(Self { told: true, ..table })
    }

    /// Reads a table of the 20 columns of ICEWS, with its heading.
    ///
    /// An actor whose name is that of its country is told apart by `who`, as in
    /// [`EventTable::plain_with`].
    pub fn icews(
        document: DocumentId,
        rows: impl BufRead,
        who: impl FnMut(&str) -> EntityId,
    ) -> io::Result<Self> {
        reading::read(document, rows, who, icews::fields)
    }

    /// As [`EventTable::plain_with`] or [`EventTable::icews`], of a text in memory.
    fn of_text(
        document: DocumentId,
        form: TableForm,
        text: &str,
        who: impl FnMut(&str) -> EntityId,
    ) -> io::Result<Self> {
        match form {
            TableForm::Plain => {
                let table = reading::read_text(document, text, who, plain::fields)?;
                Ok(Self { told: true, ..table })
            }
            TableForm::Icews => reading::read_text(document, text, who, icews::fields),
        }
    }

    fn refuse(&mut self, line: u32, what: &'static str) {
        self.refusals += 1;
        if self.refused.len() < LISTED {
            self.refused.push(Refused { line: line.into(), what });
        }
    }

    /// Whether [`Self::words`] asks for the text.
    pub(crate) fn asks_for_its_text(&self) -> bool {
        !self.told || self.refusals > 0
    }

    /// Hands over words of its text, each at least once and most of them not much more often:
    /// the same names, codes and days make up millions of rows. The text is asked for if need be.
    pub(crate) fn words<'t>(&self, text: impl FnOnce() -> &'t str, put: &mut dyn FnMut(&str)) {
        if !self.told || self.refused.len() as u64 != self.refusals {
            return put(text());
        }
        for actor in &self.actors {
            put(&actor.name);
        }
        for (code, _) in &self.codes {
            put(code);
        }
        let mut seen = vec![false; usize::from(u16::MAX) + 1];
        for row in &self.rows {
            let new = !std::mem::replace(&mut seen[usize::from(row.day.raw())], true);
            if let Some(date) = row.day.date().filter(|_| new) {
                put(&date.to_string());
            }
        }
        if self.refused.is_empty() {
            return;
        }
        let text = text();
        for refused in &self.refused {
            let line = usize::try_from(refused.line).unwrap_or(usize::MAX);
            let start = line.checked_sub(2).map_or(Some(&0), |before| self.ends.get(before));
            let end = self.ends.get(line.saturating_sub(1));
            let range = start.zip(end).map_or(0..0, |(start, end)| *start as usize..*end as usize);
            // The last line may lack its break.
            let range = range.start..range.end.min(text.len());
            put(text.get(range).unwrap_or_default());
        }
    }

    /// The document that it is.
    pub const fn document(&self) -> &DocumentId {
        &self.document
    }

    /// How many events it tells.
    pub fn events(&self) -> usize {
        self.rows.len()
    }

    /// How many lines it has.
    pub const fn lines(&self) -> u32 {
        self.lines
    }

    /// Everybody in it, by first appearance.
    pub fn actors(&self) -> &[EventActor] {
        &self.actors
    }

    /// The codes of its events, by first appearance.
    pub fn codes(&self) -> impl ExactSizeIterator<Item = (&str, EventClass)> {
        self.codes.iter().map(|(code, class)| (code.as_str(), *class))
    }

    /// The rows that are no events, the first thousand of them.
    pub fn refused(&self) -> &[Refused] {
        &self.refused
    }

    /// How many rows are no events.
    pub const fn refusals(&self) -> u64 {
        self.refusals
    }
}

#[cfg(test)]
mod tests;
