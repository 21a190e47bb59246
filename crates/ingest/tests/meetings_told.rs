//! Cases of meetings that are told by other words than those for meeting: seeing, ringing up, gathering.

mod show;

use expect_test::expect;
use show::check;

#[test]
fn whom_one_sets_out_to_see_one_has_met() {
    check(
        "Bo Kim of Chad went on to see Malian Prime Minister Ann Lee in Oslo on Monday.",
        expect![[r"
            talks held 2021-06-14 in oslo (see)
                bo-kim attended
                ann-lee attended
                TD attended
                ML attended
        "]],
    );
    check(
        "Chad's Bo Kim and Mali's Ann Lee are due to see each other in Oslo on Sunday.",
        expect![[r"
            talks planned 2021-06-20 in oslo (see)
                bo-kim expected
                ann-lee expected
                TD expected
                ML expected
        "]],
    );
    check("Malian President Ann Lee wants to see Chad free.", expect![[""]]);
}

#[test]
fn who_will_not_see_somebody_declines() {
    check(
        "Malian envoy Ann Lee declined to see the activists.",
        expect![[r"
        talks cancelled (see)
            ann-lee declined
            ML expected
    "]],
    );
    check(
        "Malian President Ann Lee turned down a request to see Chadian President Bo Kim.",
        expect![[r"
            talks cancelled (see)
                ann-lee declined
                bo-kim expected
                ML declined
                TD expected
        "]],
    );
}

#[test]
fn who_rings_up_somebody_has_a_call() {
    check(
        "Malian Prime Minister Ann Lee rang up Chadian President Bo Kim on Monday.",
        expect![[r"
            call held 2021-06-14 (rang)
                ann-lee attended
                bo-kim attended
                ML attended
                TD attended
        "]],
    );
    check(
        "Malian President Ann Lee called Chadian President Bo Kim on Monday to congratulate him.",
        expect![[r"
            call held 2021-06-14 (called)
                ann-lee attended
                bo-kim attended
                ML attended
                TD attended
        "]],
    );
    check(
        "Malian President Ann Lee called Chadian President Bo Kim a liar on Monday.",
        expect![[""]],
    );
}

#[test]
fn a_body_of_states_gathers_by_itself() {
    check(
        "The Arab League convened in Cairo on Sunday.",
        expect![[r"
        conference held 2021-06-13 in cairo (convened)
            arab-league attended as host
    "]],
    );
    check("Chadian ministers sat down in Geneva on Monday with their friends.", expect![[""]]);
    check("Refugees huddled in tents in Chad.", expect![[""]]);
    check(
        "Norway brought Malian President Ann Lee and Chadian President Bo Kim together in Oslo on Monday.",
        expect![[r"
            talks held 2021-06-14 in oslo (brought)
                NO attended
                ann-lee attended
                bo-kim attended
                ML attended
                TD attended
        "]],
    );
    check(
        "Malian President Ann Lee and Chadian President Bo Kim exchanged a few words on Monday.",
        expect![[r"
            talks held 2021-06-14 (exchanged a few words)
                ann-lee attended
                bo-kim attended
                ML attended
                TD attended
        "]],
    );
}

#[test]
fn the_name_of_a_group_with_a_place_is_its_summit() {
    check(
        "Malian President Ann Lee skipped the Group of 20 in New Delhi.",
        expect![[r"
        summit held in new-delhi (Group of 20)
            ann-lee declined
    "]],
    );
    check("Growth in the Group of 20 slowed on Friday.", expect![[""]]);
}
