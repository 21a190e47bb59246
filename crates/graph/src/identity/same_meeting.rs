use super::Reason;
use super::meetings::WEEK;
use super::occasion::{Manner, Occasion, Possible};
use super::places::{is_in, is_in_one_state, is_one_place, is_region, state_of};
use super::plainly::are_told_apart;
use super::title::{Title, stem};
use crate::{NodeKind, NodeName};
use chancery_model::EntityKind;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Whether two reports tell of one meeting, and why. A pure function of the two.
///
/// It takes the same manner, the same days, and the same parties: each of them led by the same
/// person in both, if both name one. An aide may be missing in one of them, a party may not.
pub(super) fn same_meeting(a: &Occasion, b: &Occasion) -> Option<Reason> {
    if a.manner != b.manner {
        return None;
    }
    if a.document == b.document {
        return told_twice(a, b);
    }
    if are_told_apart(a, b) {
        return None;
    }
    if is_printed_again(a, b) {
        return Some(Reason::SameSentence);
    }
    if is_like(a, b) || is_of_its_body(a, b) || is_of_its_body(b, a) {
        return Some(Reason::LikeOccasion);
    }
    let days = match (a.days, b.days) {
        (Possible::Told(..), Possible::Told(..)) if a.manner == Manner::Visit => {
            let ((first, last), (other_first, other_last)) = (a.days.window()?, b.days.window()?);
            first <= other_last && other_first <= last
        }
        (Possible::Any, _) | (_, Possible::Any) => false,
        (a, b) => a == b,
    };
    if !days {
        return told_a_day_off(a, b);
    }
    if a.manner == Manner::Visit {
        return same_visit(a, b);
    }
    match (&a.title, &b.title) {
        (Some(one), Some(other)) if one.agrees(other) && !elsewhere(a, b) => {
            return Some(Reason::SameOccasion);
        }
        _ => {}
    }
    // Two who talk about a summit, or beside it, do not hold it.
    let summit = |it: &Occasion| it.title.clone().filter(|it| it.is_name() && it.is_rare());
    if summit(a).map(|it| it.words) != summit(b).map(|it| it.words) {
        return None;
    }
    // Consultations with a name are not the dialogue of another name the same day.
    let named = |it: &Occasion| {
        let title = it.title.as_ref().filter(|it| it.is_name() && it.is_of_a_gathering());
        title.map(|title| title.kind().to_owned())
    };
    if named(a).zip(named(b)).is_some_and(|(one, other)| one != other) {
        return None;
    }
    let is_long = |(first, last): (NaiveDate, NaiveDate)| (last - first).num_days() > WEEK;
    // Two parties may meet several times in a month; the same people hardly do.
    let vague = a.days.window().is_some_and(is_long);
    let same = same_parties(a, b).filter(|reason| !vague || *reason == Reason::SamePeople);
    same.or_else(|| (a.manner == Manner::Call && are_nested(a, b)).then_some(Reason::SameParties))
        .or_else(|| is_of_one_delegation(a, b).then_some(Reason::SamePeople))
        .or_else(|| leaves_out_a_side(a, b).then_some(Reason::SameParties))
}

/// Whether two reports of one day tell in one way of a meeting, of which one leaves out a side of which
/// the other names nobody: "officials of Saudi Arabia", "of Saudi Arabia and Yemen".
fn leaves_out_a_side(a: &Occasion, b: &Occasion) -> bool {
    let (less, more) = if a.parties.len() < b.parties.len() { (a, b) } else { (b, a) };
    let day = |it: &Occasion| matches!(it.days, Possible::Told(first, last) if first == last);
    let published = a.published.zip(b.published);
    let is_named = |it: &Occasion| it.title.as_ref().is_some_and(Title::is_name);
    a.manner == Manner::Table
        && day(a)
        && a.to_be == b.to_be
        && published.is_some_and(|(one, other)| (one - other).num_days().abs() <= 1)
        && less.parties.len() >= 2
        && less.parties.len() < more.parties.len()
        && less.parties.keys().all(|party| more.parties.contains_key(party))
        && less.people().next().is_some()
        && have_the_same_people(a, b)
        && !is_named(a)
        && !is_named(b)
        && !elsewhere(a, b)
}

