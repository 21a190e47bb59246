mod batch;
mod known;
mod moment;
#[cfg(test)]
mod power_cut;
mod publish;
mod settled;
mod shards;
mod upkeep;
mod writer;

pub use batch::{Added, Batch};
pub use moment::Moment;
pub use upkeep::{Lost, Repaired, Verified};
pub use writer::{Durability, Writer};

use crate::generation::{self, RULES, Stored, TextSource};
use crate::register::{Disk, Files, Placed, Register};
use crate::{Decision, Generation, GenerationError, Graph, Report, StoreError};
use chancery_model::DocumentId;
use chrono::{DateTime, Utc};
use known::Known;
use settled::Settled;
use std::ops::Range;
use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

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
    /// Made when it is first asked for.
    graph: OnceLock<Graph>,
    /// Who is who beyond the generation, kept up from graph to graph.
    settled: Mutex<Option<Settled>>,
    /// The last graphs of earlier versions, the latest last.
    then: Mutex<Vec<Then>>,
    /// Whether the newest generation was made by another version.
    outdated: bool,
}

/// How many graphs of earlier versions are kept: whoever compares looks at two times by turns.
const THEN: usize = 2;

/// The archive with the versions of a time in the place of those of today.
#[derive(Debug, Clone)]
struct Then {
    /// Where these lie in the register.
    places: Vec<u64>,
    known: Known,
    graph: Graph,
}

