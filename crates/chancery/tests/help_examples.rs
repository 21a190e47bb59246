//! The examples in the help of each command, run as they stand on the sample article.

mod ran;

use ran::{folder, talks};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// People whom nothing in their documents tells to be one, for those who decide it.
const IN_DOUBT: &str = r#"{"document": {"id": "doubt", "title": null, "published": "2025-01-03", "source": null, "text": "JFK left. John F. Kennedy left. Kim left. Kim Jong Un left."}, "entities": [{"id": "person:jfk", "kind": "person", "name": "JFK", "mentions": [[0, 3]]}, {"id": "person:john-f-kennedy", "kind": "person", "name": "John F. Kennedy", "mentions": [[10, 25]]}, {"id": "person:kim", "kind": "person", "name": "Kim", "mentions": [[32, 35]]}, {"id": "person:kim-jong-un", "kind": "person", "name": "Kim Jong Un", "mentions": [[42, 53]]}]}"#;

fn chancery(at: &Path, args: &[String]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_chancery"))
        .args(args)
        .current_dir(at)
        .env_remove("CHANCERY_ARCHIVE")
        .stdin(Stdio::null())
        .output()
        .expect("the binary starts")
}

fn words(line: &str) -> Vec<String> {
    line.split(' ').map(str::to_owned).collect()
}

/// The arguments of a line as a shell reads it, but for where its output goes.
fn arguments(line: &str) -> Vec<String> {
    let line = line.split(" > ").next().unwrap_or(line);
    let (mut found, mut quote) = (vec![String::new()], None);
    for c in line.chars() {
        match (quote, c) {
            (None, ' ') => found.push(String::new()),
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if c == open => quote = None,
            (_, c) => found.last_mut().expect("one at least").push(c),
        }
    }
    found
}

/// A folder of its own for the examples of one command.
fn copied(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder").map(|entry| entry.expect("an entry")) {
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() {
            copied(&from, &to);
        } else {
            fs::copy(&from, &to).expect("copied");
        }
    }
}

/// What the examples speak of.
fn prepared() -> PathBuf {
    let at = folder("help_prepared");
    let article = fs::read_to_string(talks()).expect("the article");
    let releases = at.join("releases");
    fs::create_dir_all(&releases).expect("a folder");
    fs::write(releases.join("us-russia-talks-2025-02-18.txt"), &article).expect("written");
    fs::write(at.join("article.html"), format!("<article><p>{article}</p></article>"))
        .expect("written");
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packed.write_all(b"{\"text\": \"France and Chad held talks.\"}\n").expect("in memory");
    fs::write(at.join("news.jsonl.gz"), packed.finish().expect("in memory")).expect("written");
    let visits = "from\tname\tof\thost\n2031-02-01\tAnn Lee\tChad\tFrance\n";
    fs::write(at.join("visits.tsv"), visits).expect("written");
    let terms = "name\ttitle\tof\tfrom\nAnn Lee\tenvoy\tChad\t2031\n";
    fs::write(at.join("mine.tsv"), terms).expect("written");
    fs::write(at.join("doubt.jsonl"), IN_DOUBT).expect("written");
    fs::write(at.join("query.rq"), "SELECT ?m WHERE { ?m a sem:Event }").expect("written");
    for (input, archive) in [
        ("releases doubt.jsonl", "chancery.archive"),
        ("visits.tsv", "shard-1"),
        ("news.jsonl.gz", "shard-2"),
    ] {
        let ran = chancery(&at, &words(&format!("load {input} --archive {archive}")));
        assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    }
    at
}

#[test]
fn every_command_has_examples_and_each_of_them_runs() {
    let (place, prepared) = (folder("help"), prepared());
    let copy = |command: &str| {
        let at = place.join(command);
        copied(&prepared, &at);
        at
    };
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("it writes UTF-8");
    let help = |command: &str| text(&chancery(&place, &words(&format!("help {command}"))).stdout);
    let all = text(&chancery(&place, &words("--help")).stdout);
    let listed = all.lines().skip_while(|line| *line != "Commands:").skip(1);
    let commands: Vec<&str> = listed
        .take_while(|line| !line.is_empty())
        .filter(|line| !line.starts_with("   "))
        .filter_map(|line| line.split_whitespace().next())
        .filter(|command| *command != "help")
        .collect();
    assert!(commands.len() >= 26, "{commands:?}");
    for command in commands {
        let at = copy(command);
        let help = help(command);
        let examples: Vec<&str> =
            help.lines().filter_map(|line| line.strip_prefix("  chancery ")).collect();
        assert!(
            examples.iter().any(|example| example.split(' ').next() == Some(command)),
            "{command} has no example"
        );
        for example in examples {
            let page = example.contains(".html") && !cfg!(feature = "html");
            if page {
                continue;
            }
            let ran = chancery(&at, &arguments(example));
            let err = String::from_utf8_lossy(&ran.stderr);
            assert!(ran.status.success(), "chancery {example}: {err}");
            let out = text(&ran.stdout);
            let said = ["Nobody is told", "Nothing", "No such meeting", "No document", "No chain"];
            let answered =
                !said.iter().any(|said| out.starts_with(said)) && out.lines().count() > 0;
            assert!(answered && out != "[]\n", "chancery {example}: {out}");
        }
    }
    let at = copy("all");
    for example in all.lines().filter_map(|line| line.strip_prefix("  chancery ")) {
        let ran = chancery(&at, &arguments(example));
        assert!(ran.status.success(), "chancery {example}: {}", text(&ran.stderr));
    }
}
