//! Runs the binary, and gives it something to run on.

#![allow(dead_code, reason = "each test file uses its part")]

use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What a run of the binary left behind.
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

pub(crate) fn run<A: AsRef<OsStr>>(args: impl IntoIterator<Item = A>, stdin: &[u8]) -> Ran {
    let mut child = Command::new(env!("CARGO_BIN_EXE_chancery"))
        .args(args)
        .env_remove("CHANCERY_ARCHIVE")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary starts");
    // It may end without reading all of it.
    let _ = child.stdin.take().expect("a pipe").write_all(stdin);
    let output = child.wait_with_output().expect("the binary ends");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("it writes UTF-8");
    let ran =
        Ran { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) };
    assert!(!ran.err.contains("panicked"), "{}", ran.err);
    ran
}

/// An empty folder of this test's own.
pub(crate) fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("command_line_{name}"));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

pub(crate) fn articles() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/articles")
}

pub(crate) fn talks() -> PathBuf {
    articles().join("us-russia-talks-2025-02-18.txt")
}

/// Facts written by hand, so that these tests do not depend on what the extractor reads.
pub(crate) const FACTS: &str = r#"{"document": {"id": "note", "title": "Talks in Paris", "published": "2024-05-03", "source": null, "text": "Lee Öst met Ann Chad in Paris on Friday.\nMr. Öst said: \"It went well.\""}, "entities": [{"id": "person:lee-ost", "kind": "person", "name": "Lee Öst", "mentions": [[0, 8], [46, 50]]}, {"id": "person:ann-chad", "kind": "person", "name": "Ann Chad", "mentions": [[13, 21]]}, {"id": "state:FR", "kind": "state", "name": "France", "mentions": [[25, 30]]}], "roles": [{"person": "person:lee-ost", "of": "state:FR", "status": "current", "title": "envoy", "evidence": [0, 8]}], "meetings": [{"id": "meeting:1", "kind": "talks", "status": "held", "from": "2024-05-03", "to": "2024-05-03", "place": null, "mentions": [[9, 12]], "attendance": [{"who": "person:lee-ost", "status": "attended", "evidence": [0, 21]}, {"who": "person:ann-chad", "status": "absent", "evidence": [0, 21]}]}], "statements": [{"speaker": "person:lee-ost", "source": [42, 50], "cue": [51, 55], "content": [[58, 70]], "mode": "direct", "addressee": null, "meeting": "meeting:1", "negated": false}], "goals": []}"#;

/// An archive that holds the facts above.
pub(crate) fn archive(name: &str) -> PathBuf {
    let archive = folder(name).join("archive");
    let ran = run(
        [OsStr::new("load"), "-".as_ref(), "--archive".as_ref(), archive.as_ref()],
        FACTS.as_bytes(),
    );
    assert_eq!((ran.code, &*ran.out), (Some(0), "1 new, 0 replaced, 0 unchanged\n"), "{}", ran.err);
    archive
}
