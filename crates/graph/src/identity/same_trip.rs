//! Two reports that leave the day open: the announcement of a trip and what was told of it when it
//! was over, or two announcements of one trip.

use super::Reason;
use super::occasion::{Manner, Occasion, Possible};
use super::places::{is_in, is_in_one_state};
use super::same_meeting::{are_told_there, elsewhere, in_common, same_parties};
use super::title::Title;
use crate::{NodeKind, NodeName};
use chancery_model::EntityId;
use chrono::{Days, NaiveDate};

/// Days of a trip, or between a meeting and a report of it without a day, at most.
const TRIP: i64 = 14;
const AFTER: u64 = 4;

/// The days on which a meeting may have been that leaves its day open.
fn window(it: &Occasion) -> Option<(NaiveDate, NaiveDate)> {
    if it.manner != Manner::Table {
        return None;
    }
    match it.days {
        Possible::Within(first, last) => {
            ((last - first).num_days() <= TRIP).then_some((first, last))
        }
        Possible::About(day) => Some((day.checked_sub_days(Days::new(AFTER)).unwrap_or(day), day)),
        _ => None,
    }
}

/// Days between a report and a meeting of which it tells no day, but where it was and which sides met.
const NEAR: u64 = 10;

/// Days between two announcements of one meeting.
const AGAIN: i64 = 3;

/// Sides of a meeting that is known by two of them, at most.
const SIDES: usize = 5;

/// Sides of a table that tell it from others of one traveller.
const FEW: usize = 3;

/// The days on which a meeting was, or may have been, that is known by its sides and where it was.
fn wide_window(it: &Occasion) -> Option<(NaiveDate, NaiveDate)> {
    match it.days {
        Possible::Told(first, last) => (first == last).then_some((first, last)),
        Possible::Within(first, last) => {
            ((last - first).num_days() <= TRIP).then_some((first, last))
        }
        Possible::About(day) => Some((day.checked_sub_days(Days::new(NEAR)).unwrap_or(day), day)),
        Possible::Soon(day, _) => Some((day, day.checked_add_days(Days::new(NEAR)).unwrap_or(day))),
        Possible::Any => None,
    }
}

/// The states and bodies that met.
fn sides(it: &Occasion) -> impl Iterator<Item = &NodeName> {
    it.parties.keys().filter(|party| party.kind() != NodeKind::Person)
}

/// By whom, or which two sides, and by which days a meeting that leaves its day open is looked for.
pub(super) fn keys(it: &Occasion) -> Vec<(String, NaiveDate)> {
    let days = |window: Option<(NaiveDate, NaiveDate)>| {
        window
            .into_iter()
            .flat_map(|(first, last)| first.iter_days().take_while(move |day| *day <= last))
    };
    let mut keys: Vec<(String, NaiveDate)> = Vec::new();
    for day in days(window(it)) {
        keys.extend(it.people().map(|who| (who.to_string(), day)));
    }
    let known: Vec<&NodeName> = sides(it).collect();
    if it.manner == Manner::Table && it.place.is_some() && known.len() <= SIDES {
        for (at, one) in known.iter().enumerate() {
            for other in &known[at + 1..] {
                let pair = format!("{one} {other}");
                keys.extend(days(wide_window(it)).map(|day| (pair.clone(), day)));
            }
            if let Possible::Told(day, last) = it.days
                && day == last
            {
                keys.push((format!("{one} @"), day));
            }
        }
    }
    keys
}

/// How sure it is that two reports are of one meeting.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sure {
    /// One leaves out a side.
    Less,
    /// The same people sit there in both.
    More,
}

/// Whether two reports, of which neither tells the day, may be of one meeting: one announces it for the
/// days of a trip, and the same people sit there, or those whom one names, where it leaves out a side.
pub(super) fn may_be_of_one_trip(a: &Occasion, b: &Occasion) -> Option<Sure> {
    if are_of_the_same_sides(a, b) {
        return Some(Sure::Less);
    }
    if tells_only_of_the_guest(a, b) || tells_only_of_the_guest(b, a) {
        return Some(Sure::Less);
    }
    let is_trip = |it: &Occasion| it.to_be && matches!(it.days, Possible::Within(..));
    if a.document == b.document || !(is_trip(a) || is_trip(b)) {
        return None;
    }
    let ((first, last), (from, to)) = (window(a)?, window(b)?);
    if first > to || from > last || elsewhere(a, b) {
        return None;
    }
    let name = |it: &Occasion| it.title.clone().filter(Title::is_name);
    let titles = match (name(a), name(b)) {
        (Some(one), Some(other)) => one.agrees(&other) || one.is_within(&other),
        (Some(one), None) | (None, Some(one)) => !one.is_of_a_gathering(),
        (None, None) => true,
    };
    if !titles {
        return None;
    }
    let same = same_parties(a, b);
    // Of four sides and more one may be left out.
    let most = same == Some(Reason::SameOccasion) && in_common(a, b) > 1;
    if same == Some(Reason::SamePeople) || most {
        return Some(Sure::More);
    }
    let known = |it: &Occasion| -> Vec<NodeName> { sides(it).cloned().collect() };
    let many = known(a).len() >= FEW && known(a) == known(b) && in_common(a, b) > 0;
    let same = many && same.is_some();
    (same || leaves_out_a_side(a, b) || leaves_out_a_side(b, a)).then_some(Sure::Less)
}

