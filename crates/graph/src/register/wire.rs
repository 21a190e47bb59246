//! A report as a frame holds it: flat structs of the format's own, and the conversion both ways.
//!
//! A field here is a field of the file: change one, and the format has a new version. Closed
//! vocabularies are stored as their published words; entities and meetings are referred to by
//! their place in the document's lists.

use super::record::BadRecord;
use crate::Report;
use chancery_model::{
    Attendance, DocumentInfo, Entity, EntityId, Facts, Goal, Meeting, MeetingId, Mention, Role,
    Span, Statement, When,
};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::fmt;
use std::str::FromStr;

#[derive(Serialize, Deserialize)]
pub(super) struct WireReport {
    id: String,
    title: Option<String>,
    published: Option<String>,
    source: Option<String>,
    text: String,
    entities: Vec<WireEntity>,
    roles: Vec<WireRole>,
    meetings: Vec<WireMeeting>,
    statements: Vec<WireStatement>,
    goals: Vec<WireGoal>,
    attitudes: Vec<WireStatement>,
}

/// Start and length.
type WireSpan = (u32, u32);
/// A place in the document's list of entities, or of meetings.
type Place = u32;

#[derive(Serialize, Deserialize)]
struct WireMention {
    span: WireSpan,
    reason: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct WireEntity {
    id: String,
    name: String,
    mentions: Vec<WireMention>,
    same_as: Vec<String>,
    confidence: Option<f32>,
}

#[derive(Serialize, Deserialize)]
struct WireRole {
    person: Place,
    of: Option<Place>,
    title: String,
    status: String,
    evidence: Option<WireSpan>,
    according_to: Option<Place>,
    confidence: Option<f32>,
}

/// A report with the days of offices, of version 4: a place in the list of roles, from and to.
#[derive(Serialize, Deserialize)]
pub(super) struct WireDated {
    report: WireReport,
    terms: Vec<(Place, Option<String>, Option<String>)>,
}

#[derive(Serialize, Deserialize)]
struct WireMeeting {
    id: String,
    kind: String,
    status: String,
    from: Option<String>,
    to: Option<String>,
    when: Option<WireSpan>,
    place: Option<Place>,
    mentions: Vec<WireMention>,
    attendance: Vec<WireAttendance>,
    according_to: Option<Place>,
    confidence: Option<f32>,
}

#[derive(Serialize, Deserialize)]
struct WireAttendance {
    who: Place,
    status: String,
    evidence: Option<WireSpan>,
    capacity: Option<String>,
    confidence: Option<f32>,
}

#[derive(Serialize, Deserialize)]
struct WireStatement {
    speaker: Option<Place>,
    source: Option<WireSpan>,
    cue: Option<WireSpan>,
    content: Vec<WireSpan>,
    mode: String,
    addressee: Option<Place>,
    meeting: Option<Place>,
    negated: bool,
    act: Option<String>,
    on: Option<String>,
    confidence: Option<f32>,
}

#[derive(Serialize, Deserialize)]
struct WireGoal {
    text: WireSpan,
    holders: Vec<Place>,
    status: String,
    meeting: Option<Place>,
    according_to: Option<Place>,
    confidence: Option<f32>,
}

// ---- writing ----

/// Where the document's entities and meetings stand in their lists.
struct Places<'a> {
    entities: HashMap<&'a EntityId, Place>,
    meetings: HashMap<&'a MeetingId, Place>,
}

impl Places<'_> {
    fn entity(&self, id: &EntityId) -> Place {
        self.entities[id]
    }

    fn entity_option(&self, id: Option<&EntityId>) -> Option<Place> {
        id.map(|id| self.entity(id))
    }

    fn meeting(&self, id: Option<&MeetingId>) -> Option<Place> {
        id.map(|id| self.meetings[id])
    }
}

fn numbered<T>(list: impl Iterator<Item = T>) -> impl Iterator<Item = (T, Place)> {
    list.enumerate()
        .map(|(i, value)| (value, u32::try_from(i).expect("fewer than 2^32 in one document")))
}

pub(super) fn report_out(report: &Report) -> WireReport {
    let facts = report.facts();
    let places = Places {
        entities: numbered(facts.entities.iter().map(|entity| &entity.id)).collect(),
        meetings: numbered(facts.meetings.iter().map(|meeting| &meeting.id)).collect(),
    };
    let statement = |statement: &Statement| statement_out(statement, &places);
    WireReport {
        id: facts.document.id.to_string(),
        title: facts.document.title.clone(),
        published: words(facts.document.published),
        source: facts.document.source.clone(),
        text: report.text().to_owned(),
        entities: facts.entities.iter().map(entity_out).collect(),
        roles: facts.roles.iter().map(|role| role_out(role, &places)).collect(),
        meetings: facts.meetings.iter().map(|meeting| meeting_out(meeting, &places)).collect(),
        statements: facts.statements.iter().map(statement).collect(),
        goals: facts.goals.iter().map(|goal| goal_out(goal, &places)).collect(),
        attitudes: facts.attitudes.iter().map(statement).collect(),
    }
}

