//! Two reports that leave the day open: the announcement of a trip and what was told of it when it
//! was over, or two announcements of one trip.

use super::Reason;
use super::occasion::{Manner, Occasion, Possible};
use super::places::is_in;
use super::same_meeting::{elsewhere, same_parties};
use super::title::Title;
use crate::NodeName;
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

/// Those days, each.
pub(super) fn days(it: &Occasion) -> impl Iterator<Item = NaiveDate> + use<> {
    let window = window(it).into_iter();
    window.flat_map(|(first, last)| first.iter_days().take_while(move |day| *day <= last))
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
    if same_parties(a, b) == Some(Reason::SamePeople) {
        return Some(Sure::More);
    }
    (leaves_out_a_side(a, b) || leaves_out_a_side(b, a)).then_some(Sure::Less)
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
