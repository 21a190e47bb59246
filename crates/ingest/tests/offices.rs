//! Cases of offices: a text in, who holds which office of whom out.

mod show;

use expect_test::{Expect, expect};

#[track_caller]
fn check(text: &str, expected: Expect) {
    let (facts, _) = show::read(text, "2021-06-15");
    expected.assert_eq(&show::roles(&facts));
}

#[test]
fn a_leader_everybody_knows_leads_a_state_that_the_text_names() {
    check(
        "Russia attacked. Ukraine called it President Putin's war.",
        expect![[r"
        putin: President of RU, current
    "]],
    );
    check(
        "Ukraine called it President Putin's war.",
        expect![[r"
        putin: President of nobody, current
    "]],
    );
    check(
        "Chad thanked President John Putin.",
        expect![[r"
        john-putin: President of nobody, current
    "]],
    );
}

#[test]
fn a_minister_serves_the_one_state_named_before() {
    check(
        "Mali agreed. Then Foreign Minister Ann Lee left.",
        expect![[r"
        ann-lee: Foreign Minister of ML, current
    "]],
    );
    check(
        "Mali and Chad agreed. Then Foreign Minister Ann Lee left.",
        expect![[r"
        ann-lee: Foreign Minister of nobody, current
    "]],
    );
}

#[test]
fn a_release_in_capitals_names_its_officers() {
    check(
        "DEPUTY SECRETARY OF STATE WENDY R. SHERMAN spoke for the United States.",
        expect![[r"
        wendy-r-sherman: DEPUTY SECRETARY OF STATE of US, current
    "]],
    );
}

#[test]
fn the_department_of_a_release_is_the_state_department() {
    check(
        "Ned Price, Department Spokesperson\n\nThe United States met Chad.",
        expect![[r"
        ned-price: Spokesperson of department-of-state, current
    "]],
    );
}

#[test]
fn whoever_is_sent_to_a_state_serves_another() {
    check(
        "The United States said that Deputy Special Representative for the DPRK Jung Pak left.",
        expect![[r"
            jung-pak: Deputy Special Representative of nobody, current
        "]],
    );
}

#[test]
fn a_name_begins_after_the_words_of_the_office() {
    check(
        "Office of the Spokesperson\n\nThe United States said that Senior Official for Public Diplomacy and \
         Public Affairs Liz Allen will travel. The envoy met the head of the \
         National Council of Human Rights Moushira Khattab. Assistant Secretary for Stabilization Operations \
         (CSO) Anne Witkowsky and Senior Official Jennifer Hall Godfrey left.",
        expect![[r"
            liz-allen: Senior Official for Public Diplomacy and Public Affairs of US, current
            moushira-khattab: head of national-council-of-human-rights, current
            anne-witkowsky: Assistant Secretary for Stabilization Operations of US, current
            jennifer-hall-godfrey: Senior Official of US, current
        "]],
    );
}

#[test]
fn a_president_of_a_release_leads_the_state_named_before() {
    check(
        "Office of the Spokesperson\n\nDeputy Secretary Wendy Sherman will travel to Algiers, Algeria. She \
         will meet with President Abdelmadjid Tebboune. In Honduras, she met President Xiomara Castro.",
        expect![[r"
            wendy-sherman: Deputy Secretary of nobody, current
            abdelmadjid-tebboune: President of DZ, current
            xiomara-castro: President of HN, current
        "]],
    );
}

#[test]
fn whoever_is_sent_to_a_body_serves_the_state_that_sends_them() {
    check(
        "Britain's UN ambassador Ann Lee left. US ambassador to the United Nations Bo Ek stayed. Chinese UN envoy \
         Jin Kim slept. UN envoy Tom Reed spoke.",
        expect![[r"
            ann-lee: ambassador of GB, current
            bo-ek: ambassador of US, current
            jin-kim: envoy of CN, current
            tom-reed: envoy of united-nations, current
        "]],
    );
}

#[test]
fn a_body_is_served_past_what_tells_of_it_or_where() {
    check(
        "Tom Lee, leader of the main opposition Liberation Party, left. Ann Reed, spokeswoman for the rebel \
         Liberation Army, stayed. Jim Ek, coordinator in eastern Mali for the UN Refugee Agency, slept. \
         Liberation Front (LF) chairman Bo Kim spoke.",
        expect![[r"
            tom-lee: leader of liberation-party, current
            ann-reed: spokeswoman of liberation-army, current
            jim-ek: coordinator of un-high-commissioner-for-refugees, current
            bo-kim: chairman of liberation-front, current
        "]],
    );
    check(
        "UN force commander in Liberia Col. Tom Lee left. Former assistant secretary of state for the Near East Ann \
         Reed stayed.",
        expect![[r"
            tom-lee: force commander of united-nations, current
            ann-reed: assistant secretary of state of nobody, former
        "]],
    );
}

#[test]
fn what_leans_on_a_state_serves_another_and_what_was_is_former() {
    check(
        "Lebanon mourned. Lebanon wept for days. The pro-Syrian President Tom Lee stayed away, as did ex-premier \
         Jim Ek and former billionaire prime minister Bo Reed.",
        expect![[r"
            tom-lee: President of LB, current
            jim-ek: premier of LB, former
            bo-reed: prime minister of LB, former
        "]],
    );
}

#[test]
fn an_office_at_home_is_of_the_state_that_the_text_is_about() {
    check(
        "Chad closed its border with Mali. Chad said it was at war. Government spokesman Tom Lee spoke in Chad. \
         The border was shut after the attack, Foreign Minister Ann Reed added.",
        expect![[r"
            tom-lee: Government spokesman of TD, current
            ann-reed: Foreign Minister of TD, current
        "]],
    );
}

#[test]
fn a_spokesman_speaks_for_whom_the_one_before_spoke_or_for_the_person_named() {
    check(
        "The vote was fair, a UN spokesman said. Spokesman Tom Lee told reporters that it was over. Olmert \
         spokeswoman Ann Reed agreed. Foreign ministry spokesman Bo Ek left.",
        expect![[r"
            tom-lee: Spokesman of united-nations, current
            ann-reed: spokeswoman of olmert, current
            bo-ek: spokesman of foreign-ministry, current
        "]],
    );
}

#[test]
fn a_spokesman_alone_speaks_for_the_department_named_before() {
    check(
        "The State Department would not say why. Nobody had asked, deputy spokesman Tom Lee said.",
        expect![[r"
            tom-lee: deputy spokesman of state-department, current
        "]],
    );
    check("In a statement read by his spokesman, Tom Lee said it was over.", expect![[""]]);
}

#[test]
fn a_title_is_no_part_of_what_stands_beside_it() {
    check(
        "Chad was better off under President Tom Lee. Defence Minister Amir Reed left. Jim Ek, the king's envoy, \
         stayed. The US charge d'affaires Ann Kim spoke.",
        expect![[r"
            tom-lee: President of TD, current
            amir-reed: Defence Minister of TD, current
            jim-ek: envoy of TD, current
            ann-kim: charge d'affaires of US, current
        "]],
    );
}

/// Whom the last occurrence of some words means, in a transcript of a meeting of Ann Lee of Chad.
fn meant(said: &str, words: &str) -> Option<String> {
    let title = "Secretary Marco Rubio and Chadian Foreign Minister Ann Lee Before Their Meeting";
    let text = format!(
        "Marco Rubio, Secretary of State\n\nWashington, D.C.\n\nSECRETARY RUBIO:  Good morning.\n\n\
         FOREIGN MINISTER LEE:  Thank you.\n\nSECRETARY RUBIO:  Prime Minister Bo Ek of Mali called. {said}"
    );
    let (facts, text) = show::read_titled(title, &text, "2021-06-15");
    let start = text.rfind(words).expect("the words");
    let mut named = facts.entities.iter();
    let found = named.find(|it| it.mentions.iter().any(|at| at.span.start() == start));
    found.map(|it| it.name.clone())
}

#[test]
fn an_office_in_speech_is_that_of_whom_the_title_names_or_who_was_named_just_now() {
    let meant = |said, words| meant(said, words).unwrap_or_default();
    assert_eq!(
        meant("We spoke. As the foreign minister said, we agree.", "the foreign"),
        "Ann Lee"
    );
    assert_eq!(meant("We spoke with the prime minister.", "the prime"), "Bo Ek");
    let later = "We spoke. We talked. We agreed. We left. I saw the prime minister.";
    assert_eq!(meant(later, "the prime"), "");
    let several = "I saw the president, the prime minister, and the speaker.";
    assert_eq!(meant(several, "the prime"), "");
    assert_eq!(meant("The late former prime minister agreed.", "The late"), "");
    assert_eq!(meant("We talked about our prime minister.", "our prime"), "");
}

#[test]
fn words_that_only_look_like_an_office_are_of_nobody() {
    assert_ne!(meant("A gun is pointed at Mali's head.", "Mali's head").as_deref(), Some("Bo Ek"));
    assert_eq!(meant("We met at the leader level.", "the leader"), None);
    // Two who agree are not one who holds both offices.
    let said = "The President and Secretary Rubio agreed. The President said it.";
    assert_ne!(meant(said, "The President said").as_deref(), Some("Marco Rubio"));
}

#[test]
fn an_alias_is_one_persons_and_a_given_name_that_of_whom_the_title_names() {
    let (facts, _) =
        show::read("Chad accused Ann Lee, also known as Bo Ek. Bo Ek fled.", "2021-06-15");
    let people = facts.entities.iter().filter(|it| it.kind() == chancery_model::EntityKind::Person);
    assert_eq!(people.map(|it| it.mentions.len()).collect::<Vec<_>>(), [3]);

    let title = "Secretary Marco Rubio With David Lee of Chad Television";
    let text = "Marco Rubio, Secretary of State\n\nWashington, D.C.\n\nQUESTION:  Good morning.\n\n\
                SECRETARY RUBIO:  David, good morning.\n\nQUESTION:  And Mali?\n\nSECRETARY RUBIO:  Mali \
                agreed.";
    let (facts, _) = show::read_titled(title, text, "2021-06-15");
    assert!(facts.entities.iter().any(|it| it.name == "David Lee"));
}

#[test]
fn what_the_words_around_tell_to_be_a_thing_is_nobody() {
    let text = "Images of the company Anna Larsen show it. Ann Lee thanked Maria Lopez, which gives food. \
                Bo Ek wants to go to the Moon and back.";
    let (facts, _) = show::read(text, "2021-06-15");
    let people = facts.entities.iter().filter(|it| it.kind() == chancery_model::EntityKind::Person);
    let names: Vec<&str> = people.map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["Ann Lee", "Bo Ek"]);
}

#[test]
fn what_follows_a_name_in_a_list_is_the_next_ones() {
    check(
        "Chad sent Special Envoy Ann Lee, Senior Official for the Office of Global Women’s Issues Bo Ek, \
         and Foreign Minister Jon Low.",
        expect![[r"
            ann-lee: Special Envoy of nobody, current
            jon-low: Foreign Minister of TD, current
        "]],
    );
    check(
        "First, President Ann Lee of Chad spoke. Under President Bo Ek of Mali it went well.",
        expect![[r"
            ann-lee: President of TD, current
            bo-ek: President of ML, current
        "]],
    );
    check(
        "On behalf of President Ann Lee of Chad, the Secretary also spoke. Bo Ek is the President’s nominee.",
        expect![[r"
            ann-lee: President of TD, current
        "]],
    );
    check(
        "Ann Lee, the Foreign Minister of Chad, spoke. Bo Ek is the President of Mali.",
        expect![[r"
            ann-lee: Foreign Minister of TD, current
            bo-ek: President of ML, current
        "]],
    );
    check(
        "They met Jon Low, Chief of Staff for President Ann Lee, and Diplomatic Adviser to the President Bo Ek.",
        expect![[r"
            jon-low: Chief of Staff of nobody, current
            ann-lee: President of nobody, current
        "]],
    );
}

#[test]
fn a_list_of_names_and_titles_gives_each_title_to_the_name_before() {
    check(
        "The signing was witnessed by Jon Low, Chadian Minister of Technology, Ann Lee, Administrator of the Space Agency, Bo Ek, Chargé d’Affaires for the Embassy of Mali, and others.",
        expect![[r"
            jon-low: Minister of Technology of TD, current
            ann-lee: Administrator of space-agency, current
            bo-ek: Chargé d’Affaires of embassy-of-mali, current
        "]],
    );
}

#[test]
fn who_is_named_within_has_one_office_and_whoever_follows_the_other() {
    check(
        "U.S. Secretary of State Blinken and Secretary of Commerce Raimondo spoke for the United States.",
        expect![[r"
            blinken: Secretary of State of US, current
            raimondo: Secretary of Commerce of US, current
        "]],
    );
}

#[test]
fn an_ambassador_at_large_is_for_something() {
    check(
        "Chad's Ambassador at Large for Religious Freedom Ann Lee met Bo Kim. Ambassador Lee left.",
        expect![[r"
            ann-lee: Ambassador at Large for Religious Freedom of TD, current
        "]],
    );
}

#[test]
fn a_state_beside_a_name_is_told_before_those_named_around() {
    check(
        "Ann Lee met Foreign Minister Bo Kim of Chad, President Cy Ott of Mali and Defence Minister Dee Roy of Fiji.",
        expect![[r"
        bo-kim: Foreign Minister of TD, current
        cy-ott: President of ML, current
        dee-roy: Defence Minister of FJ, current
    "]],
    );
}

#[test]
fn where_one_goes_or_whom_one_meets_is_not_whose_minister_one_is() {
    for (text, expected) in [
        (
            "Foreign Minister Bo Kim visited Mali.",
            expect![[r"
            bo-kim: Foreign Minister of nobody, current
        "]],
        ),
        (
            "Foreign Minister Bo Kim met Malian President Ann Lee.",
            expect![[r"
                bo-kim: Foreign Minister of nobody, current
                ann-lee: President of ML, current
            "]],
        ),
        (
            "Secretary Blinken met Malian Foreign Minister Ann Lee.",
            expect![[r"
                blinken: Secretary of nobody, current
                ann-lee: Foreign Minister of ML, current
            "]],
        ),
        (
            "Foreign Minister Bo Kim said Mali would help.",
            expect![[r"
            bo-kim: Foreign Minister of ML, current
        "]],
        ),
        (
            "Foreign Minister Bo Kim told Malian radio that talks failed.",
            expect![[r"
            bo-kim: Foreign Minister of ML, current
        "]],
        ),
        (
            "Foreign Minister Bo Kim called on the bloc to accept Mali's bid.",
            expect![[r"
            bo-kim: Foreign Minister of ML, current
        "]],
        ),
        (
            "Foreign Minister Ann Lee (Chad) met Foreign Minister Bo Kim (Mali).",
            expect![[r"
            ann-lee: Foreign Minister of TD, current
            bo-kim: Foreign Minister of ML, current
        "]],
        ),
    ] {
        check(text, expected);
    }
}

#[test]
fn where_one_is_sent_may_stand_before_the_name() {
    for (text, expected) in [
        (
            "Chad's ambassador to Mali, Ann Lee, said talks failed.",
            expect![[r"
            ann-lee: ambassador of TD, current
        "]],
        ),
        (
            "The Malian consul general in Houston, Ann Lee, said talks failed.",
            expect![[r"
            ann-lee: consul general of ML, current
        "]],
        ),
        (
            "Permanent Representative of Mali to the United Nations Ann Lee spoke.",
            expect![[r"
            ann-lee: Permanent Representative of ML, current
        "]],
        ),
        (
            "Bo Ek, secretary of Chad's National Security Council, met Ann Lee.",
            expect![[r"
            bo-ek: secretary of national-security-council, current
        "]],
        ),
        (
            "Bo Ek, an adviser to President Ann Lee, spoke.",
            expect![[r"
                bo-ek: adviser of ann-lee, current
                ann-lee: President of nobody, current
            "]],
        ),
    ] {
        check(text, expected);
    }
}

#[test]
fn what_was_and_what_will_be_is_told_by_the_words_around() {
    for (text, expected) in [
        (
            "Ann Lee, prime minister of Chad from 1991 to 1996, spoke.",
            expect![[r"
            ann-lee: prime minister of TD, former
        "]],
        ),
        (
            "Ann Lee, who was foreign minister of Chad until 2014, spoke.",
            expect![[r"
            ann-lee: foreign minister of TD, former
        "]],
        ),
        (
            "Ann Lee resigned as prime minister of Chad on Monday.",
            expect![[r"
            ann-lee: prime minister of TD, former
        "]],
        ),
        (
            "Ann Lee replaced Bo Kim as foreign minister of Chad.",
            expect![[r"
            ann-lee: foreign minister of TD, current
            bo-kim: foreign minister of TD, former
        "]],
        ),
        (
            "Bo Kim was replaced as foreign minister of Chad by Ann Lee.",
            expect![[r"
                bo-kim: foreign minister of TD, former
                ann-lee: foreign minister of TD, current
            "]],
        ),
        (
            "Then-President Ann Lee of Chad spoke.",
            expect![[r"
            ann-lee: President of TD, former
        "]],
        ),
        (
            "Prime Minister-designate Ann Lee of Chad spoke.",
            expect![[r"
            ann-lee: Prime Minister-designate of TD, designate
        "]],
        ),
        (
            "Ann Lee, sworn in as president of Chad on Monday, spoke.",
            expect![[r"
            ann-lee: president of TD, current
        "]],
        ),
    ] {
        check(text, expected);
    }
}

#[test]
fn counterparts_and_those_named_together_each_have_an_office() {
    for (text, expected) in [
        (
            "Ann Lee, the Chadian foreign minister, and Bo Kim, her Malian counterpart, met.",
            expect![[r"
            ann-lee: foreign minister of TD, current
            bo-kim: foreign minister of ML, current
        "]],
        ),
        (
            "Chadian Foreign Minister Ann Lee met her Malian colleague, Bo Kim.",
            expect![[r"
            ann-lee: Foreign Minister of TD, current
            bo-kim: Foreign Minister of ML, current
        "]],
        ),
        (
            "Chadian President Ann Lee and European Commission President Bo Kim met.",
            expect![[r"
            ann-lee: President of TD, current
            bo-kim: President of european-commission, current
        "]],
        ),
        (
            "US Treasury Secretary Ann Lee met Malian officials.",
            expect![[r"
            ann-lee: Treasury Secretary of US, current
        "]],
        ),
    ] {
        check(text, expected);
    }
}

#[test]
fn a_title_in_the_plural_is_an_office_of_each() {
    check(
        "Presidents Ann Lee of Chad and Bo Kim of Mali met foreign ministers Cy Ott, Dee Roy and Eve Rall of Fiji.",
        expect![[r"
        ann-lee: President of TD, current
        bo-kim: President of ML, current
        cy-ott: foreign minister of nobody, current
        dee-roy: foreign minister of nobody, current
        eve-rall: foreign minister of FJ, current
    "]],
    );
    check(
        "The foreign ministers of Chad, Ann Lee, and Mali, Bo Kim, met the French deputy ministers Cy Ott and Dee Roy.",
        expect![[r"
        ann-lee: foreign minister of TD, current
        bo-kim: foreign minister of ML, current
        cy-ott: deputy minister of FR, current
        dee-roy: deputy minister of FR, current
    "]],
    );
}

#[test]
fn whom_a_speaker_turns_to_is_not_what_comes_next() {
    check("MR PRICE:  Lee, the President took it up. I have nothing more.", expect![[r""]]);
}

#[test]
fn an_office_may_be_the_first_thing_told() {
    check("As president, Ann Lee met Bo Kim in Oslo.", expect![[r""]]);
    check("Who is president of Chad?", expect![[r""]]);
}

#[test]
fn who_succeeded_in_an_office_holds_it() {
    check(
        "Bo Kim succeeded as president of Chad.",
        expect![[r"
        bo-kim: president of TD, current
    "]],
    );
}
