//! How a meeting stands of which it is told who stayed away, and who came all the same:
//! `told_of_absence.tsv` says what each text tells.

use chancery_ingest::{Article, Extractor};
use std::fmt::Write;

#[test]
fn what_is_told_of_absence_is_told_of_a_meeting() {
    let extractor = Extractor::default();
    let mut wrong = String::new();
    for line in include_str!("told_of_absence.tsv").lines().filter(|line| !line.starts_with('#')) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [stands, ties, text] = cells[..] else { panic!("three cells: {line}") };
        let article = Article::new("note".parse().expect("an id"), text)
            .published("2021-06-15".parse().expect("a day"));
        let meetings = extractor.extract(&article).facts.meetings;
        let mut found: Vec<String> =
            meetings.iter().map(|meeting| meeting.status.to_string()).collect();
        found.sort();
        let mut told: Vec<String> = meetings
            .iter()
            .flat_map(|meeting| &meeting.attendance)
            .map(|tie| format!("{} {}", tie.who.rest(), tie.status))
            .collect();
        told.sort();
        let (found, told) = (found.join(", "), told.join(", "));
        if found != stands || told != ties {
            writeln!(wrong, "{found}\t{told}\t{text}").expect("a string takes all");
        }
    }
    assert_eq!(wrong, "", "not read so");
}
