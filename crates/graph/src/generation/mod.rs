//! The graph in the form in which it is walked: one file of columns, mapped into memory, never
//! changed once it is published. `GENERATION.md` describes its bytes.

mod account;
mod beside;
mod check;
mod check_told;
mod column;
mod cover;
mod day;
mod earlier;
mod error;
mod event_order;
mod lanes;
mod links;
pub(crate) mod map;
mod names;
mod numbering;
mod offices;
mod proofs;
mod publish;
mod rows;
mod section;
mod shape;
mod sorted;
pub(crate) mod stamp;
mod stored;
mod tell;
mod typed;
mod view;
mod visit;

pub(crate) use cover::{Cover, RULES};
pub use day::Day;
pub(crate) use earlier::Earlier;
pub use error::GenerationError;
pub use names::Source;
pub use publish::GenerationBuilder;
pub(crate) use stored::{
    Source as TextSource, Stored, numbered_newest, remove_before, told_up_to, verified,
};
pub(crate) use tell::Kept;
pub(crate) use view::RangeRows;
pub use view::{About, GenerationView, Link, Row, SaidBy, Spoken};
pub use visit::{Dated, LinkEdge, LinkEdges, LinkNeighbors};

use crate::register::{Disk, Files};
use map::Mapped;
use section::{Section, Sections};
use shape::Shape;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use zerocopy::{FromBytes, Immutable};

#[cfg(target_endian = "big")]
compile_error!("a generation is little-endian, and is read as it lies in the file");

/// Where an archive keeps them.
pub(crate) const FOLDER: &str = "generations";
/// One of fewer bytes is not worth a thread.
const MUCH: usize = 1 << 22;
/// The file of one.
const FILE: &str = "graph";

/// An immutable graph on the disk, mapped into memory.
///
/// It never moves under its reader, whatever is published meanwhile.
/// [`GenerationBuilder`] makes one; [`Generation::view`] is what to ask.
#[derive(Debug)]
pub struct Generation {
    number: u64,
    path: PathBuf,
    map: Mapped,
    sections: Sections,
    shape: Shape,
}

/// How much of a generation is trusted when it is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Trust {
    /// One that was verified before, and whose file is still the same, is not verified again.
    #[default]
    Stamped,
    /// It is verified whatever was before.
    Nothing,
    /// It is not verified. What is damaged then gives wrong answers, but no panic.
    All,
}

impl Generation {
    /// The newest generation of an archive's folder.
    ///
    /// The first time every byte is verified, at the speed of memory; a stamp beside the file says
    /// that it was, and for which file (device, inode, size, time), so that it need not be again.
    /// Where none can be written, it is verified each time.
    ///
    /// # Complexity
    /// O(1) if it was verified before, O(size) if not.
    pub fn open(archive: impl AsRef<Path>) -> Result<Self, GenerationError> {
        Self::open_with(archive, Trust::default())
    }

    /// As [`Generation::open`], with more or less trust.
    pub fn open_with(archive: impl AsRef<Path>, trust: Trust) -> Result<Self, GenerationError> {
        let folder = archive.as_ref().join(FOLDER);
        let newest = numbers(&Files, &folder)?.pop();
        let newest = newest.ok_or(GenerationError::None { path: folder })?;
        Self::open_on(&Files, archive.as_ref(), newest, trust)
    }

    /// The generation of this number.
    pub fn open_number(archive: impl AsRef<Path>, number: u64) -> Result<Self, GenerationError> {
        Self::open_on(&Files, archive.as_ref(), number, Trust::default())
    }

    pub(crate) fn open_on(
        disk: &dyn Disk,
        archive: &Path,
        number: u64,
        trust: Trust,
    ) -> Result<Self, GenerationError> {
        let path = archive.join(FOLDER).join(format!("{number:06}"));
        let file = path.join(FILE);
        // Asked before it is mapped: of a file that changes in between, no stamp is good.
        let identity = disk.identity(&file);
        let map = disk.map(&file).map_err(GenerationError::io("map", &file))?;
        let generation = Self::read(number, path, map)?;
        let stamped = trust == Trust::Stamped
            && stamp::holds(&generation.path, stamp::GRAPH, identity.as_deref());
        if trust != Trust::All && !stamped {
            generation.verify()?;
            stamp::put(&generation.path, stamp::GRAPH, identity.as_deref());
        }
        Ok(generation)
    }

    fn read(number: u64, path: PathBuf, map: Mapped) -> Result<Self, GenerationError> {
        if map.len() < section::HEADER {
            return Err(GenerationError::NotAGeneration);
        }
        let sections = Sections::read(&map)?;
        let meta: &[u32] = column(&sections, &map, Section::Meta);
        let starts = sections.len(Section::Starts) / size_of::<u32>();
        let shape = Shape::read(meta, starts)?;
        let generation = Self { number, path, map, sections, shape };
        generation.check_lengths()?;
        Ok(generation)
    }

