use crate::goals::{Goals, Held};
use crate::meetings::{Met, met};
use crate::occasion::Occasion;
use crate::order::by_place;
use crate::plan::{self, Start};
use crate::roles::{Roles, Served};
use crate::steps::{in_documents, with_words, within_days};
use crate::who_met::WhoMet;
use crate::who_said::{Said, WhoSaid};
use crate::window::Window;
use crate::words::Words;
use chancery_graph::{Graph, NodeId, NodeKind, NodeName, RelationKind};
use chancery_model::{DocumentId, Evidence, When};
use chrono::NaiveDate;
use std::collections::HashSet;
use std::iter::Peekable;

/// What happened, in the order in which it did: meetings, statements, goals and offices.
///
/// ```
/// use chancery_graph::Graph;
/// use chancery_query::{EventKind, Timeline};
/// let asked = Timeline::default().of("state:UA".parse()?).only(EventKind::Meeting);
/// assert_eq!(asked.answers(&Graph::default()).take(20).count(), 0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[must_use]
pub struct Timeline {
    of: Vec<NodeName>,
    between: bool,
    only: Vec<EventKind>,
    documents: Vec<DocumentId>,
    window: Window,
    words: Words,
}

/// What kind of event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EventKind {
    /// A meeting.
    Meeting,
    /// A statement.
    Statement,
    /// A goal that is told of.
    Goal,
    /// An office that is told of.
    Office,
}

