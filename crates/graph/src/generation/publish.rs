//! Making a generation, and publishing it: written, synced, renamed, synced.

use super::column::Column;
use super::map::Mapped;
use super::numbering::{Numbering, first_rows};
use super::proofs::Proofs;
use super::section::{ALIGN, Section, header};
use super::tell::{self, Kept, Texts};
use super::{Earlier, FILE, FOLDER, Generation, GenerationError, Trust};
use super::{beside, links, numbers, offices, rows, stamp, typed};
use crate::Graph;
use crate::events::EventTable;
use crate::identity;
use crate::register::{Disk, Files, Output};
use chancery_model::DocumentId;
use std::io::{self, Write};
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};

/// How many generations stay.
const KEPT: usize = 2;

/// What a generation is to be made of.
///
/// ```
/// use chancery_graph::{EventTable, Generation, GenerationBuilder};
/// # let folder = std::env::temp_dir().join(format!("chancery-{}-generation", std::process::id()));
/// # std::fs::create_dir_all(&folder)?;
/// let rows = "France\tConsult\tGermany\t2014-01-02\nFrance\tPraise or endorse\tGermany\t2014-01-03\n";
/// let table = EventTable::plain("t".parse()?, rows.as_bytes())?;
/// let generation = GenerationBuilder::default().table(&table).publish(&folder)?;
///
/// let view = generation.view();
/// let france = generation.find("organization:france").expect("it is there");
/// let germany = generation.find("organization:germany").expect("it is there");
/// assert_eq!(view.said_by(france).iter().count(), 1);
/// let meeting = generation.find("meeting:t/1").expect("named by its line");
/// assert_eq!(view.who_attended(meeting).nodes.len(), 2);
/// assert_eq!(view.said_by_about(france, germany).count(), 1);
/// # std::fs::remove_dir_all(&folder)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct GenerationBuilder<'a> {
    graph: Option<&'a Graph>,
    tables: Vec<&'a EventTable>,
    kept: Kept,
}

impl<'a> GenerationBuilder<'a> {
    /// With the nodes and relations of a graph.
    #[must_use]
    pub fn graph(mut self, graph: &'a Graph) -> Self {
        self.graph = Some(graph);
        self
    }

    /// With the events of a table; a table of the same name takes its place.
    #[must_use]
    pub fn table(mut self, table: &'a EventTable) -> Self {
        self.tables.retain(|known| known.document() != table.document());
        self.tables.push(table);
        // The order in which tables came is of no account.
        self.tables.sort_by_key(|table| table.document().clone());
        self
    }

    /// With what an archive adds.
    pub(crate) fn kept(mut self, kept: Kept) -> Self {
        self.kept = kept;
        self
    }

    /// Publishes it as the newest generation of an archive's folder, and opens it.
    ///
    /// The newest two stay; a reader keeps the one that it has open. The caller sees to it that
    /// nobody else publishes at the same time.
    ///
    /// # Complexity
    /// O(relations), beside sorting rows by day; some 40 bytes of memory a relation.
    pub fn publish(self, archive: impl AsRef<Path>) -> Result<Generation, GenerationError> {
        self.publish_on(&Files, archive.as_ref())
    }

    pub(crate) fn publish_on(
        self,
        disk: &dyn Disk,
        archive: &Path,
    ) -> Result<Generation, GenerationError> {
        let folder = archive.join(FOLDER);
        let mut known = numbers(disk, &folder)?;
        let number = known.last().map_or(1, |last| last + 1);
        known.retain(|number| {
            let folder = folder.join(format!("{number:06}"));
            let whole = disk.exists(&folder.join(FILE)).unwrap_or(true);
            if !whole {
                // Whoever published it was stopped; it may be as large as a whole one.
                let _ = disk.remove_folder(&folder);
            }
            whole
        });
        let published = folder.join(format!("{number:06}"));
        disk.make_folder(&published).map_err(GenerationError::io("make", &published))?;
        let file = published.join(FILE);
        // What came to nothing would take as much room as a generation until a later one is
        // published; on a full disk there is none.
        let identity = self.put(disk, &published, &file).inspect_err(|_| {
            let _ = disk.remove_folder(&published);
        })?;
        if disk.identity(&file) == identity {
            stamp::put(&published, stamp::GRAPH, identity.as_deref());
        }
        for folder in [&published, &folder, archive] {
            disk.sync_folder(folder).map_err(GenerationError::io("sync", folder))?;
        }
        for old in known.iter().rev().skip(KEPT - 1) {
            // What cannot be taken away now is taken away later; it does no harm.
            let _ = disk.remove_folder(&folder.join(format!("{old:06}")));
        }
        Generation::open_on(disk, archive, number, Trust::default())
    }

