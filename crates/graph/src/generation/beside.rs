//! What is stored beside the rows of actors, so that questions of two steps take one: the other
//! party of each meeting of two, what each statement is about, and the statements by what they are
//! about.
//!
//! Before it lie four tables of where each actor's share begins. Two of them also say where the row
//! in question begins: the starts of all rows are many times as large as what one question reads of
//! them, and most of the time of a short answer is waiting for memory.

use super::rows::{RowsMade, even_parts};
use super::shape::ACTORS;
use super::view::{GenerationView, MANY, NONE};
use super::{Day, GenerationError};
use crate::{NodeId, RelationKind};
use petgraph::Direction;
use std::ops::Range;
use std::panic::resume_unwind;

/// A table: where it begins in numbers for each actor and one more, and how many each has there.
#[derive(Clone, Copy)]
struct Table {
    before: usize,
    width: usize,
}

/// Where the row of *attended* begins, and what lies beside it.
const MET: Table = Table { before: 0, width: 2 };
/// Where the row of *said* begins, what lies beside it, and the same by what it is about: a question
/// for the last finds the table where one for all that somebody said has just been.
const SAID: Table = Table { before: 2, width: 3 };
/// Where the rows of tables begin on which *acts on* rests.
const LINES: Table = Table { before: 5, width: 1 };
/// How many numbers the tables have for each actor and one more.
pub(super) const WIDTH: usize = 6;

/// What lies beside: the table that says where it begins, and which number of a line does.
const COLUMNS: [(Table, usize); 4] = [(MET, 1), (SAID, 1), (SAID, 2), (LINES, 0)];
/// The tables whose first number says where a row begins, and the column that lies beside it.
const ROWS: [(Table, usize); 2] = [(MET, 0), (SAID, 1)];

/// The statements of somebody by what they are about.
#[derive(Default)]
pub(super) struct ByAbout<'g> {
    /// What they are about, rising.
    pub(super) about: &'g [u32],
    pub(super) statements: &'g [u32],
    /// Two in each number, the first in the lower half.
    pub(super) days: &'g [u32],
}

impl<'g> GenerationView<'g> {
    /// What a table says of an actor and of the next one; none of others.
    #[inline]
    fn told_beside<const N: usize>(self, table: Table, actor: NodeId) -> Option<[u32; N]> {
        let (actors, i) = (self.actors(), actor.index());
        if i >= actors {
            return None;
        }
        let at = table.before * (actors + 1) + i * table.width;
        self.beside.get(at..)?.first_chunk().copied()
    }

    /// Where a row lies, and what lies beside it.
    #[inline]
    fn with_row(self, row: u32, from: u32, to: u32) -> (Range<usize>, &'g [u32]) {
        let beside = self.beside.get(from as usize..to as usize).unwrap_or_default();
        (row as usize..row as usize + beside.len(), beside)
    }

    /// Where the meetings of an actor lie, and the other party of each: see [`MANY`] and [`NONE`].
    #[inline]
    pub(super) fn met_with(self, actor: NodeId) -> (Range<usize>, &'g [u32]) {
        let [row, from, _, to] = self.told_beside(MET, actor).unwrap_or_default();
        self.with_row(row, from, to)
    }

    /// Where what an actor said lies, and what each is about.
    #[inline]
    pub(super) fn said(self, actor: NodeId) -> (Range<usize>, &'g [u32]) {
        let [row, from, _, _, to, _] = self.told_beside(SAID, actor).unwrap_or_default();
        self.with_row(row, from, to)
    }

    /// What an actor said, by what it is about.
    #[inline]
    pub(super) fn by_about(self, actor: NodeId) -> ByAbout<'g> {
        let [_, _, from, _, _, to] = self.told_beside(SAID, actor).unwrap_or_default();
        let all = self.beside.get(from as usize..to as usize).unwrap_or_default();
        // Two numbers of four bytes and a day of two for each.
        let pairs = all.len() * 2 / 5;
        let (about, rest) = all.split_at(pairs);
        let (statements, days) = rest.split_at(pairs);
        ByAbout { about, statements, days }
    }

    /// The rows of tables that each *acts on* of an actor rests on.
    #[inline]
    pub(super) fn lines(self, actor: NodeId) -> &'g [u32] {
        let [from, to] = self.told_beside(LINES, actor).unwrap_or_default();
        self.beside.get(from as usize..to as usize).unwrap_or_default()
    }

    /// Whether the shares lie end to end behind the tables, each table's after the last one's.
    pub(super) fn beside_follows(self) -> bool {
        let each = self.actors() + 1;
        let Some((tables, _)) = self.beside.split_at_checked(WIDTH * each) else { return false };
        let line = |Table { before, width }, i: usize, at: usize| {
            tables[before * each + i * width + at] as usize
        };
        let mut end = tables.len();
        COLUMNS.into_iter().all(|(table, at)| {
            let first = end;
            (0..each).all(|i| {
                let place = line(table, i, at);
                let good = if i == 0 { place == first } else { place >= end };
                end = place;
                good
            })
        }) && end == self.beside.len()
            // The line after the last actor's has no row.
            && ROWS.into_iter().all(|(table, _)| line(table, each - 1, 0) == 0)
    }
}

