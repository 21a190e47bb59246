//! Relations to rows: counted, laid out, and each group sorted by day.

use super::lanes::Lanes;
use super::shape::{ACTORS, GROUPS, Layout, PARTS, Part, Shape, code, part_of};
use super::{Day, GenerationError, links::Relates};
use crate::{NodeId, NodeKind, RelationKind};
use petgraph::Direction;
use std::ops::Range;

/// Whoever can hand over every relation, in the same order each time.
pub(super) trait Each: Sync {
    fn each(&self, put: impl FnMut(Relates));
}

/// The rows of a generation in the making.
#[derive(Debug, Default)]
pub(super) struct RowsMade {
    pub(super) shape: Shape,
    pub(super) starts: Vec<u32>,
    pub(super) targets: Vec<NodeId>,
    pub(super) days: Vec<Day>,
    pub(super) tags: Vec<u16>,
    /// The rows of the tables that relations of *acts on* rest on, by actor.
    lines: Vec<u32>,
    /// Where those of each actor begin, and the end.
    lines_at: Vec<u32>,
}

/// Lays out what `each` hands over; it is asked three times, the last two by two threads: one has
/// the rows of actors, and one the others.
pub(super) fn laid_out(
    kinds: [usize; NodeKind::ALL.len() + 1],
    each: impl Each,
) -> Result<RowsMade, GenerationError> {
    let mut shape = Shape { kinds, ..Shape::default() };
    let mut seen = [[false; GROUPS]; PARTS];
    let mut total = 0_usize;
    let bounds: [usize; PARTS + 1] = std::array::from_fn(|i| {
        let inside = |kind: &&NodeKind| part_of(**kind) >= i;
        NodeKind::ALL.iter().find(inside).map_or(kinds[NodeKind::ALL.len()], |k| kinds[*k as usize])
    });
    let part = |node: u32| {
        if (node as usize) < bounds[ACTORS + 1] {
            return ACTORS;
        }
        (1..PARTS)
            .rev()
            .find(|i| node as usize >= bounds[*i] && bounds[*i] < bounds[*i + 1])
            .unwrap_or(ACTORS)
    };
    each.each(|it| {
        seen[part(it.from)][code(it.kind, Direction::Outgoing)] = true;
        seen[part(it.to)][code(it.kind, Direction::Incoming)] = true;
        total += 2;
    });
    if u32::try_from(total).is_err() {
        return Err(GenerationError::TooLarge { what: "relations" });
    }
    for i in 0..PARTS {
        let groups = (0..GROUPS).filter(|code| seen[i][*code]).collect();
        let (first, count) = (bounds[i], bounds[i + 1] - bounds[i]);
        shape.parts[i] = Part::new(first, count, groups, Layout::default());
    }
    // Where each group begins, to be moved on to where it ends while it is filled.
    let mut cursors: [Vec<u32>; PARTS] =
        std::array::from_fn(|i| vec![0; shape.parts[i].count * shape.parts[i].groups.len()]);
    let cursor = |shape: &Shape, node: u32, code: usize| {
        let p = part(node);
        let part = &shape.parts[p];
        (p, (node as usize - part.first) * part.groups.len() + part.slot(code))
    };
    {
        let count = |cursors: &mut [Vec<u32>], from: usize| {
            each.each(|it| {
                for (node, way) in [(it.from, Direction::Outgoing), (it.to, Direction::Incoming)] {
                    let (p, at) = cursor(&shape, node, code(it.kind, way));
                    if let Some(cursors) = p.checked_sub(from).and_then(|p| cursors.get_mut(p)) {
                        cursors[at] += 1;
                    }
                }
            });
        };
        let (actors, others) = cursors.split_at_mut(ACTORS + 1);
        std::thread::scope(|scope| {
            scope.spawn(|| count(actors, ACTORS));
            count(others, ACTORS + 1);
        });
    }
    let mut next = 0;
    for (i, (part, cursors)) in shape.parts.iter_mut().zip(&mut cursors).enumerate() {
        // What lies beside the rows of actors says where they begin, so they are always told.
        let even = if i == ACTORS { None } else { even(part, cursors, next as usize) };
        part.layout = even.unwrap_or(Layout::Told { at: 0 });
        for cursor in cursors {
            next += std::mem::replace(cursor, next);
        }
    }
    let mut made = RowsMade { shape, ..RowsMade::default() };
    made.write_starts(&cursors, next);
    let acts = made.shape.parts[ACTORS].slot(code(RelationKind::ActsOn, Direction::Outgoing));
    made.lines_at = made.lines_at(acts);
    made.lines = vec![u32::MAX; made.lines_at.last().map_or(0, |end| *end as usize)];
    // What rows are sorted by, in one place, so that each lands in one: they come in no order.
    let mut packed = vec![0_u64; total];
    {
        let RowsMade { shape, starts, lines, lines_at, .. } = &mut made;
        let (shape, starts) = (&*shape, &starts[..]);
        let border = match shape.parts[ACTORS].count {
            0 => 0,
            count => shape.parts[ACTORS].row(starts, count - 1).end,
        };
        let fill = |cursors: &mut [Vec<u32>],
                    from: usize,
                    packed: &mut [u64],
                    lines: &mut [u32],
                    start: usize| {
            each.each(|it| {
                let ends =
                    [(it.from, it.to, Direction::Outgoing), (it.to, it.from, Direction::Incoming)];
                for (node, other, way) in ends {
                    let (p, at) = cursor(shape, node, code(it.kind, way));
                    let mine = p.checked_sub(from).and_then(|p| cursors.get_mut(p));
                    let Some(cursor) = mine.map(|cursors| &mut cursors[at]) else { continue };
                    let place = *cursor as usize - start;
                    *cursor += 1;
                    packed[place] = pack(it.day, other, it.tag);
                    if it.kind == RelationKind::ActsOn && way == Direction::Outgoing {
                        let node = node as usize;
                        let first = shape.parts[ACTORS].span(starts, node, acts).start;
                        lines[lines_at[node] as usize + place - first] = it.row;
                    }
                }
            });
        };
        let (of_actors, of_others) = packed.split_at_mut(border);
        let (actors, others) = cursors.split_at_mut(ACTORS + 1);
        std::thread::scope(|scope| {
            scope.spawn(|| fill(actors, ACTORS, of_actors, lines, 0));
            fill(others, ACTORS + 1, of_others, &mut [], border);
        });
    }
    drop(cursors);
    made.sort(acts, &mut packed);
    Ok(made)
}

