//! Which reports are of one meeting.
//!
//! First those that tell the day, in blocks of one day and one party; then each that leaves the
//! days open, which is taken for the only meeting that fits, if there is just one.

use super::Reason;
use super::clusters::Clusters;
use super::occasion::{Manner, Occasion, Possible};
use super::same_meeting::{same_meeting, same_parties};
use crate::NodeName;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Pairs of one block that are compared at most. (Few in tests, so that they meet it.)
pub(super) const NEIGHBOURS: usize = if cfg!(test) { 3 } else { 80 };

/// Days that an occasion may be looked for at most.
const LONGEST: i64 = 40;

/// Days that an occasion with a name lasts at most.
const WEEK: i64 = 7;

/// Days from a report to an occasion that it calls by name, without a day, at most.
const FAR: i64 = 120;

/// Joins what is one meeting.
pub(super) fn join(occasions: &[Occasion], clusters: &mut Clusters) {
    for (reason, one, other) in links(occasions) {
        clusters.join(&occasions[one].name, &occasions[other].name, reason);
    }
    let by_day = ByDay::of(occasions);
    let mut found = named_alike(occasions);
    for (i, occasion) in occasions.iter().enumerate() {
        if let Some((other, reason)) = by_day.only_one_for(occasion, occasions, clusters) {
            found.push((reason, i, other));
        }
    }
    found.sort_unstable_by_key(|(reason, one, other)| {
        (*reason, &occasions[*one].name, &occasions[*other].name)
    });
    for (reason, one, other) in found {
        clusters.join(&occasions[one].name, &occasions[other].name, reason);
    }
}

/// Occasions of one name, such as a summit. Those whose days meet are one; what is told of the name
/// without a day is the last one there was, or the next one there is to be.
fn named_alike(occasions: &[Occasion]) -> Vec<(Reason, usize, usize)> {
    let mut of_title: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (i, it) in occasions.iter().enumerate() {
        if let Some(title) = it.title.as_deref().filter(|_| it.manner == Manner::Table) {
            of_title.entry(title).or_default().push(i);
        }
    }
    let mut links = Vec::new();
    for named in of_title.into_values() {
        let told = |i: usize| match occasions[i].days {
            Possible::Told(first, last) | Possible::Within(first, last) => {
                ((last - first).num_days() <= WEEK).then_some((first, last, i))
            }
            _ => None,
        };
        let mut dated: Vec<_> = named.iter().filter_map(|i| told(*i)).collect();
        dated.sort_by_key(|(first, last, i)| (*first, *last, &occasions[*i].name));
        // The first and the last day of each, and the first report of it.
        let mut held: Vec<(NaiveDate, NaiveDate, usize)> = Vec::new();
        for (first, last, i) in dated {
            match held.last_mut().filter(|it| (first - it.1).num_days() <= 2) {
                Some(known) => {
                    known.1 = known.1.max(last);
                    links.push((Reason::SameOccasion, known.2, i));
                }
                None => held.push((first, last, i)),
            }
        }
        for i in named.iter().copied().filter(|i| told(*i).is_none()) {
            let it = &occasions[i];
            let (Some(published), undated) =
                (it.published, !matches!(it.days, Possible::Told(..) | Possible::Within(..)))
            else {
                continue;
            };
            let near = |days: i64| (0..=FAR).contains(&days);
            let found = match it.days {
                _ if !undated => None,
                Possible::About(_) => held.iter().rfind(|(first, last, _)| {
                    *first <= published && near((published - *last).num_days().max(0))
                }),
                _ => held.iter().find(|(first, last, _)| {
                    *last >= published && near((*first - published).num_days().max(0))
                }),
            };
            links.extend(found.map(|(.., other)| (Reason::SameOccasion, *other, i)));
        }
    }
    links.retain(|(_, one, other)| occasions[*one].document != occasions[*other].document);
    links
}

/// Occasions of one manner, day, and party or name.
pub(super) type Block<'a> = (Manner, NaiveDate, &'a str);

/// The blocks in which an occasion is compared with others.
pub(super) fn blocks_of(it: &Occasion) -> Vec<Block<'_>> {
    let Some((first, last)) = it.days.window() else { return Vec::new() };
    let title = it.title.as_deref();
    let keys = it.people().chain(it.parties.keys()).map(NodeName::as_str).chain(title);
    let keys: BTreeSet<&str> = keys.collect();
    let days = match it.manner {
        Manner::Visit if matches!(it.days, Possible::Told(..)) => {
            first.iter_days().take_while(|day| *day <= last).take(15).collect()
        }
        _ => vec![last],
    };
    let of_day = |day: NaiveDate| keys.iter().map(move |key| (it.manner, day, *key));
    days.into_iter().flat_map(of_day).collect()
}

