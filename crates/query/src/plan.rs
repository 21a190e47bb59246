//! Picks the narrowest index to start from.

use crate::who_attended::is_party;
use crate::window::Window;
use crate::words::Words;
use chancery_graph::{Graph, NodeId, NodeKind, NodeName, Relation, RelationKind};
use std::borrow::Cow;

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
    Nodes(Cow<'w, [NodeId]>),
    /// Those of a kind that are told of in some words.
    Worded(NodeKind, &'w Words),
}

impl<'w> Start<'w> {
    /// By words, if there are any.
    pub(crate) fn worded(kind: NodeKind, words: &'w Words) -> Option<Self> {
        (!words.is_empty()).then_some(Self::Worded(kind, words))
    }

    /// How much there is to look at: relations that end at a node lie apart, and each is three
    /// times the work of one that starts there.
    fn cost(&self, graph: &Graph) -> usize {
        match self {
            Self::From(kind, nodes) => {
                nodes.iter().map(|node| graph.relations_from(*node, *kind).len()).sum()
            }
            Self::To(kind, nodes) => {
                nodes.iter().map(|node| 3 * graph.relations_to(*node, *kind).len()).sum()
            }
            Self::Attended(who) => graph.relations_from(*who, RelationKind::Attended).len(),
            Self::Nodes(nodes) => nodes.len(),
            Self::Worded(kind, words) => graph.worded_bound(*kind, &words.wanted()),
        }
    }

    /// Those of one node as its relations lie, which is by day; of several in no certain order.
    /// One may come twice. Where the relations have the days of what they lead to, only those
    /// within a window.
    fn reached(self, graph: &Graph, window: Window) -> Cow<'w, [NodeId]> {
        let within = |row: &&Relation| window.admits(&row.when);
        let reached: Vec<NodeId> = match self {
            Self::From(RelationKind::Attended, nodes) => {
                let row = |node| graph.relations_from(node, RelationKind::Attended);
                nodes.into_iter().flat_map(row).filter(within).map(|row| row.to).collect()
            }
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
                rows.filter(within).filter(|row| is_party(row)).map(|row| row.to).collect()
            }
            Self::Nodes(nodes) => return nodes,
            Self::Worded(kind, words) => match graph.worded(kind, &words.wanted()) {
                Some(nodes) => nodes,
                None => graph.node_ids(kind).collect(),
            },
        };
        Cow::Owned(reached)
    }
}

/// Below this many it is not worth looking words up: in memory they would be indexed first.
const FEW: usize = 64;

/// What the way in that is the least work leads to; every node of the kind if there is none.
/// Names go before words. They come in no certain order, and one may come twice; what has other
/// days than those of the window may be among them.
pub(crate) fn narrowest<'w>(
    graph: &Graph,
    ways: impl IntoIterator<Item = Option<Start<'w>>>,
    all: NodeKind,
    window: Window,
) -> Cow<'w, [NodeId]> {
    narrowest_of(graph, ways, all, window).1
}

/// The same, and which of the ways it is, counted from zero.
pub(crate) fn narrowest_of<'w>(
    graph: &Graph,
    ways: impl IntoIterator<Item = Option<Start<'w>>>,
    all: NodeKind,
    window: Window,
) -> (Option<usize>, Cow<'w, [NodeId]>) {
    let mut best: Option<(usize, usize, Start<'w>)> = None;
    for (at, way) in ways.into_iter().enumerate() {
        let Some(way) = way else { continue };
        let few = best.as_ref().is_some_and(|(cost, ..)| *cost <= FEW);
        if few && matches!(way, Start::Worded(..)) {
            continue;
        }
        let cost = way.cost(graph);
        if best.as_ref().is_none_or(|(least, ..)| cost < *least) {
            best = Some((cost, at, way));
        }
    }
    match best {
        Some((_, at, way)) => (Some(at), way.reached(graph, window)),
        None => (None, Cow::Owned(graph.node_ids(all).collect())),
    }
}
