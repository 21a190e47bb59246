//! petgraph's traits on the view of a generation, and nothing else.

use super::shape::Part;
use super::{Day, GenerationView};
use crate::visit::{NodeIds, Visited};
use crate::{NodeId, RelationId, RelationKind};
use petgraph::visit::{
    Data, EdgeCount, EdgeIndexable, EdgeRef, GraphBase, GraphProp, GraphRef, IntoEdgeReferences,
    IntoEdges, IntoEdgesDirected, IntoNeighbors, IntoNeighborsDirected, IntoNodeIdentifiers,
    IntoNodeReferences, NodeCompactIndexable, NodeCount, NodeIndexable, Visitable,
};
use petgraph::{Directed, Direction};
use std::ops::Range;

/// What a relation of a generation carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Dated {
    /// Its kind.
    pub kind: RelationKind,
    /// Its first day.
    pub day: Day,
    /// Its status or code, see [`Link::tag`](crate::Link::tag).
    pub tag: u16,
}

/// A relation of a generation as petgraph sees it.
#[derive(Debug, Clone, Copy)]
pub struct LinkEdge<'g> {
    view: GenerationView<'g>,
    here: NodeId,
    other: NodeId,
    way: Direction,
    weight: Dated,
    place: usize,
}

impl LinkEdge<'_> {
    /// Where it lies in the row of the node that it starts from.
    fn outgoing(self) -> usize {
        if self.way == Direction::Outgoing {
            return self.place;
        }
        self.view.outgoing_place(self.here, self.weight.kind, self.place)
    }
}

impl GenerationView<'_> {
    /// Where the relation that ends at a node, and has this place there, lies at the node that it
    /// starts from.
    pub(super) fn outgoing_place(self, here: NodeId, kind: RelationKind, place: usize) -> usize {
        let (mine, row) = self.placed_row(here, kind, Direction::Incoming);
        let at = place.wrapping_sub(mine);
        let (Some(from), Some(day), Some(tag)) =
            (row.nodes.get(at), row.days.get(at), row.tags.get(at))
        else {
            return u32::MAX as usize;
        };
        // Of relations that are alike, the first here is the first there.
        let alike = |i: &usize| (row.days[*i], row.nodes[*i], row.tags[*i]) == (*day, *from, *tag);
        let before = (0..at).rev().take_while(alike).count();
        let (theirs, row) = self.placed_row(*from, kind, Direction::Outgoing);
        let start = row.days.partition_point(|other| other < day);
        let same_day = row.days[start..].partition_point(|other| other == day);
        let nodes = &row.nodes[start..start + same_day];
        let first = start + nodes.partition_point(|other| *other < here);
        let tags = row.tags[first..].iter().zip(&row.nodes[first..]);
        let less = tags.take_while(|(other, node)| **node == here && *other < tag).count();
        theirs + first + less + before
    }
}

impl EdgeRef for LinkEdge<'_> {
    type NodeId = NodeId;
    type EdgeId = RelationId;
    type Weight = Dated;

    fn source(&self) -> NodeId {
        if self.way == Direction::Outgoing { self.here } else { self.other }
    }

    fn target(&self) -> NodeId {
        if self.way == Direction::Outgoing { self.other } else { self.here }
    }

    fn weight(&self) -> &Dated {
        &self.weight
    }

    fn id(&self) -> RelationId {
        RelationId::new(self.outgoing())
    }
}

/// Relations of a generation: of one node in one direction, or all.
#[derive(Debug, Clone)]
pub struct LinkEdges<'g> {
    view: GenerationView<'g>,
    part: &'g Part,
    here: NodeId,
    /// Nodes whose turn comes after this one.
    after: Range<usize>,
    way: Direction,
    /// The group in hand, and what is left of it.
    slot: usize,
    left: Range<usize>,
}

impl<'g> LinkEdges<'g> {
    fn new(view: GenerationView<'g>, here: NodeId, way: Direction, after: Range<usize>) -> Self {
        let (part, _) = view.shape.part(here);
        Self { view, part, here, after, way, slot: 0, left: 0..0 }
    }
}

impl<'g> Iterator for LinkEdges<'g> {
    type Item = LinkEdge<'g>;

    fn next(&mut self) -> Option<LinkEdge<'g>> {
        loop {
            if let Some(place) = self.left.next() {
                let kind = self.part.kinds.get(self.slot.checked_sub(1)?)?.0;
                let day = *self.view.days.get(place)?;
                let weight = Dated { kind, day, tag: *self.view.tags.get(place)? };
                let (view, here, way) = (self.view, self.here, self.way);
                let other = *self.view.targets.get(place)?;
                return Some(LinkEdge { view, here, other, way, weight, place });
            }
            if let Some((_, way)) = self.part.kinds.get(self.slot) {
                if *way == self.way && self.here.index() < self.view.node_count() {
                    let i = self.here.index() - self.part.first;
                    self.left = self.part.span(self.view.starts, i, self.slot);
                }
                self.slot += 1;
            } else {
                self.here = NodeId::new(self.after.next()?);
                self.part = self.view.shape.part(self.here).0;
                self.slot = 0;
            }
        }
    }
}

