//! Making a generation, and publishing it: written, synced, renamed, synced.

use super::numbering::{Numbering, first_rows};
use super::section::{ALIGN, Section, header};
use super::shape::{ACTORS, Layout};
use super::{FILE, FOLDER, Generation, GenerationError, beside, links, numbers, proofs, rows};
use crate::Graph;
use crate::events::EventTable;
use std::fs::{self, File};
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

    /// Publishes it as the newest generation of an archive's folder, and opens it.
    ///
    /// The newest two stay; a reader keeps the one that it has open. The caller sees to it that
    /// nobody else publishes at the same time.
    ///
    /// # Complexity
    /// O(relations), beside sorting rows by day; some 40 bytes of memory a relation.
    pub fn publish(self, archive: impl AsRef<Path>) -> Result<Generation, GenerationError> {
        let folder = archive.as_ref().join(FOLDER);
        fs::create_dir_all(&folder).map_err(GenerationError::io("create", &folder))?;
        let known = numbers(&folder)?;
        let number = known.last().map_or(1, |last| last + 1);
        let new = folder.join("new");
        if new.exists() {
            fs::remove_dir_all(&new).map_err(GenerationError::io("remove", &new))?;
        }
        fs::create_dir(&new).map_err(GenerationError::io("create", &new))?;
        let made = self.sections()?;
        let sections: Vec<&[u8]> = made.iter().map(Vec::as_slice).collect();
        write(&new.join(FILE), &sections).map_err(GenerationError::io("write", new.join(FILE)))?;
        sync(&new)?;
        let published = folder.join(format!("{number:06}"));
        fs::rename(&new, &published).map_err(GenerationError::io("publish", &published))?;
        sync(&folder)?;
        sync(archive.as_ref())?;
        for old in known.iter().rev().skip(KEPT - 1) {
            // What cannot be taken away now is taken away later; it does no harm.
            let _ = fs::remove_dir_all(folder.join(format!("{old:06}")));
        }
        Generation::open_number(archive.as_ref(), number)
    }

    /// The bytes of every section, in order.
    pub(super) fn sections(&self) -> Result<Vec<Vec<u8>>, GenerationError> {
        let nothing = Graph::default();
        let graph = self.graph.unwrap_or(&nothing);
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
        let proofs = proofs::Proofs::of(graph, &numbering, made.view(&beside));
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
        sections.extend([&proofs.relations, &proofs.starts, &proofs.words].map(|it| bytes(it)));
        sections.push(bytes(&proofs.long));
        sections.push(proofs.long_days.as_bytes().to_vec());
        let mut events: Vec<u64> = (0_u64..)
            .zip(&numbering.origins)
            .map(|(event, origin)| u64::from(*origin) << 32 | event)
            .collect();
        events.sort_unstable();
        let events: Vec<u32> = events.iter().map(|event| (event & 0xffff_ffff) as u32).collect();
        sections.push(bytes(&events));
        debug_assert_eq!(sections.len(), Section::ALL.len());
        Ok(sections)
    }
}

/// Writes the file, and waits until it is on the disk.
fn write(path: &Path, sections: &[&[u8]]) -> io::Result<()> {
    let told: Vec<(u64, u32)> =
        sections.iter().map(|section| (section.len() as u64, crc32c::crc32c(section))).collect();
    let mut file = File::create_new(path)?;
    let head = header(&told);
    file.write_all(&head)?;
    let mut end = head.len();
    for section in sections {
        let start = end.next_multiple_of(ALIGN);
        file.write_all(&[0; ALIGN][..start - end])?;
        file.write_all(section)?;
        end = start + section.len();
    }
    file.sync_all()
}

fn sync(folder: &Path) -> Result<(), GenerationError> {
    let synced = File::open(folder).and_then(|folder| folder.sync_all());
    synced.map_err(GenerationError::io("sync", PathBuf::from(folder)))
}
