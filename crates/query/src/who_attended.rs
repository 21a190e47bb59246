use crate::ends::Ends;
use crate::occasion::{Occasion, occasion_steps};
use crate::order::{by_days, by_place};
use crate::plan::{self, Start};
use crate::{service, who_said};
use chancery_graph::{
    Columns, Graph, MeetingDetail, Node, NodeKind, NodeName, Relation, RelationKind,
};
use chancery_model::{AttendanceStatus, Evidence, When, fold};

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
    of: Vec<NodeName>,
    kinds: Vec<NodeKind>,
    told_by: Vec<NodeName>,
    statuses: Vec<AttendanceStatus>,
    capacities: Vec<String>,
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
    pub places: Ends<'g>,
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

    /// This state or organization itself, or a person who serves it.
    pub fn of(mut self, served: NodeName) -> Self {
        self.of.push(served);
        self
    }

    /// A node of this kind: only states, say.
    pub fn who_is(mut self, kind: NodeKind) -> Self {
        self.kinds.push(kind);
        self
    }

    /// By the word of this one, where the article itself does not vouch for it.
    pub fn according_to(mut self, who: NodeName) -> Self {
        self.told_by.push(who);
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

    /// In this capacity: as host, chair, mediator, delegate.
    pub fn in_capacity(mut self, capacity: &str) -> Self {
        self.capacities.push(fold(capacity));
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

    /// The attendances, by the meeting's day (undated ones last), then document, then place of
    /// the first evidence in the text, then by who.
    ///
    /// # Complexity
    /// O(k log k) for the k attendances of the narrowest of who, with whom, meeting and place; the
    /// rest is checked, and each answer made, when it is asked for.
    pub fn answers<'g>(&self, graph: &'g Graph) -> impl Iterator<Item = Attended<'g>> + use<'g> {
        let who = plan::nodes(graph, &self.who);
        let with = plan::nodes(graph, &self.with);
        let of = plan::nodes(graph, &self.of);
        let occasion = self.occasion.find(graph);
        let delegates = of.as_ref().map(|of| service::delegates(graph, of));
        let ways = [delegates, who.clone(), with.clone()].into_iter();
        let ways = ways.map(|ends| Some(Start::From(RelationKind::Attended, ends?)));
        let ways = ways.chain(occasion.ways());
        let meetings = plan::narrowest(graph, ways, NodeKind::Meeting, occasion.window());
        let (statuses, kinds) = (self.statuses.clone(), self.kinds.clone());
        let capacities = self.capacities.clone();
        let wanted = |relation: &&Relation| {
            let status = || match relation.columns {
                Columns::Attended { status, .. } => statuses.contains(&status),
                _ => false,
            };
            who.as_ref().is_none_or(|who| who.contains(&relation.from))
                && (statuses.is_empty() || status())
        };
        let rows = meetings.iter().flat_map(|meeting| graph.who_attended(*meeting));
        let bound = match &meetings[..] {
            [meeting] => graph.who_attended(*meeting).len(),
            _ => meetings.len(),
        };
        let mut attendances: Vec<&'g Relation> = Vec::with_capacity(bound);
        attendances.extend(rows.filter(wanted));
        attendances.sort_by(|one, other| {
            let ends = |row: &&'g Relation| (row.to, row.from);
            by_days(&one.when, &other.when)
                .then_with(|| by_place(&one.evidence()[0], &other.evidence()[0]))
                .then_with(|| ends(one).cmp(&ends(other)))
                .then_with(|| one.columns.cmp(&other.columns))
        });
        attendances.dedup_by(|one, other| std::ptr::eq(*one, *other));
        let told_by = self.told_by.clone();
        // Rows of one meeting mostly come one after the other.
        let mut last = None;
        attendances.into_iter().filter_map(move |relation| {
            let answer = attended(graph, relation)?;
            let admits = match last {
                Some((meeting, admits)) if meeting == relation.to => admits,
                _ => occasion.admits(graph, relation.to, answer.occasion),
            };
            last = Some((relation.to, admits));
            let so = |capacity: &String| answer.capacity.is_some_and(|it| fold(it) == *capacity);
            let admitted = admits
                && (capacities.is_empty() || capacities.iter().any(so))
                && (kinds.is_empty() || kinds.contains(&answer.who.kind()))
                && who_said::told_by(graph, &told_by, answer.evidence)
                && of.as_ref().is_none_or(|of| {
                    let side =
                        |side| service::stands_for(graph, relation.from, side, answer.occasion);
                    of.iter().any(|of| side(*of))
                })
                && with.as_ref().is_none_or(|with| {
                    graph.who_attended(relation.to).any(|other| {
                        other.from != relation.from && with.contains(&other.from) && is_party(other)
                    })
                });
            admitted.then_some(answer)
        })
    }
}

occasion_steps!(WhoAttended, meeting_status);

/// Whether somebody is at the table, or is to be.
pub(crate) fn is_party(relation: &Relation) -> bool {
    use AttendanceStatus::{Attended, Expected};
    matches!(relation.columns, Columns::Attended { status: Attended | Expected, .. })
}

pub(crate) fn attended<'g>(graph: &'g Graph, relation: &'g Relation) -> Option<Attended<'g>> {
    let Columns::Attended { status, capacity } = &relation.columns else { return None };
    let meeting = graph.node(relation.to);
    Some(Attended {
        who: graph.node(relation.from),
        status: *status,
        capacity: capacity.as_deref(),
        meeting,
        occasion: meeting.meeting()?,
        places: Ends::of(graph, relation.to, RelationKind::HeldIn),
        when: relation.when,
        evidence: relation.evidence(),
    })
}
