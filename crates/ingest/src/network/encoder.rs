//! From words to scores: convolutions and memories, a stretch of words at a time.

use super::sight::Sight;
use super::simd::{Kernel, Level, Way, add_positive, multiply, normalise, remember};
use super::weights::{Layer, Matrix, Weights};
use std::cell::RefCell;
use std::ops::Range;

/// So many words are worked on at once, however long a text is: most articles are one stretch.
pub(super) const STRETCH: usize = 3072;

/// So many words beyond a stretch are read for what memories keep of them; of what is further away
/// little is left.
const RECENT: usize = 96;

/// The products of so many words are worked out at once: they stay in the processor's nearest cache.
const CHUNK: usize = 96;

/// Gives the scores of every word for every label, one head's labels after another's, in 1/256, a
/// stretch of words at a time and in order. `sights` tells what there is to see of some words.
pub(super) fn scores(
    weights: &Weights,
    level: Level,
    words: usize,
    sights: impl Fn(Range<usize>) -> Vec<Sight>,
    each: impl FnMut(&[i32]),
) {
    thread_local! {
        // Kept from text to text: at most some four megabytes a thread, which need not be asked of
        // the system and cleared each time.
        static WORK: RefCell<Work> = RefCell::default();
    }
    // Whoever reads another text while one is read works with space of their own.
    WORK.with(|work| match work.try_borrow_mut() {
        Ok(mut work) => work.scores(weights, level, words, sights, each),
        Err(_) => Work::default().scores(weights, level, words, sights, each),
    });
}

impl Work {
    fn scores(
        &mut self,
        weights: &Weights,
        level: Level,
        words: usize,
        sights: impl Fn(Range<usize>) -> Vec<Sight>,
        mut each: impl FnMut(&[i32]),
    ) {
        let labels = weights.labels();
        let mut scores = vec![0; STRETCH.min(words) * labels];
        let reach = weights.reach() + if weights.remembers() { RECENT } else { 0 };
        let outputs = weights.heads.outputs();
        let mut start = 0;
        while start < words {
            let end = (start + STRETCH).min(words);
            // What a word's score depends on is worked out again at the seams.
            let seen = start.saturating_sub(reach)..(end + reach).min(words);
            self.run(weights, level, &sights(seen.clone()));
            let scores = &mut scores[..(end - start) * labels];
            for (at, scores) in (start..end).zip(scores.chunks_exact_mut(labels)) {
                weights.heads.finish(&self.sums[(at - seen.start) * outputs..][..labels], scores);
            }
            each(scores);
            start = end;
        }
    }
}

/// Space that is used again.
#[derive(Default)]
struct Work {
    /// The channels of each word.
    x: Vec<i16>,
    /// The same as bytes, with room for words beyond either end.
    bytes: Vec<u8>,
    sums: Vec<i32>,
    /// What memories hold, in 1/65536.
    kept: Vec<i32>,
}

fn chunks(count: usize) -> impl DoubleEndedIterator<Item = Range<usize>> {
    (0..count.div_ceil(CHUNK)).map(move |at| at * CHUNK..((at + 1) * CHUNK).min(count))
}

impl Work {
    fn run(&mut self, weights: &Weights, level: Level, sights: &[Sight]) {
        let (width, count) = (weights.width, sights.len());
        self.words(weights, level, sights);
        let margin = weights.margin();
        let inner: Range<usize> = margin * width..(margin + count) * width;
        self.bytes.resize(inner.end + margin * width, 128);
        self.bytes[..inner.start].fill(128);
        self.bytes[inner.end..].fill(128);
        for (layer, norm) in weights.layers.iter().zip(&weights.norms) {
            normalise(level, &self.x, &norm.scale, &norm.shift, &mut self.bytes[inner.clone()]);
            match layer {
                Layer::Near { dilation, matrix } => {
                    let at = |by: isize| (margin.saturating_add_signed(by)) * width;
                    let by = dilation.cast_signed();
                    let rows = [at(-by), at(0), at(by)];
                    for chunk in chunks(count) {
                        let sums = self.multiply(level, matrix, &rows, chunk.clone());
                        let x = chunk.start * width..chunk.end * width;
                        add_positive(level, &self.sums[sums], matrix, &mut self.x[x]);
                    }
                }
                Layer::Memory { before, after } => {
                    let rows = [margin * width];
                    self.kept.clear();
                    self.kept.resize(width, 0);
                    for chunk in chunks(count) {
                        self.remember(level, before, &rows, chunk, Way::Forward);
                    }
                    for chunk in chunks(count).rev() {
                        self.remember(level, after, &rows, chunk, Way::Backward);
                    }
                }
            }
        }
        if let Some(norm) = weights.norms.last() {
            normalise(level, &self.x, &norm.scale, &norm.shift, &mut self.bytes[inner]);
        }
        self.sums.resize(count * weights.heads.outputs(), 0);
        multiply(level, &weights.heads, &self.bytes, &[margin * width], count, &mut self.sums);
    }

    /// The products of some words; gives where they are in `sums`.
    fn multiply(
        &mut self,
        level: Level,
        matrix: &Matrix,
        rows: &[usize],
        words: Range<usize>,
    ) -> Range<usize> {
        let sums = 0..words.len() * matrix.outputs();
        self.sums.resize(sums.end.max(self.sums.len()), 0);
        let mut at = [0; 3];
        for (at, row) in at.iter_mut().zip(rows) {
            *at = row + words.start * matrix.row();
        }
        let at = &at[..rows.len().min(3)];
        multiply(level, matrix, &self.bytes, at, words.len(), &mut self.sums[sums.clone()]);
        sums
    }

    fn remember(
        &mut self,
        level: Level,
        matrix: &Matrix,
        rows: &[usize],
        words: Range<usize>,
        way: Way,
    ) {
        let sums = self.multiply(level, matrix, rows, words.clone());
        let width = matrix.outputs();
        let x = &mut self.x[words.start * width..words.end * width];
        remember(level, &self.sums[sums], matrix, way, &mut self.kept, x);
    }

    /// What each word brings with it: its row, projected, and its features' tables.
    fn words(&mut self, weights: &Weights, level: Level, sights: &[Sight]) {
        let (width, count) = (weights.width, sights.len());
        self.bytes.clear();
        for sight in sights {
            self.bytes.extend_from_slice(weights.words.row(sight.word));
        }
        self.sums.resize(count * width, 0);
        multiply(level, &weights.project, &self.bytes, &[0], count, &mut self.sums);
        self.x.clear();
        self.x.resize(count * width, 0);
        level.run(Told { weights, sights, sums: &self.sums, x: &mut self.x });
    }
}

/// What words bring with them, added up in their channels.
struct Told<'a> {
    weights: &'a Weights,
    sights: &'a [Sight],
    sums: &'a [i32],
    x: &'a mut [i16],
}

impl Kernel for Told<'_> {
    type Output = ();

    #[inline(always)]
    #[expect(clippy::inline_always, reason = "compiled anew for each level's instructions")]
    fn run(self) {
        let Self { weights, sights, sums, x } = self;
        let words = x.chunks_exact_mut(weights.width).zip(sums.chunks_exact(weights.width));
        for ((x, sums), sight) in words.zip(sights) {
            weights.project.finish_narrow(sums, x);
            for (table, value) in weights.tables.iter().zip(sight.features) {
                for (x, told) in x.iter_mut().zip(table.row(value)) {
                    *x = x.saturating_add(i16::from(*told) * 4);
                }
            }
        }
    }
}
