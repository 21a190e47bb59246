//! Who is one person, and which reports are of one meeting.

mod told;

use chancery_graph::{Graph, NodeKind, Report};
use chancery_model::{DocumentInfo, EntityId, EntityKind, Facts};
use expect_test::expect;
use std::fmt::Write;
use told::{check, entity, shown};

#[test]
fn spellings_orders_and_initials_of_one_name_are_one_person() {
    check(
        NodeKind::Person,
        "a 2022-02-01
            person Hayashi Yoshimasa of JP as Foreign Minister
            person S. Jaishankar of IN as Minister
            person Abdulhamid Dabaiba of LY as Prime Minister
         b 2022-03-01
            person Yoshimasa Hayashi
            person Subrahmanyam Jaishankar of IN as Minister
            person Abdul Hamid Dbeibah of LY as Prime Minister",
        expect![[r"
            person:abdul-hamid-dbeibah
              person:abdul-hamid-dbeibah = person:abdulhamid-dabaiba: spellings of one name, of one state or office
            person:hayashi-yoshimasa
              person:hayashi-yoshimasa = person:yoshimasa-hayashi: the same words in another order
            person:s-jaishankar
              person:s-jaishankar = person:subrahmanyam-jaishankar: initials of the other, of one state or office
        "]],
    );
}

#[test]
fn namesakes_stay_two() {
    check(
        NodeKind::Person,
        "a 2022-02-01
            person Abdullah II of JO as King
            person Kishida Fumio of JP as Prime Minister
            person Tamim bin Hamad Al Thani of QA as Amir
         b 2022-03-01
            person Abdullah bin Zayed of AE as Foreign Minister
            person Kishi Nobuo of JP as Defense Minister
            person Mohammed bin Abdulrahman Al Thani of QA as Foreign Minister
            person John Smith of US
         c 2022-03-01
            person John A. Smith of GB",
        expect![[r"
            person:abdullah-bin-zayed
            person:abdullah-ii
            person:john-a-smith
            person:john-smith
            person:kishi-nobuo
            person:kishida-fumio
            person:mohammed-bin-abdulrahman-al-thani
            person:tamim-bin-hamad-al-thani
        "]],
    );
}

#[test]
fn a_name_that_fits_two_is_of_neither() {
    check(
        NodeKind::Person,
        "a 2022-02-01
            person S. Khan of PK
         b 2022-03-01
            person Sara Khan of PK
         c 2022-03-01
            person Salim Khan of PK",
        expect![[r"
            person:s-khan
            person:salim-khan
            person:sara-khan
        "]],
    );
}

#[test]
fn a_bare_name_is_of_whom_its_report_tells() {
    check(
        NodeKind::Person,
        "a 2022-02-01
            person Tamim bin Hamad Al Thani of QA as Amir
            person Sergey Lavrov of RU as Foreign Minister
         b 2022-03-01
            person Mohammed bin Abdulrahman Al Thani of QA as Foreign Minister
         c 2022-03-02
            person Al Thani of QA as Foreign Minister
            person Lavrov as Foreign Minister
         d 2022-03-02
            person Al Thani of QA as Amir
         e 2022-03-02
            person Smith
         f 2022-03-02
            person Smith of GB
         g 2022-03-02
            person Smith of NZ",
        expect![[r"
            person:mohammed-bin-abdulrahman-al-thani
              person:al-thani = person:mohammed-bin-abdulrahman-al-thani: the name with that office or state
            person:sergey-lavrov
              person:lavrov = person:sergey-lavrov: the name with that office or state
            person:smith
            person:smith@GB
            person:smith@NZ
            person:tamim-bin-hamad-al-thani
              person:al-thani = person:tamim-bin-hamad-al-thani: the name with that office or state
        "]],
    );
}

#[test]
fn a_bare_name_is_of_the_only_one_who_bears_it_or_has_to_do_with_the_state() {
    check(
        NodeKind::Person,
        "a 2022-02-01
            person Antonia Urrejola of CL as Foreign Minister
            person Bashar Assad
            person Nil Aide of SY
         b 2022-02-02
            person Bashar Assad
            person Nil Aide of SY
         c 2022-02-03
            person Omar Assad
            person Nil Aide of US
         d 2022-02-04
            person Omar Assad
            person Nil Aide of US
         e 2022-02-05
            person Urrejola
            person Assad
            person Nil Aide of SY
         f 2022-02-06
            person Assad",
        expect![[r"
            person:antonia-urrejola
              person:urrejola = person:antonia-urrejola: the only known bearer of the name
            person:assad
            person:bashar-assad
              person:assad = person:bashar-assad: the bearer of the name who has to do with the state told of
            person:nil-aide
            person:omar-assad
        "]],
    );
}

#[test]
fn a_given_name_alone_is_of_one_who_is_named_far_more_often_than_others() {
    check(
        NodeKind::Person,
        "a 2022-02-01
            person Humeyra Pamuk
         b 2022-02-02
            person Humeyra Pamuk
         c 2022-02-03
            person Humeyra
            person Peter
         d 2022-02-04
            person Peter Haas
         e 2022-02-05
            person Peter Martin",
        expect![[r"
            person:humeyra-pamuk
              person:humeyra = person:humeyra-pamuk: the only known bearer of the name
            person:peter
            person:peter-haas
            person:peter-martin
        "]],
    );
}

#[test]
fn a_state_that_few_tell_against_many_is_a_slip() {
    let many: String = (1..=9).fold(String::new(), |mut all, day| {
        let _ = write!(all, "a{day} 2022-02-0{day}\n person Biden of US as President\n");
        all
    });
    check(
        NodeKind::Person,
        &format!("{many} b 2022-03-01\n person Biden of IR as President"),
        expect![[r"
            person:biden
        "]],
    );
}

#[test]
fn parts_of_a_long_name_are_its_bearers_and_another_middle_initial_is_not() {
    check(
        NodeKind::Person,
        "a 2022-02-01
            person Juan Manuel Pino Forero of PA as Minister
            person George Herbert Walker Bush of US as President
            person Sofia Sopega
         b 2022-02-02
            person Juan Pino of PA as Minister
            person George W. Bush of US as President
            person Sofiya Sapega",
        expect![[r"
            person:george-herbert-walker-bush
            person:george-w-bush
            person:juan-manuel-pino-forero
              person:juan-manuel-pino-forero = person:juan-pino: the words of one are among the other's, of one state or office
            person:sofia-sopega
              person:sofia-sopega = person:sofiya-sapega: spellings of one name, of one state or office
        "]],
    );
}

#[test]
fn one_id_elsewhere_makes_one_and_two_make_two() {
    use EntityKind::{Organization, Person};
    let named = |document: &str, entities: &[(&str, EntityKind, &str)]| {
        let mut facts = Facts::empty(DocumentInfo::named(document.parse().expect("an id")));
        for (name, kind, elsewhere) in entities {
            let id = EntityId::named(*kind, name);
            entity(&mut facts, &id, name);
            let same_as = &mut facts.entities.last_mut().expect("one").same_as;
            same_as.push((*elsewhere).to_owned());
        }
        Report::new(facts, "words").expect("it holds")
    };
    let all = [
        named("a", &[("Ann Lee", Person, "wikidata:Q1"), ("NATO", Organization, "wikidata:Q7")]),
        named("b", &[("Annie Low", Person, "wikidata:Q1"), ("OTAN", Organization, "wikidata:Q7")]),
        named("c", &[("Ann B. Lee", Person, "wikidata:Q2")]),
    ];
    let graph: Graph = all.iter().cloned().collect();
    let both = shown(&graph, Person.into()) + &shown(&graph, Organization.into());
    expect![[r"
        person:ann-b-lee
        person:ann-lee
          person:ann-lee = person:annie-low: the same id elsewhere
        organization:nato
          organization:nato = organization:otan: the same id elsewhere
    "]]
    .assert_eq(&both);
    let backward: Graph = all.into_iter().rev().collect();
    assert_eq!(graph.digest(), backward.digest());
}

#[test]
fn an_office_tells_whose_a_name_in_the_middle_or_a_letter_off_is() {
    check(
        NodeKind::Person,
        "a 2022-02-01
            person Moussa Faki Mahamat of TD as chairperson
            person Zalmay Khalilzad of US as special ambassador
         b 2022-02-02
            person Faki of TD as chairperson
            person Khalizad of US as ambassador
         c 2022-02-03
            person Mohammed bin Zayed Al Nahyan of AE as crown prince
            person Mohammed bin Zayed of AE as crown prince
         d 2022-02-04
            person Mohamed bin Zayed of AE as crown prince",
        expect![[r"
            person:mohamed-bin-zayed
              person:mohamed-bin-zayed = person:mohammed-bin-zayed: spellings of one name, of one state or office
              person:mohammed-bin-zayed = person:mohammed-bin-zayed-al-nahyan: one is the beginning of the other, of one state or office
            person:moussa-faki-mahamat
              person:faki = person:moussa-faki-mahamat: the name with that office or state
            person:zalmay-khalilzad
              person:khalizad = person:zalmay-khalilzad: the name with that office or state
        "]],
    );
}

#[test]
fn on_a_trip_of_a_few_days_the_town_may_be_the_next() {
    check(
        NodeKind::Meeting,
        "announcement 2022-03-03
            meeting talks planned 2022-03-04..2022-03-05 in Istanbul: Ann Lee of US, Bo Ek of TR
         readout 2022-03-05
            meeting talks held 2022-03-05 in Ankara: Ann Lee of US, Bo Ek of TR",
        expect![[r"
            meeting:announcement/1 held 2022-03-05
              meeting:announcement/1 = meeting:readout/1: announced for days on which just one took place
        "]],
    );
}

#[test]
fn what_is_announced_for_a_trip_is_what_another_report_tells_of_it_without_a_day() {
    check(
        NodeKind::Meeting,
        "announcement 2022-03-03
            meeting visit planned 2022-03-04..2022-03-07: Ann Lee of US, US
            meeting talks planned in Ankara: Ann Lee of US, Bo Ek of TR
            meeting talks planned in Riga: Ann Lee of US, Cy Fox of LV
         readout 2022-03-06
            meeting talks held in Ankara: Ann Lee of US, Bo Ek of TR
         late 2022-03-20
            meeting talks held: Ann Lee of US, Cy Fox of LV
         elsewhere 2022-03-06
            meeting talks held in Paris: Ann Lee of US, Cy Fox of LV",
        expect![[r"
            meeting:announcement/1 planned 2022-03-04
            meeting:announcement/2 held
              meeting:announcement/2 = meeting:readout/1: the same people on one trip, of which neither tells the day
            meeting:announcement/3 planned
            meeting:elsewhere/1 held
            meeting:late/1 held
        "]],
    );
}

#[test]
fn announcement_schedule_readout_and_statement_are_one_meeting() {
    check(
        NodeKind::Meeting,
        "announcement 2021-05-24
            meeting visit planned 2021-05-24..2021-05-27: Ann Lee of US, US
            meeting talks planned in Cairo: Ann Lee of US, Ali Sisi of EG
         readout 2021-05-26
            meeting talks held 2021-05-26 in Cairo: Ann Lee of US, Ali Sisi of EG, Bo Aide of EG
         schedule 2021-05-26
            meeting talks planned 2021-05-26: Ann Lee of US, Ali Sisi of EG
         undated 2021-05-27
            meeting talks held: Ann Lee of US, Ali Sisi of EG",
        expect![[r"
            meeting:announcement/1 planned 2021-05-24
            meeting:announcement/2 held 2021-05-26
              meeting:announcement/2 = meeting:readout/1: announced for days on which just one took place
              meeting:readout/1 = meeting:schedule/1: the same people on the same day
              meeting:undated/1 = meeting:readout/1: the same people on the same day
              part of meeting:announcement/1
        "]],
    );
}

#[test]
fn what_is_told_without_a_day_is_the_last_meeting_of_the_same_people() {
    check(
        NodeKind::Meeting,
        "a 2022-02-01
            meeting talks held 2022-02-01: Ann Lee of US, Bo Ek of SE
         b 2022-02-05
            meeting talks held 2022-02-05: Ann Lee of US, Bo Ek of SE
         c 2022-02-12
            meeting talks held: Ann Lee of US, Bo Ek of SE
         d 2022-06-12
            meeting talks held: Ann Lee of US, Bo Ek of SE
         e 2022-06-20
            meeting talks planned: Ann Lee of US, Bo Ek of SE
         f 2022-06-26
            meeting talks held 2022-06-26: Ann Lee of US, Bo Ek of SE",
        expect![[r"
            meeting:a/1 held 2022-02-01
            meeting:b/1 held 2022-02-05
              meeting:c/1 = meeting:b/1: the last one of the same people before it was told of
            meeting:d/1 held
            meeting:e/1 held 2022-06-26
              meeting:e/1 = meeting:f/1: announced for days on which just one took place
        "]],
    );
}

#[test]
fn what_is_told_of_a_month_is_the_only_meeting_of_the_same_people_in_it() {
    check(
        NodeKind::Meeting,
        "a 2022-02-05
            meeting talks held 2022-02-05: Ann Lee of US, Bo Ek of SE
         b 2022-02-25
            meeting talks held 2022-02: Ann Lee of US, Bo Ek of SE
         c 2022-03-05
            meeting talks held 2022-02: US, SE",
        expect![[r"
            meeting:a/1 held 2022-02-05
              meeting:b/1 = meeting:a/1: announced for days on which just one took place
            meeting:c/1 held 2022-02
        "]],
    );
}

#[test]
fn who_comes_first_in_one_report_may_come_later_in_another() {
    check(
        NodeKind::Meeting,
        "a 2022-02-05
            meeting talks held 2022-02-05: Ann Lee of US, Bo Ek of SE
         b 2022-02-05
            meeting talks held 2022-02-05: Ann Lee of US, Di Go of SE, Bo Ek of SE
         c 2022-02-05
            meeting talks held 2022-02-05: Cy Fox of US, Bo Ek of SE",
        expect![[r"
            meeting:a/1 held 2022-02-05
              meeting:a/1 = meeting:b/1: the same people on the same day
            meeting:c/1 held 2022-02-05
        "]],
    );
}

#[test]
fn a_visit_that_is_told_of_for_weeks_is_one_and_the_next_is_another() {
    check(
        NodeKind::Meeting,
        "a 2022-03-01
            meeting visit planned in Rome: Ann Lee of US
         b 2022-03-20
            meeting visit planned 2022-03-24..2022-03-25 in Rome: Ann Lee of US
         c 2022-03-28
            meeting visit held in Rome: Ann Lee of US
         d 2022-06-28
            meeting visit held 2022-06-27 in Rome: Ann Lee of US
         e 2022-06-28
            meeting visit held in Oslo: Ann Lee of US",
        expect![[r"
            meeting:a/1 held 2022-03-24
              meeting:b/1 = meeting:a/1: the same visitor to the same place, at one time
              meeting:c/1 = meeting:b/1: the last one of the same people before it was told of
            meeting:d/1 held 2022-06-27
            meeting:e/1 held
        "]],
    );
}

#[test]
fn a_call_and_talks_of_one_day_and_two_rounds_stay_two() {
    check(
        NodeKind::Meeting,
        "a 2022-02-02
            meeting call held 2022-02-02: Ann Lee of US, Bo Ek of SE
         b 2022-02-02
            meeting talks held 2022-02-02: Ann Lee of US, Bo Ek of SE
         c 2022-02-04
            meeting talks held 2022-02-04: Ann Lee of US, Bo Ek of SE
         d 2022-02-02
            meeting talks held 2022-02-02: Cy Fox of US, Bo Ek of SE
         e 2022-02-02
            meeting talks held 2022-02-02: Ann Lee of US, Bo Ek of SE, Di Go of NO",
        expect![[r"
            meeting:a/1 held 2022-02-02
            meeting:b/1 held 2022-02-02
            meeting:c/1 held 2022-02-04
            meeting:d/1 held 2022-02-02
            meeting:e/1 held 2022-02-02
        "]],
    );
}

#[test]
fn one_place_may_be_spelled_in_two_ways() {
    check(
        NodeKind::Meeting,
        "a 2022-02-15
            meeting talks held 2022-02-15 in Marrakesh: Ann Lee of US, Bo Ek of SE
         b 2022-02-15
            meeting talks held 2022-02-15 in Marrakech: Ann Lee of US, Bo Ek of SE
         c 2022-02-15
            meeting talks held 2022-02-15 in Rabat: Ann Lee of US, Bo Ek of SE",
        expect![[r"
            meeting:a/1 held 2022-02-15
              meeting:a/1 = meeting:b/1: the same people on the same day
            meeting:c/1 held 2022-02-15
        "]],
    );
}

#[test]
fn what_is_told_a_day_off_is_one_unless_somebody_tells_of_both() {
    check(
        NodeKind::Meeting,
        "a 2022-02-15
            meeting talks held 2022-02-15: Ann Lee of US, Bo Ek of SE
         b 2022-02-16
            meeting talks held 2022-02-16: Ann Lee of US, Bo Ek of SE
         c 2022-03-15
            meeting talks held 2022-03-15: Cy Fox of US, Di Go of NO
         d 2022-03-16
            meeting talks held 2022-03-15: Cy Fox of US, Di Go of NO
            meeting talks held 2022-03-16: Cy Fox of US, Di Go of NO
         e 2022-03-15
            meeting call held 2022-03-15: Ann Lee of US, Di Go of NO
         f 2022-03-16
            meeting call held 2022-03-16: Ann Lee of US, Di Go of NO
         g 2022-04-16
            meeting call held 2022-04-15: Ann Lee of US, Di Go of NO
         h 2022-04-16
            meeting call held 2022-04-16: Ann Lee of US, Di Go of NO",
        expect![[r"
            meeting:a/1 held 2022-02-15
              meeting:a/1 = meeting:b/1: the same people, told of a day apart
            meeting:c/1 held 2022-03-15
              meeting:c/1 = meeting:d/1: the same people on the same day
            meeting:d/2 held 2022-03-16
            meeting:e/1 held 2022-03-15
            meeting:f/1 held 2022-03-16
            meeting:g/1 held 2022-04-15
              meeting:g/1 = meeting:h/1: the same people, told of a day apart
        "]],
    );
}

#[test]
fn who_serves_nobody_is_no_side_and_a_travellers_host_may_be_left_out() {
    check(
        NodeKind::Meeting,
        "a 2022-02-02
            meeting talks held 2022-02-02: Ann Lee of US, Bo Ek of SE
         b 2022-02-02
            meeting talks held 2022-02-02: Ann Lee of US, Bo Ek of SE, Holy Communion
         c 2022-02-02
            meeting visit planned 2022-03-04..2022-03-05 in Oslo: Cy Fox of US, Di Go of NO
         d 2022-03-04
            meeting visit ongoing 2022-03-04..2022-03-05 in Oslo: Abe Ash of NO, Cy Fox of US, Di Go of NO",
        expect![[r"
            meeting:a/1 held 2022-02-02
              meeting:a/1 = meeting:b/1: the same people on the same day
            meeting:c/1 ongoing 2022-03-04
              meeting:c/1 = meeting:d/1: the same people on the same day
        "]],
    );
}

#[test]
fn a_call_with_several_is_one_though_a_report_leaves_some_of_them_out() {
    check(
        NodeKind::Meeting,
        "a 2022-02-02
            meeting call held 2022-02-01: Ann Lee of US, Bo Ek of SE
         b 2022-02-01
            meeting call held 2022-02-01: Ann Lee of US, Bo Ek of SE, Cy Fox of NO
         c 2022-02-01
            meeting talks held 2022-02-01: Ann Lee of US, Bo Ek of SE
         d 2022-02-01
            meeting talks held 2022-02-01: Ann Lee of US, Bo Ek of SE, Cy Fox of NO",
        expect![[r"
            meeting:a/1 held 2022-02-01
              meeting:a/1 = meeting:b/1: the same parties on the same day
            meeting:c/1 held 2022-02-01
            meeting:d/1 held 2022-02-01
        "]],
    );
}

#[test]
fn an_announcement_of_several_is_of_the_meeting_with_whom_it_names_first() {
    check(
        NodeKind::Meeting,
        "a 2022-02-01
            meeting talks planned 2022-02-02: Ann Lee of US, Bo Ek of NO, Di Go of NO
         b 2022-02-03
            meeting talks held 2022-02-03: Ann Lee of US, Bo Ek of NO
         c 2022-02-03
            meeting talks held 2022-02-03: Ann Lee of US, Di Go of NO",
        expect![[r"
            meeting:a/1 held 2022-02-03
              meeting:a/1 = meeting:b/1: the same people, told of a day apart
            meeting:c/1 held 2022-02-03
        "]],
    );
}

#[test]
fn contacts_in_general_have_no_node() {
    check(
        NodeKind::Meeting,
        "a 2022-02-02
            meeting talks planned: US
            meeting talks held 2022-02-02: US
            meeting talks planned: US, SE
            meeting talks held: Ann Lee of US
            meeting talks held 2022-02-02 in Oslo: Ann Lee of US, US
            meeting talks held 2022-02-02: Ann Lee of US, SE
            meeting visit held 2022-02-02 in Oslo: Ann Lee of US",
        expect![[r"
            meeting:a/5 held 2022-02-02
              part of meeting:a/7
            meeting:a/6 held 2022-02-02
              part of meeting:a/7
            meeting:a/7 held 2022-02-02
        "]],
    );
}

#[test]
fn a_report_that_names_nobody_is_of_the_only_meeting_that_fits() {
    check(
        NodeKind::Meeting,
        "a 2022-02-02
            meeting talks held 2022-02-02: Ann Lee of US, Bo Ek of SE
         b 2022-02-02
            meeting talks held 2022-02-02: US, SE
         c 2022-02-02
            meeting talks held 2022-02-02: Ann Lee of US, Hal Nil of FR
         d 2022-02-02
            meeting talks held 2022-02-02: Ann Lee of US, Ivo Oz of FR
         e 2022-02-02
            meeting talks held 2022-02-02: US, FR",
        expect![[r"
            meeting:a/1 held 2022-02-02
              meeting:a/1 = meeting:b/1: the same parties on the same day
            meeting:c/1 held 2022-02-02
            meeting:d/1 held 2022-02-02
            meeting:e/1 held 2022-02-02
        "]],
    );
}

#[test]
fn what_was_called_off_last_is_off_and_what_took_place_is_not_to_be_again() {
    check(
        NodeKind::Meeting,
        "a 2022-02-20
            meeting talks planned 2022-02-24: Ann Lee of US, Sy Lav of RU
         b 2022-02-22
            meeting talks cancelled 2022-02-24: Ann Lee of US, Sy Lav of RU
         c 2022-03-01
            meeting talks held 2022-03-01: Ann Lee of US, Bo Ek of SE
         d 2022-03-02
            meeting talks planned 2022-03-01: Ann Lee of US, Bo Ek of SE",
        expect![[r"
            meeting:a/1 cancelled 2022-02-24
              meeting:a/1 = meeting:b/1: the same people on the same day
            meeting:c/1 held 2022-03-01
              meeting:c/1 = meeting:d/1: the same people on the same day
        "]],
    );
}

#[test]
fn a_state_and_a_town_of_another_are_two_destinations() {
    check(
        NodeKind::Meeting,
        "a 2022-03-05
            meeting visit held 2022-03-05 in IN: Ann Lee of US
         b 2022-03-04
            meeting visit planned 2022-03-05 in Kuwait City: Ann Lee of US
         c 2022-03-06
            meeting visit held 2022-03-05 in New Delhi: Ann Lee of US",
        expect![[r"
            meeting:a/1 held 2022-03-05
              meeting:a/1 = meeting:c/1: the same people on the same day
            meeting:b/1 planned 2022-03-05
        "]],
    );
}

#[test]
fn what_one_report_tells_twice_is_not_torn_by_a_meeting_of_another_report() {
    check(
        NodeKind::Meeting,
        "a 2022-02-02
            meeting talks held 2022-02-02: Ann Lee of US, Bo Ek of SE
            meeting talks held 2022-02-02: US, SE
         b 2022-02-02
            meeting talks held 2022-02-02: Cy Fox of US, Di Go of SE",
        expect![[r"
            meeting:a/1 held 2022-02-02
              meeting:a/1 = meeting:a/2: the same parties on the same day
            meeting:b/1 held 2022-02-02
        "]],
    );
}

#[test]
fn of_several_of_a_side_any_may_lead_to_the_meeting_that_was_announced() {
    check(
        NodeKind::Meeting,
        "a 2022-04-15
            meeting talks planned 2022-04-19..2022-04-20: Ann Lee of US, Pa Co of PA, Er Mo of PA
         b 2022-04-20
            meeting talks held 2022-04-19: Ann Lee of US, Pa Co of PA
            meeting talks held 2022-04-20: Pa Co of PA, Bo Ek of SE
         c 2022-04-20
            meeting talks held 2022-04-20: Ann Lee of US, Er Mo of PA",
        expect![[r"
            meeting:a/1 held 2022-04-19
              meeting:a/1 = meeting:b/1: announced for days on which just one took place
            meeting:b/2 held 2022-04-20
            meeting:c/1 held 2022-04-20
        "]],
    );
}

#[test]
fn who_is_named_with_another_that_was_met_apart_does_not_make_one_of_two_meetings() {
    check(
        NodeKind::Meeting,
        "a 2022-02-01
            meeting talks planned 2022-02-02: Ann Lee of US, Bo Ek of NO, Di Go of NO
         b 2022-02-03
            meeting talks held 2022-02-02: Ann Lee of US, Bo Ek of NO
         c 2022-02-03
            meeting talks held 2022-02-02: Ann Lee of US, Di Go of NO",
        expect![[r"
            meeting:a/1 held 2022-02-02
              meeting:a/1 = meeting:b/1: the same people on the same day
            meeting:c/1 held 2022-02-02
        "]],
    );
}
