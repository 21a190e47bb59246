//! Talks of which one report tells a part: some of those who met, or the first day of the trip to them.

use super::several;
use super::trips::is_host;
use super::{ByKey, day, is_named, meet, members_of, names_all, states};
use crate::identity::Reason;
use crate::identity::clusters::Clusters;
use crate::identity::meetings::NEIGHBOURS;
use crate::identity::occasion::{Manner, Occasion, Possible};
use crate::identity::places::is_in_one_state;
use crate::identity::plainly::are_told_apart;
use crate::identity::same_meeting::{are_led_apart, are_told_there, elsewhere, in_common};
use crate::identity::title::Title;
use crate::{NodeKind, NodeName};
use chancery_model::EntityId;
use std::collections::{BTreeMap, BTreeSet};

/// Days from the first one of a trip to talks on it that are announced with that day.
const LATER: i64 = 2;

/// Sides of which hardly the same meet twice in a few days.
const MANY: usize = 4;

/// Whether one tells less of what the other may be, which has more of those who met: of that day or of
/// those days, or else of the next one.
fn is_part(less: &Occasion, more: &Occasion) -> Option<Day> {
    if less.document == more.document
        || less.manner != Manner::Table
        || more.manner != Manner::Table
        || !are_nameless(less, more)
        || are_led_apart(less, more)
        || are_told_apart(less, more)
    {
        return None;
    }
    if is_of_that_day(less, more)
        || is_announced_for_less(less, more)
        || is_of_many_sides(less, more)
    {
        return Some(Day::Same);
    }
    let off = is_of_the_day_before(less, more)
        || is_announced_too_soon(less, more)
        || are_three_a_day_off(less, more);
    off.then_some(Day::Off)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Day {
    Same,
    Off,
}

/// Whether one may tell a part of the other.
pub(super) fn may_be_part(a: &Occasion, b: &Occasion) -> bool {
    is_part(a, b).or_else(|| is_part(b, a)).is_some()
        || several::who_was_met(a, b).or_else(|| several::who_was_met(b, a)).is_some()
        || may_be_of_all(a, b)
        || may_be_of_all(b, a)
}

/// Pairs of what tells little, and is of no other, and the only one of those days that it is a part of.
pub(in crate::identity) fn parts(
    occasions: &[Occasion],
    by_key: &ByKey,
    clusters: &Clusters,
) -> Vec<(Reason, usize, usize)> {
    let cluster = |i: usize| clusters.place(&occasions[i].name).ok_or(i);
    let members = members_of(occasions, clusters);
    let alone = |i: usize| {
        let mut all = members[&cluster(i)].iter().take(NEIGHBOURS);
        members[&cluster(i)].len() == 1 || all.all(|it| occasions[*it].to_be)
    };
    let mut wholes: BTreeMap<usize, BTreeMap<usize, Day>> = BTreeMap::new();
    let mut add = |less: usize, more: usize| {
        if cluster(less) != cluster(more)
            && alone(less)
            && let Some(day) = is_part(&occasions[less], &occasions[more])
        {
            wholes.entry(less).or_default().insert(more, day);
        }
    };
    for all in by_key.values() {
        for (at, one) in all.iter().enumerate() {
            for other in all[at + 1..].iter().take(NEIGHBOURS) {
                add(*one, *other);
                add(*other, *one);
            }
        }
    }
    let mut found: BTreeMap<usize, usize> = BTreeMap::new();
    for (less, wholes) in &wholes {
        let nearest = wholes.values().min();
        let mut nearest = wholes.iter().filter(|(_, day)| Some(*day) == nearest).map(|(i, _)| *i);
        let Some(one) = nearest.next() else { continue };
        // Who tells of both tells them apart.
        let apart = members[&cluster(one)].iter().take(NEIGHBOURS).any(|it| {
            let (less, it) = (&occasions[*less], &occasions[*it]);
            less.document == it.document || are_led_apart(less, it)
        });
        if !apart && nearest.all(|other| cluster(other) == cluster(one)) {
            found.insert(*less, one);
        }
    }
    // What no report tells all of, all reports may.
    let mut gatherings: BTreeMap<usize, BTreeMap<_, usize>> = BTreeMap::new();
    let mut gather = |less: usize, more: usize| {
        let is_it = cluster(less) != cluster(more)
            && alone(less)
            && !found.contains_key(&less)
            && may_be_of_all(&occasions[less], &occasions[more])
            && are_all_there(&occasions[less], &members[&cluster(more)], occasions);
        if is_it {
            gatherings.entry(less).or_default().insert(cluster(more), more);
        }
    };
    for all in by_key.values() {
        for (at, one) in all.iter().enumerate() {
            for other in all[at + 1..].iter().take(NEIGHBOURS) {
                gather(*one, *other);
                gather(*other, *one);
            }
        }
    }
    for (less, wholes) in gatherings {
        let mut wholes = wholes.into_values();
        if let (Some(one), None) = (wholes.next(), wholes.next()) {
            found.insert(less, one);
        }
    }
    // Two of one report are two, and what is a part of another is not known to be the whole of one.
    let mut of_report: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    for (less, one) in &found {
        let report = (cluster(*one), &occasions[*less].document);
        of_report.entry(report).or_default().insert(cluster(*less));
    }
    let mut links: Vec<(Reason, usize, usize)> = found
        .iter()
        .filter(|(less, one)| {
            let mutual = found.get(*one) == Some(*less);
            let whole = !found.contains_key(*one) || mutual;
            whole && of_report[&(cluster(**one), &occasions[**less].document)].len() == 1
        })
        .map(|(less, one)| (Reason::OnlyFit, *less, *one))
        .collect();
    links.sort_unstable_by_key(|(_, one, other)| (&occasions[*one].name, &occasions[*other].name));
    links
}

/// Whether one report tells of several sides that somebody met on the day on which another tells of them at
/// a gathering, whoever else was there: "a meeting with the ministers of Chad, Mali and Peru".
fn may_be_of_all(less: &Occasion, more: &Occasion) -> bool {
    less.document != more.document
        && less.manner == Manner::Table
        && more.manner == Manner::Table
        && day(less).is_some()
        && less.days == more.days
        && states(less).nth(2).is_some()
        && !is_named(less)
        && in_common(less, more) > 0
        && !are_led_apart(less, more)
        && !elsewhere(less, more)
}

/// Whether all whom a report tells of are told to be there by one or another of the reports of a gathering.
fn are_all_there(less: &Occasion, members: &[usize], occasions: &[Occasion]) -> bool {
    let all = || members.iter().take(NEIGHBOURS).map(|it| &occasions[*it]);
    members.len() > 1
        && all().all(|it| it.document != less.document && !elsewhere(it, less))
        && !all().any(|it| are_led_apart(it, less))
        && less.parties.keys().all(|party| all().any(|it| it.parties.contains_key(party)))
        && less.people().all(|who| all().any(|it| it.people().any(|other| other == who)))
}

/// By whom talks are known that are told of on a day.
pub(super) fn keys(it: &Occasion) -> Vec<String> {
    let Some(day) = day(it).filter(|_| it.manner == Manner::Table) else { return Vec::new() };
    let days = [Some(day), day.succ_opt()];
    let days = days.into_iter().flatten();
    days.flat_map(|day| it.people().map(move |who| format!("{who} {day}"))).collect()
}

/// Whether whoever is told to be at one is at the other too, of any side of it.
fn is_within(less: &Occasion, more: &Occasion) -> bool {
    let is_there = |party: &NodeName| {
        // Of somebody whom one report tells no side of the other may tell it.
        more.parties.contains_key(party) || party.kind() == NodeKind::Person
    };
    less.parties.keys().all(is_there) && names_all(less, more)
}

/// Whether neither is called by a name.
pub(super) fn are_nameless(a: &Occasion, b: &Occasion) -> bool {
    let many = |it: &Occasion| it.title.as_ref().is_some_and(Title::is_of_many);
    !is_named(a) && !is_named(b) && !many(a) && !many(b)
}

/// Whether somebody is named of one side at most, and more is told than that they met somebody.
fn leaves_out_a_side(less: &Occasion, more: &Occasion) -> bool {
    let sides = || less.parties.iter().filter(|(party, _)| party.kind() != NodeKind::Person);
    let led = sides().filter(|(_, people)| !people.is_empty()).count();
    // Who goes to a third state meets there, and those who are at home, or whom they came to see, meet
    // many.
    let host = |place: &EntityId| more.parties.keys().any(|party| is_host(party, place));
    let alone = || {
        less.is_only_one
            && are_told_there(less, more)
            && less.place.as_ref().is_some_and(|place| !host(place))
    };
    led <= 1
        && less.people().next().is_some()
        && (less.parties.len() >= 2 || less.people().nth(1).is_some() || alone())
}

fn tells_less(less: &Occasion, more: &Occasion) -> bool {
    let sides = more.parties.keys().filter(|party| party.kind() != NodeKind::Person);
    is_within(less, more)
        && leaves_out_a_side(less, more)
        && sides.count() >= 2
        && (states(less).count() < 2 || states(less).eq(states(more)))
        && !elsewhere(less, more)
}

fn is_of_that_day(less: &Occasion, more: &Occasion) -> bool {
    day(less).is_some() && less.days == more.days && tells_less(less, more)
}

/// Whether a report tells of the day on which it came out what was on the day before it.
fn is_of_the_day_before(less: &Occasion, more: &Occasion) -> bool {
    let days = day(less).zip(day(more));
    let off = days
        .is_some_and(|(day, before)| less.published == Some(day) && before.succ_opt() == Some(day));
    // Two who are named may well meet again the next day.
    let mut named = less.parties.values().filter(|people| !people.is_empty());
    off && !less.to_be && !more.to_be && named.nth(1).is_none() && tells_less(less, more)
}

/// Whether those who are announced to meet on a trip met there, and others too.
fn is_announced_for_less(plan: &Occasion, held: &Occasion) -> bool {
    meet(plan, held)
        && plan.to_be
        && !held.to_be
        && plan.people().next().is_some()
        && states(plan).nth(1).is_some()
        && states(plan).eq(states(held))
        && plan.parties.keys().all(|party| held.parties.contains_key(party))
        && names_all(plan, held)
        && are_told_there(plan, held)
}

/// Whether talks of somebody of each side are announced with the day of the trip to them.
fn is_announced_too_soon(plan: &Occasion, held: &Occasion) -> bool {
    let led = plan.parties.values().filter(|people| !people.is_empty());
    let days = day(plan).zip(day(held));
    days.is_some_and(|(day, held)| (1..=LATER).contains(&(held - day).num_days()))
        && plan.to_be
        && !held.to_be
        && led.count() >= 2
        && is_within(plan, held)
        && !elsewhere(plan, held)
}

/// Whether the same three sides met in one state on days that follow each other.
fn are_three_a_day_off(a: &Occasion, b: &Occasion) -> bool {
    let days = day(a).zip(day(b));
    let places = a.place.as_ref().zip(b.place.as_ref());
    days.is_some_and(|(one, other)| (one - other).num_days().abs() == 1)
        && places.is_some_and(|(one, other)| is_in_one_state(one, other) != Some(false))
        && states(a).nth(2).is_some()
        && a.parties.keys().eq(b.parties.keys())
        && in_common(a, b) > 0
}

/// Whether as many sides, and the same two, met on a trip: one of two places is a slip.
fn is_of_many_sides(less: &Occasion, more: &Occasion) -> bool {
    let is_trip = |it: &Occasion| it.to_be && matches!(it.days, Possible::Within(..));
    meet(less, more)
        && (is_trip(less) || is_trip(more))
        && less.parties.len() >= MANY
        && is_within(less, more)
        && in_common(less, more) >= 2
}
