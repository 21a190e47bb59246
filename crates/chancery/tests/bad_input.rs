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
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
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