impl Archive {
    /// The archive in a folder.
    ///
    /// Its graph lies in the newest generation, and what the register has beyond that is read.
    /// Nothing is written to it or locked, so an archive on read-only storage opens too. A last
    /// batch whose writing was interrupted is ignored.
    ///
    /// # Errors
    /// [`StoreError::NotAnArchive`] where there is none yet: [`open_or_create`](Self::open_or_create)
    /// makes one, and so does `chancery load`.
    ///
    /// # Complexity
    /// O(1) where the generation was verified before, and O(bytes) at the speed of memory the first
    /// time; beside what the register has beyond it.
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
        archive.adopt()?;
        archive.refresh()?;
        Ok(archive)
    }

    fn create_on(disk: Arc<dyn Disk>, folder: &Path) -> Result<Self, StoreError> {
        Ok(Self::of(Register::create(disk, folder)?))
    }

    fn of(register: Register) -> Self {
        let (graph, settled, then) = (OnceLock::new(), Mutex::new(None), Mutex::default());
        let known = Known::default();
        Self { register, known, graph, settled, then, outdated: false }
    }

    /// Goes over to the newest generation that is whole and was made of this register, if it is
    /// newer than the one in use.
    fn adopt(&mut self) -> Result<bool, StoreError> {
        let (disk, folder) = (Arc::clone(self.register.disk()), self.register.folder().to_owned());
        let known = self.known.base().map_or(0, |base| base.generation().number());
        for (_, opened) in generation::numbered_newest(&*disk, &folder, known) {
            // One that is not whole, or of another version, is of no account: the register is.
            let generation = match opened {
                Ok(generation) => generation,
                Err(error) => {
                    self.outdated |= matches!(error, GenerationError::OtherVersion { .. });
                    continue;
                }
            };
            let Some(cover) = generation.cover() else { continue };
            if cover.rules != RULES {
                self.outdated = true;
                continue;
            }
            if self.register.resume(&cover, generation.path())? {
                let texts = self.register.texts()?;
                self.known =
                    Known::beyond(Arc::new(Stored::new(generation, TextSource::Register(texts))));
                self.outdated = false;
                self.changed();
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Takes in what other processes have written meanwhile. Says whether there was anything.
    ///
    /// Until then an archive stays as it was read, whatever others write.
    ///
    /// # Complexity
    /// O(what was written meanwhile); O(what is in it) if something was [purged](Self::purge).
    pub fn refresh(&mut self) -> Result<bool, StoreError> {
        let changed = self.read_on()?;
        // Others may have published what lies beyond the generation in use.
        if changed && !self.known.is_told_by_base() && self.adopt()? {
            self.read_on()?;
        }
        Ok(changed)
    }

    fn read_on(&mut self) -> Result<bool, StoreError> {
        let news = self.register.read_on()?;
        let anew = news.anew && !self.known.is_nothing();
        if news.anew {
            self.known = Known::default();
        }
        let changed = anew || !news.batches.is_empty();
        for (records, recorded) in news.batches {
            self.take(records, recorded);
        }
        if changed {
            self.changed();
        }
        Ok(changed)
    }

    fn take(&mut self, records: impl IntoIterator<Item = Placed>, recorded: i64) {
        for (record, at) in records {
            self.known.take(record, recorded, at);
        }
        self.changed();
    }

    fn changed(&mut self) {
        self.graph = OnceLock::new();
        self.then = Mutex::default();
    }

    /// After a failed write: what is in the register counts, not what was to be.
    fn reread(&mut self) -> Result<(), StoreError> {
        self.register.forget();
        let before = std::mem::take(&mut self.known);
        self.changed();
        let read = self.adopt().and_then(|_| self.read_on().map(drop));
        if read.is_err() {
            // What was known is still what was read last.
            self.register.forget();
            self.known = before;
            self.changed();
        }
        read
    }

    /// All that was ever known, read from the register.
    fn history(&self) -> Result<Known, StoreError> {
        if self.known.base().is_none() {
            return Ok(self.known.clone());
        }
        let mut known = Known::default();
        for (records, recorded) in self.register.again().read_on()?.batches {
            for (record, at) in records {
                known.take(record, recorded, at);
            }
        }
        Ok(known)
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
    /// O(what is added); see [`Archive::graph`] for when it is next asked for.
    pub fn add(&mut self, batch: impl Into<Batch>) -> Result<Added, StoreError> {
        let batch = batch.into();
        let in_bulk = batch.in_bulk;
        let mut writer = self.writer(Durability::EachBatch)?;
        let added = writer.add(batch)?;
        writer.publish_if_due(in_bulk);
        Ok(added)
    }

    /// Withdraws a document, and with it whatever rests on it alone. Says whether it was there.
    ///
    /// The register keeps that it was there until now; to erase it, see [`Archive::purge`].
    pub fn retract(&mut self, document: &DocumentId) -> Result<bool, StoreError> {
        self.written(|writer| writer.retract(document))
    }

    /// Decides who is who. Of decisions that contradict each other the latest holds.
    ///
    /// Two nodes that are the same become one with the least of their names; any of them still
    /// finds it. It takes effect on every document, whenever it was learned.
    pub fn decide(&mut self, decision: Decision) -> Result<(), StoreError> {
        self.written(|writer| writer.decide(decision))
    }

    /// Takes a decision back, as though it had never been made. Says whether it was there.
    pub fn undo(&mut self, decision: Decision) -> Result<bool, StoreError> {
        self.written(|writer| writer.undo(decision))
    }

    /// Writes, and publishes if it is time to.
    fn written<T>(
        &mut self,
        write: impl FnOnce(&mut Writer) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let mut writer = self.writer(Durability::EachBatch)?;
        let done = write(&mut writer)?;
        writer.publish_if_due(false);
        Ok(done)
    }

    /// The decisions that were made and not taken back, and when, the earliest first.
    pub fn decisions(&self) -> impl ExactSizeIterator<Item = (&Decision, DateTime<Utc>)> {
        let decisions = self.known.decisions().into_iter();
        decisions.map(|(it, at)| (it, DateTime::from_timestamp_millis(at).unwrap_or_default()))
    }

    /// The graph of everything that is in it.
    ///
    /// # Complexity
    /// O(1) where a generation tells all of it, and after the first time. Where documents or
    /// decisions lie beyond one, O(people and meetings in all) once, and then O(what they touch);
    /// without one, or with tables beyond it that a [`Writer`] has not finished, that of
    /// [`Graph::of`].
    pub fn graph(&self) -> &Graph {
        self.graph.get_or_init(|| {
            let mut settled = self.settled.lock().unwrap_or_else(PoisonError::into_inner);
            self.known.graph(&mut settled)
        })
    }

    /// What the archive knew at a time: documents learned by then and not yet withdrawn, each in
    /// the version of that time.
    ///
    /// Where no document was replaced or withdrawn since, it is a look at [`Archive::graph`] and no
    /// copy of it: the same nodes with the same numbers, of which the relations and words that were
    /// learned later are hidden. Where some were, it is such a look at the graph in which the
    /// versions of that time stand in the place of those of today, whose nodes have numbers of
    /// their own. A relation has the
    /// evidence of that time, and the days and titles that this tells; a meeting is told as its
    /// reports had it then. Who is who, and what entities are called, is as it is today, of all
    /// documents that are in it. A node of which nobody had told then keeps its number and is in
    /// [`Graph::all_nodes`], without relations; it is not [found](Graph::find), not
    /// [listed](Graph::node_ids), and no name means it.
    ///
    /// What was [purged](Self::purge) since is not in it.
    ///
    /// # Complexity
    /// O(versions that were replaced or withdrawn since records began), of which those known then
    /// are read and put in like documents beyond a generation (see [`Archive::graph`]): where one
    /// is a table, or they are more than a quarter of all documents, that of [`Graph::of`] all. The
    /// last two graphs of that kind are kept until something is written. Where none was known then,
    /// nothing is read. Then each row is looked through when it is first asked for, in
    /// O(log documents) a piece of evidence; the first question about parts of a meeting asks of
    /// all meetings that several documents tell of which of these were told of before and after.
    pub fn as_of(&self, moment: impl Into<Moment>) -> Result<Graph, StoreError> {
        let moment = moment.into();
        let places = self.known.earlier_at(moment);
        if places.is_empty() {
            return Ok(self.graph().clone().known(self.known.known_at(moment)));
        }
        let then = self.with_versions_at(places, moment)?;
        Ok(then.graph.known(then.known.known_at(moment)))
    }

    /// With the versions of a time, which lie in these places.
    fn with_versions_at(&self, places: Vec<u64>, moment: Moment) -> Result<Then, StoreError> {
        let kept = || self.then.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(then) = kept().iter().find(|it| it.places == places) {
            return Ok(then.clone());
        }
        let known = self.known.with_versions_of(moment)?;
        let mut settled = self.settled.lock().unwrap_or_else(PoisonError::into_inner);
        let graph = known.graph(&mut settled);
        drop(settled);
        let then = Then { places, known, graph };
        let mut kept = kept();
        if kept.len() >= THEN {
            kept.remove(0);
        }
        kept.push(then.clone());
        Ok(then)
    }

    /// The reports in it, by id; each is read when its turn comes.
    pub fn reports(&self) -> impl ExactSizeIterator<Item = &Report> {
        self.known.reports().map(|report| &**report)
    }

    /// The report of one document.
    pub fn report(&self, document: &DocumentId) -> Option<&Report> {
        self.known.report(document).map(|report| &**report)
    }

    /// Whether a document is a table of events.
    pub fn is_table(&self, document: &DocumentId) -> bool {
        self.known.is_table(document)
    }

    /// The newest generation, for walks at the speed of memory: it tells what the register had
    /// when it was [published](Self::publish).
    pub fn generation(&self) -> Option<&Generation> {
        self.known.base().map(|base| base.generation())
    }

    /// Whether the newest generation was made by another version of this crate, by which somebody
    /// else may be meant by a name: then the graph is made anew of the whole register, until it is
    /// [published](Self::publish) again.
    pub const fn is_outdated(&self) -> bool {
        self.outdated
    }

    /// The first document that could not be read from the register since the archive was opened:
    /// it is without words in every answer. None, unless the disk lost bytes that it once had.
    pub fn trouble(&self) -> Option<&StoreError> {
        self.known.trouble()
    }

    /// Bytes at the end of the register that are no whole batch: somebody is writing it, or was
    /// interrupted. They are of no account.
    pub fn unfinished(&self) -> Result<Option<Range<u64>>, StoreError> {
        self.register.beyond()
    }
}
