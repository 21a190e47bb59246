//! The questions asked of the sample articles, most of them of the talks of 18 February 2025.

#[path = "../../graph/tests/gold/mod.rs"]
mod gold;

use chancery_graph::{Graph, NodeKind, NodeName};
use chancery_model::{AttendanceStatus, Date, Mode};
use chancery_query::{
    Attended, Goals, Held, Meetings, Met, Quote, Resolution, Roles, Said, Served, WhoAttended,
    WhoSaid, named, resolve,
};
use expect_test::{Expect, expect};
use std::fmt::Write;

const TALKS: &str = "meeting:us-russia-talks-2025-02-18/1";

/// The graph of one article.
fn article(name: &str) -> Graph {
    gold::reports().into_iter().filter(|report| report.id().as_str() == name).collect()
}

fn talks() -> Graph {
    article("us-russia-talks-2025-02-18")
}

fn name(name: &str) -> NodeName {
    name.parse().expect("a name")
}

fn date(date: &str) -> Date {
    date.parse().expect("a date")
}

/// A line an answer, and the words of its evidence.
trait Show {
    fn show(&self, graph: &Graph) -> String;
}

impl Show for Said<'_> {
    fn show(&self, _: &Graph) -> String {
        let on = self.on.map_or_else(String::new, |on| on.to_string());
        let speakers: Vec<_> = self.speakers.iter().map(|node| node.label.as_str()).collect();
        let words: String = self.words.chars().take(60).collect();
        format!("{on} {} ({}): {words}", speakers.join(", "), self.mode)
    }
}

impl Show for Attended<'_> {
    fn show(&self, graph: &Graph) -> String {
        let on = self.when.from.map_or_else(|| "undated".to_owned(), |on| on.to_string());
        let words = graph.words(&self.evidence[0]).unwrap_or_default();
        format!("{on} {} {} {} [{words}]", self.who.label, self.status, self.occasion.kind)
    }
}

impl Show for Met<'_> {
    fn show(&self, graph: &Graph) -> String {
        let on = self.when.from.map_or_else(|| "undated".to_owned(), |on| on.to_string());
        let places: Vec<_> = self.places.iter().map(|node| node.label.as_str()).collect();
        let who = self.attendance.iter().map(|a| format!("{} {}", a.who.label, a.status));
        let words = graph.words(self.evidence).unwrap_or_default();
        let (kind, status) = (self.occasion.kind, self.occasion.status);
        let who = who.collect::<Vec<_>>().join(", ");
        format!("{on} {kind} {status} in {places:?} [{words}]: {who}")
    }
}

impl Show for Held<'_> {
    fn show(&self, _: &Graph) -> String {
        let holders: Vec<_> = self.holders.iter().map(|node| node.label.as_str()).collect();
        let told = self.according_to.map_or("", |node| &node.label);
        format!("{} {}: {} ({told})", holders.join(", "), self.status, self.words)
    }
}

impl Show for Served<'_> {
    fn show(&self, _: &Graph) -> String {
        let of = self.of.map_or("", |node| &node.label);
        format!("{}: {} {} of {of}", self.person.label, self.status, self.title)
    }
}

#[track_caller]
fn check<T: Show>(graph: &Graph, answers: impl Iterator<Item = T>, expected: Expect) {
    let mut shown = String::new();
    for answer in answers {
        let _ = writeln!(shown, "{}", answer.show(graph));
    }
    expected.assert_eq(&shown);
}

#[test]
fn who_sat_at_the_table_and_who_did_not() {
    let graph = talks();
    let asked = WhoAttended::default().meeting(name(TALKS));
    check(&graph, asked.clone().status(AttendanceStatus::Attended).answers(&graph), expect![[]]);
    check(&graph, asked.left_out().answers(&graph), expect![[]]);
}

#[test]
fn who_is_expected_at_the_summit() {
    let graph = talks();
    let asked = WhoAttended::default().topic("summit Putin Trump");
    check(&graph, asked.answers(&graph), expect![[]]);
}

