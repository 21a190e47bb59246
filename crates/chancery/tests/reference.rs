//! Tables of offices and meetings: loaded, asked about, read with, and refused with line and column.

mod ran;

use ran::{Ran, folder, run};
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

/// How many of the questions are answered as a reader of the tables would. It only rises.
const RIGHT: usize = 24;

fn tables() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/reference")
}

fn on(archive: &Path, args: &[&OsStr]) -> Ran {
    let place = ["--archive".as_ref(), archive.as_os_str()];
    run(args.iter().copied().chain(place), b"")
}

fn words(words: &[&'static str]) -> Vec<&'static OsStr> {
    words.iter().map(|word| OsStr::new(*word)).collect()
}

#[test]
fn a_century_of_visits_and_terms_answers_questions() {
    let archive = folder("visits").join("archive");
    let (visits, officers) = (tables().join("visits.tsv"), tables().join("officers.tsv"));
    let ran = on(&archive, &[OsStr::new("load"), visits.as_os_str(), officers.as_os_str()]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let counted = "2 new, 0 replaced, 0 unchanged\n2988 meetings in tables\n";
    assert!(ran.out.starts_with(counted), "{}", ran.out);
    let questions = fs::read_to_string(tables().join("questions.txt")).expect("the questions");
    let (mut right, mut all) = (0, 0);
    for line in questions.lines().filter(|line| !line.starts_with('#')) {
        let (question, expected) = line.split_once('\t').expect("a question and its answer");
        let ask = ["ask", question, "--no-evidence", "--today", "2026-01-01"].map(OsStr::new);
        let ran = on(&archive, &ask);
        // A line is broken where the page ends.
        let told = ran.out.split_whitespace().collect::<Vec<_>>().join(" ");
        let wrong: Vec<&str> = expected
            .split('|')
            .filter(|part| match part.strip_prefix('!') {
                Some(absent) => told.contains(absent),
                None => !told.contains(part),
            })
            .collect();
        all += 1;
        if wrong.is_empty() && ran.code == Some(0) {
            right += 1;
        } else {
            println!("{question}: {wrong:?}\n{}{told}", ran.err);
        }
    }
    println!("{right} of {all} right");
    assert!(right >= RIGHT, "{right} of {all} right, fewer than {RIGHT}");
}

#[test]
fn a_table_of_ones_own_tells_who_is_meant_and_what_they_are_called_elsewhere() {
    let place = folder("own_table");
    let (table, archive) = (place.join("mine.tsv"), place.join("archive"));
    let rows = "name\tspellings\ttitle\tof\tfrom\tto\tsame_as\n\
                Ann Lee\tAnnie Lee-Low\tForeign Minister\tChad\t2030-01-01\t\twikidata:Q1\n";
    fs::write(&table, rows).expect("written");
    let one = place.join("one.txt");
    fs::write(
        &one,
        "PARIS, March 3, 2031 — The Chadian foreign minister met French President Bo Low.\n",
    )
    .expect("written");
    let two = place.join("two.txt");
    fs::write(&two, "PARIS, April 3, 2031 — Annie Lee-Low of Chad met French President Bo Low.\n")
        .expect("written");
    let load = [
        OsStr::new("load"),
        one.as_os_str(),
        two.as_os_str(),
        OsStr::new("--reference"),
        table.as_os_str(),
    ];
    let ran = on(&archive, &load);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let met = on(&archive, &words(&["ask", "whom did Ann Lee meet", "--no-evidence"]));
    assert!(met.out.contains("meeting:one/1") && met.out.contains("meeting:two/1"), "{}", met.out);
    let why = on(&archive, &words(&["why", "Ann Lee"]));
    assert!(why.out.contains("elsewhere wikidata:Q1"), "{}", why.out);
    assert!(why.out.contains("told of in 2 documents"), "{}", why.out);
    assert!(
        why.out.contains("inferred by reference: Foreign Minister from 2030-01-01"),
        "{}",
        why.out
    );
    // The words alone name nobody.
    let plain = run([OsStr::new("extract"), one.as_os_str()], b"");
    assert!(!plain.out.contains("Ann Lee"), "{}", plain.out);
}

#[test]
fn what_is_wrong_in_a_table_is_told_by_line_and_column() {
    let place = folder("wrong_table");
    let table = place.join("mine.tsv");
    fs::write(&table, "name\ttitle\tof\tfrom\nAnn Lee\tenvoy\tChad\t2031-13\n").expect("written");
    let extract = ["extract", "-", "--reference"].map(OsStr::new);
    let ran = run(extract.into_iter().chain([table.as_os_str()]), b"Words.");
    assert_eq!(ran.code, Some(2), "{}", ran.err);
    let place_told = "mine.tsv, line 2, column 4 (from): `2031-13` is no date";
    assert!(ran.err.contains(place_told), "{}", ran.err);
    let archive = place.join("archive");
    let ran = on(&archive, &[OsStr::new("load"), table.as_os_str()]);
    assert_eq!(ran.code, Some(2), "{}", ran.err);
    assert!(ran.err.contains(place_told), "{}", ran.err);
    let ran = run(extract.into_iter().chain([OsStr::new("nowhere.tsv")]), b"Words.");
    assert_eq!(ran.code, Some(2), "{}", ran.err);
    assert!(ran.err.contains("nowhere.tsv: cannot be read"), "{}", ran.err);
}