/// The days on which the day of an occasion is looked for, if it is left open.
pub(super) fn open_days(it: &Occasion) -> Option<(NaiveDate, NaiveDate)> {
    if matches!(it.days, Possible::Told(..)) || it.manner == Manner::Visit {
        return None;
    }
    it.days.window().filter(|(first, last)| (*last - *first).num_days() <= LONGEST)
}

/// The day of an occasion that others may leave open.
pub(super) fn told_day(it: &Occasion) -> Option<NaiveDate> {
    it.days.day().filter(|_| it.manner != Manner::Visit)
}

/// Pairs that tell the same days, the surest first. Where only the parties agree and several
/// meetings fit, none is meant.
fn links(occasions: &[Occasion]) -> Vec<(Reason, usize, usize)> {
    let mut blocks: HashMap<Block, Vec<usize>> = HashMap::new();
    for (i, it) in occasions.iter().enumerate() {
        for block in blocks_of(it) {
            blocks.entry(block).or_default().push(i);
        }
    }
    let mut pairs: BTreeSet<(usize, usize)> = BTreeSet::new();
    for block in blocks.values() {
        for (at, one) in block.iter().enumerate() {
            pairs.extend(block[at + 1..].iter().take(NEIGHBOURS).map(|other| (*one, *other)));
        }
    }
    let mut links: Vec<(Reason, usize, usize)> = pairs
        .into_iter()
        .filter_map(|(one, other)| {
            Some((same_meeting(&occasions[one], &occasions[other])?, one, other))
        })
        .collect();
    drop_those_that_fit_several(occasions, &mut links);
    links.sort_unstable_by_key(|(reason, one, other)| {
        (*reason, &occasions[*one].name, &occasions[*other].name)
    });
    links
}

/// A report that names no people may be of any meeting of its parties that day.
fn drop_those_that_fit_several(occasions: &[Occasion], links: &mut Vec<(Reason, usize, usize)>) {
    let mut others: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (_, one, other) in links.iter() {
        others.entry(*one).or_default().push(*other);
        others.entry(*other).or_default().push(*one);
    }
    let torn = |i: usize| {
        let others = &others[&i];
        others.iter().enumerate().any(|(at, one)| {
            others[at + 1..].iter().take(NEIGHBOURS).any(|other| {
                let (one, other) = (&occasions[*one], &occasions[*other]);
                one.document == other.document || same_parties(one, other).is_none()
            })
        })
    };
    links.retain(|(reason, one, other)| {
        *reason != Reason::SameParties || !torn(*one) && !torn(*other)
    });
}

/// Meetings of which the day is told, by somebody who was there and the day.
struct ByDay<'a>(HashMap<(Manner, &'a NodeName), BTreeMap<NaiveDate, Vec<usize>>>);

impl<'a> ByDay<'a> {
    fn of(occasions: &'a [Occasion]) -> Self {
        let mut by_day: HashMap<_, BTreeMap<NaiveDate, Vec<usize>>> = HashMap::new();
        for (i, it) in occasions.iter().enumerate() {
            let Some(day) = told_day(it) else { continue };
            for person in it.people() {
                let days = by_day.entry((it.manner, person)).or_default();
                days.entry(day).or_default().push(i);
            }
        }
        Self(by_day)
    }

    /// The only meeting, on the days that a report leaves open, at which the same people sat.
    fn only_one_for(
        &self,
        it: &Occasion,
        occasions: &[Occasion],
        clusters: &Clusters,
    ) -> Option<(usize, Reason)> {
        let (first, last) = open_days(it)?;
        // The rarest of them has the fewest meetings to look at.
        let days = it
            .people()
            .filter_map(|person| self.0.get(&(it.manner, person)))
            .min_by_key(|days| days.range(first..=last).count())?;
        let told = |from: NaiveDate| {
            let mut found: Vec<usize> = days
                .range(from..=last)
                .flat_map(|(_, all)| all.iter().copied().take(NEIGHBOURS))
                .filter(|other| {
                    let other = &occasions[*other];
                    other.document != it.document
                        && same_parties(it, other) == Some(Reason::SamePeople)
                })
                .collect();
            found.sort_unstable_by_key(|other| &occasions[*other].name);
            found
        };
        // What is told of today is of today rather than of yesterday.
        let about = matches!(it.days, Possible::About(_));
        let found = Some(told(last)).filter(|found| about && !found.is_empty());
        let found = found.unwrap_or_else(|| told(first));
        let one = *found.first()?;
        let cluster = |i: usize| clusters.place(&occasions[i].name).ok_or(i);
        let all_one = found.iter().all(|other| cluster(*other) == cluster(one));
        let reason = if about { Reason::SamePeople } else { Reason::Announced };
        all_one.then_some((one, reason))
    }
}
