//! Cases of who is named beside a meeting and takes no part in it.

mod show;

use expect_test::expect;
use show::check;

#[test]
fn who_is_talked_about_is_not_there() {
    check(
        "John Kerry met Sergei Lavrov in Zurich. They discussed Syrian President Bashar al-Assad.",
        expect![[r"
            talks held in zurich (met)
                john-kerry attended
                sergei-lavrov attended
        "]],
    );
    check(
        "Angela Merkel met Li Keqiang in Berlin. They discussed Iran, North Korea and Syria.",
        expect![[r"
            talks held in berlin (met, discussed)
                angela-merkel attended
                li-keqiang attended
        "]],
    );
}

#[test]
fn whose_envoy_or_family_comes_is_not_there() {
    check(
        "U.S. President Donald Trump's envoy Steve Witkoff met Vladimir Putin in Moscow.",
        expect![[r"
            talks held in moscow (met)
                steve-witkoff attended
                vladimir-putin attended
                US attended
        "]],
    );
    check(
        "Antony Blinken met with the families of Paul Whelan and Evan Gershkovich in Washington.",
        expect![[r"
            talks held in washington (met)
                antony-blinken attended
        "]],
    );
}

#[test]
fn whose_journey_is_talked_about_travels() {
    check(
        "Secretary Ann Lee met Chadian President Bo Kim on June 10 to discuss Malian President Dan Roe's upcoming visit to Lima \
         on June 20.",
        expect![[r"
            talks held 2021-06-10 (met)
                ann-lee attended
                bo-kim attended
                TD attended
            visit planned 2021-06-20 in lima (visit)
                dan-roe expected
                ML expected
        "]],
    );
}

#[test]
fn who_went_before_or_was_elsewhere_is_not_there() {
    check(
        "Rishi Sunak, the successor to Liz Truss, met Narendra Modi in Delhi.",
        expect![[r"
            talks held in delhi (met)
                rishi-sunak attended
                narendra-modi attended
        "]],
    );
    check(
        "Angela Merkel met Li Keqiang in Berlin while French President Francois Hollande was in Moscow.",
        expect![[r"
            talks held in berlin (met)
                angela-merkel attended
                li-keqiang attended
        "]],
    );
}

#[test]
fn who_is_received_may_be_told_by_state_or_office() {
    check(
        "Russia's Vladimir Putin hosted Belarus's Alexander Lukashenko in Sochi.",
        expect![[r"
            talks held in sochi (hosted)
                vladimir-putin attended as host
                alexander-lukashenko attended
                RU attended as host
                BY attended
        "]],
    );
    check(
        "Turkey hosted the foreign ministers of Afghanistan and Pakistan in Ankara.",
        expect![[r"
            talks held in ankara (hosted)
                TR attended as host
                AF attended
                PK attended
        "]],
    );
}

#[test]
fn nobody_meets_the_press() {
    check(
        "President Ann Lee of Chad and President Bo Kim of Mali held talks in Oslo on Wednesday and \
         jointly met the press.",
        expect![[r"
            talks held 2021-06-09 in oslo (talks)
                ann-lee attended
                bo-kim attended
                ML attended
                TD attended
        "]],
    );
}

#[test]
fn who_declines_to_comment_is_not_there() {
    check(
        "Chad and Mali will meet in Oslo on Thursday. Peru declined to comment on the meeting.",
        expect![[r"
            talks planned 2021-06-17 in oslo (meet, the meeting)
                TD expected
                ML expected
        "]],
    );
    check(
        "President Ann Lee of Chad met President Bo Kim of Mali in Oslo in May. The State Department \
         declined to give details of the meeting.",
        expect![[r"
            talks held 2021-05 in oslo (met, the meeting)
                ann-lee attended
                bo-kim attended
                TD attended
                ML attended
        "]],
    );
}

#[test]
fn a_family_name_with_its_article_is_somebody() {
    check(
        "Iraqi Prime Minister Mustafa al-Kadhimi flew to Oslo. President Ann Lee of Chad met al-Kadhimi \
         there on Monday.",
        expect![[r"
            visit held in oslo (flew)
                mustafa-al-kadhimi attended
                IQ attended
            talks held 2021-06-14 in oslo (met)
                ann-lee attended
                mustafa-al-kadhimi attended
                TD attended
                IQ attended
        "]],
    );
}
