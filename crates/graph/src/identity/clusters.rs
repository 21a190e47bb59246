use super::{Joined, Reason};
use crate::NodeName;
use crate::hashed::Hashed;

/// Names that are joined one pair after the other, and pairs that must not be.
#[derive(Default)]
pub(super) struct Clusters {
    /// Which cluster a name is in.
    of: Hashed<NodeName, usize>,
    members: Vec<Vec<NodeName>>,
    /// Pairs of clusters that are apart, each both ways.
    apart: Vec<Vec<usize>>,
    /// Why each cluster hangs together.
    joined: Vec<Vec<Joined>>,
}

impl Clusters {
    fn of(&mut self, name: &NodeName) -> usize {
        if let Some(known) = self.of.get(name) {
            return *known;
        }
        let fresh = self.members.len();
        self.members.push(vec![name.clone()]);
        self.apart.push(Vec::new());
        self.joined.push(Vec::new());
        self.of.insert(name.clone(), fresh);
        fresh
    }

    /// Joins two names unless they are apart. Says whether they are together now.
    pub(super) fn join(&mut self, one: &NodeName, other: &NodeName, reason: Reason) -> bool {
        let (a, b) = (self.of(one), self.of(other));
        let joined = || Joined { one: one.clone(), other: other.clone(), reason, documents: None };
        if a == b {
            // Whatever was decided is told, in whatever order.
            if reason == Reason::Decided {
                self.joined[a].push(joined());
            }
            return true;
        }
        if self.apart[a].contains(&b) {
            return false;
        }
        // The smaller goes into the larger, so each name moves at most log n times.
        let (from, to) =
            if self.members[a].len() < self.members[b].len() { (a, b) } else { (b, a) };
        for name in std::mem::take(&mut self.members[from]) {
            self.of.insert(name.clone(), to);
            self.members[to].push(name);
        }
        for other in std::mem::take(&mut self.apart[from]) {
            for known in &mut self.apart[other] {
                if *known == from {
                    *known = to;
                }
            }
            self.apart[to].push(other);
        }
        let moved = std::mem::take(&mut self.joined[from]);
        self.joined[to].extend(moved);
        self.joined[to].push(joined());
        true
    }

    /// Keeps two names apart, unless they are together already.
    pub(super) fn part(&mut self, one: &NodeName, other: &NodeName) {
        let (a, b) = (self.of(one), self.of(other));
        if a != b {
            self.apart[a].push(b);
            self.apart[b].push(a);
        }
    }

    /// What stands for the cluster of a name, until the next one is joined to it.
    pub(super) fn place(&self, name: &NodeName) -> Option<usize> {
        self.of.get(name).copied()
    }

    /// The names of each cluster of several, sorted, and why they are together.
    pub(super) fn finished(self) -> impl Iterator<Item = (Vec<NodeName>, Vec<Joined>)> {
        let several = self.members.into_iter().zip(self.joined).filter(|(it, _)| it.len() > 1);
        several.map(|(mut members, mut joined)| {
            members.sort_unstable();
            joined.sort_unstable();
            (members, joined)
        })
    }
}
