use super::Scratch;
use super::scratch::{is_set, set};
use crate::generation::RangeRows;
use crate::{GenerationView, NodeId};
use std::ops::Range;

/// A step asks those not yet reached if more than this part of what is left lies before it, and
const PART: usize = 4;
/// goes on from those reached again if fewer than this part of all nodes are new.
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
        let Scratch { seen, now, next, queue, coming, .. } = scratch;
        let (seen, mut now, mut next) = (&mut seen[..words], &mut now[..words], &mut next[..words]);
        queue.clear();
        queue.push(start);
        set(seen, start);
        let (mut reached, mut new) = (0, 1);
        // Ends of relations at those just reached, and at those not reached yet.
        let mut ahead = self.degree(start);
        let mut left = self.targets().len().saturating_sub(ahead);
        let (mut asking, mut listed) = (false, true);
        for step in 0..steps {
            let last = step + 1 == steps;
            if !asking && ahead > left / if last { 1 } else { PART } {
                asking = true;
            } else if asking && new < nodes / FEW {
                asking = false;
            }
            if asking {
                if listed {
                    now.fill(0);
                    for node in &*queue {
                        set(now, *node);
                    }
                    listed = false;
                }
                (new, ahead) = self.ask(seen, now, next);
                for (seen, next) in seen.iter_mut().zip(&*next) {
                    *seen |= next;
                }
                std::mem::swap(&mut now, &mut next);
            } else {
                if !listed {
                    queue.clear();
                    each_bit(now, |node| queue.push(node));
                    listed = true;
                }
                (new, ahead) = self.spread(seen, queue, coming, last);
                std::mem::swap(queue, coming);
            }
            reached += new;
            if new == 0 {
                break;
            }
            left = left.saturating_sub(ahead);
        }
        for bits in [seen, now, next] {
            bits.fill(0);
        }
        reached
    }

    /// From those just reached to what is next to them. How many are new, and how many ends of
    /// relations those have.
    fn spread(
        self,
        seen: &mut [u64],
        queue: &[NodeId],
        coming: &mut Vec<NodeId>,
        last: bool,
    ) -> (usize, usize) {
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
                        ahead += self.degree(*neighbor);
                        coming.push(*neighbor);
                    }
                }
            }
        }
        (new, ahead)
    }

    /// From those not yet reached: whoever is next to one just reached is new, and noted in
    /// `next`. How many are, and how many ends of relations they have.
    fn ask(self, seen: &[u64], now: &[u64], next: &mut [u64]) -> (usize, usize) {
        next.fill(0);
        let (mut new, mut ahead) = (0, 0);
        let next_to = |node: &NodeId| is_set(now, *node);
        for (range, row) in self.ranges() {
            let found = match row {
                RangeRows::Pairs(pairs) => ask_each(seen, next, range, |i| {
                    let found = pairs.get(i).is_some_and(|[a, b]| next_to(a) || next_to(b));
                    if found { 2 } else { 0 }
                }),
                RangeRows::Other(rows) => ask_each(seen, next, range, |i| {
                    let row = rows.row(i);
                    if row.iter().any(next_to) { row.len() } else { 0 }
                }),
            };
            new += found.0;
            ahead += found.1;
        }
        (new, ahead)
    }
}

/// Calls for every bit that is set.
fn each_bit(bits: &[u64], mut each: impl FnMut(NodeId)) {
    for (at, word) in bits.iter().enumerate() {
        let mut left = *word;
        while left != 0 {
            each(NodeId::new(at * 64 + left.trailing_zeros() as usize));
            left &= left - 1;
        }
    }
}

/// Asks every node of a range that was not seen; its place in the range is given, and how many
/// relations it has is answered, or none if it is not next to one that was reached.
#[inline]
fn ask_each(
    seen: &[u64],
    next: &mut [u64],
    range: Range<usize>,
    degree: impl Fn(usize) -> usize,
) -> (usize, usize) {
    let (mut new, mut ahead) = (0, 0);
    let words = if range.is_empty() { 0..0 } else { range.start / 64..range.end.div_ceil(64) };
    for word in words {
        let mut unseen = !seen[word] & mask(&range, word);
        let mut found = 0_u64;
        while unseen != 0 {
            let bit = unseen.trailing_zeros();
            unseen &= unseen - 1;
            let degree = degree(word * 64 + bit as usize - range.start);
            found |= u64::from(degree > 0) << bit;
            ahead += degree;
        }
        next[word] |= found;
        new += found.count_ones() as usize;
    }
    (new, ahead)
}

/// The bits of a word that are of a range.
#[inline]
fn mask(range: &Range<usize>, word: usize) -> u64 {
    let first = word * 64;
    let below = range.start.saturating_sub(first).min(63);
    let above = (first + 64).saturating_sub(range.end).min(63);
    (!0 << below) & (!0 >> above)
}
