//! Reports to nodes and relations: find or add, never twice.
//!
//! Invariant: the outcome is a function of the set of reports. They are read in the order of their
//! ids, and whatever is chosen among them (a label, a title) is chosen by count and then by the
//! words themselves.

use crate::hashed::Hashed;
use crate::identity::{self, WhoIsWho};
use crate::meetings::{Told, latest};
use crate::node::{Detail, EntityDetail, GoalDetail, MeetingDetail, StatementDetail};
use crate::parts::parts;
use crate::{Columns, Node, NodeId, NodeKind, NodeName, Passage, Relation, RelationKind, Report};
use chancery_model::{
    Date, DocumentId, Entity, EntityId, Evidence, Facts, Goal, Meeting, MeetingId, Mention, Role,
    Span, Statement, When, fold,
};
use chrono::NaiveDate;
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// How often each of some words was given, by letters.
pub(crate) type Tally = BTreeMap<String, u32>;

/// What documents call an entity, and what they say it is elsewhere.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Naming {
    pub(crate) labels: Tally,
    pub(crate) same_as: Tally,
}

/// What reports tell together.
#[derive(Debug, Default)]
pub(crate) struct Merged {
    /// Sorted by kind and name.
    pub(crate) nodes: Vec<Node>,
    /// Of the entities, which come first among the nodes.
    pub(crate) namings: Vec<Naming>,
    /// Sorted by kind, start, day, end and columns.
    pub(crate) relations: Vec<Relation>,
    /// How often each title of an office was given, by the relation's place.
    pub(crate) titles: BTreeMap<usize, Tally>,
}

/// Makes nodes and relations of reports.
pub(crate) fn merge<'a>(reports: impl Iterator<Item = &'a Report>, who: &'a WhoIsWho) -> Merged {
    let readers: Vec<Reader> = reports.map(|report| Reader::new(report, who)).collect();
    let mut drafts = Drafts::new();
    for reader in &readers {
        reader.nodes(&mut drafts);
    }
    let ids: Hashed<NodeName, NodeId> =
        drafts.keys().enumerate().map(|(i, (_, name))| (name.clone(), NodeId::new(i))).collect();
    let (mut nodes, mut namings) = (Vec::with_capacity(drafts.len()), Vec::new());
    for ((kind, name), draft) in drafts {
        if kind <= NodeKind::Place {
            namings.push(draft.naming());
        }
        nodes.push(draft.finished(name, who));
    }
    let mut claims = Vec::new();
    for reader in readers {
        let held_on = |meeting| held_on(&nodes, meeting);
        reader.relations(&|name| ids[name], &held_on, &mut claims);
    }
    claims.extend(parts(&nodes, &claims));
    let (mut relations, mut titles) = (Vec::new(), BTreeMap::new());
    for (i, (relation, tally)) in joined(claims).into_iter().enumerate() {
        if !tally.is_empty() {
            titles.insert(i, tally);
        }
        relations.push(relation);
    }
    Merged { nodes, namings, relations, titles }
}

/// Nodes in the making, by kind and name.
pub(crate) type Drafts = BTreeMap<(NodeKind, NodeName), Draft>;

/// What is gathered of a node while reports are read.
pub(crate) struct Draft {
    /// Every name it is given, and how often.
    labels: Tally,
    same_as: Tally,
    detail: Detail,
    /// What each report tells of it, if it is a meeting.
    told: Vec<Told>,
    pub(crate) passages: Vec<Passage>,
}

impl Draft {
    /// What it is called by the reports that were read.
    pub(crate) fn naming(&self) -> Naming {
        Naming { labels: self.labels.clone(), same_as: self.same_as.clone() }
    }

    /// The id of the entity that it is, if it is one.
    pub(crate) fn entity(&self) -> Option<&EntityId> {
        if let Detail::Entity(entity) = &self.detail { Some(&entity.id) } else { None }
    }

