//! Cases of journeys that are no visits, and of words for talks that tell of none.

mod show;

use expect_test::expect;
use show::check;

#[test]
fn armies_captives_and_those_who_come_home_visit_nobody() {
    check(
        "Bo Kim and his battalion arrived in Marseille on June 10. In 2014 they first went into Ukraine, \
         seizing Crimea.",
        expect![[r""]],
    );
    check(
        "Ann Lee was arrested after traveling to Iran on June 10. When she arrived in Iran, she was \
         stripped of her passport.",
        expect![[r""]],
    );
    check(
        "Anton Lee, a Swedish citizen, traveled to Lima in 2016. They have arrived back in Chad, \
         accompanied by Ann Lee.",
        expect![[r""]],
    );
    check(
        "The commander of the armed forces, General Bo Kim, arrived in Lima on June 10.",
        expect![[r"
            visit ongoing 2021-06-10..? in lima (arrived)
                bo-kim attended
        "]],
    );
}

#[test]
fn visits_made_often_are_no_visit() {
    check(
        "Finnish Foreign Minister Pekka Haavisto has visited Turkey twice this spring. Russian officials \
         have increased visits to Kherson.",
        expect![[r""]],
    );
}

#[test]
fn an_invitation_is_for_whom_it_goes_to() {
    check(
        "Secretary Ann Lee extended an invitation to Chadian President Bo Kim to visit Washington.",
        expect![[r"
            visit planned in washington according to ann-lee (visit)
                bo-kim expected
                TD expected
        "]],
    );
}

#[test]
fn contacts_that_go_on_are_no_meeting() {
    check(
        "Ann Lee and Bo Kim met on June 10 and decided to continue meetings in this dialogue. They \
         committed to continue their close consultations on security.",
        expect![[r"
            talks held 2021-06-10 (met, this dialogue)
                ann-lee attended
                bo-kim attended
        "]],
    );
    check(
        "The United States thanked Austria for hosting the nuclear talks. They discussed the talks in the \
         Normandy format.",
        expect![[r""]],
    );
    check(
        "Secretary Ann Lee leaves for Paris, where she will continue her discussion with European \
         leaders.",
        expect![[r"
            visit planned in paris (leaves)
                ann-lee expected
        "]],
    );
}

#[test]
fn the_purpose_of_a_tour_is_no_meeting() {
    check(
        "Assistant Secretary Ann Lee will travel to India, Chad, and Mali June 19-23 for consultations on \
         a range of priorities. Her meetings with senior government officials will focus on trade. On \
         each stop, she will meet with business leaders.",
        expect![[r"
            visit planned 2021-06-19..2021-06-23 (travel)
                ann-lee expected
        "]],
    );
}

#[test]
fn companies_and_programmes_hold_no_talks() {
    check(
        "They noted the ongoing negotiations between the Chad Power Company and Western Electric Company. \
         The Strategic Dialogue will include a broad array of themes.",
        expect![[r""]],
    );
}

#[test]
fn what_was_set_at_a_summit_is_not_the_summit() {
    check(
        "Ann Lee met Bo Kim in Oslo on June 10 to speak of the environment, a key Summit theme. They \
         reviewed Chad's Summit commitments.",
        expect![[r"
            talks held 2021-06-10 in oslo (met)
                ann-lee attended
                bo-kim attended
        "]],
    );
    check(
        "Presidents Ann Lee and Bo Kim are in a hurry. They are coming together, literally thousands of \
         people, to talk about what concerns them.",
        expect![[r""]],
    );
}

#[test]
fn who_has_an_office_or_a_reason_visits() {
    check(
        "UN Envoy Ann Lee, a Norwegian citizen, arrived in Damascus on June 10 for talks.",
        expect![[r"
            visit ongoing 2021-06-10..? in damascus (arrived)
                ann-lee attended
                united-nations attended
            talks held 2021-06-10 in damascus (talks)
                ann-lee attended
                united-nations attended
        "]],
    );
    check(
        "Secretary Ann Lee went into Ukraine by train on June 10 to meet President Bo Kim.",
        expect![[r"
            visit held 2021-06-10 in UA (went)
                ann-lee attended
            talks held 2021-06-10 in UA (meet)
                ann-lee attended
                bo-kim attended
                UA attended
        "]],
    );
    check(
        "Minister Ann Lee arrived back in Vienna on June 10 to resume talks with Iran.",
        expect![[r"
            visit ongoing 2021-06-10..? in vienna (arrived)
                ann-lee attended
            talks planned 2021-06-10 in vienna (talks)
                IR expected
                ann-lee expected
        "]],
    );
}

#[test]
fn talks_that_went_on_on_a_day_were_held() {
    check(
        "Iran and Chad continued intensive talks in Vienna on June 10.",
        expect![[r"
        talks held 2021-06-10 in vienna (talks)
            IR attended
            TD attended
    "]],
    );
    check(
        "Ann Lee held talks in Oslo on June 10 with President Bo Kim, with Minister Cai Roe present.",
        expect![[r"
            talks held 2021-06-10 in oslo (talks)
                bo-kim attended
                ann-lee attended
                cai-roe attended
        "]],
    );
    check(
        "Ann Lee held trilateral meetings on June 10 with Japan's Bo Kim and South Korea's Cai Roe.",
        expect![[r"
            talks held 2021-06-10 (meetings)
                bo-kim attended
                cai-roe attended
                ann-lee attended
                JP attended
                KR attended
        "]],
    );
    check(
        "Chad attended the summit in Oslo on June 10 and held a news conference.",
        expect![[r"
        summit held 2021-06-10 in oslo (the summit)
            TD attended
    "]],
    );
}
