//! What is stored beside the rows of actors, so that questions of two steps take one: the other
//! party of each meeting of two, what each statement is about, and the statements by what they are
//! about.

use super::rows::RowsMade;
use super::shape::ACTORS;
use super::view::{GenerationView, MANY, NONE};
use super::{Day, GenerationError};
use crate::{NodeId, RelationKind};
use petgraph::Direction;

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
    let view = made.view(&[]);
    let mut all: Vec<u32> = Vec::new();
    let mut starts = Vec::new();
    let mut by_about: Vec<(u32, u32, Day)> = Vec::new();
    let mut lines = &made.lines[..];
    for i in 0..made.shape.parts[ACTORS].count {
        let actor = NodeId::new(i);
        starts.push(place(all.len())?);
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
            by_about.extend(about.iter().map(|about| (about.raw(), statement.raw(), *day)));
        }
        let (mine, rest) = lines.split_at(row(RelationKind::ActsOn).nodes.len());
        lines = rest;
        all.extend(mine);
        by_about.sort_unstable_by_key(|(about, statement, day)| (*about, *day, *statement));
        all.extend(by_about.iter().map(|(about, _, _)| *about));
        all.extend(by_about.iter().map(|(_, statement, _)| *statement));
        all.extend(by_about.chunks(2).map(|pair| {
            let low = u32::from(pair[0].2.raw());
            pair.get(1).map_or(low, |second| low | u32::from(second.2.raw()) << 16)
        }));
    }
    starts.push(place(all.len())?);
    Ok((all, starts))
}

fn place(n: usize) -> Result<u32, GenerationError> {
    u32::try_from(n).map_err(|_| GenerationError::TooLarge { what: "meetings and statements" })
}
