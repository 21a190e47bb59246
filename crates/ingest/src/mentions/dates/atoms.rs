//! Tokens as a calendar sees them: months, weekdays, numbers, years and plain words.

use crate::surface::{Run, Surface};
use crate::tokens::TokenKind;
use chancery_model::Date;
use chrono::Weekday;

/// What a token, or a part of a hyphenated one, may mean in a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lexeme {
    /// A month; short forms ("Feb.") are not `full`.
    Month { number: u32, full: bool },
    /// A day of the week; short forms ("Sat") are not `full`.
    Weekday { day: Weekday, full: bool },
    /// Up to three digits, perhaps with "st", "nd", "rd" or "th".
    Number { value: u32, ordinal: bool },
    /// Four digits from 1000 to 2100.
    Year(i32),
    /// "2021-07-14".
    Iso(Date),
    /// A hyphen or an en dash.
    Dash,
    /// Anything else.
    Word,
}

/// A token, or a part of a hyphenated one ("July 29-August 2").
#[derive(Debug, Clone, Copy)]
pub(super) struct Atom<'s> {
    /// The token it is in.
    pub(super) token: usize,
    /// Its letters in lower case.
    pub(super) word: &'s str,
    pub(super) lexeme: Lexeme,
}

/// The atoms of a stretch of tokens.
pub(super) fn atoms<'s>(surface: &'s Surface, stretch: Run) -> Vec<Atom<'s>> {
    let mut atoms = Vec::with_capacity(stretch.len());
    for token in stretch {
        let lower = surface.lower(token);
        let capital = surface.is_capital(token);
        match lexeme(lower, capital) {
            Lexeme::Word if surface.kind(token) != TokenKind::Mark && lower.len() <= 40 => {
                match parts(lower, capital) {
                    Some(parts) => {
                        atoms.extend(parts.map(|(word, lexeme)| Atom { token, word, lexeme }));
                    }
                    None => atoms.push(Atom { token, word: lower, lexeme: Lexeme::Word }),
                }
            }
            lexeme => atoms.push(Atom { token, word: lower, lexeme }),
        }
    }
    atoms
}

/// The parts of a hyphenated word if every one of them belongs to a date, the hyphens among them.
fn parts(lower: &str, capital: bool) -> Option<impl Iterator<Item = (&str, Lexeme)>> {
    let is_hyphen = |c: char| matches!(c, '-' | '\u{2010}' | '\u{2011}');
    let read =
        move |part: &str| lexeme(part, capital || lower.starts_with(|c: char| c.is_ascii_digit()));
    let edge = |part: &str| matches!(part, "mid" | "early" | "late" | "end");
    let known = |part: &str| read(part) != Lexeme::Word;
    // No word without a hyphen has parts; those beyond ASCII all begin with one byte.
    if !lower.bytes().any(|byte| matches!(byte, b'-' | 0xE2)) {
        return None;
    }
    let mut pieces = lower.split(is_hyphen);
    let first = pieces.next().unwrap_or_default();
    let rest = pieces.clone().count();
    // "mid-June": the capital is inside.
    let begins_with_edge = edge(first);
    let whole = (1..=3).contains(&rest) && (known(first) || begins_with_edge);
    let read_late =
        move |part: &str| if begins_with_edge { lexeme(part, true) } else { read(part) };
    if !whole || !pieces.all(|part| read_late(part) != Lexeme::Word) {
        return None;
    }
    let cut = move |c: char| matches!(c, '-' | '\u{2010}' | '\u{2011}');
    let each = lower.split(cut).enumerate().flat_map(move |(at, part)| {
        let dash = (at > 0 && !begins_with_edge).then_some(("-", Lexeme::Dash));
        let lexeme = if at == 0 && begins_with_edge { Lexeme::Word } else { read_late(part) };
        dash.into_iter().chain(std::iter::once((part, lexeme)))
    });
    Some(each)
}

/// Whether a word begins as months or days of the week do, or as what is no word.
fn may_tell_a_day(lower: &str) -> bool {
    match lower.as_bytes() {
        [first, second, _, ..] if first.is_ascii_lowercase() => matches!(
            (first, second),
            (b'a', b'p' | b'u')
                | (b'd' | b'w' | b'f', b'e')
                | (b'j' | b's', b'a' | b'u' | b'e')
                | (b'm', b'a' | b'o')
                | (b'n', b'o')
                | (b'o', b'c')
                | (b't', b'h' | b'u')
                | (b'f', b'r')
        ),
        [first, ..] => !first.is_ascii_lowercase(),
        [] => false,
    }
}

