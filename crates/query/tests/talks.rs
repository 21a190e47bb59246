//! The questions asked of the sample articles, most of them of the talks of 18 February 2025.

#![expect(clippy::needless_raw_string_hashes, reason = "expect-test writes them so")]

#[path = "../../graph/tests/gold/mod.rs"]
mod gold;
mod shown;

use chancery_graph::{Graph, NodeKind, NodeName, Report};
use chancery_model::{AttendanceStatus, Date, Facts, MeetingKind, MeetingStatus, Mode};
use chancery_query::{
    Chain, Company, Contradictions, Dossier, EventKind, Goals, InOffice, MeetingCounts, Meetings,
    Neighbourhood, Per, Positions, Quote, Resolution, Roles, Timeline, WhoAttended, WhoMet,
    WhoSaid, named, resolve,
};
use expect_test::{Expect, expect};
use shown::Show;
use std::fmt::Write;

const TALKS: &str = "meeting:us-russia-talks-2025-02-18/1";

/// The graph of one article.
fn article(name: &str) -> Graph {
    gold::reports().into_iter().filter(|report| report.id().as_str() == name).collect()
}

fn talks() -> Graph {
    article("us-russia-talks-2025-02-18")
}

fn name(name: &str) -> NodeName {
    name.parse().expect("a name")
}

fn date(date: &str) -> Date {
    date.parse().expect("a date")
}

#[track_caller]
fn check<T: Show>(graph: &Graph, answers: impl Iterator<Item = T>, expected: Expect) {
    let mut shown = String::new();
    for answer in answers {
        let _ = writeln!(shown, "{}", answer.show(graph));
    }
    expected.assert_eq(&shown);
}