/// A report with the days of its offices; `None` if it tells none.
pub(super) fn dated_out(report: &Report) -> Option<WireDated> {
    let terms: Vec<_> = numbered(report.facts().roles.iter())
        .filter(|(role, _)| !role.when.is_unknown())
        .map(|(role, place)| (place, words(role.when.from), words(role.when.to)))
        .collect();
    (!terms.is_empty()).then(|| WireDated { report: report_out(report), terms })
}

fn words(value: Option<impl fmt::Display>) -> Option<String> {
    value.map(|value| value.to_string())
}

fn span_out(span: Span) -> WireSpan {
    let fits = "a span counts in 32 bits";
    (u32::try_from(span.start()).expect(fits), u32::try_from(span.len()).expect(fits))
}

fn mentions_out(mentions: &[Mention]) -> Vec<WireMention> {
    let wire = |m: &Mention| WireMention { span: span_out(m.span), reason: m.reason.clone() };
    mentions.iter().map(wire).collect()
}

fn entity_out(entity: &Entity) -> WireEntity {
    WireEntity {
        id: entity.id.to_string(),
        name: entity.name.clone(),
        mentions: mentions_out(&entity.mentions),
        same_as: entity.same_as.clone(),
        confidence: entity.confidence,
    }
}

fn role_out(role: &Role, places: &Places<'_>) -> WireRole {
    WireRole {
        person: places.entity(&role.person),
        of: places.entity_option(role.of.as_ref()),
        title: role.title.clone(),
        status: role.status.to_string(),
        evidence: role.evidence.map(span_out),
        according_to: places.entity_option(role.according_to.as_ref()),
        confidence: role.confidence,
    }
}

fn meeting_out(meeting: &Meeting, places: &Places<'_>) -> WireMeeting {
    let attendance = |attendance: &Attendance| WireAttendance {
        who: places.entity(&attendance.who),
        status: attendance.status.to_string(),
        evidence: attendance.evidence.map(span_out),
        capacity: attendance.capacity.clone(),
        confidence: attendance.confidence,
    };
    WireMeeting {
        id: meeting.id.to_string(),
        kind: meeting.kind.to_string(),
        status: meeting.status.to_string(),
        from: words(meeting.when.from),
        to: words(meeting.when.to),
        when: meeting.when.words.map(span_out),
        place: places.entity_option(meeting.place.as_ref()),
        mentions: mentions_out(&meeting.mentions),
        attendance: meeting.attendance.iter().map(attendance).collect(),
        according_to: places.entity_option(meeting.according_to.as_ref()),
        confidence: meeting.confidence,
    }
}

fn statement_out(statement: &Statement, places: &Places<'_>) -> WireStatement {
    WireStatement {
        speaker: places.entity_option(statement.speaker.as_ref()),
        source: statement.source.map(span_out),
        cue: statement.cue.map(span_out),
        content: statement.content.iter().copied().map(span_out).collect(),
        mode: statement.mode.to_string(),
        addressee: places.entity_option(statement.addressee.as_ref()),
        meeting: places.meeting(statement.meeting.as_ref()),
        negated: statement.negated,
        act: words(statement.act),
        on: words(statement.on),
        confidence: statement.confidence,
    }
}

fn goal_out(goal: &Goal, places: &Places<'_>) -> WireGoal {
    WireGoal {
        text: span_out(goal.text),
        holders: goal.holders.iter().map(|id| places.entity(id)).collect(),
        status: goal.status.to_string(),
        meeting: places.meeting(goal.meeting.as_ref()),
        according_to: places.entity_option(goal.according_to.as_ref()),
        confidence: goal.confidence,
    }
}

// ---- reading ----

/// The ids that places stand for.
struct Ids {
    entities: Vec<EntityId>,
    meetings: Vec<MeetingId>,
}

impl Ids {
    fn entity(&self, place: Place) -> Result<EntityId, BadRecord> {
        at(&self.entities, place)
    }

    fn entity_option(&self, place: Option<Place>) -> Result<Option<EntityId>, BadRecord> {
        place.map(|place| self.entity(place)).transpose()
    }

    fn meeting(&self, place: Option<Place>) -> Result<Option<MeetingId>, BadRecord> {
        place.map(|place| at(&self.meetings, place)).transpose()
    }
}

fn at<T: Clone>(list: &[T], place: Place) -> Result<T, BadRecord> {
    let found = list.get(place as usize).cloned();
    found.ok_or_else(|| format!("place {place} in a list of {}", list.len()).into())
}

pub(super) fn report_in(wire: WireReport) -> Result<Report, BadRecord> {
    let (facts, text) = facts_in(wire)?;
    Ok(Report::new(facts, text)?)
}

pub(super) fn dated_in(wire: WireDated) -> Result<Report, BadRecord> {
    let (mut facts, text) = facts_in(wire.report)?;
    for (place, from, to) in wire.terms {
        let count = facts.roles.len();
        let role = facts.roles.get_mut(place as usize);
        let role = role.ok_or_else(|| format!("the days of role {place} of {count}"))?;
        role.when = When { from: option(from.as_ref())?, to: option(to.as_ref())?, words: None };
    }
    Ok(Report::new(facts, text)?)
}

