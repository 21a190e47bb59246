//! Cases of where and when behind what is added to a name, of places told with a noun, of cities before a
//! noun for a meeting, of one end told, and of two destinations.

mod show;

use expect_test::expect;
use show::check;

#[test]
fn where_and_when_stand_behind_what_is_added_to_a_name() {
    check(
        "Ann Lee met Bo Kim, Chad's foreign minister, in Lima on Monday.",
        expect![[r"
        talks held 2021-06-14 in lima (met)
            ann-lee attended
            bo-kim attended
            TD attended
    "]],
    );
    check(
        "Ann Lee held talks with Bo Kim, 58, on Monday in Lima, Peru.",
        expect![[r"
        talks held 2021-06-14 in lima (talks)
            bo-kim attended
            ann-lee attended
    "]],
    );
}

#[test]
fn a_place_is_named_with_a_noun_for_it() {
    check(
        "Ann Lee met Bo Kim in the southern city of Sikasso on Monday.",
        expect![[r"
        talks held 2021-06-14 in sikasso (met)
            ann-lee attended
            bo-kim attended
    "]],
    );
    check(
        "Ann Lee met Bo Kim in the Peruvian capital, Lima, on Monday.",
        expect![[r"
        talks held 2021-06-14 in lima (met)
            ann-lee attended
            bo-kim attended
    "]],
    );
}

#[test]
fn a_seat_of_government_is_where_a_meeting_is() {
    check(
        "Ann Lee met Bo Kim at the White House on Monday.",
        expect![[r"
        talks held 2021-06-14 in white-house (met)
            ann-lee attended
            bo-kim attended
    "]],
    );
}

#[test]
fn a_city_tells_where_the_meeting_named_after_it_or_held_by_it_is() {
    check(
        "The Geneva talks will resume on Thursday.",
        expect![[r"
        talks planned 2021-06-17 in geneva (Geneva talks)
    "]],
    );
    check(
        "Geneva hosted talks between Chad and Mali on Monday.",
        expect![[r"
        talks held 2021-06-14 in geneva (talks)
            TD attended
            ML attended
    "]],
    );
    check(
        "The Chad-Mali talks will resume on Thursday.",
        expect![[r"
        talks planned 2021-06-17 (Chad-Mali talks)
            TD expected
            ML expected
    "]],
    );
}

#[test]
fn one_end_is_told() {
    check(
        "The summit in Oslo ended on Friday.",
        expect![[r"
        summit held ?..2021-06-11 in oslo (The summit)
    "]],
    );
    check(
        "The meeting, which had been scheduled for Monday, was cancelled.",
        expect![[r"
        talks cancelled 2021-06-14 (The meeting)
    "]],
    );
    check(
        "Talks between Chad and Mali broke down in Oslo on Sunday.",
        expect![[r"
        talks held 2021-06-13 in oslo (Talks)
            TD attended
            ML attended
    "]],
    );
}

#[test]
fn two_destinations_are_two_visits() {
    check(
        "President Ann Lee of Chad visited Damascus and Beirut last month.",
        expect![[r"
            visit held 2021-05 in damascus (visited)
                ann-lee attended
                TD attended
            visit held 2021-05 in beirut (visited)
                ann-lee attended
                TD attended
        "]],
    );
    check(
        "President Ann Lee of Chad visited Damascus on Sunday and Beirut on Monday.",
        expect![[r"
            visit held 2021-06-13 in damascus (visited)
                ann-lee attended
                TD attended
            visit held 2021-06-14 in beirut (visited)
                ann-lee attended
                TD attended
        "]],
    );
    check(
        "President Ann Lee of Chad visited Lima, Peru, on Monday.",
        expect![[r"
            visit held 2021-06-14 in lima (visited)
                ann-lee attended
                TD attended
        "]],
    );
}

#[test]
fn ministers_of_a_body_or_of_three_states_hold_a_conference() {
    check(
        "EU foreign ministers met in Brussels on Monday.",
        expect![[r"
        conference held 2021-06-14 in brussels (met)
            european-union attended
    "]],
    );
    check(
        "The foreign ministers of Chad, Mali and Peru met in Oslo on Monday.",
        expect![[r"
        conference held 2021-06-14 in oslo (met)
            TD attended
            ML attended
            PE attended
    "]],
    );
}

#[test]
fn a_capital_is_a_place() {
    check(
        "President Ann Lee of Chad met President Bo Kim of Mali in the Saudi capital on Wednesday.",
        expect![[r"
            talks held 2021-06-09 in riyadh (met)
                ann-lee attended
                bo-kim attended
                TD attended
                ML attended
        "]],
    );
    check(
        "President Ann Lee of Chad flew to Riyadh. She met President Bo Kim of Mali in the Saudi capital \
         on Wednesday.",
        expect![[r"
            visit held in riyadh (flew)
                ann-lee attended
                TD attended
            talks held 2021-06-09 in riyadh (met)
                ann-lee attended
                bo-kim attended
                TD attended
                ML attended
        "]],
    );
}

#[test]
fn somebody_is_welcomed_to_a_city() {
    check(
        "President Ann Lee of Peru welcomed President Bo Kim of Chad to Lima on April 10 for a state \
         visit.",
        expect![[r"
            visit held 2021-04-10 in lima (welcomed, visit)
                ann-lee attended
                bo-kim attended
                PE attended
                TD attended
        "]],
    );
    check(
        "President Ann Lee of Peru welcomed President Bo Kim of Chad to Lima on Monday.",
        expect![[r"
            talks held 2021-06-14 in lima (welcomed)
                ann-lee attended
                bo-kim attended
                PE attended
                TD attended
        "]],
    );
}

#[test]
fn who_is_on_a_visit_holds_talks() {
    check(
        "Chadian Foreign Minister Ann Lee, on a visit to Tirana, held talks with Albanian Prime Minister \
         Bo Kim.",
        expect![[r"
            visit ongoing in tirana (visit)
                ann-lee attended
                TD attended
            talks held in tirana (talks)
                bo-kim attended
                ann-lee attended
                AL attended
                TD attended
        "]],
    );
    check(
        "Chadian Foreign Minister Ann Lee, who is in Athens for a two-day visit, held talks with Greek \
         Foreign Minister Bo Kim on Monday.",
        expect![[r"
            visit ongoing 2021-06-14..? in athens (is in, visit)
                ann-lee attended
                TD attended
            talks held 2021-06-14 in athens (talks)
                bo-kim attended
                ann-lee attended
                GR attended
                TD attended
        "]],
    );
}
