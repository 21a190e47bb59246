//! Reads one article and tells what it says, without an archive: `cargo run --example read_an_article`.

#![expect(clippy::print_stdout, reason = "an example shows what it finds")]

use chancery::{Article, Extractor};

const TALKS: &str = include_str!("../data/articles/us-russia-talks-2025-02-18.txt");

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let article = Article::new("talks".parse()?, TALKS);
    // Reading cannot fail: a text that says nothing yields empty facts.
    let facts = Extractor::default().extract(&article).facts;

    for meeting in &facts.meetings {
        let day = meeting.when.from.map_or_else(|| "no date".to_owned(), |day| day.to_string());
        println!("{} ({}, {day})", meeting.kind, meeting.status);
        for row in &meeting.attendance {
            // Spans are byte offsets into the text as it was given.
            let words = row.evidence.and_then(|span| span.of(article.text())).unwrap_or_default();
            println!("  {} {}: “{words}”", row.who, row.status);
        }
    }
    for goal in &facts.goals {
        let holders: Vec<&str> = goal.holders.iter().map(chancery::EntityId::as_str).collect();
        let words = goal.text.of(article.text()).unwrap_or_default();
        println!("goal of {} ({}): {words}", holders.join(" and "), goal.status);
    }
    // The published form, one line an article, is what `chancery extract` writes.
    println!("{} bytes of JSON", facts.to_json().len());
    Ok(())
}
