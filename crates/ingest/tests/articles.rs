//! How much of the sample articles is read as it was annotated; `--nocapture` shows every figure.
//!
//! The floors stand in `data/articles/floors.tsv`. They only ever rise.

mod samples;
mod score;

use samples::Sample;
use score::figures::score;
use score::tally::Tally;

#[test]
fn the_articles_are_read_at_least_this_well() {
    let samples = samples::all();
    let tally = |chosen: fn(&Sample) -> bool| {
        let mut tally = Tally::default();
        for sample in samples.iter().filter(|sample| chosen(sample)) {
            tally.add(&score(&sample.gold, &sample.found(), sample.text()));
        }
        tally
    };
    let sets = [("seed", tally(Sample::is_seed)), ("others", tally(|sample| !sample.is_seed()))];
    for (name, tally) in &sets {
        println!("{name}\n{tally}");
    }
    let mut below = Vec::new();
    for (set, tally) in &sets {
        for (figure, floor) in samples::floors(set) {
            assert!(tally.figure(&figure).gold() > 0.0, "nothing to find of {figure} in {set}");
            let reached = tally.figure(&figure).f1();
            if reached < floor {
                below.push(format!("{set} {figure}: {reached:.4}, floor {floor}"));
            }
        }
    }
    assert!(below.is_empty(), "below the floor:\n{}", below.join("\n"));
}

#[test]
fn there_are_fifteen_articles_and_the_first_begins_with_a_space() {
    assert_eq!(samples::all().len(), 15);
    assert!(samples::seed().text().starts_with(" date 2025-02-18 "));
}
