//! One small document added and waited for, beside the same bytes appended and synced by hand.

use chancery::{Archive, DocumentInfo, Facts, Report};
use std::error::Error;
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::time::Instant;

const INSERTS: usize = 60;

/// Medians, in a folder of its own: an insert, the bare sync, and how long until a reader that is
/// open already sees it.
pub(crate) fn insert(folder: &Path) -> Result<String, Box<dyn Error>> {
    let place = folder.join("durable");
    let mut archive = Archive::open_or_create(&place)?;
    archive.add(note("first")?)?;
    archive.publish()?;
    let mut reader = Archive::open(&place)?;
    let register = place.join("register.log");
    let mut by_hand = OpenOptions::new().create(true).append(true).open(folder.join("by_hand"))?;
    let (mut ours, mut bare, mut seen) = (Vec::new(), Vec::new(), Vec::new());
    let mut written = vec![b'x'; 138];
    for i in 0..INSERTS {
        let report = note(&format!("note-{i}"))?;
        let id = report.id().clone();
        let before = fs::metadata(&register)?.len();
        let mut sync_by_hand = || -> std::io::Result<()> {
            let begun = Instant::now();
            by_hand.write_all(&written)?;
            by_hand.sync_data()?;
            bare.push(begun.elapsed().as_secs_f64() * 1e6);
            Ok(())
        };
        // By turns, for the second sync of two may find the disk awake.
        if i % 2 == 0 {
            sync_by_hand()?;
        }
        let begun = Instant::now();
        archive.add(report)?;
        ours.push(begun.elapsed().as_secs_f64() * 1e6);
        if i % 2 == 1 {
            sync_by_hand()?;
        }
        let bytes = fs::metadata(&register)?.len() - before;
        written.resize(usize::try_from(bytes)?, b'x');
        let begun = Instant::now();
        reader.refresh()?;
        assert!(reader.graph().report(&id).is_some(), "its graph tells of the document");
        seen.push(begun.elapsed().as_secs_f64() * 1e6);
    }
    let middle = |times: &mut Vec<f64>| {
        times.sort_by(f64::total_cmp);
        times[times.len() / 2]
    };
    let (ours, bare, seen) = (middle(&mut ours), middle(&mut bare), middle(&mut seen));
    Ok(format!(
        "durable insert of one document: {ours:.0} µs; the same bytes and one fdatasync: {bare:.0} µs; \
         ratio {:.2}; in the graph of a refreshed reader {seen:.0} µs later",
        ours / bare
    ))
}

fn note(id: &str) -> Result<Report, Box<dyn Error>> {
    let text =
        format!("{id}: France and Chad held talks in Paris on Tuesday, and agreed to meet again.");
    Ok(Report::new(Facts::empty(DocumentInfo::named(id.parse()?)), text)?)
}
