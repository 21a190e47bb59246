//! Whether a meeting is over or still to come, as its day tells: nothing of a day ahead has been held, and
//! what is planned is on no weekday gone by.

use super::Occasion;
use crate::entities::Cast;
use crate::mentions::DateMention;
use crate::tagger::Pos;
use chancery_model::{AttendanceStatus, Date, MeetingKind, MeetingStatus, When};
use chrono::{Duration, Weekday};

/// So many words before a weekday the verb stands that it is of.
const NEAR: usize = 14;
/// After so many days talks that were on a day or in a month are over.
const LONG: i64 = 60;
/// So many words around those for talks it may be told that they began.
const BEGUN: usize = 6;

/// "for refusing to attend a 1993 summit": of a year that is over nothing is still to come.
pub(super) fn over_in_a_year_gone_by(occasion: &mut Occasion, published: Option<Date>) {
    let year = occasion.when.to.filter(|day| day.is_year()).map(Date::last_day);
    let over = year.zip(published).is_some_and(|(last, day)| last < day.first_day());
    if over && matches!(occasion.status, MeetingStatus::Planned | MeetingStatus::Proposed) {
        is_over(occasion);
    }
}

/// "last sat down for talks in September 2018": two do not meet for months, so that is over.
pub(super) fn over_long_since(cast: &Cast, occasion: &mut Occasion, published: Option<Date>) {
    let sits = matches!(occasion.kind, MeetingKind::Talks | MeetingKind::Call);
    let both = occasion.when.from.zip(occasion.when.to).filter(|(from, to)| from == to);
    let last = both.filter(|(from, _)| !from.is_year()).map(|(_, to)| to.last_day());
    let gone = last.zip(published.filter(|day| day.is_day()));
    let gone = gone.is_some_and(|(last, day)| day.first_day() - last > Duration::days(LONG));
    let surface = cast.surface;
    // "began membership talks on October 4" tells of no end of them.
    let begun = |run: &crate::surface::Run| {
        let near = run.start.saturating_sub(BEGUN)..run.end + BEGUN;
        near.into_iter().any(|at| {
            crate::clauses::begins(
                surface.lower(at),
                &["began", "begin", "begun", "launch", "open", "resum", "start"],
            )
        })
    };
    let begun = occasion.mentions.iter().take(BEGUN).any(begun);
    if sits && gone && !begun && occasion.status == MeetingStatus::Ongoing {
        occasion.status = MeetingStatus::Held;
    }
}

/// What was to come has been.
pub(super) fn is_over(occasion: &mut Occasion) {
    occasion.status = MeetingStatus::Held;
    for attend in &mut occasion.attendance {
        if attend.status == AttendanceStatus::Expected {
            attend.status = AttendanceStatus::Attended;
        }
    }
}

/// "follow up on the outcomes of last month's summit": what lies wholly before the text is not to come.
pub(super) fn is_past(occasion: &Occasion, published: Option<Date>, words: Option<&str>) -> bool {
    let (Some(published), Some(to)) = (published.filter(|day| day.is_day()), occasion.when.to)
    else {
        return false;
    };
    let last = words.is_some_and(|words| words.to_lowercase().starts_with("last "));
    occasion.status == MeetingStatus::Planned && last && to.last_day() < published.first_day()
}

/// "discussed the President's visit to Chad later this year": what lies ahead has not been.
pub(super) fn is_ahead(occasion: &mut Occasion, words: Option<&str>) {
    if words.is_some_and(|words| words.to_lowercase().starts_with("later this ")) {
        is_to_come(occasion);
    }
}

/// "discussed the March 24 Summit" on March 22: nor has what is on a day to come. In news the words for what
/// was held tell more of that than a day does.
pub(super) fn ahead_by_its_day(
    occasion: &mut Occasion,
    (published, release): (Option<Date>, bool),
) {
    let ahead = |from: Date| published.is_some_and(|told| from.first_day() > told.last_day());
    let Some(from) = occasion.when.from.filter(|from| ahead(*from)) else { return };
    match occasion.status {
        MeetingStatus::Held if from.is_day() && release => is_to_come(occasion),
        // "has held talks before a summit next month": the time ahead is of something else.
        MeetingStatus::Held if !release && !from.is_day() => occasion.when = When::default(),
        // What goes on and has a day ahead ends on it: "a conference that ends on Friday".
        MeetingStatus::Ongoing if !release && from.is_day() => {
            if matches!(occasion.kind, MeetingKind::Conference | MeetingKind::Summit) {
                occasion.when.from = None;
            } else {
                is_to_come(occasion);
            }
        }
        _ => {}
    }
}

/// What was taken for past or under way is still to come.
fn is_to_come(occasion: &mut Occasion) {
    if !matches!(occasion.status, MeetingStatus::Held | MeetingStatus::Ongoing) {
        return;
    }
    occasion.status = MeetingStatus::Planned;
    for attend in &mut occasion.attendance {
        if attend.status == AttendanceStatus::Attended {
            attend.status = AttendanceStatus::Expected;
        }
    }
}

/// "flies into Tokyo on Monday", told on a Sunday: the weekday of what is planned is the next one of its
/// name, unless it is that of something done: "said on Monday", "arrived Tuesday for".
pub(super) fn on_a_weekday_to_come(
    cast: &Cast,
    occasion: &mut Occasion,
    (dates, published): (&[DateMention], Option<Date>),
) {
    let day = occasion.when.from.filter(|day| day.is_day() && occasion.when.to == Some(*day));
    let Some((day, published)) = day.zip(published.filter(|day| day.is_day())) else { return };
    let gone = (published.first_day() - day.first_day()).num_days();
    if occasion.status != MeetingStatus::Planned || !(1..7).contains(&gone) {
        return;
    }
    let surface = cast.surface;
    let Some(span) = occasion.when.words else { return };
    let words = surface.text_of(span);
    if !words.is_some_and(|words| words.len() > 5 && words.parse::<Weekday>().is_ok()) {
        return;
    }
    let at = dates.partition_point(|date| surface.span(date.run.start).start() < span.start());
    let Some(date) = dates.get(at).filter(|date| date.when.words == Some(span)) else { return };
    let first = surface.sentence(date.run.start).start.max(date.run.start.saturating_sub(NEAR));
    let verb = (first..date.run.start).rev().find(|at| surface.pos(*at).is_finite_verb());
    let done = verb.is_some_and(|at| {
        surface.pos(at) == Pos::VerbPast
            && !matches!(surface.lower(at), "agreed" | "set" | "would")
            // "was to meet on Friday", but "was in Lima on Friday"
            && (!matches!(surface.lower(at), "was" | "were")
                || matches!(surface.lower(at + 1), "at" | "in"))
    });
    if !done {
        let next = Date::day(day.first_day() + Duration::days(7));
        occasion.when = When { from: next, to: next, ..occasion.when };
    }
}