/// Why two reports are of one meeting, if they are.
pub(super) fn reason(a: &Occasion, b: &Occasion) -> Reason {
    let guest = tells_only_of_the_guest(a, b) || tells_only_of_the_guest(b, a);
    if guest || are_of_the_same_sides(a, b) { Reason::SameSides } else { Reason::SameTrip }
}

/// Whether two reports tell of the same sides in one place, and both announce their meeting at one time,
/// or one names nobody and tells no day, and the other tells the day: "the recent meeting of the two
/// ministers in Tbilisi".
fn are_of_the_same_sides(a: &Occasion, b: &Occasion) -> bool {
    let (Some((first, last)), Some((from, to))) = (wide_window(a), wide_window(b)) else {
        return false;
    };
    let few = |it: &Occasion| sides(it).count() <= FEW;
    let name = |it: &Occasion| it.title.clone().filter(Title::is_of_a_gathering);
    let titles = match (name(a), name(b)) {
        (Some(one), Some(other)) if one.is_name() && other.is_name() => {
            one.agrees(&other) || one.is_within(&other)
        }
        (Some(one), Some(other)) => one.kind() == other.kind(),
        // A ministerial of two sides, or three, is no gathering beside which two may meet.
        (Some(one), None) | (None, Some(one)) => {
            !one.is_of_many() || one.kind() == "ministerial" && few(a) && few(b)
        }
        (None, None) => true,
    };
    a.manner == Manner::Table
        && b.manner == Manner::Table
        && a.document != b.document
        && are_told_there(a, b)
        && titles
        && first <= to
        && from <= last
        && (are_announced_at_one_time(a, b) || is_told_again(a, b) || is_told_again(b, a))
}

/// Whether one report announces only whom another will receive, or of whom, on the day and in the place
/// at which the other tells of both: "he looks forward to seeing the Foreign Minister tomorrow".
fn tells_only_of_the_guest(less: &Occasion, more: &Occasion) -> bool {
    let mut parties = less.parties.iter();
    let (Some((guest, people)), None) = (parties.next(), parties.next()) else { return false };
    let is_guest = less.place.as_ref().zip(guest.as_str().parse::<EntityId>().ok());
    less.to_be
        && less.is_only_one
        && less.document != more.document
        && less.manner == Manner::Table
        && more.manner == Manner::Table
        && matches!(less.days, Possible::Told(first, last) if first == last)
        && less.days == more.days
        && are_told_there(less, more)
        && is_guest.is_some_and(|(place, guest)| is_in_one_state(&guest, place) == Some(false))
        && !less.title.as_ref().is_some_and(Title::is_name)
        && !more.title.as_ref().is_some_and(Title::is_of_many)
        && sides(more).nth(1).is_some()
        && more.parties.get(guest).is_some_and(|known| people.iter().all(|who| known.contains(who)))
}

/// Whether both are to be, were told of within days, and have the same sides, of each of which one report
/// names nobody whom the other does not: not two travellers, each for themselves.
fn are_announced_at_one_time(a: &Occasion, b: &Occasion) -> bool {
    let published = a.published.zip(b.published);
    let nested = |party: &NodeName| {
        let (one, other) = (&a.parties[party], &b.parties[party]);
        one.iter().all(|who| other.contains(who)) || other.iter().all(|who| one.contains(who))
    };
    a.to_be
        && b.to_be
        && published.is_some_and(|(one, other)| (one - other).num_days().abs() <= AGAIN)
        && sides(a).nth(1).is_some()
        && sides(a).eq(sides(b))
        && sides(a).all(nested)
        && (in_common(a, b) > 0 || a.people().next().is_none() || b.people().next().is_none())
}

/// Whether one report names nobody and leaves open on which of the days before it a meeting was, and the
/// other tells its day, and of all sides that the first does.
fn is_told_again(open: &Occasion, dated: &Occasion) -> bool {
    matches!(open.days, Possible::About(_))
        && matches!(dated.days, Possible::Told(..))
        && !dated.to_be
        && open.people().next().is_none()
        && sides(open).nth(1).is_some()
        && sides(open).all(|party| dated.parties.contains_key(party))
}

/// Whether a host is named in both, in one place, and the first report names nobody whom the second does
/// not, and no other side but one of which nobody is named: "the delegation met with the President".
fn leaves_out_a_side(less: &Occasion, more: &Occasion) -> bool {
    let Some(place) = less.place.as_ref().or(more.place.as_ref()) else { return false };
    let is_host = |party: &NodeName| {
        let party = party.as_str().parse::<EntityId>();
        party.is_ok_and(|party| party == *place || is_in(&party, place))
    };
    let known = |(party, people): (&NodeName, &Vec<NodeName>)| match more.parties.get(party) {
        Some(known) => people.iter().all(|who| known.contains(who)),
        None => people.is_empty(),
    };
    let mut hosts = less.parties.iter().filter(|(party, _)| is_host(party));
    less.parties.len() <= 2
        && more.parties.len() <= 2
        && less.place.is_some()
        && more.place.is_some()
        && less.parties.iter().all(known)
        && hosts.any(|(_, people)| !people.is_empty())
}
