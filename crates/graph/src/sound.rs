//! How names sound, so that one in another spelling is found without going through all of them.
//!
//! A name's *sound* is its consonants in classes that transliterations mix up (v and w; s, z and
//! ts; k, q, kh and g), with doubled ones once, four bits each. Zelensky, Zelenskyy and Selenskij
//! sound alike, and so do Kiev and Kyiv. Beside them stands how many of each vowel a name has, by
//! which most of a million names that sound nearly so need not be read. The names of a graph lie in
//! the order of their sounds too; `GENERATION.md` lists the classes, which are part of the format.

/// How many consonants count: what four bits each leave room for above the vowels.
const LONGEST: usize = 12;
/// The bits of the vowels, three for each of five.
const VOWELS: u32 = 16;
/// The classes there are; 0 is none.
const CLASSES: u64 = 14;
/// The class of a vowel that a name begins with.
const VOWEL: u64 = 14;

/// The sound of a name: its consonants, the first lowest, above its vowels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Sound(u64);

impl Sound {
    /// The sound of a folded name.
    pub fn of(folded: &str) -> Self {
        let mut sound = Sounding::default();
        let mut letters = folded.chars();
        let mut before = ' ';
        let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
        let mut first = true;
        while let Some(letter) = letters.next() {
            let mut ahead = letters.clone();
            let (next, third) = (ahead.next().unwrap_or(' '), ahead.next().unwrap_or(' '));
            let begins = before == ' ';
            let (class, len) = match (letter, next, third) {
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
                (c, ..) if first && (vowel(c) || c == 'j') => (VOWEL, 1),
                (c, ..) if vowel(c) || matches!(c, 'j' | 'h' | ' ') => (0, 1),
                // Digits and other scripts: any class, always the same.
                (c, ..) => (1 + u64::from(u32::from(c)) % 13, 1),
            };
            sound.push(class);
            sound.vowel(letter);
            before = letter;
            for _ in 1..len {
                before = letters.next().unwrap_or(before);
            }
            first = false;
        }
        Self(sound.sound << VOWELS | sound.vowels)
    }

    /// Whether the consonants sound alike.
    pub const fn is_like(self, other: Self) -> bool {
        self.0 >> VOWELS == other.0 >> VOWELS
    }

    /// How many letters differ at least, by the vowels alone.
    pub fn vowels_apart(self, other: Self) -> usize {
        let count = |sound: u64, vowel: u32| (sound >> (3 * vowel)) & 7;
        let apart = (0..5).map(|vowel| count(self.0, vowel).abs_diff(count(other.0, vowel)));
        // One letter in the place of another counts twice.
        usize::try_from(apart.sum::<u64>().div_ceil(2)).unwrap_or(usize::MAX)
    }

    /// The least sound with these consonants, as files hold it.
    pub(crate) const fn least(self) -> u64 {
        self.0 >> VOWELS << VOWELS
    }

    /// Of what files hold.
    pub(crate) const fn from_raw(raw: u64) -> Self {
        Self(raw)
    }

    /// Every sound that differs from it by one consonant more, less, other, or swapped with the
    /// next, with the same vowels; sorted.
    pub fn one_off(self) -> Vec<Self> {
        let (sound, vowels) = (self.0 >> VOWELS, self.0 & ((1 << VOWELS) - 1));
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
        sounds.into_iter().map(|sound| Self(sound << VOWELS | vowels)).collect()
    }

    /// As files hold it.
    pub(crate) const fn to_raw(self) -> u64 {
        self.0
    }
}

/// Consonants so far.
#[derive(Default)]
struct Sounding {
    sound: u64,
    count: usize,
    last: u64,
    vowels: u64,
}

impl Sounding {
    fn push(&mut self, class: u64) {
        if class != 0 && class != self.last && self.count < LONGEST {
            self.sound |= class << (4 * self.count);
            self.count += 1;
        }
        // A vowel between two of one class keeps them apart.
        self.last = class;
    }

    fn vowel(&mut self, letter: char) {
        let Some(vowel) = ['a', 'e', 'i', 'o', 'u']
            .iter()
            .position(|vowel| *vowel == if letter == 'y' { 'i' } else { letter })
        else {
            return;
        };
        // Seven are as many as there is room for.
        if (self.vowels >> (3 * vowel)) & 7 < 7 {
            self.vowels += 1 << (3 * vowel);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sound(folded: &str) -> Sound {
        Sound::of(folded)
    }

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
            assert!(sound(one).is_like(sound(other)), "{one} {other}");
        }
        assert!(!sound("austria").is_like(sound("australia")));
        assert!(!sound("iran").is_like(sound("iraq")));
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
            let others = sound(one).one_off();
            assert_eq!(others.iter().any(|it| it.is_like(sound(other))), near, "{one} {other}");
        }
        // The longest sound has no room for more, and none is lost by looking.
        let long = sound("bcdfglmnprstvdbmkl");
        assert!(!long.one_off().is_empty());
    }

    #[test]
    fn the_classes_are_part_of_the_format() {
        // Other classes are another version of it.
        let raw = |folded: &str| format!("{:x}", sound(folded).to_raw());
        assert_eq!(raw("sergey lavrov"), "3736c7a0251");
        assert_eq!(raw("angela merkel"), "6c746c5e001a");
    }

    #[test]
    fn vowels_tell_of_letters_that_differ() {
        let apart = |one, other| sound(one).vowels_apart(sound(other));
        assert_eq!(apart("zelensky", "zelenskiy"), 1);
        assert_eq!(apart("kiev", "kyiv"), 1);
        assert_eq!(apart("lavrov", "levrev"), 2);
        assert_eq!(apart("aaaaaaaaaa", "aaaaaaaa"), 0);
    }
}
