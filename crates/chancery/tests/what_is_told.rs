//! What people are told where an answer is empty, a name is not there, or something is wrong: the
//! words typed, and words of what is told then.

mod ran;

use ran::{FACTS, Ran, archive, folder, run};
use std::ffi::OsStr;
use std::fs;
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

#[test]
fn where_nothing_is_told_what_comes_near_it_is() {
    let archive = archive("with_less");
    told(
        &archive,
        &[
            ("ask|what did Öst say about Chad in May 2024", 0, "Not about Ann Chad: 1 statement."),
            ("ask|what did Öst say in 2023", 0, "Not on those days: 1 statement."),
            (
                "ask|what did Öst say about Chad in 2023",
                0,
                "Not about Ann Chad and not on those days: 1 statement.",
            ),
            ("ask|who attended the talks in 2023", 0, "Not on those days: 1 time."),
            ("ask|has Öst been to France", 0, "Nothing of the kind is told."),
            ("ask|which talks were cancelled and why", 0, "left out: why"),
            ("ask|did Öst attend the talks", 0, "Yes: 1 time."),
            ("ask|did Öst say", 0, "!Yes"),
        ],
    );
}

#[test]
fn what_is_typed_wrong_is_told_as_it_is() {
    let archive = archive("typed_wrong");
    told(
        &archive,
        &[
            ("who-said|--since|2022-02-30", 2, "there is no day `2022-02-30`"),
            ("who-said|--since|2022-13", 2, "there is no month `2022-13`"),
            ("who-said|--since|30.2.2022", 2, "`30.2.2022` is not a date: YYYY, YYYY-MM"),
            ("who-said|--limit|-1", 2, "`-1` is no number of answers"),
            ("who-said|--skip|many", 2, "`many` is no number of answers"),
            ("show|Öst|--most|-2", 2, "`-2` is no number of answers"),
            ("who-said|--sure|-0.5", 2, "`-0.5` is no share"),
            ("who-said|--by|Öst|--as-of|2020-01-01", 2, "the archive held no document yet at 2020"),
            ("who-said|--as-of|2020-01-01", 0, "the archive held no document yet at 2020-01-01T23"),
            ("who-said|--by|Blnk", 2, "nothing is called `Blnk`; no name in the archive is like"),
        ],
    );
    let sparql = on(&archive, "sparql|SELECT ?who WHERE { ?m a sem:Event }");
    let built = !cfg!(feature = "sparql");
    assert_eq!(sparql.err.contains("--features sparql"), built, "{}", sparql.err);
}

#[test]
fn names_that_are_one_already_are_told_with_what_parts_them() {
    let archive = archive("one_already");
    told(
        &archive,
        &[
            ("distinct|Öst|Lee Öst", 2, "`Öst` and `Lee Öst` are one already, Lee Öst"),
            ("same|Ann Chad|Lee Öst", 0, "person:ann-chad is person:lee-ost"),
            (
                "distinct|Ann Chad|Lee Öst",
                2,
                "by a decision; `chancery same person:ann-chad person:lee-ost --undo` takes it back",
            ),
            ("same|person:ann-chad|person:lee-ost|--undo", 0, "taken back"),
            ("distinct|Ann Chad|Lee Öst", 0, "person:ann-chad is not person:lee-ost"),
            ("verify", 0, "sound: every byte is as it was written"),
        ],
    );
}

#[test]
fn a_load_that_fails_leaves_no_archive_behind() {
    let place = folder("fails");
    let empty = place.join("empty");
    fs::create_dir_all(&empty).expect("a folder");
    fs::write(place.join("bad.tsv"), "no table\n").expect("written");
    fs::write(place.join("bad.jsonl"), "{\"id\": \"b\"}\n").expect("written");
    for (input, words) in [
        ("empty", "tables (.tsv, .tab) are given to `chancery load` by their own names"),
        ("bad.tsv", "its first line has neither"),
        ("bad.jsonl", "lacks `text`"),
    ] {
        let archive = place.join(format!("archive of {input}"));
        let input = place.join(input);
        let load = [OsStr::new("load"), input.as_os_str(), "--archive".as_ref(), archive.as_ref()];
        let ran = run(load, b"");
        assert_eq!(ran.code, Some(2), "{}", ran.err);
        assert!(ran.err.contains(words), "no `{words}` in {}", ran.err);
        assert!(!archive.exists(), "{} is there", archive.display());
    }
    let (merged, nothing) = (place.join("merged"), place.join("nothing"));
    let ran = on(&merged, &format!("merge|{}", nothing.display()));
    assert_eq!(ran.code, Some(2), "{}", ran.err);
    assert!(!merged.exists(), "a merge of nothing leaves nothing");
}