/// An entry of a row as one number, by which entries are sorted: day, other end, tag.
fn pack(day: Day, other: u32, tag: u16) -> u64 {
    u64::from(day.raw()) << 48 | u64::from(other) << 16 | u64::from(tag)
}

/// The layout of a part whose nodes all have the same number in each group, if so.
fn even(part: &Part, counts: &[u32], base: usize) -> Option<Layout> {
    let groups = part.groups.len();
    let mut within = [0; GROUPS + 1];
    let row = counts.get(..groups).unwrap_or_default();
    if groups == 0 || !counts.chunks_exact(groups).all(|other| other == row) {
        return if groups == 0 { Some(Layout::Even { base, within, row: 0 }) } else { None };
    }
    for slot in 0..GROUPS {
        within[slot + 1] = within[slot] + row.get(slot).map_or(0, |n| *n as usize);
    }
    Some(Layout::Even { base, within, row: within[groups] })
}

impl RowsMade {
    fn write_starts(&mut self, cursors: &[Vec<u32>; PARTS], end: u32) {
        for (i, part) in self.shape.parts.iter_mut().enumerate() {
            let groups = part.groups.len();
            let Layout::Told { at } = &mut part.layout else { continue };
            *at = self.starts.len();
            self.starts.extend(&cursors[i]);
            let next = cursors[i + 1..].iter().find_map(|next| next.first());
            self.starts.resize(self.starts.len() + groups, *next.unwrap_or(&end));
        }
        self.shape.lanes = Lanes::of(&self.shape.parts);
    }

    /// Where the lines of each actor begin.
    fn lines_at(&self, acts: usize) -> Vec<u32> {
        let part = &self.shape.parts[ACTORS];
        let mut at = vec![0_u32];
        for i in 0..part.count {
            let size = part.span(&self.starts, i, acts).len();
            let last = at.last().copied().unwrap_or(0);
            at.push(last + u32::try_from(size).unwrap_or(0));
        }
        at
    }

    /// The rows of the tables that what an actor did to others rests on.
    pub(super) fn lines_of(&self, actor: usize) -> &[u32] {
        let bounds = self.lines_at.get(actor).zip(self.lines_at.get(actor + 1));
        let range = bounds.map_or(0..0, |(start, end)| *start as usize..*end as usize);
        self.lines.get(range).unwrap_or_default()
    }