impl RowsMade {
    /// A look at what is made so far.
    pub(super) fn view<'a>(&'a self, beside: &'a [u32]) -> GenerationView<'a> {
        GenerationView {
            shape: &self.shape,
            starts: &self.starts,
            targets: &self.targets,
            days: &self.days,
            tags: &self.tags,
            beside,
        }
    }
}

/// The section.
pub(super) fn made(made: &RowsMade) -> Result<Vec<u32>, GenerationError> {
    let actors = &made.shape.parts[ACTORS];
    let threads = std::thread::available_parallelism().map_or(1, |n| n.get().min(16));
    let parts = even_parts(actors.count, threads, |i| actors.row(&made.starts, i).start);
    let mut shares = std::thread::scope(|scope| {
        let working: Vec<_> =
            parts.into_iter().map(|actors| scope.spawn(|| Share::of(made, actors))).collect();
        let done = working.into_iter().map(|it| it.join().unwrap_or_else(|it| resume_unwind(it)));
        done.collect::<Vec<Share>>()
    });
    let each = actors.count + 1;
    let long = shares.iter().flat_map(|share| &share.columns).map(|it| it.numbers.len());
    let mut all = Vec::with_capacity(WIDTH * each + long.sum::<usize>());
    all.resize(WIDTH * each, 0);
    let place = |n| {
        u32::try_from(n).map_err(|_| GenerationError::TooLarge { what: "meetings and statements" })
    };
    for (table, column) in ROWS {
        let rows =
            shares.iter_mut().flat_map(|share| std::mem::take(&mut share.columns[column].rows));
        for (i, row) in rows.enumerate() {
            all[table.before * each + i * table.width] = row;
        }
    }
    for (c, (Table { before, width }, number)) in COLUMNS.into_iter().enumerate() {
        let mut at = before * each + number;
        for share in &mut shares {
            let Column { numbers, starts, .. } = std::mem::take(&mut share.columns[c]);
            for start in starts {
                all[at] = place(all.len() + start)?;
                at += width;
            }
            all.extend(numbers);
        }
        all[at] = place(all.len())?;
    }
    Ok(all)
}

/// What lies beside the rows of some actors.
#[derive(Debug, Default)]
struct Share {
    /// As [`COLUMNS`] has them.
    columns: [Column; 4],
}

/// Numbers, where those of each actor begin among them, and, if the table tells that, where the rows
/// begin that they lie beside.
#[derive(Debug, Default)]
struct Column {
    numbers: Vec<u32>,
    starts: Vec<usize>,
    rows: Vec<u32>,
}

impl Share {
    fn of(made: &RowsMade, actors: Range<usize>) -> Self {
        let view = made.view(&[]);
        let mut share = Self::default();
        let [others, about, by_about, lines] = &mut share.columns;
        let mut pairs: Vec<(u32, Day, u32)> = Vec::new();
        for i in actors {
            let actor = NodeId::new(i);
            let placed = |kind| view.placed_row(actor, kind, Direction::Outgoing);
            let begin = |column: &mut Column, row: Option<usize>| {
                column.starts.push(column.numbers.len());
                column.rows.extend(row.map(|row| u32::try_from(row).unwrap_or(0)));
            };
            let (row, met) = placed(RelationKind::Attended);
            begin(others, Some(row));
            others.numbers.extend(met.nodes.iter().zip(met.tags).map(|(meeting, status)| {
                let mut other = NONE;
                if *status == 0 {
                    view.others(*meeting, actor, |who| {
                        other = if other == NONE { who.raw() } else { MANY };
                    });
                }
                other
            }));
            pairs.clear();
            let (row, said) = placed(RelationKind::Said);
            begin(about, Some(row));
            for (statement, day) in said.nodes.iter().zip(said.days) {
                let all = view.about(*statement).nodes;
                about.numbers.push(match all {
                    [] => NONE,
                    [one] => one.raw(),
                    _ => MANY,
                });
                pairs.extend(all.iter().map(|about| (about.raw(), *day, statement.raw())));
            }
            pairs.sort_unstable();
            begin(by_about, None);
            by_about.numbers.extend(pairs.iter().map(|(about, ..)| *about));
            by_about.numbers.extend(pairs.iter().map(|(.., statement)| *statement));
            by_about.numbers.extend(pairs.chunks(2).map(|pair| {
                let low = u32::from(pair[0].1.raw());
                pair.get(1).map_or(low, |second| low | u32::from(second.1.raw()) << 16)
            }));
            begin(lines, None);
            lines.numbers.extend(made.lines_of(i));
        }
        share
    }
}
