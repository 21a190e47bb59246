//! Which nodes are told of in which words: an inverted index, so that words are looked up rather
//! than looked for.
//!
//! The words of a statement and of a goal are their labels; those of a document its title and
//! text; those of a meeting its mentions, its kind, its places and the parties to it. Words are
//! folded as names are, and one that is longer than [`LONGEST`] bytes stands by its beginning.
//! `GENERATION.md` describes the bytes, which are the same in memory and on the disk.

mod build;

pub(crate) use build::{Builder, put_table, words_of};

use crate::NodeId;
use std::ops::Range;

/// How many bytes of a word are kept.
pub(crate) const LONGEST: usize = 48;

/// A word that is looked for, folded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted<'a> {
    /// This word.
    Word(&'a str),
    /// A word that begins so.
    Beginning(&'a str),
}

impl Wanted<'_> {
    /// Whether some word is one that is looked for.
    pub fn is(self, word: &str) -> bool {
        match self {
            Self::Word(wanted) => word == wanted,
            Self::Beginning(wanted) => word.starts_with(wanted),
        }
    }
}

/// An index in memory.
#[derive(Debug, Clone, Default)]
pub(crate) struct Index {
    pub(crate) starts: Vec<u32>,
    pub(crate) words: Vec<u8>,
    pub(crate) places: Vec<u32>,
    pub(crate) nodes: Vec<u8>,
}

impl Index {
    pub(crate) fn view(&self) -> IndexView<'_> {
        let Self { starts, words, places, nodes } = self;
        IndexView { starts, words, places, nodes }
    }
}

/// An index wherever it lies. Bytes that are none give wrong answers, and no panic.
#[derive(Debug, Clone, Copy)]
pub(crate) struct IndexView<'a> {
    /// Where each word begins, and the end.
    pub(crate) starts: &'a [u32],
    /// The words, sorted, end to end.
    pub(crate) words: &'a [u8],
    /// Where the nodes of each begin, and the end.
    pub(crate) places: &'a [u32],
    /// The nodes of each word, rising, as differences; seven bits a byte, the lowest first.
    pub(crate) nodes: &'a [u8],
}

impl<'a> IndexView<'a> {
    pub(crate) fn count(self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    pub(crate) fn word(self, i: usize) -> &'a [u8] {
        between(self.starts, i, i + 1).and_then(|range| self.words.get(range)).unwrap_or_default()
    }

    /// The nodes of the `i`th word.
    pub(crate) fn nodes_of(self, i: usize) -> Nodes<'a> {
        let range = between(self.places, i, i + 1);
        Nodes { bytes: range.and_then(|range| self.nodes.get(range)).unwrap_or_default(), next: 0 }
    }

    /// The words that are looked for.
    fn words(self, wanted: Wanted<'_>) -> Range<usize> {
        let partition = |holds: &dyn Fn(&[u8]) -> bool| {
            let (mut low, mut high) = (0, self.count());
            while low < high {
                let middle = usize::midpoint(low, high);
                if holds(self.word(middle)) { low = middle + 1 } else { high = middle }
            }
            low
        };
        let (Wanted::Word(key) | Wanted::Beginning(key)) = wanted;
        let key = cut(key).as_bytes();
        let first = partition(&|word| word < key);
        let last = match wanted {
            Wanted::Word(_) => first + usize::from(self.word(first) == key),
            Wanted::Beginning(_) => partition(&|word| word < key || word.starts_with(key)),
        };
        first..last.max(first)
    }

    /// How many bytes tell of some words: not fewer than nodes are told of in them.
    fn size(self, words: &Range<usize>) -> usize {
        between(self.places, words.start, words.end).map_or(0, |range| range.len())
    }

    /// How many nodes may be told of in all of some words, at most.
    pub(crate) fn bound(self, wanted: &[Wanted<'_>]) -> usize {
        wanted.iter().map(|it| self.size(&self.words(*it))).min().unwrap_or(usize::MAX)
    }

    /// The nodes of a range that are told of in each of some words, rising; perhaps some more.
    ///
    /// It begins with the rarest; where few are left, common words are not worth reading.
    pub(crate) fn find(self, wanted: &[Wanted<'_>], within: &Range<usize>) -> Vec<NodeId> {
        const WORTH: usize = 16;
        let mut words: Vec<_> = wanted.iter().map(|it| self.words(*it)).collect();
        words.sort_by_key(|words| self.size(words));
        let mut found: Option<Vec<u32>> = None;
        for words in words {
            let few = found.as_ref().map_or(usize::MAX, |found| found.len().saturating_mul(WORTH));
            if self.size(&words) > few {
                break;
            }
            let one = words.len() == 1;
            let nodes = words.flat_map(|word| self.nodes_of(word));
            let mut these: Vec<u32> =
                nodes.filter(|node| within.contains(&(*node as usize))).collect();
            if !one {
                these.sort_unstable();
                these.dedup();
            }
            found = Some(match found {
                Some(found) => shared(&found, &these),
                None => these,
            });
        }
        found.unwrap_or_default().into_iter().map(NodeId::from_raw).collect()
    }
}

/// What stands in two lists, both rising.
fn shared(one: &[u32], other: &[u32]) -> Vec<u32> {
    let mut rest = other;
    let mut shared = Vec::new();
    for number in one {
        rest = &rest[rest.partition_point(|it| it < number)..];
        if rest.first() == Some(number) {
            shared.push(*number);
        }
    }
    shared
}

fn between(starts: &[u32], from: usize, to: usize) -> Option<Range<usize>> {
    Some(*starts.get(from)? as usize..*starts.get(to)? as usize)
}

/// As much of a word as is kept.
fn cut(word: &str) -> &str {
    let mut end = LONGEST.min(word.len());
    while !word.is_char_boundary(end) {
        end -= 1;
    }
    &word[..end]
}

/// The nodes of a word.
#[derive(Debug, Clone)]
pub(crate) struct Nodes<'a> {
    bytes: &'a [u8],
    /// The least that the next may be.
    next: u32,
}

impl Iterator for Nodes<'_> {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        let mut more = 0_u32;
        for (i, byte) in self.bytes.iter().enumerate().take(5) {
            more |= u32::from(byte & 0x7f).wrapping_shl(7 * u32::try_from(i).unwrap_or(0));
            if byte & 0x80 == 0 {
                self.bytes = &self.bytes[i + 1..];
                let node = self.next.checked_add(more)?;
                self.next = node.saturating_add(1);
                return Some(node);
            }
        }
        self.bytes = &[];
        None
    }
}

impl Nodes<'_> {
    /// Whether every byte belongs to a node, and each node is below a limit.
    pub(crate) fn are_whole(mut self, limit: usize) -> bool {
        while !self.bytes.is_empty() {
            if self.next().is_none_or(|node| node as usize >= limit) {
                return false;
            }
        }
        true
    }
}