    /// Compares every byte with its checksum and every number with what it may be.
    ///
    /// # Complexity
    /// O(size).
    pub fn verify(&self) -> Result<(), GenerationError> {
        if self.map.len() < MUCH {
            self.sections.check(&self.map)?;
            self.check_numbers()?;
            self.check_told()?;
            return self.check_typed();
        }
        // No number is believed before it was looked at, so the sums need not come first.
        let (told, numbers, sums) = std::thread::scope(|scope| {
            let told = scope.spawn(|| self.check_told());
            let sums = self.sections.check(&self.map);
            let numbers = self.check_numbers().and_then(|()| self.check_typed());
            (told.join().unwrap_or_else(|panic| resume_unwind(panic)), numbers, sums)
        });
        sums.and(numbers).and(told)
    }

    /// Its number: newer ones have larger.
    pub const fn number(&self) -> u64 {
        self.number
    }

    /// Its folder.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// A look at it, cheap to copy.
    pub fn view(&self) -> GenerationView<'_> {
        GenerationView {
            shape: &self.shape,
            starts: self.column(Section::Starts),
            targets: self.column(Section::Targets),
            days: self.column(Section::Days),
            tags: self.column(Section::Tags),
            beside: self.column(Section::Beside),
        }
    }

    /// How many bytes its parts take: rows, dates, statuses and codes; names and the places of
    /// rows in tables; evidence.
    pub fn bytes(&self) -> GenerationBytes {
        use Section::{
            AccountStarts, Accounts, Beside, ByName, Codes, CommonCounts, CommonStarts, Commons,
            Cover, Days, Decisions, Documents, Earlier, EventCodes, EventOrder, Gists, Lines,
            LongDays, LongRelations, Meta, NameOrder, NameStarts, Names, NamingStarts, Namings,
            Offices, Origins, OtherNodes, OtherStarts, Others, ProofStarts, Proofs,
            ProvenRelations, Ranks, SoundOrder, Sounds, Starts, Tables, Tags, Targets, TitleStarts,
            Titles, Typed, TypedNodes, TypedStarts, Who,
        };
        let of = |sections: &[Section]| sections.iter().map(|it| self.sections.len(*it)).sum();
        GenerationBytes {
            rows: of(&[
                Meta,
                Starts,
                Targets,
                Days,
                Tags,
                Beside,
                EventCodes,
                LongRelations,
                LongDays,
            ]),
            names: of(&[
                NameStarts,
                Names,
                NameOrder,
                Codes,
                ByName,
                Ranks,
                AccountStarts,
                Accounts,
                TypedStarts,
                Typed,
                TypedNodes,
                OtherStarts,
                Others,
                OtherNodes,
                NamingStarts,
                Namings,
                CommonStarts,
                Commons,
                CommonCounts,
                Who,
                Gists,
                Sounds,
                SoundOrder,
                TitleStarts,
                Titles,
                Offices,
            ]),
            evidence: of(&[
                Origins,
                EventOrder,
                Tables,
                ProvenRelations,
                ProofStarts,
                Proofs,
                Documents,
                Decisions,
                Lines,
                Cover,
                Earlier,
            ]),
        }
    }

    fn column<T: FromBytes + Immutable>(&self, section: Section) -> &[T] {
        column(&self.sections, &self.map, section)
    }
}

/// How many bytes the parts of a generation take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GenerationBytes {
    /// Rows, dates, statuses and codes, and what is stored beside them.
    pub rows: usize,
    /// Names and labels, what people may type, and what is told of each node.
    pub names: usize,
    /// What relations rest on.
    pub evidence: usize,
}

/// A section as numbers; empty if its length or place is not one of such numbers.
fn column<'g, T: FromBytes + Immutable>(
    sections: &Sections,
    map: &'g Mapped,
    section: Section,
) -> &'g [T] {
    <[T]>::ref_from_bytes(sections.bytes(map, section)).unwrap_or_default()
}

/// The numbers of the generations in a folder, sorted, half published ones included; none if there
/// is no folder.
fn numbers(disk: &dyn Disk, folder: &Path) -> Result<Vec<u64>, GenerationError> {
    let names = disk.names(folder).map_err(GenerationError::io("read", folder))?;
    let number = |name: &String| Some(name).filter(|name| name.len() >= 6)?.parse::<u64>().ok();
    let mut numbers: Vec<u64> = names.iter().filter_map(number).collect();
    numbers.sort_unstable();
    Ok(numbers)
}
