//! Chancery inside a program of your own: your records go in, answers come out, a withdrawn
//! article takes what it told with it: `cargo run --example embed_in_your_program`.

#![expect(clippy::print_stdout, reason = "an example shows what it finds")]

use chancery::{Archive, ArchiveError, Article, Goals, Meetings, Roles};
use std::path::Path;

const TALKS: &str = include_str!("../data/articles/us-russia-talks-2025-02-18.txt");
const CALL: &str = include_str!("../data/articles/kerry-putin-call-2021-07-14.txt");

/// An article as your program knows it.
struct Record {
    key: u64,
    headline: &'static str,
    day: &'static str,
    body: &'static str,
}

/// What your program keeps: one archive for as long as it runs.
struct Desk {
    archive: Archive,
}

impl Desk {
    fn open(folder: &Path) -> Result<Self, ArchiveError> {
        Ok(Self { archive: Archive::open_or_create(folder)? })
    }

    /// Takes in a day's records at once: all are on the disk when it returns, or none is.
    fn take(&mut self, records: &[Record]) -> Result<(), Box<dyn std::error::Error>> {
        let articles: Result<Vec<Article>, Box<dyn std::error::Error>> = records
            .iter()
            .map(|record| {
                Ok(Article::new(record.key.to_string().parse()?, record.body)
                    .titled(record.headline)
                    .published(record.day.parse()?)
                    .from_source("our wire"))
            })
            .collect();
        let added = self.archive.load(articles?)?;
        println!("{} new, {} replaced", added.new, added.replaced);
        Ok(())
    }

    fn tell(&self) {
        for met in self.archive.meetings(&Meetings::default()) {
            let who: Vec<String> = met
                .attendance
                .iter()
                .map(|row| format!("{} {}", row.who.label, row.status))
                .collect();
            println!("  {} {}: {}", met.occasion.status, met.occasion.kind, who.join(", "));
        }
        for role in self.archive.roles(&Roles::default()) {
            println!("  {}: {} {}", role.person.label, role.status, role.title);
        }
        println!("  {} goals", self.archive.goals(&Goals::default()).count());
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::temp_dir().join(format!("embedded-{}", std::process::id()));
    let mut desk = Desk::open(&folder)?;
    desk.take(&[
        Record { key: 1, headline: "Talks on the war", day: "2025-02-18", body: TALKS },
        Record { key: 2, headline: "A call on the climate", day: "2021-07-14", body: CALL },
    ])?;
    desk.tell();

    // The wire withdraws the first one. Whatever rested on it alone is gone.
    desk.archive.retract(&"1".parse()?)?;
    println!("After the first is withdrawn:");
    desk.tell();

    std::fs::remove_dir_all(&folder)?;
    Ok(())
}
