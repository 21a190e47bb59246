//! The binary from the outside: what it prints, and how it exits.

mod ran;

use ran::{FACTS, archive, articles, folder, run, talks};
use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

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
    said, at or after meeting 1 (direct)
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
    assert!(ran.out.starts_with("[\n{\"from\":\"2024-05-03\""), "{}", ran.out);
    assert!(ran.out.contains("\"who\":{\"id\":\"person:ann-chad\""), "{}", ran.out);
    let ran = ask(&["who-attended", "--since", "2030", "--json"]);
    assert_eq!((ran.code, &*ran.out), (Some(0), "[]\n"), "an empty answer is an answer");
    let ran = ask(&["stats"]);
    assert!(ran.out.contains("1 document"), "{}", ran.out);
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

#[test]
fn the_briefing_in_the_readme_is_what_is_printed() {
    let readme = include_str!("../README.md");
    let shown =
        readme.split("```").find_map(|block| block.strip_prefix("text\n")).expect("a sample");
    let ran = run([OsStr::new("brief"), talks().as_ref()], b"");
    let place = talks().to_string_lossy().into_owned();
    let printed = ran.out.replace(&place, "data/articles/us-russia-talks-2025-02-18.txt");
    let mut rest = printed.lines();
    for line in shown.lines() {
        assert!(rest.any(|printed| printed == line), "`{line}` is not printed there");
    }
}

#[test]
fn plain_english_is_read_told_and_answered_in_every_form() {
    let archive = archive("asked");
    let ask = |args: &[&str]| {
        let archive = [OsStr::new("--archive"), archive.as_ref()];
        let ran = run(args.iter().map(OsStr::new).chain(archive), b"");
        assert_eq!(ran.code, Some(0), "{args:?}: {}", ran.err);
        ran
    };
    let ran = ask(&["ask", "what did the French envoy say in May 2024?"]);
    assert!(ran.out.starts_with("Read as: what Lee Öst said, in May 2024\n"), "{}", ran.out);
    assert!(
        ran.out.contains("“It went well”") && ran.out.contains("| Mr. Öst said"),
        "{}",
        ran.out
    );
    assert!(
        ran.err.contains("`French envoy` is taken for Lee Öst (person:lee-ost)"),
        "{}",
        ran.err
    );
    let ran = ask(&["ask", "--json", "who", "was", "left", "out"]);
    let start = "{\"question\":\"who was left out\",\"reading\":\"who was left out\",\"kind\":\"leftout\",\"verdict\":null,\"taken\":[],\"left_out\":[],\"answers\":\n[";
    assert!(ran.out.starts_with(start), "{}", ran.out);
    let ran = ask(&["ask", "did Ann Chad attend the talks", "--no-evidence"]);
    assert!(ran.out.contains("No; what is told instead:"), "{}", ran.out);
    let ran = ask(&["ask", "who met Öst", "--format", "csv"]);
    assert!(
        ran.out.starts_with("from,to,kind,status,meeting,places,places_id,one,"),
        "{}",
        ran.out
    );
    assert!(ran.err.contains("read as: held meetings of Lee Öst"), "{}", ran.err);
}

#[test]
fn meetings_people_and_days_are_shown() {
    let archive = archive("shown");
    let ask = |args: &[&str]| {
        let archive = [OsStr::new("--archive"), archive.as_ref()];
        let ran = run(args.iter().map(OsStr::new).chain(archive), b"");
        assert_eq!(ran.code, Some(0), "{args:?}: {}", ran.err);
        ran.out
    };
    let out = ask(&["who-met", "--on", "2024-05"]);
    assert!(out.starts_with("Talks · held on 3 May 2024\n  Lee Öst, envoy (France)\n"), "{out}");
    assert!(out.contains("  missing: Ann Chad\n  meeting:note/1\n"), "{out}");
    assert_eq!(ask(&["who-met", "Öst", "Chad"]), "No such meeting is told of.\n");
    assert_eq!(ask(&["who-met", "--count", "month", "--no-evidence"]), "May 2024: 1 meeting\n");
    assert!(ask(&["show", "Öst"]).contains("Offices (1)\n  Lee Öst · envoy (France)\n"));
    let cut = ask(&["show", "Öst", "--limit", "1"]);
    assert!(cut.contains("Offices (1)\n") && cut.contains("Meetings (1, of which 0)\n"), "{cut}");
    assert_eq!(ask(&["timeline", "--limit", "1", "--format", "jsonl"]).lines().count(), 1);
    assert_eq!(ask(&["timeline", "--skip", "1000", "--json"]), "[]\n");
    assert_eq!(ask(&["chain", "Öst", "Chad"]), "No chain of meetings joins them.\n");
}

#[test]
fn completions_and_manual_pages_are_written() {
    for shell in ["bash", "zsh", "fish"] {
        let ran = run(["completions", shell], b"");
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        assert!(ran.out.contains("who-met") && ran.out.contains("left-out"), "{shell}");
    }
    let folder = folder("manual").join("man1");
    let ran = run([OsStr::new("man"), folder.as_ref()], b"");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let page = fs::read_to_string(folder.join("chancery-ask.1")).expect("a page");
    assert!(page.contains("plain English"), "{page}");
}
