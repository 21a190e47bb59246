use crate::{NodeId, RelationId};

/// Compressed sparse rows: for each node of a range the relations that start, or end, there.
///
/// Only the nodes between the first and the last that have any take up space.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Rows {
    /// The node of the first row.
    first: usize,
    /// Where each row begins in `relations`, and after the last one where it ends.
    starts: Vec<u32>,
    relations: Vec<RelationId>,
}

impl Rows {
    /// Rows of pairs of a node and a relation; each row keeps the order of the pairs.
    pub(crate) fn new(pairs: impl Iterator<Item = (NodeId, RelationId)> + Clone) -> Self {
        let nodes = pairs.clone().map(|(node, _)| node.index());
        let (Some(first), Some(last)) = (nodes.clone().min(), nodes.clone().max()) else {
            return Self::default();
        };
        let mut starts = vec![0_u32; last - first + 2];
        for node in nodes {
            starts[node - first + 1] += 1;
        }
        for row in 1..starts.len() {
            starts[row] += starts[row - 1];
        }
        let mut next = starts.clone();
        let total = starts[starts.len() - 1] as usize;
        let mut relations = vec![RelationId::new(0); total];
        for (node, relation) in pairs {
            let place = &mut next[node.index() - first];
            relations[*place as usize] = relation;
            *place += 1;
        }
        Self { first, starts, relations }
    }

    /// The relations of one node.
    pub(crate) fn row(&self, node: NodeId) -> &[RelationId] {
        let row = node.index().wrapping_sub(self.first);
        match (self.starts.get(row), self.starts.get(row.wrapping_add(1))) {
            (Some(start), Some(end)) => &self.relations[*start as usize..*end as usize],
            _ => &[],
        }
    }
}