    pub(crate) fn finished(mut self, name: NodeName, who: &WhoIsWho) -> Node {
        if let Detail::Entity(entity) = &mut self.detail {
            entity.same_as = self.same_as.into_keys().collect();
        }
        if let (Detail::Meeting(meeting), [_, _, ..]) = (&mut self.detail, &self.told[..])
            && let Some(together) = latest(&self.told)
        {
            *meeting = together;
        }
        self.passages.sort_unstable();
        self.passages.dedup();
        let called = who.called(&name).map(str::to_owned);
        let label = called.unwrap_or_else(|| label(name.kind(), &self.labels));
        Node { name, label, detail: self.detail, passages: self.passages }
    }
}

/// What a node is called: by the name given most often, and a person by the whole of it where
/// documents mostly give a part: Vladimir Putin, though two in three write Putin.
pub(crate) fn label(kind: NodeKind, names: &Tally) -> String {
    let usual = usual(names);
    if kind != NodeKind::Person || usual.is_empty() || usual.contains(' ') {
        return usual;
    }
    let whole = |name: &str| {
        let first = name.strip_prefix(&*usual).is_some_and(|rest| rest.starts_with(' '));
        let last = name.strip_suffix(&*usual).is_some_and(|rest| rest.ends_with(' '));
        first || last
    };
    let names = names.iter().rev().filter(|(name, _)| whole(name));
    let best = names.max_by_key(|(name, count)| (**count, name.len()));
    best.map_or(usual.clone(), |(name, _)| name.clone())
}

/// The one given most often; of several the longest; of those the first by letters.
pub(crate) fn usual(names: &Tally) -> String {
    let best = names.iter().rev().max_by_key(|(name, count)| (**count, name.len()));
    best.map(|(name, _)| name.clone()).unwrap_or_default()
}

/// One document's claim that a relation holds.
pub(crate) struct Claim {
    pub(crate) ends: (NodeId, NodeId),
    pub(crate) columns: Columns,
    /// The columns in the form in which they are compared.
    pub(crate) key: Columns,
    pub(crate) when: When,
    pub(crate) evidence: Evidence,
}

/// Makes one relation of all the claims for it; beside each how often its titles were given.
pub(crate) fn joined(claims: Vec<Claim>) -> Vec<(Relation, Tally)> {
    // Few claims are looked at: most differ in what lies here in one place.
    let key = |claim: &Claim| (claim.key.kind(), claim.ends);
    let mut order: Vec<_> = claims.iter().map(key).zip(0..).collect();
    order.sort_unstable_by(|(a, i), (b, j)| {
        a.cmp(b).then_with(|| {
            let (a, b): (&Claim, &Claim) = (&claims[*i], &claims[*j]);
            a.key.cmp(&b.key).then_with(|| by_words(a, b)).then_with(|| i.cmp(j))
        })
    });
    let order: Vec<&Claim> = order.into_iter().map(|(_, i): (_, usize)| &claims[i]).collect();
    let relations = order.chunk_by(|a, b| a.ends == b.ends && a.key == b.key).map(|claims| {
        let first = &claims[0];
        let when = claims.iter().map(|claim| claim.when).reduce(hull).unwrap_or_default();
        let mut titles = Tally::new();
        let columns = match &first.columns {
            Columns::Serves { status, .. } => {
                for claim in claims {
                    if let Columns::Serves { title, .. } = &claim.columns {
                        *titles.entry(title.clone()).or_default() += 1;
                    }
                }
                Columns::Serves { title: usual(&titles), status: *status }
            }
            columns => columns.clone(),
        };
        let mut evidence: Vec<_> = claims.iter().map(|claim| claim.evidence.clone()).collect();
        evidence.dedup_by(|a, b| {
            (&a.document, a.span, &a.according_to) == (&b.document, b.span, &b.according_to)
        });
        (Relation::new(first.ends, when, columns, evidence), titles)
    });
    let mut relations: Vec<_> = relations.map(|it| (place(&it.0), it)).collect();
    relations.sort_by(|(a, (one, _)), (b, (other, _))| {
        a.cmp(b).then_with(|| one.columns.cmp(&other.columns))
    });
    relations.into_iter().map(|(_, it)| it).collect()
}

