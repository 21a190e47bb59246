use crate::register::{Record, Register};
use crate::{Graph, Report, StoreError};
use chancery_model::DocumentId;
use chrono::{DateTime, Utc};
use std::collections::BTreeMap;
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
    reports: BTreeMap<DocumentId, Arc<Report>>,
    /// Built when it is first asked for.
    graph: OnceLock<Graph>,
}

/// Reports to be taken in together: all of them, or none.
///
/// ```
/// use chancery_graph::Batch;
/// let batch = Batch::from(Vec::new()).replacing();
/// assert_eq!(batch, Batch::default().replacing());
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Batch {
    reports: Vec<Report>,
    recorded: Option<DateTime<Utc>>,
    replacing: bool,
}

/// What became of a batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Added {
    /// Documents that were not there before.
    pub new: usize,
    /// Documents that took the place of another version.
    pub replaced: usize,
    /// Documents that were there with the same words and facts, so nothing was written.
    pub unchanged: usize,
}

impl Batch {
    /// With one more report.
    #[must_use]
    pub fn with(mut self, report: Report) -> Self {
        self.reports.push(report);
        self
    }

    /// Recorded at this time rather than now; not before the last batch.
    #[must_use]
    pub fn recorded(mut self, at: DateTime<Utc>) -> Self {
        self.recorded = Some(at);
        self
    }

    /// In place of documents with the same id, though they are from another source.
    #[must_use]
    pub fn replacing(mut self) -> Self {
        self.replacing = true;
        self
    }
}

impl From<Vec<Report>> for Batch {
    fn from(reports: Vec<Report>) -> Self {
        Self { reports, ..Self::default() }
    }
}

impl From<Report> for Batch {
    fn from(report: Report) -> Self {
        vec![report].into()
    }
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
        let register = Register::open(folder.as_ref())?;
        let mut archive = Self { register, reports: BTreeMap::new(), graph: OnceLock::new() };
        archive.refresh()?;
        Ok(archive)
    }

    /// An empty archive in a folder that has none. The folder is made if need be.
    pub fn create(folder: impl AsRef<Path>) -> Result<Self, StoreError> {
        let register = Register::create(folder.as_ref())?;
        Ok(Self { register, reports: BTreeMap::new(), graph: OnceLock::new() })
    }

    /// The archive in a folder, an empty one if there is none yet.
    pub fn open_or_create(folder: impl AsRef<Path>) -> Result<Self, StoreError> {
        let folder = folder.as_ref();
        if Register::is_in(folder)? { Self::open(folder) } else { Self::create(folder) }
    }

    /// Takes in what other processes have written meanwhile. Says whether there was anything.
    pub fn refresh(&mut self) -> Result<bool, StoreError> {
        let reports = &mut self.reports;
        let mut news = false;
        let read = self.register.read_on(|batch| {
            news = true;
            for record in batch {
                match record {
                    Record::Report(report) => {
                        reports.insert(report.id().clone(), report);
                    }
                    Record::Retraction(document) => drop(reports.remove(&document)),
                    Record::Commit(_) => {}
                }
            }
        });
        if news {
            self.graph = OnceLock::new();
        }
        read.map(|()| news)
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
        let batch = batch.into();
        let lock = self.register.lock()?;
        self.refresh()?;
        let mut added = Added::default();
        let mut fresh: BTreeMap<DocumentId, Arc<Report>> = BTreeMap::new();
        let mut records = Vec::new();
        for report in batch.reports {
            let id = report.id();
            match fresh.get(id).or_else(|| self.reports.get(id)) {
                None => added.new += 1,
                Some(known) if **known == report => {
                    added.unchanged += 1;
                    continue;
                }
                Some(known) if batch.replacing || known.info().source == report.info().source => {
                    added.replaced += 1;
                }
                Some(known) => {
                    let named = |source: Option<&String>| {
                        source.map_or_else(|| "an unnamed source".to_owned(), Clone::clone)
                    };
                    return Err(StoreError::OtherSource {
                        document: id.clone(),
                        known: named(known.info().source.as_ref()),
                        given: named(report.info().source.as_ref()),
                    });
                }
            }
            let report = Arc::new(report);
            fresh.insert(report.id().clone(), Arc::clone(&report));
            records.push(Record::Report(report));
        }
        if !records.is_empty() {
            let recorded = self.now(batch.recorded)?;
            self.register.append(&lock, &records, recorded)?;
            self.reports.extend(fresh);
            self.graph = OnceLock::new();
        }
        Ok(added)
    }

    /// Withdraws a document, and with it whatever rests on it alone. Says whether it was there.
    ///
    /// The register keeps that it was there until now.
    pub fn retract(&mut self, document: &DocumentId) -> Result<bool, StoreError> {
        let lock = self.register.lock()?;
        self.refresh()?;
        if !self.reports.contains_key(document) {
            return Ok(false);
        }
        let recorded = self.now(None)?;
        self.register.append(&lock, &[Record::Retraction(document.clone())], recorded)?;
        self.reports.remove(document);
        self.graph = OnceLock::new();
        Ok(true)
    }

    /// The time that a batch is recorded at, in UTC milliseconds: never before the last one.
    fn now(&self, given: Option<DateTime<Utc>>) -> Result<i64, StoreError> {
        let last = self.register.recorded();
        match given.map(|given| given.timestamp_millis()) {
            Some(given) if given < last => Err(StoreError::Earlier { given, last }),
            Some(given) => Ok(given),
            // A clock that was put back does not put back what was learned.
            None => Ok(Utc::now().timestamp_millis().max(last)),
        }
    }

    /// The graph of everything that is in it.
    ///
    /// # Complexity
    /// O(1), after the first time: that is [`Graph::of`].
    pub fn graph(&self) -> &Graph {
        self.graph.get_or_init(|| Graph::built(self.reports.values().cloned().collect()))
    }

    /// The reports in it, by id.
    pub fn reports(&self) -> impl ExactSizeIterator<Item = &Report> {
        self.reports.values().map(|report| &**report)
    }

    /// The report of one document.
    pub fn report(&self, document: &DocumentId) -> Option<&Report> {
        self.reports.get(document).map(|report| &**report)
    }
}
