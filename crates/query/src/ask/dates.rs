//! Days, months and years as people write them, against today.

use super::tokens::Token;
use crate::QuestionError;
use chancery_model::Date;
use chrono::{Datelike, Days, Months, NaiveDate};

/// What a question says of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Span {
    /// On this day, month or year, or later.
    pub(super) since: Option<Date>,
    /// On this day, month or year, or earlier.
    pub(super) until: Option<Date>,
}

/// A stretch of days: a day, a month, a year, or from one day to another.
#[derive(Debug, Clone, Copy)]
struct Days2 {
    first: Date,
    last: Date,
}

impl Days2 {
    const fn one(date: Date) -> Self {
        Self { first: date, last: date }
    }

    /// The first, second, … of so many parts of a month or a year.
    fn part(self, (which, of): (u32, u32)) -> Option<Self> {
        if self.first != self.last {
            return None;
        }
        let day = self.first.first_day();
        if self.first.is_year() {
            let months = 12 / of;
            let first = 1 + which * months;
            let month = |month| Date::month(day.year(), month);
            return Some(Self { first: month(first)?, last: month(first + months - 1)? });
        }
        if self.first.is_month() && of <= 3 {
            let length = if of == 2 { 15 } else { 10 };
            let end = self.first.last_day();
            let first = day.with_day(1 + which * length)?;
            let last = if which + 1 == of { end } else { day.with_day((which + 1) * length)? };
            return Self::days(first, last);
        }
        None
    }

    fn days(first: NaiveDate, last: NaiveDate) -> Option<Self> {
        Some(Self { first: Date::day(first)?, last: Date::day(last)? })
    }
}

/// Reads the time expression that starts at a word, with the preposition before it: how many words
/// it takes, and what it says.
pub(super) fn read(
    tokens: &[Token<'_>],
    today: NaiveDate,
    future: bool,
) -> Result<Option<(usize, Span)>, QuestionError> {
    let at = |i: usize| tokens.get(i).map_or("", |token| &*token.folded);
    let reader = Reader { tokens, today, future };
    let (lead, words) = match (at(0), at(1)) {
        ("up", "to") => ("until", 2),
        ("as", "of") => ("on", 2),
        ("from" | "between", _) => {
            let Some((len, first)) = reader.stretch(1)? else { return Ok(None) };
            let mut next = 1 + len;
            if !matches!(at(next), "to" | "and" | "until" | "till" | "through") {
                let since = Some(first.first);
                // "From 1 to 15 February" is read as one already.
                let until = Some(first.last).filter(|last| *last != first.first);
                let whole = at(0) == "from" || until.is_some();
                return Ok(whole.then_some((next, Span { since, until })));
            }
            next += 1;
            let Some((len, last)) = reader.stretch(next)? else { return Ok(None) };
            let (since, until) = (first.first, last.last);
            // "Between January and March 2025": the year of the second is that of the first.
            let since = match (since.first_day() > until.last_day(), since.is_month()) {
                (true, true) if !reader.has_year(1, next) => {
                    Date::month(until.first_day().year(), since.first_day().month())
                        .filter(|since| since.first_day() <= until.last_day())
                        .unwrap_or(since)
                }
                _ => since,
            };
            if since.first_day() > until.last_day() {
                return Err(QuestionError::TurnedRound { since, until });
            }
            return Ok(Some((next + len, Span { since: Some(since), until: Some(until) })));
        }
        (word, _) => match word {
            "since" | "after" | "before" | "until" | "till" | "through" | "by" | "in" | "on"
            | "during" | "of" | "throughout" | "for" | "around" | "over" => (word, 1),
            _ => ("", 0),
        },
    };
    let Some((mut len, mut days)) = reader.stretch(words)? else { return Ok(None) };
    // "In June and July 2021", "2021 or 2022".
    if matches!(at(words + len), "and" | "or")
        && let Some((more, next)) = reader.stretch(words + len + 1)?
        && let Some(both) = reader.joined(days, next, words + len)
    {
        (len, days) = (len + 1 + more, both);
    }
    let after = |date: Date| Date::day(date.last_day().checked_add_days(Days::new(1))?);
    let before = |date: Date| Date::day(date.first_day().checked_sub_days(Days::new(1))?);
    let span = match lead {
        "since" => Span { since: Some(days.first), until: None },
        "after" => Span { since: after(days.last), until: None },
        "before" => Span { since: None, until: before(days.first) },
        "until" | "till" | "through" | "by" => Span { since: None, until: Some(days.last) },
        _ => Span { since: Some(days.first), until: Some(days.last) },
    };
    Ok(Some((words + len, span)))
}

struct Reader<'t, 'q> {
    tokens: &'t [Token<'q>],
    today: NaiveDate,
    future: bool,
}

