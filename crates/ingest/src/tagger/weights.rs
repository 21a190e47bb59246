//! The weights' file: read, checked, and laid out for looking features up.
//!
//! | bytes | what |
//! | --- | --- |
//! | 4 | `CHLT` |
//! | 2 | version, 1 |
//! | 1 | bits of a feature's place, 21 |
//! | 1 | number of tasks, 2: parts of speech, entities |
//! | … | each task: labels (count, then length and name of each), plain words (4: count, then 4: key and 1: label of each, by ascending key), number of features, of weights, and of bytes to come (4 each), features |
//! | 4 | CRC-32 of all before |
//!
//! A feature is the distance to its place from the one before (LEB128, less one), a number of weights, and so many
//! pairs of a label and a signed byte `q`, which stands for `q·|q|`. All numbers are little-endian.

/// A feature's place has this many bits.
pub(super) const PLACE_BITS: u32 = 21;
/// How many labels each task has room for: full vectors of 16.
pub(super) const POS_ROOM: usize = 48;
pub(super) const ENTITY_ROOM: usize = 16;
const MAGIC: &[u8] = b"CHLT";
const VERSION: u16 = 1;

/// What can be wrong with a file of weights.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WeightsError {
    /// It is no file of weights at all.
    #[error("not a file of tagger weights")]
    Foreign,
    /// It was written for another version of the tagger.
    #[error("tagger weights have format {found}, this build reads {VERSION}")]
    OtherVersion {
        /// The version it names.
        found: u16,
    },
    /// It names a label that this build does not know.
    #[error("tagger weights name an unknown label {label:?}")]
    UnknownLabel {
        /// The label.
        label: String,
    },
    /// Its bytes contradict themselves.
    #[error("tagger weights are damaged: {what}")]
    Damaged {
        /// Where.
        what: &'static str,
    },
}

/// What a file says of one task.
#[derive(Debug)]
pub(super) struct Task<const ROOM: usize> {
    /// The labels' names.
    pub(super) labels: Vec<String>,
    /// The words whose label is plain.
    pub(super) plain: Plain,
    /// The weights for all others.
    pub(super) table: Table<ROOM>,
}

/// Words that nearly always bear one label, by the hash of the word as it is capitalised.
#[derive(Debug)]
pub(super) struct Plain {
    /// Where the keys begin that share their upper bits; one more at the end.
    starts: Vec<u16>,
    words: Vec<(u32, u8)>,
}

/// Keys are grouped by this many upper bits: about one to a group.
const GROUP_BITS: u32 = 12;

impl Plain {
    fn new(words: Vec<(u32, u8)>) -> Result<Self, WeightsError> {
        let too_many = WeightsError::Damaged { what: "a number of plain words" };
        let mut starts = Vec::with_capacity((1 << GROUP_BITS) + 1);
        for group in 0..=1_u64 << GROUP_BITS {
            let below =
                words.partition_point(|&(key, _)| u64::from(key >> (32 - GROUP_BITS)) < group);
            let Ok(below) = u16::try_from(below) else { return Err(too_many) };
            starts.push(below);
        }
        Ok(Self { starts, words })
    }

    /// The label of a plain word.
    #[inline]
    pub(super) fn label(&self, key: u32) -> Option<u8> {
        let group = (key >> (32 - GROUP_BITS)) as usize;
        let words =
            &self.words[usize::from(self.starts[group])..usize::from(self.starts[group + 1])];
        words.iter().find(|(known, _)| *known == key).map(|&(_, label)| label)
    }
}

/// One task's weights: from a feature's place to what it says for and against labels.
///
/// Most places hold nothing, which a bit tells. Each of the others has a row with a signed byte for every label there
/// is room for, most of them nought: rows of one length are added up without a branch, and the memory of all arrives
/// together, whereas each list of weights would be waited for by itself.
#[derive(Debug)]
pub(super) struct Table<const ROOM: usize> {
    /// What there is to know of 32 places each.
    blocks: Vec<Block>,
    rows: Vec<Row<ROOM>>,
}

