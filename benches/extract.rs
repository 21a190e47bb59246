//! `extract/…`: how many bytes of news are read a second, on one core.
//!
//! A slower number costs whoever reads an archive of years: at 1 MB a second the million releases
//! and articles of one ministry's decade (some 4 GB) take an hour on one core, at 0.1 MB a night.

use chancery::{Article, Extractor};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;

#[path = "common.rs"]
mod common;

fn extract(bench: &mut Criterion) {
    let extractor = Extractor::default();
    let articles = common::articles();
    let mut group = bench.benchmark_group("extract");
    group.sample_size(20);

    let bytes: usize = articles.iter().map(|article| article.text().len()).sum();
    group.throughput(Throughput::Bytes(bytes as u64));
    group.bench_function("articles", |bencher| {
        bencher.iter(|| {
            articles
                .iter()
                .map(|article| extractor.extract(article).facts.entities.len())
                .sum::<usize>()
        });
    });

    // One long text: the time must grow with the length, not with its square.
    let long = common::long_article(1 << 20);
    group.throughput(Throughput::Bytes(long.text().len() as u64));
    group.bench_function("one_megabyte", |bencher| {
        bencher.iter(|| extractor.extract(black_box(&long)).facts.entities.len());
    });

    // No word of it makes sense: what reading costs where there is nothing to read.
    let noise = Article::new("noise".parse().expect("an id"), "(\"“’ ".repeat(1 << 15));
    group.throughput(Throughput::Bytes(noise.text().len() as u64));
    group.bench_function("hostile_quotes", |bencher| {
        bencher.iter(|| extractor.extract(black_box(&noise)).facts.statements.len());
    });
    group.finish();
}

criterion_group!(benches, extract);
criterion_main!(benches);