    /// Sorts every group by day, other end and tag, and makes columns of them, on as many threads
    /// as there are.
    fn sort(&mut self, acts: usize, packed: &mut [u64]) {
        let threads = std::thread::available_parallelism().map_or(1, |n| n.get().min(16));
        self.targets = vec![NodeId::from_raw(0); packed.len()];
        self.days = vec![Day::from_raw(0); packed.len()];
        self.tags = vec![0; packed.len()];
        let Self { shape, starts, targets, days, tags, lines, lines_at } = self;
        let (shape, starts, lines_at) = (&*shape, &starts[..], &lines_at[..]);
        let mut columns = Group { packed, targets, days, tags, lines };
        std::thread::scope(|scope| {
            for (p, part) in shape.parts.iter().enumerate() {
                if part.count == 0 || part.groups.is_empty() {
                    continue;
                }
                let ends = even_parts(part.count, threads, |i| part.row(starts, i).start);
                for nodes in ends {
                    let begin = part.row(starts, nodes.start).start;
                    let length = part.row(starts, nodes.end - 1).end - begin;
                    let lines = match p {
                        ACTORS => (lines_at[nodes.end] - lines_at[nodes.start]) as usize,
                        _ => 0,
                    };
                    let (mut mine, rest) = columns.split(length, lines);
                    columns = rest;
                    scope.spawn(move || {
                        let mut scratch = Vec::new();
                        let first_line =
                            if p == ACTORS { lines_at[nodes.start] as usize } else { 0 };
                        for i in nodes {
                            for slot in 0..part.groups.len() {
                                let span = part.span(starts, i, slot);
                                let lines = if p == ACTORS && slot == acts {
                                    let at = lines_at[i] as usize - first_line;
                                    at..at + span.len()
                                } else {
                                    0..0
                                };
                                let span = span.start - begin..span.end - begin;
                                mine.sort(span, lines, &mut scratch);
                            }
                        }
                        mine.unpack();
                    });
                }
            }
        });
    }
}

/// Ranges of nodes with about the same number of relations each.
pub(super) fn even_parts(
    count: usize,
    parts: usize,
    start: impl Fn(usize) -> usize,
) -> Vec<Range<usize>> {
    let (first, last) = (start(0), start(count));
    let mut ranges = Vec::new();
    let mut from = 0;
    for part in 1..=parts {
        let wanted = first + (last - first) / parts * part;
        let (mut low, mut high) = (from, count);
        while low < high {
            let middle = usize::midpoint(low, high);
            if start(middle) < wanted { low = middle + 1 } else { high = middle }
        }
        let to = if part == parts { count } else { low };
        if to > from {
            ranges.push(from..to);
        }
        from = to;
    }
    ranges
}

/// Some rows: what they are sorted by, and the columns that are made of it.
struct Group<'a> {
    packed: &'a mut [u64],
    targets: &'a mut [NodeId],
    days: &'a mut [Day],
    tags: &'a mut [u16],
    lines: &'a mut [u32],
}

impl Group<'_> {
    fn split(self, length: usize, lines: usize) -> (Self, Self) {
        let (packed, packed_rest) = self.packed.split_at_mut(length);
        let (targets, targets_rest) = self.targets.split_at_mut(length);
        let (days, days_rest) = self.days.split_at_mut(length);
        let (tags, tags_rest) = self.tags.split_at_mut(length);
        let (lines, lines_rest) = self.lines.split_at_mut(lines);
        let rest = Self {
            packed: packed_rest,
            targets: targets_rest,
            days: days_rest,
            tags: tags_rest,
            lines: lines_rest,
        };
        (Self { packed, targets, days, tags, lines }, rest)
    }

    fn sort(&mut self, span: Range<usize>, lines: Range<usize>, scratch: &mut Vec<(u64, u32)>) {
        let packed = &mut self.packed[span];
        if packed.len() < 2 {
            return;
        }
        if lines.is_empty() {
            if !packed.is_sorted() {
                packed.sort_unstable();
            }
            return;
        }
        let lines = &mut self.lines[lines];
        scratch.clear();
        scratch.extend(packed.iter().copied().zip(lines.iter().copied()));
        if scratch.is_sorted() {
            return;
        }
        scratch.sort_unstable();
        for ((packed, line), sorted) in packed.iter_mut().zip(lines).zip(&*scratch) {
            (*packed, *line) = *sorted;
        }
    }

    /// Makes columns of what was sorted.
    fn unpack(&mut self) {
        let columns = self.targets.iter_mut().zip(&mut *self.days).zip(&mut *self.tags);
        for (((target, day), tag), packed) in columns.zip(&*self.packed) {
            *target = NodeId::from_raw((packed >> 16 & 0xffff_ffff) as u32);
            *day = Day::from_raw((packed >> 48) as u16);
            *tag = (packed & 0xffff) as u16;
        }
    }
}
