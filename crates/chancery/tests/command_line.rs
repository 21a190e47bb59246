//! The binary from the outside: what it prints, what it complains of, how it exits.

use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What a run of the binary left behind.
struct Ran {
    code: Option<i32>,
    out: String,
    err: String,
}

fn run<A: AsRef<OsStr>>(args: impl IntoIterator<Item = A>, stdin: &[u8]) -> Ran {
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
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("command_line_{name}"));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

fn articles() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/articles")
}

fn talks() -> PathBuf {
    articles().join("us-russia-talks-2025-02-18.txt")
}

/// Facts written by hand, so that these tests do not depend on what the extractor reads.
const FACTS: &str = r#"{"document": {"id": "note", "title": "Talks in Paris", "published": "2024-05-03", "source": null, "text": "Lee Öst met Ann Chad in Paris on Friday.\nMr. Öst said: \"It went well.\""}, "entities": [{"id": "person:lee-ost", "kind": "person", "name": "Lee Öst", "mentions": [[0, 8], [46, 50]]}, {"id": "person:ann-chad", "kind": "person", "name": "Ann Chad", "mentions": [[13, 21]]}, {"id": "state:FR", "kind": "state", "name": "France", "mentions": [[25, 30]]}], "roles": [{"person": "person:lee-ost", "of": "state:FR", "status": "current", "title": "envoy", "evidence": [0, 8]}], "meetings": [{"id": "meeting:1", "kind": "talks", "status": "held", "from": "2024-05-03", "to": "2024-05-03", "place": null, "mentions": [[9, 12]], "attendance": [{"who": "person:lee-ost", "status": "attended", "evidence": [0, 21]}, {"who": "person:ann-chad", "status": "absent", "evidence": [0, 21]}]}], "statements": [{"speaker": "person:lee-ost", "source": [42, 50], "cue": [51, 55], "content": [[58, 70]], "mode": "direct", "addressee": null, "meeting": "meeting:1", "negated": false}], "goals": []}"#;

/// An archive that holds the facts above.
fn archive(name: &str) -> PathBuf {
    let archive = folder(name).join("archive");
    let ran = run(
        [OsStr::new("load"), "-".as_ref(), "--archive".as_ref(), archive.as_ref()],
        FACTS.as_bytes(),
    );
    assert_eq!((ran.code, &*ran.out), (Some(0), "1 new, 0 replaced, 0 unchanged\n"), "{}", ran.err);
    archive
}

/// Runs a command on a file with these bytes; the complaint must have these words in it.
#[track_caller]
fn refuses(file: &str, bytes: &[u8], code: i32, words: &[&str]) {
    let name: String = file.chars().map(|c| if c.is_alphanumeric() { c } else { '_' }).collect();
    for command in ["brief", "extract", "load"] {
        let folder = folder(&format!("refuses_{name}_{command}"));
        let path = folder.join(file);
        fs::write(&path, bytes).expect("a file");
        let mut args = vec![OsStr::new(command), path.as_ref()];
        let archive = folder.join("archive");
        if command == "load" {
            args.extend([OsStr::new("--archive"), archive.as_ref()]);
        }
        let ran = run(args, b"");
        assert_eq!(ran.code, Some(code), "{command}: {}", ran.err);
        for word in [file].iter().chain(words) {
            assert!(ran.err.contains(word), "{command}: no `{word}` in {}", ran.err);
        }
    }
}

#[test]
fn bad_files_are_named_and_what_is_wrong_with_them() {
    refuses("empty.txt", b"", 2, &["empty"]);
    refuses("blank.txt", b" \n\n\t", 2, &["empty"]);
    refuses("picture.txt", b"\x89PNG\r\n\x1a\n\0\0", 2, &["a picture", "byte 0"]);
    refuses("binary.txt", b"Talks.\0\x01", 2, &["binary", "byte 6"]);
    refuses(
        "latin.txt",
        b"Talks.\nS\xe9journ\xe9 left.",
        2,
        &["latin.txt:2:", "byte 8", "0xE9", "iconv"],
    );
    refuses("numbers.txt", b"12345 --- 678", 2, &["no words"]);
    refuses("broken.jsonl", b"{\"id\": \"a\", \"text\": \"Ta", 2, &["broken.jsonl:1:", "column"]);
    refuses("lacks.jsonl", b"{\"id\": \"a\"}\n", 2, &["lacks.jsonl:1:", "lacks `text`"]);
    refuses("empty.jsonl", b"\n", 2, &["empty"]);
    refuses(
        "noday.jsonl",
        b"{\"text\": \"Talks.\", \"published\": \"Friday\"}",
        2,
        &["noday.jsonl:1:", "published"],
    );
    refuses(
        "spans.jsonl",
        FACTS.replace("[13, 21]", "[13, 2100]").as_bytes(),
        2,
        &["spans.jsonl:1:", "[13, 2100]"],
    );
    refuses("cut.txt.gz", b"\x1f\x8b\x08\0\0\0\0\0\0\x03\x0bI", 2, &["cannot be read"]);
    if cfg!(feature = "html") {
        refuses("page.html", b"<html><nav><a href='/'>Home</a></nav></html>", 2, &["no article"]);
    }
}