/// The order in which relations lie: by kind, start, day, end and columns.
pub(crate) fn in_order(a: &Relation, b: &Relation) -> Ordering {
    place(a).cmp(&place(b)).then_with(|| a.columns.cmp(&b.columns))
}

/// Kind, start, days and end; what has no day comes last.
type Place = (RelationKind, NodeId, bool, Option<NaiveDate>, Option<NaiveDate>, NodeId);

fn place(relation: &Relation) -> Place {
    let (day, last) = (relation.when.first_day(), relation.when.last_day());
    (relation.kind(), relation.from, day.is_none(), day, last, relation.to)
}

/// By document and place in the text; of what is told of the same words, the surest first.
fn by_words(a: &Claim, b: &Claim) -> Ordering {
    let (a, b) = (&a.evidence, &b.evidence);
    let surer = || b.confidence.map(f32::to_bits).cmp(&a.confidence.map(f32::to_bits));
    a.document
        .cmp(&b.document)
        .then_with(|| (a.span, &a.according_to).cmp(&(b.span, &b.according_to)))
        .then_with(surer)
}

/// The shortest stretch of time that covers both.
pub(crate) fn hull(a: When, b: When) -> When {
    let first = |a: Option<Date>, b: Option<Date>| match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    };
    let last = |a: Option<Date>, b: Option<Date>| match (a, b) {
        (Some(a), Some(b)) => Some(if (b.last_day(), b) > (a.last_day(), a) { b } else { a }),
        (a, b) => a.or(b),
    };
    When { from: first(a.from, b.from), to: last(a.to, b.to), words: None }
}

/// When a meeting was, as all reports of it tell together.
fn held_on(nodes: &[Node], meeting: NodeId) -> When {
    told_days(&nodes[meeting.index()])
}

/// When a meeting was, without the words for it.
pub(crate) fn told_days(meeting: &Node) -> When {
    let detail = meeting.meeting();
    detail.map(|detail| When { words: None, ..detail.when }).unwrap_or_default()
}

