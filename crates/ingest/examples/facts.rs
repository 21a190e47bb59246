//! Prints what articles say, one facts document a line.
//!
//! `cargo run --release -p chancery-ingest --example facts` reads the sample articles; text files
//! given as arguments are read instead. What is known of `NAME.txt` besides its words (title, day,
//! source) is taken from `NAME.facts.json` beside it, where there is one.

mod articles;

use articles::article;
use chancery_ingest::Extractor;
use std::error::Error;
use std::fs;
use std::io::Write;
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn Error>> {
    let mut files: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    if files.is_empty() {
        let samples = concat!(env!("CARGO_MANIFEST_DIR"), "/data/articles");
        for entry in fs::read_dir(samples)? {
            files.push(entry?.path());
        }
        files.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
        files.sort();
    }
    let extractor = Extractor::default();
    let mut out = std::io::stdout().lock();
    for file in files {
        let facts = extractor.extract(&article(&file)?).facts;
        writeln!(out, "{}", facts.to_json())?;
    }
    Ok(())
}
