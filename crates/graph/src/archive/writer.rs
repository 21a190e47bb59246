use super::{Added, Archive, Batch};
use crate::register::{Lock, Record, rows};
use crate::report::Document;
use crate::{Decision, StoreError};
use chancery_model::DocumentId;
use chrono::{DateTime, Utc};
use std::collections::BTreeMap;
use std::sync::Arc;

/// When a writer waits for the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Durability {
    /// After each batch. What a call has returned from stays, whatever happens after.
    #[default]
    EachBatch,
    /// In [`Writer::finish`]. Faster for a bulk load that can be begun again: until then a power
    /// cut may take any of the last batches, though never part of one. (The end of the process
    /// alone takes nothing.)
    AtEnd,
}

/// The only writer of an archive, for as long as it lives.
///
/// [`Archive::add`] and its like make one for each call. Whoever writes a lot holds one: others are
/// kept out in between, and the file stays open.
///
/// ```
/// use chancery_graph::{Archive, Durability, StoreError};
/// # let folder = std::env::temp_dir().join(format!("chancery-{}-writer", std::process::id()));
/// # let _ = std::fs::remove_dir_all(&folder);
/// let mut archive = Archive::open_or_create(&folder)?;
/// let mut writer = archive.writer(Durability::AtEnd)?;
/// writer.add(Vec::new())?;
/// assert!(matches!(Archive::open(&folder)?.add(Vec::new()), Err(StoreError::Locked { .. })));
/// writer.finish()?;
/// # std::fs::remove_dir_all(&folder)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
#[must_use = "the archive is locked for as long as it lives"]
pub struct Writer<'a> {
    pub(super) archive: &'a mut Archive,
    lock: Lock,
    durability: Durability,
}

impl<'a> Writer<'a> {
    pub(super) fn new(
        archive: &'a mut Archive,
        durability: Durability,
    ) -> Result<Self, StoreError> {
        let mut lock = archive.register.lock()?;
        if !archive.register.is_read(&mut lock) {
            archive.refresh()?;
        }
        Ok(Self { archive, lock, durability })
    }

    /// The archive as it is with what was written so far.
    pub fn archive(&self) -> &Archive {
        self.archive
    }

    /// [`Archive::add`].
    pub fn add(&mut self, batch: impl Into<Batch>) -> Result<Added, StoreError> {
        let batch = batch.into();
        let mut added = Added::default();
        let mut fresh: BTreeMap<DocumentId, Document> = BTreeMap::new();
        let mut records = Vec::new();
        let reports = batch.reports.into_iter().map(|report| Document::from(Arc::new(report)));
        for document in reports.chain(batch.tables.into_iter().map(Document::from)) {
            let (id, info) = (document.report.id(), document.report.info());
            let known = match fresh.get(id) {
                Some(known) => Some(known.clone()),
                None => self.archive.known.report(id).map(|report| Document {
                    report: Arc::clone(report),
                    table: self.archive.known.table(id),
                }),
            };
            match known {
                None => added.new += 1,
                Some(known) if known == document => {
                    added.unchanged += 1;
                    continue;
                }
                Some(known) if batch.replacing || known.report.info().source == info.source => {
                    added.replaced += 1;
                }
                Some(known) => {
                    let named = |source: Option<&String>| {
                        source.map_or_else(|| "an unnamed source".to_owned(), Clone::clone)
                    };
                    return Err(StoreError::OtherSource {
                        document: id.clone(),
                        known: named(known.report.info().source.as_ref()),
                        given: named(info.source.as_ref()),
                    });
                }
            }
            records.push(match &document.table {
                Some(table) => Record::Table(Arc::clone(table)),
                None => Record::Report(Arc::clone(&document.report)),
            });
            fresh.insert(id.clone(), document);
        }
        let recorded = self.now(batch.recorded)?;
        self.write(records, recorded)?;
        Ok(added)
    }

    /// [`Archive::retract`].
    pub fn retract(&mut self, document: &DocumentId) -> Result<bool, StoreError> {
        if self.archive.known.report(document).is_none() {
            return Ok(false);
        }
        let recorded = self.now(None)?;
        self.write(vec![Record::Retraction(document.clone())], recorded)?;
        Ok(true)
    }

    /// [`Archive::decide`].
    pub fn decide(&mut self, decision: Decision) -> Result<(), StoreError> {
        let decision = checked(decision)?;
        // Later than any other, so that there is no doubt which one holds.
        let recorded = self.now(None)?;
        let last = self.archive.known.decisions().last().map(|(_, at)| *at);
        let recorded = last.map_or(recorded, |last| recorded.max(last.saturating_add(1)));
        self.write(vec![Record::Decision(decision)], recorded)
    }

    /// [`Archive::undo`].
    pub fn undo(&mut self, decision: Decision) -> Result<bool, StoreError> {
        let decision = checked(decision)?;
        if !self.archive.known.is_decided(&decision) {
            return Ok(false);
        }
        let recorded = self.now(None)?;
        self.write(vec![Record::Undo(decision)], recorded)?;
        Ok(true)
    }

    /// Waits until all that was written is on the disk.
    ///
    /// A writer that is merely dropped waits as well, but cannot say if that fails.
    pub fn finish(mut self) -> Result<(), StoreError> {
        self.sync()?;
        self.publish_if_due(false);
        Ok(())
    }