/// Whether a meeting without a name, of those who are one body, is what has the name of that body: "the
/// foreign ministers of the coalition met today", "the ministerial of the coalition".
fn is_of_its_body(nameless: &Occasion, named: &Occasion) -> bool {
    let of_many = |title: &&Title| title.is_of_many() || title.is_of_a_standing_body();
    let Some(title) = named.title.as_ref().filter(of_many) else { return false };
    let is_called = nameless.title.as_ref().is_some_and(Title::is_name);
    let (Some((first, last)), Some((from, to))) = (nameless.days.window(), named.days.window())
    else {
        return false;
    };
    let is_short = |first: NaiveDate, last: NaiveDate| (last - first).num_days() <= WEEK;
    let bodies = || nameless.parties.keys().filter(|it| it.kind() == NodeKind::Organization);
    let is_body = |body: &NodeName| {
        let words = body.as_str().split_once(':').map_or("", |(_, words)| words);
        let words = words.replace("european-union", "eu");
        let is_word = |word: &str| words.split('-').any(|it| stem(it) == word);
        // Of a body that is known by its name, and what is told of one day, no more has to be told.
        let day = first == last && nameless.days == named.days && !nameless.to_be;
        let there = named.parties.contains_key(body) || in_common(nameless, named) > 0 || day;
        let kind = title.is_of_many() || is_word(title.kind());
        there && kind && title.telling().all(is_word)
    };
    nameless.manner == Manner::Table
        && named.manner == Manner::Table
        && !is_called
        && first <= to
        && from <= last
        && is_short(first, last)
        && is_short(from, to)
        && title.telling().nth(1).is_some()
        && bodies().any(is_body)
        && !elsewhere(nameless, named)
}

/// Whether the same two and more were at a dialogue, or another gathering, of one day, of which one
/// report tells with whom it was and the other does not.
fn is_of_one_delegation(a: &Occasion, b: &Occasion) -> bool {
    let kind = |it: &Occasion| {
        let title = it.title.as_ref().filter(|title| title.is_of_a_gathering() && !title.is_name());
        title.map(|title| title.kind().to_owned())
    };
    let day = |it: &Occasion| matches!(it.days, Possible::Told(first, last) if first == last);
    a.manner == Manner::Table
        && day(a)
        && a.people().nth(1).is_some()
        && have_the_same_people(a, b)
        && kind(a).is_some()
        && kind(a) == kind(b)
        && !elsewhere(a, b)
}

/// Days within which a sentence is printed again.
const AGAIN: i64 = 14;

/// Whether one sentence tells of both, in releases of which the later takes the place of the first: on
/// days that meet, or of which one is not told.
fn is_printed_again(a: &Occasion, b: &Occasion) -> bool {
    let (Some(one), Some(other)) = (a.published, b.published) else { return false };
    // "Today" of the release that is printed again is the next day; who calls may call again.
    let apart = i64::from(a.manner == Manner::Table);
    let days = match (a.days.window(), b.days.window()) {
        (Some((first, last)), Some((other_first, other_last))) => {
            (first - other_last).num_days() <= apart && (other_first - last).num_days() <= apart
        }
        _ => true,
    };
    let same = a.wording.is_some() && a.wording == b.wording;
    same && days && (one - other).num_days().abs() <= AGAIN && !elsewhere(a, b)
}

/// Whether everybody who is named in one report of a call is named in the other, two of them at
/// least: "spoke with the secretary general, and with others".
fn are_nested(a: &Occasion, b: &Occasion) -> bool {
    let people = |it: &Occasion| -> BTreeSet<NodeName> { it.people().cloned().collect() };
    let (one, other) = (people(a), people(b));
    let day = |it: &Occasion| matches!(it.days, Possible::Told(first, last) if first == last);
    let nested = one.is_subset(&other) || other.is_subset(&one);
    day(a) && day(b) && nested && one.len().min(other.len()) >= 2
}

