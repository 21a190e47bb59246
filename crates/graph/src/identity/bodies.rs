//! Names of bodies that meet, and names in short with a number: "the third meeting of the U.S.-EU
//! Energy Council", "the 26th Conference of the Parties (COP26)".

/// What a body is called, the last word of its name.
#[rustfmt::skip]
const BODIES: &[&str] = &[
    "assembly", "association", "board", "coalition", "commission", "committee", "compact", "council", "dialogue",
    "forum", "group", "initiative", "partnership", "platform", "quad", "system",
];

/// What ministers are in charge of: those of one are not those of another.
pub(super) const PORTFOLIOS: &[&str] = &[
    "agriculture",
    "defence",
    "defense",
    "development",
    "digital",
    "economic",
    "economy",
    "education",
    "energy",
    "environment",
    "finance",
    "health",
    "interior",
    "justice",
    "labor",
    "labour",
    "trade",
    "transport",
];

/// Who comes together beside those who lead, under the name of their summit.
pub(super) const BESIDE: &[&str] =
    &["business", "ceo", "cities", "civil", "investment", "media", "stakeholder", "women", "youth"];

/// Words of such a name, at most.
const NAME: usize = 8;

/// Letters before the number of a name in short, and its digits.
const LETTERS: std::ops::RangeInclusive<usize> = 2..=4;
const DIGITS: usize = 2;

/// Whether what follows a noun for a meeting names the body that meets: " of the Energy Council".
pub(super) fn is_of_one(after: &str) -> bool {
    let Some(of) = after.strip_prefix(" of the ") else { return false };
    let mut words = of.split(' ').take(NAME);
    let mut told = false;
    words.any(|word| {
        let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        let is_name = bare.starts_with(char::is_uppercase);
        let is_body = told && is_name && BODIES.contains(&&*bare.to_lowercase());
        told |= is_name;
        is_body
    })
}

/// Whether a word is the last one of the name of a body.
pub(super) fn is_body(word: &str) -> bool {
    let word = word.trim_end_matches(|c: char| !c.is_alphanumeric());
    word.starts_with(char::is_uppercase) && BODIES.contains(&&*word.to_lowercase())
}

/// Words with which the name of a body begins, before "of".
const HEADS: &[&str] =
    &["Association", "Coalition", "Friends", "League", "Organisation", "Organization"];

/// The bytes of the words with which the name of a body begins, right before the rest of it: "Friends of
/// the " of "Friends of the Mekong".
pub(super) fn head_of(before: &str) -> usize {
    let Some(rest) = before.strip_suffix(" of the ").or_else(|| before.strip_suffix(" of ")) else {
        return 0;
    };
    // "U.S.-Organization of American States".
    let head = rest.rsplit([' ', '-']).next().unwrap_or_default();
    if HEADS.contains(&head) { before.len() - rest.len() + head.len() } else { 0 }
}

/// Bytes from the last words that are read of a name to its letters in brackets, at most.
const LETTERS_AFTER: usize = 60;

/// The first bytes of a text, at most so many.
fn head(text: &str, bytes: usize) -> &str {
    let mut end = bytes.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// The words before brackets, and what stands in them: " for Economic Co-operation and Development
/// (OECD)", where all those words may be of a name.
fn before_brackets(after: &str) -> Option<(&str, &str)> {
    let (rest, name) = head(after, LETTERS_AFTER + 12).split_once(" (")?;
    let (name, _) = name.split_once(')')?;
    let is_part = |word: &str| {
        word.starts_with(char::is_uppercase)
            && word.chars().all(|c| c.is_alphanumeric() || c == '-')
            || matches!(word, "" | "and" | "for" | "in" | "of" | "on" | "the")
    };
    rest.split(' ').all(is_part).then_some((rest, name))
}

/// Words before the name of a body in which ministers meet.
pub(super) const FRAMEWORK: &str = " within the framework";

/// The words that tell what a meeting of ministers is of: " within the framework of the Mechanism".
pub(super) fn framework(after: &str) -> Option<&str> {
    let rest = after.strip_prefix(FRAMEWORK)?.strip_prefix(" of the ")?;
    let mut end = 0;
    for word in rest.split_inclusive(' ').take(NAME) {
        let name = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        if !word.starts_with(char::is_uppercase) {
            break;
        }
        end += name.len();
        if &word[name.len()..] != " " {
            break;
        }
        end += 1;
    }
    let end = after.len() - rest.len() + end;
    (end > after.len() - rest.len()).then(|| after[..end].trim_end())
}

/// The letters of a name, in brackets after its last words, perhaps before another name: "(EPCC, the
/// Economic 2+2)".
pub(super) fn letters_after(after: &str) -> Option<String> {
    let (_, name) = before_brackets(after)?;
    let name = name.split([',', ' ']).next().unwrap_or_default();
    let known = (3..=6).contains(&name.len()) && name.chars().all(|c| c.is_ascii_uppercase());
    known.then(|| name.to_lowercase())
}

/// A name in short that follows in brackets and tells which of a series is meant: " (COP26)", also after
/// some words more of the name: " on Climate Change in Glasgow (COP26)".
pub(super) fn in_brackets(after: &str) -> Option<&str> {
    let (_, name) = before_brackets(after)?;
    (name.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit())
        && is_numbered(&name.to_lowercase()))
    .then_some(name)
}

