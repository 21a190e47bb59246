//! Tables of events, and documents read again, from the command line.

mod ran;

use ran::{Ran, archive, folder, run};
use std::ffi::OsStr;
use std::fs;
use std::path::Path;

fn on(archive: &Path, args: &[&OsStr]) -> Ran {
    let place = ["--archive".as_ref(), archive.as_os_str()];
    run(args.iter().copied().chain(place), b"")
}

fn words(words: &[&'static str]) -> Vec<&'static OsStr> {
    words.iter().map(|word| OsStr::new(*word)).collect()
}

#[test]
fn a_table_is_loaded_but_for_rows_that_are_no_events_and_answers_by_its_rows() {
    let place = folder("tables");
    let table = place.join("events.tsv");
    let mut rows = b"France\tConsult\tGermany\t2014-01-02\n".to_vec();
    rows.extend(b"France\tConsult\tGermany\n");
    rows.extend(b"Le\xffMonde\tMake statement\tFrance\t2014-01-03\n");
    rows.extend(b"Le Monde\tPraise or endorse\tFrance\t2014-01-03\n");
    rows.extend(b"Le Monde\tImpose embargo\tFrance\t2014-01-04\n");
    fs::write(&table, rows).expect("written");
    let archive = place.join("archive");
    let load = [OsStr::new("load"), table.as_os_str()];
    let ran = on(&archive, &load);
    assert_eq!(ran.code, Some(1), "two rows failed: {}", ran.err);
    assert_eq!(ran.out, "1 new, 0 replaced, 0 unchanged\n3 events in tables\n");
    assert!(ran.err.contains("events.tsv:2: it has not four columns"), "{}", ran.err);
    assert!(ran.err.contains("events.tsv:3: somebody has no name"), "{}", ran.err);
    let again = on(&archive, &load);
    assert!(again.out.starts_with("0 new, 0 replaced, 1 unchanged\n"), "{}", again.out);
    let met = on(&archive, &words(&["who-attended", "--json", "--on", "2014-01-02"]));
    assert_eq!(met.code, Some(0), "{}", met.err);
    assert!(met.out.contains("state:FR") && met.out.contains("state:DE"), "{}", met.out);
    assert!(met.out.contains("\"line\":1"), "{}", met.out);
    let said = on(&archive, &words(&["who-said", "--by", "le monde", "--json"]));
    assert!(said.out.contains("Praise or endorse"), "{}", said.out);
    assert!(said.out.contains("\"act\":\"praise\""), "{}", said.out);
    let counted = on(&archive, &words(&["stats", "--json"])).out;
    assert!(counted.contains("\"acts_on\":1"), "{counted}");
    let gone = on(&archive, &words(&["retract", "events"]));
    assert_eq!(gone.code, Some(0), "{}", gone.err);
    let met = on(&archive, &words(&["who-attended", "--json"]));
    assert!(!met.out.contains("state:FR"), "{}", met.out);
}

#[test]
fn what_is_no_table_is_told() {
    let place = folder("no_tables");
    let table = place.join("events.tsv");
    fs::write(&table, "France consults Germany.\n").expect("written");
    let ran = on(&place.join("archive"), &[OsStr::new("load"), table.as_os_str()]);
    assert_eq!(ran.code, Some(2), "{}", ran.err);
    assert!(ran.err.contains("its first line has neither four columns"), "{}", ran.err);
}

#[test]
fn documents_are_read_again() {
    let archive = archive("reextract");
    let first = on(&archive, &words(&["reextract"]));
    assert_eq!((first.code, &*first.out), (Some(0), "1 changed, 0 unchanged\n"), "{}", first.err);
    let again = on(&archive, &words(&["reextract", "--threads", "1"]));
    assert_eq!((again.code, &*again.out), (Some(0), "0 changed, 1 unchanged\n"), "{}", again.err);
}
