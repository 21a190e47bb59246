//! Which nodes have which relations, and where their rows lie.

use super::GenerationError;
use super::lanes::Lanes;
use crate::{NodeId, NodeKind, RelationKind};
use petgraph::Direction;
use std::ops::Range;

/// Groups that a node may have: each kind of relation, out and in.
pub(super) const GROUPS: usize = RelationKind::ALL.len() * 2;
/// The parts of the nodes: all nodes of a part have the same groups.
pub(super) const PARTS: usize = 6;
pub(super) const ACTORS: usize = 0;
pub(super) const MEETINGS: usize = 2;
pub(super) const STATEMENTS: usize = 3;
/// The numbers in the section.
pub(super) const META: usize = KINDS + 1 + PARTS * PART;
const KINDS: usize = NodeKind::ALL.len();
const PART: usize = 3 + 2 * GROUPS;

/// What a group is called in the file, which is also its place in a row. What joins actor to actor
/// comes first, since chains are shortest there; then what goes out, then what comes in.
pub(super) const fn code(kind: RelationKind, direction: Direction) -> usize {
    let kinds = RelationKind::ALL.len();
    let (place, out) = match kind {
        RelationKind::ActsOn => (0, 1),
        RelationKind::Serves => (2, 1),
        kind if (kind as usize) < RelationKind::Serves as usize => (4 + kind as usize, kinds - 2),
        kind => (3 + kind as usize, kinds - 2),
    };
    match direction {
        Direction::Outgoing => place,
        Direction::Incoming => place + out,
    }
}

/// The group that has a code.
fn decoded(code: usize) -> (RelationKind, Direction) {
    let ways = [Direction::Outgoing, Direction::Incoming];
    let mut groups = RelationKind::ALL.iter().flat_map(|kind| ways.map(|way| (*kind, way)));
    let found = groups.find(|(kind, way)| self::code(*kind, *way) == code);
    found.unwrap_or((RelationKind::ActsOn, Direction::Outgoing))
}

/// The part that a kind of node is in.
pub(super) const fn part_of(kind: NodeKind) -> usize {
    match kind {
        NodeKind::Person | NodeKind::State | NodeKind::Organization => ACTORS,
        NodeKind::Place => 1,
        NodeKind::Meeting => MEETINGS,
        NodeKind::Statement => STATEMENTS,
        NodeKind::Goal => 4,
        NodeKind::Document => 5,
    }
}

/// Nodes that lie side by side and have the same groups.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) first: usize,
    pub(super) count: usize,
    /// The codes of its groups, rising.
    pub(super) groups: Vec<usize>,
    /// What they are.
    pub(super) kinds: Vec<(RelationKind, Direction)>,
    pub(super) layout: Layout,
    /// Which group has a code; [`GROUPS`] if none.
    slots: [usize; GROUPS],
}

/// How the rows of a part are found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Layout {
    /// By numbers in the section of starts, from this place on: one a group for each node, and for
    /// one more after the last.
    Told { at: usize },
    /// Every node has the same number in each group: where the first row begins, and within a row
    /// each group and the end.
    Even { base: usize, within: [usize; GROUPS + 1], row: usize },
}

impl Default for Layout {
    fn default() -> Self {
        Self::Even { base: 0, within: [0; GROUPS + 1], row: 0 }
    }
}

impl Part {
    pub(super) fn new(first: usize, count: usize, groups: Vec<usize>, layout: Layout) -> Self {
        let mut slots = [GROUPS; GROUPS];
        for (slot, code) in groups.iter().enumerate() {
            slots[*code] = slot;
        }
        let kinds = groups.iter().map(|code| decoded(*code)).collect();
        Self { first, count, groups, kinds, layout, slots }
    }

    pub(super) const fn slot(&self, code: usize) -> usize {
        self.slots[code]
    }

    /// Where one group of its `i`th node lies; what is damaged is empty or too long, no panic.
    #[inline]
    pub(super) fn span(&self, starts: &[u32], i: usize, slot: usize) -> Range<usize> {
        if i >= self.count || slot >= self.groups.len() {
            return 0..0;
        }
        match &self.layout {
            Layout::Told { at } => {
                let here = at + i * self.groups.len() + slot;
                starts.get(here).copied().unwrap_or(0) as usize
                    ..starts.get(here + 1).copied().unwrap_or(0) as usize
            }
            Layout::Even { base, within, row } => {
                base + i * row + within[slot]..base + i * row + within[slot + 1]
            }
        }
    }

    /// Where all groups of its `i`th node lie.
    #[inline]
    pub(super) fn row(&self, starts: &[u32], i: usize) -> Range<usize> {
        match &self.layout {
            Layout::Told { at } => {
                let (here, stride) = (at + i * self.groups.len(), self.groups.len());
                starts.get(here).copied().unwrap_or(0) as usize
                    ..starts.get(here + stride).copied().unwrap_or(0) as usize
            }
            Layout::Even { base, row, .. } => base + i * row..base + (i + 1) * row,
        }
    }
}

