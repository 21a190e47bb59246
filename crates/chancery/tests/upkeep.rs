//! Who is who, what is erased and what is saved, from the command line.

mod ran;

use ran::{FACTS, Ran, archive, run};
use std::ffi::OsStr;
use std::fs;
use std::path::Path;

fn on(archive: &Path, args: &[&str]) -> Ran {
    let args = args.iter().map(|arg| OsStr::new(*arg));
    run(args.chain(["--archive".as_ref(), archive.as_os_str()]), b"")
}

#[track_caller]
fn check(archive: &Path, args: &[&str], code: i32, out: &str) {
    let ran = on(archive, args);
    assert_eq!((ran.code, &*ran.out), (Some(code), out), "{}", ran.err);
}

#[test]
fn two_names_of_one_person_are_found_as_one_until_that_is_taken_back() {
    let archive = archive("same");
    let same = ["same", "Ann Chad", "person:lee-ost"];
    check(&archive, &same, 0, "person:ann-chad is person:lee-ost\n");
    check(&archive, &["rename", "Lee Öst", "Ann Öst"], 0, "person:ann-chad is called Ann Öst\n");
    let said = on(&archive, &["who-said", "--by", "Ann Öst", "--json"]).out;
    assert!(said.contains("Ann Öst") && said.contains("well"), "{said}");
    let listed = on(&archive, &["decisions"]).out;
    assert_eq!(listed.lines().count(), 2, "{listed}");
    let undone = ["same", "person:ann-chad", "person:lee-ost", "--undo"];
    check(&archive, &undone, 0, "taken back: person:ann-chad is person:lee-ost\n");
    check(&archive, &undone, 2, "");
    check(&archive, &["distinct", "state:FR", "person:ann-chad"], 2, "");
}

#[test]
fn what_was_known_before_can_be_asked_after_it_was_withdrawn() {
    let archive = archive("as_of");
    let asked = |more: &[&str]| {
        let ran = on(&archive, &[&["who-attended", "--json", "--no-evidence"], more].concat());
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        ran.out.matches("\"status\"").count()
    };
    let known = asked(&[]);
    assert!(known > 0);
    let then = on(&archive, &["same", "Ann Chad", "Lee Öst"]);
    assert_eq!(then.code, Some(0));
    let listed = on(&archive, &["decisions"]).out;
    let moment = listed.split_whitespace().next().expect("a time").to_owned();
    check(
        &archive,
        &["same", "person:ann-chad", "person:lee-ost", "--undo"],
        0,
        "taken back: person:ann-chad is person:lee-ost\n",
    );
    std::thread::sleep(std::time::Duration::from_millis(5));
    check(&archive, &["retract", "note"], 0, "note is withdrawn\n");
    assert_eq!(asked(&[]), 0);
    assert_eq!(asked(&["--as-of", &moment]), known);
    assert_eq!(asked(&["--as-of", "2020"]), 0);
    assert_eq!(on(&archive, &["who-attended", "--as-of", "soon"]).code, Some(2));
}

#[test]
fn an_erased_document_is_gone_for_good() {
    let archive = archive("purge");
    let purge = on(&archive, &["purge", "note"]);
    assert_eq!(purge.code, Some(2));
    assert!(purge.err.contains("is not withdrawn") && purge.err.contains("retract it first"));
    check(&archive, &["retract", "note"], 0, "note is withdrawn\n");
    let before = fs::metadata(archive.join("register.log")).expect("a register").len();
    check(&archive, &["purge", "note"], 0, "note is erased (versions: 1)\n");
    let after = fs::metadata(archive.join("register.log")).expect("a register").len();
    assert!(after + 200 < before, "{after} of {before}");
    check(&archive, &["compact"], 0, "0 bytes saved\n");
}

#[test]
fn a_graph_that_another_version_made_is_made_anew_once() {
    let archive = archive("outdated");
    check(&archive, &["compact"], 0, "0 bytes saved\n");
    let asked = on(&archive, &["who-said"]);
    assert_eq!((asked.code, &*asked.err), (Some(0), ""));
    let generations = archive.join("generations");
    let newest = fs::read_dir(&generations).expect("a folder").map(|it| it.expect("one").path());
    let graph = newest.max().expect("published").join("graph");
    let mut bytes = fs::read(&graph).expect("a graph");
    // The version of its format, under the right checksum of header and table.
    bytes[8] -= 1;
    let table = 32..32 + 32 * usize::from(bytes[12]);
    let sum = bytes[..24].iter().chain(&bytes[table]).fold(!0_u32, |sum, byte| {
        let mixed = |sum: u32, _| (sum >> 1) ^ (0x82F6_3B78 * (sum & 1));
        (0..8).fold(sum ^ u32::from(*byte), mixed)
    });
    bytes[24..28].copy_from_slice(&(!sum).to_le_bytes());
    fs::write(&graph, bytes).expect("written");
    check(&archive, &["verify"], 0, &on(&archive, &["verify"]).out);
    let again = on(&archive, &["who-said"]);
    assert_eq!((again.code, &again.out), (Some(0), &asked.out));
    assert!(
        again.err.ends_with("another version of chancery made its graph, which was made anew\n")
    );
    let once = on(&archive, &["who-said"]);
    assert_eq!((once.code, &*once.err, &once.out), (Some(0), "", &asked.out));
}

#[test]
fn damage_is_told_and_the_rest_saved() {
    let archive = archive("damage");
    let more = FACTS.replace("\"id\": \"note\"", "\"id\": \"other\"");
    let load = ["load", "-", "--archive"].map(OsStr::new);
    let ran = run(load.into_iter().chain([archive.as_os_str()]), more.as_bytes());
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let sound = on(&archive, &["verify"]);
    assert_eq!(sound.code, Some(0));
    assert!(sound.out.contains("2 batches with 2 versions of documents"), "{}", sound.out);
    let register = archive.join("register.log");
    let mut bytes = fs::read(&register).expect("a register");
    bytes[100] ^= 4;
    fs::write(&register, &bytes).expect("written");
    let opened = on(&archive, &["stats"]);
    assert_eq!(opened.code, Some(2));
    assert!(opened.err.contains("damaged at byte 16") && opened.err.contains("chancery repair"));
    let found = on(&archive, &["verify"]);
    assert_eq!(found.code, Some(1));
    assert!(found.out.contains("bytes 16 to "), "{}", found.out);
    let into = archive.with_file_name("saved");
    let repaired = on(&archive, &["repair", into.to_str().expect("UTF-8")]);
    assert_eq!(repaired.code, Some(1), "{}", repaired.err);
    assert!(repaired.out.starts_with("1 documents saved into "), "{}", repaired.out);
    assert_eq!(on(&into, &["verify"]).code, Some(0));
}
