//! The next one of a series, which is announced without a day.

use super::states;
use crate::identity::occasion::{Occasion, Possible};
use crate::identity::places::is_state;
use crate::identity::same_meeting::{elsewhere, in_common};
use crate::identity::title::Title;
use chrono::{Days, NaiveDate};

/// Days to the next talks of a series of two states, at most.
const NEXT: i64 = 90;

/// Days to a session that somebody is to chair, at most.
const SESSION: i64 = 21;

/// Whether two states plan talks that they hold again and again, and the other is the next of these: "to
/// hold the Annual Consultations soon", "the U.S.-Chad Annual Consultations".
pub(super) fn is_next_of_two(plan: &Occasion, held: &Occasion) -> bool {
    let (Some(one), Some(other)) = (&plan.title, &held.title) else { return false };
    plan.document != held.document
        && plan.to_be
        && is_of_two(plan)
        && is_of_two(held)
        && one.kind() == other.kind()
        && other.is_name()
        && (one.number == other.number || one.number.is_none() || other.number.is_none())
        && states(plan).eq(states(held))
        && after(plan, held).is_some_and(|days| (0..=NEXT).contains(&days))
        && !elsewhere(plan, held)
}

/// Whether it is what two states call by nothing but their names.
fn is_of_two(it: &Occasion) -> bool {
    let talks = |title: &Title| {
        matches!(title.kind(), "consultations" | "dialogue") && title.telling().all(is_state)
    };
    it.title.as_ref().is_some_and(talks) && states(it).count() == 2
}

/// Whether somebody is announced to be at a session of a body, and was at the only one of those weeks that
/// is told of.
pub(super) fn is_session_of(plan: &Occasion, held: &Occasion) -> bool {
    let (Some(one), Some(other)) = (&plan.title, &held.title) else { return false };
    plan.document != held.document
        && plan.to_be
        && one.is_of_a_body()
        && one.agrees(other)
        && in_common(plan, held) > 0
        && after(plan, held).is_some_and(|days| (0..=SESSION).contains(&days))
        && !elsewhere(plan, held)
}

/// Days from an announcement without a day to a day that is told.
fn after(plan: &Occasion, held: &Occasion) -> Option<i64> {
    let (Possible::Soon(from, _), Possible::Told(first, _)) = (plan.days, held.days) else {
        return None;
    };
    Some((first - from).num_days())
}

/// The days on which the next of two states may be, by which it is looked for.
pub(super) fn days(it: &Occasion) -> Option<(NaiveDate, NaiveDate)> {
    let Possible::Soon(from, _) = it.days else { return None };
    let last = from.checked_add_days(Days::new(NEXT.unsigned_abs()))?;
    (it.to_be && is_of_two(it)).then_some((from, last))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identity::only_fit::cases::{self, Told};

    /// An occasion of a line, which begins with the day of the year 2022 on which it came, and with the day
    /// of it, if that is told.
    fn occasion(line: &str) -> Occasion {
        cases::occasion(line, |told| {
            let day = |day: &str| {
                let day = day.parse().expect("a day");
                NaiveDate::from_yo_opt(2022, day).expect("a day of the year")
            };
            let (published, held) = told.split_once(' ').expect("two days");
            let published = day(published);
            let days = match held {
                "-" => Possible::Soon(published, published + Days::new(2)),
                held => Possible::Told(day(held), day(held)),
            };
            let document = if held == "-" { "a" } else { "b" };
            Told { document, published, days, to_be: held == "-" }
        })
    }

    #[track_caller]
    fn check(is: fn(&Occasion, &Occasion) -> bool, plan: &str, held: &str, expected: bool) {
        assert_eq!(is(&occasion(plan), &occasion(held)), expected, "{plan}");
    }

    #[test]
    fn talks_that_two_states_plan_are_the_next_ones_by_their_names() {
        let held = "70 70 called tajik consultations: state:TJ=ann state:US=bo";
        let check = |plan: &str, expected| check(is_next_of_two, plan, held, expected);
        check("40 - called consultations: state:TJ=ann state:US=cai", true);
        check("40 - called tajik consultations: state:TJ state:US", true);
        check("40 - called consultations: state:TJ state:US state:UZ", false);
        check("40 - called consultations: state:UZ state:US", false);
        check("40 - called dialogue: state:TJ state:US", false);
        check("40 - called security consultations: state:TJ state:US", false);
        check("80 - called consultations: state:TJ state:US", false);
    }

    #[test]
    fn a_session_that_somebody_is_to_chair_is_the_next_one_at_which_they_were() {
        let held = "30 30 called security council: state:US=ann";
        let check = |plan: &str, expected| check(is_session_of, plan, held, expected);
        check("15 - called security council: state:US=ann", true);
        check("5 - called security council: state:US=ann", false);
        check("15 - called security council: state:US=bo", false);
        check("15 - called energy council: state:US=ann", false);
    }
}
