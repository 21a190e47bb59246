//! A table in the register: as many frames as its text needs, one after the other in one batch.

use super::{Placed, Record};
use crate::{Table, TableForm};
use chancery_model::{DocumentId, DocumentInfo, EntityId};
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

/// The parts of a table.
pub(crate) fn parts(table: &Table) -> Vec<Record> {
    let text = table.report().text();
    let mut cuts = vec![0];
    while let Some(rest) = text.get(cuts[cuts.len() - 1]..).filter(|rest| rest.len() > PART) {
        let from = cuts[cuts.len() - 1];
        // After the first line break there; without one the rest is one part.
        let Some(at) = rest.as_bytes()[PART..].iter().position(|byte| *byte == b'\n') else {
            break;
        };
        cuts.push(from + PART + at + 1);
    }
    cuts.dedup();
    if cuts.len() > 1 && cuts[cuts.len() - 1] == text.len() {
        cuts.pop();
    }
    let count = u32::try_from(cuts.len()).expect("a table of 4 GiB has 4096 parts");
    let ends = cuts.iter().skip(1).copied().chain([text.len()]);
    let part = |(part, (from, to)): (u32, (usize, usize))| {
        let head = (part == 0).then(|| Head {
            info: table.report().info().clone(),
            form: table.form(),
            actors: table.events().actors().iter().map(|actor| actor.id.clone()).collect(),
        });
        let id = table.report().id().clone();
        Record::Rows(Rows { id, part, parts: count, head, text: text[from..to].to_owned() })
    };
    (0_u32..).zip(cuts.iter().copied().zip(ends)).map(part).collect()
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
