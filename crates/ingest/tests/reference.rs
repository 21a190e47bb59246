//! Who is meant by an office alone: what a reference adds to a text, and what it leaves alone.

use chancery_ingest::{Article, Extractor, Reference};
use chancery_model::Facts;
use expect_test::{Expect, expect};
use std::fmt::Write;

fn read(day: &str, text: &str) -> Facts {
    let article = Article::new("note".parse().expect("an id"), text);
    let article = article.published(day.parse().expect("a day"));
    let extractor = Extractor::default().with_reference(Reference::embedded());
    extractor.extract(&article).facts
}

/// The persons, each with how sure it is that they are meant and the words that mean them.
#[track_caller]
fn check(day: &str, text: &str, expected: Expect) {
    let facts = read(day, text);
    let mut shown = String::new();
    for person in facts.entities.iter().filter(|it| it.id.as_str().starts_with("person:")) {
        let sure = person.confidence.map_or(String::new(), |sure| format!(" ({sure})"));
        let _ = writeln!(shown, "{}{sure}", person.name);
        for mention in &person.mentions {
            let words = mention.span.of(text).expect("words");
            let reason = mention.reason.as_deref().unwrap_or_default();
            // Lines of the table come and go.
            let reason = reason.split(" (offices.tsv, line").next().unwrap_or_default();
            let _ = writeln!(shown, "  {words}: {reason}");
        }
    }
    expected.assert_eq(&shown);
}