/// Whether two reports call by much the same name what was on days that meet, and not in two places.
fn is_like(a: &Occasion, b: &Occasion) -> bool {
    let (Some(one), Some(other)) = (&a.title, &b.title) else { return false };
    let (Some((first, last)), Some((other_first, other_last))) = (a.days.window(), b.days.window())
    else {
        return false;
    };
    let is_short = |first: NaiveDate, last: NaiveDate| (last - first).num_days() <= WEEK;
    a.manner == Manner::Table
        && one.words != other.words
        && (one.is_of_a_gathering() && one.is_within(other) || one.is_within_as_of_ministers(other))
        && (a.days == b.days || is_short(first, last) && is_short(other_first, other_last))
        && first <= other_last
        && other_first <= last
        && !elsewhere(a, b)
}

/// Whether the same people are told to have met on days that follow each other: who wrote down what
/// was said puts the next day above it. Of a call one report of a day tells that it was last night,
/// and another that it was today.
fn told_a_day_off(a: &Occasion, b: &Occasion) -> Option<Reason> {
    let day = |it: &Occasion| match it.days {
        Possible::Told(first, last) if first == last && it.manner != Manner::Visit => Some(first),
        _ => None,
    };
    // Who calls may well call again the next day, unless somebody tells of a day that has passed, by the
    // clock of one of the two.
    let last_night = a.published == b.published && a.published == day(a).max(day(b));
    let later = |it: &Occasion, today: &Occasion| {
        let has_passed = it.published > today.published && it.published > day(it);
        today.published == day(today) && has_passed && !it.to_be
    };
    if a.manner == Manner::Call && !(last_night || later(a, b) || later(b, a)) {
        return None;
    }
    if a.manner == Manner::Visit {
        return is_a_visit_a_day_off(a, b).then_some(Reason::DayOff);
    }
    let follow = (day(a)? - day(b)?).num_days().abs() == 1;
    let gathering = |it: &Occasion| it.title.clone().filter(Title::is_name);
    let titles = match (gathering(a), gathering(b)) {
        (Some(one), Some(other)) => one.agrees(&other) && !one.is_rare(),
        // Three and more who are all the same are told to meet as "a trilateral" too; but beside a
        // summit that many come to they may meet apart.
        (Some(one), None) | (None, Some(one)) => {
            let three = a.parties.len() >= 3 && have_the_same_people(a, b);
            !one.is_of_many() || three && !one.is_rare()
        }
        (None, None) => true,
    };
    let people = a.people().count() >= 2 && b.people().count() >= 2;
    let same = follow && people && titles;
    (same && same_parties(a, b) == Some(Reason::SamePeople)).then_some(Reason::DayOff)
}

/// Whether the same two and more, together, are told to have been somewhere on days that follow each other.
fn is_a_visit_a_day_off(a: &Occasion, b: &Occasion) -> bool {
    let (Possible::Told(first, last), Possible::Told(from, to)) = (a.days, b.days) else {
        return false;
    };
    let is_told = |it: &Occasion| !it.to_be && it.people().nth(1).is_some();
    first == last
        && from == to
        && (first - from).num_days().abs() == 1
        && is_told(a)
        && is_told(b)
        && have_the_same_people(a, b)
        && !elsewhere(a, b)
}