/// The same before the words for an occasion that it is a part of: "(COP26) of the ".
pub(super) fn in_brackets_before(before: &str) -> Option<&str> {
    let before = before.strip_suffix(" of the ")?.strip_suffix(')')?;
    let open = before.len().checked_sub(DIGITS + LETTERS.end() + 1)?;
    let (_, name) = before.get(open..)?.rsplit_once('(')?;
    is_numbered(&name.to_lowercase()).then_some(name)
}

/// Whether what follows a conference of parties names another convention than that on climate.
pub(super) fn is_of_another(after: &str) -> bool {
    let after = head(after, 2 * LETTERS_AFTER);
    after.contains("Convention") && !after.contains("Climate")
}

/// Whether a word is such a name: "cop26", but not "g20".
pub(super) fn is_numbered(word: &str) -> bool {
    let letters = word.chars().take_while(char::is_ascii_lowercase).count();
    let digits = word.chars().skip(letters);
    LETTERS.contains(&letters)
        && digits.clone().count() == DIGITS
        && digits.into_iter().all(|c| c.is_ascii_digit())
}

/// Letters of what is written in short, at least and at most.
const SHORT: std::ops::RangeInclusive<usize> = 3..=6;

/// What words in a row may be written as, by the letters that they begin with: the longest first.
pub(super) fn short_forms(letters: &[char]) -> Vec<String> {
    // Of a long list of words nothing is a name in short.
    if letters.len() > *SHORT.end() {
        return Vec::new();
    }
    let lengths = SHORT.rev().filter(|length| *length <= letters.len());
    lengths
        .flat_map(|length| letters.windows(length).map(|letters| letters.iter().collect()))
        .collect()
}

/// Whether a word is one in brackets, such as a name in short.
pub(super) fn is_bracketed(word: &str) -> bool {
    word.strip_prefix('(').and_then(|word| word.strip_suffix(')')).is_some_and(|word| {
        word.chars().all(char::is_alphanumeric) && word.starts_with(char::is_uppercase)
    })
}

pub(super) fn is_possessive(word: &str) -> bool {
    word.ends_with("’s") || word.ends_with("'s")
}

/// Whether the bearer of something is called by letters: "OECD’s".
pub(super) fn is_in_letters(word: &str) -> bool {
    let bearer = word.trim_end_matches('s').trim_end_matches(['’', '\'']);
    bearer.chars().nth(1).is_some() && bearer.chars().all(|c| c.is_uppercase() || c.is_numeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_that_meets_is_told_by_the_last_word_of_its_name() {
        assert!(is_of_one(" of the U.S.-EU Energy Council. The"));
        assert!(is_of_one(" of the U.S.-Japan Economic Policy Consultative Committee (EPCC)"));
        assert!(is_of_one(" of the Central American Integration System (SICA)"));
        assert!(!is_of_one(" of the Council"));
        assert!(!is_of_one(" of the two states"));
        assert!(!is_of_one(" of the Foreign Minister"));
    }

    #[test]
    fn letters_in_brackets_are_of_the_name_before_them() {
        let of_the_oecd = " for Economic Co-operation and Development (OECD), where";
        assert_eq!(letters_after(of_the_oecd).as_deref(), Some("oecd"));
        assert_eq!(letters_after(" (NATO)").as_deref(), Some("nato"));
        assert_eq!(letters_after(". The Organization (OECD)"), None);
        assert_eq!(letters_after(" with the World Health Organization (WHO)"), None);
        assert_eq!(letters_after(" in Glasgow (COP26)"), None);
    }

    #[test]
    fn a_name_in_short_tells_which_of_a_series_is_meant() {
        assert_eq!(in_brackets(" (COP26) to the Convention"), Some("COP26"));
        assert_eq!(in_brackets(" (G20)"), None);
        assert_eq!(in_brackets(" (UNFCCC)"), None);
        assert_eq!(in_brackets(" on Climate in Glasgow (COP26), where"), Some("COP26"));
        assert_eq!(in_brackets(". It was like (COP26)"), None);
        assert_eq!(in_brackets_before("at the 26th Conference (COP26) of the "), Some("COP26"));
        assert_eq!(in_brackets_before("at the Group (G20) of the "), None);
        assert!(is_of_another(" of the Parties to the Convention on Biological Diversity"));
        assert!(!is_of_another(" of the Parties of the Framework Convention on Climate Change"));
        assert!(is_numbered("cop27") && !is_numbered("covid19") && !is_numbered("26th"));
    }
}
