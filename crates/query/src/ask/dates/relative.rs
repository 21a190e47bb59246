//! Days that are told against today: yesterday, last week, three months ago.

use super::{Days2, Reader, count, month, weekday};
use chancery_model::Date;
use chrono::{Datelike, Days, Months, NaiveDate};

/// Weekdays as they are shortened.
const SHORT: &[&str] = &["mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun"];

impl Reader<'_, '_> {
    /// Against today.
    pub(super) fn relative(&self, at: usize) -> Option<(usize, Days2)> {
        let today = self.today;
        let day = |day: NaiveDate| Some(Days2::one(Date::day(day)?));
        let ago = |n: u64| today.checked_sub_days(Days::new(n));
        match self.word(at) {
            "today" | "tonight" => return Some((1, day(today)?)),
            "yesterday" => return Some((1, day(ago(1)?)?)),
            // "The day before yesterday", "the week before last".
            "day" if (self.word(at + 1), self.word(at + 2)) == ("before", "yesterday") => {
                return Some((3, day(ago(2)?)?));
            }
            "week" if (self.word(at + 1), self.word(at + 2)) == ("before", "last") => {
                let monday = ago(u64::from(today.weekday().num_days_from_monday()) + 14)?;
                let sunday = monday.checked_add_days(Days::new(6))?;
                return Some((3, Days2::days(monday, sunday)?));
            }
            "month" if (self.word(at + 1), self.word(at + 2)) == ("before", "last") => {
                let first = shifted(today.with_day(1)?, -2)?;
                return Some((3, Days2::one(Date::month(first.year(), first.month())?)));
            }
            "tomorrow" => return Some((1, day(today.checked_add_days(Days::new(1))?)?)),
            _ => {}
        }
        let part = matches!(self.word(at + 1), "morning" | "afternoon" | "evening" | "night");
        match self.word(at) {
            "this" if part => return Some((2, day(today)?)),
            "last" if part => return Some((2, day(ago(1)?)?)),
            _ => {}
        }
        // "Fri 18 Feb 2022".
        if SHORT.contains(&self.word(at))
            && let Ok(Some((len, days))) = self.dated(at + 1)
        {
            return Some((1 + len, days));
        }
        if let Some(weekday) = weekday(self.word(at)) {
            // "On Friday, 18 February 2022": the day says which.
            if let Ok(Some((len, days))) = self.dated(at + 1)
                && days.first == days.last
                && days.first.is_day()
            {
                return Some((1 + len, days));
            }
            let back = (7 + today.weekday().num_days_from_monday() - weekday) % 7;
            return Some((1, day(ago(u64::from(back))?)?));
        }
        // Three days ago; in the last three days.
        let (which, next) = match self.word(at) {
            which @ ("this" | "last" | "past" | "previous" | "next" | "coming" | "recent") => {
                (which, at + 1)
            }
            _ => ("", at),
        };
        // "This past week" is the past one.
        let (which, next) = match (which, self.word(next)) {
            ("this", "past" | "last" | "coming") => (self.word(next), next + 1),
            other => (other.0, next),
        };
        // "In recent weeks": some three of them.
        if which == "recent" {
            let first = back(today, 3, self.word(next))?;
            return Some((next + 1 - at, Days2::days(first, today)?));
        }
        if let Some((count, words)) = self.count(next) {
            let next = next + words - 1;
            let unit = self.word(next + 1);
            let first = back(today, count, unit)?;
            return match which {
                "" if self.word(next + 2) == "ago" => {
                    let last = back(today, count - 1, unit)?;
                    let exact = unit.starts_with("day");
                    let last = if exact { first } else { last };
                    Some((next + 3 - at, Days2::days(first, last)?))
                }
                "last" | "past" | "previous" => Some((next + 2 - at, Days2::days(first, today)?)),
                _ => None,
            };
        }
        if which.is_empty() {
            return None;
        }
        let turn: i32 = match which {
            "this" => 0,
            "next" | "coming" => 1,
            _ => -1,
        };
        if let Some(month) = month(self.word(next)) {
            let this = Date::month(today.year(), month)?;
            let begun = this.first_day() <= today;
            let year = match turn {
                -1 if month < today.month() => today.year(),
                -1 => today.year() - 1,
                1 if begun => today.year() + 1,
                _ => today.year(),
            };
            return Some((2, Days2::one(Date::month(year, month)?)));
        }
        if let Some(weekday) = weekday(self.word(next)) {
            let back = (7 + today.weekday().num_days_from_monday() - weekday) % 7;
            let that = match turn {
                -1 => ago(u64::from(if back == 0 { 7 } else { back }))?,
                1 => today.checked_add_days(Days::new(u64::from(7 - back)))?,
                _ => ago(u64::from(back))?,
            };
            return Some((2, day(that)?));
        }
        // "Over the past year", "within the last month": up to today, unlike the last one.
        let within = |word: &str| matches!(word, "within" | "over" | "during" | "throughout");
        let rolling = at > 1 && self.word(at - 1) == "the" && within(self.word(at - 2))
            || at > 0 && within(self.word(at - 1));
        if (which == "past" || which == "last" && rolling)
            && let Some(first) = back(today, 1, self.word(next))
        {
            return Some((next + 1 - at, Days2::days(first, today)?));
        }
        let days = match self.word(next) {
            "weekend" => {
                let since_monday = u64::from(today.weekday().num_days_from_monday());
                let saturday = match turn {
                    0 if since_monday >= 5 => ago(since_monday - 5)?,
                    1 => ago(since_monday)?.checked_add_days(Days::new(5 + 7))?,
                    0 => ago(since_monday)?.checked_add_days(Days::new(5))?,
                    _ => ago(since_monday + 2)?,
                };
                Days2::days(saturday, saturday.checked_add_days(Days::new(1))?)?
            }
            "week" => {
                let monday = ago(u64::from(today.weekday().num_days_from_monday()))?;
                let monday =
                    monday.checked_add_signed(chrono::TimeDelta::days(7 * i64::from(turn)))?;
                Days2::days(monday, monday.checked_add_days(Days::new(6))?)?
            }
            "month" => {
                let first = today.with_day(1)?;
                let first = shifted(first, turn)?;
                Days2::one(Date::month(first.year(), first.month())?)
            }
            "year" => Days2::one(Date::year(today.year() + turn)?),
            "quarter" => {
                let first = today.with_day(1)?.with_month(1 + (today.month0() / 3) * 3)?;
                let first = shifted(first, 3 * turn)?;
                let last = first.checked_add_months(Months::new(3))?;
                Days2::days(first, last.checked_sub_days(Days::new(1))?)?
            }
            _ => return None,
        };
        Some((next + 1 - at, days))
    }

