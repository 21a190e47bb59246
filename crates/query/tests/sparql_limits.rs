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

/// `sparql/planned.txt` has a query a line: its beginning, what opens each of its parts, what is
/// innermost, what closes each part, and its end. `#` is the number of the part.
#[test]
fn what_would_be_planned_for_long_is_refused_and_the_largest_that_is_not_is_planned_at_once() {
    let query = |line: &str, times: usize| {
        let [before, open, middle, close, after] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("five parts: {line}")
        };
        let each = |part: &str| -> String {
            (0..times).map(|at| part.replace('#', &at.to_string())).collect()
        };
        format!("{before}{}{middle}{}{after}", each(open), each(close))
    };
    let mut wrong = String::new();
    for line in include_str!("sparql/planned.txt").lines() {
        let (mut most, mut too_many) = (1, 700);
        let mut longest = Duration::ZERO;
        let mut asked = |times| {
            let begun = Instant::now();
            let answer = sparql(&Graph::default(), &query(line, times), Limits::default());
            longest = longest.max(begun.elapsed());
            match answer {
                Ok(SparqlAnswer::Boolean(_)) => true,
                Err(SparqlError::TooLarge(_)) => false,
                other => panic!("{line}, {times} times: {other:?}"),
            }
        };
        let refused = !asked(too_many) && asked(most);
        while refused && too_many - most > 1 {
            let times = usize::midpoint(most, too_many);
            if asked(times) {
                most = times;
            } else {
                too_many = times;
            }
        }
        // Planned or not: whoever asked does not wait for it beyond the time that it may take.
        let limits = Limits { time: Duration::from_millis(1), ..Limits::default() };
        let begun = Instant::now();
        let _ = sparql(&Graph::default(), &query(line, most), limits);
        let hurried = begun.elapsed();
        println!("{most} in {longest:?}, hurried {hurried:?}: {line}");
        if !refused || longest > Duration::from_secs(1) || hurried > Duration::from_millis(900) {
            let _ = writeln!(wrong, "{line}: {most} times, {longest:?}, hurried {hurried:?}");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn comments_are_nested_in_nothing() {
    let rule = "-".repeat(110);
    for query in [
        format!("# {rule}\nASK {{}}"),
        format!("#{rule}\n  #{rule}\nASK {{}} # {{{rule}"),
        format!("ASK {{ ?a <x:y#z> ?c # {}\n}}", "(".repeat(200)),
    ] {
        assert!(sparql(&Graph::default(), &query, Limits::default()).is_ok(), "{query}");
    }
    for deep in ["(".repeat(200), format!("\"#\" {}", "(".repeat(200))] {
        let query = format!("ASK {{ FILTER({deep}");
        let answer = sparql(&Graph::default(), &query, Limits::default());
        assert!(matches!(answer, Err(SparqlError::TooLarge(_))), "{answer:?}");
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

/// `sparql/ample.txt` has the memory in KiB, a query and the one value that it gives a line.
#[test]
fn what_does_not_take_much_is_answered_with_little() {
    let graph = graph();
    for line in include_str!("sparql/ample.txt").lines() {
        let [memory, query, value] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("three parts: {line}")
        };
        let memory = memory.parse::<usize>().expect("KiB") << 10;
        let limits = Limits { time: Duration::from_mins(1), memory, ..Limits::default() };
        match sparql(&graph, query, limits) {
            Ok(SparqlAnswer::Rows { rows, .. }) => {
                assert_eq!(rows.len(), 1, "{query}");
                assert_eq!(rows[0][0].as_ref().expect("a value").short(), value, "{query}");
            }
            other => panic!("{query}: {other:?}"),
        }
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
