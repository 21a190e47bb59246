//! Any string at all: spans lie in the text on character boundaries, and the JSON says the same.
//!
//! From `crates/ingest`, the sample articles for seeds and what is found kept in `corpus/extract`:
//! `cargo +nightly fuzz run extract fuzz/corpus/extract data/articles -- -max_total_time=60`

#![no_main]

use chancery_ingest::{Article, Extractor};
use chancery_model::Facts;
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static EXTRACTOR: LazyLock<Extractor> = LazyLock::new(Extractor::default);

fuzz_target!(|text: &str| {
    let article = Article::new("any".parse().expect("an id"), text)
        .published("2024-02-29".parse().expect("a day"));
    let facts = EXTRACTOR.extract(&article).facts;
    facts.check_spans(text).expect("spans in the text");
    let read = Facts::from_json(&facts.to_json()).expect("well-formed JSON");
    assert_eq!(read, facts);
});
