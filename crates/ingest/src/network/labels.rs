//! From scores to marks: the best path of labels.

use std::ops::Range;

/// What a word is marked as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// Whoever is said to say it.
    Source,
    /// The words that say that it is said.
    Cue,
    /// What is said.
    Content,
}

impl Part {
    const ALL: [Self; 3] = [Self::Source, Self::Cue, Self::Content];
}

/// A stretch of words that is marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marked {
    /// As what.
    pub part: Part,
    /// The words, by their places in the text.
    pub words: Range<usize>,
    /// How sure that is, by the word: the difference between this mark's score and the best other
    /// one's, on the average of its words, in 1/256 nat.
    pub margin: i32,
}

/// A stretch of words that is marked as one of several things.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkedAs<T> {
    /// As what.
    pub what: T,
    /// The words, by their places in the text.
    pub words: Range<usize>,
    /// How sure that is, by the word, as [`Marked::margin`].
    pub margin: i32,
}

/// The stretches that the best path of labels marks, in order of the text. Labels are O, and first
/// and further words of each part; `chain` has what it is worth that one label follows another.
///
/// # Complexity
/// O(words · labels²).
pub(super) fn marks(scores: &[i32], all: usize, chain: &[i32], parts: usize) -> Vec<Marked> {
    let path = best_path(scores, all, chain, 1 + 2 * parts);
    let mut marks = Vec::new();
    let mut at = 0;
    while at < path.len() {
        let label = usize::from(path[at]);
        if label == 0 {
            at += 1;
            continue;
        }
        let part = (label - 1) / 2;
        let start = at;
        at += 1;
        while at < path.len() && usize::from(path[at]) == 2 * part + 2 {
            at += 1;
        }
        let margin = (start..at).map(|at| i64::from(margin(&scores[at * all..], part, parts)));
        let margin = margin.sum::<i64>() / i64::try_from(at - start).unwrap_or(1);
        let margin = i32::try_from(margin).unwrap_or(i32::MAX);
        marks.push(Marked { part: Part::ALL[part], words: start..at, margin });
    }
    marks
}

/// How much better a part is than the best other one for a word.
fn margin(scores: &[i32], part: usize, parts: usize) -> i32 {
    let best = |part: usize| scores[2 * part + 1].max(scores[2 * part + 2]);
    let other = (0..parts).filter(|other| *other != part).map(best).fold(scores[0], i32::max);
    best(part).saturating_sub(other)
}

/// The path of labels with the highest sum of scores and transitions; of equals the first labels.
fn best_path(scores: &[i32], all: usize, chain: &[i32], labels: usize) -> Vec<u8> {
    const NEVER: i64 = i64::MIN / 4;
    let goes_on = |label: usize| label > 0 && label.is_multiple_of(2);
    let mut back: Vec<[u8; 8]> = Vec::with_capacity(scores.len() / all);
    let mut best = [NEVER; 8];
    for (at, word) in scores.chunks_exact(all).enumerate() {
        let mut next = [NEVER; 8];
        let mut from = [0_u8; 8];
        for label in 0..labels.min(8) {
            let (mut highest, mut last) = (NEVER, 0);
            if at == 0 {
                highest = if goes_on(label) { NEVER } else { 0 };
            } else {
                for before in 0..labels.min(8) {
                    if goes_on(label) && before != label && before != label - 1 {
                        continue;
                    }
                    let value = best[before] + i64::from(chain[before * labels + label]);
                    if value > highest {
                        (highest, last) = (value, before);
                    }
                }
            }
            next[label] = highest + i64::from(word[label]);
            from[label] = u8::try_from(last).unwrap_or(0);
        }
        best = next;
        back.push(from);
    }
    let mut path = vec![0; back.len()];
    let mut label = 0;
    for other in 1..labels.min(8) {
        if best[other] > best[label] {
            label = other;
        }
    }
    for at in (0..back.len()).rev() {
        path[at] = u8::try_from(label).unwrap_or(0);
        label = usize::from(back[at][label]);
    }
    path
}

/// The stretches of a head that marks first and further words of one thing, each word by itself.
pub(super) fn stretches(scores: &[i32], all: usize, first: usize) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, word) in scores.chunks_exact(all).enumerate() {
        let [outside, begins, within] = [word[first], word[first + 1], word[first + 2]];
        if outside >= begins.max(within) {
            continue;
        }
        match found.last_mut() {
            Some(last) if last.end == at && within >= begins => last.end = at + 1,
            _ => found.push(at..at + 1),
        }
    }
    found
}

/// The stretches of a head with one label for each of several things, each word by itself.
pub(super) fn kinds<T: Copy + PartialEq>(
    scores: &[i32],
    all: usize,
    first: usize,
    things: &[T],
) -> Vec<MarkedAs<T>> {
    let mut found: Vec<MarkedAs<T>> = Vec::new();
    for (at, word) in scores.chunks_exact(all).enumerate() {
        let (outside, labels) = (word[first], &word[first + 1..first + 1 + things.len()]);
        let Some((best, score)) = labels.iter().enumerate().max_by_key(|(_, score)| **score) else {
            continue;
        };
        let rest = labels.iter().enumerate().filter(|(label, _)| *label != best);
        let other = rest.map(|(_, score)| *score).fold(outside, i32::max);
        let margin = score.saturating_sub(other);
        if outside >= *score {
            continue;
        }
        match found.last_mut() {
            // The surest word speaks for all.
            Some(last) if last.words.end == at && last.what == things[best] => {
                last.words.end = at + 1;
                last.margin = last.margin.max(margin);
            }
            _ => found.push(MarkedAs { what: things[best], words: at..at + 1, margin }),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Scores of words, a letter each: O, s and S (source first and further), c, C, t, T.
    fn scores(letters: &str) -> Vec<i32> {
        let labels = "OsScCtT";
        letters
            .chars()
            .flat_map(|letter| labels.chars().map(move |l| if l == letter { 256 } else { 0 }))
            .collect()
    }

    #[test]
    fn stretches_begin_with_first_words() {
        let marks = marks(&scores("OsSctTTOt"), 7, &[0; 49], 3);
        let shown: Vec<_> =
            marks.iter().map(|mark| (mark.part, mark.words.clone(), mark.margin)).collect();
        assert_eq!(
            shown,
            [
                (Part::Source, 1..3, 256),
                (Part::Cue, 3..4, 256),
                (Part::Content, 4..7, 256),
                (Part::Content, 8..9, 256)
            ]
        );
    }

    #[test]
    fn a_further_word_never_stands_first() {
        let marks = marks(&scores("TTO"), 7, &[0; 49], 3);
        assert_eq!(marks[0].words, 0..2);
    }
}
