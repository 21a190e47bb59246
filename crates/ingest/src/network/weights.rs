//! The network's weights: read from their file and checked.
//!
//! | bytes | what |
//! | --- | --- |
//! | 4 | `CHNW` |
//! | 2 | version, 2 |
//! | 2, 2 | width: channels a word; size of a word's row |
//! | 2 | number of tables of features, then 2 each: rows of each |
//! | 2 | number of layers, then 2 each: dilation of each, 0 for a memory |
//! | 2 | number of heads, then 2 each: labels of each |
//! | 4 | number of words |
//! | … | words' hashes, ascending: each the distance from the one before (LEB128) |
//! | … | a row of signed bytes for words not known, then one for each word, in 1/64 |
//! | … | projection: a matrix from a row to a width |
//! | … | tables: a row of `width` signed bytes for each value of each feature, in 1/64 |
//! | … | for each layer a norm and a matrix from three widths to one, or two from a width to one for a memory; then the last norm |
//! | … | heads: a matrix from a width to all labels, padded to a multiple of 16 |
//! | … | transitions of the first head: 4 for each label before and after, in 1/256 |
//! | 4 | CRC-32 of all before |
//!
//! A matrix is signed bytes of seven bits, input by input for each output, then 4 each for every
//! output: scale, shift and bias (`(sum · scale + bias) >> shift` is in 1/256). A norm is 4 each for
//! every channel: scale, then shift (`(x · scale + shift) >> 12` is in 1/32, clamped to ±127). All
//! numbers are little-endian.

use crate::tagger::WeightsError;
use crate::tagger::crc32;

const MAGIC: &[u8] = b"CHNW";
const VERSION: u16 = 2;

/// Weights as they are used.
#[derive(Debug)]
pub(super) struct Weights {
    /// Channels a word.
    pub(super) width: usize,
    pub(super) words: Words,
    pub(super) project: Matrix,
    pub(super) tables: Vec<Table>,
    pub(super) layers: Vec<Layer>,
    /// One before each layer, and one before the heads.
    pub(super) norms: Vec<Norm>,
    pub(super) heads: Matrix,
    /// How many labels each head has.
    pub(super) sizes: Vec<usize>,
    /// Transitions between the labels of the first head.
    pub(super) chain: Vec<i32>,
}

/// A row of bytes for each known word, found by its hash.
#[derive(Debug)]
pub(super) struct Words {
    size: usize,
    /// Open addressing: hash and number of the row; row 0 for empty places.
    places: Vec<(u32, u32)>,
    /// Bytes with 128 for nought; row 0 for words not known.
    rows: Vec<u8>,
}

/// A row of bytes for each value of a feature.
#[derive(Debug)]
pub(super) struct Table {
    width: usize,
    rows: Vec<i8>,
}

/// What is between two norms.
#[derive(Debug)]
pub(super) enum Layer {
    /// A dilated convolution over three words.
    Near { dilation: usize, matrix: Matrix },
    /// What is kept of the words before, and of those after: for half the channels each, new values
    /// and then gates, which say how much of the old value stays.
    Memory { before: Matrix, after: Matrix },
}

/// Scale and shift of each channel.
#[derive(Debug)]
pub(super) struct Norm {
    pub(super) scale: Vec<i32>,
    pub(super) shift: Vec<i32>,
}

/// A matrix laid out for [`multiply`](super::simd::multiply).
#[derive(Debug)]
pub(crate) struct Matrix {
    inputs: usize,
    row: usize,
    /// Four inputs of each output beside each other.
    pub(super) packed: Vec<i8>,
    /// What sums begin with: that 128 stands for nought.
    pub(super) offsets: Vec<i32>,
    pub(super) scales: Vec<i32>,
    pub(super) shifts: Vec<i32>,
    pub(super) biases: Vec<i32>,
}

impl Weights {
    pub(super) fn parse(bytes: &[u8]) -> Result<Self, WeightsError> {
        let damaged = |what| WeightsError::Damaged { what };
        let Some((body, sum)) = bytes.split_last_chunk::<4>() else {
            return Err(WeightsError::Foreign);
        };
        let mut file = Reader { rest: body };
        if file.take(4) != Some(MAGIC) {
            return Err(WeightsError::Foreign);
        }
        let version = file.small().ok_or_else(|| damaged("the version"))?;
        if version != usize::from(VERSION) {
            return Err(WeightsError::OtherVersion { found: u16::try_from(version).unwrap_or(0) });
        }
        if crc32(body) != u32::from_le_bytes(*sum) {
            return Err(damaged("the checksum"));
        }
        Self::body(&mut file).filter(|_| file.rest.is_empty()).ok_or_else(|| damaged("a section"))
    }

