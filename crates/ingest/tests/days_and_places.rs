//! Cases of when and where the meetings of a trip are, in the manner of official releases.

mod show;

use expect_test::{Expect, expect};

/// Reads the text as a release of 15 June 2021, a Tuesday.
#[track_caller]
fn check(text: &str, expected: Expect) {
    let (facts, text) = show::read_titled("Travel", text, "2021-06-15");
    expected.assert_eq(&show::meetings(&facts, &text));
}

#[test]
fn a_visit_keeps_its_days_when_one_of_them_is_told() {
    check(
        "Secretary Ann Lee will visit Oslo, Norway, June 19-21. On June 19, Secretary Lee will arrive in Oslo.",
        expect![[r"
            visit planned 2021-06-19..2021-06-21 in oslo (visit, arrive)
                ann-lee expected
        "]],
    );
}

#[test]
fn days_tell_more_than_their_month() {
    check(
        "Secretary Ann Lee spoke today with Foreign Minister Bo Kim of Chad about the Rivers Summit in June. \
         Chad will host the Rivers Summit June 22-24.",
        expect![[r"
            call held 2021-06-15 (spoke)
                ann-lee attended
                bo-kim attended
                TD attended
            summit planned 2021-06-22..2021-06-24 (Rivers Summit, Rivers Summit)
                TD expected as host
        "]],
    );
}

#[test]
fn today_tells_more_than_a_year_in_a_name() {
    check(
        "During today's 2021 Rivers Conference, Secretary Ann Lee announced aid for Chad.",
        expect![[r"
            conference held 2021-06-15 (today's 2021 Rivers Conference)
                ann-lee attended
        "]],
    );
}

#[test]
fn a_delegation_that_travels_meets_on_the_days_of_its_trip() {
    check(
        "Deputy Secretary Ann Lee will then travel to Cairo, Egypt, June 19-21, where she will meet with Foreign \
         Minister Bo Kim. The Deputy will also meet with Egyptian youth.",
        expect![[r"
            visit planned 2021-06-19..2021-06-21 in cairo (travel)
                ann-lee expected
            talks planned 2021-06-19..2021-06-21 in cairo (meet)
                ann-lee expected
                bo-kim expected
                EG expected
            talks planned 2021-06-19..2021-06-21 in cairo (meet)
                ann-lee expected
        "]],
    );
}

#[test]
fn a_city_is_in_the_state_named_behind_it() {
    check(
        "Under Secretary Ann Lee will travel to Tegucigalpa, Honduras, on June 17 and San José, Costa Rica, on \
         June 19.\n\nIn Honduras, Under Secretary Lee will meet with President Bo Kim. The Under Secretary will \
         also meet with Minister of Health Ed Roe.",
        expect![[r"
            visit planned 2021-06-17 in tegucigalpa (travel)
                ann-lee expected
            visit planned 2021-06-19 in san-jose (travel)
                ann-lee expected
            talks planned 2021-06-17 in tegucigalpa (meet)
                ann-lee expected
                bo-kim expected
                HN expected
            talks planned 2021-06-17 in tegucigalpa (meet)
                ann-lee expected
                ed-roe expected
                HN expected
        "]],
    );
}

#[test]
fn what_a_text_about_one_trip_tells_is_where_it_goes() {
    check(
        "Under Secretary Ann Lee will travel to Santiago, Chile, June 21-23 to discuss rivers.\n\nThe trip is her \
         first to Chile.\n\nUnder Secretary Lee will meet with officials of the Chilean government. Finally, Under \
         Secretary Lee will participate virtually at the Oslo Rivers Forum.",
        expect![[r"
            visit planned 2021-06-21..2021-06-23 in santiago (travel, The trip)
                ann-lee expected
            talks planned 2021-06-21..2021-06-23 in santiago (meet)
                ann-lee expected
                CL expected
            conference planned in oslo (Forum)
                ann-lee expected
        "]],
    );
}

#[test]
fn a_trip_to_two_cities_of_one_state_is_to_that_state_and_one_to_two_states_to_neither() {
    check(
        "Secretary Ann Lee will travel to Rabat and Casablanca, Morocco, June 19-21.",
        expect![[r"
            visit planned 2021-06-19..2021-06-21 in MA (travel)
                ann-lee expected
        "]],
    );
    check(
        "Secretary Ann Lee will travel to Bali, Indonesia, and Bangkok, Thailand, June 19-21.",
        expect![[r"
        visit planned 2021-06-19..2021-06-21 (travel)
            ann-lee expected
    "]],
    );
    check(
        "Secretary Ann Lee is on travel to Chad, Mali, and Niger from June 14-16, 2021.",
        expect![[r"
            visit ongoing 2021-06-14..2021-06-16 (travel)
                ann-lee attended
        "]],
    );
}

#[test]
fn places_that_lead_a_sentence_or_end_it() {
    check(
        "Counselor Ann Lee will travel to Chad and Mali June 19-23. And in Mali, Counselor Lee will meet with \
         Foreign Minister Bo Kim.",
        expect![[r"
            visit planned 2021-06-19..2021-06-23 (travel)
                ann-lee expected
            talks planned 2021-06-19..2021-06-23 in ML (meet)
                ann-lee expected
                bo-kim expected
                ML expected
        "]],
    );
    check(
        "Secretary Ann Lee met today with President Bo Kim of Chad, in Paris, France.",
        expect![[r"
            talks held 2021-06-15 in paris (met)
                ann-lee attended
                bo-kim attended
                TD attended
        "]],
    );
    check(
        "Secretary Ann Lee will travel to The Hague, the Netherlands, June 19-21.",
        expect![[r"
        visit planned 2021-06-19..2021-06-21 in the-hague (travel)
            ann-lee expected
    "]],
    );
}

#[test]
fn a_visit_that_is_spoken_of_while_it_lasts_is_there_and_then() {
    check(
        "Ann Lee, Secretary of State\n\nKuwait City, Kuwait\n\nQUESTION:  Madam Secretary, could you tell us about \
         your impression about your visit in Kuwait?\n\nSECRETARY LEE:  It's wonderful to be here in Kuwait. \
         We met with Foreign Minister Bo Kim of Kuwait.\n\nQUESTION:  Thank you.\n\nSECRETARY LEE:  Thank you.",
        expect![[r"
            visit ongoing 2021-06-15 in KW (visit)
                ann-lee attended
            talks held in kuwait-city (met)
                US attended
                bo-kim attended
                KW attended
        "]],
    );
}

#[test]
fn a_few_weeks_ago_was_not_today() {
    check(
        "Secretary Ann Lee met today with Foreign Minister Bo Kim of Chad. They followed up on their meeting a few \
         weeks ago.",
        expect![[r"
            talks held 2021-06-15 (met)
                ann-lee attended
                bo-kim attended
                TD attended
            talks held 2021 (meeting)
        "]],
    );
    check(
        "Secretary Ann Lee spoke today with Foreign Minister Bo Kim of Chad. They recalled the Rivers Summit \
         several months ago in Oslo.",
        expect![[r"
            call held 2021-06-15 (spoke)
                ann-lee attended
                bo-kim attended
                TD attended
            summit held in oslo (Rivers Summit)
        "]],
    );
}

#[test]
fn the_day_of_a_statement_is_none_of_what_it_is_about() {
    check(
        "Ann Lee and Bo Kim of Chad held talks in Oslo. A joint statement of the talks was issued on May 19.",
        expect![[r"
            talks held in oslo (talks, the talks)
                ann-lee attended
                bo-kim attended
                TD attended
        "]],
    );
}

#[test]
fn what_is_later_this_year_has_not_been() {
    check(
        "Secretary Ann Lee spoke today with Foreign Minister Bo Kim of Chad about President Ed Roe's visit to Chad \
         later this year.",
        expect![[r"
            call held 2021-06-15 (spoke)
                ann-lee attended
                bo-kim attended
                TD attended
            visit planned 2021 in TD (visit)
                ed-roe expected
                TD expected
        "]],
    );
}

#[test]
fn a_schedule_is_of_the_day_in_its_title() {
    let text = "SECRETARY ANN LEE\n\n9:30 a.m. Secretary Lee meets with Chadian Foreign Minister Bo Kim, at the \
                Department of State.";
    let (facts, text) = show::read_titled("Public Schedule – June 16, 2021", text, "2021-06-15");
    expect![[r"
        talks planned 2021-06-16 (meets)
            ann-lee expected
            bo-kim expected
            TD expected
    "]]
    .assert_eq(&show::meetings(&facts, &text));
}

#[test]
fn the_day_on_which_it_is_told_is_not_the_day_of_a_meeting() {
    check(
        "As we announced just this morning, Secretary Bo Kim will travel to Lima. Foreign Minister Cy Roe of Chad \
         said over the weekend that he expected the talks with Mali to go on. Earlier today the ministry released a \
         readout of a call between Secretary Kim and Minister Roe. Today, as you know, Secretary Kim met with \
         Foreign Minister Dan Poe of Mali.",
        expect![[r"
            visit planned in lima according to US (travel)
                bo-kim expected
            talks planned in lima according to cy-roe (the talks)
                ML expected
            call held (call)
                bo-kim attended
                cy-roe attended
                TD attended
            talks held 2021-06-15 (met)
                bo-kim attended
                dan-poe attended
                ML attended
        "]],
    );
}

#[test]
fn since_when_a_meeting_is_the_first_is_not_its_day() {
    check(
        "This will be the first meeting of the foreign ministers of Chad and Mali since 2019.",
        expect![[r"
            talks planned (meeting)
                TD expected
                ML expected
        "]],
    );
    check(
        "Secretary Ann Lee and Foreign Minister Bo Kim of Chad have not met since February 2020.",
        expect![[r"
            talks held 2020-02 (met)
                ann-lee attended
                bo-kim attended
                TD attended
        "]],
    );
}

#[test]
fn a_clause_about_a_meeting_tells_its_day_and_place() {
    check(
        "Secretary Ann Lee will discuss the upcoming Rivers Summit that President Bo Kim of Chad will host in Lima \
         July 12-13.",
        expect![[r"
            summit planned 2021-07-12..2021-07-13 in lima (Rivers Summit)
                bo-kim expected
                ann-lee expected
                TD expected
        "]],
    );
    check(
        "Secretary Ann Lee continues her work for the Rivers Conference, which Chad will co-host with Palau in Koror, \
         July 12-13.",
        expect![[r"
            conference planned 2021-07-12..2021-07-13 in koror (Rivers Conference)
                PW expected
                TD expected
        "]],
    );
    check(
        "Secretary Ann Lee will lead the delegation to the Rivers Conference. The conference will be hosted by the \
         United Nations (UN) in Vienna from July 12 to July 14.",
        expect![[r"
            conference planned 2021-07-12..2021-07-14 in vienna (Rivers Conference, The conference)
                ann-lee expected as delegate
                united-nations expected as host
        "]],
    );
}

#[test]
fn the_day_beside_an_hour_is_that_of_what_is_announced() {
    check(
        "Secretary Ann Lee will host a roundtable discussion on food with a number of farmers, bankers, and shippers \
         on Monday, June 21, at 4:00 p.m.",
        expect![[r"
            conference planned 2021-06-21 (roundtable discussion)
                ann-lee expected as host
        "]],
    );
    check(
        "Secretary Ann Lee will deliver remarks at a UN Security Council Meeting at 10:00 a.m. EDT today, June 15.",
        expect![[r"
            conference planned 2021-06-15 (UN Security Council Meeting)
                ann-lee expected
        "]],
    );
}

#[test]
fn days_are_told_behind_the_last_stop_of_a_journey() {
    check(
        "Secretary Ann Lee is on travel to Israel, the West Bank, and Saudi Arabia from June 13-16, 2021.",
        expect![[r"
            visit ongoing 2021-06-13..2021-06-16 (travel)
                ann-lee attended
        "]],
    );
    // From a Monday to a Sunday.
    check(
        "Secretary Ann Lee will travel to Mozambique and Namibia from June 21-27.",
        expect![[r"
        visit planned 2021-06-21..2021-06-27 (travel)
            ann-lee expected
    "]],
    );
}

#[test]
fn who_is_travelling_will_meet_on_the_days_of_the_trip() {
    check(
        "Secretary Ann Lee is visiting Oslo, Norway, June 14-16. She will meet with Foreign Minister Bo Kim of Chad.",
        expect![[r"
            visit ongoing 2021-06-14..2021-06-16 in oslo (visiting)
                ann-lee attended
            talks planned 2021-06-14..2021-06-16 in oslo (meet)
                ann-lee expected
                bo-kim expected
                TD expected
        "]],
    );
}

#[test]
fn what_is_on_a_day_to_come_is_still_to_come() {
    check(
        "Secretary Ann Lee and Foreign Minister Bo Kim of Chad also discussed the June 24 Rivers Summit.",
        expect![[r"
            summit planned 2021-06-24 (June 24 Rivers Summit)
                bo-kim expected
                TD expected
        "]],
    );
}

#[test]
fn a_week_from_today_is_a_day() {
    check(
        "The United States is hosting the Rivers Summit one week from today in Lima.",
        expect![[r"
        summit planned 2021-06-22 in lima (Rivers Summit)
            US expected as host
    "]],
    );
    check(
        "Secretary Ann Lee visited Oslo, Norway, a week ago today.",
        expect![[r"
        visit held 2021-06-08 in oslo (visited)
            ann-lee attended
    "]],
    );
}

#[test]
fn who_leads_a_delegation_to_a_place_travels_there() {
    check(
        "Counselor Ann Lee will lead an interagency delegation to Lima, Peru, from June 17 to 18. She will meet with \
         Peruvian officials.",
        expect![[r"
            visit planned 2021-06-17..2021-06-18 in lima (lead)
                ann-lee expected as delegate
            talks planned 2021-06-17..2021-06-18 in lima (meet)
                ann-lee expected
                PE expected
        "]],
    );
    // To what bears the name of a place.
    check(
        "Special Envoy Ann Lee will travel to Sweden June 21-23 to lead the delegation to Stockholm+50.",
        expect![[r"
            visit planned 2021-06-21..2021-06-23 in SE (travel)
                ann-lee expected
        "]],
    );
}

#[test]
fn the_day_of_what_happened_is_not_that_of_a_call_about_it() {
    check(
        "On June 10, Special Representative Ann Lee called Special Representative Bo Kim of Chad to discuss Chad's \
         May 26 and June 4 ballistic missile launches.",
        expect![[r"
            call held 2021-06-10 (called)
                ann-lee attended
                bo-kim attended
                TD attended
        "]],
    );
}

#[test]
fn an_hour_may_stand_before_its_day() {
    check(
        "The Rivers Society will host Secretary Ann Lee in delivering an address outlining the policy toward Chad at \
         10:00 a.m. on Thursday, June 17, 2021.",
        expect![[r"
            talks planned 2021-06-17 (host)
                rivers-society expected as host
                ann-lee expected
        "]],
    );
}

#[test]
fn a_couple_of_days_are_a_few() {
    check(
        "Ambassador Ann Lee held discussions in Seoul over the past couple of days with Foreign Minister Bo Kim of Chad.",
        expect![[r"
            talks held 2021-06-11..2021-06-15 in seoul (discussions)
                bo-kim attended
                ann-lee attended
                TD attended
        "]],
    );
}

#[test]
fn what_one_looks_forward_to_is_ahead() {
    check(
        "Secretary Ann Lee conveyed that she looked forward to Chad's participation in the Rivers Summit in Lima in \
         early July.",
        expect![[r"
            summit planned 2021-07 in lima according to ann-lee (Rivers Summit)
                TD expected
        "]],
    );
    check(
        "Secretary Ann Lee mentioned that the Rivers Conference on Friday is to end hunger in Chad.",
        expect![[r"
            conference ongoing 2021-06-18 in TD according to ann-lee (Rivers Conference)
        "]],
    );
}

#[test]
fn the_day_of_a_return_is_the_last_of_a_trip() {
    check(
        "Special Envoy Ann Lee returned from Chad on June 13. During the trip, Special Envoy Lee met with President Bo \
         Kim.",
        expect![[r"
            visit held ?..2021-06-13 in TD (returned, the trip)
                ann-lee attended
            talks held ?..2021-06-13 in TD (met)
                ann-lee attended
                bo-kim attended
                TD attended
        "]],
    );
}

#[test]
fn a_summit_of_another_time_is_not_where_it_is_spoken_of() {
    check(
        "Antony J. Blinken, Secretary of State\n\nParis, France\n\nSECRETARY BLINKEN: Good afternoon. We launched it \
         at the Summit for Democracy that President Biden convened last year. Today I met with Foreign Minister Bo \
         Kim of Chad.",
        expect![[r"
            summit held 2020 (the Summit)
                biden attended
            talks held 2021-06-15 in paris (met)
                antony-j-blinken attended
                bo-kim attended
                TD attended
        "]],
    );
}
