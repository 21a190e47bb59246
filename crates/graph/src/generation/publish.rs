//! Making a generation, and publishing it: written, synced, renamed, synced.

use super::map::Mapped;
use super::numbering::{Numbering, first_rows};
use super::section::{ALIGN, Section, header};
use super::shape::{ACTORS, Layout};
use super::tell::{self, Kept};
use super::{FILE, FOLDER, Generation, GenerationError, Trust};
use super::{beside, links, numbers, proofs, rows};
use crate::Graph;
use crate::events::EventTable;
use crate::identity::{self, Gist};
use crate::register::{Disk, Files};
use chancery_model::DocumentId;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use zerocopy::IntoBytes;

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
        let known = numbers(disk, &folder)?;
        let number = known.last().map_or(1, |last| last + 1);
        let published = folder.join(format!("{number:06}"));
        disk.make_folder(&published).map_err(GenerationError::io("make", &published))?;
        let (new, file) = (published.join("new"), published.join(FILE));
        {
            let made = self.sections()?;
            let sections: Vec<&[u8]> = made.iter().map(Vec::as_slice).collect();
            write(disk, &new, &sections).map_err(GenerationError::io("write", &new))?;
        }
        disk.rename(&new, &file).map_err(GenerationError::io("publish", &file))?;
        for folder in [&published, &folder, archive] {
            disk.sync_folder(folder).map_err(GenerationError::io("sync", folder))?;
        }
        for old in known.iter().rev().skip(KEPT - 1) {
            // What cannot be taken away now is taken away later; it does no harm.
            let _ = disk.remove_folder(&folder.join(format!("{old:06}")));
        }
        Generation::open_on(disk, archive, number, Trust::default())
    }

    /// The same graph without a file.
    pub(crate) fn in_memory(&self) -> Result<Generation, GenerationError> {
        let made = self.sections()?;
        let mut bytes = Vec::new();
        written(&mut bytes, &made.iter().map(Vec::as_slice).collect::<Vec<_>>())
            .map_err(GenerationError::io("write", "memory"))?;
        Generation::read(0, PathBuf::new(), Mapped::copied(&bytes))
    }

    /// The bytes of every section, in order.
    pub(super) fn sections(&self) -> Result<Vec<Vec<u8>>, GenerationError> {
        let nothing = Graph::default();
        let graph = self.graph.unwrap_or(&nothing);
        let rebuilt;
        // One that lies in two places is put together first.
        let graph = if graph.is_overlaid() {
            rebuilt = graph.rebuilt();
            &rebuilt
        } else {
            graph
        };
        let numbering = Numbering::of(graph, &self.tables)?;
        let each = |put: &mut dyn FnMut(links::Relates)| {
            links::each(graph, &self.tables, &numbering, put);
        };
        let mut made = rows::laid_out(numbering.kinds, each)?;
        let (beside, places) = beside::beside(&made)?;
        if let Layout::Told { at, stride } = made.shape.parts[ACTORS].layout {
            for (i, place) in places.into_iter().enumerate() {
                made.starts[at + i * stride + stride - 1] = place;
            }
        }
        let places = tell::places(graph);
        let place = |id: &DocumentId| places.get(id.as_str()).copied().unwrap_or(0);
        let proofs = proofs::Proofs::of(graph, &numbering, made.view(&beside), &place)?;
        let mut names = Vec::new();
        let mut name_starts = vec![0_u32];
        for (name, label) in &numbering.names {
            for text in [name, label] {
                names.extend(text.as_bytes());
                let end = u32::try_from(names.len());
                name_starts.push(end.map_err(|_| GenerationError::TooLarge { what: "names" })?);
            }
        }
        let mut order: Vec<u32> = (0_u32..).zip(&numbering.names).map(|(i, _)| i).collect();
        order.sort_unstable_by_key(|i| numbering.names[*i as usize].0.as_str());
        let tables = first_rows(&self.tables).into_iter().zip(&self.tables);
        let line = |(first, table): (u32, &&EventTable)| {
            [&first.to_string(), "\t", table.document().as_str(), "\n"].concat()
        };
        let tables: String = tables.map(line).collect();
        let bytes = |numbers: &[u32]| numbers.as_bytes().to_vec();
        let meta = made.shape.write();
        // The larger ones are let go of as soon as they are copied.
        let rows::RowsMade { starts, targets, days, tags, lines, .. } = made;
        drop(lines);
        let mut sections = vec![bytes(&meta), bytes(&starts)];
        drop(starts);
        sections.push(targets.as_bytes().to_vec());
        drop(targets);
        sections.push(days.as_bytes().to_vec());
        drop(days);
        sections.push(tags.as_bytes().to_vec());
        drop(tags);
        sections.push(bytes(&beside));
        drop(beside);
        sections.push(numbering.event_codes.as_bytes().to_vec());
        sections.push(bytes(&numbering.origins));
        sections.push(bytes(&name_starts));
        sections.push(names);
        sections.push(bytes(&order));
        sections
            .push(numbering.codes.iter().flat_map(|code| [code, "\n"]).collect::<String>().into());
        sections.push(tables.into_bytes());
        sections.extend([&proofs.relations, &proofs.starts].map(|it| bytes(it)));
        sections.push(proofs.accounts);
        sections.push(bytes(&proofs.long));
        sections.push(proofs.long_days.as_bytes().to_vec());
        let mut events: Vec<u64> = (0_u64..)
            .zip(&numbering.origins)
            .map(|(event, origin)| u64::from(*origin) << 32 | event)
            .collect();
        events.sort_unstable();
        let events: Vec<u32> = events.iter().map(|event| (event & 0xffff_ffff) as u32).collect();
        sections.push(bytes(&events));
        drop(events);
        let by_name = tell::by_name(&numbering);
        sections.push(bytes(&by_name));
        let ranks = tell::ranks(&by_name);
        sections.push(bytes(&ranks));
        drop(by_name);
        let accounts = tell::accounts(graph, &numbering)?;
        sections.extend([bytes(&accounts.starts), accounts.bytes]);
        let (typed, nodes) = tell::typed(graph, &self.tables, &numbering, &ranks)?;
        sections.extend([bytes(&typed.starts), typed.bytes, bytes(&nodes)]);
        let (others, nodes) = tell::others(graph, &numbering)?;
        sections.extend([bytes(&others.starts), others.bytes, bytes(&nodes)]);
        let documents = self.kept.documents.iter();
        let documents = documents.flat_map(|(at, learned)| [*at, learned.cast_unsigned()]);
        sections.push(documents.collect::<Vec<u64>>().as_bytes().to_vec());
        sections.push(tell::decisions(&self.kept.decisions));
        sections.push(bytes(&tell::lines(&self.tables)));
        sections.push(self.kept.cover.write());
        let words = tell::words(graph, &numbering, &ranks)?;
        sections.extend([bytes(&words.starts), words.words, bytes(&words.places), words.nodes]);
        let namings = tell::namings(graph, &numbering)?;
        sections.extend([bytes(&namings.starts), namings.bytes]);
        let (commons, counts) = tell::commons(graph)?;
        sections.extend([bytes(&commons.starts), commons.bytes, bytes(&counts)]);
        let place = |id: &DocumentId| places.get(id.as_str()).copied();
        sections.push(identity::who_out(graph.who(), &place));
        let gists: Vec<Gist> = graph.reports().map(Gist::of).collect();
        sections.push(identity::gists_out(&gists));
        debug_assert_eq!(sections.len(), Section::ALL.len());
        Ok(sections)
    }
}

/// Writes the file, and waits until it is on the disk.
fn write(disk: &dyn Disk, path: &Path, sections: &[&[u8]]) -> io::Result<()> {
    let mut file = disk.create(path)?;
    written(&mut file, sections)?;
    file.sync()
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
