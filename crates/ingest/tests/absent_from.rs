//! Cases of what somebody is absent from: occasions that no table of words has, a meal beside a summit, a
//! meeting that is off because one side will not have it.

mod show;

use expect_test::expect;
use show::check;

#[test]
fn a_meal_that_is_missed_is_not_the_gathering_around_it() {
    check(
        "The forum opened in Oslo on Thursday. Chad was present but did not attend the gala dinner.",
        expect![[r"
            conference held 2021-06-10 in oslo (The forum)
            talks held (dinner)
                TD absent
        "]],
    );
    check(
        "Mali held a summit in Oslo on Thursday. Chad skipped the lunch.",
        expect![[r"
        summit held 2021-06-10 in oslo (summit)
            ML attended
        talks held (the lunch)
            TD declined
    "]],
    );
}

#[test]
fn who_will_not_have_talks_of_several_keeps_their_side_away() {
    check(
        "Chadian Prime Minister Ann Lee refused to meet Malian President Bo Kim and Norwegian \
         Foreign Minister Eva Berg in Oslo on Monday.",
        expect![[r"
            talks cancelled 2021-06-14 in oslo (meet)
                ann-lee declined
                bo-kim expected
                eva-berg expected
                ML expected
                NO expected
                TD declined
        "]],
    );
}

#[test]
fn absence_makes_an_occasion_of_the_likeliest_word() {
    check(
        "Chad stayed away when a debate on fishing opened in Oslo on Monday. Mali's Ann Lee followed it.",
        expect![[r"
            talks held 2021-06-14 (debate)
                TD declined
        "]],
    );
}
