//! Words, numbers and marks, with their spans.
//!
//! A word keeps its hyphens ("then-US", "G-20") and the periods of an abbreviation ("U.S.",
//! "Gen."), and gives up its clitics ("Putin" + "’s"), as the Penn Treebank does.

use chancery_model::Span;

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// Letters, perhaps with digits, hyphens and periods in it.
    Word,
    /// Digits first.
    Number,
    /// A clitic: `'s`, `n't`, `'ve`.
    Clitic,
    /// A quotation mark of any form, one or two characters wide.
    Quote,
    /// Any other mark.
    Mark,
}

/// One word, number or mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Token {
    /// Where it stands.
    pub(crate) span: Span,
    /// What it is made of.
    pub(crate) kind: TokenKind,
    /// Whether white space or the text's beginning comes before it.
    pub(crate) spaced: bool,
    /// Whether a line break comes before it, and an empty line.
    pub(crate) breaks: u8,
}

/// Short forms whose period belongs to them and never ends a sentence.
const TITLES: &[&str] = &[
    "Mr", "Mrs", "Ms", "Smt", "Dr", "Prof", "Gen", "Lt", "Col", "Maj", "Capt", "Cmdr", "Adm",
    "Sgt", "Sen", "Rep", "Gov", "Sec", "Amb", "Pres", "Rev", "Fr", "St", "Ste", "Hon", "Mme",
    "Mlle", "Messrs", "Brig", "Supt", "Det", "Insp", "Del",
];

/// Short forms whose period belongs to them though a sentence may end with them.
const SHORT: &[&str] = &[
    "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "Jr",
    "Sr", "Inc", "Corp", "Co", "Ltd", "vs", "etc", "No", "Art", "Dept", "approx", "al", "Mon",
    "Tue", "Tues", "Wed", "Thu", "Thurs", "Fri",
];

/// Whether this word is a short form of address whose period never ends a sentence.
pub(crate) fn is_title_abbreviation(word: &str) -> bool {
    word.strip_suffix('.').is_some_and(|stem| TITLES.contains(&stem))
}

/// Cuts a text into tokens. Every byte that is no white space is in one token.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let mut cut = Cutter { text, at: 0, tokens: Vec::with_capacity(text.len() / 5 + 1) };
    let (mut spaced, mut breaks) = (true, 0_u8);
    while let Some(c) = cut.peek(0) {
        if c.is_whitespace() || is_invisible(c) {
            if c == '\n'
                || (c == '\r' && cut.peek(1) != Some('\n'))
                || matches!(c, '\u{2028}' | '\u{2029}')
            {
                breaks = breaks.saturating_add(1);
            }
            spaced |= !is_invisible(c);
            cut.at += c.len_utf8();
            continue;
        }
        cut.next(c, spaced, breaks);
        (spaced, breaks) = (false, 0);
    }
    cut.tokens
}

/// Marks without width: byte order mark, joiners, direction marks.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{00ad}')
        || c.is_control()
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}')
}

struct Cutter<'t> {
    text: &'t str,
    at: usize,
    tokens: Vec<Token>,
}

impl Cutter<'_> {
    fn peek(&self, ahead: usize) -> Option<char> {
        self.text[self.at..].chars().nth(ahead)
    }

    fn put(&mut self, end: usize, kind: TokenKind, spaced: bool, breaks: u8) {
        self.tokens.push(Token { span: Span::new(self.at, end), kind, spaced, breaks });
        self.at = end;
    }

    fn next(&mut self, c: char, spaced: bool, breaks: u8) {
        if c.is_alphanumeric() {
            return self.word(spaced, breaks);
        }
        let after = self.at + c.len_utf8();
        let twice = self.peek(1) == Some(c);
        match c {
            '"' | '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{00ab}' | '\u{00bb}' | '\u{2018}'
            | '\u{201f}' => {
                self.put(after, TokenKind::Quote, spaced, breaks);
            }
            '\'' | '`' if twice => self.put(after + c.len_utf8(), TokenKind::Quote, spaced, breaks),
            '\'' | '\u{2019}' | '`' => self.apostrophe(after, spaced, breaks),
            '-' if twice => {
                let dashes = self.text[self.at..].bytes().take_while(|byte| *byte == b'-').count();
                self.put(self.at + dashes, TokenKind::Mark, spaced, breaks);
            }
            '.' if twice => {
                let dots = self.text[self.at..].bytes().take_while(|byte| *byte == b'.').count();
                self.put(self.at + dots, TokenKind::Mark, spaced, breaks);
            }
            _ => self.put(after, TokenKind::Mark, spaced, breaks),
        }
    }

    /// A clitic if one follows right after a word, else a quotation mark.
    fn apostrophe(&mut self, after: usize, spaced: bool, breaks: u8) {
        if !spaced {
            let rest = &self.text[after..];
            let letters = rest.bytes().take(3).take_while(u8::is_ascii_alphabetic).count();
            let ends = rest[letters..].chars().next().is_none_or(|next| !next.is_alphanumeric());
            let clitic = rest[..letters].to_ascii_lowercase();
            if ends && matches!(clitic.as_str(), "s" | "re" | "ve" | "ll" | "d" | "m" | "t") {
                return self.put(after + letters, TokenKind::Clitic, spaced, breaks);
            }
            // The possessive of a plural, "the ministers' talks", unless a quotation is open: that
            // is for the pairing of quotation marks to say.
        }
        self.put(after, TokenKind::Quote, spaced, breaks);
    }

    fn word(&mut self, spaced: bool, breaks: u8) {
        let start = self.at;
        // Plain letters and digits, of which most words are made, need no look ahead.
        let plain = self.text[start..].bytes().take_while(u8::is_ascii_alphanumeric).count();
        let mut end = start + plain;
        let mut chars = self.text[end..].char_indices().peekable();
        let mut previous = self.text[start..end].chars().next_back().unwrap_or(' ');
        while let Some((offset, c)) = chars.next() {
            let offset = plain + offset;
            let next = chars.peek().map(|(_, next)| *next);
            let next_joins = next.is_some_and(char::is_alphanumeric);
            let inside = match c {
                _ if c.is_alphanumeric() || is_mark_of_letter(c) => true,
                '-' | '\u{2010}' | '\u{2011}' => next_joins,
                '.' => {
                    let so_far = &self.text[start..start + offset];
                    let dotted = is_dotted(so_far)
                        && next.is_none_or(|n| !n.is_alphanumeric() || n.is_alphabetic());
                    let number =
                        previous.is_ascii_digit() && next.is_some_and(|n| n.is_ascii_digit());
                    dotted || number || is_short(so_far)
                }
                ',' => previous.is_ascii_digit() && next.is_some_and(|n| n.is_ascii_digit()),
                _ if is_apostrophe(c) => {
                    next_joins && !is_clitic(&self.text[start + offset + c.len_utf8()..])
                }
                _ => false,
            };
            if !inside {
                break;
            }
            previous = c;
            end = start + offset + c.len_utf8();
            if c == '.' && next.is_none_or(|n| !(n.is_alphanumeric() || n == '-')) {
                break; // the period that ends an abbreviation
            }
        }
        // `n't` is a clitic of its own, but "can't" gives "ca" + "n't".
        let word = &self.text[start..end];
        let negation = ["n't", "n\u{2019}t"]
            .iter()
            .filter(|_| word.ends_with(['t', 'T']))
            .find(|tail| word.len() > tail.len() && ends_with_fold(word, tail));
        let kind = if word.starts_with(|c: char| c.is_ascii_digit()) {
            TokenKind::Number
        } else {
            TokenKind::Word
        };
        match negation {
            Some(tail) => {
                self.put(end - tail.len(), kind, spaced, breaks);
                self.put(end, TokenKind::Clitic, false, 0);
            }
            None => self.put(end, kind, spaced, breaks),
        }
    }
}

