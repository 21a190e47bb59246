use super::Day;
use super::shape::{ACTORS, Shape, code};
use crate::{NodeId, NodeKind, RelationKind};
use petgraph::Direction;
use std::ops::Range;

/// There is no other.
pub(super) const NONE: u32 = u32::MAX;
/// There are several: look at the row.
pub(super) const MANY: u32 = u32::MAX - 1;

/// A borrowed look at a generation, cheap to copy: what questions and walks read.
///
/// Every answer is made of slices of the mapped file. No bytes whatever make a method panic.
#[derive(Debug, Clone, Copy)]
pub struct GenerationView<'g> {
    pub(super) shape: &'g Shape,
    pub(super) starts: &'g [u32],
    pub(super) targets: &'g [NodeId],
    pub(super) days: &'g [Day],
    pub(super) tags: &'g [u16],
    pub(super) beside: &'g [u32],
}

/// The relations of one kind at one node, by day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row<'g> {
    /// The other ends.
    pub nodes: &'g [NodeId],
    /// The first days.
    pub days: &'g [Day],
    /// Statuses or codes, see [`Link::tag`].
    pub tags: &'g [u16],
}

/// One relation as a row has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Link {
    /// The other end.
    pub node: NodeId,
    /// Its first day.
    pub day: Day,
    /// For *attended*, *serves* and *holds* the place of the status in its `ALL`; for *said* the
    /// mode's, with 4 added if negated; for *acts on* the place of the code.
    pub tag: u16,
}

/// What somebody said, by day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SaidBy<'g> {
    /// The statements.
    pub statements: &'g [NodeId],
    /// Their days.
    pub days: &'g [Day],
    about: &'g [u32],
}

/// One statement of a speaker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spoken {
    /// The statement.
    pub statement: NodeId,
    /// Its day.
    pub day: Day,
    /// What it is about.
    pub about: About,
}

/// What a statement is about, if that is one thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct About(u32);

impl About {
    /// One of them, none or several.
    pub(crate) fn of(mut nodes: impl Iterator<Item = NodeId>) -> Self {
        match (nodes.next(), nodes.next()) {
            (None, _) => Self(NONE),
            (Some(one), None) => Self(one.raw()),
            _ => Self(MANY),
        }
    }

    /// The one thing.
    #[inline]
    pub const fn one(self) -> Option<NodeId> {
        if self.0 < MANY { Some(NodeId::from_raw(self.0)) } else { None }
    }

    /// Whether there are several: [`GenerationView::about`] lists them.
    #[inline]
    pub const fn is_many(self) -> bool {
        self.0 == MANY
    }
}

impl<'g> Row<'g> {
    /// The relations one by one.
    #[inline]
    pub fn iter(self) -> impl ExactSizeIterator<Item = Link> + 'g {
        let columns = self.nodes.iter().zip(self.days).zip(self.tags);
        columns.map(|((node, day), tag)| Link { node: *node, day: *day, tag: *tag })
    }
}

impl<'g> SaidBy<'g> {
    /// The statements one by one.
    #[inline]
    pub fn iter(self) -> impl ExactSizeIterator<Item = Spoken> + 'g {
        let columns = self.statements.iter().zip(self.days).zip(self.about);
        columns.map(|((statement, day), about)| Spoken {
            statement: *statement,
            day: *day,
            about: About(*about),
        })
    }
}

/// The rows of a range of nodes.
pub(crate) enum RangeRows<'g> {
    /// Each has two relations.
    Pairs(&'g [[NodeId; 2]]),
    /// They have any number.
    Other(LaneRows<'g>),
}

/// Rows that are found by the numbers of one lane.
pub(crate) struct LaneRows<'g> {
    view: GenerationView<'g>,
    lane: &'g super::lanes::Lane,
}

impl<'g> LaneRows<'g> {
    /// The row of the `i`th node of the range.
    #[inline]
    pub(crate) fn row(&self, i: usize) -> &'g [NodeId] {
        let span = self.lane.span(self.view.starts, NodeId::new(self.lane.first + i));
        self.view.targets.get(span).unwrap_or_default()
    }
}