    fn body(file: &mut Reader<'_>) -> Option<Self> {
        let (width, size) = (file.small()?, file.small()?);
        // No sum of products leaves 32 bits.
        let sound = |size: usize, unit| (1..=512).contains(&size) && size.is_multiple_of(unit);
        if !sound(width, 16) || !sound(size, 4) {
            return None;
        }
        let values = file.list()?;
        let dilations = file.list()?;
        let sizes = file.list()?;
        let words = Words::read(file, size)?;
        let project = Matrix::read(file, 1, size, width)?;
        let tables =
            values.iter().map(|count| Table::read(file, *count, width)).collect::<Option<_>>()?;
        let (mut norms, mut layers) = (Vec::new(), Vec::new());
        for dilation in dilations {
            norms.push(Norm::read(file, width)?);
            layers.push(if dilation == 0 {
                let mut half = || Matrix::read(file, 1, width, width);
                Layer::Memory { before: half()?, after: half()? }
            } else {
                Layer::Near { dilation, matrix: Matrix::read(file, 3, width, width)? }
            });
        }
        norms.push(Norm::read(file, width)?);
        let labels: usize = sizes.iter().sum();
        let heads = Matrix::read(file, 1, width, labels.next_multiple_of(16))?;
        let first = *sizes.first()?;
        let chain = file.numbers(first * first)?;
        Some(Self { width, words, project, tables, layers, norms, heads, sizes, chain })
    }

    /// How many labels all heads have together.
    pub(super) fn labels(&self) -> usize {
        self.sizes.iter().sum()
    }

    /// How far convolutions let a word's scores look to either side.
    pub(super) fn reach(&self) -> usize {
        self.dilations().sum()
    }

    /// How far one convolution looks.
    pub(super) fn margin(&self) -> usize {
        self.dilations().max().unwrap_or(0)
    }

    /// Whether something is kept from further away than convolutions look.
    pub(super) fn remembers(&self) -> bool {
        self.layers.iter().any(|layer| matches!(layer, Layer::Memory { .. }))
    }

    fn dilations(&self) -> impl Iterator<Item = usize> {
        self.layers.iter().map(|layer| match layer {
            Layer::Near { dilation, .. } => *dilation,
            Layer::Memory { .. } => 0,
        })
    }
}

impl Words {
    fn read(file: &mut Reader<'_>, size: usize) -> Option<Self> {
        let count = usize::try_from(file.number()?).ok()?;
        if count > file.rest.len() {
            return None;
        }
        let mut places = vec![(0, 0); (2 * count + 1).next_power_of_two()];
        let mask = places.len() - 1;
        let mut hash = 0_u32;
        for row in 1..=u32::try_from(count).ok()? {
            hash = hash.checked_add(file.leb128()?)?;
            let mut at = hash as usize & mask;
            while places[at].1 != 0 {
                at = (at + 1) & mask;
            }
            places[at] = (hash, row);
        }
        let rows = file.take((count + 1).checked_mul(size)?)?;
        let rows = rows.iter().map(|byte| byte.wrapping_add(128)).collect();
        Some(Self { size, places, rows })
    }

    /// The row of the word with this hash.
    #[inline]
    pub(super) fn row(&self, hash: u32) -> &[u8] {
        let mask = self.places.len() - 1;
        let mut at = hash as usize & mask;
        while self.places[at].1 != 0 && self.places[at].0 != hash {
            at = (at + 1) & mask;
        }
        let row = self.places[at].1 as usize;
        &self.rows[row * self.size..(row + 1) * self.size]
    }
}

impl Table {
    fn read(file: &mut Reader<'_>, count: usize, width: usize) -> Option<Self> {
        let rows = file.take(count.checked_mul(width)?).filter(|rows| !rows.is_empty())?;
        Some(Self { width, rows: rows.iter().map(|byte| byte.cast_signed()).collect() })
    }

    /// The row of a value; that of the last for values there are not.
    #[inline]
    pub(super) fn row(&self, value: u16) -> &[i8] {
        let start = usize::from(value) * self.width;
        self.rows
            .get(start..start + self.width)
            .unwrap_or_else(|| &self.rows[self.rows.len() - self.width..])
    }
}

impl Norm {
    fn read(file: &mut Reader<'_>, width: usize) -> Option<Self> {
        Some(Self { scale: file.numbers(width)?, shift: file.numbers(width)? })
    }
}

impl Matrix {
    fn read(file: &mut Reader<'_>, rows: usize, row: usize, outputs: usize) -> Option<Self> {
        let inputs = rows * row;
        let weights = file.take(inputs.checked_mul(outputs)?)?;
        let weights: Vec<i8> = weights.iter().map(|byte| byte.cast_signed()).collect();
        // Of seven bits: what the kernels rest on.
        if weights.iter().any(|weight| weight.unsigned_abs() > 63) {
            return None;
        }
        let scales = file.numbers(outputs)?;
        let shifts = file.numbers(outputs)?;
        let biases = file.numbers(outputs)?;
        Some(Self::new(&weights, row, inputs, scales, shifts, biases))
    }