#[test]
fn an_office_alone_is_whoever_holds_it_that_day() {
    check(
        "2021-05-25",
        "The Israeli Prime Minister met Egyptian officials in Cairo.",
        expect![[r"
            Benjamin Netanyahu (0.9)
              The Israeli Prime Minister: title, inferred by reference: Prime Minister from 2009-03-31 to 2021-06-13
        "]],
    );
    check(
        "2022-03-27",
        "The Israeli Prime Minister met Egyptian officials in Cairo. The Prime Minister thanked them.",
        expect![[r"
            Naftali Bennett (0.9)
              The Israeli Prime Minister: title, inferred by reference: Prime Minister from 2021-06-13 to 2022-06-30
              The Prime Minister: title
        "]],
    );
    check(
        "1998-06-02",
        "The U.S. Ambassador to France met the French President in Paris.",
        expect![[r"
            Felix Rohatyn (0.9)
              The U.S. Ambassador: title, inferred by reference: Ambassador to France from 1997-09-11 to 2000-12-07
            Jacques Chirac (0.7)
              the French President: title, inferred by reference: President seen from 1995-06-14 to 2006-09-19
        "]],
    );
}

#[test]
fn what_the_text_says_comes_first() {
    // Whoever it names in the office holds it.
    check(
        "2022-03-27",
        "Prime Minister Ann Lee of Israel met Egyptian officials. The Israeli Prime Minister thanked them.",
        expect![[r"
            Ann Lee (0.98)
              Ann Lee: name
              The Israeli Prime Minister: title
        "]],
    );
    // Whoever it names without the office is not named twice.
    check(
        "2022-03-27",
        "Bennett arrived in Cairo. The Israeli Prime Minister met Egyptian officials.",
        expect![[r"
            Bennett (0.98)
              Bennett: name
              The Israeli Prime Minister: title, inferred by reference: Prime Minister from 2021-06-13 to 2022-06-30
        "]],
    );
    // A former holder, another time, an office of many, a building: nobody.
    check(
        "2022-03-27",
        "A former Israeli Prime Minister spoke. In 1979 the Egyptian President went to Jerusalem. \
         A Foreign Minister of Israel has much to do. The Israeli Prime Minister's Office declined comment.",
        expect![[r""]],
    );
}

#[test]
fn who_came_without_a_name_is_at_the_meeting() {
    let text =
        "The Israeli Foreign Minister met with Secretary Antony Blinken in Jerusalem on Sunday.";
    let facts = read("2022-03-27", text);
    let mut who: Vec<String> =
        facts.meetings[0].attendance.iter().map(|it| format!("{} {}", it.who, it.status)).collect();
    who.sort();
    let lapid = "person:yair-lapid attended";
    assert!(who.iter().any(|it| it == lapid), "{who:?}");
    let plain = Extractor::default();
    let article = Article::new("note".parse().expect("an id"), text);
    let facts = plain.extract(&article.published("2022-03-27".parse().expect("a day"))).facts;
    assert!(facts.entities.iter().all(|it| it.name != "Yair Lapid"), "only if it is asked for");
}

#[test]
fn ids_elsewhere_are_carried_to_whatever_bears_a_name() {
    let table = "name\tkind\tspellings\ttitle\tof\tsame_as\n\
                 Abdul Hamid Dabaiba\t\tAbdulhamid Dbeibah\tPrime Minister\tLY\twikidata:Q1\n\
                 Libya\tstate\t\t\t\twikidata:Q2\n\
                 NATO\torganization\tNorth Atlantic Treaty Organization\t\t\twikidata:Q3\n\
                 Tripoli\tplace\t\t\t\tgeonames:4\n";
    let reference = Reference::read("mine.tsv", table).expect("a table");
    let text =
        "Libyan Prime Minister Abdulhamid Dbeibah held talks with NATO in Tripoli on Monday.";
    let article = Article::new("note".parse().expect("an id"), text);
    let facts = Extractor::default().with_reference(reference).extract(&article).facts;
    let mut shown = String::new();
    for entity in &facts.entities {
        let _ = writeln!(shown, "{} {}", entity.id, entity.same_as.join(" "));
    }
    expect![[r"
        state:LY iso3166-1:LY wikidata:Q2
        organization:north-atlantic-treaty-organization wikidata:Q3
        person:abdul-hamid-dabaiba wikidata:Q1
        place:tripoli geonames:4
    "]]
    .assert_eq(&shown);
}

#[test]
fn a_table_of_terms_or_of_meetings_tells_facts_of_its_own() {
    let info = chancery_model::DocumentInfo::named("t".parse().expect("an id"));
    let visits = "# note\nfrom\tto\ttitle\tname\tof\thost\twith\twords\n\
                  1959-09-15\t1959-09-27\tPremier\tNikita Khrushchev\tSU\tUS\tDwight D. Eisenhower\tState visit; Camp David.\n\
                  1961-01-02\t\t\t\tFR\tUS\n";
    let facts = Reference::facts(info.clone(), visits).expect("a table").expect("of meetings");
    facts.check_spans(visits).expect("spans of the text");
    expect![[r#"
        {"document":{"id":"t","title":null,"published":null,"source":null},"entities":[{"id":"state:SU","kind":"state","name":"Soviet Union","mentions":[[93,95]],"same_as":["iso3166-1:SU"],"reasons":["name"]},
        {"id":"state:US","kind":"state","name":"United States","mentions":[[96,98],[162,164]],"same_as":["iso3166-1:US"],"reasons":["name","name"]},
        {"id":"person:nikita-khrushchev","kind":"person","name":"Nikita Khrushchev","mentions":[[75,92]],"reasons":["name"]},
        {"id":"person:dwight-d-eisenhower","kind":"person","name":"Dwight D. Eisenhower","mentions":[[99,119]],"reasons":["name"]},
        {"id":"state:FR","kind":"state","name":"France","mentions":[[159,161]],"same_as":["iso3166-1:FR"],"reasons":["name"]}],"roles":[{"person":"person:nikita-khrushchev","of":"state:SU","title":"Premier","status":"current","from":"1959-09-15","to":"1959-09-27","evidence":[45,95]}],"meetings":[{"id":"meeting:3","kind":"visit","status":"held","from":"1959-09-15","to":"1959-09-27","place":"state:US","mentions":[[120,131]],"attendance":[{"who":"person:nikita-khrushchev","status":"attended","evidence":[45,144]},
        {"who":"person:dwight-d-eisenhower","status":"attended","evidence":[45,144],"capacity":"host"},
        {"who":"state:SU","status":"attended","evidence":[45,144]},
        {"who":"state:US","status":"attended","evidence":[45,144],"capacity":"host"}],"when":[45,66]},
        {"id":"meeting:4","kind":"visit","status":"held","from":"1961-01-02","to":"1961-01-02","place":"state:US","mentions":[[159,161]],"attendance":[{"who":"state:FR","status":"attended","evidence":[145,164]},
        {"who":"state:US","status":"attended","evidence":[145,164],"capacity":"host"}],"when":[145,156]}],"statements":[],"goals":[],"attitudes":[]}"#]].assert_eq(&facts.to_json().replace("},{", "},\n{"));

    let terms = "name\ttitle\tof\tfrom\tto\tknown\nAnn Lee\tPresident\tTD\t2001\t2005-03-01\n\
                 Bo Low\tPresident\tTD\t2006-01-01\t2009-01-01\tseen\n";
    let facts = Reference::facts(info.clone(), terms).expect("a table").expect("of offices");
    facts.check_spans(terms).expect("spans of the text");
    expect![[r#"
        {"document":{"id":"t","title":null,"published":null,"source":null},"entities":[{"id":"state:TD","kind":"state","name":"Chad","mentions":[[46,48],[82,84]],"same_as":["iso3166-1:TD"],"reasons":["name","name"]},
        {"id":"person:ann-lee","kind":"person","name":"Ann Lee","mentions":[[28,35]],"reasons":["name"]},
        {"id":"person:bo-low","kind":"person","name":"Bo Low","mentions":[[65,71]],"reasons":["name"]}],"roles":[{"person":"person:ann-lee","of":"state:TD","title":"President","status":"former","from":"2001","to":"2005-03-01","evidence":[28,64]},
        {"person":"person:bo-low","of":"state:TD","title":"President","status":"current","from":"2006-01-01","to":"2006-01-01","evidence":[65,95]},
        {"person":"person:bo-low","of":"state:TD","title":"President","status":"current","from":"2009-01-01","to":"2009-01-01","evidence":[65,106]}],"meetings":[],"statements":[],"goals":[],"attitudes":[]}"#]].assert_eq(&facts.to_json().replace("},{", "},\n{"));

    assert_eq!(Reference::facts(info, "France\tConsult\tChad\t2014-01-02\n"), Ok(None));
}

#[test]
fn an_office_alone_is_nobodys_evidence_where_another_may_be_meant() {
    // Of two foreign ministers neither is told to be the French one; "his counterpart" is of no
    // state; "the President" after another's name may be either; what goes on after a title is
    // part of what it names.
    for text in [
        "Office of the Spokesperson\n\nThe Secretary welcomed Foreign Minister Le Drian of France and \
         Foreign Minister Kuleba of Ukraine. The Chadian foreign minister called. The foreign minister left.",
        "Office of the Spokesperson\n\nPresident Daniel Ortega of Nicaragua spoke. The President left.",
        "Office of the Spokesperson\n\nThe United States welcomed Beth Lee, chief of the Fund. She told of the \
         chief advantages of the deal and met the head of the Climate Impacts group.",
    ] {
        let facts = read("2021-06-15", text);
        for person in &facts.entities {
            for mention in &person.mentions {
                let words = mention.span.of(text).expect("words");
                let uncertain =
                    ["The Chadian", "The foreign", "The President", "the chief", "the head"];
                assert!(
                    !uncertain.iter().any(|it| words.starts_with(it)),
                    "{words} is {}",
                    person.name
                );
            }
        }
    }
}

#[test]
fn whom_a_name_in_an_office_serves_is_told_where_the_words_beside_leave_it_open() {
    let serves = |day: &str, text: &str| {
        let roles = read(day, text).roles;
        let role = roles.first().expect("an office");
        role.of.as_ref().map_or("nobody".to_owned(), ToString::to_string)
    };
    let lavrov = "How does Russia view Foreign Minister Lavrov’s visit to Saudi Arabia?";
    assert_eq!(serves("2022-05-31", lavrov), "state:RU");
    // Before his day, and in an office that is not his.
    assert_ne!(serves("1999-05-31", "Iran hosted Foreign Minister Lavrov."), "state:RU");
    assert_eq!(serves("2022-05-31", "Iran hosted Prime Minister Ann Lavrov."), "nobody");
    // A state that the text does not name is not told of, and neither is another.
    assert_eq!(serves("2022-05-31", "Iran hosted Foreign Minister Lavrov."), "nobody");
}
