//! Meetings: which reports are of one.

use super::{TooMuch, closed};
use crate::hashed::Hashed;
use crate::identity::gist::Gist;
use crate::identity::meetings::{NEIGHBOURS, blocks_of, join, names_of, open_days, told_days};
use crate::identity::occasion::{Manner, Occasion, occasions};
use crate::identity::only_fit;
use crate::identity::same_meeting::{may_be_told_by, same_meeting};
use crate::identity::same_trip;
use crate::identity::who::decided;
use crate::identity::{Decision, Joined, WhoIsWho};
use crate::{NodeKind, NodeName};
use chancery_model::DocumentId;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Which meeting of which document.
type Place = (DocumentId, usize);

/// All meetings of which documents tell.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Meetings {
    occasions: BTreeMap<DocumentId, Vec<Occasion>>,
    places: Hashed<NodeName, Place>,
    blocks: Hashed<(Manner, NaiveDate, String), BTreeSet<Place>>,
    names: Hashed<String, BTreeSet<Place>>,
    /// Those of which the day is told, by who was there and the day.
    told: Hashed<(Manner, NodeName), BTreeMap<NaiveDate, BTreeSet<Place>>>,
    /// Those that leave the day open, by who was there.
    open: Hashed<(Manner, NodeName), BTreeSet<Place>>,
    /// Those that may be of a trip, by who was there, or which sides, and the day.
    trips: Hashed<(String, NaiveDate), BTreeSet<Place>>,
    /// Those that may fit another, by what they have in common.
    fits: Hashed<String, BTreeSet<Place>>,
}

impl Meetings {
    /// Takes in the meetings of a document.
    pub(super) fn put(&mut self, id: &DocumentId, who: &WhoIsWho, gist: &Gist) {
        let person = |document: &DocumentId, id: &_| who.placed(document, id);
        self.list(id, occasions(id, gist, &person));
    }

    fn list(&mut self, id: &DocumentId, occasions: Vec<Occasion>) {
        for (i, it) in occasions.iter().enumerate() {
            let place = || (id.clone(), i);
            self.places.insert(it.name.clone(), place());
            for (manner, day, key) in blocks_of(it) {
                self.blocks.entry((manner, day, key.to_owned())).or_default().insert(place());
            }
            for name in names_of(it) {
                self.names.entry(name).or_default().insert(place());
            }
            for key in same_trip::keys(it) {
                self.trips.entry(key).or_default().insert(place());
            }
            for key in only_fit::keys(it) {
                self.fits.entry(key).or_default().insert(place());
            }
            for person in it.people() {
                let key = || (it.manner, person.clone());
                for day in told_days(it) {
                    let days = self.told.entry(key()).or_default();
                    days.entry(day).or_default().insert(place());
                }
                if open_days(it).is_some() {
                    self.open.entry(key()).or_default().insert(place());
                }
            }
        }
        if !occasions.is_empty() {
            self.occasions.insert(id.clone(), occasions);
        }
    }

    fn unlist(&mut self, id: &DocumentId) {
        for (i, it) in self.occasions.remove(id).unwrap_or_default().iter().enumerate() {
            let place = (id.clone(), i);
            self.places.remove(&it.name);
            for (manner, day, key) in blocks_of(it) {
                drop_from(&mut self.blocks, &(manner, day, key.to_owned()), &place);
            }
            for name in names_of(it) {
                drop_from(&mut self.names, &name, &place);
            }
            for key in same_trip::keys(it) {
                drop_from(&mut self.trips, &key, &place);
            }
            for key in only_fit::keys(it) {
                drop_from(&mut self.fits, &key, &place);
            }
            for person in it.people() {
                let key = (it.manner, person.clone());
                if let Some(days) = self.told.get_mut(&key) {
                    for day in told_days(it) {
                        if let Some(places) = days.get_mut(&day) {
                            places.remove(&place);
                            if places.is_empty() {
                                days.remove(&day);
                            }
                        }
                    }
                    if days.is_empty() {
                        self.told.remove(&key);
                    }
                }
                drop_from(&mut self.open, &key, &place);
            }
        }
    }

