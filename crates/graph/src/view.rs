use crate::Graph;
use std::ops::Deref;

/// A borrowed look at a graph, cheap to copy; what petgraph's algorithms walk.
///
/// ```
/// use chancery_graph::Graph;
/// let graph = Graph::default();
/// assert_eq!(petgraph::algo::connected_components(graph.view()), 0);
/// ```
#[derive(Debug, Clone, Copy)]
pub struct View<'g> {
    graph: &'g Graph,
}

impl<'g> View<'g> {
    pub(crate) const fn new(graph: &'g Graph) -> Self {
        Self { graph }
    }

    /// The graph that is looked at.
    pub const fn graph(self) -> &'g Graph {
        self.graph
    }
}

impl Deref for View<'_> {
    type Target = Graph;

    fn deref(&self) -> &Graph {
        self.graph
    }
}
