//! Offices as they are compared: “the Minister of Foreign Affairs” holds the office of a foreign minister.

use crate::lexicon::Lexicon;
use chancery_model::fold;

/// Titles that are one office.
const ALIKE: &[(&str, &[&str])] = &[
    (
        "foreign minister",
        &[
            "minister of foreign affairs",
            "minister for foreign affairs",
            "foreign affairs minister",
            "foreign secretary",
            "secretary of foreign affairs",
            "external affairs minister",
            "minister of external affairs",
        ],
    ),
    ("prime minister", &["premier", "taoiseach"]),
    ("defense minister", &["defence minister", "minister of defense", "minister of defence"]),
    ("secretary of defense", &["defense secretary"]),
    ("secretary general", &["secretary-general"]),
    ("emir", &["amir"]),
];

/// Words that come before a title and do not change whose it is.
const LOOSE: &[&str] = &["current", "incumbent", "new", "newly", "elected", "visiting", "the"];

/// The form of a title in which it is compared; what follows “to” by the code of its state.
pub(super) fn office(title: &str, lexicon: &Lexicon) -> String {
    let (title, at) = match title.split_once(" to ") {
        Some((title, at)) => (title, at.strip_prefix("the ").unwrap_or(at)),
        None => (title, ""),
    };
    let mut office = fold(title);
    while let Some((first, rest)) = office.split_once(' ').filter(|(word, _)| LOOSE.contains(word))
    {
        debug_assert!(!first.is_empty());
        office = rest.to_owned();
    }
    if let Some((usual, _)) = ALIKE.iter().find(|(_, others)| others.contains(&office.as_str())) {
        office = (*usual).to_owned();
    }
    if !at.is_empty() {
        let state = lexicon.state_named(at).map(|id| id.to_string());
        let body = || lexicon.organization_named(at).map_or_else(|| fold(at), fold);
        office.push_str(" to ");
        office.push_str(&state.unwrap_or_else(body));
    }
    office
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_of_one_office_are_alike() {
        let office = |title| office(title, Lexicon::embedded());
        assert_eq!(office("Minister of Foreign Affairs"), office("Foreign Secretary"));
        assert_eq!(office("new Prime Minister"), "prime minister");
        assert_eq!(office("Ambassador to the Netherlands"), "ambassador to state:NL");
        assert_ne!(office("Deputy Foreign Minister"), office("Foreign Minister"));
    }
}
