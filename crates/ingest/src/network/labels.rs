//! From scores to marks: the best path of labels.

use chancery_model::{AttendanceStatus, MeetingStatus};
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

/// What the heads of meetings and attendance give a word that they may mark, as differences from
/// the score of no mark, in 1/256 nat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scored {
    /// The word, by its place in the text.
    pub at: usize,
    /// For each status of a meeting that it may stand for, in the order of their list.
    pub meeting: [i16; MeetingStatus::ALL.len()],
    /// For each status in which it may be tied to a meeting, in the order of their list.
    pub tie: [i16; AttendanceStatus::ALL.len()],
}

/// Below this a word is no candidate for either: one chance in fifty.
const CHANCE: i16 = -1024;

/// Goes on by a word of the two heads that tell of meetings.
pub(super) fn scored(found: &mut Vec<Scored>, at: usize, meeting: &[i32], tie: &[i32]) {
    let scored = Scored { at, meeting: over(meeting), tie: over(tie) };
    if scored.meeting.iter().chain(&scored.tie).any(|score| *score > CHANCE) {
        found.push(scored);
    }
}

/// How much higher each score is than the first one.
fn over<const N: usize>(scores: &[i32]) -> [i16; N] {
    std::array::from_fn(|k| {
        let over = scores[k + 1].saturating_sub(scores[0]);
        i16::try_from(over).unwrap_or(if over > 0 { i16::MAX } else { i16::MIN })
    })
}

/// The labels of the head that is read by its best path: none, and first and further words of each
/// part.
pub(super) const LABELS: usize = 1 + 2 * Part::ALL.len();

/// Finds the best path of labels through the scores of words, which come one by one.
pub(super) struct Path<'c> {
    /// What it is worth that one label follows another.
    chain: &'c [i32],
    best: [i64; LABELS],
    /// For every word and label the best label before it, three bits each.
    back: Vec<u32>,
    /// For every word how much better each part is than the best other one.
    margins: Vec<[i16; Part::ALL.len()]>,
}

impl<'c> Path<'c> {
    /// `words` are to come. `chain` has a number for each label before and after.
    pub(super) fn new(chain: &'c [i32], words: usize) -> Self {
        let (back, margins) = (Vec::with_capacity(words), Vec::with_capacity(words));
        Self { chain, best: [NEVER; LABELS], back, margins }
    }

    /// Goes on by a word: its scores.
    pub(super) fn step(&mut self, scores: &[i32]) {
        let goes_on = |label: usize| label > 0 && label.is_multiple_of(2);
        let mut next = [NEVER; LABELS];
        let mut from = 0;
        for (label, next) in next.iter_mut().enumerate() {
            let (mut highest, mut last) = (NEVER, 0);
            if self.back.is_empty() {
                highest = if goes_on(label) { NEVER } else { 0 };
            } else {
                for (before, best) in self.best.iter().enumerate() {
                    let value = best + i64::from(self.chain[before * LABELS + label]);
                    let follows = !goes_on(label) || before == label || before == label - 1;
                    if follows && value > highest {
                        (highest, last) = (value, before);
                    }
                }
            }
            *next = highest + i64::from(scores[label]);
            from |= u32::try_from(last).unwrap_or(0) << (3 * label);
        }
        self.best = next;
        self.back.push(from);
        let best = |part: usize| scores[2 * part + 1].max(scores[2 * part + 2]);
        self.margins.push(std::array::from_fn(|part| {
            let others = (0..Part::ALL.len()).filter(|other| *other != part).map(best);
            let margin = best(part).saturating_sub(others.fold(scores[0], i32::max));
            i16::try_from(margin).unwrap_or(if margin > 0 { i16::MAX } else { i16::MIN })
        }));
    }

    /// The stretches that the best path marks, in order of the text. Of equal paths the first.
    pub(super) fn marks(self) -> Vec<Marked> {
        let mut path = vec![0_u8; self.back.len()];
        let mut label = 0;
        for other in 1..LABELS {
            if self.best[other] > self.best[label] {
                label = other;
            }
        }
        for (path, back) in path.iter_mut().zip(&self.back).rev() {
            *path = u8::try_from(label).unwrap_or(0);
            label = (back >> (3 * label) & 7) as usize;
        }
        let mut marks = Vec::new();
        let mut at = 0;
        while at < path.len() {
            let label = usize::from(path[at]);
            let start = at;
            at += 1;
            let Some(part) = label.checked_sub(1).map(|label| label / 2) else { continue };
            while at < path.len() && usize::from(path[at]) == 2 * part + 2 {
                at += 1;
            }
            let margins = self.margins[start..at].iter().map(|margins| i64::from(margins[part]));
            let margin = margins.sum::<i64>() / i64::try_from(at - start).unwrap_or(1);
            let margin = i32::try_from(margin).unwrap_or(i32::MAX);
            marks.push(Marked { part: Part::ALL[part], words: start..at, margin });
        }
        marks
    }
}

/// No path comes here.
const NEVER: i64 = i64::MIN / 4;

/// Goes on by a word of a head that marks first and further words of one thing: its three scores.
pub(super) fn stretch(found: &mut Vec<Range<usize>>, at: usize, scores: &[i32]) {
    let [outside, begins, within] = [scores[0], scores[1], scores[2]];
    if outside >= begins.max(within) {
        return;
    }
    match found.last_mut() {
        Some(last) if last.end == at && within >= begins => last.end = at + 1,
        _ => found.push(at..at + 1),
    }
}

/// Goes on by a word of a head with one label for none and one for each of several things.
pub(super) fn kind<T: Copy + PartialEq>(
    found: &mut Vec<MarkedAs<T>>,
    at: usize,
    scores: &[i32],
    things: &[T],
) {
    let (outside, labels) = (scores[0], &scores[1..]);
    let best = labels.iter().zip(things).max_by_key(|(score, _)| **score);
    let Some((score, what)) = best.filter(|(score, _)| **score > outside) else { return };
    let others = labels.iter().zip(things).filter(|(_, other)| *other != what);
    let margin = score.saturating_sub(others.map(|(score, _)| *score).fold(outside, i32::max));
    match found.last_mut() {
        // The surest word speaks for all.
        Some(last) if last.words.end == at && last.what == *what => {
            last.words.end = at + 1;
            last.margin = last.margin.max(margin);
        }
        _ => found.push(MarkedAs { what: *what, words: at..at + 1, margin }),
    }
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

    fn marks(letters: &str) -> Vec<Marked> {
        let mut path = Path::new(&[0; LABELS * LABELS], letters.len());
        scores(letters).chunks_exact(LABELS).for_each(|scores| path.step(scores));
        path.marks()
    }

    #[test]
    fn stretches_begin_with_first_words() {
        let marks = marks("OsSctTTOt");
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
        assert_eq!(marks("TTO")[0].words, 0..2);
    }
}
