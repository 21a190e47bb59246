//! Which meetings are parts of others, of those that are told otherwise than in the generation.

use super::{Lies, Overlaid};
use crate::merge::Claim;
use crate::parts::{Dated, LONGEST, claims_of};
use crate::{Node, NodeId, NodeKind, RelationId, RelationKind};
use chrono::{Days, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

impl Overlaid {
    /// The claims that one of some meetings is a part of any, or any of one of them.
    pub(super) fn parts(&self, meetings: &[NodeId]) -> Vec<Claim> {
        let mut known: BTreeMap<NodeId, Option<Dated>> = BTreeMap::new();
        let mut pairs: BTreeSet<(NodeId, NodeId)> = BTreeSet::new();
        let mut near: Vec<(NodeId, NodeId)> = Vec::new();
        for meeting in meetings {
            let Some(it) = self.dated(*meeting) else { continue };
            let reach = u64::try_from(LONGEST).unwrap_or(0);
            let since = it.first.checked_sub_days(Days::new(reach)).unwrap_or(it.first);
            for who in &it.there {
                let wholes = self.attended_within(*who, since, it.first);
                near.extend(wholes.into_iter().map(|whole| (*meeting, whole)));
                if it.is_whole() {
                    let parts = self.attended_within(*who, it.first, it.last);
                    near.extend(parts.into_iter().map(|part| (part, *meeting)));
                }
            }
        }
        near.sort_unstable();
        near.dedup();
        for (part, whole) in near {
            for meeting in [part, whole] {
                known.entry(meeting).or_insert_with(|| self.dated(meeting));
            }
            let (Some(Some(one)), Some(Some(other))) = (known.get(&part), known.get(&whole)) else {
                continue;
            };
            let person = |who: NodeId| self.kind_range(NodeKind::Person).contains(&who.index());
            if other.is_whole() && one.is_part_of(other, &person) {
                pairs.insert((part, whole));
            }
        }
        let node = |id: NodeId| -> &Node { self.node(id) };
        pairs.into_iter().flat_map(|ends| claims_of(ends, &node)).collect()
    }

    fn dated(&self, meeting: NodeId) -> Option<Dated> {
        let there = self.ids_to(meeting, RelationKind::Attended).iter();
        let places = self.ids_from(meeting, RelationKind::HeldIn).iter();
        let relation = |id: &RelationId| self.relation(*id);
        Dated::told(
            meeting,
            self.node(meeting).meeting()?,
            there.map(relation),
            places.map(relation),
        )
    }

    /// The meetings at which somebody is told of, by their first day.
    fn attended_within(&self, who: NodeId, first: NaiveDate, last: NaiveDate) -> Vec<NodeId> {
        let mut found = Vec::new();
        if let Lies::Below(base) = self.numbers.lies(who) {
            for (id, meeting) in self.base.attended_within(base, first, last) {
                if !self.edits.is_hidden(id) {
                    found.extend(self.numbers.of(meeting));
                }
            }
        }
        for id in self.edits.added_from(who, RelationKind::Attended) {
            let relation = self.relation(*id);
            let day = relation.when.first_day();
            if day.is_some_and(|day| (first..=last).contains(&day)) {
                found.push(relation.to);
            }
        }
        found
    }
}
