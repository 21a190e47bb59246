//! Words of a table, and a sieve that tells at a glance that most words are in none.

use foldhash::fast::FixedState;
use std::collections::HashMap;

/// How many bits tell of a trace: a table of some thousand words fills few of them.
const BITS: u32 = 15;

/// What may be in a table, by a trace of few letters: whatever is in the table passes, and most of what
/// is not does not. A text asks every table for every word, and nearly always in vain.
#[derive(Debug, Clone)]
pub(super) struct Sieve(Box<[u64]>);

impl Sieve {
    pub(super) fn new() -> Self {
        Self(vec![0; 1 << (BITS - 6)].into())
    }

    pub(super) fn add(&mut self, word: &str) {
        let trace = trace(word);
        self.0[trace >> 6] |= 1 << (trace & 63);
    }

    #[inline]
    pub(super) fn passes(&self, word: &str) -> bool {
        let trace = trace(word);
        self.0[trace >> 6] & (1 << (trace & 63)) != 0
    }
}

/// The length of a word and four of its bytes, mixed.
#[inline]
pub(super) fn trace(word: &str) -> usize {
    let bytes = word.as_bytes();
    let [first, .., last] = bytes else {
        return bytes.first().map_or(0, |byte| usize::from(*byte));
    };
    let (second, middle) = (bytes[1], bytes[bytes.len() / 2]);
    let few = u32::from_le_bytes([*first, second, middle, *last]);
    #[expect(clippy::cast_possible_truncation, reason = "only its low bits are asked for")]
    let length = bytes.len() as u32;
    let mixed = (few ^ length.wrapping_mul(0x2545_F491)).wrapping_mul(0x9E37_79B1);
    (mixed >> (32 - BITS)) as usize
}

/// Words, each with a value.
#[derive(Debug, Clone)]
pub(crate) struct Words<V> {
    sieve: Sieve,
    values: HashMap<Box<str>, V, FixedState>,
}

/// Words alone.
pub(crate) type WordSet = Words<()>;

impl<V> Words<V> {
    pub(crate) fn new() -> Self {
        Self { sieve: Sieve::new(), values: HashMap::default() }
    }

    /// The value of a word, which comes in as what it is given if it is not yet there.
    pub(crate) fn or_insert(&mut self, word: &str, value: V) -> &mut V {
        self.sieve.add(word);
        self.values.entry(word.into()).or_insert(value)
    }

    /// The value of a word.
    #[inline]
    pub(crate) fn get(&self, word: &str) -> Option<&V> {
        if self.sieve.passes(word) { self.find(word) } else { None }
    }

    /// The same for a word that has passed a sieve.
    pub(super) fn find(&self, word: &str) -> Option<&V> {
        self.values.get(word)
    }

    /// Whether a word is there.
    #[inline]
    pub(crate) fn contains(&self, word: &str) -> bool {
        self.get(word).is_some()
    }

    /// All words, in no order.
    pub(crate) fn words(&self) -> impl Iterator<Item = &str> {
        self.values.keys().map(|word| &**word)
    }
}

#[cfg(test)]
mod tests {
    use super::Words;

    #[test]
    fn what_is_in_a_table_passes_its_sieve() {
        let known = ["", "a", "of", "the", "Lee", "Öst", "’s", "minister", "Minister"];
        let mut words = Words::new();
        for (number, word) in known.iter().enumerate() {
            assert_eq!(*words.or_insert(word, number), number);
        }
        assert_eq!(*words.or_insert("of", 99), 2);
        for (number, word) in known.iter().enumerate() {
            assert_eq!(words.get(word), Some(&number));
        }
        assert!(!words.contains("ministers") && !words.contains("b") && !words.contains("’"));
    }
}
