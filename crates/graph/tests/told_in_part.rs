//! Meetings of which a report tells a part: fewer of those who met, or the first day of the trip.

mod told;

use chancery_graph::NodeKind;
use expect_test::expect;
use told::check;

#[test]
fn a_report_that_names_one_side_tells_of_the_only_talks_of_that_day() {
    check(
        NodeKind::Meeting,
        "a 2021-07-02
            person Ann Ek of US
            meeting talks held 2021-07-01: Ann Ek, TJ
         b 2021-07-01
            person Ann Ek of US
            person Bo Vik of TJ
            meeting talks held 2021-07-01 in Washington: Ann Ek, Bo Vik
         c 2021-07-01
            person Ann Ek of US
            meeting talks held 2021-07-01 in Washington: Ann Ek
         d 2021-07-01
            person Bo Vik of TJ
            person Ann Ek of US
            person Cai Roe of KZ
            meeting talks held 2021-07-01 in Washington: Ann Ek, Cai Roe",
        expect![[r"
            meeting:a/1 held 2021-07-01
              meeting:a/1 = meeting:b/1: the same parties on the same day
            meeting:c/1 held 2021-07-01
            meeting:d/1 held 2021-07-01
        "]],
    );
}

#[test]
fn two_of_one_side_met_the_only_ones_whom_they_met_the_day_before() {
    check(
        NodeKind::Meeting,
        "a 2022-03-27
            person Ann Ek of US
            person Bo Vik of US
            meeting talks held 2022-03-27 in Warsaw: Ann Ek, Bo Vik
         b 2022-03-26
            person Ann Ek of US
            person Bo Vik of US
            person Cai Roe of UA
            meeting talks held 2022-03-26 in Warsaw: Ann Ek, Bo Vik, Cai Roe
         c 2022-04-27
            person Ann Ek of US
            person Cai Roe of UA
            meeting talks held 2022-04-27 in Warsaw: Ann Ek, Cai Roe
         d 2022-04-26
            person Ann Ek of US
            person Cai Roe of UA
            person Dag Moe of NO
            meeting talks held 2022-04-26 in Warsaw: Ann Ek, Cai Roe, Dag Moe",
        expect![[r"
            meeting:a/1 held 2022-03-26
              meeting:a/1 = meeting:b/1: the only one of those days that it can be
            meeting:c/1 held 2022-04-27
            meeting:d/1 held 2022-04-26
        "]],
    );
}

#[test]
fn who_came_to_a_third_state_met_there_once() {
    check(
        NodeKind::Meeting,
        "a 2021-06-17
            person Bo Vik of RU
            meeting talks held 2021-06-17 in Geneva: Bo Vik
         b 2021-06-16
            person Ann Ek of US
            person Bo Vik of RU
            meeting talks held 2021-06-16 in Geneva: Ann Ek, Bo Vik
         c 2022-03-30
            person Ann Ek of US
            meeting talks held 2022-03-30 in Algiers: Ann Ek
         d 2022-03-30
            person Ann Ek of US
            person Cai Roe of DZ
            meeting talks held 2022-03-30 in Algiers: Ann Ek, Cai Roe",
        expect![[r"
            meeting:a/1 held 2021-06-16
              meeting:a/1 = meeting:b/1: the only one of those days that it can be
            meeting:c/1 held 2022-03-30
            meeting:d/1 held 2022-03-30
        "]],
    );
}

#[test]
fn talks_are_announced_with_less_of_those_who_met_or_with_the_first_day_of_the_trip() {
    check(
        NodeKind::Meeting,
        "a 2022-03-21
            person Ann Ek of US
            meeting talks planned 2022-03-23 in Tunis: Ann Ek, TN
         b 2022-03-28
            person Ann Ek of US
            person Bo Vik of TN
            meeting talks held 2022-03-23..2022-03-27 in TN: Ann Ek, Bo Vik
            meeting talks held 2022-03-23..2022-03-27 in TN: Ann Ek
         c 2021-06-22
            person Ann Ek of US
            person Cai Roe of DE
            person Dag Moe of DE
            meeting talks planned 2021-06-22 in DE: Ann Ek, Cai Roe, Dag Moe
         d 2021-06-24
            person Ann Ek of US
            person Cai Roe of DE
            person Dag Moe of DE
            person Eva Lie
            meeting talks held 2021-06-24 in Berlin: Ann Ek, Cai Roe, Dag Moe, Eva Lie
         e 2021-07-22
            person Ann Ek of US
            person Cai Roe of DE
            meeting talks planned 2021-07-22 in DE: Ann Ek, Cai Roe
         f 2021-07-26
            person Ann Ek of US
            person Cai Roe of DE
            person Eva Lie
            meeting talks held 2021-07-26 in Berlin: Ann Ek, Cai Roe, Eva Lie",
        expect![[r"
            meeting:a/1 held 2022-03-23
              meeting:b/1 = meeting:a/1: announced for days on which just one took place
            meeting:b/2 held 2022-03-23
            meeting:c/1 held 2021-06-24
              meeting:c/1 = meeting:d/1: the only one of those days that it can be
            meeting:e/1 planned 2021-07-22
            meeting:f/1 held 2021-07-26
        "]],
    );
}

#[test]
fn the_same_three_sides_meet_once_in_two_days_and_as_many_once_on_a_trip() {
    check(
        NodeKind::Meeting,
        "a 2022-02-09
            person Ann Ek of US
            meeting talks planned 2022-02-12 in Hawaii: Ann Ek, JP, KR
         b 2022-02-13
            person Ann Ek of US
            person Bo Vik of JP
            person Cai Roe of KR
            meeting talks held 2022-02-13 in Honolulu: Ann Ek, Bo Vik, Cai Roe
         c 2021-06-15
            person Ann Ek of US
            person Dag Moe of NO
            meeting talks planned 2021-06-15..2021-06-17 in SA: Ann Ek, Dag Moe, SA, YE
         d 2021-06-18
            person Ann Ek of US
            person Dag Moe of NO
            meeting talks held ..2021-06-18 in YE: Ann Ek, Dag Moe, SA, YE, OM",
        expect![[r"
            meeting:a/1 held 2022-02-13
              meeting:a/1 = meeting:b/1: the only one of those days that it can be
            meeting:c/1 held 2021-06-15
              meeting:c/1 = meeting:d/1: the only one of those days that it can be
        "]],
    );
}

#[test]
fn who_met_today_will_meet_another_time() {
    check(
        NodeKind::Meeting,
        "a 2022-03-26
            person Ann Ek of US
            person Bo Vik of TJ
            meeting talks held 2022-03-26 in Oslo: Ann Ek, Bo Vik
            meeting talks planned: Ann Ek, Bo Vik",
        expect![[r"
            meeting:a/1 held 2022-03-26
            meeting:a/2 planned
        "]],
    );
}

#[test]
fn several_sides_met_at_the_gathering_to_which_the_reports_together_bring_all_of_them() {
    check(
        NodeKind::Meeting,
        "a 2022-06-02
            person Ann Ek of US
            meeting talks held 2022-06-01: Ann Ek, KZ, UZ
         b 2022-06-01
            person Ann Ek of US
            person Bo Vik of TJ
            meeting talks held 2022-06-01 in Oslo: Ann Ek, Bo Vik, KZ
         c 2022-06-02
            person Ann Ek of US
            person Bo Vik of TJ
            meeting talks held 2022-06-01 in Oslo: Ann Ek, Bo Vik, KZ
         d 2022-06-02
            person Ann Ek of US
            person Bo Vik of TJ
            person Cai Roe of UZ
            meeting talks held 2022-06-01 in Oslo: Ann Ek, Bo Vik, KZ, UZ
         e 2022-06-02
            person Ann Ek of US
            meeting talks held 2022-06-01: Ann Ek, NO, SE",
        expect![[r"
            meeting:a/1 held 2022-06-01
              meeting:a/1 = meeting:d/1: the only one of those days that it can be
              meeting:b/1 = meeting:c/1: the same people on the same day
              meeting:b/1 = meeting:d/1: the same people on the same day
            meeting:e/1 held 2022-06-01
        "]],
    );
}