/// One thing that happened.
#[derive(Debug, Clone, PartialEq)]
pub enum Event<'g> {
    /// A meeting.
    Meeting(Met<'g>),
    /// A statement.
    Statement(Said<'g>),
    /// A goal that is told of.
    Goal(Held<'g>),
    /// An office that is told of.
    Office(Served<'g>),
}

impl<'g> Event<'g> {
    /// What kind of event.
    pub const fn kind(&self) -> EventKind {
        match self {
            Self::Meeting(_) => EventKind::Meeting,
            Self::Statement(_) => EventKind::Statement,
            Self::Goal(_) => EventKind::Goal,
            Self::Office(_) => EventKind::Office,
        }
    }

    /// When: the days of a meeting, the day of a statement, the day on which a goal or an office
    /// is told of (the first and the last for an office).
    pub fn when(&self) -> When {
        match self {
            Self::Meeting(met) => met.when,
            Self::Statement(said) => said.on.map(When::on).unwrap_or_default(),
            Self::Goal(held) => held.on.map(When::on).unwrap_or_default(),
            Self::Office(served) => served.told,
        }
    }

    /// The words that tell of it.
    pub const fn evidence(&self) -> &'g Evidence {
        match self {
            Self::Meeting(met) => met.evidence,
            Self::Statement(said) => said.evidence,
            Self::Goal(held) => held.evidence,
            Self::Office(served) => &served.evidence[0],
        }
    }
}

within_days!(Timeline, window, "What happened");
with_words!(Timeline, words, words, "Told of with");
in_documents!(Timeline, documents, "Only what is");

impl Timeline {
    /// In which this one has a part: at a meeting or kept from it, speaking, wanting, in office.
    /// Taken twice, either. States that are asked for alone speak through those who serve them. A
    /// meeting, a goal and a document have timelines too.
    pub fn of(mut self, who: NodeName) -> Self {
        self.of.push(who);
        self
    }

    /// Only what happened between those asked for: they met each other, one spoke of or to another,
    /// wanted something together with another, served another. Nothing where fewer than two are asked
    /// for.
    pub fn between_them(mut self) -> Self {
        self.between = true;
        self
    }

    /// Only events of this kind. Taken twice, of either.
    pub fn only(mut self, kind: EventKind) -> Self {
        self.only.push(kind);
        self
    }

    /// The events by first day (undated ones last); of one day meetings first, then statements,
    /// goals and offices, each in the order of its own question.
    ///
    /// # Complexity
    /// O(k log k) for the k events of those asked for, or of all; each is made when it is asked for.
    pub fn answers<'g>(&self, graph: &'g Graph) -> impl Iterator<Item = Event<'g>> + use<'g> {
        let wanted = |kind| self.only.is_empty() || self.only.contains(&kind);
        let mut streams: Vec<Peekable<Box<dyn Iterator<Item = Event<'g>> + 'g>>> = Vec::new();
        let mut put = |kind, stream: Box<dyn Iterator<Item = Event<'g>> + 'g>| {
            if wanted(kind) {
                streams.push(stream.peekable());
            }
        };
        put(EventKind::Meeting, Box::new(self.meetings(graph).map(Event::Meeting)));
        put(EventKind::Statement, Box::new(self.said(graph).map(Event::Statement)));
        put(EventKind::Goal, Box::new(self.goals(graph).map(Event::Goal)));
        put(EventKind::Office, Box::new(self.offices(graph).map(Event::Office)));
        std::iter::from_fn(move || {
            // The first of the earliest: a comparison of four at most.
            let next = (0..streams.len())
                .filter_map(|i| Some((day(&streams[i].peek()?.when()), i)))
                .min()?;
            streams[next.1].next()
        })
    }

    fn meetings<'g>(&self, graph: &'g Graph) -> impl Iterator<Item = Met<'g>> + use<'g> {
        let occasion = Occasion {
            documents: self.documents.clone(),
            topic: self.words.clone(),
            window: self.window,
            ..Occasion::any()
        };
        let of = plan::nodes(graph, &self.of);
        let all = |of: Vec<NodeId>| of.into_iter().flat_map(|id| meetings_of(graph, id)).collect();
        let of: Option<Vec<NodeId>> =
            if self.between { Some(self.met_each_other(graph)) } else { of.map(all) };
        let occasion = occasion.find(graph);
        let ways =
            [of.clone().map(|of| Start::Nodes(of.into()))].into_iter().chain(occasion.ways());
        let mut meetings =
            plan::narrowest(graph, ways, NodeKind::Meeting, self.window).into_owned();
        if let Some(mut of) = of {
            of.sort_unstable();
            meetings.retain(|meeting| of.binary_search(meeting).is_ok());
        }
        let meetings = occasion.in_order(graph, &meetings).into_iter();
        meetings
            .filter(move |(id, detail)| occasion.admits(graph, *id, detail))
            .map(move |(id, detail)| met(graph, id, detail))
    }

    /// The meetings at which they met each other, all of them.
    fn met_each_other(&self, graph: &Graph) -> Vec<NodeId> {
        // Whoever may sit on both sides sits on the first, so each of two is asked for as that.
        let met = |one: &NodeName, other: &NodeName| -> HashSet<NodeId> {
            let met = WhoMet::default().one(one.clone()).other(other.clone());
            met.answers(graph).filter_map(|met| graph.find(&met.meeting.name)).collect()
        };
        let together = |(one, other): (NodeName, NodeName)| &met(&one, &other) | &met(&other, &one);
        let each = self.pairs().into_iter().filter(|(one, other)| one < other).map(together);
        let all = each.reduce(|one, other| one.intersection(&other).copied().collect());
        all.into_iter().flatten().collect()
    }

    /// Each two that are asked for, either way.
    fn pairs(&self) -> Vec<(NodeName, NodeName)> {
        let others = |one: &NodeName| {
            let others = self.of.iter().filter(|other| *other != one).cloned();
            others.map(|other| (one.clone(), other)).collect::<Vec<_>>()
        };
        self.of.iter().flat_map(others).collect()
    }

    /// What one of them said of or to another, in the order of [`WhoSaid::answers`].
    fn said_between<'g>(&self, graph: &'g Graph, wider: &WhoSaid) -> Vec<Said<'g>> {
        let mut all: Vec<Said<'g>> = Vec::new();
        for (one, other) in self.pairs() {
            let by = wider.clone();
            let by = if one.kind() == NodeKind::State { by.by_state(one) } else { by.by(one) };
            all.extend(by.clone().about(other.clone()).answers(graph));
            all.extend(by.to(other).answers(graph));
        }
        all.sort_by(|one, other| {
            let day = |said: &Said<'_>| (said.on.is_none(), said.on);
            day(one)
                .cmp(&day(other))
                .then_with(|| by_place(one.evidence, other.evidence))
                .then_with(|| one.statement.name.cmp(&other.statement.name))
        });
        all.dedup_by(|one, other| one.statement.name == other.statement.name);
        all
    }

    fn said<'g>(&self, graph: &'g Graph) -> Box<dyn Iterator<Item = Said<'g>> + 'g> {
        let mut asked = WhoSaid::default();
        (asked.words, asked.window) = (self.words.clone(), self.window);
        if self.between {
            for document in self.all_documents() {
                asked = asked.in_document(document);
            }
            return Box::new(self.said_between(graph, &asked).into_iter());
        }
        let states = self.of.iter().all(|name| name.kind() == NodeKind::State);
        for name in &self.of {
            asked = match name.kind() {
                NodeKind::State if states => asked.by_state(name.clone()),
                NodeKind::Document => asked,
                NodeKind::Meeting => asked.at_meeting(name.clone()),
                NodeKind::Goal | NodeKind::Place => asked.about(name.clone()),
                _ => asked.by(name.clone()),
            };
        }
        for document in self.all_documents() {
            asked = asked.in_document(document);
        }
        Box::new(asked.answers(graph))
    }

    fn goals<'g>(&self, graph: &'g Graph) -> impl Iterator<Item = Held<'g>> + use<'g> {
        let mut asked = Goals::default();
        (asked.words, asked.window) = (self.words.clone(), self.window);
        if self.between {
            // Held together; goals have no holder besides that is not told.
            asked = self.of.iter().cloned().fold(asked, Goals::with);
        }
        for name in &self.of {
            asked = match name.kind() {
                NodeKind::Meeting => asked.set_at(name.clone()),
                NodeKind::Document => asked,
                _ => asked.of(name.clone()),
            };
        }
        for document in self.all_documents() {
            asked = asked.in_document(document);
        }
        asked.answers(graph)
    }

    fn offices<'g>(&self, graph: &'g Graph) -> impl Iterator<Item = Served<'g>> + use<'g> {
        let mut asked = Roles::default();
        asked.title = self.words.clone();
        for name in self.of.iter().filter(|name| name.kind() != NodeKind::Document) {
            asked = asked.of(name.clone());
            if self.between {
                asked = asked.serving(name.clone());
            }
        }
        for document in self.all_documents() {
            asked = asked.in_document(document);
        }
        let window = self.window;
        let mut offices: Vec<_> =
            asked.answers(graph).filter(|served| window.admits(&served.told)).collect();
        offices.sort_by_key(|served| day(&served.told));
        offices.into_iter()
    }

    /// The documents that it is narrowed to, by either step.
    fn all_documents(&self) -> impl Iterator<Item = DocumentId> {
        let named = self.of.iter().filter_map(|name| name.as_str().strip_prefix("document:"));
        let named = named.filter_map(|id| id.parse().ok());
        self.documents.iter().cloned().chain(named)
    }
}

/// First day, undated last.
fn day(when: &When) -> (bool, Option<NaiveDate>) {
    (when.is_unknown(), when.first_day())
}

/// The meetings that a node has to do with.
fn meetings_of(graph: &Graph, id: NodeId) -> Vec<NodeId> {
    let node = graph.node(id);
    match node.kind() {
        NodeKind::Meeting => vec![id],
        NodeKind::Place => {
            graph.relations_to(id, RelationKind::HeldIn).map(|relation| relation.from).collect()
        }
        NodeKind::Goal => {
            let rows = graph.relations_from(id, RelationKind::SetAt);
            rows.iter().map(|relation| relation.to).collect()
        }
        NodeKind::Document => {
            let of = node.document().map(|info| &info.id);
            let told = |node: &chancery_graph::Node| {
                node.meeting().map(|meeting| &meeting.evidence.document) == of
            };
            graph
                .nodes(NodeKind::Meeting)
                .filter(|(_, node)| told(node))
                .map(|(id, _)| id)
                .collect()
        }
        _ => {
            let rows = graph.relations_from(id, RelationKind::Attended);
            rows.iter().map(|relation| relation.to).collect()
        }
    }
}
