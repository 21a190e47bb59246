//! Meetings that are known by which sides met, and where.

mod told;

use chancery_graph::NodeKind;
use expect_test::expect;
use told::check;

#[test]
fn a_recent_meeting_of_two_sides_is_the_one_that_was_in_that_place() {
    check(
        NodeKind::Meeting,
        "a 2022-07-18
            meeting talks held 2022-07-16 in GE: AM, AZ
         b 2022-07-25
            meeting talks held in Tbilisi: AM, AZ
         c 2022-07-25
            meeting talks held in Vienna: AM, AZ
         d 2022-09-25
            meeting talks held in Tbilisi: AM, AZ",
        expect![[r"
            meeting:a/1 held 2022-07-16
              meeting:a/1 = meeting:b/1: the same sides in one place, at one time
            meeting:c/1 held
            meeting:d/1 held
        "]],
    );
}

#[test]
fn what_two_announce_of_one_place_at_one_time_is_one() {
    check(
        NodeKind::Meeting,
        "a 2022-07-29
            person Ann Ek of US
            meeting talks planned 2022-08-09..2022-08-10 in CD: Ann Ek, US, CD
         b 2022-07-29
            person Ann Ek of US
            meeting talks planned 2022-08-07..2022-08-12 in CD: US, CD
         c 2022-07-29
            person Ann Ek of US
            meeting talks planned 2022-08-07..2022-08-12 in RW: Ann Ek, US, RW
         d 2022-08-06
            person Ann Ek of US
            meeting talks planned 2022-08-07..2022-08-12 in RW: Ann Ek, US, RW",
        expect![[r"
            meeting:a/1 planned 2022-08-09
              meeting:a/1 = meeting:b/1: the same sides in one place, at one time
            meeting:c/1 planned 2022-08-07
              meeting:c/1 = meeting:d/1: the same parties on the same day
        "]],
    );
}

#[test]
fn the_same_traveller_and_the_same_three_sides_met_once_on_a_trip() {
    check(
        NodeKind::Meeting,
        "a 2022-06-15
            person Ann Ek of US
            meeting talks planned 2022-06-15..2022-06-17 in Sanaa: Ann Ek, SA, YE
         b 2022-06-18
            person Ann Ek of US
            person Nil Aide
            meeting talks held in Sana'a: Ann Ek, SA, YE, Nil Aide
         c 2022-06-18
            person Ann Ek of US
            meeting talks held in Sana'a: Ann Ek, SA",
        expect![[r"
            meeting:a/1 held 2022-06-15
              meeting:a/1 = meeting:b/1: the same people on one trip, of which neither tells the day
            meeting:c/1 held
        "]],
    );
}

#[test]
fn who_is_announced_alone_meets_those_who_receive_them_that_day() {
    check(
        NodeKind::Meeting,
        "a 2022-02-22
            meeting talks planned 2022-02-23 in Washington: UA
         b 2022-02-23
            person Ann Ek of US
            person Bo Vik of UA
            meeting talks held 2022-02-23 in Washington: Ann Ek, Bo Vik
         c 2022-02-22
            meeting talks planned 2022-02-24 in Washington: UA
         d 2022-02-24
            person Ann Ek of US
            person Bo Vik of UA
            meeting talks held 2022-02-24 in Warsaw: Ann Ek, Bo Vik",
        expect![[r"
            meeting:a/1 held 2022-02-23
              meeting:a/1 = meeting:b/1: the same sides in one place, at one time
            meeting:c/1 planned 2022-02-24
            meeting:d/1 held 2022-02-24
        "]],
    );
}

#[test]
fn who_is_announced_to_meet_others_too_meets_them_apart() {
    check(
        NodeKind::Meeting,
        "a 2022-03-29
            person Ann Ek of US
            meeting talks planned 2022-03-30 in Algiers: Ann Ek, DZ
            meeting talks planned 2022-03-30 in Algiers: Ann Ek
         b 2022-03-30
            person Ann Ek of US
            person Bo Vik of DZ
            meeting talks held 2022-03-30 in Algiers: Ann Ek, Bo Vik",
        expect![[r"
            meeting:a/1 held 2022-03-30
              meeting:a/1 = meeting:b/1: the same parties on the same day
            meeting:a/2 planned 2022-03-30
        "]],
    );
}

#[test]
fn a_call_of_a_day_that_has_passed_is_that_of_the_day_beside_if_nobody_tells_of_another() {
    let told = "a 2022-06-18
            person Ann Ek of US
            person Bo Vik of IL
            meeting call held 2022-06-18: Ann Ek, Bo Vik
         b 2022-06-21
            person Ann Ek of US
            person Bo Vik of IL
            meeting call held 2022-06-17: Ann Ek, Bo Vik";
    check(
        NodeKind::Meeting,
        told,
        expect![[r"
        meeting:a/1 held 2022-06-17
          meeting:a/1 = meeting:b/1: the same people, told of a day apart
    "]],
    );
    let another = "
         c 2022-06-17
            person Ann Ek of US
            person Bo Vik of IL
            meeting call held 2022-06-17: Ann Ek, Bo Vik";
    check(
        NodeKind::Meeting,
        &format!("{told}{another}"),
        expect![[r"
        meeting:a/1 held 2022-06-18
        meeting:b/1 held 2022-06-17
          meeting:b/1 = meeting:c/1: the same people on the same day
    "]],
    );
}

#[test]
fn two_who_went_somewhere_together_are_told_of_a_day_off() {
    check(
        NodeKind::Meeting,
        "a 2022-04-25
            person Ann Ek of US
            person Bo Vik of US
            meeting visit held 2022-04-24 in Kyiv: Ann Ek, Bo Vik
         b 2022-04-26
            person Ann Ek of US
            person Bo Vik of US
            meeting visit held 2022-04-25: Ann Ek, Bo Vik
         c 2022-04-28
            person Ann Ek of US
            person Bo Vik of US
            meeting visit held 2022-04-27 in Vienna: Ann Ek, Bo Vik",
        expect![[r"
            meeting:a/1 held 2022-04-24
              meeting:a/1 = meeting:b/1: the same people, told of a day apart
            meeting:c/1 held 2022-04-27
        "]],
    );
}

#[test]
fn a_trip_told_by_its_days_alone_is_the_one_of_nearly_the_same_days() {
    check(
        NodeKind::Meeting,
        "a 2022-08-01
            person Ann Ek of US
            meeting visit planned 2022-07-31..2022-08-06: Ann Ek
         b 2022-08-05
            person Ann Ek of US
            meeting visit ongoing 2022-08-02..2022-08-06 in ZA: Ann Ek
         c 2022-08-01
            person Ann Ek of US
            meeting visit planned 2022-08-05..2022-08-06 in NE: Ann Ek",
        expect![[r"
            meeting:a/1 ongoing 2022-08-02
              meeting:a/1 = meeting:b/1: the same people on the same day
            meeting:c/1 planned 2022-08-05
        "]],
    );
}

#[test]
fn a_leg_of_which_only_the_first_day_is_announced_is_the_visit_that_began_then() {
    check(
        NodeKind::Meeting,
        "a 2022-03-21
            person Ann Ek of US
            meeting visit planned 2022-03-23 in Tunis: Ann Ek
         b 2022-03-28
            person Ann Ek of US
            meeting visit held 2022-03-23..2022-03-27 in TN: Ann Ek
         c 2022-03-21
            person Bo Vik of US
            meeting visit planned 2022-03-24 in Tunis: Bo Vik
         d 2022-03-28
            person Bo Vik of US
            meeting visit held 2022-03-23..2022-03-27 in TN: Bo Vik",
        expect![[r"
            meeting:a/1 held 2022-03-23
              meeting:a/1 = meeting:b/1: the same people on the same day
            meeting:c/1 planned 2022-03-24
            meeting:d/1 held 2022-03-23
        "]],
    );
}

#[test]
fn a_side_of_which_nobody_is_named_may_be_left_out() {
    check(
        NodeKind::Meeting,
        "a 2022-07-27
            person Ann Ek of US
            meeting talks planned 2022-07-27: Ann Ek, SA
         b 2022-07-27
            person Ann Ek of US
            meeting talks planned 2022-07-27: Ann Ek, SA, YE
         c 2022-08-27
            person Ann Ek of US
            meeting talks planned 2022-08-27: Ann Ek, SA
         d 2022-08-27
            person Ann Ek of US
            person Bo Vik of YE
            meeting talks planned 2022-08-27: Ann Ek, SA, Bo Vik",
        expect![[r"
            meeting:a/1 planned 2022-07-27
              meeting:a/1 = meeting:b/1: the same parties on the same day
            meeting:c/1 planned 2022-08-27
            meeting:d/1 planned 2022-08-27
        "]],
    );
}

#[test]
fn the_stops_of_a_trip_to_a_part_of_the_world_are_that_trip() {
    check(
        NodeKind::Meeting,
        "a 2022-04-21
            person Ann Ek of US
            meeting visit planned 2022-04-25..2022-04-29 in Western Balkans: Ann Ek
            meeting visit planned 2022-04-25..2022-04-29 in AL: Ann Ek
            meeting visit planned 2022-04-26..2022-04-27 in RS: Ann Ek",
        expect![[r"
            meeting:a/1 planned 2022-04-25
              meeting:a/1 = meeting:a/2: the same parties on the same day
            meeting:a/3 planned 2022-04-26
        "]],
    );
}