    pub(super) fn sync(&mut self) -> Result<(), StoreError> {
        let done = self.archive.register.sync(&mut self.lock);
        if done.is_err() {
            // If it cannot be read either, the next refresh tells.
            let _ = self.archive.reread();
        }
        done
    }

    /// Writes records that were recorded before, as they were.
    pub(super) fn save(&mut self, records: Vec<Record>, recorded: i64) -> Result<(), StoreError> {
        self.write(records, recorded)
    }

    /// Writes the register anew without some records.
    pub(super) fn rewrite(&mut self, keep: impl FnMut(&Record) -> bool) -> Result<(), StoreError> {
        let done = self.archive.register.rewrite(&mut self.lock, keep);
        // Every document lies elsewhere now.
        let read = self.archive.reread();
        done.and(read)
    }

    fn write(&mut self, records: Vec<Record>, recorded: i64) -> Result<(), StoreError> {
        if records.is_empty() {
            return Ok(());
        }
        let register = &mut self.archive.register;
        let edition = register.edition();
        match register.append(&mut self.lock, &records, recorded, self.durability) {
            // It was of an older version, and every document lies elsewhere now.
            Ok(_) if self.archive.register.edition() != edition => self.archive.reread(),
            Ok(places) => {
                let batch = records.into_iter().zip(places);
                let batch = batch.map(|(record, at)| (self.set_aside(record, at), at)).collect();
                let Some(joined) = rows::joined(batch) else {
                    return self.archive.reread();
                };
                self.archive.take(joined, recorded);
                Ok(())
            }
            Err(error) => {
                // If it cannot be read either, the next refresh tells.
                let _ = self.archive.reread();
                Err(error)
            }
        }
    }

    /// A record that was written, without the words of a large table: there they lie as well.
    fn set_aside(&self, record: Record, at: u64) -> Record {
        match record {
            Record::Table(table) if table.report().text().len() > LARGE => {
                let texts = self.archive.register.texts();
                // It is written, so it is known, and where it cannot be read again it is kept.
                Record::Table(texts.map_or(table.clone(), |it| Arc::new(table.lying(it, at))))
            }
            record => record,
        }
    }

    /// The time that a batch is recorded at, in UTC milliseconds: never before the last one.
    fn now(&self, given: Option<DateTime<Utc>>) -> Result<i64, StoreError> {
        let last = self.archive.register.recorded();
        match given.map(|given| given.timestamp_millis()) {
            Some(given) if given < last => Err(StoreError::Earlier { given, last }),
            Some(given) => Ok(given),
            // A clock that was put back does not put back what was learned.
            None => Ok(Utc::now().timestamp_millis().max(last)),
        }
    }
}

impl Drop for Writer<'_> {
    fn drop(&mut self) {
        if self.durability == Durability::AtEnd && self.archive.register.is_unsynced() {
            let _ = self.sync();
        }
    }
}

/// A table of more bytes than these is not kept in memory beside the register.
const LARGE: usize = if cfg!(test) { 64 } else { 1 << 24 };

/// How many bytes a name that somebody decides on may have: as many as an id.
const LONGEST_NAME: usize = 1000;

fn checked(decision: Decision) -> Result<Decision, StoreError> {
    if let Decision::Name(node, name) = &decision
        && name.len() > LONGEST_NAME
    {
        let what = "a name has at most 1,000 bytes";
        return Err(StoreError::Decision { decision: node.to_string(), what });
    }
    let told = decision.to_string();
    decision.checked().map_err(|what| StoreError::Decision { decision: told, what })
}

#[cfg(test)]
mod tests {
    use crate::{Archive, Durability, Table, TableForm};
    use chancery_model::{DocumentId, DocumentInfo, EntityId, EntityKind};
    use std::fs::{self, OpenOptions};

    #[test]
    fn the_words_of_a_large_table_are_read_from_the_register_and_missed_where_it_lost_them() {
        let folder = std::env::temp_dir().join(format!("chancery-lying-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        let rows = "France\tConsult\tGermany\t2014-01-02\n".repeat(9);
        let id: DocumentId = "t".parse().expect("an id");
        let info =
            DocumentInfo { id: id.clone(), title: None, published: None, source: None, text: None };
        let who = |name: &str| EntityId::named(EntityKind::Organization, name);
        let table = || Table::new(info.clone(), TableForm::Plain, &*rows, who).expect("readable");
        let mut archive = Archive::create(&folder).expect("an archive");
        let mut writer = archive.writer(Durability::EachBatch).expect("the only one");
        writer.add(table()).expect("added");
        assert_eq!(writer.add(table()).expect("known").unchanged, 1);
        drop(writer);
        assert_eq!(archive.report(&id).map(crate::Report::text), Some(&*rows));
        assert!(archive.trouble().is_none());
        archive.publish().expect("published");
        assert_eq!(archive.graph().text(&id), Some(&*rows));

        let _ = fs::remove_dir_all(&folder);
        let mut archive = Archive::create(&folder).expect("an archive");
        archive.add(table()).expect("added");
        let register = OpenOptions::new().write(true).open(folder.join("register.log"));
        register.and_then(|file| file.set_len(20)).expect("cut");
        assert!(archive.graph().relation_count() > 0 && archive.trouble().is_none(), "not read");
        assert_eq!(archive.report(&id).map(crate::Report::text), Some(""));
        assert!(archive.trouble().is_some());
        fs::remove_dir_all(&folder).expect("removed");
    }
}
