//! `ask/…`: what a typed question costs beyond the walk it rests on, and a name among a million.
//!
//! A slower `read` is felt at every question; a slower `question` against its `walk` means that
//! the question API stands in the way of the graph; a slower name is what somebody waits for who
//! spells one in their own way. `CHANCERY_NAMES=1000000` makes the million.

use chancery::{
    Columns, Company, DocumentInfo, Entity, EntityId, EntityKind, Facts, Graph, Meetings, Mention,
    Names, NodeKind, RelationKind, Report, Resolution, Span, WhoAttended, WhoSaid,
};
use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;

#[path = "common.rs"]
mod common;

const DOCUMENTS: usize = 5_000;

fn ask(bench: &mut Criterion) {
    let graph = common::graph(DOCUMENTS);
    let person = "person:p42".parse().expect("a name");
    let node = graph.find(&person).expect("one of 500 in 5,000 documents");
    let meeting = graph.relations_from(node, RelationKind::Attended)[0].to;
    let meeting_name = graph.node(meeting).name.clone();
    let mut group = bench.benchmark_group("ask");

    group.bench_function("read", |bencher| {
        let today = "2025-02-25".parse::<chancery::Date>().expect("a day").first_day();
        let asked = "What did Person p42 say about Person p7 since January 2015?";
        bencher.iter(|| chancery::ask(&graph, black_box(asked), today).expect("it is understood"));
    });

    // Q1: who attended a meeting.
    group.bench_function("q1/walk", |bencher| {
        bencher.iter(|| {
            let rows = graph.who_attended(black_box(meeting));
            rows.map(|row| graph.node(row.from).label.len() + row.evidence().len()).sum::<usize>()
        });
    });
    group.bench_function("q1/question", |bencher| {
        let asked = WhoAttended::default().meeting(meeting_name.clone());
        bencher.iter(|| {
            let rows = black_box(&asked).answers(&graph);
            rows.map(|row| row.who.label.len() + row.evidence.len()).sum::<usize>()
        });
    });

    // Q2: all that somebody said, with what it is about.
    group.bench_function("q2/walk", |bencher| {
        bencher.iter(|| {
            let rows = graph.relations_from(black_box(node), RelationKind::Said);
            let about =
                |row: &chancery::Relation| graph.relations_from(row.to, RelationKind::About).len();
            rows.iter().map(|row| graph.node(row.to).label.len() + about(row)).sum::<usize>()
        });
    });
    group.bench_function("q2/question", |bencher| {
        let asked = WhoSaid::default().by(person.clone());
        bencher.iter(|| {
            let said = black_box(&asked).answers(&graph);
            said.map(|said| said.words.len() + said.about.len()).sum::<usize>()
        });
    });

    // Q4: meetings of somebody in half a year, with whom.
    let (since, until) = ("2012-01-01", "2012-06-30");
    group.bench_function("q4/walk", |bencher| {
        let [first, last] =
            [since, until].map(|day| day.parse::<chancery::Date>().expect("a day").first_day());
        bencher.iter(|| {
            let rows = graph.relations_from(black_box(node), RelationKind::Attended).iter();
            let within = rows.filter(|row| {
                row.when.first_day().is_some_and(|day| (first..=last).contains(&day))
            });
            within.map(|row| graph.who_attended(row.to).count()).sum::<usize>()
        });
    });
    group.bench_function("q4/question", |bencher| {
        let asked = Meetings::default()
            .with(person.clone())
            .since(since.parse().expect("a day"))
            .until(until.parse().expect("a day"));
        bencher.iter(|| {
            let met = black_box(&asked).answers(&graph);
            met.map(|met| met.attendance.len()).sum::<usize>()
        });
    });

    // Q5: with whom most often.
    group.bench_function("q5/walk", |bencher| {
        let mut often = vec![0_u32; graph.node_count()];
        bencher.iter(|| {
            often.fill(0);
            for met in graph.relations_from(black_box(node), RelationKind::Attended) {
                for other in graph.who_attended(met.to) {
                    if matches!(other.columns, Columns::Attended { .. }) {
                        often[other.from.index()] += 1;
                    }
                }
            }
            let mut ranked: Vec<_> = (0..often.len()).filter(|at| often[*at] > 0).collect();
            ranked.sort_by_key(|at| (std::cmp::Reverse(often[*at]), *at));
            ranked.len()
        });
    });
    group.bench_function("q5/question", |bencher| {
        let asked = Company::default().of(person.clone());
        bencher.iter(|| black_box(&asked).answers(&graph).count());
    });
    group.finish();
}

/// A graph of so many persons with made-up names, a thousand a document.
fn named(count: usize) -> Graph {
    const PARTS: [&str; 32] = [
        "la", "vro", "ze", "len", "sky", "ko", "ma", "ri", "tch", "an", "bo", "du", "el", "fi",
        "go", "ha", "is", "ju", "kha", "mi", "no", "os", "pe", "ra", "shi", "ta", "ur", "ve", "wa",
        "ya", "zu", "tsov",
    ];
    let mut seeded = common::Seeded(5);
    let mut word = || {
        let word: String =
            (0..3 + seeded.below(2)).map(|_| PARTS[seeded.below(PARTS.len())]).collect();
        word[..1].to_uppercase() + &word[1..]
    };
    (0..count.div_ceil(1000))
        .map(|document| {
            let mut facts =
                Facts::empty(DocumentInfo::named(format!("d{document}").parse().expect("an id")));
            for at in 0..1000 {
                let number = document * 1000 + at;
                let name = format!("{} {}", word(), word());
                let id: EntityId = format!("person:n{number}").parse().expect("an id");
                debug_assert_eq!(id.kind(), EntityKind::Person);
                facts.entities.push(Entity {
                    id,
                    name,
                    mentions: vec![Mention::from(Span::new(0, 4))],
                    same_as: Vec::new(),
                    confidence: None,
                });
            }
            Report::new(facts, "they met").expect("the facts hold in their text")
        })
        .collect()
}

fn names(bench: &mut Criterion) {
    let count = std::env::var("CHANCERY_NAMES").ok().and_then(|count| count.parse().ok());
    let graph = named(count.unwrap_or(20_000));
    let names = Names::of(&graph);
    let person = graph.nodes(NodeKind::Person).nth(graph.node_count() / 3).expect("a person").1;
    let full = person.label.clone();
    let mut slip = full.clone();
    slip.remove(slip.len() / 2);
    // Another spelling: a doubled letter and other vowels.
    let other = full.replace("sky", "skiy").replace('o', "oo");
    assert!(matches!(names.resolve(&full, &[]), Resolution::One(_) | Resolution::Many(_)));
    assert!(!matches!(names.resolve(&slip, &[]), Resolution::None(near) if near.is_empty()));
    let mut group = bench.benchmark_group(format!("names/{}", graph.names().count()));
    for (what, typed) in
        [("exact", full), ("slip", slip), ("spelling", other), ("nobody", "Qwertz Uiop".into())]
    {
        group.bench_function(what, |bencher| {
            bencher.iter(|| names.resolve(black_box(&typed), NodeKind::ACTORS));
        });
    }
    group.finish();
}

criterion_group!(benches, ask, names);
criterion_main!(benches);
