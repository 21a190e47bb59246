//! The published JSON of [`Facts`]: structs of its own and the conversion both ways.
//!
//! `when` of a meeting is an optional key of ours that keeps the words its dates were read from.

use crate::{
    Attendance, Date, DocumentId, DocumentInfo, Entity, EntityId, EntityKind, Facts, FactsError,
    Goal, Meeting, MeetingId, Mention, Role, Span, Statement, When,
};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use std::fmt::Display;
use std::str::FromStr;

type WireSpan = [u64; 2];

#[derive(Serialize, Deserialize)]
struct WireFacts {
    document: WireDocument,
    #[serde(default)]
    entities: Vec<WireEntity>,
    #[serde(default)]
    roles: Vec<WireRole>,
    #[serde(default)]
    meetings: Vec<WireMeeting>,
    #[serde(default)]
    statements: Vec<WireStatement>,
    #[serde(default)]
    goals: Vec<WireGoal>,
    #[serde(default)]
    attitudes: Vec<WireStatement>,
}

#[derive(Serialize, Deserialize)]
struct WireDocument {
    id: String,
    title: Option<String>,
    published: Option<String>,
    source: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    text: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct WireEntity {
    id: String,
    kind: String,
    name: String,
    #[serde(default)]
    mentions: Vec<WireSpan>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    same_as: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    reasons: Vec<Option<String>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    confidence: Option<f32>,
}

#[derive(Serialize, Deserialize)]
struct WireRole {
    person: String,
    of: Option<String>,
    title: String,
    status: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    from: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    to: Option<String>,
    evidence: Option<WireSpan>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    according_to: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    confidence: Option<f32>,
}

#[derive(Serialize, Deserialize)]
struct WireMeeting {
    id: String,
    kind: String,
    status: String,
    from: Option<String>,
    to: Option<String>,
    place: Option<String>,
    #[serde(default)]
    mentions: Vec<WireSpan>,
    #[serde(default)]
    attendance: Vec<WireAttendance>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    when: Option<WireSpan>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    according_to: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    confidence: Option<f32>,
}

#[derive(Serialize, Deserialize)]
struct WireAttendance {
    who: String,
    status: String,
    evidence: Option<WireSpan>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    capacity: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    confidence: Option<f32>,
}

#[derive(Serialize, Deserialize)]
struct WireStatement {
    speaker: Option<String>,
    source: Option<WireSpan>,
    cue: Option<WireSpan>,
    content: Vec<WireSpan>,
    mode: String,
    addressee: Option<String>,
    meeting: Option<String>,
    #[serde(default)]
    negated: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    act: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    on: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    confidence: Option<f32>,
}

#[derive(Serialize, Deserialize)]
struct WireGoal {
    text: WireSpan,
    holders: Vec<String>,
    status: String,
    meeting: Option<String>,
    according_to: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    confidence: Option<f32>,
}

// ---- writing ----

pub(crate) fn write(facts: &Facts) -> String {
    let wire = WireFacts {
        document: WireDocument {
            id: facts.document.id.to_string(),
            title: facts.document.title.clone(),
            published: words(facts.document.published),
            source: facts.document.source.clone(),
            text: facts.document.text.clone(),
        },
        entities: facts.entities.iter().map(entity_out).collect(),
        roles: facts.roles.iter().map(role_out).collect(),
        meetings: facts.meetings.iter().map(meeting_out).collect(),
        statements: facts.statements.iter().map(statement_out).collect(),
        goals: facts.goals.iter().map(goal_out).collect(),
        attitudes: facts.attitudes.iter().map(statement_out).collect(),
    };
    serde_json::to_string(&wire).expect("strings, numbers and lists are always JSON")
}

fn words(value: Option<impl Display>) -> Option<String> {
    value.map(|value| value.to_string())
}

fn pair(span: Span) -> WireSpan {
    [span.start() as u64, span.end() as u64]
}

fn entity_out(entity: &Entity) -> WireEntity {
    let told = entity.mentions.iter().any(|mention| mention.reason.is_some());
    let reasons =
        if told { entity.mentions.iter().map(|m| m.reason.clone()).collect() } else { Vec::new() };
    WireEntity {
        id: entity.id.to_string(),
        kind: entity.kind().to_string(),
        name: entity.name.clone(),
        mentions: entity.mentions.iter().map(|mention| pair(mention.span)).collect(),
        same_as: entity.same_as.clone(),
        reasons,
        confidence: entity.confidence,
    }
}

fn role_out(role: &Role) -> WireRole {
    WireRole {
        person: role.person.to_string(),
        of: words(role.of.as_ref()),
        title: role.title.clone(),
        status: role.status.to_string(),
        from: role.when.from.map(|date| date.to_string()),
        to: role.when.to.map(|date| date.to_string()),
        evidence: role.evidence.map(pair),
        according_to: words(role.according_to.as_ref()),
        confidence: role.confidence,
    }
}

fn meeting_out(meeting: &Meeting) -> WireMeeting {
    WireMeeting {
        id: meeting.id.to_string(),
        kind: meeting.kind.to_string(),
        status: meeting.status.to_string(),
        from: words(meeting.when.from),
        to: words(meeting.when.to),
        place: words(meeting.place.as_ref()),
        mentions: meeting.mentions.iter().map(|mention| pair(mention.span)).collect(),
        attendance: meeting
            .attendance
            .iter()
            .map(|attendance| WireAttendance {
                who: attendance.who.to_string(),
                status: attendance.status.to_string(),
                evidence: attendance.evidence.map(pair),
                capacity: attendance.capacity.clone(),
                confidence: attendance.confidence,
            })
            .collect(),
        when: meeting.when.words.map(pair),
        according_to: words(meeting.according_to.as_ref()),
        confidence: meeting.confidence,
    }
}

fn statement_out(statement: &Statement) -> WireStatement {
    WireStatement {
        speaker: words(statement.speaker.as_ref()),
        source: statement.source.map(pair),
        cue: statement.cue.map(pair),
        content: statement.content.iter().copied().map(pair).collect(),
        mode: statement.mode.to_string(),
        addressee: words(statement.addressee.as_ref()),
        meeting: words(statement.meeting.as_ref()),
        negated: statement.negated,
        act: words(statement.act),
        on: words(statement.on),
        confidence: statement.confidence,
    }
}

fn goal_out(goal: &Goal) -> WireGoal {
    WireGoal {
        text: pair(goal.text),
        holders: goal.holders.iter().map(ToString::to_string).collect(),
        status: goal.status.to_string(),
        meeting: words(goal.meeting.as_ref()),
        according_to: words(goal.according_to.as_ref()),
        confidence: goal.confidence,
    }
}

// ---- reading ----

/// What has been declared so far, so that a reference to nothing is noticed.
#[derive(Default)]
struct Known {
    entities: HashSet<EntityId>,
    meetings: HashSet<MeetingId>,
}

pub(crate) fn read(json: &str) -> Result<Facts, FactsError> {
    let wire: WireFacts = serde_json::from_str(json)?;
    let mut known = Known::default();
    let document = DocumentInfo {
        id: parsed::<DocumentId>(&wire.document.id, "document.id")?,
        title: wire.document.title,
        published: option(wire.document.published.as_ref(), "document.published")?,
        source: wire.document.source,
        text: wire.document.text,
    };
    let entities =
        each(wire.entities, "entities", |entity, place| entity_in(entity, place, &mut known))?;
    for (i, meeting) in wire.meetings.iter().enumerate() {
        let place = format!("meetings[{i}].id");
        if !known.meetings.insert(parsed(&meeting.id, &place)?) {
            return Err(bad(&place, format!("{} is declared twice", meeting.id)));
        }
    }
    Ok(Facts {
        document,
        entities,
        roles: each(wire.roles, "roles", |role, place| role_in(role, place, &known))?,
        meetings: each(wire.meetings, "meetings", |meeting, place| {
            meeting_in(meeting, place, &known)
        })?,
        statements: each(wire.statements, "statements", |said, place| {
            statement_in(said, place, &known)
        })?,
        goals: each(wire.goals, "goals", |goal, place| goal_in(goal, place, &known))?,
        attitudes: each(wire.attitudes, "attitudes", |said, place| {
            statement_in(said, place, &known)
        })?,
    })
}

fn bad(place: &str, what: impl Display) -> FactsError {
    FactsError::Value { place: place.to_owned(), what: what.to_string() }
}

fn each<W, T>(
    list: Vec<W>,
    name: &str,
    mut read: impl FnMut(W, &str) -> Result<T, FactsError>,
) -> Result<Vec<T>, FactsError> {
    list.into_iter().enumerate().map(|(i, wire)| read(wire, &format!("{name}[{i}]"))).collect()
}

fn parsed<T: FromStr<Err: Display>>(word: &str, place: &str) -> Result<T, FactsError> {
    word.parse().map_err(|error| bad(place, error))
}

fn option<T: FromStr<Err: Display>>(
    word: Option<&String>,
    place: &str,
) -> Result<Option<T>, FactsError> {
    word.map(|word| parsed(word, place)).transpose()
}

fn span([start, end]: WireSpan, place: &str) -> Result<Span, FactsError> {
    let fits = |offset: u64| u32::try_from(offset).ok().map(|offset| offset as usize);
    match (fits(start), fits(end)) {
        (Some(start), Some(end)) if start < end => Ok(Span::new(start, end)),
        _ => Err(bad(place, format!("[{start}, {end}] is no span"))),
    }
}

fn span_option(pair: Option<WireSpan>, place: &str) -> Result<Option<Span>, FactsError> {
    pair.map(|pair| span(pair, place)).transpose()
}

fn spans(pairs: Vec<WireSpan>, place: &str) -> Result<Vec<Span>, FactsError> {
    pairs.into_iter().map(|pair| span(pair, place)).collect()
}

fn certainty(confidence: Option<f32>, place: &str) -> Result<Option<f32>, FactsError> {
    match confidence {
        Some(value) if !(0.0..=1.0).contains(&value) => {
            Err(bad(place, format!("confidence {value} is not 0 to 1")))
        }
        other => Ok(other),
    }
}

impl Known {
    fn entity(&self, id: &str, place: &str) -> Result<EntityId, FactsError> {
        let id: EntityId = parsed(id, place)?;
        if self.entities.contains(&id) {
            Ok(id)
        } else {
            Err(bad(place, format!("no entity {id} in this document")))
        }
    }

