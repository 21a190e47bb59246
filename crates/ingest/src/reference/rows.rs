//! A table with a heading: its columns found by name, each cell with its place in the text.

use chancery_model::{Date, Span};
use std::fmt;

/// A table of reference whose line does not fit its form.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{table}, line {line}{}: {what}", InColumn(.column.as_ref()))]
pub struct ReferenceError {
    /// What the table is called.
    pub table: String,
    /// The line, counted from 1.
    pub line: usize,
    /// The column, counted from 1, and its name, where one is at fault.
    pub column: Option<(usize, String)>,
    /// What is wrong with it.
    pub what: String,
}

struct InColumn<'e>(Option<&'e (usize, String)>);

impl fmt::Display for InColumn<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some((column, name)) => write!(f, ", column {column} ({name})"),
            None => Ok(()),
        }
    }
}

/// The names of a table's columns, in the order in which they stand.
#[derive(Debug, Clone)]
pub(super) struct Heading<'t> {
    table: &'t str,
    names: Vec<&'t str>,
}

/// One row: its line, counted from 1, and its cells with their place.
#[derive(Debug, Clone)]
pub(super) struct Row<'h, 't> {
    heading: &'h Heading<'t>,
    pub(super) line: usize,
    /// The whole row, without its line break.
    pub(super) span: Span,
    cells: Vec<(Span, &'t str)>,
}

/// The lines of a text that are no comment and not empty: number, offset, words.
fn lines(text: &str) -> impl Iterator<Item = (usize, usize, &str)> {
    let mut at = 0;
    text.split_inclusive('\n').enumerate().filter_map(move |(number, whole)| {
        let start = at;
        at += whole.len();
        let line = whole.trim_end_matches(['\n', '\r']);
        (!line.trim().is_empty() && !line.starts_with('#')).then_some((number + 1, start, line))
    })
}

impl<'t> Heading<'t> {
    /// The first line of a table that is no comment, if it has these columns among others.
    pub(super) fn of(table: &'t str, text: &'t str, needed: &[&str]) -> Option<Self> {
        let (_, start, line) = lines(text).next()?;
        let line = if start == 0 { line.strip_prefix('\u{feff}').unwrap_or(line) } else { line };
        let names: Vec<&str> = line.split('\t').map(str::trim).collect();
        needed.iter().all(|name| names.contains(name)).then_some(Self { table, names })
    }

    /// That no column has another name than these, and none has the same as another.
    pub(super) fn check(&self, known: &[&str], text: &str) -> Result<(), ReferenceError> {
        let line = lines(text).next().map_or(1, |(number, ..)| number);
        for (column, name) in self.names.iter().enumerate() {
            let twice = self.names[..column].contains(name);
            let what = if !known.contains(name) {
                format!("no such column; there may be {}", known.join(", "))
            } else if twice {
                "the column is there twice".to_owned()
            } else {
                continue;
            };
            let column = Some((column + 1, (*name).to_owned()));
            return Err(ReferenceError { table: self.table.to_owned(), line, column, what });
        }
        Ok(())
    }

    /// The rows below the heading, one by one; a row with more cells than it is an error.
    pub(super) fn rows<'h>(
        &'h self,
        text: &'t str,
    ) -> impl Iterator<Item = Result<Row<'h, 't>, ReferenceError>> {
        lines(text).skip(1).map(move |(line, start, words)| {
            let mut at = start;
            let mut cells = Vec::with_capacity(self.names.len());
            for cell in words.split('\t') {
                let value = cell.trim();
                let inner = at + (cell.len() - cell.trim_start().len());
                cells.push((Span::new(inner, inner + value.len()), value));
                at += cell.len() + 1;
            }
            let span = Span::new(start, start + words.trim_end().len());
            let row = Row { heading: self, line, span, cells };
            if row.cells.len() > self.names.len() {
                let (cells, names) = (row.cells.len(), self.names.len());
                return Err(row.error(None, format!("{cells} cells under {names} columns")));
            }
            Ok(row)
        })
    }
}

impl<'t> Row<'_, 't> {
    /// The value in a column, empty where there is none; and its place.
    pub(super) fn at(&self, name: &str) -> (Span, &'t str) {
        let column = self.heading.names.iter().position(|known| *known == name);
        let cell = column.and_then(|column| self.cells.get(column));
        cell.copied().unwrap_or((Span::new(self.span.end(), self.span.end()), ""))
    }

    /// The value in a column, empty where there is none.
    pub(super) fn cell(&self, name: &str) -> &'t str {
        self.at(name).1
    }

    /// The values of a cell, between `|`.
    pub(super) fn values(&self, name: &str) -> impl Iterator<Item = &'t str> + use<'t> {
        self.cell(name).split('|').map(str::trim).filter(|value| !value.is_empty())
    }

    /// The value of a cell that must not be empty, with its place.
    pub(super) fn needed(&self, name: &str) -> Result<(Span, &'t str), ReferenceError> {
        let (span, value) = self.at(name);
        if value.is_empty() {
            return Err(self.error(Some(name), "nothing in it".to_owned()));
        }
        Ok((span, value))
    }

    /// The date in a cell: a year, a month or a day.
    pub(super) fn date(&self, name: &str) -> Result<Option<Date>, ReferenceError> {
        let value = self.cell(name);
        if value.is_empty() {
            return Ok(None);
        }
        let wrong = |_| format!("`{value}` is no date: YYYY, YYYY-MM or YYYY-MM-DD");
        value.parse().map(Some).map_err(|error| self.error(Some(name), wrong(error)))
    }

    /// Two dates of which the second is not before the first.
    pub(super) fn days(&self) -> Result<(Option<Date>, Option<Date>), ReferenceError> {
        let (from, to) = (self.date("from")?, self.date("to")?);
        match (from, to) {
            (Some(first), Some(last)) if last.last_day() < first.first_day() => {
                Err(self.error(Some("to"), format!("{last} is before {first}")))
            }
            days => Ok(days),
        }
    }

    /// The error that a column, or the row, is wrong.
    pub(super) fn error(&self, column: Option<&str>, what: String) -> ReferenceError {
        let place = |name: &str| {
            let at = self.heading.names.iter().position(|known| *known == name);
            at.map(|at| (at + 1, name.to_owned()))
        };
        ReferenceError {
            table: self.heading.table.to_owned(),
            line: self.line,
            column: column.and_then(place),
            what,
        }
    }
}
