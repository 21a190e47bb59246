//! Facts as lines of text, for tests that are cases: a text and what it must yield.

#![allow(dead_code, unreachable_pub, reason = "every test uses a part of it")]

use chancery_ingest::{Article, Extractor};
use chancery_model::{Date, Facts, GoalStatus, Meeting, Span};
use expect_test::Expect;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

/// Compares the meetings of a text, read as of 15 June 2021, a Tuesday.
#[track_caller]
pub fn check(text: &str, expected: Expect) {
    let (facts, text) = read(text, "2021-06-15");
    expected.assert_eq(&meetings(&facts, &text));
}

/// Reads a text as if published on a day, an official release if it says so in its first lines.
pub fn read(text: &str, published: &str) -> (Facts, String) {
    let day: Date = published.parse().expect("a day");
    let article = Article::new("case".parse().expect("an id"), text).published(day);
    (kept(Extractor::default().extract(&article).facts, text), text.to_owned())
}

/// Reads a text under a title, as a release of the United States.
pub fn read_titled(title: &str, text: &str, published: &str) -> (Facts, String) {
    let day: Date = published.parse().expect("a day");
    let article = Article::new("case".parse().expect("an id"), text).published(day);
    let article = article.titled(title).from_source("https://www.state.gov/case");
    (kept(Extractor::default().extract(&article).facts, text), text.to_owned())
}

/// The facts; they and their text are kept in a folder that `CHANCERY_KEEP_CASES` names, to learn from.
fn kept(facts: Facts, text: &str) -> Facts {
    if let Some(folder) = std::env::var_os("CHANCERY_KEEP_CASES") {
        let mut name = DefaultHasher::new();
        (text, &facts.document.title).hash(&mut name);
        let name = format!("case-{:016x}", name.finish());
        for (kind, extension, words) in [("text", "txt", text), ("facts", "json", &facts.to_json())]
        {
            let folder = Path::new(&folder).join(kind);
            fs::create_dir_all(&folder).expect("a folder to keep the cases in");
            fs::write(folder.join(format!("{name}.{extension}")), words).expect("room for a case");
        }
    }
    facts
}

/// Each meeting, and below it who attended, as `who status`, in order of the text.
pub fn meetings(facts: &Facts, text: &str) -> String {
    facts.meetings.iter().map(|meeting| shown(meeting, text)).collect()
}

fn shown(meeting: &Meeting, text: &str) -> String {
    let words: Vec<&str> =
        meeting.mentions.iter().filter_map(|mention| mention.span.of(text)).collect();
    let day = |date: Option<Date>| date.map_or("?".to_owned(), |date| date.to_string());
    let (from, to) = (day(meeting.when.from), day(meeting.when.to));
    let when = match from == to {
        true if from == "?" => String::new(),
        true => format!(" {from}"),
        false => format!(" {from}..{to}"),
    };
    let place = meeting.place.as_ref().map_or(String::new(), |at| format!(" in {}", at.rest()));
    let by = meeting.according_to.as_ref();
    let by = by.map_or(String::new(), |by| format!(" according to {}", by.rest()));
    let head = format!("{} {}{when}{place}{by}", meeting.kind, meeting.status);
    let attended = meeting.attendance.iter().map(|attend| {
        let capacity = attend.capacity.as_ref();
        let capacity = capacity.map_or(String::new(), |capacity| format!(" as {capacity}"));
        format!("    {} {}{capacity}\n", attend.who.rest(), attend.status)
    });
    format!("{head} ({})\n{}", words.join(", "), attended.collect::<String>())
}

/// Each office: `person: title of whom, status`.
pub fn roles(facts: &Facts) -> String {
    let shown = |role: &chancery_model::Role| {
        let of = role.of.as_ref().map_or("nobody".to_owned(), |of| of.rest().to_owned());
        format!("{}: {} of {of}, {}\n", role.person.rest(), role.title, role.status)
    };
    facts.roles.iter().map(shown).collect()
}

/// Each goal: `holders status: words`.
pub fn goals(facts: &Facts, text: &str) -> String {
    let words = |span: Span| span.of(text).unwrap_or("!").to_owned();
    let status = |status: GoalStatus| status.to_string();
    let shown = |goal: &chancery_model::Goal| {
        let holders: Vec<&str> = goal.holders.iter().map(chancery_model::EntityId::rest).collect();
        let by = goal
            .according_to
            .as_ref()
            .map_or(String::new(), |by| format!(" (according to {})", by.rest()));
        format!("{} {}: {}{by}\n", holders.join("+"), status(goal.status), words(goal.text))
    };
    facts.goals.iter().map(shown).collect()
}
