//! Who is who, kept up while documents come and go.
//!
//! [`WhoIsWho`] is a function of all documents and decisions. What one document changes in it is
//! found without looking at all: the names and meetings are found with which those of the document
//! may be one, before and now; what hangs together with them; and that part is made anew, by the
//! same rules, among all that the rules look at for it. Nothing outside it can come out otherwise:
//!
//! - A pair of names is compared in the [blocks](super::people::keys) of both; one with several
//!   that do not agree is of none of them. So links change only at names that a changed one is
//!   compared with, and clusters only where such links are.
//! - A name of one word is of a bearer by surname, given name, spelling or short form: only those
//!   words are placed anew that may mean somebody of a changed cluster, and all of one id at once.
//! - Two reports of a meeting are compared in blocks of a day; one that leaves the day open looks
//!   at meetings of the same people on those days, and one with a name, as a visit of somebody to a
//!   place has, at all of that name.
//! - Ids elsewhere join states and bodies in all documents at once, so where they change all is made
//!   anew.

mod meetings;
mod people;
#[cfg(test)]
mod tests;

use super::gist::Gist;
use super::who::{alike_elsewhere, names};
use super::{Decision, WhoIsWho};
use crate::hashed::Hashed;
use crate::{NodeKind, NodeName};
use chancery_model::DocumentId;
use meetings::Meetings;
use people::People;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// How many names, or meetings, are made anew at most before all are.
const MOST: usize = 5_000;

/// Who is who, and all that it rests on.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Standing {
    gists: BTreeMap<DocumentId, Arc<Gist>>,
    decisions: Arc<[Decision]>,
    who: Arc<WhoIsWho>,
    people: People,
    meetings: Meetings,
}

/// Too much changes for a part to be made anew.
struct TooMuch;

impl Standing {
    /// Of all documents and the decisions, the earliest first.
    pub(crate) fn new(gists: BTreeMap<DocumentId, Arc<Gist>>, decisions: Arc<[Decision]>) -> Self {
        let who = WhoIsWho::of_gists(gists.iter().map(|(id, gist)| (id, &**gist)), &decisions);
        Self::known(gists, decisions, Arc::new(who))
    }

    /// Where who is who is known already.
    pub(crate) fn known(
        gists: BTreeMap<DocumentId, Arc<Gist>>,
        decisions: Arc<[Decision]>,
        who: Arc<WhoIsWho>,
    ) -> Self {
        let settled = names(&decisions);
        let (mut people, mut meetings) = (People::default(), Meetings::default());
        for (id, gist) in &gists {
            people.add(id, gist, &settled);
            meetings.put(id, &who, gist);
        }
        people.place_all(&who);
        Self { gists, decisions, who, people, meetings }
    }

    /// What a document tells in short.
    pub(crate) fn gist(&self, document: &DocumentId) -> Option<&Gist> {
        self.gists.get(document).map(|gist| &**gist)
    }

    pub(crate) const fn who(&self) -> &Arc<WhoIsWho> {
        &self.who
    }

    /// Takes in new documents and versions, takes out those that are `None`, and goes by other
    /// decisions. Gives the documents in which another node may be meant than before.
    pub(crate) fn update(
        &mut self,
        changes: BTreeMap<DocumentId, Option<Arc<Gist>>>,
        decisions: Arc<[Decision]>,
    ) -> BTreeSet<DocumentId> {
        let before: BTreeMap<DocumentId, Arc<Gist>> = changes
            .keys()
            .filter_map(|id| Some((id.clone(), Arc::clone(self.gists.get(id)?))))
            .collect();
        for (id, gist) in &changes {
            match gist {
                Some(gist) => drop(self.gists.insert(id.clone(), Arc::clone(gist))),
                None => drop(self.gists.remove(id)),
            }
        }
        self.change(changes.keys(), &before, &decisions).unwrap_or_else(|TooMuch| {
            *self = Self::new(std::mem::take(&mut self.gists), decisions);
            self.gists.keys().cloned().collect()
        })
    }

