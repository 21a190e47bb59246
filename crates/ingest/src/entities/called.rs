//! Whom a name of one word cannot mean by how it is spoken, and whose family name it shares.

use super::aliases::{Person, same_full_name};
use super::{Cast, Headed, MemberId};
use crate::lexicon::Gender;
use crate::mentions::What;
use chancery_model::EntityKind;

/// Words of a paragraph back from a name within which its speaker is looked for.
const TURN: usize = 120;

/// Words of the label of a turn.
const LABEL: usize = 10;

/// Words of a sentence that does no more than call upon somebody: "Yes, please, Paul."
const CALL: usize = 5;

/// Names of somebody that are looked at.
const FIRST: usize = 12;

impl Cast<'_, '_> {
    /// "AMBASSADOR KIM: Thank you, Ms. Kim": nobody addresses themselves.
    pub(super) fn is_namesake_of_speaker(&self, number: usize) -> bool {
        let surface = self.surface;
        let at = self.names[number].run.start;
        if !is_plain_address(surface.lower(at.wrapping_sub(1))) {
            return false;
        }
        let Some(start) =
            (at.saturating_sub(TURN)..at).rev().find(|at| surface.begins_paragraph(*at))
        else {
            return false;
        };
        let Some(colon) = (start..at.min(start + LABEL)).find(|at| surface.word(*at) == ":") else {
            return false;
        };
        (start..colon).any(|label| surface.lower(label) == surface.lower(at))
    }

    /// Whether a person is known to be of another gender than "Mr." or "Ms." before a name tells.
    pub(super) fn is_of_other_gender(&self, person: &Person, number: usize) -> bool {
        let run = &self.names[number].run;
        if !is_plain_address(self.surface.lower(run.start.wrapping_sub(1))) {
            return false;
        }
        let first = person.words.first().map_or("", String::as_str);
        let known = if person.words.len() > 1 && !self.lexicon.family_first.contains(first) {
            self.gender_by_name(person)
        } else {
            Gender::Unknown
        };
        known != Gender::Unknown && self.gender_by_address(run).is_some_and(|told| told != known)
    }

    /// "Paul. Go ahead": who is called upon by a given name is somebody who is there, and not one who is
    /// told of only among others: "Trevor Reed and Paul Whelan".
    pub(super) fn is_told_of_alone(
        &self,
        person: &Person,
        headed: &[Headed],
        number: usize,
    ) -> bool {
        if !self.spoken || person.words.len() < 2 || !self.is_call(number) {
            return false;
        }
        let titled = headed.iter().any(|it| same_full_name(&it.words, &person.words));
        let mut names = person.names.iter().take(FIRST).filter(|it| self.names[**it].run.len() > 1);
        !titled && names.all(|name| self.is_among_others(*name))
    }

    /// "Trevor Reed, Paul Whelan, and others": a name that stands right after another person's, or before
    /// one.
    fn is_among_others(&self, number: usize) -> bool {
        let surface = self.surface;
        let person = |it: &&crate::mentions::Name| it.what == What::Person && it.run.len() > 1;
        let run = &self.names[number].run;
        let joined = |from: usize, to: usize| {
            from < to
                && to - from <= 2
                && surface.sentence_of(from) == surface.sentence_of(to)
                && (from..to).all(|at| matches!(surface.lower(at), "," | "and" | "or"))
        };
        let before = number.checked_sub(1).and_then(|before| self.names.get(before));
        let after = self.names.get(number + 1);
        before.filter(person).is_some_and(|it| joined(it.run.end, run.start))
            || after.filter(person).is_some_and(|it| joined(run.end, it.run.start))
    }

    /// Whether a sentence does no more than name somebody.
    fn is_call(&self, number: usize) -> bool {
        let surface = self.surface;
        let run = &self.names[number].run;
        let sentence = surface.sentence(run.start);
        let from = (sentence.start..run.start)
            .rev()
            .find(|at| surface.word(*at) == ":")
            .map_or(sentence.start, |colon| colon + 1);
        let before = run.start == from || surface.word(run.start - 1) == ",";
        before
            && sentence.end - from < CALL + run.len()
            && matches!(surface.word(run.end), "." | "," | "?" | "!")
    }

    /// "Are you there, Aler?" and then "MS GRUBBS: Yes.": whom the turn before one calls by a given name at
    /// its end, if the text has no more of their name. `start`: the first token of the turn.
    pub(crate) fn called_before(&self, start: usize) -> Option<MemberId> {
        let surface = self.surface;
        let at = start.checked_sub(2)?;
        let comma = surface.word(at.checked_sub(1)?) == ",";
        let who = self.who(at).filter(|_| comma && surface.word(at + 1) == "?")?;
        let member = self.member(who);
        let of_one_word = member.kind == EntityKind::Person && !member.name.contains(' ');
        (of_one_word && member.offices.is_empty()).then_some(who)
    }

    /// Adds the family name that a label tells to somebody's given name.
    pub(crate) fn add_family_name(&mut self, who: MemberId, family: &str) {
        let member = &mut self.members[who.index()];
        member.name = format!("{} {family}", member.name);
    }

    /// "Tony and Donna Ryan": the words of the name of a couple's or a family's first.
    pub(super) fn shared_name(&self, number: usize) -> Option<Vec<String>> {
        let surface = self.surface;
        let run = &self.names[number].run;
        let given = &self.lexicon.given;
        let plain = |word: &str| {
            given.get(word).is_some_and(|given| !given.common)
                && !self.lexicon.family_first.contains(word)
        };
        if surface.lower(run.end) != "and"
            || self.head_before(run.start).is_some()
            || is_plain_address(surface.lower(run.start.wrapping_sub(1)))
            || !plain(surface.word(run.start))
        {
            return None;
        }
        let next = self.names.get(number + 1)?;
        let of_two = next.what == What::Person && next.run.len() == 2;
        (of_two && next.run.start == run.end + 1 && given.contains(surface.word(next.run.start)))
            .then(|| {
                let family = surface.word(next.run.start + 1);
                vec![surface.word(run.start).to_owned(), family.to_owned()]
            })
    }
}

/// Forms of address that are no office.
fn is_plain_address(word: &str) -> bool {
    matches!(word, "mr." | "mr" | "mrs." | "mrs" | "ms." | "ms" | "miss")
}
