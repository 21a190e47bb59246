//! Cases of which words of one text are of one meeting, and which are of none.

mod show;

use expect_test::expect;
use show::check;

#[test]
fn what_a_meeting_goes_on_with_is_no_meeting_beside_it() {
    check(
        "Secretary of State Marco Rubio will travel on June 18 to Warsaw, where he will meet with senior Polish \
         officials to continue discussions of key bilateral issues.",
        expect![[r"
            visit planned 2021-06-18 in warsaw (travel)
                marco-rubio expected
            talks planned 2021-06-18 in warsaw (meet)
                marco-rubio expected
                PL expected
        "]],
    );
    check(
        "Secretary of State Marco Rubio spoke today with Polish Foreign Minister Zbigniew Rau to continue their \
         previous discussions on trade.",
        expect![[r"
            talks held 2021-06-15 (spoke)
                marco-rubio attended
                zbigniew-rau attended
                PL attended
        "]],
    );
}

#[test]
fn a_name_with_two_adjectives_is_of_what_they_met_for() {
    check(
        "Senior delegations representing the United States and Poland met on June 9 and 10 for the first joint \
         U.S.-Poland Strategic and Defense Dialogue.",
        expect![[r"
            talks held 2021-06-09..2021-06-10 (met, U.S.-Poland Strategic and Defense Dialogue)
                US attended
                PL attended
        "]],
    );
}

#[test]
fn who_leads_talks_for_a_side_is_at_those_told_of_before() {
    check(
        "The United States and Poland held another meeting this week on arms control. Ann Ganzer led discussions \
         on the U.S. side.",
        expect![[r"
            talks held 2021-06 (meeting, discussions)
                US attended
                PL attended
                ann-ganzer attended
        "]],
    );
}

#[test]
fn a_session_of_a_dialogue_is_of_the_dialogue_and_not_of_what_was_before() {
    check(
        "Deputy Secretary Wendy Sherman and Polish Foreign Minister Zbigniew Rau held bilateral consultations in \
         Warsaw earlier this month and co-chaired a session of the U.S.-Poland Strategic Dialogue.",
        expect![[r"
            consultation held 2021-06 in warsaw (consultations)
                wendy-sherman attended
                zbigniew-rau attended
                PL attended
                US attended
            talks held 2021-06 (session, U.S.-Poland Strategic Dialogue)
                US attended
                PL attended
                wendy-sherman attended as chair
                zbigniew-rau attended as chair
        "]],
    );
}

#[test]
fn dialogues_on_two_matters_are_two() {
    check(
        "They welcomed the inaugural meeting of the U.S.-Poland Dialogue on Russia on June 3. Deputy Secretary \
         Wendy Sherman and Polish Foreign Minister Zbigniew Rau held the third meeting of the U.S.-Poland \
         Dialogue on China.",
        expect![[r"
            talks held 2021-06-03 (meeting, U.S.-Poland Dialogue)
                US attended
                PL attended
            talks held (meeting, U.S.-Poland Dialogue)
                wendy-sherman attended
                zbigniew-rau attended
                US attended
                PL attended
        "]],
    );
}

#[test]
fn what_is_done_over_and_over_is_no_meeting() {
    for text in [
        "Marco Rubio talks to Polish Foreign Minister Zbigniew Rau multiple times a week.",
        "Marco Rubio has regularly met with Polish Foreign Minister Zbigniew Rau.",
        "Marco Rubio has had a number of occasions to meet with Polish Foreign Minister Zbigniew Rau.",
        "The United States and Poland agreed to continue close consultations.",
        "The United States is in talks with Poland about a price cap.",
        "They said yesterday that the United States is in talks with allies to impose a price cap.",
    ] {
        check(text, expect![""]);
    }
    check(
        "Marco Rubio regularly meets with Polish Foreign Minister Zbigniew Rau. They met in Warsaw on Monday.",
        expect![[r"
            talks held 2021-06-14 in warsaw (met)
                marco-rubio attended
                zbigniew-rau attended
                PL attended
        "]],
    );
}

#[test]
fn to_speak_to_a_matter_or_about_one_is_to_meet_nobody() {
    check(
        "Special Envoy Robert Malley had an opportunity to speak to this yesterday with a view to Iran.",
        expect![""],
    );
    check(
        "Marco Rubio met today with Polish Foreign Minister Zbigniew Rau. Marco Rubio and Foreign Minister Rau \
         spoke about the response to President Putin's war.",
        expect![[r"
            talks held 2021-06-15 (met)
                marco-rubio attended
                zbigniew-rau attended
                PL attended
        "]],
    );
}

#[test]
fn words_that_point_at_the_meeting_of_the_same_two_are_of_it() {
    check(
        "On Friday Marco Rubio will speak with Polish Foreign Minister Zbigniew Rau by phone. The Secretary has \
         said that much depends on the outcome. With regard to the conversation between Marco Rubio and Zbigniew \
         Rau, more will be said.",
        expect![[r"
            call planned 2021-06-18 (speak, the conversation)
                zbigniew-rau expected
                marco-rubio expected
                PL expected
        "]],
    );
    check(
        "Marco Rubio will meet Polish Foreign Minister Zbigniew Rau in Warsaw. They are friends. Marco Rubio will \
         also meet with Foreign Minister Zbigniew Rau to discuss trade.",
        expect![[r"
            talks planned in warsaw (meet, meet)
                marco-rubio expected
                zbigniew-rau expected
                PL expected
        "]],
    );
    check(
        "Marco Rubio spoke today with Polish Foreign Minister Zbigniew Rau. A second call between Marco Rubio and \
         Zbigniew Rau is being planned.",
        expect![[r"
            talks held 2021-06-15 (spoke)
                marco-rubio attended
                zbigniew-rau attended
                PL attended
            call planned (call)
                marco-rubio expected
                zbigniew-rau expected
                PL expected
        "]],
    );
}

#[test]
fn what_is_attended_in_a_sentence_of_its_own_is_not_that_officials_are_met() {
    check(
        "Assistant Secretary Karen Donfried will travel on June 29 to Prague, where she will meet with Czech \
         government officials. The Assistant Secretary will lead the delegation to the U.S.-Czech Strategic \
         Dialogue.",
        expect![[r"
            visit planned 2021-06-29 in prague (travel)
                karen-donfried expected
                US expected
            talks planned 2021-06-29 in prague (meet)
                karen-donfried expected
                CZ expected
                US expected
            talks planned 2021-06-29 in prague (U.S.-Czech Strategic Dialogue)
                US expected
                CZ expected
                karen-donfried expected as delegate
        "]],
    );
}

#[test]
fn officials_who_are_met_on_one_trip_are_met_once() {
    check(
        "Deputy Secretary Wendy Sherman will travel to Warsaw, Poland, on June 18-20 to lay a wreath and meet with \
         Polish officials. The ceremony is on Saturday. The Deputy Secretary will also meet with Polish government \
         officials to highlight the partnership.",
        expect![[r"
            visit planned 2021-06-18..2021-06-20 in warsaw (travel)
                wendy-sherman expected
            talks planned 2021-06-18..2021-06-20 in warsaw (meet, meet)
                wendy-sherman expected
                PL expected
        "]],
    );
}

#[test]
fn whom_a_tour_is_to_meet_is_met_at_no_stop_more_than_at_another() {
    check(
        "Assistant Secretary Jessica Lewis travels to France, Belgium, and Latvia June 20-28 to meet with U.S. \
         Allies and partners on military assistance.",
        expect![[r"
            visit planned 2021-06-20..2021-06-28 (travels)
                jessica-lewis expected
                US expected
        "]],
    );
}

#[test]
fn another_visitor_makes_another_visit() {
    check(
        "President Ann Lee of Chad will arrive in Oslo on Thursday on a two-day visit. The visit of \
         Malian Prime Minister Bo Kim has been postponed.",
        expect![[r"
            visit planned 2021-06-17..2021-06-18 in oslo (arrive, visit)
                ann-lee expected
                TD expected
            visit planned (The visit)
                bo-kim expected
                ML expected
        "]],
    );
}

#[test]
fn a_journey_goes_on_to_another_city() {
    check(
        "Foreign Minister Ann Lee of Chad will go to Oslo, where she will have talks with Norwegian \
         Foreign Minister Bo Kim, and then to Lima to take part in the G20 meeting on July 7-8.",
        expect![[r"
            visit planned in oslo (go)
                ann-lee expected
                TD expected
            talks planned in oslo (talks)
                bo-kim expected
                ann-lee expected
                NO expected
                TD expected
            visit planned in lima (go)
                ann-lee expected
                TD expected
            conference planned 2021-07-07..2021-07-08 in lima (G20 meeting)
                ann-lee expected
                TD expected
                group-of-20 expected
        "]],
    );
}

#[test]
fn others_are_hosted_on_another_day() {
    check(
        "President Ann Lee of Chad will host President Bo Kim of Mali in Lima on July 23 and the leaders \
         of Niger and Peru at a summit in Quito the next day.",
        expect![[r"
            talks planned 2021-07-23 in lima (host)
                ann-lee expected as host
                bo-kim expected
                TD expected as host
                ML expected
            summit planned 2021-07-24 in quito (summit)
                ann-lee expected
                NE expected
                PE expected
                TD expected
        "]],
    );
}

#[test]
fn a_meeting_is_none_of_those_since_which_it_is_the_first() {
    check(
        "President Ann Lee of Chad and President Bo Kim of Mali held talks in Oslo on Monday. The meeting \
         was the first between the two since they met in Lima last November.",
        expect![[r"
            talks held 2021-06-14 in oslo (talks, The meeting)
                ann-lee attended
                bo-kim attended
                ML attended
                TD attended
            talks held 2020-11 in lima (met)
                ann-lee attended
                bo-kim attended
                TD attended
                ML attended
        "]],
    );
}

#[test]
fn a_gathering_before_a_summit_is_none() {
    check(
        "Senior officials of Chad and Mali will gather in Oslo on Friday to prepare for the summit.",
        expect![[r"
            conference planned 2021-06-18 in oslo (gather)
                TD expected
                ML expected
            summit planned 2021-06-18 (the summit)
        "]],
    );
}

#[test]
fn two_presidents_are_no_ministers() {
    check(
        "Foreign Minister Ann Lee of Chad will co-chair with Malian Foreign Minister Bo Kim the second \
         meeting of the Rivers Panel. The visit follows the meeting between President Ed Roe and \
         President Cy Dow in Lima in May.",
        expect![[r"
            conference planned (meeting)
                ann-lee expected
                TD expected
                ML expected
                bo-kim expected
                rivers-panel expected
            visit ongoing (The visit)
            talks held 2021-05 in lima (the meeting)
                ed-roe attended
                cy-dow attended
        "]],
    );
}

#[test]
fn a_noun_added_to_a_verb_is_of_one_meeting() {
    check(
        "President Ann Lee of Chad met President Bo Kim of Mali in Oslo on Monday, a meeting that Niger \
         criticised.",
        expect![[r"
            talks held 2021-06-14 in oslo (met, meeting)
                ann-lee attended
                bo-kim attended
                TD attended
                ML attended
        "]],
    );
}

#[test]
fn whoever_hosts_a_meeting_just_told_of_is_at_it() {
    check(
        "President Ann Lee of Chad has met President Bo Kim of Mali in Oslo. The 33-minute meeting was \
         hosted by Crown Prince Ed Roe of Norway.",
        expect![[r"
            talks held in oslo (met, meeting)
                ann-lee attended
                bo-kim attended
                ed-roe attended as host
                TD attended
                ML attended
                NO attended as host
        "]],
    );
    check(
        "President Ann Lee of Chad received President Bo Kim of Mali in Oslo. Foreign Minister Ed Roe \
         also attended the meeting.",
        expect![[r"
            talks held in oslo (received, the meeting)
                ann-lee attended as host
                bo-kim attended
                ed-roe attended
                TD attended as host
                ML attended
        "]],
    );
}

#[test]
fn a_noun_that_tells_when_is_joined_by_nobody() {
    check(
        "President Ann Lee of Chad met President Bo Kim of Mali in Oslo on Monday before a summit of Gulf \
         leaders. Peruvian President Ed Roe joined by phone.",
        expect![[r"
            talks held 2021-06-14 in oslo (met)
                ann-lee attended
                bo-kim attended
                ed-roe attended
                TD attended
                ML attended
                PE attended
            summit held (summit)
                TD attended
                PE attended
                ed-roe attended
        "]],
    );
}

#[test]
fn who_speaks_to_a_body_is_at_its_session() {
    check(
        "The Security Council met on Monday to discuss Chad. The UN envoy, Ann Lee, told the Council that \
         help was needed. The representative of Mali, Bo Kim, accused the rebels. Her Peruvian \
         counterpart, Ed Roe, said that the truce must hold.",
        expect![[r"
            talks held 2021-06-14 (met)
                un-security-council attended
                united-nations attended
                ann-lee attended
                bo-kim attended
                ed-roe attended
                PE attended
                ML attended
        "]],
    );
}

#[test]
fn what_was_said_on_another_day_was_said_elsewhere() {
    check(
        "The Security Council met on Monday to discuss Chad. UN envoy Ann Lee told the Council on June 2 \
         that help was needed.",
        expect![[r"
            talks held 2021-06-14 (met)
                un-security-council attended
        "]],
    );
}
