//! Picks the narrowest index to start from.

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
pub(crate) enum Start {
    /// The ends of relations that start at these.
    From(RelationKind, Vec<NodeId>),
    /// The starts of relations that end at these.
    To(RelationKind, Vec<NodeId>),
    /// These.
    Nodes(Vec<NodeId>),
}

impl Start {
    fn len(&self, graph: &Graph) -> usize {
        match self {
            Self::From(kind, nodes) => {
                nodes.iter().map(|node| graph.relations_from(*node, *kind).len()).sum()
            }
            Self::To(kind, nodes) => {
                nodes.iter().map(|node| graph.relations_to(*node, *kind).len()).sum()
            }
            Self::Nodes(nodes) => nodes.len(),
        }
    }

    fn reached(self, graph: &Graph) -> Vec<NodeId> {
        let mut reached: Vec<NodeId> = match self {
            Self::From(kind, nodes) => {
                let rows = nodes.into_iter().flat_map(|node| graph.relations_from(node, kind));
                rows.map(|relation| relation.to).collect()
            }
            Self::To(kind, nodes) => {
                let rows = nodes.into_iter().flat_map(|node| graph.relations_to(node, kind));
                rows.map(|relation| relation.from).collect()
            }
            Self::Nodes(nodes) => nodes,
        };
        reached.sort_unstable();
        reached.dedup();
        reached
    }
}

/// What the way in that leads to the fewest leads to; every node of the kind if there is none.
pub(crate) fn narrowest(
    graph: &Graph,
    ways: impl IntoIterator<Item = Option<Start>>,
    all: NodeKind,
) -> Vec<NodeId> {
    let ways = ways.into_iter().flatten();
    match ways.min_by_key(|way| way.len(graph)) {
        Some(way) => way.reached(graph),
        None => graph.node_ids(all).collect(),
    }
}
