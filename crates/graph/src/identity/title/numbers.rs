//! Which of a series an occasion is told to be: "the ninth", "the 26th".

use chancery_model::{MONTHS, fold};

/// Which of a series.
const NUMBERS: &[&[&str]] = &[
    &["first", "1st", "inaugural"],
    &["second", "2nd", "ii"],
    &["third", "3rd", "iii"],
    &["fourth", "4th", "iv"],
    &["fifth", "5th"],
    &["sixth", "6th", "vi"],
    &["seventh", "7th", "vii"],
    &["eighth", "8th", "viii"],
    &["ninth", "9th", "ix"],
    &["tenth", "10th"],
    &["eleventh", "11th"],
    &["twelfth", "12th"],
];

/// Which of a series a word tells.
pub(super) fn number_of(word: &str) -> Option<u8> {
    if let Some(place) = NUMBERS.iter().position(|names| names.contains(&word)) {
        return u8::try_from(place + 1).ok();
    }
    // "26th"
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending))?;
    digits.parse().ok().filter(|number| *number > 0)
}

/// Which of a series the words right before a name tell: "the seventh", "that very first".
pub(super) fn numbered(before: &str) -> Option<u8> {
    let mut words = before.strip_suffix(' ')?.trim_end().rsplit(' ');
    let word = words.next().filter(|word| word.chars().all(char::is_alphanumeric))?;
    // "On June 15th".
    let is_day = words.next().is_some_and(|word| MONTHS.contains(&&*fold(word)));
    number_of(&fold(word)).filter(|_| !is_day)
}