    /// Writes the file into a folder and gives it its name. Says which file it is.
    fn put(
        &self,
        disk: &dyn Disk,
        folder: &Path,
        file: &Path,
    ) -> Result<Option<String>, GenerationError> {
        let new = folder.join("new");
        let output = {
            let made = self.sections()?;
            let sections: Vec<&[u8]> = made.iter().map(Column::bytes).collect();
            write(disk, &new, &sections).map_err(GenerationError::io("write", &new))?
        };
        let identity = synced_and_verified(disk, output, folder, &new)?;
        disk.rename(&new, file).map_err(GenerationError::io("publish", file))?;
        Ok(identity)
    }

    /// The same graph without a file.
    pub(crate) fn in_memory(&self) -> Result<Generation, GenerationError> {
        let made = self.sections()?;
        let mut bytes = Vec::new();
        written(&mut bytes, &made.iter().map(Column::bytes).collect::<Vec<_>>())
            .map_err(GenerationError::io("write", "memory"))?;
        Generation::read(0, PathBuf::new(), Mapped::copied(&bytes))
    }

    /// The bytes of every section, in order.
    ///
    /// What people call nodes is told by one thread, while another lays out the rows.
    pub(super) fn sections(&self) -> Result<Vec<Column>, GenerationError> {
        let nothing = Graph::default();
        let graph = self.graph.unwrap_or(&nothing);
        let rebuilt;
        // One that is put together of what lies elsewhere is made of one piece first.
        let graph = if graph.is_put_together() {
            rebuilt = graph.rebuilt();
            &rebuilt
        } else {
            graph
        };
        let numbering = Numbering::of(graph, &self.tables)?;
        let (told, laid_out) = std::thread::scope(|scope| {
            let told = scope.spawn(|| self.told(graph, &numbering));
            let laid_out = self.laid_out(graph, &numbering);
            (told.join().unwrap_or_else(|panic| resume_unwind(panic)), laid_out)
        });
        let Told { names, by_name, accounts, words, rest } = told?;
        let LaidOut { rows, proofs, offices } = laid_out?;
        let events = [numbering.event_codes.into(), numbering.origins.into()];
        let tables = first_rows(&self.tables).into_iter().zip(&self.tables);
        let line = |(first, table): (u32, &&EventTable)| {
            [&first.to_string(), "\t", table.document().as_str(), "\n"].concat()
        };
        let tables: String = tables.map(line).collect();
        let codes: String = numbering.codes.iter().flat_map(|code| [code, "\n"]).collect();
        let documents = self.kept.documents.iter();
        let documents: Vec<u64> =
            documents.flat_map(|(at, learned)| [*at, learned.cast_unsigned()]).collect();
        let mut sections: Vec<Column> = Vec::with_capacity(Section::ALL.len());
        sections.extend(rows);
        sections.extend(events);
        sections.extend(names);
        sections.extend([codes.into_bytes().into(), tables.into_bytes().into()]);
        sections.extend(proofs);
        sections.extend(by_name);
        sections.extend(accounts);
        sections.extend([
            documents.into(),
            tell::decisions(&self.kept.decisions).into(),
            tell::lines(&self.tables).into(),
            self.kept.cover.write().into(),
        ]);
        sections.extend(words);
        sections.extend(rest);
        sections.push(Earlier::write(&self.kept.earlier).into());
        sections.extend(offices);
        debug_assert_eq!(sections.len(), Section::ALL.len());
        Ok(sections)
    }

    /// The shape, the rows, what lies beside them, what relations rest on, and offices by title.
    fn laid_out(&self, graph: &Graph, numbering: &Numbering) -> Result<LaidOut, GenerationError> {
        let all = links::All { graph, tables: &self.tables, numbering };
        let made = rows::laid_out(numbering.kinds, all)?;
        let beside = beside::made(&made)?;
        let documents = tell::places(graph);
        let document = |id: &DocumentId| documents.get(id.as_str()).copied().unwrap_or(0);
        let proofs = Proofs::of(graph, numbering, made.view(&beside), &document)?;
        let rows::RowsMade { shape, starts, targets, days, tags, .. } = made;
        let rows = [
            shape.write().into(),
            starts.into(),
            targets.into(),
            days.into(),
            tags.into(),
            beside.into(),
        ];
        let Proofs { relations, starts, accounts, long, long_days, offices } = proofs;
        let proofs =
            [relations.into(), starts.into(), accounts.into(), long.into(), long_days.into()];
        Ok(LaidOut { rows, proofs, offices: offices::columns(offices)? })
    }

