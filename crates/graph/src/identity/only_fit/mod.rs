//! What is told of with little, and fits only one that more is told of: the trip that an interviewer
//! mentions, the call that is called a discussion, the talks of a month.

mod announced;
#[cfg(test)]
pub(super) mod cases;
mod gatherings;
mod names;
mod part;
mod series;
mod several;
mod sides;
mod trips;
mod twice;

use super::Reason;
use super::clusters::Clusters;
use super::meetings::{NEIGHBOURS, WEEK};
use super::occasion::{Manner, Occasion, Possible};
use super::places::{is_region, state_of};
use super::plainly::are_told_apart;
use super::same_meeting::{are_led_apart, elsewhere, same_parties};
use super::same_trip::{self, Sure};
use super::title::{Title, stem};
use crate::hashed::Hashed;
use crate::{NodeKind, NodeName};
use announced::is_announced;
use chrono::{Datelike, Days, NaiveDate};
use names::{
    are_talks_of_one_name, is_called_so, is_of_the_body, is_the_summit_of_two,
    is_where_it_is_called,
};
pub(super) use part::parts;
pub(super) use several::links as of_several;
use sides::{
    are_announced_alike, is_a_day_off, is_told_alone, is_told_by_the_host, is_told_of_less,
    is_within_a_month,
};
use std::collections::{BTreeMap, BTreeSet};
use trips::{is_leg_of_tour, is_one_trip, is_told_less_of};

/// Days of a window in which something is looked for, at most.
const LONGEST: i64 = 400;

/// Days about a report within which it means a trip of which it tells the month or less.
const NEAR: u64 = 21;

/// Days before a report on which talks were of which it tells no day.
const LATELY: u64 = 4;

type Window = (NaiveDate, NaiveDate);

/// Sides of talks that are known by two of them, at most.
const SIDES: usize = 8;

/// What those that may fit each other have in common, and a month: who came there, two sides, a word of
/// what they are called, or the place and somebody there.
pub(super) fn keys(it: &Occasion) -> Vec<String> {
    let Some((first, last)) = window(it).filter(|days| length(*days) <= LONGEST) else {
        return Vec::new();
    };
    let place = it.place.as_ref().map(|place| state_of(place).unwrap_or(place.rest()));
    let mut keys: BTreeSet<String> = BTreeSet::new();
    let parties: Vec<&NodeName> = it.parties.keys().take(SIDES).collect();
    if let Some(place) = place {
        let there = it.people().chain(it.parties.keys());
        keys.extend(there.map(|who| format!("{:?} {who} {place}", it.manner)));
    }
    let is_leg = it.to_be && matches!(it.days, Possible::Soon(..));
    if it.manner == Manner::Visit && (is_leg || it.place.as_ref().is_none_or(is_region)) {
        keys.extend(it.people().map(|who| format!("{who} @")));
    }
    if it.manner == Manner::Visit {
        // Of what one report tells twice it may tell once only in which part of the world it was.
        keys.extend(it.people().map(|who| format!("{who} in {}", it.document)));
    }
    if it.manner != Manner::Visit {
        for (at, one) in parties.iter().enumerate() {
            keys.extend(parties[at + 1..].iter().map(|other| format!("{one} {other}")));
        }
    }
    if it.manner == Manner::Table {
        let title = it.title.iter().flat_map(Title::telling);
        keys.extend(title.map(|word| format!("{word} @")));
        let place = it.place.iter().filter(|_| it.title.is_none());
        keys.extend(place.map(|place| format!("{} @", stem(place.rest()))));
        let gathering = it.title.as_ref().filter(|title| title.is_of_a_gathering());
        keys.extend(gathering.zip(it.place.as_ref()).map(|(title, place)| {
            format!("{} in {}", title.kind(), state_of(place).unwrap_or(place.rest()))
        }));
    }
    // The next day too, as some reports have it.
    let last = last.succ_opt().unwrap_or(last);
    let month = |day: NaiveDate| day.year() * 12 + i32::try_from(day.month0()).unwrap_or(0);
    let of_month = (month(first)..=month(last))
        .flat_map(|month| keys.iter().map(move |key| format!("{key} {month}")));
    let next = series::days(it).into_iter().flat_map(|(first, last)| {
        (month(first)..=month(last))
            .flat_map(|month| keys.iter().map(move |key| format!("{key} {month}")))
    });
    let next: Vec<String> = next.collect();
    of_month.chain(next).chain(days_there(it)).chain(part::keys(it)).collect()
}

