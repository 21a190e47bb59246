//! Which reports are of one meeting.
//!
//! First those that tell the day, in blocks of one day and one party; then each that leaves the
//! days open, which is taken for the only meeting that fits, if there is just one.

use super::Reason;
use super::alike_names;
use super::clusters::Clusters;
use super::occasion::{Manner, Occasion, Possible};
use super::only_fit;
use super::places::first_name;
use super::plainly::are_told_apart;
use super::same_meeting::{
    are_led_apart, elsewhere, in_common, is_spoken_of_again, may_be_told_by, same_leaders,
    same_meeting, same_parties,
};
use super::same_trip;
use super::series::{self, MOSTLY};
use super::title::Title;
use crate::hashed::Hashed;
use crate::{NodeKind, NodeName};
use chancery_model::EntityKind;
use chrono::{Days, NaiveDate};
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// Pairs of one block that are compared at most. (Few in tests, so that they meet it.)
pub(super) const NEIGHBOURS: usize = if cfg!(test) { 3 } else { 80 };

/// Days that an occasion may be looked for at most.
const LONGEST: i64 = 40;

/// Days of a visit on which it is looked for, at most.
const LONG_VISIT: usize = 15;

/// Days that an occasion with a name lasts at most.
pub(super) const WEEK: i64 = 7;

/// Days within which the last meeting before a report, or the next one after it, is meant by words
/// that tell no day: the nearest first.
const LATELY: [u64; 2] = [4, 10];

/// Joins what is one meeting.
pub(super) fn join(occasions: &[Occasion], clusters: &mut Clusters) {
    for (reason, one, other) in links(occasions) {
        clusters.join(&occasions[one].name, &occasions[other].name, reason);
    }
    let by_day = ByDay::of(occasions);
    let mut found = named_alike(occasions);
    let mut left: Vec<usize> = Vec::new();
    for (i, occasion) in occasions.iter().enumerate() {
        match by_day.only_one_for(occasion, occasions, clusters) {
            Fit::One(other, reason) => found.push((reason, i, other)),
            Fit::None => left.push(i),
            Fit::Several => {}
        }
    }
    found.extend(of_one_trip(&left, occasions, clusters));
    found.sort_unstable_by_key(|(reason, one, other)| {
        (*reason, &occasions[*one].name, &occasions[*other].name)
    });
    for (reason, one, other) in found {
        clusters.join(&occasions[one].name, &occasions[other].name, reason);
    }
    let by_key = only_fit::by_key(occasions);
    for (reason, one, other) in only_fit::links(occasions, &by_key, clusters) {
        clusters.join(&occasions[one].name, &occasions[other].name, reason);
    }
    for (reason, one, other) in only_fit::parts(occasions, &by_key, clusters) {
        clusters.join(&occasions[one].name, &occasions[other].name, reason);
    }
    for (reason, one, other) in only_fit::of_several(occasions, &by_key, clusters) {
        clusters.join(&occasions[one].name, &occasions[other].name, reason);
    }
}

/// Occasions of one name, such as a summit. Those whose days meet are one; what is told of the name
/// without a day is the last one there was, or the next one there is to be, and what is told of a
/// month or year the only one that lies in it. Where none has a day, reports that follow each other
/// tell of one.
fn named_alike(occasions: &[Occasion]) -> Vec<(Reason, usize, usize)> {
    let mut of_name: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (i, it) in occasions.iter().enumerate() {
        if let Some(name) = name_of(it) {
            of_name.entry(name).or_default().push(i);
        }
    }
    let letters = in_short(&mut of_name, occasions);
    alike_names::in_more_words(&mut of_name, occasions);
    alike_names::of_a_day(&mut of_name, occasions);
    by_place(&mut of_name, occasions);
    alike_names::with_place(&mut of_name, occasions);
    let mut links = Vec::new();
    for named in of_name.into_values() {
        links.extend(series::one(&named, occasions));
    }
    links.retain_mut(|(reason, one, other)| {
        let (one, other) = (&occasions[*one], &occasions[*other]);
        // One report that tells two days tells of two.
        let is_told = |it: &Occasion| told_days(it).next();
        let two = is_told(one).zip(is_told(other)).is_some_and(|(one, other)| one != other);
        if two && one.document == other.document {
            return false;
        }
        if one.manner == Manner::Visit {
            *reason = Reason::SameVisit;
            return !elsewhere(one, other);
        }
        if *reason == Reason::SameParties {
            return true;
        }
        let titles = one.title.as_ref().zip(other.title.as_ref());
        // Where a name tells which one it is, one of two places is a slip.
        titles.is_some_and(|(one, other)| {
            let other_words = one.words != other.words && one.kind() == other.kind();
            let short = |title: &Title| letters.get(&title.words).unwrap_or(&title.words).clone();
            let letters = letters.contains_key(&one.words) || letters.contains_key(&other.words);
            one.agrees(other)
                || other_words
                || one.says_as_much(other)
                || letters && short(one) == short(other)
        })
    });
    links
}

