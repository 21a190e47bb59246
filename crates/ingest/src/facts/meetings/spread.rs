//! When and where a meeting is, from what stands elsewhere: the visit it is part of, the dateline, a week.

use super::{Occasion, PlaceWords};
use crate::entities::Cast;
use crate::surface::Run;
use chancery_model::{Date, MeetingKind, MeetingStatus, When};
use chrono::{Datelike, Duration, NaiveDate, Weekday};

/// Where a mention of a meeting stands, and the place that it names.
pub(super) struct Leg {
    pub(super) head: usize,
    pub(super) occasion: usize,
    pub(super) place: Option<PlaceWords>,
}

/// So many of those who are at either are compared.
const GUESTS: usize = 40;
/// How many visits before some talks may be the one that they are part of.
const VISITS: usize = 12;

/// Talks during a visit take the visit's place and, still to come, its days: a visit by one who
/// talks, told of before the talks in the same paragraph or the one before, or to the very place.
pub(super) fn inherit(cast: &mut Cast, occasions: &mut [Occasion], legs: &[Leg]) {
    let mut visits: Vec<&Leg> = Vec::new();
    for leg in legs {
        let at = leg.occasion;
        if occasions[at].kind == MeetingKind::Visit {
            visits.push(leg);
            continue;
        }
        let talks = &occasions[at];
        if matches!(talks.kind, MeetingKind::Call) {
            continue;
        }
        let fits = |host: &&&Leg| {
            let visited = &occasions[host.occasion];
            let there =
                |who| visited.attendance.iter().take(GUESTS).any(|visitor| visitor.who == who);
            // Who is still on a visit has held talks on it.
            let during = talks.status == visited.status
                || talks.status == MeetingStatus::Held && visited.status == MeetingStatus::Ongoing;
            during && talks.attendance.iter().take(GUESTS).any(|attend| there(attend.who))
        };
        let near = || visits.iter().rev().take(VISITS);
        let to_there =
            |host: &&&Leg| talks.place.is_some() && occasions[host.occasion].place == talks.place;
        let place_of = near().filter(fits).find(to_there);
        let Some(host) = place_of.or_else(|| near().find(fits)) else { continue };
        let between = cast
            .surface
            .paragraph_of(leg.head)
            .saturating_sub(cast.surface.paragraph_of(host.head));
        let (when, place) = (occasions[host.occasion].when, occasions[host.occasion].place);
        let alike = talks.status == occasions[host.occasion].status;
        // "will then travel to Ankara" has no day of its own: the tour has.
        let coming = talks.status == MeetingStatus::Planned;
        let tour = || {
            let known = |host: &&&Leg| !occasions[host.occasion].when.is_unknown();
            let tour = near().filter(fits).find(known).filter(|_| coming);
            tour.map(|host| occasions[host.occasion].when)
        };
        let dated = alike && (between <= 2 || place_of.is_some()) && !when.is_unknown();
        let when = if dated { Some(when) } else { tour() };
        if occasions[at].when.is_unknown() {
            occasions[at].when = when.unwrap_or_default();
        }
        if between == 0 && occasions[at].place.is_none() {
            occasions[at].place = match (&host.place, place) {
                (Some(PlaceWords::Place(run)), _) => Some(cast.place(run.clone())),
                (Some(PlaceWords::State(state)), None) => Some(*state),
                (_, place) => place,
            };
        }
    }
}

/// A header's location line gives the place of what it is the header of; a dateline that of a meeting
/// "here", or of the first that its opening tells of as held.
pub(super) fn locate(cast: &mut Cast, occasions: &mut [Occasion], place: &Run, release: bool) {
    let surface = cast.surface;
    let first = surface.sentence_of(place.start);
    let here = |run: &Run| {
        let sentence = surface.sentence(run.start);
        (run.end..sentence.end.min(run.end + 16)).any(|at| surface.lower(at) == "here")
    };
    let open = |occasion: &Occasion| {
        occasion.place.is_none() && !matches!(occasion.kind, MeetingKind::Call | MeetingKind::Visit)
    };
    let held = |occasion: &Occasion| {
        matches!(occasion.status, MeetingStatus::Held | MeetingStatus::Ongoing)
    };
    let leads = |occasion: &Occasion| {
        release
            || occasion
                .mentions
                .iter()
                .any(|run| surface.sentence_of(run.start).saturating_sub(first) <= 1)
    };
    let found: Vec<usize> = (0..occasions.len())
        .filter(|at| open(&occasions[*at]) && !release && occasions[*at].mentions.iter().any(here))
        .collect();
    let first_held = || {
        (0..occasions.len()).find(|at| {
            let occasion = &occasions[*at];
            open(occasion) && held(occasion) && leads(occasion)
        })
    };
    let found = if found.is_empty() { first_held().into_iter().collect() } else { found };
    for at in found {
        occasions[at].place = Some(cast.place(place.clone()));
    }
}

/// "next week" tells of a meeting in it no more than the month, if the week lies in one.
pub(super) fn within_month(when: When) -> When {
    let (Some(from), Some(to)) = (when.from, when.to) else { return when };
    let (first, last) = (from.first_day(), to.last_day());
    let week = from.is_day()
        && to.is_day()
        && first.weekday() == Weekday::Mon
        && last - first == Duration::days(6);
    let month = Date::month(first.year(), first.month()).filter(|month| month.covers(to));
    match month {
        Some(month) if week => When { from: Some(month), to: Some(month), ..when },
        _ => when,
    }
}

/// Days within which what is planned, or is over, may be seen as such, at most.
const HALF_A_YEAR: i64 = 190;

/// Days by which a day lies on the wrong side of a text, at least, to be one of another year.
const WRONG: i64 = 30;

/// A day or month without a year that lies behind a text, though what it is of is still to come, is
/// the one of the next year, and the reverse: the "June 29-30 Summit" that is prepared in April.
pub(super) fn in_its_year(
    occasion: &Occasion,
    published: Option<Date>,
    words: Option<&str>,
) -> When {
    let when = occasion.when;
    let (Some(from), Some(to), Some(published), Some(words)) =
        (when.from, when.to, published.filter(|day| day.is_day()), words)
    else {
        return when;
    };
    let words = words.to_lowercase();
    let tells = |word: &str| {
        matches!(word, "last" | "ago" | "past" | "previous" | "next" | "this" | "coming")
            || word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())
    };
    if from.is_year() || words.split(|c: char| !c.is_alphanumeric()).any(tells) {
        return when;
    }
    let day = published.first_day();
    let step = match occasion.status {
        MeetingStatus::Planned | MeetingStatus::Proposed => 1,
        MeetingStatus::Held => -1,
        _ => return when,
    };
    // How far behind, or ahead, it lies.
    let gap = |first: NaiveDate, last: NaiveDate| {
        if step > 0 { (day - last).num_days() } else { (first - day).num_days() }
    };
    if gap(from.first_day(), to.last_day()) <= WRONG {
        return when;
    }
    let moved = |date: Date| {
        let year = date.first_day().year() + step;
        if date.is_month() {
            Date::month(year, date.first_day().month())
        } else {
            date.first_day().with_year(year).and_then(Date::day)
        }
    };
    let (Some(new_from), Some(new_to)) = (moved(from), moved(to)) else { return when };
    let far = -gap(new_from.first_day(), new_to.last_day());
    if (0..=HALF_A_YEAR).contains(&far) {
        When { from: Some(new_from), to: Some(new_to), ..when }
    } else {
        when
    }
}
