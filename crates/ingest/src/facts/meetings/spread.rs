//! When and where a meeting is, from what stands elsewhere: the visit it is part of, the dateline, a week.

use super::{Occasion, PlaceWords};
use crate::entities::{Cast, MemberId};
use crate::surface::Run;
use chancery_model::{Date, EntityKind, MeetingKind, MeetingStatus, When};
use chrono::{Datelike, Duration, NaiveDate, Weekday};

/// Where a mention of a meeting stands, and the place that it names.
pub(super) struct Leg {
    pub(super) head: usize,
    pub(super) occasion: usize,
    pub(super) place: Option<PlaceWords>,
}

/// So many of those who are at either are compared.
const GUESTS: usize = 40;
/// So many words a name of a meeting may have.
const NAME: usize = 12;
/// So many words on either side may tell that somebody takes part from elsewhere.
const AROUND: usize = 30;
/// Words for a journey behind which its departure may be told.
const DEPARTING: usize = 4;
/// Words before a journey among which somebody embarks on it.
const EMBARKING: usize = 8;
/// How many visits before some talks may be the one that they are part of.
const VISITS: usize = 12;

/// Talks during a visit take the visit's place and, still to come, its days: a visit by one who
/// talks, told of before the talks in the same paragraph or the one before, or to the very place; in a
/// release also the one that the text is about.
pub(super) fn inherit(
    cast: &mut Cast,
    occasions: &mut [Occasion],
    legs: &[Leg],
    (release, spoken): (bool, bool),
) {
    let mut visits: Vec<&Leg> = Vec::new();
    // The last talks that were found to be part of a visit, and of which.
    let mut last: Option<(&Leg, &Leg)> = None;
    let only = only_place(occasions, legs).filter(|_| release);
    for leg in legs {
        let at = leg.occasion;
        if occasions[at].kind == MeetingKind::Visit {
            if release && !spoken && occasions[at].when.is_unknown() {
                occasions[at].when = days_of_tour(cast, occasions, &visits, at);
            }
            visits.push(leg);
            last = None;
            continue;
        }
        let talks = &occasions[at];
        if matches!(talks.kind, MeetingKind::Call) {
            continue;
        }
        // "will also take part virtually in": from elsewhere.
        let sentence = cast.surface.sentence(leg.head);
        let mut words = sentence.start.max(leg.head.saturating_sub(AROUND))
            ..sentence.end.min(leg.head + AROUND);
        let away = |at| matches!(cast.surface.lower(at), "virtually" | "remotely");
        if release && words.any(away) {
            continue;
        }
        let told = |other: &Leg| {
            let (there, here) =
                (cast.surface.paragraph_of(other.head), cast.surface.paragraph_of(leg.head));
            here.saturating_sub(there)
        };
        let fits = |host: &&&Leg| {
            let visited = &occasions[host.occasion];
            let there =
                |who| visited.attendance.iter().take(GUESTS).any(|visitor| visitor.who == who);
            // Who is still on a visit has held talks on it, and will hold more.
            let during = talks.status == visited.status
                || talks.status == MeetingStatus::Held && visited.status == MeetingStatus::Ongoing
                || release
                    && talks.status == MeetingStatus::Planned
                    && visited.status == MeetingStatus::Ongoing
                    && (!spoken || told(host) <= 1);
            // "The delegation will meet with Lee": of those who travel.
            let theirs = release
                && (!cast.surface.is_capital(leg.head) || is_where_they_go(cast, leg.head))
                && talks.status == MeetingStatus::Planned
                && (told(host) == 0 || only.is_some());
            during
                && !is_of_old(cast, host.head, visited)
                && (theirs || talks.attendance.iter().take(GUESTS).any(|attend| there(attend.who)))
        };
        let near = || visits.iter().rev().take(VISITS);
        let to_there = |host: &&&Leg| {
            let place = occasions[host.occasion].place;
            talks.place.is_some() && (place == talks.place || lies_in(cast, host, talks.place))
        };
        let place_of = near().filter(fits).find(to_there);
        // "She will also meet": where she met those told of before.
        let goes_on = last.filter(|(_, before)| {
            talks.place.is_none() && told(before) == 0 && before.occasion != at
        });
        let host = place_of
            .copied()
            .or_else(|| goes_on.map(|(host, _)| host))
            .or_else(|| near().find(fits).copied());
        let Some(host) = host else { continue };
        let between = told(host);
        let (when, place) = (occasions[host.occasion].when, occasions[host.occasion].place);
        let coming = talks.status == MeetingStatus::Planned;
        let alike = talks.status == occasions[host.occasion].status || coming;
        // "will then travel to Ankara" has no day of its own: the tour has.
        let tour = || {
            let known = |host: &&&Leg| {
                !occasions[host.occasion].when.is_unknown() && !is_of_departure(cast, host)
            };
            let tour = near().filter(fits).find(known).filter(|_| coming);
            tour.map(|host| occasions[host.occasion].when)
        };
        let near_by = between <= 2 || place_of.is_some() || goes_on.is_some();
        let dated = alike && near_by && !when.is_unknown() && !is_of_departure(cast, host);
        let when = if dated { Some(when) } else { tour() };
        // "On May 18, she will meet Lee. In the afternoon, she will chair": on that day.
        let that_day = goes_on.map(|(_, before)| occasions[before.occasion].when);
        let when = that_day.filter(|when| !when.is_unknown()).or(when);
        if occasions[at].when.is_unknown() {
            occasions[at].when = when.unwrap_or_default();
        }
        // "In Chad, she will meet": in the very city that she travels to.
        let closer = place_of.is_some()
            && occasions[at].place != place
            && place.is_some_and(|place| cast.kind(place) == EntityKind::Place);
        let there = goes_on.and_then(|(_, before)| occasions[before.occasion].place);
        if closer {
            occasions[at].place = place;
        } else if occasions[at].place.is_none() && there.is_some() {
            occasions[at].place = there;
        } else if occasions[at].place.is_none() && (between == 0 || only.is_some()) {
            occasions[at].place = match (&host.place, place) {
                (Some(PlaceWords::Place(run)), _) => Some(cast.place(run.clone())),
                (Some(PlaceWords::State(state)), None) => Some(*state),
                (_, place) => place,
            };
        }
        if place_of.is_some() || goes_on.is_some() {
            last = Some((host, leg));
        }
    }
}

