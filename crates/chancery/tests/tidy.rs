//! The shape of the house: what leans on what, what may stand where, and what each table comes with.

use serde_json::Value;
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};

/// Past this a file is two files. Past [`LONG`] there are usually two ideas in it.
const TOO_LONG: usize = 700;
const LONG: usize = 400;

/// The only files that may hold code the compiler cannot check, each with its reason in it.
const UNCHECKED: [&str; 2] =
    ["crates/graph/src/generation/map.rs", "crates/ingest/src/network/simd.rs"];

/// The one file that names the codec of the register.
const CODEC: &str = "crates/graph/src/register/codec.rs";

#[test]
fn crates_lean_one_way() {
    let leans_on: [(&str, &[&str]); 5] = [
        ("model", &[]),
        ("ingest", &["model"]),
        ("graph", &["model"]),
        ("query", &["model", "graph"]),
        ("chancery", &["model", "ingest", "graph", "query"]),
    ];
    let mut folders = names_in("crates");
    folders.retain(|name| root().join("crates").join(name).is_dir());
    folders.sort();
    let mut known = leans_on.map(|(name, _)| name);
    known.sort_unstable();
    assert_eq!(folders, known, "a new crate needs its place in the order");
    for (name, below) in leans_on {
        let manifest = read(&format!("crates/{name}/Cargo.toml"));
        for line in manifest.lines() {
            let Some(rest) = line.strip_prefix("chancery-") else { continue };
            let other = rest.split(['.', ' ', '=']).next().unwrap_or_default();
            assert!(below.contains(&other), "{name} must not lean on {other}");
        }
        let facade =
            name != "chancery" && manifest.lines().any(|line| line.starts_with("chancery."));
        assert!(!facade, "{name} must not lean on the facade");
    }
}

#[test]
fn the_top_level_holds_only_what_belongs_there() {
    let belongs = [
        "Cargo.lock",
        "Cargo.toml",
        "LICENSE-APACHE",
        "LICENSE-MIT",
        "README.md",
        "benches",
        "crates",
        "data",
        "examples",
        ".cargo",
        ".ci",
        ".clippy.toml",
        ".deny.toml",
        ".editorconfig",
        ".git",
        ".gitattributes",
        ".gitignore",
        ".rustfmt.toml",
        "target",
        "chancery.archive",
    ];
    for name in names_in(".") {
        assert!(belongs.contains(&name.as_str()), "{name} does not belong at the top level");
    }
}

#[test]
fn every_table_and_article_names_its_source() {
    for folder in ["lexicon", "reference", "tagger", "network", "articles"] {
        let own = if folder == "articles" { "data" } else { &format!("data/{folder}") };
        let told = read(&format!("{own}/README.md"));
        for name in names_in(&format!("data/{folder}")) {
            let stem = name.split('.').next().unwrap_or_default();
            let of_article = folder == "articles" && told.contains(&format!("`{stem}`"));
            let named = told.contains(&name) || of_article || name == "README.md";
            assert!(named, "data/{folder}/{name} has no line in {own}/README.md");
        }
    }
}

#[test]
fn the_manifest_of_the_articles_tells_what_their_facts_tell() {
    let manifest = json("data/articles/manifest.json");
    let articles = manifest["articles"].as_array().expect("a list of articles");
    let mut texts = names_in("data/articles");
    texts.retain(|name| Path::new(name).extension().is_some_and(|extension| extension == "txt"));
    assert_eq!(articles.len(), texts.len(), "as many articles as texts");
    for article in articles {
        let id = article["id"].as_str().expect("an id");
        let document = &json(&format!("data/articles/{id}.facts.json"))["document"];
        for key in ["id", "title", "published", "source"] {
            assert_eq!(article[key], document[key], "{key} of {id}");
        }
        let text = fs::read(root().join(format!("data/articles/{id}.txt"))).expect("its text");
        let digest = Sha256::digest(&text);
        let digest: Vec<String> = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(article["sha256"], digest.concat(), "{id} is not the text that was annotated");
        assert!(article["licence"].is_string(), "the licence of {id}");
    }
}

#[test]
fn no_file_holds_two_files() {
    for (name, text) in sources() {
        let lines = text.lines().count();
        if lines > LONG {
            println!("{name} has {lines} lines");
        }
        assert!(lines <= TOO_LONG, "{name} has {lines} lines, more than {TOO_LONG}");
    }
}

