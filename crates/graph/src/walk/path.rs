use super::Scratch;
use super::scratch::{is_set, set};
use crate::{GenerationView, NodeId};

impl GenerationView<'_> {
    /// A shortest chain of relations between two nodes, whichever way they lead: the nodes from
    /// one to the other, both included; nothing if there is none.
    ///
    /// Walks from both ends, a step from the side that has less before it.
    ///
    /// # Complexity
    /// O(relations within half the length of either end).
    pub fn shortest_path(
        self,
        from: NodeId,
        to: NodeId,
        scratch: &mut Scratch,
    ) -> Option<&[NodeId]> {
        scratch.fit_nodes(self.node_count());
        let Scratch { seen, next, ours, theirs, path, .. } = scratch;
        path.clear();
        if from.index() >= self.node_count() || to.index() >= self.node_count() {
            return None;
        }
        if from == to {
            path.push(from);
            return Some(path);
        }
        let mut here = Side::begin(from, ours, seen);
        let mut there = Side::begin(to, theirs, next);
        here.ahead = self.degree(from);
        there.ahead = self.degree(to);
        let mut forward = true;
        let met = loop {
            if here.done == here.queue.len() || there.done == there.queue.len() {
                break None;
            }
            forward = here.ahead <= there.ahead;
            let (side, other) = if forward { (&mut here, &there) } else { (&mut there, &here) };
            if let Some(met) = self.step(side, other.seen) {
                break Some(met);
            }
        };
        if let Some((at, node)) = met {
            let (near, far) = if forward { (&here, &there) } else { (&there, &here) };
            near.trace(at, path);
            path.reverse();
            if let Some(there) = far.queue.iter().rposition(|(other, _)| *other == node) {
                far.trace(u32::try_from(there).unwrap_or(ROOT), path);
            }
            if !forward {
                path.reverse();
            }
        }
        for side in [here, there] {
            for (node, _) in &*side.queue {
                side.seen[node.index() >> 6] = 0;
            }
        }
        met.map(|_| &path[..])
    }

    /// One level further from one side: where in the queue, and the node of the other side that
    /// is next to it.
    fn step(self, side: &mut Side, other: &[u64]) -> Option<(u32, NodeId)> {
        let end = side.queue.len();
        let mut ahead = 0;
        for at in side.done..end {
            if let Some((soon, _)) = side.queue.get(at + 4).filter(|_| at + 4 < end) {
                self.fetch_row(*soon);
            }
            let (node, _) = side.queue[at];
            let from = u32::try_from(at).unwrap_or(ROOT);
            for neighbor in self.neighbors(node) {
                if is_set(other, *neighbor) {
                    return Some((from, *neighbor));
                }
                if set(side.seen, *neighbor) {
                    side.queue.push((*neighbor, from));
                    ahead += self.degree(*neighbor);
                }
            }
        }
        (side.done, side.ahead) = (end, ahead);
        None
    }
}

/// Reached from nothing.
const ROOT: u32 = u32::MAX;

/// What was reached from one end.
struct Side<'s> {
    /// Each with the place in the queue that it was reached from.
    queue: &'s mut Vec<(NodeId, u32)>,
    seen: &'s mut Vec<u64>,
    /// How much of the queue was walked on from.
    done: usize,
    /// How many relations lie before the next step.
    ahead: usize,
}

impl<'s> Side<'s> {
    fn begin(node: NodeId, queue: &'s mut Vec<(NodeId, u32)>, seen: &'s mut Vec<u64>) -> Self {
        queue.clear();
        queue.push((node, ROOT));
        set(seen, node);
        Self { queue, seen, done: 0, ahead: 0 }
    }

    /// From a place in the queue back to where it began.
    fn trace(&self, mut at: u32, path: &mut Vec<NodeId>) {
        while at != ROOT {
            let (node, from) = self.queue[at as usize];
            path.push(node);
            at = from;
        }
    }
}
