//! What was noticed and not understood is counted by kind.

use chancery_ingest::{Article, Extractor};
use expect_test::{Expect, expect};

#[track_caller]
fn check(text: &str, expected: Expect) {
    let article = Article::new("gaps".parse().expect("a document's id"), text);
    let found = Extractor::default().extract(&article).gaps;
    let shown: Vec<String> = found
        .iter()
        .map(|gap| format!("{}: {}", gap.kind.describe(), gap.span.of(text).unwrap_or("!")))
        .collect();
    expected.assert_eq(&shown.join("\n"));
}

#[test]
fn a_quotation_that_nobody_says_is_a_gap() {
    check(
        "For years the palace was a house of \"locks without any keys to them\" in a town of gardens.",
        expect!["a quotation without a source: locks without any keys to them"],
    );
}

#[test]
fn an_open_mark_a_lost_pronoun_and_a_day_without_a_year_are_gaps() {
    check(
        "He left on Tuesday.",
        expect![[r"
        an unresolved reference: He
        an unresolved date: Tuesday"]],
    );
    check("Lavrov said \"the talks were useful.", expect![[r#"an unpaired quotation mark: ""#]]);
}
