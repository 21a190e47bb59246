//! What is checked, saved and erased.

mod made;

use chancery_graph::{Archive, Batch, Decision, Graph, Moment, Relation, Report, StoreError};
use chancery_model::{DocumentId, Evidence};
use chrono::DateTime;
use made::report;
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("chancery-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        Self(folder)
    }

    fn log(&self) -> PathBuf {
        self.0.join("register.log")
    }

    fn bytes(&self) -> Vec<u8> {
        fs::read(self.log()).expect("a register")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn at(milliseconds: i64) -> DateTime<chrono::Utc> {
    DateTime::from_timestamp_millis(milliseconds).expect("a time")
}

fn note(id: &str, text: &str) -> Report {
    let json = format!(
        r#"{{"document": {{"id": "{id}", "title": null, "published": null, "source": null}}}}"#
    );
    Report::new(chancery_model::Facts::from_json(&json).expect("facts"), text).expect("a report")
}

/// Ten batches of two documents, a decision and a withdrawal.
fn made(folder: &Path) -> Archive {
    let mut archive = Archive::create(folder).expect("an archive");
    for number in 0..10 {
        let batch = vec![report(2 * number, 1), report(2 * number + 1, 1)];
        archive.add(Batch::from(batch).recorded(at(1000))).expect("added");
    }
    let name = |name: &str| name.parse().expect("a name");
    archive.decide(Decision::Same(name("person:ann-lee"), name("person:bo-lee"))).expect("decided");
    archive.retract(report(3, 1).id()).expect("withdrawn");
    archive
}

#[test]
fn a_sound_register_is_told_to_be() {
    let folder = Folder::new("sound");
    let archive = made(&folder.0);
    let found = Archive::verify(&folder.0).expect("it can be read");
    assert!(found.is_sound());
    assert_eq!((found.batches, found.reports), (12, 20));
    assert_eq!((found.retractions, found.decisions, found.torn), (1, 1, None));
    assert_eq!(found.bytes, folder.bytes().len() as u64);
    // An unfinished batch is no damage.
    let mut bytes = folder.bytes();
    bytes.truncate(bytes.len() - 3);
    fs::write(folder.log(), &bytes).expect("written");
    let found = Archive::verify(&folder.0).expect("it can be read");
    assert!(found.is_sound());
    assert_eq!(found.torn.map(|torn| torn.end), Some(bytes.len() as u64));
    drop(archive);
    let missing = Archive::verify(folder.0.join("nowhere"));
    assert!(matches!(missing, Err(StoreError::NotAnArchive { .. })));
}

#[test]
fn whatever_byte_is_damaged_all_other_documents_are_saved() {
    let folder = Folder::new("repair");
    let archive = made(&folder.0);
    let whole: BTreeMap<DocumentId, Report> =
        archive.reports().map(|report| (report.id().clone(), report.clone())).collect();
    let bytes = folder.bytes();
    let into = Folder::new("repaired");
    for byte in (0..bytes.len()).step_by(31) {
        let mut bytes = bytes.clone();
        bytes[byte] ^= 0x20;
        fs::write(folder.log(), &bytes).expect("written");
        let _ = fs::remove_dir_all(&into.0);
        let repaired = Archive::repair(&folder.0, &into.0).expect("saved");
        let saved = Archive::open(&into.0).expect("a sound archive");
        assert_eq!(repaired.documents, saved.reports().len());
        let lost = repaired.found.damage;
        if lost.is_empty() {
            assert_eq!(saved.reports().len(), whole.len(), "byte {byte}");
            continue;
        }
        assert!(lost.len() == 1 && lost[0].bytes.contains(&(byte as u64)), "byte {byte}: {lost:?}");
        for report in saved.reports() {
            // What was withdrawn may be back, if that is what the lost frame told.
            let known = whole.get(report.id()).is_none_or(|known| known == report);
            assert!(known, "byte {byte}: {}", report.id());
        }
        let missing = whole.keys().filter(|id| saved.report(id).is_none()).count();
        assert!(missing <= 1, "byte {byte}: {missing} documents for one frame");
    }
}

#[test]
fn a_lost_stretch_is_told_and_what_lies_around_it_saved() {
    let folder = Folder::new("stretch");
    made(&folder.0);
    let bytes = folder.bytes();
    let into = Folder::new("stretched");
    for (from, to) in [(0, 40), (100, 2000), (600, 601), (512, 1536)] {
        let mut bytes = bytes.clone();
        bytes[from..to].fill(0xa5);
        fs::write(folder.log(), &bytes).expect("written");
        let _ = fs::remove_dir_all(&into.0);
        let repaired = Archive::repair(&folder.0, &into.0).expect("saved");
        let first = repaired.found.damage.first().expect("told").bytes.start;
        let last = repaired.found.damage.last().expect("told").bytes.end;
        assert!(first <= from as u64 && last >= to as u64, "{:?}", repaired.found.damage);
        assert!(repaired.documents >= 10, "{}", repaired.documents);
        assert!(Archive::verify(&into.0).expect("it can be read").is_sound());
    }
}

#[test]
fn a_batch_that_was_cut_off_after_its_graph_was_published_is_saved_as_far_as_it_goes() {
    let folder = Folder::new("lost-end");
    let mut archive = Archive::create(&folder.0).expect("an archive");
    let reports: Vec<_> = (0..20).map(|document| report(document, 1)).collect();
    archive.add(reports).expect("added");
    archive.publish().expect("published");
    let whole = folder.bytes();
    let into = Folder::new("lost-end-saved");
    for left in [whole.len() / 2, whole.len() - 1, 16] {
        fs::write(folder.log(), &whole[..left]).expect("written");
        assert!(Archive::open(&folder.0).is_err(), "{left}");
        let found = Archive::verify(&folder.0).expect("it can be read");
        assert_eq!(found.torn, None, "it was acknowledged");
        let last = found.damage.last().expect("told");
        assert_eq!(last.bytes, left as u64..whole.len() as u64);
        let _ = fs::remove_dir_all(&into.0);
        let repaired = Archive::repair(&folder.0, &into.0).expect("saved");
        assert_eq!(repaired.found.damage, found.damage);
        assert_eq!(repaired.documents > 8, left > 16, "{left}: {}", repaired.documents);
    }
}

/// Whether a file in a folder, or below it, has these bytes.
fn names_word(folder: &Path, word: &[u8]) -> bool {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("it").path());
    let has = |file: &Path| {
        let bytes = fs::read(file).expect("its bytes");
        bytes.windows(word.len()).any(|it| it == word)
    };
    entries.into_iter().any(|path| if path.is_dir() { names_word(&path, word) } else { has(&path) })
}

