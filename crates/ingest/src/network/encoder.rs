//! From words to scores: the convolutions, a stretch of words at a time.

use super::sight::Sight;
use super::simd::{Level, add_positive, multiply, normalise};
use super::weights::Weights;
use std::ops::Range;

/// So many words are worked on at once: they stay in the processor's cache, however long a text is.
const STRETCH: usize = 768;

/// Gives the scores of every word for every label, one head's labels after another's, in 1/256, a
/// stretch of words at a time and in order. `sights` tells what there is to see of some words.
pub(super) fn scores(
    weights: &Weights,
    level: Level,
    words: usize,
    sights: impl Fn(Range<usize>) -> Vec<Sight>,
    mut each: impl FnMut(&[i32]),
) {
    let labels = weights.labels();
    let mut work = Work::default();
    let mut scores = vec![0; STRETCH.min(words) * labels];
    let reach = weights.reach();
    let outputs = weights.heads.outputs();
    let mut start = 0;
    while start < words {
        let end = (start + STRETCH).min(words);
        // What a word's score depends on, and no more, is worked out again at the seams.
        let seen = start.saturating_sub(reach)..(end + reach).min(words);
        work.run(weights, level, &sights(seen.clone()));
        let scores = &mut scores[..(end - start) * labels];
        for (at, scores) in (start..end).zip(scores.chunks_exact_mut(labels)) {
            weights.heads.finish(&work.sums[(at - seen.start) * outputs..][..labels], scores);
        }
        each(scores);
        start = end;
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
}

impl Work {
    fn run(&mut self, weights: &Weights, level: Level, sights: &[Sight]) {
        let (width, count) = (weights.width, sights.len());
        self.words(weights, level, sights);
        let margin = weights.margin();
        self.bytes.clear();
        self.bytes.resize((count + 2 * margin) * width, 128);
        let inner: Range<usize> = margin * width..(margin + count) * width;
        self.sums.resize(count * width, 0);
        for (layer, norm) in weights.layers.iter().zip(&weights.norms) {
            normalise(level, &self.x, &norm.scale, &norm.shift, &mut self.bytes[inner.clone()]);
            let at = |by: isize| (margin.saturating_add_signed(by)) * width;
            let by = layer.dilation.cast_signed();
            let rows = [at(-by), at(0), at(by)];
            multiply(level, &layer.matrix, &self.bytes, &rows, count, &mut self.sums);
            add_positive(level, &self.sums, &layer.matrix, &mut self.x);
        }
        if let Some(norm) = weights.norms.last() {
            normalise(level, &self.x, &norm.scale, &norm.shift, &mut self.bytes[inner]);
        }
        self.sums.resize(count * weights.heads.outputs(), 0);
        multiply(level, &weights.heads, &self.bytes, &[margin * width], count, &mut self.sums);
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
        for ((x, sums), sight) in
            self.x.chunks_exact_mut(width).zip(self.sums.chunks_exact(width)).zip(sights)
        {
            weights.project.finish_narrow(sums, x);
            for (table, value) in weights.tables.iter().zip(sight.features) {
                for (x, told) in x.iter_mut().zip(table.row(value)) {
                    *x = x.saturating_add(i16::from(*told) * 4);
                }
            }
        }
    }
}
