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

#[test]
fn whoever_is_sent_to_a_state_serves_another() {
    check(
        "The United States said that Deputy Special Representative for the DPRK Jung Pak left.",
        expect![[r"
            jung-pak: Deputy Special Representative of nobody, current
        "]],
    );
}

#[test]
fn a_name_begins_after_the_words_of_the_office() {
    check(
        "Office of the Spokesperson\n\nThe United States said that Senior Official for Public Diplomacy and \
         Public Affairs Liz Allen will travel. The envoy met the head of the \
         National Council of Human Rights Moushira Khattab. Assistant Secretary for Stabilization Operations \
         (CSO) Anne Witkowsky and Senior Official Jennifer Hall Godfrey left.",
        expect![[r"
            liz-allen: Senior Official for Public Diplomacy and Public Affairs of US, current
            moushira-khattab: head of national-council-of-human-rights, current
            anne-witkowsky: Assistant Secretary for Stabilization Operations of US, current
            jennifer-hall-godfrey: Senior Official of US, current
        "]],
    );
}

#[test]
fn a_president_of_a_release_leads_the_state_named_before() {
    check(
        "Office of the Spokesperson\n\nDeputy Secretary Wendy Sherman will travel to Algiers, Algeria. She \
         will meet with President Abdelmadjid Tebboune. In Honduras, she met President Xiomara Castro.",
        expect![[r"
            wendy-sherman: Deputy Secretary of nobody, current
            abdelmadjid-tebboune: President of DZ, current
            xiomara-castro: President of HN, current
        "]],
    );
}
