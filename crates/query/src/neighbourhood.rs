use crate::steps::within_days;
use crate::window::Window;
use chancery_graph::{Graph, Node, NodeId, NodeName, Relation, RelationKind};
use petgraph::graph::NodeIndex;
use std::collections::HashMap;

/// Everything within some steps of a node, as a graph of its own.
///
/// ```
/// use chancery_graph::Graph;
/// use chancery_query::Neighbourhood;
/// let graph = Graph::default();
/// let asked = Neighbourhood::of("person:sergey-lavrov".parse()?).hops(2).most(500);
/// assert_eq!(asked.answer(&graph).node_count(), 0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub struct Neighbourhood {
    of: Vec<NodeName>,
    hops: usize,
    most: usize,
    kinds: Vec<RelationKind>,
    window: Window,
}

within_days!(Neighbourhood, window, "Only over relations");

impl Neighbourhood {
    /// Of this node; one step, and no limit to how many nodes.
    pub fn of(node: NodeName) -> Self {
        Self {
            of: vec![node],
            hops: 1,
            most: usize::MAX,
            kinds: Vec::new(),
            window: Window::default(),
        }
    }

    /// Of this node as well.
    pub fn and(mut self, node: NodeName) -> Self {
        self.of.push(node);
        self
    }

    /// So many steps, against or along relations.
    pub const fn hops(mut self, hops: usize) -> Self {
        self.hops = hops;
        self
    }

    /// No more nodes than this: the nearest are kept, of those as near the first by kind and name.
    pub const fn most(mut self, nodes: usize) -> Self {
        self.most = nodes;
        self
    }

    /// Only over relations of this kind; taken twice, of either.
    pub fn over(mut self, kind: RelationKind) -> Self {
        self.kinds.push(kind);
        self
    }

    /// The neighbourhood as a petgraph graph: its nodes in the order in which they are reached,
    /// and every relation between two of them, each with its days and evidence. Its weights are the
    /// nodes and relations themselves, where those of [`Graph::to_petgraph`] are their ids.
    ///
    /// # Complexity
    /// O(relations of the nodes within reach).
    pub fn answer<'g>(&self, graph: &'g Graph) -> petgraph::Graph<&'g Node, &'g Relation> {
        let mut around = petgraph::Graph::new();
        let mut places: HashMap<NodeId, NodeIndex> = HashMap::new();
        let mut reached: Vec<NodeId> = self.of.iter().filter_map(|name| graph.find(name)).collect();
        let mut level = std::mem::take(&mut reached);
        for step in 0..=self.hops {
            level.sort_unstable();
            level.dedup();
            level.retain(|node| !places.contains_key(node));
            level.truncate(self.most - places.len());
            for node in &level {
                places.insert(*node, around.add_node(graph.node(*node)));
            }
            reached.extend(&level);
            if level.is_empty() || step == self.hops || places.len() == self.most {
                break;
            }
            let from = std::mem::take(&mut level);
            for node in from {
                level.extend(self.relations(graph, node).map(|relation| {
                    if relation.from == node { relation.to } else { relation.from }
                }));
            }
        }
        for node in reached {
            let outgoing = graph.outgoing(node).iter().map(|id| graph.relation(*id));
            for relation in outgoing.filter(|relation| self.walks(relation)) {
                if let Some(to) = places.get(&relation.to) {
                    around.add_edge(places[&node], *to, relation);
                }
            }
        }
        around
    }

    fn relations<'g>(
        &self,
        graph: &'g Graph,
        node: NodeId,
    ) -> impl Iterator<Item = &'g Relation> + use<'g, '_> {
        let all = graph.outgoing(node).iter().chain(graph.incoming(node));
        all.map(|id| graph.relation(*id)).filter(|relation| self.walks(relation))
    }

    fn walks(&self, relation: &Relation) -> bool {
        (self.kinds.is_empty() || self.kinds.contains(&relation.kind()))
            && self.window.admits(&relation.when)
    }
}
