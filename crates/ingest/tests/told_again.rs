//! Cases of meetings that one text tells of twice, and of who met where the words name them by "you", in
//! one word, or in a list before the noun.

mod show;

use expect_test::expect;
use show::{check, meetings, read_titled};

#[test]
fn what_a_journey_is_for_is_what_is_done_on_it() {
    check(
        "Assistant Secretary Ann Lee will visit Lima, Peru, June 20-22 for bilateral meetings. Assistant Secretary \
         Lee will meet with the President of the Rivers Council, Bo Kim, and other senior officials on rivers. She \
         will also meet with Foreign Minister Cho Park of Chad.",
        expect![[r"
            visit planned 2021-06-20..2021-06-22 in lima (visit)
                ann-lee expected
            talks planned 2021-06-20..2021-06-22 in lima (bilateral meetings, meet)
                ann-lee expected
                bo-kim expected
                rivers-council expected
                PE expected
            talks planned 2021-06-20..2021-06-22 in lima (meet)
                ann-lee expected
                cho-park expected
                TD expected
        "]],
    );
    // With whom else they are is no meeting of those they visit.
    check(
        "Assistant Secretary Ann Lee will visit Lima, Peru, June 20-22 for meetings with Chadian officials. She will \
         meet with Foreign Minister Bo Kim of Mali on rivers.",
        expect![[r"
            visit planned 2021-06-20..2021-06-22 in lima (visit)
                ann-lee expected
            talks planned 2021-06-20..2021-06-22 in lima (meetings)
                TD expected
                ann-lee expected
            talks planned 2021-06-20..2021-06-22 in lima (meet)
                ann-lee expected
                bo-kim expected
                ML expected
        "]],
    );
}

#[test]
fn whose_meeting_it_is_may_be_two_in_one_list() {
    check(
        "This is on Bo Kim's and Ann Lee's planned meeting on June 20 with President Cho Park of Mali.",
        expect![[r"
            talks planned 2021-06-20 (meeting)
                ann-lee expected
                bo-kim expected
                cho-park expected
                ML expected
        "]],
    );
    check(
        "It is on peace, including President Bo Kim and Chadian Prime Minister Ann Lee's planned meeting \
         on June 20 with President Cho Park of Mali.",
        expect![[r"
            talks planned 2021-06-20 (meeting)
                TD expected
                ann-lee expected
                bo-kim expected
                cho-park expected
                ML expected
        "]],
    );
}

#[test]
fn states_in_a_list_and_two_in_one_word_have_met() {
    check(
        "I asked about the French, Saudi, and U.S. meeting yesterday in Italy on rivers.",
        expect![[r"
            talks held 2021-06-14 in IT (U.S. meeting)
                US attended
                SA attended
                FR attended
        "]],
    );
    check(
        "President Ann Lee smiled, and so did President Bo Kim. The Lee-Kim meeting is on June 20.",
        expect![[r"
            talks planned 2021-06-20 (Lee-Kim meeting)
                ann-lee expected
                bo-kim expected
        "]],
    );
}

#[test]
fn a_meeting_between_some_is_none_of_others() {
    check(
        "Talks between the U.S. and Turkey to guard the airport in Lima are going on today. With the meeting today \
         between Secretary of State Marco Rubio and his Chadian counterpart, what will come?",
        expect![[r"
            talks held 2021-06-15 (Talks)
                US attended
                TR attended
            talks planned 2021-06-15 (the meeting)
                marco-rubio expected
                US expected
                TD expected
        "]],
    );
}

#[test]
fn you_in_a_question_is_whoever_answers() {
    let text = "Marco Rubio, Secretary of State\n\nWashington, D.C.\n\nQUESTION:  Yesterday you met with Foreign \
                Minister Bo Kim of Chad.  What came of it?\n\nSECRETARY RUBIO:  Rivers are long.\n\nQUESTION:  You had \
                very long meetings today with both President Ann Lee and Minister Cho Park of Mali.\n\n\
                SECRETARY RUBIO:  Yes.";
    let (facts, text) =
        read_titled("Secretary Marco Rubio at a Press Availability", text, "2021-06-15");
    expect![[r"
        talks held 2021-06-14 in washington (met)
            bo-kim attended
            TD attended
            marco-rubio attended
        talks held 2021-06-15 (meetings)
            ann-lee attended
            marco-rubio attended
        talks held 2021-06-15 (meetings)
            cho-park attended
            ML attended
            marco-rubio attended
    "]]
    .assert_eq(&meetings(&facts, &text));
}

#[test]
fn what_is_discussed_names_nobody_who_talks() {
    check(
        "Secretary Ann Lee met on Monday with President Bo Kim of Chad in Lima. Secretary Lee discussed with Chadian \
         officials the impact of the war of Mali against Peru.",
        expect![[r"
            talks held 2021-06-14 in lima (met)
                ann-lee attended
                bo-kim attended
                TD attended
            talks held (discussed)
                ann-lee attended
                TD attended
        "]],
    );
    check(
        "Secretary Ann Lee met on Monday with President Bo Kim of Chad in Lima. Secretary Lee and President Kim also \
         discussed the announcement at the Rivers Platform in Oslo on June 15 that the government, working with \
         Congress, plans to build more.",
        expect![[r"
            talks held 2021-06-14 in lima (met)
                ann-lee attended
                bo-kim attended
                TD attended
        "]],
    );
}

#[test]
fn words_that_point_at_an_event_add_whose_it_is() {
    check(
        "Special Envoy Ann Lee will travel to Lima on June 28 to participate in the High-Level Special Event. During \
         this important UN session, Lee will tell of rivers.",
        expect![[r"
            visit planned 2021-06-28 in lima (travel)
                ann-lee expected
            talks planned 2021-06-28 in lima (Event, UN session)
                ann-lee expected
        "]],
    );
    check(
        "Chad signed the Rivers Accords at a ceremony hosted on Monday by Ambassador Bo Kim in Lima. The accords are on \
         rivers. Minister Cho Park of Mali was joined for the event by Ann Lee, the Secretary of State.",
        expect![[r"
            other held 2021-06-14 in lima (ceremony, event)
                bo-kim attended
                cho-park attended
                TD attended
                ML attended
                ann-lee attended
        "]],
    );
}

#[test]
fn talks_in_another_place_are_not_those_of_the_speakers() {
    let text = "Ann Lee, Secretary of State\n\nJerusalem\n\nPRIME MINISTER KIM: Welcome to Jerusalem.\n\nSECRETARY LEE: \
                Prime Minister, it is good to be here. As the Prime Minister mentioned, we had a detailed \
                discussion about Israel's security needs. That includes consulting closely with Israel, as we did today, \
                on the ongoing negotiations in Vienna around a potential return to the agreement.";
    let title = "Secretary Ann Lee and Chadian Prime Minister Bo Kim Statements to the Press";
    let (facts, text) = read_titled(title, text, "2021-06-15");
    expect![[r"
        talks held 2021-06-15 in jerusalem (PRIME MINISTER KIM)
            ann-lee attended
            bo-kim attended
            TD attended
    "]]
    .assert_eq(&meetings(&facts, &text));
}