/// Puts what is called by all words of a name to what is called by the letters that they begin with:
/// "the Non-Proliferation Treaty Review Conference", "the NPT Review Conference". Tells which was put
/// to which.
fn in_short(
    of_name: &mut BTreeMap<String, Vec<usize>>,
    occasions: &[Occasion],
) -> BTreeMap<String, String> {
    // A visit is known by who came where, whatever it is called.
    let title = |i: usize| {
        let it = &occasions[i];
        it.title.as_ref().filter(|title| it.manner == Manner::Table && title.is_name())
    };
    let short = |all: &Vec<usize>| {
        let titles = all.iter().filter_map(|i| title(*i)).filter(|title| !title.is_numbered());
        titles.into_iter().find_map(|title| {
            title.in_short().find(|short| *short != title.words && of_name.contains_key(short))
        })
    };
    let found: BTreeMap<String, String> =
        of_name.iter().filter_map(|(name, all)| Some((name.clone(), short(all)?))).collect();
    for (name, short) in &found {
        // What is in short itself stays where it is.
        let all = of_name.remove(name).unwrap_or_default();
        of_name.entry(short.clone()).or_default().extend(all);
    }
    found
}

/// Puts a summit also to what is called by where it is: "the Madrid summit" is the NATO summit in
/// Madrid. Where two of two names were in one place, it may be either.
fn by_place(of_name: &mut BTreeMap<String, Vec<usize>>, occasions: &[Occasion]) {
    let mut there: BTreeMap<String, BTreeMap<&str, Vec<usize>>> = BTreeMap::new();
    for (i, it) in occasions.iter().enumerate() {
        let Some(title) = it.title.as_ref() else { continue };
        for name in place_name_of(it).filter(|name| of_name.contains_key(name)) {
            there.entry(name).or_default().entry(&title.words).or_default().push(i);
        }
    }
    in_full(of_name, occasions);
    for (name, of_title) in there {
        let told: usize = of_title.values().map(Vec::len).sum();
        let most = of_title.into_values().max_by_key(Vec::len).unwrap_or_default();
        // Beside a summit others may be held there of which few tell.
        if most.len() >= MOSTLY * (told - most.len()) {
            of_name.entry(name).or_default().extend(most);
        }
    }
}

/// Puts one of a numbered series of which the days are told also to what is called by its name in full:
/// "the UN Climate Change Conference".
fn in_full(of_name: &mut BTreeMap<String, Vec<usize>>, occasions: &[Occasion]) {
    // A visit is known by who came where.
    let numbered = |it: &Occasion| {
        let title = it.title.clone().filter(Title::is_numbered);
        title.filter(|_| it.manner == Manner::Table)
    };
    // The report that tells the name need not tell the days.
    let mut names: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for title in occasions.iter().filter_map(numbered) {
        names.entry(title.words.clone()).or_default().extend(title.in_short());
    }
    for (i, it) in occasions.iter().enumerate() {
        let dated = matches!(it.days, Possible::Told(..) | Possible::Within(..));
        let title = numbered(it).filter(|_| dated);
        for name in title.iter().filter_map(|title| names.get(&title.words)).flatten() {
            of_name.entry(name.clone()).and_modify(|all| all.push(i));
        }
    }
}

/// The names of a summit by the place where it is: "the Madrid Summit", "the LA Summit".
fn place_name_of(it: &Occasion) -> impl Iterator<Item = String> + use<> {
    let title = it.title.as_ref().filter(|_| it.manner == Manner::Table);
    let place = it.place.as_ref().filter(|place| place.kind() == EntityKind::Place);
    let names = title.zip(place).map(|(title, place)| {
        let letters: String = place.rest().split('-').filter_map(|it| it.chars().next()).collect();
        let letters = Some(letters).filter(|letters| letters.len() >= 2);
        let in_short = letters.and_then(|letters| title.of_place(&letters));
        [title.of_place(place.rest()), in_short]
    });
    names.into_iter().flatten().flatten()
}

