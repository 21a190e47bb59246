use chancery_graph::{Graph, Node, NodeId, RelationKind};
use std::fmt;

/// The nodes at the other end of some relations of one node: the speakers of a statement, the
/// places of a meeting. By kind and name, each once; they are looked up when they are asked for.
#[derive(Clone, Copy)]
pub struct Ends<'g> {
    graph: &'g Graph,
    node: NodeId,
    kind: RelationKind,
    /// Whether the relations end at the node.
    coming: bool,
}

impl<'g> Ends<'g> {
    /// Where the relations lead that start at a node.
    pub(crate) const fn of(graph: &'g Graph, node: NodeId, kind: RelationKind) -> Self {
        Self { graph, node, kind, coming: false }
    }

    /// Where the relations start that lead to a node.
    pub(crate) const fn to(graph: &'g Graph, node: NodeId, kind: RelationKind) -> Self {
        Self { graph, node, kind, coming: true }
    }

    /// As the relations lie: by day, then by end.
    fn lying(self) -> impl Iterator<Item = NodeId> + Clone + use<'g> {
        let Self { graph, node, kind, coming } = self;
        let leaving = if coming { &[] } else { graph.relations_from(node, kind) };
        let coming = coming.then(|| graph.relations_to(node, kind).map(|relation| relation.from));
        leaving.iter().map(|relation| relation.to).chain(coming.into_iter().flatten())
    }

    /// Their places in the graph.
    pub(crate) fn ids(self) -> impl Iterator<Item = NodeId> + use<'g> {
        // Looked up once: the row is as it lies.
        let lying = self.lying();
        // Nearly always: the relations are of one day.
        let rising = lying.clone().is_sorted_by(|one, other| one < other);
        let mut sorted = Vec::new();
        if !rising {
            sorted.extend(lying.clone());
            sorted.sort_unstable();
            sorted.dedup();
        }
        rising.then_some(lying).into_iter().flatten().chain(sorted)
    }

    /// The nodes.
    ///
    /// # Complexity
    /// O(nodes) beside looking the relations up, without allocating where they are of one day.
    pub fn iter(&self) -> impl Iterator<Item = &'g Node> + use<'g> {
        let graph = self.graph;
        self.ids().map(|id| graph.node(id))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ids().count()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.lying().next().is_none()
    }
}

impl<'g> IntoIterator for Ends<'g> {
    type Item = &'g Node;
    type IntoIter = Box<dyn Iterator<Item = &'g Node> + 'g>;

    fn into_iter(self) -> Self::IntoIter {
        Box::new(self.iter())
    }
}

impl PartialEq for Ends<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl fmt::Debug for Ends<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter().map(|node| &node.name)).finish()
    }
}
