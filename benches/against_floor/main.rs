//! Our figures, those of a hand-made layout (the floor), and the ratios, in one run.
//!
//! ```sh
//! RUSTFLAGS="-C target-cpu=native" cargo bench --bench against_floor -- FLOOR DATA 1 10 100
//! ```
//!
//! `FLOOR` is the program of the hand-made layout, `DATA` the folder with what it reads: for each
//! growth K a folder `sK` with `events.tsv` (subject, relation, object, day), the same as numbers,
//! and the questions. The floor runs first, as a process of its own, and leaves what every
//! question must answer; then the table is loaded and asked the same through the public interface.
//! A wrong answer is counted and said. If a program `rspeers` lies beside the floor's, it
//! answers the same questions with petgraph's `Graph` and with `SQLite` in the same run.
//!
//! `-- insert FOLDER` measures durable inserts alone, on the disk of that folder.

#![allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_wrap,
    reason = "figures to be printed, and counts far below what either type holds"
)]

mod data;
mod durable;
mod measure;
mod overlay;
mod questions;

use chancery::{Archive, DocumentInfo, Generation, NodeKind, Table, TableForm};
use data::{Data, Expected};
use serde_json::Value;
use std::error::Error;
use std::fs;
use std::io::{Write, stdout};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

fn main() -> Result<(), Box<dyn Error>> {
    let given: Vec<String> = std::env::args().skip(1).filter(|arg| arg != "--bench").collect();
    if let [what, folder] = &given[..]
        && what == "insert"
    {
        writeln!(stdout(), "{}", durable::insert(Path::new(folder))?)?;
        return Ok(());
    }
    let [floor, data, growths @ ..] = &given[..] else {
        let how =
            "against_floor: give the floor's program, its data and growths: FLOOR DATA 1 10 100";
        writeln!(stdout(), "{how}")?;
        return Ok(());
    };
    for growth in growths {
        compare(Path::new(floor), Path::new(data), growth)?;
    }
    Ok(())
}

/// One line of the comparison.
pub(crate) struct Figure {
    pub(crate) name: &'static str,
    pub(crate) ours: f64,
    /// The name of the floor's figure.
    pub(crate) theirs: &'static str,
    pub(crate) wrong: usize,
}

fn compare(floor: &Path, data: &Path, growth: &str) -> Result<(), Box<dyn Error>> {
    let out = std::env::temp_dir().join(format!("chancery-floor-{}", std::process::id()));
    fs::create_dir_all(&out)?;
    let mut run = Command::new(floor);
    run.arg(growth).env("PEERS_DATA", data).env("PEERS_OUT", &out).stdout(Stdio::null());
    if !run.status()?.success() {
        return Err(format!("{} failed", floor.display()).into());
    }
    let theirs: Value =
        serde_json::from_slice(&fs::read(out.join(format!("limit-csr_s{growth}.json")))?)?;
    let peers: Vec<(&str, Value)> = ["petgraph", "sqlite"]
        .into_iter()
        .filter_map(|peer| Some((peer, asked(peer, floor, data, &out, growth)?)))
        .collect();
    let folder = data.join(format!("s{growth}"));

    let archive = out.join("archive");
    let (generation, mut lines) = load_archive(&folder, &archive)?;
    let data = Data::read(&folder, &generation)?;
    let expected = Expected::read(&folder)?;
    lines.push(reopen(&archive, &data)?);
    lines.push(reopen_archive(&archive)?);
    lines.push(durable::insert(&out)?);
    let figures = questions::ask(&generation, &data, &expected);
    let begun = Instant::now();
    let ranks = generation.view().page_rank(0.85, 5);
    let round = begun.elapsed().as_secs_f64() * 1e3 / 5.0;
    lines.push(format!("page rank: {round:.1} ms a round over {} nodes", ranks.len()));
    drop((ranks, generation));

    writeln!(stdout(), "growth {growth}×: {} relations", data.relations)?;
    for line in lines {
        writeln!(stdout(), "  {line}")?;
    }
    write!(stdout(), "  {:<24}{:>14}{:>14}{:>8}", "", "ours", "floor", "ratio")?;
    for (peer, _) in &peers {
        write!(stdout(), "{:>20}", format!("{peer} / ours"))?;
    }
    writeln!(stdout())?;
    for figure in &figures {
        put(figure, &theirs, &peers)?;
    }
    // The longest comes last, when all the rest is told.
    let (figure, line) = overlay::said(&folder, &out.join("overlay"), &data, &expected)?;
    put(&figure, &theirs, &peers)?;
    writeln!(stdout(), "  {line}")?;
    fs::remove_dir_all(&out)?;
    let wrong: usize = figures.iter().map(|figure| figure.wrong).sum();
    match wrong + figure.wrong {
        0 => Ok(()),
        wrong => Err(format!("{wrong} answers are wrong").into()),
    }
}

