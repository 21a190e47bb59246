//! How sure each fact is: how often facts that were found in a like manner proved right.
//!
//! A fact's signals are words such as `statement same known indirect`: its kind, how well the
//! network's marks agree with it, and what else tells good from bad. `data/lexicon/confidence.tsv`
//! has the share of right ones among annotated facts with the same signals;
//! `data/training/confidence.py` counted them.

use crate::lexicon::Rates;
use crate::network::{Marks, Part};
use crate::surface::{Run, Surface};
use chancery_model::{EntityKind, Facts, Mode, Span};
use std::fmt::Write;

/// What the network marked, by places in the text.
struct Marked {
    contents: Vec<Span>,
    goals: Vec<Span>,
}

/// Gives every fact of an article its confidence.
/// `clear` has of every meeting how clear the decision on it was, and on everybody tied to it.
pub(crate) fn rate(
    facts: &mut Facts,
    surface: &Surface,
    marks: &Marks,
    clear: &[(u8, Vec<u8>)],
    rates: &Rates,
) {
    let spans = |runs: &[Run]| runs.iter().map(|run| surface.span_of(run)).collect();
    let contents = marks.who_said.iter().filter(|mark| mark.part == Part::Content);
    let marked = Marked {
        contents: contents.map(|mark| surface.span_of(&mark.words)).collect(),
        goals: spans(&marks.goals),
    };
    let mut signals = String::new();
    let mut of = |told: std::fmt::Arguments| {
        signals.clear();
        let _ = signals.write_fmt(told);
        rates.of(&signals)
    };
    for entity in &mut facts.entities {
        let often = if entity.mentions.len() > 1 { "often" } else { "once" };
        entity.confidence = of(format_args!("entity {} {often}", kind(entity.id.kind())));
    }
    for role in &mut facts.roles {
        let whose = role.of.as_ref().map_or("nobody", |of| kind(of.kind()));
        role.confidence = of(format_args!("role {} {whose}", role.status));
    }
    for (meeting, (clear, ties)) in facts.meetings.iter_mut().zip(clear) {
        meeting.confidence = of(format_args!("meeting {} {clear}", meeting.status));
        for (attendance, clear) in meeting.attendance.iter_mut().zip(ties) {
            let who = kind(attendance.who.kind());
            attendance.confidence =
                of(format_args!("attendance {} {who} {clear}", attendance.status));
        }
    }
    for (list, name) in [(&mut facts.statements, "statement"), (&mut facts.attitudes, "attitude")] {
        for said in list {
            let agreement = agreement(&said.content, &marked.contents);
            let speaker = if said.speaker.is_some() { "known" } else { "unknown" };
            let quoted = match said.mode {
                Mode::Direct => "direct",
                Mode::Indirect => "indirect",
                Mode::Mixed => "mixed",
            };
            said.confidence = of(format_args!("{name} {agreement} {speaker} {quoted}"));
        }
    }
    for goal in &mut facts.goals {
        let agreement = agreement(&[goal.text], &marked.goals);
        goal.confidence = of(format_args!("goal {agreement} {}", goal.status));
    }
}

fn kind(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "person",
        EntityKind::State => "state",
        EntityKind::Organization => "organization",
        EntityKind::Place => "place",
    }
}

/// The marks that may overlap a span; marks are in order of the text and do not overlap.
fn near(span: Span, marks: &[Span]) -> &[Span] {
    let first = marks.partition_point(|mark| mark.end() <= span.start());
    let last = marks.partition_point(|mark| mark.start() < span.end());
    &marks[first..last.max(first)]
}

/// How well spans agree with the marks that they touch: by bytes in both over bytes in either.
fn agreement(spans: &[Span], marks: &[Span]) -> &'static str {
    let (mut both, mut marked, mut all, mut last) = (0, 0, 0, 0);
    for span in spans {
        all += span.end() - span.start();
        for mark in near(*span, marks) {
            both += mark.end().min(span.end()).saturating_sub(mark.start().max(span.start()));
            if mark.start() >= last {
                marked += mark.end() - mark.start();
                last = mark.end();
            }
        }
    }
    let either = all + marked - both.min(marked);
    match (both * 100).checked_div(either).unwrap_or(0) {
        90.. => "same",
        50.. => "near",
        1.. => "partly",
        0 => "unmarked",
    }
}