/// All parts, and the kinds within them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Shape {
    /// Where each kind begins, and after the last one how many nodes there are.
    pub(super) kinds: [usize; KINDS + 1],
    pub(super) parts: [Part; PARTS],
    pub(super) lanes: Lanes,
}

impl Shape {
    pub(super) fn nodes(&self) -> usize {
        self.kinds[KINDS]
    }

    pub(super) fn range(&self, kind: NodeKind) -> Range<usize> {
        self.kinds[kind as usize]..self.kinds[kind as usize + 1]
    }

    /// The part of a node, and its place there.
    #[inline]
    pub(super) fn part(&self, node: NodeId) -> (&Part, usize) {
        let node = node.index();
        let mut found = &self.parts[ACTORS];
        for part in &self.parts[1..] {
            if node >= part.first && part.count > 0 {
                found = part;
            }
        }
        (found, node.wrapping_sub(found.first))
    }

    pub(super) fn write(&self) -> Vec<u32> {
        let small = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let mut out: Vec<u32> = self.kinds.iter().map(|first| small(*first)).collect();
        for part in &self.parts {
            let (even, at) = match &part.layout {
                Layout::Told { at, .. } => (0, *at),
                Layout::Even { base, .. } => (1, *base),
            };
            out.extend([small(part.groups.len()), even, small(at)]);
            let padded = |mut list: Vec<u32>| {
                list.resize(GROUPS, 0);
                list
            };
            out.extend(padded(part.groups.iter().map(|code| small(*code)).collect()));
            let sizes = match &part.layout {
                Layout::Told { .. } => Vec::new(),
                Layout::Even { within, .. } => (0..part.groups.len())
                    .map(|slot| small(within[slot + 1] - within[slot]))
                    .collect(),
            };
            out.extend(padded(sizes));
        }
        out
    }

    /// Reads it, and checks all that it says of itself.
    pub(super) fn read(meta: &[u32], starts: usize) -> Result<Self, GenerationError> {
        let damaged = || GenerationError::Damaged { at: 0, what: "the shape is impossible" };
        if meta.len() != META {
            return Err(damaged());
        }
        let mut shape = Self::default();
        for (kind, first) in shape.kinds.iter_mut().zip(meta) {
            *kind = *first as usize;
        }
        if shape.kinds[0] != 0 || !shape.kinds.is_sorted() {
            return Err(damaged());
        }
        let mut told = 0;
        for (i, numbers) in meta[KINDS + 1..].chunks_exact(PART).enumerate() {
            let [groups, even, at] = [0, 1, 2].map(|k| numbers[k] as usize);
            let inside = |kind: &&NodeKind| part_of(**kind) == i;
            let mut kinds = NodeKind::ALL.iter().filter(inside).map(|kind| shape.range(*kind));
            let range = kinds.next().unwrap_or_default();
            let (first, count) = (range.start, kinds.next_back().map_or(range.end, |r| r.end));
            let count = count - first;
            if groups > GROUPS {
                return Err(damaged());
            }
            let codes: Vec<usize> = numbers[3..3 + groups].iter().map(|c| *c as usize).collect();
            let ordered = codes.is_sorted_by(|a, b| a < b);
            if !ordered || codes.last().is_some_and(|code| *code >= GROUPS) {
                return Err(damaged());
            }
            let layout = match even {
                0 => {
                    let end = told + (count + 1) * groups;
                    if at != told || end > starts {
                        return Err(damaged());
                    }
                    told = end;
                    Layout::Told { at }
                }
                1 if i != ACTORS => {
                    let mut within = [0; GROUPS + 1];
                    for slot in 0..GROUPS {
                        within[slot + 1] = within[slot] + numbers[3 + GROUPS + slot] as usize;
                    }
                    Layout::Even { base: at, within, row: within[groups] }
                }
                _ => return Err(damaged()),
            };
            shape.parts[i] = Part::new(first, count, codes, layout);
        }
        shape.lanes = Lanes::of(&shape.parts);
        if told == starts { Ok(shape) } else { Err(damaged()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_group_has_a_code_of_its_own() {
        let ways = [Direction::Outgoing, Direction::Incoming];
        let mut codes: Vec<usize> =
            RelationKind::ALL.iter().flat_map(|kind| ways.map(|way| code(*kind, way))).collect();
        codes.sort_unstable();
        assert_eq!(codes, (0..GROUPS).collect::<Vec<_>>());
        for kind in RelationKind::ALL {
            let actors = NodeKind::ACTORS;
            let between = actors.iter().any(|a| actors.iter().any(|b| kind.joins(*a, *b)));
            for way in ways {
                assert_eq!(code(*kind, way) < 4, between, "{kind}");
            }
        }
    }
}