#[test]
fn an_erased_text_is_nowhere_in_the_archive_and_nothing_else_is_gone() {
    let folder = Folder::new("purge");
    // Long and without repetition, so that it lies in the register as it is.
    let secret: String = (0..4000_u32)
        .map(|i| char::from(b'a' + u8::try_from(i * i % 26).expect("a letter")))
        .collect();
    let secret = format!("{secret} Zyzzyva");
    let mut archive = made(&folder.0);
    archive.add(note("secret", &secret)).expect("added");
    archive.add(note("secret", &format!("{secret} again"))).expect("replaced");
    let before: Vec<Report> =
        archive.reports().filter(|report| report.id().as_str() != "secret").cloned().collect();
    let id: DocumentId = "secret".parse().expect("an id");
    assert!(matches!(archive.purge(&id), Err(StoreError::NotWithdrawn { .. })));
    // A generation has the words of its documents, by which they are found.
    archive.publish().expect("published");
    assert!(names_word(&folder.0, b"zyzzyva"));
    archive.retract(&id).expect("withdrawn");
    let size = folder.bytes().len();
    let mut reader = Archive::open(&folder.0).expect("an archive");
    let past = archive.past_versions();
    assert_eq!(archive.purge(&id).expect("erased"), 2);
    assert_eq!(archive.purge(&id).expect("nothing to erase"), 0);
    assert!(!names_word(&folder.0, b"zyzzyva"));
    assert!(reader.refresh().expect("read anew"));
    assert!(folder.bytes().len() < size - 100, "{} of {size}", folder.bytes().len());
    for archive in [&archive, &reader, &Archive::open(&folder.0).expect("an archive")] {
        assert_eq!(archive.reports().cloned().collect::<Vec<_>>(), before);
        assert_eq!(archive.past_versions(), past - 2);
        assert!(archive.as_of(at(i64::MAX / 1_000_000)).expect("it is read").report(&id).is_none());
        assert_eq!(archive.decisions().len(), 1);
    }
    assert!(!folder.0.join("register.new").exists());
    archive.add(note("secret", "not any more")).expect("added");
    assert_eq!(Archive::open(&folder.0).expect("an archive").reports().len(), before.len() + 1);
}

#[test]
fn compacting_cuts_off_what_was_never_finished_and_keeps_all_else() {
    let folder = Folder::new("compact");
    let mut archive = made(&folder.0);
    archive.publish().expect("published");
    let mut bytes = folder.bytes();
    let sound = bytes.len();
    bytes.extend(vec![0; 3000]);
    fs::write(folder.log(), bytes).expect("written");
    assert_eq!(archive.compact().expect("compacted"), 3000);
    assert_eq!(folder.bytes().len(), sound);
    let reopened = Archive::open(&folder.0).expect("an archive");
    assert_eq!(reopened.graph(), archive.graph());
    assert_eq!(reopened.past_versions(), 1);
    // What was published before is of the register as it was.
    let generations = fs::read_dir(folder.0.join("generations")).expect("a folder").count();
    assert_eq!(generations, 1);
}