#[test]
fn one_bad_line_does_not_stop_the_others() {
    let lines = b"{\"id\": \"a\", \"text\": \"France and Chad held talks.\"}\n{\"id\": \"b\"\n{\"id\": \"c\"}\n{\"id\": \"d\", \"text\": \"They left.\"}\n";
    for threads in ["1", "4"] {
        let ran = run(["extract", "-", "--threads", threads], lines);
        assert_eq!(ran.code, Some(1), "{}", ran.err);
        assert_eq!(ran.out.lines().count(), 2);
        assert!(ran.err.contains("standard input:2:"), "{}", ran.err);
        assert!(ran.err.contains("standard input:3: lacks `text`"), "{}", ran.err);
    }
}

#[test]
fn missing_files_and_empty_folders_are_errors() {
    let folder = folder("missing");
    for path in [folder.join("nowhere.txt"), folder] {
        let ran = run([OsStr::new("extract"), path.as_ref()], b"");
        assert_eq!(ran.code, Some(2));
        assert!(ran.err.contains(&*path.to_string_lossy()), "{}", ran.err);
    }
}

#[test]
fn a_line_of_fifty_megabytes_is_read() {
    let mut line = b"{\"id\": \"long\", \"text\": \"France and Chad held talks. ".to_vec();
    line.resize(50 << 20, b'x');
    line.extend(b"\"}\n");
    let ran = run(["extract", "-"], &line);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(ran.out.starts_with("{\"document\":{\"id\":\"long\""), "{:.200}", ran.out);
}

#[test]
fn a_swelling_file_is_refused_before_it_fills_the_memory() {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    for _ in 0..100 {
        packed.write_all(&vec![b'a'; 1 << 20]).expect("in memory");
    }
    refuses("bomb.txt.gz", &packed.finish().expect("in memory"), 2, &["swell"]);
}

#[test]
fn the_bytes_do_not_depend_on_the_number_of_threads() {
    let extracted = |threads: &str| {
        let articles = articles();
        let ran = run(
            [
                OsStr::new("extract"),
                articles.as_ref(),
                "--with-text".as_ref(),
                "--threads".as_ref(),
                threads.as_ref(),
            ],
            b"",
        );
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        ran.out
    };
    let one = extracted("1");
    assert!(one.lines().count() >= 15);
    assert_eq!(one, extracted("4"));
    assert_eq!(one, extracted("4"));
}

#[test]
fn facts_with_their_text_come_back_as_they_are() {
    let ran = run(["brief", "-", "--no-evidence"], FACTS.as_bytes());
    let expected = "\
Talks in Paris
note · 3 May 2024

WHO MET
  1. Talks
     held on 3 May 2024
     attended
       Lee Öst, envoy (France)
     absent
       Ann Chad

WHO SAID WHAT
  Lee Öst, envoy (France)
    said, at meeting 1 (direct)
      “It went well”

WHO IS WHO
  Lee Öst: envoy (France)
";
    assert_eq!((ran.code, &*ran.out), (Some(0), expected), "{}", ran.err);
}

#[test]
fn evidence_is_underlined_in_its_sentence() {
    let ran = run(["brief", "-"], FACTS.as_bytes());
    let shown = "
      --> note:2
        | Mr. Öst said: \"It went well.\"
        | ^^^^^^^ ^^^^
";
    assert!(ran.out.contains(shown), "{}", ran.out);
}

