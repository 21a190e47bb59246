//! The questions that the first article is for, over what the reader itself makes of it: loaded by
//! the command, and asked by the questions of the library, in plain English, and by SPARQL. All
//! give the same answers, each over the words that prove it.

mod ran;

use chancery::{
    Archive, AttendanceStatus, Evidence, GoalStatus, Goals, MeetingKind, MeetingStatus, NodeName,
    Question, WhoAttended, WhoMet, WhoSaid,
};
use ran::{folder, run, talks};
use std::collections::BTreeSet;

/// An answer in a few words, and the words of the article that prove it.
type Answers = BTreeSet<(String, String)>;

fn loaded(test: &str) -> (Archive, String) {
    let folder = folder(test).to_str().expect("a name in UTF-8").to_owned();
    let ran = run(["load", "--archive", &folder, talks().to_str().expect("a name")], b"");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    (Archive::open(&folder).expect("it was loaded"), folder)
}

fn answers(archive: &Archive, question: &Question) -> Answers {
    let words = |evidence: &Evidence| {
        archive.graph().words(evidence).expect("it is of the article").to_owned()
    };
    match question {
        Question::Attended(asked) => archive
            .who_attended(asked)
            .map(|row| (format!("{} {}", row.who.label, row.status), words(&row.evidence[0])))
            .collect(),
        Question::Said(asked) => {
            archive.who_said(asked).map(|row| (row.words.to_owned(), words(row.evidence))).collect()
        }
        Question::Goals(asked) => archive
            .goals(asked)
            .map(|row| {
                let holders: Vec<&str> = row.holders.iter().map(|who| &*who.label).collect();
                let by = row.according_to.map_or("the article", |who| &who.label);
                let told = format!("{}: {} (by {by})", holders.join(", "), row.words);
                (told, words(row.evidence))
            })
            .collect(),
        Question::Met(asked) => archive
            .who_met(asked)
            .flat_map(|row| {
                let kind = row.occasion.kind;
                let told = move |who: &str| format!("{kind}: {who}");
                let other = row.other.iter();
                let other = other.map(|it| (told(&it.who.label), words(&it.evidence[0])));
                other.collect::<Vec<_>>()
            })
            .collect(),
        other => panic!("none of the seven: {other:?}"),
    }
}

fn name(name: &str) -> NodeName {
    name.parse().expect("a name")
}

/// The seven: in English, as questions of the library, and as SPARQL for pairs of an answer and
/// the words that prove it.
fn seven() -> [(&'static str, Question, &'static str); 7] {
    let february = || "2025-02".parse().expect("a month");
    [
        (
            "who attended the talks in February 2025",
            Question::Attended(
                WhoAttended::default()
                    .topic("talks")
                    .status(AttendanceStatus::Attended)
                    .since(february())
                    .until(february()),
            ),
            r#"SELECT (CONCAT(?label, " attended") AS ?who) ?words WHERE {
              ?meeting chy:kind "talks" ; sem:hasBeginTimeStamp ?day ; chy:attendance ?role .
              ?role rdf:value/rdfs:label ?label ; sem:roleType chy:attended ;
                prov:wasDerivedFrom/oa:hasSelector/oa:exact ?words
              FILTER (STRSTARTS(STR(?day), "2025-02")) }"#,
        ),
        (
            "who was left out",
            Question::Attended(WhoAttended::default().left_out()),
            r#"SELECT (CONCAT(?label, " ", STRAFTER(STR(?how), "ns#")) AS ?who) ?words WHERE {
              ?meeting chy:attendance ?role .
              ?role rdf:value/rdfs:label ?label ; sem:roleType ?how ;
                prov:wasDerivedFrom/oa:hasSelector/oa:exact ?words
              FILTER (?how IN (chy:absent, chy:excluded, chy:declined)) }"#,
        ),
        (
            "what did Lavrov say",
            Question::Said(WhoSaid::default().by(name("person:sergey-lavrov"))),
            "SELECT ?said ?words WHERE {
              ?statement schema:creator id:person:sergey-lavrov ; schema:text ?said ;
                prov:wasDerivedFrom/oa:hasSelector/oa:exact ?words }",
        ),
        (
            "what did Rubio say about Ukraine",
            Question::Said(
                WhoSaid::default().by(name("person:marco-rubio")).about(name("state:UA")),
            ),
            "SELECT ?said ?words WHERE {
              ?statement schema:creator id:person:marco-rubio ; schema:about id:state:UA ;
                schema:text ?said ; prov:wasDerivedFrom/oa:hasSelector/oa:exact ?words }",
        ),
        (
            "which goals were agreed and by whom, according to whom",
            Question::Goals(Goals::default().status(GoalStatus::Agreed)),
            r#"SELECT (CONCAT(?parties, ": ", ?goal, " (by ", ?source, ")") AS ?told) ?words WHERE {
              { SELECT ?node (GROUP_CONCAT(?party; SEPARATOR=", ") AS ?parties) WHERE {
                  SELECT DISTINCT ?node ?party WHERE { ?actor chy:agreed ?node ; rdfs:label ?party }
                  ORDER BY ?party } GROUP BY ?node }
              ?node schema:text ?goal ; prov:wasDerivedFrom/oa:hasSelector/oa:exact ?words
              OPTIONAL { ?node sem:accordingTo/rdfs:label ?by }
              BIND (COALESCE(?by, "the article") AS ?source) }"#,
        ),
        (
            "is a Trump–Putin summit planned",
            Question::Met(
                WhoMet::default()
                    .one(name("person:donald-trump"))
                    .other(name("person:vladimir-putin"))
                    .kind(MeetingKind::Summit)
                    .status(MeetingStatus::Planned),
            ),
            r#"SELECT (CONCAT(?kind, ": Vladimir Putin") AS ?told) ?words WHERE {
              ?meeting chy:kind ?kind ; chy:status "planned" ; chy:expected id:person:donald-trump ;
                chy:attendance ?role
              FILTER (?kind = "summit")
              ?role rdf:value id:person:vladimir-putin ;
                prov:wasDerivedFrom/oa:hasSelector/oa:exact ?words }"#,
        ),
        (
            "had Lavrov met an American secretary of state before",
            Question::Met(
                WhoMet::default()
                    .one(name("person:sergey-lavrov"))
                    .other(name("state:US"))
                    .titled("secretary of state")
                    .status(MeetingStatus::Held)
                    .until("2025-02-17".parse().expect("a day")),
            ),
            r#"SELECT DISTINCT (CONCAT(?kind, ": ", ?who) AS ?told) ?words WHERE {
              ?meeting chy:status "held" ; sem:hasBeginTimeStamp ?day ; chy:kind ?kind ;
                chy:attended id:person:sergey-lavrov ; chy:attendance ?role .
              ?role rdf:value ?other ; prov:wasDerivedFrom/oa:hasSelector/oa:exact ?words .
              ?other rdfs:label ?who ; schema:hasOccupation ?office .
              ?office schema:roleName ?title ; chy:serves id:state:US
              FILTER (LCASE(?title) = "secretary of state" && STR(?day) < "2025-02-18") }"#,
        ),
    ]
}

