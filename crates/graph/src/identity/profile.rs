use super::gist::Gist;
use super::person_name::PersonName;
use super::stray::Stray;
use chancery_model::{DocumentId, EntityId, EntityKind};
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
    /// What they are called elsewhere, and how many documents say so.
    elsewhere: BTreeMap<String, usize>,
    /// The series of documents that name them, and how many of each do.
    printed_in: BTreeMap<String, usize>,
}

/// Documents that tell a title, by which what few tell is a slip.
const OFTEN: usize = 8;

/// States that are few in a document.
const FEW_STATES: usize = 12;

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
        for (id, count) in &other.elsewhere {
            *self.elsewhere.entry(id.clone()).or_default() += count;
        }
        for (series, count) in &other.printed_in {
            *self.printed_in.entry(series.clone()).or_default() += count;
        }
    }

    /// Takes away what one that was [added](Self::add) told.
    pub(super) fn take(&mut self, other: &Self) {
        self.documents = self.documents.saturating_sub(other.documents);
        less(&mut self.serves, &other.serves);
        less(&mut self.titles, &other.titles);
        less(&mut self.beside, &other.beside);
        less(&mut self.elsewhere, &other.elsewhere);
        less(&mut self.printed_in, &other.printed_in);
    }

    /// What one document tells.
    pub(super) const fn of_one(
        serves: BTreeMap<EntityId, usize>,
        titles: BTreeMap<BTreeSet<String>, usize>,
        beside: BTreeMap<EntityId, usize>,
        elsewhere: BTreeMap<String, usize>,
        printed_in: BTreeMap<String, usize>,
    ) -> Self {
        Self { documents: 1, serves, titles, beside, elsewhere, printed_in }
    }

    /// Whether documents of one series name both.
    pub(super) fn shares_series(&self, other: &Self) -> bool {
        other.printed_in.keys().any(|series| self.printed_in.contains_key(series))
    }

    /// The series of the document that names them, if it is one.
    pub(super) fn series(&self) -> Option<&str> {
        self.printed_in.keys().next().map(String::as_str)
    }

    /// What they are called elsewhere.
    pub(super) fn ids(&self) -> impl Iterator<Item = &String> {
        self.elsewhere.keys()
    }

    /// Whether ids elsewhere tell that two are one, or two; nothing if they do not tell.
    pub(super) fn is_one_by_id(&self, other: &Self) -> Option<bool> {
        if self.ids().any(|id| other.elsewhere.contains_key(id)) {
            return Some(true);
        }
        let scheme = |id: &String| id.split(':').next().map(str::to_owned);
        let schemes: BTreeSet<_> = self.ids().filter_map(scheme).collect();
        let apart = other.ids().filter_map(scheme).any(|it| schemes.contains(&it));
        apart.then_some(false)
    }

    /// What they are said to serve often enough to be believed, of one kind.
    fn served(&self, kind: EntityKind) -> BTreeSet<&EntityId> {
        let of_kind = || self.serves.iter().filter(|(id, _)| id.kind() == kind);
        let most = of_kind().map(|(_, count)| *count).max().unwrap_or_default();
        of_kind().filter(|(_, count)| **count * 3 >= most).map(|(id, _)| id).collect()
    }

    /// The state they are said to serve most.
    pub(super) fn home(&self) -> Option<&EntityId> {
        self.most(EntityKind::State).map(|(id, _)| id)
    }

    /// The state for which they sit at a table: the one they are said to serve most, but none if a body
    /// is told far more often. The secretary-general of one is now and then called a state's.
    pub(super) fn side(&self) -> Option<&EntityId> {
        let bodies = self.most(EntityKind::Organization).map_or(0, |(_, count)| count);
        self.most(EntityKind::State).filter(|(_, count)| count * 2 >= bodies).map(|(id, _)| id)
    }

    fn most(&self, kind: EntityKind) -> Option<(&EntityId, usize)> {
        let of_kind = self.serves.iter().filter(|(id, _)| id.kind() == kind);
        of_kind.rev().max_by_key(|(_, count)| **count).map(|(id, count)| (id, *count))
    }

    /// Whether a state is told once only, by a document that names the state which the other
    /// serves: "President Biden" in a sentence on Iran.
    fn may_be_mistaken(&self, other: &Self) -> bool {
        let states = self.serves.iter().filter(|(id, _)| id.kind() == EntityKind::State);
        let told: usize = states.map(|(_, count)| *count).sum();
        told == 1 && self.is_beside_home_of(other)
    }

    pub(super) fn service(&self, other: &Self) -> Service {
        let states = (self.served(EntityKind::State), other.served(EntityKind::State));
        if !states.0.is_empty() && !states.1.is_empty() {
            return if !states.0.is_disjoint(&states.1) {
                Service::Shared
            } else if self.may_be_mistaken(other) || other.may_be_mistaken(self) {
                Service::Unknown
            } else {
                Service::Apart
            };
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

    /// The same, but of somebody of whom one title is told time and again what few documents tell is
    /// a slip.
    pub(super) fn titles_borne(&self, known: &Self) -> Titles {
        let most = known.titles.values().copied().max().unwrap_or_default();
        if self.titles.is_empty() || most < OFTEN {
            return self.titles(known);
        }
        let often = known.titles.iter().filter(|(_, count)| **count * 5 >= most);
        let mut often = often.map(|(title, _)| title);
        let agree = often.any(|title| {
            self.titles.keys().any(|told| title.is_subset(told) || told.is_subset(title))
        });
        if agree { Titles::Shared } else { Titles::Apart }
    }

    /// The states that at least half of the documents name which name this person.
    pub(super) fn often_beside(&self) -> impl Iterator<Item = &EntityId> {
        let often = self.beside.iter().filter(|(_, count)| **count * 2 >= self.documents);
        often.map(|(id, _)| id)
    }

    /// Whether the documents that name either name few states, and one of a few in both: not the one
    /// that nearly all name.
    pub(super) fn is_near(&self, other: &Self) -> bool {
        let often = |it: &Self| -> BTreeSet<EntityId> { it.often_beside().cloned().collect() };
        let common = often(self).intersection(&often(other)).count();
        self.names_few_states() && other.names_few_states() && common > 1
    }

    /// Whether nothing is told of what they are.
    pub(super) fn is_plain(&self) -> bool {
        self.titles.is_empty() && self.serves.is_empty()
    }

    /// The words of an office of theirs.
    pub(super) fn title(&self) -> Option<String> {
        let title = self.titles.keys().next()?;
        Some(title.iter().map(String::as_str).collect::<Vec<_>>().join(" "))
    }

    /// Whether an office of theirs is told.
    pub(super) fn has_titles(&self) -> bool {
        !self.titles.is_empty()
    }

    /// Whether an office is told in which somebody leads, such as a state or a ministry.
    pub(super) fn leads(&self) -> bool {
        const LEADERS: &[&str] =
            &["chancellor", "emir", "king", "minister", "premier", "president", "sultan"];
        let words = self.titles.keys().flatten();
        words.into_iter().any(|word| LEADERS.contains(&word.as_str()))
    }

    /// Whether an office is told that no president has: "Secretary Clinton" is not the one of that
    /// name, while a "Senator" may have become one.
    pub(super) fn is_below(&self, known: &Self) -> bool {
        let any = |it: &Self, words: &[&str]| {
            it.titles.keys().flatten().any(|word| words.contains(&word.as_str()))
        };
        any(self, &["secretary"])
            && !any(self, &["deputy", "first", "general", "party"])
            && !self.leads()
            && any(known, &["president"])
            && !any(known, &["secretary"])
    }

    /// Whether the documents that name this person name few states, which then tell of them.
    pub(super) fn names_few_states(&self) -> bool {
        self.beside.len() <= FEW_STATES
    }

    /// Whether any document that names this person also names a state.
    pub(super) fn is_beside(&self, state: &EntityId) -> bool {
        self.beside.contains_key(state)
    }

    /// Whether any document that names this person also names the state that the other serves.
    pub(super) fn is_beside_home_of(&self, other: &Self) -> bool {
        other.served(EntityKind::State).into_iter().any(|state| self.beside.contains_key(state))
    }
}

/// One person as one report names them.
#[derive(Debug, Clone)]
pub(super) struct Sighting<'a> {
    pub(super) document: &'a DocumentId,
    pub(super) id: &'a EntityId,
    pub(super) name: &'a PersonName,
    pub(super) profile: Profile,
    pub(super) stray: Stray,
}

/// Everybody whom a report names.
pub(super) fn sightings<'a>(
    document: &'a DocumentId,
    gist: &'a Gist,
) -> impl Iterator<Item = Sighting<'a>> {
    gist.people.iter().map(move |person| Sighting {
        document,
        id: &person.id,
        name: &person.name,
        profile: gist.profile(person),
        stray: person.stray,
    })
}

/// Takes counts from counts.
fn less<K: Ord>(counts: &mut BTreeMap<K, usize>, by: &BTreeMap<K, usize>) {
    for (key, count) in by {
        if let Some(known) = counts.get_mut(key) {
            *known = known.saturating_sub(*count);
        }
    }
    counts.retain(|_, count| *count > 0);
}