#[test]
fn loading_again_fails_in_the_same_way() {
    let place = folder("again");
    let lines = b"{\"id\": \"a\", \"text\": \"They left.\"}\n{\"id\": \"b\"\n{\"id\": \"c\"}\n{}\n";
    let archive = place.join("archive");
    for counts in ["1 new, 0 replaced, 0 unchanged\n", "0 new, 0 replaced, 1 unchanged\n"] {
        let load = [OsStr::new("load"), "-".as_ref(), "--archive".as_ref(), archive.as_ref()];
        let ran = run(load, lines);
        assert_eq!((ran.code, &*ran.out), (Some(1), counts), "{}", ran.err);
    }
}

#[test]
fn the_rows_of_a_table_are_counted() {
    let place = folder("rows");
    let tables = [
        (
            "terms.tsv",
            "name\ttitle\tof\tfrom\nAnn Lee\tenvoy\tChad\t2031\nBo Low\tenvoy\tMali\t2031\n",
            "2 terms of office in tables\n",
        ),
        (
            "visits.tsv",
            "from\tname\tof\thost\n2031-02-01\tAnn Lee\tChad\tFrance\n",
            "1 meeting in tables\n",
        ),
    ];
    for (name, rows, words) in tables {
        let table = place.join(name);
        fs::write(&table, rows).expect("written");
        let ran = on(&place.join("archive"), &format!("load|{}", table.display()));
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        assert!(ran.out.ends_with(words), "{}", ran.out);
    }
}

#[test]
fn a_merge_tells_where_to_and_which_decisions() {
    let one = archive("merge_one");
    told(&one, &[("same|Ann Chad|Lee Öst", 0, "person:ann-chad is person:lee-ost")]);
    let into = one.with_file_name("into");
    let ran = on(&into, &format!("merge|{}", one.display()));
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let told = format!(
        "1 new, 0 replaced, 0 unchanged\ntaken over into {}: their documents and 1 decision on \
         who is who\n",
        into.display()
    );
    assert_eq!(ran.out, told);
}

#[test]
fn names_that_one_may_mean_are_told_one_a_line_and_not_all() {
    let people: Vec<String> = (0..13)
        .map(|n| format!("{{\"id\": \"person:p{n}-low\", \"kind\": \"person\", \"name\": \"P{n} Low\", \"mentions\": [[0, 3]]}}"))
        .collect();
    let facts = format!(
        "{{\"document\": {{\"id\": \"low\", \"title\": null, \"published\": null, \"source\": null, \
         \"text\": \"Low left.\"}}, \"entities\": [{}]}}",
        people.join(", ")
    );
    let archive = folder("many").join("archive");
    let load = ["load", "-", "--archive"].map(OsStr::new);
    let ran = run(load.into_iter().chain([archive.as_os_str()]), facts.as_bytes());
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let ran = on(&archive, "show|Low");
    let lines: Vec<&str> = ran.err.lines().collect();
    let first = "chancery: `Low` may be 13 things; give one of the ids in brackets";
    assert_eq!((lines.len(), lines[0], lines[11]), (12, first, "  and 3 more"), "{}", ran.err);
    assert_eq!(lines[1], "  P0 Low (person:p0-low; 1 document)");
}

#[test]
fn somebody_found_by_a_word_that_is_no_name_is_told() {
    let facts = FACTS.replace("Mr. Öst said", "Envoys said").replace("[46, 50]", "[42, 48]");
    let facts = facts.replace(
        "\"source\": [42, 50], \"cue\": [51, 55], \"content\": [[58, 70]]",
        "\"source\": [42, 48], \"cue\": [49, 53], \"content\": [[56, 68]]",
    );
    let entities = "\"entities\": [";
    let office = "{\"id\": \"organization:office-of-the-secretary\", \"kind\": \"organization\", \
                  \"name\": \"Office of the Secretary\", \"mentions\": [[25, 30]]}, ";
    let facts = facts.replace(entities, &format!("{entities}{office}"));
    let archive = folder("by_a_word").join("archive");
    let load = ["load", "-", "--archive"].map(OsStr::new);
    let ran = run(load.into_iter().chain([archive.as_os_str()]), facts.as_bytes());
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    told(
        &archive,
        &[
            ("show|Envoys", 0, "`Envoys` is taken for Lee Öst (person:lee-ost)"),
            ("show|ost", 0, "!is taken for"),
            ("show|Secretary", 0, "`Secretary` is taken for Office of the Secretary"),
            ("show|office of the secretary", 0, "!is taken for"),
            ("show|person:lee-ost", 0, "!is taken for"),
        ],
    );
}

