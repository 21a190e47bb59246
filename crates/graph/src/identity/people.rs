//! Which names are of one person.
//!
//! Names of several words are compared in pairs that share a surname and the first letter of a
//! given name, or a surname and an office, so that the work is near linear.

use super::Reason;
use super::bare_names::{self, Bearer, Placed};
use super::clusters::Clusters;
use super::gist::Gist;
use super::profile::{Profile, Sighting, sightings};
use super::same_person::{Named, is_weak, same_person};
use super::short_names::ShortNames;
use super::spelling::skeleton;
use crate::NodeName;
use crate::hashed::Hashed;
use chancery_model::{DocumentId, EntityId};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Pairs of one block that are compared at most, so that a name everybody bears costs no more.
/// (Few in tests, so that they meet it.)
pub(super) const NEIGHBOURS: usize = if cfg!(test) { 3 } else { 60 };

/// Letters of a surname before one that may be off.
const SAME: usize = 4;

/// Letters of a short surname of which the last may be off.
const FEW: usize = 2;

/// Everybody whom some reports name.
pub(super) struct People<'a> {
    /// Those with a name of several words, by the name of their node.
    full: BTreeMap<NodeName, Arc<Named>>,
    /// Those who are named by one word, report by report.
    bare: Vec<Sighting<'a>>,
    /// Whom each report names in full.
    there: Hashed<&'a DocumentId, Vec<NodeName>>,
}

impl<'a> People<'a> {
    /// `settled` are names about which somebody decided: they stand for themselves.
    pub(super) fn read(
        reports: impl Iterator<Item = (&'a DocumentId, &'a Gist)>,
        settled: &BTreeSet<&NodeName>,
    ) -> Self {
        let mut full: BTreeMap<NodeName, Named> = BTreeMap::new();
        let mut bare = Vec::new();
        let mut there: Hashed<&DocumentId, Vec<NodeName>> = Hashed::default();
        for (document, gist) in reports {
            for sighting in sightings(document, gist) {
                let name = NodeName::from(sighting.id);
                if !sighting.name.is_full() && !settled.contains(&name) {
                    bare.push(sighting);
                    continue;
                }
                there.entry(document).or_default().push(name.clone());
                let Sighting { name: words, profile, .. } = sighting;
                full.entry(name)
                    .or_insert_with(|| Named { name: words.clone(), profile: Profile::default() })
                    .profile
                    .add(&profile);
            }
        }
        let full = full.into_iter().map(|(name, named)| (name, Arc::new(named))).collect();
        Self { full, bare, there }
    }

    /// Some full names alone.
    pub(super) fn of(full: BTreeMap<NodeName, Arc<Named>>) -> Self {
        Self { full, bare: Vec::new(), there: Hashed::default() }
    }

    /// Pairs of full names that are one person's, the surest first.
    pub(super) fn links(&self, short_names: &ShortNames) -> Vec<(Reason, &NodeName, &NodeName)> {
        let mut blocks: Hashed<String, Vec<&NodeName>> = Hashed::default();
        for (id, named) in &self.full {
            for key in keys(named) {
                blocks.entry(key).or_default().push(id);
            }
        }
        let mut pairs: BTreeSet<(&NodeName, &NodeName)> = BTreeSet::new();
        for block in blocks.values() {
            for (i, one) in block.iter().enumerate() {
                pairs.extend(block[i + 1..].iter().take(NEIGHBOURS).map(|other| (*one, *other)));
            }
        }
        let mut links: Vec<_> = pairs
            .into_iter()
            .filter_map(|(one, other)| {
                let reason = same_person(&self.full[one], &self.full[other], short_names)?;
                Some((reason, one, other))
            })
            .collect();
        self.drop_those_that_fit_several(&mut links, short_names);
        links.sort_unstable();
        links
    }

