//! What the words of a date say, and which days they mean on a day of publication.

use chancery_model::Date;
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

/// What a date says, before it is held against the day of publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
    /// A day, month or year in full.
    Fixed(Date),
    /// "Tuesday".
    Weekday(Weekday, Pull),
    /// "in June".
    Month(u32, Pull),
    /// "July 14"; the weekday, if told, helps to find the year.
    Day { month: u32, day: u32, weekday: Option<Weekday>, pull: Pull },
    /// "in March last year", "on 5 May this year".
    InYear { month: u32, day: Option<u32>, years: i32 },
    /// "on Friday last week".
    WeekdayOf { weekday: Weekday, weeks: i32 },
    /// "the 22nd of this month".
    DayOf { day: u32, months: i32 },
    /// "yesterday", "last week", "two months ago".
    Shift(Unit, i32),
    /// "the past three days", "the next two weeks".
    Stretch(Unit, i32),
    /// "a few weeks ago".
    Few(Unit),
    /// "earlier this week".
    WeekSoFar,
    /// "later this week".
    RestOfWeek,
    /// "the weekend".
    Weekend(Pull),
    /// "last summer": by its first month.
    Season(u32, Pull),
    /// "the summer of 2021".
    SeasonOf(u32, i32),
}

/// What is counted: "two weeks ago".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Week,
    Month,
    Year,
}

/// Whether a word beside it says which one is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pull {
    Free,
    Last,
    This,
    Next,
    /// "Coming Saturday": the first one that comes.
    Coming,
}

/// On which side of the day of publication the reader looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Past,
    Future,
}

/// One date, or a stretch from one to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Reading {
    pub(super) from: Said,
    pub(super) to: Option<Said>,
}

impl From<Said> for Reading {
    fn from(said: Said) -> Self {
        Self { from: said, to: None }
    }
}

type Ends = (Date, Date);

impl Reading {
    /// The first and last of the days, months or years that it means. Without a day of
    /// publication only dates in full mean any.
    pub(super) fn ends(self, published: Option<Date>, side: Side) -> Option<Ends> {
        let (first, last) = self.from.ends(published, side)?;
        let Some(to) = self.to else { return Some((first, last)) };
        // "Thursday to Friday", "December 30 to January 2": the end follows the beginning.
        let anchor = if to.is_counted() { published } else { Date::day(first.first_day()) };
        let (_, end) = to.ends(anchor, Side::Future)?;
        Some(if end < first { (first, last) } else { (first, end) })
    }
}

impl Said {
    /// Whether it is told in days, months or years: only like is joined with like.
    pub(super) fn unit(self) -> Unit {
        match self {
            Self::Fixed(date) if date.is_year() => Unit::Year,
            Self::Fixed(date) if date.is_month() => Unit::Month,
            Self::Shift(unit, _) | Self::Stretch(unit, _) | Self::Few(unit) => unit,
            Self::Month(..)
            | Self::Season(..)
            | Self::SeasonOf(..)
            | Self::InYear { day: None, .. } => Unit::Month,
            Self::WeekSoFar | Self::RestOfWeek | Self::Weekend(_) => Unit::Week,
            Self::Fixed(_)
            | Self::Weekday(..)
            | Self::Day { .. }
            | Self::InYear { .. }
            | Self::WeekdayOf { .. }
            | Self::DayOf { .. } => Unit::Day,
        }
    }

    /// Whether it is counted from the day of publication and not from the beginning of a stretch.
    const fn is_counted(self) -> bool {
        matches!(
            self,
            Self::Shift(..) | Self::InYear { .. } | Self::WeekdayOf { .. } | Self::DayOf { .. }
        )
    }

    /// The same with a pull, where nothing pulls yet.
    pub(super) const fn pulled(self, pull: Pull) -> Self {
        match self {
            Self::Weekday(day, Pull::Free) => Self::Weekday(day, pull),
            Self::Month(month, Pull::Free) => Self::Month(month, pull),
            Self::Day { month, day, weekday, pull: Pull::Free } => {
                Self::Day { month, day, weekday, pull }
            }
            Self::Weekend(Pull::Free) => Self::Weekend(pull),
            Self::Season(month, Pull::Free) => Self::Season(month, pull),
            _ => self,
        }
    }

    /// Whether `next` is the day or month right after it: "June 30 and July 1".
    pub(super) fn comes_before(self, next: Self) -> bool {
        match (self, next) {
            (Self::Weekday(one, _), Self::Weekday(other, _)) => one.succ() == other,
            (Self::Day { month, day, .. }, Self::Day { month: next, day: other, .. }) => {
                (month == next && other == day + 1)
                    || (next == month % 12 + 1 && day >= 28 && other == 1)
            }
            (Self::Month(one, _), Self::Month(other, _)) => other == one % 12 + 1,
            (Self::Fixed(one), Self::Fixed(other)) => {
                one.last_day().succ_opt() == Some(other.first_day())
                    && one.is_day() == other.is_day()
            }
            (Self::Shift(Unit::Day, one), Self::Shift(Unit::Day, other)) => other == one + 1,
            _ => false,
        }
    }

