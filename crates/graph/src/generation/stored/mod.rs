//! A graph that lies in a generation: a node, a relation or a text is read when it is first asked
//! for, and opening it costs nothing.
//!
//! Its nodes are numbered by kind and name, as those of every graph; a relation is numbered by its
//! place among the columns, at the node that it starts from.

mod nodes;
mod relations;

use super::section::Section;
use super::{Cover, FILE, FOLDER, Generation, GenerationError, Spoken, Trust, numbers, tell};
use crate::identity::{self, Gist, WhoIsWho};
use crate::lazy::Lazy;
use crate::register::{Disk, Texts};
use crate::report::Document;
use crate::{
    Decision, Node, NodeId, NodeKind, NodeName, Relation, RelationId, RelationKind, Report,
    StoreError,
};
use chancery_model::{DocumentId, DocumentInfo, Facts};
use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;
use std::sync::{Arc, OnceLock};

const KINDS: usize = RelationKind::ALL.len();

/// A graph in a generation.
pub(crate) struct Stored {
    generation: Generation,
    cover: Cover,
    /// Where the texts are read from.
    texts: Source,
    nodes: Lazy<Told>,
    relations: Lazy<Relation>,
    /// The relations of a kind that start, or end, at a node.
    from: Lazy<Box<[RelationId]>>,
    to: Lazy<Box<[RelationId]>>,
    rows: Lazy<Box<[Relation]>>,
    outgoing: Lazy<Box<[RelationId]>>,
    incoming: Lazy<Box<[RelationId]>>,
    pub(crate) said: Lazy<Box<[Spoken]>>,
    documents: Lazy<Option<DocumentId>>,
    reports: Lazy<Arc<Report>>,
    of_kinds: [OnceLock<Vec<Relation>>; KINDS],
    all_nodes: OnceLock<Vec<Node>>,
    all_relations: OnceLock<Vec<Relation>>,
    decisions: OnceLock<Vec<(Decision, i64)>>,
    who: OnceLock<Arc<WhoIsWho>>,
    /// The first text that could not be read.
    trouble: OnceLock<StoreError>,
}

/// Where texts are read from.
pub(crate) enum Source {
    /// The register.
    Register(Texts),
    /// They are in memory, by the ids of documents.
    Memory(Vec<Arc<Report>>),
}

/// A node and its other names.
struct Told {
    node: Node,
    others: Vec<NodeName>,
}

impl fmt::Debug for Stored {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Stored")
            .field("generation", &self.generation.number())
            .finish_non_exhaustive()
    }
}

/// The generations of an archive's folder above a number, the newest first, each opened when its
/// turn comes.
pub(crate) fn numbered_newest<'a>(
    disk: &'a dyn Disk,
    archive: &'a Path,
    above: u64,
) -> impl Iterator<Item = (u64, Result<Generation, GenerationError>)> + 'a {
    let found = numbers(disk, &archive.join(FOLDER)).unwrap_or_default();
    found
        .into_iter()
        .rev()
        .take_while(move |number| *number > above)
        .map(move |number| (number, Generation::open_on(disk, archive, number, Trust::Stamped)))
}

/// Up to which byte of a register's edition the generations of a folder tell, whoever made them.
pub(crate) fn told_up_to(disk: &dyn Disk, archive: &Path, edition: u16) -> u64 {
    let opened = numbered_newest(disk, archive, 0).filter_map(|(_, opened)| opened.ok()?.cover());
    opened.filter(|cover| cover.edition == edition).map(|cover| cover.length).max().unwrap_or(0)
}

/// Takes the generations below a number away, as far as that can be.
pub(crate) fn remove_before(disk: &dyn Disk, archive: &Path, number: u64) {
    let folder = archive.join(FOLDER);
    for old in numbers(disk, &folder).unwrap_or_default().into_iter().take_while(|it| *it < number)
    {
        let _ = disk.remove_folder(&folder.join(format!("{old:06}")));
    }
}

/// The generations of an archive's folder, the oldest first, and what is wrong with each. Nothing is
/// wrong with one of another version, which nobody here can judge.
pub(crate) fn verified(disk: &dyn Disk, archive: &Path) -> Vec<(u64, Option<String>)> {
    let found = numbers(disk, &archive.join(FOLDER)).unwrap_or_default();
    let verified = |number: u64| {
        let opened = Generation::open_on(disk, archive, number, Trust::Nothing);
        let wrong = opened.err().filter(|it| !matches!(it, GenerationError::OtherVersion { .. }));
        (number, wrong.map(|error| error.to_string()))
    };
    // Without a file it was published by half.
    let file = |number: &u64| archive.join(FOLDER).join(format!("{number:06}")).join(FILE);
    let whole = |number: &u64| disk.exists(&file(number)).unwrap_or(true);
    found.into_iter().filter(whole).map(verified).collect()
}

impl Generation {
    /// Up to where a register is told in it; nowhere, if it was not made of one.
    pub(crate) fn cover(&self) -> Option<Cover> {
        Cover::read(self.column(Section::Cover)).filter(|cover| cover.length > 0)
    }
}

