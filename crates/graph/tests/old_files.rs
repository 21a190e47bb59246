//! Every version ever written still opens. The files lie in `tests/old_files/VERSION/` and are
//! never changed; a new version gets a new folder.

use chancery_graph::{Archive, Batch, Decision, Moment, Report, Table, TableForm};
use chancery_model::{DocumentInfo, EntityId, EntityKind, Facts};
use chrono::DateTime;
use std::fs;
use std::path::{Path, PathBuf};

const NEWEST: u16 = 4;

const TEXT: &str = "Paris, 3 May 2024. “We met,” President Ann Lee of France told Le Monde \
                    after talks in Łódź with Bo Öst. NATO stayed away.";

/// A report with every kind of fact in it.
fn everything() -> Report {
    let at = |words: &str| {
        let start = TEXT.find(words).expect("words of the text");
        format!("[{start}, {}]", start + words.len())
    };
    let json = format!(
        r#"{{"document": {{"id": "everything", "title": "Talks – in full", "published": "2024-05-03", "source": "https://example.org/1"}},
        "entities": [
          {{"id": "person:ann-lee", "kind": "person", "name": "Ann Lee", "mentions": [{ann}], "reasons": ["full name"], "confidence": 0.75}},
          {{"id": "person:bo-öst", "kind": "person", "name": "Bo Öst", "mentions": [{bo}]}},
          {{"id": "state:FR", "kind": "state", "name": "France", "mentions": [{france}], "same_as": ["iso3166-1:FR", "wikidata:Q142"]}},
          {{"id": "organization:nato", "kind": "organization", "name": "NATO", "mentions": [{nato}]}},
          {{"id": "organization:le-monde", "kind": "organization", "name": "Le Monde", "mentions": [{monde}]}},
          {{"id": "place:lodz", "kind": "place", "name": "Łódź", "mentions": [{lodz}]}}],
        "roles": [
          {{"person": "person:ann-lee", "of": "state:FR", "title": "President", "status": "current", "evidence": {office}, "according_to": "organization:le-monde", "confidence": 1}},
          {{"person": "person:bo-öst", "of": null, "title": "envoy", "status": "designate", "evidence": null}}],
        "meetings": [
          {{"id": "meeting:1", "kind": "talks", "status": "held", "from": "2024-05", "to": "2024-05-03", "when": {day}, "place": "place:lodz", "mentions": [{talks}],
            "attendance": [
              {{"who": "person:ann-lee", "status": "attended", "evidence": {office}, "capacity": "host", "confidence": 0.5}},
              {{"who": "organization:nato", "status": "declined", "evidence": {away}}}],
            "according_to": "person:ann-lee", "confidence": 0.25}},
          {{"id": "meeting:2", "kind": "other", "status": "planned", "from": null, "to": null, "place": null}}],
        "statements": [
          {{"speaker": "person:ann-lee", "source": {office}, "cue": {told}, "content": [{met}, {talks}], "mode": "direct", "addressee": "organization:le-monde",
            "meeting": "meeting:1", "negated": true, "act": "announce", "on": "2024", "confidence": 0}},
          {{"speaker": null, "source": null, "cue": null, "content": [{away}], "mode": "indirect", "addressee": null, "meeting": null}}],
        "goals": [{{"text": {met}, "holders": ["state:FR", "person:bo-öst"], "status": "achieved", "meeting": "meeting:2", "according_to": "person:bo-öst", "confidence": 0.125}}],
        "attitudes": [{{"speaker": "organization:nato", "source": {nato}, "cue": null, "content": [{away}], "mode": "mixed", "addressee": null, "meeting": null}}]}}"#,
        ann = at("Ann Lee"),
        bo = at("Bo Öst"),
        france = at("France"),
        nato = at("NATO"),
        monde = at("Le Monde"),
        lodz = at("Łódź"),
        office = at("President Ann Lee of France"),
        day = at("3 May 2024"),
        talks = at("talks"),
        away = at("NATO stayed away"),
        told = at("told"),
        met = at("We met"),
    );
    Report::new(Facts::from_json(&json).expect("facts"), TEXT).expect("spans in the text")
}

fn note(id: &str, text: &str) -> Report {
    let json = format!(
        r#"{{"document": {{"id": "{id}", "title": null, "published": null, "source": null}}}}"#
    );
    Report::new(Facts::from_json(&json).expect("facts"), text).expect("a report")
}

/// A report that tells the days of an office.
fn terms() -> Report {
    let json = r#"{"document": {"id": "terms", "title": null, "published": null, "source": null},
        "entities": [{"id": "person:ann-lee", "kind": "person", "name": "Ann Lee"}],
        "roles": [{"person": "person:ann-lee", "of": null, "title": "envoy", "status": "former", "from": "2014", "to": "2015-03", "evidence": [0, 7]}]}"#;
    Report::new(Facts::from_json(json).expect("facts"), "Ann Lee, envoy").expect("a report")
}

