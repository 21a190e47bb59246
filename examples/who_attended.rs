//! Asks who sat at the table and who did not: `cargo run --example who_attended`.

#![expect(clippy::print_stdout, reason = "an example shows what it finds")]

use chancery::{Archive, Article, WhoAttended};

const TALKS: &str = include_str!("../data/articles/us-russia-talks-2025-02-18.txt");

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::temp_dir().join(format!("who-attended-{}", std::process::id()));
    let mut archive = Archive::open_or_create(&folder)?;
    archive.read(&Article::new("talks".parse()?, TALKS))?;

    println!("At the talks of February 2025:");
    let talks =
        WhoAttended::default().topic("talks").since("2025-02".parse()?).until("2025-02".parse()?);
    for row in archive.who_attended(&talks) {
        println!("  {:<16} {}", row.who.label, row.status);
        // Each answer brings the sentence that proves it.
        if let Some(quote) = archive.quote(&row.evidence[0]) {
            println!("    {}", quote.sentence());
        }
    }

    println!("Left out of anything:");
    for row in archive.who_attended(&WhoAttended::default().left_out()) {
        println!("  {:<16} {} ({})", row.who.label, row.status, row.meeting.name);
    }

    std::fs::remove_dir_all(&folder)?;
    Ok(())
}
