//! Reports to nodes and relations: find or add, never twice.
//!
//! Invariant: the outcome is a function of the set of reports. They are read in the order of their
//! ids, and whatever is chosen among them (a label, a title) is chosen by count and then by the
//! words themselves.

use crate::identity::{self, WhoIsWho};
use crate::meetings::{Told, latest};
use crate::node::{Detail, EntityDetail, GoalDetail, MeetingDetail, StatementDetail};
use crate::parts::parts;
use crate::{Columns, Node, NodeId, NodeKind, NodeName, Passage, Relation, Report};
use chancery_model::{
    Date, DocumentId, Entity, EntityId, Evidence, Facts, Goal, Meeting, MeetingId, Mention, Role,
    Span, Statement, When, fold,
};
use std::collections::{BTreeMap, HashMap};

/// Nodes sorted by kind and name, relations sorted by kind, start, day, end and columns.
pub(crate) fn merge<'a>(
    reports: impl Iterator<Item = &'a Report> + Clone,
    who: &'a WhoIsWho,
) -> (Vec<Node>, Vec<Relation>) {
    let mut drafts: BTreeMap<(NodeKind, NodeName), Draft> = BTreeMap::new();
    for report in reports.clone() {
        Reader::new(report, who).nodes(&mut drafts);
    }
    let ids: HashMap<NodeName, NodeId> =
        drafts.keys().enumerate().map(|(i, (_, name))| (name.clone(), NodeId::new(i))).collect();
    let nodes: Vec<Node> =
        drafts.into_iter().map(|((_, name), draft)| draft.finished(name, who)).collect();
    let mut claims = Vec::new();
    for report in reports {
        Reader::new(report, who).relations(&ids, &nodes, &mut claims);
    }
    claims.extend(parts(&nodes, &claims));
    (nodes, joined(claims))
}

/// What is gathered of a node while reports are read.
struct Draft {
    /// Every name it is given, and how often.
    labels: BTreeMap<String, usize>,
    detail: Detail,
    /// What each report tells of it, if it is a meeting.
    told: Vec<Told>,
    passages: Vec<Passage>,
}

impl Draft {
    fn finished(mut self, name: NodeName, who: &WhoIsWho) -> Node {
        if let Detail::Entity(entity) = &mut self.detail {
            entity.same_as.sort_unstable();
            entity.same_as.dedup();
        }
        if let (Detail::Meeting(meeting), [_, _, ..]) = (&mut self.detail, &self.told[..]) {
            *meeting = latest(self.told);
        }
        self.passages.sort_unstable();
        self.passages.dedup();
        let called = who.called(&name).map(str::to_owned);
        let label = called.unwrap_or_else(|| usual(self.labels));
        Node { name, label, detail: self.detail, passages: self.passages }
    }
}