#[test]
fn are_answered_alike_by_the_library_in_english_and_by_the_command() {
    let (archive, folder) = loaded("seven");
    let today = "2025-02-25";
    for ((english, question, _), expected) in seven().into_iter().zip(expected()) {
        let by_question = answers(&archive, &question);
        let is = |(told, words): &(&str, &str), answer: &(String, String)| {
            answer.0.contains(told) && answer.1.contains(words)
        };
        for wanted in expected {
            assert!(
                by_question.iter().any(|answer| is(wanted, answer)),
                "{english}: no {wanted:?} in {by_question:#?}"
            );
        }
        for answer in &by_question {
            assert!(expected.iter().any(|it| is(it, answer)), "{english}: {answer:?} is wrong");
        }
        let reading = archive.ask(english, today.parse().expect("a day")).expect("it is read");
        let asked = reading.question(archive.graph());
        assert_eq!(answers(&archive, &asked), by_question, "{english}");
        let ran =
            run(["ask", "--archive", &folder, "--today", today, "--format", "jsonl", english], b"");
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        for (_, words) in &by_question {
            let words = serde_json::to_string(words).expect("text is JSON");
            assert!(ran.out.contains(&words), "{english}: {words} in\n{}", ran.out);
        }
    }
}

#[cfg(feature = "sparql")]
#[test]
fn are_answered_alike_by_sparql() {
    use chancery::sparql::{Limits, SparqlAnswer, sparql};
    let (archive, _) = loaded("seven-by-sparql");
    for (english, question, query) in seven() {
        let answer = sparql(archive.graph(), query, Limits::default());
        let answer = answer.unwrap_or_else(|error| panic!("{english}: {error}"));
        let SparqlAnswer::Rows { rows, .. } = answer else { panic!("{english}: rows") };
        let pair = |row: &Vec<Option<chancery::sparql::Cell>>| {
            let cell = |i: usize| row[i].as_ref().expect("a value").short();
            (cell(0), cell(1))
        };
        let by_sparql: Answers = rows.iter().map(pair).collect();
        assert_eq!(by_sparql, answers(&archive, &question), "{english}");
    }
}

/// Of each question every answer: something of it, and of the words that prove it. Where the reader
/// lets a stretch of text begin and end is its own affair.
fn expected() -> [&'static [(&'static str, &'static str)]; 7] {
    [
        &[
            ("Marco Rubio attended", "top diplomat said after talks"),
            ("United States attended", "top diplomat said after talks"),
            ("Sergey Lavrov attended", "attended by his Russian counterpart, Sergey Lavrov"),
            ("Russia attended", "attended by his Russian counterpart, Sergey Lavrov"),
        ],
        &[("Ukraine absent", "No Ukrainian officials were present at the meeting")],
        &[
            ("the conversation was very useful", "Lavrov said that in his view"),
            ("the same three goals as Rubio", "He mentioned the same three goals"),
            ("agreed to appoint representatives", "said that Washington and Moscow agreed"),
            ("We not only listened, but also heard each other", "said Lavrov"),
        ],
        &[
            ("agreed to start working towards ending the war", "top diplomat said"),
            ("agreed broadly to pursue three goals", "Secretary of State Marco Rubio said"),
        ],
        &[
            ("Russia, United States: start working towards ending the war", "start working"),
            ("Russia, United States: improving their diplomatic", "diplomatic and economic ties"),
            ("Russia, United States: restore staffing at their", "embassies in Washington"),
            ("Russia, United States: create a high-level team", "support Ukraine peace talks"),
            ("Russia, United States: explore closer relations", "economic cooperation"),
            ("Russia, United States: appoint representatives", "regular consultations"),
        ],
        &[("summit: Vladimir Putin", "summit between Trump and Russian President Vladimir Putin")],
        &[("Antony Blinken", "Lavrov and then-US Secretary of State Antony Blinken talked")],
    ]
}
