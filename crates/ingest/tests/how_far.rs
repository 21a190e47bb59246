//! Cases of how far a meeting has come by the day of the text: a text in, what it says out.

mod show;

use expect_test::expect;
use show::check;

#[test]
fn what_has_its_end_ahead_goes_on() {
    check(
        "The summit of Chad and Mali in Oslo is to end on Tuesday.",
        expect![[r"
        summit ongoing 2021-06-15 in oslo (The summit)
            TD attended
            ML attended
    "]],
    );
    check(
        "The summit of Chad and Mali in Oslo, scheduled to conclude on Tuesday, dealt with fishing.",
        expect![[r"
            summit ongoing 2021-06-15 in oslo (The summit)
                TD attended
                ML attended
        "]],
    );
    check(
        "The summit of Chad and Mali in Oslo ended on Monday.",
        expect![[r"
            summit held ?..2021-06-14 in oslo (The summit)
                TD attended
                ML attended
        "]],
    );
}

#[test]
fn what_was_being_done_when_another_spoke_goes_on() {
    check(
        "Ann Lee's remarks came as leaders from Chad and Mali were meeting in Oslo for a summit on fishing.",
        expect![[r"
            summit ongoing in oslo (meeting, summit)
                TD attended
                ML attended
        "]],
    );
    check(
        "Chad and Mali have been holding peace talks in Oslo since March.",
        expect![[r"
        talks ongoing 2021-03..? in oslo (peace talks)
            TD attended
            ML attended
    "]],
    );
}

#[test]
fn the_eve_of_a_meeting_is_before_it() {
    check(
        "The mood was gloomy on the eve of a summit of Chad and Mali in Oslo.",
        expect![[r"
            summit planned in oslo (summit)
                TD expected
                ML expected
        "]],
    );
    check(
        "Fishing was an issue during a conference of Chad and Mali in Oslo on June 28.",
        expect![[r"
            conference planned 2021-06-28 in oslo (conference)
                TD expected
                ML expected
        "]],
    );
}

#[test]
fn those_who_did_not_meet_held_nothing() {
    check(
        "Ann Lee did not meet Bo Kim in Oslo. Chad and Mali have never met.",
        expect![[r"
        talks denied in oslo (meet)
            ann-lee expected
            bo-kim expected
        talks denied (met)
            TD expected
            ML expected
    "]],
    );
    check(
        "Ann Lee has not met Bo Kim since May.",
        expect![[r"
        talks held 2021-05 (met)
            ann-lee attended
            bo-kim attended
    "]],
    );
}

#[test]
fn what_is_expected_is_to_come() {
    check(
        "A meeting between President Ann Lee of Chad and President Bo Kim of Mali is expected in late \
         October.",
        expect![[r"
            talks planned 2021-10 (meeting)
                ann-lee expected
                bo-kim expected
                TD expected
                ML expected
        "]],
    );
}

#[test]
fn what_is_not_planned_is_denied() {
    check(
        "A meeting between President Ann Lee of Chad and President Bo Kim of Mali is not planned.",
        expect![[r"
            talks denied (meeting)
                ann-lee expected
                bo-kim expected
                TD expected
                ML expected
        "]],
    );
    check(
        "There are no plans for a meeting between President Ann Lee of Chad and President Bo Kim of Mali.",
        expect![[r"
            talks denied (meeting)
                ann-lee expected
                bo-kim expected
                TD expected
                ML expected
        "]],
    );
}