/// One line of the page: our figure, the floor's, their ratio, and how often faster ours is than
/// those of others.
fn put(figure: &Figure, theirs: &Value, peers: &[(&str, Value)]) -> Result<(), Box<dyn Error>> {
    let Figure { name, ours, wrong, .. } = figure;
    let theirs = told(theirs, figure.theirs);
    let mut page = stdout().lock();
    write!(page, "  {name:<24}{ours:>11.4} µs{theirs:>11.4} µs{:>8.2}", ours / theirs)?;
    for (_, peer) in peers {
        let question = figure.theirs.split('_').next().unwrap_or_default();
        let times = told(peer, question) / ours;
        if times.is_nan() {
            write!(page, "{:>20}", "")?;
        } else {
            write!(page, "{times:>18.0} ×")?;
        }
    }
    let wrong = if *wrong > 0 { format!("   {wrong} WRONG") } else { String::new() };
    writeln!(page, "{wrong}")?;
    Ok(())
}

/// What another program made of the same questions; `None` if it is not there.
fn asked(peer: &str, floor: &Path, data: &Path, out: &Path, growth: &str) -> Option<Value> {
    let program = floor.with_file_name("rspeers");
    let mut run = Command::new(program);
    run.args([peer, growth]).env("PEERS_DATA", data).env("PEERS_OUT", out).stdout(Stdio::null());
    run.status().ok().filter(std::process::ExitStatus::success)?;
    serde_json::from_slice(&fs::read(out.join(format!("rs-{peer}_s{growth}.json"))).ok()?).ok()
}

/// A figure of the floor in microseconds: the median of a question, or a throughput.
fn told(report: &Value, name: &str) -> f64 {
    let query = report["queries"][name]["median_us"].as_f64();
    query.or_else(|| report[name].as_f64().map(|nanos| nanos / 1e3)).unwrap_or(f64::NAN)
}

/// Loads the table into an archive: read, put into the register, synced, and published.
fn load_archive(folder: &Path, place: &Path) -> Result<(Generation, Vec<String>), Box<dyn Error>> {
    let begun = Instant::now();
    let text = fs::read_to_string(folder.join("events.tsv"))?;
    let info = DocumentInfo::named("events".parse()?);
    let table = Table::new(info, TableForm::Plain, text, data::as_it_stands)?;
    let read = begun.elapsed().as_secs_f64();
    let mut archive = Archive::open_or_create(place)?;
    archive.add(table)?;
    let kept = begun.elapsed().as_secs_f64();
    archive.publish()?;
    let loaded = begun.elapsed().as_secs_f64();
    drop(archive);
    let generation = Generation::open(place)?;
    let relations = generation.view().relation_count();
    let lines = vec![
        format!(
            "load into an archive: {loaded:.2} s ({read:.2} s to read, {:.2} s into the register), \
             {:.2} million relations a second, {} MiB at most",
            kept - read,
            relations as f64 / loaded / 1e6,
            measure::peak_mib(),
        ),
        bytes(&generation),
    ];
    Ok((generation, lines))
}

/// From nothing open to the first answer with its words, by the names that people type.
fn reopen_archive(place: &Path) -> Result<String, Box<dyn Error>> {
    let mut best = f64::MAX;
    for _ in 0..5 {
        let begun = Instant::now();
        let archive = Archive::open(place)?;
        let graph = archive.graph();
        let meeting = graph.node_ids(NodeKind::Meeting).next().ok_or("there is a meeting")?;
        let told = graph.who_attended(meeting).next().ok_or("somebody attended")?;
        std::hint::black_box(&graph.node(told.from).label);
        best = best.min(begun.elapsed().as_secs_f64() * 1e3);
    }
    Ok(format!(
        "the archive reopened to who attended a meeting, with names and evidence, in {best:.4} ms"
    ))
}

fn bytes(generation: &Generation) -> String {
    let (relations, bytes) = (generation.view().relation_count(), generation.bytes());
    let each = |bytes: usize| bytes as f64 / relations as f64;
    format!(
        "bytes a relation: {:.2} rows, dates and status; {:.2} names; {:.2} evidence",
        each(bytes.rows),
        each(bytes.names),
        each(bytes.evidence)
    )
}

/// From nothing open to the first answer.
fn reopen(archive: &Path, data: &Data) -> Result<String, Box<dyn Error>> {
    let meeting = data.node(data.seeds("q1")[0][0]);
    let mut best = f64::MAX;
    for _ in 0..5 {
        let begun = Instant::now();
        let generation = Generation::open(archive)?;
        std::hint::black_box(generation.view().who_attended(meeting).nodes.len());
        best = best.min(begun.elapsed().as_secs_f64() * 1e3);
    }
    let begun = Instant::now();
    Generation::open(archive)?.verify()?;
    let verified = begun.elapsed().as_secs_f64() * 1e3;
    Ok(format!("reopened to the first answer in {best:.4} ms; verified in {verified:.1} ms"))
}
