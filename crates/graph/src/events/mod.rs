//! Tables of coded events: subject, relation, object and day, a row an event.

mod class;
mod dictionary;
mod icews;
mod plain;
mod table;

pub use class::EventClass;
pub use table::{Table, TableForm};

use crate::Day;
use chancery_model::{DocumentId, EntityId, EntityKind};
use dictionary::Dictionary;
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
        Self::read(document, rows, who, plain::fields)
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
        Self::read(document, rows, who, icews::fields)
    }

    fn read(
        document: DocumentId,
        mut rows: impl BufRead,
        who: impl FnMut(&str) -> EntityId,
        fields: impl for<'r> Fn(u32, &'r str) -> Result<Option<Fields<'r>>, &'static str>,
    ) -> io::Result<Self> {
        let mut table = Self {
            document,
            actors: Vec::new(),
            codes: Vec::new(),
            rows: Vec::new(),
            ends: Vec::new(),
            lines: 0,
            refused: Vec::new(),
            refusals: 0,
        };
        let mut dictionary = Dictionary::new(who);
        let mut line = Vec::new();
        let mut end = 0_u64;
        while rows.read_until(b'\n', &mut line)? > 0 {
            if table.lines == u32::MAX >> 1 {
                let what = "a table has at most 2,147,483,647 rows";
                return Err(io::Error::new(io::ErrorKind::FileTooLarge, what));
            }
            table.lines += 1;
            end += line.len() as u64 + u64::from(!line.ends_with(b"\n"));
            let Ok(fits) = u32::try_from(end) else {
                let what = "a table has at most 4 GiB";
                return Err(io::Error::new(io::ErrorKind::FileTooLarge, what));
            };
            table.ends.push(fits);
            let text = line.strip_suffix(b"\n").unwrap_or(&line);
            let text = text.strip_suffix(b"\r").unwrap_or(text);
            let read = str::from_utf8(text).map_err(|_| "it is not UTF-8");
            let row = read.and_then(|text| {
                let Some(found) = fields(table.lines, text)? else { return Ok(None) };
                dictionary.row(table.lines, &found).map(Some)
            });
            match row {
                Ok(row) => table.rows.extend(row),
                Err(what) => {
                    table.refusals += 1;
                    if table.refused.len() < LISTED {
                        table.refused.push(Refused { line: table.lines.into(), what });
                    }
                }
            }
            line.clear();
        }
        (table.actors, table.codes) = dictionary.finish();
        table.rows.shrink_to_fit();
        table.ends.shrink_to_fit();
        Ok(table)
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
