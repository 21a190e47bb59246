//! What an archive promises to those who write to it.

mod made;

use chancery_graph::{Added, Archive, Batch, Report, StoreError};
use chancery_model::Facts;
use chrono::{DateTime, TimeDelta, Utc};
use made::report;
use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::path::PathBuf;

struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("chancery-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        Self(folder)
    }

    fn size(&self) -> u64 {
        fs::metadata(self.0.join("register.log")).expect("a register").len()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The same report from another source.
fn from_elsewhere(report: &Report) -> Report {
    let mut facts = report.facts().clone();
    facts.document.source = Some("elsewhere".to_owned());
    Report::new(facts, report.text()).expect("as sound as before")
}

#[test]
fn the_same_again_writes_nothing() {
    let folder = Folder::new("same");
    let mut archive = Archive::create(&folder.0).expect("an archive");
    let added = archive.add(vec![report(0, 1), report(1, 1)]).expect("added");
    assert_eq!(added, Added { new: 2, ..Added::default() });
    let size = folder.size();
    let added = archive.add(vec![report(0, 1), report(0, 1)]).expect("added");
    assert_eq!(added, Added { unchanged: 2, ..Added::default() });
    assert_eq!(folder.size(), size);
    assert!(!archive.retract(&"never-there".parse().expect("an id")).expect("looked for"));
    assert_eq!(folder.size(), size);
}

#[test]
fn another_source_is_refused_with_all_of_its_batch_unless_told_to_replace() {
    let folder = Folder::new("source");
    let mut archive = Archive::create(&folder.0).expect("an archive");
    archive.add(report(0, 1)).expect("added");
    let other = from_elsewhere(&report(0, 2));
    let batch = vec![report(1, 1), other.clone()];
    let error = archive.add(batch.clone()).expect_err("another source");
    let told = "document d0 is there already, from made; the new one is from elsewhere";
    assert_eq!(error.to_string(), told);
    assert_eq!(Archive::open(&folder.0).expect("an archive").reports().len(), 1);
    let added = archive.add(Batch::from(batch).replacing()).expect("told to");
    assert_eq!((added.new, added.replaced), (1, 1));
    assert_eq!(archive.report(other.id()), Some(&other));
}

#[test]
fn two_archives_of_one_folder_see_what_the_other_wrote() {
    let folder = Folder::new("two");
    let mut one = Archive::create(&folder.0).expect("an archive");
    let mut other = Archive::open(&folder.0).expect("an archive");
    one.add(report(0, 1)).expect("added");
    assert_eq!(other.graph().reports().len(), 0);
    other.add(report(1, 1)).expect("added");
    assert_eq!(other.graph().reports().len(), 2);
    assert!(one.refresh().expect("read"));
    assert!(!one.refresh().expect("read"));
    assert_eq!(one.graph(), other.graph());
    assert!(one.retract(report(1, 1).id()).expect("retracted"));
    assert!(!other.retract(report(1, 1).id()).expect("looked for"));
    assert_eq!(one.graph(), other.graph());
}

#[test]
fn one_writes_at_a_time_and_anybody_reads() {
    let folder = Folder::new("lock");
    let mut archive = Archive::create(&folder.0).expect("an archive");
    let lock = File::open(folder.0.join("register.lock")).expect("the lock");
    lock.lock().expect("locked");
    assert!(matches!(archive.add(report(0, 1)), Err(StoreError::Locked { .. })));
    assert!(matches!(archive.retract(report(0, 1).id()), Err(StoreError::Locked { .. })));
    assert_eq!(Archive::open(&folder.0).expect("an archive").reports().len(), 0);
    lock.unlock().expect("unlocked");
    archive.add(report(0, 1)).expect("added");
}

#[test]
fn time_never_runs_backwards() {
    let folder = Folder::new("time");
    let mut archive = Archive::create(&folder.0).expect("an archive");
    let late: DateTime<Utc> = Utc::now() + TimeDelta::days(400);
    archive.add(Batch::from(report(0, 1)).recorded(late)).expect("added");
    let earlier = Batch::from(report(0, 2)).recorded(late - TimeDelta::days(1));
    assert!(matches!(archive.add(earlier), Err(StoreError::Earlier { .. })));
    // A clock that was put right is no error.
    archive.add(report(0, 3)).expect("added");
    let mut reopened = Archive::open(&folder.0).expect("an archive");
    assert_eq!(reopened.report(report(0, 3).id()), Some(&report(0, 3)));
    let earlier = Batch::from(report(0, 2)).recorded(late - TimeDelta::days(1));
    assert!(matches!(reopened.add(earlier), Err(StoreError::Earlier { .. })));
}

#[test]
fn a_large_text_comes_back_whole() {
    let folder = Folder::new("large");
    let facts = chancery_model::Facts::empty(report(0, 1).info().clone());
    let text = "One line without end. ".repeat(500_000);
    let large = Report::new(facts, text).expect("a report");
    let mut archive = Archive::create(&folder.0).expect("an archive");
    archive.add(large.clone()).expect("added");
    assert!(folder.size() < 100_000, "{}", folder.size());
    assert_eq!(Archive::open(&folder.0).expect("an archive").report(large.id()), Some(&large));
}

#[test]
fn what_another_writer_left_unfinished_meanwhile_is_cut_off_before_the_next_batch() {
    let folder = Folder::new("meanwhile");
    let mut archive = Archive::create(&folder.0).expect("an archive");
    archive.add(report(0, 1)).expect("added");
    let before = folder.size();
    let mut other = Archive::open(&folder.0).expect("an archive");
    other.add(report(1, 1)).expect("added");
    // Killed in the middle of the next one: part of it is there.
    let register = folder.0.join("register.log");
    let whole = fs::read(&register).expect("a register");
    let last = &whole[usize::try_from(before).expect("a few")..];
    // One that is longer than what is written next, too.
    let head = [&5000_u32.to_le_bytes(), &[7; 4][..]].concat();
    let long = [&head, &crc32c::crc32c(&head).to_le_bytes()[..], &[b'x'; 4500]].concat();
    for part in [&last[..30], &last[..200], &long] {
        let size = usize::try_from(folder.size()).expect("a few");
        let padding = if 512 - size % 512 < 40 { 512 - size % 512 } else { 0 };
        let mut file = OpenOptions::new().append(true).open(&register).expect("a register");
        file.write_all(&vec![0; padding]).expect("written");
        file.write_all(part).expect("written");
        let part = part.len();
        let next = report(part, 1);
        archive.add(next.clone()).expect("added");
        assert_eq!(archive.report(next.id()), Some(&next));
        let again = Archive::open(&folder.0).expect("an archive");
        assert_eq!(again.report(next.id()), Some(&next), "after {part} bytes");
        assert!(Archive::verify(&folder.0).expect("readable").is_sound());
    }
    // The other one, which had written before, sees it all and goes on.
    other.add(report(7, 1)).expect("added");
    assert_eq!(Archive::open(&folder.0).expect("an archive").reports().len(), 6);
}

#[test]
fn one_batch_of_many_is_published_where_the_register_has_grown_manifold() {
    let folder = Folder::new("bulk");
    let mut archive = Archive::create(&folder.0).expect("an archive");
    // Letters that cannot be deflated by much, more than a mebibyte of them.
    let mut seed = 1_u64;
    let mut noise = |id: &str| {
        let letters = (0..3 << 19).map(|_| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            char::from(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef"[(seed >> 59) as usize])
        });
        let json =
            r#"{"document": {"id": "ID", "title": null, "published": null, "source": null}}"#;
        let facts = Facts::from_json(&json.replace("ID", id)).expect("facts");
        Report::new(facts, letters.collect::<String>()).expect("a report")
    };
    archive.add(Batch::from(noise("first")).in_bulk()).expect("added");
    archive.add(Batch::from(noise("second")).in_bulk()).expect("added");
    assert!(archive.generation().is_none(), "{} bytes", folder.size());
    // Whoever finds it so reads the register.
    assert_eq!(Archive::open(&folder.0).expect("an archive").graph().reports().len(), 2);
    archive.add(noise("third")).expect("added");
    assert!(archive.generation().is_some(), "{} bytes", folder.size());
    let published = archive.generation().map(|it| it.view().node_count());
    archive.add(Batch::from(noise("fourth")).in_bulk()).expect("added");
    assert_eq!(archive.generation().map(|it| it.view().node_count()), published);
    archive.publish().expect("published");
    assert_eq!(archive.generation().map(|it| it.view().node_count()), Some(4));
}
