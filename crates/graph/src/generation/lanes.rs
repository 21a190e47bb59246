//! The way to a row, worked out once: what questions ask most takes two loads.

use super::shape::{ACTORS, GROUPS, Layout, MEETINGS, PARTS, Part, STATEMENTS, code};
use crate::{NodeId, RelationKind};
use petgraph::Direction::{self, Incoming, Outgoing};
use std::ops::Range;

/// Where the same group of every node of a part lies.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Lane {
    pub(super) first: usize,
    pub(super) count: usize,
    at: usize,
    stride: usize,
    from: usize,
    to: usize,
    even: bool,
}

impl Lane {
    /// A group of a part; the whole row if none is named.
    fn of(part: &Part, group: Option<(RelationKind, Direction)>) -> Self {
        let slot = group.map_or(0, |(kind, way)| part.slot(code(kind, way)));
        if slot == GROUPS || part.groups.is_empty() {
            return Self::default();
        }
        let whole = group.is_none();
        let (first, count) = (part.first, part.count);
        match &part.layout {
            Layout::Told { at } => {
                let stride = part.groups.len();
                let to = if whole { stride } else { slot + 1 };
                Self { first, count, at: *at, stride, from: slot, to, even: false }
            }
            Layout::Even { base, within, row } => {
                let to = if whole { *row } else { within[slot + 1] };
                Self { first, count, at: *base, stride: *row, from: within[slot], to, even: true }
            }
        }
    }

    /// Where the group of a node lies. What is damaged is empty or too long, and no panic.
    #[inline]
    pub(super) fn span(&self, starts: &[u32], node: NodeId) -> Range<usize> {
        let i = node.index().wrapping_sub(self.first);
        if i >= self.count {
            return 0..0;
        }
        let here = self.at + i * self.stride;
        if self.even {
            here + self.from..here + self.to
        } else {
            let get = |at: usize| starts.get(at).copied().unwrap_or(0) as usize;
            get(here + self.from)..get(here + self.to)
        }
    }

    /// How long the group of a node is; of rows of one length without looking.
    #[inline]
    pub(super) fn length(&self, starts: &[u32], node: NodeId) -> usize {
        if self.even && node.index().wrapping_sub(self.first) < self.count {
            return self.to - self.from;
        }
        let span = self.span(starts, node);
        span.end.saturating_sub(span.start)
    }

    /// Where in the section of starts the row of a node is told, if it is told.
    #[inline]
    pub(super) fn told(&self, node: NodeId) -> Option<usize> {
        let i = node.index().wrapping_sub(self.first);
        (!self.even).then(|| self.at.wrapping_add(i.wrapping_mul(self.stride)))
    }

    /// Where the first row lies, and how long each is, if all are of one length.
    pub(super) fn even(&self) -> Option<(usize, usize)> {
        self.even.then_some((self.at, self.stride))
    }
}

/// The ways that are asked for most.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Lanes {
    /// Where each part begins.
    firsts: [usize; PARTS],
    pub(super) rows: [Lane; PARTS],
    pub(super) attended_by: Lane,
    pub(super) about: Lane,
}

impl Lanes {
    pub(super) fn of(parts: &[Part; PARTS]) -> Self {
        let rows = std::array::from_fn(|i| {
            let lane = Lane::of(&parts[i], None);
            Lane { first: parts[i].first, count: parts[i].count, ..lane }
        });
        Self {
            firsts: std::array::from_fn(|i| parts[i].first),
            rows,
            attended_by: Lane::of(&parts[MEETINGS], Some((RelationKind::Attended, Incoming))),
            about: Lane::of(&parts[STATEMENTS], Some((RelationKind::About, Outgoing))),
        }
    }

    /// The lane of a node's whole row.
    #[inline]
    pub(super) fn row(&self, node: NodeId) -> &Lane {
        // Neighbors of one kind follow each other, so a branch is cheaper here than to compare with
        // all. Parts without nodes begin where the next one does.
        let node = node.index();
        let part = match &self.firsts {
            [_, first, ..] if node < *first => ACTORS,
            [.., statements, goals, _] if node >= *statements && node < *goals => STATEMENTS,
            [_, _, meetings, statements, ..] if node >= *meetings && node < *statements => MEETINGS,
            firsts => firsts.iter().rposition(|first| node >= *first).unwrap_or(ACTORS),
        };
        &self.rows[part]
    }
}
