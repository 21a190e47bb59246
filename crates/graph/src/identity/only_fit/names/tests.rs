use super::super::fits;
use crate::identity::occasion::{Occasion, Possible};
use crate::identity::only_fit::cases::{self, Told};
use chrono::NaiveDate;

/// An occasion of a line, which begins: `DOCUMENT DAYS`. Days are of May 2022: `11`, `10..12`, `~11` about a
/// day, `11..` soon after it.
fn occasion(line: &str) -> Occasion {
    cases::occasion(line, |told| {
        let (document, days) = told.split_once(' ').expect("a document and days");
        let day = |day: &str| {
            NaiveDate::from_ymd_opt(2022, 5, day.parse().expect("a day")).expect("a day")
        };
        let days = match days.split_once("..") {
            Some((first, "")) => Possible::Soon(day(first), day(first)),
            Some((first, last)) => Possible::Within(day(first), day(last)),
            None => days.strip_prefix('~').map_or_else(
                || Possible::Told(day(days), day(days)),
                |about| Possible::About(day(about)),
            ),
        };
        Told { document, published: day("11"), days, to_be: false }
    })
}

#[track_caller]
fn check(one: &str, other: &str, expected: bool) {
    let (one, other) = (occasion(one), occasion(other));
    assert_eq!(fits(&one, &other).is_some(), expected);
    assert_eq!(fits(&other, &one).is_some(), expected);
}

#[test]
fn a_gathering_of_a_month_is_what_is_called_so_in_more_words() {
    let more = "a 10..12 called coalition defeat isis ministerial";
    check("b 1..31 called coalition ministerial", more, true);
    check("a 1..31 called coalition ministerial", more, false);
    check("b 1..31 called coalition dialogue", more, false);
    check("b 14..31 called coalition ministerial", more, false);
    check("b 1..31 called coalition economy ministerial", more, false);
    check("b 11.. called coalition isis ministerial", more, true);
    check("b 11.. called coalition ministerial", more, false);
}

#[test]
fn a_name_with_another_place_in_it_is_of_another() {
    let summit = "a 12 called g7 summit";
    check("b 1..31 called g7 hiroshima summit", summit, false);
    check("b 1..31 called extraordinary g7 summit", summit, true);
    check("b 12 called g7 ukraine summit", summit, false);
}

#[test]
fn an_event_is_known_by_two_words_of_its_name() {
    let event = "a 16 called pledging yemen event";
    check("b 16 called crisis pledging yemen event", event, true);
    check("b 16 called yemen event", event, false);
}

#[test]
fn a_dialogue_and_consultations_of_one_name_are_one() {
    let consultations = "a 11 called indo pacific consultations";
    check("a ~11 called indo pacific dialogue", consultations, true);
    check("a ~11 called pacific dialogue", consultations, false);
    check("a ~23 called indo pacific dialogue", consultations, false);
}

#[test]
fn the_meeting_of_a_body_is_what_has_its_name() {
    let parties = ": organization:coalition-to-defeat-isis state:US=ann state:MA=bo";
    let today = format!("a 11 in place:marrakesh called event{parties}");
    check(&format!("a 11.. in place:africa called isis event{parties}"), &today, true);
    check(&format!("a 11.. in place:africa called opec event{parties}"), &today, false);
    check(&format!("b 11.. in place:africa called isis event{parties}"), &today, false);
    check(&format!("a 11.. called isis event{parties} state:DZ"), &today, false);
}

#[test]
fn who_met_in_a_place_was_at_what_is_called_by_it() {
    let summit = "a 10..12 in state:IL called negev summit";
    check("b 11 in place:negev: state:US", summit, true);
    check("b 14 in place:negev: state:US", summit, false);
    check("b 11 in place:haifa: state:US", summit, false);
    check("b 11 in place:negev: state:US=ann", summit, false);
}

#[test]
fn two_who_met_held_what_has_the_name_of_their_states() {
    let parties = ": state:US=ann state:JP=bo";
    let met = format!("a 16 called event{parties}");
    check(&format!("b 16 called japan summit{parties}"), &met, true);
    check(&format!("b 16 called g20 summit{parties}"), &met, false);
    check(&format!("b 17 called japan summit{parties}"), &met, false);
    check(&format!("b 16 called japan summit{parties} state:KR"), &met, false);
}
