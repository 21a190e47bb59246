//! Cases of what somebody is invited to, awaited for, tells by telephone or says will not be.

mod show;

use expect_test::expect;
use show::check;

#[test]
fn what_somebody_is_invited_to_is_proposed() {
    check(
        "Malian President Bo Kim has invited Chadian President Ann Lee to visit Bamako in July.",
        expect![[r"
            visit proposed 2021-07 in bamako (visit)
                ann-lee expected
                TD expected
        "]],
    );
    check(
        "Chad has invited Mali to talks in Lima on Friday.",
        expect![[r"
            talks proposed 2021-06-18 in lima (talks)
                TD expected
                ML expected
        "]],
    );
    check(
        "Chadian Foreign Minister Ann Lee has been invited to visit Mali.",
        expect![[r"
            visit proposed in ML (visit)
                ann-lee expected
                TD expected
        "]],
    );
    check(
        "Chadian President Ann Lee has accepted an invitation to visit Mali in July.",
        expect![[r"
            visit planned 2021-07 in ML (visit)
                ann-lee expected
                TD expected
        "]],
    );
}

#[test]
fn who_is_due_in_a_place_will_visit_it() {
    check(
        "Chadian Foreign Minister Ann Lee is expected in Bamako on Thursday.",
        expect![[r"
            visit planned 2021-06-17 in bamako (expected)
                ann-lee expected
                TD expected
        "]],
    );
    check(
        "Chadian Foreign Minister Ann Lee is due in Lima on Thursday for talks with Peruvian Foreign \
         Minister Cho Park.",
        expect![[r"
            visit planned 2021-06-17 in lima (due)
                ann-lee expected
                TD expected
            talks planned 2021-06-17 in lima (talks)
                cho-park expected
                ann-lee expected
                PE expected
                TD expected
        "]],
    );
    check("A report by Chadian Foreign Minister Ann Lee is due in June.", expect![[""]]);
}

#[test]
fn what_is_told_by_telephone_is_told_in_a_call() {
    check(
        "Chadian Foreign Minister Ann Lee told Malian President Bo Kim by phone on Monday that Chad would \
         vote no.",
        expect![[r"
            call held 2021-06-14 (told)
                ann-lee attended
                bo-kim attended
                TD attended
                ML attended
        "]],
    );
    check(
        "In a phone call on Monday, Chadian Foreign Minister Ann Lee told Malian President Bo Kim that \
         Chad would vote no.",
        expect![[r"
            call held 2021-06-14 (call, told)
                ann-lee attended
                bo-kim attended
                TD attended
                ML attended
        "]],
    );
    check(
        "Chadian Foreign Minister Ann Lee assured Malian President Bo Kim in a telephone conversation on \
         Monday that Chad would vote no.",
        expect![[r"
            call held 2021-06-14 (assured, telephone conversation)
                ann-lee attended
                bo-kim attended
                TD attended
                ML attended
        "]],
    );
    check(
        "Chadian Foreign Minister Ann Lee discussed Peru by telephone with Malian President Bo Kim.",
        expect![[r"
            call held (discussed)
                ann-lee attended
                bo-kim attended
                ML attended
                TD attended
        "]],
    );
    check(
        "Chadian Foreign Minister Ann Lee told Malian President Bo Kim that she had heard the news by \
         phone.",
        expect![[""]],
    );
}

#[test]
fn two_who_discuss_something_somewhere_meet() {
    check(
        "Chadian Prime Minister Ann Lee and her Malian counterpart Bo Kim discussed the border dispute in \
         Lima on Monday.",
        expect![[r"
            talks held 2021-06-14 in lima (discussed)
                ann-lee attended
                bo-kim attended
                ML attended
                TD attended
        "]],
    );
    check(
        "Chadian Prime Minister Ann Lee and her Malian counterpart Bo Kim discussed the border dispute.",
        expect![[""]],
    );
}

#[test]
fn reports_of_a_meeting_may_be_denied() {
    check(
        "Chadian Foreign Minister Ann Lee denied reports that she had met Malian President Bo Kim in \
         Lima.",
        expect![[r"
            talks denied in lima according to ann-lee (met)
                ann-lee expected
                bo-kim expected
                TD expected
                ML expected
        "]],
    );
    check(
        "Officials dismissed reports that Chadian Foreign Minister Ann Lee would visit Bamako.",
        expect![[r"
            visit denied in bamako (visit)
                ann-lee expected
                TD expected
        "]],
    );
}

#[test]
fn a_summit_is_held_without_who_will_not_attend() {
    check(
        "Chad said it would not attend the summit in Lima.",
        expect![[r"
            summit planned in lima according to TD (the summit)
                TD declined
        "]],
    );
}

#[test]
fn what_is_due_to_resume_is_to_come() {
    check(
        "The talks, brokered by Peru, are due to resume in Lima on July 10.",
        expect![[r"
            talks planned (The talks)
                PE expected as mediator
        "]],
    );
}