/// The days of a visit to a place, whoever came: the host may tell of it alone.
fn days_there(it: &Occasion) -> Vec<String> {
    let place = it.place.as_ref().filter(|_| it.manner == Manner::Visit);
    let Some(place) = place.map(|place| state_of(place).unwrap_or(place.rest())) else {
        return Vec::new();
    };
    let (Possible::Told(first, last) | Possible::Within(first, last)) = it.days else {
        return Vec::new();
    };
    if length((first, last)) > trips::MONTH {
        return Vec::new();
    }
    let days = first.iter_days().take_while(|day| *day <= last);
    days.map(|day| format!("@ {place} {day}")).collect()
}

/// The days on which it may have been.
fn window(it: &Occasion) -> Option<Window> {
    let before = |day: NaiveDate, days| day.checked_sub_days(Days::new(days)).unwrap_or(day);
    let after = |day: NaiveDate, days| day.checked_add_days(Days::new(days)).unwrap_or(day);
    let is_visit = it.manner == Manner::Visit;
    match it.days {
        // Who tells of a trip on its last day may tell of that day alone.
        Possible::Told(first, last) if is_visit => Some((before(first, 1), after(last, 1))),
        Possible::Told(first, last) | Possible::Within(first, last) => Some((first, last)),
        Possible::About(day) => Some((before(day, if is_visit { NEAR } else { LATELY }), day)),
        Possible::Soon(day, _) => Some((day, after(day, if is_visit { NEAR } else { LATELY }))),
        Possible::Any => None,
    }
}

fn meet(a: &Occasion, b: &Occasion) -> bool {
    let both = window(a).zip(window(b));
    both.is_some_and(|((first, last), (from, to))| first <= to && from <= last)
}

fn length((first, last): Window) -> i64 {
    (last - first).num_days()
}

/// The day of what was on one.
fn day(it: &Occasion) -> Option<NaiveDate> {
    match it.days {
        Possible::Told(first, last) if first == last => Some(first),
        _ => None,
    }
}

fn is_named(it: &Occasion) -> bool {
    it.title.as_ref().is_some_and(Title::is_name)
}

/// The states that take part, in order.
fn states(it: &Occasion) -> impl Iterator<Item = &NodeName> {
    it.parties.keys().filter(|party| party.kind() == NodeKind::State)
}

/// Whether whoever one names the other names too.
fn names_all(less: &Occasion, more: &Occasion) -> bool {
    less.people().all(|who| more.people().any(|it| it == who))
}

/// Why two may be one, if each is the only one for the other.
fn fits(a: &Occasion, b: &Occasion) -> Option<Reason> {
    if a.name == b.name || are_told_apart(a, b) {
        return None;
    }
    if !meet(a, b) {
        let off = is_a_day_off(a, b) || is_a_day_off(b, a);
        return off.then_some(Reason::DayOff);
    }
    match (a.manner, b.manner) {
        (Manner::Visit, Manner::Visit) => is_one_trip(a, b).then_some(Reason::SameVisit),
        (Manner::Call, Manner::Table) => is_a_call(b, a).then_some(Reason::SamePeople),
        (Manner::Table, Manner::Call) => is_a_call(a, b).then_some(Reason::SamePeople),
        (Manner::Table, Manner::Table) => tables(a, b),
        _ => None,
    }
}

/// Why two may be one, if nothing that tells more fits either.
fn fits_by_less(a: &Occasion, b: &Occasion) -> Option<Reason> {
    let visit = a.manner == Manner::Visit && b.manner == Manner::Visit && a.name != b.name;
    if visit && meet(a, b) {
        return is_told_less_of(a, b).then_some(Reason::SameVisit);
    }
    is_announced(a, b)
}

/// Whether two may be one, if nothing else fits either.
pub(super) fn may_fit(a: &Occasion, b: &Occasion) -> bool {
    fits(a, b).or_else(|| fits_by_less(a, b)).is_some() || part::may_be_part(a, b)
}

/// Those that have a key in common.
pub(super) type ByKey = Hashed<String, Vec<usize>>;

/// All occasions by their keys.
pub(super) fn by_key(occasions: &[Occasion]) -> ByKey {
    let mut by_key = ByKey::default();
    for (i, it) in occasions.iter().enumerate() {
        for key in keys(it) {
            by_key.entry(key).or_default().push(i);
        }
    }
    by_key
}