    /// The same in the year of a later date: "June 30 – July 1, 2021".
    pub(super) fn in_year_of(self, later: Date) -> Self {
        let year = later.first_day().year();
        let in_year = |year: i32| match self {
            Self::Day { month, day, .. } => whole_day(year, month, day),
            Self::Month(month, _) => Date::month(year, month),
            _ => None,
        };
        let fixed = in_year(year).filter(|date| *date <= later).or_else(|| in_year(year - 1));
        fixed.map_or(self, Self::Fixed)
    }

    fn ends(self, published: Option<Date>, side: Side) -> Option<Ends> {
        match self {
            Self::Fixed(date) => return Some((date, date)),
            Self::SeasonOf(month, year) => return season(month, year),
            _ => {}
        }
        let published = published?;
        let (first, last) = self.told_on(published.first_day(), side)?;
        // What is told to the day on a day, to the month in a month.
        let exact_enough = published.is_day()
            || (published.is_month() && !first.is_day() && !last.is_day())
            || (first.is_year() && last.is_year());
        exact_enough.then_some((first, last))
    }

    fn told_on(self, today: NaiveDate, side: Side) -> Option<Ends> {
        let future = side == Side::Future;
        match self {
            Self::Fixed(date) => Some((date, date)),
            Self::SeasonOf(month, year) => season(month, year),
            Self::Weekday(weekday, pull) => {
                let day = match (pull, future) {
                    (Pull::Last, _) => on_or_before(today.pred_opt()?, weekday)?,
                    (Pull::Next, _) => day_of_week(shift_days(today, 7)?, weekday)?,
                    (Pull::Coming, _) => on_or_after(shift_days(today, 1)?, weekday)?,
                    (Pull::This, false) => day_of_week(today, weekday)?,
                    (Pull::Free, false) => on_or_before(today, weekday)?,
                    (Pull::Free | Pull::This, true) => on_or_after(today, weekday)?,
                };
                one(Date::day(day))
            }
            Self::WeekdayOf { weekday, weeks } => {
                one(Date::day(day_of_week(shift_days(today, 7 * i64::from(weeks))?, weekday)?))
            }
            Self::Month(month, pull) => {
                let in_year = |year| Date::month(year, month);
                one(match (pull, future) {
                    (Pull::This, _) => in_year(today.year()),
                    (Pull::Last, _) => {
                        nearest(today.year(), in_year, |date| date.last_day() < today, false)
                    }
                    (Pull::Next | Pull::Coming, _) => {
                        nearest(today.year(), in_year, |date| date.first_day() > today, true)
                    }
                    (Pull::Free, false) => {
                        nearest(today.year(), in_year, |date| date.first_day() <= today, false)
                    }
                    (Pull::Free, true) => {
                        nearest(today.year(), in_year, |date| date.last_day() >= today, true)
                    }
                })
            }
            Self::Day { month, day, weekday: Some(weekday), .. } => {
                let mut years: Vec<_> = (today.year() - 6..=today.year() + 6)
                    .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
                    .filter(|day| day.weekday() == weekday)
                    .collect();
                years.sort_by_key(|day| (*day - today).num_days().abs());
                one(Date::day(*years.first()?))
            }
            Self::Day { month, day, weekday: None, pull } => {
                let in_year = |year| whole_day(year, month, day);
                one(match (pull, future) {
                    (Pull::This, _) => in_year(today.year()),
                    (Pull::Last, _) => {
                        nearest(today.year(), in_year, |date| date.first_day() < today, false)
                    }
                    (Pull::Next | Pull::Coming, _) => {
                        nearest(today.year(), in_year, |date| date.first_day() > today, true)
                    }
                    (Pull::Free, false) => {
                        nearest(today.year(), in_year, |date| date.first_day() <= today, false)
                    }
                    (Pull::Free, true) => {
                        nearest(today.year(), in_year, |date| date.first_day() >= today, true)
                    }
                })
            }
            Self::InYear { month, day, years } => {
                let year = today.year() + years;
                one(day.map_or_else(|| Date::month(year, month), |day| whole_day(year, month, day)))
            }
            Self::DayOf { day, months } => {
                let (month, _) = shifted(today, Unit::Month, months)?;
                let first = month.first_day();
                one(whole_day(first.year(), first.month(), day))
            }
            Self::Shift(unit, by) => shifted(today, unit, by),
            // From two of them to six or seven.
            Self::Few(unit) => {
                let (near, far) = match unit {
                    Unit::Day => (2, 7),
                    Unit::Week => (14, 49),
                    Unit::Month => (60, 210),
                    Unit::Year => return None,
                };
                let day = |days| Date::day(shift_days(today, days)?);
                if future { Some((day(near)?, day(far)?)) } else { Some((day(-far)?, day(-near)?)) }
            }
            Self::Stretch(unit, by) => {
                let (there, _) = shifted(
                    today,
                    if unit == Unit::Week { Unit::Day } else { unit },
                    by * week(unit),
                )?;
                let (here, _) =
                    shifted(today, if unit == Unit::Week { Unit::Day } else { unit }, 0)?;
                Some((there.min(here), there.max(here)))
            }
            // What was before this day; on a Monday all there is of the week.
            Self::WeekSoFar => {
                let monday = day_of_week(today, Weekday::Mon)?;
                Some((Date::day(monday)?, Date::day(monday.max(today.pred_opt()?))?))
            }
            Self::RestOfWeek => {
                Some((Date::day(today)?, Date::day(day_of_week(today, Weekday::Sun)?)?))
            }
            Self::Weekend(pull) => {
                let saturday = match (pull, future) {
                    (Pull::Last, _) => on_or_before(shift_days(today, -2)?, Weekday::Sat)?,
                    (Pull::Next, _) => day_of_week(shift_days(today, 7)?, Weekday::Sat)?,
                    (Pull::Coming, _) => on_or_after(shift_days(today, 1)?, Weekday::Sat)?,
                    (Pull::Free, false) => on_or_before(today, Weekday::Sat)?,
                    (Pull::This, _) | (Pull::Free, true) => day_of_week(today, Weekday::Sat)?,
                };
                Some((Date::day(saturday)?, Date::day(saturday.succ_opt()?)?))
            }
            Self::Season(month, pull) => {
                let whole = |year| season(month, year).map(|(first, _)| first);
                let first = match pull {
                    // In spring "this winter" is the one just over.
                    Pull::This | Pull::Free => {
                        whole(today.year() - i32::from(month == 12 && today.month() < 6))?
                    }
                    Pull::Last => nearest(
                        today.year(),
                        whole,
                        |date| date.first_day() + Months::new(3) <= today,
                        false,
                    )?,
                    Pull::Next | Pull::Coming => {
                        nearest(today.year(), whole, |date| date.first_day() > today, true)?
                    }
                };
                season(month, first.first_day().year())
            }
        }
    }
}

