//! Cases of meetings as news agencies tell of them: a text in, what it says out.

mod show;

use expect_test::expect;
use show::check;

#[test]
fn whoever_is_visiting_is_on_a_visit() {
    check(
        "Malian President Ann Lee met visiting Chadian Foreign Minister Bo Kim here on Tuesday.",
        expect![[r"
            talks held 2021-06-15 (met)
                ann-lee attended
                bo-kim attended
                ML attended
                TD attended
            visit ongoing (visiting)
                bo-kim attended
                TD attended
        "]],
    );
    check("Ann Lee was visiting President Bo Kim in Mali.", expect![[r""]]);
}

#[test]
fn a_visit_of_so_many_days_ends_when_they_are_over() {
    check(
        "Chadian President Bo Kim arrived in Mali on Monday for a three-day official visit.",
        expect![[r"
            visit ongoing 2021-06-14..2021-06-16 in ML (arrived, visit)
                bo-kim attended
                TD attended
        "]],
    );
    check(
        "The two-day summit of Mali, Chad and Niger ended on Tuesday in Oslo.",
        expect![[r"
            summit held 2021-06-14..2021-06-15 in oslo (summit)
                ML attended
                TD attended
                NE attended
        "]],
    );
    check(
        "Bo Kim, the president of Chad, will travel to Mali on Friday for a two-day visit.",
        expect![[r"
            visit planned 2021-06-18..2021-06-19 in ML (travel, visit)
                bo-kim expected
                TD expected
        "]],
    );
}

#[test]
fn what_began_just_now_goes_on() {
    check(
        "Leaders of Chad and Mali opened a summit in Oslo on Tuesday.",
        expect![[r"
        summit ongoing 2021-06-15 in oslo (summit)
            TD attended
            ML attended
    "]],
    );
    check(
        "Talks between Chad and Mali began in Oslo on Monday.",
        expect![[r"
            talks ongoing 2021-06-14..? in oslo (Talks)
                TD attended
                ML attended
        "]],
    );
    check(
        "Talks between Chad and Mali began in Oslo on Monday. The talks ended without an agreement.",
        expect![[r"
            talks held 2021-06-14 in oslo (Talks, The talks)
                TD attended
                ML attended
        "]],
    );
    check(
        "Talks between Chad and Mali began in Oslo on May 3.",
        expect![[r"
            talks held 2021-05-03 in oslo (Talks)
                TD attended
                ML attended
        "]],
    );
}

#[test]
fn what_is_told_of_its_beginning_goes_on() {
    for text in [
        "The summit of the Organization of American States (OAS) opened here Monday.",
        "President Kim spoke Monday at the opening ceremony of the Oslo Summit.",
        "Leaders gathered in Oslo on Monday, kicking off the two-day Stockholm Summit.",
    ] {
        let (facts, text) = show::read(text, "2021-06-15");
        let told = show::meetings(&facts, &text);
        assert!(told.contains("summit ongoing"), "{told}");
    }
}

#[test]
fn a_meeting_after_which_somebody_speaks_is_of_the_day_of_the_news() {
    check(
        "Chadian President Bo Kim said on Monday that the border would be opened. He spoke in Oslo. \
         Speaking after talks with Malian President Ann Lee, Bo Kim said that there was hope.",
        expect![[r"
            talks held 2021-06-14 (talks)
                ann-lee attended
                bo-kim attended
                ML attended
                TD attended
        "]],
    );
}

#[test]
fn verbs_of_two_words_tell_of_meetings() {
    check(
        "Bo Kim of Chad sat down with Ann Lee of Mali on Monday.",
        expect![[r"
        talks held 2021-06-14 (sat down)
            bo-kim attended
            ann-lee attended
            TD attended
            ML attended
    "]],
    );
    check(
        "Bo Kim of Chad came face to face with Ann Lee of Mali in Oslo.",
        expect![[r"
        talks held (came face to face)
            bo-kim attended
            ann-lee attended
            TD attended
            ML attended
    "]],
    );
    check(
        "Bo Kim called on Malian President Ann Lee in Oslo on Monday.",
        expect![[r"
        talks held 2021-06-14 (called on)
            bo-kim attended
            ann-lee attended
            ML attended
    "]],
    );
    check("Bo Kim called on Malian President Ann Lee to step down.", expect![[r""]]);
    check(
        "Bo Kim was received by Malian President Ann Lee on Monday.",
        expect![[r"
        talks held 2021-06-14 (received)
            bo-kim attended
            ann-lee attended as host
            ML attended as host
    "]],
    );
}

#[test]
fn those_who_take_part_are_named_by_many_words() {
    check(
        "Malian President Ann Lee will host a dinner for Bo Kim of Chad.",
        expect![[r"
        talks planned (dinner)
            bo-kim expected
            ann-lee expected as host
            ML expected as host
            TD expected
    "]],
    );
    check(
        "Ann Lee received a telephone call from Chadian President Bo Kim on Monday.",
        expect![[r"
            call held 2021-06-14 (telephone call)
                bo-kim attended
                ann-lee attended
                TD attended
        "]],
    );
    check(
        "The talks in Oslo, involving Chad, Mali and Niger, will begin on Friday.",
        expect![[r"
            talks ongoing in oslo (The talks)
                TD attended
                ML attended
                NE attended
        "]],
    );
    check(
        "The summit in Oslo brings together Chad, Mali and Niger.",
        expect![[r"
            summit ongoing in oslo (The summit)
                TD attended
                ML attended
                NE attended
        "]],
    );
    check(
        "Ann Lee told Bo Kim at the start of their meeting that she was glad.",
        expect![[r"
        talks held (meeting)
            bo-kim attended
            ann-lee attended
    "]],
    );
    check(
        "In talks with Ann Lee on Monday, Bo Kim asked for help.",
        expect![[r"
        talks held 2021-06-14 (talks)
            ann-lee attended
            bo-kim attended
    "]],
    );
    check(
        "Bo Kim arrives on Friday to see Ann Lee, with whom he will hold talks.",
        expect![[r"
            visit planned 2021-06-18..? (arrives)
                bo-kim expected
            talks planned (talks)
                ann-lee expected
                bo-kim expected
        "]],
    );
}

#[test]
fn names_beside_an_office_are_those_who_met() {
    check(
        "The two countries' foreign ministers, Ann Lee of Mali and Bo Kim of Chad, met for two hours on Monday.",
        expect![[r"
            talks held 2021-06-14 (met)
                ann-lee attended
                bo-kim attended
                ML attended
                TD attended
        "]],
    );
    check(
        "Malian President Ann Lee and her Chadian counterpart, Bo Kim, sat down for talks in Oslo on Monday.",
        expect![[r"
            talks held 2021-06-14 in oslo (talks)
                ann-lee attended
                bo-kim attended
                ML attended
                TD attended
        "]],
    );
    check(
        "The gathering in Oslo of leaders from Chad, Mali and Niger was the first in a year.",
        expect![[r"
            conference held in oslo (The gathering)
                TD attended
                ML attended
                NE attended
        "]],
    );
}

#[test]
fn what_is_put_off_until_a_day_is_still_to_come() {
    check(
        "A summit between Malian President Ann Lee and Chadian President Bo Kim was put off until Thursday.",
        expect![[r"
            summit planned 2021-06-17 (summit)
                ann-lee expected
                bo-kim expected
                ML expected
                TD expected
        "]],
    );
    check(
        "A summit between Malian President Ann Lee and Chadian President Bo Kim was put off indefinitely.",
        expect![[r"
            summit cancelled (summit)
                ann-lee expected
                bo-kim expected
                ML expected
                TD expected
        "]],
    );
}

#[test]
fn a_day_on_which_somebody_says_so_is_not_that_of_what_is_to_come() {
    check(
        "Bo Kim said on Monday that he would meet Malian President Ann Lee.",
        expect![[r"
        talks planned according to bo-kim (meet)
            bo-kim expected
            ann-lee expected
            ML expected
    "]],
    );
    check(
        "Bo Kim will meet Ann Lee at a summit of exporters in Minsk, capital of Belarus, later this month.",
        expect![[r"
            talks planned 2021-06 in minsk (meet)
                bo-kim expected
                ann-lee expected
            summit planned 2021-06 in minsk (summit)
                bo-kim expected
                ann-lee expected
        "]],
    );
}

#[test]
fn those_told_of_when_meeting_are_those_who_met() {
    check(
        "Malian President Ann Lee met with a Chadian delegation on Monday. Ann Lee asked for help while \
         meeting Bo Kim of Chad.",
        expect![[r"
            talks held 2021-06-14 (met, meeting)
                ann-lee attended
                TD attended
                bo-kim attended
                ML attended
        "]],
    );
}

#[test]
fn of_a_year_gone_by_nothing_is_still_to_come() {
    check(
        "Ann Lee of Mali and Bo Kim of Chad are to attend the 1993 summit in Oslo.",
        expect![[r"
            summit held 1993 in oslo (1993 summit)
                ann-lee attended
                bo-kim attended
                ML attended
                TD attended
        "]],
    );
}

#[test]
fn who_only_judges_a_meeting_or_is_blamed_beside_it_did_not_come_to_it() {
    check(
        "Mali and Chad held talks in Oslo on Monday. Kenyan President Ann Lee called the meeting \
         \"magnificent\". Bo Kim of Ghana welcomed the talks.",
        expect![[r"
            talks held 2021-06-14 in oslo (talks, the meeting, the talks)
                ML attended
                TD attended
                bo-kim attended
                GH attended
        "]],
    );
    check(
        "Leaders of Chad and Mali met on Monday for their first talks in four years. President Ann Lee \
         rarely attends the meeting, leaving it to the premier.",
        expect![[r"
            talks held 2021-06-14 (met, talks, the meeting)
                TD attended
                ML attended
        "]],
    );
    check(
        "Malian President Ann Lee, who was in Oslo for a summit of the bloc on Monday, accused Chad of stalling.",
        expect![[r"
            visit held 2021-06-14 in oslo (was in)
                ann-lee attended
                ML attended
            summit held 2021-06-14 in oslo (summit)
                ann-lee attended
                ML attended
        "]],
    );
}

#[test]
fn where_somebody_is_for_a_meeting_is_its_place() {
    check(
        "Malian President Ann Lee, who is in Nairobi for a climate summit, met Bo Kim of Chad on Monday.",
        expect![[r"
            visit ongoing in nairobi (is in)
                ann-lee attended
                ML attended
            summit ongoing in nairobi (summit)
                ann-lee attended
                ML attended
            talks held 2021-06-14 in nairobi (met)
                ann-lee attended
                bo-kim attended
                ML attended
                TD attended
        "]],
    );
    check(
        "Mali and Chad met on Monday. A follow-up conference on rebuilding is planned in Oslo in November.",
        expect![[r"
            talks held 2021-06-14 (met)
                ML attended
                TD attended
            conference planned 2021-11 in oslo (conference)
        "]],
    );
}

#[test]
fn whom_one_was_pleased_to_meet_one_has_met() {
    check(
        "Ann Lee was pleased to meet with Chadian President Bo Kim last week.",
        expect![[r"
            talks held 2021-06 (meet)
                ann-lee attended
                bo-kim attended
                TD attended
        "]],
    );
}

#[test]
fn whoever_leaves_without_meeting_somebody_has_not_met() {
    check(
        "Ann Lee of Mali left Oslo on Monday without meeting Bo Kim of Chad.",
        expect![[r"
            talks denied 2021-06-14 (meeting)
                ann-lee expected
                bo-kim expected
                ML expected
                TD expected
        "]],
    );
}

#[test]
fn the_name_of_a_body_before_a_noun_is_whole() {
    check(
        "Leaders gathered in Oslo for a Group of Seven summit on Monday.",
        expect![[r"
        summit held 2021-06-14 in oslo (gathered, Group of Seven summit)
            group-of-seven attended
    "]],
    );
}
