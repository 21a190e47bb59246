//! `walk/…`: what it costs to walk the graph, over 5,000 documents of a seeded archive.
//!
//! A slower `who_attended` or `who_said` is felt as a pause after each question; a slower
//! `counterparts` or `components` is what an analyst waits for on every redraw of a network; a
//! slower `build` is what every opening of an archive costs.

use chancery::{NodeKind, RelationKind, WhoAttended, WhoSaid};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;

#[path = "common.rs"]
mod common;

const DOCUMENTS: usize = 5_000;

fn walk(bench: &mut Criterion) {
    let graph = common::graph(DOCUMENTS);
    let person = "person:p42".parse().expect("a name");
    let node = graph.find(&person).expect("one of 500 in 5,000 documents");
    let mut group = bench.benchmark_group("walk");

    group.bench_function("who_attended", |bencher| {
        let asked = WhoAttended::default().with(person.clone());
        bencher.iter(|| asked.answers(black_box(&graph)).count());
    });
    group.bench_function("who_said", |bencher| {
        let asked = WhoSaid::default().by(person.clone()).since("2015".parse().expect("a year"));
        bencher.iter(|| asked.answers(black_box(&graph)).count());
    });
    // Two hops: everybody who sat at a table with one person, with how often.
    group.bench_function("counterparts", |bencher| {
        let mut often = vec![0_u32; graph.node_count()];
        bencher.iter(|| {
            often.fill(0);
            for met in graph.relations_from(black_box(node), RelationKind::Attended) {
                for other in graph.who_attended(met.to) {
                    often[other.from.index()] += 1;
                }
            }
            often.iter().filter(|count| **count > 0).count()
        });
    });
    group.throughput(Throughput::Elements(graph.relation_count() as u64));
    group.bench_function("every_relation", |bencher| {
        bencher.iter(|| {
            let nodes = NodeKind::ALL.iter().flat_map(|kind| graph.nodes(*kind));
            let relations = nodes.flat_map(|(id, _)| graph.outgoing(id));
            relations.map(|id| graph.relation(*id).evidence().len()).sum::<usize>()
        });
    });
    group.bench_function("components", |bencher| {
        bencher.iter(|| petgraph::algo::connected_components(black_box(&graph).view()));
    });
    group.sample_size(10);
    group.throughput(Throughput::Elements(DOCUMENTS as u64));
    group.bench_function("build", |bencher| {
        bencher.iter(|| common::graph(black_box(DOCUMENTS)).node_count());
    });
    group.finish();
}

criterion_group!(benches, walk);
criterion_main!(benches);