    fn at(&self, (document, i): &Place) -> Option<&Occasion> {
        self.occasions.get(document)?.get(*i)
    }

    fn named(&self, name: &NodeName) -> Option<&Occasion> {
        self.at(self.places.get(name)?)
    }

    /// Those that share a block with one.
    fn beside(&self, it: &Occasion) -> impl Iterator<Item = &BTreeSet<Place>> {
        let blocks = blocks_of(it).into_iter();
        blocks.filter_map(|(manner, day, key)| self.blocks.get(&(manner, day, key.to_owned())))
    }

    /// Those of which the day is told, with somebody who is at one that leaves it open.
    fn told_for(&self, it: &Occasion) -> BTreeSet<&Place> {
        let Some((first, last)) = open_days(it) else { return BTreeSet::new() };
        let days = it.people().filter_map(|who| self.told.get(&(it.manner, who.clone())));
        days.flat_map(|days| days.range(first..=last)).flat_map(|(_, places)| places).collect()
    }

    /// Those that leave the day open, with somebody who is at one of which it is told.
    fn open_for(&self, it: &Occasion) -> BTreeSet<&Place> {
        let told: Vec<NaiveDate> = told_days(it).collect();
        let open = it.people().filter_map(|who| self.open.get(&(it.manner, who.clone())));
        let within = |place: &&Place| {
            let days = self.at(place).and_then(open_days);
            days.is_some_and(|(first, last)| told.iter().any(|day| first <= *day && *day <= last))
        };
        open.flatten().filter(within).collect()
    }

    /// Those that may be of one trip with another, as somebody is there and the days meet.
    fn on_the_trip(&self, it: &Occasion) -> BTreeSet<&Place> {
        let keys = same_trip::keys(it);
        keys.iter().filter_map(|key| self.trips.get(key)).flatten().collect()
    }

    /// Those that may fit another, by what they have in common with it.
    fn alike(&self, it: &Occasion) -> BTreeSet<&Place> {
        let keys = only_fit::keys(it);
        keys.iter().filter_map(|key| self.fits.get(key)).flatten().collect()
    }

    /// The meetings that may be one with another.
    fn near(&self, it: &Occasion) -> BTreeSet<NodeName> {
        let mut near = BTreeSet::new();
        for block in self.beside(it) {
            for other in block.iter().filter_map(|place| self.at(place)) {
                if same_meeting(it, other).is_some() || same_meeting(other, it).is_some() {
                    near.insert(other.name.clone());
                }
            }
        }
        let names = names_of(it).into_iter();
        for named in names.filter_map(|name| self.names.get(&name)) {
            near.extend(named.iter().filter_map(|place| self.at(place)).map(|it| it.name.clone()));
        }
        for other in self.on_the_trip(it).into_iter().filter_map(|place| self.at(place)) {
            if same_trip::may_be_of_one_trip(it, other).is_some() {
                near.insert(other.name.clone());
            }
        }
        for other in self.alike(it).into_iter().filter_map(|place| self.at(place)) {
            if only_fit::may_fit(it, other) {
                near.insert(other.name.clone());
            }
        }
        let either = self.told_for(it).into_iter().chain(self.open_for(it));
        for other in either.filter_map(|place| self.at(place)) {
            if may_be_told_by(it, other) || may_be_told_by(other, it) {
                near.insert(other.name.clone());
            }
        }
        near
    }

    /// The meetings that may come out otherwise because one is there, or is not.
    fn touched_by(&self, it: &Occasion) -> BTreeSet<NodeName> {
        let mut touched = self.near(it);
        touched.insert(it.name.clone());
        let crowded = self.beside(it).filter(|block| block.len() > NEIGHBOURS).flatten();
        let open = self.open_for(it).into_iter();
        let trip = self.on_the_trip(it).into_iter();
        let keys = only_fit::keys(it);
        let alike = keys.iter().filter_map(|key| self.fits.get(key));
        let alike = alike.filter(|all| all.len() > NEIGHBOURS).flatten();
        let places =
            crowded.chain(open).chain(trip).chain(alike).filter_map(|place| self.at(place));
        touched.extend(places.map(|it| it.name.clone()));
        touched
    }

