use super::Scratch;
use super::scratch::{is_set, set};
use crate::{GenerationView, NodeId};

/// A step is taken from the nodes not yet reached if what lies before those that were reached is
/// more than this part of what is left.
const PART: usize = 4;
/// And from those reached again when fewer than this part of all nodes are new.
const FEW: usize = 24;

impl GenerationView<'_> {
    /// How many nodes lie within so many relations of a node, whichever way they lead; the node
    /// itself is not counted. [`u32::MAX`] steps reach all that can be reached.
    ///
    /// A step over much of the graph asks the nodes not yet reached whether they are next to one
    /// that was, rather than the other way round.
    ///
    /// # Complexity
    /// O(relations of the nodes within), and a bit for each node.
    pub fn count_within(self, start: NodeId, steps: u32, scratch: &mut Scratch) -> usize {
        let nodes = self.node_count();
        if start.index() >= nodes {
            return 0;
        }
        scratch.fit_nodes(nodes);
        let words = nodes / 64 + 1;
        scratch.queue.clear();
        scratch.queue.push(start);
        set(&mut scratch.seen, start);
        let (mut reached, mut new) = (0, 1);
        // Ends of relations before us, and of all nodes not yet reached.
        let mut ahead = self.neighbors(start).len();
        let mut left = self.targets().len().saturating_sub(ahead);
        let (mut upward, mut dense) = (false, false);
        for step in 0..steps {
            if new == 0 {
                break;
            }
            let last = step + 1 == steps;
            if !upward && ahead > left / if last { 1 } else { PART } {
                upward = true;
            } else if upward && new < nodes / FEW {
                upward = false;
            }
            if upward {
                if !dense {
                    scratch.now[..words].fill(0);
                    for node in &scratch.queue {
                        set(&mut scratch.now, *node);
                    }
                    dense = true;
                }
                (new, ahead) = self.step_up(scratch, words);
                reached += new;
                if last {
                    break;
                }
                for (seen, next) in scratch.seen[..words].iter_mut().zip(&scratch.next) {
                    *seen |= next;
                }
                std::mem::swap(&mut scratch.now, &mut scratch.next);
            } else {
                if dense {
                    list(&scratch.now[..words], &mut scratch.queue);
                    dense = false;
                }
                (new, ahead) = self.step_down(scratch, last);
                reached += new;
                std::mem::swap(&mut scratch.queue, &mut scratch.coming);
            }
            left = left.saturating_sub(ahead);
        }
        scratch.seen[..words].fill(0);
        reached
    }

    /// From those just reached to what is next to them. How many are new, and the ends of
    /// relations at them.
    fn step_down(self, scratch: &mut Scratch, last: bool) -> (usize, usize) {
        let Scratch { seen, queue, coming, .. } = scratch;
        coming.clear();
        let (mut new, mut ahead) = (0, 0);
        for (i, node) in queue.iter().enumerate() {
            if let Some(soon) = queue.get(i + 16) {
                self.fetch_row(*soon);
            }
            if let Some(soon) = queue.get(i + 6) {
                self.fetch_targets(*soon);
            }
            for neighbor in self.neighbors(*node) {
                if set(seen, *neighbor) {
                    new += 1;
                    if !last {
                        ahead += self.neighbors(*neighbor).len();
                        coming.push(*neighbor);
                    }
                }
            }
        }
        (new, ahead)
    }

    /// From those not yet reached: whoever is next to one just reached is new, and noted in
    /// `next`.
    fn step_up(self, scratch: &mut Scratch, words: usize) -> (usize, usize) {
        let Scratch { seen, now, next, .. } = scratch;
        let (seen, now, next) = (&seen[..words], &now[..words], &mut next[..words]);
        next.fill(0);
        let (mut new, mut ahead) = (0, 0);
        for (range, even) in self.ranges() {
            if range.is_empty() {
                continue;
            }
            for word in range.start / 64..=(range.end - 1) / 64 {
                let first = word * 64;
                let mut unseen = !seen[word];
                if range.start > first {
                    unseen &= !0 << (range.start - first);
                }
                if range.end - first < 64 {
                    unseen &= !(!0 << (range.end - first));
                }
                let mut found = 0_u64;
                while unseen != 0 {
                    let bit = unseen.trailing_zeros();
                    unseen &= unseen - 1;
                    let index = first + bit as usize;
                    let neighbors = match even {
                        Some((base, row)) => {
                            let at = base + (index - range.start) * row;
                            self.targets().get(at..at + row).unwrap_or_default()
                        }
                        None => self.neighbors(NodeId::new(index)),
                    };
                    if neighbors.iter().any(|neighbor| is_set(now, *neighbor)) {
                        found |= 1 << bit;
                        new += 1;
                        ahead += neighbors.len();
                    }
                }
                next[word] |= found;
            }
        }
        (new, ahead)
    }
}

/// The bits that are set, as nodes.
fn list(bits: &[u64], nodes: &mut Vec<NodeId>) {
    nodes.clear();
    for (i, word) in bits.iter().enumerate() {
        let mut word = *word;
        while word != 0 {
            nodes.push(NodeId::new(i * 64 + word.trailing_zeros() as usize));
            word &= word - 1;
        }
    }
}