/// Whether a report that leaves the day open may tell of a meeting of which the day is known.
///
/// The same people met; or the same person travelled, to the same place if the report names one.
pub(super) fn may_be_told_by(open: &Occasion, dated: &Occasion) -> bool {
    if open.manner != dated.manner {
        return false;
    }
    if open.manner == Manner::Visit {
        return one_traveller(open, dated)
            && open.name != dated.name
            && (open.place.is_none() || are_told_there(open, dated));
    }
    // A summit is not the talks of those who were there.
    let gathering = |it: &Occasion| it.title.clone().filter(Title::is_of_many);
    let (one, other) = (gathering(open), gathering(dated));
    let like = one.as_ref().zip(other.as_ref()).is_some_and(|(one, other)| one.is_within(other));
    let alike = one.map(|it| it.words) == other.map(|it| it.words);
    if !(alike || like) || open.name == dated.name {
        return false;
    }
    if open.document == dated.document {
        return told_again(open, dated) && !is_to_come_after(open, dated);
    }
    if like && !alike {
        return !elsewhere(open, dated) && is_soon(open, dated);
    }
    // "In Istanbul and Ankara": where an announcement of a few days tells one town, it may be the next.
    let loose = if is_of_a_short_trip(open) { without_place(open) } else { open.clone() };
    match same_parties(&loose, dated) {
        Some(Reason::SamePeople) => true,
        // "The Secretary met with his Turkish counterpart": one of the sides is named, and nobody
        // is there whom the other report leaves out.
        Some(Reason::SameParties) => {
            open.people().next().is_some()
                && open.parties.keys().eq(dated.parties.keys())
                && is_soon(open, dated)
        }
        _ => false,
    }
}

/// "Lee and Kim met today and decided to continue meetings in this dialogue": those are to come.
fn is_to_come_after(open: &Occasion, dated: &Occasion) -> bool {
    let day = dated.days.window().filter(|(first, last)| first == last).map(|(day, _)| day);
    open.to_be && !dated.to_be && day.is_some() && day == dated.published
}

/// Days from those that are left open to that of a meeting which less than its people tells.
const SOON: i64 = 4;

/// Whether a report leaves open a few days only, or those about which it came out, and a meeting was
/// on one of them or soon after or before.
fn is_soon(open: &Occasion, dated: &Occasion) -> bool {
    let Some(((first, last), (from, to))) = open.days.window().zip(dated.days.window()) else {
        return false;
    };
    // "This week", of which the month is told.
    let is_long = (last - first).num_days() > LONG;
    let day = open.published.filter(|day| is_long && first <= *day && *day <= last);
    let (first, last) = day.map_or((first, last), |day| (day, day));
    (last - first).num_days() <= LONG
        && (from - last).num_days() <= SOON
        && (first - to).num_days() <= SOON
}

/// Whether somebody named on each side is announced to meet within a few days.
fn is_of_a_short_trip(it: &Occasion) -> bool {
    let Possible::Within(first, last) = it.days else { return false };
    let named = it.parties.values().filter(|people| !people.is_empty()).count();
    let days = (last - first).num_days();
    it.to_be && (named >= 2 && days <= SHORT || named >= 3 && days <= LONG)
}

/// Days of a trip on which the same two, or the same three, meet once.
const SHORT: i64 = 3;
const LONG: i64 = 10;

fn without_place(it: &Occasion) -> Occasion {
    Occasion { place: None, ..it.clone() }
}

/// Whether the same people sit at both tables, or, where one report names nobody, the same parties.
pub(super) fn same_parties(a: &Occasion, b: &Occasion) -> Option<Reason> {
    let all: BTreeSet<&NodeName> = a.parties.keys().chain(b.parties.keys()).collect();
    let (mut shared, mut led_apart, mut missing, mut named_missing) = (0, 0, 0, 0);
    let mut beside = 0;
    for party in &all {
        match (a.parties.get(*party), b.parties.get(*party)) {
            (Some(one), Some(other)) => match (one.first(), other.first()) {
                // Who comes first in the telling of one is there in the other.
                (Some(leader), Some(leads)) if one.contains(leads) || other.contains(leader) => {
                    shared += 1;
                }
                (Some(_), Some(_)) => led_apart += 1,
                _ => {}
            },
            (Some(people), None) | (None, Some(people)) => {
                // Who serves nobody stands for no side, and no more does a body without anybody.
                let aside = |who: &NodeName| who == *party;
                if people.iter().any(aside) || people.is_empty() && party.kind() != NodeKind::State
                {
                    beside += 1;
                } else {
                    missing += 1;
                    named_missing += usize::from(!people.is_empty());
                }
            }
            (None, None) => {}
        }
    }
    if elsewhere(a, b) {
        return None;
    }
    // Many parties: some may be left out, and two may be led by others in the telling.
    if a.parties.len() >= 4 && b.parties.len() >= 4 && a.manner == Manner::Table {
        let common = all.len() - missing - beside;
        return (common * 3 >= all.len() * 2 && led_apart <= 1).then_some(Reason::SameOccasion);
    }
    if led_apart > 0 || named_missing > 0 {
        return None;
    }
    if shared >= 2 {
        return Some(Reason::SamePeople);
    }
    (missing == 0 && all.len() - beside >= 2).then_some(Reason::SameParties)
}

