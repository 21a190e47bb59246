//! Prints the words of texts as the network sees them, for training: a JSON object a line with `id`
//! and, a word each, `words`: start and end in bytes, the word's hash, its features.
//!
//! `cargo run --release -p chancery-ingest --example sights -- FILE.txt …`; of JSON lines (`id`,
//! `text`) on standard input if no file is given.

use chancery_ingest::network::sights;
use std::error::Error;
use std::io::{BufRead, Write};
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn Error>> {
    let files: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    if files.is_empty() {
        for line in std::io::stdin().lock().lines() {
            let given: serde_json::Value = serde_json::from_str(&line?)?;
            let field = |name: &str| given[name].as_str().unwrap_or_default();
            print(&mut out, field("id"), field("text"))?;
        }
    }
    for file in files {
        let id = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        print(&mut out, &id, &std::fs::read_to_string(&file)?)?;
    }
    Ok(out.flush()?)
}

fn print(out: &mut impl Write, id: &str, text: &str) -> Result<(), Box<dyn Error>> {
    let words: Vec<Vec<u64>> = sights(text)
        .iter()
        .map(|sight| {
            let span = [sight.span.start() as u64, sight.span.end() as u64, sight.word.into()];
            span.into_iter().chain(sight.features.iter().map(|value| (*value).into())).collect()
        })
        .collect();
    writeln!(out, "{}", serde_json::json!({ "id": id, "words": words }))?;
    Ok(())
}