/// Which of 32 places hold something, and how many places before them do.
#[derive(Debug, Clone, Copy, Default)]
struct Block {
    present: u32,
    before: u32,
}

/// Few of them cross a line of the processor's cache.
#[derive(Debug)]
#[repr(align(16))]
struct Row<const ROOM: usize>([i8; ROOM]);

impl<const ROOM: usize> Table<ROOM> {
    fn new() -> Self {
        Self { blocks: vec![Block::default(); 1 << (PLACE_BITS - 5)], rows: Vec::new() }
    }

    /// What the features at `places` say for and against each label, added up.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "compiled anew for each level's instructions")]
    pub(super) fn scores<const N: usize>(&self, places: &[u32; N]) -> [i32; ROOM] {
        let mut found = [0_u32; N];
        let mut number = 0;
        for place in places {
            let block = self.blocks[(place >> 5) as usize];
            // The place's own bit is now the topmost, and only those of the block up to it are left.
            let upto = block.present << (31 - (place & 31));
            found[number] = (block.before + upto.count_ones()).wrapping_sub(1);
            number += (upto >> 31) as usize;
        }
        let mut scores = [0; ROOM];
        for row in &found[..number] {
            for (score, q) in scores.iter_mut().zip(&self.rows[*row as usize].0) {
                let q = i16::from(*q);
                *score += i32::from(q * q.abs());
            }
        }
        scores
    }
}

/// Reads a file.
pub(super) fn parse(bytes: &[u8]) -> Result<(Task<POS_ROOM>, Task<ENTITY_ROOM>), WeightsError> {
    if bytes.get(..4) != Some(MAGIC) {
        return Err(WeightsError::Foreign);
    }
    let (body, sum) =
        bytes.split_last_chunk::<4>().ok_or(WeightsError::Damaged { what: "too short" })?;
    let mut reader = Reader { rest: body };
    reader.take(MAGIC.len())?;
    let found = u16::from_le_bytes(reader.array()?);
    if found != VERSION {
        return Err(WeightsError::OtherVersion { found });
    }
    if crc32(body) != u32::from_le_bytes(*sum) {
        return Err(WeightsError::Damaged { what: "the checksum differs" });
    }
    if u32::from(reader.byte()?) != PLACE_BITS {
        return Err(WeightsError::Damaged { what: "places of another size" });
    }
    if reader.byte()? != 2 {
        return Err(WeightsError::Damaged { what: "a number of tasks" });
    }
    let parsed = (task(&mut reader)?, task(&mut reader)?);
    if !reader.rest.is_empty() {
        return Err(WeightsError::Damaged { what: "bytes left over" });
    }
    Ok(parsed)
}

fn task<const ROOM: usize>(reader: &mut Reader<'_>) -> Result<Task<ROOM>, WeightsError> {
    let count = usize::from(reader.byte()?);
    if count == 0 || count > ROOM {
        return Err(WeightsError::Damaged { what: "a number of labels" });
    }
    let mut labels = Vec::new();
    for _ in 0..count {
        let length = usize::from(reader.byte()?);
        let name = std::str::from_utf8(reader.take(length)?);
        labels.push(name.map_err(|_| WeightsError::Damaged { what: "a label's name" })?.to_owned());
    }
    let plain = plain(reader, count)?;
    let [features, weights, length] = [reader.number()?, reader.number()?, reader.number()?];
    let mut body = Reader { rest: reader.take(length as usize)? };
    let mut table = Table::new();
    table.rows.reserve_exact(features.min(length / 2) as usize);
    let (mut next_place, mut read) = (0_u32, 0_u32);
    for _ in 0..features {
        let place = body.varint()?.checked_add(next_place).filter(|place| place >> PLACE_BITS == 0);
        let place = place.ok_or(WeightsError::Damaged { what: "a feature's place" })?;
        next_place = place + 1;
        table.blocks[(place >> 5) as usize].present |= 1 << (place & 31);
        let number = body.byte()?;
        let pairs = body.take(2 * usize::from(number))?;
        if pairs.chunks_exact(2).any(|pair| usize::from(pair[0]) >= count) {
            return Err(WeightsError::Damaged { what: "a weight's label" });
        }
        let mut row = [0; ROOM];
        for pair in pairs.chunks_exact(2) {
            row[usize::from(pair[0])] = i8::from_le_bytes([pair[1]]);
        }
        table.rows.push(Row(row));
        read += u32::from(number);
    }
    let mut before = 0;
    for block in &mut table.blocks {
        block.before = before;
        before += block.present.count_ones();
    }
    if !body.rest.is_empty() || read != weights {
        return Err(WeightsError::Damaged { what: "a number of weights" });
    }
    Ok(Task { labels, plain, table })
}

