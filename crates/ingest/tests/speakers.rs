//! Whom the source of a statement stands for: text in, speakers out (`speakers.tsv`).

use chancery_ingest::{Article, Extractor};

/// The speakers of a text's statements, in order.
fn speakers(text: &str) -> String {
    let article = Article::new("note".parse().expect("an id"), text);
    let facts = Extractor::default().extract(&article).facts;
    let name = |statement: &chancery_model::Statement| {
        let speaker = statement.speaker.as_ref();
        let entity = facts.entities.iter().find(|entity| Some(&entity.id) == speaker);
        entity.map_or_else(|| "-".to_owned(), |entity| entity.name.clone())
    };
    facts.statements.iter().map(name).collect::<Vec<_>>().join(" | ")
}

#[test]
fn each_source_stands_for_its_speaker() {
    let wrong: Vec<String> = include_str!("speakers.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| {
            let (text, expected) = line.split_once('\t').expect("two columns");
            let found = speakers(&text.replace("\\n", "\n"));
            (found != expected)
                .then(|| format!("{text}\n  expected {expected}\n  found    {found}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn who_speaks_in_turn_is_told_in_small_letters_too() {
    let text = "Moderator: Thank you all.\n\nMr. Lee: We will go on.\n\nQuestion: Why?\n\nMr. Lee: It is right.";
    assert_eq!(speakers(text), "Lee | Lee");
    assert_eq!(speakers("Contact: Ann Lee\n\nAmbassador Lee: a life"), "");
    let text = "AFP: Will Chad attend?\n\nAnn Lee: We will. We urge Mali to stop.\n\nDaily News: When?\n\nAnn Lee: In May.";
    assert_eq!(speakers(text), "Ann Lee | Ann Lee");
    let text =
        "Question: Will you meet them?\n\nAnn Lee: We discussed it. We call on Mali to stop.";
    assert_eq!(speakers(text), "Ann Lee");
}

#[test]
fn headings_are_nobodys_turns() {
    let text = "Angela Merkel: A portrait\n\nGermany is old.\n\nBo Kim: A survivor\n\nFrance is older.\n\nAnn Lee: A \
                gambler\n\nBritain left.";
    assert_eq!(speakers(text), "");
    let text = "Peace Plan: Is it dead?\n\nQatar Deal: Who pays?\n\nPresident Lee: A portrait\n\nMali says no.";
    assert_eq!(speakers(text), "Mali");
}

/// The words of a text's statements, in order.
fn contents(text: &str) -> Vec<String> {
    let id = "note".parse().expect("an id");
    let facts = Extractor::default().extract(&Article::new(id, text)).facts;
    let words = |span: &chancery_model::Span| span.of(text).expect("words of the text").to_owned();
    let of = |it: &chancery_model::Statement| {
        it.content.iter().map(words).collect::<Vec<_>>().join(" … ")
    };
    facts.statements.iter().map(of).collect()
}

#[test]
fn what_is_said_ends_where_another_clause_begins() {
    let text = "Ann Lee praised the deal, and she thanked Mali for its help.";
    assert_eq!(contents(text), ["the deal", "Mali for its help"]);
    let text = "Ann Lee said that Bo Kim had called her and he had told her no.";
    assert_eq!(contents(text), ["Bo Kim had called her and he had told her no"]);
    let text = "Ann Lee says Chad offers talks, but Mali rejects them.";
    assert_eq!(contents(text), ["Chad offers talks, but Mali rejects them", "them"]);
    let text = "While Chad welcomed the help of Peru, Mali condemned it.";
    assert_eq!(contents(text), ["the help of Peru", "it"]);
}

#[test]
fn what_is_done_by_rule_has_no_source() {
    let text = "Chad and Mali urged continued help for refugees, according to UN standards.";
    let help = "continued help for refugees, according to UN standards";
    assert_eq!(contents(text), [help, help]);
    let text = "The refugees will return, according to the UN standards office.";
    assert_eq!(contents(text), ["The refugees will return"]);
}

#[test]
fn an_office_is_no_government_by_itself() {
    let we = |source: &str| {
        let text = "We urge Mali to talk.";
        let article = Article::new("note".parse().expect("an id"), text).from_source(source);
        let facts = Extractor::default().extract(&article).facts;
        facts.statements[0].speaker.as_ref().map(ToString::to_string)
    };
    assert_eq!(we("Box Office India"), None);
    assert_eq!(we("UN Office in Chad"), None);
    assert_eq!(we("Ministry of Foreign Affairs of Chad").as_deref(), Some("state:TD"));
}
