//! The published JSON, there and back: every sample's facts, and what must be refused.

use chancery_model::Facts;
use std::fs;
use std::path::Path;

#[test]
fn the_facts_of_every_sample_are_written_as_they_were_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/articles");
    let mut seen = 0;
    for entry in fs::read_dir(folder).expect("the samples' folder") {
        let path = entry.expect("an entry").path();
        if !path.to_string_lossy().ends_with(".facts.json") {
            continue;
        }
        let facts = Facts::from_json(&fs::read_to_string(&path).expect("a sample"))
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        assert_eq!(Facts::from_json(&facts.to_json()).expect("our own JSON"), facts);
        assert!(!facts.to_json().contains('\n'), "one line an article");
        let text = path.to_string_lossy().replace(".facts.json", ".txt");
        facts.check_spans(&fs::read_to_string(text).expect("its text")).expect("spans in the text");
        seen += 1;
    }
    assert_eq!(seen, 15);
}

#[test]
fn optional_keys_are_kept() {
    let json = r#"{"document":{"id":"d","title":null,"published":"2025-02","source":null,"text":"Oslo"},
        "entities":[{"id":"person:a","kind":"person","name":"A","mentions":[[0,1],[1,2]],"same_as":["wikidata:Q1"],
            "reasons":["name",null],"confidence":0.5},{"id":"state:NO","kind":"state","name":"Norway","mentions":[]}],
        "roles":[{"person":"person:a","of":"state:NO","title":"envoy","status":"designate","from":"2025-01","to":null,"evidence":null,
            "according_to":"person:a","confidence":1.0}],
        "meetings":[{"id":"m","kind":"call","status":"denied","from":"2025","to":null,"place":null,"mentions":[[2,3]],
            "attendance":[{"who":"state:NO","status":"excluded","evidence":[0,4],"capacity":"host"}],"according_to":"person:a"}],
        "statements":[{"speaker":null,"source":null,"cue":null,"content":[[0,2],[3,4]],"mode":"mixed","addressee":null,
            "meeting":"m","negated":true,"act":"deny","on":"2025-02-18"}],
        "goals":[],"attitudes":[],"a key of the future":{"x":[1]}}"#;
    let facts = Facts::from_json(json).expect("facts");
    let again = facts.to_json();
    assert_eq!(Facts::from_json(&again).expect("our own JSON"), facts);
    for key in [
        "same_as",
        "reasons",
        "confidence",
        "according_to",
        "\"from\":\"2025-01\"",
        "capacity",
        "\"act\":\"deny\"",
        "\"on\":\"2025-02-18\"",
        "\"text\":\"Oslo\"",
    ] {
        assert!(again.contains(key), "{key} in {again}");
    }
}

#[test]
fn what_cannot_be_is_refused_with_its_place() {
    let cases = [
        ("[]", "not a facts document"),
        (r#"{"document":{"id":" ","title":null,"published":null,"source":null}}"#, "document.id"),
        (
            r#"{"document":{"id":"d","title":null,"published":"2025-13","source":null}}"#,
            "document.published",
        ),
        (
            r#"{"document":{"id":"d","title":null,"published":null,"source":null},"entities":[{"id":"state:usa","kind":"state","name":"x"}]}"#,
            "entities[0]",
        ),
        (
            r#"{"document":{"id":"d","title":null,"published":null,"source":null},"goals":[{"text":[3,2],"holders":[],"status":"sought","meeting":null,"according_to":null}]}"#,
            "goals[0]",
        ),
        (
            r#"{"document":{"id":"d","title":null,"published":null,"source":null},"statements":[{"speaker":"person:x","source":null,"cue":null,"content":[[0,1]],"mode":"direct","addressee":null,"meeting":null}]}"#,
            "statements[0]",
        ),
    ];
    for (json, place) in cases {
        let error = Facts::from_json(json).expect_err(json).to_string();
        assert!(error.contains(place), "{error} names {place}");
    }
}