fn plain(reader: &mut Reader<'_>, labels: usize) -> Result<Plain, WeightsError> {
    let mut words: Vec<(u32, u8)> = Vec::new();
    for _ in 0..reader.number()? {
        let (key, label) = (reader.number()?, reader.byte()?);
        let ascending = words.last().is_none_or(|&(last, _)| last < key);
        if !ascending || usize::from(label) >= labels {
            return Err(WeightsError::Damaged { what: "a plain word" });
        }
        words.push((key, label));
    }
    Plain::new(words)
}

struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> Result<&'a [u8], WeightsError> {
        let (taken, rest) = self
            .rest
            .split_at_checked(length)
            .ok_or(WeightsError::Damaged { what: "cut short" })?;
        self.rest = rest;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], WeightsError> {
        let (taken, rest) =
            self.rest.split_first_chunk().ok_or(WeightsError::Damaged { what: "cut short" })?;
        self.rest = rest;
        Ok(*taken)
    }

    fn byte(&mut self) -> Result<u8, WeightsError> {
        self.array::<1>().map(|[byte]| byte)
    }

    fn number(&mut self) -> Result<u32, WeightsError> {
        self.array().map(u32::from_le_bytes)
    }

    fn varint(&mut self) -> Result<u32, WeightsError> {
        let mut number = 0;
        for shift in [0, 7, 14, 21] {
            let byte = self.byte()?;
            number |= u32::from(byte & 127) << shift;
            if byte < 128 {
                return Ok(number);
            }
        }
        Err(WeightsError::Damaged { what: "a number too long" })
    }
}

/// The checksum of zip and PNG files, eight bytes at a time (Kounavis and Berry 2005, "slicing by 8").
#[expect(clippy::cast_possible_truncation, reason = "a place in a table of 256")]
pub(crate) fn crc32(bytes: &[u8]) -> u32 {
    /// What a byte does to the sum, by how many bytes come after it.
    static TABLES: [[u32; 256]; 8] = {
        let mut tables = [[0; 256]; 8];
        let mut at = 0;
        while at < 256 {
            let mut value = at as u32;
            let mut bit = 0;
            while bit < 8 {
                value = if value & 1 == 1 { 0xEDB8_8320 ^ (value >> 1) } else { value >> 1 };
                bit += 1;
            }
            tables[0][at] = value;
            at += 1;
        }
        let mut after = 1;
        while after < 8 {
            at = 0;
            while at < 256 {
                let value = tables[after - 1][at];
                tables[after][at] = (value >> 8) ^ tables[0][(value & 0xFF) as usize];
                at += 1;
            }
            after += 1;
        }
        tables
    };
    let (eights, rest) = bytes.as_chunks::<8>();
    let sum = eights.iter().fold(!0_u32, |sum, eight| {
        let [a, b, c, d] = sum.to_le_bytes();
        let first = [a ^ eight[0], b ^ eight[1], c ^ eight[2], d ^ eight[3]];
        let eight = first.iter().chain(&eight[4..]).zip(TABLES.iter().rev());
        eight.fold(0, |sum, (byte, table)| sum ^ table[usize::from(*byte)])
    });
    !rest.iter().fold(sum, |sum, byte| {
        let [low, ..] = sum.to_le_bytes();
        (sum >> 8) ^ TABLES[0][usize::from(low ^ byte)]
    })
}