    /// Reads the meetings of some documents anew, and finds the documents of which a meeting is
    /// another's now.
    pub(super) fn change(
        &mut self,
        documents: &BTreeSet<DocumentId>,
        seeds: &BTreeSet<NodeName>,
        decisions: &[Decision],
        gists: &BTreeMap<DocumentId, Arc<Gist>>,
        who: &mut WhoIsWho,
    ) -> Result<BTreeSet<DocumentId>, TooMuch> {
        let mut anew: BTreeSet<NodeName> =
            seeds.iter().filter(|name| name.kind() == NodeKind::Meeting).cloned().collect();
        let mut changed: Vec<(&DocumentId, Vec<Occasion>)> = Vec::new();
        for id in documents {
            let now = gists.get(id).map(|gist| {
                occasions(id, gist, &|document: &DocumentId, id: &_| who.placed(document, id))
            });
            let now = now.unwrap_or_default();
            let before = self.occasions.get(id).map_or(&[][..], Vec::as_slice);
            if before != now {
                anew.extend(before.iter().flat_map(|it| self.touched_by(it)));
                changed.push((id, now));
            }
        }
        let ids: Vec<&DocumentId> = changed.iter().map(|(id, _)| *id).collect();
        for (id, now) in changed {
            self.unlist(id);
            self.list(id, now);
        }
        for id in ids {
            let now = self.occasions.get(id).into_iter().flatten();
            anew.extend(now.flat_map(|it| self.touched_by(it)));
        }
        if anew.is_empty() {
            return Ok(BTreeSet::new());
        }
        let anew = closed(anew, decisions, who, |name| {
            self.named(name).map(|it| self.near(it)).unwrap_or_default()
        })?;
        let clusters = self.clusters(&anew, decisions);
        let before: Vec<(NodeName, NodeName)> =
            anew.iter().map(|name| (name.clone(), who.cluster_of(name).clone())).collect();
        who.part(&anew);
        let of_those = |(members, _): &(Vec<NodeName>, Vec<Joined>)| {
            members.iter().any(|member| anew.contains(member))
        };
        who.take_those(clusters.into_iter().filter(of_those));
        let otherwise = before.into_iter().filter(|(name, before)| who.cluster_of(name) != before);
        let documents = otherwise.filter_map(|(name, _)| Some(self.places.get(&name)?.0.clone()));
        Ok(documents.collect())
    }

    /// The clusters of meetings that hang together, found among all that they are compared with.
    fn clusters(
        &self,
        names: &BTreeSet<NodeName>,
        decisions: &[Decision],
    ) -> Vec<(Vec<NodeName>, Vec<Joined>)> {
        let mut places: BTreeSet<&Place> = BTreeSet::new();
        for name in names {
            let Some(it) = self.named(name) else { continue };
            places.extend(self.places.get(name));
            places.extend(self.beside(it).flatten());
            places.extend(self.told_for(it));
            places.extend(self.alike(it));
            // Which of them are told of with a day rests on others again.
            for place in self.on_the_trip(it) {
                places.insert(place);
                places.extend(self.at(place).into_iter().flat_map(|it| self.told_for(it)));
            }
        }
        let sample: Vec<Occasion> =
            places.into_iter().filter_map(|place| self.at(place)).cloned().collect();
        let mut clusters = decided(decisions, |kind| kind == NodeKind::Meeting);
        join(&sample, &mut clusters);
        clusters.finished().collect()
    }
}

fn drop_from<K: std::hash::Hash + Eq, V: Ord>(
    groups: &mut Hashed<K, BTreeSet<V>>,
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
