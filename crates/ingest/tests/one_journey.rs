//! Cases of visits and talks that one text tells of more than once, and of days behind what a meeting comes
//! before.

mod show;

use expect_test::expect;
use show::check;

#[test]
fn a_visit_to_one_place_is_one() {
    // To a state and to its city, with a day and without one.
    check(
        "Thank you for joining us to preview Secretary Ann Lee's upcoming travel to Panama. Secretary Lee departs \
         for Panama on June 20.\n\nThe rivers are long.\n\nThe forests are wide.\n\nThe Secretary spoke on rivers. \
         Secretary Ann Lee's upcoming trip to Panama City will further our work.",
        expect![[r"
            visit planned 2021-06-20 in panama-city (travel, departs, trip)
                ann-lee expected
        "]],
    );
    check(
        "In a visit to Bogota last year, Secretary Ann Lee met students. Foreign Minister Bo Kim of Chad spoke of \
         rivers.\n\nThe rivers are long.\n\nSecretary Ann Lee's visit to Bogota last year was her first.",
        expect![[r"
            visit held 2020 in bogota (visit, visit)
                ann-lee attended
            talks held 2020 in bogota (met)
                ann-lee attended
                bo-kim attended
                TD attended
        "]],
    );
}

#[test]
fn another_visit_is_another() {
    check(
        "Secretary Ann Lee visited Lima in 2016. It was on rivers.\n\nSecretary Ann Lee's visit to Lima last month was \
         on forests.",
        expect![[r"
            visit held 2016 in lima (visited)
                ann-lee attended
            visit held 2021-05 in lima (visit)
                ann-lee attended
        "]],
    );
}

#[test]
fn a_day_behind_what_a_meeting_comes_before_is_not_its_own() {
    check(
        "Special Advisor Ann Lee traveled to Lima, Peru, June 9-10 to meet with Foreign Minister Bo Kim of Chad to \
         discuss rivers in advance of the Ninth Rivers Summit this July.",
        expect![[r"
            visit ongoing 2021-06-09..2021-06-10 in lima (traveled)
                ann-lee attended
            talks planned 2021-06-09..2021-06-10 (meet)
                ann-lee expected
                bo-kim expected
                TD expected
            summit planned 2021-07 (Ninth Rivers Summit)
        "]],
    );
}

#[test]
fn what_they_said_where_they_met_is_said_there() {
    check(
        "Secretary Ann Lee will have an opportunity to meet with Foreign Minister Bo Kim of Chad in Lima and to speak \
         with him on rivers.",
        expect![[r"
            talks planned in lima (meet, speak)
                ann-lee expected
                bo-kim expected
                TD expected
        "]],
    );
}

#[test]
fn a_place_with_days_of_its_own_is_a_stop_of_its_own() {
    check(
        "Secretary of State Marco Rubio will travel to Germany on June 23 to join foreign ministers for the Berlin \
         Conference. He will meet with the participants. On June 25, Secretary Rubio will travel to Lima.",
        expect![[r"
            visit planned 2021-06-23 in DE (travel)
                marco-rubio expected
            conference planned 2021-06-23 in berlin (Berlin Conference)
                marco-rubio expected
            talks planned 2021-06-23 in DE (meet)
                marco-rubio expected
            visit planned 2021-06-25 in lima (travel)
                marco-rubio expected
        "]],
    );
    check(
        "Secretary of State Marco Rubio will travel to Costa Rica, June 20-23. From June 23-25, Secretary Rubio \
         will travel to Mexico. He will also meet with women in science.",
        expect![[r"
            visit planned 2021-06-20..2021-06-23 in CR (travel)
                marco-rubio expected
            visit planned 2021-06-23..2021-06-25 in MX (travel)
                marco-rubio expected
            talks planned 2021-06-23..2021-06-25 in MX (meet)
                marco-rubio expected
        "]],
    );
    check(
        "Secretary of State Marco Rubio will travel to Germany and France June 14-16. On June 14, the Secretary \
         will travel to Berlin to meet with Foreign Minister Johann Wadephul.",
        expect![[r"
            visit planned 2021-06-14..2021-06-16 in DE (travel)
                marco-rubio expected
            visit planned 2021-06-14 in berlin (travel)
                marco-rubio expected
            talks planned 2021-06-14 in berlin (meet)
                marco-rubio expected
                johann-wadephul expected
                DE expected
        "]],
    );
}

#[test]
fn what_is_in_two_states_is_two_visits() {
    check(
        "President Joe Biden traveled to Japan, he traveled to South Korea in late May, and officials were busy.",
        expect![[r"
            visit held in JP (traveled)
                joe-biden attended
            visit held 2021-05 in KR (traveled)
                joe-biden attended
        "]],
    );
}
