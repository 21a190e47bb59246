//! Cases of meetings in the manner of official releases: who travels, for what, with whom, and when.

mod show;

use expect_test::{Expect, expect};

/// Reads the text as a release of 15 June 2021, a Tuesday.
#[track_caller]
fn check(text: &str, expected: Expect) {
    let (facts, text) = show::read_titled("Travel", text, "2021-06-15");
    expected.assert_eq(&show::meetings(&facts, &text));
}

#[test]
fn offices_with_commas_hide_nobody() {
    check(
        "Under Secretary for Civilian Security, Democracy, and Human Rights Ann Lee and Acting Assistant \
         Secretary for Democracy, Human Rights, and Labor Bo Kim will visit Oslo, Norway, June 19-21.",
        expect![[r"
            visit planned 2021-06-19..2021-06-21 in oslo (visit)
                ann-lee expected
                bo-kim expected
        "]],
    );
    check(
        "Under Secretary Ann Lee will travel to Chad June 19-23. On each day, Under Secretary Lee and \
         the delegation will meet with civil society leaders.",
        expect![[r"
            visit planned 2021-06-19..2021-06-23 (travel)
                ann-lee expected
            talks planned 2021-06-19..2021-06-23 (meet)
                ann-lee expected
        "]],
    );
}

#[test]
fn whoever_travels_for_something_takes_part_in_it() {
    check(
        "Secretary Ann Lee will travel to Oslo, Norway, June 19-21 for the third Global Conference on Rivers.",
        expect![[r"
            visit planned 2021-06-19..2021-06-21 in oslo (travel)
                ann-lee expected
            conference planned 2021-06-19..2021-06-21 in oslo (Global Conference)
                ann-lee expected
        "]],
    );
    check(
        "Secretary Ann Lee will then travel to Madrid, Spain from June 26 to 28 to co-open the U.S.-Spain Rivers Dialogue.",
        expect![[r"
            visit planned 2021-06-26..2021-06-28 in madrid (travel)
                ann-lee expected
                US expected
            talks planned 2021-06-26..2021-06-28 in madrid (U.S.-Spain Rivers Dialogue)
                US expected
                ES expected
                ann-lee expected
        "]],
    );
}

#[test]
fn days_of_a_stay_that_lead_a_sentence_are_those_of_what_is_done_there() {
    check(
        "Secretary Ann Lee will travel to France and Latvia June 21-29. In Paris, France, June 22-23, \
         Secretary Lee will attend the Rivers Conference. In Riga, she will meet with Prime Minister \
         Bo Öst.",
        expect![[r"
            visit planned 2021-06-21..2021-06-29 (travel)
                ann-lee expected
            conference planned 2021-06-22..2021-06-23 in paris (Rivers Conference)
                ann-lee expected
            talks planned 2021-06-21..2021-06-29 in riga (meet)
                ann-lee expected
                bo-ost expected
                FR expected
        "]],
    );
}

#[test]
fn officials_are_of_each_state_that_leads_the_sentence() {
    check(
        "Special Envoy Ann Lee will travel to Chad and Mali, June 21-27. In Chad and Mali, Special Envoy \
         Lee will meet with government officials to discuss rivers.",
        expect![[r"
            visit planned 2021-06-21..2021-06-27 (travel)
                ann-lee expected
            talks planned 2021-06-21..2021-06-27 (meet)
                ann-lee expected
                ML expected
                TD expected
        "]],
    );
}

#[test]
fn officials_and_counterparts_are_of_the_state_where_they_are_met() {
    check(
        "Office of the Spokesperson\n\nIn London, Ambassador Lee will meet with her counterparts to discuss trade \
         of the United States and the United Kingdom.",
        expect![[r"
            talks planned in london (meet)
                lee expected
                US expected
                GB expected
        "]],
    );
    check(
        "Office of the Spokesperson\n\nIn Lima, Peru, Ambassador Lee of the United States will meet with \
         government and civil society counterparts.",
        expect![[r"
            talks planned in lima (meet)
                lee expected
                PE expected
                US expected
        "]],
    );
    check(
        "Office of the Spokesperson\n\nAmbassador Lee of the United States will travel to Peru to attend the \
         Lima Airshow, where she will meet with senior civilian and military officials.",
        expect![[r"
            visit planned in PE (travel)
                lee expected
                US expected
            talks planned in PE (meet)
                lee expected
                US expected
        "]],
    );
    check(
        "Office of the Spokesperson\n\nDeputy Secretary Lee attended a U.S.-Japan-Republic of Korea trilateral \
         meeting in Tokyo.",
        expect![[r"
            talks held in tokyo (meeting)
                US attended
                JP attended
                KR attended
                lee attended
        "]],
    );
}

#[test]
fn members_of_a_delegation_travel_with_it() {
    check(
        "Secretary Ann Lee will travel to Chad June 21-23. She will meet with President Bo Kim of Chad. \
         Other members of the delegation include Deputy Secretary Cy Park.",
        expect![[r"
            visit planned 2021-06-21..2021-06-23 (travel)
                ann-lee expected
                cy-park expected
            talks planned 2021-06-21..2021-06-23 (meet)
                ann-lee expected
                bo-kim expected
                cy-park expected
                TD expected
        "]],
    );
}

#[test]
fn another_meeting_is_told_of_besides() {
    check(
        "Secretary Ann Lee will open the Rivers Dialogue with Foreign Minister Bo Kim of Chad. \
         The Secretary and the Foreign Minister will also meet to discuss roads.",
        expect![[r"
            talks planned (Rivers Dialogue)
                bo-kim expected
                ann-lee expected
                TD expected
            talks planned (meet)
                ann-lee expected
                bo-kim expected
                TD expected
        "]],
    );
    check(
        "Secretary Ann Lee spoke today with Foreign Minister Bo Kim of Chad to follow up on their June 2 \
         call.",
        expect![[r"
            call held 2021-06-15 (spoke)
                ann-lee attended
                bo-kim attended
                TD attended
            call held 2021-06-02 (call)
                ann-lee attended
                bo-kim attended
                TD attended
        "]],
    );
    check(
        "Secretary Ann Lee met today with Chadian Deputy Prime Minister/Foreign Minister Bo Kim.",
        expect![[r"
            talks held 2021-06-15 (met)
                ann-lee attended
                bo-kim attended
                TD attended
        "]],
    );
}

#[test]
fn what_took_place_last_month_is_not_to_come() {
    check(
        "At each stop, Secretary Ann Lee will follow up on the outcomes of last month's U.S.-Chad Special \
         Summit in Lima.",
        expect![[r"
            summit held 2021-05 in lima (last month's U.S.-Chad Special Summit)
                US attended
                TD attended
        "]],
    );
}

#[test]
fn their_own_staff_are_met_at_no_meeting() {
    check(
        "Secretary Ann Lee will travel to Chad June 21-23 to observe consular operations and meet with \
         consular staff.",
        expect![[r"
            visit planned 2021-06-21..2021-06-23 (travel)
                ann-lee expected
        "]],
    );
}

#[test]
fn what_many_come_to_at_home_is_a_meeting_all_the_same() {
    check(
        "Secretary Ann Lee will travel to Washington, D.C., on June 21 to take part in the Rivers Treaty \
         Review Conference in Washington, D.C.",
        expect![[r"
            visit planned 2021-06-21 in washington-d-c (travel)
                ann-lee expected
            conference planned 2021-06-21 in washington-d-c (Rivers Treaty Review Conference)
                ann-lee expected
        "]],
    );
}

#[test]
fn a_seat_of_government_is_where_it_is() {
    check(
        "Deputy Secretary Ann Lee meets with Chadian Foreign Minister Bo Kim, at the White House.",
        expect![[r"
            talks planned in white-house (meets)
                ann-lee expected
                bo-kim expected
                TD expected
        "]],
    );
}

#[test]
fn whoever_stands_for_others_brings_them() {
    check(
        "Secretary of State Ann Lee spoke today with the G7 Foreign Ministers of Canada, France, Germany, \
         Italy, Japan, and the United Kingdom about Ukraine.",
        expect![[r"
            talks held 2021-06-15 (spoke)
                ann-lee attended
                group-of-seven attended
                CA attended
                FR attended
                DE attended
                IT attended
                JP attended
                GB attended
        "]],
    );
    check(
        "Under Secretary of State Ann Lee will travel to Panama June 19-21. In Panama, the U.S. delegation \
         will meet with President Bo Kim.",
        expect![[r"
            visit planned 2021-06-19..2021-06-21 in PA (travel)
                ann-lee expected
                US expected
            talks planned 2021-06-19..2021-06-21 in PA (meet)
                US expected
                bo-kim expected
                PA expected
        "]],
    );
}

#[test]
fn what_a_schedule_puts_at_an_hour_is_still_to_come() {
    check(
        "PUBLIC SCHEDULE\n\nSECRETARY ANN LEE\n\n6:30 p.m. Secretary Lee attends President Bo Kim’s \
         dinner in honor of German Chancellor Eva Holm, at the White House.",
        expect![[r"
            talks planned 2021-06-15 in white-house (dinner)
                bo-kim expected
                eva-holm expected
                ann-lee expected
                DE expected
        "]],
    );
}

#[test]
fn the_second_of_two_ministers_is_one() {
    check(
        "Counselor Ann Lee will travel to Brunei June 19-21. In Brunei, Counselor Lee will meet with \
         Foreign Minister II Bo Kim and other senior officials.",
        expect![[r"
            visit planned 2021-06-19..2021-06-21 in BN (travel)
                ann-lee expected
            talks planned 2021-06-19..2021-06-21 in BN (meet)
                ann-lee expected
                bo-kim expected
                BN expected
        "]],
    );
}

#[test]
fn dialogues_are_held_with_the_states_they_are_held_in() {
    check(
        "Under Secretary Ann Lee will travel to Bangladesh, India, and Sri Lanka June 19-23. Under \
         Secretary Lee will hold Partnership Dialogues in Bangladesh and Sri Lanka and Foreign Office \
         Consultations in New Delhi.",
        expect![[r"
            visit planned 2021-06-19..2021-06-23 (travel)
                ann-lee expected
            talks planned 2021-06-19..2021-06-23 in BD (Partnership Dialogues)
                ann-lee expected
                US expected
                BD expected
            talks planned 2021-06-19..2021-06-23 in LK (Partnership Dialogues)
                ann-lee expected
                US expected
                LK expected
            consultation planned 2021-06-19..2021-06-23 in new-delhi (Foreign Office Consultations)
                ann-lee expected
                US expected
                IN expected
        "]],
    );
}

#[test]
fn departments_stand_for_their_state_and_a_ship_is_no_place() {
    check(
        "Under Secretary Ann Lee will host talks with Chad on June 21. Senior officials from the \
         Departments of State and Defense will travel to Brussels, Belgium on June 29 to brief Allies.",
        expect![[r"
            talks planned 2021-06-21 (talks)
                TD expected
                ann-lee expected as host
            visit planned 2021-06-29 in brussels (travel)
                US expected
        "]],
    );
    check(
        "The delegations of the United States and Japan held a dialogue on June 10. The delegations of \
         the United States and Japan visited the submarine USS Maryland.",
        expect![[r"
            talks held 2021-06-10 (dialogue)
                US attended
                JP attended
        "]],
    );
    check(
        "Deputy Secretary Ann Lee will travel to Paris, France, from June 18 to 20. Deputy Secretary Lee \
         will also visit Frankfurt, Germany, for internal meetings at the U.S. Consulate General.",
        expect![[r"
            visit planned 2021-06-18..2021-06-20 in paris (travel)
                ann-lee expected
            visit planned in frankfurt (visit)
                ann-lee expected
        "]],
    );
}
