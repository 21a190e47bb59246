//! The weights' file: read, checked, and laid out for looking features up.
//!
//! | bytes | what |
//! | --- | --- |
//! | 4 | `CHLT` |
//! | 2 | version, 1 |
//! | 1 | bits of a feature's place, 22 |
//! | 1 | number of tasks, 2: parts of speech, entities |
//! | … | each task: labels (count, then length and name of each), number of features, of weights, and of bytes to come (4 each), features |
//! | 4 | CRC-32 of all before |
//!
//! A feature is the distance to its place from the one before (LEB128, less one), a number of weights, and so many
//! pairs of a label and a signed byte `q`, which stands for `q·|q|`. All numbers are little-endian.

/// A feature's place has this many bits.
pub(super) const PLACE_BITS: u32 = 22;
/// Labels are told apart by six bits, and 63 means "none yet".
const MOST_LABELS: usize = 63;
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

/// One task's weights: from a feature's place to what it says for and against labels.
#[derive(Debug)]
pub(super) struct Table {
    /// Which places hold a feature, 64 to a block, with the number of features before the block.
    blocks: Vec<Block>,
    /// Where each feature's weights begin; one more at the end.
    offsets: Vec<u32>,
    weights: Vec<Weight>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Block {
    present: u64,
    before: u32,
}

#[derive(Debug, Clone, Copy)]
struct Weight {
    value: i16,
    label: u8,
}

impl Table {
    /// Adds what the feature at `place` says to the labels' scores.
    #[inline]
    pub(super) fn add(&self, place: u32, scores: &mut [i32; 64]) {
        let block = self.blocks[(place >> 6) as usize];
        let below = block.present << (63 - (place & 63));
        // Most features of unseen words are nowhere, and end here: the place's own bit is now the topmost.
        if below >> 63 == 0 {
            return;
        }
        let at = (block.before + below.count_ones()) as usize;
        for weight in &self.weights[self.offsets[at - 1] as usize..self.offsets[at] as usize] {
            scores[usize::from(weight.label & 63)] += i32::from(weight.value);
        }
    }
}

/// Reads a file: each task's labels by name, and its table.
pub(super) fn parse(bytes: &[u8]) -> Result<Vec<(Vec<String>, Table)>, WeightsError> {
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
    let tasks = reader.byte()?;
    let parsed = (0..tasks).map(|_| task(&mut reader)).collect::<Result<_, _>>()?;
    if !reader.rest.is_empty() {
        return Err(WeightsError::Damaged { what: "bytes left over" });
    }
    Ok(parsed)
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "there are fewer weights than the file has bytes, by its own 32-bit count"
)]
fn task(reader: &mut Reader<'_>) -> Result<(Vec<String>, Table), WeightsError> {
    let count = usize::from(reader.byte()?);
    if count == 0 || count > MOST_LABELS {
        return Err(WeightsError::Damaged { what: "a number of labels" });
    }
    let mut labels = Vec::with_capacity(count);
    for _ in 0..count {
        let length = usize::from(reader.byte()?);
        let name = std::str::from_utf8(reader.take(length)?);
        labels.push(name.map_err(|_| WeightsError::Damaged { what: "a label's name" })?.to_owned());
    }
    let features = u32::from_le_bytes(reader.array()?) as usize;
    let entries = u32::from_le_bytes(reader.array()?) as usize;
    let length = u32::from_le_bytes(reader.array()?) as usize;
    let mut body = Reader { rest: reader.take(length)? };
    // A feature takes two bytes at least, a weight two: the numbers cannot ask for more memory than the file warrants.
    if features > length / 2 || entries > length / 2 {
        return Err(WeightsError::Damaged { what: "more weights than bytes" });
    }
    let mut table = Table {
        blocks: vec![Block::default(); 1 << (PLACE_BITS - 6)],
        offsets: Vec::with_capacity(features + 1),
        weights: Vec::with_capacity(entries),
    };
    let mut next_place = 0_u32;
    for _ in 0..features {
        let place = body.varint()?.checked_add(next_place).filter(|place| place >> PLACE_BITS == 0);
        let place = place.ok_or(WeightsError::Damaged { what: "a feature's place" })?;
        next_place = place + 1;
        table.blocks[(place >> 6) as usize].present |= 1 << (place & 63);
        table.offsets.push(table.weights.len() as u32);
        for _ in 0..body.byte()? {
            let [label, q] = body.array()?;
            if usize::from(label) >= count {
                return Err(WeightsError::Damaged { what: "a weight's label" });
            }
            let q = i16::from(i8::from_le_bytes([q]));
            table.weights.push(Weight { value: q * q.abs(), label });
        }
    }
    table.offsets.push(table.weights.len() as u32);
    let mut before = 0;
    for block in &mut table.blocks {
        block.before = before;
        before += block.present.count_ones();
    }
    if !body.rest.is_empty() || table.weights.len() != entries {
        return Err(WeightsError::Damaged { what: "a number of weights" });
    }
    Ok((labels, table))
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

/// The checksum of zip and PNG files.
#[expect(clippy::cast_possible_truncation, reason = "a place in a table of 256")]
fn crc32(bytes: &[u8]) -> u32 {
    const TABLE: [u32; 256] = {
        let mut table = [0; 256];
        let mut at = 0;
        while at < 256 {
            let mut value = at as u32;
            let mut bit = 0;
            while bit < 8 {
                value = if value & 1 == 1 { 0xEDB8_8320 ^ (value >> 1) } else { value >> 1 };
                bit += 1;
            }
            table[at] = value;
            at += 1;
        }
        table
    };
    !bytes
        .iter()
        .fold(!0, |sum, &byte| (sum >> 8) ^ TABLE[((sum ^ u32::from(byte)) & 0xFF) as usize])
}
