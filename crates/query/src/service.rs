//! For whom a person speaks.

use crate::words::Words;
use chancery_graph::{
    Columns, Graph, MeetingDetail, Node, NodeId, NodeKind, Relation, RelationKind,
};
use chancery_model::{DocumentId, RoleStatus};
use std::collections::HashSet;

/// Whether somebody speaks for a state in a document: they are the state, or they serve it there,
/// themselves or through others.
///
/// What the document says of a person's offices goes before what others say: a former minister is
/// one in an article that says so, though an older article knows her in office.
pub(crate) fn speaks_for(graph: &Graph, who: NodeId, state: NodeId, document: &DocumentId) -> bool {
    let mut seen = HashSet::from([who]);
    let mut next = vec![who];
    while let Some(who) = next.pop() {
        if who == state {
            return true;
        }
        let offices = graph.relations_from(who, RelationKind::Serves);
        let told_there = |office: &&Relation| {
            office.from != office.to
                && office.evidence().iter().any(|evidence| evidence.document == *document)
        };
        let any_there = offices.iter().any(|office| told_there(&office));
        for office in offices.iter().filter(|office| !any_there || told_there(office)) {
            let served =
                matches!(office.columns, Columns::Serves { status: RoleStatus::Current, .. });
            if served && seen.insert(office.to) {
                next.push(office.to);
            }
        }
    }
    false
}

/// Everybody who may speak for a state in some document, the state itself among them.
pub(crate) fn voices(graph: &Graph, state: NodeId) -> Vec<NodeId> {
    let mut seen = HashSet::from([state]);
    let mut next = vec![state];
    while let Some(served) = next.pop() {
        for office in graph.relations_to(served, RelationKind::Serves) {
            let current =
                matches!(office.columns, Columns::Serves { status: RoleStatus::Current, .. });
            if current
                && graph.node(office.from).kind() == NodeKind::Person
                && seen.insert(office.from)
            {
                next.push(office.from);
            }
        }
    }
    let mut voices: Vec<_> = seen.into_iter().collect();
    voices.sort_unstable();
    voices
}

/// How long before a document that calls somebody former a meeting must lie for it to be taken
/// that they held the office then, in days: "then-Secretary Blinken talked nearly two years ago".
const LONG_AGO: i64 = 180;

/// Whether somebody sits at a meeting for a state or an organization: they are it, serve it in the
/// document that tells of the meeting, or served it long before that document, as the meeting was.
/// For a person nobody stands but that person.
pub(crate) fn stands_for(
    graph: &Graph,
    who: NodeId,
    side: NodeId,
    meeting: &MeetingDetail,
) -> bool {
    if who == side {
        return true;
    }
    let served = matches!(graph.node(side).kind(), NodeKind::State | NodeKind::Organization);
    if !served || graph.node(who).kind() != NodeKind::Person {
        return false;
    }
    let document = &meeting.evidence.document;
    speaks_for(graph, who, side, document) || served_then(graph, who, side, meeting)
}

fn served_then(graph: &Graph, who: NodeId, side: NodeId, meeting: &MeetingDetail) -> bool {
    let document = &meeting.evidence.document;
    let published = graph.report(document).and_then(|report| report.info().published);
    let long_ago = published
        .zip(meeting.when.last_day())
        .is_some_and(|(published, last)| (published.first_day() - last).num_days() >= LONG_AGO);
    long_ago
        && graph.relations_from(who, RelationKind::Serves).iter().any(|office| {
            office.to == side
                && matches!(office.columns, Columns::Serves { status: RoleStatus::Former, .. })
                && office.evidence().iter().any(|evidence| evidence.document == *document)
        })
}

/// Everybody who may sit at some meeting for one of these, they themselves among them; sorted.
pub(crate) fn delegates(graph: &Graph, sides: &[NodeId]) -> Vec<NodeId> {
    let mut all: Vec<NodeId> = sides.to_vec();
    for side in sides {
        if matches!(graph.node(*side).kind(), NodeKind::State | NodeKind::Organization) {
            all.extend(voices(graph, *side));
            let offices = graph.relations_to(*side, RelationKind::Serves);
            all.extend(offices.map(|office| office.from));
        }
    }
    all.sort_unstable();
    all.dedup();
    all
}

/// Whether somebody has, had or is to have an office with these words in its title, for one of
/// these if any are given.
pub(crate) fn holds(graph: &Graph, who: &Node, title: &Words, of: Option<&[NodeId]>) -> bool {
    let Some(who) = graph.find(&who.name) else { return false };
    graph.relations_from(who, RelationKind::Serves).iter().any(|office| {
        let of = of.is_none_or(|of| of.contains(&office.to) || of.contains(&office.from));
        of && matches!(&office.columns, Columns::Serves { title: held, .. } if title.are_in(held))
    })
}