impl<'g> GenerationView<'g> {
    /// How many nodes there are.
    pub fn node_count(self) -> usize {
        self.shape.nodes()
    }

    /// How many relations there are.
    pub fn relation_count(self) -> usize {
        self.targets.len() / 2
    }

    /// The places of the nodes of a kind.
    pub fn nodes(self, kind: NodeKind) -> Range<usize> {
        self.shape.range(kind)
    }

    /// Every node of a kind.
    pub fn ids(self, kind: NodeKind) -> impl ExactSizeIterator<Item = NodeId> {
        self.nodes(kind).map(NodeId::new)
    }

    /// What kind of node it is.
    pub fn kind(self, node: NodeId) -> Option<NodeKind> {
        NodeKind::ALL.iter().copied().find(|kind| self.nodes(*kind).contains(&node.index()))
    }

    /// How many actors there are: persons, states and organizations, which lie first.
    pub(crate) fn actors(self) -> usize {
        self.shape.parts[ACTORS].count
    }

    /// Nodes in ranges, each with its rows.
    pub(crate) fn ranges(self) -> impl Iterator<Item = (Range<usize>, RangeRows<'g>)> {
        self.shape.lanes.rows.iter().map(move |lane| {
            let rows = match lane.even() {
                Some((base, 2)) => {
                    let rows = self.targets.get(base..).unwrap_or_default();
                    RangeRows::Pairs(rows.as_chunks().0)
                }
                _ => RangeRows::Other(LaneRows { view: self, lane }),
            };
            (lane.first..lane.first + lane.count, rows)
        })
    }

