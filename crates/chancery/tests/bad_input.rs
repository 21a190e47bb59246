//! What the binary does with what it cannot use: a clear message, an exit code, never a panic.

mod ran;

use ran::{FACTS, archive, folder, run, talks};
use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::Path;

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
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    for _ in 0..100 {
        packed.write_all(&vec![b'a'; 1 << 20]).expect("in memory");
    }
    refuses("bomb.txt.gz", &packed.finish().expect("in memory"), 2, &["swell"]);
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
    let ask = || run([OsStr::new("who-said"), "--archive".as_ref(), archive.as_ref()], b"");
    // Its generation tells that the load had finished, so this is a loss.
    let ran = ask();
    assert_eq!(ran.code, Some(2), "{}", ran.out);
    assert!(ran.err.contains("bytes were lost"), "{}", ran.err);
    fs::remove_dir_all(archive.join("generations")).expect("removed");
    let ran = ask();
    assert!(!ran.out.contains("Öst") && ran.err.contains("did not finish"), "{}", ran.err);
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

/// Asks an archive in several ways; each is refused with these words, within a second, and leaves
/// the archive as it was.
#[track_caller]
fn refused(archive: &Path, args: &[&str], stdin: &[u8], words: &[&str]) {
    let register = archive.join("register.log");
    let before = fs::read(&register).ok();
    let begun = std::time::Instant::now();
    let kept = [OsStr::new("--archive"), archive.as_ref()];
    let ran = run(args.iter().map(OsStr::new).chain(kept), stdin);
    assert_eq!((ran.code, &*ran.out), (Some(2), ""), "{args:?}: {}", ran.err);
    for word in words {
        assert!(ran.err.contains(word), "{args:?}: no `{word}` in {}", ran.err);
    }
    // A second on an idle machine; this one may be a busy one.
    assert!(begun.elapsed().as_secs() < 10, "{args:?}: {:?}", begun.elapsed());
    assert_eq!(before, fs::read(&register).ok(), "{args:?}: the archive is touched");
}

#[test]
fn bad_questions_get_help_and_leave_the_archive_alone() {
    let archive = archive("bad_questions");
    let refuses = |args: &[&str], words: &[&str]| refused(&archive, args, b"", words);
    refuses(&["ask", "what did Merkel say"], &["nothing is called `Merkel`"]);
    refuses(&["ask", "what did Lee Ost Jr say"], &["nothing is called `Jr`"]);
    refuses(&["ask", "why did they meet"], &["I can answer questions such as", "who was left out"]);
    refuses(&["ask", "???"], &["I can answer questions such as"]);
    refuses(&["ask", "who met Öst on 31 February 2025"], &["there is no day `31 February 2025`"]);
    refuses(&["ask", "who met Öst between 2025 and 2023"], &["ends before it begins"]);
    refuses(&["ask", "who met Öst", "--today", "2025-02-30"], &["2025-02-30"]);
    refuses(&["who-met", "Öst", "Nobody"], &["nothing is called `Nobody`"]);
    refuses(&["who-met", "Öst", "--since", "2025", "--until", "2024"], &["ends before it begins"]);
    refuses(&["who-met", "--most-often"], &["--most-often is of one NAME"]);
    refuses(&["show", "Nobody"], &["nothing is called `Nobody`"]);
    refuses(&["show", "Öst", "--since", "2025", "--until", "2024"], &["ends before it begins"]);
    refuses(&["timeline", "Öst", "--on", "2025-13"], &["2025-13"]);
    refuses(&["chain", "Öst"], &["NAME"]);
    refuses(&["chain", "Öst", "Nobody"], &["nothing is called `Nobody`"]);
    refused(&archive, &["ask", "-"], &b"who ".repeat(250_000), &["I read 2000 at most"]);
    refused(&archive, &["ask", "-"], b"who met \xff", &["standard input"]);
}

#[cfg(feature = "sparql")]
#[test]
fn bad_sparql_is_told_where_and_what_runs_for_ever_is_stopped() {
    let archive = archive("bad_sparql");
    let refuses = |args: &[&str], words: &[&str]| refused(&archive, args, b"", words);
    refuses(&["sparql", "SELEKT ?who"], &["no SPARQL query", "1:1"]);
    refuses(&["sparql"], &["--file"]);
    refuses(&["sparql", "--file", "nowhere.rq"], &["nowhere.rq"]);
    let endless =
        "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n2 ?o }";
    refuses(&["sparql", endless, "--seconds", "0"], &["was stopped"]);
    refused(&archive, &["sparql", "-"], &b"{".repeat(1 << 20), &["too"]);
}

#[test]
fn an_archive_of_a_newer_format_is_refused_and_one_being_written_is_read() {
    let archive = archive("newer");
    let register = archive.join("register.log");
    let good = fs::read(&register).expect("a register");
    // A load that waits for more holds the archive.
    let mut writer = std::process::Command::new(env!("CARGO_BIN_EXE_chancery"))
        .args([OsStr::new("load"), "-".as_ref(), "--archive".as_ref(), archive.as_ref()])
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .expect("the binary starts");
    std::thread::sleep(std::time::Duration::from_millis(300));
    let ask = ["ask", "what did Öst say"].map(OsStr::new);
    let ran = run(ask.into_iter().chain([OsStr::new("--archive"), archive.as_ref()]), b"");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(ran.out.contains("It went well"), "{}", ran.out);
    drop(writer.stdin.take());
    let _ = writer.wait();
    assert_eq!(fs::read(&register).expect("a register"), good);

    let mut newer = good.clone();
    newer[8] = 200;
    let sum = checksum(&newer[..12]);
    newer[12..16].copy_from_slice(&sum.to_le_bytes());
    fs::write(&register, &newer).expect("written");
    refused(&archive, &["ask", "what did Öst say"], b"", &["register.log", "200", "newer"]);
}

/// CRC32C, bit by bit.
fn checksum(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            if sum & 1 == 1 { (sum >> 1) ^ 0x82f6_3b78 } else { sum >> 1 }
        })
    })
}

#[cfg(unix)]
#[test]
fn questions_that_are_not_utf8_are_refused() {
    use std::os::unix::ffi::OsStrExt;
    let archive = archive("question_not_utf8");
    let bad = OsStr::from_bytes(b"who met caf\xe9");
    for command in ["ask", "show", "who-met", "timeline", "who-said"] {
        let args = [OsStr::new(command), bad, "--archive".as_ref(), archive.as_ref()];
        let ran = run(args, b"");
        assert_eq!((ran.code, &*ran.out), (Some(2), ""), "{command}: {}", ran.err);
        assert!(ran.err.contains("UTF-8"), "{command}: {}", ran.err);
    }
}
