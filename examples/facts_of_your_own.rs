//! Makes a graph of facts that you have found yourself, without the reader of articles and without an
//! archive: the crates `chancery-graph` and `chancery-query` alone. `cargo run --example facts_of_your_own`.

#![expect(clippy::print_stdout, reason = "an example shows what it finds")]

use chancery_graph::model::{
    Attendance, AttendanceStatus, DocumentInfo, Entity, EntityId, EntityKind, Facts, Meeting,
    MeetingId, MeetingKind, MeetingStatus, Span, When,
};
use chancery_graph::{Graph, NodeKind, Report};
use chancery_query::{Quote, WhoAttended, named};

const TEXT: &str = "Lee Öst met Ann Chad in Paris on 3 May. No envoy of Mali was there.";

/// Where some words stand in the text, in bytes.
fn span(words: &str) -> Span {
    let start = TEXT.find(words).unwrap_or_default();
    Span::new(start, start + words.len())
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut facts = Facts::empty(DocumentInfo::named("note".parse()?));
    let mut entity = |id: EntityId, name: &str| {
        facts.entities.push(Entity {
            id: id.clone(),
            name: name.to_owned(),
            mentions: vec![span(name).into()],
            same_as: Vec::new(),
            confidence: None,
        });
        id
    };
    let lee = entity(EntityId::named(EntityKind::Person, "Lee Öst"), "Lee Öst");
    let ann = entity(EntityId::named(EntityKind::Person, "Ann Chad"), "Ann Chad");
    let mali = entity(EntityId::state("ML")?, "Mali");
    let there = |who: EntityId, status: AttendanceStatus, words: &str| Attendance {
        who,
        status,
        evidence: Some(span(words)),
        capacity: None,
        confidence: None,
    };
    let day = "2024-05-03".parse()?;
    facts.meetings.push(Meeting {
        id: MeetingId::numbered(1),
        kind: MeetingKind::Talks,
        status: MeetingStatus::Held,
        when: When { from: Some(day), to: Some(day), words: Some(span("on 3 May")) },
        place: None,
        mentions: vec![span("met").into()],
        attendance: vec![
            there(lee, AttendanceStatus::Attended, "Lee Öst met Ann Chad"),
            there(ann, AttendanceStatus::Attended, "Lee Öst met Ann Chad"),
            there(mali, AttendanceStatus::Absent, "No envoy of Mali was there"),
        ],
        according_to: None,
        confidence: None,
    });

    // What contradicts itself or its text is refused here.
    let graph: Graph = [Report::new(facts, TEXT)?].into_iter().collect();
    let mali = named(&graph, "mali", NodeKind::ACTORS)?;
    for row in WhoAttended::default().who(mali.name.clone()).answers(&graph) {
        let quote = Quote::of(&graph, &row.evidence[0]).ok_or("it is of this graph")?;
        println!("{} {}: {}", row.who.label, row.status, quote.sentence());
    }
    Ok(())
}
