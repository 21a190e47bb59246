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

#[test]
fn an_invitation_that_came_to_something_is_no_plan() {
    check(
        "Chadian President Ann Lee invited Malian President Bo Kim to a summit in Oslo last week. They signed \
         a pact there.",
        expect![[r"
            summit held 2021-06 in oslo (summit)
                TD attended
                ann-lee attended
                ML attended
                bo-kim attended
        "]],
    );
    check(
        "Malian President Bo Kim invited Chadian President Ann Lee to talks in April, which collapsed.",
        expect![[r"
            talks ongoing 2021-04 (talks)
                ML attended
                bo-kim attended
                TD attended
                ann-lee attended
        "]],
    );
    check(
        "Malian President Bo Kim invited Chadian President Ann Lee to a meeting in Oslo on Monday, where they \
         discussed trade.",
        expect![[r"
            talks held 2021-06-14 in oslo (meeting)
                bo-kim attended
                ann-lee attended
                ML attended
                TD attended
        "]],
    );
    check(
        "Malian President Bo Kim, who had invited Chadian President Ann Lee to talks in Bamako on Monday, \
         greeted her.",
        expect![[r"
            talks ongoing 2021-06-14..? in bamako (talks)
                TD attended
            talks held 2021-06-14 (greeted)
                bo-kim attended
                ann-lee attended
                ML attended
                TD attended
        "]],
    );
    check(
        "Malian President Bo Kim invited Chadian President Ann Lee to talks in Bamako on Monday, which are to \
         begin at noon.",
        expect![[r"
            talks proposed 2021-06-21 in bamako (talks)
                ML expected
                bo-kim expected
                TD expected
                ann-lee expected
        "]],
    );
    check(
        "Malian President Bo Kim, who invited Chadian President Ann Lee to visit Bamako in March, said on \
         Monday that her visit had been a success.",
        expect![[r"
            visit held 2021-03 in bamako (visit)
                ann-lee attended
                TD attended
            visit held 2021-06-14 according to bo-kim (visit)
                bo-kim attended
                ML attended
        "]],
    );
    check(
        "Malian President Bo Kim, who invited Chadian President Ann Lee to visit Bamako in July, said he \
         hoped she would come.",
        expect![[r"
            visit proposed 2021-07 in bamako (visit)
                ann-lee expected
                TD expected
        "]],
    );
}

#[test]
fn who_travels_for_nobody_is_on_no_visit() {
    check("Storm Ann is expected in Florida on Monday.", expect![[""]]);
    check("Film star Ann Lee is due in Cannes on Monday.", expect![[""]]);
    check(
        "Former Malian President Bo Kim is due in The Hague on Monday to stand trial.",
        expect![[""]],
    );
    check("Former Chadian President Ann Lee is expected in Paris for surgery.", expect![[""]]);
    check(
        "Chadian President Ann Lee was due in Oslo on Monday but fell ill and stayed at home.",
        expect![[r"
            visit cancelled 2021-06-14 in oslo (due)
                ann-lee declined
                TD declined
        "]],
    );
}

#[test]
fn a_call_is_between_those_who_speak_for_somebody() {
    check(
        "Chadian President Ann Lee told her husband Bo Kim by phone that she would resign.",
        expect![[""]],
    );
    check(
        "Chadian President Ann Lee told reporter Bo Kim by phone that she would resign.",
        expect![[""]],
    );
    check(
        "By phone, the lawyer Ann Lee told the journalist Bo Kim that she would resign.",
        expect![[""]],
    );
    check(
        "In a phone call with reporters, Chadian President Ann Lee said she had urged Malian President Bo Kim \
         to resign at a summit in May.",
        expect![[r"
            summit held 2021-05 according to ann-lee (summit)
                ML attended
                bo-kim attended
        "]],
    );
    check(
        "In a telephone conversation on Monday, Chadian President Ann Lee assured Malian leader Bo Kim that \
         she would come.",
        expect![[r"
            call held 2021-06-14 (telephone conversation, assured)
                ann-lee attended
                bo-kim attended
                TD attended
                ML attended
        "]],
    );
}

#[test]
fn where_something_happened_is_not_where_it_is_discussed() {
    check(
        "Chadian President Ann Lee and Malian President Bo Kim discussed floods in Lima on Monday.",
        expect![[""]],
    );
    check(
        "Chadian President Ann Lee and Malian President Bo Kim discussed on Monday the attack in Oslo.",
        expect![[""]],
    );
    check(
        "Chadian President Ann Lee and Malian President Bo Kim discussed their dispute in Lima on Monday.",
        expect![[r"
            talks held 2021-06-14 in lima (discussed)
                ann-lee attended
                bo-kim attended
                ML attended
                TD attended
        "]],
    );
}

#[test]
fn what_is_denied_is_what_the_reports_told() {
    check(
        "Chad denied reports that its army had fired shots while Chadian President Ann Lee met Malian \
         President Bo Kim in Oslo on Monday.",
        expect![[r"
            talks held 2021-06-14 in oslo according to TD (met)
                ann-lee attended
                bo-kim attended
                ML attended
                TD attended
        "]],
    );
    check(
        "The opposition rejected reports that Chadian President Ann Lee had lied when she met Malian \
         President Bo Kim.",
        expect![[r"
            talks held (met)
                ann-lee attended
                bo-kim attended
                TD attended
                ML attended
        "]],
    );
    check(
        "Chad dismissed suggestions that Chadian President Ann Lee had snubbed Mali when she visited Oslo on \
         Monday.",
        expect![[r"
            visit held 2021-06-14 in oslo (visited)
                ann-lee attended
                TD attended
        "]],
    );
    check(
        "Russia rejected allegations that it poisoned the man who met Chadian President Ann Lee.",
        expect![[r"
            talks held according to RU (met)
                ann-lee attended
                TD attended
        "]],
    );
    check(
        "Chad denied that its army had fired shots while Chadian President Ann Lee met Malian President Bo \
         Kim in Oslo on Monday.",
        expect![[r"
            talks held 2021-06-14 in oslo according to TD (met)
                ann-lee attended
                bo-kim attended
                TD attended
                ML attended
        "]],
    );
    check(
        "Chad denied reports that it had left the bloc and met Malian President Bo Kim in Oslo.",
        expect![[r"
            talks denied in oslo according to TD (met)
                TD expected
                bo-kim expected
                ML expected
        "]],
    );
    check(
        "Chad denied that Ann Lee, who is ill, had met Malian President Bo Kim in Oslo.",
        expect![[r"
            talks denied in oslo according to TD (met)
                ann-lee expected
                bo-kim expected
                ML expected
        "]],
    );
}
