//! What both questions about meetings ask of the meeting itself.

use crate::plan;
use crate::window::Window;
use crate::words::Words;
use chancery_graph::{Graph, MeetingDetail, NodeId, NodeName, RelationKind};
use chancery_model::{DocumentId, MeetingKind, MeetingStatus};

/// Which meetings are asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Occasion {
    pub(crate) meetings: Vec<NodeName>,
    pub(crate) places: Vec<NodeName>,
    pub(crate) documents: Vec<DocumentId>,
    pub(crate) kinds: Vec<MeetingKind>,
    pub(crate) statuses: Vec<MeetingStatus>,
    pub(crate) window: Window,
    pub(crate) topic: Words,
}

/// The same with the names looked up in one graph.
pub(crate) struct Found {
    asked: Occasion,
    pub(crate) meetings: Option<Vec<NodeId>>,
    pub(crate) places: Option<Vec<NodeId>>,
}

impl Occasion {
    pub(crate) fn find(&self, graph: &Graph) -> Found {
        Found {
            meetings: plan::nodes(graph, &self.meetings),
            places: plan::nodes(graph, &self.places),
            asked: self.clone(),
        }
    }
}

impl Found {
    pub(crate) fn admits(&self, graph: &Graph, id: NodeId, meeting: &MeetingDetail) -> bool {
        let Occasion { documents, kinds, statuses, window, topic, .. } = &self.asked;
        let mut places = graph.relations_from(id, RelationKind::HeldIn).iter();
        self.meetings.as_ref().is_none_or(|meetings| meetings.contains(&id))
            && (kinds.is_empty() || kinds.contains(&meeting.kind))
            && (statuses.is_empty() || statuses.contains(&meeting.status))
            && (documents.is_empty() || documents.contains(&meeting.evidence.document))
            && window.admits(&meeting.when)
            && self.places.as_ref().is_none_or(|wanted| places.any(|at| wanted.contains(&at.to)))
            && (topic.is_empty() || topic.are_in(&described(graph, id, meeting)))
    }
}

/// The words by which somebody may look for a meeting: its mentions, its kind, its place, and the
/// parties to it.
fn described(graph: &Graph, id: NodeId, meeting: &MeetingDetail) -> String {
    let mut words = meeting.kind.to_string();
    let mut put = |more: &str| {
        words.push(' ');
        words.push_str(more);
    };
    for passage in &graph.node(id).passages {
        let text = graph.text(&passage.document).unwrap_or_default();
        put(passage.span.of(text).unwrap_or_default());
    }
    for place in graph.relations_from(id, RelationKind::HeldIn) {
        put(&graph.node(place.to).label);
    }
    for party in graph.who_attended(id) {
        put(&graph.node(party.from).label);
    }
    words
}
