//! Cases of days that are of something else than the meeting beside them.

mod show;

use expect_test::{Expect, expect};

/// Reads the text as news of 15 June 2021, a Tuesday.
#[track_caller]
fn check(text: &str, expected: Expect) {
    show::check(text, expected);
}

#[test]
fn what_was_announced_besides_leaves_a_meeting_its_day() {
    let text = "Office of the Spokesperson\n\nOn Thursday, Secretary Ann Lee announced a loan for Chad and met with \
                Foreign Minister Bo Kim of Chad.";
    let (facts, text) = show::read_titled("Travel", text, "2021-06-15");
    expect![[r"
        talks held 2021-06-10 (met)
            ann-lee attended
            bo-kim attended
            TD attended
    "]]
    .assert_eq(&show::meetings(&facts, &text));
}

#[test]
fn what_a_state_did_is_no_day_of_a_summit_with_it() {
    check(
        "Foreign Minister Ann Lee of Mali discussed the summit with Chad, which held elections on June 8.",
        expect![[r"
            talks held (discussed)
                ann-lee attended
                TD attended
                ML attended
            summit held (the summit)
                TD attended
        "]],
    );
}

#[test]
fn a_call_since_is_another_meeting() {
    check(
        "President Ann Lee of Mali met President Bo Kim of Chad in Oslo and has since spoken with him by phone.",
        expect![[r"
            talks held in oslo (met)
                ann-lee attended
                bo-kim attended
                ML attended
            call held (spoken)
                ann-lee attended
                bo-kim attended
                ML attended
        "]],
    );
}

#[test]
fn a_return_is_no_day_of_what_comes_after_it() {
    check(
        "Foreign Minister Ann Lee of Mali returned from Oslo on Monday and met Bo Kim of Chad.",
        expect![[r"
            talks held 2021-06-14 (met)
                ann-lee attended
                bo-kim attended
                ML attended
                TD attended
        "]],
    );
}

#[test]
fn the_hour_of_a_departure_is_no_other_ones() {
    let text = "Office of the Spokesperson\n\nSecretary Ann Lee will host Foreign Minister Bo Kim of Chad for talks \
                on food before she departs for Lima on Monday, June 21, at 4:00 p.m.";
    let (facts, text) = show::read_titled("Travel", text, "2021-06-15");
    expect![[r"
        talks planned (host, talks)
            ann-lee expected as host
            bo-kim expected
            TD expected
        visit planned 2021-06-21 in lima (departs)
            ann-lee expected
    "]]
    .assert_eq(&show::meetings(&facts, &text));
}
