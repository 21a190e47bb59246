//! Cases of meetings that are told beside others: which one is spoken of, and who was away from it.

mod show;

use expect_test::{Expect, expect};

/// Reads the text as of 15 June 2021, a Tuesday.
#[track_caller]
fn check(text: &str, expected: Expect) {
    let (facts, text) = show::read(text, "2021-06-15");
    expected.assert_eq(&show::meetings(&facts, &text));
}

#[test]
fn what_opens_a_sentence_tells_that_one_was_met_after_the_other() {
    check(
        "In separate calls on Friday, Secretary of State Marco Rubio discussed trade with Zbigniew Rau and \
         Laurentino Cortizo Cohen.",
        expect![[r"
            call held 2021-06-11 (discussed)
                marco-rubio attended
                zbigniew-rau attended
            call held 2021-06-11 (discussed)
                marco-rubio attended
                laurentino-cortizo-cohen attended
        "]],
    );
}

#[test]
fn a_name_of_two_nouns_is_of_one_meeting() {
    check(
        "Secretary of State Marco Rubio welcomed Polish Foreign Minister Zbigniew Rau to Washington, D.C., on \
         June 11, 2021, where he had been last in the spring of the year before, for the fourth U.S.-Poland \
         Ministerial Dialogue.",
        expect![[r"
            talks held 2021-06-11 (welcomed, U.S.-Poland Ministerial Dialogue)
                marco-rubio attended
                zbigniew-rau attended
                US attended
                PL attended
        "]],
    );
}

#[test]
fn a_round_of_talks_is_held_and_who_met_others_may_stay_away_from_it() {
    check(
        "Iran and the United States held a second round of indirect talks on Friday in Rome. Rafael Grossi \
         met Antonio Tajani on Friday but did not take part in the talks.",
        expect![[r"
            talks held 2021-06-11 in rome (talks, the talks)
                IR attended
                US attended
                rafael-grossi absent
            talks held 2021-06-11 (met)
                rafael-grossi attended
                antonio-tajani attended
        "]],
    );
    check(
        "Iran and the United States held a second round of indirect talks on Saturday in Rome. Vice President \
         Ann Lee met Giorgia Meloni on Friday but skipped the talks.",
        expect![[r"
            talks held 2021-06-12 in rome (talks, the talks)
                IR attended
                US attended
                ann-lee declined
            talks held 2021-06-11 (met)
                ann-lee attended
                giorgia-meloni attended
        "]],
    );
    check(
        "Iran and the United States held talks in Rome. Three European powers, Britain, France and Germany, \
         were not invited.",
        expect![[r"
            talks held in rome (talks)
                IR attended
                US attended
                GB excluded
                FR excluded
                DE excluded
        "]],
    );
}

#[test]
fn who_did_not_show_up_was_away_from_what_the_text_is_about() {
    check(
        "Russian and Ukrainian negotiators held talks in Istanbul on Friday. The talks ended after two hours.\n\n\
         Turkish Foreign Minister Hakan Fidan chaired the talks.\n\nPrices rose by four percent.\n\nThe \
         weather was warm.\n\nShops stayed open.\n\nThe envoy of China, Li Hui, did not show up. The European Union \
         was not represented.",
        expect![[r"
            talks held 2021-06-11 in istanbul (talks, The talks, the talks)
                RU attended
                UA attended
                hakan-fidan attended as chair
                li-hui absent
                european-union absent
                TR attended as chair
        "]],
    );
    check(
        "Marco Rubio met with Fidan and Ukrainian Foreign Minister Andrii Sybiha on Friday. Turkish Foreign \
         Minister Hakan Fidan spoke.",
        expect![[r"
            talks held 2021-06-11 (met)
                marco-rubio attended
                hakan-fidan attended
                andrii-sybiha attended
                UA attended
                TR attended
        "]],
    );
}

#[test]
fn the_two_are_those_named_last_and_separate_meetings_are_with_each() {
    check(
        "Antony Blinken held talks with Chinese Foreign Minister Wang Yi on Friday. The two met for one hour. \
         Sergei Lavrov held separate meetings with Wang Yi and with Subrahmanyam Jaishankar.",
        expect![[r"
            talks held 2021-06-11 (talks, met)
                wang-yi attended
                antony-blinken attended
                CN attended
            talks held (meetings)
                wang-yi attended
                sergei-lavrov attended
                CN attended
            talks held (meetings)
                subrahmanyam-jaishankar attended
                sergei-lavrov attended
        "]],
    );
    check(
        "Narendra Modi and Xi Jinping may hold their first bilateral meeting in five years in Kazan.",
        expect![[r"
            talks planned in kazan (bilateral meeting)
                narendra-modi expected
                xi-jinping expected
        "]],
    );
    check(
        "Lula da Silva will travel to Kazan on Friday for a summit of the African Union.",
        expect![[r"
            visit planned 2021-06-18 in kazan (travel)
                lula-da-silva expected
            summit planned 2021-06-18 (summit)
        "]],
    );
}

#[test]
fn the_day_on_which_something_was_made_known_is_not_that_of_the_summit() {
    check(
        "Earlier this week we posted online the commitments that countries made at the summit.",
        expect![[r"
            summit held (the summit)
        "]],
    );
    check(
        "On Friday, Zbigniew Rau met Moussa Faki at the summit.",
        expect![[r"
            talks held 2021-06-11 (met)
                zbigniew-rau attended
                moussa-faki attended
            summit held 2021-06-11 (the summit)
                zbigniew-rau attended
                moussa-faki attended
        "]],
    );
}

#[test]
fn a_year_in_a_name_tells_less_than_a_day_of_it() {
    check(
        "Zbigniew Rau will travel to Paris on June 22 to attend the 2021 Ministerial Meeting.",
        expect![[r"
            visit planned 2021-06-22 in paris (travel)
                zbigniew-rau expected
            conference planned 2021-06-22 in paris (2021 Ministerial Meeting)
                zbigniew-rau expected
        "]],
    );
}
