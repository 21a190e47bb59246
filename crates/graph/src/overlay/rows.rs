//! Rows of the generation with what is put in and taken out.

use super::{KINDS, Overlaid};
use crate::merge::in_order;
use crate::{NodeId, Relation, RelationId, RelationKind};
use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

/// What becomes of relations.
#[derive(Debug, Default)]
pub(super) struct Edits {
    /// Those of the generation that are told otherwise, or not any more.
    hidden: HashSet<RelationId>,
    /// A number greater than that of any relation of the generation.
    pub(super) bound: usize,
    from: HashMap<(NodeId, RelationKind), Edited>,
    to: HashMap<(NodeId, RelationKind), Edited>,
    /// How many more there are of each kind, or fewer.
    more: [isize; KINDS],
}

/// A row that is not as it is in the generation.
#[derive(Debug, Default)]
struct Edited {
    added: Vec<RelationId>,
    made: OnceLock<Box<[RelationId]>>,
}

impl Edits {
    /// Of a generation's relations, whose numbers lie below a bound, none.
    pub(super) fn of(bound: usize) -> Self {
        Self { bound, ..Self::default() }
    }

    /// Takes a relation of the generation out, which has these ends; those that are gone have none.
    pub(super) fn hide(
        &mut self,
        id: RelationId,
        kind: RelationKind,
        from: Option<NodeId>,
        to: Option<NodeId>,
    ) {
        if self.hidden.insert(id) {
            self.more[kind as usize] -= 1;
            if let Some(from) = from {
                self.from.entry((from, kind)).or_default();
            }
            if let Some(to) = to {
                self.to.entry((to, kind)).or_default();
            }
        }
    }

    /// Puts in the relation that comes next.
    pub(super) fn add(&mut self, id: RelationId, relation: &Relation) {
        let kind = relation.kind();
        self.more[kind as usize] += 1;
        self.from.entry((relation.from, kind)).or_default().added.push(id);
        self.to.entry((relation.to, kind)).or_default().added.push(id);
    }

    pub(super) fn is_hidden(&self, id: RelationId) -> bool {
        self.hidden.contains(&id)
    }

    /// What was put into a row.
    pub(super) fn added_from(&self, node: NodeId, kind: RelationKind) -> &[RelationId] {
        self.from.get(&(node, kind)).map_or(&[], |row| &row.added)
    }
}

impl Overlaid {
    /// Whether a relation of the generation is told otherwise.
    pub(crate) fn is_hidden(&self, id: RelationId) -> bool {
        self.edits.is_hidden(id)
    }

    /// What somebody said of which the generation does not tell.
    pub(crate) fn said_beyond(&self, speaker: NodeId) -> impl Iterator<Item = &Relation> {
        self.edits.added_from(speaker, RelationKind::Said).iter().map(|id| self.relation(*id))
    }

    pub(crate) fn relation_count(&self) -> usize {
        self.base.relation_count().saturating_add_signed(self.edits.more.iter().sum())
    }

    /// A number greater than that of any relation.
    pub(crate) fn relation_bound(&self) -> usize {
        self.edits.bound + self.relations.len()
    }

    /// How many relations of a kind there are.
    pub(crate) fn count_of(&self, kind: RelationKind) -> usize {
        self.base.count_of(kind).saturating_add_signed(self.edits.more[kind as usize])
    }

    pub(crate) fn relation(&self, id: RelationId) -> &Relation {
        if let Some(beyond) = id.index().checked_sub(self.edits.bound) {
            return &self.relations[beyond];
        }
        let moved = self.moved.get(id.index(), || {
            let relation = self.base.relation(id);
            let number = |node| self.numbers.of(node).unwrap_or(NodeId::from_raw(0));
            let (from, to) = (number(relation.from), number(relation.to));
            let mut relation = relation.clone();
            (relation.from, relation.to) = (from, to);
            relation
        });
        moved.expect("a relation of this graph")
    }

