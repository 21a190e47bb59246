//! Names of occasions that are others in more words, or fewer, or tell only the kind: "the
//! Non-Proliferation Review Conference", "the Negev Ministerial", "Friday’s special summit".

use super::meetings::{NEIGHBOURS, WEEK};
use super::occasion::{Manner, Occasion, Possible};
use super::places;
use super::same_meeting::{are_told_there, elsewhere};
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
    keys.extend(without_a_word(title).map(|(_, rest)| rest));
    if is_known_by_day(title) {
        keys.extend(near_days(it).map(|day| format!("{} {day}", title.kind())));
    }
    keys
}

/// Whether a gathering may be known by its day, and a ministerial by its place too.
fn is_known_by_day(title: &Title) -> bool {
    title.is_rare() || title.kind() == "ministerial"
}

/// Each word of a name of many words that may be a place, and the name without it.
fn without_a_word(title: &Title) -> impl Iterator<Item = (&str, String)> {
    let several = title.is_of_many() && title.telling().nth(1).is_some();
    let words = title.telling().filter(move |word| several && word.len() > 3);
    words.map(|word| {
        let rest: Vec<&str> = title.words.split(' ').filter(|it| *it != word).collect();
        (word, rest.join(" "))
    })
}

/// Puts what is called by its place too to what is so called without it and was there: "the Elmau G7
/// summit", "the G7 summit" in Elmau.
pub(super) fn with_place(of_name: &mut Names, occasions: &[Occasion]) {
    let is_at = |i: &usize, word: &str| {
        let place = occasions[*i].place.as_ref();
        place.is_some_and(|place| places::first_name(place).split('-').any(|it| it == word))
    };
    let found: Vec<(String, String)> = of_name
        .iter()
        .filter_map(|(name, all)| {
            let title = all
                .iter()
                .find_map(|i| occasions[*i].title.as_ref().filter(|title| title.words == *name))?;
            let rest = without_a_word(title).find(|(word, rest)| {
                of_name
                    .get(rest)
                    .is_some_and(|those| those.iter().take(NEIGHBOURS).any(|i| is_at(i, word)))
            });
            Some((name.clone(), rest?.1))
        })
        .collect();
    for (name, rest) in found {
        let all = of_name.remove(&name).unwrap_or_default();
        of_name.entry(rest).or_default().extend(all);
    }
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

/// Those days, and of a ministerial that somebody there speaks of those about which they speak.
fn near_days(it: &Occasion) -> impl Iterator<Item = NaiveDate> + use<> {
    let ministerial = it.title.as_ref().is_some_and(|title| title.kind() == "ministerial");
    let about = match it.days {
        Possible::About(_) if ministerial => it.days.window(),
        _ => None,
    };
    let about = about.into_iter();
    let about = about.flat_map(|(from, to)| from.iter_days().take_while(move |day| *day <= to));
    days(it).chain(about)
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
/// is one of two who are named; "the ministerial" only if both are told to be in one place.
pub(super) fn of_a_day(of_name: &mut Names, occasions: &[Occasion]) {
    let mut named: BTreeMap<(String, NaiveDate), BTreeMap<&str, Vec<usize>>> = BTreeMap::new();
    for (name, all) in of_name.iter() {
        for i in all {
            let it = &occasions[*i];
            let Some(title) = it.title.as_ref().filter(|title| is_known_by_day(title)) else {
                continue;
            };
            if it.manner != Manner::Table {
                continue;
            }
            for day in near_days(it) {
                let of_day = named.entry((title.kind().to_owned(), day)).or_default();
                of_day.entry(name).or_default().push(*i);
            }
        }
    }
    let mut found: Vec<(String, usize)> = Vec::new();
    for (i, it) in occasions.iter().enumerate() {
        let title = it.title.as_ref().filter(|title| is_known_by_day(title) && !title.is_name());
        let Some(title) = title.filter(|_| it.manner == Manner::Table) else { continue };
        let there = |other: &&usize| are_told_there(it, &occasions[**other]);
        let mut those: BTreeMap<&str, &Vec<usize>> = BTreeMap::new();
        let mut count = 0;
        for day in near_days(it) {
            count += 1;
            let of_day = named.get(&(title.kind().to_owned(), day)).into_iter().flatten();
            let of_place = of_day.filter(|(_, all)| {
                title.is_rare() || all.iter().take(NEIGHBOURS).any(|other| there(&other))
            });
            those.extend(of_place.map(|(name, all)| (*name, all)));
        }
        // A summit of two days may be either of two.
        if count != 1 && title.is_rare() {
            continue;
        }
        let (Some((name, all)), true) = (those.pop_first(), those.is_empty()) else { continue };
        let here = all.iter().take(NEIGHBOURS).all(|other| !elsewhere(it, &occasions[*other]));
        let led =
            |(party, people): &(&NodeName, &Vec<NodeName>)| people.iter().any(|who| who != *party);
        if here && it.parties.iter().filter(led).nth(1).is_none() {
            found.push((name.to_owned(), i));
        }
    }
    for (name, i) in found {
        of_name.entry(name).or_default().push(i);
    }
}
