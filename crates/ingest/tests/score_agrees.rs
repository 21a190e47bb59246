//! Our scorer and the reference scorer give the same figures.
//!
//! `score/perturbed.jsonl` holds annotated facts that were damaged at random, `score/perturbed.tsv`
//! what the reference scorer makes of them: precision, recall and F1 of every figure.

mod samples;
mod score;

use chancery_model::Facts;
use score::figures::score;
use score::tally::Tally;
use std::path::Path;

#[test]
fn on_damaged_facts_every_figure_is_the_reference_scorers() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/score");
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).expect("a file in UTF-8");
    let samples = samples::all();
    let mut tally = Tally::default();
    for line in read("perturbed.jsonl").lines() {
        let found = Facts::from_json(line).expect("well-formed facts");
        let id = found.document.id.as_str();
        let sample = samples.iter().find(|it| it.name() == id).expect("facts of a sample");
        tally.add(&score(&sample.gold, &found, sample.text()));
    }
    let mut seen = 0;
    for row in read("perturbed.tsv").lines() {
        let (name, figures) = row.split_once('\t').expect("a name and its figures");
        let figure = tally.figure(name);
        for (ours, theirs) in
            [figure.precision(), figure.recall(), figure.f1()].into_iter().zip(figures.split('\t'))
        {
            let theirs: f64 = theirs.parse().expect("a figure is a number");
            assert!((ours - theirs).abs() < 1e-9, "{name}: {ours} is not {theirs}");
            seen += 1;
        }
    }
    assert_eq!(seen, 3 * tally.iter().count(), "as many figures as the reference scorer's");
}

#[test]
fn what_was_annotated_scores_full_marks_against_itself() {
    for sample in samples::all() {
        for (name, figure) in score(&sample.gold, &sample.gold, sample.text()).iter() {
            let nothing = figure.gold() == 0.0;
            assert!(nothing || figure.f1() > 1.0 - 1e-9, "{}: {name}", sample.name());
        }
    }
}
