//! Relations of a stored graph: each is read by its place, a row by the node it starts from.

use super::{KINDS, Stored, lost, partition};
use crate::generation::account;
use crate::generation::section::Section;
use crate::generation::shape::{Part, code};
use crate::generation::{About, Day, Spoken};
use crate::merge::Tally;
use crate::{Columns, NodeId, Relation, RelationId, RelationKind};
use chancery_model::{AttendanceStatus, Date, Evidence, GoalStatus, Mode, RoleStatus, Span, When};
use chrono::NaiveDate;
use petgraph::Direction::{self, Incoming, Outgoing};
use std::cmp::Ordering;

impl Stored {
    pub(crate) fn relation_count(&self) -> usize {
        self.generation.view().relation_count()
    }

    /// A number greater than that of any relation.
    pub(crate) fn relation_bound(&self) -> usize {
        self.generation.view().targets.len()
    }

    pub(crate) fn relation(&self, id: RelationId) -> &Relation {
        let place = id.index();
        let found = self.relations.get(place, || {
            self.read_relation(place).unwrap_or_else(|| {
                let evidence = vec![Evidence {
                    document: lost(),
                    span: Span::new(0, 0),
                    according_to: None,
                    confidence: None,
                }];
                let nowhere = NodeId::from_raw(0);
                Relation::new((nowhere, nowhere), When::default(), Columns::About, evidence)
            })
        });
        found.expect("a relation of this graph")
    }

    fn read_relation(&self, place: usize) -> Option<Relation> {
        let (inner, kind, way) = self.locate(place)?;
        if way == Incoming {
            return None;
        }
        let (from, to) = (self.outer(inner), *self.generation.view().targets.get(place)?);
        let ends = (from, self.outer(to));
        if let Some(account) = self.generation.account_of(u32::try_from(place).ok()?) {
            let at = |place| self.document(place);
            let (when, columns, evidence) = account::relation_in(account, &at)?;
            return (columns.kind() == kind).then(|| Relation::new(ends, when, columns, evidence));
        }
        let day = self.generation.view().days.get(place)?.date().and_then(Date::day);
        let tag = *self.generation.view().tags.get(place)?;
        let origin = match kind {
            RelationKind::ActsOn => {
                let (start, _) = self.generation.view().placed_row(inner, kind, Outgoing);
                let lines = self.generation.view().lines(inner);
                lines.get(place.checked_sub(start)?).copied()
            }
            RelationKind::About => self.generation.origin(inner),
            _ => self.generation.origin(to),
        };
        let evidence = vec![self.row_evidence(origin?)?];
        Some(Relation::new(
            ends,
            day.map(When::on).unwrap_or_default(),
            self.columns(kind, tag)?,
            evidence,
        ))
    }

    /// What somebody said, by the columns alone, and where each relation lies.
    pub(crate) fn said_in_columns(
        &self,
        speaker: NodeId,
    ) -> impl Iterator<Item = (RelationId, Spoken)> {
        let (view, inner) = (self.generation.view(), self.inner(speaker));
        let (start, _) = view.placed_row(inner, RelationKind::Said, Outgoing);
        view.said_by(inner).iter().enumerate().map(move |(i, it)| {
            let about = match it.about.one() {
                Some(about) => About::of([self.outer(about)].into_iter()),
                None => it.about,
            };
            (
                RelationId::new(start + i),
                Spoken { statement: self.outer(it.statement), about, ..it },
            )
        })
    }

    /// How often each title of an office was given, of a relation in a place.
    pub(crate) fn titles(&self, id: RelationId) -> Tally {
        let place = u32::try_from(id.index()).unwrap_or(u32::MAX);
        let account = self.generation.account_of(place);
        account.and_then(account::titles_in).unwrap_or_default()
    }

