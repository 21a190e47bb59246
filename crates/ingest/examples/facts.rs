//! Prints what articles say, one facts document a line.
//!
//! `cargo run --release -p chancery-ingest --example facts` reads the sample articles; text files
//! given as arguments are read instead. What is known of `NAME.txt` besides its words (title, day,
//! source) is taken from `NAME.facts.json` beside it, where there is one.

use chancery_ingest::{Article, Extractor};
use chancery_model::{DocumentInfo, Facts};
use std::error::Error;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

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

fn article(file: &Path) -> Result<Article, Box<dyn Error>> {
    let text = fs::read_to_string(file)?;
    let known = file.with_extension("facts.json");
    let info = if known.exists() {
        Facts::from_json(&fs::read_to_string(known)?)?.document
    } else {
        let stem = file.file_stem().unwrap_or_default().to_string_lossy();
        DocumentInfo::named(stem.parse()?)
    };
    let mut article = Article::new(info.id, text);
    if let Some(title) = info.title {
        article = article.titled(title);
    }
    if let Some(day) = info.published {
        article = article.published(day);
    }
    if let Some(source) = info.source {
        article = article.from_source(source);
    }
    Ok(article)
}
