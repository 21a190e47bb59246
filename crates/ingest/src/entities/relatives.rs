//! Whom a family name alone means where a text names relatives in full: "sanctions on Lukashenko and
//! his wife, Galina Lukashenko. Lukashenko said".

use super::Cast;
use super::aliases::Person;
use crate::lexicon::Gender;
use crate::mentions::bare;
use crate::tagger::Pos;
use crate::tokens::TokenKind;

/// Words for relatives.
pub(crate) const KIN: &[&str] = &[
    "aunt",
    "brother",
    "brother-in-law",
    "brothers",
    "children",
    "cousin",
    "cousins",
    "daughter",
    "daughter-in-law",
    "daughters",
    "father",
    "father-in-law",
    "husband",
    "mother",
    "nephew",
    "nephews",
    "niece",
    "sister",
    "sisters",
    "son",
    "son-in-law",
    "sons",
    "spouse",
    "uncle",
    "widow",
    "wife",
];

/// Words back from a name within which it is told whose relative it is.
const NEAR: usize = 14;

/// Names of somebody that are looked at for it.
const FIRST: usize = 4;

impl Cast<'_, '_> {
    /// Of several who bear a family name, those whom it may mean by itself: of the gender that the form
    /// of address has, those whose last name it is, and no relatives of another.
    pub(super) fn without_relatives(
        &self,
        people: &[Person],
        mut family: Vec<usize>,
        word: &str,
        number: usize,
    ) -> Vec<usize> {
        let keep = |family: &mut Vec<usize>, keeps: &dyn Fn(usize) -> bool| {
            if family.len() > 1 && family.iter().any(|at| keeps(*at)) {
                family.retain(|at| keeps(*at));
            }
        };
        let is_last = |at: usize| {
            let last = people[at].words.last();
            last.is_some_and(|last| last == word || bare(last) == Some(word))
        };
        keep(&mut family, &is_last);
        if let Some(gender) = self.gender_by_address(&self.names[number].run) {
            keep(&mut family, &|at| self.gender_by_name(&people[at]) == gender);
        } else {
            keep(&mut family, &|at| !self.is_told_as_relative(&people[at]));
        }
        family
    }

    /// Whether a name is of a relative of whoever is named right before it: "Ahmad Lee, Ahmad Shah Lee’s
    /// son", "Ahmad Shah Lee’s son Ahmad Lee". The two are no spellings of one name.
    pub(super) fn is_relative_of_the_last(&self, number: usize) -> bool {
        let surface = self.surface;
        let run = &self.names[number].run;
        let Some(before) = number.checked_sub(1).map(|before| &self.names[before].run) else {
            return false;
        };
        let bears = |end: usize| surface.pos(end) == Pos::Possessive;
        let is_kin = |from: usize| {
            let sentence = surface.sentence(run.start).end;
            (from..sentence.min(from + 3)).any(|at| KIN.contains(&surface.lower(at)))
        };
        let apposed = before.end + 1 == run.start && surface.word(before.end) == ",";
        let comma = usize::from(surface.word(run.start.wrapping_sub(1)) == ",");
        let kin = run.start.checked_sub(1 + comma).filter(|at| *at > before.end);
        let of_the_last = bears(before.end)
            && run.start <= before.end + 5
            && surface.sentence(before.start) == surface.sentence(run.start)
            && kin.is_some_and(|at| KIN.contains(&surface.lower(at)));
        (apposed && bears(run.end) && is_kin(run.end + 1) || of_the_last)
            && self.name_words(number) != self.name_words(number - 1)
    }

    pub(super) fn gender_by_name(&self, person: &Person) -> Gender {
        let first = person.words.first().map_or("", String::as_str);
        self.lexicon.given.get(first).map_or(Gender::Unknown, |given| given.gender)
    }

    fn is_told_as_relative(&self, person: &Person) -> bool {
        let mut names = person.names.iter().take(FIRST);
        names.any(|name| {
            let run = &self.names[*name].run;
            run.len() > 1 && (self.is_after_kin(run.start) || self.is_before_kin(run.end))
        })
    }

    /// "his adult sons, Viktar Lee and Dzmitry Lee", "a daughter of Ann Lee, Bo Lee": but Ann Lee is the
    /// one whose relative is told of.
    fn is_after_kin(&self, start: usize) -> bool {
        let surface = self.surface;
        let first = surface.sentence(start).start;
        for at in (first..start).rev().take(NEAR) {
            let word = surface.lower(at);
            if KIN.contains(&word) {
                return true;
            }
            if word == "of" {
                let apposed = surface.word(start - 1) == ",";
                return apposed && at > first && KIN.contains(&surface.lower(at - 1));
            }
            let goes_on = surface.is_capital(at) && surface.kind(at) == TokenKind::Word
                || matches!(word, "," | "and" | ".");
            if !goes_on {
                return false;
            }
        }
        false
    }

    /// "Bo Lee, the younger son of", "Bo Lee, Ann's brother".
    fn is_before_kin(&self, end: usize) -> bool {
        let surface = self.surface;
        if surface.word(end) != "," {
            return false;
        }
        let sentence = surface.sentence(end).end;
        for at in (end + 1..sentence).take(5) {
            let word = surface.lower(at);
            if KIN.contains(&word) {
                return true;
            }
            let goes_on = surface.is_capital(at)
                || surface.pos(at).is_adjective()
                || matches!(word, "'s" | "the" | "a");
            if !goes_on {
                return false;
            }
        }
        false
    }
}
