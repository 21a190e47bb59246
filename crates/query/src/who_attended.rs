use crate::occasion::Occasion;
use crate::plan::{self, Start};
use crate::words::Words;
use chancery_graph::{
    Columns, Graph, MeetingDetail, Node, NodeKind, NodeName, Relation, RelationKind,
};
use chancery_model::{
    AttendanceStatus, Date, DocumentId, Evidence, MeetingKind, MeetingStatus, When,
};

/// Who sat at the table, who was expected, who stayed away.
///
/// A narrowing step that is taken twice means either; different steps must all hold.
///
/// ```
/// use chancery_graph::Graph;
/// use chancery_query::WhoAttended;
/// let asked = WhoAttended::default().who("state:UA".parse()?).left_out();
/// assert_eq!(asked.answers(&Graph::default()).count(), 0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[must_use]
pub struct WhoAttended {
    who: Vec<NodeName>,
    with: Vec<NodeName>,
    statuses: Vec<AttendanceStatus>,
    occasion: Occasion,
}

/// That somebody was at a meeting, was to be, or was not.
#[derive(Debug, Clone, PartialEq)]
pub struct Attended<'g> {
    /// The person, state or organization.
    pub who: &'g Node,
    /// Whether they came.
    pub status: AttendanceStatus,
    /// In which capacity (host, mediator, delegate), if told.
    pub capacity: Option<&'g str>,
    /// The meeting's node.
    pub meeting: &'g Node,
    /// What is known of the meeting.
    pub occasion: &'g MeetingDetail,
    /// Where it took place.
    pub places: Vec<&'g Node>,
    /// When it took place.
    pub when: When,
    /// The words that say so; at least one piece.
    pub evidence: &'g [Evidence],
}

impl WhoAttended {
    /// This person, state or organization.
    pub fn who(mut self, who: NodeName) -> Self {
        self.who.push(who);
        self
    }

    /// At meetings that this one attended, or is expected at.
    pub fn with(mut self, other: NodeName) -> Self {
        self.with.push(other);
        self
    }

    /// With this status.
    pub fn status(mut self, status: AttendanceStatus) -> Self {
        self.statuses.push(status);
        self
    }

    /// With one of these statuses.
    pub fn statuses(mut self, statuses: impl IntoIterator<Item = AttendanceStatus>) -> Self {
        self.statuses.extend(statuses);
        self
    }

    /// Not there: absent, excluded or declined.
    pub fn left_out(self) -> Self {
        self.statuses([
            AttendanceStatus::Absent,
            AttendanceStatus::Excluded,
            AttendanceStatus::Declined,
        ])
    }

    /// At this meeting.
    pub fn meeting(mut self, meeting: NodeName) -> Self {
        self.occasion.meetings.push(meeting);
        self
    }

    /// At meetings of this kind.
    pub fn kind(mut self, kind: MeetingKind) -> Self {
        self.occasion.kinds.push(kind);
        self
    }

    /// At meetings that stand so (held, planned, …).
    pub fn meeting_status(mut self, status: MeetingStatus) -> Self {
        self.occasion.statuses.push(status);
        self
    }

    /// At meetings in this place.
    pub fn place(mut self, place: NodeName) -> Self {
        self.occasion.places.push(place);
        self
    }

    /// At meetings on this day, month or year, or later. What has no date is left out.
    pub fn since(mut self, date: Date) -> Self {
        self.occasion.window.since(date);
        self
    }

    /// At meetings on this day, month or year, or earlier. What has no date is left out.
    pub fn until(mut self, date: Date) -> Self {
        self.occasion.window.until(date);
        self
    }

    /// At meetings told of with all these words: in their mentions, their kind, their place or
    /// the names of the parties.
    pub fn topic(mut self, words: &str) -> Self {
        self.occasion.topic = Words::new(words);
        self
    }

    /// Told by this document.
    pub fn in_document(mut self, document: DocumentId) -> Self {
        self.occasion.documents.push(document);
        self
    }

    /// The attendances, by the meeting's day (undated ones last), then document, then place of
    /// the first evidence in the text, then by who.
    ///
    /// # Complexity
    /// O(k log k) for the k attendances of the narrowest of who, with whom, meeting and place; the
    /// rest is checked, and each answer made, when it is asked for.
    pub fn answers<'g>(&self, graph: &'g Graph) -> impl Iterator<Item = Attended<'g>> + use<'g> {
        let who = plan::nodes(graph, &self.who);
        let with = plan::nodes(graph, &self.with);
        let occasion = self.occasion.find(graph);
        let meetings = plan::narrowest(
            graph,
            [
                who.clone().map(|nodes| Start::From(RelationKind::Attended, nodes)),
                with.clone().map(|nodes| Start::From(RelationKind::Attended, nodes)),
                occasion.places.clone().map(|nodes| Start::To(RelationKind::HeldIn, nodes)),
                occasion.meetings.clone().map(Start::Nodes),
            ],
            NodeKind::Meeting,
        );
        let mut attendances: Vec<&'g Relation> =
            meetings.into_iter().flat_map(|meeting| graph.who_attended(meeting)).collect();
        attendances.sort_by_cached_key(|relation| {
            let (day, evidence) = (relation.when.first_day(), &relation.evidence()[0]);
            let dated = (day.is_none(), day, relation.when.last_day());
            (dated, evidence.document.clone(), evidence.span, relation.to, relation.from)
        });
        let statuses = self.statuses.clone();
        attendances.into_iter().filter_map(move |relation| {
            let answer = attended(graph, relation)?;
            let admitted = who.as_ref().is_none_or(|who| who.contains(&relation.from))
                && (statuses.is_empty() || statuses.contains(&answer.status))
                && occasion.admits(graph, relation.to, answer.occasion)
                && with.as_ref().is_none_or(|with| {
                    graph.who_attended(relation.to).any(|other| {
                        other.from != relation.from && with.contains(&other.from) && is_party(other)
                    })
                });
            admitted.then_some(answer)
        })
    }
}

/// Whether somebody is at the table, or is to be.
pub(crate) fn is_party(relation: &Relation) -> bool {
    use AttendanceStatus::{Attended, Expected};
    matches!(relation.columns, Columns::Attended { status: Attended | Expected, .. })
}

pub(crate) fn attended<'g>(graph: &'g Graph, relation: &'g Relation) -> Option<Attended<'g>> {
    let Columns::Attended { status, capacity } = &relation.columns else { return None };
    let meeting = graph.node(relation.to);
    let places = graph.relations_from(relation.to, RelationKind::HeldIn).iter();
    Some(Attended {
        who: graph.node(relation.from),
        status: *status,
        capacity: capacity.as_deref(),
        meeting,
        occasion: meeting.meeting()?,
        places: places.map(|place| graph.node(place.to)).collect(),
        when: relation.when,
        evidence: relation.evidence(),
    })
}
