//! Names of occasions that are others in more words, or fewer, or tell only the kind: "the
//! Non-Proliferation Review Conference", "the Negev Ministerial", "Friday’s special summit".

use super::meetings::{NEIGHBOURS, WEEK};
use super::occasion::{Manner, Occasion, Possible};
use super::places;
use super::same_meeting::elsewhere;
use super::title::Title;
use crate::NodeName;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// Occasions by what they are called.
type Names = BTreeMap<String, Vec<usize>>;

/// Keys that what may be called by one name has in common.
pub(super) fn keys(it: &Occasion) -> Vec<String> {
    let Some(title) = it.title.as_ref().filter(|_| it.manner == Manner::Table) else {
        return Vec::new();
    };
    let mut keys = word_keys(title);
    if title.is_rare() {
        keys.extend(days(it).map(|day| format!("{} {day}", title.kind())));
    }
    keys
}

/// The pairs of words of a name that says much; of one that is a place only that.
fn word_keys(title: &Title) -> Vec<String> {
    let words: Vec<&str> = title.telling().collect();
    if let [place] = words[..] {
        let is_place = title.is_of_many() && places::is_known(place);
        return if is_place { vec![format!("{place} @")] } else { Vec::new() };
    }
    let pair = |(at, one): (usize, &&str)| -> Vec<String> {
        words[at + 1..].iter().map(|other| format!("{one} {other} @")).collect()
    };
    words.iter().enumerate().flat_map(pair).collect()
}

/// The days on which it is told to be, if they are few.
fn days(it: &Occasion) -> impl Iterator<Item = NaiveDate> + use<> {
    let told = match it.days {
        Possible::Told(first, last) | Possible::Within(first, last) => Some((first, last)),
        _ => None,
    };
    let few = told.filter(|(first, last)| (*last - *first).num_days() <= WEEK).into_iter();
    few.flat_map(|(first, last)| first.iter_days().take_while(move |day| *day <= last))
}

/// Puts what is called by a name of which no day is told to the only one that has the same words, and
/// more or fewer, and of which the days are known.
pub(super) fn in_more_words(of_name: &mut Names, occasions: &[Occasion]) {
    let titles = |all: &[usize]| -> BTreeSet<&Title> {
        let tables = all.iter().map(|i| &occasions[*i]).filter(|it| it.manner == Manner::Table);
        tables.filter_map(|it| it.title.as_ref()).filter(|title| title.is_name()).collect()
    };
    let mut by_key: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    let mut known: BTreeMap<&str, (BTreeSet<&Title>, bool)> = BTreeMap::new();
    for (name, all) in of_name.iter() {
        let titles = titles(all);
        for key in titles.iter().flat_map(|title| word_keys(title)) {
            by_key.entry(key).or_default().insert(name);
        }
        let dated = all.iter().any(|i| days(&occasions[*i]).next().is_some());
        known.insert(name, (titles, dated));
    }
    let only_one = |name: &str| -> Option<&str> {
        let (titles, dated) = &known[name];
        if *dated {
            return None;
        }
        let keys: BTreeSet<String> = titles.iter().flat_map(|title| word_keys(title)).collect();
        let others: BTreeSet<&str> = keys
            .iter()
            .flat_map(|key| by_key[key].iter().take(NEIGHBOURS).copied())
            .filter(|other| *other != name && known[other].1)
            .filter(|other| {
                let mut pairs =
                    titles.iter().flat_map(|one| known[other].0.iter().map(move |it| (one, it)));
                // What is told in more words is told of just then; otherwise it may be another.
                let more = |one: &Title, it: &Title| one.telling().count() > it.telling().count();
                let near = || is_told_near(&of_name[name], &of_name[*other], occasions);
                pairs.any(|(one, it)| one.says_as_much(it) && (!more(one, it) || near()))
            })
            .collect();
        let mut others = others.into_iter();
        let only = others.next()?;
        others.next().is_none().then_some(only)
    };
    let found: Vec<(String, String)> = known
        .keys()
        .filter_map(|name| Some(((*name).to_owned(), only_one(name)?.to_owned())))
        .collect();
    for (name, other) in found {
        let all = of_name.remove(&name).unwrap_or_default();
        of_name.entry(other).or_default().extend(all);
    }
}

/// Days between a report of an occasion and the day that another one tells of it, at most.
const NEAR: i64 = 14;

/// Whether some report without a day came out near a day that the others tell.
fn is_told_near(open: &[usize], dated: &[usize], occasions: &[Occasion]) -> bool {
    let told: BTreeSet<NaiveDate> = dated.iter().flat_map(|i| days(&occasions[*i])).collect();
    let mut published = open.iter().filter_map(|i| occasions[*i].published);
    published.any(|day| told.iter().any(|told| (*told - day).num_days().abs() <= NEAR))
}

/// Puts "the summit" of some day to the only summit with a name on that day, unless it was elsewhere or
/// is one of two who are named.
pub(super) fn of_a_day(of_name: &mut Names, occasions: &[Occasion]) {
    let mut named: BTreeMap<(String, NaiveDate), BTreeMap<&str, Vec<usize>>> = BTreeMap::new();
    for (name, all) in of_name.iter() {
        for i in all {
            let it = &occasions[*i];
            let Some(title) = it.title.as_ref().filter(|title| title.is_rare()) else { continue };
            if it.manner != Manner::Table {
                continue;
            }
            for day in days(it) {
                let of_day = named.entry((title.kind().to_owned(), day)).or_default();
                of_day.entry(name).or_default().push(*i);
            }
        }
    }
    let mut found: Vec<(String, usize)> = Vec::new();
    for (i, it) in occasions.iter().enumerate() {
        let Some(title) = it.title.as_ref().filter(|title| title.is_rare() && !title.is_name())
        else {
            continue;
        };
        let mut days = days(it);
        let (Some(day), None, Manner::Table) = (days.next(), days.next(), it.manner) else {
            continue;
        };
        let Some(of_day) = named.get(&(title.kind().to_owned(), day)) else { continue };
        let mut those = of_day.iter();
        let (Some((name, all)), None) = (those.next(), those.next()) else { continue };
        let here = all.iter().take(NEIGHBOURS).all(|other| !elsewhere(it, &occasions[*other]));
        let led =
            |(party, people): &(&NodeName, &Vec<NodeName>)| people.iter().any(|who| who != *party);
        if here && it.parties.iter().filter(led).nth(1).is_none() {
            found.push(((*name).to_owned(), i));
        }
    }
    for (name, i) in found {
        of_name.entry(name).or_default().push(i);
    }
}
