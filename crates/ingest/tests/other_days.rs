//! Cases of days that are of something else than the meeting beside them.

mod show;

use expect_test::{Expect, expect};

/// Reads the text as news of 15 June 2021, a Tuesday.
#[track_caller]
fn check(text: &str, expected: Expect) {
    show::check(text, expected);
}

#[test]
fn what_was_announced_besides_leaves_a_meeting_its_day() {
    let text = "Office of the Spokesperson\n\nOn Thursday, Secretary Ann Lee announced a loan for Chad and met with \
                Foreign Minister Bo Kim of Chad.";
    let (facts, text) = show::read_titled("Travel", text, "2021-06-15");
    expect![[r"
        talks held 2021-06-10 (met)
            ann-lee attended
            bo-kim attended
            TD attended
    "]]
    .assert_eq(&show::meetings(&facts, &text));
}

#[test]
fn what_a_state_did_is_no_day_of_a_summit_with_it() {
    check(
        "Foreign Minister Ann Lee of Mali discussed the summit with Chad, which held elections on June 8.",
        expect![[r"
            talks held (discussed)
                ann-lee attended
                TD attended
                ML attended
            summit held (the summit)
                TD attended
        "]],
    );
}

#[test]
fn a_call_since_is_another_meeting() {
    check(
        "President Ann Lee of Mali met President Bo Kim of Chad in Oslo and has since spoken with him by phone.",
        expect![[r"
            talks held in oslo (met)
                ann-lee attended
                bo-kim attended
                ML attended
                TD attended
            call held (spoken)
                ann-lee attended
                bo-kim attended
                ML attended
                TD attended
        "]],
    );
}

#[test]
fn a_return_is_no_day_of_what_comes_after_it() {
    check(
        "Foreign Minister Ann Lee of Mali returned from Oslo on Monday and met Bo Kim of Chad.",
        expect![[r"
            talks held 2021-06-14 (met)
                ann-lee attended
                bo-kim attended
                ML attended
                TD attended
        "]],
    );
}

#[test]
fn the_hour_of_a_departure_is_no_other_ones() {
    let text = "Office of the Spokesperson\n\nSecretary Ann Lee will host Foreign Minister Bo Kim of Chad for talks \
                on food before she departs for Lima on Monday, June 21, at 4:00 p.m.";
    let (facts, text) = show::read_titled("Travel", text, "2021-06-15");
    expect![[r"
        talks planned (host, talks)
            ann-lee expected as host
            bo-kim expected
            TD expected
        visit planned 2021-06-21 in lima (departs)
            ann-lee expected
    "]]
    .assert_eq(&show::meetings(&facts, &text));
}

/// Reads the text as a release of 15 June 2021, a Tuesday.
#[track_caller]
fn check_release(text: &str, expected: Expect) {
    let text = format!("Office of the Spokesperson\n\n{text}");
    let (facts, text) = show::read_titled("Travel", &text, "2021-06-15");
    expected.assert_eq(&show::meetings(&facts, &text));
}

#[test]
fn what_a_text_says_of_tomorrow_tells_when_it_was_spoken() {
    check_release(
        "Secretary Ann Lee met today with Foreign Minister Bo Kim of Chad. Tomorrow evening, June 15th, she will meet \
         with President Cai Roe of Mali.",
        expect![[r"
            talks held 2021-06-14 (met)
                ann-lee attended
                bo-kim attended
                TD attended
            talks planned 2021-06-15 (meet)
                ann-lee expected
                cai-roe expected
                ML expected
        "]],
    );
}

#[test]
fn the_day_on_which_a_series_was_begun_is_none_of_its_sessions() {
    check_release(
        "Secretary Ann Lee and Foreign Minister Bo Kim of Chad co-chaired the final session of the Rivers Dialogue, \
         initiated on June 11, 2020.",
        expect![[r"
            conference held (session, Rivers Dialogue)
                ann-lee attended as chair
                bo-kim attended as chair
                TD attended as chair
        "]],
    );
}

#[test]
fn what_a_stop_with_its_own_day_is_for_is_of_that_day() {
    check_release(
        "Secretary Ann Lee will travel to Norway and France June 16-19. On June 16, Secretary Lee will travel to Oslo \
         to attend an informal meeting of Rivers ministers before the Rivers Summit in Madrid.",
        expect![[r"
            visit planned 2021-06-16..2021-06-19 (travel)
                ann-lee expected
            visit planned 2021-06-16 in oslo (travel)
                ann-lee expected
            talks planned 2021-06-16 in oslo (meeting)
                ann-lee expected
            summit planned in madrid (Rivers Summit)
        "]],
    );
}

#[test]
fn the_nearer_of_two_days_is_that_of_its_own_clause() {
    check_release(
        "In August of last year, Chad hosted a virtual gathering, and in October, leaders of Mali and Chad gathered in \
         Bogota for a ministerial on rivers.",
        expect![[r"
            conference held 2020-08 (gathering)
                TD attended as host
            conference held 2020-10 in bogota (gathered, ministerial)
                ML attended
                TD attended
        "]],
    );
}

#[test]
fn what_is_added_tells_when_it_takes_place() {
    check_release(
        "Secretary Ann Lee will attend the Rivers Summit, which will take place in Lima on October 28.",
        expect![[r"
            summit planned 2021-10-28 in lima (Rivers Summit)
                ann-lee expected
        "]],
    );
    check_release(
        "We hope to share what Secretary Ann Lee and Foreign Minister Bo Kim of Chad discussed today with the countries \
         in the summit chaired by Chad next year.",
        expect![[r"
            talks held 2021-06-15 (discussed)
                ann-lee attended
                bo-kim attended
                TD attended as chair
            summit planned 2022 (the summit)
                TD expected as chair
                US expected
        "]],
    );
}

#[test]
fn a_day_before_a_semicolon_is_of_other_words() {
    check_release(
        "That is why Ambassador Dee Poe was there today; it is why Secretary Ann Lee spoke to her counterpart, Mr. Bo Kim \
         of Chad, last week.",
        expect![[r"
            call held 2021-06 (spoke)
                ann-lee attended
                bo-kim attended
                TD attended
        "]],
    );
}

#[test]
fn what_something_is_to_be_done_before_is_to_come() {
    check_release(
        "Officials assess that rebels may fire a missile before President Ann Lee's visit to Lima. That was agreed before \
         Secretary Bo Kim's visit to Oslo.",
        expect![[r"
            visit planned in lima (visit)
                ann-lee expected
            visit held in oslo (visit)
                bo-kim attended
        "]],
    );
}

#[test]
fn what_is_agreed_upon_is_to_come() {
    check(
        "Chad and Mali agreed on Sunday to meet in Oslo on Thursday to discuss water.",
        expect![[r"
            talks planned 2021-06-17 in oslo (meet)
                TD expected
                ML expected
        "]],
    );
}

#[test]
fn a_plan_has_no_day_of_what_was_done_before() {
    check(
        "Foreign Minister Ann Lee of Chad met Bo Kim in Riga on Monday and will visit Estonia.",
        expect![[r"
            talks held 2021-06-14 in riga (met)
                ann-lee attended
                bo-kim attended
                TD attended
            visit planned in EE (visit)
                ann-lee expected
                TD expected
        "]],
    );
}

#[test]
fn when_somebody_took_office_is_no_day_of_a_visit() {
    check(
        "President Ann Lee of Chad arrived in Peru on Monday. It is her second visit to Peru since she \
         took office in 2017.",
        expect![[r"
            visit ongoing 2021-06-14..? in PE (arrived, visit)
                ann-lee attended
                TD attended
        "]],
    );
}

#[test]
fn who_was_first_before_is_not_there() {
    check(
        "President Ann Lee of Chad, the first president to visit Oslo since Ed Roe in 2011, met Prime \
         Minister Bo Kim of Norway.",
        expect![[r"
            talks held (met)
                ann-lee attended
                bo-kim attended
                TD attended
                NO attended
        "]],
    );
}

#[test]
fn a_year_of_an_aside_is_no_day_of_a_meeting() {
    check(
        "President Ann Lee of Chad, who last visited Peru in 1997, met President Bo Kim of Peru.",
        expect![[r"
            visit held 1997 in PE (visited)
                ann-lee attended
                TD attended
            talks held (met)
                ann-lee attended
                bo-kim attended
                TD attended
                PE attended
        "]],
    );
}

#[test]
fn what_comes_after_and_has_its_own_day_and_place() {
    check(
        "Foreign Minister Ann Lee of Chad will visit Riga on July 5 for talks with Latvian Foreign \
         Minister Bo Kim and attend a summit in Brussels on July 7.",
        expect![[r"
            visit planned 2021-07-05 in riga (visit)
                ann-lee expected
                TD expected
            talks planned 2021-07-05 in riga (talks)
                bo-kim expected
                ann-lee expected
                LV expected
                TD expected
            summit planned 2021-07-07 in brussels (summit)
                ann-lee expected
                TD expected
        "]],
    );
}