    /// What a tag alone tells.
    fn columns(&self, kind: RelationKind, tag: u16) -> Option<Columns> {
        let place = usize::from(tag);
        Some(match kind {
            RelationKind::Attended => {
                let status = *AttendanceStatus::ALL.get(place)?;
                Columns::Attended { status, capacity: None }
            }
            RelationKind::Said => {
                Columns::Said { mode: Mode::Indirect, negated: false, act: None, source: None }
            }
            RelationKind::Serves => {
                Columns::Serves { title: String::new(), status: *RoleStatus::ALL.get(place)? }
            }
            RelationKind::Holds => Columns::Holds { status: *GoalStatus::ALL.get(place)? },
            RelationKind::ActsOn => Columns::ActsOn { code: self.generation.code(tag)?.to_owned() },
            RelationKind::Addressed => Columns::Addressed,
            RelationKind::About => Columns::About,
            RelationKind::MadeAt => Columns::MadeAt,
            RelationKind::SetAt => Columns::SetAt,
            RelationKind::HeldIn => Columns::HeldIn,
            RelationKind::PartOf => Columns::PartOf,
        })
    }

    /// The node, and its group, that a place belongs to.
    fn locate(&self, place: usize) -> Option<(NodeId, RelationKind, Direction)> {
        let generation = &self.generation;
        let starts: &[u32] = generation.column(Section::Starts);
        let parts = &generation.shape.parts;
        let reaches = |part: &&Part| part.count > 0 && part.row(starts, part.count - 1).end > place;
        let part = parts.iter().find(reaches)?;
        // The first node whose row ends after the place.
        let i = partition(part.count, |i| part.row(starts, i).end <= place);
        let slot =
            (0..part.groups.len()).find(|slot| part.span(starts, i, *slot).contains(&place))?;
        let (kind, way) = *part.kinds.get(slot)?;
        Some((NodeId::new(part.first + i), kind, way))
    }

    /// When a relation in a place held, for sorting: undated ones last.
    fn span(&self, place: usize) -> (bool, Option<NaiveDate>, Option<NaiveDate>) {
        let days = self.generation.days_at(place);
        (days.is_none(), days.map(|it| it.0), days.map(|it| it.1))
    }

    fn by_columns(&self, a: RelationId, b: RelationId) -> Ordering {
        self.relation(a).columns.cmp(&self.relation(b).columns).then(a.cmp(&b))
    }

    /// The relations of a kind that start at a node, by day.
    pub(crate) fn ids_from(&self, node: NodeId, kind: RelationKind) -> &[RelationId] {
        let made = self.from.get(node.index() * KINDS + kind as usize, || {
            let (start, row) = self.generation.view().placed_row(self.inner(node), kind, Outgoing);
            let mut ids: Vec<_> = (0..row.nodes.len())
                .map(|i| {
                    let place = start + i;
                    ((self.span(place), self.outer(row.nodes[i])), RelationId::new(place))
                })
                .collect();
            ids.sort_by(|(a, one), (b, other)| {
                a.cmp(b).then_with(|| self.by_columns(*one, *other))
            });
            ids.into_iter().map(|(_, id)| id).collect()
        });
        made.map_or(&[], |ids| &**ids)
    }

    /// The meetings that somebody is told to be at, by their first day.
    /// (The first and the last that two bytes hold stand for all before and after.)
    pub(crate) fn attended_within(
        &self,
        who: NodeId,
        first: NaiveDate,
        last: NaiveDate,
    ) -> Vec<(RelationId, NodeId)> {
        let view = self.generation.view();
        let (start, row) = view.placed_row(self.inner(who), RelationKind::Attended, Outgoing);
        let from = row.days.partition_point(|day| *day < Day::of(first));
        let to = row.days.partition_point(|day| *day <= Day::of(last)).max(from);
        (from..to).map(|i| (RelationId::new(start + i), self.outer(row.nodes[i]))).collect()
    }

