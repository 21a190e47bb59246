//! Asks what was agreed, who changed, and who contradicts whom: `cargo run --example goals_and_positions`.

#![expect(clippy::print_stdout, reason = "an example shows what it finds")]

use chancery::{Archive, Article, Contradictions, GoalStatus, Goals, Positions};

const TALKS: &str = include_str!("../data/articles/us-russia-talks-2025-02-18.txt");

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::temp_dir().join(format!("goals-and-positions-{}", std::process::id()));
    let mut archive = Archive::open_or_create(&folder)?;
    archive.read(&Article::new("talks".parse()?, TALKS))?;

    println!("Agreed:");
    for held in archive.goals(&Goals::default().status(GoalStatus::Agreed)) {
        let by: Vec<&str> = held.holders.iter().map(|node| node.label.as_str()).collect();
        let told = held.according_to.map_or("the article", |node| &node.label);
        println!("  {} by {}, according to {told}", held.words, by.join(" and "));
    }

    println!("Where Ukraine stands:");
    let ukraine = Positions::default().of("state:UA".parse()?);
    for held in archive.positions(&ukraine) {
        println!("  {}: {}", held.status, held.words);
    }
    for change in archive.changes(&Positions::default()) {
        let turned = if change.is_reversal() { "turned round" } else { "went on" };
        println!(
            "  {} {turned}: {} {}",
            change.who.label, change.before.status, change.after.status
        );
    }

    println!("Contradictions: {}", archive.contradictions(&Contradictions::default()).count());

    std::fs::remove_dir_all(&folder)?;
    Ok(())
}