#[test]
fn who_sat_at_the_table_and_who_did_not() {
    let graph = talks();
    let asked = WhoAttended::default().meeting(name(TALKS));
    check(
        &graph,
        asked.clone().status(AttendanceStatus::Attended).answers(&graph),
        expect![[r#"
        2025-02-18 Marco Rubio attended talks [the talks — which were also attended by his Russian counterpart]
        2025-02-18 United States attended talks [the talks — which were also attended by his Russian counterpart]
        2025-02-18 Sergey Lavrov attended talks [also attended by his Russian counterpart, Sergey Lavrov]
        2025-02-18 Russia attended talks [also attended by his Russian counterpart, Sergey Lavrov]
    "#]],
    );
    check(
        &graph,
        asked.left_out().answers(&graph),
        expect![[r#"
        2025-02-18 Ukraine absent talks [No Ukrainian officials were present at the meeting]
    "#]],
    );
}

#[test]
fn who_is_expected_at_the_summit() {
    let graph = talks();
    let asked = WhoAttended::default().topic("summit Putin Trump");
    check(
        &graph,
        asked.answers(&graph),
        expect![[r#"
        undated Donald Trump expected summit [a summit between Trump and Russian President Vladimir Putin]
        undated Vladimir Putin expected summit [a summit between Trump and Russian President Vladimir Putin]
        undated Russia expected summit [a summit between Trump and Russian President Vladimir Putin]
        undated United States expected summit [a summit between Trump and Russian President Vladimir Putin]
    "#]],
    );
}

#[test]
fn what_lavrov_said() {
    let graph = talks();
    let asked = WhoSaid::default().by(name("person:sergey-lavrov"));
    check(
        &graph,
        asked.clone().answers(&graph),
        expect![[r#"
        2025-02-18 Sergey Lavrov (mixed): in his view, "the conversation was very useful
        2025-02-18 Sergey Lavrov (indirect): the same three goals as Rubio
        2025-02-18 Sergey Lavrov (mixed): Washington and Moscow agreed to appoint representatives to c
        2025-02-18 Sergey Lavrov (direct): We not only listened, but also heard each other … And I have
    "#]],
    );
    check(
        &graph,
        asked.mode(Mode::Direct).answers(&graph),
        expect![[r#"
        2025-02-18 Sergey Lavrov (direct): We not only listened, but also heard each other … And I have
    "#]],
    );
}

#[test]
fn a_state_speaks_through_those_who_serve_it_and_those_who_serve_them() {
    let graph = talks();
    check(
        &graph,
        WhoSaid::default().by_state(name("state:RU")).answers(&graph),
        expect![[r#"
        2025-02-18 Yuri Ushakov (mixed): no date has been set yet for that summit but that it was "un
        2025-02-18 Sergey Lavrov (mixed): in his view, "the conversation was very useful
        2025-02-18 Sergey Lavrov (indirect): the same three goals as Rubio
        2025-02-18 Sergey Lavrov (mixed): Washington and Moscow agreed to appoint representatives to c
        2025-02-18 Sergey Lavrov (direct): We not only listened, but also heard each other … And I have
    "#]],
    );
}

#[test]
fn statements_are_narrowed_by_subject_addressee_words_and_days() {
    let graph = talks();
    let asked = WhoSaid::default();
    let narrow = [
        asked.clone().about(name("state:UA")).by(name("person:marco-rubio")),
        asked.clone().to(name("organization:channel-one")),
        asked.clone().words("regular consult"),
        asked
            .clone()
            .at_meeting(name(TALKS))
            .about(name("goal:us-russia-talks-2025-02-18/428-499")),
        asked.clone().by(name("person:nobody-at-all")),
        asked.clone().since(date("2025-02-19")),
    ];
    let expected = [
        expect![[r#"
        2025-02-18 Marco Rubio (indirect): Russia and the US agreed to start working towards ending the
        2025-02-18 Marco Rubio (indirect): the two sides agreed broadly to pursue three goals: to resto
    "#]],
        expect![[r#"
        2025-02-18 Yuri Ushakov (mixed): no date has been set yet for that summit but that it was "un
    "#]],
        expect![[r#"
        2025-02-18 Sergey Lavrov (mixed): Washington and Moscow agreed to appoint representatives to c
    "#]],
        expect![[r#"
        2025-02-18 Marco Rubio (indirect): the two sides agreed broadly to pursue three goals: to resto
    "#]],
        expect![[""]],
        expect![[""]],
    ];
    for (asked, expected) in narrow.into_iter().zip(expected) {
        check(&graph, asked.answers(&graph), expected);
    }
}

#[test]
fn meetings_are_listed_by_day_with_all_who_are_tied_to_them() {
    let graph = talks();
    check(
        &graph,
        Meetings::default().answers(&graph),
        expect![[r#"
        2023 talks held in ["India"] [talked briefly on the sidelines]: Antony Blinken attended, Sergey Lavrov attended, Russia attended, United States attended
        2023 conference held in ["India"] [G-20 meeting]: Antony Blinken attended, Sergey Lavrov attended, Russia attended, United States attended
        2025-02-18 talks held in [] [talks]: Marco Rubio attended, United States attended, Sergey Lavrov attended, Russia attended, Ukraine absent
        undated summit planned in [] [summit]: Donald Trump expected, Vladimir Putin expected, Russia expected, United States expected
    "#]],
    );
    let both = Meetings::default().with(name("state:RU")).with(name("person:antony-blinken"));
    check(
        &graph,
        both.since(date("2023")).until(date("2024")).answers(&graph),
        expect![[r#"
        2023 talks held in ["India"] [talked briefly on the sidelines]: Antony Blinken attended, Sergey Lavrov attended, Russia attended, United States attended
        2023 conference held in ["India"] [G-20 meeting]: Antony Blinken attended, Sergey Lavrov attended, Russia attended, United States attended
    "#]],
    );
}

#[test]
fn goals_stand_with_their_holders_and_with_whose_word_it_is() {
    let graph = talks();
    let asked = Goals::default().of(name("state:RU")).set_at(name(TALKS));
    check(
        &graph,
        asked.answers(&graph),
        expect![[r#"
        Russia, United States agreed: start working towards ending the war in Ukraine (Marco Rubio)
        Russia, United States agreed: improving their diplomatic and economic ties (Marco Rubio)
        Russia, United States agreed: restore staffing at their respective embassies in Washington and Moscow (Marco Rubio)
        Russia, United States agreed: create a high-level team to support Ukraine peace talks (Marco Rubio)
        Russia, United States agreed: explore closer relations and economic cooperation (Marco Rubio)
        Russia, United States sought: pave the way for a summit between Trump and Russian President Vladimir Putin ()
        Russia, United States agreed: appoint representatives to carry out "regular consultations" on Ukraine (Sergey Lavrov)
    "#]],
    );
}

#[test]
fn offices_are_told_with_whom_they_serve() {
    let graph = talks();
    check(
        &graph,
        Roles::default().answers(&graph),
        expect![[r#"
        Antony Blinken: former Secretary of State of United States
        Donald Trump: current President of United States
        Joe Biden: former President of United States
        Marco Rubio: current Secretary of State of United States
        Sergey Lavrov: current foreign minister of Russia
        Vladimir Putin: current President of Russia
        Volodymyr Zelenskyy: current President of Ukraine
        Yuri Ushakov: current foreign affairs advisor of Vladimir Putin
    "#]],
    );
    check(
        &graph,
        Roles::default().serving(name("state:US")).title("secretary").answers(&graph),
        expect![[r#"
            Antony Blinken: former Secretary of State of United States
            Marco Rubio: current Secretary of State of United States
        "#]],
    );
}

#[test]
fn evidence_is_shown_in_its_sentence() {
    let graph = talks();
    let left_out = WhoAttended::default().left_out().answers(&graph).next().expect("Ukraine");
    let quote = Quote::of(&graph, &left_out.evidence[0]).expect("a quote");
    let (before, words, after) = quote.parts();
    expect!["[No Ukrainian officials were present at the meeting], which came as the beleaguered country is slowly but steadily losing ground against more numerous Russian troops in a grinding war that began nearly three years ago."].assert_eq(&format!("{before}[{words}]{after}"));
}

#[test]
fn names_are_understood_as_people_type_them() {
    let graph = gold::graph();
    let show = |typed: &str, kinds: &[NodeKind]| {
        let names = |nodes: Vec<&chancery_graph::Node>| {
            nodes.iter().map(|node| node.name.to_string()).collect::<Vec<_>>().join(" ")
        };
        match resolve(&graph, typed, kinds) {
            Resolution::One(node) => format!("{typed} is {}", node.name),
            Resolution::Taken(node) => format!("{typed} is taken for {}", node.name),
            Resolution::Many(nodes) => format!("{typed} may be {}", names(nodes)),
            Resolution::None(nodes) => format!("{typed} is unknown, near {}", names(nodes)),
        }
    };
    let actors = NodeKind::ACTORS;
    let shown = [
        show("Rubio", actors),
        show("putin", actors),
        show("Lavrov", actors),
        show("moscow", actors),
        show("Moscow", &[]),
        show("U.S.", actors),
        show("ru", actors),
        show("state:RU", actors),
        show("zelensky", actors),
        show("Lavorv", actors),
        show("Ruritania", actors),
        show("Zelenskiy", actors),
        show("Volodimir Selensky", actors),
        show("Kyiv", actors),
        show("Kiev", actors),
        show("DPRK", actors),
        show("Niger", actors),
        show("North Atlantic Alliance", actors),
        show("the Russian foreign minister", actors),
        show("the Ukrainian president", actors),
        show("president of the United States", actors),
        show("Putin's advisor", actors),
        show("the American secretary of state", actors),
        show("Putn", actors),
        show("Blinkn", actors),
        show("Iran", actors),
    ];
    expect![[r#"
        Rubio is person:marco-rubio
        putin is person:vladimir-putin
        Lavrov is person:sergei-lavrov
        moscow is state:RU
        Moscow may be place:moscow state:RU
        U.S. is state:US
        ru is state:RU
        state:RU is state:RU
        zelensky is taken for person:volodymyr-zelenskyy
        Lavorv is taken for person:sergei-lavrov
        Ruritania is unknown, near 
        Zelenskiy is taken for person:volodymyr-zelenskyy
        Volodimir Selensky is taken for person:volodymyr-zelenskyy
        Kyiv is state:UA
        Kiev is state:UA
        DPRK is state:KP
        Niger is unknown, near 
        North Atlantic Alliance is organization:nato
        the Russian foreign minister is taken for person:sergei-lavrov
        the Ukrainian president is taken for person:volodymyr-zelenskyy
        president of the United States is taken for person:donald-trump
        Putin's advisor is taken for person:yuri-ushakov
        the American secretary of state is taken for person:marco-rubio
        Putn is taken for person:vladimir-putin
        Blinkn is taken for person:antony-blinken
        Iran is state:IR"#]]
    .assert_eq(&shown.join("\n"));
    // Two spellings in two articles are one person, whom either name finds.
    let lavrov = named(&graph, "Lavrov", actors).expect("one of them");
    assert_eq!(
        Some(lavrov.name.as_str()),
        graph.find(&name("person:sergey-lavrov")).map(|id| graph.node(id).name.as_str())
    );
}

#[test]
fn a_state_meets_through_those_who_serve_it() {
    let graph = talks();
    let both = WhoMet::default().one(name("state:US")).other(name("state:RU"));
    check(
        &graph,
        both.clone().answers(&graph),
        expect![[r#"
        2023 talks held: Antony Blinken, United States | Sergey Lavrov, Russia
        2023 conference held: Antony Blinken, United States | Sergey Lavrov, Russia
        2025-02-18 talks held: Marco Rubio, United States | Sergey Lavrov, Russia
        undated summit planned: Donald Trump, United States | Vladimir Putin, Russia
    "#]],
    );
    // Had Lavrov met anybody of the United States before?
    let before = WhoMet::default().one(name("person:sergey-lavrov")).other(name("state:US"));
    check(
        &graph,
        before.until(date("2025-02-17")).answers(&graph),
        expect![[r#"
        2023 talks held: Sergey Lavrov | Antony Blinken, United States
        2023 conference held: Sergey Lavrov | Antony Blinken, United States
    "#]],
    );
    // A summit of the two is planned.
    let planned = both.status(MeetingStatus::Planned).kind(MeetingKind::Summit);
    check(
        &graph,
        planned.answers(&graph),
        expect![[r#"
        undated summit planned: Donald Trump, United States | Vladimir Putin, Russia
    "#]],
    );
}

#[test]
fn company_counts_and_chains() {
    let graph = talks();
    let lavrov = || name("person:sergey-lavrov");
    check(
        &graph,
        Company::default().of(lavrov()).answers(&graph),
        expect![[r#"
        3 Russia meeting:us-russia-talks-2025-02-18/1
        3 United States meeting:us-russia-talks-2025-02-18/1
        2 Antony Blinken meeting:us-russia-talks-2025-02-18/4
        1 Marco Rubio meeting:us-russia-talks-2025-02-18/1
    "#]],
    );
    let counts = MeetingCounts::of(Meetings::default().with(name("state:RU")));
    check(
        &graph,
        counts.clone().per(Per::Month).answers(&graph),
        expect![[r#"
        2023: 2
        2025-02: 1
        undated: 1
    "#]],
    );
    check(
        &graph,
        counts.per(Per::Pair).answers(&graph),
        expect![[r#"
        Russia & United States: 4
    "#]],
    );
    let chain = Chain::between(name("person:marco-rubio"), name("person:antony-blinken"));
    check(
        &graph,
        chain.clone().answer(&graph).into_iter().flatten(),
        expect![[r#"
        Marco Rubio met Sergey Lavrov at meeting:us-russia-talks-2025-02-18/1
        Sergey Lavrov met Antony Blinken at meeting:us-russia-talks-2025-02-18/3
    "#]],
    );
    assert!(chain.since(date("2024")).answer(&graph).is_none(), "Blinken's talks lie before");
    let around = Neighbourhood::of(lavrov()).hops(1).answer(&graph);
    assert_eq!((around.node_count(), around.edge_count()), (10, 24));
}

#[test]
fn an_office_is_proved_for_a_day_or_inferred_or_only_told_before() {
    let graph = talks();
    let ministers = || Roles::default().serving(name("state:US")).title("secretary of state");
    let on = |day: &str| InOffice::on(ministers(), date(day));
    check(
        &graph,
        on("2025-02").answers(&graph),
        expect![[r#"
        Marco Rubio: current Secretary of State of United States Told
    "#]],
    );
    check(
        &graph,
        on("2025-03-01").answers(&graph),
        expect![[r#"
        Marco Rubio: current Secretary of State of United States LastTold(Date { first: 2025-02-18, precision: Day })
    "#]],
    );
    check(
        &graph,
        on("2023").answers(&graph),
        expect![[r#"
        Antony Blinken: former Secretary of State of United States Former(Date { first: 2025-02-18, precision: Day })
    "#]],
    );
}

#[test]
fn what_happened_in_its_order() {
    let graph = talks();
    let ukraine = Timeline::default().of(name("state:UA"));
    check(
        &graph,
        ukraine.answers(&graph),
        expect![[r#"
        2025-02-18 talks held in [] [talks]: Marco Rubio attended, United States attended, Sergey Lavrov attended, Russia attended, Ukraine absent
        2025-02-18 Volodymyr Zelenskyy (indirect): his country wouldn't accept any outcome from this week's tal
        Ukraine rejected: accept any outcome from this week's talks if Kiev doesn't take part (Volodymyr Zelenskyy)
        Ukraine sought: ensure a seat at the table ()
    "#]],
    );
    let all = Timeline::default().only(EventKind::Meeting).since(date("2025-02"));
    check(
        &graph,
        all.answers(&graph),
        expect![[r#"
        2025-02-18 talks held in [] [talks]: Marco Rubio attended, United States attended, Sergey Lavrov attended, Russia attended, Ukraine absent
    "#]],
    );
}

#[test]
fn all_of_one_person_on_one_page() {
    let graph = talks();
    let page = Dossier::of(name("person:sergey-lavrov")).most(2).answer(&graph).expect("a page");
    check(
        &graph,
        page.offices.into_iter(),
        expect![[r#"
        Sergey Lavrov: current foreign minister of Russia
    "#]],
    );
    check(
        &graph,
        page.meetings.into_iter(),
        expect![[r#"
        2025-02-18 talks held in [] [talks]: Marco Rubio attended, United States attended, Sergey Lavrov attended, Russia attended, Ukraine absent
        2023 conference held in ["India"] [G-20 meeting]: Antony Blinken attended, Sergey Lavrov attended, Russia attended, United States attended
    "#]],
    );
    check(
        &graph,
        page.said.into_iter(),
        expect![[r#"
        2025-02-18 Sergey Lavrov (direct): We not only listened, but also heard each other … And I have
        2025-02-18 Sergey Lavrov (mixed): Washington and Moscow agreed to appoint representatives to c
    "#]],
    );
    check(
        &graph,
        page.company.into_iter(),
        expect![[r#"
        2 Antony Blinken meeting:us-russia-talks-2025-02-18/4
        1 Marco Rubio meeting:us-russia-talks-2025-02-18/1
    "#]],
    );
    expect!["Counts { offices: 1, officials: 0, meetings: 3, missed: 0, company: 2, said: 4, goals: 0, documents: 1 }"].assert_eq(&format!("{:?}", page.counts));
}

/// A report of one statement and one goal, written down by hand.
fn told(id: &str, day: &str, text: &str, facts: &str) -> Report {
    let facts = format!(
        r#"{{"document": {{"id": "{id}", "title": null, "published": "{day}", "source": null}}, {facts}}}"#
    );
    Report::new(Facts::from_json(&facts).expect("facts"), text).expect("spans in the text")
}

#[test]
fn who_changed_and_who_contradicts_whom() {
    let entities = r#""entities": [
        {"id": "state:FR", "kind": "state", "name": "France", "mentions": [[0, 6]]},
        {"id": "person:ann-lee", "kind": "person", "name": "Ann Lee", "mentions": [[0, 3]]},
        {"id": "person:bo-lee", "kind": "person", "name": "Bo Lee", "mentions": [[4, 6]]}]"#;
    let meeting = |rows: &str, mention: &str| {
        format!(
            r#""meetings": [{{"id": "meeting:1", "kind": "talks", "status": "held", "mentions": [{mention}],
            "from": "2024-05-03", "to": "2024-05-03", "place": null, "attendance": [{rows}]}}]"#
        )
    };
    let goal = |status: &str, span: &str| {
        format!(r#""goals": [{{"text": {span}, "holders": ["state:FR"], "status": "{status}"}}]"#)
    };
    let sought = "France seeks to reopen the embassy in Chad.";
    let refused = "France will not reopen its embassy in Chad, it says.";
    let talks = "Ann said the talks on fishing went well. Bo denied that the fishing talks went well. Ann was there. Ann stayed away.";
    let said = |who: &str, cue: &str, content: &str, act: &str, negated: bool| {
        format!(
            r#"{{"speaker": "{who}", "source": null, "cue": {cue}, "content": [{content}], "mode": "indirect", "addressee": null, "meeting": null, "negated": {negated}, "act": "{act}", "on": null}}"#
        )
    };
    let statements = format!(
        r#""statements": [{}, {}]"#,
        said("person:ann-lee", "[4, 8]", "[9, 39]", "say", false),
        said("person:bo-lee", "[44, 50]", "[56, 83]", "deny", true)
    );
    let there = r#"{"who": "person:ann-lee", "status": "attended", "evidence": [85, 98]},
        {"who": "person:ann-lee", "status": "absent", "evidence": [100, 115]}"#;
    let graph: Graph = [
        told("one", "2024-05-01", sought, &format!("{entities}, {}", goal("sought", "[16, 42]"))),
        told(
            "two",
            "2024-06-01",
            refused,
            &format!("{entities}, {}", goal("rejected", "[16, 42]")),
        ),
        told(
            "three",
            "2024-05-04",
            talks,
            &format!("{entities}, {}, {statements}", meeting(there, "[13, 18], [72, 77]")),
        ),
    ]
    .into_iter()
    .collect();
    check(
        &graph,
        Positions::default().changes(&graph),
        expect![[r#"
        France: 2024-05-01 sought then 2024-06-01 rejected
    "#]],
    );
    let change = Positions::default().words("embassy").changes(&graph).next().expect("a change");
    assert!(change.is_reversal());
    check(
        &graph,
        Contradictions::default().answers(&graph),
        expect![[r#"
        meeting:three/1: the talks on fishing went well | the fishing talks went well
        meeting:three/1: Ann Lee attended | Ann Lee absent
    "#]],
    );
    let by_ann = Contradictions::default().by(name("person:ann-lee")).words("fishing");
    assert_eq!(by_ann.answers(&graph).count(), 1);
    assert_eq!(Contradictions::default().since(date("2024-06")).answers(&graph).count(), 0);
}
