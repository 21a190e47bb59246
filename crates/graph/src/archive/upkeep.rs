use super::{Archive, Durability};
use crate::StoreError;
use crate::generation;
use crate::register::{Disk, Files, Piece, Record, Scan};
use chancery_model::DocumentId;
use std::ops::Range;
use std::path::Path;

/// What a register holds, and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Verified {
    /// The version of its format, if its header tells.
    pub format: Option<u16>,
    /// How many bytes it has.
    pub bytes: u64,
    /// Batches that are whole.
    pub batches: usize,
    /// Versions of documents, those replaced and withdrawn since included.
    pub reports: usize,
    /// Withdrawals of documents.
    pub retractions: usize,
    /// Decisions on who is who, made or taken back.
    pub decisions: usize,
    /// A last batch that was never finished, hence never acknowledged. It is no damage.
    pub torn: Option<Range<u64>>,
    /// What is not as it was written, in order. Empty if all is well.
    pub damage: Vec<Lost>,
    /// The numbers of its generations, the oldest first, and what is wrong with those that are not
    /// whole. They can be thrown away.
    pub generations: Vec<(u64, Option<String>)>,
}

/// Bytes of a register that do not hold what was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lost {
    /// Which bytes.
    pub bytes: Range<u64>,
    /// What is wrong with them.
    pub what: String,
}

/// What became of a damaged register.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Repaired {
    /// What was found in it.
    pub found: Verified,
    /// How many documents the new archive has.
    pub documents: usize,
}

impl Verified {
    /// Whether every byte is as it was written.
    pub fn is_sound(&self) -> bool {
        self.damage.is_empty() && self.generations.iter().all(|(_, wrong)| wrong.is_none())
    }
}

impl Archive {
    /// Checks every byte of an archive, of its register past damage too.
    ///
    /// An archive that opens may still be worth it: a disk that loses bytes does not stop at one.
    ///
    /// # Complexity
    /// O(bytes).
    pub fn verify(folder: impl AsRef<Path>) -> Result<Verified, StoreError> {
        let folder = folder.as_ref();
        let mut found = scanned(&Files, folder, |_| Ok(()))?;
        found.generations = generation::verified(&Files, folder);
        Ok(found)
    }

    /// Saves what can be saved of a damaged archive into a new one, in a folder that has none, and
    /// says what could not. The damaged one is left as it is.
    ///
    /// What the lost bytes held is not known: it may have been a withdrawal, and the document that
    /// was withdrawn is back then, or a decision.
    pub fn repair(
        damaged: impl AsRef<Path>,
        into: impl AsRef<Path>,
    ) -> Result<Repaired, StoreError> {
        let mut archive = Self::create(into)?;
        let mut writer = archive.writer(Durability::AtEnd)?;
        let mut last = i64::MIN;
        let found = scanned(&Files, damaged.as_ref(), |batch| {
            let recorded = batch.iter().map(|(_, recorded)| *recorded).max().unwrap_or(last);
            last = recorded.max(last);
            writer.save(whole_tables(batch.into_iter().map(|(record, _)| record)), last)
        })?;
        writer.publish()?;
        writer.finish()?;
        Ok(Repaired { found, documents: archive.reports().len() })
    }

    /// Erases every version of a withdrawn document from the register, for good. Says how many
    /// there were.
    ///
    /// The register is written anew without them, synced, and put in the place of the old one;
    /// that the document was withdrawn stays. What was known [as of](Self::as_of) an earlier time
    /// no longer tells of it. Copies elsewhere, and blocks that the system has not used again yet,
    /// are beyond its reach.
    ///
    /// # Complexity
    /// O(bytes of the register).
    pub fn purge(&mut self, document: &DocumentId) -> Result<usize, StoreError> {
        let mut writer = self.writer(Durability::EachBatch)?;
        if writer.archive().report(document).is_some() {
            return Err(StoreError::NotWithdrawn { document: document.clone() });
        }
        let versions = writer.archive().history()?.past_of(document);
        writer.remove_generations()?;
        writer.rewrite(|record| match record {
            Record::Report(report) => report.id() != document,
            Record::Rows(rows) => rows.id != *document,
            _ => true,
        })?;
        writer.publish()?;
        Ok(versions)
    }