/// The other ends of the relations of one node of a generation.
#[derive(Debug, Clone)]
pub struct LinkNeighbors<'g>(LinkEdges<'g>);

impl Iterator for LinkNeighbors<'_> {
    type Item = NodeId;

    fn next(&mut self) -> Option<NodeId> {
        self.0.next().map(|edge| edge.other)
    }
}

impl GraphBase for GenerationView<'_> {
    type NodeId = NodeId;
    type EdgeId = RelationId;
}

impl GraphRef for GenerationView<'_> {}

impl GraphProp for GenerationView<'_> {
    type EdgeType = Directed;
}

impl Data for GenerationView<'_> {
    type NodeWeight = ();
    type EdgeWeight = Dated;
}

impl NodeCount for GenerationView<'_> {
    fn node_count(&self) -> usize {
        GenerationView::node_count(*self)
    }
}

impl EdgeCount for GenerationView<'_> {
    fn edge_count(&self) -> usize {
        self.relation_count()
    }
}

impl NodeIndexable for GenerationView<'_> {
    fn node_bound(&self) -> usize {
        GenerationView::node_count(*self)
    }

    fn to_index(&self, id: NodeId) -> usize {
        id.index()
    }

    fn from_index(&self, index: usize) -> NodeId {
        NodeId::new(index)
    }
}

impl NodeCompactIndexable for GenerationView<'_> {}

impl EdgeIndexable for GenerationView<'_> {
    fn edge_bound(&self) -> usize {
        self.targets.len()
    }

    fn to_index(&self, id: RelationId) -> usize {
        id.index()
    }

    fn from_index(&self, index: usize) -> RelationId {
        RelationId::new(index)
    }
}

impl Visitable for GenerationView<'_> {
    type Map = Visited;

    fn visit_map(&self) -> Visited {
        Visited(vec![0; GenerationView::node_count(*self).div_ceil(64)])
    }

    fn reset_map(&self, map: &mut Visited) {
        *map = self.visit_map();
    }
}

impl IntoNodeIdentifiers for GenerationView<'_> {
    type NodeIdentifiers = NodeIds;

    fn node_identifiers(self) -> NodeIds {
        NodeIds::within(0..GenerationView::node_count(self))
    }
}

/// Nodes of a generation weigh nothing: what they are called is told by
/// [`Generation::name`](crate::Generation::name).
impl<'g> IntoNodeReferences for GenerationView<'g> {
    type NodeRef = (NodeId, &'g ());
    type NodeReferences = std::iter::Map<NodeIds, fn(NodeId) -> (NodeId, &'g ())>;

    fn node_references(self) -> Self::NodeReferences {
        self.node_identifiers().map(|node| (node, &()))
    }
}

impl<'g> IntoEdgeReferences for GenerationView<'g> {
    type EdgeRef = LinkEdge<'g>;
    type EdgeReferences = LinkEdges<'g>;

    fn edge_references(self) -> LinkEdges<'g> {
        let nodes = GenerationView::node_count(self);
        LinkEdges::new(self, NodeId::new(0), Direction::Outgoing, 1..nodes)
    }
}

impl<'g> IntoEdges for GenerationView<'g> {
    type Edges = LinkEdges<'g>;

    fn edges(self, node: NodeId) -> LinkEdges<'g> {
        self.edges_directed(node, Direction::Outgoing)
    }
}

impl<'g> IntoEdgesDirected for GenerationView<'g> {
    type EdgesDirected = LinkEdges<'g>;

    fn edges_directed(self, node: NodeId, direction: Direction) -> LinkEdges<'g> {
        LinkEdges::new(self, node, direction, 0..0)
    }
}

impl<'g> IntoNeighbors for GenerationView<'g> {
    type Neighbors = LinkNeighbors<'g>;

    fn neighbors(self, node: NodeId) -> LinkNeighbors<'g> {
        self.neighbors_directed(node, Direction::Outgoing)
    }
}

impl<'g> IntoNeighborsDirected for GenerationView<'g> {
    type NeighborsDirected = LinkNeighbors<'g>;

    fn neighbors_directed(self, node: NodeId, direction: Direction) -> LinkNeighbors<'g> {
        LinkNeighbors(self.edges_directed(node, direction))
    }
}
