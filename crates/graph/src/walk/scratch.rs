use crate::NodeId;

/// Memory that walks use over and over, so that a question allocates nothing.
///
/// One serves any number of generations, one walk at a time; it grows to the largest. Between
/// walks every mark in it is unset.
#[derive(Debug, Clone, Default)]
pub struct Scratch {
    /// How often each actor was met.
    pub(super) often: Vec<u32>,
    pub(super) met: Vec<NodeId>,
    pub(super) best: Vec<(NodeId, u32)>,
    /// A bit a node.
    pub(super) seen: Vec<u64>,
    pub(super) next: Vec<u64>,
    pub(super) now: Vec<u64>,
    pub(super) queue: Vec<NodeId>,
    pub(super) coming: Vec<NodeId>,
    /// What was reached from either end of a path, each with the place that it was reached from.
    pub(super) ours: Vec<(NodeId, u32)>,
    pub(super) theirs: Vec<(NodeId, u32)>,
    pub(super) path: Vec<NodeId>,
}

impl Scratch {
    /// Room for so many nodes.
    pub(super) fn fit_nodes(&mut self, nodes: usize) {
        let words = nodes / 64 + 1;
        for bits in [&mut self.seen, &mut self.next, &mut self.now] {
            if bits.len() < words {
                bits.resize(words, 0);
            }
        }
    }

    pub(super) fn fit_actors(&mut self, actors: usize) {
        if self.often.len() < actors {
            self.often.resize(actors, 0);
        }
    }
}

/// Whether a bit is set.
#[inline]
pub(super) fn is_set(bits: &[u64], node: NodeId) -> bool {
    bits.get(node.index() >> 6).is_some_and(|word| word >> (node.index() & 63) & 1 != 0)
}

/// Sets a bit, and says whether it was not set.
#[inline]
pub(super) fn set(bits: &mut [u64], node: NodeId) -> bool {
    let bit = 1_u64 << (node.index() & 63);
    match bits.get_mut(node.index() >> 6) {
        Some(word) if *word & bit == 0 => {
            *word |= bit;
            true
        }
        _ => false,
    }
}
