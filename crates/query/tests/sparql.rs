//! SPARQL over the graph in place: the examples of `VOCABULARY.md`, the same answers as the
//! questions, and the same triples whichever way they are asked for.

#![cfg(feature = "sparql")]

#[path = "../../graph/tests/gold/mod.rs"]
mod gold;
#[path = "../../graph/tests/made/mod.rs"]
mod made;

use chancery_graph::{Graph, NodeKind, NodeName};
use chancery_model::{AttendanceStatus, GoalStatus, MeetingStatus};
use chancery_query::sparql::{Cell, Limits, SparqlAnswer, SparqlError, sparql};
use chancery_query::{Goals, WhoAttended, WhoMet, WhoSaid};
use expect_test::expect_file;
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::time::{Duration, Instant};

fn talks() -> Graph {
    let reports = gold::reports();
    reports.into_iter().filter(|r| r.id().as_str() == "us-russia-talks-2025-02-18").collect()
}

fn asked(graph: &Graph, query: &str) -> SparqlAnswer {
    sparql(graph, query, Limits::default()).unwrap_or_else(|error| panic!("{query}\n{error}"))
}

/// One line a row.
fn shown(answer: &SparqlAnswer) -> String {
    let mut shown = String::new();
    match answer {
        SparqlAnswer::Boolean(answer) => drop(writeln!(shown, "{answer}")),
        SparqlAnswer::Rows { rows, .. } => {
            for row in rows {
                let cells: Vec<_> = row
                    .iter()
                    .map(|cell| cell.as_ref().map_or_else(String::new, Cell::short))
                    .collect();
                let _ = writeln!(shown, "{}", cells.join(" | "));
            }
        }
        SparqlAnswer::Triples { triples, .. } => {
            let mut lines: Vec<_> = triples
                .iter()
                .map(|triple| triple.each_ref().map(Cell::short).join(" | ") + "\n")
                .collect();
            lines.sort();
            shown.extend(lines);
        }
    }
    shown
}

/// The queries of `VOCABULARY.md` with the questions above them.
fn examples() -> Vec<(&'static str, &'static str)> {
    let page = include_str!("../VOCABULARY.md");
    let examples = page.split("## Examples").nth(1).expect("there are examples");
    let mut found = Vec::new();
    let mut rest = examples;
    while let Some((before, after)) = rest.split_once("```sparql\n") {
        let (query, after) = after.split_once("```").expect("it is closed");
        found.push((before.trim().lines().last().unwrap_or_default(), query));
        rest = after;
    }
    found
}

#[test]
fn each_example_of_the_vocabulary_is_answered() {
    let graph = talks();
    let mut all = String::new();
    for (question, query) in examples() {
        let answer = shown(&asked(&graph, query));
        assert!(!answer.is_empty(), "{question}");
        let _ = writeln!(all, "{question}\n{answer}");
    }
    expect_file!["sparql/examples.txt"].assert_eq(&all);
}

fn name(name: &str) -> NodeName {
    name.parse().expect("a name")
}

/// The rows of one of the examples, as a set of first cells.
fn firsts(graph: &Graph, example: usize) -> BTreeSet<String> {
    let answer = asked(graph, examples()[example].1);
    let SparqlAnswer::Rows { rows, .. } = answer else { panic!("rows") };
    rows.into_iter().filter_map(|row| row.into_iter().next()?.map(|cell| cell.short())).collect()
}