/// Reads one report, first for its nodes, then for its relations.
pub(crate) struct Reader<'a> {
    who: &'a WhoIsWho,
    facts: &'a Facts,
    report: &'a Report,
    document: &'a DocumentId,
    published: Option<Date>,
    /// Those that are of some node.
    entities: Hashed<&'a EntityId, &'a Entity>,
    /// The meetings that it singles out, in its order.
    meetings: Vec<&'a Meeting>,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(report: &'a Report, who: &'a WhoIsWho) -> Self {
        let facts = report.facts();
        let singled = identity::Singled::of(report);
        Self {
            who,
            facts,
            report,
            document: report.id(),
            published: report.info().published,
            entities: facts
                .entities
                .iter()
                .filter(|entity| !who.is_nobody(report.id(), &entity.id))
                .map(|entity| (&entity.id, entity))
                .collect(),
            meetings: facts.meetings.iter().filter(|meeting| singled.is_out(meeting)).collect(),
        }
    }

    /// The entities that are of some node, in its order.
    fn entities(&self) -> impl Iterator<Item = &'a Entity> {
        self.facts.entities.iter().filter(|entity| self.entities.contains_key(&entity.id))
    }

    /// The name of an entity's node.
    fn entity(&self, id: &EntityId) -> NodeName {
        self.who.entity(self.document, id)
    }

    /// The name of a meeting's node.
    fn meeting(&self, handle: &MeetingId) -> NodeName {
        self.who.meeting(self.document, handle)
    }

    /// Every node that it tells of.
    pub(crate) fn nodes(&self, drafts: &mut Drafts) {
        let info = &self.facts.document;
        let title = info.title.clone().unwrap_or_else(|| info.id.to_string());
        let detail = Detail::Document(info.clone());
        self.add(drafts, identity::document(&info.id), title, detail, std::iter::empty());
        self.entity_nodes(drafts);
        self.meeting_nodes(drafts);
        self.statement_nodes(drafts);
        for goal in &self.facts.goals {
            let detail = Detail::Goal(GoalDetail {
                evidence: self.goal_evidence(goal),
                status: goal.status,
                on: self.published,
            });
            let name = identity::goal(self.document, goal);
            self.add(drafts, name, self.words(&[goal.text]), detail, std::iter::once(goal.text));
        }
    }

    fn add(
        &self,
        drafts: &mut Drafts,
        name: NodeName,
        label: String,
        detail: Detail,
        spans: impl Iterator<Item = Span>,
    ) {
        let told = if let Detail::Meeting(told) = &detail {
            Some(Told { published: self.published, detail: told.clone() })
        } else {
            None
        };
        let draft = drafts.entry((name.kind(), name)).or_insert_with(|| Draft {
            labels: Tally::new(),
            same_as: Tally::new(),
            detail,
            told: Vec::new(),
            passages: Vec::new(),
        });
        draft.told.extend(told);
        *draft.labels.entry(label).or_default() += 1;
        let document = self.document;
        draft.passages.extend(spans.map(|span| Passage { document: document.clone(), span }));
    }

    fn entity_nodes(&self, drafts: &mut Drafts) {
        for entity in self.entities() {
            let name = self.entity(&entity.id);
            // The least name of several is still an entity's.
            let id = name.as_str().parse().unwrap_or_else(|_| entity.id.clone());
            let detail = Detail::Entity(EntityDetail { id, same_as: Vec::new() });
            self.add(drafts, name.clone(), entity.name.clone(), detail, spans(&entity.mentions));
            if let Some(draft) = drafts.get_mut(&(name.kind(), name)) {
                for elsewhere in &entity.same_as {
                    *draft.same_as.entry(elsewhere.clone()).or_default() += 1;
                }
            }
        }
    }

    /// The meetings that it tells of.
    pub(crate) fn meeting_nodes(&self, drafts: &mut Drafts) {
        for meeting in &self.meetings {
            let detail = Detail::Meeting(MeetingDetail {
                document: self.document.clone(),
                handle: meeting.id.clone(),
                kind: meeting.kind,
                status: meeting.status,
                when: meeting.when,
                evidence: self.meeting_evidence(meeting),
            });
            let label = meeting.mentions.first().map(|mention| self.words(&[mention.span]));
            let label = label.unwrap_or_else(|| meeting.kind.to_string());
            let name = self.meeting(&meeting.id);
            self.add(drafts, name, label, detail, spans(&meeting.mentions));
        }
    }

    fn statement_nodes(&self, drafts: &mut Drafts) {
        for statement in &self.facts.statements {
            let evidence = self.statement_evidence(statement);
            let span = evidence.span;
            let detail = Detail::Statement(StatementDetail {
                evidence,
                content: statement.content.clone(),
                source: statement.source,
                cue: statement.cue,
                mode: statement.mode,
                negated: statement.negated,
                act: statement.act,
                on: statement.on.or(self.published),
            });
            let name = identity::statement(self.document, statement);
            let label = self.words(&statement.content);
            self.add(drafts, name, label, detail, std::iter::once(span));
        }
    }

    /// Every claim that it makes. `ids` gives the nodes of names, `held_on` the days of meetings.
    pub(crate) fn relations(
        &self,
        ids: &dyn Fn(&NodeName) -> NodeId,
        held_on: &dyn Fn(NodeId) -> When,
        claims: &mut Vec<Claim>,
    ) {
        let mut claim = |from: NodeId, to: NodeId, columns, when, evidence| {
            let key = compared(&columns);
            claims.push(Claim { ends: (from, to), columns, key, when, evidence });
        };
        // Each name is looked up once, however many relations the node has here.
        let entities: Hashed<&EntityId, NodeId> =
            self.entities.keys().map(|id| (*id, ids(&self.entity(id)))).collect();
        let meeting_node = |id: &MeetingId| ids(&self.meeting(id));
        let meetings: Hashed<&MeetingId, NodeId> =
            self.meetings.iter().map(|it| (&it.id, meeting_node(&it.id))).collect();
        let published = self.published.map(When::on).unwrap_or_default();
        for role in &self.facts.roles {
            let person = entities[&role.person];
            let of = role.of.as_ref().map_or(person, |of| entities[of]);
            let columns = Columns::Serves { title: role.title.clone(), status: role.status };
            let when = if role.when.is_unknown() { published } else { role.when };
            claim(person, of, columns, when, self.role_evidence(role));
        }
        for meeting in &self.meetings {
            let node = meetings[&meeting.id];
            let when = held_on(node);
            for attendance in &meeting.attendance {
                let (status, capacity) = (attendance.status, attendance.capacity.clone());
                let evidence = Evidence {
                    span: attendance
                        .evidence
                        .unwrap_or_else(|| self.proof(&attendance.who, meeting)),
                    confidence: attendance.confidence,
                    ..self.meeting_evidence(meeting)
                };
                let who = entities[&attendance.who];
                claim(who, node, Columns::Attended { status, capacity }, when, evidence);
            }
            if let Some(place) = &meeting.place {
                let evidence =
                    Evidence { span: self.proof(place, meeting), ..self.meeting_evidence(meeting) };
                claim(node, entities[place], Columns::HeldIn, when, evidence);
            }
        }
        let mentioned = self.mentioned(&entities, &meetings, ids);
        for statement in &self.facts.statements {
            let node = ids(&identity::statement(self.document, statement));
            let when = statement.on.or(self.published).map(When::on).unwrap_or_default();
            let evidence = self.statement_evidence(statement);
            if let Some(speaker) = &statement.speaker {
                let columns = Columns::Said {
                    mode: statement.mode,
                    negated: statement.negated,
                    act: statement.act,
                    source: statement.source,
                };
                claim(entities[speaker], node, columns, when, evidence.clone());
            }
            if let Some(addressee) = &statement.addressee {
                let anchor = statement.cue.unwrap_or(evidence.span);
                let span = self.nearest(addressee, anchor).unwrap_or(evidence.span);
                let evidence = Evidence { span, ..evidence.clone() };
                claim(node, entities[addressee], Columns::Addressed, when, evidence);
            }
            if let Some(meeting) = statement.meeting.as_ref().and_then(|it| meetings.get(it)) {
                claim(node, *meeting, Columns::MadeAt, when, evidence.clone());
            }
            for content in &statement.content {
                let start = mentioned.partition_point(|(span, _)| span.start() < content.start());
                for (span, what) in &mentioned[start..] {
                    if span.start() >= content.end() {
                        break;
                    }
                    if content.contains(*span) {
                        let evidence = Evidence { span: *span, ..evidence.clone() };
                        claim(node, *what, Columns::About, when, evidence);
                    }
                }
            }
        }
        for goal in &self.facts.goals {
            let node = ids(&identity::goal(self.document, goal));
            let evidence = self.goal_evidence(goal);
            for holder in &goal.holders {
                let columns = Columns::Holds { status: goal.status };
                claim(entities[holder], node, columns, published, evidence.clone());
            }
            if let Some(meeting) = goal.meeting.as_ref().and_then(|it| meetings.get(it)) {
                let when = held_on(*meeting);
                claim(node, *meeting, Columns::SetAt, when, evidence);
            }
        }
    }

    /// Everything that a statement's words can be about, in order of the text.
    fn mentioned(
        &self,
        entities: &Hashed<&EntityId, NodeId>,
        meetings: &Hashed<&MeetingId, NodeId>,
        ids: &dyn Fn(&NodeName) -> NodeId,
    ) -> Vec<(Span, NodeId)> {
        let mut mentioned: Vec<(Span, NodeId)> = Vec::new();
        for entity in self.entities() {
            let node = entities[&entity.id];
            mentioned.extend(spans(&entity.mentions).map(|span| (span, node)));
        }
        for meeting in &self.meetings {
            let node = meetings[&meeting.id];
            mentioned.extend(spans(&meeting.mentions).map(|span| (span, node)));
        }
        for goal in &self.facts.goals {
            mentioned.push((goal.text, ids(&identity::goal(self.document, goal))));
        }
        mentioned.sort_unstable();
        mentioned
    }

    fn evidence(&self, span: Span, told: Option<&EntityId>, confidence: Option<f32>) -> Evidence {
        let according_to = told.cloned();
        Evidence { document: self.document.clone(), span, according_to, confidence }
    }

    fn meeting_evidence(&self, meeting: &Meeting) -> Evidence {
        let first = spans(&meeting.mentions).next();
        let span = first.or_else(|| meeting.attendance.iter().find_map(|who| who.evidence));
        let span = span.or(meeting.when.words).unwrap_or_else(whole);
        self.evidence(span, meeting.according_to.as_ref(), meeting.confidence)
    }

    /// The attribution, together with the words attributed that lie nearest to it.
    fn statement_evidence(&self, statement: &Statement) -> Evidence {
        let attribution = match (statement.source, statement.cue) {
            (Some(source), Some(cue)) => Some(source.to(cue)),
            (source, cue) => cue.or(source),
        };
        let anchor = statement.cue.or(statement.source).unwrap_or(statement.content[0]);
        let content = statement.content.iter().copied();
        let nearest = content.min_by_key(|span| distance(*span, anchor)).unwrap_or(anchor);
        let span = attribution.map_or(nearest, |attribution| attribution.to(nearest));
        self.evidence(span, None, statement.confidence)
    }

    fn role_evidence(&self, role: &Role) -> Evidence {
        let mention =
            || self.entities.get(&role.person).and_then(|person| spans(&person.mentions).next());
        let span = role.evidence.or_else(mention).unwrap_or_else(whole);
        self.evidence(span, role.according_to.as_ref(), role.confidence)
    }

    fn goal_evidence(&self, goal: &Goal) -> Evidence {
        self.evidence(goal.text, goal.according_to.as_ref(), goal.confidence)
    }

    /// What proves somebody's part in a meeting where no words are told: the mention of them that
    /// lies nearest to a mention of it.
    fn proof(&self, who: &EntityId, meeting: &Meeting) -> Span {
        let anchors = spans(&meeting.mentions);
        let near = anchors.filter_map(|anchor| {
            let span = self.nearest(who, anchor)?;
            Some((distance(span, anchor), span))
        });
        near.min().map_or_else(|| self.meeting_evidence(meeting).span, |(_, span)| span)
    }

    /// The mention of an entity that lies nearest to some words.
    fn nearest(&self, who: &EntityId, anchor: Span) -> Option<Span> {
        spans(&self.entities.get(who)?.mentions).min_by_key(|span| distance(*span, anchor))
    }

    /// The words of some spans, on one line.
    fn words(&self, spans: &[Span]) -> String {
        let mut words = String::new();
        for (i, span) in spans.iter().enumerate() {
            words.push_str(if i == 0 { "" } else { " … " });
            for (k, word) in
                span.of(self.report.text()).unwrap_or_default().split_whitespace().enumerate()
            {
                words.push_str(if k == 0 { "" } else { " " });
                words.push_str(word);
            }
        }
        words
    }
}

/// Stands for the document as a whole, where not a word can be pointed at.
fn whole() -> Span {
    Span::new(0, 0)
}

fn spans(mentions: &[Mention]) -> impl Iterator<Item = Span> {
    mentions.iter().map(|mention| mention.span)
}

/// How many bytes lie between two spans.
fn distance(a: Span, b: Span) -> usize {
    b.start().saturating_sub(a.end()).max(a.start().saturating_sub(b.end()))
}

/// Columns in the form in which two claims are compared: titles without accents and case.
pub(crate) fn compared(columns: &Columns) -> Columns {
    match columns {
        Columns::Serves { title, status } => {
            Columns::Serves { title: fold(title), status: *status }
        }
        columns => columns.clone(),
    }
}