impl Reader<'_, '_> {
    fn word(&self, i: usize) -> &str {
        self.tokens.get(i).map_or("", |token| &*token.folded)
    }

    fn has_year(&self, from: usize, to: usize) -> bool {
        (from..to).any(|i| year(self.word(i)).is_some())
    }

    /// A stretch of days that begins at a word.
    fn stretch(&self, at: usize) -> Result<Option<(usize, Days2)>, QuestionError> {
        let the = usize::from(self.word(at) == "the");
        let at = at + the;
        if let Some((len, days)) = self.season(at) {
            return Ok(Some((len + the, days)));
        }
        let (part, skipped) = self.part(at);
        let begins = at + skipped + usize::from(skipped > 0 && self.word(at + skipped) == "the");
        let found = match self.dated(begins)? {
            Some(found) => Some(found),
            None => self.relative(begins),
        };
        Ok(found.map(|(len, days)| {
            let days = part.and_then(|part| days.part(part)).unwrap_or(days);
            (len + begins - at + the, days)
        }))
    }

    /// Which part of what follows is meant, of how many, and how many words say so.
    fn part(&self, at: usize) -> (Option<(u32, u32)>, usize) {
        let which = match self.word(at) {
            "early" => return (Some((0, 3)), 1),
            "mid" => return (Some((1, 3)), 1),
            "late" => return (Some((2, 3)), 1),
            "beginning" | "start" => (0, 3),
            "middle" => (1, 3),
            "end" => (2, 3),
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
        let short = self.word(at).starts_with('q');
        let words = if which.1 == 3 || short { 1 } else { 2 };
        match self.word(at + words) == "of" {
            true => (Some(which), words + 1),
            false if short => (Some(which), words),
            false => (None, 0),
        }
    }

    /// "Spring 2022", "last summer", "the winter of 2021": from its first month to its third.
    fn season(&self, at: usize) -> Option<(usize, Days2)> {
        let turned = matches!(self.word(at), "last" | "this" | "next");
        let first = match self.word(at + usize::from(turned)) {
            "spring" => 3,
            "summer" => 6,
            "autumn" | "fall" => 9,
            "winter" => 12,
            _ => return None,
        };
        let of = usize::from(self.word(at + 1) == "of");
        let (len, year) = match year(self.word(at + 1 + of)) {
            Some(year) if !turned => (2 + of, year),
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

    /// One stretch and the next, if the second goes on where the first ends: months, or years.
    fn joined(&self, one: Days2, next: Days2, and: usize) -> Option<Days2> {
        let alike = |a: Date, b: Date| a.is_year() && b.is_year() || a.is_month() && b.is_month();
        if !alike(one.first, next.first) {
            return None;
        }
        let told = self.has_year(0, and);
        let first = if one.first.is_month() && !told {
            Date::month(next.last.first_day().year(), one.first.first_day().month())?
        } else {
            one.first
        };
        (first.first_day() < next.first.first_day()).then_some(Days2 { first, last: next.last })
    }

    /// With a month or a year.
    fn dated(&self, at: usize) -> Result<Option<(usize, Days2)>, QuestionError> {
        let Some(token) = self.tokens.get(at) else { return Ok(None) };
        if let Ok(date) = token.text.parse::<Date>() {
            return Ok(Some((1, Days2::one(date))));
        }
        // Looks like ISO 8601, and is no day.
        let iso = token.text.len() == 10 && token.text.bytes().filter(|b| *b == b'-').count() == 2;
        if iso && token.text.bytes().all(|b| b.is_ascii_digit() || b == b'-') {
            return Err(self.no_day(at, 1));
        }
        let number = |i: usize| {
            let word = self.word(i);
            let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
            let ordinal = matches!(&word[digits.len()..], "" | "st" | "nd" | "rd" | "th");
            digits.parse::<u32>().ok().filter(|n| ordinal && (1..=99).contains(n))
        };
        let year_at = |i: usize| year(self.word(i));
        // 18.2.2025, 18/2/2025.
        if let Some((len, date)) = self.in_numbers(at)? {
            return Ok(Some((len, Days2::one(date))));
        }
        // 1 to 15 February 2022, 1–15 February.
        if let Some(first) = number(at) {
            let to = usize::from(matches!(
                self.word(at + 1),
                "to" | "and" | "until" | "till" | "through"
            ));
            let next = at + 1 + to;
            if let (Some(last), Some(month)) = (number(next), month(self.word(next + 1))) {
                let (year, len) = year_at(next + 2).map_or((None, 3), |y| (Some(y), 4));
                let len = len + to;
                let (_, first) = self.day(at, len, year, month, first)?;
                let (_, last) = self.day(at, len, year, month, last)?;
                return Self::range(len, first, last);
            }
        }
        // 18 February 2025, 18th of February.
        if let Some(day) = number(at) {
            let of = usize::from(self.word(at + 1) == "of");
            if let Some(month) = month(self.word(at + 1 + of)) {
                let next = at + 2 + of;
                let (year, len) = year_at(next).map_or((None, 2 + of), |y| (Some(y), 3 + of));
                return self.day(at, len, year, month, day).map(Some);
            }
            return Ok(None);
        }
        if let Some(month) = month(self.word(at)) {
            // "May" is a verb too, and "march".
            let verb = matches!(self.word(at), "may" | "march");
            let next = at + 1;
            if let Some(day) = number(next) {
                // February 1 to 15, 2022.
                let to = usize::from(matches!(self.word(next + 1), "to" | "until" | "through"));
                let last = number(next + 1 + to).filter(|last| to > 0 || *last > day);
                let other = self::month(self.word(next + 2 + to)).is_some();
                if let Some(last) = last.filter(|_| !other) {
                    let (year, len) = year_at(next + 2 + to).map_or((None, 3), |y| (Some(y), 4));
                    let len = len + to;
                    let (_, first) = self.day(at, len, year, month, day)?;
                    let (_, last) = self.day(at, len, year, month, last)?;
                    return Self::range(len, first, last);
                }
                let (year, len) = year_at(next + 1).map_or((None, 2), |y| (Some(y), 3));
                return self.day(at, len, year, month, day).map(Some);
            }
            if let Some(year) = year_at(next) {
                return Ok(Date::month(year, month).map(|date| (2, Days2::one(date))));
            }
            if verb && !self.tokens[at].is_capital() {
                return Ok(None);
            }
            return Ok(self.nearest_month(month).map(|date| (1, Days2::one(date))));
        }
        Ok(year_at(at).and_then(Date::year).map(|date| (1, Days2::one(date))))
    }

    fn day(
        &self,
        at: usize,
        len: usize,
        year: Option<i32>,
        month: u32,
        day: u32,
    ) -> Result<(usize, Days2), QuestionError> {
        let year = year.or_else(|| Some(self.nearest_month(month)?.first_day().year()));
        year.and_then(|year| Date::day(NaiveDate::from_ymd_opt(year, month, day)?))
            .map(|date| (len, Days2::one(date)))
            .ok_or_else(|| self.no_day(at, len))
    }

    /// From one day to another.
    fn range(
        len: usize,
        first: Days2,
        last: Days2,
    ) -> Result<Option<(usize, Days2)>, QuestionError> {
        let (since, until) = (first.first, last.last);
        if since.first_day() > until.last_day() {
            return Err(QuestionError::TurnedRound { since, until });
        }
        Ok(Some((len, Days2 { first: since, last: until })))
    }

    /// A day in numbers alone, with the year last. Where it may be two days, it is neither.
    fn in_numbers(&self, at: usize) -> Result<Option<(usize, Date)>, QuestionError> {
        let Some(token) = self.tokens.get(at) else { return Ok(None) };
        let dotted: Vec<&str> = token.text.split('.').collect();
        let (len, parts) = match dotted[..] {
            [day, month, year] => (1, [day, month, year]),
            _ => (3, [self.word(at), self.word(at + 1), self.word(at + 2)]),
        };
        let [one, other] = [parts[0], parts[1]].map(|part| part.parse::<u32>().ok());
        let (Some(one), Some(other), Some(year)) = (one, other, year(parts[2])) else {
            return Ok(None);
        };
        let date = |day, month| NaiveDate::from_ymd_opt(year, month, day).and_then(Date::day);
        match (date(one, other), date(other, one)) {
            // With full stops the day comes first everywhere.
            (Some(day), _) if len == 1 => Ok(Some((len, day))),
            (Some(day), None) | (None, Some(day)) => Ok(Some((len, day))),
            (Some(day), Some(other)) if day == other => Ok(Some((len, day))),
            (Some(_), Some(_)) => {
                Err(QuestionError::TwoDays { typed: parts.join("/"), year, one, other })
            }
            (None, None) => Err(QuestionError::NoSuchDay { typed: parts.join("/") }),
        }
    }

    fn no_day(&self, at: usize, len: usize) -> QuestionError {
        let words: Vec<_> = self.tokens[at..].iter().take(len).map(|token| token.text).collect();
        QuestionError::NoSuchDay { typed: words.join(" ") }
    }

    /// The last such month that has begun, or the next one where the question looks ahead.
    fn nearest_month(&self, month: u32) -> Option<Date> {
        let (this, year) = (self.today.month(), self.today.year());
        let year = match (self.future, month.cmp(&this)) {
            (false, std::cmp::Ordering::Greater) => year - 1,
            (true, std::cmp::Ordering::Less) => year + 1,
            _ => year,
        };
        Date::month(year, month)
    }

    /// Against today.
    fn relative(&self, at: usize) -> Option<(usize, Days2)> {
        let today = self.today;
        let day = |day: NaiveDate| Some(Days2::one(Date::day(day)?));
        let ago = |n: u64| today.checked_sub_days(Days::new(n));
        match self.word(at) {
            "today" => return Some((1, day(today)?)),
            "yesterday" => return Some((1, day(ago(1)?)?)),
            "tomorrow" => return Some((1, day(today.checked_add_days(Days::new(1))?)?)),
            _ => {}
        }
        if let Some(weekday) = weekday(self.word(at)) {
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
        // "Over the past year": up to today, unlike the last one.
        if which == "past"
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
    fn count(&self, at: usize) -> Option<(u32, usize)> {
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

/// Whether a word is of days: a month, a weekday.
pub(super) fn is_of_days(word: &str) -> bool {
    month(word).is_some() || weekday(word).is_some()
}

fn year(word: &str) -> Option<i32> {
    (word.len() == 4).then(|| word.parse().ok()).flatten().filter(|y| (1800..=2199).contains(y))
}

fn count(word: &str) -> Option<u32> {
    const WORDS: &[&str] = &[
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    let named = WORDS.iter().zip(1..).find_map(|(name, n)| (*name == word).then_some(n));
    named.or_else(|| word.parse().ok().filter(|n| (1..=999).contains(n)))
}

fn month(word: &str) -> Option<u32> {
    const MONTHS: &[&str] = &[
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let full = |name: &str| name == word;
    let short = |name: &str| word.len() >= 3 && word.len() <= 4 && name.starts_with(word);
    MONTHS.iter().zip(1..).find_map(|(name, n)| (full(name) || short(name)).then_some(n))
}

fn weekday(word: &str) -> Option<u32> {
    const DAYS: &[&str] =
        &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    DAYS.iter().zip(0..).find_map(|(name, n)| (*name == word).then_some(n))
}

#[cfg(test)]
mod tests {
    use super::super::tokens::tokens;
    use super::*;

    /// Against Tuesday, 25 February 2025.
    fn shown(words: &str) -> String {
        let today = NaiveDate::from_ymd_opt(2025, 2, 25).expect("a day");
        let tokens = tokens(words);
        match read(&tokens, today, false) {
            Ok(Some((len, span))) => {
                assert_eq!(len, tokens.len(), "{words}");
                let date = |date: Option<Date>| date.map_or_else(String::new, |d| d.to_string());
                format!("{}..{}", date(span.since), date(span.until))
            }
            Ok(None) => "none".to_owned(),
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn days_are_read_as_people_write_them() {
        for (words, expected) in [
            ("in February 2025", "2025-02..2025-02"),
            ("in february", "2025-02..2025-02"),
            ("in March", "2024-03..2024-03"),
            ("on 18 February 2025", "2025-02-18..2025-02-18"),
            ("on February 18, 2025", "2025-02-18..2025-02-18"),
            ("on the 18th of February", "2025-02-18..2025-02-18"),
            ("2025-02-18", "2025-02-18..2025-02-18"),
            ("since January", "2025-01.."),
            ("since 2023", "2023.."),
            ("after March 2024", "2024-04-01.."),
            ("before 2024", "..2023-12-31"),
            ("until May 2024", "..2024-05"),
            ("by 2024", "..2024"),
            ("last week", "2025-02-17..2025-02-23"),
            ("this week", "2025-02-24..2025-03-02"),
            ("next week", "2025-03-03..2025-03-09"),
            ("last month", "2025-01..2025-01"),
            ("this month", "2025-02..2025-02"),
            ("this year", "2025..2025"),
            ("last year", "2024..2024"),
            ("last Tuesday", "2025-02-18..2025-02-18"),
            ("on Monday", "2025-02-24..2025-02-24"),
            ("yesterday", "2025-02-24..2025-02-24"),
            ("in the last 3 days", "2025-02-22..2025-02-25"),
            ("two years ago", "2023-02-25..2024-02-25"),
            ("between 1 January 2023 and 31 December 2023", "2023-01-01..2023-12-31"),
            ("from January to March 2024", "2024-01..2024-03"),
            ("from May 2024", "2024-05.."),
            ("in sept 2021", "2021-09..2021-09"),
            ("last quarter", "2024-10-01..2024-12-31"),
            ("31 February 2025", "there is no day `31 February 2025`"),
            ("2025-02-30", "there is no day `2025-02-30`"),
            ("may", "none"),
            (
                "between 2024 and 2023",
                "from 2024 to 2023 is no stretch of time: it ends before it begins",
            ),
        ] {
            assert_eq!(shown(words), expected, "{words}");
        }
    }
}
