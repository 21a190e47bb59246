//! Whether somebody is a man or a woman, as far as a text tells: by how they are addressed, whose relative
//! they are, who led a state under that family name, and the pronouns that can be of nobody else.

use super::{Cast, MemberId};
use crate::lexicon::Gender;
use crate::surface::Run;
use crate::tagger::Pos;
use chancery_model::{EntityKind, slug};

/// Pronouns of one gender must be so many times those of the other.
const CLEARLY: usize = 3;

/// And so many: one may be of somebody whom the sentence does not name.
const SEVERAL: usize = 2;

impl Cast<'_, '_> {
    /// "Mr.", "Mrs.", "King" before a name tell what the given name does not.
    pub(super) fn gender_by_address(&self, run: &Run) -> Option<Gender> {
        gender_of_address(self.surface.lower(run.start.wrapping_sub(1)))
    }

    /// Of those who led a state under a family name all are men, or all women: "Biden", "Merkel".
    pub(super) fn gender_of_leaders(&self, family: &str) -> Gender {
        let leaders = self.lexicon.leaders.get(slug(family).as_str());
        let mut genders = leaders.into_iter().flatten().map(|leader| {
            let first = leader.name.first().map_or("", String::as_str);
            let mut letters = first.chars();
            let given: String =
                letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
            self.lexicon.given.get(given.as_str()).map_or(Gender::Unknown, |given| given.gender)
        });
        let first = genders.next().unwrap_or(Gender::Unknown);
        if genders.all(|gender| gender == first) { first } else { Gender::Unknown }
    }

    /// "Lee said he would": where a sentence names one person alone, and as the subject, its pronouns
    /// tell of what gender that person is, unless others tell of the other one.
    pub(super) fn learn_genders(&mut self) {
        let mut told = vec![(0_usize, 0_usize); self.members.len()];
        for sentence in self.surface.sentences() {
            let Some((who, from)) = self.only_subject(sentence) else { continue };
            for at in from..sentence.end {
                if !self.surface.pos(at).is_pronoun() {
                    continue;
                }
                match self.surface.lower(at) {
                    "he" | "his" => told[who.index()].0 += 1,
                    "she" => told[who.index()].1 += 1,
                    "her" if self.surface.pos(at) == Pos::PossessivePronoun => {
                        told[who.index()].1 += 1;
                    }
                    _ => {}
                }
            }
        }
        for (member, (man, woman)) in self.members.iter_mut().zip(told) {
            if member.gender != Gender::Unknown || member.kind != EntityKind::Person {
                continue;
            }
            if man >= SEVERAL && man > woman * CLEARLY {
                member.gender = Gender::Man;
            } else if woman >= SEVERAL && woman > man * CLEARLY {
                member.gender = Gender::Woman;
            }
        }
    }

    /// The only person whom a sentence names, if one of whom the gender is not known is its subject, with
    /// where the name ends.
    fn only_subject(&self, sentence: &Run) -> Option<(MemberId, usize)> {
        let people = |mention: &&super::Mentioned| self.kind(mention.who) == EntityKind::Person;
        let mut named = self.mentions_in(sentence).filter(people);
        let first = named.next()?;
        if self.member(first.who).gender != Gender::Unknown
            || named.any(|mention| mention.who != first.who)
        {
            return None;
        }
        let verb = (first.run.end..sentence.end).find(|at| !self.surface.pos(*at).is_adverb())?;
        let subject = self.surface.pos(verb).is_finite_verb();
        subject.then_some((first.who, first.run.end))
    }
}

/// The gender that a form of address or a word for a relative before a name tells.
fn gender_of_address(word: &str) -> Option<Gender> {
    match word {
        "mr." | "mr" | "mister" | "king" | "prince" | "sir" | "lord" | "chairman" | "spokesman"
        | "congressman" | "businessman" | "emir" | "sultan" | "sheikh" | "father" | "brother"
        | "son" | "husband" | "uncle" | "nephew" | "grandfather" | "grandson" => Some(Gender::Man),
        "mrs." | "ms." | "mrs" | "ms" | "miss" | "madam" | "madame" | "queen" | "princess"
        | "dame" | "lady" | "baroness" | "sheikha" | "chairwoman" | "spokeswoman"
        | "congresswoman" | "businesswoman" | "mother" | "sister" | "daughter" | "wife"
        | "aunt" | "niece" | "widow" | "grandmother" | "granddaughter" => Some(Gender::Woman),
        _ => None,
    }
}