#[test]
fn modules_are_named_after_what_they_yield() {
    for (name, _) in sources() {
        let path = Path::new(&name);
        let words = path.components().filter_map(|part| part.as_os_str().to_str());
        for word in words {
            let word = word.trim_end_matches(".rs");
            let nothing = ["utils", "util", "misc", "manager", "helpers", "helper"].contains(&word);
            assert!(!nothing, "{name}: `{word}` is a noun not yet found");
        }
    }
}

#[test]
fn nothing_names_a_place_on_one_machine() {
    let rooms = ["work", "root", "home", "Users"].map(|room| format!("/{room}/"));
    let beside = ["..", "/shared"].concat();
    for (name, text) in texts() {
        for (number, line) in text.lines().enumerate() {
            for room in &rooms {
                // An address on the web may well have such a part.
                let place = line.contains(room.as_str()) && !line.contains("://");
                assert!(!place, "{name}:{}: {line}", number + 1);
            }
            let allowed = name.starts_with(".ci/") || !line.contains(&beside);
            assert!(allowed, "{name}:{}: only .ci may look beside the checkout", number + 1);
        }
    }
}

#[test]
fn unchecked_code_stands_where_it_may() {
    let word = ["un", "safe"].concat();
    let forms = [" {", " fn", " impl", " extern", "("].map(|form| format!("{word}{form}"));
    for (name, text) in sources() {
        let found = forms.iter().any(|form| text.contains(form.as_str()));
        assert!(!found || UNCHECKED.contains(&name.as_str()), "{name} must stay checked");
    }
}

#[test]
fn one_file_names_the_codec() {
    let codec = ["bin", "code"].concat();
    for (name, text) in sources() {
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        let named = code.into_iter().any(|line| line.contains(codec.as_str()));
        assert!(!named || name == CODEC, "{name} names the codec; only {CODEC} does");
    }
    for name in ["model", "ingest", "query", "chancery"] {
        let manifest = read(&format!("crates/{name}/Cargo.toml"));
        assert!(!manifest.contains(&codec), "{name} must not know the codec");
    }
}

#[test]
fn reading_touches_no_file_no_clock_and_no_network() {
    let doors = [
        "std::fs",
        "std::net",
        "std::env::",
        "std::process",
        "SystemTime",
        "Instant::now",
        "Utc::now",
        "Local::now",
    ];
    for (name, text) in sources() {
        if !name.starts_with("crates/ingest/src/") && !name.starts_with("crates/model/src/") {
            continue;
        }
        for door in doors {
            assert!(!text.contains(door), "{name} names {door}");
        }
    }
}

#[test]
fn no_test_is_put_aside() {
    let mark = ["#[", "ignore"].concat();
    for (name, text) in sources() {
        assert!(!text.contains(&mark), "{name}: record what is wrong rather than ignore it");
    }
}

#[test]
fn every_crate_carries_the_licences() {
    for name in names_in("crates") {
        for licence in ["LICENSE-MIT", "LICENSE-APACHE"] {
            let folder = root().join("crates").join(&name);
            assert!(!folder.is_dir() || folder.join(licence).exists(), "{name} lacks {licence}");
        }
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn read(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn json(name: &str) -> Value {
    serde_json::from_str(&read(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn names_in(folder: &str) -> Vec<String> {
    let entries =
        fs::read_dir(root().join(folder)).unwrap_or_else(|error| panic!("{folder}: {error}"));
    let name = |entry: fs::DirEntry| entry.file_name().into_string().expect("a name in UTF-8");
    entries.map(|entry| name(entry.expect("an entry"))).collect()
}

/// Every Rust file, by its path from the top.
fn sources() -> Vec<(String, String)> {
    let mut files = texts();
    files
        .retain(|(name, _)| Path::new(name).extension().is_some_and(|extension| extension == "rs"));
    files
}

/// Every text file that is written by hand, by its path from the top.
fn texts() -> Vec<(String, String)> {
    let mut files = Vec::new();
    gather("", &mut files);
    files
}

fn gather(folder: &str, files: &mut Vec<(String, String)>) {
    for name in names_in(if folder.is_empty() { "." } else { folder }) {
        let made = ["target", ".git", "chancery.archive", "corpus", "artifacts", "__pycache__"];
        let path = if folder.is_empty() { name.clone() } else { format!("{folder}/{name}") };
        let full = root().join(&path);
        // A link leads to what is gathered elsewhere.
        if made.contains(&name.as_str()) || full.is_symlink() {
            continue;
        }
        if full.is_dir() {
            gather(&path, files);
        } else if let Ok(text) = fs::read_to_string(full) {
            files.push((path, text));
        }
    }
}
