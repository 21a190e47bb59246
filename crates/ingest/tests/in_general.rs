//! Cases of words that single out no meeting, or not one that is told of already.

mod show;

use expect_test::expect;
use show::check;

#[test]
fn dialogue_that_is_wished_for_is_no_meeting_and_speaks_of_none() {
    check(
        "Secretary of State Marco Rubio met today with Haitian Prime Minister Ariel Henry in Washington. They \
         stressed the need to restore democracy through an inclusive, Haitian-led dialogue. The Secretary said \
         that diplomacy and dialogue are essential.",
        expect![[r"
            talks held 2021-06-15 in washington (met)
                marco-rubio attended
                ariel-henry attended
                HT attended
        "]],
    );
    check(
        "The United States and Poland held the U.S.-Poland Strategic Dialogue in Warsaw on June 10. The dialogue \
         was led by Counselor Derek Chollet. They urged Belarus to begin a national dialogue.",
        expect![[r"
            talks held 2021-06-10 in warsaw (U.S.-Poland Strategic Dialogue)
                US attended
                PL attended
                derek-chollet attended
        "]],
    );
}

#[test]
fn what_one_of_them_discussed_besides_was_discussed_at_their_meeting() {
    check(
        "Secretary of State Marco Rubio spoke today with Polish Foreign Minister Zbigniew Rau. The Secretary also \
         discussed our cooperation with Poland to address the threat posed by the pipeline.",
        expect![[r"
            talks held 2021-06-15 (spoke)
                marco-rubio attended
                zbigniew-rau attended
                PL attended
        "]],
    );
}

#[test]
fn a_dialogue_with_one_of_them_elsewhere_is_another_meeting() {
    check(
        "In Tokyo, Deputy Secretary Wendy Sherman, Japanese Vice Foreign Minister Mori Takeo, and South Korean Vice \
         Foreign Minister Choi Jong Kun will hold a joint meeting on June 20. The Deputy Secretary will then travel \
         to Seoul for a strategic dialogue with Vice Foreign Minister Choi.",
        expect![[r"
            talks planned 2021-06-20 in tokyo (meeting)
                wendy-sherman expected
                mori-takeo expected
                choi-jong-kun expected
                JP expected
                KR expected
            visit planned in seoul (travel)
                wendy-sherman expected
            talks planned in seoul (dialogue)
                choi-jong-kun expected
                wendy-sherman expected
                KR expected
        "]],
    );
}

#[test]
fn a_meeting_of_one_body_is_not_the_conference_of_another() {
    check(
        "The following is the text of a joint statement on the occasion of the ninth meeting of the Energy Council in \
         Washington on June 14. The Council acknowledged the pledge launched at the 26th Conference of the Parties.",
        expect![[r"
            conference held 2021-06-14 in washington (meeting)
                energy-council attended
            conference ongoing according to energy-council (Conference)
                energy-council attended
        "]],
    );
}

#[test]
fn what_stands_close_tells_of_one_meeting() {
    check(
        "Mali and Chad held an Extended Deterrence Dialogue (EDD) in Oslo from June 10-11. Ambassador Ann Lee \
         of Mali led the EDD.",
        expect![[r"
            talks held 2021-06-10..2021-06-11 in oslo (Extended Deterrence Dialogue)
                ML attended
                TD attended
                ann-lee attended
        "]],
    );
    check(
        "The ministers welcomed the first Sahel meeting to be convened in Mali.",
        expect![[r"
            conference planned in ML (Sahel meeting, convened)
        "]],
    );
    check(
        "President Ann Lee spoke with President Bo Ek to discuss his recent meeting with President Kim.",
        expect![[r"
            talks held (spoke)
                ann-lee attended
                bo-ek attended
            talks planned (meeting)
                bo-ek expected
                kim expected
        "]],
    );
    check(
        "Minister Ann Lee will travel to Oslo to discuss relations with representatives from Chad and Mali.",
        expect![[r"
            visit planned in oslo (travel)
                ann-lee expected
                TD expected
            talks planned in oslo (discuss)
                ann-lee expected
                TD expected
                ML expected
        "]],
    );
}

#[test]
fn a_format_by_which_two_sides_work_together_is_no_meeting() {
    check(
        "The United States and Chad continue to strengthen their cooperation through the U.S.-Chad Strategic \
         Dialogue. They are committed to the EU-facilitated Dialogue with Mali. We reiterate our support for the \
         EU-facilitated Dialogue. They discussed the importance of the EU-facilitated Dialogue. She will review \
         progress in the U.S.-supported, EU-facilitated Dialogue with Mali. They will review progress with an \
         annual senior-level United States-Chad Strategic Dialogue.",
        expect![[""]],
    );
    check(
        "North Korea took over the chairmanship of the Conference on Disarmament. Ann Lee is the president and CEO \
         of the Inter-American Dialogue. The Institute is renaming its Director's Conference Room as the Lee \
         Conference Room.",
        expect![[""]],
    );
}

#[test]
fn a_round_of_a_format_and_what_somebody_held_are_meetings() {
    check(
        "They discussed the importance of the third U.S.-Chad Strategic Dialogue in Lima on June 10.",
        expect![[r"
            talks held 2021-06-10 in lima (U.S.-Chad Strategic Dialogue)
                US attended
                TD attended
        "]],
    );
    check(
        "We have done this through the Strategic Stability Dialogue that Deputy Secretary Wendy Sherman had with \
         Russian Deputy Foreign Minister Sergei Ryabkov in Geneva.",
        expect![[r"
            talks ongoing (Strategic Stability Dialogue)
                wendy-sherman attended
                RU attended
                sergei-ryabkov attended
        "]],
    );
}

#[test]
fn who_goes_on_talking_with_others_and_hopes_to_meet_again_tells_of_no_meeting() {
    check(
        "We will continue to talk with Japan, with others about the most effective ways to do that. They looked \
         forward to meeting again soon. In my discussions with Chadian officials, I have raised several cases. \
         Throughout her engagements, the Under Secretary will emphasize inclusion.",
        expect![[""]],
    );
}

#[test]
fn armies_tourists_appeals_and_criteria_are_no_visits_and_no_talks() {
    check(
        "President Vladimir Putin went into Ukraine with every intention of staying. When Foreign Minister Sheikh \
         Abdullah bin Zayed sees 300,000 Israelis visiting the United Arab Emirates, it tells much. The United \
         States calls on President Daniel Ortega to immediately release the candidates. Foreign Minister Pekka \
         Haavisto said that Finland and Sweden more than meet NATO's democratic, military, economic criteria.",
        expect![[""]],
    );
}