    fn entity_option(
        &self,
        id: Option<&String>,
        place: &str,
    ) -> Result<Option<EntityId>, FactsError> {
        id.map(|id| self.entity(id, place)).transpose()
    }

    fn meeting_option(
        &self,
        id: Option<&String>,
        place: &str,
    ) -> Result<Option<MeetingId>, FactsError> {
        let Some(id) = id else { return Ok(None) };
        let id: MeetingId = parsed(id, place)?;
        if self.meetings.contains(&id) {
            Ok(Some(id))
        } else {
            Err(bad(place, format!("no meeting {id} in this document")))
        }
    }
}

fn entity_in(wire: WireEntity, place: &str, known: &mut Known) -> Result<Entity, FactsError> {
    let id: EntityId = parsed(&wire.id, place)?;
    let kind: EntityKind = parsed(&wire.kind, place)?;
    if id.kind() != kind {
        return Err(bad(place, format!("{id} is not of kind {kind}")));
    }
    if !known.entities.insert(id.clone()) {
        return Err(bad(place, format!("{id} is declared twice")));
    }
    let mut reasons = wire.reasons.into_iter();
    let mentions = spans(wire.mentions, place)?
        .into_iter()
        .map(|span| Mention { span, reason: reasons.next().flatten() })
        .collect();
    Ok(Entity {
        id,
        name: wire.name,
        mentions,
        same_as: wire.same_as,
        confidence: certainty(wire.confidence, place)?,
    })
}

/// The days from one to the other; an end before its beginning is an error.
fn days(
    from: Option<&String>,
    to: Option<&String>,
    words: Option<Span>,
    place: &str,
) -> Result<When, FactsError> {
    let from: Option<Date> = option(from, place)?;
    let to: Option<Date> = option(to, place)?;
    if let (Some(from), Some(to)) = (from, to)
        && to.last_day() < from.first_day()
    {
        return Err(bad(place, format!("ends {to}, before it begins {from}")));
    }
    Ok(When { from, to, words })
}

fn role_in(wire: WireRole, place: &str, known: &Known) -> Result<Role, FactsError> {
    Ok(Role {
        when: days(wire.from.as_ref(), wire.to.as_ref(), None, place)?,
        person: known.entity(&wire.person, place)?,
        of: known.entity_option(wire.of.as_ref(), place)?,
        title: wire.title,
        status: parsed(&wire.status, place)?,
        evidence: span_option(wire.evidence, place)?,
        according_to: known.entity_option(wire.according_to.as_ref(), place)?,
        confidence: certainty(wire.confidence, place)?,
    })
}

fn meeting_in(wire: WireMeeting, place: &str, known: &Known) -> Result<Meeting, FactsError> {
    let words = span_option(wire.when, place)?;
    Ok(Meeting {
        id: parsed(&wire.id, place)?,
        kind: parsed(&wire.kind, place)?,
        status: parsed(&wire.status, place)?,
        when: days(wire.from.as_ref(), wire.to.as_ref(), words, place)?,
        place: known.entity_option(wire.place.as_ref(), place)?,
        mentions: spans(wire.mentions, place)?.into_iter().map(Mention::from).collect(),
        attendance: each(wire.attendance, &format!("{place}.attendance"), |wire, place| {
            Ok(Attendance {
                who: known.entity(&wire.who, place)?,
                status: parsed(&wire.status, place)?,
                evidence: span_option(wire.evidence, place)?,
                capacity: wire.capacity,
                confidence: certainty(wire.confidence, place)?,
            })
        })?,
        according_to: known.entity_option(wire.according_to.as_ref(), place)?,
        confidence: certainty(wire.confidence, place)?,
    })
}

fn statement_in(wire: WireStatement, place: &str, known: &Known) -> Result<Statement, FactsError> {
    let content = spans(wire.content, place)?;
    if content.is_empty() {
        return Err(bad(place, "a statement without content"));
    }
    Ok(Statement {
        speaker: known.entity_option(wire.speaker.as_ref(), place)?,
        source: span_option(wire.source, place)?,
        cue: span_option(wire.cue, place)?,
        content,
        mode: parsed(&wire.mode, place)?,
        addressee: known.entity_option(wire.addressee.as_ref(), place)?,
        meeting: known.meeting_option(wire.meeting.as_ref(), place)?,
        negated: wire.negated,
        act: option(wire.act.as_ref(), place)?,
        on: option(wire.on.as_ref(), place)?,
        confidence: certainty(wire.confidence, place)?,
    })
}

fn goal_in(wire: WireGoal, place: &str, known: &Known) -> Result<Goal, FactsError> {
    let holders: Result<_, _> = wire.holders.iter().map(|id| known.entity(id, place)).collect();
    Ok(Goal {
        text: span(wire.text, place)?,
        holders: holders?,
        status: parsed(&wire.status, place)?,
        meeting: known.meeting_option(wire.meeting.as_ref(), place)?,
        according_to: known.entity_option(wire.according_to.as_ref(), place)?,
        confidence: certainty(wire.confidence, place)?,
    })
}
