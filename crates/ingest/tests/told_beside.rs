//! Cases of days, places and statuses that the words beside a meeting tell, in the manner of official
//! releases.

mod show;

use expect_test::{Expect, expect};

/// Reads the text as a release of 15 June 2021, a Tuesday.
#[track_caller]
fn check(text: &str, expected: Expect) {
    check_titled("Travel", text, expected);
}

#[track_caller]
fn check_titled(title: &str, text: &str, expected: Expect) {
    let (facts, text) = show::read_titled(title, text, "2021-06-15");
    expected.assert_eq(&show::meetings(&facts, &text));
}

#[test]
fn whoever_departs_travels_and_is_not_there_yet() {
    check(
        "Tomorrow Secretary Ann Lee will be departing for Oslo, where she will take part in a food security \
         conference.",
        expect![[r"
            visit planned 2021-06-16..? in oslo (departing)
                ann-lee expected
            conference planned in oslo (conference)
                ann-lee expected
        "]],
    );
    check(
        "Ambassador Ann Lee will be departing for Oslo tomorrow to serve as chargé d’affaires.",
        expect![[r""]],
    );
}

#[test]
fn what_was_put_off_was_not_on_the_day_of_that() {
    check(
        "Secretary Ann Lee will next travel to Bangkok. Secretary Lee’s travel to Thailand was postponed at the \
         last minute last December.",
        expect![[r"
            visit planned in bangkok (travel, travel)
                ann-lee expected
        "]],
    );
}

#[test]
fn several_adjectives_part_nobody_from_a_conversation() {
    check(
        "Yesterday Secretary Ann Lee had a good, constructive conversation with Foreign Minister Bo Kim of Chad.",
        expect![[r"
            talks held 2021-06-14 (conversation)
                bo-kim attended
                ann-lee attended
                TD attended
        "]],
    );
}

#[test]
fn what_was_a_success_is_over() {
    check(
        "In Chad, Under Secretary Ann Lee will open a school, following the successful U.S.-Chad Strategic Dialogue.",
        expect![[r"
            talks held (U.S.-Chad Strategic Dialogue)
                US attended
                TD attended
                ann-lee attended
        "]],
    );
}

#[test]
fn what_somebody_does_in_a_place_is_there() {
    check(
        "Deputy Secretary Ann Lee continued her trip with a second day in Oslo, meeting with Foreign Minister Bo Kim \
         of Chad. They spoke about the talks in Lima earlier this week.",
        expect![[r"
            visit held in oslo (trip)
                ann-lee attended
            talks held in oslo (meeting)
                ann-lee attended
                bo-kim attended
                TD attended
            talks held 2021-06-14 in lima (the talks)
        "]],
    );
}

#[test]
fn what_comes_later_this_year_is_not_what_was() {
    check(
        "Secretary Ann Lee and Foreign Minister Bo Kim of Chad held talks today. Secretary Lee looks forward to \
         hosting Foreign Minister Kim later this year in Washington.",
        expect![[r"
            talks held 2021-06-15 (talks)
                ann-lee attended
                bo-kim attended
                TD attended
            talks planned 2021 in washington (hosting)
                ann-lee expected as host
                bo-kim expected
                TD expected
        "]],
    );
}

#[test]
fn a_chance_some_time_ago_was_taken() {
    check(
        "Secretary Ann Lee has had an opportunity as recently as a couple weeks ago to travel to Chad.",
        expect![[r"
            visit held 2021-05-31..2021-06-06 in TD (travel)
                ann-lee attended
        "]],
    );
}

#[test]
fn those_who_speak_have_met_before() {
    check_titled(
        "Secretary Antony J. Blinken and Chadian Foreign Minister Bo Kim After Their Meeting",
        "Antony J. Blinken, Secretary of State\n\nOslo, Norway\n\nFOREIGN MINISTER KIM: Dear Secretary Blinken, it is an \
         honor to welcome you. We just met in Lima on the 16th of May.\n\nSECRETARY BLINKEN: Thank you for our \
         discussion today.",
        expect![[r"
            talks held 2021-06-15 in oslo (discussion)
                antony-j-blinken attended
                bo-kim attended
                TD attended
            talks held 2021-05-16 in lima (met)
                antony-j-blinken attended
                bo-kim attended
                TD attended
        "]],
    );
}

#[test]
fn a_month_before_the_noun_tells_which_meeting_is_meant() {
    check(
        "The Dialogue was preceded by a virtual meeting between President Ann Lee of Chad and President Bo \
         Kim of Mali. Building upon the September 2020 meeting between President Lee and President Kim, \
         they reviewed what was done.",
        expect![[r"
            talks held (meeting)
                ann-lee attended
                bo-kim attended
                TD attended
                ML attended
            talks held 2020-09 (September 2020 meeting)
                ann-lee attended
                bo-kim attended
                TD attended
                ML attended
        "]],
    );
}