    /// What nodes are called, and what is told of them.
    fn told(&self, graph: &Graph, numbering: &Numbering) -> Result<Told, GenerationError> {
        let mut names = Texts::new();
        for (name, label) in &numbering.names {
            names.push(name.as_bytes(), "names")?;
            names.push(label.as_bytes(), "names")?;
        }
        let order = tell::name_order(numbering);
        let events = tell::event_order(numbering);
        let by_name = tell::by_name(numbering, &order, &events);
        let ranks = tell::ranks(&by_name);
        let accounts = tell::accounts(graph, numbering)?;
        let (typed, typed_nodes) = typed::typed(graph, &self.tables, numbering, &ranks)?;
        let (sounds, sound_order) = tell::sounds(&typed);
        let (others, other_nodes) = tell::others(graph, numbering)?;
        let words = tell::words(graph, &self.tables, numbering, &ranks)?;
        let namings = tell::namings(graph, numbering)?;
        let (commons, counts) = tell::commons(graph)?;
        let places = tell::places(graph);
        let place = |id: &DocumentId| places.get(id.as_str()).copied();
        let [names, accounts, typed, others, namings, commons] =
            [names, accounts, typed, others, namings, commons].map(Texts::columns);
        let [name_starts, names] = names;
        let [accounts_at, accounts] = accounts;
        let [typed_at, typed] = typed;
        let [others_at, others] = others;
        let [namings_at, namings] = namings;
        let [commons_at, commons] = commons;
        Ok(Told {
            names: [name_starts, names, order.into()],
            by_name: [events.into(), by_name.into(), ranks.into()],
            accounts: [
                accounts_at,
                accounts,
                typed_at,
                typed,
                typed_nodes.into(),
                others_at,
                others,
                other_nodes.into(),
            ],
            words: [
                words.starts.into(),
                words.words.into(),
                words.places.into(),
                words.nodes.into(),
            ],
            rest: [
                namings_at,
                namings,
                commons_at,
                commons,
                counts.into(),
                identity::who_out(graph.who(), &place).into(),
                identity::gists_out(&graph.gists()).into(),
                sounds.into(),
                sound_order.into(),
            ],
        })
    }
}

/// Sections that follow each other, of what nodes are called and of what is told of them.
struct Told {
    names: [Column; 3],
    by_name: [Column; 3],
    accounts: [Column; 8],
    words: [Column; 4],
    rest: [Column; 9],
}

/// Sections of the rows, of what relations rest on, and of offices.
struct LaidOut {
    rows: [Column; 6],
    proofs: [Column; 5],
    offices: [Column; 3],
}

/// Writes the file.
fn write(disk: &dyn Disk, path: &Path, sections: &[&[u8]]) -> io::Result<Box<dyn Output>> {
    let mut file = disk.create(path)?;
    written(&mut file, sections)?;
    Ok(file)
}

/// Waits until a file is on the disk, and verifies what was written meanwhile. Says which file it
/// is.
fn synced_and_verified(
    disk: &dyn Disk,
    mut output: Box<dyn Output>,
    folder: &Path,
    file: &Path,
) -> Result<Option<String>, GenerationError> {
    let identity = disk.identity(file);
    let map = disk.map(file).map_err(GenerationError::io("map", file))?;
    let (synced, verified) = std::thread::scope(|scope| {
        let synced = scope.spawn(|| output.sync());
        let verified =
            Generation::read(0, folder.to_owned(), map).and_then(|written| written.verify());
        (synced.join().unwrap_or_else(|panic| resume_unwind(panic)), verified)
    });
    synced.map_err(GenerationError::io("write", file))?;
    verified.map(|()| identity)
}

fn written(file: &mut impl Write, sections: &[&[u8]]) -> io::Result<()> {
    let told: Vec<(u64, u32)> =
        sections.iter().map(|section| (section.len() as u64, crc32c::crc32c(section))).collect();
    let head = header(&told);
    file.write_all(&head)?;
    let mut end = head.len();
    for section in sections {
        let start = end.next_multiple_of(ALIGN);
        file.write_all(&[0; ALIGN][..start - end])?;
        file.write_all(section)?;
        end = start + section.len();
    }
    Ok(())
}
