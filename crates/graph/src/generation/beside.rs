//! What is stored beside the rows of actors, so that questions of two steps take one: the other
//! party of each meeting of two, what each statement is about, and the statements by what they are
//! about.

use super::rows::{RowsMade, even_parts};
use super::shape::ACTORS;
use super::view::{GenerationView, MANY, NONE};
use super::{Day, GenerationError};
use crate::{NodeId, RelationKind};
use petgraph::Direction;
use std::ops::Range;
use std::panic::resume_unwind;

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

/// The section, and where each actor's share begins and the last one ends.
pub(super) fn beside(made: &RowsMade) -> Result<(Vec<u32>, Vec<u32>), GenerationError> {
    let actors = &made.shape.parts[ACTORS];
    let threads = std::thread::available_parallelism().map_or(1, |n| n.get().min(16));
    let parts = even_parts(actors.count, threads, |i| actors.row(&made.starts, i).start);
    let mut shares = std::thread::scope(|scope| {
        let working: Vec<_> =
            parts.into_iter().map(|actors| scope.spawn(|| Share::of(made, actors))).collect();
        let done = working.into_iter().map(|it| it.join().unwrap_or_else(|it| resume_unwind(it)));
        done.collect::<Vec<Share>>().into_iter()
    });
    let Share { numbers: mut all, mut starts } = shares.next().unwrap_or_default();
    for share in shares {
        starts.extend(share.starts.iter().map(|start| all.len() + start));
        all.extend(share.numbers);
    }
    starts.push(all.len());
    let place = |n: usize| u32::try_from(n);
    let starts: Result<Vec<u32>, _> = starts.into_iter().map(place).collect();
    let starts =
        starts.map_err(|_| GenerationError::TooLarge { what: "meetings and statements" })?;
    Ok((all, starts))
}

/// What lies beside the rows of some actors, and where that of each begins.
#[derive(Debug, Default)]
struct Share {
    numbers: Vec<u32>,
    starts: Vec<usize>,
}

impl Share {
    fn of(made: &RowsMade, actors: Range<usize>) -> Self {
        let view = made.view(&[]);
        let mut all: Vec<u32> = Vec::new();
        let mut starts = Vec::with_capacity(actors.len());
        let mut by_about: Vec<(u32, Day, u32)> = Vec::new();
        for i in actors {
            let actor = NodeId::new(i);
            starts.push(all.len());
            let row = |kind| view.row(actor, kind, Direction::Outgoing);
            let met = row(RelationKind::Attended);
            all.extend(met.nodes.iter().zip(met.tags).map(|(meeting, status)| {
                let mut other = NONE;
                if *status == 0 {
                    view.others(*meeting, actor, |who| {
                        other = if other == NONE { who.raw() } else { MANY };
                    });
                }
                other
            }));
            by_about.clear();
            let said = row(RelationKind::Said);
            for (statement, day) in said.nodes.iter().zip(said.days) {
                let about = view.about(*statement).nodes;
                all.push(match about {
                    [] => NONE,
                    [one] => one.raw(),
                    _ => MANY,
                });
                by_about.extend(about.iter().map(|about| (about.raw(), *day, statement.raw())));
            }
            all.extend(made.lines_of(i));
            by_about.sort_unstable();
            all.extend(by_about.iter().map(|(about, ..)| *about));
            all.extend(by_about.iter().map(|(.., statement)| *statement));
            all.extend(by_about.chunks(2).map(|pair| {
                let low = u32::from(pair[0].1.raw());
                pair.get(1).map_or(low, |second| low | u32::from(second.1.raw()) << 16)
            }));
        }
        Self { numbers: all, starts }
    }
}
