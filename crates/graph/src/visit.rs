//! petgraph's traits on the view, and nothing else.

use crate::{Graph, Node, NodeId, Relation, RelationId, View};
use petgraph::data::DataMap;
use petgraph::graph::DiGraph;
use petgraph::visit::{
    Data, EdgeCount, EdgeIndexable, EdgeRef, GraphBase, GraphProp, GraphRef, IntoEdgeReferences,
    IntoEdges, IntoEdgesDirected, IntoNeighbors, IntoNeighborsDirected, IntoNodeIdentifiers,
    IntoNodeReferences, NodeCompactIndexable, NodeCount, NodeIndexable, VisitMap, Visitable,
};
use petgraph::{Directed, Direction};

impl Graph {
    /// A petgraph graph of its own with the same nodes and relations, in the same order.
    ///
    /// Its weights are the ids: [`Graph::node`] and [`Graph::relation`] have what lies there. A
    /// `Neighbourhood` of `chancery-query` is a petgraph graph too, and its weights are the nodes
    /// and relations themselves.
    ///
    /// # Complexity
    /// O(nodes + relations).
    pub fn to_petgraph(&self) -> DiGraph<NodeId, RelationId> {
        let mut graph = DiGraph::with_capacity(self.node_count(), self.relation_count());
        let nodes: Vec<_> = self.view().node_identifiers().map(|id| graph.add_node(id)).collect();
        for edge in self.view().edge_references() {
            graph.add_edge(nodes[edge.source().index()], nodes[edge.target().index()], edge.id());
        }
        graph
    }
}

/// A relation as petgraph sees it: an edge with two ends and a weight.
#[derive(Debug, Clone, Copy)]
pub struct Edge<'g> {
    id: RelationId,
    relation: &'g Relation,
}

impl<'g> Edge<'g> {
    /// The relation.
    pub const fn relation(self) -> &'g Relation {
        self.relation
    }
}

impl EdgeRef for Edge<'_> {
    type NodeId = NodeId;
    type EdgeId = RelationId;
    type Weight = Relation;

    fn source(&self) -> NodeId {
        self.relation.from
    }

    fn target(&self) -> NodeId {
        self.relation.to
    }

    fn weight(&self) -> &Relation {
        self.relation
    }

    fn id(&self) -> RelationId {
        self.id
    }
}

/// The relations of one node, or of the whole graph, as edges.
#[derive(Debug, Clone)]
pub struct Edges<'g> {
    view: View<'g>,
    ids: Ids<'g>,
}

#[derive(Debug, Clone)]
enum Ids<'g> {
    Row(std::slice::Iter<'g, RelationId>),
    All(std::ops::Range<usize>),
    /// Those of each node after the other: the nodes that are left, and the row in hand.
    Rows(std::ops::Range<usize>, std::slice::Iter<'g, RelationId>),
}

impl<'g> Edges<'g> {
    fn row(view: View<'g>, row: &'g [RelationId]) -> Self {
        Self { view, ids: Ids::Row(row.iter()) }
    }
}

impl<'g> Iterator for Edges<'g> {
    type Item = Edge<'g>;

    fn next(&mut self) -> Option<Edge<'g>> {
        loop {
            let id = match &mut self.ids {
                Ids::Row(row) => *row.next()?,
                Ids::All(all) => RelationId::new(all.next()?),
                Ids::Rows(nodes, row) => {
                    if let Some(id) = row.next() {
                        *id
                    } else {
                        *row = self.view.graph().outgoing(NodeId::new(nodes.next()?)).iter();
                        continue;
                    }
                }
            };
            let relation = self.view.graph().relation(id);
            if self.view.shows(relation) {
                return Some(Edge { id, relation });
            }
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let (least, most) = match &self.ids {
            Ids::Row(row) => row.size_hint(),
            Ids::All(all) => all.size_hint(),
            Ids::Rows(..) => (0, Some(self.view.graph().relation_bound())),
        };
        (if self.view.is_whole() { least } else { 0 }, most)
    }
}

/// The nodes that one node's relations lead to, once for each relation.
#[derive(Debug, Clone)]
pub struct Neighbors<'g> {
    edges: Edges<'g>,
    direction: Direction,
}

impl Iterator for Neighbors<'_> {
    type Item = NodeId;

    fn next(&mut self) -> Option<NodeId> {
        let edge = self.edges.next()?;
        Some(match self.direction {
            Direction::Outgoing => edge.relation.to,
            Direction::Incoming => edge.relation.from,
        })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.edges.size_hint()
    }
}

/// Places of nodes, in order.
#[derive(Debug, Clone)]
pub struct NodeIds(Places);

#[derive(Debug, Clone)]
enum Places {
    Within(std::ops::Range<usize>),
    Listed(std::vec::IntoIter<NodeId>),
}

impl NodeIds {
    /// All within a range.
    pub(crate) const fn within(range: std::ops::Range<usize>) -> Self {
        Self(Places::Within(range))
    }

    /// These.
    pub(crate) fn listed(ids: Vec<NodeId>) -> Self {
        Self(Places::Listed(ids.into_iter()))
    }
}

impl Iterator for NodeIds {
    type Item = NodeId;

    fn next(&mut self) -> Option<NodeId> {
        match &mut self.0 {
            Places::Within(range) => range.next().map(NodeId::new),
            Places::Listed(ids) => ids.next(),
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        match &self.0 {
            Places::Within(range) => range.size_hint(),
            Places::Listed(ids) => ids.size_hint(),
        }
    }
}

impl DoubleEndedIterator for NodeIds {
    fn next_back(&mut self) -> Option<NodeId> {
        match &mut self.0 {
            Places::Within(range) => range.next_back().map(NodeId::new),
            Places::Listed(ids) => ids.next_back(),
        }
    }
}

impl ExactSizeIterator for NodeIds {}

/// Every node with its place, in order.
#[derive(Debug, Clone)]
pub struct Nodes<'g> {
    view: View<'g>,
    ids: NodeIds,
}

