//! What a generation tells beside its columns, in the making: nodes by name, what people call them,
//! what is told of each, and which register it was made of.

use super::account::{naming_out, node_out};
use super::column::Column;
use super::numbering::{NAMED, Numbering};
use super::view::NONE;
use super::{Cover, Earlier, GenerationError, sorted};
use crate::events::EventTable;
use crate::hashed::Hashed;
use crate::register::codec;
use crate::worded::{self, Index};
use crate::{Decision, Graph, NodeKind, Sound};
use std::collections::HashMap;

/// What an archive adds to the graph and the tables.
#[derive(Debug, Clone, Default)]
pub(crate) struct Kept {
    /// Where the register has each document, and when it was learned, by id.
    pub(crate) documents: Vec<(u64, i64)>,
    pub(crate) decisions: Vec<(Decision, i64)>,
    pub(crate) cover: Cover,
    /// Sorted.
    pub(crate) earlier: Vec<Earlier>,
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

    /// Where each begins, and the texts.
    pub(super) fn columns(self) -> [Column; 2] {
        [self.starts.into(), self.bytes.into()]
    }

    pub(super) fn push(&mut self, text: &[u8], what: &'static str) -> Result<(), GenerationError> {
        self.bytes.extend(text);
        let end = u32::try_from(self.bytes.len());
        self.starts.push(end.map_err(|_| GenerationError::TooLarge { what })?);
        Ok(())
    }
}

/// The numbers of names by the bytes of the names.
pub(super) fn name_order(numbering: &Numbering) -> Vec<u32> {
    sorted::by_name(numbering.names.iter().map(|(name, _)| *name))
}

/// Meetings and statements by origin, counted from the first meeting.
pub(super) fn event_order(numbering: &Numbering) -> Vec<u32> {
    let last = |origin: &&u32| **origin & NAMED == 0;
    let rows = numbering.origins.iter().filter(last).max().map_or(0, |last| *last as usize + 1);
    // No row is two of them.
    let mut of_rows = vec![NONE; rows];
    let mut named = Vec::new();
    for (event, origin) in (0_u32..).zip(&numbering.origins) {
        match of_rows.get_mut(*origin as usize) {
            Some(row) => *row = event,
            None => named.push((*origin, event)),
        }
    }
    named.sort_unstable();
    of_rows.retain(|event| *event != NONE);
    of_rows.extend(named.iter().map(|(_, event)| *event));
    of_rows
}

/// The nodes by kind; within it those with a name of their own by that, then those of tables by
/// row. Told the order of names and of events.
pub(super) fn by_name(numbering: &Numbering, names: &[u32], events: &[u32]) -> Vec<u32> {
    let kinds = &numbering.kinds;
    let mut order = vec![0; kinds[NodeKind::ALL.len()]];
    let mut next: [usize; NodeKind::ALL.len()] = std::array::from_fn(|kind| kinds[kind]);
    let mut put = |node: u32| {
        let kind = kinds[1..].partition_point(|end| *end <= node as usize);
        order[next[kind]] = node;
        next[kind] += 1;
    };
    let nodes = numbering.nodes_of_names();
    for name in names {
        put(nodes[*name as usize]);
    }
    let first = u32::try_from(kinds[NodeKind::Meeting as usize]).unwrap_or(NONE);
    let of_row = |event: &&u32| numbering.origins[**event as usize] & NAMED == 0;
    for event in events.iter().filter(of_row) {
        put(first + event);
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
pub(super) fn places(graph: &Graph) -> Hashed<&str, u32> {
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

/// How the names that people may type sound, sorted, and the number of each name.
pub(super) fn sounds(typed: &Texts) -> (Vec<u64>, Vec<u32>) {
    let bounds = typed.starts.windows(2).map(|pair| pair[0] as usize..pair[1] as usize);
    let names = bounds.map(|range| str::from_utf8(&typed.bytes[range]).unwrap_or_default());
    let mut sounds: Vec<(u64, u32)> =
        names.map(|name| Sound::of(name).to_raw()).zip(0_u32..).collect();
    sounds.sort_unstable();
    sounds.into_iter().unzip()
}

/// The words that nodes of the graph are told of in, by the places of nodes among all.
pub(super) fn words(
    graph: &Graph,
    tables: &[&EventTable],
    numbering: &Numbering,
    ranks: &[u32],
) -> Result<Index, GenerationError> {
    let mut nodes: Vec<(u32, usize)> = Vec::new();
    for (i, node) in numbering.of_graph.iter().enumerate() {
        nodes.extend(ranks.get(*node as usize).map(|rank| (*rank, i)));
    }
    nodes.sort_unstable();
    let tables: HashMap<&str, &&EventTable> =
        tables.iter().map(|table| (table.document().as_str(), table)).collect();
    let mut builder = worded::Builder::default();
    for (rank, i) in nodes {
        let node = crate::NodeId::new(i);
        let document = graph.node(node).name.as_str().strip_prefix("document:");
        if let Some(table) = document.and_then(|id| tables.get(id)) {
            worded::put_table(&mut builder, rank, graph, table);
        } else if let Some(words) = worded::words_of(graph, node) {
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
