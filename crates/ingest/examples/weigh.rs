//! Prints what decisions on meetings rest upon, for training: a facts document a line whose
//! meetings have `signals`, and `ties` with the `signals` of everybody who may be tied to them.
//!
//! `cargo run --release -p chancery-ingest --example weigh -- FILE.txt …`. What is known of
//! `NAME.txt` besides its words is taken from `NAME.facts.json` beside it, where there is one.

use chancery_ingest::{Article, Extractor};
use chancery_model::Facts;
use serde_json::{Value, json};
use std::error::Error;
use std::fs;
use std::io::Write;

fn main() -> Result<(), Box<dyn Error>> {
    let extractor = Extractor::default();
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for file in std::env::args_os().skip(1) {
        let file = std::path::PathBuf::from(file);
        let stem = file.file_stem().unwrap_or_default().to_string_lossy();
        let mut article = Article::new(stem.parse()?, fs::read_to_string(&file)?);
        let known = file.with_extension("facts.json");
        if known.exists() {
            let info = Facts::from_json(&fs::read_to_string(known)?)?.document;
            if let Some(title) = info.title {
                article = article.titled(title);
            }
            if let Some(day) = info.published {
                article = article.published(day);
            }
            if let Some(source) = info.source {
                article = article.from_source(source);
            }
        }
        let (facts, signals) = extractor.weigh(&article);
        let mut shown: Value = serde_json::from_str(&facts.to_json())?;
        for (number, signals) in signals.iter().enumerate() {
            let ties: Vec<Value> = signals
                .ties
                .iter()
                .map(|(who, signals)| json!({ "who": who.to_string(), "signals": signals }))
                .collect();
            shown["meetings"][number]["signals"] = json!(signals.meeting);
            shown["meetings"][number]["ties"] = json!(ties);
        }
        writeln!(out, "{shown}")?;
    }
    Ok(out.flush()?)
}
