//! Organizations: of the table, of this text alone, by an abbreviation, by a part of the name.

use super::aliases::close;
use super::{Cast, Member, MemberId, Reason};
use crate::lexicon::StateSense;
use crate::mentions::{What, initials, long_form};
use chancery_model::EntityKind;
use std::collections::HashMap;

/// How many of the organizations named last are looked at for a slip of the pen.
const LATEST: usize = 100;

impl Cast<'_, '_> {
    pub(super) fn add_organizations(&mut self) {
        let mut known: Vec<(u32, MemberId)> = Vec::new();
        let mut named: Vec<(String, MemberId)> = Vec::new();
        let mut exact: HashMap<String, MemberId> = HashMap::new();
        for number in 0..self.names.len() {
            let what = self.names[number].what.clone();
            let run = self.names[number].run.clone();
            let words = self.surface.words(&run);
            // "the Chadian MFA": its foreign ministry.
            let words = if words == "MFA" { "Foreign ministry" } else { words }.to_owned();
            let id = match what {
                What::Known(row) => {
                    if let Some((_, id)) = known.iter().find(|(known, _)| *known == row) {
                        *id
                    } else {
                        let name = self
                            .lexicon
                            .organization_names
                            .get(row as usize)
                            .map_or(words.clone(), ToString::to_string);
                        let id = self.organization(name, None);
                        // A national body belongs to its state, once the text speaks of that state.
                        known.push((row, id));
                        id
                    }
                }
                // "the Israel Defense Force (IDF)": known by its letters.
                What::Organization if let Some(row) = self.row_in_bracket(number) => {
                    let id = known.iter().find(|(known, _)| *known == row).map(|(_, id)| *id);
                    let id = id.unwrap_or_else(|| {
                        let name = self.lexicon.organization_names.get(row as usize);
                        let name = name.map_or(words.clone(), ToString::to_string);
                        let id = self.organization(name, None);
                        known.push((row, id));
                        id
                    });
                    exact.entry(in_full(&words)).or_insert(id);
                    id
                }
                What::Organization => {
                    // "the UN Environment Assembly" is the United Nations Environment Assembly.
                    let key = in_full(&words);
                    let spelt =
                        |(name, _): &&(String, MemberId)| *name == words || close(name, &words);
                    let slip = || {
                        known
                            .iter()
                            .rev()
                            .take(LATEST)
                            .map(|(_, id)| *id)
                            .find(|id| words.len() > 7 && close(&self.member(*id).name, &words))
                    };
                    if let Some(id) = exact
                        .get(&key)
                        .copied()
                        .or_else(|| named.iter().rev().take(LATEST).find(spelt).map(|(_, id)| *id))
                        .or_else(|| self.abbreviated(number))
                        .or_else(slip)
                        .or_else(|| by_letters(&named, &words))
                    {
                        // "ABC", and then "Arctic Bears Council": now it has its name.
                        if is_letters(&self.member(id).name)
                            && initials(&words) == self.member(id).name
                        {
                            self.members[id.index()].name.clone_from(&words);
                        }
                        exact.entry(key).or_insert(id);
                        id
                    } else {
                        let id = self.organization(words.clone(), None);
                        exact.insert(key, id);
                        named.push((words, id));
                        id
                    }
                }
                What::Body(code) => {
                    let of = code.map(|code| self.state(code));
                    let name = match of {
                        Some(of) => format!("{} ({})", capitalised(&words), self.member(of).name),
                        None => capitalised(&words),
                    };
                    // Without a state it is the one that was spoken of last.
                    let same = |(known, _): &&(String, MemberId)| {
                        *known == name
                            || of.is_none()
                                && known
                                    .strip_prefix(&name)
                                    .is_some_and(|rest| rest.starts_with(" ("))
                    };
                    // "the ministry": the one named before by more than this word.
                    let short = of.is_none() && !words.contains(' ');
                    let part = |(known, _): &&(String, MemberId)| short && ends_in(known, &words);
                    let found = named.iter().rev().find(same);
                    let found = found.or_else(|| named.iter().rev().take(LATEST).find(part));
                    if let Some(id) = found.map(|(_, id)| *id) {
                        id
                    } else {
                        let id = self.organization(name.clone(), of);
                        named.push((name, id));
                        id
                    }
                }
                _ => continue,
            };
            // "the Indian Foreign Ministry": whose it is stands before it.
            if self.member(id).of.is_none() && !matches!(what, What::Known(_)) {
                let of = self.state_before(number).or_else(|| self.own_adjective(number));
                self.members[id.index()].of = of;
            }
            self.name_member[number] = Some(id);
            let span = self.names[number].span;
            self.mention(run, span, id, Reason::Name);
        }
    }

    /// Gives each known national body its state, where the article names that state.
    pub(super) fn settle_bodies(&mut self) {
        for number in 0..self.names.len() {
            let (What::Known(row), Some(id)) = (&self.names[number].what, self.name_member[number])
            else {
                continue;
            };
            let code = self.lexicon.organization_states.get(*row as usize).copied().flatten();
            if let Some(state) = code.and_then(|code| self.states.get(&code).copied()) {
                self.members[id.index()].of.get_or_insert(state);
            }
        }
        self.settle_service();
    }

    /// The European Union's diplomats come for the Union, where the text speaks of it, as ministers come
    /// for a state.
    fn settle_service(&mut self) {
        let bodies = || self.ids().filter(|id| self.kind(*id) == EntityKind::Organization);
        let union = bodies().find(|id| self.member(*id).name == "European Union");
        let service = bodies().find(|id| self.member(*id).name.contains("External Action Service"));
        if let (Some(union), Some(service)) = (union, service) {
            self.members[service.index()].of = Some(union);
        }
    }

