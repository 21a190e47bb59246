use super::is_announced;
use crate::identity::occasion::{Occasion, Possible};
use crate::identity::only_fit::cases::{self, Told};
use chrono::{Days, NaiveDate};

/// An occasion of a line, which begins: `planned` or `held`, the document, the day of June 2022 on which it
/// came, the days told (`12`, or `10..12` if it was on one of these) or `-`.
fn occasion(line: &str) -> Occasion {
    cases::occasion(line, |told| {
        let words: Vec<&str> = told.split(' ').collect();
        let first = NaiveDate::from_ymd_opt(2022, 6, 1).expect("a day");
        let day = |day: &str| first + Days::new(day.parse::<u64>().expect("a day") - 1);
        let (to_be, published) = (words[0] == "planned", day(words[2]));
        let days = match words[3].split_once("..") {
            Some((first, last)) => Possible::Within(day(first), day(last)),
            None if words[3] != "-" => Possible::Told(day(words[3]), day(words[3])),
            None if to_be => Possible::Soon(published, published + Days::new(2)),
            None => Possible::About(published),
        };
        Told { document: words[1], published, days, to_be }
    })
}

#[track_caller]
fn check(one: &str, other: &str, expected: bool) {
    let (one, other) = (occasion(one), occasion(other));
    assert_eq!(is_announced(&one, &other).is_some(), expected);
    assert_eq!(is_announced(&other, &one).is_some(), expected);
}

#[test]
fn what_a_minister_convenes_this_week_at_home_is_what_took_place_there() {
    let session = "held a 24 24 in place:berlin called event: state:DE=ann state:US=bo";
    check("planned b 21 21..26 in place:berlin called event: state:DE=ann", session, true);
    check("planned b 21 21..26 in place:berlin called event: state:DE=cai", session, false);
    check("planned b 21 21..26 in place:munich called event: state:DE=ann", session, false);
    check("planned b 21 21..26 in place:berlin called event: state:US=bo", session, false);
    check("planned b 21 21..23 in place:berlin called event: state:DE=ann", session, false);
    check("held b 21 21..26 in place:berlin called event: state:DE=ann", session, false);
}

#[test]
fn a_body_may_be_told_by_the_end_of_its_name() {
    let met = "held a 1 1 in place:san-jose called event: \
               organization:central-american-integration-system state:US=ann state:MX";
    let planned = "planned b 1 1..2 in place:san-jose called event: state:US=ann organization:";
    check(&format!("{planned}integration-system"), met, true);
    check(&format!("{planned}system"), met, false);
    check(&format!("{planned}solar-system"), met, false);
}

#[test]
fn the_same_sides_who_met_lately_in_one_place_met_once() {
    let met = "held a 18 - in state:GE called armenia ministerial: state:AM state:AZ";
    check("held b 25 - in place:tbilisi called event: state:AM state:AZ", met, true);
    check("held b 25 - in place:prague called event: state:AM state:AZ", met, false);
    check("held b 25 - called event: state:AM state:AZ", met, false);
    check("held b 25 - in place:tbilisi called event: state:AM state:TR", met, false);
    check("held b 25 - in place:tbilisi called energy dialogue: state:AM state:AZ", met, false);
    check("planned b 25 - in place:tbilisi called event: state:AM state:AZ", met, false);
}

#[test]
fn a_dialogue_may_be_held_after_the_day_of_the_trip_to_it() {
    let held =
        "held a 30 30 in place:prague called czech republic dialogue: state:CZ=bo state:US=ann";
    let planned = "in place:prague called czech dialogue: state:CZ state:US=ann";
    check(&format!("planned b 25 29 {planned}"), held, true);
    check(&format!("planned b 25 27 {planned}"), held, false);
    check(&format!("held b 29 29 {planned}"), held, false);
    check("planned b 25 29 called czech energy event: state:CZ state:US=ann", held, false);
    check("planned b 25 29 called czech dialogue: state:SK state:US=ann", held, false);
}

#[test]
fn reports_of_one_day_call_one_thing_by_one_name() {
    let dialogue = "held a 1 - called sustained dialogue";
    check("planned b 1 - called peaceful sustained dialogue", dialogue, true);
    check("planned b 9 - called peaceful sustained dialogue", dialogue, false);
    check("planned b 1 - called peaceful sustained summit", dialogue, false);
    check("planned a 1 - called peaceful sustained dialogue", dialogue, false);
}

#[test]
fn what_was_in_a_month_is_what_was_called_so_in_that_place() {
    let held = "held a 1 1 in state:US called npt conference";
    let month = "planned b 1 1..30 in place:new-york-city called";
    check(&format!("{month} nonproliferation nuclear treaty conference"), held, true);
    check(&format!("{month} npt conference"), held, true);
    check(&format!("{month} climate conference"), held, false);
    check(&format!("{month} conference"), held, true);
    check("planned b 30 1..30 in place:new-york-city called conference", held, false);
    check("planned b 1 1..30 in place:geneva called npt conference", held, false);
}

#[test]
fn one_report_tells_again_of_the_same_sides_without_a_day() {
    // "Meetings in Sofia on June 8 and 9", "during her visit she will meet".
    let meetings = "planned a 7 8..9 in place:sofia: state:BG state:US";
    check("planned a 7 7..30 in place:sofia: state:BG state:US=ann", meetings, true);
    check("planned a 7 7..30 in place:oslo: state:BG state:US=ann", meetings, false);
    check("planned a 7 10..30 in place:sofia: state:BG state:US=ann", meetings, false);
    check("held a 7 1..30 in place:sofia: state:BG state:US=ann", meetings, false);
    check("planned a 7 7..30 in place:sofia: state:MK state:US=ann", meetings, false);
    check("planned a 7 8 in place:sofia: state:BG state:US=ann", meetings, false);
    // "The Annual Consultations today", "Lee hosted the minister".
    let hosted = "held a 8 -: state:TM=bo state:US=ann";
    check(hosted, "held a 8 8 called annual turkmen consultations: state:TM state:US", true);
    check(hosted, "held a 8 8 called annual turkmen summit: state:TM state:US", false);
    check(hosted, "held a 8 8 called annual turkmen consultations: state:TM=cai state:US", false);
    check(hosted, "held b 8 8 called annual turkmen consultations: state:TM state:US", false);
}
