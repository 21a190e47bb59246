//! Cases of words for several meetings of which none is meant, and of what words about them leave to others.

mod show;

use expect_test::{Expect, expect};
use show::{check, meetings, read_titled};

/// Reads the text as a release of 15 June 2021, a Tuesday.
#[track_caller]
fn check_release(title: &str, text: &str, expected: Expect) {
    let text = format!("Office of the Spokesperson\n\n{text}");
    let (facts, text) = read_titled(title, &text, "2021-06-15");
    expected.assert_eq(&meetings(&facts, &text));
}

#[test]
fn several_meetings_are_none_in_particular() {
    check(
        "Secretary Ann Lee is co-hosting two high-level meetings tomorrow with her fellow ministers. She will \
         meet separately with several of her foreign counterparts.",
        expect![[r""]],
    );
    check(
        "The ministers applauded the recent and upcoming meetings of the Cyber Dialogue. They looked forward to \
         continuing discussions on the foundation.",
        expect![[r""]],
    );
    // Whom they were with tells which they are.
    check(
        "Minister Ann Lee of Mali held two meetings with President Bo Kim of Chad on June 10.",
        expect![[r"
            talks held 2021-06-10 (meetings)
                bo-kim attended
                ann-lee attended
                ML attended
                TD attended
        "]],
    );
}

#[test]
fn a_day_on_which_something_is_done_is_none_of_the_process_it_is_about() {
    check(
        "On June 20, Minister Ann Lee of Chad will review progress in the Rivers Dialogue with Mali. She will urge \
         Peru to reengage in the Lakes Dialogue.",
        expect![[r""]],
    );
}

#[test]
fn whoever_embarks_today_is_not_there_yet() {
    check_release(
        "Travel",
        "As President Ann Lee of Chad is embarking today on her first trip to attend the G7, NATO, and EU Summits, \
         a survey came out.",
        expect![[r"
            visit planned 2021-06-15 (trip)
                ann-lee expected
                TD expected
            summit planned (EU Summits)
                ann-lee expected
                TD expected
        "]],
    );
}

#[test]
fn a_summit_that_somebody_plans_to_attend_is_to_come() {
    check(
        "My second question is about the November G20 summit, whose hosts heard today that President Ann Lee plans \
         to attend.",
        expect![[r"
            summit planned 2021-11 (November G20 summit)
                group-of-20 expected
                ann-lee expected
        "]],
    );
    check(
        "My second question is about the November G20 summit, which President Ann Lee attended.",
        expect![[r"
            summit held 2020-11 (November G20 summit)
                group-of-20 attended
                ann-lee attended
        "]],
    );
}

#[test]
fn a_counterpart_is_whoever_was_met_that_day() {
    let met = "Foreign Minister Ann Lee of Mali met with her Chadian counterpart yesterday in Lima. The weather was \
               fine.\n\nIt rained later.\n\n";
    check(
        &format!(
            "{met}Yesterday Lee had a good conversation with Foreign Minister Bo Kim of Chad."
        ),
        expect![[r"
            talks held 2021-06-14 in lima (met, conversation)
                ann-lee attended
                bo-kim attended
                ML attended
                TD attended
        "]],
    );
    check(
        &format!(
            "{met}Yesterday Lee had another conversation with Foreign Minister Bo Kim of Chad."
        ),
        expect![[r"
            talks held 2021-06-14 in lima (met)
                ann-lee attended
                ML attended
                TD attended
            talks held 2021-06-14 (conversation)
                bo-kim attended
                ann-lee attended
                TD attended
                ML attended
        "]],
    );
    check(
        &format!(
            "{met}Yesterday Lee had a good conversation with Foreign Minister Bo Kim of Peru."
        ),
        expect![[r"
            talks held 2021-06-14 in lima (met)
                ann-lee attended
                ML attended
                TD attended
            talks held 2021-06-14 (conversation)
                bo-kim attended
                ann-lee attended
                PE attended
                ML attended
        "]],
    );
}

#[test]
fn those_who_speak_today_are_not_at_a_meeting_between_others() {
    check_release(
        "Remarks by Secretary Ann Lee",
        "SECRETARY LEE: It was a really important virtual meeting between Prime Minister Bo Kim and President Cho \
         Park.\n\nQUESTION: Thank you for such a robust conversation today.",
        expect![[r"
            talks held (meeting)
                bo-kim attended
                cho-park attended
                ann-lee attended
        "]],
    );
}