impl Stored {
    pub(crate) fn new(generation: Generation, texts: Source) -> Self {
        let nodes = generation.view().node_count();
        let places = generation.view().targets.len();
        let documents = generation.shape.range(NodeKind::Document).len();
        Self {
            cover: generation.cover().unwrap_or_default(),
            texts,
            nodes: Lazy::new(nodes),
            relations: Lazy::new(places),
            from: Lazy::new(nodes * KINDS),
            to: Lazy::new(nodes * KINDS),
            rows: Lazy::new(nodes * KINDS),
            outgoing: Lazy::new(nodes),
            incoming: Lazy::new(nodes),
            said: Lazy::new(nodes),
            documents: Lazy::new(documents),
            reports: Lazy::new(documents),
            of_kinds: Default::default(),
            all_nodes: OnceLock::new(),
            all_relations: OnceLock::new(),
            decisions: OnceLock::new(),
            who: OnceLock::new(),
            trouble: OnceLock::new(),
            generation,
        }
    }

    pub(crate) const fn generation(&self) -> &Generation {
        &self.generation
    }

    /// Up to where the register is told in it.
    pub(crate) const fn cover(&self) -> Cover {
        self.cover
    }

    /// The first text that could not be read from the register, if one could not.
    pub(crate) fn trouble(&self) -> Option<&StoreError> {
        self.trouble.get()
    }

    /// Who is who in it, read when it is first asked for.
    pub(crate) fn who(&self) -> &Arc<WhoIsWho> {
        self.who.get_or_init(|| {
            let bytes = self.generation.sections.bytes(&self.generation.map, Section::Who);
            // Only bytes that were changed after they were verified are none.
            let who = identity::who_in(bytes, &|place| self.document(place));
            Arc::new(who.unwrap_or_default())
        })
    }

    /// What its documents tell of people and meetings in short.
    pub(crate) fn gists(&self) -> BTreeMap<DocumentId, Arc<Gist>> {
        let bytes = self.generation.sections.bytes(&self.generation.map, Section::Gists);
        let gists = identity::gists_in(bytes).unwrap_or_default();
        let document = |(place, gist)| Some((self.document(place)?, Arc::new(gist)));
        (0_u32..).zip(gists).filter_map(document).collect()
    }

    /// What was decided, and when, in the order in which it counts.
    pub(crate) fn decisions(&self) -> &[(Decision, i64)] {
        self.decisions.get_or_init(|| {
            let bytes = self.generation.sections.bytes(&self.generation.map, Section::Decisions);
            tell::decisions_in(bytes).unwrap_or_default()
        })
    }

    pub(crate) fn document(&self, place: u32) -> Option<DocumentId> {
        let range = self.kind_range(NodeKind::Document);
        let made = self.documents.get(place as usize, || {
            let inner = NodeId::new(range.start.checked_add(place as usize)?);
            let name = self.generation.name(inner)?;
            name.as_str().strip_prefix("document:")?.parse().ok()
        });
        made.cloned().flatten()
    }

    pub(crate) fn document_count(&self) -> usize {
        self.kind_range(NodeKind::Document).len()
    }

    /// The place of a document among all.
    pub(crate) fn document_place(&self, id: &DocumentId) -> Option<usize> {
        let inner = self.generation.find(NodeName::from(id).as_str())?;
        inner.index().checked_sub(self.kind_range(NodeKind::Document).start)
    }

    /// Where the register has a document, and when it was learned.
    pub(crate) fn learned(&self, place: usize) -> Option<(u64, i64)> {
        let all = self.generation.column::<[u64; 2]>(Section::Documents);
        all.get(place).map(|[at, learned]| (*at, learned.cast_signed()))
    }

    /// The register that it was made of, if it was made of one.
    pub(crate) const fn texts(&self) -> Option<&Texts> {
        match &self.texts {
            Source::Register(texts) => Some(texts),
            Source::Memory(_) => None,
        }
    }

    /// The document in a place as the register has it, read anew.
    pub(crate) fn document_at(&self, place: usize) -> Option<Document> {
        self.read(place, Texts::document)
    }

    fn read<T>(
        &self,
        place: usize,
        read: impl FnOnce(&Texts, u64) -> Result<T, StoreError>,
    ) -> Option<T> {
        match read(self.texts()?, self.learned(place)?.0) {
            Ok(read) => Some(read),
            Err(error) => {
                let _ = self.trouble.set(error);
                None
            }
        }
    }

    /// Whether the document in a place is a table.
    pub(crate) fn is_table(&self, place: usize) -> bool {
        let id = u32::try_from(place).ok().and_then(|place| self.document(place));
        let tables = self.generation.tables();
        id.is_some_and(|id| tables.iter().any(|(_, name)| *name == id.as_str()))
    }

    /// The report of the document in a place; an empty one if it cannot be read any more.
    pub(crate) fn report_at(&self, place: usize) -> Option<&Arc<Report>> {
        let id = self.document(u32::try_from(place).ok()?)?;
        self.reports.get(place, || {
            let read = match &self.texts {
                Source::Memory(reports) => reports.get(place).map(Arc::clone),
                Source::Register(_) => self.read(place, Texts::report),
            };
            match read {
                Some(report) if *report.id() == id => return report,
                _ => {}
            }
            let info = DocumentInfo { id, title: None, published: None, source: None, text: None };
            let empty = Report::new(Facts::empty(info), String::new());
            Arc::new(empty.unwrap_or_else(|_| unreachable!("nothing contradicts itself")))
        })
    }
}

/// Stands for what cannot be read any more.
fn lost() -> DocumentId {
    "lost".parse().unwrap_or_else(|_| unreachable!("a word is an id"))
}

/// The first of some numbers that are for which something no longer holds.
fn partition(count: usize, holds: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (0, count);
    while low < high {
        let middle = usize::midpoint(low, high);
        if holds(middle) { low = middle + 1 } else { high = middle }
    }
    low
}
