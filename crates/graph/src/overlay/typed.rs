//! What people may type, where documents beyond the generation say otherwise.

use super::{Overlaid, Told};
use crate::identity::WhoIsWho;
use crate::merge::usual;
use crate::names::{Names, Typed, mentioned};
use crate::{Candidate, Match, NodeId, NodeName, Report, Sound};
use chancery_model::fold;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::OnceLock;

/// What documents beyond the generation say otherwise.
#[derive(Debug, Default)]
pub(super) struct TypedBeyond {
    /// How often more, or less, a document calls a node so.
    aliases: BTreeMap<(Box<str>, NodeId), i64>,
    /// How often more, or less, something is written small.
    common: BTreeMap<Box<str>, i64>,
    /// Nodes that have other full names than in the generation, and how those agree.
    called: HashMap<NodeId, BTreeMap<Box<str>, Match>>,
    /// The nodes that any of this is about, by name.
    about: BTreeMap<Box<str>, BTreeSet<NodeId>>,
    all: OnceLock<Vec<(Box<str>, NodeId, Match)>>,
    /// The names that any of this is about, by sound.
    sounds: OnceLock<BTreeMap<Sound, Vec<Box<str>>>>,
}

impl TypedBeyond {
    /// Takes in, or out, what a document calls people.
    fn read(
        &mut self,
        report: &Report,
        who: &WhoIsWho,
        find: &dyn Fn(&NodeName) -> Option<NodeId>,
        times: i64,
    ) {
        for entity in &report.facts().entities {
            let node = find(&who.entity(report.id(), &entity.id));
            mentioned(report, entity, &mut |words, capital| {
                let words: Box<str> = fold(words).into();
                if !capital {
                    *self.common.entry(words).or_default() += times;
                } else if let Some(node) = node.filter(|_| !words.is_empty()) {
                    *self.aliases.entry((words, node)).or_default() += times;
                }
            });
        }
    }
}

impl Overlaid {
    /// Reads what documents call people, those of `gone` as they were, and full names.
    pub(super) fn read_typed<'a>(
        &mut self,
        gone: impl Iterator<Item = &'a Report>,
        before: &WhoIsWho,
    ) {
        let mut typed = TypedBeyond::default();
        let find = |name: &NodeName| self.find_exactly(name);
        for report in gone {
            typed.read(report, before, &find, -1);
        }
        for report in self.fresh.values() {
            typed.read(report, &self.who, &find, 1);
        }
        for touched in &self.touched {
            let Told::Entity { change, .. } = &touched.told else { continue };
            let Some(node) = self.number_of(touched) else { continue };
            let below = touched.base.and_then(|base| self.base.naming(base)).unwrap_or_default();
            let naming = change.applied(below.clone());
            let called = self.who.called(&touched.name);
            let alike = touched.base.is_some() && below.labels.keys().eq(naming.labels.keys());
            if alike && called == before.called(&touched.name) || naming.labels.is_empty() {
                continue;
            }
            let mut names: BTreeMap<Box<str>, Match> = BTreeMap::new();
            let usual = usual(&naming.labels);
            let labels = naming.labels.keys().map(String::as_str);
            for label in labels.chain([called.unwrap_or(&usual)]) {
                Names::of_label(label, touched.kind, &mut |name, matched| {
                    if !name.is_empty() {
                        let known = names.entry(name.into()).or_insert(matched);
                        *known = matched.min(*known);
                    }
                });
            }
            typed.called.insert(node, names);
        }
        for (name, node) in typed.aliases.keys() {
            typed.about.entry(name.clone()).or_default().insert(*node);
        }
        for (node, names) in &typed.called {
            for name in names.keys() {
                typed.about.entry(name.clone()).or_default().insert(*node);
            }
        }
        self.typed = typed;
    }

    /// Whom a name means, by node.
    fn typed_as(&self, folded: &str) -> Vec<(NodeId, Match)> {
        let more = self.typed.common.get(folded).copied().unwrap_or(0);
        let common = i64::from(self.base.common(folded)) + more > 0;
        let mut all: BTreeMap<NodeId, Typed> = BTreeMap::new();
        for it in self.base.typed_as(folded) {
            if let Some(node) = self.numbers.of(it.node) {
                all.insert(node, Typed { node, ..it });
            }
        }
        for node in self.typed.about.get(folded).into_iter().flatten() {
            all.entry(*node).or_insert(Typed { node: *node, called: None, aliases: 0 });
        }
        let told = all.into_values().filter_map(|it| {
            let called = match self.typed.called.get(&it.node) {
                // What tables call it stays.
                Some(names) if self.base.has_tables() => {
                    it.called.into_iter().chain(names.get(folded).copied()).min()
                }
                Some(names) => names.get(folded).copied(),
                None => it.called,
            };
            let more = self.typed.aliases.get(&(folded.into(), it.node)).copied().unwrap_or(0);
            let aliases = u32::try_from(i64::from(it.aliases) + more).unwrap_or(0);
            Some((it.node, Typed { called, aliases, ..it }.matched(common)?))
        });
        told.collect()
    }

    pub(crate) fn candidates(&self, folded: &str) -> Vec<Candidate> {
        let told = self.typed_as(folded).into_iter();
        let mut found: Vec<_> = told.map(|(node, matched)| Candidate { node, matched }).collect();
        found.sort_by_key(|candidate| (candidate.matched, candidate.node));
        found
    }

    pub(crate) fn names_sounding(&self, sound: Sound, vowels: usize) -> Vec<&str> {
        let sounds = self.typed.sounds.get_or_init(|| {
            let mut sounds: BTreeMap<Sound, Vec<Box<str>>> = BTreeMap::new();
            for name in self.typed.about.keys() {
                sounds.entry(Sound::of(name)).or_default().push(name.clone());
            }
            sounds
        });
        let mut found = self.base.names_sounding(sound, vowels);
        let from = Sound::from_raw(sound.least());
        let alike = sounds.range(from..).take_while(|(other, _)| other.is_like(sound));
        let near = alike.filter(|(other, _)| other.vowels_apart(sound) <= vowels);
        found.extend(near.flat_map(|(_, names)| names).map(|name| &**name));
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Every name that people may type with its node, by letters, from some letters on.
    pub(crate) fn names_from(
        &self,
        folded: &str,
    ) -> impl Iterator<Item = (&str, NodeId, Match)> + use<'_> {
        let all = self.typed.all.get_or_init(|| {
            let below = self.base.all_typed().map(|(name, _)| name);
            let names: BTreeSet<&str> =
                below.chain(self.typed.about.keys().map(|name| &**name)).collect();
            let told = |name: &&str| {
                let name: Box<str> = (*name).into();
                let told = self.typed_as(&name).into_iter();
                told.map(move |(node, matched)| (name.clone(), node, matched)).collect::<Vec<_>>()
            };
            names.iter().flat_map(told).collect()
        });
        let from = all.partition_point(|(name, ..)| &**name < folded);
        all[from..].iter().map(|(name, node, matched)| (&**name, *node, *matched))
    }
}
