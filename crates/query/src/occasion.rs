//! What every question about meetings asks of the meeting itself.

use crate::order::{by_days, by_place};
use crate::plan::{self, Start};
use crate::window::Window;
use crate::words::Words;
use chancery_graph::{Graph, MeetingDetail, NodeId, NodeKind, NodeName, RelationKind};
use chancery_model::{DocumentId, MeetingKind, MeetingStatus};
use chrono::NaiveDate;

/// Which meetings are asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Occasion {
    pub(crate) meetings: Vec<NodeName>,
    pub(crate) places: Vec<NodeName>,
    pub(crate) documents: Vec<DocumentId>,
    pub(crate) kinds: Vec<MeetingKind>,
    pub(crate) statuses: Vec<MeetingStatus>,
    pub(crate) window: Window,
    /// Not over before this day.
    pub(crate) ahead: Option<NaiveDate>,
    pub(crate) topic: Words,
}

/// The narrowing steps of a question with an `occasion`. The name of the step for the status of
/// the meeting is given: where attendances have one too, it must not be `status`.
macro_rules! occasion_steps {
    ($question:ident, $status:ident) => {
        crate::steps::within_days!($question, occasion.window, "At meetings");
        crate::steps::in_documents!($question, occasion.documents, "At meetings");
        crate::steps::with_words!(
            $question,
            topic,
            occasion.topic,
            "At meetings whose mentions, kind, place and parties have"
        );

        impl $question {
            /// At this meeting; taken twice, at either.
            pub fn meeting(mut self, meeting: chancery_graph::NodeName) -> Self {
                self.occasion.meetings.push(meeting);
                self
            }

            /// At meetings of this kind; taken twice, of either.
            pub fn kind(mut self, kind: chancery_model::MeetingKind) -> Self {
                self.occasion.kinds.push(kind);
                self
            }

            /// At meetings that stand so (held, planned, …); taken twice, in either way.
            pub fn $status(mut self, status: chancery_model::MeetingStatus) -> Self {
                self.occasion.statuses.push(status);
                self
            }

            /// At meetings in this place; taken twice, in either.
            pub fn place(mut self, place: chancery_graph::NodeName) -> Self {
                self.occasion.places.push(place);
                self
            }

            /// At meetings that are not over before this day: those that may still be to come. What
            /// has no date is kept.
            pub fn not_over_before(mut self, date: chancery_model::Date) -> Self {
                self.occasion.ahead = Some(date.first_day());
                self
            }
        }
    };
}
pub(crate) use occasion_steps;

/// The same with the names looked up in one graph.
pub(crate) struct Found {
    /// Without the names.
    asked: Occasion,
    pub(crate) meetings: Option<Vec<NodeId>>,
    pub(crate) places: Option<Vec<NodeId>>,
}

impl Occasion {
    /// Any meeting.
    pub(crate) const fn any() -> Self {
        Self {
            meetings: Vec::new(),
            places: Vec::new(),
            documents: Vec::new(),
            kinds: Vec::new(),
            statuses: Vec::new(),
            window: Window { since: None, until: None },
            ahead: None,
            topic: Words::none(),
        }
    }

    pub(crate) fn find(&self, graph: &Graph) -> Found {
        Found {
            meetings: plan::nodes(graph, &self.meetings),
            places: plan::nodes(graph, &self.places),
            asked: Self {
                meetings: Vec::new(),
                places: Vec::new(),
                documents: self.documents.clone(),
                kinds: self.kinds.clone(),
                statuses: self.statuses.clone(),
                topic: self.topic.clone(),
                ..*self
            },
        }
    }
}

impl Found {
    /// The days that are asked for.
    pub(crate) const fn window(&self) -> Window {
        self.asked.window
    }

    /// The ways in that it knows, that by words last.
    pub(crate) fn ways(&self) -> [Option<Start<'_>>; 3] {
        [
            self.places.clone().map(|nodes| Start::To(RelationKind::HeldIn, nodes)),
            self.meetings.as_deref().map(|nodes| Start::Nodes(nodes.into())),
            Start::worded(NodeKind::Meeting, &self.asked.topic),
        ]
    }

    /// Those of some meetings that lie within the days asked for, each once: by day (undated ones
    /// last), then document, then place in the text.
    pub(crate) fn in_order<'g>(
        &self,
        graph: &'g Graph,
        meetings: &[NodeId],
    ) -> Vec<(NodeId, &'g MeetingDetail)> {
        let window = self.asked.window;
        let meetings = meetings.iter().copied().filter_map(|id| {
            let meeting = graph.node(id).meeting()?;
            window.admits(&meeting.when).then_some((id, meeting))
        });
        let mut meetings: Vec<(NodeId, &'g MeetingDetail)> = meetings.collect();
        // They mostly lie in this order already, of which a stable sort makes use.
        meetings.sort_by(|(one, told), (other, as_told)| {
            by_days(&told.when, &as_told.when)
                .then_with(|| by_place(&told.evidence, &as_told.evidence))
                .then_with(|| one.cmp(other))
        });
        meetings.dedup_by_key(|(id, _)| *id);
        meetings
    }

    pub(crate) fn admits(&self, graph: &Graph, id: NodeId, meeting: &MeetingDetail) -> bool {
        let Occasion { documents, kinds, statuses, window, ahead, topic, .. } = &self.asked;
        let places = || graph.relations_from(id, RelationKind::HeldIn).iter();
        self.meetings.as_ref().is_none_or(|meetings| meetings.contains(&id))
            && (kinds.is_empty() || kinds.contains(&meeting.kind))
            && (statuses.is_empty() || statuses.contains(&meeting.status))
            && (documents.is_empty()
                || documents.contains(&meeting.evidence.document)
                || graph.node(id).passages.iter().any(|it| documents.contains(&it.document)))
            && window.admits(&meeting.when)
            && ahead.is_none_or(|day| meeting.when.last_day().is_none_or(|last| last >= day))
            && self.places.as_ref().is_none_or(|wanted| places().any(|at| wanted.contains(&at.to)))
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
