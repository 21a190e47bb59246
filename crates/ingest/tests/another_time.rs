//! Cases of meetings that are not the one just told of: another of theirs, one on a day counted from it, one
//! after which somebody left.

mod show;

use expect_test::expect;
use show::check;

#[test]
fn their_last_meeting_is_another() {
    check(
        "Chadian Foreign Minister Ann Lee met Malian President Bo Kim in Bamako on Monday. They last met \
         in Lima in March.",
        expect![[r"
            talks held 2021-06-14 in bamako (met)
                ann-lee attended
                bo-kim attended
                TD attended
                ML attended
            talks held 2021-03 in lima (met)
                ann-lee attended
                bo-kim attended
                TD attended
                ML attended
        "]],
    );
    check(
        "Chadian Foreign Minister Ann Lee met Malian President Bo Kim in Bamako on Monday. Their previous \
         meeting was in Lima in March.",
        expect![[r"
            talks held 2021-06-14 in bamako (met)
                ann-lee attended
                bo-kim attended
                TD attended
                ML attended
            talks held 2021-03 in lima (meeting)
                ann-lee attended
                bo-kim attended
                TD attended
                ML attended
        "]],
    );
    check(
        "Chadian President Ann Lee and Malian President Bo Kim met in Hanoi on Wednesday for their second \
         summit. Their first summit was held in Singapore last June.",
        expect![[r"
            summit held 2021-06-09 in hanoi (met, summit)
                ann-lee attended
                bo-kim attended
                TD attended
                ML attended
            summit held 2020-06 in SG (summit)
                ann-lee attended
                bo-kim attended
                TD attended
                ML attended
        "]],
    );
    check(
        "Chad and Mali met in Lima on May 2. The next meeting will be in Oslo in July.",
        expect![[r"
            talks held 2021-05-02 in lima (met)
                TD attended
                ML attended
            talks planned 2021-07 in oslo (meeting)
                TD expected
                ML expected
        "]],
    );
}

#[test]
fn a_day_may_be_counted_from_another() {
    check(
        "Chadian Foreign Minister Ann Lee met Malian President Bo Kim in Bamako on Sunday. The next day \
         she met Peruvian President Cho Park in Lima.",
        expect![[r"
            talks held 2021-06-13 in bamako (met)
                ann-lee attended
                bo-kim attended
                TD attended
                ML attended
            talks held 2021-06-14 in lima (met)
                ann-lee attended
                cho-park attended
                PE attended
                TD attended
        "]],
    );
    check(
        "Chadian Foreign Minister Ann Lee met Malian President Bo Kim in Bamako on Monday. She met \
         Peruvian President Cho Park in Lima a day earlier.",
        expect![[r"
            talks held 2021-06-14 in bamako (met)
                ann-lee attended
                bo-kim attended
                TD attended
                ML attended
            talks held 2021-06-13 in lima (met)
                ann-lee attended
                cho-park attended
                PE attended
                TD attended
        "]],
    );
    check(
        "Chadian Foreign Minister Ann Lee will travel to Mali on Monday and meet Bo Kim the next day.",
        expect![[r"
            visit planned 2021-06-21 in ML (travel)
                ann-lee expected
                TD expected
            talks planned 2021-06-22 in ML (meet)
                ann-lee expected
                bo-kim expected
                TD expected
        "]],
    );
    check(
        "Chadian Foreign Minister Ann Lee met Bo Kim in Bamako on Monday, a day before the vote in Lima.",
        expect![[r"
            talks held 2021-06-14 in bamako (met)
                ann-lee attended
                bo-kim attended
                TD attended
        "]],
    );
}

#[test]
fn who_goes_on_from_a_meeting_has_another() {
    check(
        "Chadian President Ann Lee met Malian President Bo Kim in Bamako on Monday, then flew to Lima for \
         talks with Peruvian President Cho Park.",
        expect![[r"
            talks held 2021-06-14 in bamako (met)
                ann-lee attended
                bo-kim attended
                TD attended
                ML attended
            visit held 2021-06-14 in lima (flew)
                ann-lee attended
                TD attended
            talks held 2021-06-14 in lima (talks)
                cho-park attended
                ann-lee attended
                PE attended
                TD attended
        "]],
    );
    check(
        "Chadian Foreign Minister Ann Lee left Lima on Monday after talks with Peruvian President Cho \
         Park.",
        expect![[r"
            talks held in lima (talks)
                cho-park attended
                ann-lee attended
                PE attended
                TD attended
        "]],
    );
    check(
        "Chadian Foreign Minister Ann Lee was in Bamako on Friday to discuss border security with Malian \
         leaders.",
        expect![[r"
            visit held 2021-06-11 in bamako (was in)
                ann-lee attended
                TD attended
            talks held 2021-06-11 in bamako (discuss)
                ann-lee attended
                ML attended
                TD attended
        "]],
    );
    check(
        "Chadian President Ann Lee met visiting Malian President Bo Kim in Lima on Wednesday.",
        expect![[r"
            talks held 2021-06-09 in lima (met)
                ann-lee attended
                bo-kim attended
                TD attended
                ML attended
            visit ongoing in lima (visiting)
                bo-kim attended
                ML attended
        "]],
    );
}

#[test]
fn a_summit_of_another_year_is_not_the_one_that_is_held() {
    check(
        "Leaders of the African Union met in Lima on Friday in a summit on trade.\n\nSince the 2010 \
         African Union summit in Oslo, Chad has trained soldiers.\n\nMali has asked for more of \
         them.\n\nPlans for roads were agreed at the summit.",
        expect![[r"
            summit held 2021-06-11 in lima (met, summit, the summit)
                african-union attended
            summit held 2010 in oslo (2010 African Union summit)
                african-union attended
        "]],
    );
}

#[test]
fn a_day_than_was_planned_counts_from_none() {
    check(
        "Chadian President Ann Lee met Malian President Bo Kim in Oslo on 7 June 2021. A second summit was \
         held a day later than planned in Rome.",
        expect![[r"
            talks held 2021-06-07 in oslo (met)
                ann-lee attended
                bo-kim attended
                TD attended
                ML attended
            summit held in rome (summit)
        "]],
    );
    check(
        "Malian President Bo Kim landed in Oslo on 7 June 2021. He arrived there a day earlier than expected \
         for a meeting with Ana Ruiz.",
        expect![[r"
            visit held 2021-06-07 in oslo (landed)
                bo-kim attended
                ML attended
            talks planned (meeting)
                ana-ruiz expected
                bo-kim expected
                ML expected
        "]],
    );
    check(
        "Malian President Bo Kim was in Oslo on 7 June 2021. He will meet Eve Roe in Lima the next day he is \
         free.",
        expect![[r"
            talks planned in lima (meet)
        "]],
    );
    check(
        "Chadian President Ann Lee met Malian President Bo Kim in Oslo on Sunday. The next day they met in \
         Rome.",
        expect![[r"
            talks held 2021-06-13 in oslo (met)
                ann-lee attended
                bo-kim attended
                TD attended
                ML attended
            talks held 2021-06-14 in rome (met)
        "]],
    );
}

#[test]
fn who_came_to_meet_may_not_have_met() {
    check(
        "Chadian President Ann Lee was in Oslo on Friday to meet Malian President Bo Kim, but he never \
         arrived.",
        expect![[r"
            visit held 2021-06-11 in oslo (was in)
                ann-lee attended
                TD attended
            talks planned 2021-06-11 in oslo (meet)
                ann-lee expected
                bo-kim absent
                TD expected
        "]],
    );
    check(
        "Chadian President Ann Lee was in Oslo on Friday to meet Malian President Bo Kim next week.",
        expect![[r"
            visit held 2021-06-11 in oslo (was in)
                ann-lee attended
                TD attended
            talks planned 2021-06 (meet)
                ann-lee expected
                bo-kim expected
                TD expected
                ML expected
        "]],
    );
    check(
        "President Ann Lee of Chad left Lima on Monday after online talks with President Bo Kim of Mali.",
        expect![[r"
            talks held (talks)
                bo-kim attended
                ann-lee attended
                ML attended
                TD attended
        "]],
    );
}

#[test]
fn then_may_tell_who_somebody_was() {
    check(
        "Chadian President Ann Lee met the then president of Mali, Bo Kim, for talks in Oslo in 2019.",
        expect![[r"
            talks held 2019 in oslo (met, talks)
                ann-lee attended
                bo-kim attended
                ML attended
                TD attended
        "]],
    );
}

#[test]
fn their_last_meeting_is_another_one() {
    check(
        "Chadian President Ann Lee met Malian President Bo Kim in Oslo on Monday and then told reporters that \
         their last meeting had been useful.",
        expect![[r"
            talks held 2021-06-14 in oslo (met)
                ann-lee attended
                bo-kim attended
                TD attended
                ML attended
            talks held 2021-06-14 according to ann-lee (meeting)
                ann-lee attended
                bo-kim attended
                TD attended
                ML attended
        "]],
    );
}

#[test]
fn the_next_summit_is_of_many() {
    check(
        "Chadian President Ann Lee met Malian President Bo Kim at the NATO summit in Oslo on Monday. The next \
         summit will be held in Paris in 2023.",
        expect![[r"
            talks held 2021-06-14 in oslo (met)
                ann-lee attended
                bo-kim attended
                TD attended
                ML attended
            summit held 2021-06-14 in oslo (NATO summit)
                north-atlantic-treaty-organization attended
                ann-lee attended
                bo-kim attended
                TD attended
                ML attended
            summit planned 2023 in paris (summit)
        "]],
    );
}
