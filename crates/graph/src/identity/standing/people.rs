//! Persons: which names are one's, and whom a name of one word means.

use super::{TooMuch, closed};
use crate::hashed::Hashed;
use crate::identity::bare_names::{self, Bearer};
use crate::identity::clusters::Clusters;
use crate::identity::cut_short::cut_forms;
use crate::identity::gist::{Gist, Named as Seen};
use crate::identity::people::{self, NEIGHBOURS, keys};
use crate::identity::profile::{Profile, Sighting};
use crate::identity::same_person::{Named, same_person};
use crate::identity::short_names::ShortNames;
use crate::identity::spelling::spelling_keys;
use crate::identity::who::decided;
use crate::identity::{Decision, Joined, Reason, WhoIsWho};
use crate::{NodeKind, NodeName};
use chancery_model::{DocumentId, EntityId};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// One person as one document names them.
type At = (DocumentId, EntityId);
/// Names, or sightings, that have something in common.
type Groups<K, V> = Hashed<K, BTreeSet<V>>;

/// Everybody whom documents name.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct People {
    full: BTreeMap<NodeName, Full>,
    blocks: Groups<String, NodeName>,
    surnames: Groups<String, NodeName>,
    given: Groups<String, NodeName>,
    middle: Groups<String, NodeName>,
    /// By what given names may be cut down to.
    cut: Groups<String, NodeName>,
    /// By the [keys](spelling_keys) of surnames.
    spelled: Groups<String, NodeName>,
    /// Names of one word, by that.
    words: Groups<String, At>,
    /// Such words by their keys.
    words_spelled: Groups<String, String>,
    /// The documents that use the id of such a name.
    bare: Groups<EntityId, DocumentId>,
    /// Such names by the node that is meant.
    at_node: Groups<NodeName, At>,
}

/// A full name, what is told of it, and where.
#[derive(Debug, Clone, PartialEq)]
struct Full {
    named: Arc<Named>,
    documents: BTreeSet<DocumentId>,
}

/// Documents that are taken out and put in, and names about which is decided otherwise.
pub(super) struct Changes<'a> {
    pub(super) gone: &'a [(DocumentId, Arc<Gist>)],
    pub(super) come: &'a [(DocumentId, Arc<Gist>)],
    pub(super) seeds: &'a BTreeSet<NodeName>,
}

/// What came out otherwise.
#[derive(Debug, Default)]
pub(super) struct Changed {
    /// Documents in which another node is meant.
    pub(super) documents: BTreeSet<DocumentId>,
    /// Documents that name somebody who serves another state now.
    pub(super) told_otherwise: BTreeSet<DocumentId>,
}

fn put<K: std::hash::Hash + Eq, V: Ord>(groups: &mut Groups<K, V>, key: K, value: V) {
    groups.entry(key).or_default().insert(value);
}

fn drop_from<K: std::hash::Hash + Eq + Clone, V: Ord>(
    groups: &mut Groups<K, V>,
    key: &K,
    value: &V,
) {
    if let Some(group) = groups.get_mut(key) {
        group.remove(value);
        if group.is_empty() {
            groups.remove(key);
        }
    }
}

impl People {
    /// Takes in what a document tells, without asking whom it means.
    pub(super) fn add(&mut self, id: &DocumentId, gist: &Gist, settled: &BTreeSet<&NodeName>) {
        for seen in &gist.people {
            let name = NodeName::from(&seen.id);
            if is_bare(seen, &name, settled) {
                self.add_bare(id, seen);
                continue;
            }
            let profile = gist.profile(seen);
            self.unlist(&name);
            let full = self.full.entry(name.clone()).or_insert_with(|| Full {
                named: Arc::new(Named { name: seen.name.clone(), profile: Profile::default() }),
                documents: BTreeSet::new(),
            });
            let named = Arc::make_mut(&mut full.named);
            named.profile.add(&profile);
            // The first document tells how it is written.
            if full.documents.first().is_none_or(|first| id < first) {
                named.name = seen.name.clone();
            }
            full.documents.insert(id.clone());
            self.list(&name);
        }
    }