    /// The other ends of all relations of a node, in both directions: first of *acts on*, then of
    /// those that start here, then of those that end here, each by kind and day.
    #[inline]
    pub fn neighbors(self, node: NodeId) -> &'g [NodeId] {
        self.targets.get(self.span(node)).unwrap_or_default()
    }

    /// Where the whole row of a node lies.
    #[inline]
    fn span(self, node: NodeId) -> Range<usize> {
        self.shape.lanes.row(node).span(self.starts, node)
    }

    /// How many relations a node has.
    #[inline]
    pub fn degree(self, node: NodeId) -> usize {
        self.shape.lanes.row(node).length(self.starts, node)
    }

    /// Asks for where the row of a node begins, which will be read soon.
    #[inline]
    pub(crate) fn fetch_row(self, node: NodeId) {
        if let Some(at) = self.shape.lanes.row(node).told(node) {
            super::map::fetch(self.starts, at);
        }
    }

    /// Asks for the row of a node, which will be read soon.
    #[inline]
    pub(crate) fn fetch_targets(self, node: NodeId) {
        super::map::fetch(self.targets, self.span(node).start);
    }

    #[inline]
    pub(crate) fn targets(self) -> &'g [NodeId] {
        self.targets
    }

    /// The relations of one kind that start or end at a node, by day; undated ones last.
    ///
    /// # Complexity
    /// O(1); the answer is slices.
    #[inline]
    pub fn row(self, node: NodeId, kind: RelationKind, direction: Direction) -> Row<'g> {
        let (part, i) = self.shape.part(node);
        self.cut(part.span(self.starts, i, part.slot(code(kind, direction))))
    }

    /// Where a row lies, and the row.
    pub(super) fn placed_row(
        self,
        node: NodeId,
        kind: RelationKind,
        way: Direction,
    ) -> (usize, Row<'g>) {
        let (part, i) = self.shape.part(node);
        let span = part.span(self.starts, i, part.slot(code(kind, way)));
        (span.start, self.cut(span))
    }

    #[inline]
    pub(super) fn cut(self, span: Range<usize>) -> Row<'g> {
        Row {
            nodes: self.targets.get(span.clone()).unwrap_or_default(),
            days: self.days.get(span.clone()).unwrap_or_default(),
            tags: self.tags.get(span).unwrap_or_default(),
        }
    }

    /// Who was at a meeting, was to be, or was not.
    ///
    /// # Complexity
    /// O(1); the answer is slices.
    #[inline]
    pub fn who_attended(self, meeting: NodeId) -> Row<'g> {
        self.cut(self.shape.lanes.attended_by.span(self.starts, meeting))
    }

    /// What a statement is about.
    ///
    /// # Complexity
    /// O(1); the answer is slices.
    #[inline]
    pub fn about(self, statement: NodeId) -> Row<'g> {
        self.cut(self.shape.lanes.about.span(self.starts, statement))
    }

    /// All that somebody said, by day.
    ///
    /// # Complexity
    /// O(1); the answer is slices.
    #[inline]
    pub fn said_by(self, speaker: NodeId) -> SaidBy<'g> {
        let (row, about) = self.said(speaker);
        SaidBy {
            statements: self.targets.get(row.clone()).unwrap_or_default(),
            days: self.days.get(row).unwrap_or_default(),
            about,
        }
    }

    /// What somebody said about something, by day: statements with their days.
    ///
    /// # Complexity
    /// O(log statements of the speaker + answers).
    #[inline]
    pub fn said_by_about(
        self,
        speaker: NodeId,
        about: NodeId,
    ) -> impl ExactSizeIterator<Item = (NodeId, Day)> + 'g {
        let by_about = self.by_about(speaker);
        let all = by_about.about;
        let key = about.raw();
        let from = all.partition_point(|other| *other < key);
        // Answers are mostly few beside all that was said: a step twice as long each time, until one
        // is too long, then the end is between the last two.
        let rest = &all[from..];
        let mut step = 8;
        while rest.get(step).is_some_and(|other| *other == key) {
            step *= 2;
        }
        let near = &rest[..step.min(rest.len())];
        let to = from + near.partition_point(|other| *other == key);
        let days = zerocopy::IntoBytes::as_bytes(by_about.days);
        let days = <[Day] as zerocopy::FromBytes>::ref_from_bytes(days).unwrap_or_default();
        let statements = by_about.statements.get(from..to).unwrap_or_default();
        let days = days.get(from..to).unwrap_or_default();
        statements.iter().zip(days).map(|(raw, day)| (NodeId::from_raw(*raw), *day))
    }

    /// The meetings that somebody attended in a window of days, both ends included, with each
    /// other who attended: meeting, day, other; by day.
    ///
    /// # Complexity
    /// O(log meetings + answers).
    #[inline]
    pub fn met(
        self,
        actor: NodeId,
        (from, to): (Day, Day),
        mut each: impl FnMut(NodeId, Day, NodeId),
    ) {
        let (row, others) = self.met_with(actor);
        let row = self.cut(row);
        let start = row.days.partition_point(|day| *day < from);
        let end = start + row.days[start..].partition_point(|day| *day <= to);
        let columns = row.nodes[start..end].iter().zip(&row.days[start..end]);
        let others = others.get(start..end).unwrap_or_default();
        for ((meeting, day), other) in columns.zip(others) {
            if *other < MANY {
                each(*meeting, *day, NodeId::from_raw(*other));
            } else if *other == MANY {
                self.others(*meeting, actor, |other| each(*meeting, *day, other));
            }
        }
    }

    /// Everyone who attended a meeting with somebody, meeting by meeting.
    #[inline]
    pub(crate) fn met_ever(self, actor: NodeId, mut each: impl FnMut(NodeId)) {
        let (row, others) = self.met_with(actor);
        let mut several = false;
        for other in others {
            if *other < MANY {
                each(NodeId::from_raw(*other));
            }
            several |= *other == MANY;
        }
        if several {
            let meetings = self.targets.get(row).unwrap_or_default();
            for (meeting, _) in meetings.iter().zip(others).filter(|(_, o)| **o == MANY) {
                self.others(*meeting, actor, &mut each);
            }
        }
    }

    /// Those who attended a meeting, but one.
    pub(super) fn others(self, meeting: NodeId, but: NodeId, mut each: impl FnMut(NodeId)) {
        let row = self.who_attended(meeting);
        for (who, status) in row.nodes.iter().zip(row.tags) {
            if *status == 0 && *who != but {
                each(*who);
            }
        }
    }
}
