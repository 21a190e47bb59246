//! What the graph says of each thing, triple by triple, read from it when it is asked for.

use super::terms::{Key, Owner, Says, iri};
use super::watch;
use chancery_graph::{
    Columns, Detail, Graph, Node, NodeId, NodeKind, Relation, RelationId, RelationKind,
};
use chancery_model::{AttendanceStatus, Date, Evidence, GoalStatus, RoleStatus};
use spargebra::term::{Literal, NamedNode, Term};

/// A lazy stream of triples or of subjects.
pub(crate) type Stream<'a, T> = Box<dyn Iterator<Item = T> + 'a>;

/// The graph as triples. A borrowed look, without a copy.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Triples<'a> {
    pub(crate) graph: &'a Graph,
}

pub(crate) fn text(words: &str) -> Key {
    Key::Other(Box::new(Literal::new_simple_literal(words).into()))
}

fn typed(value: String, datatype: &'static str) -> Key {
    let datatype = NamedNode::new_unchecked(datatype);
    Key::Other(Box::new(Literal::new_typed_literal(value, datatype).into()))
}

/// A day, month or year, as exact as it is told.
pub(crate) fn date(date: Date) -> Key {
    let datatype = if date.is_day() {
        iri!(xsd "date")
    } else if date.is_month() {
        iri!(xsd "gYearMonth")
    } else {
        iri!(xsd "gYear")
    };
    typed(date.to_string(), datatype)
}

fn number(value: usize) -> Key {
    typed(value.to_string(), iri!(xsd "integer"))
}

/// The predicate from a meeting to an actor of this status.
const fn attends(status: AttendanceStatus) -> Says {
    match status {
        AttendanceStatus::Attended => Says::Attended,
        AttendanceStatus::Expected => Says::Expected,
        AttendanceStatus::Absent => Says::Absent,
        AttendanceStatus::Excluded => Says::Excluded,
        AttendanceStatus::Declined => Says::Declined,
    }
}

/// The predicate from an actor to a goal of this status.
const fn wants(status: GoalStatus) -> Says {
    match status {
        GoalStatus::Agreed => Says::Agreed,
        GoalStatus::Sought => Says::Sought,
        GoalStatus::Rejected => Says::Rejected,
        GoalStatus::Achieved => Says::Achieved,
    }
}

/// A relation as a triple: from which end, by which predicate, to which end.
pub(crate) fn direct(relation: &Relation) -> Option<(NodeId, Says, NodeId)> {
    let (from, to) = (relation.from, relation.to);
    Some(match &relation.columns {
        Columns::Attended { status, .. } => (to, attends(*status), from),
        Columns::Said { .. } => (to, Says::Creator, from),
        Columns::Addressed => (from, Says::Recipient, to),
        Columns::About => (from, Says::About, to),
        Columns::MadeAt => (from, Says::MadeAt, to),
        Columns::Serves { .. } | Columns::ActsOn { .. } => return None,
        Columns::Holds { status } => (from, wants(*status), to),
        Columns::SetAt => (from, Says::SetAt, to),
        Columns::HeldIn => (from, Says::HasPlace, to),
        Columns::PartOf => (from, Says::PartOf, to),
    })
}

/// The kind of relation that a predicate between nodes is, and whether it runs the other way.
pub(crate) const fn relation_of(says: Says) -> Option<(RelationKind, bool)> {
    Some(match says {
        Says::HasActor
        | Says::Attended
        | Says::Expected
        | Says::Absent
        | Says::Excluded
        | Says::Declined => (RelationKind::Attended, true),
        Says::Creator => (RelationKind::Said, true),
        Says::Recipient => (RelationKind::Addressed, false),
        Says::About => (RelationKind::About, false),
        Says::MadeAt => (RelationKind::MadeAt, false),
        Says::Agreed | Says::Sought | Says::Rejected | Says::Achieved => {
            (RelationKind::Holds, false)
        }
        Says::SetAt => (RelationKind::SetAt, false),
        Says::HasPlace => (RelationKind::HeldIn, false),
        Says::PartOf => (RelationKind::PartOf, false),
        _ => return None,
    })
}

/// Whether a relation is told by a predicate between nodes. `sem:hasActor` is at the table.
pub(crate) fn is_told_by(relation: &Relation, says: Says) -> bool {
    direct(relation).is_some_and(|(_, told, _)| {
        told == says || says == Says::HasActor && matches!(told, Says::Attended | Says::Expected)
    })
}

