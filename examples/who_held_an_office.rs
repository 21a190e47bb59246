//! Asks who held an office on a day, and finds people by their office: `cargo run --example who_held_an_office`.

#![expect(clippy::print_stdout, reason = "an example shows what it finds")]

use chancery::{Archive, Article, InOffice, NodeKind, Roles, Tenure};

const TALKS: &str = include_str!("../data/articles/us-russia-talks-2025-02-18.txt");

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::temp_dir().join(format!("who-held-an-office-{}", std::process::id()));
    let mut archive = Archive::open_or_create(&folder)?;
    archive.read(&Article::new("talks".parse()?, TALKS))?;

    let secretaries = || {
        let of = "state:US".parse()?;
        Ok::<_, chancery::BadId>(Roles::default().serving(of).title("secretary of state"))
    };
    for day in ["2023", "2025-02-18", "2025-12"] {
        println!("American secretary of state in {day}:");
        for holder in archive.in_office(&InOffice::on(secretaries()?, day.parse()?)) {
            // An article proves its own day; all else is inferred, and said to be.
            let known = match holder.tenure {
                Tenure::Told => "told then".to_owned(),
                Tenure::Between(first, last) => format!("inferred from {first} and {last}"),
                Tenure::LastTold(last) => format!("last told on {last}"),
                Tenure::Former(later) => format!("called former on {later}"),
            };
            println!("  {} ({known})", holder.office.person.label);
        }
    }

    // An office, another spelling or a slip are as good as the name.
    for typed in ["the Russian foreign minister", "Zelensky", "Blinkn", "Kiev"] {
        println!("{typed} is {}", archive.named(typed, NodeKind::ACTORS)?);
    }

    std::fs::remove_dir_all(&folder)?;
    Ok(())
}
