//! Cases of bodies at meetings: whose session it is, whose members are met, who hosts; and those that
//! are only an office, a topic or a name.

mod show;

use expect_test::{Expect, expect};

/// Reads the text as a release of 15 June 2021, a Tuesday.
#[track_caller]
fn check(text: &str, expected: Expect) {
    check_titled("Travel", text, expected);
}

#[track_caller]
fn check_titled(title: &str, text: &str, expected: Expect) {
    let text = format!("Office of the Spokesperson\n\n{text}");
    let (facts, text) = show::read_titled(title, &text, "2021-06-15");
    expected.assert_eq(&show::meetings(&facts, &text));
}

#[test]
fn a_body_comes_to_its_own_session() {
    check(
        "On June 7, Chad, Mali, and Niger held the inaugural meeting of the Rivers Forum Steering \
         Committee in Oslo.",
        expect![[r"
            talks held 2021-06-07 in oslo (meeting)
                TD attended
                ML attended
                NE attended
                rivers-forum-steering-committee attended
        "]],
    );
    // What two states set up between them is a name of their talks.
    check(
        "On June 7, Chad and Mali held the second meeting of the Rivers Working Group in Oslo.",
        expect![[r"
            talks held 2021-06-07 in oslo (meeting)
                TD attended
                ML attended
        "]],
    );
    check(
        "Ambassador Ann Lee will travel to Oslo June 19-21 for the Fifth Session of the United Nations \
         Environment Assembly. Ambassador Lee will open the session of the UN Environment Assembly.",
        expect![[r"
            visit planned 2021-06-19..2021-06-21 in oslo (travel)
                ann-lee expected
            conference planned 2021-06-19..2021-06-21 in oslo (Fifth Session, the session)
                ann-lee expected
                united-nations-environment-assembly expected
        "]],
    );
    check(
        "The United States is chairing the Organization for Economic Cooperation and Development's \
         (OECD) Ministerial Council Meeting on June 19.",
        expect![[r"
            conference planned 2021-06-19 (Ministerial Council Meeting)
                US expected as chair
                organisation-for-economic-co-operation-and-development expected
        "]],
    );
    check(
        "Secretary Ann Lee participates in a U.S.-EU Trade and Technology Council working dinner in \
         Paris, France, on June 19.",
        expect![[r"
            talks planned 2021-06-19 in paris (Trade and Technology Council working dinner)
                ann-lee expected
                US expected
                european-union expected
        "]],
    );
}

#[test]
fn whose_members_are_met_is_met_beside_somebody_with_a_name() {
    check(
        "Assistant Secretary Ann Lee will meet with Prime Minister Bo Kim of Chad and members of the \
         Rivers Group on June 19.",
        expect![[r"
            talks planned 2021-06-19 (meet)
                ann-lee expected
                bo-kim expected
                TD expected
                rivers-group expected
        "]],
    );
    check(
        "In Honolulu, Deputy Secretary Ann Lee will meet with officials at INDOPACOM on June 19.",
        expect![[r"
            talks planned 2021-06-19 in honolulu (meet)
                ann-lee expected
                u-s-indo-pacific-command expected
        "]],
    );
    check(
        "Deputy Secretary Ann Lee will meet with senior NATO and European Union officials on June 19.",
        expect![[r"
            talks planned 2021-06-19 (meet)
                ann-lee expected
                north-atlantic-treaty-organization expected
                european-union expected
        "]],
    );
}

#[test]
fn hosts_come_to_what_they_host() {
    check(
        "Special Envoy Ann Lee will travel to Oslo, Norway, June 19-21 to take part in the Rivers \
         International Forum hosted by the Center for Lake Studies and the Harald Academy, a school.",
        expect![[r"
            visit planned 2021-06-19..2021-06-21 in oslo (travel)
                ann-lee expected
            conference planned 2021-06-19..2021-06-21 in oslo (Forum)
                ann-lee expected
                center-for-lake-studies expected as host
                harald-academy expected as host
        "]],
    );
    check(
        "Ann Lee will visit Tallinn, Estonia, June 19-21 for the third Global Conference for Rivers. \
         Co-hosted by the Estonian Ministry of Foreign Affairs and Estonian Institute of Rivers, this \
         event is a forum for all.",
        expect![[r"
            visit planned 2021-06-19..2021-06-21 in tallinn (visit)
                ann-lee expected
            conference planned 2021-06-19..2021-06-21 in tallinn (Global Conference)
                ann-lee expected
                ministry-of-foreign-affairs expected as host
                institute-of-rivers expected as host
        "]],
    );
    check(
        "The meeting of Chad and Japan on June 7 was co-hosted by the Chadian Department of Roads and \
         Japan's Ministry of Rivers.",
        expect![[r"
            talks held 2021-06-07 (The meeting)
                TD attended
                JP attended
                department-of-roads attended as host
                ministry-of-rivers attended as host
        "]],
    );
}

#[test]
fn a_body_that_only_an_office_names_does_not_come() {
    check(
        "Counselor Ann Lee met with Ukrainian Prime Minister Denys Shmyhal, Head of Presidential Office \
         Andriy Yermak, and Deputy Foreign Minister Yevhenii Yenin in Kyiv.",
        expect![[r"
            talks held in kyiv (met)
                ann-lee attended
                denys-shmyhal attended
                andriy-yermak attended
                yevhenii-yenin attended
                UA attended
        "]],
    );
    check(
        "On June 2, the United States and India convened the second round of talks on rivers. Director \
         General Rakesh Kim, Narcotics Control Bureau, Ministry of Home Affairs, led the Indian \
         delegation to the talks.",
        expect![[r"
            talks held 2021-06-02 (talks, the talks)
                US attended as host
                IN attended as host
                rakesh-kim attended as delegate
        "]],
    );
    check(
        "Ann Lee will travel to Brasilia for the U.S.-Brazil Rivers Dialogue on June 25. Under Secretary \
         Lee will co-chair the Dialogue with her counterparts from Brazil's Ministry of Rivers.",
        expect![[r"
            visit planned 2021-06-25 in brasilia (travel)
                ann-lee expected
                US expected
            talks planned 2021-06-25 in brasilia (U.S.-Brazil Rivers Dialogue, the Dialogue)
                US expected
                BR expected
                ann-lee expected
        "]],
    );
}

#[test]
fn neither_a_topic_nor_a_meeting_by_its_name_is_a_party() {
    check(
        "During today's 2021 High-Level Pledging Event for the Humanitarian Crisis in Yemen, Secretary \
         Ann Lee announced $5 million.",
        expect![[r"
            talks held 2021-06-15 (2021 High-Level Pledging Event for the Humanitarian Crisis in)
        "]],
    );
    check(
        "Secretary Ann Lee met today with Chadian Foreign Minister Bo Kim to plan for the upcoming Summit \
         of the Americas. Chad is the chair of the Health Resilience Group for the summit.",
        expect![[r"
            talks held 2021-06-15 (met)
                ann-lee attended
                bo-kim attended
                TD attended
            summit planned (Summit of the Americas, the summit)
        "]],
    );
}

#[test]
fn who_is_met_in_a_state_without_another_being_told_is_of_it() {
    check(
        "Deputy Secretary Ann Lee will travel to the Philippines June 19-21. In Manila, Deputy Secretary \
         Lee will meet with President-elect Bo Kim to discuss rivers.",
        expect![[r"
            visit planned 2021-06-19..2021-06-21 in PH (travel)
                ann-lee expected
            talks planned 2021-06-19..2021-06-21 in manila (meet)
                ann-lee expected
                bo-kim expected
                PH expected
        "]],
    );
}

#[test]
fn a_schedule_leaves_its_own_state_unsaid() {
    check_titled(
        "Public Schedule – June 15, 2021",
        "SECRETARY ANN LEE\n\n9:00 a.m. Secretary Lee delivers remarks at the U.S.-Iraq Strategic Dialogue, \
         at the Department of State.\n\n9:30 a.m. Secretary Lee meets with Chadian Foreign Minister Bo \
         Kim, at the Department of State.\n\nUNDER SECRETARY CARA MOE\n\nUnder Secretary Moe is on travel \
         to Oslo, Norway from June 13-16, 2021.",
        expect![[r"
            talks planned 2021-06-15 (U.S.-Iraq Strategic Dialogue)
                US expected
                IQ expected
                ann-lee expected
            talks planned 2021-06-15 (meets)
                ann-lee expected
                bo-kim expected
                TD expected
            visit ongoing 2021-06-13..2021-06-16 in oslo (travel)
                cara-moe attended
        "]],
    );
}

#[test]
fn the_diplomats_of_the_union_come_for_the_union() {
    check(
        "Deputy Secretary Ann Lee met today with European External Action Service Secretary General \
         Stefano Kim in Brussels. They discussed EU sanctions.",
        expect![[r"
            talks held 2021-06-15 in brussels (met)
                ann-lee attended
                stefano-kim attended
                european-union attended
        "]],
    );
}

#[test]
fn a_treaty_sends_nobody() {
    check(
        "Secretary Ann Lee met with a group of Rivers Navigation Treaty (RNT) States Parties today in Oslo.",
        expect![[r"
            talks held 2021-06-15 in oslo (met)
                ann-lee attended
        "]],
    );
}

#[test]
fn ministries_together_come_for_their_state() {
    check(
        "Under Secretary Ann Lee will travel to Lima, Peru, June 19-21. She will meet with officials from the \
         Peruvian Ministries of Foreign Affairs, Health, and Trade.",
        expect![[r"
            visit planned 2021-06-19..2021-06-21 in lima (travel)
                ann-lee expected
            talks planned 2021-06-19..2021-06-21 in lima (meet)
                ann-lee expected
                PE expected
        "]],
    );
}

#[test]
fn an_office_told_further_on_is_not_whom_somebody_came_for() {
    check(
        "Secretary Ann Lee met today with Cambodian Deputy Prime Minister/Foreign Minister Prak Sok.  The Secretary \
         urged Deputy Prime Minister Sok, in his role as ASEAN Special Envoy on Burma, to continue.",
        expect![[r"
            talks held 2021-06-15 (met)
                ann-lee attended
                prak-sok attended
                KH attended
        "]],
    );
}

#[test]
fn the_bodies_that_send_people_in_a_delegation_are_there() {
    check(
        "Deputy Secretary Ann Lee led a U.S. interagency delegation from the National Security Council, Department \
         of State, Joint Staff, and Department of Energy to Oslo, Norway to participate in the U.S.-Chad Rivers \
         Dialogue.",
        expect![[r"
            talks held (U.S.-Chad Rivers Dialogue)
                US attended
                TD attended
                ann-lee attended as delegate
                national-security-council attended
                state-department attended
                joint-chiefs-of-staff attended
                department-of-energy attended
        "]],
    );
}

#[test]
fn whoever_is_thanked_for_convening_was_there() {
    check(
        "The Secretary thanked Egypt and the African Union for convening Tuesday's conference on Sudan.",
        expect![[r"
            conference held 2021-06-15 (Tuesday's conference)
                EG attended
                african-union attended
        "]],
    );
}

#[test]
fn who_goes_to_a_body_of_states_is_on_a_visit_at_home_too() {
    check(
        "Special Envoy Ann Lee will travel to New York on June 18 to speak at the UN Security Council. She will \
         reiterate the United States' strategy.",
        expect![[r"
            visit planned 2021-06-18 in new-york (travel)
                ann-lee expected
                US expected
        "]],
    );
    check(
        "Special Envoy Ann Lee will travel to Boston on June 18 to speak with students. She will reiterate the \
         United States' strategy.",
        expect![[r""]],
    );
}
