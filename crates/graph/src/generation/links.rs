//! Every relation that reports and tables tell, in the numbers of a generation.

use super::Day;
use super::numbering::{Numbering, first_rows};
use super::rows::Each;
use super::view::NONE;
use crate::events::{EventClass, EventTable};
use crate::{Columns, Graph, RelationKind};
use chancery_model::AttendanceStatus;

/// One relation.
#[derive(Debug, Clone, Copy)]
pub(super) struct Relates {
    pub(super) kind: RelationKind,
    pub(super) from: u32,
    pub(super) to: u32,
    pub(super) day: Day,
    pub(super) tag: u16,
    /// The row that it is from, if it is from a table and its ends do not tell.
    pub(super) row: u32,
}

/// Every relation: the graph's, then those of the tables by line.
pub(super) struct All<'a> {
    pub(super) graph: &'a Graph,
    pub(super) tables: &'a [&'a EventTable],
    pub(super) numbering: &'a Numbering<'a>,
}

impl Each for All<'_> {
    fn each(&self, mut each: impl FnMut(Relates)) {
        let Self { graph, tables, numbering } = *self;
        let node = |id: crate::NodeId| numbering.of_graph[id.index()];
        for relation in graph.all_relations() {
            each(Relates {
                kind: relation.kind(),
                from: node(relation.from),
                to: node(relation.to),
                day: Day::first(&relation.when),
                tag: tag(&relation.columns, &numbering.codes),
                row: NONE,
            });
        }
        let first = first_rows(tables);
        for (t, table) in tables.iter().enumerate() {
            let ((actors, events), codes) =
                (&numbering.of_tables[t], &numbering.codes_of_tables[t]);
            for (row, event) in table.rows.iter().zip(events) {
                let (subject, object) = (actors[row.subject as usize], actors[row.object as usize]);
                let mut put = |kind, from, to| {
                    each(Relates { kind, from, to, day: row.day, tag: 0, row: NONE });
                };
                match table.codes[row.code as usize].1 {
                    EventClass::Meeting => {
                        put(RelationKind::Attended, subject, *event);
                        if subject != object {
                            put(RelationKind::Attended, object, *event);
                        }
                    }
                    EventClass::Statement => {
                        put(RelationKind::Said, subject, *event);
                        put(RelationKind::About, *event, object);
                    }
                    EventClass::Act => each(Relates {
                        kind: RelationKind::ActsOn,
                        from: subject,
                        to: object,
                        day: row.day,
                        tag: codes[row.code as usize],
                        row: first[t] + row.line,
                    }),
                }
            }
        }
    }
}

/// What two bytes keep of the columns.
pub(super) fn tag(columns: &Columns, codes: &[String]) -> u16 {
    match columns {
        Columns::Attended { status, .. } => {
            const { assert!(AttendanceStatus::Attended as u16 == 0, "walks look for a zero") };
            *status as u16
        }
        Columns::Said { mode, negated, .. } => *mode as u16 | u16::from(*negated) << 2,
        Columns::Serves { status, .. } => *status as u16,
        Columns::Holds { status } => *status as u16,
        Columns::ActsOn { code } => {
            let place = codes.binary_search(code).ok();
            place.and_then(|at| u16::try_from(at).ok()).unwrap_or(u16::MAX)
        }
        Columns::Addressed
        | Columns::About
        | Columns::MadeAt
        | Columns::SetAt
        | Columns::HeldIn
        | Columns::PartOf => 0,
    }
}
