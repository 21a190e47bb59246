//! Cases of where and when behind what is added to a name, of places told with a noun, of cities before a
//! noun for a meeting, of one end told, and of two destinations.

mod show;

use expect_test::{Expect, expect};

/// Reads the text as news of 15 June 2021, a Tuesday.
#[track_caller]
fn check(text: &str, expected: Expect) {
    let (facts, text) = show::read_titled("News", text, "2021-06-15");
    expected.assert_eq(&show::meetings(&facts, &text));
}

#[test]
fn where_and_when_stand_behind_what_is_added_to_a_name() {
    check("Ann Lee met Bo Kim, Chad's foreign minister, in Lima on Monday.", expect![[""]]);
    check("Ann Lee held talks with Bo Kim, 58, on Monday in Lima, Peru.", expect![[""]]);
}

#[test]
fn a_place_is_named_with_a_noun_for_it() {
    check("Ann Lee met Bo Kim in the southern city of Sikasso on Monday.", expect![[""]]);
    check("Ann Lee met Bo Kim in the Peruvian capital, Lima, on Monday.", expect![[""]]);
}

#[test]
fn a_seat_of_government_is_where_a_meeting_is() {
    check("Ann Lee met Bo Kim at the White House on Monday.", expect![[""]]);
}

#[test]
fn a_city_tells_where_the_meeting_named_after_it_or_held_by_it_is() {
    check("The Geneva talks will resume on Thursday.", expect![[""]]);
    check("Geneva hosted talks between Chad and Mali on Monday.", expect![[""]]);
    check("The Chad-Mali talks will resume on Thursday.", expect![[""]]);
}

#[test]
fn one_end_is_told() {
    check("The summit in Oslo ended on Friday.", expect![[""]]);
    check("The summit opened in Oslo on Monday.", expect![[""]]);
    check("The meeting, which had been scheduled for Monday, was cancelled.", expect![[""]]);
    check("Talks between Chad and Mali broke down in Oslo on Sunday.", expect![[""]]);
}

#[test]
fn two_destinations_are_two_visits() {
    check("President Ann Lee of Chad visited Damascus and Beirut last month.", expect![[""]]);
    check(
        "President Ann Lee of Chad visited Damascus on Sunday and Beirut on Monday.",
        expect![[""]],
    );
    check(
        "President Ann Lee of Chad visited Lima, Peru, on Monday and met traders.",
        expect![[""]],
    );
}

#[test]
fn ministers_of_a_body_or_of_three_states_hold_a_conference() {
    check("EU foreign ministers met in Brussels on Monday.", expect![[""]]);
    check("The foreign ministers of Chad, Mali and Peru met in Oslo on Monday.", expect![[""]]);
}