    /// `old` are the former versions of the documents that changed.
    fn change<'c>(
        &mut self,
        changes: impl Iterator<Item = &'c DocumentId>,
        old: &BTreeMap<DocumentId, Arc<Gist>>,
        decisions: &Arc<[Decision]>,
    ) -> Result<BTreeSet<DocumentId>, TooMuch> {
        // Decisions that were made or taken back. In another order others may hold.
        let other_order = || {
            let stays = |all: &[Decision], beside: &[Decision]| -> Vec<Decision> {
                all.iter().filter(|it| beside.contains(it)).cloned().collect()
            };
            stays(&self.decisions, decisions) != stays(decisions, &self.decisions)
        };
        if self.decisions != *decisions && other_order() {
            return Err(TooMuch);
        }
        let differing: Vec<&Decision> = self
            .decisions
            .iter()
            .filter(|it| !decisions.contains(it))
            .chain(decisions.iter().filter(|it| !self.decisions.contains(it)))
            .collect();
        let mut seeds: BTreeSet<NodeName> = BTreeSet::new();
        for decision in &differing {
            if let Decision::Same(one, other) | Decision::Distinct(one, other) = decision {
                if !matches!(one.kind(), NodeKind::Person | NodeKind::Meeting) {
                    return Err(TooMuch);
                }
                seeds.extend([one.clone(), other.clone()]);
            }
        }
        // States and bodies that are one by an id elsewhere are so in all documents.
        let changes: BTreeSet<&DocumentId> = changes.collect();
        let gists = |all: &BTreeMap<DocumentId, Arc<Gist>>| {
            let mut of_changes = changes.iter().filter_map(|id| all.get(*id));
            of_changes.any(|gist| !gist.elsewhere.is_empty())
        };
        if gists(old) || gists(&self.gists) {
            let now = alike_elsewhere(self.gists.values().map(|gist| &**gist));
            let rest = self.gists.iter().filter(|(id, _)| !changes.contains(id));
            let before = rest.map(|(_, gist)| gist).chain(old.values()).map(|gist| &**gist);
            if alike_elsewhere(before) != now {
                return Err(TooMuch);
            }
        }
        let (before, now) = (Arc::clone(&self.decisions), Arc::clone(decisions));
        let (settled_before, settled) = (names(&before), names(&now));
        // Documents that use a name which is settled now, or no longer, are read anew.
        let mut out: BTreeSet<DocumentId> = changes.iter().map(|id| (*id).clone()).collect();
        for name in settled_before.symmetric_difference(&settled) {
            out.extend(self.people.naming(name));
        }
        let who = Arc::make_mut(&mut self.who);
        let was = |id: &DocumentId| {
            let gist = if changes.contains(id) { old.get(id) } else { self.gists.get(id) };
            Some((id.clone(), Arc::clone(gist?)))
        };
        let gone: Vec<(DocumentId, Arc<Gist>)> = out.iter().filter_map(was).collect();
        let come: Vec<(DocumentId, Arc<Gist>)> = out
            .iter()
            .filter_map(|id| Some((id.clone(), Arc::clone(self.gists.get(id)?))))
            .collect();
        let otherwise = self.people.change(
            &people::Changes { gone: &gone, come: &come, seeds: &seeds },
            (&settled_before, &settled),
            &now,
            &self.gists,
            who,
        )?;
        let mut documents = otherwise.documents;
        documents.extend(come.iter().map(|(id, _)| id.clone()));
        let mut told = documents.clone();
        told.extend(otherwise.told_otherwise);
        told.extend(out);
        documents.extend(self.meetings.change(&told, &seeds, &now, &self.gists, who)?);
        documents.retain(|id| self.gists.contains_key(id));
        who.call(&now);
        self.decisions = now;
        Ok(documents)
    }
}

/// All that hang together with some, before or now: by what they compare with (`near`), by
/// decisions, and by the clusters there were.
fn closed(
    names: BTreeSet<NodeName>,
    decisions: &[Decision],
    who: &WhoIsWho,
    near: impl Fn(&NodeName) -> BTreeSet<NodeName>,
) -> Result<BTreeSet<NodeName>, TooMuch> {
    let mut same: Hashed<&NodeName, Vec<&NodeName>> = Hashed::default();
    for decision in decisions {
        if let Decision::Same(one, other) = decision {
            same.entry(one).or_default().push(other);
            same.entry(other).or_default().push(one);
        }
    }
    let mut all = BTreeSet::new();
    let mut left: Vec<NodeName> = names.into_iter().collect();
    while let Some(name) = left.pop() {
        if all.contains(&name) {
            continue;
        }
        left.extend(near(&name));
        left.extend(same.get(&name).into_iter().flatten().map(|name| (*name).clone()));
        if let Some(cluster) = who.clusters.get(who.cluster_of(&name)) {
            left.extend(cluster.iter().cloned());
        }
        all.insert(name);
        if all.len() > MOST {
            return Err(TooMuch);
        }
    }
    Ok(all)
}
