use super::clusters::Clusters;
use super::gist::Gist;
use super::people::People;
use super::short_names::ShortNames;
use super::{Decision, Joined, Reason, bare_names, entity, meetings, occasion};
use crate::hashed::Hashed;
use crate::{NodeKind, NodeName};
use chancery_model::{DocumentId, EntityId, EntityKind, MeetingId};
use std::collections::{BTreeMap, BTreeSet};

/// Who is who: which names are of one node, and why.
///
/// Invariant: it is a function of the set of reports and of the decisions in their order, and of
/// nothing else.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct WhoIsWho {
    /// The least name of the cluster that a name belongs to, where that is another.
    pub(super) least: Hashed<NodeName, NodeName>,
    /// The names of each cluster of several, by the least of them.
    pub(super) clusters: BTreeMap<NodeName, Vec<NodeName>>,
    /// Why names, and bare names, are of a node; by its name.
    pub(super) joined: BTreeMap<NodeName, Vec<Joined>>,
    /// What the node of a least name is called.
    pub(super) called: BTreeMap<NodeName, String>,
    /// The nodes of names that say too little by themselves, document by document, and why.
    pub(super) placed: Hashed<DocumentId, BTreeMap<EntityId, (NodeName, Option<Reason>)>>,
    /// The node of such a name, where all documents mean the same one.
    pub(super) bare: BTreeMap<NodeName, NodeName>,
    /// The node of the state that each person serves.
    pub(super) homes: BTreeMap<NodeName, NodeName>,
}

