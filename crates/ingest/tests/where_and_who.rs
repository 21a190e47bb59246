//! Cases of where meetings are and who is there, told behind a day, in another sentence or by what somebody is.

mod show;

use expect_test::{Expect, expect};

/// Reads the text as a report of 15 June 2021, a Tuesday.
#[track_caller]
fn check(text: &str, expected: Expect) {
    let (facts, text) = show::read(text, "2021-06-15");
    expected.assert_eq(&show::meetings(&facts, &text));
}

#[track_caller]
fn check_release(text: &str, expected: Expect) {
    let (facts, text) = show::read_titled("Travel", text, "2021-06-15");
    expected.assert_eq(&show::meetings(&facts, &text));
}

#[test]
fn a_place_stands_behind_a_day_with_its_year_or_weekday() {
    check(
        "Chadian President Ann Lee met Malian President Bo Kim on June 2, 2021, in Oslo.",
        expect![[r"
            talks held 2021-06-02 in oslo (met)
                ann-lee attended
                bo-kim attended
                TD attended
                ML attended
        "]],
    );
    check(
        "Chadian President Ann Lee met Malian President Bo Kim on Monday, June 7, in Oslo.",
        expect![[r"
            talks held 2021-06-07 in oslo (met)
                ann-lee attended
                bo-kim attended
                TD attended
                ML attended
        "]],
    );
    check(
        "Chadian President Ann Lee met Malian President Bo Kim, in Oslo, on Monday.",
        expect![[r"
            talks held 2021-06-14 in oslo (met)
                ann-lee attended
                bo-kim attended
                TD attended
                ML attended
        "]],
    );
    check(
        "On Monday, June 7, in Oslo, Chadian President Ann Lee met Malian President Bo Kim.",
        expect![[r"
            talks held 2021-06-07 in oslo (met)
                ann-lee attended
                bo-kim attended
                ML attended
                TD attended
        "]],
    );
    check(
        "The summit will take place July 2-3, 2021, in Geneva, Switzerland.",
        expect![[r"
        summit planned 2021-07-02..2021-07-03 in geneva (The summit)
    "]],
    );
    check(
        "Chadian President Ann Lee met on Friday, May 14, 2021, with Malian President Bo Kim in Oslo.",
        expect![[r"
            talks held 2021-05-14 in oslo (met)
                ann-lee attended
                bo-kim attended
                ML attended
                TD attended
        "]],
    );
    check(
        "Chadian President Ann Lee met Malian President Bo Kim on Monday to discuss the summit on July 2, 2021, in \
         Oslo.",
        expect![[r"
            talks held 2021-06-14 (met)
                ann-lee attended
                bo-kim attended
                TD attended
                ML attended
            summit held 2021-07-02 in oslo (the summit)
                TD attended
                ML attended
        "]],
    );
    check(
        "On Monday, Chadian President Ann Lee met Malian President Bo Kim, and, in Oslo, protesters marched.",
        expect![[r"
            talks held 2021-06-14 (met)
                ann-lee attended
                bo-kim attended
                TD attended
                ML attended
        "]],
    );
}

#[test]
fn a_city_is_no_part_of_the_name_of_a_ministry_in_it() {
    check(
        "Chad and Mali held talks at the U.S. Department of State in Washington, DC.",
        expect![[r"
            talks held in washington-dc (talks)
                TD attended
                ML attended
        "]],
    );
    check(
        "The symposium, hosted in Honolulu, Hawaii, gathered officials from Chad and Mali.",
        expect![[r"
            conference held in honolulu (The symposium)
                TD attended
                ML attended
        "]],
    );
}

#[test]
fn what_will_take_place_is_not_off() {
    check(
        "The White House said the visit will take place in July.",
        expect![[r"
        visit planned 2021-07 according to US (the visit)
    "]],
    );
    check(
        "Beijing said the visit would go on as planned.",
        expect![[r"
        visit planned according to CN (the visit)
    "]],
    );
    check(
        "The White House said the visit will not take place.",
        expect![[r"
        visit cancelled according to US (the visit)
    "]],
    );
}

#[test]
fn officials_of_several_states_meet_though_nobody_is_named() {
    check(
        "Fighting went on. Diplomats from six nations met in Vienna on Friday.",
        expect![[r"
        talks held 2021-06-11 in vienna (met)
    "]],
    );
    check(
        "Fighting went on. European foreign ministers met in Brussels on Monday.",
        expect![[r"
        talks held 2021-06-14 in brussels (met)
    "]],
    );
    check("Fighting went on. Party leaders met in Berlin on Monday.", expect![""]);
    check("Fighting went on. Rebel negotiators met in Rome on Monday.", expect![""]);
}

#[test]
fn a_guest_is_welcomed_somewhere_and_to_no_post() {
    check(
        "Secretary General Eva Holm welcomed the President of Chad, Ann Lee, to NATO Headquarters in Brussels on \
         Monday.",
        expect![[r"
            talks held 2021-06-14 in brussels (welcomed)
                eva-holm attended
                ann-lee attended
                TD attended
        "]],
    );
    check(
        "Chancellor Eva Holm welcomed Chadian President Ann Lee in Berlin on Monday.",
        expect![[r"
            talks held 2021-06-14 in berlin (welcomed)
                eva-holm attended
                ann-lee attended
                TD attended
        "]],
    );
    check("Chancellor Eva Holm welcomed Chadian President Ann Lee to the post.", expect![""]);
    check("Chancellor Eva Holm welcomed Chadian President Ann Lee in her speech.", expect![""]);
}

#[test]
fn travel_and_gatherings_of_ones_own_are_no_meetings() {
    check("A German tourist, Hans Meier, flew to Kabul on Monday.", expect![""]);
    check("British journalist Kate Holm traveled to Oslo this week.", expect![""]);
    check("Chad's government met Monday to try to bridge deep divisions.", expect![""]);
    check("The two parties hold talks on a new government in Berlin.", expect![""]);
    check(
        "French Foreign Minister Ann Lee, a former journalist, traveled to Oslo on Monday.",
        expect![[r"
            visit held 2021-06-14 in oslo (traveled)
                ann-lee attended
                FR attended
        "]],
    );
    check_release(
        "Secretary Ann Lee held a meet and greet with embassy staff in Paris.",
        expect![""],
    );
}

#[test]
fn whoever_asks_for_a_meeting_is_to_be_there() {
    check(
        "Chadian Foreign Minister Ann Lee has requested a meeting with NATO.",
        expect![[r"
        talks proposed according to ann-lee (meeting)
            north-atlantic-treaty-organization expected
            ann-lee expected
            TD expected
    "]],
    );
    check(
        "Chadian Foreign Minister Ann Lee requested a meeting of the Security Council.",
        expect![""],
    );
}

#[test]
fn companions_and_leaders_of_a_journey_are_on_it() {
    check_release(
        "Secretary Ann Lee will travel to Geneva on June 20 to attend the Rivers Conference. She will be joined by \
         Assistant Secretary Cara Moe.",
        expect![[r"
            visit planned 2021-06-20 in geneva (travel)
                ann-lee expected
                cara-moe expected
            conference planned 2021-06-20 in geneva (Rivers Conference)
                ann-lee expected
                cara-moe expected
        "]],
    );
    check_release(
        "Under Secretary Ann Lee and a delegation visited Chad. The delegation met with President Bo Kim.",
        expect![[r"
            visit held in TD (visited)
                ann-lee attended
            talks held (met)
                bo-kim attended
                TD attended
                US attended
                ann-lee attended
        "]],
    );
}

#[test]
fn a_joint_body_meets_where_it_is_co_chaired() {
    check(
        "French Foreign Minister Ann Lee co-chaired the Joint Commission with Chadian Foreign Minister Bo Kim in Lima.",
        expect![[r"
            conference held in lima (co-chaired)
                ann-lee attended as chair
                bo-kim attended
                FR attended as chair
                TD attended
        "]],
    );
    check("French Foreign Minister Ann Lee co-chairs the Joint Commission with Chad.", expect![""]);
}

#[test]
fn what_is_commemorated_is_not_attended() {
    check(
        "The summit will mark the 1954 Geneva conference on rivers. At the conference, French President Ann Lee will \
         speak.",
        expect![[r"
            summit planned (The summit, the conference)
                ann-lee expected
                FR expected
            conference held 1954 in geneva (1954 Geneva conference)
        "]],
    );
}

#[test]
fn the_eve_of_a_summit_is_not_its_day() {
    check(
        "Today on the eve of the Ninth Rivers Summit in Los Angeles, Deputy Secretary Ann Lee announced aid.",
        expect![[r"
            summit planned in los-angeles (Ninth Rivers Summit)
        "]],
    );
}

#[test]
fn talks_open_or_are_held_where_those_who_hold_them_meet() {
    check(
        "Chadian President Ann Lee met Malian President Bo Kim in Geneva to open the Rivers Dialogue on May 2.",
        expect![[r"
            talks held 2021-05-02 in geneva (met, Rivers Dialogue)
                ann-lee attended
                bo-kim attended
                TD attended
                ML attended
        "]],
    );
}

#[test]
fn an_overview_and_the_detail_tell_of_one_meeting() {
    check_release(
        "U.S. Secretary of State Ann Lee will attend the meeting of NATO Foreign Ministers in Berlin. On June 24, the \
         Secretary will attend a meeting of NATO Foreign Ministers in Berlin.",
        expect![[r"
            conference planned 2021-06-24 in berlin (the meeting, meeting)
                north-atlantic-treaty-organization expected
                ann-lee expected
                US expected
        "]],
    );
}

#[test]
fn a_stop_on_the_way_is_a_visit_and_officials_are_consulted() {
    check_release(
        "Secretary Ann Lee will stop in Iceland on her way home.",
        expect![[r"
        visit planned in IS (stop)
            ann-lee expected
    "]],
    );
    check_release(
        "In the Philippines, Counselor Ann Lee will consult with officials on maritime security.",
        expect![[r"
            talks planned in PH (consult)
                ann-lee expected
                PH expected
        "]],
    );
    check_release(
        "Secretary Ann Lee will travel to Seoul for meetings with South Korean officials and a strategic dialogue with \
         Vice Foreign Minister Bo Kim.",
        expect![[r"
            visit planned in seoul (travel)
                ann-lee expected
            talks planned in seoul (meetings)
                KR expected
                ann-lee expected
            talks planned in seoul (dialogue)
                bo-kim expected
                KR expected
        "]],
    );
}
