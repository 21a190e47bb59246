//! What a generation tells beside its columns, in the making: nodes by name, what people call them,
//! what is told of each, and which register it was made of.

use super::account::{naming_out, node_out};
use super::numbering::Numbering;
use super::{Cover, GenerationError};
use crate::events::EventTable;
use crate::names::Names;
use crate::register::codec;
use crate::worded::{self, Index};
use crate::{Decision, Graph, Match, NodeKind};
use std::collections::HashMap;

/// What an archive adds to the graph and the tables.
#[derive(Debug, Clone, Default)]
pub(crate) struct Kept {
    /// Where the register has each document, and when it was learned, by id.
    pub(crate) documents: Vec<(u64, i64)>,
    pub(crate) decisions: Vec<(Decision, i64)>,
    pub(crate) cover: Cover,
}

/// Texts one after the other, and where each begins.
#[derive(Debug, Clone)]
pub(super) struct Texts {
    pub(super) starts: Vec<u32>,
    pub(super) bytes: Vec<u8>,
}

impl Texts {
    pub(super) fn new() -> Self {
        Self { starts: vec![0], bytes: Vec::new() }
    }

    pub(super) fn push(&mut self, text: &[u8], what: &'static str) -> Result<(), GenerationError> {
        self.bytes.extend(text);
        let end = u32::try_from(self.bytes.len());
        self.starts.push(end.map_err(|_| GenerationError::TooLarge { what })?);
        Ok(())
    }
}

/// The nodes by kind; within it those with a name of their own by that, then those of tables by
/// row.
pub(super) fn by_name(numbering: &Numbering) -> Vec<u32> {
    let kinds = &numbering.kinds;
    let mut order = Vec::with_capacity(kinds[NodeKind::ALL.len()]);
    let name = |node: &u32| numbering.index(*node).map(|index| numbering.names[index].0.as_str());
    for kind in NodeKind::ALL {
        let range = kinds[*kind as usize]..kinds[*kind as usize + 1];
        let ids = range.filter_map(|node| u32::try_from(node).ok());
        let (mut named, mut rows): (Vec<u32>, Vec<u32>) =
            ids.partition(|node| numbering.index(*node).is_some());
        named.sort_unstable_by_key(name);
        rows.sort_unstable_by_key(|node| numbering.origin(*node));
        order.extend(named);
        order.extend(rows);
    }
    order
}

/// The place of each in an order.
pub(super) fn ranks(order: &[u32]) -> Vec<u32> {
    let mut ranks = vec![0; order.len()];
    for (rank, node) in (0_u32..).zip(order) {
        ranks[*node as usize] = rank;
    }
    ranks
}

/// What is told of each named node, by the numbers of names.
pub(super) fn accounts(graph: &Graph, numbering: &Numbering) -> Result<Texts, GenerationError> {
    let places = places(graph);
    let place = |id: &chancery_model::DocumentId| places.get(id.as_str()).copied().unwrap_or(0);
    let mut texts = Texts::new();
    for node in nodes_by_name(numbering) {
        let bytes = node.map_or_else(Vec::new, |i| {
            node_out(&graph.all_nodes()[i], graph.other_names(crate::NodeId::new(i)), &place)
        });
        texts.push(&bytes, "accounts of nodes")?;
    }
    Ok(texts)
}

/// The places of documents among all of a graph.
pub(super) fn places(graph: &Graph) -> HashMap<&str, u32> {
    graph.reports().map(|report| report.id().as_str()).zip(0..).collect()
}

/// The node of the graph that each name is of, by the numbers of names.
fn nodes_by_name(numbering: &Numbering) -> Vec<Option<usize>> {
    let mut nodes = vec![None; numbering.names.len()];
    for (i, node) in numbering.of_graph.iter().enumerate() {
        if let Some(index) = numbering.index(*node) {
            nodes[index] = Some(i);
        }
    }
    nodes
}

/// What documents call each entity, by the numbers of names.
pub(super) fn namings(graph: &Graph, numbering: &Numbering) -> Result<Texts, GenerationError> {
    let mut texts = Texts::new();
    for node in nodes_by_name(numbering) {
        let naming = node.and_then(|i| graph.naming(crate::NodeId::new(i)));
        let bytes = naming.map_or_else(Vec::new, |naming| naming_out(&naming));
        texts.push(&bytes, "names")?;
    }
    Ok(texts)
}

/// What is also written small, and how often.
pub(super) fn commons(graph: &Graph) -> Result<(Texts, Vec<u32>), GenerationError> {
    let (mut texts, mut counts) = (Texts::new(), Vec::new());
    for (name, count) in graph.commons() {
        texts.push(name.as_bytes(), "names")?;
        counts.push(count);
    }
    Ok((texts, counts))
}

