//! A table in the register: as many frames as its text needs, one after the other in one batch.

use super::{Placed, Record};
use crate::{Table, TableForm};
use chancery_model::{DocumentId, DocumentInfo, EntityId};
use std::ops::Range;
use std::sync::Arc;

/// How many bytes of text a frame takes, give or take a line.
const PART: usize = 1 << 20;

/// Some lines of a table.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Rows {
    /// The table.
    pub(crate) id: DocumentId,
    /// Which part it is, counted from zero, and how many there are.
    pub(crate) part: u32,
    pub(crate) parts: u32,
    /// What is told of the table, with its first part.
    pub(crate) head: Option<Head>,
    pub(crate) text: String,
}

/// What is told of a table as a whole.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Head {
    pub(crate) info: DocumentInfo,
    pub(crate) form: TableForm,
    /// Who the actors are, in the order in which they first appear.
    pub(crate) actors: Vec<EntityId>,
}

/// Where the parts of a table lie in its text.
pub(super) fn parts(table: &Table) -> Vec<Range<usize>> {
    let text = table.report().text();
    let mut parts = Vec::new();
    let mut from = 0;
    loop {
        // Up to the first line break after so many bytes; without one the rest is one part.
        let rest = text.as_bytes().get(from + PART..).unwrap_or_default();
        let end = rest.iter().position(|byte| *byte == b'\n');
        let to = end.map_or(text.len(), |at| from + PART + at + 1);
        parts.push(from..to);
        from = to;
        if from == text.len() {
            return parts;
        }
    }
}

/// One part of a table.
pub(super) fn part(table: &Table, (part, parts): (u32, u32), range: Range<usize>) -> Rows {
    let head = (part == 0).then(|| Head {
        info: table.report().info().clone(),
        form: table.form(),
        actors: table.events().actors().iter().map(|actor| actor.id.clone()).collect(),
    });
    let text = table.report().text().get(range).unwrap_or_default().to_owned();
    Rows { id: table.report().id().clone(), part, parts, head, text }
}

/// A table of all its parts, in order; `None` if they are not.
pub(crate) fn table(all: Vec<Rows>) -> Option<Table> {
    let (head, text) = whole(all)?;
    Table::again(head.info, head.form, text, &head.actors)
}

/// What is told of a table, and its text, without looking at its rows.
pub(super) fn whole(mut all: Vec<Rows>) -> Option<(Head, String)> {
    let first = all.first_mut()?;
    let head = first.head.take()?;
    let (id, parts) = (first.id.clone(), first.parts);
    let right = (0_u32..).zip(&all).all(|(i, rows)| {
        rows.id == id && rows.part == i && rows.parts == parts && rows.head.is_none()
    });
    if !right || all.len() != parts as usize || head.info.id != id {
        return None;
    }
    let mut text = String::with_capacity(all.iter().map(|rows| rows.text.len()).sum());
    for rows in &all {
        text.push_str(&rows.text);
    }
    Some((head, text))
}

/// The records of a batch with each table put together, placed where its first part is; `None` if
/// a table lacks some of its parts.
pub(crate) fn joined(batch: Vec<Placed>) -> Option<Vec<Placed>> {
    if !batch.iter().any(|(record, _)| matches!(record, Record::Rows(_))) {
        return Some(batch);
    }
    let mut made = Vec::new();
    let mut open: Vec<Rows> = Vec::new();
    let mut began = 0;
    for (record, at) in batch {
        match record {
            Record::Rows(rows) => {
                if open.is_empty() {
                    began = at;
                }
                let last = rows.part.checked_add(1) == Some(rows.parts);
                open.push(rows);
                if last {
                    let table = table(std::mem::take(&mut open))?;
                    made.push((Record::Table(Arc::new(table)), began));
                }
            }
            _ if !open.is_empty() => return None,
            record => made.push((record, at)),
        }
    }
    open.is_empty().then_some(made)
}
