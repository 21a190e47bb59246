//! Asks in SPARQL 1.1, over the graph in place: `cargo run --features sparql --example sparql`.

#![expect(clippy::print_stdout, reason = "an example shows what it finds")]

use chancery::sparql::{Cell, Limits, SparqlAnswer, SparqlError, sparql};
use chancery::{Archive, Article};
use std::time::Duration;

const TALKS: &str = include_str!("../data/articles/us-russia-talks-2025-02-18.txt");

/// Who was not there, how, and the words that say so. `VOCABULARY.md` in `crates/query` has the names.
const ABSENT: &str = "
    SELECT ?who ?how ?words WHERE {
      ?meeting a sem:Event ; chy:attendance ?role .
      ?role rdf:value/rdfs:label ?who ; sem:roleType ?how ;
        prov:wasDerivedFrom/oa:hasSelector/oa:exact ?words
      FILTER (?how IN (chy:absent, chy:excluded, chy:declined))
    }";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::temp_dir().join(format!("sparql-{}", std::process::id()));
    let mut archive = Archive::open_or_create(&folder)?;
    archive.read(&Article::new("talks".parse()?, TALKS))?;

    if let SparqlAnswer::Rows { rows, .. } = sparql(archive.graph(), ABSENT, Limits::default())? {
        for row in rows {
            let cell = |cell: Option<Cell>| match cell {
                Some(Cell::Iri(text) | Cell::Blank(text) | Cell::Literal { value: text, .. }) => {
                    text
                }
                None => String::new(),
            };
            println!("{}", row.into_iter().map(cell).collect::<Vec<_>>().join(" | "));
        }
    }

    // What would run for ever is stopped.
    let endless = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }";
    let limits = Limits { time: Duration::from_millis(200), ..Limits::default() };
    match sparql(archive.graph(), endless, limits) {
        Err(error @ SparqlError::Stopped(_)) => println!("{error}"),
        other => println!("{other:?}"),
    }

    std::fs::remove_dir_all(&folder)?;
    Ok(())
}
