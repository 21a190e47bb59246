//! Plain sentences about who stayed away, was kept out or would not come, and about meetings that were
//! called off: `absences.tsv` says what each tells.

use chancery_ingest::{Article, Extractor};
use std::fmt::Write;

#[test]
fn absences_in_plain_words_are_read() {
    let extractor = Extractor::default();
    let mut wrong = String::new();
    for line in include_str!("absences.tsv").lines().filter(|line| !line.starts_with('#')) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [status, who, text] = cells[..] else { panic!("three cells: {line}") };
        let article = Article::new("note".parse().expect("an id"), text);
        let facts = extractor.extract(&article).facts;
        let told = facts.meetings.iter().any(|meeting| {
            let mut ties = meeting.attendance.iter();
            if who == "-" {
                meeting.status.to_string() == status
            } else {
                ties.any(|tie| tie.who.rest() == who && tie.status.to_string() == status)
            }
        });
        if !told {
            writeln!(wrong, "{line}").expect("a string takes all");
        }
    }
    assert_eq!(wrong, "", "not read so");
}

#[test]
fn what_leaves_no_meeting_is_no_absence() {
    let extractor = Extractor::default();
    let mut wrong = String::new();
    for line in include_str!("no_absences.txt").lines().filter(|line| !line.starts_with('#')) {
        let article = Article::new("note".parse().expect("an id"), line);
        for meeting in extractor.extract(&article).facts.meetings {
            for tie in meeting.attendance {
                if matches!(tie.status.to_string().as_str(), "absent" | "declined" | "excluded") {
                    writeln!(wrong, "{} {} in: {line}", tie.who, tie.status).expect("a string");
                }
            }
        }
    }
    assert_eq!(wrong, "", "read as absence");
}
