//! Prints what decisions on meetings rest upon, for training: a facts document a line whose
//! meetings have `signals`, and `ties` with the `signals` of everybody who may be tied to them.
//!
//! `cargo run --release -p chancery-ingest --example weigh -- [--unmarked] [--network FILE] FILE.txt …`.
//! What is known of `NAME.txt` besides its words is taken from `NAME.facts.json` beside it, where
//! there is one; with `--unmarked` the network is not asked, with `--network` one of other weights.

mod articles;

use articles::article;
use chancery_ingest::Extractor;
use chancery_ingest::network::Network;
use chancery_model::Span;
use serde_json::{Value, json};
use std::error::Error;
use std::io::Write;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let mut extractor = Extractor::default();
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let mut files = std::env::args_os().skip(1).peekable();
    let unmarked = files.next_if(|first| first == "--unmarked").is_some();
    if files.next_if(|next| next == "--network").is_some() {
        let file = files.next().ok_or("which network?")?;
        extractor = extractor
            .with_network(Box::leak(Box::new(Network::from_bytes(&std::fs::read(file)?)?)));
    }
    for file in files {
        let article = article(Path::new(&file))?;
        let (facts, signals, pairs) = extractor.weigh(&article, !unmarked);
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
        let spans = |spans: &[Span]| -> Vec<_> {
            spans.iter().map(|span| [span.start(), span.end()]).collect()
        };
        shown["pairs"] = pairs
            .iter()
            .map(|pair| {
                json!({
                    "first": spans(&pair.first),
                    "second": spans(&pair.second),
                    "signals": pair.signals,
                })
            })
            .collect();
        writeln!(out, "{shown}")?;
    }
    Ok(out.flush()?)
}