#[test]
fn the_same_is_answered_by_questions_and_by_sparql() {
    let graph = talks();
    let labels = |nodes: Vec<String>| nodes.into_iter().collect::<BTreeSet<_>>();
    let february = || "2025-02".parse().expect("a date");
    let attended = WhoAttended::default()
        .status(AttendanceStatus::Attended)
        .topic("talks")
        .since(february())
        .until(february());
    let attended = attended.answers(&graph).map(|row| row.who.label.clone()).collect();
    assert_eq!(firsts(&graph, 0), labels(attended));
    let left_out = WhoAttended::default().left_out();
    let left_out = left_out.answers(&graph).map(|row| row.who.label.clone()).collect();
    assert_eq!(firsts(&graph, 1), labels(left_out));
    let words = |asked: WhoSaid| asked.answers(&graph).map(|said| said.words.to_owned()).collect();
    let lavrov = WhoSaid::default().by(name("person:sergey-lavrov"));
    let SparqlAnswer::Rows { rows, .. } = asked(&graph, examples()[2].1) else { panic!("rows") };
    let said = rows.iter().filter_map(|row| Some(row[1].as_ref()?.short())).collect();
    assert_eq!(labels(said), labels(words(lavrov)));
    let ukraine = WhoSaid::default().by(name("person:marco-rubio")).about(name("state:UA"));
    assert_eq!(firsts(&graph, 3), labels(words(ukraine)));
    let agreed = Goals::default().status(GoalStatus::Agreed);
    let agreed = agreed.answers(&graph).map(|held| held.words.to_owned()).collect();
    assert_eq!(firsts(&graph, 4), labels(agreed));
    let summit = WhoMet::default()
        .one(name("person:donald-trump"))
        .other(name("person:vladimir-putin"))
        .status(MeetingStatus::Planned);
    assert_eq!(asked(&graph, examples()[5].1), SparqlAnswer::Boolean(true));
    assert_eq!(summit.answers(&graph).count(), 1);
    let before = WhoMet::default()
        .one(name("person:sergey-lavrov"))
        .other(name("state:US"))
        .titled("secretary of state")
        .until("2025-02-17".parse().expect("a date"));
    let met = before.answers(&graph).flat_map(|met| met.other).map(|row| row.who.label.clone());
    assert_eq!(firsts(&graph, 6), labels(met.collect()));
}

#[test]
fn what_is_no_query_or_runs_for_ever_is_refused() {
    let graph = gold::graph();
    for bad in ["", "SELECT", "SELEKT * WHERE { ?s ?p ?o }", "INSERT DATA { <a:b> <a:c> <a:d> }"] {
        let error = sparql(&graph, bad, Limits::default()).expect_err("no query");
        assert!(matches!(error, SparqlError::Syntax(_)), "{bad}: {error}");
    }
    let deep = format!("SELECT * WHERE {}{}", "{".repeat(20_000), "}".repeat(20_000));
    let error = sparql(&graph, &deep, Limits::default()).expect_err("deep");
    assert!(matches!(error, SparqlError::TooLarge(_)));
    assert!(sparql(&graph, &"x".repeat(1_000_000), Limits::default()).is_err());
    // Every triple with every other, four times.
    let limits = Limits { time: Duration::from_millis(200), rows: 10, ..Limits::default() };
    for endless in [
        "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }",
        "SELECT (COUNT(*) AS ?n) WHERE { { ?a ?b ?c } { ?d ?e ?f } { ?g ?h ?i } { ?j ?k ?l } }",
    ] {
        let begun = Instant::now();
        let error = sparql(&graph, endless, limits).expect_err("it would run for ever");
        assert!(matches!(error, SparqlError::Stopped(_)), "{error}");
        assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
    }
    let many = sparql(&graph, "SELECT * WHERE { ?s ?p ?o }", Limits { rows: 10, ..limits });
    assert!(matches!(many, Ok(SparqlAnswer::Rows { rows, cut: true, .. }) if rows.len() == 10));
    let service = "SELECT * WHERE { SERVICE <https://example.org/> { ?s ?p ?o } }";
    assert!(sparql(&graph, service, Limits::default()).is_err());
}

