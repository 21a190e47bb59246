//! Asks who said what, by name and by state: `cargo run --example who_said_what`.

#![expect(clippy::print_stdout, reason = "an example shows what it finds")]

use chancery::{Archive, Article, NodeKind, QuestionError, WhoSaid};

const TALKS: &str = include_str!("../data/articles/us-russia-talks-2025-02-18.txt");

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::temp_dir().join(format!("who-said-what-{}", std::process::id()));
    let mut archive = Archive::open_or_create(&folder)?;
    archive.read(&Article::new("talks".parse()?, TALKS))?;

    // A name as people type it. One that may mean several is an error that lists them.
    match archive.named("rubio", NodeKind::ACTORS) {
        Ok(rubio) => {
            println!("Rubio:");
            for said in archive.who_said(&WhoSaid::default().by(rubio)) {
                println!("  ({}) {}", said.mode, said.words);
            }
        }
        Err(QuestionError::AmbiguousName { candidates, .. }) => {
            for candidate in candidates {
                println!("did you mean {} ({})?", candidate.label, candidate.name);
            }
        }
        Err(error) => println!("{error}"),
    }

    println!("Russia, or those who serve it:");
    for said in archive.who_said(&WhoSaid::default().by_state("state:RU".parse()?)) {
        let speakers: Vec<&str> = said.speakers.iter().map(|who| who.label.as_str()).collect();
        println!("  {}: {}", speakers.join(" and "), said.words);
    }

    // Words are looked up in an index; those in quotation marks stand as they are.
    println!("About consultations:");
    for said in archive.who_said(&WhoSaid::default().words("\"regular consultations\" Ukraine")) {
        let quote = archive.quote(said.evidence).ok_or("the words are in the archive")?;
        println!("  {}", quote.sentence());
    }

    std::fs::remove_dir_all(&folder)?;
    Ok(())
}