/// What is done to an archive, one step after the other, a day apart.
#[derive(Debug, Clone)]
enum Step {
    Add(usize, u64),
    Retract(usize),
    Purge(usize),
    Compact,
    Publish,
    Reopen,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => (0..4_usize, any::<u64>()).prop_map(|(document, seed)| Step::Add(document, seed)),
        3 => (0..4_usize).prop_map(Step::Retract),
        1 => (0..4_usize).prop_map(Step::Purge),
        1 => Just(Step::Compact),
        2 => Just(Step::Publish),
        1 => Just(Step::Reopen),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    /// Through withdrawing, erasing, compacting and reopening, the archive is what a list of
    /// versions would be, today and on any day before.
    #[test]
    fn an_archive_agrees_with_a_list_on_every_day(steps in prop::collection::vec(step(), 0..14)) {
        let folder = Folder::new("list");
        let mut archive = Archive::create(&folder.0).expect("an archive");
        // Each version with the day it was learned and the day it went.
        let mut versions: Vec<(Report, i64, Option<i64>)> = Vec::new();
        // Far enough ahead that the clock, which tells when something is withdrawn, is not asked.
        let start = at(4_000_000_000_000).timestamp_millis();
        let mut day = start;
        for step in steps {
            let now = |versions: &[(Report, i64, Option<i64>)], id: &DocumentId| {
                versions.iter().position(|(report, _, gone)| gone.is_none() && report.id() == id)
            };
            match step {
                Step::Add(document, seed) => {
                    day += 1000;
                    let report = report(document, seed);
                    let known = now(&versions, report.id());
                    archive.add(Batch::from(report.clone()).recorded(at(day))).expect("added");
                    if known.is_none_or(|place| versions[place].0 != report) {
                        if let Some(place) = known {
                            versions[place].2 = Some(day);
                        }
                        versions.push((report, day, None));
                    } else {
                        // Nothing was written, so the day did not come.
                        day -= 1000;
                    }
                }
                Step::Retract(document) => {
                    let id = report(document, 0).id().clone();
                    let known = now(&versions, &id);
                    prop_assert_eq!(archive.retract(&id).expect("looked for"), known.is_some());
                    if let Some(place) = known {
                        // Recorded when the last batch was, which is later than the clock.
                        versions[place].2 = Some(day);
                    }
                }
                Step::Purge(document) => {
                    let id = report(document, 0).id().clone();
                    match archive.purge(&id) {
                        Ok(_) => versions.retain(|(report, ..)| report.id() != &id),
                        Err(error) => {
                            let told = matches!(error, StoreError::NotWithdrawn { .. });
                            prop_assert!(told);
                            prop_assert!(now(&versions, &id).is_some());
                        }
                    }
                }
                Step::Compact => drop(archive.compact().expect("compacted")),
                Step::Publish => archive.publish().expect("published"),
                Step::Reopen => archive = Archive::open(&folder.0).expect("an archive"),
            }
        }
        let held = |then: i64| -> Graph {
            let known = versions.iter().filter(|(_, learned, gone)| {
                *learned <= then && gone.is_none_or(|gone| then < gone)
            });
            known.map(|(report, ..)| report.clone()).collect()
        };
        for archive in [&archive, &Archive::open(&folder.0).expect("an archive")] {
            prop_assert_eq!(archive.graph(), &held(i64::MAX));
            for then in (start..=day).step_by(1000) {
                // That it tells what they told is asked in `src/past/tests.rs`.
                let then_known = archive.as_of(at(then)).expect("it is read");
                prop_assert!(then_known.reports().eq(held(then).reports()));
                let of_then = |it: &Evidence| then_known.report(&it.document).is_some();
                let shown = then_known.all_relations().iter();
                prop_assert!(shown.flat_map(Relation::evidence).all(of_then));
            }
        }
        prop_assert!(Archive::verify(&folder.0).expect("read").is_sound());
    }
}

#[test]
fn a_bare_day_means_its_end() {
    let folder = Folder::new("day");
    let mut archive = Archive::create(&folder.0).expect("an archive");
    let time = |text: &str| text.parse::<DateTime<chrono::Utc>>().expect("a time");
    let batch = |text: &str, at: &str| Batch::from(note("note", text)).recorded(time(at));
    archive.add(batch("first", "2025-02-18T08:00:00Z")).expect("added");
    archive.add(batch("second", "2025-02-18T23:59:59.999Z")).expect("replaced");
    archive.add(batch("third", "2025-03-01T00:00:00Z")).expect("replaced");
    let id: DocumentId = "note".parse().expect("an id");
    for (asked, expected) in [
        ("2025-02-17", None),
        ("2025-02-18T07:59:59.999Z", None),
        ("2025-02-18T08:00:00Z", Some("first")),
        ("2025-02-18", Some("second")),
        ("2025-02", Some("second")),
        ("2025", Some("third")),
    ] {
        let graph = archive.as_of(asked.parse::<Moment>().expect("a moment")).expect("it is read");
        assert_eq!(graph.text(&id), expected, "{asked}");
    }
}
