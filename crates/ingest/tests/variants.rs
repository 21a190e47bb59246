//! The seed article with other names, states, days and numbers is read as well as itself.
//!
//! `--nocapture` prints two of the variants and every variant's figures. With `CHANCERY_VARIANTS` set to
//! a folder, each variant is kept there: `text/` and `facts/` as annotated, `found.jsonl` as read.

mod replace;
mod samples;
mod score;

use replace::variant;
use samples::Sample;
use score::figures::score;
use std::path::Path;
use std::{fs, io};

const VARIANTS: u64 = 24;
const FIGURES: [&str; 4] = ["attendance", "meetings", "roles", "statements"];
const MAY_FALL_BY: f64 = 0.05;

#[test]
fn nothing_depends_on_the_names_states_days_and_numbers_of_one_article() {
    let figures = |sample: &Sample| {
        let tally = score(&sample.gold, &sample.found(), sample.text());
        FIGURES.map(|name| tally.figure(name).f1())
    };
    let original = figures(&samples::seed());
    println!("{FIGURES:?}\noriginal {original:.3?}");
    let mut worse = Vec::new();
    for seed in 0..VARIANTS {
        let variant = variant(seed);
        let reached = figures(&variant);
        println!("{seed:8} {reached:.3?}");
        for ((name, reached), original) in FIGURES.iter().zip(reached).zip(original) {
            if reached < original - MAY_FALL_BY {
                worse.push(format!("variant {seed}: {name} {reached:.3}, original {original:.3}"));
            }
        }
    }
    if let Some(folder) = std::env::var_os("CHANCERY_VARIANTS") {
        keep(Path::new(&folder)).expect("a folder to keep the variants in");
    }
    for seed in 0..2 {
        println!("\n{}", variant(seed).text());
    }
    assert!(worse.is_empty(), "worse than the original:\n{}", worse.join("\n"));
}

fn keep(folder: &Path) -> io::Result<()> {
    let mut found = String::new();
    for variant in (0..VARIANTS).map(variant) {
        for (kind, extension, words) in
            [("text", "txt", variant.text()), ("facts", "json", &variant.gold.to_json())]
        {
            fs::create_dir_all(folder.join(kind))?;
            fs::write(folder.join(kind).join(format!("{}.{extension}", variant.name())), words)?;
        }
        found += &variant.found().to_json();
        found.push('\n');
    }
    fs::write(folder.join("found.jsonl"), found)
}

#[test]
fn the_annotation_moves_along_with_the_words() {
    let original = samples::seed();
    for seed in 0..VARIANTS {
        let variant = variant(seed);
        let words = |sample: &Sample| -> Vec<String> {
            let of = |span: chancery_model::Span| span.of(sample.text()).map(ToOwned::to_owned);
            sample.gold.spans().into_iter().filter_map(|(_, span)| of(span)).collect()
        };
        let pairs: Vec<_> = words(&original).into_iter().zip(words(&variant)).collect();
        assert_eq!(pairs.len(), original.gold.spans().len());
        for (old, new) in pairs {
            let ends = |words: &str| (words.starts_with(char::is_whitespace), words.ends_with(' '));
            assert_eq!(ends(&old), ends(&new), "{old:?} became {new:?}");
        }
        for gone in ["Russia", "US", "America", "Ukrain", "Trump", "Putin", "Lavrov", "2025-02-18"]
        {
            assert!(!variant.text().contains(gone), "{gone} is left in variant {seed}");
        }
    }
}
