//! The sample articles of `data/articles`, with the facts that were written by hand.

use chancery_graph::{Graph, Report};
use chancery_model::Facts;
use std::fs;
use std::path::Path;

/// Every sample article, by name.
pub(crate) fn reports() -> Vec<Report> {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/articles"));
    let mut names: Vec<_> = fs::read_dir(folder)
        .expect("the sample articles lie in data/articles")
        .filter_map(|entry| {
            let name = entry.expect("a folder").file_name().into_string().expect("UTF-8");
            name.strip_suffix(".facts.json").map(str::to_owned)
        })
        .collect();
    names.sort();
    let read = |name: String| fs::read_to_string(folder.join(name)).expect("a readable file");
    let report = |name: &String| {
        let facts = Facts::from_json(&read(format!("{name}.facts.json"))).expect("facts");
        Report::new(facts, read(format!("{name}.txt"))).expect("spans in the text")
    };
    names.iter().map(report).collect()
}

/// The graph of them all.
#[allow(dead_code, reason = "not every test file asks for it")]
pub(crate) fn graph() -> Graph {
    reports().into_iter().collect()
}