/// The name by which an occasion is known among all: what it is called, or of a visit who came where.
fn name_of(it: &Occasion) -> Option<String> {
    match it.manner {
        Manner::Table => {
            let title = it.title.as_ref().filter(|it| it.is_name());
            title.map(|title| title.words.clone()).or_else(|| sides_of(it))
        }
        Manner::Visit => {
            let place = first_name(it.place.as_ref()?);
            // "New York" and "New York City", "Washington, D.C."
            let ends = ["-city", "-d-c", "-dc"];
            let place = ends.iter().find_map(|end| place.strip_suffix(end)).unwrap_or(&place);
            Some(format!("{} {place}", it.people().next()?))
        }
        Manner::Call => None,
    }
}

/// The names by which an occasion may be known: its own, those where words are written in short, and
/// that by its place.
pub(super) fn names_of(it: &Occasion) -> Vec<String> {
    let title = it.title.as_ref().filter(|title| it.manner == Manner::Table && title.is_name());
    let short = title.into_iter().flat_map(Title::in_short);
    let names = name_of(it).into_iter().chain(short).chain(place_name_of(it));
    names.chain(alike_names::keys(it)).collect()
}

/// The sides of talks of which nothing else is told: those "between Russia and Ukraine", on whatever
/// day.
fn sides_of(it: &Occasion) -> Option<String> {
    let unknown = it.people().next().is_none()
        && it.place.is_none()
        && matches!(it.days, Possible::Soon(..) | Possible::About(_));
    let sides: Vec<&str> = it.parties.keys().map(NodeName::as_str).collect();
    (unknown && sides.len() >= 2).then(|| sides.join(" "))
}

/// Occasions of one manner, day, and party or name.
pub(super) type Block<'a> = (Manner, NaiveDate, &'a str);

/// The blocks in which an occasion is compared with others.
pub(super) fn blocks_of(it: &Occasion) -> Vec<Block<'_>> {
    // What is told in the same words, whatever the days.
    let wording = it.wording.as_deref().map(|words| (it.manner, NaiveDate::MIN, words));
    let mut blocks: Vec<Block> = wording.into_iter().collect();
    blocks.extend(blocks_of_days(it));
    blocks
}

fn blocks_of_days(it: &Occasion) -> Vec<Block<'_>> {
    let Some((first, last)) = it.days.window() else { return Vec::new() };
    let title = it.title.as_ref().filter(|it| it.is_name()).map(|title| &*title.words);
    // Its words too, as another report may call it by more of them, or fewer.
    let words = title.into_iter().filter(|_| it.manner == Manner::Table);
    let words = words.flat_map(|title| title.split(' ').rev().skip(1));
    let keys = it.people().chain(it.parties.keys()).map(NodeName::as_str).chain(title).chain(words);
    let keys: BTreeSet<&str> = keys.collect();
    let days = match it.manner {
        Manner::Visit if matches!(it.days, Possible::Told(..)) && first < last => {
            first.iter_days().take_while(|day| *day <= last).take(LONG_VISIT).collect()
        }
        // What a body met for may be what has its name, on any of the days.
        Manner::Table if (last - first).num_days() <= WEEK && is_of_a_body(it) => {
            let next = last.succ_opt().unwrap_or(last);
            first.iter_days().take_while(|day| *day <= next).collect()
        }
        // The next day too, as some reports have it.
        _ => vec![last, last.succ_opt().unwrap_or(last)],
    };
    let of_day = |day: NaiveDate| keys.iter().map(move |key| (it.manner, day, *key));
    days.into_iter().flat_map(of_day).collect()
}

/// Whether a body is there.
fn is_of_a_body(it: &Occasion) -> bool {
    it.parties.keys().any(|party| party.kind() == NodeKind::Organization)
}

