//! A table carries its own proof: the last column is a sentence in which the row must be caught.

use chancery_ingest::{Article, Extractor};
use chancery_model::{AttendanceStatus, Facts};

const VERBS: &str =
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/lexicon/reporting_verbs.tsv"));
const MEETINGS: &str =
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/lexicon/meeting_nouns.tsv"));
const AIMS: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/lexicon/aims.tsv"));
const PRESENCE: &str =
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/lexicon/presence.tsv"));

const LEAD: &str = "Russian Foreign Minister Sergey Lavrov met US Secretary of State Marco Rubio in Oslo on Monday. ";

fn read(text: &str) -> Facts {
    // A first sentence that names who "he", "she" and "they" are.
    let text = format!("{LEAD}{text}");
    let id = "proof".parse().expect("a document's id");
    Extractor::default().extract(&Article::new(id, text)).facts
}

fn rows(table: &str) -> impl Iterator<Item = Vec<&str>> {
    table
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| line.split('\t').collect())
}

#[test]
fn every_verb_of_reporting_is_caught_in_its_proof() {
    let mut missed = Vec::new();
    for row in rows(VERBS) {
        let (lemma, takes, proof) = (row[0], row[3], row[5]);
        if takes.contains("none") {
            continue; // never by itself
        }
        let facts = read(proof);
        let caught = facts
            .statements
            .iter()
            .filter_map(|statement| statement.cue)
            .any(|cue| cue.start() >= LEAD.len());
        if !caught {
            missed.push(format!("{lemma}: {proof}"));
        }
    }
    assert!(missed.is_empty(), "{} verbs are not caught:\n{}", missed.len(), missed.join("\n"));
}

#[test]
fn every_noun_of_meeting_is_caught_in_its_proof() {
    let mut missed = Vec::new();
    for row in rows(MEETINGS) {
        let (noun, proof) = (row[0], row[3]);
        let facts = read(proof);
        let caught = facts
            .meetings
            .iter()
            .flat_map(|meeting| &meeting.mentions)
            .any(|mention| mention.span.start() >= LEAD.len());
        if !caught {
            missed.push(format!("{noun}: {proof}"));
        }
    }
    assert!(missed.is_empty(), "{} nouns are not caught:\n{}", missed.len(), missed.join("\n"));
}

#[test]
fn every_word_of_presence_is_caught_in_its_proof() {
    let mut missed = Vec::new();
    for row in rows(PRESENCE) {
        let (words, tie, proof) = (row[0], row[1], row[4]);
        let id = "proof".parse().expect("a document's id");
        let facts = Extractor::default().extract(&Article::new(id, proof)).facts;
        let wanted: &[AttendanceStatus] = match tie {
            "absent" => &[AttendanceStatus::Absent],
            "excluded" => &[AttendanceStatus::Excluded],
            "declined" | "off" => &[AttendanceStatus::Declined],
            // What tells of a meeting where it is denied.
            "come" => &[AttendanceStatus::Absent, AttendanceStatus::Declined],
            _ => &[AttendanceStatus::Attended, AttendanceStatus::Expected],
        };
        let caught = facts
            .meetings
            .iter()
            .flat_map(|meeting| &meeting.attendance)
            .any(|attend| attend.who.as_str() == "state:TD" && wanted.contains(&attend.status));
        if !caught {
            missed.push(format!("{words}: {proof}"));
        }
    }
    assert!(missed.is_empty(), "{} words are not caught:\n{}", missed.len(), missed.join("\n"));
}

#[test]
fn every_word_of_an_aim_is_caught_in_its_proof() {
    let mut missed = Vec::new();
    for row in rows(AIMS) {
        let (words, status, proof) = (row[0], row[3], row[4]);
        let id = "proof".parse().expect("a document's id");
        let facts = Extractor::default().extract(&Article::new(id, proof)).facts;
        let caught = facts.goals.iter().any(|goal| {
            goal.status.to_string() == status
                && goal.holders.iter().any(|holder| holder.as_str() == "state:TD")
        });
        if !caught {
            missed.push(format!("{words}: {proof}"));
        }
    }
    assert!(missed.is_empty(), "{} words are not caught:\n{}", missed.len(), missed.join("\n"));
}
