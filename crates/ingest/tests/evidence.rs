//! What proves a fact has the words of the proof that was annotated, and stays in its sentence.
//!
//! `--nocapture` shows the share of each kind. The floors stand in `data/articles/floors.tsv`.

mod samples;
mod score;
mod sentence_ends;

use chancery_model::{Facts, Span};
use samples::Sample;
use score::align::{Alignment, Meetings, grouped, jaccard, pairs_of_statements};
use score::figures::same_title;
use score::tally::number;
use score::words::Words;
use std::collections::BTreeMap;

/// Of each kind of proof, how many there are of matched facts and how many have the right words.
type Shares = BTreeMap<&'static str, (usize, usize)>;

#[test]
fn proofs_have_the_words_of_the_annotated_ones() {
    let mut shares = Shares::new();
    for sample in samples::all() {
        compare(&sample, &sample.found(), &mut shares);
    }
    let share =
        |(right, of): (usize, usize)| if of == 0 { 0.0 } else { number(right) / number(of) };
    for (kind, (right, of)) in &shares {
        println!("{kind:12}{:8.3}{right:8}{of:8}", share((*right, *of)));
    }
    let mut below = Vec::new();
    for (kind, floor) in samples::floors("evidence") {
        let reached = share(shares.get(kind.as_str()).copied().unwrap_or_default());
        if reached < floor {
            below.push(format!("{kind}: {reached:.3}, floor {floor}"));
        }
    }
    assert!(below.is_empty(), "below the floor:\n{}", below.join("\n"));
}

#[test]
fn no_proof_is_longer_than_its_sentence() {
    let mut longer = Vec::new();
    for sample in samples::all() {
        longer.extend(beyond_a_sentence(&sample.found(), sample.text()));
    }
    assert!(longer.is_empty(), "longer than a sentence:\n{}", longer.join("\n"));
}

#[test]
fn the_annotated_proofs_pass_as_well() {
    let mut shares = Shares::new();
    let mut longer = Vec::new();
    for sample in samples::all() {
        compare(&sample, &sample.gold, &mut shares);
        longer.extend(beyond_a_sentence(&sample.gold, sample.text()));
    }
    assert!(shares.values().all(|(right, of)| right == of && *of > 0), "{shares:?}");
    assert!(longer.is_empty(), "longer than a sentence:\n{}", longer.join("\n"));
}

/// Counts the proofs of the facts that match gold's, and those that share half their words with gold's.
fn compare(sample: &Sample, found: &Facts, shares: &mut Shares) {
    let (gold, words) = (&sample.gold, Words::of(sample.text()));
    let aligned = Alignment::of(gold, found);
    let mut count = |kind: &'static str, ours: Option<Span>, theirs: &[Span]| {
        let touched = |span: Span| words.touched(&[span]);
        let close = |ours: Span, theirs: Span| jaccard(&touched(ours), &touched(theirs)) >= 0.5;
        let right = ours.is_some_and(|ours| theirs.iter().any(|theirs| close(ours, *theirs)));
        for kind in [kind, "all"] {
            let share = shares.entry(kind).or_default();
            share.0 += usize::from(right);
            share.1 += 1;
        }
    };
    for role in &found.roles {
        let same = gold.roles.iter().filter(|it| {
            aligned.gold(&role.person) == Some(&it.person)
                && role.of.as_ref().and_then(|of| aligned.gold(of)) == it.of.as_ref()
                && same_title(&role.title, &it.title)
        });
        let proofs: Vec<Span> = same.filter_map(|it| it.evidence).collect();
        if !proofs.is_empty() {
            count("role", role.evidence, &proofs);
        }
    }
    for (i, j) in Meetings::of(gold, found, &aligned).0 {
        let (ours, theirs) = (&found.meetings[i], &gold.meetings[j]);
        let mentions: Vec<Span> = theirs.mentions.iter().map(|it| it.span).collect();
        for mention in &ours.mentions {
            count("meeting", Some(mention.span), &mentions);
        }
        for attendance in &ours.attendance {
            let same = theirs.attendance.iter().filter(|it| {
                aligned.gold(&attendance.who) == Some(&it.who) && it.status == attendance.status
            });
            let proofs: Vec<Span> = same.filter_map(|it| it.evidence).collect();
            if !proofs.is_empty() {
                count("attendance", attendance.evidence, &proofs);
            }
        }
    }
    let ours = grouped(&found.statements, &words, |id| aligned.name(id));
    let theirs = grouped(&gold.statements, &words, ToString::to_string);
    for (i, j) in pairs_of_statements(&ours, &theirs) {
        let one = &found.statements[ours[i].record];
        let other = &gold.statements[theirs[j].record];
        if ours[i].speakers.is_disjoint(&theirs[j].speakers) {
            continue;
        }
        for (kind, one, other) in
            [("source", one.source, other.source), ("cue", one.cue, other.cue)]
        {
            if let Some(other) = other {
                count(kind, one, &[other]);
            }
        }
    }
}

/// Every proof that does not lie in one sentence, in words.
fn beyond_a_sentence(facts: &Facts, text: &str) -> Vec<String> {
    let sentences = sentence_ends::sentences(text);
    let proof = |(place, span): (String, Span)| {
        let content = place.contains(".content[") || place.starts_with("goals[");
        let within = sentences.iter().any(|sentence| sentence.contains(span));
        let words = || span.of(text).unwrap_or_default();
        (!content && !within).then(|| format!("{}: {place}: {:?}", facts.document.id, words()))
    };
    facts.spans().into_iter().filter_map(proof).collect()
}