/// How a name agrees with what a node is called, as files hold it.
pub(super) const UNCALLED: u32 = u32::MAX;

/// What people may type, and whom it may mean: the graph's own names, and those of tables' actors.
pub(super) fn typed(
    graph: &Graph,
    tables: &[&EventTable],
    numbering: &Numbering,
    ranks: &[u32],
) -> Result<(Texts, Vec<u32>), GenerationError> {
    let mut best: HashMap<(Box<str>, u32), (Option<Match>, u32)> = HashMap::new();
    for (name, it) in graph.typed() {
        let node = numbering.of_graph[it.node.index()];
        best.insert((name.into(), node), (it.called, it.aliases));
    }
    for (table, (actors, _)) in tables.iter().zip(&numbering.of_tables) {
        for (actor, node) in table.actors.iter().zip(actors) {
            Names::of_label(&actor.name, actor.id.kind().into(), &mut |name, matched| {
                let known = &mut best.entry((name.into(), *node)).or_default().0;
                *known = Some(known.map_or(matched, |known| known.min(matched)));
            });
        }
    }
    let mut entries: Vec<_> = best.into_iter().collect();
    let rank = |node: u32| ranks.get(node as usize).copied();
    entries
        .sort_unstable_by(|((a, one), _), ((b, other), _)| (a, rank(*one)).cmp(&(b, rank(*other))));
    let (mut texts, mut nodes) = (Texts::new(), Vec::new());
    for ((name, node), (called, aliases)) in entries {
        texts.push(name.as_bytes(), "names")?;
        nodes.extend([node, called.map_or(UNCALLED, |called| called as u32), aliases]);
    }
    Ok((texts, nodes))
}

/// The words that nodes of the graph are told of in, by the places of nodes among all.
pub(super) fn words(
    graph: &Graph,
    numbering: &Numbering,
    ranks: &[u32],
) -> Result<Index, GenerationError> {
    let mut nodes: Vec<(u32, usize)> = Vec::new();
    for (i, node) in numbering.of_graph.iter().enumerate() {
        nodes.extend(ranks.get(*node as usize).map(|rank| (*rank, i)));
    }
    nodes.sort_unstable();
    let mut builder = worded::Builder::default();
    for (rank, i) in nodes {
        if let Some(words) = worded::words_of(graph, crate::NodeId::new(i)) {
            builder.put(rank, &words);
        }
    }
    builder.index().ok_or(GenerationError::TooLarge { what: "words" })
}

/// The other names of nodes, as decided.
pub(super) fn others(
    graph: &Graph,
    numbering: &Numbering,
) -> Result<(Texts, Vec<u32>), GenerationError> {
    let mut all: Vec<(&str, u32)> = Vec::new();
    for (i, node) in numbering.of_graph.iter().enumerate() {
        let others = graph.other_names(crate::NodeId::new(i));
        all.extend(others.iter().map(|other| (other.as_str(), *node)));
    }
    all.sort_unstable();
    let (mut texts, mut nodes) = (Texts::new(), Vec::new());
    for (name, node) in all {
        texts.push(name.as_bytes(), "names")?;
        nodes.push(node);
    }
    Ok((texts, nodes))
}

/// Where each line of the tables ends, numbered as rows are.
pub(super) fn lines(tables: &[&EventTable]) -> Vec<u32> {
    let mut lines = Vec::new();
    for table in tables {
        lines.push(0);
        lines.extend(&table.ends);
    }
    lines
}

/// Decisions and when each was made, in the order in which they count.
pub(super) fn decisions(decisions: &[(Decision, i64)]) -> Vec<u8> {
    let wire = |(decision, at): &(Decision, i64)| {
        let (which, one, other) = match decision {
            Decision::Same(a, b) => (0_u8, a, b.to_string()),
            Decision::Distinct(a, b) => (1, a, b.to_string()),
            Decision::Name(node, name) => (2, node, name.clone()),
        };
        (which, one.to_string(), other, *at)
    };
    codec::encode(&decisions.iter().map(wire).collect::<Vec<_>>())
}

/// The same, read.
pub(super) fn decisions_in(bytes: &[u8]) -> Option<Vec<(Decision, i64)>> {
    let wire: Vec<(u8, String, String, i64)> = codec::decode(bytes).ok()?;
    let decision = |(which, one, other, at): (u8, String, String, i64)| {
        let one = one.parse().ok()?;
        let decision = match which {
            0 => Decision::Same(one, other.parse().ok()?),
            1 => Decision::Distinct(one, other.parse().ok()?),
            2 => Decision::Name(one, other),
            _ => return None,
        };
        Some((decision.checked().ok()?, at))
    };
    wire.into_iter().map(decision).collect()
}
