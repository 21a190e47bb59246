use super::*;
use crate::identity::only_fit::cases::{self, Told};

/// An occasion of a line, which begins with its document and its day of June 2022.
fn occasion(line: &str) -> Occasion {
    cases::occasion(line, |told| {
        let (document, day) = told.split_once(' ').expect("a document and a day");
        let day = day.parse().expect("a day");
        let day = NaiveDate::from_ymd_opt(2022, 6, day).expect("a day of June");
        Told { document, published: day, days: Possible::Told(day, day), to_be: false }
    })
}

#[track_caller]
fn check(nameless: &str, named: &str, expected: bool) {
    let (one, other) = (occasion(nameless), occasion(named));
    assert_eq!(is_of_its_body(&one, &other), expected, "{nameless}");
}

#[test]
fn a_body_that_met_held_what_has_its_name_that_day() {
    let council = "b 7 called energy eu council: state:US";
    check("a 7: organization:european-union-energy-council state:US=ann", council, true);
    check("a 8: organization:european-union-energy-council state:US=ann", council, false);
    check("a 7: organization:european-union state:US=ann", council, false);
    check("a 7: organization:european-union-trade-council state:US=ann", council, false);
    let friends = "b 7 called friends mekong ministerial: state:US=ann state:JP";
    check("a 7: organization:delegation-of-the-friends-of-the-mekong state:GB", friends, true);
    check("a 7: organization:mekong-river-commission state:GB", friends, false);
}
