//! A process that is killed at any moment loses nothing it acknowledged, and nothing is by half.
//!
//! `CHANCERY_KILLS=500 cargo test -p chancery-graph --test kill` kills more often.

mod made;

use chancery_graph::{Archive, Graph, Report};
use made::{Dice, report};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use std::{env, fs, thread};

/// Where the loading process writes, and the number of its first operation.
const FOLDER: &str = "CHANCERY_TEST_FOLDER";
const FIRST: &str = "CHANCERY_TEST_FIRST";

/// The three documents of one batch.
fn batch(number: usize) -> Vec<Report> {
    (0..3).map(|i| report(3 * number + i, number as u64)).collect()
}

/// Every fourth operation withdraws the first document of the batch before it, and every fifth
/// erases it.
fn operate(archive: &mut Archive, number: usize) {
    match number % 5 {
        3 => drop(archive.retract(batch(number - 1)[0].id()).expect("withdrawn")),
        4 => {
            let document = batch(number - 2)[0].id().clone();
            if archive.report(&document).is_none() {
                archive.purge(&document).expect("erased");
            }
        }
        _ => {
            archive.add(batch(number)).expect("added");
            if number % 5 == 1 {
                archive.publish().expect("published");
            }
        }
    }
}

/// Not a test of its own: the process that is killed.
#[test]
fn load_until_killed() {
    let (Ok(folder), Ok(first)) = (env::var(FOLDER), env::var(FIRST)) else { return };
    let first: usize = first.parse().expect("a number");
    let mut archive = Archive::open_or_create(folder).expect("an archive");
    for number in first.. {
        operate(&mut archive, number);
        let mut out = std::io::stdout().lock();
        writeln!(out, "done {number}").and_then(|()| out.flush()).expect("somebody reads");
    }
}

fn start(folder: &Path, first: usize) -> Child {
    Command::new(env::current_exe().expect("this test"))
        .args(["--exact", "load_until_killed", "--nocapture", "--test-threads=1"])
        .env(FOLDER, folder)
        .env(FIRST, first.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("a process")
}

/// What is known of an operation.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Fate {
    Acknowledged,
    /// The process was killed in it.
    Open,
}

fn check(folder: &Path, fates: &BTreeMap<usize, Fate>) {
    let archive = match Archive::open(folder) {
        Ok(archive) => archive,
        Err(error) => {
            assert!(fates.values().all(|fate| *fate == Fate::Open), "{error}");
            return;
        }
    };
    for (number, fate) in fates.iter().filter(|(number, _)| **number % 5 < 3) {
        let withdrawn = match (number % 5, fates.get(&(number + 1))) {
            (2, Some(fate)) => Some(*fate),
            _ => None,
        };
        let batch = batch(*number);
        let held: Vec<bool> =
            batch.iter().map(|report| archive.report(report.id()) == Some(report)).collect();
        assert_eq!(held[1], held[2], "batch {number} is there by half");
        if withdrawn.is_none() {
            assert_eq!(held[0], held[1], "batch {number} is there by half");
        }
        if *fate == Fate::Acknowledged {
            assert!(held[1], "batch {number} was acknowledged");
        }
        if withdrawn == Some(Fate::Acknowledged) {
            assert!(!held[0], "batch {number}'s first document was withdrawn");
        }
    }
    // Whatever was published, by half or wholly, the graph is that of the register.
    let graph: Graph = archive.reports().cloned().collect();
    assert!(*archive.graph() == graph, "{fates:?}");
    let found = Archive::verify(folder).expect("it can be read");
    assert!(found.is_sound(), "{found:?}");
}

#[test]
fn a_process_killed_at_any_moment_loses_nothing_it_acknowledged() {
    let kills: usize =
        env::var("CHANCERY_KILLS").map_or(25, |kills| kills.parse().expect("a number"));
    let folder: PathBuf = env::temp_dir().join(format!("chancery-kill-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    let mut dice = Dice::new(u64::from(std::process::id()));
    let mut fates = BTreeMap::new();
    let (mut next, mut acknowledged) = (0, 0);
    for kill in 0..kills {
        // A process that was killed at once made no folder.
        if kill % 20 == 19 && folder.exists() {
            fs::remove_dir_all(&folder).expect("removed");
            fates.clear();
        }
        let mut child = start(&folder, next);
        let mut lines = BufReader::new(child.stdout.take().expect("piped")).lines();
        let wanted = dice.below(8);
        let mut done = next..next;
        // The test harness says something first.
        while done.len() < wanted {
            let line = lines.next().expect("it goes on until it is killed").expect("a line");
            done.end += usize::from(line.contains("done "));
        }
        thread::sleep(Duration::from_micros(dice.below(3000) as u64));
        child.kill().expect("killed");
        child.wait().expect("gone");
        done.end += lines.map_while(Result::ok).filter(|line| line.contains("done ")).count();
        acknowledged += done.len();
        fates.extend(done.clone().map(|number| (number, Fate::Acknowledged)));
        fates.insert(done.end, Fate::Open);
        next = done.end + 1;
        if folder.exists() {
            check(&folder, &fates);
        }
    }
    assert!(acknowledged >= kills, "{acknowledged} operations in {kills} lives");
    let _ = fs::remove_dir_all(&folder);
}