const fn classes(kind: NodeKind) -> &'static [&'static str] {
    match kind {
        NodeKind::Person => &[iri!(schema "Person"), iri!(sem "Actor"), iri!(prov "Agent")],
        NodeKind::State => &[iri!(schema "Country"), iri!(sem "Actor"), iri!(prov "Agent")],
        NodeKind::Organization => {
            &[iri!(schema "Organization"), iri!(sem "Actor"), iri!(prov "Agent")]
        }
        NodeKind::Place => &[iri!(schema "Place"), iri!(sem "Place")],
        NodeKind::Meeting => &[iri!(sem "Event"), iri!(schema "Event")],
        NodeKind::Statement => &[iri!(schema "Statement"), iri!(prov "Entity")],
        NodeKind::Goal => &[iri!(chy "Goal")],
        NodeKind::Document => &[iri!(schema "Article"), iri!(prov "Entity")],
    }
}

const ROLE: &[&str] = &[iri!(rdf "Statement"), iri!(sem "Role")];
const OFFICE: &[&str] = &[iri!(rdf "Statement"), iri!(schema "Role")];
const RELATION: &[&str] = &[iri!(rdf "Statement")];
const PROOF: &[&str] = &[iri!(oa "SpecificResource"), iri!(prov "Entity")];
const WORDS: &[&str] = &[iri!(oa "TextPositionSelector"), iri!(oa "TextQuoteSelector")];

/// The kinds of node of a class.
pub(crate) fn kinds(class: &str) -> impl Iterator<Item = NodeKind> {
    NodeKind::ALL.iter().copied().filter(move |kind| classes(*kind).contains(&class))
}

/// The class of this name, if the vocabulary has one.
pub(crate) fn class(name: &str) -> Option<&'static str> {
    let all = NodeKind::ALL.iter().flat_map(|kind| classes(*kind));
    let all = all.chain(ROLE).chain(OFFICE).chain(PROOF).chain(WORDS);
    all.copied().find(|class| *class == name)
}

impl<'a> Triples<'a> {
    /// What is said of a thing, by one predicate or by all.
    pub(crate) fn of(self, subject: &Key, says: Option<Says>) -> Vec<(Says, Key)> {
        let mut found = Vec::new();
        let mut put = |told: Says, value: Key| {
            if says.is_none_or(|says| says == told) {
                found.push((told, value));
            }
        };
        match subject {
            Key::Node(id) => self.node(*id, says, &mut put),
            Key::Relation(id) => self.relation(*id, &mut put),
            Key::Proof(owner, at) => {
                for class in PROOF {
                    put(Says::Type, Key::Class(class));
                }
                if let Some(evidence) = self.evidence(*owner, *at) {
                    if let Some(document) = self.graph.find(&(&evidence.document).into()) {
                        put(Says::Source, Key::Node(document));
                    }
                    put(Says::Selector, Key::Words(*owner, *at));
                    if let Some(who) = self.according_to(evidence) {
                        put(Says::AccordingTo, Key::Node(who));
                    }
                }
            }
            Key::Words(owner, at) => {
                for class in WORDS {
                    put(Says::Type, Key::Class(class));
                }
                if let Some(evidence) = self.evidence(*owner, *at) {
                    put(Says::From, number(evidence.span.start()));
                    put(Says::To, number(evidence.span.end()));
                    if let Some(words) = self.graph.words(evidence) {
                        put(Says::Exact, text(words));
                    }
                }
            }
            Key::Says(_) | Key::Class(_) | Key::Other(_) => {}
        }
        found
    }

