//! Who is meant by an office alone, where the text names nobody who holds it: "the Israeli Prime
//! Minister" on that day.

use super::owners::Serves;
use super::{Cast, Member, MemberId, Office};
use crate::lexicon::{Code, Gender};
use crate::mentions::{DateMention, Tense, TitlePhrase};
use crate::reference::{Held, Reference};
use chancery_model::{EntityId, EntityKind, slug};
use chrono::NaiveDate;

/// How far from its day a text may look and still speak of those in office, in days.
const NEAR: i64 = 60;
/// Offices of the United States that its own releases name without the state.
const OWN: &[&str] = &[
    "secretary",
    "secretary of state",
    "deputy secretary",
    "deputy secretary of state",
    "president",
    "vice president",
];
/// How many of the cast are compared: a text that names more is a list.
const MOST: usize = 300;

/// What is known besides a text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Known<'a> {
    /// Who held which office when.
    pub(crate) reference: &'a Reference,
    /// The day of the text.
    pub(crate) published: Option<NaiveDate>,
    /// The dates that it names.
    pub(crate) dates: &'a [DateMention],
}

impl<'a> Cast<'a, '_> {
    /// The term by which a member is known whom the text does not name.
    pub(crate) fn held(&self, who: MemberId) -> Option<Held<'a>> {
        self.held.get(&who).filter(|(_, alone)| *alone).map(|(held, _)| *held)
    }

    /// The term by which a member is known, whether the text names them besides or not.
    pub(crate) fn referred(&self, who: MemberId) -> Option<Held<'a>> {
        self.held.get(&who).map(|(held, _)| *held)
    }

    /// Gives persons whose spellings a reference knows the name that it gives them, so that they have
    /// one in all texts.
    pub(super) fn name_by_reference(&mut self) {
        let Some(known) = self.known else { return };
        for id in self.ids() {
            let member = self.member(id);
            if member.kind != EntityKind::Person {
                continue;
            }
            let owners = member.offices.iter().filter_map(|office| office.owner);
            let states: Vec<EntityId> = owners
                .chain(member.of)
                .filter(|owner| self.kind(*owner) == EntityKind::State)
                .filter_map(|owner| self.served(owner))
                .collect();
            let served: Vec<&EntityId> = states.iter().collect();
            let usual = known.reference.usual_name(EntityKind::Person, &member.name, &served);
            if let Some(usual) = usual.filter(|usual| **usual != member.name) {
                usual.clone_into(&mut self.members[id.index()].name);
            }
        }
    }

    /// The state that the bearer of a name serves in an office on the day of the text, if the text
    /// names it; the outer `None` where a reference knows none of that name in it.
    #[expect(clippy::option_option, reason = "unknown, known of a state not named, known")]
    pub(super) fn serves_by_reference(
        &self,
        who: MemberId,
        title: &str,
    ) -> Option<Option<MemberId>> {
        let known = self.known?;
        let title = title.split(" and ").next().unwrap_or_default();
        let of = known.reference.served_by(&self.member(who).name, title, known.published?)?;
        let state = (of.kind() == EntityKind::State).then(|| Code::read(of.rest())).flatten()?;
        Some(self.states.get(&state).copied())
    }

    /// The holder of the office of a title phrase on the day of the text, made a member if need be.
    pub(super) fn by_reference(
        &mut self,
        number: usize,
        owner: Option<MemberId>,
    ) -> Option<MemberId> {
        let title = self.titles[number].clone();
        let (held, owner) = self.known_holder(number, owner)?;
        let owner = owner.or_else(|| {
            let us = Code::read("US")?;
            Some(self.state(us))
        });
        if let Some(person) = self.of_name(&held.term.name) {
            self.held.entry(person).or_insert((held, false));
            return Some(person);
        }
        let first = held.term.name.split(' ').next().unwrap_or_default();
        let gender = self.lexicon.given.get(first).map_or(Gender::Unknown, |given| given.gender);
        let person = self
            .add(Member { gender, ..Member::named(EntityKind::Person, held.term.name.clone()) });
        self.held.insert(person, (held, true));
        let office = Office {
            title: self.surface.words(&title.run).to_owned(),
            owner,
            tense: Tense::Current,
            evidence: title.full.clone(),
            told: true,
            like: None,
        };
        self.give(person, office);
        Some(person)
    }

    /// Whether a title phrase is of an office of the United States that its own releases name without
    /// the state.
    pub(super) fn is_own(&self, title: &TitlePhrase) -> bool {
        self.official_us
            && self.surface.is_capital(title.head)
            && OWN.contains(&self.surface.words(&title.run).to_lowercase().as_str())
    }

    /// The term of whoever holds the office of a title phrase on the day of the text, and whom it
    /// serves; nobody if the text names another in the office.
    pub(super) fn known_holder(
        &self,
        number: usize,
        owner: Option<MemberId>,
    ) -> Option<(Held<'a>, Option<MemberId>)> {
        let known = self.known?;
        let title = &self.titles[number];
        if title.tense != Tense::Current || !self.stands_alone(title) {
            return None;
        }
        let mut words = self.surface.words(&title.run).to_owned();
        let post = self.post(title);
        let own = self.is_own(title)
            || self.official_us && self.surface.is_capital(title.head) && post.is_some();
        if let Some(post) = post.filter(|_| !words.contains(" to ")) {
            words = format!("{words} to {}", self.member(post).name);
        }
        let (owner, of) = match owner.filter(|owner| Some(*owner) != post) {
            Some(owner) => (Some(owner), self.served(owner)?),
            None if own && (title.owner.is_none() || post.is_some()) => {
                (None, EntityId::state("US").ok()?)
            }
            None => return None,
        };
        if of.rest() == "US" && words.to_lowercase().ends_with("secretary") {
            words.push_str(" of State");
        }
        let day = self.day_at(title.full.start, known)?;
        let held = known.reference.holder(&of, &words, day)?;
        let us = || Code::read("US").and_then(|us| self.states.get(&us).copied());
        let named = self.of_name(&held.term.name);
        // "The Secretary", where the text calls both him and another Secretary by name.
        let by_name = |who: MemberId| {
            let mut offices = self.member(who).offices.iter();
            offices.any(|office| Reference::is_one_office(&office.title, &words))
        };
        let confirmed = own && words.ends_with("ecretary of State") && named.is_some_and(by_name);
        (confirmed || !self.has_another(&words, owner.or_else(us), named)).then_some((held, owner))
    }

    /// The state to which an ambassador is sent: "Ambassador to Chad".
    pub(super) fn post(&self, title: &TitlePhrase) -> Option<MemberId> {
        if self.surface.lower(title.head) != "ambassador" {
            return None;
        }
        let to = (title.head + 1..=title.full.end).find(|at| self.surface.lower(*at) == "to")?;
        let at = to + 1 + usize::from(self.surface.lower(to + 1) == "the");
        self.who(at).filter(|who| self.kind(*who) == EntityKind::State)
    }

    /// Whether no name and no noun goes on after the words of a title: "Prime Minister Lee", "the
    /// Prime Minister's Office", "the Ambassador to Chad's residence".
    fn stands_alone(&self, title: &TitlePhrase) -> bool {
        let next = title.full.end;
        let after = if self.surface.lower(next) == "'s" { next + 1 } else { next };
        let same = self.surface.sentence_of(after) == self.surface.sentence_of(title.head);
        let noun = same && after > next && self.surface.is_capital(after);
        !(noun || same && after == next && self.surface.is_capital(next))
    }

    /// The name of a state or organization that an office serves, as the world knows it.
    fn served(&self, owner: MemberId) -> Option<EntityId> {
        let member = self.member(owner);
        match member.kind {
            EntityKind::State => EntityId::state(member.code?.as_str()).ok(),
            EntityKind::Organization => Some(EntityId::named(member.kind, &member.name)),
            EntityKind::Person | EntityKind::Place => None,
        }
    }

    /// The day of the text, where the sentence of a token speaks of no other time.
    fn day_at(&self, at: usize, known: Known) -> Option<NaiveDate> {
        let day = known.published?;
        let sentence = self.surface.sentence(at);
        let first = known.dates.partition_point(|date| date.run.end <= sentence.start);
        let mut here = known.dates[first..].iter().take_while(|date| date.run.start < sentence.end);
        let near = |date: &DateMention| {
            let days =
                |end: Option<NaiveDate>| end.is_none_or(|end| (end - day).num_days().abs() <= NEAR);
            days(date.when.first_day()) || days(date.when.last_day())
        };
        here.all(near).then_some(day)
    }

    /// Whether the text names somebody else in the office.
    fn has_another(&self, words: &str, owner: Option<MemberId>, holder: Option<MemberId>) -> bool {
        let of_owner = |serves| match serves {
            Serves::Told(of) => Some(of) == owner,
            Serves::Perhaps(of) => of.is_none() || of == owner,
            Serves::Elsewhere => false,
        };
        self.ids().take(MOST).any(|id| {
            Some(id) != holder
                && self.held(id).is_none()
                && self.member(id).offices.iter().any(|office| {
                    office.tense == Tense::Current
                        && Reference::is_one_office(&office.title, words)
                        && of_owner(self.serves(id, office))
                })
        })
    }

    /// The only person of the cast who may bear a name: "Bennett" for Naftali Bennett.
    pub(super) fn of_name(&self, name: &str) -> Option<MemberId> {
        let words =
            |name: &str| -> Vec<String> { slug(name).split('-').map(str::to_owned).collect() };
        let known = words(name);
        let bears = |id: &MemberId| {
            let member = self.member(*id);
            let told = words(&member.name);
            member.kind == EntityKind::Person
                && (told.last() == known.last() && told.iter().all(|word| known.contains(word))
                    || told.len() > 1 && known.iter().all(|word| told.contains(word)))
        };
        let mut found = self.ids().take(MOST).filter(bears);
        let first = found.next()?;
        found.next().is_none().then_some(first)
    }
}