/// The days on which the day of an occasion is looked for, if it is left open: some days, and why a
/// meeting on one of them is meant, the nearest first.
fn open_windows(it: &Occasion) -> Vec<(NaiveDate, NaiveDate, Reason)> {
    let earlier = |day: NaiveDate, days| day.checked_sub_days(Days::new(days)).unwrap_or(day);
    let later = |day: NaiveDate, days| day.checked_add_days(Days::new(days)).unwrap_or(day);
    match it.days {
        // What is told of today is of today rather than of yesterday, and so on.
        Possible::About(day) => {
            let known = [0, 1].map(|days| (earlier(day, days), day, Reason::SamePeople));
            let lately = LATELY.map(|days| (earlier(day, days), day, Reason::Lately));
            known.into_iter().chain(lately).collect()
        }
        Possible::Soon(day, last) => {
            let on = LATELY.map(|days| (day, later(day, days), Reason::Announced));
            [(day, last, Reason::Announced)].into_iter().chain(on).collect()
        }
        Possible::Within(first, last)
            if it.manner != Manner::Visit && (last - first).num_days() <= LONGEST =>
        {
            vec![(first, last, Reason::Announced)]
        }
        _ => Vec::new(),
    }
}

/// The first and the last of those days.
pub(super) fn open_days(it: &Occasion) -> Option<(NaiveDate, NaiveDate)> {
    let windows = open_windows(it);
    let first = windows.iter().map(|(first, ..)| *first).min()?;
    Some((first, windows.iter().map(|(_, last, _)| *last).max()?))
}

/// The days of an occasion that others may leave open.
pub(super) fn told_days(it: &Occasion) -> impl Iterator<Item = NaiveDate> + use<> {
    let told = match it.days {
        Possible::Told(first, last) if first == last || it.manner == Manner::Visit => {
            Some((first, last))
        }
        _ => None,
    };
    told.into_iter().flat_map(|(first, last)| {
        first.iter_days().take_while(move |day| *day <= last).take(LONG_VISIT)
    })
}