    fn node(self, id: NodeId, says: Option<Says>, put: &mut dyn FnMut(Says, Key)) {
        let node = self.graph.node(id);
        for class in classes(node.kind()) {
            put(Says::Type, Key::Class(class));
        }
        put(Says::Label, text(&node.label));
        let wanted = |told: Says| says.is_none_or(|says| says == told);
        match &node.detail {
            Detail::Entity(entity) => {
                for same in &entity.same_as {
                    put(Says::SameAs, text(same));
                }
            }
            Detail::Meeting(meeting) => {
                put(Says::Kind, text(meeting.kind.as_str()));
                put(Says::Status, text(meeting.status.as_str()));
                meeting.when.from.into_iter().for_each(|from| put(Says::Begin, date(from)));
                meeting.when.to.into_iter().for_each(|to| put(Says::End, date(to)));
                self.told(id, &meeting.evidence, put);
            }
            Detail::Statement(statement) => {
                put(Says::Text, text(&node.label));
                put(Says::Mode, text(statement.mode.as_str()));
                if let Some(act) = statement.act {
                    put(Says::Act, text(act.as_str()));
                }
                put(Says::Negated, typed(statement.negated.to_string(), iri!(xsd "boolean")));
                statement.on.into_iter().for_each(|on| put(Says::Created, date(on)));
                self.told(id, &statement.evidence, put);
            }
            Detail::Goal(goal) => {
                put(Says::Text, text(&node.label));
                put(Says::Status, text(goal.status.as_str()));
                goal.on.into_iter().for_each(|on| put(Says::Created, date(on)));
                self.told(id, &goal.evidence, put);
            }
            Detail::Document(info) => {
                info.published.into_iter().for_each(|on| put(Says::Published, date(on)));
                if let Some(source) = &info.source {
                    put(Says::Publisher, text(source));
                }
            }
        }
        let relations = says.is_none_or(|says| {
            relation_of(says).is_some() || matches!(says, Says::Attendance | Says::Occupation)
        });
        if relations {
            let mut reached: Vec<(Says, Key)> = Vec::new();
            for (at, relation) in self.relations(id) {
                if let Some((subject, told, object)) = direct(relation)
                    && subject == id
                {
                    reached.push((told, Key::Node(object)));
                    if matches!(told, Says::Attended | Says::Expected) {
                        reached.push((Says::HasActor, Key::Node(object)));
                    }
                }
                match relation.columns {
                    Columns::Attended { .. } if relation.to == id => {
                        reached.push((Says::Attendance, Key::Relation(at)));
                    }
                    Columns::Serves { .. } if relation.from == id => {
                        reached.push((Says::Occupation, Key::Relation(at)));
                    }
                    _ => {}
                }
            }
            // A set holds each triple once, though several relations tell it.
            let mut seen = std::collections::HashSet::new();
            for (told, value) in reached {
                if wanted(told) && seen.insert((told, value.clone())) {
                    put(told, value);
                }
            }
        }
    }

    /// The document that tells of a node, the words, and by whose word.
    fn told(self, id: NodeId, evidence: &Evidence, put: &mut dyn FnMut(Says, Key)) {
        if let Some(document) = self.graph.find(&(&evidence.document).into()) {
            put(Says::ToldIn, Key::Node(document));
        }
        put(Says::DerivedFrom, Key::Proof(Owner::Node(id), 0));
        if let Some(who) = self.according_to(evidence) {
            put(Says::AccordingTo, Key::Node(who));
        }
    }

    fn relation(self, id: RelationId, put: &mut dyn FnMut(Says, Key)) {
        let relation = self.graph.relation(id);
        let classes = match relation.columns {
            Columns::Attended { .. } => ROLE,
            Columns::Serves { .. } => OFFICE,
            _ => RELATION,
        };
        for class in classes {
            put(Says::Type, Key::Class(class));
        }
        if let Some((subject, says, object)) = direct(relation) {
            put(Says::Subject, Key::Node(subject));
            put(Says::Predicate, Key::Says(says));
            put(Says::Object, Key::Node(object));
        } else {
            put(Says::Subject, Key::Node(relation.from));
            put(Says::Object, Key::Node(relation.to));
        }
        match &relation.columns {
            Columns::Attended { status, capacity } => {
                put(Says::Value, Key::Node(relation.from));
                put(Says::RoleType, Key::Says(attends(*status)));
                if let Some(capacity) = capacity {
                    put(Says::Capacity, text(capacity));
                }
            }
            Columns::Serves { title, status } => {
                put(Says::RoleName, text(title));
                put(Says::Status, text(status.as_str()));
                if relation.from != relation.to {
                    put(Says::Serves, Key::Node(relation.to));
                }
                if *status == RoleStatus::Current {
                    let when = relation.when;
                    when.from.into_iter().for_each(|from| put(Says::StartDate, date(from)));
                    when.to.into_iter().for_each(|to| put(Says::EndDate, date(to)));
                }
            }
            _ => {}
        }
        let mut sources = Vec::new();
        for (at, evidence) in relation.evidence().iter().enumerate() {
            let at = u32::try_from(at).unwrap_or(u32::MAX);
            put(Says::DerivedFrom, Key::Proof(Owner::Relation(id), at));
            if let Some(who) = self.according_to(evidence)
                && !sources.contains(&who)
            {
                sources.push(who);
                put(Says::AccordingTo, Key::Node(who));
            }
        }
    }

    fn according_to(self, evidence: &Evidence) -> Option<NodeId> {
        self.graph.find(&evidence.according_to.as_ref()?.into())
    }