impl WhoIsWho {
    /// As reports tell it.
    #[cfg(test)]
    pub(crate) fn of<'a>(
        reports: impl Iterator<Item = &'a crate::Report>,
        decisions: &[Decision],
    ) -> Self {
        let gists: Vec<(&DocumentId, Gist)> =
            reports.map(|report| (report.id(), Gist::of(report))).collect();
        Self::of_gists(gists.iter().map(|(id, gist)| (*id, gist)), decisions)
    }

    /// As reports tell it in short, sorted by id, each once, and decisions that make sense,
    /// the earliest first.
    pub(crate) fn of_gists<'a>(
        reports: impl Iterator<Item = (&'a DocumentId, &'a Gist)> + Clone,
        decisions: &[Decision],
    ) -> Self {
        let mut found = Self::default();
        let settled = names(decisions);
        let people = People::read(reports.clone(), &settled);
        let mut clusters = decided(decisions, |kind| kind != NodeKind::Meeting);
        for (reason, one, other) in people.links(ShortNames::embedded()) {
            clusters.join(one, other, reason);
        }
        for (one, other) in alike_elsewhere(reports.clone().map(|(_, gist)| gist)) {
            clusters.join(&one, &other, Reason::SameId);
        }
        let placed = people.placed(&clusters);
        found.take(clusters);
        found.place(placed);

        found.homes = found.homes(&people);
        let who = |document: &DocumentId, id: &EntityId| found.placed(document, id);
        let occasions: Vec<_> =
            reports.flat_map(|(id, gist)| occasion::occasions(id, gist, &who)).collect();
        let mut clusters = decided(decisions, |kind| kind == NodeKind::Meeting);
        meetings::join(&occasions, &mut clusters);
        drop(occasions);
        found.take(clusters);

        found.call(decisions);
        found
    }

    /// What nodes are called as decided: the latest name counts.
    pub(super) fn call(&mut self, decisions: &[Decision]) {
        self.called.clear();
        for decision in decisions.iter().rev() {
            if let Decision::Name(node, name) = decision {
                let least = self.least(node).clone();
                self.called.entry(least).or_insert_with(|| name.clone());
            }
        }
    }

    /// The node of an entity of one document, and the node of the state it serves.
    pub(super) fn placed(
        &self,
        document: &DocumentId,
        id: &EntityId,
    ) -> (NodeName, Option<NodeName>) {
        let node = self.entity(document, id);
        let home = self.homes.get(&node).cloned();
        (node, home)
    }

    fn take(&mut self, clusters: Clusters) {
        self.take_those(clusters.finished());
    }

    pub(super) fn take_those(
        &mut self,
        clusters: impl Iterator<Item = (Vec<NodeName>, Vec<Joined>)>,
    ) {
        for (members, joined) in clusters {
            let least = members[0].clone();
            for other in &members[1..] {
                self.least.insert(other.clone(), least.clone());
            }
            let known = self.joined.entry(least.clone()).or_default();
            known.splice(0..0, joined);
            self.clusters.insert(least, members);
        }
    }

    fn place(&mut self, placed: Vec<super::bare_names::Placed>) {
        let mut nodes: BTreeMap<NodeName, BTreeSet<NodeName>> = BTreeMap::new();
        let mut counts: BTreeMap<(NodeName, NodeName, Reason), usize> = BTreeMap::new();
        for it in placed {
            let bare = entity(&it.id);
            let node = self.least(&it.node).clone();
            if node != bare_names::nobody(&it.id) {
                nodes.entry(bare.clone()).or_default().insert(node.clone());
            }
            if let Some(reason) = it.reason {
                *counts.entry((node.clone(), bare, reason)).or_default() += 1;
            }
            self.placed.entry(it.document).or_default().insert(it.id, (node, it.reason));
        }
        for (bare, nodes) in nodes {
            if let Some(only) = nodes.first().filter(|only| nodes.len() == 1 && **only != bare) {
                self.bare.insert(bare, only.clone());
            }
        }
        for ((node, one, reason), count) in counts {
            let other = node.clone();
            let joined = Joined { one, other, reason, documents: Some(count) };
            self.joined.entry(node).or_default().push(joined);
        }
    }

    /// The node of the state, or else the body, that each person serves.
    fn homes(&self, people: &People) -> BTreeMap<NodeName, NodeName> {
        let mut all: BTreeMap<&NodeName, super::profile::Profile> = BTreeMap::new();
        for (id, profile) in people.profiles() {
            all.entry(self.least(id)).or_default().add(profile);
        }
        for (document, id, profile) in people.bare() {
            let node = self.placed.get(document).and_then(|nodes| nodes.get(id));
            if let Some((node, _)) = node {
                all.entry(node).or_default().add(profile);
            }
        }
        let home = |profile: &super::profile::Profile| {
            profile.side().map(|id| self.least(&id.into()).clone())
        };
        all.into_iter()
            .filter_map(|(node, profile)| Some((node.clone(), home(&profile)?)))
            .collect()
    }

    /// The least name of the cluster of a name, whomever it means where it says too little.
    pub(super) fn cluster_of<'a>(&'a self, name: &'a NodeName) -> &'a NodeName {
        self.least.get(name).unwrap_or(name)
    }

    /// Takes apart the clusters of some names, which hold no others.
    pub(super) fn part(&mut self, names: &BTreeSet<NodeName>) {
        for name in names {
            self.least.remove(name);
            self.clusters.remove(name);
            // What was found document by document is no part of a cluster.
            if let Some(joined) = self.joined.get_mut(name) {
                joined.retain(|it| it.documents.is_some());
                if joined.is_empty() {
                    self.joined.remove(name);
                }
            }
        }
    }

    /// The name that stands for all that are one with this one.
    pub(crate) fn least<'a>(&'a self, name: &'a NodeName) -> &'a NodeName {
        self.least.get(name).or_else(|| self.bare.get(name)).unwrap_or(name)
    }

    /// The node of an entity of one document.
    pub(crate) fn entity(&self, document: &DocumentId, id: &EntityId) -> NodeName {
        let placed = || self.placed.get(document)?.get(id);
        match (id.kind() == EntityKind::Person).then(placed).flatten() {
            Some((node, _)) => node.clone(),
            None => self.least(&entity(id)).clone(),
        }
    }

    /// Whether a name of one document is nobody's in particular, and so of no node.
    pub(crate) fn is_nobody(&self, document: &DocumentId, id: &EntityId) -> bool {
        let placed = self.placed.get(document).and_then(|placed| placed.get(id));
        placed.is_some_and(|(node, why)| why.is_none() && *node == bare_names::nobody(id))
    }

    /// The node of a meeting of one document.
    pub(crate) fn meeting(&self, document: &DocumentId, handle: &MeetingId) -> NodeName {
        self.least(&super::meeting(document, handle)).clone()
    }

    /// The other names of a node, by letters.
    pub(crate) fn others(&self, least: &NodeName) -> &[NodeName] {
        // Statements, goals and documents are each of one name.
        let several = (least.kind() <= NodeKind::Meeting).then(|| self.clusters.get(least));
        several.flatten().map_or(&[], |members| &members[1..])
    }

    /// The names of the meetings that have several.
    pub(crate) fn meetings_of_several(&self) -> impl Iterator<Item = &NodeName> {
        self.clusters.keys().filter(|name| name.kind() == NodeKind::Meeting)
    }

    /// Why its names are of one node.
    pub(crate) fn joined(&self, least: &NodeName) -> &[Joined] {
        self.joined.get(least).map_or(&[], Vec::as_slice)
    }

    /// Whether some node of a document has another name in another's view.
    pub(crate) fn differs_in(&self, other: &Self, document: &DocumentId, gist: &Gist) -> bool {
        let node = |who: &Self, id: &EntityId| who.entity(document, id);
        let meeting = |who: &Self, handle: &MeetingId| who.meeting(document, handle);
        gist.entities().any(|id| node(self, id) != node(other, id))
            || gist
                .meetings
                .iter()
                .any(|it| meeting(self, &it.handle) != meeting(other, &it.handle))
    }

    /// The nodes that are to be called otherwise in another's view.
    pub(crate) fn called_otherwise(&self, other: &Self) -> BTreeSet<NodeName> {
        let names = self.called.keys().chain(other.called.keys());
        names.filter(|name| self.called(name) != other.called(name)).cloned().collect()
    }

    /// What a node is to be called.
    pub(crate) fn called(&self, least: &NodeName) -> Option<&str> {
        self.called.get(least).map(String::as_str)
    }
}

