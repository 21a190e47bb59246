//! Asks in plain English: `cargo run --example ask_in_english`.

#![expect(clippy::print_stdout, reason = "an example shows what it finds")]

use chancery::{Archive, Article, Question, QuestionError};

const TALKS: &str = include_str!("../data/articles/us-russia-talks-2025-02-18.txt");

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::temp_dir().join(format!("ask-in-english-{}", std::process::id()));
    let mut archive = Archive::open_or_create(&folder)?;
    archive.read(&Article::new("talks".parse()?, TALKS))?;

    let today = "2025-02-25".parse()?;
    for question in [
        "who attended the talks last week?",
        "what did the Russian foreign minister say",
        "is a Trump–Putin summit planned?",
        "what did Merkel say",
        "why did they meet",
    ] {
        println!("{question}");
        match archive.ask(question, today) {
            // The reading says how the question was understood, and is one of the questions.
            Ok(reading) => {
                println!("  read as: {reading}");
                match reading.question(archive.graph()) {
                    Question::Attended(asked) => {
                        for row in archive.who_attended(&asked) {
                            println!("  {} {}", row.who.label, row.status);
                        }
                    }
                    Question::Said(asked) => {
                        for said in archive.who_said(&asked) {
                            println!("  {}", said.words);
                        }
                    }
                    Question::Met(asked) => {
                        for met in archive.who_met(&asked) {
                            println!("  {} {}", met.occasion.kind, met.occasion.status);
                        }
                    }
                    other => println!("  {other:?}"),
                }
            }
            Err(QuestionError::UnknownName { typed, nearest }) => {
                println!("  nobody is called {typed}; {} have a name like it", nearest.len());
            }
            Err(error) => println!("  {error}"),
        }
    }

    std::fs::remove_dir_all(&folder)?;
    Ok(())
}
