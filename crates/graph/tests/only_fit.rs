//! Meetings of which a report tells little, and that fit only one of which more is told.

mod told;

use chancery_graph::NodeKind;
use expect_test::expect;
use told::check;

#[test]
fn a_trip_is_told_of_a_day_before_or_after_it_by_who_speaks_of_it() {
    check(
        NodeKind::Meeting,
        "a 2021-07-28
            person Ann Ek of US
            meeting visit planned 2021-07-28 in Kuwait City: Ann Ek
         b 2021-07-29
            person Ann Ek of US
            meeting visit held 2021-07-29 in KW: Ann Ek
         c 2021-07-29
            person Bo Vik of US
            meeting visit held 2021-07-29 in KW: Bo Vik
         d 2021-08-06
            person Ann Ek of US
            meeting visit held 2021-08-06 in KW: Ann Ek",
        expect![[r"
            meeting:a/1 held 2021-07-29
              meeting:a/1 = meeting:b/1: the same visitor to the same place, at one time
            meeting:c/1 held 2021-07-29
            meeting:d/1 held 2021-08-06
        "]],
    );
}

#[test]
fn of_two_trips_that_fit_it_may_be_either() {
    check(
        NodeKind::Meeting,
        "a 2021-07-27
            person Ann Ek of IL
            meeting visit planned 2021-07-28 in Boston: Ann Ek
         b 2021-07-29
            person Ann Ek of IL
            meeting visit held 2021-07-29 in US: Ann Ek
         c 2021-07-30
            person Ann Ek of IL
            meeting visit planned 2021-07-30 in Chicago: Ann Ek",
        expect![[r"
            meeting:a/1 planned 2021-07-28
            meeting:b/1 held 2021-07-29
            meeting:c/1 planned 2021-07-30
        "]],
    );
}

#[test]
fn whoever_receives_somebody_it_is_one_trip() {
    check(
        NodeKind::Meeting,
        "a 2022-03-07
            person Ann Ek of US
            person Bo Vik of LT
            meeting visit held 2022-03-07 in Vilnius: Ann Ek, Bo Vik
         b 2022-03-07
            person Ann Ek of US
            person Cai Roe of LT
            meeting visit held 2022-03-07 in Vilnius: Ann Ek, Cai Roe",
        expect![[r"
            meeting:a/1 held 2022-03-07
              meeting:a/1 = meeting:b/1: the same visitor to the same place, at one time
        "]],
    );
}

#[test]
fn a_trip_of_a_month_is_the_one_about_the_report() {
    check(
        NodeKind::Meeting,
        "a 2022-06-03
            person Ann Ek of US
            meeting visit held 2022-05-30..2022-06-05 in KR: Ann Ek
         b 2022-06-07
            person Ann Ek of US
            meeting visit held 2022-05 in Seoul: Ann Ek
         c 2022-09-07
            person Ann Ek of US
            meeting visit held 2022-05 in Busan: Ann Ek",
        expect![[r"
            meeting:a/1 held 2022-05-30
              meeting:a/1 = meeting:b/1: the same visitor to the same place, at one time
            meeting:c/1 held 2022-05
        "]],
    );
}

#[test]
fn a_trip_to_a_part_of_the_world_is_the_one_on_a_day_of_which_it_is_told() {
    check(
        NodeKind::Meeting,
        "a 2021-07-15
            person Ann Ek of US
            meeting visit planned 2021-07-18..2021-07-25: Ann Ek
         b 2021-07-23
            person Ann Ek of US
            meeting visit held 2021-07-23 in Asia: Ann Ek
         c 2021-07-28
            person Ann Ek of US
            meeting visit held 2021-07-28 in Asia: Ann Ek",
        expect![[r"
            meeting:a/1 held 2021-07-23
              meeting:a/1 = meeting:b/1: the same visitor to the same place, at one time
            meeting:c/1 held 2021-07-28
        "]],
    );
}

#[test]
fn a_discussion_is_the_call_of_the_same_people() {
    check(
        NodeKind::Meeting,
        "a 2022-02-12
            person Ann Ek of US
            person Bo Vik of RU
            meeting call held 2022-02-12: Ann Ek, Bo Vik
         b 2022-02-14
            person Ann Ek of US
            person Bo Vik of RU
            meeting talks held: Ann Ek, Bo Vik
         c 2022-02-19
            person Ann Ek of US
            person Bo Vik of RU
            meeting talks held in Geneva: Ann Ek, Bo Vik
         d 2022-02-24
            person Ann Ek of US
            person Bo Vik of RU
            meeting talks held: Ann Ek, Bo Vik",
        expect![[r"
            meeting:a/1 held 2022-02-12
              meeting:a/1 = meeting:b/1: the only one of those days that it can be
            meeting:c/1 held
            meeting:d/1 held
        "]],
    );
}

#[test]
fn what_was_discussed_in_calls_was_so_in_those_of_the_same_report() {
    check(
        NodeKind::Meeting,
        "a 2022-02-01
            person Ann Ek of US
            person Bo Vik of JP
            person Cai Roe of KR
            meeting call held 2022-01-29..2022-01-30: Ann Ek, Bo Vik, Cai Roe
            meeting talks held 2022-01-29: Ann Ek, Bo Vik, Cai Roe
            meeting talks planned 2022-01-30: Ann Ek, Bo Vik",
        expect![[r"
            meeting:a/1 held 2022-01-29
              meeting:a/1 = meeting:a/2: the only one of those days that it can be
            meeting:a/3 planned 2022-01-30
        "]],
    );
}

#[test]
fn talks_of_a_month_are_the_only_ones_of_the_same_sides() {
    check(
        NodeKind::Meeting,
        "a 2021-06-11
            person Ann Ek of US
            person Bo Vik of TR
            meeting talks held 2021-06-07: Ann Ek, Bo Vik
         b 2021-06-21
            person Ann Ek of US
            meeting talks planned 2021-06 in Brussels: Ann Ek, TR
         c 2022-05-16
            meeting talks planned 2022-07: CA, MX, US
         d 2022-07-15
            person Ann Ek of US
            meeting talks held 2022-07-14: Ann Ek, CA, MX
         e 2022-07-16
            meeting talks held 2022-07-15: CA, US",
        expect![[r"
            meeting:a/1 held 2021-06-07
              meeting:a/1 = meeting:b/1: the only one of those days that it can be
            meeting:c/1 held 2022-07-14
              meeting:c/1 = meeting:d/1: the only one of those days that it can be
            meeting:e/1 held 2022-07-15
        "]],
    );
}

#[test]
fn who_met_alone_met_those_who_were_there() {
    check(
        NodeKind::Meeting,
        "a 2022-04-25
            person Ann Ek of US
            person Bo Vik of UA
            person Cai Roe of UA
            meeting talks held 2022-04-24 in Kyiv: Ann Ek, Bo Vik, Cai Roe
         b 2022-04-30
            person Ann Ek of US
            person Cai Roe of UA
            meeting talks held 2022-04-24 in Kyiv: Ann Ek, Cai Roe
         d 2022-04-26
            person Ann Ek of US
            person Bo Vik of UA
            meeting talks held 2022-04-24 in Kyiv: Ann Ek, Bo Vik
         c 2022-04-30
            person Ann Ek of US
            person Cai Roe of UA
            meeting talks held 2022-04-24 in Warsaw: Ann Ek, Cai Roe",
        expect![[r"
            meeting:a/1 held 2022-04-24
              meeting:a/1 = meeting:b/1: the only one of those days that it can be
              meeting:a/1 = meeting:d/1: the same people on the same day
            meeting:c/1 held 2022-04-24
        "]],
    );
}

#[test]
fn a_day_off_it_is_the_same_if_one_names_nobody_of_a_side() {
    check(
        NodeKind::Meeting,
        "a 2021-07-24
            person Ann Ek of US
            person Bo Vik of CN
            meeting talks planned 2021-07-25 in Tianjin: Ann Ek, Bo Vik
         b 2021-07-30
            person Ann Ek of US
            meeting talks held 2021-07-26 in Tianjin: Ann Ek, CN
         c 2021-07-30
            person Ann Ek of US
            meeting talks held 2021-07-26 in Beijing: Ann Ek, CN",
        expect![[r"
            meeting:a/1 held 2021-07-26
              meeting:a/1 = meeting:b/1: the same people, told of a day apart
            meeting:c/1 held 2021-07-26
        "]],
    );
}

#[test]
fn who_receives_somebody_is_told_alone() {
    check(
        NodeKind::Meeting,
        "a 2022-07-29
            person Ann Ek of US
            meeting talks planned 2022-08-07..2022-08-12 in CD: Ann Ek, CD
         b 2022-07-29
            meeting talks planned 2022-08-09..2022-08-10 in CD: CD
         c 2022-07-29
            meeting talks planned 2022-08-09..2022-08-10 in RW: CD",
        expect![[r"
            meeting:a/1 planned 2022-08-09
              meeting:a/1 = meeting:b/1: the only one of those days that it can be
            meeting:c/1 planned 2022-08-09
        "]],
    );
}

#[test]
fn an_announcement_that_is_one_with_others_takes_in_one_more() {
    check(
        NodeKind::Meeting,
        "a 2022-07-05
            person Ann Ek of US
            person Bo Vik of CN
            meeting talks planned 2022-07-06..2022-07-11 in Bali: Ann Ek, Bo Vik
         b 2022-07-06
            person Ann Ek of US
            person Bo Vik of CN
            meeting talks planned 2022-07-06 in Bali: Ann Ek, CN
         c 2022-07-06
            person Ann Ek of US
            person Bo Vik of CN
            meeting talks planned 2022-07-07..2022-07-08 in Bali: Ann Ek, Bo Vik",
        expect![[r"
            meeting:a/1 planned 2022-07-06
              meeting:a/1 = meeting:b/1: announced for days on which just one took place
              meeting:a/1 = meeting:c/1: the same people on one trip, of which neither tells the day
        "]],
    );
}

#[test]
fn our_trip_is_that_of_one_of_our_side() {
    check(
        NodeKind::Meeting,
        "a 2021-07-28
            person Ann Ek of US
            meeting visit held 2021-07-26..2021-08-01 in IN: Ann Ek
         b 2021-08-05
            meeting visit held 2021-07-26..2021-08-01 in IN: US
         c 2021-08-05
            meeting visit held 2021-07-26..2021-08-01 in PK: US
         d 2021-08-05
            person Bo Vik of FR
            meeting visit held 2021-07-26..2021-08-01 in IN: FR",
        expect![[r"
            meeting:a/1 held 2021-07-26
              meeting:a/1 = meeting:b/1: the same visitor to the same place, at one time
            meeting:c/1 held 2021-07-26
            meeting:d/1 held 2021-07-26
        "]],
    );
}

#[test]
fn of_several_it_is_sooner_the_one_of_the_same_days() {
    check(
        NodeKind::Meeting,
        "a 2021-07-28
            person Ann Ek of US
            meeting visit held 2021-07-26..2021-08-01 in IN: Ann Ek
         b 2021-07-29
            person Bo Vik of US
            meeting visit held 2021-07-29 in IN: Bo Vik
         c 2021-08-05
            meeting visit held 2021-07-26..2021-08-01 in IN: US",
        expect![[r"
            meeting:a/1 held 2021-07-26
              meeting:a/1 = meeting:c/1: the same visitor to the same place, at one time
            meeting:b/1 held 2021-07-29
        "]],
    );
}

#[test]
fn a_spokesman_was_not_on_the_trip_of_which_he_says_that_it_was_ours() {
    check(
        NodeKind::Meeting,
        "a 2021-07-28
            person Ann Ek of US
            meeting visit held 2021-07-26..2021-08-01 in IN: Ann Ek
         b 2021-08-05
            person Bo Vik of US as spokesman
            meeting visit held 2021-07-26..2021-08-01 in IN: Bo Vik, US",
        expect![[r"
            meeting:a/1 held 2021-07-26
              meeting:a/1 = meeting:b/1: the same visitor to the same place, at one time
        "]],
    );
}

#[test]
fn a_stop_that_has_but_the_days_of_the_tour_is_not_the_tour() {
    check(
        NodeKind::Meeting,
        "a 2022-03-02
            person Ann Ek of US as Secretary
            meeting visit planned 2022-03-03..2022-03-08: Ann Ek
            meeting visit planned 2022-03-03..2022-03-08 in Riga: Ann Ek
         b 2022-03-05
            person Ann Ek of US as Secretary
            meeting visit planned 2022-03-03..2022-03-08: Ann Ek
         c 2022-03-06
            person Ann Ek of US as Secretary
            meeting visit held 2022-03-06 in Riga: Ann Ek",
        expect![[r"
            meeting:a/1 planned 2022-03-03
              meeting:a/1 = meeting:b/1: the same people on the same day
            meeting:a/2 held 2022-03-06
              meeting:a/2 = meeting:c/1: the same visitor to the same place, at one time
        "]],
    );
}

#[test]
fn a_trip_to_a_part_of_the_world_is_the_one_of_those_days() {
    check(
        NodeKind::Meeting,
        "a 2021-05-25
            person Ann Ek of US
            meeting visit planned 2021-05-25..2021-06-04: Ann Ek
         b 2021-06-21
            person Ann Ek of US
            meeting visit held in Europe: Ann Ek
         c 2021-05-25
            person Bo Vik of US
            meeting visit planned 2021-05-25..2021-05-27 in Accra: Bo Vik
            meeting visit planned in Africa: Bo Vik
         d 2021-05-25
            person Cai Roe of US
            meeting visit planned 2021-05-25..2021-05-27 in Warsaw: Cai Roe
            meeting visit planned in Africa: Cai Roe",
        expect![[r"
            meeting:a/1 held 2021-05-25
              meeting:a/1 = meeting:b/1: the same visitor to the same place, at one time
            meeting:c/1 planned 2021-05-25
              meeting:c/1 = meeting:c/2: the same visitor to the same place, at one time
            meeting:d/1 planned 2021-05-25
            meeting:d/2 planned
        "]],
    );
}

#[test]
fn who_returned_had_left() {
    check(
        NodeKind::Meeting,
        "a 2021-05-25
            person Ann Ek of US
            meeting visit planned 2021-05-25 in OM: Ann Ek
         b 2021-06-04
            person Ann Ek of US
            meeting visit held ..2021-06-03 in Muscat: Ann Ek
         c 2021-06-04
            person Bo Vik of US
            meeting visit held ..2021-06-03 in Muscat: Bo Vik",
        expect![[r"
            meeting:a/1 held 2021-05-25
              meeting:b/1 = meeting:a/1: the last one of the same people before it was told of
            meeting:c/1 held
        "]],
    );
}

#[test]
fn whom_a_host_received_others_tell() {
    check(
        NodeKind::Meeting,
        "a 2021-05-25
            person Ann Ek of IL
            meeting visit ongoing 2021-05-25 in IL: Ann Ek, IL
         b 2021-06-02
            person Bo Vik of US
            meeting visit held 2021-05 in IL: Bo Vik
         c 2021-07-14
            person Ann Ek of IL
            meeting visit ongoing 2021-07-14 in IL: Ann Ek
         d 2021-07-14
            person Bo Vik of US
            meeting visit held 2021-07-14 in IL: Bo Vik
         e 2021-07-14
            person Cai Roe of FR
            meeting visit held 2021-07-14 in IL: Cai Roe",
        expect![[r"
            meeting:a/1 held 2021-05-25
              meeting:a/1 = meeting:b/1: the same visitor to the same place, at one time
            meeting:c/1 ongoing 2021-07-14
            meeting:d/1 held 2021-07-14
            meeting:e/1 held 2021-07-14
        "]],
    );
}

#[test]
fn one_report_tells_of_the_visitor_and_of_all_who_were_there() {
    check(
        NodeKind::Meeting,
        "a 2021-05-20
            person Ann Ek of US
            person Bo Vik of GL
            meeting visit ongoing 2021-05-20 in GL: Ann Ek, Bo Vik
            meeting visit ongoing 2021-05-20 in Kangerlussuaq: Ann Ek
            meeting visit ongoing 2021-05-20 in DK: Ann Ek",
        expect![[r"
            meeting:a/1 ongoing 2021-05-20
              meeting:a/1 = meeting:a/2: the same people on the same day
            meeting:a/3 ongoing 2021-05-20
        "]],
    );
}

#[test]
fn a_place_that_is_not_known_is_where_the_host_is() {
    check(
        NodeKind::Meeting,
        "a 2022-02-11
            person Ann Ek of US
            meeting visit planned in FJ: Ann Ek
         b 2022-02-12
            person Ann Ek of US
            person Bo Vik of FJ
            meeting visit ongoing 2022-02-12 in Denarau Island: Ann Ek, Bo Vik
         c 2022-04-11
            person Ann Ek of US
            meeting visit planned in FJ: Ann Ek
         d 2022-04-12
            person Ann Ek of US
            meeting visit ongoing 2022-04-12 in Denarau Island: Ann Ek",
        expect![[r"
            meeting:a/1 ongoing 2022-02-12
              meeting:a/1 = meeting:b/1: announced for days on which just one took place
            meeting:c/1 planned
            meeting:d/1 ongoing 2022-04-12
        "]],
    );
}

#[test]
fn days_of_which_some_lie_before_the_visit_are_of_no_stop() {
    check(
        NodeKind::Meeting,
        "a 2022-06-02
            person Ann Ek of US
            meeting visit ongoing 2022-05-30..2022-06-05 in KR: Ann Ek
         b 2022-06-07
            person Ann Ek of US
            meeting visit held 2022-06-03..2022-06-07 in Seoul: Ann Ek",
        expect![[r"
            meeting:a/1 held 2022-06-03
              meeting:a/1 = meeting:b/1: the same people on the same day
        "]],
    );
}

#[test]
fn a_visit_that_is_cancelled_had_been_announced() {
    check(
        NodeKind::Meeting,
        "a 2022-03-03
            person Ann Ek of US
            meeting visit planned 2022-03-04..2022-03-11: Ann Ek
            meeting visit planned 2022-03-10..2022-03-11 in Cairo: Ann Ek
         b 2022-03-10
            person Ann Ek of US
            meeting visit cancelled 2022-03-10 in EG: Ann Ek",
        expect![[r"
            meeting:a/1 planned 2022-03-04
            meeting:a/2 cancelled 2022-03-10
              meeting:a/2 = meeting:b/1: the same people on the same day
        "]],
    );
}

#[test]
fn what_is_told_of_legs_on_a_tour_is_of_it() {
    check(
        NodeKind::Meeting,
        "a 2022-07-05
            person Ann Ek of US
            meeting visit planned 2022-07-06..2022-07-11: Ann Ek
         b 2022-07-06
            person Ann Ek of US
            meeting visit planned in Jakarta: Ann Ek
         c 2022-07-09
            person Ann Ek of US
            meeting visit planned in Bangkok: Ann Ek
         d 2022-07-05
            person Ann Ek of US
            meeting visit planned in Prague: Ann Ek
         e 2022-07-08
            person Bo Vik of US
            meeting visit planned in Bangkok: Bo Vik",
        expect![[r"
            meeting:a/1 planned 2022-07-06
              meeting:a/1 = meeting:b/1: the same visitor to the same place, at one time
              meeting:a/1 = meeting:c/1: the same visitor to the same place, at one time
            meeting:d/1 planned
            meeting:e/1 planned
        "]],
    );
}

#[test]
fn who_is_to_meet_several_of_one_side_met_the_first_of_them_who_was_met() {
    let plan = "a 2022-03-02
            person Ann Ek of US
            person Bo Roe of EE
            person Cai Vik of EE
            person Dan Oja of EE
            meeting talks planned 2022-03-08 in Tallinn: Ann Ek, Bo Roe, Cai Vik, Dan Oja";
    let met = "b 2022-03-08
            person Ann Ek of US
            person Dan Oja of EE
            meeting talks held 2022-03-08 in Tallinn: Ann Ek, Dan Oja
         c 2022-03-08
            person Ann Ek of US
            person Cai Vik of EE
            meeting talks held 2022-03-08 in Tallinn: Ann Ek, Cai Vik";
    check(
        NodeKind::Meeting,
        &format!("{plan}\n{met}"),
        expect![[r"
            meeting:a/1 held 2022-03-08
              meeting:a/1 = meeting:c/1: the only one of those days that it can be
            meeting:b/1 held 2022-03-08
        "]],
    );
}

#[test]
fn a_plan_to_meet_those_of_two_states_is_announced_twice() {
    let plan = |document: &str, states: &str| {
        format!(
            "{document}
            person Ann Ek of US
            meeting talks planned: Ann Ek, {states}"
        )
    };
    let (one, other) = (plan("a 2021-05-21", "IL, PS"), plan("b 2021-05-23", "IL, PS"));
    check(
        NodeKind::Meeting,
        &format!("{one}\n{other}"),
        expect![[r"
            meeting:a/1 planned
              meeting:a/1 = meeting:b/1: the only one of those days that it can be
        "]],
    );
    // One of many with those of one state.
    let (one, other) = (plan("a 2021-05-21", "IL"), plan("b 2021-05-23", "IL"));
    check(NodeKind::Meeting, &format!("{one}\n{other}"), expect![[r""]]);
}
