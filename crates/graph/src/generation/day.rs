use chancery_model::When;
use chrono::{Days, NaiveDate};
use std::fmt;
use zerocopy::{FromBytes, Immutable, IntoBytes, KnownLayout};

/// A day in two bytes, as the columns of a generation hold it: from 1900-01-01 to 2079-06-03.
///
/// Days before and after are [`Day::EARLIER`] and [`Day::LATER`], so that order is kept; what has
/// no day is [`Day::UNKNOWN`] and comes last.
///
/// ```
/// use chancery_graph::Day;
/// let day = chrono::NaiveDate::from_ymd_opt(2025, 2, 18).expect("a day");
/// assert_eq!(Day::of(day).date(), Some(day));
/// assert!(Day::of(day) < Day::UNKNOWN);
/// ```
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, FromBytes, IntoBytes, Immutable, KnownLayout,
)]
#[repr(transparent)]
pub struct Day(u16);

impl Day {
    /// Before 1900.
    pub const EARLIER: Self = Self(0);
    /// After 2079-06-03.
    pub const LATER: Self = Self(u16::MAX - 1);
    /// Not known.
    pub const UNKNOWN: Self = Self(u16::MAX);

    const FIRST: NaiveDate = NaiveDate::from_ymd_opt(1899, 12, 31).expect("a day");

    /// The day of a date.
    pub fn of(date: NaiveDate) -> Self {
        let days = date.signed_duration_since(Self::FIRST).num_days();
        Self(u16::try_from(days.clamp(0, i64::from(Self::LATER.0))).unwrap_or(Self::LATER.0))
    }

    /// The first day of a time.
    pub fn first(when: &When) -> Self {
        when.first_day().map_or(Self::UNKNOWN, Self::of)
    }

    /// The date, if it is one that two bytes hold.
    pub fn date(self) -> Option<NaiveDate> {
        let told = self != Self::EARLIER && self < Self::LATER;
        told.then(|| Self::FIRST.checked_add_days(Days::new(self.0.into()))).flatten()
    }

    /// So many days later.
    #[must_use]
    pub fn plus(self, days: u16) -> Self {
        if self >= Self::LATER {
            self
        } else {
            Self(self.0.saturating_add(days).min(Self::LATER.0))
        }
    }

    /// So many days earlier.
    #[must_use]
    pub fn minus(self, days: u16) -> Self {
        if self >= Self::LATER { self } else { Self(self.0.saturating_sub(days)) }
    }

    /// Days since 1899-12-31, for arithmetic and columns of other programs.
    pub const fn number(self) -> u32 {
        self.0 as u32
    }

    pub(crate) const fn raw(self) -> u16 {
        self.0
    }

    pub(crate) const fn from_raw(raw: u16) -> Self {
        Self(raw)
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::EARLIER => f.pad("before 1900"),
            Self::LATER => f.pad("after 2079"),
            Self::UNKNOWN => f.pad("unknown"),
            day => day.date().map_or(Ok(()), |date| f.pad(&date.to_string())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_beyond_the_range_keep_their_order() {
        let day = |text: &str| Day::of(text.parse().expect("a day"));
        assert_eq!(day("1815-06-09"), Day::EARLIER);
        assert_eq!(day("1899-12-31"), Day::EARLIER);
        assert_eq!(day("1900-01-01").to_string(), "1900-01-01");
        assert_eq!(day("2079-06-03").date().expect("a day").to_string(), "2079-06-03");
        assert_eq!(day("2079-06-04"), Day::LATER);
        assert!(Day::EARLIER < day("1900-01-01") && day("2079-06-03") < Day::LATER);
        assert_eq!(day("2025-01-01").plus(31), day("2025-02-01"));
        assert_eq!(day("1900-01-02").minus(500), Day::EARLIER);
        assert_eq!(Day::UNKNOWN.plus(1), Day::UNKNOWN);
    }
}