/// A table, of which the third row is no event.
fn table() -> Table {
    let rows = "France\tConsult\tÖst Bank\t2014-01-02\nFrance\tDeny responsibility\tNATO\t2014-01-03\n\
                France\tConsult\tNATO\tsoon\nNATO\tImpose embargo\tÖst Bank\t2014-01-03";
    let info = DocumentInfo {
        id: "table".parse().expect("an id"),
        title: Some("Events".to_owned()),
        published: Some("2014".parse().expect("a year")),
        source: Some("https://example.org/t".to_owned()),
        text: None,
    };
    let who = |name: &str| match name {
        "France" => "state:FR".parse().expect("an id"),
        name => EntityId::named(EntityKind::Organization, name),
    };
    Table::new(info, TableForm::Plain, rows, who).expect("memory is readable")
}

fn decisions() -> Vec<Decision> {
    let name = |name: &str| name.parse().expect("a name");
    vec![
        Decision::Distinct(name("person:ann-lee"), name("person:bo-öst")),
        Decision::Same(name("meeting:everything/1"), name("meeting:everything/2")),
        Decision::Name(name("place:lodz"), "Lodz".to_owned()),
    ]
}

fn write(folder: &Path) {
    let at = |ms| DateTime::from_timestamp_millis(ms).expect("a time");
    let mut archive = Archive::create(folder).expect("an archive");
    let first = vec![everything(), note("withdrawn", "Not so.")];
    archive.add(Batch::from(first).recorded(at(0))).expect("added");
    archive
        .add(Batch::from(note("note", "First.")).recorded(at(1_739_836_800_000)))
        .expect("added");
    archive.retract(&"withdrawn".parse().expect("an id")).expect("retracted");
    for decision in decisions() {
        archive.decide(decision).expect("decided");
    }
    let wrong = Decision::Same(
        "organization:nato".parse().expect("a name"),
        "organization:le-monde".parse().expect("a name"),
    );
    archive.decide(wrong.clone()).expect("decided");
    assert!(archive.undo(wrong).expect("taken back"));
    archive.add(table()).expect("added");
    archive.add(terms()).expect("added");
    archive.add(note("note", "Second.")).expect("replaced");
    fs::remove_file(folder.join("register.lock")).expect("removed");
}

fn folder(version: u16) -> PathBuf {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/old_files"));
    folder.join(version.to_string())
}

/// How many documents were added to the old file since version 2.
fn since(version: u16) -> usize {
    usize::from(version >= 3) + usize::from(version >= 4)
}

#[test]
fn every_version_still_opens() {
    let newest = folder(NEWEST);
    if !newest.exists() {
        write(&newest);
        panic!("{} was not there and is now: commit it", newest.display());
    }
    for version in 1..=NEWEST {
        let archive = Archive::open(folder(version)).expect("an old file");
        let reports: Vec<_> = archive.reports().cloned().collect();
        let mut expected = vec![everything(), note("note", "Second.")];
        if version >= 3 {
            expected.push((**table().report()).clone());
            let graph = archive.graph();
            let meeting = graph.find(&"meeting:table/1".parse().expect("a name"));
            let told: Vec<_> = graph.who_attended(meeting.expect("a row")).collect();
            let row = "France\tConsult\tÖst Bank\t2014-01-02";
            assert_eq!(told.len(), 2);
            assert_eq!(graph.words(&told[0].evidence()[0]), Some(row));
        }
        if version >= 4 {
            expected.push(terms());
        }
        assert_eq!(reports, expected, "version {version}");
        let decided: Vec<_> = archive.decisions().map(|(it, _)| it.clone()).collect();
        let expected = if version < 2 { Vec::new() } else { decisions() };
        assert_eq!(decided, expected, "version {version}");
        let early =
            archive.as_of("2025-02-18".parse::<Moment>().expect("a day")).expect("it is read");
        assert_eq!(early.report(&"note".parse().expect("an id")), Some(&note("note", "First.")));
        let found = Archive::verify(folder(version)).expect("it can be read");
        assert!(found.is_sound() && found.torn.is_none(), "version {version}: {found:?}");
        assert_eq!((found.format, found.reports), (Some(version), 4 + since(version)));
    }
}

#[test]
fn an_old_version_is_written_in_the_newest_once_something_is_added() {
    for version in 1..=NEWEST {
        let copy =
            std::env::temp_dir().join(format!("chancery-old-{version}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&copy);
        fs::create_dir_all(&copy).expect("a folder");
        fs::copy(folder(version).join("register.log"), copy.join("register.log")).expect("copied");
        let mut reader = Archive::open(&copy).expect("an old file");
        let mut archive = Archive::open(&copy).expect("an old file");
        archive.add(note("new", "Third.")).expect("added");
        assert!(reader.refresh().expect("read"));
        for archive in [&archive, &reader, &Archive::open(&copy).expect("an archive")] {
            let ids: Vec<_> = archive.reports().map(|report| report.id().as_str()).collect();
            assert_eq!(ids[..3], ["everything", "new", "note"], "version {version}");
            assert_eq!(ids[3..], ["table", "terms"][..since(version)], "version {version}");
            assert_eq!(archive.past_versions(), 2);
        }
        let found = Archive::verify(&copy).expect("it can be read");
        assert!(found.is_sound() && found.torn.is_none(), "version {version}: {found:?}");
        assert_eq!((found.format, found.reports), (Some(NEWEST), 5 + since(version)));
        fs::remove_dir_all(&copy).expect("removed");
    }
}