    /// Takes out what a document told.
    fn take(
        &mut self,
        id: &DocumentId,
        gist: &Gist,
        settled: &BTreeSet<&NodeName>,
        name_in: &dyn Fn(
            &DocumentId,
            &NodeName,
        ) -> Option<crate::identity::person_name::PersonName>,
    ) {
        for seen in &gist.people {
            let name = NodeName::from(&seen.id);
            if is_bare(seen, &name, settled) {
                self.take_bare(id, seen);
                continue;
            }
            self.unlist(&name);
            let Some(full) = self.full.get_mut(&name) else { continue };
            full.documents.remove(id);
            let Some(first) = full.documents.first() else {
                self.full.remove(&name);
                continue;
            };
            let named = Arc::make_mut(&mut full.named);
            named.profile.take(&gist.profile(seen));
            if id < first
                && let Some(words) = name_in(first, &name)
            {
                named.name = words;
            }
            self.list(&name);
        }
    }

    fn add_bare(&mut self, id: &DocumentId, seen: &Seen) {
        let word = seen.name.surname().to_owned();
        for key in spelling_keys(&word) {
            put(&mut self.words_spelled, key, word.clone());
        }
        put(&mut self.words, word, (id.clone(), seen.id.clone()));
        put(&mut self.bare, seen.id.clone(), id.clone());
    }

    fn take_bare(&mut self, id: &DocumentId, seen: &Seen) {
        let word = seen.name.surname().to_owned();
        drop_from(&mut self.words, &word, &(id.clone(), seen.id.clone()));
        if !self.words.contains_key(&word) {
            for key in spelling_keys(&word) {
                drop_from(&mut self.words_spelled, &key, &word);
            }
        }
        drop_from(&mut self.bare, &seen.id, id);
    }

    /// Puts a full name where it is looked for.
    fn list(&mut self, name: &NodeName) {
        let Some(full) = self.full.get(name) else { return };
        let named = Arc::clone(&full.named);
        for key in keys(&named) {
            put(&mut self.blocks, key, name.clone());
        }
        put(&mut self.surnames, named.name.surname().to_owned(), name.clone());
        put(&mut self.given, named.name.given().to_owned(), name.clone());
        for word in named.name.middle() {
            put(&mut self.middle, word.to_owned(), name.clone());
        }
        for cut in cut_forms(named.name.given()) {
            put(&mut self.cut, cut.to_owned(), name.clone());
        }
        for key in spelling_keys(named.name.surname()) {
            put(&mut self.spelled, key, name.clone());
        }
    }

    fn unlist(&mut self, name: &NodeName) {
        let Some(full) = self.full.get(name) else { return };
        let named = Arc::clone(&full.named);
        for key in keys(&named) {
            drop_from(&mut self.blocks, &key, name);
        }
        drop_from(&mut self.surnames, &named.name.surname().to_owned(), name);
        drop_from(&mut self.given, &named.name.given().to_owned(), name);
        for word in named.name.middle() {
            drop_from(&mut self.middle, &word.to_owned(), name);
        }
        for cut in cut_forms(named.name.given()) {
            drop_from(&mut self.cut, &cut.to_owned(), name);
        }
        for key in spelling_keys(named.name.surname()) {
            drop_from(&mut self.spelled, &key, name);
        }
    }

    /// Knows whom each name of one word means.
    pub(super) fn place_all(&mut self, who: &WhoIsWho) {
        for (document, placed) in &who.placed {
            for (id, (node, _)) in placed {
                put(&mut self.at_node, node.clone(), (document.clone(), id.clone()));
            }
        }
    }

    /// The documents that use a name.
    pub(super) fn naming(&self, name: &NodeName) -> BTreeSet<DocumentId> {
        let full = self.full.get(name).map(|full| full.documents.clone());
        let id = name.as_str().parse::<EntityId>().ok();
        let bare = id.and_then(|id| self.bare.get(&id)).cloned();
        full.into_iter().chain(bare).flatten().collect()
    }

