//! Whole-number kernels: products of unsigned and signed bytes, and what lies between two of them.
//!
//! Three ways, chosen when a program starts: AVX-512 VNNI, AVX2, and plain Rust for all else. They
//! give the same numbers to the last bit: weights have seven bits, so that no pair of products
//! leaves sixteen bits, and sums of 32 bits are exact in any order.
//!
//! The one file of this crate with unsafe code: vector instructions, and reads that they need.
#![expect(unsafe_code, reason = "vector instructions")]

use super::weights::Matrix;
use std::sync::OnceLock;

/// Which instructions to use: a proof that this processor has them, which nobody makes but [`Level::all`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Level(Instructions);

/// Instructions beyond what every processor has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Instructions {
    None,
    /// AVX2, POPCNT, BMI1 and BMI2.
    #[cfg(target_arch = "x86_64")]
    Avx2,
    /// Those, and AVX-512 F, BW, DQ, VL and VNNI.
    #[cfg(target_arch = "x86_64")]
    Vnni,
}

impl Level {
    /// What every processor has.
    pub(crate) const PLAIN: Self = Self(Instructions::None);

    /// The best that this processor has.
    pub(crate) fn best() -> Self {
        static BEST: OnceLock<Level> = OnceLock::new();
        *BEST.get_or_init(|| Self::all().last().copied().unwrap_or(Self::PLAIN))
    }

    /// All that this processor has, the slowest first.
    pub(crate) fn all() -> Vec<Self> {
        #[cfg_attr(not(target_arch = "x86_64"), expect(unused_mut, reason = "there is only one"))]
        let mut all = vec![Self::PLAIN];
        #[cfg(target_arch = "x86_64")]
        {
            if is_x86_feature_detected!("avx2")
                && is_x86_feature_detected!("popcnt")
                && is_x86_feature_detected!("bmi1")
                && is_x86_feature_detected!("bmi2")
            {
                all.push(Self(Instructions::Avx2));
                if is_x86_feature_detected!("avx512f")
                    && is_x86_feature_detected!("avx512bw")
                    && is_x86_feature_detected!("avx512dq")
                    && is_x86_feature_detected!("avx512vl")
                    && is_x86_feature_detected!("avx512vnni")
                {
                    all.push(Self(Instructions::Vnni));
                }
            }
        }
        all
    }

    /// Does some work with the level's instructions.
    #[inline]
    pub(crate) fn run<K: Kernel>(self, kernel: K) -> K::Output {
        #[cfg(target_arch = "x86_64")]
        #[target_feature(enable = "avx2,popcnt,bmi1,bmi2")]
        fn avx2<K: Kernel>(kernel: K) -> K::Output {
            kernel.run()
        }
        #[cfg(target_arch = "x86_64")]
        #[target_feature(enable = "avx2,popcnt,bmi1,bmi2,avx512f,avx512bw,avx512dq,avx512vl")]
        fn avx512<K: Kernel>(kernel: K) -> K::Output {
            kernel.run()
        }
        match self.0 {
            Instructions::None => kernel.run(),
            // SAFETY: `Level` says that the processor has the instructions.
            #[cfg(target_arch = "x86_64")]
            Instructions::Avx2 => unsafe { avx2(kernel) },
            #[cfg(target_arch = "x86_64")]
            Instructions::Vnni => unsafe { avx512(kernel) },
        }
    }
}

/// Work in plain Rust that is compiled anew for each level's instructions; it is the same code, with
/// the same outcome, for all.
pub(crate) trait Kernel {
    /// What comes of it.
    type Output;

    /// Does it. Always inlined, and so is all that it calls for each number: what is not is
    /// compiled for every processor.
    fn run(self) -> Self::Output;
}

