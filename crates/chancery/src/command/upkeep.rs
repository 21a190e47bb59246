//! An archive checked, saved, tidied, and parts of it erased.

use super::{Outcome, Stop, Tally};
use crate::args::{Repair, Retract, Upkeep};
use crate::print::{Printer, complain};
use chancery::{Archive, BadId, DocumentId, Verified};

/// Whether every byte is as it was written.
pub(crate) fn verify(args: &Upkeep, out: &mut Printer) -> Result<Outcome, Stop> {
    let found = Archive::verify(args.kept.folder())?;
    let Verified { bytes, batches, reports, retractions, decisions, .. } = found;
    out.raw(&format!(
        "{bytes} bytes: {batches} batches with {reports} versions of documents, \
         {retractions} withdrawals, {decisions} decisions"
    ))?;
    if let Some(torn) = &found.torn {
        out.raw(&format!(
            "bytes {} to {}: a batch that was never finished, hence never acknowledged",
            torn.start, torn.end
        ))?;
    }
    let outcome = told(&found, out)?;
    if outcome == Outcome::Answered {
        out.raw("sound: every byte is as it was written")?;
    }
    Ok(outcome)
}

/// Says what is wrong.
fn told(found: &Verified, out: &mut Printer) -> Result<Outcome, Stop> {
    for lost in &found.damage {
        out.raw(&format!("bytes {} to {}: {}", lost.bytes.start, lost.bytes.end, lost.what))?;
    }
    for (number, wrong) in &found.generations {
        if let Some(wrong) = wrong {
            out.raw(&format!("generation {number}: {wrong}; it can be removed"))?;
        }
    }
    Ok(if found.is_sound() { Outcome::Answered } else { Outcome::SomeFailed })
}

/// Saves what can be saved.
pub(crate) fn repair(args: &Repair, out: &mut Printer) -> Result<Outcome, Stop> {
    let repaired = Archive::repair(args.kept.folder(), &args.into)?;
    let documents = repaired.documents;
    out.raw(&format!("{documents} documents saved into {}", args.into.display()))?;
    let outcome = told(&repaired.found, out)?;
    if outcome != Outcome::Answered {
        complain(
            "what the lost bytes held is not known: a document that was withdrawn may be back, \
             and a decision may be gone",
        );
    }
    Ok(outcome)
}

/// Writes the register anew.
pub(crate) fn compact(args: &Upkeep, out: &mut Printer) -> Result<Outcome, Stop> {
    let saved = Archive::open(args.kept.folder())?.compact()?;
    out.raw(&format!("{saved} bytes saved"))?;
    Ok(Outcome::Answered)
}

/// Erases withdrawn documents.
pub(crate) fn purge(args: &Retract, out: &mut Printer) -> Result<Outcome, Stop> {
    let mut archive = Archive::open(args.kept.folder())?;
    let mut tally = Tally::default();
    for typed in &args.documents {
        let id: DocumentId = typed.parse().map_err(|error: BadId| Stop::Told(error.to_string()))?;
        let erased = archive.purge(&id).map_err(Stop::from).and_then(|versions| match versions {
            0 => Err(Stop::Told(format!("no withdrawn document {id} in the archive"))),
            versions => Ok(versions),
        });
        match erased {
            Ok(versions) => {
                out.raw(&format!("{id} is erased (versions: {versions})"))?;
                tally.done += 1;
            }
            Err(stop) => {
                complain(stop);
                tally.failed += 1;
            }
        }
    }
    Ok(tally.outcome())
}