    /// The blocks of a name that is there.
    fn blocks_of(&self, name: &NodeName) -> impl Iterator<Item = &BTreeSet<NodeName>> {
        let keys = self.full.get(name).map(|full| keys(&full.named)).unwrap_or_default();
        keys.into_iter().filter_map(|key| self.blocks.get(&key))
    }

    /// The names that may be one with a name.
    fn near(&self, name: &NodeName) -> BTreeSet<NodeName> {
        let Some(full) = self.full.get(name) else { return BTreeSet::new() };
        let all = self.blocks_of(name).flatten().collect::<BTreeSet<_>>();
        let near = all.into_iter().filter(|other| {
            let one = self.full.get(*other).map(|other| &other.named);
            *other != name
                && one.is_some_and(|one| {
                    let (a, b) =
                        if *other < name { (one, &full.named) } else { (&full.named, one) };
                    same_person(a, b, ShortNames::embedded()).is_some()
                })
        });
        near.cloned().collect()
    }

    /// The names that a changed one is, or was, compared with in so large a block that others may
    /// be compared there instead.
    fn crowds(&self, name: &NodeName) -> BTreeSet<NodeName> {
        let crowded = self.blocks_of(name).filter(|block| block.len() > NEIGHBOURS);
        crowded.flatten().cloned().collect()
    }

    /// Takes documents out and puts documents in, and finds what comes out otherwise.
    pub(super) fn change(
        &mut self,
        changes: &Changes,
        (before, settled): (&BTreeSet<&NodeName>, &BTreeSet<&NodeName>),
        decisions: &[Decision],
        gists: &BTreeMap<DocumentId, Arc<Gist>>,
        who: &mut WhoIsWho,
    ) -> Result<Changed, TooMuch> {
        let full_in = |all: &[(DocumentId, Arc<Gist>)], settled: &BTreeSet<&NodeName>| {
            let seen = all.iter().flat_map(|(_, gist)| &gist.people);
            let named = seen.map(|seen| (seen, NodeName::from(&seen.id)));
            let full = named.filter(|(seen, name)| !is_bare(seen, name, settled));
            full.map(|(_, name)| name).collect::<BTreeSet<NodeName>>()
        };
        let mut touched = full_in(changes.gone, before);
        touched.extend(full_in(changes.come, settled));
        touched.extend(changes.seeds.iter().filter(|it| it.kind() == NodeKind::Person).cloned());
        let mut anew = touched.clone();
        let mut words = Words::default();
        for name in &touched {
            anew.extend(self.near(name));
            anew.extend(self.crowds(name));
            words.extend(self.full.get(name));
        }
        let mut ids: BTreeSet<EntityId> = BTreeSet::new();
        // Names of the same word go to one node, whichever is the first of them.
        for (gists, settled) in [(changes.gone, before), (changes.come, settled)] {
            let seen = gists.iter().flat_map(|(_, gist)| &gist.people);
            let bare = seen.filter(|it| is_bare(it, &(&it.id).into(), settled));
            words.meant.extend(bare.map(|it| it.name.surname().to_owned()));
        }
        let mut nodes: BTreeSet<NodeName> = BTreeSet::new();
        let name_in = |document: &DocumentId, name: &NodeName| {
            let gist = gists.get(document)?;
            // A document that is put in later is not there yet.
            let seen = gist.people.iter().find(|it| it.id.as_str() == name.as_str())?;
            Some(seen.name.clone())
        };
        for (id, gist) in changes.gone {
            self.take(id, gist, before, &name_in);
            for (bare, (node, _)) in who.placed.remove(id).unwrap_or_default() {
                drop_from(&mut self.at_node, &node, &(id.clone(), bare.clone()));
                ids.insert(bare);
                nodes.insert(node);
            }
        }
        for (id, gist) in changes.come {
            self.add(id, gist, settled);
            let bare = gist.people.iter().filter(|it| is_bare(it, &(&it.id).into(), settled));
            ids.extend(bare.map(|it| it.id.clone()));
        }
        for name in &touched {
            anew.extend(self.near(name));
            anew.extend(self.crowds(name));
        }
        let anew = closed(anew, decisions, who, |name| self.near(name))?;
        for name in &anew {
            words.extend(self.full.get(name));
        }
        let mut out = Changed::default();
        let clusters = self.clusters(&anew, decisions);
        let both = |name: &NodeName, who: &WhoIsWho| {
            [who.least(name).clone(), who.cluster_of(name).clone()]
        };
        nodes.extend(anew.iter().flat_map(|name| both(name, who)));
        self.join(&anew, clusters, who, &mut out);
        nodes.extend(anew.iter().flat_map(|name| both(name, who)));
        nodes.extend(self.place(&words, ids, gists, who, &mut out));
        self.explain(&nodes, who);
        self.settle_homes(&nodes, gists, who, &mut out);
        Ok(out)
    }

