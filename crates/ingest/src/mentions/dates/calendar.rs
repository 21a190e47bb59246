//! Dates told by the calendar: weekdays, months, days and years.

use super::atoms::Lexeme;
use super::grammar::{Grammar, Read};
use super::said::{Pull, Reading, Said};
use super::words;
use chancery_model::Date;
use chrono::{NaiveDate, Weekday};

impl Grammar<'_> {
    /// A day of the week that no word before it turns into another one.
    pub(super) fn weekday(&self, at: usize, day: Weekday, full: bool) -> Read<Reading> {
        let elsewhere = words::NOT_THIS_WEEKDAY.contains(&self.before(at))
            || self.is_told_from_elsewhere(at)
            || words::NEWSPAPERS.contains(&self.word(at + 1)) && self.is_capital(at + 1)
            || (self.before(at) == "on" && at >= 2 && self.word(at - 2) == "mail");
        if elsewhere { None } else { self.weekday_of(at, day, full) }
    }

    /// "Tuesday", "Friday morning", "Saturday, October 10, 2009", "Friday last week".
    pub(super) fn weekday_of(&self, at: usize, weekday: Weekday, full: bool) -> Read<Reading> {
        let after = self.past_time_of_day(at + 1);
        let next = after + usize::from(self.word(after) == ",");
        let written = match self.lexeme(next) {
            Lexeme::Month { number, .. } => self.month_day(next, number),
            Lexeme::Number { .. } => self.day_month(next),
            Lexeme::Iso(_) | Lexeme::Year(_) => self.plain(next),
            _ => None,
        };
        if let Some((reading, after)) = written {
            let from = match reading.from {
                Said::Day { month, day, pull, .. } => {
                    Said::Day { month, day, weekday: Some(weekday), pull }
                }
                Said::Fixed(date) if !date.is_day() => return None,
                other => other,
            };
            return Some((Reading { from, ..reading }, after));
        }
        if !full {
            return None;
        }
        let week = after + usize::from(self.word(after) == "of");
        let weeks = match self.word(week) {
            "last" => -1,
            "next" => 1,
            "this" => 0,
            _ => return Some((Said::Weekday(weekday, Pull::Free).into(), after)),
        };
        if self.word(week + 1) == "week" {
            return Some((Said::WeekdayOf { weekday, weeks }.into(), week + 2));
        }
        Some((Said::Weekday(weekday, Pull::Free).into(), after))
    }

    /// "July 14, 2021", "June 2021", "in June"; "May" and "March" only where no verb or name fits.
    pub(super) fn month(&self, at: usize, number: u32, full: bool) -> Read<Reading> {
        if let Some(found) = self.month_day(at, number) {
            return Some(found);
        }
        // "June 31", "the March 14 Alliance".
        if self.day(at + 1).is_some() && !self.counts(at, at + 2) {
            return None;
        }
        let (reading, after) = self.month_year(at, number)?;
        let alone = matches!(reading.from, Said::Month(..));
        (!alone || (full && self.is_month_alone(at, number))).then_some((reading, after))
    }

    /// "the following Monday", but "following Tuesday's raid".
    fn is_told_from_elsewhere(&self, at: usize) -> bool {
        let word = self.before(at);
        matches!(word, "previous" | "preceding")
            || (word == "following" && at >= 2 && self.word(at - 2) == "the")
    }

    /// Whether a month without day or year is one, and no name or verb.
    fn is_month_alone(&self, at: usize, number: u32) -> bool {
        let (before, next) = (self.before(at), self.word(at + 1));
        let name = words::AFTER_MONTH_IN_NAMES.contains(&next) && self.is_capital(at + 1);
        if name
            || self.is_told_from_elsewhere(at)
            || !(self.is_capital(at) || matches!(before, "mid" | "early" | "late" | "end"))
            || matches!(before, "black" | "every" | "each")
        {
            return false;
        }
        let after_preposition = words::BEFORE_MONTH.contains(&before)
            || (before == "and" && at >= 2 && matches!(self.lexeme(at - 2), Lexeme::Month { .. }))
            || (before == "for" && at >= 2 && words::SET_FOR.contains(&self.word(at - 2)));
        match number {
            3 | 5 => after_preposition && !(number == 5 && words::MAY_GOVERNS.contains(&next)),
            4 | 6 | 8 => {
                let surname = self.is_capital(at + 1) && next.starts_with(char::is_alphabetic);
                !surname || after_preposition
            }
            _ => true,
        }
    }

    /// "July 14", "July 14th, 2021", "May 17–20", "June 3 to 5, 2021", "March 5 last year".
    pub(super) fn month_day(&self, at: usize, month: u32) -> Read<Reading> {
        let hyphen = self.lexeme(at + 1) == Lexeme::Dash && self.token(at + 1) == self.token(at);
        let at_day = at + 1 + usize::from(hyphen);
        let day = self.day(at_day)?;
        if self.counts(at, at_day + 1)
            || (words::CAMPS.contains(&self.word(at_day + 1)) && self.is_capital(at_day + 1))
        {
            return None;
        }
        let mut after = at_day + 1;
        let mut last = None;
        if self.joins(after)
            && !matches!(self.word(after), "until" | "till")
            && let Some(end) = self.day(after + 1).filter(|end| *end > day)
        {
            let next = self.word(after + 2);
            let and = self.word(after) == "and" && self.before(at) != "between" && end != day + 1;
            let other =
                matches!(self.lexeme(after + 2), Lexeme::Month { .. }) || words::is_counted(next);
            if !and && !other {
                last = Some(end);
                after += 2;
            }
        }
        self.dated(month, day, last, after)
    }

    /// Whether the number after a month counts something: "In June 20 people died".
    fn counts(&self, month: usize, after: usize) -> bool {
        self.before(month) == "in" && words::is_counted(self.word(after))
    }

    /// "14 July 2021", "14th of July", "3–5 June", "from 3 to 5 June".
    pub(super) fn day_month(&self, at: usize) -> Read<Reading> {
        let day = self.day(at)?;
        let mut next = at + 1;
        let mut last = None;
        if self.joins(next) {
            let end = self.day(next + 1)?;
            let apart = self.word(next) == "and" && self.before(at) != "between" && end != day + 1;
            if end <= day || apart {
                return None;
            }
            last = Some(end);
            next += 2;
        }
        next += usize::from(self.word(next) == "of");
        if self.before(next) == "of" && self.word(next + 1) == "month" {
            let months = match self.word(next) {
                "last" => -1,
                "this" => 0,
                "next" => 1,
                _ => return None,
            };
            return Some((Said::DayOf { day, months }.into(), next + 2));
        }
        match self.lexeme(next) {
            // "14 July 3" is no day of July.
            Lexeme::Month { number, .. }
                if self.day(next + 1).is_none() || self.joins(next + 2) =>
            {
                self.dated(number, day, last, next + 1)
            }
            _ => None,
        }
    }

    /// A day of a month, with the year if it comes next.
    fn dated(&self, month: u32, day: u32, last: Option<u32>, after: usize) -> Read<Reading> {
        NaiveDate::from_ymd_opt(2000, month, last.unwrap_or(day))?;
        let (year, after) = self.year_after(after);
        let said = |day| match year {
            Some(YearSaid::Is(year)) => {
                Some(Said::Fixed(Date::day(NaiveDate::from_ymd_opt(year, month, day)?)?))
            }
            Some(YearSaid::Away(years)) => Some(Said::InYear { month, day: Some(day), years }),
            None => Some(Said::Day { month, day, weekday: None, pull: Pull::Free }),
        };
        let to = match last {
            Some(last) => Some(said(last)?),
            None => None,
        };
        Some((Reading { from: said(day)?, to }, after))
    }

    /// "June 2021", "June of 2021", "March last year", "June".
    pub(super) fn month_year(&self, at: usize, month: u32) -> Read<Reading> {
        let (year, after) = self.year_after(at + 1);
        let said = match year {
            Some(YearSaid::Is(year)) => Said::Fixed(Date::month(year, month)?),
            Some(YearSaid::Away(years)) => Said::InYear { month, day: None, years },
            None => Said::Month(month, Pull::Free),
        };
        Some((said.into(), after))
    }

    /// The year that completes a day or a month, and what comes after.
    fn year_after(&self, at: usize) -> (Option<YearSaid>, usize) {
        let next = at + usize::from(matches!(self.word(at), "," | "of"));
        if let Lexeme::Year(year) = self.lexeme(next)
            && !words::MEASURES.contains(&self.word(next + 1))
        {
            return (Some(YearSaid::Is(year)), next + 1);
        }
        let years = match self.word(next) {
            "last" => -1,
            "this" => 0,
            "next" => 1,
            _ => return (None, at),
        };
        let comma = self.word(at) == ",";
        if self.word(next + 1) == "year" && !comma {
            (Some(YearSaid::Away(years)), next + 2)
        } else {
            (None, at)
        }
    }

    /// "2021/07/14"; "14/7/2021" only where no month could be a day.
    pub(super) fn slashes(&self, at: usize) -> Read<Said> {
        if self.word(at + 1) != "/" || self.word(at + 3) != "/" {
            return None;
        }
        let number = |at: usize| match self.lexeme(at) {
            Lexeme::Number { value, ordinal: false } => Some(value),
            _ => None,
        };
        let (year, month, day) = match (self.lexeme(at), self.lexeme(at + 4)) {
            (Lexeme::Year(year), _) => (year, number(at + 2)?, number(at + 4)?),
            (_, Lexeme::Year(year)) => match (number(at)?, number(at + 2)?) {
                (day @ 13..=31, month) | (month, day @ 13..=31) => (year, month, day),
                _ => return None,
            },
            _ => return None,
        };
        Some((Said::Fixed(Date::day(NaiveDate::from_ymd_opt(year, month, day)?)?), at + 5))
    }

    /// A bare year, "in 2008", "the 2010 summit", "(2008)"; also "2007-08" and "2007-2010".
    pub(super) fn year(&self, at: usize) -> Read<Reading> {
        let Lexeme::Year(year) = self.lexeme(at) else { return None };
        let fixed = |year| Some(Said::Fixed(Date::year(year)?));
        let next = match (self.lexeme(at + 1), self.lexeme(at + 2)) {
            (Lexeme::Dash, Lexeme::Year(to)) if (year + 1..=year + 100).contains(&to) => Some(to),
            (Lexeme::Dash, Lexeme::Number { value, .. }) => {
                // "2005-06" is a winter, "2005-07" may be a month.
                let to = year - year % 100 + i32::try_from(value).unwrap_or(0);
                (value < 100 && (to == year + 1 || (to > year && value > 12))).then_some(to)
            }
            _ => None,
        };
        let modern = (1900..=2100).contains(&year);
        if let Some(to) = next {
            return modern.then_some((Reading { from: fixed(year)?, to: fixed(to) }, at + 3));
        }
        let (before, after) = (self.before(at), self.word(at + 1));
        let measured = words::MEASURES.contains(&after) || after == "%";
        let counted = measured || words::is_plural(after);
        let said = match before {
            "in" | "since" | "until" | "till" | "during" | "early" | "late" | "mid"
            | "throughout" | "year" | "circa" | "summer" | "autumn" | "spring" | "winter" => {
                !measured && (modern || !counted)
            }
            "by" | "from" | "through" | "before" | "after" | "of" | "between" | "end" | "for"
            | "into" | "beyond" | "fy" => modern && !counted,
            "to" | "and" | "or" | "," => modern && !counted && self.after_year(at),
            "the" | "a" | "an" | "its" | "his" | "her" | "their" | "our" | "this" | "'s" | "'" => {
                modern && !measured && after.starts_with(char::is_alphabetic)
            }
            "(" => modern && matches!(after, ")" | "," | ";"),
            // "the successful 2018 Summit"
            _ => modern && words::OCCASIONS.contains(&after),
        };
        said.then_some((fixed(year)?.into(), at + 1))
    }

    /// Whether the year belongs to a list or stretch of years: "in 2008 and 2010".
    fn after_year(&self, at: usize) -> bool {
        at >= 2 && matches!(self.lexeme(at - 2), Lexeme::Year(_))
    }

    /// A day of a month.
    fn day(&self, at: usize) -> Option<u32> {
        match self.lexeme(at) {
            Lexeme::Number { value: day @ 1..=31, .. } => Some(day),
            _ => None,
        }
    }
}

/// The year beside a day or a month.
#[derive(Clone, Copy)]
enum YearSaid {
    Is(i32),
    Away(i32),
}
