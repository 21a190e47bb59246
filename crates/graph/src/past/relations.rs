//! Rows as they were known at a time.

use super::{KINDS, Past};
use crate::merge::{Tally, compared, hull, in_order, told_days, usual};
use crate::offices::{Office, held, of_one, offices_in};
use crate::overlay::{by_day, by_start};
use crate::{Columns, NodeId, NodeKind, NodeName, Relation, RelationId, RelationKind};
use chancery_model::{DocumentId, When};
use petgraph::Direction;
use std::cmp::Ordering;
use std::collections::BTreeSet;

/// What is seen of a relation of the graph below.
#[derive(Debug)]
pub(super) enum Seen {
    /// Nothing: no document that tells of it was known.
    Nothing,
    /// All of it.
    All,
    /// It was told otherwise.
    Otherwise(Box<Relation>),
}

impl Past {
    fn seen(&self, id: RelationId) -> &Seen {
        let seen = self.relations.get(id.index(), || self.look_at(self.below.relation(id)));
        seen.unwrap_or(&Seen::Nothing)
    }

    fn look_at(&self, relation: &Relation) -> Seen {
        if relation.kind() == RelationKind::PartOf {
            // Of others it is looked at again which are parts of which.
            let stays = |id| self.is_told(id) && !self.parts().is_changed(id);
            let both = stays(relation.from) && stays(relation.to);
            return if both { Seen::All } else { Seen::Nothing };
        }
        let evidence = relation.evidence();
        // Most have one piece, which is not kept for later.
        let known = evidence.iter().filter(|it| self.known.has(&it.document));
        let known: Vec<_> = known.cloned().collect();
        if known.is_empty() {
            return Seen::Nothing;
        }
        let (ends, mut columns) = ((relation.from, relation.to), relation.columns.clone());
        let (all, mut when) = (known.len() == evidence.len(), relation.when);
        match relation.kind() {
            RelationKind::Attended | RelationKind::SetAt => when = self.days(ends.1, when),
            RelationKind::HeldIn => when = self.days(ends.0, when),
            RelationKind::Serves if !all => {
                let documents: BTreeSet<&DocumentId> =
                    known.iter().map(|it| &it.document).collect();
                let (tally, told) = self.office(ends, &compared(&columns), &documents);
                when = told.unwrap_or(when);
                if let Columns::Serves { title, .. } = &mut columns {
                    *title = usual(&tally);
                }
            }
            _ => {}
        }
        if all && when == relation.when {
            return Seen::All;
        }
        Seen::Otherwise(Box::new(Relation::new(ends, when, columns, known)))
    }

    /// The days of a meeting, if it was told otherwise than it is.
    fn days(&self, meeting: NodeId, now: When) -> When {
        let told = self.nodes.get(meeting.index(), || self.told_otherwise(meeting).map(Box::new));
        told.and_then(Option::as_deref).map_or(now, told_days)
    }

    /// How often each title of an office is given by some documents, and for how long it was held.
    fn office(
        &self,
        ends: (NodeId, NodeId),
        key: &Columns,
        documents: &BTreeSet<&DocumentId>,
    ) -> (Tally, Option<When>) {
        let (mut tally, mut when) = (Tally::new(), None);
        for document in documents {
            let Some(place) = self.below.document_place(document) else { continue };
            let offices = self.offices.get(place, || self.offices_in(document));
            let offices = offices.map_or(&[][..], |all| all);
            for office in of_one(offices, ends, key) {
                *tally.entry(office.title.clone()).or_default() += 1;
            }
            when = when.into_iter().chain(held(of_one(offices, ends, key))).reduce(hull);
        }
        (tally, when)
    }

    fn offices_in(&self, document: &DocumentId) -> Box<[Office]> {
        let nobody = NodeId::from_raw(u32::MAX);
        let ids = |name: &NodeName| self.below.find(name).unwrap_or(nobody);
        let report = self.below.report(document);
        report.map(|report| offices_in(report, self.below.who(), &ids)).unwrap_or_default()
    }

    /// Whether any relation of a node is shown, parts of meetings aside.
    pub(super) fn has_relations(&self, id: NodeId) -> bool {
        let all = self.below.outgoing(id).iter().chain(self.below.incoming(id));
        let known = |id: &RelationId| {
            self.below.relation(*id).evidence().iter().any(|it| self.known.has(&it.document))
        };
        all.into_iter().any(known)
    }