const fn week(unit: Unit) -> i32 {
    if matches!(unit, Unit::Week) { 7 } else { 1 }
}

/// A date that is its own end.
fn one(date: Option<Date>) -> Option<Ends> {
    date.map(|date| (date, date))
}

/// Three months from this one on.
fn season(month: u32, year: i32) -> Option<Ends> {
    let first = Date::month(year, month)?;
    let last = first.first_day().checked_add_months(Months::new(2))?;
    Some((first, Date::month(last.year(), last.month())?))
}

fn shifted(today: NaiveDate, unit: Unit, by: i32) -> Option<Ends> {
    match unit {
        Unit::Day => one(Date::day(shift_days(today, i64::from(by))?)),
        Unit::Week => {
            let day = shift_days(today, 7 * i64::from(by))?;
            Some((
                Date::day(day_of_week(day, Weekday::Mon)?)?,
                Date::day(day_of_week(day, Weekday::Sun)?)?,
            ))
        }
        Unit::Month => {
            let months = Months::new(by.unsigned_abs());
            let day = if by < 0 {
                today.checked_sub_months(months)
            } else {
                today.checked_add_months(months)
            }?;
            one(Date::month(day.year(), day.month()))
        }
        Unit::Year => one(Date::year(today.year().checked_add(by)?)),
    }
}

fn whole_day(year: i32, month: u32, day: u32) -> Option<Date> {
    Date::day(NaiveDate::from_ymd_opt(year, month, day)?)
}

/// The nearest year's date that suits, looking eight years either way for the sake of 29 February.
fn nearest(
    year: i32,
    in_year: impl Fn(i32) -> Option<Date>,
    suits: impl Fn(Date) -> bool,
    forward: bool,
) -> Option<Date> {
    (0..=8).find_map(|away| {
        in_year(if forward { year + away } else { year - away }).filter(|date| suits(*date))
    })
}

fn shift_days(day: NaiveDate, by: i64) -> Option<NaiveDate> {
    let days = Days::new(by.unsigned_abs());
    if by < 0 { day.checked_sub_days(days) } else { day.checked_add_days(days) }
}

/// That weekday of the week, which begins on Monday.
fn day_of_week(day: NaiveDate, weekday: Weekday) -> Option<NaiveDate> {
    let offset =
        i64::from(weekday.num_days_from_monday()) - i64::from(day.weekday().num_days_from_monday());
    shift_days(day, offset)
}

fn on_or_before(day: NaiveDate, weekday: Weekday) -> Option<NaiveDate> {
    shift_days(day, -i64::from(day.weekday().days_since(weekday)))
}

fn on_or_after(day: NaiveDate, weekday: Weekday) -> Option<NaiveDate> {
    shift_days(day, i64::from(weekday.days_since(day.weekday())))
}