fn facts_in(wire: WireReport) -> Result<(Facts, String), BadRecord> {
    let ids = Ids {
        entities: each(&wire.entities, |entity| parsed(&entity.id))?,
        meetings: each(&wire.meetings, |meeting| parsed(&meeting.id))?,
    };
    let facts = Facts {
        document: DocumentInfo {
            id: parsed(&wire.id)?,
            title: wire.title,
            published: option(wire.published.as_ref())?,
            source: wire.source,
            text: None,
        },
        entities: each(wire.entities, entity_in)?,
        roles: each(wire.roles, |role| role_in(role, &ids))?,
        meetings: each(wire.meetings, |meeting| meeting_in(meeting, &ids))?,
        statements: each(wire.statements, |statement| statement_in(statement, &ids))?,
        goals: each(wire.goals, |goal| goal_in(goal, &ids))?,
        attitudes: each(wire.attitudes, |statement| statement_in(statement, &ids))?,
    };
    Ok((facts, wire.text))
}

fn each<W, T>(
    list: impl IntoIterator<Item = W>,
    read: impl FnMut(W) -> Result<T, BadRecord>,
) -> Result<Vec<T>, BadRecord> {
    list.into_iter().map(read).collect()
}

pub(super) fn parsed<T: FromStr<Err: fmt::Display>>(word: &str) -> Result<T, BadRecord> {
    word.parse().map_err(|error: T::Err| error.to_string().into())
}

fn option<T: FromStr<Err: fmt::Display>>(word: Option<&String>) -> Result<Option<T>, BadRecord> {
    word.map(|word| parsed(word)).transpose()
}

fn span_in((start, length): WireSpan) -> Result<Span, BadRecord> {
    let end = start.checked_add(length).ok_or("a span beyond 4 GiB")?;
    Ok(Span::new(start as usize, end as usize))
}

fn span_option(span: Option<WireSpan>) -> Result<Option<Span>, BadRecord> {
    span.map(span_in).transpose()
}

fn mentions_in(mentions: Vec<WireMention>) -> Result<Vec<Mention>, BadRecord> {
    each(mentions, |wire| Ok(Mention { span: span_in(wire.span)?, reason: wire.reason }))
}

fn entity_in(wire: WireEntity) -> Result<Entity, BadRecord> {
    Ok(Entity {
        id: parsed(&wire.id)?,
        name: wire.name,
        mentions: mentions_in(wire.mentions)?,
        same_as: wire.same_as,
        confidence: wire.confidence,
    })
}

fn role_in(wire: WireRole, ids: &Ids) -> Result<Role, BadRecord> {
    Ok(Role {
        person: ids.entity(wire.person)?,
        of: ids.entity_option(wire.of)?,
        title: wire.title,
        status: parsed(&wire.status)?,
        when: When::default(),
        evidence: span_option(wire.evidence)?,
        according_to: ids.entity_option(wire.according_to)?,
        confidence: wire.confidence,
    })
}

fn meeting_in(wire: WireMeeting, ids: &Ids) -> Result<Meeting, BadRecord> {
    let from = option(wire.from.as_ref())?;
    let to = option(wire.to.as_ref())?;
    let attendance = |wire: WireAttendance| {
        Ok(Attendance {
            who: ids.entity(wire.who)?,
            status: parsed(&wire.status)?,
            evidence: span_option(wire.evidence)?,
            capacity: wire.capacity,
            confidence: wire.confidence,
        })
    };
    Ok(Meeting {
        id: parsed(&wire.id)?,
        kind: parsed(&wire.kind)?,
        status: parsed(&wire.status)?,
        when: When { from, to, words: span_option(wire.when)? },
        place: ids.entity_option(wire.place)?,
        mentions: mentions_in(wire.mentions)?,
        attendance: each(wire.attendance, attendance)?,
        according_to: ids.entity_option(wire.according_to)?,
        confidence: wire.confidence,
    })
}

fn statement_in(wire: WireStatement, ids: &Ids) -> Result<Statement, BadRecord> {
    Ok(Statement {
        speaker: ids.entity_option(wire.speaker)?,
        source: span_option(wire.source)?,
        cue: span_option(wire.cue)?,
        content: each(wire.content, span_in)?,
        mode: parsed(&wire.mode)?,
        addressee: ids.entity_option(wire.addressee)?,
        meeting: ids.meeting(wire.meeting)?,
        negated: wire.negated,
        act: option(wire.act.as_ref())?,
        on: option(wire.on.as_ref())?,
        confidence: wire.confidence,
    })
}

fn goal_in(wire: WireGoal, ids: &Ids) -> Result<Goal, BadRecord> {
    Ok(Goal {
        text: span_in(wire.text)?,
        holders: each(wire.holders, |place| ids.entity(place))?,
        status: parsed(&wire.status)?,
        meeting: ids.meeting(wire.meeting)?,
        according_to: ids.entity_option(wire.according_to)?,
        confidence: wire.confidence,
    })
}
