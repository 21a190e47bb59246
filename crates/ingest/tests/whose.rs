//! Whose office it is and what a body is called: text in, roles (`whose.tsv`) and organizations with how
//! often they are named (`bodies.tsv`) out.

mod show;

use chancery_model::EntityKind;

/// The offices of a text, each `person: title of whom, status`.
fn roles(text: &str) -> String {
    let (facts, _) = show::read(&text.replace("\\n", "\n"), "2021-06-15");
    let roles = show::roles(&facts);
    if roles.is_empty() { "-".to_owned() } else { roles.trim_end().replace('\n', " | ") }
}

/// The organizations of a text by their names, each with the number of its mentions.
fn bodies(text: &str) -> String {
    let (facts, _) = show::read(&text.replace("\\n", "\n"), "2021-06-15");
    let bodies = facts.entities.iter().filter(|it| it.kind() == EntityKind::Organization);
    let shown: Vec<String> =
        bodies.map(|body| format!("{} {}", body.name, body.mentions.len())).collect();
    if shown.is_empty() { "-".to_owned() } else { shown.join(" | ") }
}

/// Compares each text of a table with what it yields.
fn compare(table: &str, read: impl Fn(&str) -> String) {
    let wrong: Vec<String> = table
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| {
            let (text, expected) = line.split_once('\t').expect("two columns");
            let found = read(text);
            (found != expected)
                .then(|| format!("{text}\n  expected {expected}\n  found    {found}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn an_office_is_of_whom_the_words_around_tell() {
    compare(include_str!("whose.tsv"), roles);
}

#[test]
fn a_body_is_one_by_its_letters_and_by_its_name() {
    compare(include_str!("bodies.tsv"), bodies);
}
