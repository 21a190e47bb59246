use chancery_model::{BadDate, Date};
use chrono::{DateTime, Days, NaiveTime, Utc};
use std::fmt;
use std::str::FromStr;

/// A time at which an archive knew something. A bare day, month or year means its end, in UTC.
///
/// ```
/// use chancery_graph::Moment;
/// let day: Moment = "2025-02-18".parse()?;
/// assert_eq!(day.to_string(), "2025-02-18T23:59:59.999Z");
/// let instant: Moment = "2025-02-18T12:30:00+03:00".parse()?;
/// assert_eq!(instant.to_string(), "2025-02-18T09:30:00.000Z");
/// # Ok::<(), chancery_model::BadDate>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(i64);

impl Moment {
    /// In UTC, counted from 1970.
    pub const fn milliseconds(self) -> i64 {
        self.0
    }
}

impl From<DateTime<Utc>> for Moment {
    fn from(time: DateTime<Utc>) -> Self {
        Self(time.timestamp_millis())
    }
}

impl From<Date> for Moment {
    fn from(date: Date) -> Self {
        let next = date.last_day().checked_add_days(Days::new(1)).unwrap_or(date.last_day());
        Self(next.and_time(NaiveTime::MIN).and_utc().timestamp_millis() - 1)
    }
}

impl FromStr for Moment {
    type Err = BadDate;

    fn from_str(text: &str) -> Result<Self, BadDate> {
        match DateTime::parse_from_rfc3339(text.trim()) {
            Ok(time) => Ok(time.to_utc().into()),
            Err(_) => Ok(text.parse::<Date>()?.into()),
        }
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match DateTime::from_timestamp_millis(self.0) {
            Some(time) => write!(f, "{}", time.format("%Y-%m-%dT%H:%M:%S%.3fZ")),
            None => write!(f, "{} ms after 1970", self.0),
        }
    }
}
