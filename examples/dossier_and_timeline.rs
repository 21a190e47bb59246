//! Shows all of one person, and what happened in its order: `cargo run --example dossier_and_timeline`.

#![expect(clippy::print_stdout, reason = "an example shows what it finds")]

use chancery::{Archive, Article, Dossier, Event, EventKind, NodeKind, Timeline};

const TALKS: &str = include_str!("../data/articles/us-russia-talks-2025-02-18.txt");

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::temp_dir().join(format!("dossier-and-timeline-{}", std::process::id()));
    let mut archive = Archive::open_or_create(&folder)?;
    archive.read(&Article::new("talks".parse()?, TALKS))?;

    let lavrov = archive.named("Lavrov", NodeKind::ACTORS)?;
    if let Some(page) = archive.dossier(&Dossier::of(lavrov).most(3)) {
        println!(
            "{}: {} meetings, {} statements",
            page.node.label, page.counts.meetings, page.counts.said
        );
        for office in &page.offices {
            println!("  {} {}", office.status, office.title);
        }
        for said in &page.said {
            println!("  “{}”", said.words);
        }
    }

    println!("What happened to Ukraine:");
    let asked = Timeline::default().of("state:UA".parse()?);
    for event in archive.timeline(&asked.clone().only(EventKind::Meeting).only(EventKind::Goal)) {
        let day = event.when().from.map_or_else(|| "no date".to_owned(), |day| day.to_string());
        match &event {
            Event::Meeting(met) => {
                println!("  {day} {} {}", met.occasion.kind, met.occasion.status);
            }
            Event::Goal(held) => println!("  {day} {}: {}", held.status, held.words),
            _ => {}
        }
        if let Some(quote) = archive.quote(event.evidence()) {
            println!("    {}", quote.sentence());
        }
    }

    std::fs::remove_dir_all(&folder)?;
    Ok(())
}