    /// The clusters of names that hang together.
    fn clusters(&self, names: &BTreeSet<NodeName>, decisions: &[Decision]) -> Clusters {
        let compared: BTreeSet<&NodeName> =
            names.iter().flat_map(|name| self.blocks_of(name)).flatten().collect();
        let full = |name: &NodeName| Some((name.clone(), Arc::clone(&self.full.get(name)?.named)));
        let sample = compared.into_iter().filter_map(full).collect();
        let people = people::People::of(sample);
        let mut clusters = decided(decisions, |kind| kind == NodeKind::Person);
        for (reason, one, other) in people.links(ShortNames::embedded()) {
            if names.contains(one) && names.contains(other) {
                clusters.join(one, other, reason);
            }
        }
        clusters
    }

    /// Puts clusters in the place of those of some names.
    fn join(
        &self,
        names: &BTreeSet<NodeName>,
        clusters: Clusters,
        who: &mut WhoIsWho,
        out: &mut Changed,
    ) {
        let before: Vec<(NodeName, NodeName)> =
            names.iter().map(|name| (name.clone(), who.cluster_of(name).clone())).collect();
        who.part(names);
        let of_names = |(members, _): &(Vec<NodeName>, Vec<Joined>)| {
            members.iter().any(|member| names.contains(member))
        };
        who.take_those(clusters.finished().filter(of_names));
        for (name, before) in before {
            if *who.cluster_of(&name) != before
                && let Some(full) = self.full.get(&name)
            {
                out.documents.extend(full.documents.iter().cloned());
            }
        }
    }

    /// Places the names of one word that may mean somebody by some words, and those of some ids.
    /// Gives the nodes that are meant, before and now.
    fn place(
        &mut self,
        words: &Words,
        mut ids: BTreeSet<EntityId>,
        gists: &BTreeMap<DocumentId, Arc<Gist>>,
        who: &mut WhoIsWho,
        out: &mut Changed,
    ) -> BTreeSet<NodeName> {
        let spelled = words.spelled.iter().filter_map(|it| self.words_spelled.get(it)).flatten();
        let meant: BTreeSet<&String> = words.meant.iter().chain(spelled).collect();
        for word in meant {
            ids.extend(self.words.get(word).into_iter().flatten().map(|(_, id)| id.clone()));
        }
        self.close(&mut ids, gists);
        let mut sightings: Vec<Sighting> = Vec::new();
        for id in &ids {
            for document in self.bare.get(id).into_iter().flatten() {
                let Some((document, gist)) = gists.get_key_value(document) else { continue };
                let Some(seen) = gist.people.iter().find(|it| it.id == *id) else { continue };
                let (name, stray, profile) = (&seen.name, seen.stray, gist.profile(seen));
                sightings.push(Sighting { document, id: &seen.id, name, profile, stray });
            }
        }
        // In the order of documents, and of people in them.
        sightings.sort_by(|a, b| a.document.cmp(b.document));
        let (bearers, there) = self.bearers(&sightings, gists, who);
        let placed = bare_names::placed(&sightings, &bearers, &there);
        let mut nodes = BTreeSet::new();
        for it in placed {
            let node = who.cluster_of(&it.node).clone();
            let at = (it.document.clone(), it.id.clone());
            let document = who.placed.entry(it.document.clone()).or_default();
            let before = document.insert(it.id, (node.clone(), it.reason));
            let before = before.map(|(node, _)| node);
            if before.as_ref() != Some(&node) {
                if let Some(before) = before {
                    drop_from(&mut self.at_node, &before, &at);
                    nodes.insert(before);
                }
                put(&mut self.at_node, node.clone(), at);
                out.documents.insert(it.document);
            }
            nodes.insert(node);
        }
        for id in ids {
            let bare = NodeName::from(&id);
            let documents = self.bare.get(&id).into_iter().flatten();
            let placed = documents.filter_map(|document| who.placed.get(document)?.get(&id));
            let nobody = bare_names::nobody(&id);
            let mut meant: Vec<&NodeName> =
                placed.map(|(node, _)| node).filter(|node| **node != nobody).collect();
            meant.sort_unstable();
            meant.dedup();
            let only = match meant[..] {
                [only] if *only != bare => Some(only.clone()),
                _ => None,
            };
            let before = match &only {
                Some(only) => who.bare.insert(bare.clone(), only.clone()),
                None => who.bare.remove(&bare),
            };
            // A document that writes the same name in full means the same node.
            if before != only
                && let Some(full) = self.full.get(&bare)
            {
                out.documents.extend(full.documents.iter().cloned());
                nodes.extend(before.into_iter().chain(only).chain([bare]));
            }
        }
        nodes
    }

