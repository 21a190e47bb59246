//! Cases of those who are met one after the other, each at an occasion of their own.

mod show;

use expect_test::expect;
use show::check;

#[test]
fn each_with_is_of_a_meeting_of_its_own() {
    check(
        "On June 10, Under Secretary Ann Lee met with Chadian President Bo Kim, Chadian Foreign Minister \
         Cho Park, and other cabinet members; with Malian President Dan Roe and Acting Foreign Minister \
         Eva Moe; and with Peruvian President Fay Vik.",
        expect![[r"
            talks held 2021-06-10 (met)
                ann-lee attended
                bo-kim attended
                cho-park attended
                TD attended
            talks held 2021-06-10 (met)
                ann-lee attended
                dan-roe attended
                eva-moe attended
                ML attended
            talks held 2021-06-10 (met)
                ann-lee attended
                fay-vik attended
                PE attended
        "]],
    );
    check(
        "Secretary Ann Lee met with Chadian President Bo Kim on June 10, with Mali topping the agenda.",
        expect![[r"
            talks held 2021-06-10 (met)
                ann-lee attended
                bo-kim attended
                TD attended
        "]],
    );
}

#[test]
fn who_is_met_separately_is_met_alone() {
    check(
        "Deputy Secretary Ann Lee met separately with Minister of Unification Kwon Young-se and Vice \
         Minister of Unification Kim Ki-woong on June 8.",
        expect![[r"
            talks held 2021-06-08 (met)
                ann-lee attended
                kwon-young-se attended
            talks held 2021-06-08 (met)
                ann-lee attended
                kim-ki-woong attended
        "]],
    );
    check(
        "Deputy Secretary Ann Lee met with Chadian Foreign Minister Bo Kim and Vice Foreign Minister Cho \
         Park on June 8 in Lima in separate meetings.",
        expect![[r"
            talks held 2021-06-08 in lima (met)
                ann-lee attended
                bo-kim attended
                TD attended
            talks held 2021-06-08 in lima (met, meetings)
                ann-lee attended
                cho-park attended
                TD attended
        "]],
    );
}

#[test]
fn calls_with_two_of_two_states_are_two() {
    check(
        "On June 10, Special Representative Ann Lee held calls with Japanese Director General Funakoshi \
         Takehiro and South Korean Special Representative for Korean Peninsula Peace and Security Affairs \
         Noh Kyu-duk.",
        expect![[r"
            call held 2021-06-10 (calls)
                funakoshi-takehiro attended
                ann-lee attended
                JP attended
            call held 2021-06-10 (calls)
                noh-kyu-duk attended
                ann-lee attended
                KR attended
        "]],
    );
    check(
        "On June 10, Special Representative Ann Lee held calls to discuss the launch with Japanese \
         Director General Funakoshi Takehiro and South Korean Special Representative Noh Kyu-duk.",
        expect![[r"
            call held 2021-06-10 according to ann-lee (discuss)
                ann-lee attended
                funakoshi-takehiro attended
                JP attended
            call held 2021-06-10 according to ann-lee (discuss)
                ann-lee attended
                noh-kyu-duk attended
                KR attended
        "]],
    );
    check(
        "On June 10, Secretary Ann Lee held meetings with Chadian President Bo Kim and Chadian Foreign \
         Minister Cho Park.",
        expect![[r"
            talks held 2021-06-10 (meetings)
                bo-kim attended
                cho-park attended
                ann-lee attended
                TD attended
        "]],
    );
    check(
        "On June 10, Secretary Ann Lee held a call with Chadian President Bo Kim and Malian President Dan \
         Roe.",
        expect![[r"
            call held 2021-06-10 (call)
                bo-kim attended
                dan-roe attended
                ann-lee attended
                ML attended
                TD attended
        "]],
    );
}

#[test]
fn ministers_of_two_states_are_met_at_meetings_of_their_own() {
    check(
        "On June 18, Secretary Ann Lee of the United States will meet with senior officials from Peru in addition to \
         meetings with the Chadian and Malian Foreign Ministers.",
        expect![[r"
            talks planned 2021-06-18 (meet)
                ann-lee expected
                PE expected
                US expected
            talks planned 2021-06-18 (meetings)
                TD expected
                ann-lee expected
                US expected
            talks planned 2021-06-18 (meetings)
                ML expected
                ann-lee expected
                US expected
        "]],
    );
    check(
        "On June 18, Secretary Ann Lee had a meeting with the Chadian and Malian Foreign Ministers.",
        expect![[r"
            talks held 2021-06-18 (meeting)
                TD attended
                ML attended
                ann-lee attended
        "]],
    );
}
