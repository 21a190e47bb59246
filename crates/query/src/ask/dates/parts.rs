//! Parts of months and years, and stretches with a name: weeks, seasons, halves, decades.

use super::{Days2, Reader, count, year};
use crate::QuestionError;
use chancery_model::Date;
use chrono::{Datelike, Days, NaiveDate};

impl Reader<'_, '_> {
    /// "The first week of March 2022", "the week of 14 February", "the last days of May": whole days
    /// of a month, or from a Monday to a Sunday.
    pub(super) fn week_of(&self, at: usize) -> Result<Option<(usize, Days2)>, QuestionError> {
        let which = match self.word(at) {
            "week" | "weekend" => None,
            "first" | "opening" => Some(0),
            "second" => Some(1),
            "third" => Some(2),
            "fourth" => Some(3),
            "last" | "final" | "closing" => Some(4),
            _ => return Ok(None),
        };
        let unit = at + usize::from(which.is_some());
        // "First two weeks of March", "last ten days of May".
        let (several, unit) = match count(self.word(unit)) {
            Some(several) if which.is_some() => (several, unit + 1),
            _ => (1, unit),
        };
        let len = match self.word(unit) {
            "week" | "weeks" => 7 * several,
            "weekend" if which.is_none() => 2,
            "days" if several > 1 => several,
            "days" => 10,
            "day" => 1,
            _ => return Ok(None),
        };
        if !matches!(
            self.word(unit + 1),
            "of" | "in" | "from" | "starting" | "beginning" | "around"
        ) {
            return Ok(None);
        }
        let skipped = usize::from(matches!(self.word(unit + 2), "the" | "from"));
        let from = unit + 2 + skipped;
        let Some((words, of)) = self.dated(from)? else { return Ok(None) };
        let made = |days: Option<Days2>| days.map(|days| (from + words - at, days));
        let days = |first: NaiveDate, len: u32| {
            Days2::days(first, first.checked_add_days(Days::new(u64::from(len) - 1))?)
        };
        let of_all = of.first == of.last;
        Ok(match which {
            None if of_all && of.first.is_day() => {
                let day = of.first.first_day();
                let back = if len == 2 { 7 } else { day.weekday().num_days_from_monday() };
                let monday = day.checked_sub_days(Days::new(u64::from(back % 7)));
                made(monday.and_then(|monday| days(monday, len)))
            }
            Some(which) if of_all && (of.first.is_month() || of.first.is_year()) => {
                let (first, last) = (of.first.first_day(), of.first.last_day());
                let begin = if which == 4 {
                    last.checked_sub_days(Days::new(u64::from(len) - 1))
                } else {
                    first.checked_add_days(Days::new(u64::from(which * len)))
                };
                made(begin.filter(|begin| *begin <= last).and_then(|begin| days(begin, len)))
            }
            _ => None,
        })
    }

    /// Which part of what follows is meant, of how many, and how many words say so.
    pub(super) fn part(&self, at: usize) -> (Option<(u32, u32)>, usize) {
        let which = match self.word(at) {
            "early" => return (Some((0, 3)), 1),
            "mid" => return (Some((1, 3)), 1),
            "late" => return (Some((2, 3)), 1),
            "beginning" | "start" => (0, 3),
            "middle" => (1, 3),
            "end" => (2, 3),
            "h1" => (0, 2),
            "h2" => (1, 2),
            "q1" => (0, 4),
            "q2" => (1, 4),
            "q3" => (2, 4),
            "q4" => (3, 4),
            ordinal => match (ordinal, self.word(at + 1)) {
                ("first", "half") => (0, 2),
                ("second", "half") => (1, 2),
                ("first", "quarter") => (0, 4),
                ("second", "quarter") => (1, 4),
                ("third", "quarter") => (2, 4),
                ("fourth" | "last" | "final", "quarter") => (3, 4),
                _ => return (None, 0),
            },
        };
        let short = self.word(at).len() == 2;
        let words = if which.1 == 3 || short { 1 } else { 2 };
        match self.word(at + words) == "of" {
            true => (Some(which), words + 1),
            false if short => (Some(which), words),
            false => (None, 0),
        }
    }

    /// "Spring 2022", "last summer", "the winter of 2021": from its first month to its third.
    pub(super) fn season(&self, at: usize) -> Option<(usize, Days2)> {
        let turned = matches!(self.word(at), "last" | "this" | "next");
        let first = match self.word(at + usize::from(turned)) {
            "spring" => 3,
            "summer" => 6,
            "autumn" | "fall" => 9,
            "winter" => 12,
            _ => return None,
        };
        let of = usize::from(self.word(at + 1) == "of");
        let said = matches!(self.word(at), "spring" | "summer" | "autumn" | "winter") && at > 0;
        let (len, year) = match year(self.word(at + 1 + of)) {
            // "Winter 2021-22".
            Some(year) if !turned && self.is_next_year(at + 2 + of, year) => (3 + of, year),
            Some(year) if !turned => (2 + of, year),
            // "In summer": the last one that has begun.
            None if said => {
                let this = self.today.year();
                (1, if self.today.month() >= first { this } else { this - 1 })
            }
            _ if turned => {
                let this = self.today.year();
                let begun = self.today.month() >= first;
                let year = match self.word(at) {
                    "last" if begun && self.today.month() >= first + 3 => this,
                    "last" => this - 1,
                    "next" if begun => this + 1,
                    _ => this,
                };
                (2, year)
            }
            _ => return None,
        };
        let last =
            if first == 12 { Date::month(year + 1, 2) } else { Date::month(year, first + 2) };
        Some((len, Days2 { first: Date::month(year, first)?, last: last? }))
    }

    /// Whether a word is the next year by its last two figures: the 22 of 2021-22.
    pub(super) fn is_next_year(&self, at: usize, year: i32) -> bool {
        let word = self.word(at);
        word.len() == 2 && word.parse() == Ok((year + 1) % 100)
    }

    /// "1990s".
    pub(super) fn decade(&self, at: usize) -> Option<(usize, Days2)> {
        let first = year(self.word(at).strip_suffix('s')?).filter(|year| year % 10 == 0)?;
        Some((1, Days2 { first: Date::year(first)?, last: Date::year(first + 9)? }))
    }
}