    pub(crate) fn evidence(self, owner: Owner, at: u32) -> Option<&'a Evidence> {
        match owner {
            Owner::Relation(id) => self.graph.relation(id).evidence().get(at as usize),
            Owner::Node(id) => own(self.graph.node(id)).filter(|_| at == 0),
        }
    }

    /// Every relation that starts or ends at a node, each once.
    fn relations(self, id: NodeId) -> impl Iterator<Item = (RelationId, &'a Relation)> {
        let graph = self.graph;
        let outgoing = graph.outgoing(id).iter().map(move |at| (*at, graph.relation(*at)));
        let incoming = graph.incoming(id).iter().map(move |at| (*at, graph.relation(*at)));
        let all = outgoing.chain(incoming.filter(|(_, relation)| relation.from != relation.to));
        all.inspect(|_| watch::step())
    }

    /// The things of which something is said by a predicate, whatever is said.
    pub(crate) fn subjects(self, says: Option<Says>) -> Stream<'a, Key> {
        use NodeKind::{Document, Goal, Meeting, Organization, Person, Place, State, Statement};
        let nodes = |kinds: &'static [NodeKind]| -> Stream<'a, Key> {
            let graph = self.graph;
            let of = move |kind: &NodeKind| graph.nodes(*kind).map(|(id, _)| Key::Node(id));
            Box::new(kinds.iter().flat_map(of))
        };
        let proofs = |words: bool| -> Stream<'a, Key> {
            let key = move |owner: Owner, at: usize| {
                let at = u32::try_from(at).unwrap_or(u32::MAX);
                if words { Key::Words(owner, at) } else { Key::Proof(owner, at) }
            };
            let graph = self.graph;
            let of_nodes = [Meeting, Statement, Goal].into_iter().flat_map(move |kind| {
                graph.nodes(kind).map(move |(id, _)| key(Owner::Node(id), 0))
            });
            let of_relations = self.all_relations().flat_map(move |id| {
                let many = graph.relation(id).evidence().len();
                (0..many).map(move |at| key(Owner::Relation(id), at))
            });
            Box::new(of_nodes.chain(of_relations))
        };
        let relations = || -> Stream<'a, Key> { Box::new(self.all_relations().map(Key::Relation)) };
        match says {
            None | Some(Says::Type) => Box::new(
                nodes(NodeKind::ALL).chain(relations()).chain(proofs(false)).chain(proofs(true)),
            ),
            Some(Says::Label) => nodes(NodeKind::ALL),
            Some(Says::SameAs) => nodes(&[Person, State, Organization, Place]),
            Some(Says::Status) => Box::new(nodes(&[Meeting, Goal]).chain(relations())),
            Some(Says::Text | Says::Created) => nodes(&[Statement, Goal]),
            Some(Says::Mode | Says::Act | Says::Negated) => nodes(&[Statement]),
            Some(Says::Published | Says::Publisher) => nodes(&[Document]),
            Some(
                Says::Kind
                | Says::Begin
                | Says::End
                | Says::HasActor
                | Says::Attended
                | Says::Expected
                | Says::Absent
                | Says::Excluded
                | Says::Declined
                | Says::Attendance
                | Says::HasPlace
                | Says::PartOf,
            ) => nodes(&[Meeting]),
            Some(Says::Creator | Says::Recipient | Says::About | Says::MadeAt) => {
                nodes(&[Statement])
            }
            Some(Says::Agreed | Says::Sought | Says::Rejected | Says::Achieved) => {
                nodes(&[Person, State, Organization])
            }
            Some(Says::SetAt) => nodes(&[Goal]),
            Some(Says::ToldIn) => nodes(&[Meeting, Statement, Goal]),
            Some(Says::Occupation) => nodes(&[Person]),
            Some(
                Says::Subject
                | Says::Predicate
                | Says::Object
                | Says::Value
                | Says::RoleType
                | Says::RoleName
                | Says::Serves
                | Says::Capacity
                | Says::StartDate
                | Says::EndDate,
            ) => relations(),
            Some(Says::DerivedFrom) => {
                Box::new(nodes(&[Meeting, Statement, Goal]).chain(relations()))
            }
            Some(Says::AccordingTo) => {
                Box::new(nodes(&[Meeting, Statement, Goal]).chain(relations()).chain(proofs(false)))
            }
            Some(Says::Source | Says::Selector) => proofs(false),
            Some(Says::From | Says::To | Says::Exact) => proofs(true),
        }
    }

    fn all_relations(self) -> impl Iterator<Item = RelationId> + 'a {
        let graph = self.graph;
        let kinds = NodeKind::ALL.iter().flat_map(move |kind| graph.nodes(*kind));
        kinds.inspect(|_| watch::step()).flat_map(move |(id, _)| graph.outgoing(id).iter().copied())
    }

    /// The things of which this is said, where an index leads there; else `None`.
    pub(crate) fn back(self, says: Says, object: &Key) -> Option<Vec<Key>> {
        let graph = self.graph;
        let mut found: Vec<Key> = match (says, object) {
            (Says::Type, Key::Class(class)) => {
                let kinds: Vec<_> = kinds(class).collect();
                if kinds.is_empty() {
                    return None;
                }
                // Of the classes of nodes only this one is of others too.
                if *class == iri!(prov "Entity") {
                    return None;
                }
                let nodes = kinds.into_iter().flat_map(|kind| graph.nodes(kind));
                nodes.inspect(|_| watch::step()).map(|(id, _)| Key::Node(id)).collect()
            }
            (Says::Label, Key::Other(term)) => {
                let Term::Literal(literal) = &**term else { return Some(Vec::new()) };
                let entities = graph.named(literal.value()).into_iter().map(|found| found.node);
                let others =
                    [NodeKind::Meeting, NodeKind::Statement, NodeKind::Goal, NodeKind::Document];
                let others = others.into_iter().flat_map(|kind| graph.nodes(kind));
                let all = entities.chain(others.map(|(id, _)| id)).inspect(|_| watch::step());
                all.filter(|id| graph.node(*id).label == literal.value()).map(Key::Node).collect()
            }
            (Says::Subject | Says::Object, Key::Node(node)) => {
                let told = |relation: &Relation| {
                    let ends =
                        direct(relation).map_or((relation.from, relation.to), |(s, _, o)| (s, o));
                    if says == Says::Subject { ends.0 == *node } else { ends.1 == *node }
                };
                let rows = self.relations(*node).filter(|(_, relation)| told(relation));
                rows.map(|(at, _)| Key::Relation(at)).collect()
            }
            (Says::Value, Key::Node(node)) => self.kind_of(*node, RelationKind::Attended, true),
            (Says::Serves, Key::Node(node)) => self.kind_of(*node, RelationKind::Serves, false),
            (Says::Attendance, Key::Relation(at)) => {
                let relation = graph.relation(*at);
                let meets = relation.kind() == RelationKind::Attended;
                meets.then_some(Key::Node(relation.to)).into_iter().collect()
            }
            (Says::Occupation, Key::Relation(at)) => {
                let relation = graph.relation(*at);
                let serves = relation.kind() == RelationKind::Serves;
                serves.then_some(Key::Node(relation.from)).into_iter().collect()
            }
            (Says::DerivedFrom, Key::Proof(owner, at)) => {
                let there = self.evidence(*owner, *at).is_some();
                let owner = match owner {
                    Owner::Node(id) => Key::Node(*id),
                    Owner::Relation(id) => Key::Relation(*id),
                };
                there.then_some(owner).into_iter().collect()
            }
            (Says::Selector, Key::Words(owner, at)) => {
                let there = self.evidence(*owner, *at).is_some();
                there.then_some(Key::Proof(*owner, *at)).into_iter().collect()
            }
            (says, Key::Node(node)) => {
                let (kind, turned) = relation_of(says)?;
                let rows: Vec<NodeId> = if turned {
                    let rows = graph.relations_from(*node, kind).iter();
                    rows.inspect(|_| watch::step())
                        .filter(|row| is_told_by(row, says))
                        .map(|row| row.to)
                        .collect()
                } else {
                    let rows = graph.relations_to(*node, kind);
                    rows.inspect(|_| watch::step())
                        .filter(|row| is_told_by(row, says))
                        .map(|row| row.from)
                        .collect()
                };
                rows.into_iter().map(Key::Node).collect()
            }
            _ => return None,
        };
        let mut seen = std::collections::HashSet::new();
        found.retain(|key| seen.insert(key.clone()));
        Some(found)
    }

    /// The relations of a kind that start, or end, at a node.
    fn kind_of(self, node: NodeId, kind: RelationKind, from: bool) -> Vec<Key> {
        let rows = self.relations(node).filter(|(_, relation)| {
            let end = if from { relation.from } else { relation.to };
            let own = kind != RelationKind::Serves || relation.from != relation.to;
            relation.kind() == kind && end == node && own
        });
        rows.map(|(at, _)| Key::Relation(at)).collect()
    }
}

/// The evidence that a node brings itself.
fn own(node: &Node) -> Option<&Evidence> {
    match &node.detail {
        Detail::Meeting(meeting) => Some(&meeting.evidence),
        Detail::Statement(statement) => Some(&statement.evidence),
        Detail::Goal(goal) => Some(&goal.evidence),
        Detail::Entity(_) | Detail::Document(_) => None,
    }
}
