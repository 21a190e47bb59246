//! A table in an archive: every row is an event that its own bytes prove, in memory as in a
//! generation, through replacing, withdrawing, erasing and an earlier day.

mod made;

use chancery_graph::{
    Archive, Batch, Columns, Durability, EventClass, Generation, Graph, NodeId, NodeName,
    RelationKind, Table, TableForm,
};
use chancery_model::{DocumentId, DocumentInfo, EntityId, EntityKind};
use made::report;
use proptest::prelude::*;
use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("chancery-tables-{}-{number}", std::process::id());
        Self(std::env::temp_dir().join(name))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

const CODES: [&str; 5] =
    ["Consult", "Make statement", "Praise or endorse", "Impose embargo", "Discuss by telephone"];
const ACTORS: [&str; 5] = ["Ann Lee", "Russia", "NATO", "Öst Bank", "Citizen (France)"];

fn who(name: &str) -> EntityId {
    match name {
        "Ann Lee" => EntityId::named(EntityKind::Person, name),
        "Russia" => "state:RU".parse().expect("an id"),
        _ => EntityId::named(EntityKind::Organization, name),
    }
}

type EventOf = (usize, usize, usize, u32);

fn text(rows: &[EventOf]) -> String {
    let row = |(subject, code, object, day): &EventOf| {
        format!(
            "{}\t{}\t{}\t2014-03-{:02}\n",
            ACTORS[*subject],
            CODES[*code],
            ACTORS[*object],
            day + 1
        )
    };
    rows.iter().map(row).collect()
}

fn table(name: &str, rows: &[EventOf]) -> Table {
    let id = name.parse().expect("an id");
    let info = DocumentInfo { id, title: None, published: None, source: None, text: None };
    Table::new(info, TableForm::Plain, text(rows), who).expect("memory is readable")
}

fn rows() -> impl Strategy<Value = Vec<EventOf>> {
    let code = 0..CODES.len();
    prop::collection::vec((0..ACTORS.len(), code, 0..ACTORS.len(), 0..9_u32), 1..30)
}

