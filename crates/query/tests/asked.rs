//! Questions in plain English: how each is read, and what it is answered with.
//!
//! `asked/readings.txt` has a question and its reading a line, `asked/answers.txt` a question over
//! its answers. Both are rewritten by `UPDATE_EXPECT=1`, and the difference is to be read.

#[path = "../../graph/tests/gold/mod.rs"]
mod gold;
mod shown;

use chancery_graph::Graph;
use chancery_query::{Question, QuestionError, ask};
use chrono::NaiveDate;
use expect_test::expect_file;
use shown::Show;
use std::fmt::Write;

fn talks() -> Graph {
    let reports = gold::reports();
    reports.into_iter().filter(|r| r.id().as_str() == "us-russia-talks-2025-02-18").collect()
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 2, 25).expect("a day")
}

/// How a question is read, on one line.
fn read(graph: &Graph, question: &str) -> String {
    match ask(graph, question, today()) {
        Ok(reading) => {
            let mut told = reading.told_in(graph);
            if reading.yes_or_no {
                told += "?";
            }
            for (typed, named) in &reading.taken {
                let _ = write!(told, "; `{typed}` is taken for {}", named.label);
            }
            if !reading.ignored.is_empty() {
                let _ = write!(told, "; not understood: {}", reading.ignored.join(" "));
            }
            told
        }
        Err(QuestionError::Outside) => "outside".to_owned(),
        Err(error) => error.to_string(),
    }
}

#[test]
fn questions_are_read_as_they_are_meant() {
    let graph = talks();
    let mut shown = String::new();
    for line in include_str!("asked/readings.txt").lines() {
        let question = line.split(" => ").next().unwrap_or_default();
        let _ = writeln!(shown, "{question} => {}", read(&graph, question));
    }
    expect_file!["asked/readings.txt"].assert_eq(&shown);
}

/// The answers, a line each.
fn answered(graph: &Graph, question: &Question) -> String {
    fn lines<T: Show>(graph: &Graph, answers: impl Iterator<Item = T>) -> String {
        let mut shown = String::new();
        for answer in answers {
            let _ = writeln!(shown, "  {}", answer.show(graph));
        }
        shown
    }
    match question {
        Question::Attended(asked) => lines(graph, asked.answers(graph)),
        Question::Said(asked) => lines(graph, asked.answers(graph)),
        Question::Met(asked) => lines(graph, asked.answers(graph)),
        Question::Meetings(asked) => lines(graph, asked.answers(graph)),
        Question::Counts(asked) => lines(graph, asked.answers(graph)),
        Question::Company(asked) => lines(graph, asked.answers(graph)),
        Question::Goals(asked) => lines(graph, asked.answers(graph)),
        Question::Positions(asked) => {
            lines(graph, asked.answers(graph)) + &lines(graph, asked.changes(graph))
        }
        Question::Contradictions(asked) => lines(graph, asked.answers(graph)),
        Question::Roles(asked) => lines(graph, asked.answers(graph)),
        Question::InOffice(asked) => lines(graph, asked.answers(graph)),
        Question::Dossier(asked) => {
            let page = asked.answer(graph);
            page.map(|page| format!("  {:?}\n", page.counts)).unwrap_or_default()
        }
        Question::Timeline(asked) => lines(graph, asked.answers(graph)),
        Question::Mentions(asked) => lines(graph, asked.answers(graph)),
        Question::Chain(asked) => lines(graph, asked.answer(graph).into_iter().flatten()),
    }
}

#[test]
fn questions_are_answered_from_the_article() {
    let graph = talks();
    let mut shown = String::new();
    let asked = include_str!("asked/answers.txt").lines();
    for question in asked.filter(|line| !line.is_empty() && !line.starts_with(' ')) {
        let reading = ask(&graph, question, today()).expect("a question that can be answered");
        let _ = writeln!(shown, "{question}\n{}", answered(&graph, &reading.question(&graph)));
    }
    expect_file!["asked/answers.txt"].assert_eq(&shown);
}

#[test]
fn hostile_questions_are_refused_or_read_in_time() {
    let graph = gold::graph();
    let long = |part: &str| part.repeat(1_000_000 / part.len());
    for question in
        [long("who "), long("Lavrov and "), long("2025-"), "é’".repeat(900), "'s ".repeat(600)]
    {
        let _ = ask(&graph, &question, today());
    }
    assert!(matches!(
        ask(&graph, &long("x"), today()),
        Err(QuestionError::TooLong { bytes: 1_000_000, .. })
    ));
    let questions = include_str!("asked/readings.txt");
    for cut in (0..questions.len()).step_by(17) {
        let rest = questions.get(cut..).unwrap_or_default();
        let line: String = rest.chars().take(60).collect();
        if let Ok(reading) = ask(&graph, &line, today()) {
            let _ = answered(&graph, &reading.question(&graph));
        }
    }
}