/// The one given most often; of several the longest; of those the first by letters.
fn usual(names: BTreeMap<String, usize>) -> String {
    let best = names.into_iter().rev().max_by_key(|(name, count)| (*count, name.len()));
    best.map(|(name, _)| name).unwrap_or_default()
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

/// Makes one relation of all the claims for it.
fn joined(mut claims: Vec<Claim>) -> Vec<Relation> {
    claims.sort_by(|a, b| {
        let key = |claim: &Claim| (claim.key.kind(), claim.ends);
        key(a).cmp(&key(b)).then_with(|| a.key.cmp(&b.key)).then_with(|| by_words(a, b))
    });
    let mut relations: Vec<Relation> = claims
        .chunk_by(|a, b| a.ends == b.ends && a.key == b.key)
        .map(|claims| {
            let first = &claims[0];
            let when = claims.iter().map(|claim| claim.when).reduce(hull).unwrap_or_default();
            let columns = match &first.columns {
                Columns::Serves { status, .. } => {
                    let mut titles = BTreeMap::new();
                    for claim in claims {
                        if let Columns::Serves { title, .. } = &claim.columns {
                            *titles.entry(title.clone()).or_default() += 1;
                        }
                    }
                    Columns::Serves { title: usual(titles), status: *status }
                }
                columns => columns.clone(),
            };
            let mut evidence: Vec<_> = claims.iter().map(|claim| claim.evidence.clone()).collect();
            evidence.dedup_by(|a, b| {
                (&a.document, a.span, &a.according_to) == (&b.document, b.span, &b.according_to)
            });
            Relation::new(first.ends, when, columns, evidence)
        })
        .collect();
    relations.sort_by(|a, b| {
        let key = |relation: &Relation| {
            let (day, last) = (relation.when.first_day(), relation.when.last_day());
            (relation.kind(), relation.from, day.is_none(), day, last, relation.to)
        };
        key(a).cmp(&key(b)).then_with(|| a.columns.cmp(&b.columns))
    });
    relations
}

/// By document and place in the text; of what is told of the same words, the surest first.
fn by_words(a: &Claim, b: &Claim) -> std::cmp::Ordering {
    let (a, b) = (&a.evidence, &b.evidence);
    let surer = || b.confidence.map(f32::to_bits).cmp(&a.confidence.map(f32::to_bits));
    a.document
        .cmp(&b.document)
        .then_with(|| (a.span, &a.according_to).cmp(&(b.span, &b.according_to)))
        .then_with(surer)
}

/// The shortest stretch of time that covers both.
fn hull(a: When, b: When) -> When {
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
    let detail = nodes[meeting.index()].meeting();
    detail.map(|detail| When { words: None, ..detail.when }).unwrap_or_default()
}

/// Reads one report, first for its nodes, then for its relations.
struct Reader<'a> {
    who: &'a WhoIsWho,
    facts: &'a Facts,
    text: &'a str,
    document: &'a DocumentId,
    published: Option<Date>,
    entities: HashMap<&'a EntityId, &'a Entity>,
    meetings: HashMap<&'a MeetingId, &'a Meeting>,
}

impl<'a> Reader<'a> {
    fn new(report: &'a Report, who: &'a WhoIsWho) -> Self {
        let facts = report.facts();
        Self {
            who,
            facts,
            text: report.text(),
            document: report.id(),
            published: report.info().published,
            entities: facts.entities.iter().map(|entity| (&entity.id, entity)).collect(),
            meetings: facts.meetings.iter().map(|meeting| (&meeting.id, meeting)).collect(),
        }
    }

    /// The name of an entity's node.
    fn entity(&self, id: &EntityId) -> NodeName {
        self.who.entity(self.document, id)
    }

    /// The name of a meeting's node.
    fn meeting(&self, handle: &MeetingId) -> NodeName {
        self.who.meeting(self.document, handle)
    }

