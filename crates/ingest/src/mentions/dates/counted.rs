//! Dates told from the day of publication: "last week", "two days ago", "the end of the month".

use super::atoms::{Lexeme, in_words};
use super::grammar::{Grammar, Read};
use super::said::{Pull, Reading, Said, Unit};
use super::words;
use chancery_model::Date;

impl Grammar<'_> {
    /// "today", "tomorrow night", "the day after tomorrow", "the weekend", "year's end".
    pub(super) fn deictic(&self, at: usize) -> Read<Reading> {
        let (days, after) = match self.word(at) {
            "today" | "tonight" => (0, at + 1),
            "yesterday" => (-1, at + 1),
            "tomorrow" => (1, at + 1),
            "day" if self.reads(at + 1, &["after", "tomorrow"]) => (2, at + 3),
            "day" if self.reads(at + 1, &["before", "yesterday"]) => (-2, at + 3),
            "weekend" if self.is_one_weekend(at) => {
                return Some((Said::Weekend(Pull::Free).into(), at + 1));
            }
            "year-end" | "year" | "month-end" | "month" => {
                let whole = self.word(at).ends_with("-end");
                let unit = if self.word(at).starts_with('y') { Unit::Year } else { Unit::Month };
                let end = self.word(at + 1) == "'s" && self.word(at + 2) == "end";
                let free =
                    !matches!(self.before(at), "the" | "last" | "next" | "this" | "each" | "every");
                return ((whole || end) && free)
                    .then(|| (Said::Shift(unit, 0).into(), if whole { at + 1 } else { at + 3 }));
            }
            _ => return None,
        };
        let after = self.past_time_of_day(after);
        // "Tomorrow evening, August 3rd": a day in full says more.
        let next = after + usize::from(self.word(after) == ",");
        let in_full = match self.lexeme(next) {
            Lexeme::Month { number, .. } => self.month_day(next, number),
            Lexeme::Weekday { day, full } => self
                .weekday_of(next, day, full)
                .filter(|(reading, _)| !matches!(reading.from, Said::Weekday(..))),
            _ => None,
        };
        let in_full =
            in_full.filter(|(reading, _)| reading.to.is_none() && self.before(at) != "from");
        Some(in_full.unwrap_or((Said::Shift(Unit::Day, days).into(), after)))
    }

    fn is_one_weekend(&self, at: usize) -> bool {
        let open = matches!(self.before(at), "the" | "over" | "at")
            || (self.before(at) == "long" && matches!(self.before(at - 1), "the" | "over"));
        open && !matches!(self.word(at + 1), "of" | "before" | "after")
    }

    /// "this week", "last June", "next Monday", "last night", "this past Friday".
    pub(super) fn pulled(&self, at: usize) -> Read<Reading> {
        let (pull, mut next) = match self.word(at) {
            "last" => (Pull::Last, at + 1),
            "next" => (Pull::Next, at + 1),
            "coming" => (Pull::Coming, at + 1),
            "this" => (Pull::This, at + 1),
            "past" if self.before(at) != "the" => (Pull::Last, at + 1),
            _ => return None,
        };
        let twice =
            pull == Pull::This && matches!(self.word(next), "past" | "coming" | "last" | "next");
        let pull = match (twice, self.word(next)) {
            (true, "past" | "last") => Pull::Last,
            (true, "coming") => Pull::Coming,
            (true, _) => Pull::Next,
            _ => pull,
        };
        next += usize::from(twice);
        // "the next day" is counted from another day than that of publication.
        if matches!(self.before(at), "the" | "his" | "her" | "their" | "its" | "to") {
            return None;
        }
        let by = match pull {
            Pull::Last => -1,
            Pull::Next | Pull::Coming => 1,
            Pull::This | Pull::Free => 0,
        };
        let shift = |unit| Some((Said::Shift(unit, by).into(), next + 1));
        match self.word(next) {
            "morning" | "afternoon" | "evening" if pull == Pull::This => shift(Unit::Day),
            "night" if pull == Pull::Last => shift(Unit::Day),
            "week" => self.weekday_after_week(next + 1, by).or_else(|| shift(Unit::Week)),
            "month" => shift(Unit::Month),
            "year" => shift(Unit::Year),
            "weekend" => Some((Said::Weekend(pull).into(), next + 1)),
            _ => {
                if let Some((said, after)) = self.season(next, pull) {
                    return Some((said.into(), after));
                }
                let (reading, after) = match self.lexeme(next) {
                    Lexeme::Weekday { day, full } => self.weekday_of(next, day, full)?,
                    Lexeme::Month { number, .. }
                        if self.surface.is_capital(self.atoms[next].token) =>
                    {
                        self.month_day(next, number)
                            .unwrap_or((Said::Month(number, Pull::Free).into(), next + 1))
                    }
                    _ => return None,
                };
                (self.word(after) != "of")
                    .then(|| (Reading { from: reading.from.pulled(pull), ..reading }, after))
            }
        }
    }

    /// "last week on Tuesday".
    fn weekday_after_week(&self, at: usize, weeks: i32) -> Read<Reading> {
        let at = at + usize::from(self.word(at) == "on");
        match self.lexeme(at) {
            Lexeme::Weekday { day: weekday, full: true } if self.word(at - 1) == "on" => {
                Some((Said::WeekdayOf { weekday, weeks }.into(), at + 1))
            }
            _ => None,
        }
    }

    /// "the end of September", "early in the week", "the beginning of next month", "mid-June".
    pub(super) fn edge_of(&self, at: usize) -> Read<Reading> {
        let start = at + usize::from(self.word(at) == "the");
        let next = match self.word(start) {
            "end" | "beginning" | "start" | "middle" | "close" if self.word(start + 1) == "of" => {
                start + 2
            }
            "early" | "earlier" | "late" | "later" if self.word(start + 1) == "in" => start + 2,
            _ => return None,
        };
        let said = match (self.word(next), self.word(next + 1)) {
            ("the", "week") if self.word(start) == "earlier" => Said::WeekSoFar,
            ("the", "week") if self.word(start) == "later" => Said::RestOfWeek,
            ("the", "week") => Said::Shift(Unit::Week, 0),
            ("the", "month") => Said::Shift(Unit::Month, 0),
            ("the", "year") => Said::Shift(Unit::Year, 0),
            ("the", "day") if self.word(start) == "later" => Said::Shift(Unit::Day, 0),
            ("the", "weekend") => Said::Weekend(Pull::Free),
            _ => {
                let inner = match self.lexeme(next) {
                    Lexeme::Month { number, .. } => self.month_year(next, number),
                    Lexeme::Year(_) => self.year(next),
                    Lexeme::Word => self.pulled(next),
                    _ => None,
                };
                return inner.filter(|(reading, _)| reading.from.unit() != Unit::Day);
            }
        };
        Some((said.into(), next + 2))
    }

    /// "two weeks ago", "nearly three years ago", "a year and a half ago", "two days from now",
    /// and "in two days" where the sentence looks ahead (for the caller to see to).
    pub(super) fn ago(&self, at: usize) -> Read<Said> {
        let mut next = at;
        if matches!(
            (self.word(next), self.word(next + 1)),
            ("more" | "less", "than") | ("just", "over") | ("at", "least")
        ) {
            next += 2;
        } else if words::APPROXIMATELY.contains(&self.word(next)) {
            next += 1;
        }
        if let Some(few) = self.few(next) {
            return Some(few);
        }
        let (count, next) = self.count(next)?;
        let half_before = self.reads(next, &["and", "a", "half"]);
        let next = next + if half_before { 3 } else { 0 };
        let (unit, next) = self.unit(next)?;
        let half_after = self.reads(next, &["and", "a", "half"]);
        let next = next + if half_after { 3 } else { 0 };
        let (sign, after) = match (self.word(next), self.word(next + 1)) {
            // "one week from today", "a week ago today": to the day.
            ("from", "today") if unit == Unit::Week && !(half_before || half_after) => {
                return Some((Said::Shift(Unit::Day, 7 * count), next + 2));
            }
            ("from", "now" | "today") => (1, next + 2),
            ("ago", "today") if unit == Unit::Week && !(half_before || half_after) => {
                return Some((Said::Shift(Unit::Day, -7 * count), next + 2));
            }
            ("ago", _) => (-1, next + 1),
            ("'", "time") if self.before(at) == "in" => (1, next + 2),
            _ if self.before(at) == "in"
                && self.is_term(at, next)
                && !(unit == Unit::Year && self.is_first_since(at)) =>
            {
                (1, next)
            }
            _ => return None,
        };
        Some(match (unit, half_before || half_after) {
            (Unit::Year, true) => (Said::Shift(Unit::Month, sign * (count * 12 + 6)), after),
            (_, true) => return None,
            _ => (Said::Shift(unit, sign * count), after),
        })
    }

    /// "a few weeks ago", "several months ago": how many is not told.
    fn few(&self, at: usize) -> Read<Said> {
        let (unit, next) = self.few_units(at)?;
        match self.word(next) {
            "ago" => Some((Said::Few(unit), next + 1)),
            // "going into the summit in a few months"
            _ if self.before(at) == "in" && self.is_term(at, next) => Some((Said::Few(unit), next)),
            _ => None,
        }
    }

    fn few_units(&self, at: usize) -> Read<Unit> {
        let next = match (self.word(at), self.word(at + 1)) {
            ("a", "few") => at + 2,
            ("few" | "several" | "some", _) => at + 1,
            _ => return None,
        };
        self.unit(next)
    }

    /// Whether "in two days" may count from today: not "the first time in two years", nor "in two
    /// days of talks".
    fn is_term(&self, at: usize, after: usize) -> bool {
        let lead = if at >= 2 { self.word(at - 2) } else { "" };
        let counted = words::ORDINALS.contains(&lead)
            || lead.ends_with("est")
            || lead == "time"
            || lead == "times";
        !counted && !matches!(self.word(after), "of" | "'" | "or" | "and" | "-") && at >= 2
    }

    /// "Their first bilateral meeting in five years": the years before it.
    fn is_first_since(&self, at: usize) -> bool {
        (3..7).any(|back| at >= back && self.word(at - back) == "first")
            && !(2..6)
                .any(|back| at >= back && matches!(self.word(at - back), "will" | "is" | "be"))
    }

    /// Whether the date at an atom holds only if the sentence looks ahead: "in two days".
    pub(super) fn only_ahead(&self, at: usize, after: usize) -> bool {
        self.before(at) == "in"
            && !matches!(self.before(after), "ago" | "now" | "time" | "today")
            && (self.count_unit(at) || self.is_bare_season(at) || self.few_units(at).is_some())
    }

    /// "in summer", and no more words: not "in winter conditions".
    fn is_bare_season(&self, at: usize) -> bool {
        matches!(self.word(at), "spring" | "summer" | "autumn" | "winter")
            && matches!(self.word(at + 1), "" | "." | "," | ";" | ":" | ")" | "and" | "?")
    }

    fn count_unit(&self, at: usize) -> bool {
        let at = at + usize::from(words::APPROXIMATELY.contains(&self.word(at)));
        self.count(at).and_then(|(_, next)| self.unit(next)).is_some()
    }

    /// "the past three days", "the next two weeks", "the coming month".
    pub(super) fn stretch(&self, at: usize) -> Read<Said> {
        // "over the past couple of days", "in Seoul past couple of days"
        let couple = |at: usize| {
            let of = usize::from(self.word(at + 1) == "of");
            // Two, or some more of them.
            let count = match self.word(at + 1 + of) {
                "days" => 4,
                "weeks" => 3,
                _ => return None,
            };
            (self.word(at) == "couple").then_some((count, at + 1 + of))
        };
        let first = match self.word(at) {
            "the" => at + 1,
            "past" if self.before(at) != "the" && couple(at + 1).is_some() => at,
            _ => return None,
        };
        let sign = match self.word(first) {
            "last" | "past" => -1,
            "next" | "coming" => 1,
            _ => return None,
        };
        let (count, next) = match couple(first + 1).or_else(|| self.count(first + 1)) {
            Some(found) => found,
            None if matches!(self.word(first), "past" | "coming")
                && !self.word(first + 1).ends_with('s') =>
            {
                (1, first + 1)
            }
            None => return None,
        };
        let (unit, after) = self.unit(next)?;
        (self.word(after) != "of").then_some((Said::Stretch(unit, sign * count), after))
    }

    fn count(&self, at: usize) -> Read<i32> {
        if self.word(at) == "a" && self.word(at + 1) == "couple" {
            let next = at + 2 + usize::from(self.word(at + 2) == "of");
            return self.unit(next).map(|_| (2, next));
        }
        let value = match self.lexeme(at) {
            Lexeme::Number { value, ordinal: false } => i32::try_from(value).ok()?,
            Lexeme::Word => in_words(self.word(at))?,
            _ => return None,
        };
        Some((value, at + 1 + usize::from(self.word(at + 1) == "full")))
    }

    fn unit(&self, at: usize) -> Read<Unit> {
        let unit = match self.word(at) {
            "day" | "days" => Unit::Day,
            "week" | "weeks" => Unit::Week,
            "month" | "months" => Unit::Month,
            "year" | "years" => Unit::Year,
            _ => return None,
        };
        Some((unit, at + 1))
    }

    /// "summer 2021", "the spring of 2008"; with a pull, "last summer".
    pub(super) fn season(&self, at: usize, pull: Pull) -> Read<Said> {
        let first = match self.word(at) {
            "spring" => 3,
            "summer" => 6,
            "autumn" | "fall" => 9,
            "winter" => 12,
            _ => return None,
        };
        if pull != Pull::Free {
            let drop = self.word(at) == "fall"
                && matches!(self.word(at + 1), "in" | "of" | "from" | "was");
            return (!drop).then_some((Said::Season(first, pull), at + 1));
        }
        let next = at + 1 + usize::from(self.word(at + 1) == "of");
        match self.lexeme(next) {
            Lexeme::Year(year) if first == 12 => Some((Said::Fixed(Date::year(year)?), next + 1)),
            Lexeme::Year(year) => Some((Said::SeasonOf(first, year), next + 1)),
            // For the caller to see to: only of what lies ahead.
            _ if self.is_bare_season(at) && self.before(at) == "in" => {
                Some((Said::Season(first, Pull::Free), at + 1))
            }
            _ => None,
        }
    }

    pub(super) fn past_time_of_day(&self, at: usize) -> usize {
        at + usize::from(matches!(self.word(at), "morning" | "afternoon" | "evening" | "night"))
    }
}
