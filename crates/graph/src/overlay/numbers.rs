//! How the nodes of a generation are numbered when some are taken out and some put between.

use crate::NodeId;

/// Where a node is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lies {
    /// In the generation, at this place.
    Below(NodeId),
    /// Beyond it: which of the nodes that were put in.
    Added(usize),
}

/// Numbers of nodes, from the generation's to those of the whole and back.
#[derive(Debug, Clone, Default)]
pub(super) struct Numbers {
    /// Places that are taken out, rising.
    gone: Vec<u32>,
    /// Before which place of the generation each new node lies, rising.
    before: Vec<u32>,
    /// The number that each new node has, rising.
    added: Vec<u32>,
    count: usize,
}

impl Numbers {
    /// Of this many nodes some are taken out, and new ones put before some: both rise.
    pub(super) fn new(below: usize, gone: Vec<u32>, before: Vec<u32>) -> Self {
        let added = (0_u32..)
            .zip(&before)
            .map(|(i, place)| place + i - rank(gone.partition_point(|it| it < place)))
            .collect();
        let count = below + before.len() - gone.len();
        Self { gone, before, added, count }
    }

    pub(super) const fn count(&self) -> usize {
        self.count
    }

    /// The number of the `i`th new node.
    pub(super) fn added(&self, i: usize) -> NodeId {
        NodeId::from_raw(self.added[i])
    }

    /// The number of a node of the generation, unless it is taken out.
    pub(super) fn of(&self, below: NodeId) -> Option<NodeId> {
        let place = below.raw();
        let gone = self.gone.partition_point(|it| *it < place);
        if self.gone.get(gone) == Some(&place) {
            return None;
        }
        let put = self.before.partition_point(|it| *it <= place);
        Some(NodeId::from_raw(place + rank(put) - rank(gone)))
    }

    /// Where the node of a number is told.
    pub(super) fn lies(&self, node: NodeId) -> Lies {
        let put = self.added.partition_point(|it| *it < node.raw());
        if self.added.get(put) == Some(&node.raw()) {
            return Lies::Added(put);
        }
        let place = node.raw() - rank(put);
        // How many of those taken out lay before it.
        let (mut low, mut high) = (0, self.gone.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            if self.gone[middle] - rank(middle) <= place { low = middle + 1 } else { high = middle }
        }
        Lies::Below(NodeId::from_raw(place + rank(low)))
    }
}

/// Counts of what is in a graph fit its numbers.
fn rank(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    proptest! {
        #[test]
        fn every_node_has_one_number(
            below in 0..12_u32,
            gone in prop::collection::btree_set(0..12_u32, 0..6),
            mut before in prop::collection::vec(0..13_u32, 0..6),
        ) {
            let gone: BTreeSet<u32> = gone.into_iter().filter(|it| *it < below).collect();
            before.retain(|it| *it <= below);
            before.sort_unstable();
            // The plain way: write them down one after the other.
            let mut order = Vec::new();
            let mut next = 0;
            for place in 0..=below {
                while before.get(next) == Some(&place) {
                    order.push(Lies::Added(next));
                    next += 1;
                }
                if place < below && !gone.contains(&place) {
                    order.push(Lies::Below(NodeId::from_raw(place)));
                }
            }
            let numbers = Numbers::new(below as usize, gone.iter().copied().collect(), before);
            prop_assert_eq!(numbers.count(), order.len());
            for (number, lies) in order.iter().enumerate() {
                let number = NodeId::new(number);
                prop_assert_eq!(numbers.lies(number), *lies);
                prop_assert_eq!(number, match lies {
                    Lies::Added(i) => numbers.added(*i),
                    Lies::Below(place) => numbers.of(*place).expect("it is there"),
                });
            }
            for place in gone {
                prop_assert_eq!(numbers.of(NodeId::from_raw(place)), None);
            }
        }
    }
}