/// Pairs of occasions of which each is of the only one that the other fits.
pub(super) fn links(
    occasions: &[Occasion],
    by_key: &ByKey,
    clusters: &Clusters,
) -> Vec<(Reason, usize, usize)> {
    let cluster = |i: usize| clusters.place(&occasions[i].name).ok_or(i);
    let mut others: BTreeMap<usize, BTreeMap<usize, Reason>> = BTreeMap::new();
    let mut announced: BTreeMap<(usize, usize), Reason> = BTreeMap::new();
    for all in by_key.values() {
        for (at, one) in all.iter().enumerate() {
            for other in all[at + 1..].iter().take(NEIGHBOURS) {
                if cluster(*one) == cluster(*other) {
                    continue;
                }
                if let Some(reason) = fits(&occasions[*one], &occasions[*other]) {
                    others.entry(*one).or_default().insert(*other, reason);
                    others.entry(*other).or_default().insert(*one, reason);
                } else if let Some(reason) = fits_by_less(&occasions[*one], &occasions[*other]) {
                    announced.insert((*one, *other), reason);
                }
            }
        }
    }
    // What fits by less is looked for where nothing else fits.
    announced.retain(|(one, other), _| !others.contains_key(one) && !others.contains_key(other));
    for ((one, other), reason) in announced {
        others.entry(one).or_default().insert(other, reason);
        others.entry(other).or_default().insert(one, reason);
    }
    // Two that fit one, and not each other, are two; but one may be told of a day off.
    let off = |one: usize, other: usize| others[&one].get(&other) == Some(&Reason::DayOff);
    // A tour has several legs, of which each is of it.
    let leg = |i: usize, other: usize| is_leg_of_tour(&occasions[other], &occasions[i]);
    let are_one = |i: usize, all: &[usize]| {
        all.iter().enumerate().all(|(at, one)| {
            let mut rest = all[at + 1..].iter();
            rest.all(|other| {
                cluster(*one) == cluster(*other)
                    || off(i, *one) != off(i, *other)
                    || leg(i, *one)
                    || leg(i, *other)
                    || fits(&occasions[*one], &occasions[*other])
                        .or_else(|| is_announced(&occasions[*one], &occasions[*other]))
                        .is_some()
            })
        })
    };
    // Of several sooner what is told of the same days.
    let meant = |i: usize| -> Vec<usize> {
        let all: Vec<usize> = others[&i].keys().copied().take(NEIGHBOURS).collect();
        if are_one(i, &all) {
            return all;
        }
        let same = |other: &usize| occasions[*other].days == occasions[i].days;
        let same: BTreeSet<_> = all.iter().copied().filter(same).map(cluster).collect();
        let best: Vec<usize> = all.into_iter().filter(|it| same.contains(&cluster(*it))).collect();
        if are_one(i, &best) { best } else { Vec::new() }
    };
    let meant: BTreeMap<usize, Vec<usize>> = others.keys().map(|i| (*i, meant(*i))).collect();
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for i in 0..occasions.len() {
        if let Ok(cluster) = cluster(i) {
            members.entry(cluster).or_default().push(i);
        }
    }
    let all = |i: usize| {
        cluster(i)
            .ok()
            .map_or_else(|| vec![i], |it| members[&it].iter().copied().take(NEIGHBOURS).collect())
    };
    let is_one = |reason: Reason, one: usize, other: usize| {
        let told_here = occasions[one].document == occasions[other].document;
        let (ones, others) = (all(one), all(other));
        let mut pairs = ones
            .iter()
            .flat_map(|one| others.iter().map(move |other| (&occasions[*one], &occasions[*other])));
        match reason {
            // Who calls both by name tells them apart.
            Reason::LikeOccasion => !pairs.any(|(one, other)| {
                let titles = one.title.as_ref().zip(other.title.as_ref());
                let much = titles.is_some_and(|(one, other)| one.says_as_much(other));
                one.document == other.document && !much
            }),
            Reason::SameSides => ones.len() == 1 || others.len() == 1,
            // Who names nobody of a side is not of both whom others name.
            Reason::DayOff => {
                (ones.len() == 1 || others.len() == 1)
                    && !pairs.any(|(one, other)| are_led_apart(one, other))
            }
            // Of a leg others tell the days.
            Reason::SameVisit => {
                let (leg, stop) = match (leg(other, one), leg(one, other)) {
                    (true, _) => (true, &ones),
                    (_, is_leg) => (is_leg, &others),
                };
                !leg || stop.iter().all(|it| matches!(occasions[*it].days, Possible::Soon(..)))
            }
            Reason::SameOccasion => true,
            _ => !pairs.any(|(one, other)| {
                let call = one.manner != other.manner;
                are_led_apart(one, other)
                    || call && !told_here && (one.place.is_some() || other.place.is_some())
            }),
        }
    };
    let mut links: Vec<(Reason, usize, usize)> = Vec::new();
    for (one, fit) in &others {
        for (other, reason) in fit.range(one + 1..) {
            let both = meant[one].contains(other) && meant[other].contains(one);
            if both && is_one(*reason, *one, *other) {
                // Of these the rules here ask for less than the words say.
                let reason = match reason {
                    Reason::SamePeople | Reason::SameSides => Reason::OnlyFit,
                    reason => *reason,
                };
                links.push((reason, *one, *other));
            }
        }
    }
    links.sort_unstable_by_key(|(reason, one, other)| {
        (*reason, &occasions[*one].name, &occasions[*other].name)
    });
    links
}

