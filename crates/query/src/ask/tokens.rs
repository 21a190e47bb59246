//! A typed question as words.

use chancery_model::{Date, fold};

/// One word of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token<'q> {
    /// As typed, without what clings to it.
    pub(super) text: &'q str,
    /// As compared.
    pub(super) folded: String,
    /// Where it stands, in bytes of the question.
    pub(super) start: usize,
    /// Where it ends.
    pub(super) end: usize,
    /// Whether `'s` followed.
    pub(super) owns: bool,
}

impl Token<'_> {
    /// Whether it is typed with a capital.
    pub(super) fn is_capital(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }
}

/// The words of a question, in order. Dashes join two words as a blank does; `didn't` is two
/// words; dates in ISO 8601 are one.
pub(super) fn tokens(question: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let edge = |c: char| !c.is_alphanumeric();
    for word in question.split_whitespace() {
        // A place in the question: `word` is a part of it.
        let at = word.as_ptr() as usize - question.as_ptr() as usize;
        let trimmed = word.trim_matches(edge);
        // What only looks like a date is kept whole too, so that it can be refused.
        let digits = |c: char| c.is_ascii_digit() || c == '-';
        let dated = trimmed.len() == 10 && trimmed.chars().all(digits);
        if dated || trimmed.parse::<Date>().is_ok() {
            let start = at + word.find(trimmed).unwrap_or(0);
            push(&mut tokens, trimmed, start, false);
            continue;
        }
        let joined = |c: char| matches!(c, '-' | '–' | '—' | '/' | ',' | ';' | ':' | '?' | '!');
        let mut offset = 0;
        for part in word.split_inclusive(joined) {
            let bare = part.trim_matches(|c: char| edge(c) && c != '.').trim_start_matches('.');
            let start = at + offset + part.find(bare).unwrap_or(0);
            offset += part.len();
            // "March '22" is of 2022, as "'97" is of 1997.
            let short = part.starts_with(['\'', '’', '‘']) && bare.len() == 2;
            if let Some(year) = bare.parse::<u32>().ok().filter(|_| short) {
                push(&mut tokens, bare, start, false);
                if let Some(last) = tokens.last_mut() {
                    last.folded = (if year < 50 { 2000 + year } else { 1900 + year }).to_string();
                }
                continue;
            }
            // "Spoke w/ Lavrov".
            if part == "w/" {
                push(&mut tokens, &part[..1], start, false);
                if let Some(last) = tokens.last_mut() {
                    "with".clone_into(&mut last.folded);
                }
                continue;
            }
            pieces(&mut tokens, bare, start);
        }
    }
    tokens
}

/// A word with what an apostrophe joins to it.
fn pieces<'q>(tokens: &mut Vec<Token<'q>>, word: &'q str, start: usize) {
    let apostrophe = |c: char| matches!(c, '\'' | '’' | '‘');
    let Some(at) = word.rfind(apostrophe) else { return push(tokens, word, start, false) };
    let after = word[at..].trim_start_matches(apostrophe);
    match after {
        // "Who's" is who is, and "Lavrov's" of Lavrov.
        "s" | "S" if asks(&word[..at]) => {
            push(tokens, &word[..at], start, false);
            push(tokens, after, start + word.len() - 1, false);
            if let Some(last) = tokens.last_mut() {
                "is".clone_into(&mut last.folded);
            }
        }
        "s" | "S" => push(tokens, &word[..at], start, true),
        "" => push(tokens, &word[..at], start, word[..at].ends_with(['s', 'S'])),
        "t" | "T" if word[..at].ends_with(['n', 'N']) => {
            let (verb, not) = word.split_at(at - 1);
            push(tokens, verb, start, false);
            if let Some(last) = tokens.last_mut()
                && last.folded == "wo"
            {
                "will".clone_into(&mut last.folded);
            }
            push(tokens, not, start + at - 1, false);
            if let Some(last) = tokens.last_mut() {
                "not".clone_into(&mut last.folded);
            }
        }
        "re" | "ve" | "ll" | "d" | "m" => push(tokens, &word[..at], start, false),
        _ => push(tokens, word, start, false),
    }
}

/// Whether a word asks, or points.
fn asks(word: &str) -> bool {
    let asks = ["who", "what", "where", "when", "how", "which", "there", "that", "it"];
    asks.iter().any(|asks| word.eq_ignore_ascii_case(asks))
}

fn push<'q>(tokens: &mut Vec<Token<'q>>, text: &'q str, start: usize, owns: bool) {
    let folded = fold(text);
    if !folded.is_empty() {
        tokens.push(Token { text, folded, start, end: start + text.len(), owns });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_parted_at_blanks_dashes_and_apostrophes() {
        let shown = |question: &str| {
            let words = tokens(question);
            let words = words.iter().map(|token| {
                assert_eq!(&question[token.start..token.end], token.text);
                format!("{}{}", token.folded, if token.owns { "'" } else { "" })
            });
            words.collect::<Vec<_>>().join(" ")
        };
        assert_eq!(shown("Is a Trump–Putin summit planned?"), "is a trump putin summit planned");
        assert_eq!(
            shown("Wasn't Russia’s envoy there, on 2025-02-18?"),
            "was not russia' envoy there on 2025-02-18".replace("2025-02-18", "2025 02 18")
        );
        assert_eq!(shown("Did the U.S. won't"), "did the us will not");
        assert_eq!(shown(" ?? "), "");
    }
}
