//! Any facts and any decisions make a graph that is the same in any order of documents.

#![no_main]

use chancery_graph::{Decision, Graph, Report};
use chancery_model::Facts;
use libfuzzer_sys::fuzz_target;
use std::sync::Arc;

#[allow(dead_code, unreachable_pub, reason = "it is shared with the tests")]
#[path = "../../tests/made/mod.rs"]
mod made;

fuzz_target!(|bytes: &[u8]| {
    let Some((kind, bytes)) = bytes.split_first() else { return };
    let mut reports: Vec<Arc<Report>> = Vec::new();
    if kind % 2 == 0 {
        // Facts as somebody might write them, and the text that they point into.
        let text = String::from_utf8_lossy(bytes);
        let (json, words) = text.split_once('\0').unwrap_or((&text, "Lavrov met Rubio in Ankara."));
        let Ok(facts) = Facts::from_json(json) else { return };
        let Ok(report) = Report::new(facts, words) else { return };
        reports.push(Arc::new(report));
    }
    for (document, seed) in bytes.chunks(8).take(6).enumerate() {
        let mut number = [0; 8];
        number[..seed.len()].copy_from_slice(seed);
        reports.push(Arc::new(made::report(document, u64::from_le_bytes(number))));
    }
    let names: Vec<_> = Graph::of(reports.clone()).all_nodes().iter().map(|n| n.name.clone()).collect();
    let mut decisions = Vec::new();
    if !names.is_empty() {
        for pair in bytes.chunks(2).take(12) {
            let [a, b] = [pair[0], *pair.last().unwrap_or(&0)].map(|at| usize::from(at) % names.len());
            let (a, b) = (names[a].clone(), names[b].clone());
            decisions.push(match pair[0] % 3 {
                0 => Decision::Distinct(a, b),
                1 => Decision::Same(a, b),
                _ => Decision::Name(a, b.to_string()),
            });
        }
    }
    let graph = Graph::decided(reports.clone(), decisions.clone());
    for name in &names {
        assert!(graph.find(name).is_some(), "{name} is lost");
    }
    reports.reverse();
    assert!(Graph::decided(reports, decisions) == graph, "another order, another graph");
});
