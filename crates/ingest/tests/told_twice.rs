//! Cases of one meeting or visit that a text tells of twice, and of whose it is where no name stands beside
//! the words for it.

mod show;

use chancery_ingest::{Article, Extractor, Reference};
use expect_test::{Expect, expect};
use show::{check, meetings, read_titled};

/// Compares the meetings of what is said before or after a meeting.
#[track_caller]
fn check_titled(title: &str, text: &str, expected: Expect) {
    let (facts, text) = read_titled(title, text, "2021-06-15");
    expected.assert_eq(&meetings(&facts, &text));
}

#[test]
fn the_occasion_of_a_statement_is_what_it_begins_with() {
    check_titled(
        "Joint Statement",
        "The text of the following statement was released by the Governments of Chad and Mali on the occasion of \
         the Chad-Malian High-Level Dialogue.\n\nBegin Text:\n\nDelegations from Chad and Mali met in Lima for the \
         second Chad-Mali Energy Dialogue on June 11.",
        expect![[r"
            talks held 2021-06-11 in lima (Chad-Malian High-Level Dialogue, met, Chad-Mali Energy Dialogue)
                TD attended
                ML attended
        "]],
    );
    // What a statement goes on to tell of otherwise is another meeting.
    check_titled(
        "Joint Statement",
        "The text of the following statement was released by the Governments of Chad and Mali on the occasion of \
         the Rivers Forum.\n\nBegin Text:\n\nThe Ministers recalled the Chad-Mali Energy Dialogue on June 11.",
        expect![[r"
            talks held 2021-06-11 (Chad-Mali Energy Dialogue)
                TD attended
                ML attended
        "]],
    );
}

#[test]
fn what_is_said_at_a_conference_is_no_talks_beside_it() {
    check(
        "Minister Ann Lee will travel to Lima, Peru, from July 1 to July 2, to participate in discussions on rivers \
         and fighting floods at the 31st Annual Conference of the Rivers Council.",
        expect![[r"
            visit planned 2021-07-01..2021-07-02 in lima (travel)
                ann-lee expected
            conference planned 2021-07-01..2021-07-02 in lima (discussions, Annual Conference)
                ann-lee expected
        "]],
    );
    check(
        "Minister Ann Lee of Chad and Minister Bo Kim of Mali will have discussions at the Rivers Conference in Lima \
         on July 1.",
        expect![[r"
            talks planned 2021-07-01 in lima (discussions)
                ann-lee expected
                bo-kim expected
                TD expected
                ML expected
            conference planned 2021-07-01 in lima (Rivers Conference)
                ML expected
        "]],
    );
}

#[test]
fn these_consultations_are_those_of_whoever_holds_them() {
    check(
        "Chad welcomes today's launch of consultations by UN Special Envoy for Mali Ann Lee. These consultations are \
         an opportunity for Malians. We call on all Malian groups to participate in good faith in the UN \
         consultations.",
        expect![[r"
            consultation ongoing (These consultations, UN consultations)
                ann-lee attended
                united-nations attended
                TD attended
        "]],
    );
}

#[test]
fn what_was_discussed_with_officials_was_where_they_met() {
    check(
        "Secretary Ann Lee visited Chad on June 10-12. Secretary Lee met with senior government officials, including \
         Prime Minister Bo Kim. She also met with representatives of Chad's civil society. Secretary Lee discussed \
         with Chadian officials the war in Mali.",
        expect![[r"
            visit held 2021-06-10..2021-06-12 in TD (visited)
                ann-lee attended
            talks held 2021-06-10..2021-06-12 in ML (met, discussed)
                ann-lee attended
                bo-kim attended
                TD attended
            talks held 2021-06-10..2021-06-12 in TD (met)
                ann-lee attended
        "]],
    );
}

#[test]
fn the_first_of_a_series_is_one_under_a_longer_name_too() {
    check(
        "Chad will host leaders for the first-ever Cities Summit. On the eve of the Ninth Summit of the Rivers in \
         Lima, Chad announced that it will host the inaugural Cities Summit of the Rivers in April 2022 in Oslo.",
        expect![[r"
            summit planned 2022-04 in oslo (Cities Summit, Cities Summit)
                TD expected as host
            summit planned in lima (Ninth Summit)
        "]],
    );
    check(
        "Chad hosted the Chad-Mali Trade Policy Forum in Lima on June 1. Rivers are long. Ministers were glad of \
         the TPF meeting.",
        expect![[r"
            conference held 2021-06-01 in lima (Forum, TPF meeting)
                TD attended as host
                ML attended
        "]],
    );
}

#[test]
fn what_is_done_to_discuss_ends_where_something_else_is_done() {
    check(
        "Minister Ann Lee will travel to Lima on July 18, where she will attend the Rivers Forum (RF) to discuss trade \
         and meet with Chadian officials.",
        expect![[r"
            visit planned 2021-07-18 in lima (travel)
                ann-lee expected
            conference planned 2021-07-18 in lima (Forum)
                ann-lee expected
            talks planned 2021-07-18 in lima (meet)
                ann-lee expected
                TD expected
        "]],
    );
}

#[test]
fn another_is_met_with_also_and_separately() {
    check(
        "Secretary Ann Lee will host Foreign Minister Bo Kim of Chad and Foreign Minister Cho Park of Mali for a \
         Trilateral Ministerial Meeting in Lima. Secretary Lee also will meet with Foreign Minister Kim and, \
         separately, with Admiral Dan Roe.",
        expect![[r"
            conference planned in lima (host, Trilateral Ministerial Meeting)
                ann-lee expected as host
                bo-kim expected
                cho-park expected
                ML expected
                TD expected
            talks planned (meet)
                ann-lee expected
                bo-kim expected
                TD expected
            talks planned (meet)
                ann-lee expected
                dan-roe expected
        "]],
    );
}

#[test]
fn those_who_sit_there_talk_of_their_own_meeting() {
    check_titled(
        "Secretary Marco Rubio And Polish Foreign Minister Zbigniew Rau Before Their Meeting",
        "SECRETARY RUBIO:  It's a pleasure to welcome Foreign Minister Rau.  We have a strong relationship, but one \
         that we'll talk about today.\n\nFOREIGN MINISTER RAU:  It is an honor to be here with the Polish Ambassador \
         to the United States Jan Nowak and with the Chief of Cabinet Adam Wit.  Thank you for having us to have a \
         meeting following the conversation on Friday between President Biden and President Duda.",
        expect![[r"
            talks planned 2021-06-15 (talk, talk about, meeting)
                marco-rubio expected
                zbigniew-rau expected
                US expected
                PL expected
            talks held 2021-06-11 (the conversation)
                biden attended
                duda attended
                US attended
                PL attended
        "]],
    );
    check_titled(
        "Secretary Marco Rubio and Polish Foreign Minister Zbigniew Rau at a Joint Press Availability",
        "FOREIGN MINISTER RAU:  Welcome.\n\nSECRETARY RUBIO:  Thank you.  And as the prime minister, president, and \
         foreign minister and I discussed today, the United States will help Poland.",
        expect![[r"
            talks held 2021-06-15 (FOREIGN MINISTER RAU, discussed)
                marco-rubio attended
                zbigniew-rau attended
                US attended
                PL attended
        "]],
    );
}

#[test]
fn a_visit_is_of_whom_the_words_behind_it_name() {
    check(
        "They prepared the visit of President Ann Lee of Chad to Lima.",
        expect![[r"
        visit held in lima (the visit)
            ann-lee attended
            TD attended
    "]],
    );
    check(
        "Ms. Ann Lee of Chad left. Mr. Bo Kim said that there were concerns about her visiting Mali.",
        expect![[r"
            visit ongoing in ML according to bo-kim (visiting)
                ann-lee attended
                TD attended
        "]],
    );
}

#[test]
fn my_president_is_the_one_of_whoever_speaks() {
    check_titled(
        "Secretary Marco Rubio And Ukrainian Foreign Minister Dmytro Kuleba Before Their Meeting",
        "SECRETARY RUBIO:  We look forward to a call with President Zelenskyy.\n\nFOREIGN MINISTER KULEBA:  I came \
         here to prepare the visit of my president to Washington.",
        expect![[r"
            talks planned 2021-06-15 (SECRETARY RUBIO)
                marco-rubio expected
                dmytro-kuleba expected
                UA expected
            call planned (call)
                zelenskyy expected
                UA expected
                marco-rubio expected
            visit planned in washington (the visit)
                zelenskyy expected
                UA expected
        "]],
    );
    check_titled(
        "Secretary Marco Rubio And Greek Foreign Minister Nikos Dendias Before Their Meeting",
        "SECRETARY RUBIO:  It's a pleasure to have my friend, the Greek foreign minister, here.  It's been a good \
         week with the prime minister's visit, his meeting with President Biden yesterday.  We follow up on what \
         Prime Minister Mitsotakis said.\n\nFOREIGN MINISTER DENDIAS:  Thank you.",
        expect![[r"
            talks planned 2021-06-15 (SECRETARY RUBIO)
                marco-rubio expected
                nikos-dendias expected
                GR expected
            talks held 2021-06-14 (meeting)
                mitsotakis attended
                biden attended
                GR attended
        "]],
    );
}

#[test]
fn of_two_koreas_the_counterparts_are_of_one() {
    check(
        "Ann Lee stopped in Lima for discussions with her Korean and Japanese counterparts.",
        expect![[r"
            visit held in lima (stopped)
                ann-lee attended
            talks held in lima (discussions)
                KR attended
                JP attended
                ann-lee attended
        "]],
    );
}

#[test]
fn the_secretary_is_the_one_of_state_whoever_else_is_called_so() {
    let text = "MR PRICE:  Secretary Blinken and Secretary Raimondo will host a forum.  Good afternoon.  It was hot.  \
                It was very hot.  They came home.  They were tired.  All is well.  All is good.\n\nQUESTION:  The \
                Secretary met with Polish Foreign Minister Zbigniew Rau in Lima.";
    let article = Article::new("case".parse().expect("an id"), text);
    let article = article.published("2021-06-15".parse().expect("a day"));
    let article =
        article.titled("Department Press Briefing").from_source("https://www.state.gov/case");
    let facts = Extractor::default().with_reference(Reference::embedded()).extract(&article).facts;
    expect![[r"
        conference planned (forum)
            blinken expected as host
            raimondo expected as host
        talks held in lima (met)
            blinken attended
            zbigniew-rau attended
            PL attended
    "]]
    .assert_eq(&meetings(&facts, text));
}

#[test]
fn a_portfolio_of_three_words_ends_before_the_name() {
    check_titled(
        "Assistant Secretary Noyes' Travel",
        "Assistant Secretary of State for Population, Refugees, and Migration Julieta Valls Noyes will travel to Lima \
         July 18-20.",
        expect![[r"
            visit planned 2021-07-18..2021-07-20 in lima (travel)
                julieta-valls-noyes expected
        "]],
    );
}

#[test]
fn those_whose_name_a_gathering_bears_are_met_there() {
    check(
        "On June 20, the Secretary will travel to Lima, joined by Minister Ann Lee and Minister Bo Kim, to attend the \
         second ministerial meeting of the U.S.-E.U. Energy Council. They will meet with EU leaders to discuss trade.",
        expect![[r"
            visit planned 2021-06-20 (travel)
                ann-lee expected
                bo-kim expected
                US expected
            conference planned 2021-06-20 (meeting, meet)
                bo-kim expected
                ann-lee expected
                european-union expected
                US expected
        "]],
    );
    check(
        "On June 20, Minister Ann Lee will attend the second ministerial meeting of the Energy Council. She will meet \
         with EU leaders to discuss trade.",
        expect![[r"
            conference planned 2021-06-20 (meeting)
                ann-lee expected
                energy-council expected
            talks planned (meet)
                ann-lee expected
                european-union expected
        "]],
    );
}

#[test]
fn the_meeting_of_two_is_sooner_one_where_both_were() {
    check_titled(
        "Department Press Briefing",
        "MR LEE:  Secretary Rubio met with Chinese Foreign Minister Wang Yi in Bali a few weeks ago.\n\nQUESTION:  Why?\n\n\
         MR LEE:  I do not know.\n\nQUESTION:  And who came?\n\nMR LEE:  Secretary Rubio met with a painter here this \
         morning.  She is well.\n\nQUESTION:  And during the last meeting in Bali between Secretary Rubio and Foreign \
         Minister Wang Yi, was it raised?",
        expect![[r"
            talks held 2021 in bali (met, meeting)
                rubio attended
                wang-yi attended
                CN attended
            talks held 2021-06-15 (met)
                rubio attended
                lee attended
        "]],
    );
}

#[test]
fn the_floor_is_no_conversation_and_what_is_shared_is_not_discussed_with_those() {
    check_titled(
        "Press Briefing",
        "MR LEE:  We meet today.  I will now pass the conversation to my colleague, Ambassador Bo Kim of Mali.",
        expect![[r"
            talks planned 2021-06-15 (meet)
                lee expected
        "]],
    );
    check(
        "Minister Ann Lee of Chad and Minister Bo Kim of Mali spoke. They hope to share the issues that they discussed \
         today with the Group of Seven in the summit in Lima next year.",
        expect![[r"
            talks held (spoke)
                ann-lee attended
                bo-kim attended
                ML attended
                TD attended
            talks held 2021-06-15 in lima (discussed)
            summit planned 2022 in lima (the summit)
        "]],
    );
}

#[test]
fn a_clause_may_begin_with_words_of_whom_it_is_about() {
    check(
        "Mr. Bo Kim left. The fact is that in his travel to Lima, President Dan Roe of Mali was able to help. Mr. Bo Kim \
         asked. The fact is that in his travel to Oslo, the President was able to help.",
        expect![[r"
            visit ongoing in lima (travel)
                dan-roe attended
                ML attended
            visit ongoing in oslo (travel)
                dan-roe attended
                ML attended
        "]],
    );
}

#[test]
fn whom_a_verb_lists_came_to_the_gathering_behind_them() {
    check(
        "On June 1, Secretary Ann Lee met with Foreign Ministers from Chad, Mali, Peru, Kenya, Ghana, Senegal, and Togo \
         in Lima at a meeting of the Rivers Integration System, where they spoke of trade.",
        expect![[r"
            talks held 2021-06-01 in lima (met, meeting)
                ann-lee attended
                TD attended
                ML attended
                PE attended
                KE attended
                GH attended
                SN attended
                TG attended
                rivers-integration-system attended
        "]],
    );
}
