//! Where sentences and paragraphs end, in a world of "U.S." and "Gen.".

use crate::tokens::{Token, TokenKind, is_title_abbreviation};
use std::ops::Range;

/// Stretches of tokens: every token is in one sentence, every sentence in one paragraph.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Stretches {
    /// Sentences, as ranges of tokens.
    pub(crate) sentences: Vec<Range<usize>>,
    /// Paragraphs, as ranges of sentences.
    pub(crate) paragraphs: Vec<Range<usize>>,
}

/// After so many tokens a sentence ends at the next comma.
const LONG: usize = 300;

/// After so many tokens a sentence ends wherever it is.
const LONGEST: usize = 400;

/// Words that begin a sentence more often than a name: an abbreviation before them ends one.
const STARTERS: &[&str] = &[
    "The",
    "A",
    "An",
    "In",
    "On",
    "At",
    "It",
    "He",
    "She",
    "They",
    "We",
    "But",
    "And",
    "This",
    "That",
    "These",
    "Those",
    "His",
    "Her",
    "Its",
    "Their",
    "Our",
    "After",
    "Before",
    "However",
    "Both",
    "As",
    "If",
    "When",
    "While",
    "There",
    "Some",
    "Many",
    "Earlier",
    "Later",
    "Meanwhile",
    "Also",
    "I",
    "You",
    "For",
    "With",
    "No",
    "Last",
];

/// Finds sentences and paragraphs.
pub(crate) fn stretches(text: &str, tokens: &[Token]) -> Stretches {
    let mut found = Stretches::default();
    let (mut start, mut first) = (0, 0);
    for at in 0..tokens.len() {
        let next = at + 1;
        let ends_paragraph =
            tokens.get(next).is_none_or(|token| ends_paragraph(text, tokens, next, token));
        // What never ends is cut all the same, so that looking about in a sentence is cheap.
        let long = next - start >= LONGEST
            || next - start >= LONG && matches!(tokens[at].span.of(text), Some("," | ";" | ":"));
        if ends_paragraph || long || ends_sentence(text, tokens, at) {
            found.sentences.push(start..next);
            start = next;
        }
        if ends_paragraph {
            found.paragraphs.push(first..found.sentences.len());
            first = found.sentences.len();
        }
    }
    found
}

/// An empty line does, and a single line break where the line was not merely full.
fn ends_paragraph(text: &str, tokens: &[Token], next: usize, token: &Token) -> bool {
    match token.breaks {
        0 => false,
        1 => {
            let before = tokens[next - 1].span;
            let closed = before
                .of(text)
                .is_some_and(|word| word.ends_with(['.', '!', '?', ':', '"', '”', ';']));
            let line_start = text[..before.end()].rfind('\n').map_or(0, |at| at + 1);
            // Who breaks lines for their width breaks them before this.
            let full = (50..120).contains(&(before.end() - line_start));
            let lower = text[token.span.start()..].starts_with(char::is_lowercase);
            !full || (closed && !lower)
        }
        _ => true,
    }
}

fn ends_sentence(text: &str, tokens: &[Token], at: usize) -> bool {
    // Closing quotation marks and brackets go with the sentence they close.
    let mut mark = at;
    while mark > 0 && closes(text, &tokens[mark]) && at - mark < 4 {
        mark -= 1;
    }
    let word = tokens[mark].span.of(text).unwrap_or_default();
    let Some(next) = tokens.get(at + 1) else { return true };
    let stops = matches!(word, "." | "!" | "?" | "..." | "…");
    if !(stops || word.len() > 2 && word.ends_with('.')) {
        return false;
    }
    if closes(text, next) && !next.spaced {
        return false;
    }
    let next_word = next.span.of(text).unwrap_or_default();
    let begins = next_word.starts_with(|c: char| {
        c.is_uppercase() || c.is_ascii_digit() || !c.is_alphanumeric() && c != ','
    }) && !matches!(next_word, ")" | "-" | "--" | "—" | "–" | ";" | ":");
    match word {
        "." => begins && (next.spaced || next_word.starts_with(char::is_uppercase)),
        "!" | "?" | "..." | "…" => {
            begins
                && next.spaced
                && (mark == at || next_word.starts_with(|c: char| !c.is_lowercase()))
        }
        _ if word.len() > 2 && word.ends_with('.') && tokens[mark].kind != TokenKind::Mark => {
            // No name goes on after "Washington, D.C.", and only a number after "Art.": otherwise it is
            // the end of "the Museum of Modern Art."
            let numeral = next_word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
            let whole = word == "D.C." || word == "Art." && !numeral;
            let last = whole && next_word.starts_with(char::is_uppercase);
            !is_title_abbreviation(word) && next.spaced && (last || STARTERS.contains(&next_word))
        }
        _ => false,
    }
}

fn closes(text: &str, token: &Token) -> bool {
    let word = token.span.of(text).unwrap_or_default();
    matches!(word, ")" | "]" | "”" | "’" | "»" | "''")
        || (matches!(word, "\"" | "'") && !token.spaced)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::tokens;
    use expect_test::{Expect, expect};

    #[track_caller]
    fn check(text: &str, expected: Expect) {
        let tokens = tokens(text);
        let found = stretches(text, &tokens);
        let mut shown = String::new();
        for paragraph in &found.paragraphs {
            for sentence in &found.sentences[paragraph.clone()] {
                let span = tokens[sentence.start].span.to(tokens[sentence.end - 1].span);
                shown += span.of(text).unwrap_or("!");
                shown += " | ";
            }
            shown += "¶ ";
        }
        expected.assert_eq(shown.trim_end());
    }

    #[test]
    fn a_period_ends_a_sentence_and_an_abbreviation_does_not() {
        check(
            "He met Gen. Smith of the U.S. Army. They left the U.S. The end.",
            expect!["He met Gen. Smith of the U.S. Army. | They left the U.S. | The end. | ¶"],
        );
        check(
            "They met in Washington, D.C. Secretary Lee left.",
            expect!["They met in Washington, D.C. | Secretary Lee left. | ¶"],
        );
        check(
            "Lee saw the Museum of Modern Art. Kim did not. It is so by Art. IV and Art. 5.",
            expect![[
                r"Lee saw the Museum of Modern Art. | Kim did not. | It is so by Art. IV and Art. 5. | ¶"
            ]],
        );
        check(
            "\"It failed.\" He left. \"Why?\" he asked.",
            expect![[r#""It failed." | He left. | "Why?" he asked. | ¶"#]],
        );
    }

    #[test]
    fn an_empty_line_ends_a_paragraph() {
        check("Role in Mali\n\nThe talks ended", expect!["Role in Mali | ¶ The talks ended | ¶"]);
    }
}
