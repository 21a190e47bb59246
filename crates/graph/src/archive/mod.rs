mod batch;
mod known;
mod moment;
#[cfg(test)]
mod power_cut;
mod upkeep;
mod writer;

pub use batch::{Added, Batch};
pub use moment::Moment;
pub use upkeep::{Lost, Repaired, Verified};
pub use writer::{Durability, Writer};

use crate::register::{Disk, Files, Record, Register};
use crate::{Decision, Graph, Report, StoreError};
use chancery_model::DocumentId;
use chrono::{DateTime, Utc};
use known::Known;
use std::path::Path;
use std::sync::{Arc, OnceLock};

/// A folder that keeps reports, and the graph of them.
///
/// What [`Archive::add`] has acknowledged is on the disk, and stays readable whatever happens
/// after. Any number of processes may read; one at a time writes, and takes in first what others
/// have written.
///
/// ```
/// use chancery_graph::{Archive, Report};
/// use chancery_model::Facts;
/// # let folder = std::env::temp_dir().join(format!("chancery-{}-doc", std::process::id()));
/// # let _ = std::fs::remove_dir_all(&folder);
/// let mut archive = Archive::open_or_create(&folder)?;
/// let json = r#"{"document": {"id": "note", "title": null, "published": "2025-02-18", "source": null},
///                "entities": [{"id": "state:FR", "kind": "state", "name": "France", "mentions": [[0, 6]]}]}"#;
/// archive.add(vec![Report::new(Facts::from_json(json)?, "France waits.")?])?;
/// drop(archive);
///
/// let archive = Archive::open(&folder)?;
/// assert_eq!(archive.graph().named("FRANCE").len(), 1);
/// # std::fs::remove_dir_all(&folder)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Archive {
    register: Register,
    known: Known,
    /// Built when it is first asked for.
    graph: OnceLock<Graph>,
}

impl Archive {
    /// The archive in a folder.
    ///
    /// Nothing is written or locked, so an archive on read-only storage opens too. A last batch
    /// whose writing was interrupted is ignored.
    ///
    /// # Complexity
    /// O(what is in it).
    pub fn open(folder: impl AsRef<Path>) -> Result<Self, StoreError> {
        Self::open_on(Files::shared(), folder.as_ref())
    }

    /// An empty archive in a folder that has none. The folder is made if need be.
    pub fn create(folder: impl AsRef<Path>) -> Result<Self, StoreError> {
        Self::create_on(Files::shared(), folder.as_ref())
    }

    /// The archive in a folder, an empty one if there is none yet.
    pub fn open_or_create(folder: impl AsRef<Path>) -> Result<Self, StoreError> {
        let folder = folder.as_ref();
        if Register::is_in(&Files, folder)? { Self::open(folder) } else { Self::create(folder) }
    }

    fn open_on(disk: Arc<dyn Disk>, folder: &Path) -> Result<Self, StoreError> {
        let mut archive = Self::of(Register::open(disk, folder)?);
        archive.refresh()?;
        Ok(archive)
    }

    fn create_on(disk: Arc<dyn Disk>, folder: &Path) -> Result<Self, StoreError> {
        Ok(Self::of(Register::create(disk, folder)?))
    }

    fn of(register: Register) -> Self {
        Self { register, known: Known::default(), graph: OnceLock::new() }
    }

    /// Takes in what other processes have written meanwhile. Says whether there was anything.
    ///
    /// Until then an archive stays as it was read, whatever others write.
    ///
    /// # Complexity
    /// O(what was written meanwhile); O(what is in it) if something was [purged](Self::purge).
    pub fn refresh(&mut self) -> Result<bool, StoreError> {
        let news = self.register.read_on()?;
        let anew = news.anew && self.known != Known::default();
        if news.anew {
            self.known = Known::default();
        }
        let changed = anew || !news.batches.is_empty();
        for (records, recorded) in news.batches {
            self.take(records, recorded);
        }
        if changed {
            self.graph = OnceLock::new();
        }
        Ok(changed)
    }

    fn take(&mut self, records: Vec<Record>, recorded: i64) {
        for record in records {
            self.known.take(record, recorded);
        }
        self.graph = OnceLock::new();
    }

    /// After a failed write: what is in the register counts, not what was to be.
    fn reread(&mut self) {
        self.register.forget();
        // If it cannot be read either, the next refresh tells.
        let _ = self.refresh();
    }

    /// Locks it for writing, and takes in what others have written.
    ///
    /// That somebody else is writing is an error.
    pub fn writer(&mut self, durability: Durability) -> Result<Writer<'_>, StoreError> {
        Writer::new(self, durability)
    }

    /// Takes in reports, all or none of them, and waits until they are on the disk.
    ///
    /// A document whose id is there already takes the place of the earlier version if both have
    /// the same source, and is refused if not (unless the batch is [`Batch::replacing`]). One that
    /// is there with the same words, title, day and facts is passed over.
    ///
    /// # Complexity
    /// O(what is added); the graph is built anew when it is next asked for.
    pub fn add(&mut self, batch: impl Into<Batch>) -> Result<Added, StoreError> {
        self.writer(Durability::EachBatch)?.add(batch)
    }

    /// Withdraws a document, and with it whatever rests on it alone. Says whether it was there.
    ///
    /// The register keeps that it was there until now; to erase it, see [`Archive::purge`].
    pub fn retract(&mut self, document: &DocumentId) -> Result<bool, StoreError> {
        self.writer(Durability::EachBatch)?.retract(document)
    }

    /// Decides who is who. Of decisions that contradict each other the latest holds.
    ///
    /// Two nodes that are the same become one with the least of their names; any of them still
    /// finds it. It takes effect on every document, whenever it was learned.
    pub fn decide(&mut self, decision: Decision) -> Result<(), StoreError> {
        self.writer(Durability::EachBatch)?.decide(decision)
    }

    /// Takes a decision back, as though it had never been made. Says whether it was there.
    pub fn undo(&mut self, decision: Decision) -> Result<bool, StoreError> {
        self.writer(Durability::EachBatch)?.undo(decision)
    }

    /// The decisions that were made and not taken back, and when, the earliest first.
    pub fn decisions(&self) -> impl ExactSizeIterator<Item = (&Decision, DateTime<Utc>)> {
        let decisions = self.known.decisions().into_iter();
        decisions.map(|(it, at)| (it, DateTime::from_timestamp_millis(at).unwrap_or_default()))
    }

    /// The graph of everything that is in it.
    ///
    /// # Complexity
    /// O(1), after the first time: that is [`Graph::of`].
    pub fn graph(&self) -> &Graph {
        self.graph.get_or_init(|| self.known.graph())
    }

    /// The graph of what the archive knew at a time: documents learned by then and not yet
    /// withdrawn, each in the version of that time, with who is who as decided now.
    ///
    /// What was [purged](Self::purge) since is not in it. The texts are shared with the archive.
    ///
    /// # Complexity
    /// That of [`Graph::of`].
    pub fn as_of(&self, moment: impl Into<Moment>) -> Graph {
        self.known.as_of(moment.into())
    }

    /// The reports in it, by id.
    pub fn reports(&self) -> impl ExactSizeIterator<Item = &Report> {
        self.known.reports().map(|report| &**report)
    }

    /// The report of one document.
    pub fn report(&self, document: &DocumentId) -> Option<&Report> {
        self.known.report(document).map(|report| &**report)
    }
}