/// Whether each side of which both name somebody is led by the same person.
pub(super) fn same_leaders(a: &Occasion, b: &Occasion) -> bool {
    a.parties.iter().all(|(party, one)| {
        let leads = b.parties.get(party).and_then(|other| other.first());
        one.first().zip(leads).is_none_or(|(one, other)| one == other)
    })
}

/// Whether both name the same people.
fn have_the_same_people(a: &Occasion, b: &Occasion) -> bool {
    let people = |it: &Occasion| -> BTreeSet<NodeName> { it.people().cloned().collect() };
    people(a) == people(b)
}

/// How many people both name.
pub(super) fn in_common(a: &Occasion, b: &Occasion) -> usize {
    let known: BTreeSet<&NodeName> = a.people().collect();
    b.people().filter(|who| known.contains(who)).count()
}

/// Whether for some side one names some people and the other names others.
pub(super) fn are_led_apart(a: &Occasion, b: &Occasion) -> bool {
    a.manner != Manner::Visit
        && a.parties.iter().any(|(party, one)| {
            let other = b.parties.get(party).map_or(&[][..], Vec::as_slice);
            !one.is_empty() && !other.is_empty() && !one.iter().any(|who| other.contains(who))
        })
}

/// One traveller, days that meet, and no two destinations.
fn same_visit(a: &Occasion, b: &Occasion) -> Option<Reason> {
    // "This trip", told on a day of it.
    let is_day_of = |day: &Occasion, trip: &Occasion| {
        let (Some((first, last)), Some((from, to))) = (day.days.window(), trip.days.window())
        else {
            return false;
        };
        // Who joins somebody on a trip has come from another one.
        let led = same_leaders(day, trip);
        led && day.place.is_none() && first == last && from < to && from <= first && last <= to
    };
    // A trip to several states is told by the first of them; a town in it is a stop.
    let length = |it: &Occasion| it.days.window().map_or(0, |(from, to)| (to - from).num_days());
    // Of a leg only its first day may be announced.
    let begins_with = |leg: &Occasion, visit: &Occasion| {
        let days = leg.days.window().zip(visit.days.window());
        let is_first = days.is_some_and(|((day, last), (from, _))| day == last && day == from);
        is_first && leg.to_be && !visit.to_be
    };
    let announced = begins_with(a, b) || begins_with(b, a);
    // Days of which some lie before the visit are of no stop of it.
    let is_part = |less: &Occasion, more: &Occasion| {
        let days = less.days.window().zip(more.days.window());
        days.is_some_and(|((first, last), (from, to))| from <= first && last <= to)
    };
    let is_stop = is_within(a, b)
        && (length(a) - length(b)).abs() > 1
        && (is_part(a, b) || is_part(b, a))
        && !announced;
    // In one month many places are visited.
    let fits = a.days == b.days && matches!(a.days, Possible::Told(..))
        || is_much_the_same_trip(a, b)
        || are_told_there(a, b)
        || is_day_of(a, b)
        || is_day_of(b, a);
    (one_traveller(a, b) && fits && !is_stop && !elsewhere(a, b)).then_some(Reason::SamePeople)
}

/// Days by which two reports of one trip differ at its beginning and at its end, at most.
const BY: i64 = 2;

/// Whether both tell the days of one trip, on most of which they agree, and one does not tell where it
/// went.
fn is_much_the_same_trip(a: &Occasion, b: &Occasion) -> bool {
    let (Some((first, last)), Some((from, to))) = (a.days.window(), b.days.window()) else {
        return false;
    };
    let by = (first - from).num_days().abs() + (last - to).num_days().abs();
    let shared = (last.min(to) - first.max(from)).num_days();
    by <= BY && shared > BY && (a.place.is_none() || b.place.is_none()) && same_leaders(a, b)
}

