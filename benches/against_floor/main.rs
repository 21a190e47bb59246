//! Our figures, those of a hand-made layout (the floor), and the ratios, in one run.
//!
//! ```sh
//! RUSTFLAGS="-C target-cpu=native" cargo bench --bench against_floor -- FLOOR DATA 1 10 100
//! ```
//!
//! `FLOOR` is the program of the hand-made layout, `DATA` the folder with what it reads: for each
//! growth K a folder `sK` with `events.tsv` (subject, relation, object, day), the same as numbers,
//! and the questions. The floor runs first, as a process of its own, and leaves what every
//! question must answer; then the table is loaded into a generation and asked the same through
//! the public interface. A wrong answer is counted and said.

#![allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_wrap,
    reason = "figures to be printed, and counts far below what either type holds"
)]

mod data;
mod measure;
mod questions;

use chancery::{EventTable, Generation, GenerationBuilder};
use data::{Data, Expected};
use serde_json::Value;
use std::error::Error;
use std::fs::{self, File};
use std::io::{BufReader, Write, stdout};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

fn main() -> Result<(), Box<dyn Error>> {
    let given: Vec<String> = std::env::args().skip(1).filter(|arg| arg != "--bench").collect();
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
    let folder = data.join(format!("s{growth}"));

    let archive = out.join("archive");
    let (generation, mut lines) = load(&folder, &archive)?;
    let data = Data::read(&folder, &generation)?;
    let expected = Expected::read(&folder)?;
    lines.push(reopen(&archive, &data)?);
    let figures = questions::ask(&generation, &data, &expected);
    drop(generation);
    fs::remove_dir_all(&out)?;

    let mut page = stdout().lock();
    writeln!(page, "growth {growth}×: {} relations", data.relations)?;
    for line in lines {
        writeln!(page, "  {line}")?;
    }
    writeln!(page, "  {:<24}{:>14}{:>14}{:>8}", "", "ours", "floor", "ratio")?;
    let mut wrong = 0;
    for figure in figures {
        let theirs = told(&theirs, figure.theirs);
        let ratio = figure.ours / theirs;
        writeln!(
            page,
            "  {:<24}{:>11.4} µs{theirs:>11.4} µs{ratio:>8.2}{}",
            figure.name,
            figure.ours,
            if figure.wrong > 0 { format!("   {} WRONG", figure.wrong) } else { String::new() },
        )?;
        wrong += figure.wrong;
    }
    if wrong == 0 { Ok(()) } else { Err(format!("{wrong} answers are wrong").into()) }
}

/// A figure of the floor in microseconds: the median of a question, or a throughput.
fn told(report: &Value, name: &str) -> f64 {
    let query = report["queries"][name]["median_us"].as_f64();
    query.or_else(|| report[name].as_f64().map(|nanos| nanos / 1e3)).unwrap_or(f64::NAN)
}

/// Loads the table into an archive's folder.
fn load(folder: &Path, archive: &PathBuf) -> Result<(Generation, Vec<String>), Box<dyn Error>> {
    fs::create_dir_all(archive)?;
    let begun = Instant::now();
    let rows = BufReader::with_capacity(1 << 20, File::open(folder.join("events.tsv"))?);
    let table = EventTable::plain_with("events".parse()?, rows, data::as_it_stands)?;
    let read = begun.elapsed().as_secs_f64();
    let generation = GenerationBuilder::default().table(&table).publish(archive)?;
    let loaded = begun.elapsed().as_secs_f64();
    let relations = generation.view().relation_count();
    let bytes = generation.bytes();
    let each = |bytes: usize| bytes as f64 / relations as f64;
    let lines = vec![
        format!(
            "load: {loaded:.2} s ({read:.2} s to read), {:.2} million relations a second, {} MiB at most",
            relations as f64 / loaded / 1e6,
            measure::peak_mib(),
        ),
        format!(
            "bytes a relation: {:.2} rows, dates and status; {:.2} names; {:.2} evidence",
            each(bytes.rows),
            each(bytes.names),
            each(bytes.evidence)
        ),
    ];
    Ok((generation, lines))
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
