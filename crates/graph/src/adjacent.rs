//! Which node has a relation to which, as petgraph asks for it.

use crate::{GenerationView, NodeId, View};
use petgraph::visit::{GetAdjacencyMatrix, IntoNeighbors, IntoNodeIdentifiers, NodeCount};

/// Which nodes of a graph have a relation to which: a bit for each two.
///
/// There is none for a graph of more than [`Adjacent::MOST`] nodes: whether two of its nodes are
/// adjacent is seen in the row of one, so that nothing is asked for that grows with their square.
#[derive(Debug, Clone)]
pub struct Adjacent {
    nodes: usize,
    bits: Option<Box<[u64]>>,
}

impl Adjacent {
    /// Of how many nodes there is a matrix at most: 32 MiB.
    pub const MOST: usize = 1 << 14;

    fn of<G>(graph: G) -> Self
    where
        G: IntoNodeIdentifiers<NodeId = NodeId> + IntoNeighbors + NodeCount,
    {
        let nodes = graph.node_count();
        if nodes > Self::MOST {
            return Self { nodes, bits: None };
        }
        let mut bits = vec![0; (nodes * nodes).div_ceil(64)].into_boxed_slice();
        for from in graph.node_identifiers() {
            for to in graph.neighbors(from) {
                let at = from.index() * nodes + to.index();
                if let Some(word) = bits.get_mut(at / 64) {
                    *word |= 1 << (at % 64);
                }
            }
        }
        Self { nodes, bits: Some(bits) }
    }

    fn has<G: IntoNeighbors<NodeId = NodeId>>(&self, graph: G, from: NodeId, to: NodeId) -> bool {
        let Some(bits) = &self.bits else { return graph.neighbors(from).any(|it| it == to) };
        let at = from.index() * self.nodes + to.index();
        to.index() < self.nodes && bits.get(at / 64).is_some_and(|word| word >> (at % 64) & 1 != 0)
    }
}

impl GetAdjacencyMatrix for View<'_> {
    type AdjMatrix = Adjacent;

    fn adjacency_matrix(&self) -> Adjacent {
        Adjacent::of(*self)
    }

    fn is_adjacent(&self, matrix: &Adjacent, from: NodeId, to: NodeId) -> bool {
        matrix.has(*self, from, to)
    }
}

impl GetAdjacencyMatrix for GenerationView<'_> {
    type AdjMatrix = Adjacent;

    fn adjacency_matrix(&self) -> Adjacent {
        Adjacent::of(*self)
    }

    fn is_adjacent(&self, matrix: &Adjacent, from: NodeId, to: NodeId) -> bool {
        matrix.has(*self, from, to)
    }
}
