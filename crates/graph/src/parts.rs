//! Which meetings are parts of others: talks during a visit, a bilateral beside a conference.

use crate::merge::Claim;
use crate::node::MeetingDetail;
use crate::{Columns, Node, NodeId, Relation};
use chancery_model::{AttendanceStatus, MeetingKind, When};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Days that a visit or conference lasts at most to have parts.
pub(crate) const LONGEST: i64 = 31;

/// A meeting with days that are told.
pub(crate) struct Dated {
    pub(crate) node: NodeId,
    pub(crate) first: NaiveDate,
    pub(crate) last: NaiveDate,
    pub(crate) kind: MeetingKind,
    /// Who was there, or was to be.
    pub(crate) there: BTreeSet<NodeId>,
    pub(crate) places: BTreeSet<NodeId>,
}

impl Dated {
    /// A meeting by what is told of it, if both its days are.
    pub(crate) fn of(node: NodeId, detail: &MeetingDetail) -> Option<Self> {
        let (from, to) = (detail.when.from?, detail.when.to?);
        (from.is_day() && to.is_day()).then(|| Self {
            node,
            first: from.first_day(),
            last: to.last_day(),
            kind: detail.kind,
            there: BTreeSet::new(),
            places: BTreeSet::new(),
        })
    }

    /// The same with who and where, by the relations of kind `Attended` that end in it and those of
    /// kind `HeldIn` that begin in it.
    pub(crate) fn told<'r>(
        node: NodeId,
        detail: &MeetingDetail,
        attended: impl Iterator<Item = &'r Relation>,
        held_in: impl Iterator<Item = &'r Relation>,
    ) -> Option<Self> {
        let counts = |it: &&Relation| matches!(it.columns, Columns::Attended { status, .. } if Self::counts(status));
        let mut dated = Self::of(node, detail)?;
        dated.there = attended.filter(counts).map(|it| it.from).collect();
        dated.places = held_in.map(|it| it.to).collect();
        Some(dated)
    }

    /// Whether somebody there takes part in the sense that counts here.
    const fn counts(status: AttendanceStatus) -> bool {
        matches!(status, AttendanceStatus::Attended | AttendanceStatus::Expected)
    }

    /// Whether it may have parts.
    pub(crate) fn is_whole(&self) -> bool {
        let visit = self.kind == MeetingKind::Visit;
        let conference = matches!(self.kind, MeetingKind::Conference | MeetingKind::Summit)
            && !self.places.is_empty()
            && self.there.len() >= 5;
        (visit || conference) && (self.last - self.first).num_days() <= LONGEST
    }

    /// Whether it is a part of a [whole](Self::is_whole) one.
    pub(crate) fn is_part_of(&self, whole: &Self, person: &dyn Fn(NodeId) -> bool) -> bool {
        let within =
            self.first >= whole.first && self.last <= whole.last && self.node != whole.node;
        let kind = !matches!(self.kind, MeetingKind::Visit | MeetingKind::Call);
        let traveller = || whole.there.intersection(&self.there).any(|who| person(*who));
        let beside = || {
            self.there.len() < whole.there.len()
                && self.there.is_subset(&whole.there)
                && !self.there.is_empty()
                && !self.places.is_disjoint(&whole.places)
        };
        let visit = whole.kind == MeetingKind::Visit;
        within && kind && if visit { traveller() } else { beside() }
    }
}

/// Meetings at whose table a traveller sits within the days of the visit, and meetings of some of
/// the parties to a conference, in its place and on its days.
pub(crate) fn parts(nodes: &[Node], claims: &[Claim]) -> Vec<Claim> {
    let dated = dated(nodes, claims);
    let mut of_who: HashMap<NodeId, BTreeMap<NaiveDate, Vec<usize>>> = HashMap::new();
    for (i, it) in dated.iter().enumerate() {
        for who in &it.there {
            of_who.entry(*who).or_default().entry(it.first).or_default().push(i);
        }
    }
    let mut parts = Vec::new();
    let person = |id: NodeId| nodes[id.index()].kind() == crate::NodeKind::Person;
    for whole in dated.iter().filter(|it| it.is_whole()) {
        let mut found: BTreeSet<usize> = BTreeSet::new();
        for who in &whole.there {
            let own = of_who.get(who).into_iter();
            let days = own.flat_map(|days| days.range(whole.first..=whole.last));
            found.extend(days.flat_map(|(_, all)| all.iter().copied()));
        }
        for part in found.into_iter().map(|i| &dated[i]) {
            if part.is_part_of(whole, &person) {
                let node = |id: NodeId| &nodes[id.index()];
                parts.extend(claims_of((part.node, whole.node), &node));
            }
        }
    }
    parts
}

/// The claims that a meeting is part of another, each with the words for one of the two.
pub(crate) fn claims_of<'n>(
    ends: (NodeId, NodeId),
    node: &dyn Fn(NodeId) -> &'n Node,
) -> Vec<Claim> {
    let claim = |proof: NodeId| {
        let when = When { words: None, ..node(ends.0).meeting()?.when };
        let evidence = node(proof).meeting()?.evidence.clone();
        let columns = Columns::PartOf;
        Some(Claim { ends, key: columns.clone(), columns, when, evidence })
    };
    [ends.0, ends.1].into_iter().filter_map(claim).collect()
}

/// The meetings whose first and last day are told, with who and where.
fn dated(nodes: &[Node], claims: &[Claim]) -> Vec<Dated> {
    let mut there: HashMap<NodeId, BTreeSet<NodeId>> = HashMap::new();
    let mut places: HashMap<NodeId, BTreeSet<NodeId>> = HashMap::new();
    for claim in claims {
        match &claim.columns {
            Columns::Attended { status, .. } if Dated::counts(*status) => {
                there.entry(claim.ends.1).or_default().insert(claim.ends.0);
            }
            Columns::HeldIn => {
                places.entry(claim.ends.0).or_default().insert(claim.ends.1);
            }
            _ => {}
        }
    }
    let meetings = nodes.iter().enumerate().filter_map(|(i, node)| {
        let node_id = NodeId::new(i);
        let mut dated = Dated::of(node_id, node.meeting()?)?;
        dated.there = there.remove(&node_id).unwrap_or_default();
        dated.places = places.remove(&node_id).unwrap_or_default();
        Some(dated)
    });
    meetings.collect()
}