    /// A number of days, weeks, …: in figures or a word, "a", "a few", "a couple of"; and how many
    /// words say it.
    pub(super) fn count(&self, at: usize) -> Option<(u32, usize)> {
        match (self.word(at), self.word(at + 1), self.word(at + 2)) {
            ("a", "couple", "of") => Some((2, 3)),
            ("couple", "of", _) => Some((2, 2)),
            ("a", "few", _) => Some((3, 2)),
            ("few" | "several", ..) => Some((3, 1)),
            ("a" | "an", _, "ago") => Some((1, 1)),
            (word, ..) => count(word).map(|count| (count, 1)),
        }
    }
}

fn shifted(day: NaiveDate, months: i32) -> Option<NaiveDate> {
    let by = Months::new(months.unsigned_abs());
    if months < 0 { day.checked_sub_months(by) } else { day.checked_add_months(by) }
}

/// So many days, weeks, months or years before a day.
fn back(day: NaiveDate, count: u32, unit: &str) -> Option<NaiveDate> {
    let days = |n: u32| day.checked_sub_days(Days::new(u64::from(n)));
    match unit {
        "day" | "days" => days(count),
        "week" | "weeks" => days(7 * count),
        "month" | "months" => day.checked_sub_months(Months::new(count)),
        "year" | "years" => day.checked_sub_months(Months::new(12 * count)),
        _ => None,
    }
}