/// Pairs that tell the same days, the surest first. Where only the parties agree and several
/// meetings fit, none is meant.
fn links(occasions: &[Occasion]) -> Vec<(Reason, usize, usize)> {
    let mut blocks: Hashed<Block, Vec<usize>> = Hashed::default();
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
    // What is known by its name is no other, whoever is told to be there.
    let mut nameless: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (reason, one, other) in links.iter() {
        others.entry(*one).or_default().push(*other);
        others.entry(*other).or_default().push(*one);
        if !matches!(reason, Reason::SameOccasion | Reason::LikeOccasion) {
            nameless.entry(*one).or_default().push(*other);
            nameless.entry(*other).or_default().push(*one);
        }
    }
    let torn_by = |others: &[usize]| {
        others.iter().enumerate().any(|(at, one)| {
            others[at + 1..].iter().take(NEIGHBOURS).any(|other| {
                let (one, other) = (&occasions[*one], &occasions[*other]);
                let two = one.document == other.document && same_meeting(one, other).is_none();
                two || same_parties(one, other).is_none()
            })
        })
    };
    let is_own = |i: usize, other: &usize| occasions[*other].document == occasions[i].document;
    let torn = |i: usize| {
        let (own, rest): (Vec<usize>, Vec<usize>) =
            nameless[&i].iter().copied().partition(|other| is_own(i, other));
        // Of what its own report tells of it again only the people count.
        let apart = |one: &usize| {
            let mut rest = rest.iter().take(NEIGHBOURS);
            rest.any(|other| are_led_apart(&occasions[*one], &occasions[*other]))
        };
        torn_by(&rest) || own.iter().take(NEIGHBOURS).any(apart)
    };
    // What one report tells twice may be another meeting only if it tells of that too.
    let torn_within = |i: usize| {
        // All that is spoken of again at the meeting of the title is of it, however it is told.
        let apart = |it: &usize| !is_spoken_of_again(&occasions[i], &occasions[*it]);
        let own = others[&i].iter().copied().filter(|it| is_own(i, it) && apart(it));
        torn_by(&own.collect::<Vec<usize>>())
    };
    // An announcement of several is of the meeting with whom it names first.
    let torn_by_leaders = |i: usize| {
        let led = |other: &&usize| same_leaders(&occasions[i], &occasions[**other]);
        torn_by(&others[&i].iter().filter(led).take(NEIGHBOURS).copied().collect::<Vec<usize>>())
    };
    // "With the Foreign Minister and the Prime Minister", who met apart: of two meetings the one with
    // more of those whom a report names, or else with whom it names first.
    let is_meant = |i: usize, other: usize| {
        let (it, meant) = (&occasions[i], &occasions[other]);
        let mut apart = others[&i]
            .iter()
            .map(|known| &occasions[*known])
            .filter(|known| are_led_apart(known, meant))
            .take(NEIGHBOURS);
        apart.all(|known| match in_common(it, meant).cmp(&in_common(it, known)) {
            Ordering::Greater => true,
            Ordering::Equal => same_leaders(it, meant),
            Ordering::Less => false,
        })
    };
    // Who tells of a meeting beside a ministerial, and of the ministerial, tells them apart.
    let is_of_many = |i: usize| occasions[i].title.as_ref().is_some_and(Title::is_of_many);
    let is_beside = |one: usize, many: usize| {
        let mut known = others[&one].iter().take(NEIGHBOURS);
        is_of_many(many)
            && !is_of_many(one)
            && known.any(|it| is_own(many, it) && *it != many && !is_of_many(*it))
    };
    // A day off: the report that has one day has no such meeting on the other one, and nobody has
    // one on the day before and on the day after.
    let day = |i: usize| told_days(&occasions[i]).next();
    let between = |i: usize| {
        let mut days = others[&i].iter().map(|other| (day(*other), day(i)));
        let (mut before, mut after) = (false, false);
        for (other, own) in &mut days {
            before |= other < own;
            after |= other > own;
        }
        before && after
    };
    // Of a call on its own day others tell too.
    let told_that_day = |i: usize| {
        let mut same = others[&i].iter().filter(|other| !is_own(i, other));
        occasions[i].manner == Manner::Call
            && same.any(|other| occasions[*other].days == occasions[i].days)
    };
    let tells_both = |one: usize, other: usize| {
        others[&one].iter().any(|known| {
            *known != other
                && occasions[*known].document == occasions[other].document
                && same_meeting(&occasions[*known], &occasions[other]).is_none()
        })
    };
    let called_apart = |one: usize, other: usize| {
        let (one, other) = (occasions[one].title.as_ref(), occasions[other].title.as_ref());
        let much = one.zip(other).is_some_and(|(one, other)| one.says_as_much(other));
        one.map(|it| &it.words) != other.map(|it| &it.words) && !much
    };
    let calls_both = |one: usize, other: usize| {
        others[&one].iter().any(|known| {
            occasions[*known].document == occasions[other].document && called_apart(*known, other)
        })
    };
    links.retain(|(reason, one, other)| match reason {
        Reason::SameParties if occasions[*one].document == occasions[*other].document => {
            !torn_within(*one) && !torn_within(*other)
        }
        Reason::SameParties => !torn(*one) && !torn(*other),
        Reason::SamePeople => {
            let beside = is_beside(*one, *other) || is_beside(*other, *one);
            !beside && is_meant(*one, *other) && is_meant(*other, *one)
        }
        // Who calls both by name tells them apart.
        Reason::LikeOccasion => !calls_both(*one, *other) && !calls_both(*other, *one),
        Reason::DayOff => {
            let led = same_leaders(&occasions[*one], &occasions[*other]);
            let sure = !torn(*one) && !torn(*other);
            let sure = sure || led && !torn_by_leaders(*one) && !torn_by_leaders(*other);
            let told = told_that_day(*one) || told_that_day(*other);
            let torn = !sure || between(*one) || between(*other) || told;
            // Of several the one that both call by the same name.
            let titles = occasions[*one].title.as_ref().zip(occasions[*other].title.as_ref());
            let called = titles.is_some_and(|(one, other)| one.agrees(other));
            called && !told || !torn && !tells_both(*one, *other) && !tells_both(*other, *one)
        }
        _ => true,
    });
}

/// Of those that leave the day open, and of which no other report tells it, each two of which each is
/// the only one that may be the other.
fn of_one_trip(
    left: &[usize],
    occasions: &[Occasion],
    clusters: &Clusters,
) -> Vec<(Reason, usize, usize)> {
    let mut by_day: Hashed<(String, NaiveDate), Vec<usize>> = Hashed::default();
    for i in left {
        for key in same_trip::keys(&occasions[*i]) {
            by_day.entry(key).or_default().push(*i);
        }
    }
    let cluster = |i: usize| clusters.place(&occasions[i].name).ok_or(i);
    let only_one_for = |i: usize| {
        let keys = same_trip::keys(&occasions[i]);
        let all = keys.iter().filter_map(|key| by_day.get(key));
        let others: BTreeSet<usize> =
            all.flat_map(|all| all.iter().copied().take(NEIGHBOURS)).collect();
        let fit = others.into_iter().filter(|other| *other != i).filter_map(|other| {
            Some((same_trip::may_be_of_one_trip(&occasions[i], &occasions[other])?, other))
        });
        let fit: Vec<(same_trip::Sure, usize)> = fit.collect();
        let (sure, one) = *fit.iter().max_by_key(|(sure, _)| *sure)?;
        let mut surest = fit.iter().filter(|(it, _)| *it == sure);
        surest.all(|(_, other)| cluster(*other) == cluster(one)).then_some(one)
    };
    let found: BTreeMap<usize, usize> =
        left.iter().filter_map(|i| Some((*i, only_one_for(*i)?))).collect();
    let both = found
        .iter()
        .filter(|(i, other)| found.get(*other).is_some_and(|back| cluster(*back) == cluster(**i)));
    both.map(|(i, other)| (same_trip::reason(&occasions[*i], &occasions[*other]), *i, *other))
        .collect()
}