    /// A name that weakly agrees with two which do not agree with each other tells of neither.
    fn drop_those_that_fit_several(
        &self,
        links: &mut Vec<(Reason, &NodeName, &NodeName)>,
        short_names: &ShortNames,
    ) {
        let mut others: Hashed<&NodeName, Vec<&NodeName>> = Hashed::default();
        for (_, one, other) in links.iter() {
            others.entry(one).or_default().push(other);
            others.entry(other).or_default().push(one);
        }
        let torn = |name: &NodeName| {
            let others = &others[name];
            others.iter().enumerate().any(|(i, one)| {
                others[i + 1..].iter().take(NEIGHBOURS).any(|other| {
                    let (one, other) = (&self.full[*one].name, &self.full[*other].name);
                    one.contradicts(other, short_names)
                })
            })
        };
        links.retain(|(reason, one, other)| !is_weak(*reason) || !torn(one) && !torn(other));
    }

    /// Which node each bare name is of, by what its report tells of it.
    pub(super) fn placed(&self, clusters: &Clusters) -> Vec<Placed> {
        let mut bearers: BTreeMap<usize, Bearer> = BTreeMap::new();
        let mut alone = Vec::new();
        for (id, named) in &self.full {
            if let Some(cluster) = clusters.place(id) {
                bearers.entry(cluster).or_default().add(id, named);
            } else {
                let mut bearer = Bearer::default();
                bearer.add(id, named);
                alone.push(bearer);
            }
        }
        let mut bearers: Vec<Bearer> = bearers.into_values().chain(alone).collect();
        bearers.sort_unstable_by(|a, b| a.ids.cmp(&b.ids));
        let mut of_id: Hashed<&NodeName, usize> = Hashed::default();
        for (i, bearer) in bearers.iter().enumerate() {
            of_id.extend(bearer.ids.iter().map(|id| (id, i)));
        }
        let there = self.there.iter().map(|(document, ids)| {
            let mut there: Vec<usize> = ids.iter().map(|id| of_id[id]).collect();
            there.sort_unstable();
            there.dedup();
            (*document, there)
        });
        bare_names::placed(&self.bare, &bearers, &there.collect())
    }

    /// What each report tells of each bare name.
    pub(super) fn bare(&self) -> impl Iterator<Item = (&DocumentId, &EntityId, &Profile)> {
        self.bare.iter().map(|it| (it.document, it.id, &it.profile))
    }

    /// What is told of each full name.
    pub(super) fn profiles(&self) -> impl Iterator<Item = (&NodeName, &Profile)> {
        self.full.iter().map(|(id, named)| (id, &named.profile))
    }
}

/// The blocks a name is in.
pub(super) fn keys(named: &Named) -> Vec<String> {
    let (given, surname) = (named.name.given(), named.name.surname());
    let first = |word: &str| skeleton(word).chars().next().unwrap_or('~');
    let mut keys = vec![
        format!("{} {}", skeleton(surname), first(given)),
        // The same if the family name comes first.
        format!("{} {}", skeleton(given), first(surname)),
        // What goes on after a name, or before it, leaves one end of it.
        format!("{given} {}", named.name.words().get(1).map_or(given, String::as_str)),
        // A letter off, after the first few, or the last of a few.
        format!("{given} {}", surname.chars().take(SAME).collect::<String>()),
        format!("{given} {}", surname.chars().take(FEW).collect::<String>()),
        // Written apart or together.
        named.name.words().concat(),
    ];
    // What leaves out some words keeps two of the others.
    for (i, word) in named.name.words().iter().enumerate().skip(1) {
        keys.push(format!("{given} {word}"));
        keys.push(format!("{} {word}", named.name.words()[i - 1]));
    }
    // A short form of the given name: "Robert", "Bob".
    for group in ShortNames::embedded().groups_of(given) {
        keys.push(format!("{} #{group}", skeleton(surname)));
    }
    if let Some(home) = named.profile.home() {
        keys.push(format!("{} {home}", skeleton(surname)));
    }
    keys.extend(named.profile.ids().cloned());
    keys.sort_unstable();
    keys.dedup();
    keys
}
