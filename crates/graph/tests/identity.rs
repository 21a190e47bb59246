//! Who is one person, and which reports are of one meeting: cases as lines of text.
//!
//! A report is `ID DAY`, then a line a person or meeting:
//! `person NAME [of STATE] [as TITLE]`, `meeting KIND STATUS [DAY[..DAY]] [in PLACE]: NAME, NAME, STATE`.

use chancery_graph::{Graph, NodeKind, Report};
use chancery_model::{
    Attendance, AttendanceStatus, Date, DocumentInfo, Entity, EntityId, EntityKind, Facts, Meeting,
    MeetingId, MeetingKind, MeetingStatus, Role, RoleStatus, When, slug,
};
use expect_test::{Expect, expect};
use std::fmt::Write;

fn state(code: &str) -> EntityId {
    EntityId::state(code).expect("a code of two letters")
}

fn entity(facts: &mut Facts, id: &EntityId, name: &str) {
    if facts.entities.iter().all(|known| known.id != *id) {
        let (mentions, same_as) = (Vec::new(), Vec::new());
        let name = name.to_owned();
        facts.entities.push(Entity { id: id.clone(), name, mentions, same_as, confidence: None });
    }
}

fn person(facts: &mut Facts, line: &str) -> EntityId {
    let (rest, title) = line.split_once(" as ").map_or((line, None), |(a, b)| (a, Some(b)));
    let (name, of) = rest.split_once(" of ").map_or((rest, None), |(a, b)| (a, Some(b)));
    let id = EntityId::named(EntityKind::Person, name);
    entity(facts, &id, name);
    if of.is_some() || title.is_some() {
        let of = of.map(|code| {
            entity(facts, &state(code), code);
            state(code)
        });
        facts.roles.push(Role {
            person: id.clone(),
            of,
            title: title.unwrap_or("official").to_owned(),
            status: RoleStatus::Current,
            when: When::default(),
            evidence: None,
            according_to: None,
            confidence: None,
        });
    }
    id
}

fn meeting(facts: &mut Facts, line: &str) {
    let (what, parties) = line.split_once(": ").expect("parties after a colon");
    let (what, place) = what.split_once(" in ").map_or((what, None), |(a, b)| (a, Some(b)));
    let words: Vec<&str> = what.split(' ').collect();
    let status: MeetingStatus = words[1].parse().expect("a status");
    let day = |day: &str| day.parse::<Date>().expect("a day");
    let when = words.get(2).map_or_else(When::default, |told| match told.split_once("..") {
        Some((from, to)) => When { from: Some(day(from)), to: Some(day(to)), words: None },
        None => When::on(day(told)),
    });
    let there = if status == MeetingStatus::Held {
        AttendanceStatus::Attended
    } else {
        AttendanceStatus::Expected
    };
    let mut attendance = Vec::new();
    for party in parties.split(", ") {
        let who = if party.len() == 2 {
            entity(facts, &state(party), party);
            state(party)
        } else {
            person(facts, party)
        };
        let (evidence, capacity) = (None, None);
        attendance.push(Attendance { who, status: there, evidence, capacity, confidence: None });
    }
    let place = place.map(|name| {
        let id: EntityId = format!("place:{}", slug(name)).parse().expect("a place");
        entity(facts, &id, name);
        id
    });
    facts.meetings.push(Meeting {
        id: MeetingId::numbered(facts.meetings.len() + 1),
        kind: words[0].parse::<MeetingKind>().expect("a kind"),
        status,
        when,
        place,
        mentions: Vec::new(),
        attendance,
        according_to: None,
        confidence: None,
    });
}

fn reports(text: &str) -> Vec<Report> {
    let mut all: Vec<Facts> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if let Some(line) = line.strip_prefix("person ") {
            person(all.last_mut().expect("a report"), line);
        } else if let Some(line) = line.strip_prefix("meeting ") {
            meeting(all.last_mut().expect("a report"), line);
        } else {
            let (id, day) = line.split_once(' ').expect("an id and a day");
            let mut info = DocumentInfo::named(id.parse().expect("an id"));
            info.published = Some(day.parse().expect("a day"));
            all.push(Facts::empty(info));
        }
    }
    all.into_iter().map(|facts| Report::new(facts, "words").expect("it holds")).collect()
}

/// Each node that has several names or reports, and why; then each that has not.
fn shown(graph: &Graph, kind: NodeKind) -> String {
    let mut lines = String::new();
    for (id, node) in graph.nodes(kind) {
        let when = node.meeting().map(|meeting| {
            let day = meeting.when.from.map_or(String::new(), |day| format!(" {day}"));
            format!(" {}{day}", meeting.status)
        });
        let _ = writeln!(lines, "{}{}", node.name, when.unwrap_or_default());
        for joined in graph.joined(id) {
            let _ = writeln!(lines, "  {} = {}: {}", joined.one, joined.other, joined.reason);
        }
        for whole in graph.relations_from(id, chancery_graph::RelationKind::PartOf) {
            let _ = writeln!(lines, "  part of {}", graph.node(whole.to).name);
        }
    }
    lines
}

#[track_caller]
fn check(kind: NodeKind, text: &str, expected: Expect) {
    let all = reports(text);
    let graph: Graph = all.iter().cloned().collect();
    expected.assert_eq(&shown(&graph, kind));
    let backward: Graph = all.into_iter().rev().collect();
    assert_eq!(graph.digest(), backward.digest(), "the order of reports makes no difference");
}

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
fn a_call_and_talks_of_one_day_and_two_rounds_stay_two() {
    check(
        NodeKind::Meeting,
        "a 2022-02-02
            meeting call held 2022-02-02: Ann Lee of US, Bo Ek of SE
         b 2022-02-02
            meeting talks held 2022-02-02: Ann Lee of US, Bo Ek of SE
         c 2022-02-03
            meeting talks held 2022-02-03: Ann Lee of US, Bo Ek of SE
         d 2022-02-02
            meeting talks held 2022-02-02: Cy Fox of US, Bo Ek of SE
         e 2022-02-02
            meeting talks held 2022-02-02: Ann Lee of US, Bo Ek of SE, Di Go of NO",
        expect![[r"
            meeting:a/1 held 2022-02-02
            meeting:b/1 held 2022-02-02
            meeting:c/1 held 2022-02-03
            meeting:d/1 held 2022-02-02
            meeting:e/1 held 2022-02-02
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
