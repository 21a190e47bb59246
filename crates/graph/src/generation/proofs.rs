//! What is told of the relations of a graph beside the columns, and times that are more than a day.
//!
//! What came from a table needs neither: its row is its evidence, and a row has a day.

use super::account::{PlaceOf, relation_out};
use super::numbering::Numbering;
use super::offices::Office;
use super::view::{GenerationView, NONE, Row};
use super::{Day, GenerationError, links};
use crate::hashed::Hashed;
use crate::{Columns, Graph, NodeId, Relation};
use chancery_model::fold;
use chrono::Datelike;
use petgraph::Direction;

/// The sections in the making.
#[derive(Debug, Default)]
pub(super) struct Proofs {
    pub(super) relations: Vec<u32>,
    pub(super) starts: Vec<u32>,
    pub(super) accounts: Vec<u8>,
    pub(super) long: Vec<u32>,
    pub(super) long_days: Vec<i32>,
    pub(super) offices: Vec<Office>,
}

impl Proofs {
    pub(super) fn of(
        graph: &Graph,
        numbering: &Numbering,
        view: GenerationView,
        document: PlaceOf,
    ) -> Result<Self, GenerationError> {
        let mut placed = placed(graph, numbering, view);
        placed.sort_unstable_by_key(|(place, _)| *place);
        let mut made = Self { starts: vec![0], ..Self::default() };
        for (place, (i, relation)) in placed {
            made.relations.push(place);
            if let Columns::Serves { title, .. } = &relation.columns {
                let of = numbering.of_graph[relation.to.index()];
                made.offices.push(Office { of, title: fold(title), place });
            }
            made.accounts.extend(relation_out(relation, graph.titles(i, relation), document));
            let end = u32::try_from(made.accounts.len());
            made.starts.push(end.map_err(|_| GenerationError::TooLarge { what: "proofs" })?);
            let (first, last) = (relation.when.first_day(), relation.when.last_day());
            let day = Day::first(&relation.when);
            if (first != last || day.date() != first) && first.is_some() {
                made.long.push(place);
                let days =
                    [first, last.or(first)].map(|day| day.map_or(0, |d| d.num_days_from_ce()));
                made.long_days.extend(days);
            }
        }
        Ok(made)
    }
}

/// Where each relation of the graph came to lie, at the node it starts from.
fn placed<'g>(
    graph: &'g Graph,
    numbering: &Numbering,
    view: GenerationView,
) -> Vec<(u32, (usize, &'g Relation))> {
    // Of relations that a row cannot tell apart each takes the next place.
    let mut taken: Hashed<u32, u32> = Hashed::default();
    let mut placed = Vec::new();
    for (i, relation) in graph.all_relations().iter().enumerate() {
        let node = |id: NodeId| NodeId::from_raw(numbering.of_graph[id.index()]);
        let (start, row) =
            view.placed_row(node(relation.from), relation.kind(), Direction::Outgoing);
        let tag = links::tag(&relation.columns, &numbering.codes);
        let key = (Day::first(&relation.when), node(relation.to), tag);
        // Rows are sorted by these three.
        let before = place_in(row, key);
        let first = u32::try_from(start + before).unwrap_or(NONE);
        let already = taken.entry(first).or_insert(0);
        placed.push((first + *already, (i, relation)));
        *already += 1;
    }
    placed
}

/// The first place in a row that is not before a day, other end and tag.
fn place_in(row: Row, key: (Day, NodeId, u16)) -> usize {
    let (mut low, mut high) = (0, row.nodes.len());
    while low < high {
        let middle = usize::midpoint(low, high);
        if (row.days[middle], row.nodes[middle], row.tags[middle]) < key {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}