#[test]
fn a_document_is_briefed_alike_from_its_file_and_from_an_archive() {
    let archive = folder("alike").join("archive");
    let file = talks();
    let load = [OsStr::new("load"), file.as_ref(), "--archive".as_ref(), archive.as_ref()];
    assert_eq!(run(load, b"").code, Some(0));
    for form in ["--json", "--no-evidence", ""] {
        let form = Some(form).filter(|form| !form.is_empty());
        let from_file = [OsStr::new("brief"), file.as_ref()];
        let from_archive = [
            OsStr::new("brief"),
            "us-russia-talks-2025-02-18".as_ref(),
            "--archive".as_ref(),
            archive.as_ref(),
        ];
        let one = run(from_file.into_iter().chain(form.map(OsStr::new)), b"");
        let other = run(from_archive.into_iter().chain(form.map(OsStr::new)), b"");
        assert_eq!((one.code, other.code), (Some(0), Some(0)));
        let place = file.to_string_lossy().into_owned();
        assert_eq!(one.out.replace(&place, "us-russia-talks-2025-02-18"), other.out);
    }
}

#[test]
fn facts_corrected_by_hand_replace_those_before() {
    let archive = archive("corrected");
    let corrected = FACTS.replace("\"absent\"", "\"attended\"");
    let load = [OsStr::new("load"), "-".as_ref(), "--archive".as_ref(), archive.as_ref()];
    let ran = run(load, corrected.as_bytes());
    assert_eq!((ran.code, &*ran.out), (Some(0), "0 new, 1 replaced, 0 unchanged\n"));
    let ask = [
        OsStr::new("who-attended"),
        "--archive".as_ref(),
        archive.as_ref(),
        "--format".as_ref(),
        "csv".as_ref(),
    ];
    let ran = run(ask, b"");
    assert!(ran.out.contains("Ann Chad,person:ann-chad,attended,"), "{}", ran.out);
}

