//! What was not said, who did not say it, and how far it goes what a noun or a denial tells: text in,
//! statements out.

use chancery_ingest::{Article, Extractor};

/// Every statement of a text as "speaker | cue | content", "not" before what was not said.
fn said(text: &str) -> Vec<String> {
    let article = Article::new("note".parse().expect("an id"), text);
    let facts = Extractor::default().extract(&article).facts;
    let words = |span: Option<&chancery_model::Span>| {
        span.and_then(|span| span.of(text)).unwrap_or("-").to_owned()
    };
    let one = |statement: &chancery_model::Statement| {
        let speaker = statement.speaker.as_ref();
        let entity = facts.entities.iter().find(|entity| Some(&entity.id) == speaker);
        let who = entity.map_or("-", |entity| entity.name.as_str());
        let content: Vec<&str> =
            statement.content.iter().filter_map(|span| span.of(text)).collect();
        let not = if statement.negated { "not " } else { "" };
        format!("{who} | {not}{} | {}", words(statement.cue.as_ref()), content.join(" … "))
    };
    facts.statements.iter().map(one).collect()
}

#[track_caller]
fn check(cases: &[(&str, &[&str])]) {
    for (text, expected) in cases {
        assert_eq!(said(text), *expected, "{text}");
    }
}

#[test]
fn whoever_is_asked_or_told_does_not_speak() {
    check(&[
        (
            "Tom Lee was asked whether Chad would leave Mali.",
            &["- | asked | whether Chad would leave Mali"],
        ),
        ("Chad was urged to stop the raids.", &["- | urged | stop the raids"]),
    ]);
}

#[test]
fn nobody_speaks_where_neither_does() {
    check(&[
        (
            "Neither Chad nor Mali confirmed that talks had taken place.",
            &[
                "Chad | not confirmed | talks had taken place",
                "Mali | not confirmed | talks had taken place",
            ],
        ),
        (
            "Neither Chad nor Mali said when the talks would resume.",
            &[
                "Chad | not said | when the talks would resume",
                "Mali | not said | when the talks would resume",
            ],
        ),
        (
            "Iran has yet to comment on the report.",
            &["Iran | not has yet to comment on | the report"],
        ),
        (
            "Tom Lee made no mention of the islands.",
            &["Tom Lee | not made no mention of | the islands"],
        ),
    ]);
}

#[test]
fn what_is_expected_or_planned_or_thought_of_was_not_said() {
    check(&[
        ("Tom Lee is expected to urge Mali to free the sailors.", &[]),
        ("Tom Lee plans to tell Ann Kim that sanctions will stay.", &[]),
        ("If Iran announces a withdrawal, the EU will act.", &[]),
        (
            "The official, who asked not to be named, said the talks failed.",
            &["- | said | the talks failed"],
        ),
    ]);
}

#[test]
fn a_noun_of_saying_brings_nothing_of_the_verb_it_is_the_subject_of() {
    check(&[
        (
            "Zarif's comments that Iran would retaliate came after talks in Vienna.",
            &["Zarif | comments | Iran would retaliate"],
        ),
        (
            "Iran's threat to close the strait alarmed Japan.",
            &["Iran | threat | to close the strait"],
        ),
    ]);
}

#[test]
fn who_somebody_is_and_where_they_speak_is_no_part_of_what_they_say() {
    check(&[
        (
            "The talks failed, said Tom Lee, an aide to the Chadian leader.",
            &["Tom Lee | said | The talks failed"],
        ),
        (
            "\"I was clear,\" Tom Lee said on NBC's \"Meet the Press.\"",
            &["Tom Lee | said | I was clear"],
        ),
        (
            "The EU condemned the raid in a statement issued on Saturday.",
            &["European Union | condemned | the raid"],
        ),
        (
            "Tom Lee accused Mali of \"economic terrorism\".",
            &["Tom Lee | accused | Mali of \"economic terrorism"],
        ),
    ]);
}

#[test]
fn a_denial_that_hangs_on_a_comma_is_of_what_was_said_before() {
    check(&[
        (
            "Mali said it had proposed a truce, which Chad rejected.",
            &["Mali | said | it had proposed a truce"],
        ),
        (
            "Greece insisted that the name must change.",
            &["Greece | insisted | the name must change"],
        ),
        (
            "Ankara said the plane had violated its airspace, which Moscow denied.",
            &[
                "Turkey | said | the plane had violated its airspace",
                "Russia | not denied | the plane had violated its airspace",
            ],
        ),
        (
            "NATO said Russia had moved troops, a charge the Kremlin denied.",
            &[
                "North Atlantic Treaty Organization | said | Russia had moved troops",
                "Russia | not denied | Russia had moved troops",
            ],
        ),
        (
            "Iraq accused Kuwait of stealing its oil, a claim rejected by Kuwait.",
            &[
                "Iraq | accused | Kuwait of stealing its oil",
                "Kuwait | rejected | Kuwait of stealing its oil",
            ],
        ),
    ]);
}

#[test]
fn an_accusation_beside_a_statement_is_its_own() {
    check(&[(
        "Kenya said it was recalling its envoy, accusing Somalia of aggression.",
        &["Kenya | said | it was recalling its envoy", "Kenya | accusing | Somalia of aggression"],
    )]);
}
