//! Asks who met whom, through which people, how often, and with whom most: `cargo run --example who_met_whom`.

#![expect(clippy::print_stdout, reason = "an example shows what it finds")]

use chancery::{
    Archive, Article, Company, MeetingCounts, MeetingStatus, Meetings, NodeKind, Per, WhoMet,
};

const TALKS: &str = include_str!("../data/articles/us-russia-talks-2025-02-18.txt");

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::temp_dir().join(format!("who-met-whom-{}", std::process::id()));
    let mut archive = Archive::open_or_create(&folder)?;
    archive.read(&Article::new("talks".parse()?, TALKS))?;

    println!("The United States and Russia:");
    let both = WhoMet::default().one("state:US".parse()?).other("state:RU".parse()?);
    for met in archive.who_met(&both.status(MeetingStatus::Held)) {
        let names = |rows: &[chancery::Attended]| {
            rows.iter().map(|row| row.who.label.clone()).collect::<Vec<_>>().join(", ")
        };
        let day = met.when.from.map(|day| day.to_string()).unwrap_or_default();
        println!("  {day} {}: {} — {}", met.occasion.kind, names(&met.one), names(&met.other));
        if let Some(quote) = archive.quote(&met.one[0].evidence[0]) {
            println!("    {}", quote.sentence());
        }
    }

    println!("Meetings of Russia by year:");
    let of = Meetings::default().with("state:RU".parse()?);
    for count in archive.meeting_counts(&MeetingCounts::of(of).per(Per::Year)) {
        let year = count.on.map_or_else(|| "undated".to_owned(), |year| year.to_string());
        println!("  {year}: {}", count.meetings.len());
    }

    println!("At a table with Lavrov most often:");
    let lavrov = archive.named("Lavrov", NodeKind::ACTORS)?;
    for row in archive.company(&Company::default().of(lavrov).who_is(NodeKind::Person)).take(5) {
        println!("  {} {}", row.meetings, row.who.label);
    }

    std::fs::remove_dir_all(&folder)?;
    Ok(())
}
