//! Picks the narrowest index to start from.

use crate::who_attended::is_party;
use crate::words::Words;
use chancery_graph::{Graph, NodeId, NodeKind, NodeName, RelationKind};

/// The nodes with these names; `None` if there are no names, which asks for nothing.
pub(crate) fn nodes(graph: &Graph, names: &[NodeName]) -> Option<Vec<NodeId>> {
    if names.is_empty() {
        return None;
    }
    let mut nodes: Vec<_> = names.iter().filter_map(|name| graph.find(name)).collect();
    nodes.sort_unstable();
    nodes.dedup();
    Some(nodes)
}

/// One way in: the nodes at the other end of some relations of some nodes.
pub(crate) enum Start<'w> {
    /// The ends of relations that start at these.
    From(RelationKind, Vec<NodeId>),
    /// The starts of relations that end at these.
    To(RelationKind, Vec<NodeId>),
    /// The meetings that one attended, or is expected at.
    Attended(NodeId),
    /// These.
    Nodes(Vec<NodeId>),
    /// Those of a kind that are told of in some words.
    Worded(NodeKind, &'w Words),
}

impl<'w> Start<'w> {
    /// By words, if there are any.
    pub(crate) fn worded(kind: NodeKind, words: &'w Words) -> Option<Self> {
        (!words.is_empty()).then_some(Self::Worded(kind, words))
    }

    fn len(&self, graph: &Graph) -> usize {
        match self {
            Self::From(kind, nodes) => {
                nodes.iter().map(|node| graph.relations_from(*node, *kind).len()).sum()
            }
            Self::To(kind, nodes) => {
                nodes.iter().map(|node| graph.relations_to(*node, *kind).len()).sum()
            }
            Self::Attended(who) => graph.relations_from(*who, RelationKind::Attended).len(),
            Self::Nodes(nodes) => nodes.len(),
            Self::Worded(kind, words) => graph.worded_bound(*kind, &words.wanted()),
        }
    }

    /// Those of one node as its relations lie, which is by day; of several in no certain order.
    /// One may come twice.
    fn reached(self, graph: &Graph) -> Vec<NodeId> {
        match self {
            Self::From(kind, nodes) => {
                let rows = nodes.into_iter().flat_map(|node| graph.relations_from(node, kind));
                rows.map(|relation| relation.to).collect()
            }
            Self::To(kind, nodes) => {
                let rows = nodes.into_iter().flat_map(|node| graph.relations_to(node, kind));
                rows.map(|relation| relation.from).collect()
            }
            Self::Attended(who) => {
                let rows = graph.relations_from(who, RelationKind::Attended).iter();
                rows.filter(|row| is_party(row)).map(|row| row.to).collect()
            }
            Self::Nodes(nodes) => nodes,
            Self::Worded(kind, words) => match graph.worded(kind, &words.wanted()) {
                Some(nodes) => nodes,
                None => graph.node_ids(kind).collect(),
            },
        }
    }
}

/// Below this many it is not worth looking words up: in memory they would be indexed first.
const FEW: usize = 64;

/// What the way in that leads to the fewest leads to; every node of the kind if there is none.
/// Names go before words. They come in no certain order, and one may come twice.
pub(crate) fn narrowest<'w>(
    graph: &Graph,
    ways: impl IntoIterator<Item = Option<Start<'w>>>,
    all: NodeKind,
) -> Vec<NodeId> {
    narrowest_of(graph, ways, all).1
}

/// The same, and which of the ways it is, counted from zero.
pub(crate) fn narrowest_of<'w>(
    graph: &Graph,
    ways: impl IntoIterator<Item = Option<Start<'w>>>,
    all: NodeKind,
) -> (Option<usize>, Vec<NodeId>) {
    let mut best: Option<(usize, usize, Start<'w>)> = None;
    for (at, way) in ways.into_iter().enumerate() {
        let Some(way) = way else { continue };
        let few = best.as_ref().is_some_and(|(len, ..)| *len <= FEW);
        if few && matches!(way, Start::Worded(..)) {
            continue;
        }
        let len = way.len(graph);
        if best.as_ref().is_none_or(|(least, ..)| len < *least) {
            best = Some((len, at, way));
        }
    }
    match best {
        Some((_, at, way)) => (Some(at), way.reached(graph)),
        None => (None, graph.node_ids(all).collect()),
    }
}