/// "Lee, who last visited Chad in 1997, met Kim": a visit of another year or month, told beside the talks.
fn is_of_old(cast: &Cast, head: usize, visit: &Occasion) -> bool {
    let surface = cast.surface;
    let group = crate::clauses::verb_group(surface, head).run;
    let first = surface.sentence(head).start.max(group.start.saturating_sub(2));
    let day = visit.when.from.is_some_and(Date::is_day);
    surface.pos(head).is_verb()
        && visit.status == MeetingStatus::Held
        && !(visit.when.is_unknown() || day)
        && (first..group.start).any(|at| surface.lower(at) == "who")
}

/// "will then travel to Ankara": the days of the tour through several places that was told of before, of
/// which no leg is told with more of them.
fn days_of_tour(cast: &Cast, occasions: &[Occasion], visits: &[&Leg], at: usize) -> When {
    let leg = &occasions[at];
    let travels = |visit: &Occasion| {
        let mut persons = visit.attendance.iter().take(GUESTS);
        persons.any(|it| {
            cast.kind(it.who) == EntityKind::Person
                && leg.attendance.iter().take(GUESTS).any(|attend| attend.who == it.who)
        })
    };
    let tour = visits
        .iter()
        .take(VISITS)
        .map(|visit| &occasions[visit.occasion])
        .find(|visit| !visit.stops.is_empty() && !visit.when.is_unknown() && travels(visit));
    let coming = |it: &Occasion| it.status == MeetingStatus::Planned;
    tour.filter(|tour| coming(tour) && coming(leg)).map(|tour| tour.when).unwrap_or_default()
}

/// "will be departing for Chad tomorrow", "his upcoming travel, departing tomorrow", "is embarking today on a
/// trip": the day of a visit is that on which it begins, and none of what is done there.
fn is_of_departure(cast: &Cast, visit: &Leg) -> bool {
    let surface = cast.surface;
    let departs = |at: usize| matches!(surface.lower(at), "depart" | "departing" | "departs");
    let first = surface.sentence(visit.head).start.max(visit.head.saturating_sub(EMBARKING));
    let embarks = |at: usize| matches!(surface.lower(at), "embark" | "embarking" | "embarks");
    (visit.head..visit.head + DEPARTING).any(departs) || (first..visit.head).any(embarks)
}

/// "On June 17, she will speak at the Rivers Conference": what is told of as where somebody is.
fn is_where_they_go(cast: &Cast, head: usize) -> bool {
    let surface = cast.surface;
    let first = surface.sentence(head).start.max(head.saturating_sub(NAME));
    (first..head)
        .rev()
        .take_while(|at| !surface.pos(*at).is_finite_verb() && surface.word(*at) != ",")
        .any(|at| surface.lower(at) == "at")
}

/// The place of all visits of a text that begins with one, if they have one place.
fn only_place(occasions: &[Occasion], legs: &[Leg]) -> Option<MemberId> {
    let first = legs.first()?;
    if occasions[first.occasion].kind != MeetingKind::Visit {
        return None;
    }
    let mut visits = legs
        .iter()
        .map(|leg| &occasions[leg.occasion])
        .filter(|occasion| occasion.kind == MeetingKind::Visit);
    let first = visits.next()?.place?;
    visits.all(|visit| visit.place == Some(first)).then_some(first)
}