/// Each row is told once, by relations that its own bytes prove.
#[track_caller]
fn tells(graph: &Graph, name: &str, rows: &[EventOf]) {
    let document: DocumentId = name.parse().expect("an id");
    let text = text(rows);
    assert_eq!(graph.text(&document), Some(text.as_str()));
    let proven = |kind: RelationKind| {
        let told = graph.relations(kind).iter().flat_map(|relation| {
            relation.evidence().iter().map(move |evidence| (relation, evidence))
        });
        told.filter(|(_, evidence)| evidence.document == document).collect::<Vec<_>>()
    };
    let (met, said) = (proven(RelationKind::Attended), proven(RelationKind::Said));
    let (about, acted) = (proven(RelationKind::About), proven(RelationKind::ActsOn));
    let mut counts = [0; 4];
    let node = |actor: usize| graph.find(&(&who(ACTORS[actor])).into()).expect("an actor");
    for (i, row) in rows.iter().enumerate() {
        let (subject, object) = (node(row.0), node(row.2));
        let line = text.lines().nth(i).expect("a line");
        let day = format!("2014-03-{:02}", row.3 + 1);
        let event = |kind: &str| -> NodeId {
            let name: NodeName = format!("{kind}:{name}/{}", i + 1).parse().expect("a name");
            let id = graph.find(&name).expect("it is there");
            assert_eq!(
                (&graph.node(id).name, graph.node(id).label.as_str()),
                (&name, CODES[row.1])
            );
            id
        };
        let mut one = |which: usize,
                       told: &[(&chancery_graph::Relation, &chancery_model::Evidence)],
                       from,
                       to| {
            counts[which] += 1;
            let found = told.iter().find(|(relation, evidence)| {
                (relation.from, relation.to) == (from, to)
                    && graph.words(evidence) == Some(line)
                    && relation.when.from.map(|it| it.to_string()).as_deref() == Some(&*day)
            });
            found.expect("a relation").0.columns.clone()
        };
        match EventClass::of(CODES[row.1]) {
            EventClass::Meeting => {
                let meeting = event("meeting");
                assert_eq!(graph.who_attended(meeting).len(), 1 + usize::from(subject != object));
                one(0, &met, subject, meeting);
                if subject != object {
                    one(0, &met, object, meeting);
                }
            }
            EventClass::Statement => {
                let statement = event("statement");
                one(1, &said, subject, statement);
                one(2, &about, statement, object);
            }
            EventClass::Act => {
                let columns = one(3, &acted, subject, object);
                assert_eq!(columns, Columns::ActsOn { code: CODES[row.1].to_owned() });
            }
        }
    }
    assert_eq!(counts, [met.len(), said.len(), about.len(), acted.len()], "and nothing else");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn rows_are_events_in_memory_and_in_a_generation(
        first in rows(),
        second in rows(),
        seeds in prop::collection::vec(any::<u64>(), 0..3),
    ) {
        let folder = Folder::new();
        let mut archive = Archive::create(&folder.0).expect("an archive");
        let reports: Vec<_> = seeds.iter().enumerate().map(|(d, seed)| report(d, *seed)).collect();
        archive.add(Batch::from(reports.clone()).with_table(table("t", &first))).expect("added");
        tells(archive.graph(), "t", &first);
        archive.publish().expect("published");
        let check = |archive: &Archive, told: &[(&str, &[EventOf])]| {
            for (name, rows) in told {
                tells(archive.graph(), name, rows);
            }
            for report in &reports {
                assert_eq!(archive.report(report.id()), Some(report));
            }
        };
        let reopened = || Archive::open(&folder.0).expect("an archive");
        check(&reopened(), &[("t", &first)]);
        prop_assert!(reopened().generation().is_some());
        let published = reopened().graph().clone();
        fs::remove_dir_all(folder.0.join("generations")).expect("removed");
        prop_assert!(*reopened().graph() == published, "in memory it is the same");
        // The same again is nothing new; another one beside it, and in its place.
        let mut archive = reopened();
        prop_assert_eq!(archive.add(table("t", &first)).expect("looked at").unchanged, 1);
        archive.publish().expect("published");
        let mut archive = reopened();
        prop_assert_eq!(archive.add(table("t", &first)).expect("looked at").unchanged, 1);
        let before = chrono::Utc::now();
        std::thread::sleep(std::time::Duration::from_millis(2));
        archive.add(table("u", &second)).expect("added");
        check(&archive, &[("t", &first), ("u", &second)]);
        check(&reopened(), &[("t", &first), ("u", &second)]);
        archive.publish().expect("published");
        check(&reopened(), &[("t", &first), ("u", &second)]);
        for archive in [&archive, &reopened()] {
            let graph = archive.as_of(before).expect("it is read");
            tells(&graph, "t", &first);
            prop_assert!(graph.text(&"u".parse().expect("an id")).is_none());
            let told = |kind| graph.relations(kind).iter().flat_map(chancery_graph::Relation::evidence);
            let mut all = RelationKind::ALL.iter().flat_map(|kind| told(*kind));
            prop_assert!(all.all(|it| it.document.as_str() != "u"));
        }
        let both = archive.graph().clone();
        let between = chrono::Utc::now();
        std::thread::sleep(std::time::Duration::from_millis(2));
        archive.retract(&"u".parse().expect("an id")).expect("withdrawn");
        check(&reopened(), &[("t", &first)]);
        prop_assert!(archive.graph().text(&"u".parse().expect("an id")).is_none());
        prop_assert!(archive.as_of(between).expect("it is read") == both);
        prop_assert_eq!(archive.purge(&"u".parse().expect("an id")).expect("erased"), 1);
        check(&reopened(), &[("t", &first)]);
        prop_assert!(Archive::verify(&folder.0).expect("read").is_sound());
    }
}

