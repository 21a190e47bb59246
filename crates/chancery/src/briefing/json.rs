//! A briefing for programs: the facts with names and words put in, one object a document.

use super::Briefing;
use chancery::{EntityId, Span};
use serde::Serialize;

/// One line of JSON.
pub(crate) fn line(briefing: &Briefing) -> String {
    serde_json::to_string(&document(briefing)).expect("strings, numbers and lists are always JSON")
}

#[derive(Serialize)]
#[expect(clippy::struct_field_names, reason = "they are the keys of the JSON")]
struct Document<'a> {
    document: Info<'a>,
    meetings: Vec<Meeting<'a>>,
    statements: Vec<Statement<'a>>,
    goals: Vec<Goal<'a>>,
    roles: Vec<Role<'a>>,
}

#[derive(Serialize)]
struct Info<'a> {
    id: &'a str,
    title: Option<&'a str>,
    published: Option<String>,
    source: Option<&'a str>,
}

#[derive(Serialize)]
struct Named<'a> {
    id: &'a str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    office: Option<String>,
}

/// Some words of the text, where they stand in bytes, and in which line.
#[derive(Serialize)]
struct Words<'a> {
    text: &'a str,
    start: usize,
    end: usize,
    line: usize,
}

#[derive(Serialize)]
struct Meeting<'a> {
    id: &'a str,
    kind: &'static str,
    status: &'static str,
    from: Option<String>,
    to: Option<String>,
    when: Option<Words<'a>>,
    place: Option<Named<'a>>,
    according_to: Option<Named<'a>>,
    mentions: Vec<Words<'a>>,
    attendance: Vec<Attendance<'a>>,
}

#[derive(Serialize)]
struct Attendance<'a> {
    who: Named<'a>,
    status: &'static str,
    capacity: Option<&'a str>,
    evidence: Option<Words<'a>>,
}

#[derive(Serialize)]
struct Statement<'a> {
    speaker: Option<Named<'a>>,
    source: Option<Words<'a>>,
    cue: Option<Words<'a>>,
    content: Vec<Words<'a>>,
    mode: &'static str,
    act: Option<&'static str>,
    negated: bool,
    on: Option<String>,
    addressee: Option<Named<'a>>,
    meeting: Option<&'a str>,
}

#[derive(Serialize)]
struct Goal<'a> {
    text: Words<'a>,
    holders: Vec<Named<'a>>,
    status: &'static str,
    meeting: Option<&'a str>,
    according_to: Option<Named<'a>>,
}

#[derive(Serialize)]
struct Role<'a> {
    person: Named<'a>,
    title: &'a str,
    of: Option<Named<'a>>,
    status: &'static str,
    according_to: Option<Named<'a>>,
    evidence: Option<Words<'a>>,
}

fn document<'a>(briefing: &Briefing<'a>) -> Document<'a> {
    let report = briefing.report;
    let facts = report.facts();
    let named = |id: &'a EntityId| Named {
        id: id.as_str(),
        name: briefing.name(id),
        office: briefing.office(id),
    };
    let maybe = |id: &'a Option<EntityId>| id.as_ref().map(named);
    let words = |span: Span| Words {
        text: span.of(report.text()).unwrap_or_default(),
        start: span.start(),
        end: span.end(),
        line: briefing.source.line(span.start()),
    };
    let all = |spans: &[Span]| spans.iter().copied().map(words).collect();
    let info = report.info();
    Document {
        document: Info {
            id: info.id.as_str(),
            title: info.title.as_deref(),
            published: info.published.map(|day| day.to_string()),
            source: info.source.as_deref(),
        },
        meetings: facts
            .meetings
            .iter()
            .map(|meeting| Meeting {
                id: meeting.id.as_str(),
                kind: meeting.kind.as_str(),
                status: meeting.status.as_str(),
                from: meeting.when.from.map(|day| day.to_string()),
                to: meeting.when.to.map(|day| day.to_string()),
                when: meeting.when.words.map(words),
                place: maybe(&meeting.place),
                according_to: maybe(&meeting.according_to),
                mentions: meeting.mentions.iter().map(|mention| words(mention.span)).collect(),
                attendance: meeting
                    .attendance
                    .iter()
                    .map(|row| Attendance {
                        who: named(&row.who),
                        status: row.status.as_str(),
                        capacity: row.capacity.as_deref(),
                        evidence: row.evidence.map(words),
                    })
                    .collect(),
            })
            .collect(),
        statements: facts
            .statements
            .iter()
            .map(|said| Statement {
                speaker: maybe(&said.speaker),
                source: said.source.map(words),
                cue: said.cue.map(words),
                content: all(&said.content),
                mode: said.mode.as_str(),
                act: said.act.map(chancery::Act::as_str),
                negated: said.negated,
                on: said.on.map(|day| day.to_string()),
                addressee: maybe(&said.addressee),
                meeting: said.meeting.as_ref().map(chancery::MeetingId::as_str),
            })
            .collect(),
        goals: facts
            .goals
            .iter()
            .map(|goal| Goal {
                text: words(goal.text),
                holders: goal.holders.iter().map(named).collect(),
                status: goal.status.as_str(),
                meeting: goal.meeting.as_ref().map(chancery::MeetingId::as_str),
                according_to: maybe(&goal.according_to),
            })
            .collect(),
        roles: facts
            .roles
            .iter()
            .map(|role| Role {
                person: named(&role.person),
                title: &role.title,
                of: maybe(&role.of),
                status: role.status.as_str(),
                according_to: maybe(&role.according_to),
                evidence: role.evidence.map(words),
            })
            .collect(),
    }
}