/// Whether the words for a visit tell that it is to a city of a state: "Lima, Peru".
fn lies_in(cast: &Cast, visit: &Leg, state: Option<MemberId>) -> bool {
    let Some(PlaceWords::Place(run)) = &visit.place else { return false };
    let Some(state) = state.filter(|state| cast.kind(*state) == EntityKind::State) else {
        return false;
    };
    let surface = cast.surface;
    let next = run.end + 1 + usize::from(surface.lower(run.end + 1) == "the");
    surface.word(run.end) == "," && cast.who(next) == Some(state)
}

/// In a transcript, a visit that is under way is to where it was made, and on that day.
pub(super) fn visited_here(
    cast: &mut Cast,
    occasions: &mut [Occasion],
    place: &Run,
    published: Option<Date>,
) {
    for occasion in occasions {
        if occasion.kind != MeetingKind::Visit || occasion.status != MeetingStatus::Ongoing {
            continue;
        }
        if occasion.place.is_none() && occasion.stops.is_empty() {
            occasion.place = Some(cast.place(place.clone()));
        }
        if let Some(day) = published.filter(|day| day.is_day() && occasion.when.is_unknown()) {
            occasion.when = When::on(day);
        }
    }
}

/// A header's location line gives the place of what it is the header of; a dateline that of a meeting
/// "here", or of the first that its opening tells of as held.
pub(super) fn locate(
    cast: &mut Cast,
    occasions: &mut [Occasion],
    place: &Run,
    (release, published): (bool, Option<Date>),
) {
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
        let may_be = |at: &usize| {
            let occasion = &occasions[*at];
            open(occasion) && held(occasion) && leads(occasion)
        };
        let elsewhere = |at: &usize| release && is_of_elsewhere(cast, &occasions[*at], published);
        let dated = |at: &usize| occasions[*at].when.from.is_some_and(Date::is_day);
        let first = (0..occasions.len()).find(may_be)?;
        // Where the first is none of this place, another is that is told of with its day.
        if !elsewhere(&first) {
            return Some(first);
        }
        (first + 1..occasions.len()).find(|at| may_be(at) && dated(at) && !elsewhere(at))
    };
    let found = if found.is_empty() { first_held().into_iter().collect() } else { found };
    for at in found {
        occasions[at].place = Some(cast.place(place.clone()));
    }
}

/// Days by which a meeting may lie before a text that is about it.
const BEFORE: i64 = 3;

/// Whether a meeting is none at which a release was spoken: one of another day ("the Summit for Democracy
/// last year"), or a summit of which no word tells that it is there and then.
fn is_of_elsewhere(cast: &Cast, occasion: &Occasion, published: Option<Date>) -> bool {
    let Some(day) = published.filter(|day| day.is_day()).map(Date::first_day) else { return false };
    let (first, last) = (occasion.when.first_day(), occasion.when.last_day());
    let over = last.is_some_and(|last| day - last > Duration::days(BEFORE));
    let other = over || first.is_some_and(|first| first > day);
    let surface = cast.surface;
    let here_and_now = |run: &Run| {
        let sentence = surface.sentence(run.start);
        let around =
            sentence.start.max(run.start.saturating_sub(NAME))..sentence.end.min(run.end + NAME);
        around.into_iter().any(|at| {
            matches!(
                surface.lower(at),
                "here" | "today" | "this" | "just" | "now" | "these" | "our"
            )
        })
    };
    let summit = occasion.kind == MeetingKind::Summit;
    other
        || summit
            && occasion.when.is_unknown()
            && !occasion.mentions.iter().take(VISITS).any(here_and_now)
}

/// "next week" tells of a meeting in it no more than the month, if the week lies in one; "July 18-24"
/// tells its days.
pub(super) fn within_month(when: When, words: Option<&str>) -> When {
    if words.is_some_and(|words| words.bytes().any(|byte| byte.is_ascii_digit())) {
        return when;
    }
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

/// "a few weeks ago" tells no more of a meeting than the year in which all of them lie, and "a few days
/// ago" none of them.
pub(super) fn within_a_few(when: When, words: Option<&str>) -> When {
    let words = words.unwrap_or_default().to_lowercase();
    let counted = ["a few ", "few ", "several ", "some "];
    let few = (words.ends_with(" ago") || counted.iter().any(|few| words.starts_with(few)))
        && words.split(' ').any(|word| matches!(word, "few" | "several" | "some"));
    let (Some(from), Some(to), true) = (when.from, when.to, few) else { return when };
    let (first, last) = (from.first_day(), to.last_day());
    let told = !words.contains("day") && first.year() == last.year();
    let year = Date::year(first.year()).filter(|_| told);
    When { from: year, to: year, ..when }
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