/// Whether one report tells twice of one meeting: of the same parties, in the same way, on the same
/// days, and one of the two names nobody whom the other does not.
fn told_twice(a: &Occasion, b: &Occasion) -> Option<Reason> {
    if a.manner == Manner::Visit && b.manner == Manner::Visit {
        let told = matches!(a.days, Possible::Told(..)) && a.days == b.days && !elsewhere(a, b);
        if told && a.people().next().is_some() && have_the_same_people(a, b) {
            return Some(Reason::SameParties);
        }
        // Who came, and with whom they were there.
        let tells_all = |more: &Occasion, less: &Occasion| {
            less.people().next().is_some()
                && less.people().all(|who| more.people().any(|it| it == who))
        };
        let beside = a.place.is_some() && b.place.is_some() && one_traveller(a, b);
        let travels = beside && (tells_all(a, b) || tells_all(b, a));
        return (told && travels).then_some(Reason::SamePeople);
    }
    // "Also met with business leaders": of whom nobody is named.
    let others = |it: &Occasion| {
        it.besides && it.parties.values().filter(|people| !people.is_empty()).count() < 2
    };
    if others(a) || others(b) {
        return None;
    }
    // "The Internet Economy Dialogue", in full beside it.
    let titles = a.title.as_ref().zip(b.title.as_ref());
    let short = |title: &Title| title.words.split(' ').count() <= 2;
    let in_full = titles.is_some_and(|(one, other)| {
        one.is_of_a_gathering() && one.is_within(other) && !short(one) && !short(other)
    });
    if in_full && a.manner == b.manner && a.days == b.days && !elsewhere(a, b) {
        return Some(Reason::SameOccasion);
    }
    if is_that_ministerial(a, b) || is_that_ministerial(b, a) {
        return Some(Reason::SameParties);
    }
    // "A plenary session in September, and consultations before": in a month there may be both.
    let month = a.days.window().is_some_and(|(first, last)| (last - first).num_days() > WEEK);
    let kind = |it: &Occasion| it.title.as_ref().map(|title| title.kind().to_owned());
    let again = told_again(a, b) && (!month || kind(a) == kind(b))
        || is_spoken_of_again(a, b)
        || is_spoken_of_again(b, a);
    (a.days == b.days && again).then_some(Reason::SameParties)
}

/// Whether one report tells of a ministerial by its name, and of "the ministerial" of the same sides in the
/// same place, on days of which one may be that of the journey to it.
fn is_that_ministerial(named: &Occasion, other: &Occasion) -> bool {
    let is_called = |it: &Occasion| {
        let title = it.title.as_ref().filter(|title| title.kind() == "ministerial");
        title.map(Title::is_name)
    };
    let (Some((first, last)), Some((from, to))) = (named.days.window(), other.days.window()) else {
        return false;
    };
    named.manner == Manner::Table
        && other.manner == Manner::Table
        && is_called(named) == Some(true)
        && is_called(other) == Some(false)
        && first <= to
        && from <= last
        && last.max(to) - first.min(from) <= chrono::TimeDelta::days(SOON)
        && named.to_be == other.to_be
        && named.parties.len() >= 2
        && named.parties.keys().eq(other.parties.keys())
        && are_told_there(named, other)
        && !are_led_apart(named, other)
}

/// Whether words for talks, in what was said aloud at a meeting that the title names, are of it: they
/// tell of nobody who is not there, and have no name of their own.
pub(super) fn is_spoken_of_again(meeting: &Occasion, other: &Occasion) -> bool {
    let is_there = |(party, people): (&NodeName, &Vec<NodeName>)| {
        let known = meeting.parties.get(party);
        known.is_some_and(|known| people.iter().all(|who| known.contains(who)))
    };
    meeting.of_the_title
        && meeting.manner == Manner::Table
        && other.manner == Manner::Table
        && matches!(other.days, Possible::Told(first, last) if first == last)
        && !other.parties.is_empty()
        && !other.title.as_ref().is_some_and(Title::is_name)
        && other.parties.iter().all(is_there)
        && !elsewhere(meeting, other)
}