/// Pairs of states, organizations or places that have one id elsewhere, by letters.
pub(super) fn alike_elsewhere<'a>(
    gists: impl Iterator<Item = &'a Gist>,
) -> BTreeSet<(NodeName, NodeName)> {
    let mut of_id: BTreeMap<(NodeKind, &str), BTreeSet<NodeName>> = BTreeMap::new();
    for (id, elsewhere) in gists.flat_map(|gist| &gist.elsewhere) {
        let name = entity(id);
        of_id.entry((name.kind(), elsewhere)).or_default().insert(name);
    }
    let pairs = of_id.into_values().flat_map(|names| {
        let mut names = names.into_iter();
        let first = names.next();
        names.filter_map(move |other| Some((first.clone()?, other)))
    });
    pairs.collect()
}

/// The names that somebody decided about.
pub(super) fn names(decisions: &[Decision]) -> BTreeSet<&NodeName> {
    let mut names = BTreeSet::new();
    for decision in decisions {
        match decision {
            Decision::Same(one, other) | Decision::Distinct(one, other) => {
                names.extend([one, other]);
            }
            Decision::Name(..) => {}
        }
    }
    names
}

/// The clusters that were decided, of some kinds.
pub(super) fn decided(decisions: &[Decision], kinds: impl Fn(NodeKind) -> bool) -> Clusters {
    let mut clusters = Clusters::default();
    // The latest first: an earlier one holds only where no later one stands against it.
    for decision in decisions.iter().rev() {
        match decision {
            Decision::Same(one, other) if kinds(one.kind()) => {
                clusters.join(one, other, Reason::Decided);
            }
            Decision::Distinct(one, other) if kinds(one.kind()) => clusters.part(one, other),
            _ => {}
        }
    }
    clusters
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(letter: char) -> NodeName {
        format!("person:{letter}").parse().expect("a name")
    }

    /// `a=b` is same, `a/b` distinct; the clusters of several come out, each in order.
    #[track_caller]
    fn check(decisions: &str, expected: &str) {
        let decisions: Vec<Decision> = decisions
            .split_whitespace()
            .map(|word| {
                let letters: Vec<char> = word.chars().collect();
                let (a, b) = (name(letters[0]), name(letters[2]));
                let decision =
                    if letters[1] == '=' { Decision::Same(a, b) } else { Decision::Distinct(a, b) };
                decision.checked().expect("it makes sense")
            })
            .collect();
        let who = WhoIsWho::of(std::iter::empty(), &decisions);
        let clusters: Vec<String> = who
            .clusters
            .values()
            .map(|names| names.iter().filter_map(|name| name.as_str().chars().last()).collect())
            .collect();
        assert_eq!(clusters.join(" "), expected);
    }

    #[test]
    fn clusters_are_what_hangs_together_minus_what_is_told_apart() {
        check("", "");
        check("a=b", "ab");
        check("a=b c=d", "ab cd");
        check("c=b b=a d=e", "abc de");
        check("a=b a/b", "");
        check("a/b a=b", "ab");
    }

    #[test]
    fn of_decisions_that_contradict_the_later_holds() {
        check("a=b b=c a/c", "bc");
        check("b=c a=b a/c", "ab");
        check("a=b a/c b=c", "bc");
        check("a/c a=b b=c", "abc");
        check("a/d a=b c=d b=c", "abcd");
        check("a=b c=d b=c a/d", "bcd");
    }
}
