//! Who is meant by "the Pope": whoever holds the office on the day that is asked for, never one
//! who is called a former one. `asked/popes.txt` has a question and whom it is about a line.

use chancery_graph::{Graph, Report};
use chancery_model::{DocumentInfo, Entity, Facts, Mention, Role, RoleStatus, Span, When};
use chancery_query::ask;
use chrono::NaiveDate;
use std::fmt::Write;

/// The day a document is of, who it is about, and whether he is Pope.
const TOLD: &[(&str, &str, RoleStatus)] = &[
    ("2007-05-01", "Benedict", RoleStatus::Current),
    ("2009-05-01", "Benedict", RoleStatus::Current),
    ("2021-04-02", "Francis", RoleStatus::Current),
    ("2023-04-02", "Benedict", RoleStatus::Former),
    ("2024-04-02", "Leo", RoleStatus::Designate),
];

fn report(document: usize, (day, name, status): (&str, &str, RoleStatus)) -> Report {
    let text = format!("Pope {name} was there.");
    let id: chancery_model::EntityId =
        format!("person:pope-{}", name.to_lowercase()).parse().expect("an id");
    let mut facts = Facts::empty(DocumentInfo {
        id: format!("d{document}").parse().expect("an id"),
        title: None,
        published: Some(day.parse().expect("a day")),
        source: None,
        text: None,
    });
    let span = Span::new(0, "Pope ".len() + name.len());
    facts.roles = vec![Role {
        person: id.clone(),
        of: None,
        title: "Pope".to_owned(),
        status,
        when: When::default(),
        evidence: Some(span),
        according_to: None,
        confidence: None,
    }];
    facts.entities = vec![Entity {
        id,
        name: format!("Pope {name}"),
        mentions: vec![Mention { span, reason: None }],
        same_as: Vec::new(),
        confidence: None,
    }];
    Report::new(facts, text).expect("sound")
}

#[test]
fn the_pope_is_whoever_holds_the_office_on_the_day() {
    let graph: Graph = TOLD.iter().enumerate().map(|(at, told)| report(at, *told)).collect();
    let today = NaiveDate::from_ymd_opt(2025, 2, 25).expect("a day");
    let mut shown = String::new();
    for line in include_str!("asked/popes.txt").lines() {
        let question = line.split(" => ").next().unwrap_or_default();
        let who = match ask(&graph, question, today) {
            Ok(reading) => {
                let taken = reading.taken.iter().map(|(_, named)| named.label.clone());
                taken.collect::<Vec<_>>().join(", ")
            }
            Err(error) => error.to_string(),
        };
        let _ = writeln!(shown, "{question} => {who}");
    }
    assert_eq!(shown, include_str!("asked/popes.txt"));
}
