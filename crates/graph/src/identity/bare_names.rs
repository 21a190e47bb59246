//! Who is meant by a name of one word, in one report: "Lavrov", "Foreign Minister Lavrov".
//!
//! It is a bearer of that surname whose office or state the report gives, if there is just one.
//! Otherwise the reports that agree on what they tell of the name have a node of their own.

use super::Reason;
use super::profile::{Profile, Service, Sighting, Titles};
use super::same_person::Named;
use super::short_names::ShortNames;
use super::spelling::{may_be_one, skeleton};
use crate::NodeName;
use chancery_model::{DocumentId, EntityId};
use std::collections::{BTreeMap, HashMap};

/// Somebody with a full name.
#[derive(Debug, Default)]
pub(super) struct Bearer {
    /// The names of nodes that are theirs, by letters.
    pub(super) ids: Vec<NodeName>,
    /// The last words of their names, and the first ones.
    surnames: Vec<String>,
    given: Vec<String>,
    profile: Profile,
}

/// Which node a bare name of one report is of.
pub(super) struct Placed {
    pub(super) document: DocumentId,
    pub(super) id: EntityId,
    pub(super) node: NodeName,
    /// Why, if it is somebody whose full name is known.
    pub(super) reason: Option<Reason>,
}

impl Bearer {
    pub(super) fn add(&mut self, id: &NodeName, named: &Named) {
        self.ids.push(id.clone());
        let put = |known: &mut Vec<String>, word: &str| {
            if !known.iter().any(|other| other == word) {
                known.push(word.to_owned());
            }
        };
        put(&mut self.surnames, named.name.surname());
        put(&mut self.given, named.name.given());
        self.profile.add(&named.profile);
    }
}

/// The node of each bare name of each report.
///
/// `there` are the bearers whom a report names in full.
pub(super) fn placed(
    bare: &[Sighting],
    bearers: &[Bearer],
    there: &HashMap<&DocumentId, Vec<usize>>,
) -> Vec<Placed> {
    let mut of_surname: HashMap<&str, Vec<&Bearer>> = HashMap::new();
    let mut of_given: HashMap<&str, Vec<&Bearer>> = HashMap::new();
    let mut of_skeleton: HashMap<String, Vec<&Bearer>> = HashMap::new();
    for bearer in bearers {
        for surname in &bearer.surnames {
            of_surname.entry(surname).or_default().push(bearer);
            of_skeleton.entry(skeleton(surname)).or_default().push(bearer);
        }
        for given in &bearer.given {
            of_given.entry(given).or_default().push(bearer);
        }
    }
    let short_names = ShortNames::embedded();
    let mut placed = Vec::new();
    let mut left: BTreeMap<&EntityId, Vec<&Sighting>> = BTreeMap::new();
    for sighting in bare {
        let word = sighting.name.surname();
        let found = of_surname
            .get(word)
            .and_then(|bearers| chosen(&sighting.profile, bearers))
            // A given name by itself is of nobody in particular.
            .filter(|(bearer, reason)| {
                let namesakes = of_given.get(word).into_iter().flatten();
                let documents: usize = namesakes.map(|it| it.profile.documents).sum();
                let known = bearer.profile.documents;
                *reason == Reason::Office || known >= 2 && documents * 3 <= known
            })
            // "President Xi": the family name may stand first.
            .or_else(|| chosen_by_office(&sighting.profile, of_given.get(word)?))
            .or_else(|| {
                let mut spelled = of_skeleton.get(&skeleton(word))?.clone();
                spelled.retain(|it| it.surnames.iter().any(|other| may_be_one(word, other)));
                spelled.dedup_by(|a, b| a.ids == b.ids);
                chosen_by_office(&sighting.profile, &spelled)
            })
            // "Tony", where Antony Blinken is named.
            .or_else(|| {
                let there = there.get(sighting.document)?;
                let short_for = |it: &&Bearer| {
                    let mut given = it.given.iter();
                    given.any(|given| given == word || short_names.are_one(given, word))
                };
                let mut fitting = there.iter().map(|i| &bearers[*i]).filter(short_for);
                let first = fitting.next()?;
                let open = told_apart(&sighting.profile, &first.profile);
                (!open && fitting.next().is_none()).then_some((first, Reason::ShortForm))
            });
        match found {
            Some((bearer, reason)) => placed.push(Placed {
                document: sighting.document.clone(),
                id: sighting.id.clone(),
                node: bearer.ids[0].clone(),
                reason: Some(reason),
            }),
            None => left.entry(sighting.id).or_default().push(sighting),
        }
    }
    for (id, sightings) in left {
        grouped(id, &sightings, &mut placed);
    }
    placed
}