    fn new(
        weights: &[i8],
        row: usize,
        inputs: usize,
        scales: Vec<i32>,
        shifts: Vec<i32>,
        biases: Vec<i32>,
    ) -> Self {
        let outputs = scales.len();
        let mut packed = vec![0; inputs * outputs];
        let mut offsets = vec![0; outputs];
        for (output, weights) in weights.chunks_exact(inputs).enumerate() {
            for (input, weight) in weights.iter().enumerate() {
                packed[(input / 4 * outputs + output) * 4 + input % 4] = *weight;
                offsets[output] -= 128 * i32::from(*weight);
            }
        }
        Self { inputs, row, packed, offsets, scales, shifts, biases }
    }

    /// Bytes of one row of input.
    pub(crate) fn row(&self) -> usize {
        self.row
    }

    /// Bytes of all rows that make one output.
    pub(crate) fn inputs(&self) -> usize {
        self.inputs
    }

    pub(crate) fn outputs(&self) -> usize {
        self.offsets.len()
    }

    /// Sums as numbers in 1/256.
    pub(super) fn finish(&self, sums: &[i32], into: &mut [i32]) {
        let told = self.scales.iter().zip(&self.shifts).zip(&self.biases);
        for ((into, sum), ((scale, shift), bias)) in into.iter_mut().zip(sums).zip(told) {
            *into = sum.wrapping_mul(*scale).wrapping_add(*bias) >> (shift & 31);
        }
    }

    /// The same, in sixteen bits.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "compiled anew for each level's instructions")]
    #[expect(clippy::cast_possible_truncation, reason = "clamped before")]
    pub(super) fn finish_narrow(&self, sums: &[i32], into: &mut [i16]) {
        let told = self.scales.iter().zip(&self.shifts).zip(&self.biases);
        for ((into, sum), ((scale, shift), bias)) in into.iter_mut().zip(sums).zip(told) {
            let value = sum.wrapping_mul(*scale).wrapping_add(*bias) >> (shift & 31);
            *into = value.clamp(i32::from(i16::MIN), i32::from(i16::MAX)) as i16;
        }
    }

    #[cfg(test)]
    #[expect(clippy::cast_possible_truncation, reason = "between -63 and 63")]
    pub(super) fn made_up(
        row: usize,
        rows: usize,
        outputs: usize,
        mut numbers: impl Iterator<Item = u32>,
    ) -> Self {
        let mut next = |below: u32| (numbers.next().unwrap_or(0) % below).cast_signed();
        // The heaviest weights among others.
        let mut weight = || match next(4) {
            0 => 63,
            1 => -63,
            _ => (next(127) - 63) as i8,
        };
        let weights: Vec<i8> = (0..row * rows * outputs).map(|_| weight()).collect();
        let scales = (0..outputs).map(|_| next(512)).collect();
        let shifts = (0..outputs).map(|_| 6 + next(10)).collect();
        let biases = (0..outputs).map(|_| next(1 << 20) - (1 << 19)).collect();
        Self::new(&weights, row, row * rows, scales, shifts, biases)
    }
}

/// Takes a file apart from its start.
struct Reader<'b> {
    rest: &'b [u8],
}

impl<'b> Reader<'b> {
    fn take(&mut self, count: usize) -> Option<&'b [u8]> {
        let (taken, rest) = self.rest.split_at_checked(count)?;
        self.rest = rest;
        Some(taken)
    }

    fn small(&mut self) -> Option<usize> {
        let bytes = self.take(2)?;
        Some(usize::from(u16::from_le_bytes([bytes[0], bytes[1]])))
    }

    fn number(&mut self) -> Option<u32> {
        let bytes = self.take(4)?.try_into().ok()?;
        Some(u32::from_le_bytes(bytes))
    }

    fn numbers(&mut self, count: usize) -> Option<Vec<i32>> {
        let bytes = self.take(count.checked_mul(4)?)?;
        let (numbers, _) = bytes.as_chunks::<4>();
        Some(numbers.iter().map(|bytes| i32::from_le_bytes(*bytes)).collect())
    }

    /// A count, and so many small numbers.
    fn list(&mut self) -> Option<Vec<usize>> {
        (0..self.small()?).map(|_| self.small()).collect()
    }

    fn leb128(&mut self) -> Option<u32> {
        let mut value = 0_u32;
        for shift in (0..35).step_by(7) {
            let byte = *self.take(1)?.first()?;
            value |= u32::from(byte & 0x7F).checked_shl(shift)?;
            if byte & 0x80 == 0 {
                return Some(value);
            }
        }
        None
    }
}
