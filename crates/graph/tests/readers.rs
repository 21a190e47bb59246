//! Other processes read while one writes: each sees whole batches, in order, and nothing moves
//! under it.
//!
//! `CHANCERY_GENERATIONS=1000 cargo test -p chancery-graph --test readers` publishes more often.

use chancery_graph::{Archive, Batch, Durability, Report, StoreError};
use chancery_model::{DocumentInfo, Facts};
use chrono::DateTime;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::{env, fs};

const FOLDER: &str = "CHANCERY_TEST_FOLDER";
const BATCHES: usize = 1000;

fn note(id: &str, text: &str) -> Report {
    let id = id.parse().expect("an id");
    let info = DocumentInfo { id, title: None, published: None, source: None, text: None };
    Report::new(Facts::empty(info), text).expect("a report")
}

/// Both documents of a batch tell its number.
fn batch(number: usize) -> Vec<Report> {
    let text = format!("batch {number}");
    vec![note("left", &text), note("right", &text), note(&format!("n{}", number % 50), &text)]
}

/// The number of the batch that an archive is at, checked to be whole.
fn seen(archive: &Archive) -> Option<usize> {
    let text = |id: &str| archive.report(&id.parse().expect("an id")).map(Report::text);
    let (left, right) = (text("left"), text("right"));
    assert_eq!(left, right, "a batch is seen whole");
    let number = left?.strip_prefix("batch ")?.parse().expect("a number");
    assert_eq!(text(&format!("n{}", number % 50)), left, "and all of it");
    Some(number)
}

/// Not a test of its own: a process that reads while another writes.
#[test]
fn read_until_the_end() {
    let Ok(folder) = env::var(FOLDER) else { return };
    let mut archive = Archive::open(folder).expect("an archive");
    let mut last = seen(&archive);
    while last != Some(BATCHES - 1) {
        let still = seen(&archive);
        assert_eq!(still, last, "it moves only when told to");
        archive.refresh().expect("read");
        let now = seen(&archive);
        assert!(now >= last, "{now:?} after {last:?}");
        last = now;
        // The graph moves with it, whatever was published meanwhile.
        let text = archive.graph().text(&"left".parse().expect("an id"));
        assert_eq!(text.map(str::to_owned), last.map(|number| format!("batch {number}")));
    }
}

fn reader(folder: &Path) -> Child {
    Command::new(env::current_exe().expect("this test"))
        .args(["--exact", "read_until_the_end", "--nocapture", "--test-threads=1"])
        .env(FOLDER, folder)
        .stdout(Stdio::null())
        .spawn()
        .expect("a process")
}

#[test]
fn processes_read_whole_batches_while_another_writes_compacts_and_erases() {
    let folder = env::temp_dir().join(format!("chancery-readers-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    let mut archive = Archive::create(&folder).expect("an archive");
    let mut readers = vec![reader(&folder), reader(&folder)];
    let generations: usize =
        env::var("CHANCERY_GENERATIONS").map_or(50, |wanted| wanted.parse().expect("a number"));
    let every = (BATCHES / generations).max(1);
    let gone = "gone".parse().expect("an id");
    for hundred in 0..BATCHES / 100 {
        let mut writer = archive.writer(Durability::AtEnd).expect("the only one");
        for number in hundred * 100..hundred * 100 + 100 {
            writer.add(batch(number)).expect("added");
            if number % every == 0 {
                writer.publish().expect("published");
            }
        }
        writer.add(note("gone", "withdrawn soon")).expect("added");
        writer.retract(&gone).expect("withdrawn");
        writer.finish().expect("on the disk");
        if hundred % 2 == 0 {
            assert_eq!(archive.purge(&gone).expect("erased"), 1 + usize::from(hundred > 0));
        } else {
            archive.compact().expect("compacted");
        }
        if hundred == BATCHES / 200 {
            readers.push(reader(&folder));
        }
    }
    for mut reader in readers {
        assert!(reader.wait().expect("it ends").success());
    }
    fs::remove_dir_all(&folder).expect("removed");
}

#[test]
fn a_reader_asks_of_earlier_times_after_another_has_written_the_register_anew() {
    let folder = env::temp_dir().join(format!("chancery-anew-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    let at = |time: i64| DateTime::from_timestamp_millis(time).expect("a time");
    // Far enough ahead that the clock is not asked.
    let start = 4_000_000_000_000;
    let mut writer = Archive::create(&folder).expect("an archive");
    for (time, text) in [(start, "first"), (start + 10, "second"), (start + 20, "third")] {
        writer.add(Batch::from(note("a", text)).recorded(at(time))).expect("added");
        if time == start + 10 {
            writer.publish().expect("published");
        }
    }
    writer.add(note("b", "withdrawn soon")).expect("added");
    let gone = "b".parse().expect("an id");
    writer.retract(&gone).expect("withdrawn");

    let known = |archive: &Archive| -> Vec<Vec<String>> {
        let times = [start - 1, start, start + 10, start + 20];
        let texts = |time| {
            let graph = archive.as_of(at(time)).expect("what was known");
            graph.reports().map(|report| report.text().to_owned()).collect()
        };
        times.into_iter().map(texts).collect()
    };
    // It has not read any of them yet.
    let reader = Archive::open(&folder).expect("an archive");
    let late = Archive::open(&folder).expect("an archive");
    let expected = known(&writer);
    writer.compact().expect("compacted");
    assert_eq!(known(&reader), expected);
    writer.purge(&gone).expect("erased");
    assert_eq!(known(&late), expected);
    assert_eq!(known(&writer)[..3], expected[..3]);
    fs::remove_dir_all(&folder).expect("removed");
}

#[test]
fn the_second_writer_gets_a_clear_error() {
    let folder = env::temp_dir().join(format!("chancery-second-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    let mut one = Archive::create(&folder).expect("an archive");
    let mut other = Archive::open(&folder).expect("an archive");
    let mut writer = one.writer(Durability::EachBatch).expect("the first");
    writer.add(note("a", "first")).expect("added");
    for error in [
        other.add(note("b", "second")).expect_err("the second"),
        other.writer(Durability::AtEnd).expect_err("the second"),
        other.compact().expect_err("the second"),
    ] {
        assert!(matches!(error, StoreError::Locked { .. }), "{error}");
        assert!(error.to_string().ends_with("is being written to by another process"), "{error}");
    }
    assert!(other.refresh().expect("reading goes on"));
    writer.finish().expect("on the disk");
    other.add(note("b", "second")).expect("now the only one");
    assert_eq!(other.reports().len(), 2);
    fs::remove_dir_all(&folder).expect("removed");
}
