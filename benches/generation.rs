//! `generation/…`: what it costs to load a table of events, to open it, and to walk it.
//!
//! A slower `load` is what a researcher waits for after fetching a year of events; a slower `open`
//! delays every command; a slower durable insert holds up whoever waits to be acknowledged; a
//! slower question is felt on each click of an explorer, and slower walks are what an analyst
//! waits for when a network is drawn.

use chancery::{
    Archive, Day, DocumentInfo, EventTable, Facts, Generation, GenerationBuilder, NodeId, Report,
    Scratch, Trust,
};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;

#[path = "common.rs"]
mod common;

const EVENTS: usize = 200_000;

fn generation(bench: &mut Criterion) {
    let rows = common::events(EVENTS);
    let read = || EventTable::plain("events".parse().expect("an id"), rows.as_bytes());
    let table = read().expect("memory is readable");
    let folder = std::env::temp_dir().join(format!("chancery-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let made = GenerationBuilder::default().table(&table).publish(&folder).expect("published");
    let view = made.view();
    let seeds = common::seeds(|kind| view.ids(kind).collect());
    let mut scratch = Scratch::default();
    let mut group = bench.benchmark_group("generation");

    let each = |group: &mut criterion::BenchmarkGroup<_>,
                name: &str,
                ask: &mut dyn FnMut(&common::Seed) -> usize| {
        let mut next = seeds.iter().cycle();
        group.bench_function(name, |bencher| {
            bencher.iter(|| ask(black_box(next.next().expect("it goes round"))));
        });
    };
    each(&mut group, "q1_who_attended", &mut |seed| {
        view.who_attended(seed.meeting).iter().map(|link| usize::from(link.tag)).sum()
    });
    each(&mut group, "q2_said_by", &mut |seed| {
        view.said_by(seed.actor).iter().filter(|said| said.about.is_many()).count()
    });
    each(&mut group, "q3_said_by_about", &mut |seed| {
        view.said_by_about(seed.actor, seed.other).count()
    });
    each(&mut group, "q4_met_in_a_window", &mut |seed| {
        let mut count = 0;
        let from: Day = seed.day;
        view.met(seed.actor, (from, from.plus(180)), |_, _, _| count += 1);
        count
    });
    each(&mut group, "q5_most_met", &mut |seed| view.most_met(seed.actor, 10, &mut scratch).len());
    each(&mut group, "q6_three_hops", &mut |seed| view.count_within(seed.actor, 3, &mut scratch));
    each(&mut group, "q7_shortest_path", &mut |seed| {
        view.shortest_path(seed.actor, seed.other, &mut scratch).map_or(0, <[NodeId]>::len)
    });
    each(&mut group, "q8_everything", &mut |seed| {
        view.count_within(seed.actor, u32::MAX, &mut scratch)
    });
    group.bench_function("open", |bencher| {
        bencher.iter(|| Generation::open(black_box(&folder)).expect("published").number());
    });
    group.sample_size(10);
    group.throughput(Throughput::Elements(view.relation_count() as u64));
    group.bench_function("verify", |bencher| {
        let open = || Generation::open_with(black_box(&folder), Trust::Nothing);
        bencher.iter(|| open().expect("published").number());
    });
    group.bench_function("load", |bencher| {
        bencher.iter(|| {
            let table = read().expect("memory is readable");
            let made = GenerationBuilder::default().table(&table).publish(&folder);
            made.expect("published").view().relation_count()
        });
    });
    group.throughput(Throughput::Elements(1));
    let place = folder.join("durable");
    let mut archive = Archive::open_or_create(&place).expect("an archive");
    let mut next = 0;
    group.bench_function("durable_insert", |bencher| {
        bencher.iter(|| {
            next += 1;
            let id = format!("note-{next}").parse().expect("an id");
            let facts = Facts::empty(DocumentInfo::named(id));
            let report = Report::new(facts, "France and Chad held talks in Paris.");
            archive.add(report.expect("no facts contradict it")).expect("it is on the disk")
        });
    });
    group.finish();
    let _ = std::fs::remove_dir_all(&folder);
}

criterion_group!(benches, generation);
criterion_main!(benches);