/// How many meetings fit a report that leaves the day open.
enum Fit {
    None,
    One(usize, Reason),
    Several,
}

/// Meetings of which the day is told, by somebody who was there and the day.
struct ByDay<'a>(Hashed<(Manner, &'a NodeName), BTreeMap<NaiveDate, Vec<usize>>>);

impl<'a> ByDay<'a> {
    fn of(occasions: &'a [Occasion]) -> Self {
        let mut by_day: Hashed<_, BTreeMap<NaiveDate, Vec<usize>>> = Hashed::default();
        for (i, it) in occasions.iter().enumerate() {
            for day in told_days(it) {
                for person in it.people() {
                    let days = by_day.entry((it.manner, person)).or_default();
                    days.entry(day).or_default().push(i);
                }
            }
        }
        Self(by_day)
    }

    /// The only meeting, on the days that a report leaves open, at which the same people sat.
    fn only_one_for(&self, it: &Occasion, occasions: &[Occasion], clusters: &Clusters) -> Fit {
        let Some((found, reason)) = self.all_for(it, occasions) else { return Fit::None };
        let cluster = |i: usize| clusters.place(&occasions[i].name).ok_or(i);
        let only = |found: &[usize]| {
            let one = *found.first()?;
            found.iter().all(|other| cluster(*other) == cluster(one)).then_some(one)
        };
        let all_there = |other: &usize| {
            let there: BTreeSet<&NodeName> = occasions[*other].people().collect();
            it.people().all(|who| there.contains(who))
        };
        // "He will meet with the President, the Prime Minister and others": sooner the meeting with
        // all of them, or with whom it names first.
        let led = |other: &usize| same_leaders(it, &occasions[*other]);
        let some = |is: &dyn Fn(&usize) -> bool| {
            only(&found.iter().copied().filter(is).collect::<Vec<usize>>())
        };
        // "The final session of the Dialogue" is sooner the Dialogue than the talks beside it.
        let alike = |other: &usize| {
            let named = occasions[*other].title.is_some();
            !are_told_apart(it, &occasions[*other]) && named == it.title.is_some()
        };
        let one = only(&found)
            .or_else(|| some(&led))
            .or_else(|| some(&all_there))
            .or_else(|| some(&alike));
        one.map_or(Fit::Several, |one| Fit::One(one, reason))
    }

    /// The meetings at which the same people sat, on the nearest of the days that a report leaves
    /// open.
    fn all_for(&self, it: &Occasion, occasions: &[Occasion]) -> Option<(Vec<usize>, Reason)> {
        let (first, last) = open_days(it)?;
        // The side that meets most rarely has the fewest meetings to look at; one of whom none has
        // any in those days says nothing, whatever else they are known for.
        let (_, side) = it
            .parties
            .values()
            .map(|people| -> Vec<&BTreeMap<NaiveDate, Vec<usize>>> {
                people.iter().filter_map(|person| self.0.get(&(it.manner, person))).collect()
            })
            .map(|side| (side.iter().map(|days| days.range(first..=last).count()).sum(), side))
            .filter(|(count, _): &(usize, _)| *count > 0)
            .min_by_key(|(count, _)| *count)?;
        let told = |first: NaiveDate, last: NaiveDate| {
            let mut found: Vec<usize> = side
                .iter()
                .flat_map(|days| days.range(first..=last))
                .flat_map(|(_, all)| all.iter().copied().take(NEIGHBOURS))
                .filter(|other| may_be_told_by(it, &occasions[*other]))
                .collect();
            found.sort_unstable_by_key(|other| &occasions[*other].name);
            found.dedup();
            found
        };
        let windows = open_windows(it).into_iter();
        windows
            .map(|(first, last, reason)| (told(first, last), reason))
            .find(|(found, _)| !found.is_empty())
    }
}
