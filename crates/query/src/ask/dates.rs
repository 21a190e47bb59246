//! Days, months and years as people write them, against today.

mod parts;
mod relative;

use super::tokens::Token;
use crate::QuestionError;
use chancery_model::{Date, MONTHS};
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
        ("up", "to" | "until" | "till") => ("until", 2),
        ("as", "of") => ("on", 2),
        ("as", "from")
        | ("ever", "since")
        | ("starting" | "beginning", "in" | "from" | "on" | "with") => ("since", 2),
        ("prior", "to") => ("before", 2),
        ("so", "far") => ("in", 2),
        ("from" | "between", _) => {
            let Some((len, first)) = reader.stretch(1)? else { return Ok(None) };
            let mut next = 1 + len;
            if !matches!(at(next), "to" | "and" | "until" | "till" | "through") {
                let since = Some(first.first);
                // "From 1 to 15 February" is read as one already.
                let until = Some(first.last).filter(|last| *last != first.first);
                let whole = at(0) == "from" || until.is_some();
                let onwards = usize::from(matches!(at(next), "onward" | "onwards" | "on"));
                let next = next + onwards;
                return Ok(whole.then_some((next, Span { since, until })));
            }
            next += 1;
            let Some((len, last)) = reader.stretch(next)? else { return Ok(None) };
            let told = reader.has_year(1, next);
            return Reader::spanning(first, last, told).map(|span| Some((next + len, span)));
        }
        (word, _) => match word {
            "since" | "after" | "before" | "until" | "till" | "through" | "by" | "in" | "on"
            | "during" | "of" | "throughout" | "for" | "around" | "over" | "within" | "at"
            | "across" | "about" => (word, 1),
            _ => ("", 0),
        },
    };
    let Some((mut len, mut days)) = reader.stretch(words)? else { return Ok(None) };
    // "March–May 2022", "from 1 March until 5 March": one stretch right after the other.
    let next = words + len;
    let to = usize::from(matches!(at(next), "to" | "until" | "till" | "through"));
    if matches!(lead, "" | "in" | "on" | "during" | "for" | "since" | "over")
        && let Some((more, last)) = reader.stretch(next + to)?
        && (to == 0 || !matches!(at(next), "through"))
    {
        let told = reader.has_year(words, next);
        return Reader::spanning(days, last, told).map(|span| Some((next + to + more, span)));
    }
    // "March 2022 to date", "from 2021 onwards".
    let open = match (at(next), at(next + 1)) {
        ("to" | "until" | "till", "date" | "now" | "present") | ("and", "after" | "later") => 2,
        ("onward" | "onwards", _) => 1,
        _ => 0,
    };
    if open > 0 {
        return Ok(Some((next + open, Span { since: Some(days.first), until: None })));
    }
    // "In June and July 2021", "2021 or 2022".
    if matches!(at(words + len), "and" | "or")
        && let Some((more, next)) = reader.stretch(words + len + 1)?
        && let Some(both) = reader.joined(days, next, words + len)
    {
        (len, days) = (len + 1 + more, both);
    }
    let after = |date: Date| Date::day(date.last_day().checked_add_days(Days::new(1))?);
    let before = |date: Date| Date::day(date.first_day().checked_sub_days(Days::new(1))?);
    // "Before the end of 2021" is up to it.
    let whole = matches!(at(words), "end" | "late") || at(words) == "the" && at(words + 1) == "end";
    let span = match lead {
        "before" if whole => Span { since: None, until: Some(days.last) },
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

    /// From one stretch to another. "Between January and March 2025": the year of the second is that
    /// of the first, where the first tells none; "24 December to 10 January 2022" turns a year.
    fn spanning(first: Days2, last: Days2, told: bool) -> Result<Span, QuestionError> {
        let (mut since, until) = (first.first, last.last);
        if !told && !since.is_year() && !until.is_year() {
            let (day, year) = (since.first_day(), until.last_day().year());
            let of = |year| {
                if since.is_month() {
                    Date::month(year, day.month())
                } else {
                    Date::day(NaiveDate::from_ymd_opt(year, day.month(), day.day())?)
                }
            };
            let before = |date: &Date| date.first_day() <= until.last_day();
            since = of(year).filter(before).or_else(|| of(year - 1)).unwrap_or(since);
        }
        if since.first_day() > until.last_day() {
            return Err(QuestionError::TurnedRound { since, until });
        }
        Ok(Span { since: Some(since), until: Some(until) })
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
        if let Some((len, days)) = self.week_of(at)? {
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
        // 2/2025: a month in numbers.
        if let (Ok(month), Some(year)) = (token.folded.parse::<u32>(), year_at(at + 1))
            && token.text.len() <= 2
            && self.tokens[at + 1].start == token.end + 1
            && let Some(date) = Date::month(year, month)
        {
            return Ok(Some((2, Days2::one(date))));
        }
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
            // "Nord Stream 2, June 2021" is no day.
            let next =
                self.tokens.get(at + 1 + of).filter(|next| of > 0 || next.start <= token.end + 1);
            if let Some(month) = next.and_then(|next| month(&next.folded)) {
                let next = at + 2 + of;
                let (year, len) = year_at(next).map_or((None, 2 + of), |y| (Some(y), 3 + of));
                return self.day(at, len, year, month, day).map(Some);
            }
            // "On the 18th", and nothing after it: of this month, or the last one with such a day.
            let ordinal = self.word(at).ends_with(char::is_alphabetic);
            if ordinal && at > 0 && at + 1 == self.tokens.len() {
                let this = self.today.with_day(day).filter(|day| *day <= self.today);
                let last = || self.today.checked_sub_months(Months::new(1))?.with_day(day);
                let day = this.or_else(last).and_then(Date::day);
                return Ok(day.map(|day| (1, Days2::one(day))));
            }
            return Ok(None);
        }
        if let Some(month) = month(self.word(at)) {
            // "May" is a verb too, and "march".
            let verb = matches!(self.word(at), "may" | "march");
            let next = at + 1;
            if let Some(day) = number(next) {
                // February 1 to 15, 2022.
                let to = usize::from(matches!(
                    self.word(next + 1),
                    "to" | "until" | "till" | "through" | "and"
                ));
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
            let of = usize::from(self.word(next) == "of");
            if let Some(year) = year_at(next + of) {
                return Ok(Date::month(year, month).map(|date| (2 + of, Days2::one(date))));
            }
            if verb && !self.tokens[at].is_capital() {
                return Ok(None);
            }
            return Ok(self.nearest_month(month).map(|date| (1, Days2::one(date))));
        }
        let Some(year) = year_at(at) else { return Ok(self.decade(at)) };
        // "2021-22": two years.
        if self.is_next_year(at + 1, year) {
            let years = Date::year(year).zip(Date::year(year + 1));
            return Ok(years.map(|(first, last)| (2, Days2 { first, last })));
        }
        Ok(Date::year(year).map(|date| (1, Days2::one(date))))
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
}

/// Whether a word is of days: a month, a weekday.
pub(super) fn is_of_days(word: &str) -> bool {
    month(word).is_some() || weekday(word).is_some()
}

fn year(word: &str) -> Option<i32> {
    (word.len() == 4).then(|| word.parse().ok()).flatten().filter(|y| (1800..=2199).contains(y))
}

/// A number in words or figures.
pub(super) fn count(word: &str) -> Option<u32> {
    const WORDS: &[&str] = &[
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    let named = WORDS.iter().zip(1..).find_map(|(name, n)| (*name == word).then_some(n));
    named.or_else(|| word.parse().ok().filter(|n| (1..=999).contains(n)))
}

fn month(word: &str) -> Option<u32> {
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
mod tests;