    /// The relations of a row of the generation and of those put in, in an order in which those of
    /// the generation lie.
    fn merged(
        &self,
        below: &[RelationId],
        added: &[RelationId],
        order: fn(&Relation, &Relation) -> Ordering,
    ) -> Box<[RelationId]> {
        let stays = |id: &&RelationId| !self.edits.is_hidden(**id);
        let mut row: Vec<RelationId> = below.iter().filter(stays).copied().collect();
        for id in added {
            let relation = self.relation(*id);
            let before = |other: &RelationId| order(self.relation(*other), relation).is_lt();
            row.insert(row.partition_point(before), *id);
        }
        row.into_boxed_slice()
    }

    /// The relations of a kind that start at a node, by day.
    pub(crate) fn ids_from(&self, node: NodeId, kind: RelationKind) -> &[RelationId] {
        let below = self.below(node).map_or(&[][..], |base| self.base.ids_from(base, kind));
        let Some(row) = self.edits.from.get(&(node, kind)) else { return below };
        row.made.get_or_init(|| self.merged(below, &row.added, in_order))
    }

    /// The relations of a kind that end at a node, by day.
    pub(crate) fn ids_to(&self, node: NodeId, kind: RelationKind) -> &[RelationId] {
        let below = self.below(node).map_or(&[][..], |base| self.base.ids_to(base, kind));
        let Some(row) = self.edits.to.get(&(node, kind)) else { return below };
        row.made.get_or_init(|| self.merged(below, &row.added, by_day))
    }

    pub(crate) fn relations_from(&self, node: NodeId, kind: RelationKind) -> &[Relation] {
        let made = self.slices.get(node.index() * KINDS + kind as usize, || {
            self.ids_from(node, kind).iter().map(|id| self.relation(*id).clone()).collect()
        });
        made.map_or(&[], |row| &**row)
    }

    pub(crate) fn outgoing(&self, node: NodeId) -> &[RelationId] {
        let edited = |kind: &RelationKind| self.edits.from.contains_key(&(node, *kind));
        if !RelationKind::ALL.iter().any(edited) {
            return self.below(node).map_or(&[], |base| self.base.outgoing(base));
        }
        let made = self.outgoing.get(node.index(), || {
            RelationKind::ALL.iter().flat_map(|kind| self.ids_from(node, *kind)).copied().collect()
        });
        made.map_or(&[], |ids| &**ids)
    }

    pub(crate) fn incoming(&self, node: NodeId) -> &[RelationId] {
        let below = self.below(node).map_or(&[][..], |base| self.base.incoming(base));
        let rows = || RelationKind::ALL.iter().filter_map(|kind| self.edits.to.get(&(node, *kind)));
        if rows().next().is_none() {
            return below;
        }
        let made = self.incoming.get(node.index(), || {
            let added: Vec<RelationId> = rows().flat_map(|row| &row.added).copied().collect();
            self.merged(below, &added, by_start)
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

    pub(crate) fn all_relations(&self) -> &[Relation] {
        self.all_relations.get_or_init(|| {
            RelationKind::ALL.iter().flat_map(|kind| self.relations(*kind)).cloned().collect()
        })
    }
}

/// By day, start and columns: as relations lie that end at one node.
pub(crate) fn by_day(a: &Relation, b: &Relation) -> Ordering {
    let key = |it: &Relation| {
        let (first, last) = (it.when.first_day(), it.when.last_day());
        (first.is_none(), first, last, it.from)
    };
    key(a).cmp(&key(b)).then_with(|| a.columns.cmp(&b.columns))
}

/// By kind, start, day and columns: as all relations lie that end at one node.
pub(crate) fn by_start(a: &Relation, b: &Relation) -> Ordering {
    let key = |it: &Relation| (it.kind(), it.from);
    key(a).cmp(&key(b)).then_with(|| by_day(a, b))
}
