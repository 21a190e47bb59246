//! Who is a person among the words in capitals, and under what name: text in, names out (`names.tsv`).

use chancery_ingest::{Article, Extractor};
use chancery_model::EntityKind;

/// The persons of a text by their names, in order of their ids.
fn persons(text: &str) -> String {
    let text = text.replace("\\n", "\n");
    let article = Article::new("note".parse().expect("an id"), &text);
    let facts = Extractor::default().extract(&article).facts;
    let mut names: Vec<&str> = facts
        .entities
        .iter()
        .filter(|entity| entity.kind() == EntityKind::Person)
        .map(|entity| &*entity.name)
        .collect();
    names.sort_unstable();
    if names.is_empty() { "-".to_owned() } else { names.join(" | ") }
}

#[test]
fn things_are_nobody_and_names_begin_and_end_where_they_do() {
    let wrong: Vec<String> = include_str!("names.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| {
            let (text, expected) = line.split_once('\t').expect("two columns");
            let found = persons(text);
            (found != expected)
                .then(|| format!("{text}\n  expected {expected}\n  found    {found}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
