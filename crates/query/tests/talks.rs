//! The questions asked of the sample articles, most of them of the talks of 18 February 2025.

#![expect(clippy::needless_raw_string_hashes, reason = "expect-test writes them so")]

#[path = "../../graph/tests/gold/mod.rs"]
mod gold;

use chancery_graph::{Graph, NodeKind, NodeName};
use chancery_model::{AttendanceStatus, Date, Mode};
use chancery_query::{
    Attended, Goals, Held, Meetings, Met, Quote, Resolution, Roles, Said, Served, WhoAttended,
    WhoSaid, named, resolve,
};
use expect_test::{Expect, expect};
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

/// A line an answer, and the words of its evidence.
trait Show {
    fn show(&self, graph: &Graph) -> String;
}

impl Show for Said<'_> {
    fn show(&self, _: &Graph) -> String {
        let on = self.on.map_or_else(String::new, |on| on.to_string());
        let speakers: Vec<_> = self.speakers.iter().map(|node| node.label.as_str()).collect();
        let words: String = self.words.chars().take(60).collect();
        format!("{on} {} ({}): {words}", speakers.join(", "), self.mode)
    }
}

impl Show for Attended<'_> {
    fn show(&self, graph: &Graph) -> String {
        let on = self.when.from.map_or_else(|| "undated".to_owned(), |on| on.to_string());
        let words = graph.words(&self.evidence[0]).unwrap_or_default();
        format!("{on} {} {} {} [{words}]", self.who.label, self.status, self.occasion.kind)
    }
}

impl Show for Met<'_> {
    fn show(&self, graph: &Graph) -> String {
        let on = self.when.from.map_or_else(|| "undated".to_owned(), |on| on.to_string());
        let places: Vec<_> = self.places.iter().map(|node| node.label.as_str()).collect();
        let who = self.attendance.iter().map(|a| format!("{} {}", a.who.label, a.status));
        let words = graph.words(self.evidence).unwrap_or_default();
        let (kind, status) = (self.occasion.kind, self.occasion.status);
        let who = who.collect::<Vec<_>>().join(", ");
        format!("{on} {kind} {status} in {places:?} [{words}]: {who}")
    }
}

impl Show for Held<'_> {
    fn show(&self, _: &Graph) -> String {
        let holders: Vec<_> = self.holders.iter().map(|node| node.label.as_str()).collect();
        let told = self.according_to.map_or("", |node| &node.label);
        format!("{} {}: {} ({told})", holders.join(", "), self.status, self.words)
    }
}

impl Show for Served<'_> {
    fn show(&self, _: &Graph) -> String {
        let of = self.of.map_or("", |node| &node.label);
        format!("{}: {} {} of {of}", self.person.label, self.status, self.title)
    }
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
    ];
    expect![[r#"
        Rubio is person:marco-rubio
        putin is person:vladimir-putin
        Lavrov may be person:sergei-lavrov person:sergey-lavrov
        moscow is state:RU
        Moscow may be place:moscow state:RU
        U.S. is state:US
        ru is state:RU
        state:RU is state:RU
        zelensky is unknown, near person:volodymyr-zelenskyy
        Lavorv is unknown, near person:sergei-lavrov person:sergey-lavrov
        Ruritania is unknown, near "#]]
    .assert_eq(&shown.join("\n"));
    let error = named(&graph, "Lavrov", actors).expect_err("two of them");
    expect!["`Lavrov` may be 2 things: Sergei Lavrov (person:sergei-lavrov), Sergey Lavrov (person:sergey-lavrov)"].assert_eq(&error.to_string());
}
