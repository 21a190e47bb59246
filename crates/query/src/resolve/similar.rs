//! Names that sound or look alike, found without going through all of them.
//!
//! A name's *sound* is its consonants in classes that transliterations mix up (v and w; s, z and
//! ts; k, q, kh and g), with doubled ones once and vowels left out, four bits each. Zelensky,
//! Zelenskyy and Selenskij sound alike, and so do Kiev and Kyiv. What sounds alike, or differs by
//! one consonant, is compared letter by letter.

use crate::words::slips;
use chancery_graph::{Match, NodeId};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// How many consonants count: what four bits each leave room for.
const LONGEST: usize = 16;
/// The classes there are; 0 is none.
const CLASSES: u64 = 14;
/// The class of a vowel that a name begins with.
const VOWEL: u64 = 14;

/// The sound of a folded name: the first consonant lowest.
fn sound(folded: &str) -> u64 {
    let mut sound = Sound::default();
    let letters: Vec<char> = folded.chars().collect();
    let mut at = 0;
    while at < letters.len() {
        let next = |ahead: usize| letters.get(at + ahead).copied().unwrap_or(' ');
        let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
        let begins = at == 0 || letters[at - 1] == ' ';
        let (class, len) = match (letters[at], next(1), next(2)) {
            ('s' | 't', 'c', 'h') | ('t', 's', 'h' | 'c') | ('d', 'z', 'h') => (11, 3),
            ('s' | 'c' | 'z', 'h', _) | ('d', 'j', _) | ('c', 'z', _) => (11, 2),
            ('p', 'h', _) => (3, 2),
            ('t', 's' | 'z', _) => (10, 2),
            ('k' | 'g', 'h', _) | ('c', 'k', _) => (12, 2),
            ('t', 'h', _) => (8, 2),
            ('b', ..) => (1, 1),
            ('p', ..) => (2, 1),
            ('f' | 'v' | 'w', ..) => (3, 1),
            ('m', ..) => (4, 1),
            ('n', ..) => (5, 1),
            ('l', ..) => (6, 1),
            ('r', ..) => (7, 1),
            ('t', ..) => (8, 1),
            ('d', ..) => (9, 1),
            ('c', 'e' | 'i' | 'y', _) | ('s' | 'z', ..) => (10, 1),
            ('j', after, _) if begins && vowel(after) => (11, 1),
            ('c' | 'k' | 'q' | 'g' | 'x', ..) => (12, 1),
            (c, ..) if at == 0 && (vowel(c) || c == 'j') => (VOWEL, 1),
            (c, ..) if vowel(c) || matches!(c, 'j' | 'h' | ' ') => (0, 1),
            // Digits and other scripts: any class, always the same.
            (c, ..) => (1 + u64::from(u32::from(c)) % 13, 1),
        };
        sound.push(class);
        at += len;
    }
    sound.0
}

/// A folded name with the ending `-sky` of Slavic surnames in one spelling: that of `Zelenskyy` is
/// no slip of who types `Zelensky`, as that of `Zelenska` is.
fn spelled(folded: &str) -> Cow<'_, str> {
    for ending in ["skyy", "skyi", "skiy", "skij", "skii", "ski"] {
        if let Some(stem) = folded.strip_suffix(ending) {
            return Cow::Owned(format!("{stem}sky"));
        }
    }
    Cow::Borrowed(folded)
}

/// Consonants so far.
#[derive(Default)]
struct Sound(u64, usize, u64);

impl Sound {
    fn push(&mut self, class: u64) {
        if class != 0 && class != self.2 && self.1 < LONGEST {
            self.0 |= class << (4 * self.1);
            self.1 += 1;
        }
        // A vowel between two of one class keeps them apart.
        self.2 = class;
    }
}

/// Every sound that differs by one consonant more, less, other, or swapped with the next.
fn one_off(sound: u64) -> Vec<u64> {
    let len = (64 - sound.leading_zeros() as usize).div_ceil(4);
    let low = |at: usize| if at == 0 { 0 } else { sound & (u64::MAX >> (64 - 4 * at)) };
    let high = |at: usize| if at >= LONGEST { 0 } else { sound >> (4 * at) };
    let joined = |low: u64, high: u64, at: usize| {
        if at >= LONGEST { low } else { low | (high << (4 * at)) }
    };
    let mut sounds = Vec::new();
    for at in 0..=len.min(LONGEST - 1) {
        for class in 1..=CLASSES {
            let put = low(at) | (class << (4 * at));
            sounds.push(joined(put, high(at), at + 1));
            if at < len {
                sounds.push(joined(put, high(at + 1), at + 1));
            }
        }
        if at < len {
            sounds.push(joined(low(at), high(at + 1), at));
        }
        if at + 1 < len {
            let (one, other) = (high(at) & 15, high(at + 1) & 15);
            let swapped = low(at) | (other << (4 * at)) | (one << (4 * (at + 1)));
            sounds.push(joined(swapped, high(at + 2), at + 2));
        }
    }
    sounds.sort_unstable();
    sounds.dedup();
    sounds.retain(|other| *other != sound);
    sounds
}

