//! The frame of the file: a header, a table of sections, and the sections.

use super::GenerationError;
use super::map::Mapped;
use std::ops::Range;

/// What every generation begins with.
pub(super) const MAGIC: [u8; 8] = *b"\x89CHNGEN\n";
/// The version that this build writes and reads.
pub(super) const VERSION: u16 = 13;
/// Bytes before the table of sections.
pub(super) const HEADER: usize = 32;
/// Bytes of one line of that table.
pub(super) const ENTRY: usize = 32;
/// Sections begin at multiples of this.
pub(super) const ALIGN: usize = 64;
/// More sections than any version has.
const MOST: usize = 64;

/// What the sections hold, in the order in which they lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u32)]
pub(super) enum Section {
    /// How many nodes of each kind, and the groups of relations that each range of nodes has.
    Meta = 1,
    /// Where the groups begin, range by range.
    Starts = 2,
    /// The other end of each relation, at both of its ends.
    Targets = 3,
    /// Its first day.
    Days = 4,
    /// Its status or code.
    Tags = 5,
    /// What is stored beside the relations of actors.
    Beside = 6,
    /// The code of each meeting and statement that came from a table.
    EventCodes = 7,
    /// The row, or the name, of each meeting and statement.
    Origins = 8,
    /// Where names and labels begin in [`Section::Names`].
    NameStarts = 9,
    /// Names and labels, end to end.
    Names = 10,
    /// The names in the order of their letters.
    NameOrder = 11,
    /// The codes of events, one a line.
    Codes = 12,
    /// The tables: first row, name; one a line.
    Tables = 13,
    /// The relations whose evidence is words of a document.
    ProvenRelations = 14,
    /// Where the evidence of each begins.
    ProofStarts = 15,
    /// When and how it held, and its evidence.
    Proofs = 16,
    /// The relations that held for more than a day, or at a time that two bytes do not hold.
    LongRelations = 17,
    /// Their first and last days.
    LongDays = 18,
    /// Meetings and statements in the order of their origins.
    EventOrder = 19,
    /// The nodes by kind and name.
    ByName = 20,
    /// The place of each node among them.
    Ranks = 21,
    /// Where what is told of each named node begins.
    AccountStarts = 22,
    /// What is told of named nodes.
    Accounts = 23,
    /// Where each name that people may type begins.
    TypedStarts = 24,
    /// The names that people may type, folded, sorted, end to end.
    Typed = 25,
    /// Whom each may mean, how that is called, and how often it is called so.
    TypedNodes = 26,
    /// Where each other name begins.
    OtherStarts = 27,
    /// The other names of nodes, sorted, end to end.
    Others = 28,
    /// Whose each is.
    OtherNodes = 29,
    /// Where the register has each document, and when it was learned.
    Documents = 30,
    /// What was decided on who is who.
    Decisions = 31,
    /// Where each line of a table ends.
    Lines = 32,
    /// Up to where the register is told here.
    Cover = 33,
    /// Where each word that nodes are told of in begins.
    WordStarts = 34,
    /// Those words, folded, sorted, end to end.
    Words = 35,
    /// Where the nodes of each begin.
    WordPlaces = 36,
    /// The nodes of each, rising, as differences.
    WordNodes = 37,
    /// Where what documents call each entity begins.
    NamingStarts = 38,
    /// What documents call each entity, and how often.
    Namings = 39,
    /// Where each name begins that is also written small.
    CommonStarts = 40,
    /// The names that are also written small, folded, sorted, end to end.
    Commons = 41,
    /// How often each is.
    CommonCounts = 42,
    /// Who is who.
    Who = 43,
    /// What documents tell of people and meetings in short, by which that is told.
    Gists = 44,
    /// How each name that people may type sounds, sorted.
    Sounds = 45,
    /// The number of that name.
    SoundOrder = 46,
    /// Where the register has earlier versions of documents, and when each was known.
    Earlier = 47,
    /// Where each title of an office begins.
    TitleStarts = 48,
    /// The titles of offices, folded, sorted, each once, end to end.
    Titles = 49,
    /// Of each office whose it is, its title, and where the relation lies; sorted.
    Offices = 50,
}

impl Section {
    pub(super) const ALL: [Self; 50] = [
        Self::Meta,
        Self::Starts,
        Self::Targets,
        Self::Days,
        Self::Tags,
        Self::Beside,
        Self::EventCodes,
        Self::Origins,
        Self::NameStarts,
        Self::Names,
        Self::NameOrder,
        Self::Codes,
        Self::Tables,
        Self::ProvenRelations,
        Self::ProofStarts,
        Self::Proofs,
        Self::LongRelations,
        Self::LongDays,
        Self::EventOrder,
        Self::ByName,
        Self::Ranks,
        Self::AccountStarts,
        Self::Accounts,
        Self::TypedStarts,
        Self::Typed,
        Self::TypedNodes,
        Self::OtherStarts,
        Self::Others,
        Self::OtherNodes,
        Self::Documents,
        Self::Decisions,
        Self::Lines,
        Self::Cover,
        Self::WordStarts,
        Self::Words,
        Self::WordPlaces,
        Self::WordNodes,
        Self::NamingStarts,
        Self::Namings,
        Self::CommonStarts,
        Self::Commons,
        Self::CommonCounts,
        Self::Who,
        Self::Gists,
        Self::Sounds,
        Self::SoundOrder,
        Self::Earlier,
        Self::TitleStarts,
        Self::Titles,
        Self::Offices,
    ];