    /// The relations of a kind that end at a node, by day.
    pub(crate) fn ids_to(&self, node: NodeId, kind: RelationKind) -> &[RelationId] {
        let made = self.to.get(node.index() * KINDS + kind as usize, || {
            let mut ids = self.unsorted_to(node, kind);
            ids.sort_by(|(a, from, one), (b, other_from, other)| {
                a.cmp(b).then(from.cmp(other_from)).then_with(|| self.by_columns(*one, *other))
            });
            ids.into_iter().map(|(_, _, id)| id).collect()
        });
        made.map_or(&[], |ids| &**ids)
    }

    /// The relations of a kind that end at a node: when, from where, which.
    #[expect(clippy::type_complexity, reason = "three things to sort by, used at once")]
    fn unsorted_to(
        &self,
        node: NodeId,
        kind: RelationKind,
    ) -> Vec<((bool, Option<NaiveDate>, Option<NaiveDate>), NodeId, RelationId)> {
        let view = self.generation.view();
        let inner = self.inner(node);
        let (start, row) = view.placed_row(inner, kind, Incoming);
        let mut ids = Vec::with_capacity(row.nodes.len());
        for i in 0..row.nodes.len() {
            let place = view.outgoing_place(inner, kind, start + i);
            let from = self.outer(row.nodes[i]);
            ids.push((self.span(place), from, RelationId::new(place.min(self.relation_bound()))));
        }
        ids
    }

    /// The offices of a node with one of some folded titles: no other is read.
    pub(crate) fn offices_of(&self, of: NodeId, is_meant: impl Fn(&str) -> bool) -> Vec<&Relation> {
        let places = self.generation.offices_of(self.inner(of), is_meant);
        places.map(|place| self.relation(RelationId::new(place as usize))).collect()
    }

    pub(crate) fn relations_from(&self, node: NodeId, kind: RelationKind) -> &[Relation] {
        let made = self.rows.get(node.index() * KINDS + kind as usize, || {
            self.ids_from(node, kind).iter().map(|id| self.relation(*id).clone()).collect()
        });
        made.map_or(&[], |row| &**row)
    }

    pub(crate) fn outgoing(&self, node: NodeId) -> &[RelationId] {
        let made = self.outgoing.get(node.index(), || {
            RelationKind::ALL.iter().flat_map(|kind| self.ids_from(node, *kind)).copied().collect()
        });
        made.map_or(&[], |ids| &**ids)
    }

    pub(crate) fn incoming(&self, node: NodeId) -> &[RelationId] {
        let made = self.incoming.get(node.index(), || {
            let mut all = Vec::new();
            for kind in RelationKind::ALL {
                let mut ids = self.unsorted_to(node, *kind);
                ids.sort_by(|(a, from, one), (b, other_from, other)| {
                    (from, a).cmp(&(other_from, b)).then_with(|| self.by_columns(*one, *other))
                });
                all.extend(ids.into_iter().map(|(_, _, id)| id));
            }
            all.into_boxed_slice()
        });
        made.map_or(&[], |ids| &**ids)
    }

    pub(crate) fn relations(&self, kind: RelationKind) -> &[Relation] {
        self.of_kinds[kind as usize].get_or_init(|| {
            let nodes = (0..self.node_count()).map(NodeId::new);
            let starting = nodes.filter(|node| !self.ids_from(*node, kind).is_empty());
            starting.flat_map(|node| self.relations_from(node, kind)).cloned().collect()
        })
    }

    /// How many relations of a kind there are.
    pub(crate) fn count_of(&self, kind: RelationKind) -> usize {
        let starts: &[u32] = self.generation.column(Section::Starts);
        let of_part = |part: &Part| {
            let slot = part.slot(code(kind, Outgoing));
            (0..part.count).map(|i| part.span(starts, i, slot).len()).sum::<usize>()
        };
        self.generation.shape.parts.iter().map(of_part).sum()
    }

    pub(crate) fn all_relations(&self) -> &[Relation] {
        self.all_relations.get_or_init(|| {
            RelationKind::ALL.iter().flat_map(|kind| self.relations(*kind)).cloned().collect()
        })
    }
}
