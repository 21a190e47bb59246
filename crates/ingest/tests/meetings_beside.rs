//! Cases of meetings that are told beside others: which one is spoken of, and who was away from it.

mod show;

use expect_test::expect;
use show::check;

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
            talks held 2021-06-11 in washington-d-c (welcomed, U.S.-Poland Ministerial Dialogue)
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
            talks held ?..2021-06-11 in istanbul (talks, The talks, the talks)
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
            summit planned 2021-06-18 in kazan (summit)
                lula-da-silva expected
                african-union expected
        "]],
    );
}

#[test]
fn those_who_met_meet_again_and_a_bloc_comes_to_what_is_named_after_it() {
    check(
        "Office of the Spokesperson\n\nThe United States and Japan held a dialogue on trade on Friday in \
         Tokyo. The two sides looked forward to the next meeting of the working group later this year.",
        expect![[r"
            talks held 2021-06-11 (dialogue)
                US attended
                JP attended
            talks planned 2021 (meeting)
                US expected
                JP expected
        "]],
    );
    check(
        "Polish Foreign Minister Zbigniew Rau will attend the G20 Foreign Ministers' Meeting in Bali on Friday.",
        expect![[r"
            talks planned 2021-06-18 in bali (Meeting)
                zbigniew-rau expected
                PL expected
                group-of-20 expected
        "]],
    );
}

#[test]
fn who_is_sent_in_ones_place_is_there_and_who_walks_out_was() {
    check(
        "Chadian President Ann Lee will miss Friday's summit in Oslo and is sending her foreign minister, Bo \
         Kim, in her place.",
        expect![[r"
            summit planned 2021-06-18 in oslo (Friday's summit)
                ann-lee absent
                bo-kim expected
                TD expected
        "]],
    );
    check(
        "Zbigniew Rau of Poland stormed out of talks with Antonio Tajani of Italy in Oslo on Friday.",
        expect![[r"
            talks held 2021-06-11 in oslo (talks)
                antonio-tajani attended
                zbigniew-rau attended
                PL attended
                IT attended
        "]],
    );
}

#[test]
fn ministers_named_later_were_among_those_who_met() {
    check(
        "Foreign ministers from Britain and France held talks in Oslo on Monday. British Foreign Secretary \
         Daniel Marsh told reporters that he was content.",
        expect![[r"
            talks held 2021-06-14 in oslo (talks)
                GB attended
                FR attended
                daniel-marsh attended
        "]],
    );
    check(
        "Kenyan President William Koros, who chairs the bloc, and Rwandan President Paul Kabera met in Oslo \
         on Monday.",
        expect![[r"
            talks held 2021-06-14 in oslo (met)
                william-koros attended
                paul-kabera attended
                KE attended
                RW attended
        "]],
    );
    check(
        "President John Roe of Chad and President Bo Kim of Mali spoke by phone on Monday.",
        expect![[r"
            call held 2021-06-14 (spoke)
                john-roe attended
                bo-kim attended
                ML attended
                TD attended
        "]],
    );
    check(
        "Presidents of seven states held a summit in Oslo on Monday. Chadian President Ann Lee chaired the \
         summit. Mali's leader sent his foreign minister, Bo Kim.",
        expect![[r"
            summit held 2021-06-14 in oslo (summit, the summit)
                ann-lee attended as chair
                bo-kim attended
                TD attended as chair
                ML attended
        "]],
    );
    check(
        "A meeting between Ann Lee of Chad and Bo Kim of Mali had been planned but was scrapped on Monday.",
        expect![[r"
            talks cancelled (meeting)
                ann-lee expected
                bo-kim expected
                TD expected
                ML expected
        "]],
    );
}

#[test]
fn who_answers_was_at_your_meeting() {
    let text = "Antony J. Blinken, Secretary of State\n\nWashington, D.C.\n\nQUESTION: What came out of your \
                meeting with Foreign Minister Sergey Lavrov of Russia in Geneva in May?\n\nSECRETARY BLINKEN: \
                We were very clear.";
    let (facts, text) =
        show::read_titled("Secretary Antony J. Blinken With Ann Roe", text, "2021-06-15");
    expect![[r"
        talks held 2021-05 in geneva (meeting)
            sergey-lavrov attended
            RU attended
            antony-j-blinken attended
    "]]
    .assert_eq(&show::meetings(&facts, &text));
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

#[test]
fn a_meeting_of_a_dialogue_is_that_dialogue() {
    check(
        "The United States and Mali held on Friday the third meeting of the U.S.-Mali Strategic Dialogue.",
        expect![[r"
            talks held 2021-06-11 (meeting, U.S.-Mali Strategic Dialogue)
                US attended
                ML attended
        "]],
    );
    // Not yet: it is one, though "this meeting" was told of before by a verb.
    check(
        "Secretary of State Marco Rubio and Foreign Minister Zbigniew Rau met on Friday. This meeting marked \
         the fourth U.S.-Poland Strategic Dialogue.",
        expect![[r"
            talks held 2021-06-11 (met, This meeting)
                marco-rubio attended
                zbigniew-rau attended
                US attended
                PL attended
            talks held (U.S.-Poland Strategic Dialogue)
                US attended
                PL attended
        "]],
    );
    check(
        "Japan and the United States held a bilateral Extended Deterrence Dialogue (EDD) on June 11, 2021.",
        expect![[r"
            talks held 2021-06-11 (Extended Deterrence Dialogue, EDD)
                JP attended
                US attended
        "]],
    );
    // Another one than the one that was held.
    check(
        "The United States and Mali held talks on Friday. They look forward to the next meeting of the \
         U.S.-Mali Strategic Dialogue in July.",
        expect![[r"
            talks held 2021-06-11 (talks)
                US attended
                ML attended
            talks planned 2021-07 (meeting, U.S.-Mali Strategic Dialogue)
                US expected
                ML expected
        "]],
    );
}

#[test]
fn a_spokesman_tells_of_a_meeting_and_is_not_at_it() {
    check(
        "Delegations of Chad and Mali met in Oslo on Friday.\n\nAnn Lee headed the Malian side. Nigerien \
         spokesman Bo Kim said such a meeting was possible only after agreements had been reached.",
        expect![[r"
            talks held 2021-06-11 in oslo (met)
                TD attended
                ML attended
                NE attended
        "]],
    );
}