    const fn place(self) -> usize {
        self as usize - 1
    }
}

/// Where each section lies in the file, and its checksum.
#[derive(Debug, Clone)]
pub(super) struct Sections {
    places: [(Range<usize>, u32); Section::ALL.len()],
}

impl Sections {
    /// Reads the header and the table; the sections' own checksums are left to [`Self::check`].
    pub(super) fn read(bytes: &[u8]) -> Result<Self, GenerationError> {
        let damaged = |what| GenerationError::Damaged { at: 0, what };
        let u32_at = |at: usize| bytes.get(at..at + 4).map(le32);
        if bytes.get(..8) != Some(&MAGIC) {
            return Err(GenerationError::NotAGeneration);
        }
        let (Some(version), Some(count)) = (u32_at(8), u32_at(12)) else {
            return Err(damaged("the header is cut short"));
        };
        let table = count as usize;
        if table > MOST || bytes.len() < HEADER + table * ENTRY {
            return Err(damaged("the table of sections is cut short"));
        }
        let mut check = crc32c::crc32c(&bytes[..24]);
        check = crc32c::crc32c_append(check, &bytes[HEADER..HEADER + table * ENTRY]);
        if u32_at(24) != Some(check) || u32_at(28) != Some(0) {
            return Err(damaged("the header disagrees with its checksum"));
        }
        if version != u32::from(VERSION) {
            let (found, known) = (version, u32::from(VERSION));
            return Err(GenerationError::OtherVersion { found, known });
        }
        if le64(&bytes[16..24]) != Some(bytes.len()) {
            return Err(damaged("the file has another length than its header says"));
        }
        let mut places = std::array::from_fn(|_| (0..0, 0));
        let mut end = HEADER + table * ENTRY;
        for (i, entry) in bytes[HEADER..end].chunks_exact(ENTRY).enumerate() {
            let (start, length) = (le64(&entry[8..16]), le64(&entry[16..24]));
            let (Some(start), Some(length)) = (start, length) else {
                return Err(damaged("a section lies beyond the file"));
            };
            // Sections lie in their order, each at the first multiple of 64 after the last one,
            // with zeros between: so every byte of the file is under a checksum or a zero.
            let right = Section::ALL.get(i).is_some_and(|it| le32(&entry[..4]) == *it as u32);
            let gap = end..end.next_multiple_of(ALIGN);
            let stop = start.checked_add(length).filter(|stop| *stop <= bytes.len());
            let (Some(stop), true) = (stop, right && start == gap.end) else {
                return Err(damaged("a section is not where it belongs"));
            };
            if bytes[gap].iter().chain(&entry[24..]).any(|byte| *byte != 0) {
                return Err(damaged("there is something between the sections"));
            }
            places[i] = (start..stop, le32(&entry[4..8]));
            end = stop;
        }
        if table != Section::ALL.len() || end != bytes.len() {
            return Err(damaged("a section is missing"));
        }
        Ok(Self { places })
    }

    /// The bytes of one section.
    pub(super) fn bytes<'g>(&self, map: &'g Mapped, section: Section) -> &'g [u8] {
        map.get(self.places[section.place()].0.clone()).unwrap_or_default()
    }

    /// How many bytes a section has.
    pub(super) fn len(&self, section: Section) -> usize {
        self.places[section.place()].0.len()
    }

    /// Compares every section with its checksum.
    pub(super) fn check(&self, map: &Mapped) -> Result<(), GenerationError> {
        for section in Section::ALL {
            let (place, sum) = &self.places[section.place()];
            if crc32c::crc32c(self.bytes(map, section)) != *sum {
                let what = "a section disagrees with its checksum";
                return Err(GenerationError::Damaged { at: place.start as u64, what });
            }
        }
        Ok(())
    }
}

fn le32(bytes: &[u8]) -> u32 {
    bytes.try_into().map_or(0, u32::from_le_bytes)
}

fn le64(bytes: &[u8]) -> Option<usize> {
    bytes.try_into().ok().and_then(|bytes| usize::try_from(u64::from_le_bytes(bytes)).ok())
}

/// The header and the table of sections that have these lengths and checksums.
pub(super) fn header(sections: &[(u64, u32)]) -> Vec<u8> {
    let mut table = Vec::new();
    let mut end = (HEADER + sections.len() * ENTRY) as u64;
    for (section, (length, sum)) in Section::ALL.into_iter().zip(sections) {
        let start = end.next_multiple_of(ALIGN as u64);
        table.extend((section as u32).to_le_bytes());
        table.extend(sum.to_le_bytes());
        table.extend(start.to_le_bytes());
        table.extend(length.to_le_bytes());
        table.extend([0; 8]);
        end = start + length;
    }
    let mut header = Vec::from(MAGIC);
    header.extend(u32::from(VERSION).to_le_bytes());
    header.extend(u32::try_from(sections.len()).unwrap_or(0).to_le_bytes());
    header.extend(end.to_le_bytes());
    let sum = crc32c::crc32c_append(crc32c::crc32c(&header), &table);
    header.extend(sum.to_le_bytes());
    header.extend([0; 4]);
    header.extend(table);
    header
}
