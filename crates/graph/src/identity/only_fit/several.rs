//! Talks with several of one side that are announced at once, and were held with each of them.

use super::part::are_nameless;
use super::{ByKey, day, members_of, names_all};
use crate::identity::Reason;
use crate::identity::clusters::Clusters;
use crate::identity::meetings::NEIGHBOURS;
use crate::identity::occasion::{Manner, Occasion};
use crate::identity::plainly::are_told_apart;
use crate::identity::same_meeting::are_told_there;
use std::collections::{BTreeMap, BTreeSet};

/// Which of those whom somebody is announced to meet there on a day is the one whom they met: "will travel
/// to Oslo on March 8 to meet President Ek, Prime Minister Roe and Foreign Minister Vik".
pub(super) fn who_was_met(plan: &Occasion, held: &Occasion) -> Option<usize> {
    let fits = plan.to_be
        && !held.to_be
        && plan.document != held.document
        && plan.manner == Manner::Table
        && held.manner == Manner::Table
        && day(plan).is_some()
        && plan.days == held.days
        && plan.parties.len() == 2
        && plan.parties.keys().eq(held.parties.keys())
        && held.parties.values().all(|people| !people.is_empty())
        && names_all(held, plan)
        && are_told_there(plan, held)
        && are_nameless(plan, held)
        && !are_told_apart(plan, held);
    let mut several = plan.parties.iter().filter(|(_, people)| people.len() >= 2);
    let (party, people) = several.next().filter(|_| fits)?;
    let [met] = held.parties.get(party)?.as_slice() else { return None };
    several.next().is_none().then(|| people.iter().position(|who| who == met))?
}

/// Pairs of what is announced so, and the talks with the first of them with whom some were held.
pub(in crate::identity) fn links(
    occasions: &[Occasion],
    by_key: &ByKey,
    clusters: &Clusters,
) -> Vec<(Reason, usize, usize)> {
    let cluster = |i: usize| clusters.place(&occasions[i].name).ok_or(i);
    let members = members_of(occasions, clusters);
    let mut met: BTreeMap<usize, BTreeSet<(usize, usize)>> = BTreeMap::new();
    for all in by_key.values() {
        for (at, one) in all.iter().enumerate() {
            for other in all[at + 1..].iter().take(NEIGHBOURS) {
                for (plan, held) in [(*one, *other), (*other, *one)] {
                    let who = who_was_met(&occasions[plan], &occasions[held]);
                    if let Some(who) = who.filter(|_| members[&cluster(plan)].len() == 1) {
                        met.entry(plan).or_default().insert((who, held));
                    }
                }
            }
        }
    }
    let mut links: Vec<(Reason, usize, usize)> = Vec::new();
    for (plan, met) in met {
        let Some((first, held)) = met.first().copied() else { continue };
        let one = cluster(held);
        let same = met.iter().take_while(|(who, _)| *who == first);
        // Who tells of both tells them apart.
        let mut others = members[&one].iter().take(NEIGHBOURS);
        let apart = others.any(|it| occasions[*it].document == occasions[plan].document);
        if !apart && same.into_iter().all(|(_, held)| cluster(*held) == one) {
            links.push((Reason::OnlyFit, plan, held));
        }
    }
    links.sort_unstable_by_key(|(_, one, other)| (&occasions[*one].name, &occasions[*other].name));
    links
}