#[test]
fn whom_a_document_only_lists_was_known_with_it() {
    let folder = Folder::new();
    let mut archive = Archive::create(&folder.0).expect("an archive");
    // Its facts list Russia, of which its text has no word and nobody tells anything.
    let listing = report(0, 1_504_459_202_283_143_593);
    let rows = vec![(0, 0, 0, 0)];
    archive.add(Batch::from(listing).with_table(table("t", &rows))).expect("added");
    archive.add(table("u", &rows)).expect("added");
    archive.publish().expect("published");
    let both = archive.graph().clone();
    assert!(!both.named("Russia").is_empty());
    let between = chrono::Utc::now();
    std::thread::sleep(std::time::Duration::from_millis(2));
    archive.retract(&"u".parse().expect("an id")).expect("withdrawn");
    archive.publish().expect("published");
    assert!(archive.as_of(between).expect("it is read") == both);
}

#[test]
fn a_table_beyond_a_generation_is_published_with_it_at_once() {
    let folder = Folder::new();
    let mut archive = Archive::create(&folder.0).expect("an archive");
    archive.add(report(0, 1)).expect("added");
    archive.publish().expect("published");
    let number = |archive: &Archive| archive.generation().map(Generation::number);
    let rows = vec![(0, 0, 1, 0), (1, 1, 2, 3)];
    archive.add(table("t", &rows)).expect("added");
    assert_eq!(number(&archive), Some(2), "whoever opens it makes nothing anew");
    tells(Archive::open(&folder.0).expect("an archive").graph(), "t", &rows);
    archive.add(report(1, 1)).expect("added");
    assert_eq!(number(&archive), Some(2), "a report is told beside it");
    let mut writer = archive.writer(Durability::AtEnd).expect("the only one");
    writer.add(table("u", &rows)).expect("added");
    writer.add(table("v", &rows)).expect("added");
    writer.finish().expect("on the disk");
    assert_eq!(number(&archive), Some(3), "once for all of them");
    archive.retract(&"t".parse().expect("an id")).expect("retracted");
    assert_eq!(number(&archive), Some(4));
    assert_eq!(Archive::open(&folder.0).expect("an archive").graph(), archive.graph());
}

#[test]
fn a_table_of_many_parts_is_one_document() {
    let folder = Folder::new();
    let rows: Vec<EventOf> = (0..70_000)
        .map(|i| (i % 5, i / 5 % 5, i / 25 % 5, u32::try_from(i % 9).expect("small")))
        .collect();
    let text = text(&rows);
    assert!(text.len() > 2 << 20, "more than two parts");
    let mut archive = Archive::create(&folder.0).expect("an archive");
    archive.add(table("t", &rows)).expect("added");
    archive.publish().expect("published");
    let reopened = Archive::open(&folder.0).expect("an archive");
    let graph = reopened.graph();
    assert_eq!(graph.text(&"t".parse().expect("an id")), Some(text.as_str()));
    let last = format!("meeting:t/{}", rows.len() - 4).parse::<NodeName>().expect("a name");
    let meeting = graph.find(&last).expect("it is there");
    let told = graph.who_attended(meeting).next().expect("somebody");
    assert_eq!(graph.words(&told.evidence()[0]), text.lines().nth(rows.len() - 5));
    assert_eq!(Archive::verify(&folder.0).expect("read").reports, 1);
    // A part that is lost takes the table with it, and nothing else.
    let into = Folder::new();
    archive.add(report(0, 1)).expect("added");
    let file = folder.0.join("register.log");
    let mut bytes = fs::read(&file).expect("its bytes");
    bytes[40_000] ^= 1;
    fs::write(&file, bytes).expect("written");
    // Without the stamp that says that it was compared before.
    let generation = archive.generation().expect("published").path().to_owned();
    fs::remove_file(generation.join("compared")).expect("removed");
    assert!(Archive::open(&folder.0).is_err());
    let repaired = Archive::repair(&folder.0, &into.0).expect("saved");
    assert_eq!(repaired.documents, 1);
    assert!(!repaired.found.is_sound());
}