/// For each of `count` outputs the sums of the products of some rows of bytes with a matrix.
///
/// The input of output `i` is made of one row for each entry of `at`, which tells where the row of
/// output 0 begins; those of output `i` begin `i` rows of `matrix.row()` bytes later. `sums` has
/// `matrix.outputs()` numbers for each output.
pub(crate) fn multiply(
    level: Level,
    matrix: &Matrix,
    bytes: &[u8],
    at: &[usize],
    count: usize,
    sums: &mut [i32],
) {
    let row = matrix.row();
    let fits = at.len() * row == matrix.inputs()
        && at.iter().all(|start| start + count * row <= bytes.len())
        && sums.len() >= count * matrix.outputs();
    assert!(fits, "rows, matrix and sums have the same shape");
    match level.0 {
        Instructions::None => multiply_plain(matrix, bytes, at, count, sums),
        // SAFETY: `Level` says that the processor has the instructions, and every read lies within
        // the rows that were checked above.
        #[cfg(target_arch = "x86_64")]
        Instructions::Avx2 => unsafe { x86::multiply_avx2(matrix, bytes, at, count, sums) },
        #[cfg(target_arch = "x86_64")]
        Instructions::Vnni => unsafe { x86::multiply_vnni(matrix, bytes, at, count, sums) },
    }
}

fn multiply_plain(matrix: &Matrix, bytes: &[u8], at: &[usize], count: usize, sums: &mut [i32]) {
    let (row, outputs) = (matrix.row(), matrix.outputs());
    for (i, sums) in sums.chunks_exact_mut(outputs).take(count).enumerate() {
        sums.copy_from_slice(&matrix.offsets);
        let mut packed = matrix.packed.chunks_exact(4 * outputs);
        for start in at {
            let input = &bytes[start + i * row..start + (i + 1) * row];
            for (four, weights) in input.chunks_exact(4).zip(&mut packed) {
                for (sum, weights) in sums.iter_mut().zip(weights.chunks_exact(4)) {
                    for (byte, weight) in four.iter().zip(weights) {
                        *sum += i32::from(*byte) * i32::from(*weight);
                    }
                }
            }
        }
    }
}

/// Which half of the channels, and from which end of the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// The first half, from the first word on.
    Forward,
    /// The second half, from the last word back.
    Backward,
}