    /// Writes the register anew in the newest format, without what interrupted writers left
    /// behind, and publishes the graph of it, the only one then. Says how many bytes the register
    /// lost.
    ///
    /// Everything that was ever known stays.
    ///
    /// # Complexity
    /// O(bytes of the register).
    pub fn compact(&mut self) -> Result<u64, StoreError> {
        let before = self.register.scan()?.len();
        let mut writer = self.writer(Durability::EachBatch)?;
        writer.rewrite(|_| true)?;
        writer.publish()?;
        writer.remove_other_generations();
        drop(writer);
        Ok(before.saturating_sub(self.register.scan()?.len()))
    }

    /// How many earlier versions of documents it keeps: those replaced and those withdrawn.
    pub fn past_versions(&self) -> usize {
        usize::try_from(self.known.past()).unwrap_or(usize::MAX)
    }
}

/// Records without the rows of tables of which a part is lost.
fn whole_tables(records: impl Iterator<Item = Record>) -> Vec<Record> {
    let mut kept: Vec<Record> = Vec::new();
    let mut parts = 0;
    for record in records {
        if let Record::Rows(rows) = &record {
            if rows.part as usize != parts {
                kept.truncate(kept.len() - parts);
                parts = 0;
            }
            if rows.part as usize != parts {
                continue;
            }
            parts = if rows.part.checked_add(1) == Some(rows.parts) { 0 } else { parts + 1 };
        } else {
            kept.truncate(kept.len() - parts);
            parts = 0;
        }
        kept.push(record);
    }
    kept.truncate(kept.len() - parts);
    kept
}

/// Goes through a register and hands on what can be saved, batch by batch.
fn scanned(
    disk: &dyn Disk,
    folder: &Path,
    mut save: impl FnMut(Vec<(Record, i64)>) -> Result<(), StoreError>,
) -> Result<Verified, StoreError> {
    let scan = Scan::new(disk, folder)?;
    let known = scan.edition.map_or(0, |edition| generation::told_up_to(disk, folder, edition));
    let mut scan = scan.known_up_to(known);
    let mut found = Verified { format: scan.found, bytes: scan.len(), ..Verified::default() };
    let mut batch = Vec::new();
    let mut last = i64::MIN;
    while let Some((bytes, piece)) = scan.next()? {
        let sound = found.damage.is_empty();
        let mut wrong = |what: String| found.damage.push(Lost { bytes: bytes.clone(), what });
        match piece {
            Piece::Frame { record, recorded } => {
                if recorded < last {
                    wrong("a frame was recorded before the one before".to_owned());
                }
                last = recorded.max(last);
                match record {
                    Record::Commit { count, .. } => {
                        if count as usize == batch.len() {
                            found.batches += 1;
                        } else if sound {
                            wrong("a batch lacks some of its frames".to_owned());
                        }
                        save(std::mem::take(&mut batch))?;
                        continue;
                    }
                    Record::Report(_) | Record::Table(_) => found.reports += 1,
                    Record::Rows(ref rows) => found.reports += usize::from(rows.part == 0),
                    Record::Retraction(_) => found.retractions += 1,
                    Record::Decision(_) | Record::Undo(_) => found.decisions += 1,
                }
                batch.push((record, recorded));
            }
            Piece::Damaged { what } => wrong(what),
            Piece::Torn => {
                // It was never acknowledged, so nobody misses it.
                batch.clear();
                found.torn = Some(bytes);
            }
        }
    }
    // What is left lacks the end of its batch: lost, if something was.
    if !batch.is_empty() && !found.damage.is_empty() {
        save(batch)?;
    }
    Ok(found)
}