/// Which of a series an occasion is, if that is told.
fn number(it: &Occasion) -> Option<u8> {
    it.title.as_ref().and_then(|title| title.number)
}

/// Whether the two have the same parties, and one names nobody whom the other does not.
fn told_again(a: &Occasion, b: &Occasion) -> bool {
    let nested = |party: &NodeName| {
        let (one, other) = (&a.parties[party], &b.parties[party]);
        one.iter().all(|who| other.contains(who)) || other.iter().all(|who| one.contains(who))
    };
    let name = |it: &Occasion| it.title.clone().filter(Title::is_name);
    // Talks beside a meeting with a name are not it.
    let titles = match (name(a), name(b)) {
        (Some(one), Some(other)) => one.agrees(&other),
        // "Met before the third meeting".
        (None, None) => number(a) == number(b),
        _ => false,
    };
    a.manner != Manner::Visit
        && titles
        && a.parties.len() >= 2
        && a.parties.keys().eq(b.parties.keys())
        && a.parties.keys().all(nested)
        && !elsewhere(a, b)
}

/// Whether the same person travels: who comes first of a side in one is there in the other, for
/// each side of which both name somebody, and for one that is no host.
fn one_traveller(a: &Occasion, b: &Occasion) -> bool {
    let hosts = |it: &Occasion, party: &NodeName| {
        it.place.as_ref().is_some_and(|place| place.as_str() == party.as_str())
    };
    let mut travels = false;
    for (party, one) in &a.parties {
        let Some(other) = b.parties.get(party) else { continue };
        if let (Some(leader), Some(leads)) = (one.first(), other.first()) {
            if !one.contains(leads) && !other.contains(leader) {
                return false;
            }
            travels |= !hosts(a, party) && !hosts(b, party);
        }
    }
    travels
}

/// Whether one is told to be in a state and the other in a place in it.
fn is_within(a: &Occasion, b: &Occasion) -> bool {
    a.place.as_ref().zip(b.place.as_ref()).is_some_and(|(one, other)| is_in(one, other))
}

/// Whether they are told to be in one place.
fn are_in_one_place(a: &Occasion, b: &Occasion) -> bool {
    a.place.as_ref().zip(b.place.as_ref()).is_some_and(|(one, other)| is_one_place(one, other))
}

/// Whether they are told to be in one place, or in a state and a place in it.
pub(super) fn are_told_there(a: &Occasion, b: &Occasion) -> bool {
    are_in_one_place(a, b)
        || is_within(a, b)
        || is_where_the_host_is(a, b)
        || is_where_the_host_is(b, a)
}

/// Whether one is told to be in a state, and the other in a place of which it is not known in which it
/// lies, with those of that state.
fn is_where_the_host_is(state: &Occasion, place: &Occasion) -> bool {
    let (Some(one), Some(other)) = (&state.place, &place.place) else { return false };
    one.kind() == EntityKind::State
        && other.kind() == EntityKind::Place
        && !is_region(other)
        && state_of(other).is_none()
        && place
            .parties
            .iter()
            .any(|(party, people)| party.as_str() == one.as_str() && !people.is_empty())
}

/// Whether they are told to be in two places: not in Washington and in Washington, D.C.
pub(super) fn elsewhere(a: &Occasion, b: &Occasion) -> bool {
    let (Some(one), Some(other)) = (&a.place, &b.place) else { return false };
    // "A trip to Asia" may be one to Japan.
    if is_region(one) != is_region(other) {
        return false;
    }
    let (short, long) =
        if one.rest().len() <= other.rest().len() { (one, other) } else { (other, one) };
    let is_longer = long.rest().strip_prefix(short.rest()).is_some_and(|it| it.starts_with('-'));
    // A state and a town of another one.
    if one.kind() != other.kind() {
        return is_in_one_state(one, other) == Some(false);
    }
    !is_longer && !is_one_place(one, other)
}

#[cfg(test)]
mod tests;