#[test]
fn what_lavrov_said() {
    let graph = talks();
    let asked = WhoSaid::default().by(name("person:sergey-lavrov"));
    check(&graph, asked.clone().answers(&graph), expect![[]]);
    check(&graph, asked.mode(Mode::Direct).answers(&graph), expect![[]]);
}

#[test]
fn a_state_speaks_through_those_who_serve_it_and_those_who_serve_them() {
    let graph = talks();
    check(&graph, WhoSaid::default().by_state(name("state:RU")).answers(&graph), expect![[]]);
}

#[test]
fn statements_are_narrowed_by_subject_addressee_words_and_days() {
    let graph = talks();
    let asked = WhoSaid::default();
    let narrow = [
        asked.clone().about(name("state:UA")).by(name("person:marco-rubio")),
        asked.clone().to(name("organization:channel-one")),
        asked.clone().words("regular consult"),
        asked
            .clone()
            .at_meeting(name(TALKS))
            .about(name("goal:us-russia-talks-2025-02-18/428-499")),
        asked.clone().by(name("person:nobody-at-all")),
        asked.clone().since(date("2025-02-19")),
    ];
    let expected = [expect![[]], expect![[]], expect![[]], expect![[]], expect![[]], expect![[]]];
    for (asked, expected) in narrow.into_iter().zip(expected) {
        check(&graph, asked.answers(&graph), expected);
    }
}

#[test]
fn meetings_are_listed_by_day_with_all_who_are_tied_to_them() {
    let graph = talks();
    check(&graph, Meetings::default().answers(&graph), expect![[]]);
    let both = Meetings::default().with(name("state:RU")).with(name("person:antony-blinken"));
    check(&graph, both.since(date("2023")).until(date("2024")).answers(&graph), expect![[]]);
}

#[test]
fn goals_stand_with_their_holders_and_with_whose_word_it_is() {
    let graph = talks();
    let asked = Goals::default().of(name("state:RU")).set_at(name(TALKS));
    check(&graph, asked.answers(&graph), expect![[]]);
}

#[test]
fn offices_are_told_with_whom_they_serve() {
    let graph = talks();
    check(&graph, Roles::default().answers(&graph), expect![[]]);
    check(
        &graph,
        Roles::default().serving(name("state:US")).title("secretary").answers(&graph),
        expect![[]],
    );
}

#[test]
fn evidence_is_shown_in_its_sentence() {
    let graph = talks();
    let left_out = WhoAttended::default().left_out().answers(&graph).next().expect("Ukraine");
    let quote = Quote::of(&graph, &left_out.evidence[0]).expect("a quote");
    let (before, words, after) = quote.parts();
    expect![[]].assert_eq(&format!("{before}[{words}]{after}"));
}

#[test]
fn names_are_understood_as_people_type_them() {
    let graph = gold::graph();
    let show = |typed: &str, kinds: &[NodeKind]| {
        let names = |nodes: Vec<&chancery_graph::Node>| {
            nodes.iter().map(|node| node.name.to_string()).collect::<Vec<_>>().join(" ")
        };
        match resolve(&graph, typed, kinds) {
            Resolution::One(node) => format!("{typed} is {}", node.name),
            Resolution::Many(nodes) => format!("{typed} may be {}", names(nodes)),
            Resolution::None(nodes) => format!("{typed} is unknown, near {}", names(nodes)),
        }
    };
    let actors = NodeKind::ACTORS;
    let shown = [
        show("Rubio", actors),
        show("putin", actors),
        show("Lavrov", actors),
        show("moscow", actors),
        show("Moscow", &[]),
        show("U.S.", actors),
        show("ru", actors),
        show("state:RU", actors),
        show("zelensky", actors),
        show("Lavorv", actors),
        show("Ruritania", actors),
    ];
    expect![[]].assert_eq(&shown.join("\n"));
    let error = named(&graph, "Lavrov", actors).expect_err("two of them");
    expect![[]].assert_eq(&error.to_string());
}
