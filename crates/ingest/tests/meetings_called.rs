//! Cases of what meetings are called: which words are of one, and which are of several.

mod show;

use expect_test::expect;
use show::check;

#[test]
fn members_of_a_list_are_meetings_apart() {
    check(
        "Secretary of State Marco Rubio will travel to Paris to participate in the U.S.-ASEAN Ministerial Meeting, \
         the East Asia Summit Foreign Ministers’ Meeting, and the ASEAN Regional Forum.",
        expect![[r"
            visit planned in paris (travel)
                marco-rubio expected
                US expected
            conference planned in paris (U.S.-ASEAN Ministerial Meeting)
                marco-rubio expected
                US expected
                association-of-southeast-asian-nations expected
            summit planned (Asia Summit Foreign Ministers, Meeting)
                marco-rubio expected
                US expected
            conference planned (Forum)
                marco-rubio expected
                US expected
        "]],
    );
}

#[test]
fn what_is_attended_besides_is_another_meeting() {
    check(
        "On Friday Marco Rubio will meet with Polish Foreign Minister Zbigniew Rau and lead the delegation to the \
         U.S.-Poland Strategic Dialogue.",
        expect![[r"
            talks planned 2021-06-18 (meet)
                zbigniew-rau expected
                marco-rubio expected
                PL expected
            talks planned 2021-06-18 (U.S.-Poland Strategic Dialogue)
                US expected
                PL expected
        "]],
    );
    check(
        "In Seoul, Wendy Sherman will meet with Mori Takeo and have a trilateral meeting with Cho Hyundong and \
         Mori Takeo.",
        expect![[r"
            talks planned in seoul (meet)
                wendy-sherman expected
                mori-takeo expected
            talks planned in seoul (meeting)
                cho-hyundong expected
                mori-takeo expected
                wendy-sherman expected
        "]],
    );
}

#[test]
fn what_is_followed_up_on_was_before() {
    check(
        "Marco Rubio spoke today with Polish Foreign Minister Zbigniew Rau to follow up on their recent meeting in \
         Warsaw.",
        expect![[r"
            talks held 2021-06-15 (spoke)
                marco-rubio attended
                zbigniew-rau attended
                PL attended
            talks held in warsaw (meeting)
                PL attended
                marco-rubio attended
                zbigniew-rau attended
        "]],
    );
}

#[test]
fn a_part_of_a_name_is_of_the_meeting_that_bears_it() {
    check(
        "On June 18, Marco Rubio will welcome Polish Foreign Minister Zbigniew Rau to Washington for the fourth \
         U.S.-Poland 2+2 Ministerial Dialogue. The two states are friends. The 2+2 Ministerial is a chance to \
         deepen the partnership.",
        expect![[r"
            talks planned 2021-06-18 in washington (Ministerial Dialogue, Ministerial)
                US expected
                PL expected
                marco-rubio expected
                zbigniew-rau expected
        "]],
    );
    check(
        "Marco Rubio spoke of the G7 Summit in Cornwall. Trade was on the agenda. Later he went home. At the G7 \
         Summit the leaders agreed on taxes.",
        expect![[r"
            talks held in cornwall (spoke)
                marco-rubio attended
            summit held in cornwall (G7 Summit, G7 Summit)
                group-of-seven attended
        "]],
    );
}

#[test]
fn in_their_meetings_goes_on_with_those_just_told_of() {
    check(
        "In Dhaka, Ambassador Rashad Hussain met with Bangladeshi officials, including Foreign Minister A.K. Abdul \
         Momen. In his meetings, the Ambassador called for freedom of religion.",
        expect![[r"
            talks held in dhaka (met, meetings)
                rashad-hussain attended
                a-k-abdul-momen attended
                BD attended
        "]],
    );
}

#[test]
fn what_is_said_to_the_press_or_again_and_again_is_no_meeting() {
    check(
        "Lee met Kim in Oslo on Monday. Chad turned down the demand, according to a Chadian official who spoke on \
         condition of anonymity because he was not authorized to discuss the negotiations publicly.",
        expect![[r"
            talks held 2021-06-14 in oslo (met)
                lee attended
                kim attended
        "]],
    );
    check(
        "Secretary Blinken said help was on its way. As we speak, the United States and Chad are at work on a truce. \
         In my discussions with Chinese officials, I have made clear that we will defend our allies.",
        expect![""],
    );
}

#[test]
fn those_met_each_in_a_place_of_their_own_do_not_meet_each_other() {
    check(
        "Marco Rubio held meetings with Foreign Minister Zbigniew Rau in Warsaw and Deputy Minister Mori Takeo in Tokyo.",
        expect![[r"
            talks held in warsaw (meetings)
                marco-rubio attended
                zbigniew-rau attended
            talks held in tokyo (meetings)
                marco-rubio attended
                mori-takeo attended
        "]],
    );
    check(
        "Marco Rubio met Zbigniew Rau in Warsaw on Monday and Mori Takeo in Tokyo.",
        expect![[r"
        talks held 2021-06-14 in warsaw (met)
            marco-rubio attended
            zbigniew-rau attended
        talks held 2021-06-14 in tokyo (met)
            marco-rubio attended
            mori-takeo attended
    "]],
    );
    check(
        "Marco Rubio had meetings with both Foreign Minister Rau and Deputy Minister Mori Takeo.",
        expect![[r"
            talks held (meetings)
                rau attended
                marco-rubio attended
            talks held (meetings)
                mori-takeo attended
                marco-rubio attended
        "]],
    );
}

#[test]
fn what_bears_the_name_of_where_another_was_held_is_it() {
    check(
        "Marco Rubio met Zbigniew Rau. Rau, who was in Oslo for a summit of NATO's eastern members, thanked Norway. Mori \
         Takeo skipped the Oslo summit.",
        expect![[r"
            talks held (met)
                marco-rubio attended
                zbigniew-rau attended
            summit held in oslo (summit, Oslo summit)
                zbigniew-rau attended
                mori-takeo declined
        "]],
    );
}

#[test]
fn another_round_is_another_meeting() {
    check(
        "Delegations of Poland and Japan met in Oslo on Monday for their second round of talks. The meeting lasted an \
         hour. The first round of talks, held in Oslo on May 16, produced a deal.",
        expect![[r"
            talks held 2021-06-14 in oslo (met, talks, The meeting)
                PL attended
                JP attended
            talks held 2021-05-16 in oslo (talks)
        "]],
    );
}

#[test]
fn whose_chance_it_is_goes_and_who_convenes_is_there() {
    check(
        "Secretary Marco Rubio is back, and Ann Ek said it was the Secretary’s first opportunity as Secretary of State \
         to travel to India.",
        expect![[r"
            visit planned in IN according to ann-ek (travel)
                marco-rubio expected
        "]],
    );
    check(
        "South Korea and Japan will play key roles in a meeting that Marco Rubio will convene on Monday.",
        expect![[r"
            talks planned 2021-06-21 (meeting)
                marco-rubio expected
                KR expected
                JP expected
        "]],
    );
    check(
        "Marco Rubio will lead the U.S.-Laos Comprehensive Bilateral Dialogue to discuss trade and forge deeper ties \
         with Laos.",
        expect![[r"
            talks planned (U.S.-Laos Comprehensive Bilateral Dialogue)
                US expected
                LA expected
                marco-rubio expected
        "]],
    );
}

#[test]
fn the_day_of_an_announcement_and_the_year_in_a_name_are_not_the_day() {
    check(
        "Marco Rubio spoke again today with the announcement of Emmanuel Macron’s travel to Israel.",
        expect![[r"
            visit planned in IL according to marco-rubio (travel)
                emmanuel-macron expected
        "]],
    );
    check(
        "Marco Rubio will travel to Paris, March 23-25, to participate in the International Energy Agency 2022 Ministerial \
         Meeting.",
        expect![[r"
            visit planned 2022-03-23..2022-03-25 in paris (travel)
                marco-rubio expected
            conference planned 2022-03-23..2022-03-25 in paris (2022 Ministerial Meeting)
                marco-rubio expected
        "]],
    );
}
