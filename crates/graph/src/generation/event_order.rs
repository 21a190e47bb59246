//! In which order meetings, or statements, lie: by their least actor, then by day, then by where
//! they are from.

use super::view::NONE;
use super::{Day, GenerationError};
use crate::events::{EventClass, EventTable};
use crate::{Graph, NodeKind, RelationKind};

/// One of them: its day and its table, 0 being the graph; then which node of the graph, or row of
/// the table.
pub(super) type Placed = (u32, u32);

/// What they are sorted by.
pub(super) struct Sources<'a> {
    pub(super) graph: &'a Graph,
    pub(super) tables: &'a [&'a EventTable],
    /// The node of each actor of the graph, and of each table.
    pub(super) of_graph: &'a [u32],
    pub(super) of_tables: &'a [(Vec<u32>, Vec<u32>)],
    /// How many actors there are.
    pub(super) actors: usize,
}

impl Sources<'_> {
    /// All of a kind in order. Tables are sorted by day as a rule, so that putting each with its
    /// actor, one after the other, is nearly all that there is to do.
    pub(super) fn ordered(&self, class: EventClass) -> Result<Vec<Placed>, GenerationError> {
        let mut starts = vec![0_u32; self.actors + 2];
        self.each(class, |actor, _| starts[self.bucket(actor) + 1] += 1);
        let mut total = 0_u32;
        for start in &mut starts {
            let sum = total.checked_add(*start);
            total = sum.ok_or(GenerationError::TooLarge { what: "nodes" })?;
            *start = total;
        }
        let mut order: Vec<Placed> = vec![(0, 0); total as usize];
        self.each(class, |actor, it| {
            let next = &mut starts[self.bucket(actor)];
            order[*next as usize] = it;
            *next += 1;
        });
        // Each start has moved on to where the next one was.
        let mut from = 0;
        for to in starts {
            let of_actor = &mut order[from..to as usize];
            if !of_actor.is_sorted() {
                of_actor.sort_unstable();
            }
            from = to as usize;
        }
        Ok(order)
    }

    /// The place of an actor among all; those of none come last.
    fn bucket(&self, actor: u32) -> usize {
        (actor as usize).min(self.actors)
    }

    /// Every one with its least actor.
    fn each(&self, class: EventClass, mut each: impl FnMut(u32, Placed)) {
        let (kind, by) = match class {
            EventClass::Meeting => (NodeKind::Meeting, RelationKind::Attended),
            EventClass::Statement => (NodeKind::Statement, RelationKind::Said),
            EventClass::Act => return,
        };
        for (id, _) in self.graph.nodes(kind) {
            let ends = self.graph.relations_to(id, by);
            let least = ends
                .map(|it| (self.of_graph[it.from.index()], Day::first(&it.when)))
                .min()
                .unwrap_or((NONE, Day::UNKNOWN));
            each(least.0, (key(least.1, 0), id.raw()));
        }
        for (t, table) in (1_u32..).zip(self.tables) {
            let (actors, _) = &self.of_tables[t as usize - 1];
            for (i, row) in (0_u32..).zip(&table.rows) {
                if table.codes[row.code as usize].1 == class {
                    let subject = actors[row.subject as usize];
                    let least = match class {
                        EventClass::Meeting => subject.min(actors[row.object as usize]),
                        _ => subject,
                    };
                    each(least, (key(row.day, t), i));
                }
            }
        }
    }
}

fn key(day: Day, table: u32) -> u32 {
    u32::from(day.raw()) << 16 | table
}

/// The table of one; 0 is the graph.
pub(super) const fn table(it: Placed) -> usize {
    (it.0 & 0xffff) as usize
}
