//! Finds the documents with certain words, and points at them: `cargo run --example words_in_documents`.

#![expect(clippy::print_stdout, reason = "an example shows what it finds")]

use chancery::{Archive, Article, Mentions};

const TALKS: &str = include_str!("../data/articles/us-russia-talks-2025-02-18.txt");
const DIALOGUE: &str = include_str!("../data/articles/us-russia-stability-dialogue-2021-07-28.txt");

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::temp_dir().join(format!("words-in-documents-{}", std::process::id()));
    let mut archive = Archive::open_or_create(&folder)?;
    archive.read(&Article::new("talks".parse()?, TALKS))?;
    archive.read(&Article::new("dialogue".parse()?, DIALOGUE))?;

    // In any order; those in quotation marks as they stand; the beginning of a word with a star.
    for words in ["Russia* strateg*", "\"regular consultations\""] {
        println!("{words}");
        for found in archive.mentions(&Mentions::default().words(words).since("2021".parse()?)) {
            let day = found.info.published.map_or_else(String::new, |day| day.to_string());
            println!("  {} {day}", found.info.id);
            for evidence in &found.evidence {
                let quote = archive.quote(evidence).ok_or("the words are in the archive")?;
                println!("    {}", quote.sentence());
            }
        }
    }

    std::fs::remove_dir_all(&folder)?;
    Ok(())
}