/// Patterns that share nothing give each row of the one with each of the other.
#[test]
fn patterns_apart_are_multiplied() {
    let graph = gold::graph();
    let count = |pattern: &str| {
        let SparqlAnswer::Rows { rows, .. } =
            asked(&graph, &format!("SELECT * WHERE {{ {pattern} }}"))
        else {
            panic!("rows")
        };
        rows.len()
    };
    let absent = count("?m chy:absent ?a");
    let named = count("?s a schema:Country . ?s rdfs:label ?l");
    assert!(absent > 0 && named > 1, "{absent}, {named}");
    for both in [
        "?m chy:absent ?a . ?s a schema:Country . ?s rdfs:label ?l",
        "?s a schema:Country . ?m chy:absent ?a . ?s rdfs:label ?l",
        "{ ?m chy:absent ?a } { ?s a schema:Country . ?s rdfs:label ?l }",
        "?m chy:absent ?a { SELECT * WHERE { ?s a schema:Country . ?s rdfs:label ?l } }",
    ] {
        assert_eq!(count(both), absent * named, "{both}");
    }
    // What a blank node stands for joins too.
    assert_eq!(count("_:s a schema:Country . _:s rdfs:label ?l"), named);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Every triple is found by its subject, by its object, by both, and by neither.
    #[test]
    fn a_triple_is_found_whichever_way_it_is_asked_for(seeds in prop::collection::vec(any::<u64>(), 1..3), pick in any::<prop::sample::Index>()) {
        let graph: Graph = seeds.into_iter().enumerate().map(|(at, seed)| made::report(at, seed)).collect();
        let SparqlAnswer::Rows { rows, .. } = asked(&graph, "SELECT ?s ?p ?o WHERE { ?s ?p ?o }") else { panic!("rows") };
        let all: BTreeSet<Vec<String>> = rows.iter().map(|row| row.iter().map(|cell| written(cell.as_ref())).collect()).collect();
        prop_assert_eq!(all.len(), rows.len(), "each triple once");
        let all: Vec<_> = all.into_iter().collect();
        let triple = &all[pick.index(all.len())];
        let [s, p, o] = &triple[..] else { panic!("three") };
        for (pattern, same) in [
            (format!("{s} {p} ?o"), 0b110), (format!("?s {p} {o}"), 0b011), (format!("{s} ?p {o}"), 0b101),
            (format!("{s} ?p ?o"), 0b100), (format!("?s {p} ?o"), 0b010), (format!("?s ?p {o}"), 0b001),
        ] {
            let expected = all.iter().filter(|other| {
                (0..3).all(|at| same & (0b100 >> at) == 0 || other[at] == triple[at])
            }).count();
            let SparqlAnswer::Rows { rows, .. } = asked(&graph, &format!("SELECT * WHERE {{ {pattern} }}")) else { panic!("rows") };
            prop_assert_eq!(rows.len(), expected, "{}", pattern);
        }
        prop_assert_eq!(asked(&graph, &format!("ASK {{ {s} {p} {o} }}")), SparqlAnswer::Boolean(true));
    }
}

/// A term as it is written in a query.
fn written(cell: Option<&Cell>) -> String {
    match cell {
        Some(Cell::Iri(iri)) => format!("<{iri}>"),
        Some(Cell::Literal { value, datatype, .. }) => {
            let value = value.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
            format!("\"{value}\"^^<{datatype}>")
        }
        _ => panic!("nothing here is without a name"),
    }
}

#[test]
fn every_kind_of_node_has_a_class() {
    let graph = talks();
    for kind in NodeKind::ALL {
        for (_, node) in graph.nodes(*kind) {
            let iri = node.name.as_str();
            let query = format!("ASK {{ <https://chancery-rs.github.io/id/{iri}> a ?class }}");
            assert_eq!(asked(&graph, &query), SparqlAnswer::Boolean(true), "{iri}");
        }
    }
}

#[test]
fn the_vocabulary_names_every_predicate_and_class_there_is() {
    let page = include_str!("../VOCABULARY.md");
    let mut graph: Vec<_> = gold::reports();
    graph.extend((0..40).map(|seed| made::report(usize::try_from(seed).expect("few"), seed)));
    let graph: Graph = graph.into_iter().collect();
    let limits = Limits { time: Duration::from_mins(2), ..Limits::default() };
    for query in
        ["SELECT DISTINCT ?p WHERE { ?s ?p ?o }", "SELECT DISTINCT ?class WHERE { ?s a ?class }"]
    {
        let answer = sparql(&graph, query, limits).expect("it is answered");
        let names = shown(&answer);
        assert!(names.lines().count() > 10, "{names}");
        for name in names.lines() {
            // `a` is how everybody writes `rdf:type`.
            assert!(name == "rdf:type" || page.contains(&format!("`{name}`")), "{name}");
        }
    }
}