fn lexeme(lower: &str, capital: bool) -> Lexeme {
    if !may_tell_a_day(lower) {
        return Lexeme::Word;
    }
    if matches!(lower, "-" | "\u{2013}" | "\u{2010}" | "\u{2011}") {
        return Lexeme::Dash;
    }
    if lower.starts_with(|c: char| c.is_ascii_digit()) {
        return digits(lower);
    }
    let word = lower.strip_suffix('.').unwrap_or(lower);
    if !capital
        && matches!(
            word,
            "may" | "march" | "august" | "mar" | "sat" | "sun" | "wed" | "dec" | "jan" | "mon"
        )
    {
        return Lexeme::Word;
    }
    if let Some((number, full)) = month(word) {
        return Lexeme::Month { number, full };
    }
    weekday(word).map_or(Lexeme::Word, |(day, full)| Lexeme::Weekday { day, full })
}

fn digits(lower: &str) -> Lexeme {
    if lower.len() == 10 {
        return lower.parse().map_or(Lexeme::Word, Lexeme::Iso);
    }
    let number = lower.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let tail = &lower[number.len()..];
    if number.len() > 4 || !number.bytes().all(|byte| byte.is_ascii_digit()) {
        return Lexeme::Word;
    }
    let Ok(value) = number.parse::<u32>() else { return Lexeme::Word };
    match (number.len(), tail) {
        (4, "") if (1000..=2100).contains(&value) => {
            i32::try_from(value).map_or(Lexeme::Word, Lexeme::Year)
        }
        (1..=3, "") => Lexeme::Number { value, ordinal: false },
        (1..=2, "st" | "nd" | "rd" | "th") => Lexeme::Number { value, ordinal: true },
        _ => Lexeme::Word,
    }
}

/// Months in full and in short.
const MONTHS: [(&str, &str); 12] = [
    ("january", "jan"),
    ("february", "feb"),
    ("march", "mar"),
    ("april", "apr"),
    ("may", "may"),
    ("june", "jun"),
    ("july", "jul"),
    ("august", "aug"),
    ("september", "sep"),
    ("october", "oct"),
    ("november", "nov"),
    ("december", "dec"),
];

/// Days of the week in full and in short.
const WEEKDAYS: [(Weekday, &[&str]); 7] = [
    (Weekday::Mon, &["monday", "mon"]),
    (Weekday::Tue, &["tuesday", "tue", "tues"]),
    (Weekday::Wed, &["wednesday", "wed"]),
    (Weekday::Thu, &["thursday", "thu", "thur", "thurs"]),
    (Weekday::Fri, &["friday", "fri"]),
    (Weekday::Sat, &["saturday", "sat"]),
    (Weekday::Sun, &["sunday", "sun"]),
];

fn month(word: &str) -> Option<(u32, bool)> {
    if word == "sept" {
        return Some((9, false));
    }
    (1..).zip(MONTHS).find_map(|(number, (full, short))| {
        let is_full = word == full;
        (is_full || word == short).then_some((number, is_full))
    })
}

fn weekday(word: &str) -> Option<(Weekday, bool)> {
    WEEKDAYS
        .iter()
        .find(|(_, forms)| forms.contains(&word))
        .map(|(day, forms)| (*day, word == forms[0]))
}

/// The value of a small number in words; "a" and "an" are one.
pub(super) fn in_words(word: &str) -> Option<i32> {
    const WORDS: [&str; 13] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve", "thirteen",
    ];
    let value = match word {
        "a" | "an" => 1,
        "fourteen" => 14,
        "fifteen" => 15,
        "twenty" => 20,
        "thirty" => 30,
        "forty" => 40,
        "fifty" => 50,
        _ => (1..).zip(WORDS).find(|(_, known)| *known == word)?.0,
    };
    Some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_of_a_month_or_a_day_passes_the_sieve() {
        let months = MONTHS.iter().flat_map(|(full, short)| [*full, *short]);
        let days = WEEKDAYS.iter().flat_map(|(_, forms)| forms.iter().copied());
        for word in months.chain(days).chain(["sept"]) {
            assert!(may_tell_a_day(word), "{word} is sieved out");
            assert_ne!(lexeme(word, true), Lexeme::Word, "{word} is no word of a date");
        }
    }
}
