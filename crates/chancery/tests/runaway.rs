//! Queries that would run for ever, asked of more than three hundred real articles by the command.

#![cfg(feature = "sparql")]

mod ran;

use ran::{articles, folder, run};
use std::ffi::OsStr;
use std::fs;
use std::time::{Duration, Instant};

const RUNAWAY: &str = include_str!("../../query/tests/sparql/runaway.txt");

#[test]
fn end_within_a_second_of_their_time_and_leave_the_archive_as_it_was() {
    let archive = folder("runaway").join("archive");
    let releases = articles().join("../releases");
    let load = ["load".as_ref(), releases.as_os_str(), "--archive".as_ref(), archive.as_ref()];
    assert_eq!(run(load, b"").code, Some(0));
    let register = archive.join("register.log");
    let before = fs::read(&register).expect("it was made");
    // One in five here; all of them are asked of a smaller archive, within the process.
    for query in RUNAWAY.lines().step_by(5) {
        let seconds = ["sparql".as_ref(), query.as_ref(), "--seconds".as_ref(), "1".as_ref()];
        let args = seconds.into_iter().chain([OsStr::new("--archive"), archive.as_ref()]);
        let begun = Instant::now();
        let ran = run(args, b"");
        let took = begun.elapsed();
        assert_eq!((ran.code, &*ran.out), (Some(2), ""), "{query}: {}", ran.err);
        assert!(ran.err.contains("narrow it, or give it more"), "{query}: {}", ran.err);
        assert!(took < Duration::from_secs(2), "{took:?}: {query}");
    }
    assert!(fs::read(&register).expect("it is there") == before, "the archive was changed");
}
