use super::*;

#[test]
fn the_title_of_a_report_may_be_the_name_of_an_occasion() {
    for (title, expected) in [
        ("Joint Statement on the U.S.-EU Energy Council", Some("energy eu council")),
        ("Joint Statement on the Ministerial Meeting on Syria", Some("syria ministerial")),
        (
            "Fifth Meeting of the North American Drug Dialogue (NADD)",
            Some("america drug north dialogue"),
        ),
        ("The Eighth U.S.-Tajikistan Annual Bilateral Consultations", Some("tajik consultations")),
        (
            "Joint Statement on the Strategic Dialogue Between the United States and Poland",
            Some("poland dialogue"),
        ),
        (
            "Secretary Blinken’s Participation in the Friends of the Mekong Ministers’ Meeting",
            Some("friends mekong ministerial"),
        ),
        ("Joint Statement on the Launch of the Partnership Council", None),
        ("Secretary Blinken’s Meeting with French President Macron", None),
        ("Outcomes of the 50th Session of the UN Human Rights Council", None),
        ("Negev Forum Steering Group", None),
        ("Joint Statement on the Energy Council: Next Steps", None),
        ("The U.S.-Thailand Relationship", None),
    ] {
        let named = Title::of_title(title).map(|title| title.words);
        assert_eq!(named.as_deref(), expected, "{title}");
    }
}

#[test]
fn the_title_of_a_speech_tells_where_it_was_held() {
    for (title, expected) in [
        ("Secretary Lee on Peace at the UN Security Council", Some("security council")),
        ("Secretary Lee At a Virtual Supply Chain Ministerial", Some("chain supply ministerial")),
        ("Opening Remarks at D-ISIS Meeting Opening Session", Some("d isis event")),
        ("Secretary Lee at the Launch", None),
        ("Secretary Lee on Peace", None),
    ] {
        let at = Title::spoken_at(title).map(|title| title.words);
        assert_eq!(at.as_deref(), expected, "{title}");
    }
}

#[test]
fn some_words_have_one_name_of_a_kind_or_none() {
    let named = |words, kind| Title::only_one_in(words, kind).map(|title| title.words);
    let first = "recalled what began at the first Summit for Democracy and ahead of the next ";
    assert_eq!(named(first, "summit").as_deref(), Some("democracy summit"));
    assert_eq!(Title::only_one_in(first, "summit").and_then(|title| title.number), Some(1));
    assert_eq!(named(first, "conference"), None);
    assert_eq!(named("the Quad Summit, the Summit for Democracy, ", "summit"), None);
    assert_eq!(
        named("Summit for Democracy – Year of Action", "summit").as_deref(),
        Some("democracy summit")
    );
    assert_eq!(named("at a summit on Chad", "summit"), None);
    assert_eq!(named("Travel to the G7 and NATO Summits", "summit"), None);
}

/// What the meetings of a report are called, each of which a word of its text tells, with the states there.
#[track_caller]
fn check_report(title: &str, text: &str, meetings: &[(&str, &[&str])], expected: &[&str]) {
    use crate::identity::Gist;
    use chancery_model::{
        Attendance, AttendanceStatus, Date, DocumentInfo, Entity, EntityId, Facts, MeetingId,
        MeetingKind, MeetingStatus, Mention, When,
    };
    let day: Date = "2022-02-07".parse().expect("a day");
    let mut document = DocumentInfo::named("a".parse().expect("an id"));
    document.title = Some(title.to_owned());
    document.published = Some(day);
    let mut facts = Facts::empty(document);
    for (i, (word, states)) in meetings.iter().enumerate() {
        let start = text.find(word).expect("it is there");
        for code in *states {
            let id = EntityId::state(code).expect("a code");
            if facts.entities.iter().all(|known| known.id != id) {
                let (mentions, same_as) = (Vec::new(), Vec::new());
                let name = (*code).to_owned();
                facts.entities.push(Entity { id, name, mentions, same_as, confidence: None });
            }
        }
        let there = states.iter().map(|code| Attendance {
            who: EntityId::state(code).expect("a code"),
            status: AttendanceStatus::Attended,
            evidence: None,
            capacity: None,
            confidence: None,
        });
        facts.meetings.push(Meeting {
            id: MeetingId::numbered(i + 1),
            kind: MeetingKind::Talks,
            status: MeetingStatus::Held,
            when: When::on(day),
            place: None,
            mentions: vec![Mention { span: Span::new(start, start + word.len()), reason: None }],
            attendance: there.collect(),
            according_to: None,
            confidence: None,
        });
    }
    let report = Report::new(facts, text).expect("it holds");
    let called = Gist::of(&report)
        .meetings
        .into_iter()
        .map(|met| met.title.map(|title| title.words).unwrap_or_default());
    assert_eq!(called.collect::<Vec<_>>(), expected, "{title}: {text}");
}

#[test]
fn those_who_met_held_what_the_title_of_the_report_names() {
    let council = "Joint Statement on the U.S.-EU Energy Council";
    let two: &[&str] = &["US", "FR"];
    check_report(council, "The two sides met today.", &[("met", two)], &["energy eu council"]);
    check_report(
        council,
        "The two sides met today. They conferred, too.",
        &[("met", two), ("conferred", two)],
        &["energy eu council", ""],
    );
    check_report(
        council,
        "They met before the Energy Council.",
        &[("met", two), ("Energy Council", two)],
        &["", "energy council"],
    );
    // Two who meet are told by who they are.
    let ministerial = "Joint Statement on the Ministerial Meeting on Chad";
    check_report(ministerial, "The two met today.", &[("met", two)], &[""]);
    let many: &[&str] = &["DE", "FR", "IT", "US"];
    check_report(ministerial, "All met today.", &[("met", many)], &["chad ministerial"]);
}

#[test]
fn a_gathering_is_called_as_it_is_in_the_title_or_before_it_in_the_sentence() {
    let two: &[&str] = &["US", "FR"];
    let check = |title, text, word, expected| {
        check_report(title, text, &[(word, two)], &[expected]);
    };
    let democracy = "Summit for Democracy – Year of Action";
    check(democracy, "They spoke at the second Summit.", "Summit", "democracy summit");
    check(democracy, "They spoke at a summit.", "summit", "summit");
    check(democracy, "They spoke at the conference.", "the conference", "conference");
    let first = "After the first Summit for Democracy comes the next Summit of Action.";
    check("A Statement", &first[..first.len() - 11], "Summit", "democracy summit");
    check("A Statement", "The Quad Summit was long. Now comes the Summit.", "the Summit", "summit");
}
