//! Reports as lines of text, and who is who in them.
//!
//! A report is `ID DAY`, then a line a person or meeting:
//! `person NAME [of STATE] [as TITLE]`, `meeting KIND STATUS [DAY[..DAY]] [in PLACE]: NAME, NAME, STATE`,
//! or `text WORDS`, in which its names stand.

use chancery_graph::{Graph, NodeKind, Report};
use chancery_model::{
    Attendance, AttendanceStatus, Date, DocumentInfo, Entity, EntityId, EntityKind, Facts, Meeting,
    MeetingId, MeetingKind, MeetingStatus, Mention, Role, RoleStatus, Span, When, slug,
};
use expect_test::Expect;
use std::fmt::Write;

fn state(code: &str) -> EntityId {
    EntityId::state(code).expect("a code of two letters")
}

pub(crate) fn entity(facts: &mut Facts, id: &EntityId, name: &str) {
    if facts.entities.iter().all(|known| known.id != *id) {
        let (mentions, same_as) = (Vec::new(), Vec::new());
        let name = name.to_owned();
        facts.entities.push(Entity { id: id.clone(), name, mentions, same_as, confidence: None });
    }
}

fn person(facts: &mut Facts, line: &str) -> EntityId {
    let (rest, title) = line.split_once(" as ").map_or((line, None), |(a, b)| (a, Some(b)));
    let (name, of) = rest.split_once(" of ").map_or((rest, None), |(a, b)| (a, Some(b)));
    let id = EntityId::named(EntityKind::Person, name);
    entity(facts, &id, name);
    if of.is_some() || title.is_some() {
        let of = of.inspect(|code| entity(facts, &state(code), code)).map(state);
        facts.roles.push(Role {
            person: id.clone(),
            of,
            title: title.unwrap_or("official").to_owned(),
            status: RoleStatus::Current,
            when: When::default(),
            evidence: None,
            according_to: None,
            confidence: None,
        });
    }
    id
}

fn meeting(facts: &mut Facts, line: &str) {
    let (what, parties) = line.split_once(": ").expect("parties after a colon");
    let (what, place) = what.split_once(" in ").map_or((what, None), |(a, b)| (a, Some(b)));
    let words: Vec<&str> = what.split(' ').collect();
    let status: MeetingStatus = words[1].parse().expect("a status");
    let day = |day: &str| day.parse::<Date>().expect("a day");
    let when = words.get(2).map_or_else(When::default, |told| match told.split_once("..") {
        Some(("", to)) => When { from: None, to: Some(day(to)), words: None },
        Some((from, to)) => When { from: Some(day(from)), to: Some(day(to)), words: None },
        None => When::on(day(told)),
    });
    let there = if status == MeetingStatus::Held {
        AttendanceStatus::Attended
    } else {
        AttendanceStatus::Expected
    };
    let mut attendance = Vec::new();
    for party in parties.split(", ") {
        let who = if party.len() == 2 {
            entity(facts, &state(party), party);
            state(party)
        } else {
            person(facts, party)
        };
        let (evidence, capacity) = (None, None);
        attendance.push(Attendance { who, status: there, evidence, capacity, confidence: None });
    }
    let place = place.map(|name| {
        let place = || format!("place:{}", slug(name)).parse().expect("a place");
        let id: EntityId = if name.len() == 2 { state(name) } else { place() };
        entity(facts, &id, name);
        id
    });
    facts.meetings.push(Meeting {
        id: MeetingId::numbered(facts.meetings.len() + 1),
        kind: words[0].parse::<MeetingKind>().expect("a kind"),
        status,
        when,
        place,
        mentions: Vec::new(),
        attendance,
        according_to: None,
        confidence: None,
    });
}

fn reports(text: &str) -> Vec<Report> {
    let mut all: Vec<(Facts, &str)> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if let Some(line) = line.strip_prefix("person ") {
            person(&mut all.last_mut().expect("a report").0, line);
        } else if let Some(line) = line.strip_prefix("meeting ") {
            meeting(&mut all.last_mut().expect("a report").0, line);
        } else if let Some(line) = line.strip_prefix("text ") {
            all.last_mut().expect("a report").1 = line;
        } else {
            let (id, day) = line.split_once(' ').expect("an id and a day");
            let mut info = DocumentInfo::named(id.parse().expect("an id"));
            info.published = Some(day.parse().expect("a day"));
            all.push((Facts::empty(info), "words"));
        }
    }
    let report = |(mut facts, text): (Facts, &str)| {
        for entity in &mut facts.entities {
            let places = text.match_indices(&entity.name);
            let spans = places.map(|(at, name)| Span::new(at, at + name.len()));
            entity.mentions = spans.map(|span| Mention { span, reason: None }).collect();
        }
        Report::new(facts, text).expect("it holds")
    };
    all.into_iter().map(report).collect()
}

/// Each node that has several names or reports, and why; then each that has not.
pub(crate) fn shown(graph: &Graph, kind: NodeKind) -> String {
    let mut lines = String::new();
    for (id, node) in graph.nodes(kind) {
        let when = node.meeting().map(|meeting| {
            let day = meeting.when.from.map_or(String::new(), |day| format!(" {day}"));
            format!(" {}{day}", meeting.status)
        });
        let _ = writeln!(lines, "{}{}", node.name, when.unwrap_or_default());
        for joined in graph.joined(id) {
            let _ = writeln!(lines, "  {} = {}: {}", joined.one, joined.other, joined.reason);
        }
        for whole in graph.relations_from(id, chancery_graph::RelationKind::PartOf) {
            let _ = writeln!(lines, "  part of {}", graph.node(whole.to).name);
        }
    }
    lines
}

/// What is found in reports, in whatever order they come.
#[track_caller]
pub(crate) fn check(kind: NodeKind, text: &str, expected: Expect) {
    let all = reports(text);
    let graph: Graph = all.iter().cloned().collect();
    expected.assert_eq(&shown(&graph, kind));
    let backward: Graph = all.into_iter().rev().collect();
    assert_eq!(graph.digest(), backward.digest(), "the order of reports makes no difference");
}
