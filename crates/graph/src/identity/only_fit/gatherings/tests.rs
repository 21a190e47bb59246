use super::is_that_gathering;
use crate::identity::occasion::{Occasion, Possible};
use crate::identity::only_fit::cases::{self, Told};
use chrono::{Days, NaiveDate};

/// An occasion of a line, which begins: `planned` or `held`, the document, and the days of May 2022 told
/// (`14`, or `14..16` if it was on one of these).
fn occasion(line: &str) -> Occasion {
    cases::occasion(line, |told| {
        let words: Vec<&str> = told.split(' ').collect();
        let first = NaiveDate::from_ymd_opt(2022, 5, 1).expect("a day");
        let day = |day: &str| first + Days::new(day.parse::<u64>().expect("a day") - 1);
        let days = match words[2].split_once("..") {
            Some((first, last)) => Possible::Within(day(first), day(last)),
            None => Possible::Told(day(words[2]), day(words[2])),
        };
        Told { document: words[1], published: day("12"), days, to_be: words[0] == "planned" }
    })
}

#[track_caller]
fn check(less: &str, more: &str, expected: bool) {
    assert_eq!(is_that_gathering(&occasion(less), &occasion(more)), expected);
}

#[test]
fn the_meeting_of_a_body_is_its_ministerial_there_on_those_days() {
    let ministerial = "planned a 15 in place:berlin called nato ministerial: \
                       organization:nato state:US=ann";
    let sides = "organization:nato state:US=ann";
    check(&format!("planned b 14..16 in place:berlin called event: {sides}"), ministerial, true);
    check(&format!("planned b 14..16 in place:paris called event: {sides}"), ministerial, false);
    check(&format!("planned b 12..13 in place:berlin called event: {sides}"), ministerial, false);
    check(&format!("planned b 14..16 called event: {sides}"), ministerial, false);
    check(&format!("planned a 15 in place:berlin called event: {sides}"), ministerial, false);
    // The day of the trip to it is the one before.
    check(&format!("planned b 14 in place:berlin called event: {sides}"), ministerial, true);
    check(&format!("held b 14 in place:berlin called event: {sides}"), ministerial, false);
    check(&format!("planned b 13 in place:berlin called event: {sides}"), ministerial, false);
    // Other bodies and other people met elsewhere in the town, and two met each other.
    let met = "planned b 14..16 in place:berlin called event:";
    check(&format!("{met} organization:eu state:US=ann"), ministerial, false);
    check(&format!("{met} organization:nato state:US=bo"), ministerial, false);
    check(&format!("{met} state:DE=cai state:US=ann"), ministerial, false);
    let two = "held a 15 in place:berlin called event: organization:nato state:DE=cai state:US=ann";
    check(&format!("{met} {sides}"), two, false);
}

#[test]
fn a_body_alone_met_where_somebody_came_to_its_ministerial() {
    let ministerial = "planned a 17..20 in place:bonn called g7 media ministerial: \
                       organization:g7 state:US=ann";
    let met = "in place:bonn called event: organization:g7";
    check(&format!("held b 19 {met}"), ministerial, true);
    check(&format!("held b 23 {met}"), ministerial, false);
}
