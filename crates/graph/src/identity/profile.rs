use super::person_name::PersonName;
use crate::Report;
use chancery_model::{EntityId, EntityKind, fold};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// What one report, or many, tell of one person.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Profile {
    /// How many documents name them.
    pub(super) documents: usize,
    /// How often they are said to serve each state or organization.
    serves: BTreeMap<EntityId, usize>,
    /// The titles they bear, each as its words.
    titles: BTreeMap<BTreeSet<String>, usize>,
    /// The states that the documents name which name them, and how many do.
    beside: BTreeMap<EntityId, usize>,
    /// The first and the last day on which they are named.
    days: Option<(NaiveDate, NaiveDate)>,
}

/// How what two are said to serve agrees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Service {
    /// One state or organization is served by both.
    Shared,
    /// Of one of them nothing is told.
    Unknown,
    /// Each serves another state.
    Apart,
}

/// How the titles of two agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Titles {
    Shared,
    Unknown,
    Apart,
}

impl Profile {
    pub(super) fn add(&mut self, other: &Self) {
        self.documents += other.documents;
        for (id, count) in &other.serves {
            *self.serves.entry(id.clone()).or_default() += count;
        }
        for (title, count) in &other.titles {
            *self.titles.entry(title.clone()).or_default() += count;
        }
        for (id, count) in &other.beside {
            *self.beside.entry(id.clone()).or_default() += count;
        }
        self.days = match (self.days, other.days) {
            (Some(a), Some(b)) => Some((a.0.min(b.0), a.1.max(b.1))),
            (a, b) => a.or(b),
        };
    }

    /// What they are said to serve often enough to be believed, of one kind.
    fn served(&self, kind: EntityKind) -> BTreeSet<&EntityId> {
        let of_kind = || self.serves.iter().filter(|(id, _)| id.kind() == kind);
        let most = of_kind().map(|(_, count)| *count).max().unwrap_or_default();
        of_kind().filter(|(_, count)| **count * 3 >= most).map(|(id, _)| id).collect()
    }

    /// The state they are said to serve most.
    pub(super) fn home(&self) -> Option<&EntityId> {
        let states = self.serves.iter().filter(|(id, _)| id.kind() == EntityKind::State);
        states.rev().max_by_key(|(_, count)| **count).map(|(id, _)| id)
    }

    pub(super) fn service(&self, other: &Self) -> Service {
        let states = (self.served(EntityKind::State), other.served(EntityKind::State));
        if !states.0.is_empty() && !states.1.is_empty() {
            return if states.0.is_disjoint(&states.1) { Service::Apart } else { Service::Shared };
        }
        let bodies =
            (self.served(EntityKind::Organization), other.served(EntityKind::Organization));
        if bodies.0.is_disjoint(&bodies.1) { Service::Unknown } else { Service::Shared }
    }

    /// Titles agree if the words of one are among those of the other.
    pub(super) fn titles(&self, other: &Self) -> Titles {
        if self.titles.is_empty() || other.titles.is_empty() {
            return Titles::Unknown;
        }
        let agree = self.titles.keys().any(|title| {
            other.titles.keys().any(|other| title.is_subset(other) || other.is_subset(title))
        });
        if agree { Titles::Shared } else { Titles::Apart }
    }

    /// Whether any document that names this person also names the state that the other serves.
    pub(super) fn is_beside_home_of(&self, other: &Self) -> bool {
        other.served(EntityKind::State).into_iter().any(|state| self.beside.contains_key(state))
    }
}

/// One person as one report names them.
pub(super) struct Sighting<'a> {
    pub(super) report: &'a Report,
    pub(super) id: &'a EntityId,
    pub(super) name: PersonName,
    pub(super) profile: Profile,
}

/// Everybody whom a report names.
pub(super) fn sightings(report: &Report) -> Vec<Sighting<'_>> {
    let facts = report.facts();
    let beside: BTreeMap<EntityId, usize> = facts
        .entities
        .iter()
        .filter(|entity| entity.kind() == EntityKind::State)
        .map(|entity| (entity.id.clone(), 1))
        .collect();
    let day = facts.document.published.map(|day| (day.first_day(), day.last_day()));
    let people = facts.entities.iter().filter(|entity| entity.kind() == EntityKind::Person);
    people
        .map(|person| {
            let mut profile =
                Profile { documents: 1, beside: beside.clone(), days: day, ..Profile::default() };
            for role in facts.roles.iter().filter(|role| role.person == person.id) {
                if let Some(of) = role.of.as_ref().filter(|of| of.kind() != EntityKind::Person) {
                    *profile.serves.entry(of.clone()).or_default() += 1;
                }
                let words: BTreeSet<String> = fold(&role.title)
                    .split(' ')
                    .filter(|word| word.chars().nth(3).is_some())
                    .map(str::to_owned)
                    .collect();
                if !words.is_empty() {
                    *profile.titles.entry(words).or_default() += 1;
                }
            }
            Sighting { report, id: &person.id, name: PersonName::read(&person.name), profile }
        })
        .collect()
}