#[test]
fn programs_get_the_verdict_and_for_whom_names_were_taken() {
    let archive = archive("verdict");
    for (asked, verdict, taken) in [
        ("did Öst attend the talks", "true", "[]"),
        ("did Ann Chad attend the talks", "false", "[]"),
        ("did Öst meet Chad", "null", "[]"),
        ("who was left out", "null", "[]"),
        (
            "what did the French envoy say",
            "null",
            "[{\"id\":\"person:lee-ost\",\"name\":\"Lee Öst\",\"typed\":\"French envoy\"}]",
        ),
    ] {
        let ran = on(&archive, &format!("ask|{asked}|--json"));
        let told =
            format!("\"verdict\":{verdict},\"taken\":{taken},\"left_out\":[],\"answers\":\n");
        assert_eq!(ran.code, Some(0), "{asked}: {}", ran.err);
        assert!(ran.out.contains(&told), "{asked}: no `{told}` in {}", ran.out);
        let all: serde_json::Value = serde_json::from_str(&ran.out).expect("it is JSON");
        assert!(all["answers"].is_array(), "{asked}");
    }
    for (args, starts) in [
        ("stats|--format|json", "{\"nodes\""),
        ("why|Öst|--format|json", "{\"id\""),
        ("brief|note|--format|json", "{\"document\""),
        ("stats|--format|table", "nodes\n"),
    ] {
        let ran = on(&archive, args);
        assert!(ran.out.starts_with(starts), "{args}: {}", ran.out);
    }
}

#[test]
fn whoever_is_told_of_twice_at_a_meeting_is_named_once() {
    let twice = "{\"who\": \"person:lee-ost\", \"status\": \"expected\", \"evidence\": [42, 50]}, ";
    let there = "{\"who\": \"person:ann-chad\", \"status\": \"a";
    let facts = FACTS.replace(there, &format!("{twice}{there}"));
    let facts = facts.replace("\"status\": \"absent\"", "\"status\": \"attended\"");
    let archive = folder("twice").join("archive");
    let load = ["load", "-", "--archive"].map(OsStr::new);
    let ran = run(load.into_iter().chain([archive.as_os_str()]), facts.as_bytes());
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    told(
        &archive,
        &[
            ("ask|who met Öst|--skip|1000", 0, "None after the first 1000; there is 1."),
            ("ask|who met Öst|--limit|0", 0, "!told of them otherwise"),
            ("who-met|--format|csv", 0, "Ann Chad; Lee Öst,person:ann-chad; person:lee-ost,"),
            (
                "who-met|Chad|Öst|--format|csv",
                0,
                "Ann Chad,person:ann-chad,Lee Öst,person:lee-ost,",
            ),
        ],
    );
}

#[test]
fn names_and_offices_are_shown_as_people_write_them() {
    let facts = FACTS.replace("\"of\": \"state:FR\"", "\"of\": null");
    let people: Vec<String> = (0..8)
        .map(|n| format!("{{\"id\": \"person:p{n}-ost\", \"kind\": \"person\", \"name\": \"P{n} Öst\", \"mentions\": [[0, 8]]}}, "))
        .collect();
    let place = "\"entities\": [";
    let facts = facts.replace(place, &format!("{place}{}", people.concat()));
    let archive = folder("as_written").join("archive");
    let load = ["load", "-", "--archive"].map(OsStr::new);
    let ran = run(load.into_iter().chain([archive.as_os_str()]), facts.as_bytes());
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    for n in 0..8 {
        let same = format!("same|person:p{n}-ost|person:lee-ost");
        told(&archive, &[(&same, 0, "is person:")]);
    }
    let shown = on(&archive, "show|person:lee-ost|--no-evidence");
    let also = "
  also person:p0-ost
       person:p1-ost
       person:p2-ost
       person:p3-ost
       person:p4-ost
       and 3 more ids; `chancery why person:lee-ost --json` has all
";
    assert!(shown.out.contains(also), "{}", shown.out);
    told(
        &archive,
        &[
            ("why|person:lee-ost", 0, "current envoy (told once)"),
            ("why|person:lee-ost", 0, "told of in 1 document note"),
        ],
    );
}