    /// Adds the ids that are written with the same word as one of these.
    fn close(&self, ids: &mut BTreeSet<EntityId>, gists: &BTreeMap<DocumentId, Arc<Gist>>) {
        let mut open: Vec<EntityId> = ids.iter().cloned().collect();
        while let Some(id) = open.pop() {
            for document in self.bare.get(&id).into_iter().flatten() {
                let seen =
                    gists.get(document).and_then(|gist| gist.people.iter().find(|it| it.id == id));
                let others = seen.and_then(|seen| self.words.get(seen.name.surname()));
                for (_, other) in others.into_iter().flatten() {
                    if ids.insert(other.clone()) {
                        open.push(other.clone());
                    }
                }
            }
        }
    }

    /// Everybody whom some names of one word may mean, and who of them is naming in each document.
    fn bearers<'a>(
        &self,
        sightings: &[Sighting<'a>],
        gists: &BTreeMap<DocumentId, Arc<Gist>>,
        who: &WhoIsWho,
    ) -> (Vec<Bearer>, Hashed<&'a DocumentId, Vec<usize>>) {
        let mut names: BTreeSet<NodeName> = BTreeSet::new();
        let mut naming: BTreeMap<&'a DocumentId, Vec<NodeName>> = BTreeMap::new();
        for it in sightings {
            let word = it.name.surname();
            let groups = [&self.surnames, &self.given, &self.middle, &self.cut];
            let groups = groups.into_iter().filter_map(|it| it.get(word));
            names.extend(groups.flatten().cloned());
            for key in spelling_keys(word) {
                names.extend(self.spelled.get(&key).into_iter().flatten().cloned());
            }
            let full = |seen: &Seen| {
                let name = NodeName::from(&seen.id);
                let full = self.full.get(&name);
                full.is_some_and(|full| full.documents.contains(it.document)).then_some(name)
            };
            let people = gists.get(it.document).map(|gist| &gist.people).into_iter().flatten();
            let there =
                naming.entry(it.document).or_insert_with(|| people.filter_map(full).collect());
            names.extend(there.iter().cloned());
        }
        let leasts: BTreeSet<&NodeName> = names.iter().map(|name| who.cluster_of(name)).collect();
        let mut bearers = Vec::new();
        for least in leasts {
            let alone = [least.clone()];
            let members = who.clusters.get(least).map_or(&alone[..], Vec::as_slice);
            let mut bearer = Bearer::default();
            for member in members {
                if let Some(full) = self.full.get(member) {
                    bearer.add(member, &full.named);
                }
            }
            bearers.push(bearer);
        }
        bearers.sort_unstable_by(|a, b| a.ids.cmp(&b.ids));
        let mut of_id: Hashed<&NodeName, usize> = Hashed::default();
        for (i, bearer) in bearers.iter().enumerate() {
            of_id.extend(bearer.ids.iter().map(|id| (id, i)));
        }
        let there = naming.into_iter().map(|(document, names)| {
            let mut there: Vec<usize> =
                names.iter().filter_map(|name| of_id.get(name)).copied().collect();
            there.sort_unstable();
            there.dedup();
            (document, there)
        });
        let there = there.collect();
        (bearers, there)
    }

