//! Which meetings were parts of others, of those that were told otherwise at the time.

use super::Past;
use crate::merge::{in_order, joined};
use crate::parts::{Dated, LONGEST, claims_of};
use crate::{Node, NodeId, NodeKind, Relation, RelationId, RelationKind};
use chrono::{Days, NaiveDate};
use petgraph::Direction;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What is told otherwise of parts.
#[derive(Debug)]
pub(super) struct Parts {
    /// The meetings of which some told then and others later.
    changed: BTreeSet<NodeId>,
    /// The relations that one of them has, in order.
    pub(super) added: Vec<Relation>,
    /// Which of these start, and end, at a meeting.
    from: HashMap<NodeId, Vec<usize>>,
    to: HashMap<NodeId, Vec<usize>>,
}

impl Parts {
    pub(super) fn is_changed(&self, meeting: NodeId) -> bool {
        self.changed.contains(&meeting)
    }

    pub(super) fn changed(&self) -> impl Iterator<Item = NodeId> {
        self.changed.iter().copied()
    }

    /// The places among [`Parts::added`] of those that start at a meeting, or end at it.
    pub(super) fn added_at(&self, meeting: NodeId, end: Direction) -> &[usize] {
        let all = if end == Direction::Outgoing { &self.from } else { &self.to };
        all.get(&meeting).map_or(&[], Vec::as_slice)
    }
}

impl Past {
    /// # Complexity
    /// O(meetings that several documents tell of) the first time, and what is known of those that
    /// changed.
    pub(super) fn parts(&self) -> &Parts {
        self.parts.get_or_init(|| {
            // What one document tells of is as it was, or was not there.
            let of_several = self.below.who().meetings_of_several();
            let of_several = of_several.filter_map(|name| self.below.find(name));
            let both = |id: &NodeId| {
                let tellers = self.tellers(*id);
                tellers.iter().any(|(known, _)| *known) && tellers.iter().any(|(known, _)| !known)
            };
            let changed: BTreeSet<NodeId> = of_several.filter(both).collect();
            let mut added: Vec<Relation> = Vec::new();
            let node = |id: NodeId| -> &Node { self.node(id) };
            let pairs = self.pairs(&changed);
            let claims = pairs.into_iter().flat_map(|ends| claims_of(ends, &node)).collect();
            added.extend(joined(claims).into_iter().map(|(relation, _)| relation));
            added.sort_by(in_order);
            let (mut from, mut to) = (HashMap::new(), HashMap::new());
            for (i, it) in added.iter().enumerate() {
                from.entry(it.from).or_insert_with(Vec::new).push(i);
                to.entry(it.to).or_insert_with(Vec::new).push(i);
            }
            Parts { changed, added, from, to }
        })
    }

    /// Those that are a part, and of what, with one of some meetings among the two.
    fn pairs(&self, changed: &BTreeSet<NodeId>) -> BTreeSet<(NodeId, NodeId)> {
        let mut known: BTreeMap<NodeId, Option<Dated>> =
            changed.iter().map(|id| (*id, self.dated(*id))).collect();
        let mut days_of: HashMap<NodeId, Vec<(NaiveDate, NodeId)>> = HashMap::new();
        for it in known.values().flatten() {
            for who in &it.there {
                days_of.entry(*who).or_default().push((it.first, it.node));
            }
        }
        let mut near = BTreeSet::new();
        for it in changed.iter().filter_map(|id| known.get(id)?.as_ref()) {
            let reach = u64::try_from(LONGEST).unwrap_or(0);
            let since = it.first.checked_sub_days(Days::new(reach)).unwrap_or(it.first);
            for who in &it.there {
                let others = |first: NaiveDate, last: NaiveDate| {
                    let days = first..=last;
                    let told = days_of.get(who).into_iter().flatten();
                    let told = told.filter(move |(day, _)| days.contains(day)).map(|(_, id)| *id);
                    let stays = self.attended_within(*who, first, last);
                    told.chain(stays.into_iter().filter(|id| !changed.contains(id)))
                };
                near.extend(others(since, it.first).map(|whole| (it.node, whole)));
                near.extend(others(it.first, it.last).map(|part| (part, it.node)));
            }
        }
        let person = |who: NodeId| self.below.kind_of(who) == NodeKind::Person;
        near.retain(|(part, whole)| {
            for meeting in [part, whole] {
                known.entry(*meeting).or_insert_with(|| self.dated(*meeting));
            }
            match (known.get(part), known.get(whole)) {
                (Some(Some(one)), Some(Some(other))) => {
                    other.is_whole() && one.is_part_of(other, &person)
                }
                _ => false,
            }
        });
        near
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

    /// The meetings that somebody is told to be at, by their first day below.
    fn attended_within(&self, who: NodeId, first: NaiveDate, last: NaiveDate) -> Vec<NodeId> {
        let row = self.below.relations_from(who, RelationKind::Attended);
        let day = |it: &Relation| it.when.first_day();
        let from = row.partition_point(|it| day(it).is_some_and(|day| day < first));
        let within = row[from..].iter().take_while(|it| day(it).is_some_and(|day| day <= last));
        within.map(|it| it.to).filter(|meeting| self.is_told(*meeting)).collect()
    }
}
