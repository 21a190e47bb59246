//! A table of meetings as the facts of one document: each row proves one.

use super::facts::Entities;
use super::rows::{Heading, ReferenceError, Row};
use super::term::served;
use chancery_model::{
    Attendance, AttendanceStatus, DocumentInfo, EntityId, EntityKind, Facts, Meeting, MeetingId,
    MeetingKind, MeetingStatus, Mention, Role, RoleStatus, Span, When,
};

const COLUMNS: [&str; 10] =
    ["from", "to", "title", "name", "of", "host", "with", "kind", "place", "words"];

/// The facts of a table of meetings; `None` if its heading is of another.
pub(super) fn facts(info: &DocumentInfo, text: &str) -> Result<Option<Facts>, ReferenceError> {
    let table = info.id.to_string();
    let Some(heading) = Heading::of(&table, text, &["from", "of", "host"]) else {
        return Ok(None);
    };
    heading.check(&COLUMNS, text)?;
    let mut facts = Facts::empty(info.clone());
    let mut entities = Entities::default();
    for row in heading.rows(text) {
        one(&row?, &mut facts, &mut entities)?;
    }
    facts.entities = entities.finished();
    Ok(Some(facts))
}

fn one(row: &Row, facts: &mut Facts, entities: &mut Entities) -> Result<(), ReferenceError> {
    row.needed("from")?;
    let (from, to) = row.days()?;
    let when = When { from, to: to.or(from), words: Some(row.at("from").0.to(row.at("to").0)) };
    let kind: MeetingKind = match row.cell("kind") {
        "" => MeetingKind::Visit,
        kind => kind.parse().map_err(|error: String| row.error(Some("kind"), error))?,
    };
    row.needed("of")?;
    row.needed("host")?;
    let mut side = |column: &str| -> Result<Option<EntityId>, ReferenceError> {
        let found = served(row, column)?;
        Ok(found.map(|(id, usual)| entities.known(id, &usual, row.at(column).0)))
    };
    let (guest, host) = (side("of")?, side("host")?);
    let mut attendance = Vec::new();
    let mut attended = |who: Option<EntityId>, capacity: Option<&str>| {
        attendance.extend(who.map(|who| Attendance {
            who,
            status: AttendanceStatus::Attended,
            evidence: Some(row.span),
            capacity: capacity.map(str::to_owned),
            confidence: None,
        }));
    };
    let (name_at, name) = row.at("name");
    if !name.is_empty() {
        let who = entities.named(EntityKind::Person, name, guest.as_ref(), name_at);
        let (title_at, title) = row.at("title");
        if !title.is_empty() {
            facts.roles.push(Role {
                person: who.clone(),
                of: guest.clone(),
                title: title.to_owned(),
                status: status(title),
                when: When { words: None, ..when },
                evidence: Some(covering(&[title_at, name_at, row.at("of").0, row.at("from").0])),
                according_to: None,
                confidence: None,
            });
        }
        attended(Some(who), None);
    }
    for (span, name) in pieces(row.at("with")) {
        let who = entities.named(EntityKind::Person, name, host.as_ref(), span);
        attended(Some(who), Some("host"));
    }
    attended(guest, None);
    attended(host.clone(), Some("host"));
    let (place_at, place) = row.at("place");
    let place = (!place.is_empty())
        .then(|| entities.named(EntityKind::Place, place, None, place_at))
        .or_else(|| host.filter(|host| host.kind() == EntityKind::State));
    let mention = Mention { span: called(row), reason: None };
    facts.meetings.push(Meeting {
        id: MeetingId::numbered(row.line),
        kind,
        status: MeetingStatus::Held,
        when,
        place,
        mentions: vec![mention],
        attendance,
        according_to: None,
        confidence: None,
    });
    Ok(())
}

/// "President-elect" is not in office yet.
fn status(title: &str) -> RoleStatus {
    if title.to_lowercase().ends_with("-elect") {
        RoleStatus::Designate
    } else {
        RoleStatus::Current
    }
}

/// What a meeting is called: the first clause of the words on it, else who came.
fn called(row: &Row) -> Span {
    let (span, words) = row.at("words");
    let end = words.find([';', '.', ',']).unwrap_or(words.len());
    match end {
        0 => [row.at("name").0, row.at("of").0]
            .into_iter()
            .find(|it| !it.is_empty())
            .unwrap_or(row.span),
        end => Span::new(span.start(), span.start() + end),
    }
}

/// The values of a cell between `|`, each with its place.
fn pieces((span, cell): (Span, &str)) -> impl Iterator<Item = (Span, &str)> {
    let mut at = span.start();
    cell.split('|').filter_map(move |piece| {
        let start = at + (piece.len() - piece.trim_start().len());
        at += piece.len() + 1;
        let value = piece.trim();
        (!value.is_empty()).then(|| (Span::new(start, start + value.len()), value))
    })
}

/// The stretch from the first to the last of some places that are not empty.
fn covering(spans: &[Span]) -> Span {
    let whole = spans.iter().copied().filter(|span| !span.is_empty()).reduce(Span::to);
    whole.unwrap_or_else(|| Span::new(0, 0))
}
