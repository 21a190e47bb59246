//! Presidents of one family name, told apart by the year or the number that a text gives: "President Bush
//! in 2008", "President Bush 41".

use super::Cast;

/// A family name, what tells the president of that name by number, the years in office, and the full
/// name.
const TERMS: &[(&str, &str, std::ops::RangeInclusive<u16>, &[&str])] = &[
    ("Bush", "41", 1989..=1992, &["George", "H.W.", "Bush"]),
    ("Bush", "43", 2001..=2008, &["George", "W.", "Bush"]),
];

/// Words of a sentence on either side of a name among which a year is looked for.
const NEAR: usize = 30;

/// The full name of a president who is told by number.
pub(super) fn numbered(words: &[String]) -> Option<Vec<String>> {
    let [family, number] = words else { return None };
    let term = TERMS.iter().find(|term| term.0 == family && term.1 == number)?;
    Some(term.3.iter().map(|word| (*word).to_owned()).collect())
}

impl Cast<'_, '_> {
    /// The full name of a president whom a sentence names by the family name alone, with a year in which
    /// one of that name was in office: "under the Bush administration, in 2004".
    pub(super) fn president_of_year(&self, number: usize) -> Option<Vec<String>> {
        let surface = self.surface;
        let run = &self.names[number].run;
        let family = surface.word(run.start);
        if run.len() != 1 || !TERMS.iter().any(|term| term.0 == family) {
            return None;
        }
        let in_office = self.head_before(run.start) == Some("president")
            || surface.lower(run.end) == "administration";
        let sentence = surface.sentence(run.start);
        let near = sentence.start.max(run.start.saturating_sub(NEAR))
            ..sentence.end.min(run.start.saturating_add(NEAR));
        let years: Vec<u16> = near
            .filter_map(|at| surface.word(at).parse().ok())
            .filter(|year| (1900..2100).contains(year))
            .collect();
        let held = |term: &&(&str, &str, std::ops::RangeInclusive<u16>, &[&str])| {
            term.0 == family && years.iter().all(|year| term.2.contains(year))
        };
        let term = TERMS.iter().find(held).filter(|_| in_office && !years.is_empty())?;
        Some(term.3.iter().map(|word| (*word).to_owned()).collect())
    }
}
