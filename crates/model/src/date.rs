use crate::Span;
use chrono::{Datelike, Days, Months, NaiveDate};
use std::fmt;
use std::str::FromStr;

/// The months in English, folded, January first.
pub const MONTHS: [&str; 12] = [
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

/// A day, a month or a year: exactly as precise as the text was.
///
/// Written as ISO 8601 (`2025`, `2025-02`, `2025-02-18`). Ordered by first day, the less precise
/// first.
///
/// ```
/// use chancery_model::Date;
/// let february: Date = "2025-02".parse()?;
/// assert_eq!(february.last_day().to_string(), "2025-02-28");
/// assert!(february.covers("2025-02-18".parse()?));
/// # Ok::<(), chancery_model::BadDate>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Date {
    first: NaiveDate,
    precision: Precision,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Precision {
    Year,
    Month,
    Day,
}

/// A text that is no ISO 8601 year, month or day.
///
/// ```
/// use chancery_model::Date;
/// let told = |text: &str| text.parse::<Date>().map_err(|error| error.to_string());
/// assert_eq!(told("2022-02-30"), Err("there is no day `2022-02-30`".to_owned()));
/// let form = "`30.2.2022` is not a date: YYYY, YYYY-MM or YYYY-MM-DD";
/// assert_eq!(told("30.2.2022"), Err(form.to_owned()));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadDate(pub String);

impl std::error::Error for BadDate {}

impl fmt::Display for BadDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(text) = self;
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let parts: Vec<&str> = text.split('-').collect();
        let lengths: Vec<usize> =
            parts.iter().filter(|part| digits(part)).map(|part| part.len()).collect();
        match lengths[..] {
            _ if lengths.len() < parts.len() => {}
            [4] => return write!(f, "there is no year `{text}`"),
            [4, 2] => return write!(f, "there is no month `{text}`"),
            [4, 2, 2] => return write!(f, "there is no day `{text}`"),
            _ => {}
        }
        write!(f, "`{text}` is not a date: YYYY, YYYY-MM or YYYY-MM-DD")
    }
}

impl Date {
    /// A whole year; `None` outside 1 to 9999.
    pub fn year(year: i32) -> Option<Self> {
        Self::checked(year, 1, 1, Precision::Year)
    }

    /// A whole month, January being 1.
    pub fn month(year: i32, month: u32) -> Option<Self> {
        Self::checked(year, month, 1, Precision::Month)
    }

    /// One day.
    pub fn day(day: NaiveDate) -> Option<Self> {
        Self::checked(day.year(), day.month(), day.day(), Precision::Day)
    }

    fn checked(year: i32, month: u32, day: u32, precision: Precision) -> Option<Self> {
        let first = NaiveDate::from_ymd_opt(year, month, day)?;
        (1..=9999).contains(&year).then_some(Self { first, precision })
    }

    /// The first day it covers.
    pub const fn first_day(self) -> NaiveDate {
        self.first
    }

    /// The last day it covers.
    pub fn last_day(self) -> NaiveDate {
        let next = match self.precision {
            Precision::Day => return self.first,
            Precision::Month => self.first.checked_add_months(Months::new(1)),
            Precision::Year => self.first.checked_add_months(Months::new(12)),
        };
        next.and_then(|day| day.checked_sub_days(Days::new(1))).unwrap_or(self.first)
    }

    /// Whether it is exact to the day.
    pub fn is_day(self) -> bool {
        self.precision == Precision::Day
    }

    /// Whether it is exact to the month, not the day.
    pub fn is_month(self) -> bool {
        self.precision == Precision::Month
    }

    /// Whether only the year is known.
    pub fn is_year(self) -> bool {
        self.precision == Precision::Year
    }

    /// Whether `other` lies wholly within it.
    pub fn covers(self, other: Self) -> bool {
        self.first <= other.first && other.last_day() <= self.last_day()
    }
}

impl PartialOrd for Date {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Date {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.first, self.precision).cmp(&(other.first, other.precision))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = (self.first.year(), self.first.month(), self.first.day());
        // The year has four digits at most.
        let year = year.unsigned_abs() % 10_000;
        let mut written = *b"0000-00-00";
        let mut put = |at: usize, number: u32| {
            let digits = [number / 10 % 10, number % 10];
            for (byte, digit) in written[at..].iter_mut().zip(digits) {
                *byte = b"0123456789"[digit as usize];
            }
        };
        put(0, year / 100);
        put(2, year % 100);
        put(5, month);
        put(8, day);
        let length = match self.precision {
            Precision::Year => 4,
            Precision::Month => 7,
            Precision::Day => 10,
        };
        f.pad(str::from_utf8(&written[..length]).unwrap_or_default())
    }
}

impl FromStr for Date {
    type Err = BadDate;

    fn from_str(text: &str) -> Result<Self, BadDate> {
        let bad = || BadDate(text.chars().take(40).collect());
        let mut parts = text.split('-');
        let mut number = |digits: usize| -> Result<Option<u32>, BadDate> {
            let Some(part) = parts.next() else { return Ok(None) };
            let well_formed =
                part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
            if well_formed { part.parse().map(Some).map_err(|_| bad()) } else { Err(bad()) }
        };
        let year = number(4)?.and_then(|year| i32::try_from(year).ok()).ok_or_else(bad)?;
        let (month, day) = (number(2)?, number(2)?);
        if parts.next().is_some() {
            return Err(bad());
        }
        match (month, day) {
            (None, _) => Self::year(year),
            (Some(month), None) => Self::month(year, month),
            (Some(month), Some(day)) => Self::checked(year, month, day, Precision::Day),
        }
        .ok_or_else(bad)
    }
}

/// When something happened, as far as the text tells, and the words that tell it.
///
/// Both ends equal for one day, month or year; one of them `None` where only the start or the end
/// is told; both `None` where nothing is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct When {
    /// The day, month or year it began.
    pub from: Option<Date>,
    /// The day, month or year it ended, included.
    pub to: Option<Date>,
    /// The words of the text it was read from ("nearly two years ago").
    pub words: Option<Span>,
}

impl When {
    /// One day, month or year.
    pub const fn on(date: Date) -> Self {
        Self { from: Some(date), to: Some(date), words: None }
    }

    /// Whether nothing is known.
    pub const fn is_unknown(&self) -> bool {
        self.from.is_none() && self.to.is_none()
    }

    /// The first day it may have happened on; of a bare end, that end's first day.
    pub fn first_day(&self) -> Option<NaiveDate> {
        self.from.or(self.to).map(Date::first_day)
    }

    /// The last day it may have happened on; of a bare start, that start's last day.
    pub fn last_day(&self) -> Option<NaiveDate> {
        self.to.or(self.from).map(Date::last_day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_date_is_refused_and_what_is_one_is_written_as_read() {
        for good in ["2025", "2025-02", "2025-02-18", "0001", "9999-12-31", "2024-02-29"] {
            assert_eq!(good.parse::<Date>().map(|date| date.to_string()), Ok(good.to_owned()));
        }
        let bad = [
            "",
            "25",
            "2025-2",
            "2025-13",
            "2025-02-30",
            "2025-02-18-1",
            "0000",
            "+202",
            "２０２５",
            "2025-02-",
        ];
        for bad in bad {
            assert!(bad.parse::<Date>().is_err(), "{bad}");
        }
        let last: Date = "9999".parse().expect("a year");
        assert_eq!(last.last_day().to_string(), "9999-12-31");
    }
}
