//! Cases of meetings that go on, of those a number stands for, and of hosts: a text in, what it says out.

mod show;

use expect_test::expect;
use show::check;

#[test]
fn a_list_of_as_many_as_a_number_says_serves_every_meeting_of_theirs() {
    check(
        "The fourth round of the three-party talks ended on Monday in Oslo. The three-party talks group \
         Mali, Chad and Niger.",
        expect![[r"
            talks held ?..2021-06-14 in oslo (talks, talks)
                ML attended
                TD attended
                NE attended
        "]],
    );
    check(
        "Envoys of the three powers will meet on Friday in Oslo. The three powers -- Mali, Chad and Niger \
         -- want a truce.",
        expect![[r"
            talks planned 2021-06-18 in oslo (meet)
                ML expected
                NE expected
                TD expected
        "]],
    );
    // Two are not three.
    check(
        "Envoys of the three powers will meet on Friday in Oslo. The three powers want a truce in Mali \
         and Chad.",
        expect![[r"
            talks planned 2021-06-18 in oslo (meet)
        "]],
    );
}

#[test]
fn what_goes_on_is_not_over() {
    for text in [
        "Chadian President Bo Kim started his official visit to Mali on June 9.",
        "Chadian President Bo Kim praised the army on Tuesday as he wraps up a visit to Mali.",
    ] {
        let (facts, text) = show::read(text, "2021-06-15");
        let shown = show::meetings(&facts, &text);
        assert!(shown.starts_with("visit ongoing"), "{shown}");
    }
    check(
        "The United Nations welcomed the resumption of talks between Mali and Chad.",
        expect![[r"
        talks ongoing according to united-nations (talks)
            ML attended
            TD attended
    "]],
    );
}

#[test]
fn an_invitation_that_is_accepted_is_a_plan() {
    check(
        "Malian President Ann Lee invited Chadian President Bo Kim to visit Mali, and the Chadian leader \
         accepted the invitation.",
        expect![[r"
            visit planned in ML (visit)
                bo-kim expected
                TD expected
                ann-lee expected
                ML expected
        "]],
    );
}

#[test]
fn a_day_since_which_something_is_so_is_none_of_a_meeting() {
    check(
        "Chadian President Bo Kim will fly to Mali on Friday, his first visit since taking office last \
         May.",
        expect![[r"
            visit planned 2021-06-18..? in ML (fly, visit)
                bo-kim expected
                TD expected
        "]],
    );
}

#[test]
fn whom_a_visitor_meets_there_stands_for_the_state_visited() {
    check(
        "Chadian President Bo Kim arrived in Mali on Monday. Kim met with Ann Lee, governor of Sikasso, on \
         Tuesday.",
        expect![[r"
            visit ongoing 2021-06-14..? in ML (arrived)
                bo-kim attended
                TD attended
            talks held 2021-06-15 in ML (met)
                bo-kim attended
                ann-lee attended
                TD attended
                ML attended
        "]],
    );
}
