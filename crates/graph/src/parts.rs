//! Which meetings are parts of others: talks during a visit, a bilateral beside a conference.

use crate::merge::Claim;
use crate::{Columns, Node, NodeId};
use chancery_model::{AttendanceStatus, MeetingKind, When};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Days that a visit or conference lasts at most to have parts.
const LONGEST: i64 = 31;

/// A meeting with days that are told.
struct Dated {
    node: NodeId,
    first: NaiveDate,
    last: NaiveDate,
    kind: MeetingKind,
    there: BTreeSet<NodeId>,
    places: BTreeSet<NodeId>,
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
    for whole in &dated {
        let visit = whole.kind == MeetingKind::Visit;
        let conference = matches!(whole.kind, MeetingKind::Conference | MeetingKind::Summit)
            && !whole.places.is_empty()
            && whole.there.len() >= 5;
        if !visit && !conference || (whole.last - whole.first).num_days() > LONGEST {
            continue;
        }
        let mut found: BTreeSet<usize> = BTreeSet::new();
        for who in &whole.there {
            let own = of_who.get(who).into_iter();
            let days = own.flat_map(|days| days.range(whole.first..=whole.last));
            found.extend(days.flat_map(|(_, all)| all.iter().copied()));
        }
        for part in found.into_iter().map(|i| &dated[i]) {
            let within = part.last <= whole.last && part.node != whole.node;
            let kind = !matches!(part.kind, MeetingKind::Visit | MeetingKind::Call);
            let person = |id: &NodeId| nodes[id.index()].kind() == crate::NodeKind::Person;
            let traveller = || whole.there.intersection(&part.there).any(person);
            let beside = || {
                part.there.len() < whole.there.len()
                    && part.there.is_subset(&whole.there)
                    && !part.places.is_disjoint(&whole.places)
            };
            if within && kind && if visit { traveller() } else { beside() } {
                for proof in [part.node, whole.node] {
                    parts.extend(claim(nodes, part.node, whole.node, proof));
                }
            }
        }
    }
    parts
}

fn claim(nodes: &[Node], part: NodeId, whole: NodeId, proof: NodeId) -> Option<Claim> {
    let when = When { words: None, ..nodes[part.index()].meeting()?.when };
    let evidence = nodes[proof.index()].meeting()?.evidence.clone();
    let columns = Columns::PartOf;
    Some(Claim { ends: (part, whole), key: columns.clone(), columns, when, evidence })
}

/// The meetings whose first and last day are told, with who and where.
fn dated(nodes: &[Node], claims: &[Claim]) -> Vec<Dated> {
    use AttendanceStatus::{Attended, Expected};
    let mut there: HashMap<NodeId, BTreeSet<NodeId>> = HashMap::new();
    let mut places: HashMap<NodeId, BTreeSet<NodeId>> = HashMap::new();
    for claim in claims {
        match &claim.columns {
            Columns::Attended { status: Attended | Expected, .. } => {
                there.entry(claim.ends.1).or_default().insert(claim.ends.0);
            }
            Columns::HeldIn => {
                places.entry(claim.ends.0).or_default().insert(claim.ends.1);
            }
            _ => {}
        }
    }
    let meetings = nodes.iter().enumerate().filter_map(|(i, node)| {
        let detail = node.meeting()?;
        let (from, to) = (detail.when.from?, detail.when.to?);
        let node = NodeId::new(i);
        (from.is_day() && to.is_day()).then(|| Dated {
            node,
            first: from.first_day(),
            last: to.last_day(),
            kind: detail.kind,
            there: there.remove(&node).unwrap_or_default(),
            places: places.remove(&node).unwrap_or_default(),
        })
    });
    meetings.collect()
}
