//! Kinds of release that tell a day by what they are: a public schedule, and the readout of a call
//! or meeting, which comes out on its day.

use crate::Article;
use crate::entities::Reason;
use chancery_model::{
    AttendanceStatus, Date, EntityKind, Facts, MeetingKind, MeetingStatus, Span, When,
};
use chrono::NaiveDate;

/// How far into a text its own heading reaches, in bytes.
const HEADING: usize = 200;

/// So many days a schedule may come out before or after its day.
const NEAR: i64 = 4;

/// Gives the meetings of a public schedule its day, where they have none of their own.
pub(crate) fn on_the_day_of_the_schedule(article: &Article, facts: &mut Facts) {
    let Some(published) = facts.document.published.filter(|_| is_schedule(article)) else { return };
    let day = day_of_title(article).filter(|day| {
        let ahead = (day.first_day() - published.first_day()).num_days();
        (-NEAR..=NEAR).contains(&ahead)
    });
    let day = day.unwrap_or(published);
    for meeting in &mut facts.meetings {
        let travel = meeting.kind == MeetingKind::Visit;
        let to_be = matches!(meeting.status, MeetingStatus::Planned | MeetingStatus::Ongoing);
        if meeting.when.is_unknown() && to_be && !travel {
            meeting.when = When::on(day);
        }
    }
}

/// "Public Schedule – July 14, 2022": it may come out the day before.
fn day_of_title(article: &Article) -> Option<Date> {
    let title = article.info().title.as_deref()?;
    let day = title.rsplit(['–', '—', '-']).next()?.trim();
    Date::day(NaiveDate::parse_from_str(day, "%B %d, %Y").ok()?)
}

/// What a public schedule puts at an hour of its day is still to come: "6:30 p.m. Secretary Lee attends
/// President Kim's dinner".
pub(crate) fn at_its_hour_of_the_schedule(article: &Article, facts: &mut Facts) {
    if !is_schedule(article) {
        return;
    }
    for meeting in &mut facts.meetings {
        let first = meeting.mentions.first().map(|mention| mention.span.start());
        let Some(at) = first.filter(|_| meeting.status == MeetingStatus::Held) else { continue };
        let before = article.text().get(..at).unwrap_or_default();
        let line = before.rsplit('\n').next().unwrap_or_default().trim_start();
        let hour = line.split_once(".m.").is_some_and(|(hour, line)| {
            let told = [" attended", " met ", " hosted", "following", "after"];
            hour.len() < 9
                && hour.starts_with(|first: char| first.is_ascii_digit())
                && !told.iter().any(|words| line.contains(words))
        });
        if hour {
            meeting.status = MeetingStatus::Planned;
            for it in &mut meeting.attendance {
                if it.status == AttendanceStatus::Attended {
                    it.status = AttendanceStatus::Expected;
                }
            }
        }
    }
}

/// Takes those states out of the meetings of a public schedule that the words of the meeting do not name:
/// it lists its own officials, by their office alone, and leaves it at that.
pub(crate) fn without_states_unsaid(article: &Article, facts: &mut Facts) {
    if !is_schedule(article) {
        return;
    }
    let entities = &facts.entities;
    for meeting in &mut facts.meetings {
        let mut words: Vec<Span> = meeting.mentions.iter().map(|mention| mention.span).collect();
        words.extend(meeting.attendance.iter().filter_map(|it| it.evidence));
        meeting.attendance.retain(|it| {
            let entity = entities.iter().find(|entity| entity.id == it.who);
            let Some(entity) = entity.filter(|entity| entity.kind() == EntityKind::State) else {
                return true;
            };
            entity.mentions.iter().any(|mention| {
                // "PRESIDENT …, AT THE WHITE HOUSE": where it is.
                let seat = mention.reason.as_deref() == Some(Reason::Seat.describe());
                !seat
                    && words.iter().any(|words| {
                        words.start() <= mention.span.start() && mention.span.end() <= words.end()
                    })
            })
        });
    }
}

/// Gives the meeting that a readout tells of the day of the release, where the text has none: a
/// readout says so if it was on another. Other meetings in the text may be long past.
pub(crate) fn about_the_day_of_the_readout(article: &Article, facts: &mut Facts) {
    let title = article.info().title.as_deref().unwrap_or_default().to_lowercase();
    let readout = ["call with", "calls with", "meeting with", "meetings with"];
    let Some(day) = facts.document.published.filter(|day| day.is_day()) else { return };
    let Some(meeting) = facts.meetings.first_mut() else { return };
    let several = meeting.attendance.len() >= 2;
    let held = meeting.status == MeetingStatus::Held && meeting.kind != MeetingKind::Visit;
    if readout.iter().any(|words| title.contains(words))
        && held
        && several
        && meeting.when.is_unknown()
    {
        meeting.when = When::on(day);
    }
}

fn is_schedule(article: &Article) -> bool {
    let titled = article.info().title.as_deref().is_some_and(|title| {
        let title = title.to_lowercase();
        title.starts_with("public schedule") || title.starts_with("daily schedule")
    });
    let text = article.text();
    let end = (0..=HEADING.min(text.len())).rev().find(|end| text.is_char_boundary(*end));
    titled || text[..end.unwrap_or(0)].contains("PUBLIC SCHEDULE")
}
