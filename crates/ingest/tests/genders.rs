//! Whom "he" and "she" cannot mean: text in, the pronouns of each person out.

use chancery_ingest::{Article, Extractor};

#[track_caller]
fn check(text: &str, name: &str, expected: &[&str]) {
    let article = Article::new("note".parse().expect("an id"), text);
    let facts = Extractor::default().extract(&article).facts;
    let person = facts.entities.iter().find(|entity| &*entity.name == name).expect("a person");
    let words = person.mentions.iter().map(|it| &text[it.span.start()..it.span.end()]);
    let pronouns: Vec<&str> = words
        .filter(|word| matches!(word.to_lowercase().as_str(), "he" | "she" | "his" | "her" | "him"))
        .collect();
    assert_eq!(pronouns, expected, "{text}");
}

#[test]
fn who_led_a_state_is_a_man_or_a_woman_by_the_family_name_too() {
    check("President Biden spoke. She wrote a letter.", "Biden", &[]);
    check("President Biden spoke. He wrote a letter.", "Biden", &["He"]);
}

#[test]
fn a_word_for_a_relative_tells_it() {
    check("Her brother Quorn came home. She wrote a letter.", "Quorn", &[]);
}

#[test]
fn pronouns_of_nobody_else_tell_it() {
    let text =
        "Quorn said he would come and that he would stay. Lee Zorb came. She wrote a letter.";
    check(&format!("Minister {text}"), "Quorn", &["he", "he"]);
}

#[test]
fn who_held_another_known_office_is_a_man_or_a_woman_too() {
    for (text, name, expected) in [
        ("Blinken spoke. She wrote a letter.", "Blinken", &[][..]),
        ("Foreign Minister Lavrov spoke. She wrote a letter.", "Lavrov", &[]),
        ("Lavrov came. Nuland arrived. He wrote a letter.", "Nuland", &[]),
        ("Deputy Secretary Sherman met Secretary Blinken. She spoke.", "Blinken", &[]),
        ("Deputy Secretary Sherman met Secretary Blinken. She spoke.", "Sherman", &["She"]),
        // The office tells which of two is meant.
        ("Secretary Clinton spoke. He wrote a letter.", "Clinton", &[]),
        ("President Clinton spoke. She wrote a letter.", "Clinton", &[]),
    ] {
        check(text, name, expected);
    }
}

#[test]
fn an_object_is_never_its_own_subject() {
    for (text, name, expected) in [
        (
            "President Quorn met President Bildt. Bildt told him that they were frank.",
            "Quorn",
            &["him"][..],
        ),
        ("President Quorn met President Bildt. Bildt told him that they were frank.", "Bildt", &[]),
        ("President Quorn met President Bildt and told him to stay.", "Bildt", &["him"]),
        ("President Quorn met President Bildt to thank him.", "Bildt", &["him"]),
        ("President Quorn came. Quorn's talks in Cairo made him famous.", "Quorn", &["him"]),
        (
            "President Quorn met President Bildt. Bildt thanked him for his help.",
            "Quorn",
            &["him", "his"],
        ),
    ] {
        check(text, name, expected);
    }
}