    /// Whether a number is that of a relation that is shown.
    pub(crate) fn shows(&self, id: RelationId) -> bool {
        match id.index().checked_sub(self.below.relation_bound()) {
            Some(part) => part < self.parts().added.len(),
            None => !matches!(self.seen(id), Seen::Nothing),
        }
    }

    pub(crate) fn relation(&self, id: RelationId) -> &Relation {
        if let Some(part) = id.index().checked_sub(self.below.relation_bound()) {
            return &self.parts().added[part];
        }
        match self.seen(id) {
            Seen::Otherwise(relation) => relation,
            Seen::All | Seen::Nothing => self.below.relation(id),
        }
    }

    pub(crate) fn relation_bound(&self) -> usize {
        self.below.relation_bound() + self.parts().added.len()
    }

    /// The relations of a row below that are shown, and others, in order.
    fn row(
        &self,
        below: &[RelationId],
        added: Vec<RelationId>,
        order: fn(&Relation, &Relation) -> Ordering,
    ) -> Box<[RelationId]> {
        let mut changed = !added.is_empty();
        let mut row = added;
        for id in below {
            match self.seen(*id) {
                Seen::Nothing => continue,
                Seen::All => {}
                Seen::Otherwise(_) => changed = true,
            }
            row.push(*id);
        }
        if changed {
            row.sort_by(|a, b| order(self.relation(*a), self.relation(*b)));
        }
        row.into()
    }

    pub(crate) fn ids_from(&self, node: NodeId, kind: RelationKind) -> &[RelationId] {
        let made = self.from.get(node.index() * KINDS + kind as usize, || {
            let below = self.below.ids_from(node, kind);
            let added = self.added(node, kind, Direction::Outgoing);
            self.row(below, added, in_order)
        });
        made.map_or(&[], |row| &**row)
    }

    pub(crate) fn ids_to(&self, node: NodeId, kind: RelationKind) -> &[RelationId] {
        let made = self.to.get(node.index() * KINDS + kind as usize, || {
            let below = self.below.ids_to(node, kind);
            let added = self.added(node, kind, Direction::Incoming);
            self.row(below, added, by_day)
        });
        made.map_or(&[], |row| &**row)
    }

    /// The parts of meetings that were told otherwise, of those at a node. Which these are is not
    /// asked for others than meetings.
    fn added(&self, node: NodeId, kind: RelationKind, end: Direction) -> Vec<RelationId> {
        if kind != RelationKind::PartOf || self.below.kind_of(node) != NodeKind::Meeting {
            return Vec::new();
        }
        let bound = self.below.relation_bound();
        let added = self.parts().added_at(node, end);
        added.iter().map(|i| RelationId::new(bound + i)).collect()
    }

    pub(crate) fn relations_from(&self, node: NodeId, kind: RelationKind) -> &[Relation] {
        let made = self.slices.get(node.index() * KINDS + kind as usize, || {
            self.ids_from(node, kind).iter().map(|id| self.relation(*id).clone()).collect()
        });
        made.map_or(&[], |row| &**row)
    }

    pub(crate) fn outgoing(&self, node: NodeId) -> &[RelationId] {
        let made = self.outgoing.get(node.index(), || {
            RelationKind::ALL.iter().flat_map(|kind| self.ids_from(node, *kind)).copied().collect()
        });
        made.map_or(&[], |row| &**row)
    }

    pub(crate) fn incoming(&self, node: NodeId) -> &[RelationId] {
        let made = self.incoming.get(node.index(), || {
            let below = self.below.incoming(node);
            let added = self.added(node, RelationKind::PartOf, Direction::Incoming);
            self.row(below, added, by_start)
        });
        made.map_or(&[], |row| &**row)
    }

    pub(crate) fn count_of(&self, kind: RelationKind) -> usize {
        (0..self.below.node_count()).map(|node| self.ids_from(NodeId::new(node), kind).len()).sum()
    }

    pub(crate) fn relation_count(&self) -> usize {
        RelationKind::ALL.iter().map(|kind| self.count_of(*kind)).sum()
    }

    pub(crate) fn relations(&self, kind: RelationKind) -> &[Relation] {
        self.of_kinds[kind as usize].get_or_init(|| {
            let nodes = (0..self.below.node_count()).map(NodeId::new);
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