/// Names by their sound.
#[derive(Debug)]
pub(crate) struct Similar<'g> {
    /// Sorted.
    entries: Vec<(u64, &'g str, NodeId, Match)>,
}

/// A node whose name is much like what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Like {
    /// Whether a consonant differs.
    pub(crate) other_sound: bool,
    /// How many letters do.
    pub(crate) slips: usize,
    /// How its name is one.
    pub(crate) matched: Match,
    /// The node.
    pub(crate) node: NodeId,
}

impl<'g> Similar<'g> {
    /// # Complexity
    /// O(n log n) in the names.
    pub(crate) fn new(names: impl Iterator<Item = (&'g str, NodeId, Match)>) -> Self {
        let mut entries: Vec<_> =
            names.map(|(name, node, matched)| (sound(name), name, node, matched)).collect();
        entries.sort_unstable();
        Self { entries }
    }

    /// The nodes with a name much like a folded one, the most alike first, each once.
    ///
    /// # Complexity
    /// O(log names) for each of some hundreds of sounds, and the names that sound so.
    pub(crate) fn find(&self, folded: &str, fits: impl Fn(NodeId) -> bool) -> Vec<Like> {
        let letters = folded.chars().count();
        let mut best: BTreeMap<NodeId, Like> = BTreeMap::new();
        if !(3..=64).contains(&letters) {
            return Vec::new();
        }
        let typed = spelled(folded);
        let mut look = |sounds: &[u64], most: usize, other_sound: bool| {
            for wanted in sounds {
                let start = self.entries.partition_point(|(sound, ..)| sound < wanted);
                let alike = self.entries[start..].iter().take_while(|(sound, ..)| sound == wanted);
                for &(_, name, node, matched) in alike {
                    // Bytes are at least as many as letters, and a slip is four bytes at most.
                    let near = name.len().abs_diff(folded.len()) <= 4 * most;
                    if !near || name.chars().count().abs_diff(letters) > most {
                        continue;
                    }
                    let slips = slips(&typed, &spelled(name));
                    if slips <= most && fits(node) {
                        let like = Like { other_sound, slips, matched, node };
                        let known = best.entry(node).or_insert(like);
                        *known = like.min(*known);
                    }
                }
            }
        };
        let sound = sound(folded);
        look(&[sound], letters.div_ceil(3) + usize::from(letters < 8), false);
        look(&one_off(sound), letters.div_ceil(4).min(3), true);
        let mut found: Vec<_> = best.into_values().collect();
        found.sort_by_key(|like| (like.slips, *like));
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transliterations_sound_alike() {
        for (one, other) in [
            ("zelensky", "zelenskyy"),
            ("zelenskiy", "selenskij"),
            ("kiev", "kyiv"),
            ("sergei", "sergey"),
            ("gaddafi", "qadhafi"),
            ("vladimir", "wladimir"),
            ("lavrov", "lawrow"),
            ("khrushchev", "khruschev"),
            ("peskov", "pesskow"),
        ] {
            assert_eq!(sound(one), sound(other), "{one} {other}");
        }
        assert_ne!(sound("austria"), sound("australia"));
        assert_ne!(sound("iran"), sound("iraq"));
    }

    #[test]
    fn an_ending_in_another_spelling_is_nearer_than_another_ending() {
        for typed in ["zelensky", "zelenskiy", "zelenskij", "zelenski"] {
            let slips = |name| slips(&spelled(typed), &spelled(name));
            assert_eq!((slips("zelenskyy"), slips("zelenska")), (0, 1), "{typed}");
        }
    }

    #[test]
    fn one_slip_is_one_consonant_more_less_other_or_swapped() {
        for (one, other, near) in [
            ("rubio", "rubion", true),
            ("lavrov", "lavov", true),
            ("blinken", "brinken", true),
            ("blinken", "bliknen", true),
            ("blinken", "trinken", false),
        ] {
            assert_eq!(one_off(sound(one)).contains(&sound(other)), near, "{one} {other}");
        }
        // The longest sound has no room for more, and none is lost by looking.
        let long = sound("bcdfglmnprstvdbmkl");
        assert!(!one_off(long).is_empty());
    }
}