fn ends_with_fold(word: &str, tail: &str) -> bool {
    word.len() >= tail.len()
        && word.is_char_boundary(word.len() - tail.len())
        && word[word.len() - tail.len()..].eq_ignore_ascii_case(tail)
}

/// Combining marks belong to the letter before them.
fn is_mark_of_letter(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036f}' | '\u{0483}'..='\u{0489}' | '\u{0591}'..='\u{05bd}' | '\u{064b}'..='\u{065f}' | '\u{093a}'..='\u{094d}')
}

/// Whether what follows an apostrophe inside a word is a clitic and nothing more.
fn is_clitic(rest: &str) -> bool {
    let letters = rest.bytes().take(3).take_while(u8::is_ascii_alphabetic).count();
    let ends = rest[letters..].chars().next().is_none_or(|next| !next.is_alphanumeric());
    ends && ["s", "re", "ve", "ll", "d", "m"]
        .iter()
        .any(|clitic| rest[..letters].eq_ignore_ascii_case(clitic))
}

/// Single letters with periods between them so far ("U", "U.S", "p.m", "J"), to be cut short by 12
/// bytes so that a hostile text stays linear.
fn is_dotted(so_far: &str) -> bool {
    so_far.len() <= 12
        && so_far.rsplit('-').next().is_some_and(|last| {
            !last.is_empty()
                && last.split('.').all(|part| part.len() <= 2 && part.chars().count() == 1)
                && last.starts_with(|c: char| c.is_alphabetic())
        })
}

fn is_short(so_far: &str) -> bool {
    so_far.len() <= 8
        && (TITLES.contains(&so_far)
            || SHORT.contains(&so_far)
            || so_far == "Ph"
            || so_far == "Ph.D")
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    #[track_caller]
    fn check(text: &str, expected: Expect) {
        let words: Vec<_> =
            tokens(text).iter().map(|token| token.span.of(text).unwrap_or("!")).collect();
        expected.assert_eq(&words.join(" | "));
    }

    #[test]
    fn abbreviations_keep_their_periods_and_sentences_give_theirs_up() {
        check(
            "Mr. Putin met U.S. envoys at 5 p.m. in the U.S.",
            expect!["Mr. | Putin | met | U.S. | envoys | at | 5 | p.m. | in | the | U.S."],
        );
        check("It ended. He left.", expect!["It | ended | . | He | left | ."]);
        check(
            "Wendy R. Sherman, 1,000 at 3.5.",
            expect!["Wendy | R. | Sherman | , | 1,000 | at | 3.5 | ."],
        );
    }

    #[test]
    fn hyphens_join_and_dashes_part() {
        check(
            "U.S.-Russia then-US G-20 — talks--which",
            expect!["U.S.-Russia | then-US | G-20 | — | talks | -- | which"],
        );
    }

    #[test]
    fn clitics_are_cut_off() {
        check(
            "Putin’s O'Brien can't \"he's\" the ministers' ''so''",
            expect![[
                r#"Putin | ’s | O'Brien | ca | n't | " | he | 's | " | the | ministers | ' | '' | so | ''"#
            ]],
        );
    }
}