/// Calls a function compiled for the level's instructions; it is the same code for all.
macro_rules! compiled_for_each_level {
    ($(#[$meta:meta])* $name:ident, $plain:ident, ($($arg:ident: $type:ty),*)) => {
        $(#[$meta])*
        pub(crate) fn $name(level: Level, $($arg: $type),*) {
            #[cfg(target_arch = "x86_64")]
            #[target_feature(enable = "avx2")]
            fn avx2($($arg: $type),*) {
                $plain($($arg),*);
            }
            #[cfg(target_arch = "x86_64")]
            #[target_feature(enable = "avx512f,avx512bw,avx512vl")]
            fn avx512($($arg: $type),*) {
                $plain($($arg),*);
            }
            match level.0 {
                Instructions::None => $plain($($arg),*),
                // SAFETY: `Level` says that the processor has the instructions.
                #[cfg(target_arch = "x86_64")]
                Instructions::Avx2 => unsafe { avx2($($arg),*) },
                #[cfg(target_arch = "x86_64")]
                Instructions::Vnni => unsafe { avx512($($arg),*) },
            }
        }
    };
}

compiled_for_each_level! {
    /// Scales and shifts each channel and rounds it to a byte, 128 for nought.
    normalise, normalise_plain, (x: &[i16], scale: &[i32], shift: &[i32], bytes: &mut [u8])
}

compiled_for_each_level! {
    /// Adds what a layer found, where it is above nought.
    add_positive, add_positive_plain, (sums: &[i32], matrix: &Matrix, x: &mut [i16])
}

compiled_for_each_level! {
    /// Takes up what each word brings into what is kept, as its gate says, and adds what is kept to
    /// the word's channels.
    remember, remember_plain,
    (sums: &[i32], matrix: &Matrix, way: Way, kept: &mut [i32], x: &mut [i16])
}

#[inline(always)]
#[expect(clippy::inline_always, reason = "compiled anew for each level's instructions")]
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped before")]
fn normalise_plain(x: &[i16], scale: &[i32], shift: &[i32], bytes: &mut [u8]) {
    let width = scale.len();
    for (x, bytes) in x.chunks_exact(width).zip(bytes.chunks_exact_mut(width)) {
        for (((byte, x), scale), shift) in bytes.iter_mut().zip(x).zip(scale).zip(shift) {
            let value = i32::from(*x).wrapping_mul(*scale).wrapping_add(*shift) >> 12;
            *byte = (value.clamp(-127, 127) + 128) as u8;
        }
    }
}

#[inline(always)]
#[expect(clippy::inline_always, reason = "compiled anew for each level's instructions")]
#[expect(clippy::cast_possible_truncation, reason = "clamped before")]
fn add_positive_plain(sums: &[i32], matrix: &Matrix, x: &mut [i16]) {
    let width = matrix.outputs();
    let Matrix { scales, shifts, biases, .. } = matrix;
    for (sums, x) in sums.chunks_exact(width).zip(x.chunks_exact_mut(width)) {
        let told = scales.iter().zip(shifts).zip(biases);
        for ((x, sum), ((scale, shift), bias)) in x.iter_mut().zip(sums).zip(told) {
            let value = sum.wrapping_mul(*scale).wrapping_add(*bias) >> (shift & 31);
            *x = x.saturating_add(value.clamp(0, i32::from(i16::MAX)) as i16);
        }
    }
}

/// Values are clamped to ±8 and kept in 1/65536; gates, in 1/256, are half open at nought and say
/// how much stays.
#[inline(always)]
#[expect(clippy::inline_always, reason = "compiled anew for each level's instructions")]
#[expect(clippy::cast_possible_truncation, reason = "never more than eight in 1/256")]
fn remember_plain(sums: &[i32], matrix: &Matrix, way: Way, kept: &mut [i32], x: &mut [i16]) {
    let width = matrix.outputs();
    let half = width / 2;
    let (scales, gate_scales) = matrix.scales.split_at(half);
    let (shifts, gate_shifts) = matrix.shifts.split_at(half);
    let (biases, gate_biases) = matrix.biases.split_at(half);
    let from = if way == Way::Forward { 0 } else { half };
    let kept = &mut kept[from..from + half];
    let words = x.len() / width;
    for at in 0..words {
        let at = if way == Way::Forward { at } else { words - 1 - at };
        let (values, gates) = sums[at * width..(at + 1) * width].split_at(half);
        let x = &mut x[at * width + from..at * width + from + half];
        let of_value = values.iter().zip(scales).zip(shifts.iter().zip(biases));
        let of_gate = gates.iter().zip(gate_scales).zip(gate_shifts.iter().zip(gate_biases));
        for (((x, kept), value), gate) in x.iter_mut().zip(&mut *kept).zip(of_value).zip(of_gate) {
            let finish = |((sum, scale), (shift, bias)): ((&i32, &i32), (&i32, &i32))| {
                sum.wrapping_mul(*scale).wrapping_add(*bias) >> (shift & 31)
            };
            let value = finish(value).clamp(-2048, 2048) << 8;
            let stays = (128 + (finish(gate) >> 3)).clamp(0, 256);
            *kept += ((256 - stays) * (value - *kept)) >> 8;
            *x = x.saturating_add((*kept >> 8) as i16);
        }
    }
}

#[cfg(target_arch = "x86_64")]
#[expect(clippy::cast_ptr_alignment, reason = "loads and stores are of the unaligned kind")]
mod x86 {
    use super::Matrix;
    use std::arch::x86_64::{
        __m256i, __m512i, _mm256_add_epi32, _mm256_loadu_si256, _mm256_madd_epi16,
        _mm256_maddubs_epi16, _mm256_set1_epi16, _mm256_set1_epi32, _mm256_storeu_si256,
        _mm512_dpbusd_epi32, _mm512_loadu_si512, _mm512_set1_epi32, _mm512_storeu_si512,
    };

    /// # Safety
    /// The processor has the instructions, and shapes are as `multiply` checks them.
    #[target_feature(enable = "avx512f,avx512bw,avx512vnni")]
    pub(super) unsafe fn multiply_vnni(
        matrix: &Matrix,
        bytes: &[u8],
        at: &[usize],
        count: usize,
        sums: &mut [i32],
    ) {
        // SAFETY: passed on.
        unsafe {
            match matrix.outputs() / 16 {
                1 => vnni::<1, 8>(matrix, bytes, at, count, sums),
                2 => vnni::<2, 8>(matrix, bytes, at, count, sums),
                6 => vnni::<6, 4>(matrix, bytes, at, count, sums),
                7 => vnni::<7, 3>(matrix, bytes, at, count, sums),
                8 => vnni::<8, 3>(matrix, bytes, at, count, sums),
                _ => super::multiply_plain(matrix, bytes, at, count, sums),
            }
        }
    }

    /// `BLOCKS` times 16 outputs of `ROWS` rows at once.
    #[target_feature(enable = "avx512f,avx512bw,avx512vnni")]
    unsafe fn vnni<const BLOCKS: usize, const ROWS: usize>(
        matrix: &Matrix,
        bytes: &[u8],
        at: &[usize],
        count: usize,
        sums: &mut [i32],
    ) {
        let row = matrix.row();
        let mut i = 0;
        while i < count {
            // The last rows are counted twice rather than one by one.
            let from = if i + ROWS <= count { i } else { count.saturating_sub(ROWS) };
            let rows = ROWS.min(count);
            // SAFETY: `multiply` checked that rows `from..from + rows` lie within `bytes`, the
            // packed matrix has `4 * outputs` bytes for each four inputs, and offsets and sums
            // have a number for each output.
            unsafe {
                let offsets = matrix.offsets.as_ptr();
                let mut all = [[_mm512_set1_epi32(0); BLOCKS]; ROWS];
                for row in &mut all {
                    for (block, sum) in row.iter_mut().enumerate() {
                        *sum = _mm512_loadu_si512(offsets.add(16 * block).cast::<__m512i>());
                    }
                }
                let mut weights = matrix.packed.as_ptr();
                for start in at {
                    let input = bytes.as_ptr().add(start + from * row);
                    for four in 0..row / 4 {
                        let mut loaded = [_mm512_set1_epi32(0); BLOCKS];
                        for (block, loaded) in loaded.iter_mut().enumerate() {
                            *loaded = _mm512_loadu_si512(weights.add(64 * block).cast::<__m512i>());
                        }
                        for (i, sums) in all.iter_mut().enumerate().take(rows) {
                            let four = input.add(i * row + 4 * four).cast::<i32>().read_unaligned();
                            let four = _mm512_set1_epi32(four);
                            for (sum, loaded) in sums.iter_mut().zip(loaded) {
                                *sum = _mm512_dpbusd_epi32(*sum, four, loaded);
                            }
                        }
                        weights = weights.add(64 * BLOCKS);
                    }
                }
                for (i, row) in all.iter().enumerate().take(rows) {
                    let out = sums.as_mut_ptr().add((from + i) * 16 * BLOCKS);
                    for (block, sum) in row.iter().enumerate() {
                        _mm512_storeu_si512(out.add(16 * block).cast::<__m512i>(), *sum);
                    }
                }
            }
            i += ROWS;
        }
    }

    /// # Safety
    /// The processor has the instructions, and shapes are as `multiply` checks them.
    #[target_feature(enable = "avx2")]
    pub(super) unsafe fn multiply_avx2(
        matrix: &Matrix,
        bytes: &[u8],
        at: &[usize],
        count: usize,
        sums: &mut [i32],
    ) {
        let (row, outputs) = (matrix.row(), matrix.outputs());
        let ones = _mm256_set1_epi16(1);
        for i in 0..count {
            for block in 0..outputs / 16 {
                // SAFETY: as in `vnni`, sixteen outputs of one row at a time.
                unsafe {
                    let offsets = matrix.offsets.as_ptr().add(16 * block).cast::<__m256i>();
                    let mut low = _mm256_loadu_si256(offsets);
                    let mut high = _mm256_loadu_si256(offsets.add(1));
                    let mut weights = matrix.packed.as_ptr().add(64 * block);
                    for start in at {
                        let input = bytes.as_ptr().add(start + i * row);
                        for four in 0..row / 4 {
                            let four = input.add(4 * four).cast::<i32>().read_unaligned();
                            let four = _mm256_set1_epi32(four);
                            let first = _mm256_loadu_si256(weights.cast::<__m256i>());
                            let second = _mm256_loadu_si256(weights.cast::<__m256i>().add(1));
                            let first = _mm256_maddubs_epi16(four, first);
                            let second = _mm256_maddubs_epi16(four, second);
                            low = _mm256_add_epi32(low, _mm256_madd_epi16(first, ones));
                            high = _mm256_add_epi32(high, _mm256_madd_epi16(second, ones));
                            weights = weights.add(4 * outputs);
                        }
                    }
                    let out = sums.as_mut_ptr().add(i * outputs + 16 * block).cast::<__m256i>();
                    _mm256_storeu_si256(out, low);
                    _mm256_storeu_si256(out.add(1), high);
                }
            }
        }
    }
}

#[cfg(test)]
#[expect(clippy::cast_possible_truncation, reason = "numbers without a pattern")]
mod tests {
    use super::*;

    /// Numbers without a pattern.
    fn numbers(seed: u32) -> impl Iterator<Item = u32> {
        std::iter::successors(Some(seed), |last| {
            Some(last.wrapping_mul(1_664_525).wrapping_add(1_013_904_223))
        })
        .map(|number| number >> 8)
    }

    #[test]
    fn every_level_gives_the_same_numbers() {
        for (row, rows, outputs) in
            [(96, 3, 96), (112, 3, 112), (128, 3, 128), (64, 1, 112), (96, 1, 16), (4, 2, 32)]
        {
            let matrix = Matrix::made_up(row, rows, outputs, numbers(7));
            for count in [1, 2, 3, 5, 8, 61] {
                // The worst bytes among others.
                let bytes: Vec<u8> = numbers(3)
                    .map(|number| if number % 3 == 0 { 255 } else { (number % 256) as u8 })
                    .take((count + 2 * rows) * row)
                    .collect();
                let at: Vec<usize> = (0..rows).map(|i| i * row * 2).collect();
                let mut known = None;
                for level in Level::all() {
                    let mut sums = vec![0; count * outputs];
                    multiply(level, &matrix, &bytes, &at, count, &mut sums);
                    let mut x: Vec<i16> =
                        numbers(5).map(|number| number as i16).take(count * outputs).collect();
                    add_positive(level, &sums, &matrix, &mut x);
                    let mut kept = vec![0; outputs];
                    for way in [Way::Forward, Way::Backward] {
                        remember(level, &sums, &matrix, way, &mut kept, &mut x);
                    }
                    let scale: Vec<i32> =
                        numbers(9).map(|n| (n % 8000).cast_signed()).take(outputs).collect();
                    let mut normal = vec![0; count * outputs];
                    normalise(level, &x, &scale, &scale, &mut normal);
                    let found = (sums, x, kept, normal);
                    match &known {
                        Some(known) => {
                            assert_eq!(*known, found, "{level:?}, {count} rows of {row}");
                        }
                        None => known = Some(found),
                    }
                }
            }
        }
    }
}