    pub(super) fn organization(&mut self, name: String, of: Option<MemberId>) -> MemberId {
        self.add(Member { of, ..Member::named(EntityKind::Organization, name) })
    }

    /// "Islamic Association of Chad (IAC)" … "the IAC": an abbreviation in brackets after its name,
    /// met at its first use.
    fn abbreviated(&self, number: usize) -> Option<MemberId> {
        let run = &self.names[number].run;
        let bracketed = self.surface.word(run.start.wrapping_sub(1)) == "("
            && self.surface.word(run.end) == ")";
        let before = number.checked_sub(1)?;
        if bracketed
            && self.names[before].run.end + 1 == run.start
            && self.names[before].what.is_organization()
        {
            return self.name_member[before];
        }
        // A part of a longer name seen before: "the Security Council", "the National Commission".
        let words = self.surface.words(run);
        (0..number).rev().take(4 * LATEST).find_map(|earlier| {
            let name = &self.names[earlier];
            let longer = self.surface.words(&name.run);
            let part = name.what.is_organization()
                && (name.what == What::Organization || run.len() == 1 && name.run.len() > 1)
                && longer.len() > words.len()
                && (longer.ends_with(words) || longer.starts_with(words));
            let again = name.what == What::Organization && self.surface.words(&name.run) == words;
            (part || again).then_some(self.name_member[earlier]).flatten()
        })
    }

    /// The organization of the table that letters in brackets behind a name are short for.
    fn row_in_bracket(&self, number: usize) -> Option<u32> {
        let end = self.names[number].run.end;
        let letters = self.names.get(number + 1).filter(|next| next.run.start == end + 1)?;
        let What::Known(row) = letters.what else { return None };
        let long = long_form(self.surface, end + 1)?;
        (letters.run.len() == 1 && long.end == end).then_some(row)
    }

    /// "the Gambian Press Union": the state of an adjective that belongs to the name, if the text speaks
    /// of that state besides.
    fn own_adjective(&self, number: usize) -> Option<MemberId> {
        let first = self.names[number].run.start;
        let word = |offset: usize| (offset < 3).then(|| self.surface.word(first + offset));
        let (_, form) = self.lexicon.states.longest(word)?;
        let adjective = form.sense == StateSense::Demonym;
        self.states.get(&form.code).copied().filter(|_| adjective)
    }

    fn state_before(&self, number: usize) -> Option<MemberId> {
        let start = self.names[number].run.start;
        let before = number.checked_sub(1)?;
        let possessive = self.surface.lower(start.wrapping_sub(1)) == "'s";
        let end = if possessive { start.wrapping_sub(1) } else { start };
        let adjacent =
            self.names[before].run.end == end && matches!(self.names[before].what, What::State(..));
        adjacent.then_some(self.name_member[before]).flatten()
    }
}

/// "The Arctic Bears Council … the ABC", in either order: the one organization named before that the
/// letters are of.
fn by_letters(named: &[(String, MemberId)], words: &str) -> Option<MemberId> {
    let short = is_letters(words);
    let own = if short { words.to_owned() } else { initials(words) };
    if own.len() < 3 {
        return None;
    }
    let fits = |(name, _): &&(String, MemberId)| {
        if short { !is_letters(name) && initials(name) == own } else { *name == own }
    };
    let mut found = named.iter().rev().take(LATEST).filter(fits).map(|(_, id)| *id);
    let first = found.next()?;
    found.all(|other| other == first).then_some(first)
}

/// Whether a name is no more than three to six letters.
fn is_letters(name: &str) -> bool {
    (3..=6).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Whether a name, leaving out a state in brackets, has that word as its last.
fn ends_in(name: &str, word: &str) -> bool {
    let name = name.split(" (").next().unwrap_or(name).to_lowercase();
    name.strip_suffix(&word.to_lowercase()).is_some_and(|rest| rest.ends_with(' '))
}

fn capitalised(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// A name with the words for its abbreviation in front, if it has one.
fn in_full(name: &str) -> String {
    name.strip_prefix("UN ")
        .map_or_else(|| name.to_owned(), |rest| format!("United Nations {rest}"))
}

/// Whether a name is that of a body whose people act for the state: a ministry, a president's office.
pub(super) fn is_ministry(name: &str) -> bool {
    ["Ministry", "Department", "Presidential Office", "National Security Council"]
        .iter()
        .any(|words| name.contains(words))
}

/// Whether a name is that of an armed movement, whose people act for it and for no state.
pub(super) fn is_movement(name: &str) -> bool {
    MOVEMENTS.contains(&name)
}

#[rustfmt::skip]
const MOVEMENTS: &[&str] = &[
    "Hamas", "Hezbollah", "Houthis", "National Liberation Army of Colombia", "New Forces",
    "Northern Alliance", "Palestinian Islamic Jihad", "Polisario Front",
    "Revolutionary Armed Forces of Colombia", "Tigray People's Liberation Front",
    "United Self-Defense Forces of Colombia", "Wagner Group",
];

/// Whether a name is that of one of a state's own bodies.
pub(crate) fn is_organ_name(name: &str) -> bool {
    let mut words = name.split([' ', '-']);
    let of_many = name.starts_with("UN ") || name.starts_with("International");
    !of_many && words.any(|word| ORGANS.contains(&word))
}

/// Words of the names of a state's bodies.
#[rustfmt::skip]
const ORGANS: &[&str] = &[
    "Affairs", "Bureau", "Department", "Departments", "Directorate", "Military", "Ministries", "Ministry",
    "National", "Office", "Presidential",
];