#[test]
fn questions_are_answered_in_every_form() {
    let archive = archive("forms");
    let ask = |args: &[&str]| {
        let archive = [OsStr::new("--archive"), archive.as_ref()];
        run(args.iter().map(OsStr::new).chain(archive), b"")
    };
    let ran = ask(&["who-said", "--by", "öst", "--mode", "direct", "--on", "2024-05"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(
        ran.out.starts_with(
            "3 May 2024 · Lee Öst, envoy (France)\n  said (direct)\n    “It went well”\n"
        ),
        "{}",
        ran.out
    );
    let ran = ask(&["who-said", "--by", "France", "--format", "jsonl"]);
    assert!(
        ran.out.starts_with("{\"on\":\"2024-05-03\",\"speakers\":[{\"id\":\"person:lee-ost\""),
        "{}",
        ran.out
    );
    let ran = ask(&["who-attended", "talks", "--left-out", "--json"]);
    assert!(ran.out.starts_with("[\n{\"who\":{\"id\":\"person:ann-chad\""), "{}", ran.out);
    let ran = ask(&["who-attended", "--since", "2030", "--json"]);
    assert_eq!((ran.code, &*ran.out), (Some(0), "[]\n"), "an empty answer is an answer");
    let ran = ask(&["stats"]);
    assert!(ran.out.contains("1 document"), "{}", ran.out);
}

#[test]
fn unknown_names_and_documents_are_told_with_what_is_near() {
    let archive = archive("unknown");
    let ask = |args: &[&str]| {
        let archive = [OsStr::new("--archive"), archive.as_ref()];
        let ran = run(args.iter().map(OsStr::new).chain(archive), b"");
        assert_eq!((ran.code, &*ran.out), (Some(2), ""), "{args:?}");
        ran.err
    };
    assert!(ask(&["who-said", "--by", "Lee Ost Jr"]).contains("person:lee-ost"));
    assert!(ask(&["who-attended", "--who", "Nobody"]).contains("nothing is called `Nobody`"));
    assert!(ask(&["brief", "nothing"]).contains("no document nothing"));
    assert!(ask(&["retract", "nothing"]).contains("no document nothing"));
    assert!(ask(&["who-said", "--since", "tomorrow"]).contains("tomorrow"));
    assert!(ask(&["who-said", "--mode", "loud"]).contains("loud"));
}

#[test]
fn a_withdrawn_document_is_gone() {
    let archive = archive("withdrawn");
    let retract = [OsStr::new("retract"), "note".as_ref(), "--archive".as_ref(), archive.as_ref()];
    assert_eq!(run(retract, b"").code, Some(0));
    let ask = [OsStr::new("who-said"), "--archive".as_ref(), archive.as_ref()];
    let ran = run(ask, b"");
    assert!(!ran.out.contains("Öst") && ran.err.contains("holds no document"), "{}", ran.err);
}

#[test]
fn what_is_no_archive_or_a_damaged_one_is_told_so() {
    let ask = |archive: &Path| {
        let ran = run([OsStr::new("who-said"), "--archive".as_ref(), archive.as_ref()], b"");
        assert_eq!((ran.code, &*ran.out), (Some(2), ""), "{}", ran.err);
        ran.err
    };
    let none = folder("no_archive");
    assert!(ask(&none).contains("is not an archive"));
    assert!(ask(&none.join("nowhere")).contains("is not an archive"));
    assert!(ask(&talks()).contains("is not an archive"));

    let archive = archive("damaged");
    let register = archive.join("register.log");
    let good = fs::read(&register).expect("a register");
    let mut bad = good.clone();
    bad[good.len() / 2] ^= 0xff;
    fs::write(&register, &bad).expect("written");
    assert!(ask(&archive).contains("damaged at byte"));
    fs::write(&register, &good[..6]).expect("written");
    assert!(ask(&archive).contains("register.log"));
    fs::write(&register, b"something else altogether").expect("written");
    ask(&archive);
}

#[test]
fn an_archive_cut_short_is_not_taken_for_an_empty_one_in_silence() {
    let archive = archive("cut");
    let register = archive.join("register.log");
    let good = fs::read(&register).expect("a register");
    fs::write(&register, &good[..good.len() - 10]).expect("written");
    let ran = run([OsStr::new("who-said"), "--archive".as_ref(), archive.as_ref()], b"");
    assert!(!ran.out.contains("Öst") && !ran.err.is_empty());
}

#[test]
fn a_closed_pipe_is_no_error() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_chancery"))
        .args([OsStr::new("brief"), articles().as_ref()])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the binary ends");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert!(output.status.success());
}

#[test]
fn usage_errors_exit_with_two() {
    for args in [&["brief"][..], &["nonsense"], &[], &["extract", "--threads", "0", "-"]] {
        assert_eq!(run(args, b"").code, Some(2), "{args:?}");
    }
    assert_eq!(run(["--help"], b"").code, Some(0));
}

#[cfg(unix)]
#[test]
fn arguments_that_are_not_utf8_are_no_panic() {
    use std::os::unix::ffi::OsStrExt;
    let name = OsStr::from_bytes(b"caf\xe9.txt");
    let folder = folder("not_utf8");
    if fs::write(folder.join(name), "France and Chad held talks.").is_ok() {
        let ran = run([OsStr::new("extract"), folder.join(name).as_ref()], b"");
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        assert!(ran.out.contains("\"id\":\"caf\u{fffd}\""), "{}", ran.out);
    }
    assert_eq!(run([OsStr::new("brief"), name], b"").code, Some(2));
    assert_eq!(run([OsStr::new("who-said"), "--by".as_ref(), name], b"").code, Some(2));
}

#[test]
fn folders_are_read_in_order_and_pages_and_packed_files_too() {
    let folder = folder("forms_of_input");
    let write = |name: &str, bytes: &[u8]| {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    };
    write("b.txt", b"They left.");
    write(
        "a/z.jsonl",
        b"\xef\xbb\xbf{\"text\": \"They left.\"}\n{\"id\": \"given\", \"text\": \"They left.\"}\n",
    );
    write(".hidden.txt", b"They left.");
    write("notes.md", b"They left.");
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packed.write_all("\u{feff}They left.".as_bytes()).expect("in memory");
    write("c.txt.gz", &packed.finish().expect("in memory"));
    let mut expected = vec!["sha256-", "given", "b", "c"];
    if cfg!(feature = "html") {
        write("d.html", b"<html><title>Talks</title><article><p>The ministers of France and Chad met in Paris on Friday.</p></article></html>");
        expected.push("d");
    }
    let ran = run([OsStr::new("extract"), folder.as_ref(), "--with-text".as_ref()], b"");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let lines: Vec<&str> = ran.out.lines().collect();
    assert_eq!(lines.len(), expected.len(), "{}", ran.out);
    for (line, id) in lines.iter().zip(expected) {
        assert!(line.starts_with(&format!("{{\"document\":{{\"id\":\"{id}")), "{line}");
    }
    assert!(lines[3].contains("\"text\":\"\u{feff}They left.\""), "the text is kept byte for byte");
}