/// Whether talks of which nobody tells where they were are a call of the same people: in one report, or
/// where another does not tell the day.
fn is_a_call(talks: &Occasion, call: &Occasion) -> bool {
    let short = |it: &Occasion| window(it).is_some_and(|days| length(days) <= WEEK);
    let people = |it: &Occasion| -> BTreeSet<NodeName> { it.people().cloned().collect() };
    let (one, other) = (people(talks), people(call));
    let within = |less: &Occasion, more: &Occasion| {
        less.parties.len() >= 2 && less.parties.keys().all(|party| more.parties.contains_key(party))
    };
    let same = if talks.document == call.document {
        (within(talks, call) || within(call, talks))
            && !are_led_apart(talks, call)
            && one.is_subset(&other)
            && !call.to_be
    } else {
        let open = |it: &Occasion| matches!(it.days, Possible::About(_));
        // "Virtual consultations" are those of two who called each other that day.
        let of_a_call = talks.title.as_ref().is_some_and(|it| it.kind() == "consultations");
        let same_day = || of_a_call && day(call).is_some() && talks.days == call.days;
        one == other && one.len() >= 2 && (open(talks) || open(call) || same_day())
    };
    let named = |title: &Title| {
        title.is_name() || title.kind() == "event" && talks.document != call.document
    };
    let named = talks.title.as_ref().is_some_and(named);
    same && !named
        && talks.place.is_none()
        && !talks.to_be
        && !talks.of_the_title
        && short(talks)
        && short(call)
}

fn tables(a: &Occasion, b: &Occasion) -> Option<Reason> {
    if elsewhere(a, b) {
        return None;
    }
    let trip = same_trip::may_be_of_one_trip(a, b).filter(|_| a.document != b.document);
    let same = || same_parties(a, b) == Some(Reason::SamePeople);
    if trip.is_some_and(|sure| sure == Sure::More || same()) {
        return Some(Reason::SameTrip);
    }
    let either = |is: &dyn Fn(&Occasion, &Occasion) -> bool| is(a, b) || is(b, a);
    if are_talks_of_one_name(a, b) || either(&is_of_the_body) || either(&is_the_summit_of_two) {
        return Some(Reason::SameOccasion);
    }
    if either(&is_where_it_is_called) {
        return Some(Reason::SameSides);
    }
    if either(&is_called_so) {
        return Some(Reason::LikeOccasion);
    }
    let sides = either(&is_within_a_month)
        || either(&is_told_alone)
        || either(&is_told_by_the_host)
        || either(&is_told_of_less)
        || are_announced_alike(a, b);
    sides.then_some(Reason::SameSides)
}

/// The occasions of each cluster, those of none alone (by their number).
fn members_of(
    occasions: &[Occasion],
    clusters: &Clusters,
) -> BTreeMap<Result<usize, usize>, Vec<usize>> {
    let mut members: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for (i, occasion) in occasions.iter().enumerate() {
        members.entry(clusters.place(&occasion.name).ok_or(i)).or_default().push(i);
    }
    members
}

#[cfg(test)]
mod tests {
    use super::cases::{Told, occasion};
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: bool) {
        let day = |day| NaiveDate::from_ymd_opt(2022, 3, day).expect("a day");
        let told = |document| Told {
            document,
            published: day(7),
            days: Possible::Told(day(3), day(3)),
            to_be: false,
        };
        let call = occasion("a: state:US=ann state:AT=bo", told);
        let call = Occasion { manner: Manner::Call, ..call };
        assert_eq!(is_a_call(&occasion(line, told), &call), expected, "{line}");
    }

    #[test]
    fn consultations_are_the_call_of_those_two_that_day() {
        check("b called consultations: state:US=ann state:AT=bo", true);
        check("b called dialogue: state:US=ann state:AT=bo", false);
        check("b called consultations: state:US=ann state:AT=cai", false);
        check("b in place:vienna called consultations: state:US=ann state:AT=bo", false);
    }
}
