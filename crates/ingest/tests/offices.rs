//! Cases of offices: a text in, who holds which office of whom out.

mod show;

use expect_test::{Expect, expect};

#[track_caller]
fn check(text: &str, expected: Expect) {
    let (facts, _) = show::read(text, "2021-06-15");
    expected.assert_eq(&show::roles(&facts));
}

#[test]
fn a_leader_everybody_knows_leads_a_state_that_the_text_names() {
    check(
        "Russia attacked. Ukraine called it President Putin's war.",
        expect![[r"
        putin: President of RU, current
    "]],
    );
    check(
        "Ukraine called it President Putin's war.",
        expect![[r"
        putin: President of nobody, current
    "]],
    );
    check(
        "Chad thanked President John Putin.",
        expect![[r"
        john-putin: President of TD, current
    "]],
    );
}

#[test]
fn a_minister_serves_the_one_state_named_before() {
    check(
        "Mali agreed. Then Foreign Minister Ann Lee left.",
        expect![[r"
        ann-lee: Foreign Minister of ML, current
    "]],
    );
    check(
        "Mali and Chad agreed. Then Foreign Minister Ann Lee left.",
        expect![[r"
        ann-lee: Foreign Minister of nobody, current
    "]],
    );
}

#[test]
fn a_release_in_capitals_names_its_officers() {
    check(
        "DEPUTY SECRETARY OF STATE WENDY R. SHERMAN spoke for the United States.",
        expect![[r"
        wendy-r-sherman: DEPUTY SECRETARY OF STATE of US, current
    "]],
    );
}

#[test]
fn the_department_of_a_release_is_the_state_department() {
    check(
        "Ned Price, Department Spokesperson\n\nThe United States met Chad.",
        expect![[r"
        ned-price: Spokesperson of department-of-state, current
    "]],
    );
}
