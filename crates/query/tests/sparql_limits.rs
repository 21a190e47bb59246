//! Queries that would run for ever, or take all memory, end when they may take no more: those in
//! `sparql/runaway.txt`, one a line.

#![cfg(feature = "sparql")]

#[path = "../../graph/tests/made/mod.rs"]
mod made;

use chancery_graph::Graph;
use chancery_query::sparql::{Limits, SparqlAnswer, SparqlError, sparql};
use std::fmt::Write;
use std::time::{Duration, Instant};

const RUNAWAY: &str = include_str!("sparql/runaway.txt");

/// As much as some hundred articles tell.
fn graph() -> Graph {
    (0..300).map(|seed| made::report(usize::try_from(seed).expect("few"), seed)).collect()
}

#[test]
fn what_runs_for_ever_is_stopped_at_its_time() {
    let graph = graph();
    let limits = Limits { time: Duration::from_millis(150), ..Limits::default() };
    let mut wrong = String::new();
    for query in RUNAWAY.lines() {
        let begun = Instant::now();
        let answer = sparql(&graph, query, limits);
        let took = begun.elapsed();
        let stopped = matches!(answer, Err(SparqlError::Stopped(_) | SparqlError::TooMuch(_)));
        if !stopped || took > limits.time + Duration::from_secs(1) {
            let _ = writeln!(wrong, "{query}: {answer:?} after {took:?}");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn what_would_take_all_memory_is_stopped_before_it_does() {
    let graph = graph();
    let limits = Limits { time: Duration::from_mins(1), memory: 4 << 20, ..Limits::default() };
    let holds = |query: &&str| {
        ["ORDER BY ?", "DISTINCT", "GROUP", "+ ?b . ?b", "REPLACE(", "BIND("]
            .iter()
            .any(|word| query.contains(word))
    };
    assert!(RUNAWAY.lines().filter(holds).count() > 5);
    for query in RUNAWAY.lines().filter(holds) {
        let answer = sparql(&graph, query, limits);
        assert!(matches!(answer, Err(SparqlError::TooMuch(_))), "{query}: {answer:?}");
    }
}

/// What is given back is free again: a query may read much more than it may hold.
#[test]
fn a_query_may_read_more_than_it_holds() {
    let graph = graph();
    let limits = Limits { time: Duration::from_mins(1), memory: 64 << 10, ..Limits::default() };
    let asked = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c }";
    let Ok(SparqlAnswer::Rows { rows, .. }) = sparql(&graph, asked, limits) else { panic!("rows") };
    let count: usize = rows[0][0].as_ref().expect("a number").short().parse().expect("a number");
    assert!(count * 64 > limits.memory, "{count}");
    // And the next query begins with nothing.
    for _ in 0..3 {
        assert!(sparql(&graph, asked, limits).is_ok());
    }
}

#[test]
fn rows_that_hold_nothing_are_counted_like_others() {
    let count = |pattern: &str| {
        let query = format!("SELECT (COUNT(*) AS ?n) WHERE {{ {pattern} }}");
        let Ok(SparqlAnswer::Rows { rows, .. }) =
            sparql(&Graph::default(), &query, Limits::default())
        else {
            panic!("rows")
        };
        rows[0][0].as_ref().expect("a number").short()
    };
    assert_eq!(count("{} UNION {}"), "2");
    assert_eq!(count("{ {} UNION {} } { {} UNION {} UNION {} }"), "6");
    assert_eq!(count("VALUES ?a { UNDEF 1 } VALUES ?a { UNDEF UNDEF }"), "4");
    assert_eq!(count("VALUES () { () () () }"), "3");
    assert_eq!(count("VALUES ?a { 1 2 } MINUS { VALUES ?a { UNDEF } }"), "2");
    assert_eq!(count("VALUES ?a { 1 2 } MINUS { SELECT ?b WHERE { VALUES ?a { 1 } } }"), "2");
    assert_eq!(count("VALUES ?a { 1 2 } MINUS { {} UNION {} }"), "2");
    assert_eq!(count("VALUES ?a { 1 } OPTIONAL { SELECT ?b WHERE { {} UNION {} } }"), "2");
}
