//! What people are told where an answer is empty, a name is not there, or something is wrong: the
//! words typed, and words of what is told then.

mod ran;

use ran::{Ran, archive, run};
use std::ffi::OsStr;
use std::path::Path;

fn on(archive: &Path, args: &str) -> Ran {
    let args = args.split('|').map(OsStr::new);
    run(args.chain(["--archive".as_ref(), archive.as_os_str()]), b"")
}

/// What is typed (parts set apart by `|`), the exit code, and words that are told; after a `!`,
/// words that are not.
#[track_caller]
fn told(archive: &Path, cases: &[(&str, i32, &str)]) {
    for (args, code, words) in cases {
        let ran = on(archive, args);
        let all = format!("{}{}", ran.out, ran.err);
        assert_eq!(ran.code, Some(*code), "{args}: {all}");
        // A line is broken where the page ends.
        let all = all.split_whitespace().collect::<Vec<_>>().join(" ");
        match words.strip_prefix('!') {
            Some(words) => assert!(!all.contains(words), "{args}: `{words}` in {all}"),
            None => assert!(all.contains(words), "{args}: no `{words}` in {all}"),
        }
    }
}

#[test]
fn an_answer_without_rows_says_whether_there_are_any() {
    let archive = archive("without_rows");
    told(
        &archive,
        &[
            ("who-said|--by|Öst|--limit|0", 0, "None of them is wanted; there is 1."),
            ("who-said|--by|Öst|--skip|100000", 0, "None after the first 100000; there is 1."),
            ("who-said|--by|Chad", 0, "Nobody is told to have said so."),
            ("who-attended|--skip|2", 0, "None after the first 2; there are 2."),
            ("ask|who met Öst|--skip|1000", 0, "!otherwise"),
            ("ask|when did Öst meet Chad|--limit|0", 0, "!told of them otherwise"),
            ("ask|what did Öst say|--limit|0", 0, "None of them is wanted; there is 1."),
            ("who-said|--skip|9|--json", 0, "[]"),
        ],
    );
}