    fn nodes(&self, drafts: &mut BTreeMap<(NodeKind, NodeName), Draft>) {
        let mut add = |name: NodeName,
                       label: String,
                       detail: Detail,
                       spans: &mut dyn Iterator<Item = Span>| {
            let draft = drafts.entry((name.kind(), name)).or_insert_with(|| Draft {
                labels: BTreeMap::new(),
                detail: detail.clone(),
                told: Vec::new(),
                passages: Vec::new(),
            });
            if let Detail::Meeting(told) = &detail {
                draft.told.push(Told { published: self.published, detail: told.clone() });
            }
            if let (Detail::Entity(known), Detail::Entity(told)) = (&mut draft.detail, detail) {
                known.same_as.extend(told.same_as);
            }
            *draft.labels.entry(label).or_default() += 1;
            let document = self.document;
            draft.passages.extend(spans.map(|span| Passage { document: document.clone(), span }));
        };
        let info = &self.facts.document;
        let title = info.title.clone().unwrap_or_else(|| info.id.to_string());
        let detail = Detail::Document(info.clone());
        add(identity::document(&info.id), title, detail, &mut std::iter::empty());
        for entity in &self.facts.entities {
            let same_as = entity.same_as.clone();
            let name = self.entity(&entity.id);
            // The least name of several is still an entity's.
            let id = name.as_str().parse().unwrap_or_else(|_| entity.id.clone());
            let detail = Detail::Entity(EntityDetail { id, same_as });
            add(name, entity.name.clone(), detail, &mut spans(&entity.mentions));
        }
        for meeting in &self.facts.meetings {
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
            add(name, label, detail, &mut spans(&meeting.mentions));
        }
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
            add(name, self.words(&statement.content), detail, &mut std::iter::once(span));
        }
        for goal in &self.facts.goals {
            let detail = Detail::Goal(GoalDetail {
                evidence: self.goal_evidence(goal),
                status: goal.status,
                on: self.published,
            });
            let name = identity::goal(self.document, goal);
            add(name, self.words(&[goal.text]), detail, &mut std::iter::once(goal.text));
        }
    }

    fn relations(&self, ids: &HashMap<NodeName, NodeId>, nodes: &[Node], claims: &mut Vec<Claim>) {
        let mut claim = |from: NodeId, to: NodeId, columns, when, evidence| {
            let key = compared(&columns);
            claims.push(Claim { ends: (from, to), columns, key, when, evidence });
        };
        // Each name is looked up once, however many relations the node has here.
        let entities: HashMap<&EntityId, NodeId> =
            self.entities.keys().map(|id| (*id, ids[&self.entity(id)])).collect();
        let meeting_node = |id: &MeetingId| ids[&self.meeting(id)];
        let meetings: HashMap<&MeetingId, NodeId> =
            self.meetings.keys().map(|id| (*id, meeting_node(id))).collect();
        let published = self.published.map(When::on).unwrap_or_default();
        for role in &self.facts.roles {
            let person = entities[&role.person];
            let of = role.of.as_ref().map_or(person, |of| entities[of]);
            let columns = Columns::Serves { title: role.title.clone(), status: role.status };
            claim(person, of, columns, published, self.role_evidence(role));
        }
        for meeting in &self.facts.meetings {
            let node = meetings[&meeting.id];
            let when = held_on(nodes, node);
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
            let node = ids[&identity::statement(self.document, statement)];
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
            if let Some(meeting) = &statement.meeting {
                claim(node, meetings[meeting], Columns::MadeAt, when, evidence.clone());
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
            let node = ids[&identity::goal(self.document, goal)];
            let evidence = self.goal_evidence(goal);
            for holder in &goal.holders {
                let columns = Columns::Holds { status: goal.status };
                claim(entities[holder], node, columns, published, evidence.clone());
            }
            if let Some(meeting) = &goal.meeting {
                let when = held_on(nodes, meetings[meeting]);
                claim(node, meetings[meeting], Columns::SetAt, when, evidence);
            }
        }
    }

    /// Everything that a statement's words can be about, in order of the text.
    fn mentioned(
        &self,
        entities: &HashMap<&EntityId, NodeId>,
        meetings: &HashMap<&MeetingId, NodeId>,
        ids: &HashMap<NodeName, NodeId>,
    ) -> Vec<(Span, NodeId)> {
        let mut mentioned: Vec<(Span, NodeId)> = Vec::new();
        for entity in &self.facts.entities {
            let node = entities[&entity.id];
            mentioned.extend(spans(&entity.mentions).map(|span| (span, node)));
        }
        for meeting in &self.facts.meetings {
            let node = meetings[&meeting.id];
            mentioned.extend(spans(&meeting.mentions).map(|span| (span, node)));
        }
        for goal in &self.facts.goals {
            mentioned.push((goal.text, ids[&identity::goal(self.document, goal)]));
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
            for (k, word) in span.of(self.text).unwrap_or_default().split_whitespace().enumerate() {
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
fn compared(columns: &Columns) -> Columns {
    match columns {
        Columns::Serves { title, status } => {
            Columns::Serves { title: fold(title), status: *status }
        }
        columns => columns.clone(),
    }
}