/// Whether what is told of one stands against what is told of the other.
fn told_apart(told: &Profile, known: &Profile) -> bool {
    told.service(known) == Service::Apart || told.titles(known) == Titles::Apart
}

/// The bearer of a surname who is meant, if it is clear.
fn chosen<'b>(told: &Profile, bearers: &[&'b Bearer]) -> Option<(&'b Bearer, Reason)> {
    let all: usize = bearers.iter().map(|bearer| bearer.profile.documents).sum();
    let mut best: Option<(i32, &Bearer)> = None;
    let mut second = i32::MIN;
    for bearer in bearers {
        let known = &bearer.profile;
        let service = match told.service(known) {
            Service::Shared => 3,
            Service::Unknown => 0,
            Service::Apart => -3,
        };
        let titles = match told.titles(known) {
            Titles::Shared => 2,
            Titles::Unknown => 0,
            Titles::Apart => -2,
        };
        let beside = i32::from(told.is_beside_home_of(known));
        let only = i32::from(bearers.len() == 1);
        // By far the best known.
        let others = all - known.documents;
        let famous = if known.documents >= 5 * others.max(1) { 2 } else { 0 };
        let score = service + titles + beside + only + famous;
        match best {
            Some((most, _)) if score <= most => second = second.max(score),
            _ => {
                second = best.map_or(second, |(most, _)| second.max(most));
                best = Some((score, bearer));
            }
        }
    }
    let (score, bearer) = best?;
    let reason = if told.service(&bearer.profile) == Service::Shared
        || told.titles(&bearer.profile) == Titles::Shared
    {
        Reason::Office
    } else {
        Reason::BestKnown
    };
    (score >= 2 && score > second).then_some((bearer, reason))
}

/// The only bearer of a given name who has the office, and whose state is not another.
fn chosen_by_office<'b>(told: &Profile, bearers: &[&'b Bearer]) -> Option<(&'b Bearer, Reason)> {
    let mut fitting = bearers.iter().filter(|bearer| {
        told.titles(&bearer.profile) == Titles::Shared
            && match told.service(&bearer.profile) {
                Service::Shared => true,
                Service::Unknown => told.is_beside_home_of(&bearer.profile),
                Service::Apart => false,
            }
    });
    let first = fitting.next()?;
    fitting.next().is_none().then_some((*first, Reason::Office))
}

/// Nodes for reports of a bare name that is nobody's whose full name is known: one for all that
/// agree on a state, and those that tell of none go to the only one, or make one.
fn grouped(id: &EntityId, sightings: &[&Sighting], placed: &mut Vec<Placed>) {
    let homes: Vec<Option<&EntityId>> =
        sightings.iter().map(|sighting| sighting.profile.home()).collect();
    let mut states: Vec<&EntityId> = homes.iter().flatten().copied().collect();
    states.sort_unstable();
    states.dedup();
    for (sighting, home) in sightings.iter().zip(homes) {
        let node = match (home, states.len()) {
            (Some(state), 2..) => NodeName::derived(format!("{id}@{}", state.rest())),
            _ => NodeName::from(id),
        };
        let document = sighting.document.clone();
        placed.push(Placed { document, id: id.clone(), node, reason: None });
    }
}