impl<'g> Iterator for Nodes<'g> {
    type Item = (NodeId, &'g Node);

    fn next(&mut self) -> Option<Self::Item> {
        self.ids.next().map(|id| (id, self.view.graph().node(id)))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.ids.size_hint()
    }
}

/// Which nodes a walk has been at: one bit each.
#[derive(Debug, Clone, Default)]
pub struct Visited(pub(crate) Vec<u64>);

impl Visited {
    const fn bit(node: NodeId) -> (usize, u64) {
        (node.index() / 64, 1 << (node.index() % 64))
    }
}

impl VisitMap<NodeId> for Visited {
    fn visit(&mut self, node: NodeId) -> bool {
        let (word, bit) = Self::bit(node);
        let first = self.0[word] & bit == 0;
        self.0[word] |= bit;
        first
    }

    fn is_visited(&self, node: &NodeId) -> bool {
        let (word, bit) = Self::bit(*node);
        self.0.get(word).is_some_and(|bits| bits & bit != 0)
    }

    fn unvisit(&mut self, node: NodeId) -> bool {
        let (word, bit) = Self::bit(node);
        let visited = self.0[word] & bit != 0;
        self.0[word] &= !bit;
        visited
    }
}

impl GraphBase for View<'_> {
    type NodeId = NodeId;
    type EdgeId = RelationId;
}

impl GraphRef for View<'_> {}

impl GraphProp for View<'_> {
    type EdgeType = Directed;
}

impl Data for View<'_> {
    type NodeWeight = Node;
    type EdgeWeight = Relation;
}

impl DataMap for View<'_> {
    fn node_weight(&self, id: NodeId) -> Option<&Node> {
        (id.index() < self.graph().node_count()).then(|| self.graph().node(id))
    }

    fn edge_weight(&self, id: RelationId) -> Option<&Relation> {
        let known = self.graph().has_relation(id);
        known.then(|| self.graph().relation(id)).filter(|relation| self.shows(relation))
    }
}

impl NodeCount for View<'_> {
    fn node_count(&self) -> usize {
        self.graph().node_count()
    }
}

impl EdgeCount for View<'_> {
    fn edge_count(&self) -> usize {
        if self.is_whole() { self.graph().relation_count() } else { self.edge_references().count() }
    }
}

impl NodeIndexable for View<'_> {
    fn node_bound(&self) -> usize {
        self.graph().node_count()
    }

    fn to_index(&self, id: NodeId) -> usize {
        id.index()
    }

    fn from_index(&self, index: usize) -> NodeId {
        NodeId::new(index)
    }
}

impl NodeCompactIndexable for View<'_> {}

impl EdgeIndexable for View<'_> {
    fn edge_bound(&self) -> usize {
        self.graph().relation_bound()
    }

    fn to_index(&self, id: RelationId) -> usize {
        id.index()
    }

    fn from_index(&self, index: usize) -> RelationId {
        RelationId::new(index)
    }
}

impl Visitable for View<'_> {
    type Map = Visited;

    fn visit_map(&self) -> Visited {
        Visited(vec![0; self.graph().node_count().div_ceil(64)])
    }

    fn reset_map(&self, map: &mut Visited) {
        *map = self.visit_map();
    }
}

impl IntoNodeIdentifiers for View<'_> {
    type NodeIdentifiers = NodeIds;

    fn node_identifiers(self) -> NodeIds {
        NodeIds::within(0..self.graph().node_count())
    }
}

impl<'g> IntoNodeReferences for View<'g> {
    type NodeRef = (NodeId, &'g Node);
    type NodeReferences = Nodes<'g>;

    fn node_references(self) -> Nodes<'g> {
        Nodes { view: self, ids: self.node_identifiers() }
    }
}

impl<'g> IntoEdgeReferences for View<'g> {
    type EdgeRef = Edge<'g>;
    type EdgeReferences = Edges<'g>;

    fn edge_references(self) -> Edges<'g> {
        let graph = self.graph();
        let ids = if graph.is_compact() {
            Ids::All(0..graph.relation_count())
        } else {
            Ids::Rows(0..graph.node_count(), [].iter())
        };
        Edges { view: self, ids }
    }
}

impl<'g> IntoEdges for View<'g> {
    type Edges = Edges<'g>;

    fn edges(self, node: NodeId) -> Edges<'g> {
        self.edges_directed(node, Direction::Outgoing)
    }
}

impl<'g> IntoEdgesDirected for View<'g> {
    type EdgesDirected = Edges<'g>;

    fn edges_directed(self, node: NodeId, direction: Direction) -> Edges<'g> {
        let graph = self.graph();
        Edges::row(
            self,
            match direction {
                Direction::Outgoing => graph.outgoing(node),
                Direction::Incoming => graph.incoming(node),
            },
        )
    }
}

impl<'g> IntoNeighbors for View<'g> {
    type Neighbors = Neighbors<'g>;

    fn neighbors(self, node: NodeId) -> Neighbors<'g> {
        self.neighbors_directed(node, Direction::Outgoing)
    }
}

impl<'g> IntoNeighborsDirected for View<'g> {
    type NeighborsDirected = Neighbors<'g>;

    fn neighbors_directed(self, node: NodeId, direction: Direction) -> Neighbors<'g> {
        Neighbors { edges: self.edges_directed(node, direction), direction }
    }
}
