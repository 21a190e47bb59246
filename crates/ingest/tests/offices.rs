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
        john-putin: President of TD, current
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