    /// Tells why the names of some nodes are theirs.
    fn explain(&self, nodes: &BTreeSet<NodeName>, who: &mut WhoIsWho) {
        for node in nodes {
            let mut joined = who.joined.remove(node).unwrap_or_default();
            joined.retain(|it| it.documents.is_none());
            let mut counts: BTreeMap<(NodeName, Reason), usize> = BTreeMap::new();
            for (document, id) in self.at_node.get(node).into_iter().flatten() {
                let placed = who.placed.get(document).and_then(|placed| placed.get(id));
                if let Some((_, Some(reason))) = placed {
                    *counts.entry((id.into(), *reason)).or_default() += 1;
                }
            }
            joined.extend(counts.into_iter().map(|((one, reason), count)| Joined {
                one,
                other: node.clone(),
                reason,
                documents: Some(count),
            }));
            if !joined.is_empty() {
                who.joined.insert(node.clone(), joined);
            }
        }
    }

    /// Finds the states that those of some nodes serve.
    fn settle_homes(
        &self,
        nodes: &BTreeSet<NodeName>,
        gists: &BTreeMap<DocumentId, Arc<Gist>>,
        who: &mut WhoIsWho,
        out: &mut Changed,
    ) {
        for node in nodes {
            let mut profile = Profile::default();
            let at = || self.at_node.get(node).into_iter().flatten();
            let mut members: BTreeSet<NodeName> = at().map(|(_, id)| id.into()).collect();
            members.extend(who.clusters.get(node).into_iter().flatten().cloned());
            members.insert(node.clone());
            let members = members.iter().filter(|member| who.least(member) == node);
            let full: Vec<&Full> = members.filter_map(|member| self.full.get(member)).collect();
            for full in &full {
                profile.add(&full.named.profile);
            }
            for (document, id) in at() {
                let gist = gists.get(document);
                let seen = gist.and_then(|it| it.people.iter().find(|seen| seen.id == *id));
                if let Some((gist, seen)) = gist.zip(seen) {
                    profile.add(&gist.profile(seen));
                }
            }
            let home = profile.side().map(|id| who.least(&id.into()).clone());
            let before = match &home {
                Some(home) => who.homes.insert(node.clone(), home.clone()),
                None => who.homes.remove(node),
            };
            if before != home {
                out.told_otherwise.extend(full.iter().flat_map(|full| &full.documents).cloned());
                out.told_otherwise.extend(at().map(|(document, _)| document.clone()));
            }
        }
    }
}

/// Words by which somebody may be meant.
#[derive(Debug, Default)]
struct Words {
    meant: BTreeSet<String>,
    spelled: BTreeSet<String>,
}

impl Words {
    fn extend(&mut self, full: Option<&Full>) {
        let Some(full) = full else { return };
        let (surname, given) = (full.named.name.surname(), full.named.name.given());
        self.spelled.extend(spelling_keys(surname));
        self.meant.extend(full.named.name.middle().map(str::to_owned));
        self.meant.extend([surname.to_owned(), given.to_owned()]);
        self.meant.extend(ShortNames::embedded().forms(given).map(str::to_owned));
        self.meant.extend(cut_forms(given).chain(cut_forms(surname)).map(str::to_owned));
    }
}

/// Whether a document names somebody by one word alone.
fn is_bare(seen: &Seen, name: &NodeName, settled: &BTreeSet<&NodeName>) -> bool {
    !seen.name.is_full() && !settled.contains(name)
}
