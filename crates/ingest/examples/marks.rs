//! Prints what the network marks in texts: a JSON object a line with `id` and the words' labels.
//!
//! `cargo run --release -p chancery-ingest --example marks -- FILE.txt …`

use chancery_ingest::network::{Network, Part, sights};
use std::error::Error;
use std::io::Write;
use std::time::{Duration, Instant};

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let (mut words, mut bytes, mut taken) = (0, 0, Duration::ZERO);
    for file in std::env::args_os().skip(1).map(std::path::PathBuf::from) {
        let text = std::fs::read_to_string(&file)?;
        let seen = sights(&text);
        let begun = Instant::now();
        let marks = Network::embedded().read(&seen);
        taken += begun.elapsed();
        (words, bytes) = (words + seen.len(), bytes + text.len());
        let who_said: Vec<_> = marks
            .who_said
            .iter()
            .map(|mark| {
                let part = match mark.part {
                    Part::Source => 1,
                    Part::Cue => 3,
                    Part::Content => 5,
                };
                (part, mark.words.start, mark.words.end, mark.margin)
            })
            .collect();
        let kinds = |what: &dyn std::fmt::Display, words: &std::ops::Range<usize>, margin: i32| {
            (what.to_string(), words.start, words.end, margin)
        };
        let meetings: Vec<_> =
            marks.meetings.iter().map(|mark| kinds(&mark.what, &mark.words, mark.margin)).collect();
        let attendance: Vec<_> = marks
            .attendance
            .iter()
            .map(|mark| kinds(&mark.what, &mark.words, mark.margin))
            .collect();
        let id = file.file_stem().unwrap_or_default().to_string_lossy();
        let line = serde_json::json!({ "id": id, "who_said": who_said, "goals": marks.goals, "meetings": meetings, "attendance": attendance });
        writeln!(out, "{line}")?;
    }
    out.flush()?;
    let rate = |count: usize| {
        f64::from(u32::try_from(count).unwrap_or(u32::MAX)) / taken.as_secs_f64().max(1e-9)
    };
    eprintln!("{words} words, {:.0} a second, {:.2} MB/s", rate(words), rate(bytes) / 1e6);
    Ok(())
}
