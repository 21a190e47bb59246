//! What the tagger looks at; `data/training/linear_features.py` says the same in numpy.
//!
//! A feature is a template's number and one or two attributes, hashed to a place in the weights.
//! Everything is 32-bit wrapping arithmetic, so that every machine finds the same places.

use super::weights::PLACE_BITS;

/// Characters of a word that are looked at: a word may be a megabyte long, and its start says enough.
const LONGEST: usize = 32;
/// Stand for the words before a sentence and after it.
const START: u32 = 1;
const END: u32 = 2;
/// The label before the first.
pub(super) const NO_LABEL: u32 = 63;
const PRIME: u32 = 0x0100_0193;
/// Latin-1 and Latin Extended-A (U+00C0 to U+017F) as plain letters: Ç is C, ş is s.
const LATIN: &[u8; 192] = b"AAAAAAACEEEEIIIIDNOOOOO*OUUUUYTsaaaaaaaceeeeiiiidnooooo*ouuuuytyAaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlLlLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";

/// What there is to know of one word in its sentence.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Word {
    /// The word in lower case, without accents, digits as 0.
    lower: u32,
    /// The same with how it is capitalised.
    cased: u32,
    suffix2: u32,
    suffix3: u32,
    suffix4: u32,
    prefix3: u32,
    /// What follows the last hyphen.
    last_part: u32,
    /// Capitals, letters, digits and marks in order; with how the sentence is written and whether it begins here.
    shape: u32,
    /// The last word of the run of capitalised words that it belongs to.
    head: u32,
    /// The words after and before that run.
    after: u32,
    before: u32,
    initial: Initial,
    all_capitals: bool,
    /// Letters looked at.
    length: u8,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Initial {
    Upper,
    Lower,
    Digit,
    Other,
}

/// The attributes of a sentence's words.
pub(super) fn words(sentence: &[&str]) -> Vec<Word> {
    let mut words: Vec<Word> = sentence.iter().map(|word| by_itself(word)).collect();
    let style = style(&words);
    let quote = fnv([u16::from(b'"')]);
    let mut opening = true;
    for at in 0..words.len() {
        let starts = opening || (at > 0 && words[at - 1].lower == quote);
        opening &= words[at].initial == Initial::Other;
        words[at].shape = (words[at].shape ^ (u32::from(starts) + 2 * style)).wrapping_mul(PRIME);
    }
    for at in (0..words.len()).rev() {
        let capital = words[at].initial == Initial::Upper;
        (words[at].head, words[at].after) = match words.get(at + 1) {
            Some(next) if next.initial == Initial::Upper => {
                (if capital { next.head } else { 0 }, next.after)
            }
            next => {
                (if capital { words[at].lower } else { 0 }, next.map_or(END, |next| next.lower))
            }
        };
    }
    for at in 0..words.len() {
        words[at].before = match at.checked_sub(1).map(|at| words[at]) {
            Some(last) if last.initial == Initial::Upper => last.before,
            last => last.map_or(START, |last| last.lower),
        };
    }
    words
}

/// How a sentence is written: 0 as usual, 1 ALL CAPITALS, 2 Title Case, 3 all lower case.
fn style(words: &[Word]) -> u32 {
    let long = || {
        words.iter().filter(|word| {
            word.length >= 5 && matches!(word.initial, Initial::Upper | Initial::Lower)
        })
    };
    let all = long().count();
    let lower = long().filter(|word| word.initial == Initial::Lower).count();
    let capitals = long().filter(|word| word.all_capitals).count();
    if all >= 2 && capitals == all {
        1
    } else if all >= 3 && lower * 5 <= all {
        2
    } else if all >= 4 && words.iter().all(|word| word.initial != Initial::Upper) {
        3
    } else {
        0
    }
}

/// A word's attributes before its neighbours are known.
pub(crate) fn by_itself(word: &str) -> Word {
    let mut letters = [0_u16; LONGEST];
    let mut classes = [0_u8; LONGEST];
    let mut length = 0;
    for (at, char) in word.chars().take(LONGEST).enumerate() {
        (letters[at], classes[at]) = fold(char);
        length = at + 1;
    }
    match letters[..length] {
        // `` and '' are the quotation marks of typewriters, and -- their dash.
        [0x60, 0x60] | [0x27, 0x27] => (letters[0], classes[0], length) = (0x22, b'P', 1),
        [0x2D, 0x2D] => length = 1,
        _ => {}
    }
    let (letters, classes) = (&mut letters[..length], &classes[..length]);
    if classes == b"DDDD" && (word.starts_with("19") || word.starts_with("20")) {
        letters[0] = u16::from(b'y');
    }
    let letters = &*letters;
    let uppers: u8 = classes.iter().map(|&class| u8::from(class == b'U')).sum();
    let all_capitals = uppers > 0 && !classes.contains(&b'L');
    let capitals = match (uppers, all_capitals) {
        (0, _) => 0,
        (_, true) => 2,
        (1, _) if classes[0] == b'U' => 1,
        _ => 3,
    };
    let initial = match classes.first() {
        Some(b'U') => Initial::Upper,
        Some(b'L') => Initial::Lower,
        Some(b'D') => Initial::Digit,
        _ => Initial::Other,
    };
    let last_part = (0..length.saturating_sub(1)).rev().find(|&at| letters[at] == u16::from(b'-'));
    let suffix = |long: usize| fnv(letters[length.saturating_sub(long)..].iter().copied());
    let lower = fnv(letters.iter().copied());
    Word {
        lower,
        cased: (lower ^ capitals).wrapping_mul(PRIME),
        suffix2: suffix(2),
        suffix3: suffix(3),
        suffix4: suffix(4),
        prefix3: fnv(letters[..length.min(3)].iter().copied()),
        last_part: last_part.map_or(lower, |at| fnv(letters[at + 1..].iter().copied())),
        shape: shape(classes),
        head: 0,
        after: END,
        before: START,
        initial,
        all_capitals,
        length: u8::try_from(length).unwrap_or(u8::MAX),
    }
}

/// A character's letter for hashing, and its class.
#[expect(
    clippy::cast_possible_truncation,
    reason = "the lower bits of a rare character are enough to tell it apart"
)]
fn fold(char: char) -> (u16, u8) {
    let code = char as u32;
    let plain = match code {
        0..0x80 => code as u8,
        0xC0..0x180 => LATIN[code as usize - 0xC0],
        _ => 0,
    };
    match (plain, char) {
        (b'A'..=b'Z', _) => (u16::from(plain) + 32, b'U'),
        (b'a'..=b'z', _) => (u16::from(plain), b'L'),
        (b'0'..=b'9', _) => (u16::from(b'0'), b'D'),
        (b'.' | b',' | b'-' | b'\'' | b'&', _) => (u16::from(plain), plain),
        (_, '‘' | '’' | 'ʼ') => (u16::from(b'\''), b'\''),
        (_, '“' | '”') => (u16::from(b'"'), b'P'),
        (_, '–' | '—') => (u16::from(b'-'), b'-'),
        (b'*', _) => (u16::from(b'*'), b'P'),
        _ if code < 0xC0 || (0x2000..0x2070).contains(&code) => (code as u16, b'P'),
        // What is neither Latin nor a mark counts as a small letter; its lower bits tell it apart well enough.
        _ => ((code & 0xFFFF) as u16, b'L'),
    }
}

/// The classes with repeats left out, save that two capitals differ from one; at most eight.
fn shape(classes: &[u8]) -> u32 {
    let mut hash = fnv([]);
    let (mut taken, mut previous, mut run) = (0, 0, 0);
    for &class in classes {
        run = if class == previous { run + 1 } else { 1 };
        previous = class;
        if taken < 8 && (run == 1 || (run == 2 && class == b'U')) {
            hash = (hash ^ u32::from(class)).wrapping_mul(PRIME);
            taken += 1;
        }
    }
    hash
}

fn fnv(units: impl IntoIterator<Item = u16>) -> u32 {
    units.into_iter().fold(0x811C_9DC5, |hash, unit| (hash ^ u32::from(unit)).wrapping_mul(PRIME))
}

/// The place of one feature.
#[inline(always)]
#[expect(clippy::inline_always, reason = "compiled anew for each level's instructions")]
fn place(slot: u32, a: u32, b: u32) -> u32 {
    let mut hash = (a ^ slot.wrapping_mul(0x9E37_79B1)).wrapping_mul(0x85EB_CA6B);
    hash ^= hash >> 15;
    hash = hash.wrapping_add(b.wrapping_mul(0xC2B2_AE35)).wrapping_mul(0x27D4_EB2F);
    hash ^= hash >> 13;
    hash.wrapping_mul(0x1656_67B1) >> (32 - PLACE_BITS)
}

/// The places of features.
#[inline(always)]
#[expect(clippy::inline_always, reason = "compiled anew for each level's instructions")]
fn places<const N: usize>(features: [(u32, u32, u32); N]) -> [u32; N] {
    let mut places = [0; N];
    for (at, (slot, a, b)) in places.iter_mut().zip(features) {
        *at = place(slot, a, b);
    }
    places
}

/// What was decided before a word.
#[derive(Debug, Clone, Copy)]
pub(super) struct History {
    /// The last label and the one before it.
    pub(super) last: u32,
    pub(super) last_but_one: u32,
    /// Parts of speech: the clause's last verb, its label (plus one) and the word. Entities: the word that opened
    /// the current one, as `word`.
    pub(super) verb: u32,
    pub(super) word: u32,
}

impl History {
    /// Before the first word.
    pub(super) const EMPTY: Self =
        Self { last: NO_LABEL, last_but_one: NO_LABEL, verb: 0, word: 0 };

    /// Takes note of a decision.
    pub(super) fn go_on(&mut self, label: u8) {
        (self.last_but_one, self.last) = (self.last, u32::from(label));
    }
}

impl Word {
    /// What a history remembers of a word.
    pub(super) fn name(&self) -> u32 {
        self.lower
    }

    /// The word in lower case, its last three letters and its first three, as hashes.
    pub(crate) fn hashes(&self) -> (u32, u32, u32) {
        (self.lower, self.suffix3, self.prefix3)
    }

    /// What a word is known by where its label is plain.
    pub(super) fn key(&self) -> u32 {
        self.cased
    }
}

/// A sentence's word with two on either side.
struct Window<'a> {
    word: &'a Word,
    before: [Option<&'a Word>; 2],
    after: [Option<&'a Word>; 2],
}

impl<'a> Window<'a> {
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "compiled anew for each level's instructions")]
    fn new(words: &'a [Word], at: usize) -> Self {
        let back = |by| at.checked_sub(by).map(|at| &words[at]);
        Self {
            word: &words[at],
            before: [back(1), back(2)],
            after: [words.get(at + 1), words.get(at + 2)],
        }
    }
}

#[inline(always)]
#[expect(clippy::inline_always, reason = "compiled anew for each level's instructions")]
fn left(word: Option<&Word>, attribute: impl Fn(&Word) -> u32) -> u32 {
    word.map_or(START, attribute)
}

#[inline(always)]
#[expect(clippy::inline_always, reason = "compiled anew for each level's instructions")]
fn right(word: Option<&Word>, attribute: impl Fn(&Word) -> u32) -> u32 {
    word.map_or(END, attribute)
}

/// The number of features that decide a part of speech, and of those that decide an entity mark.
const POS: usize = 31;
const ENTITY: usize = 39;

/// The features that decide the part of speech of the word at `at`.
#[inline(always)]
#[expect(clippy::inline_always, reason = "compiled anew for each level's instructions")]
pub(super) fn of_pos(words: &[Word], at: usize, past: History) -> [u32; POS] {
    let Window { word: w, before: [back1, back2], after: [next1, next2] } = Window::new(words, at);
    let (w1, w2) = (left(back1, |w| w.lower), left(back2, |w| w.lower));
    let (n1, n2) = (right(next1, |w| w.lower), right(next2, |w| w.lower));
    let next_suffix = right(next1, |w| w.suffix3);
    let both = past.last + 64 * past.last_but_one;
    places([
        (1, 0, 0),
        (2, w.lower, 0),
        (3, w.cased, 0),
        (4, w.suffix2, 0),
        (5, w.suffix3, 0),
        (6, w.suffix4, 0),
        (7, w.prefix3, 0),
        (8, w.shape, 0),
        (9, w.last_part, w.shape),
        (10, w1, 0),
        (11, w2, 0),
        (12, n1, 0),
        (13, n2, 0),
        (14, left(back1, |w| w.suffix3), 0),
        (15, next_suffix, 0),
        (16, w1, w.lower),
        (17, w.lower, n1),
        (20, w.shape, right(next1, |w| w.shape)),
        (21, w.suffix3, n1),
        (22, w.suffix3, w1),
        (23, w.suffix3, w.shape),
        (32, past.last, 0),
        (33, both, 0),
        (34, w.lower, past.last),
        (36, w.suffix2, both),
        (37, next_suffix, past.last),
        (38, w.suffix3, past.verb),
        (39, w.suffix3, past.word),
        (40, past.verb, past.last + 64),
        (41, w.lower, past.verb),
        (42, w.suffix3, past.last),
    ])
}

/// The features that decide the entity mark of the word at `at`; `tags` are the parts of speech found before.
#[inline(always)]
#[expect(clippy::inline_always, reason = "compiled anew for each level's instructions")]
pub(super) fn of_entity(words: &[Word], tags: &[u8], at: usize, past: History) -> [u32; ENTITY] {
    let Window { word: w, before: [back1, back2], after: [next1, next2] } = Window::new(words, at);
    let (w1, w2) = (left(back1, |w| w.lower), left(back2, |w| w.lower));
    let (n1, n2) = (right(next1, |w| w.lower), right(next2, |w| w.lower));
    let tag = |at: usize| tags.get(at).map(|&tag| u32::from(tag) + 3);
    let t = tag(at).unwrap_or(END);
    let t1 = at.checked_sub(1).and_then(tag).unwrap_or(START);
    let around = t1 + 64 * t + 4096 * tag(at + 1).unwrap_or(END);
    let both = past.last + 64 * past.last_but_one;
    places([
        (64, 0, 0),
        (65, w.lower, 0),
        (66, w.cased, 0),
        (67, w.suffix3, 0),
        (68, w.suffix4, 0),
        (69, w.prefix3, 0),
        (70, w.shape, 0),
        (71, w.last_part, w.shape),
        (72, w1, 0),
        (73, w2, 0),
        (74, n1, 0),
        (75, n2, 0),
        (76, w1, w.lower),
        (77, w.lower, n1),
        (78, w1, w.shape),
        (79, n1, w.shape),
        (80, left(back1, |w| w.shape), w.shape),
        (81, w.shape, right(next1, |w| w.shape)),
        (82, around, 0),
        (83, t, w.shape),
        (84, w.head, w.shape),
        (85, w.after, w.shape),
        (88, w.head, w.lower),
        (90, w.suffix4, right(next1, |w| w.suffix4)),
        (91, t1, w.lower),
        (92, w.before, w.head),
        (112, past.last, 0),
        (113, both, 0),
        (114, w.lower, past.last),
        (115, w.shape, past.last),
        (116, w1, past.last),
        (117, n1, past.last),
        (118, t + 64 * past.last, 0),
        (119, w.head, past.last),
        (120, past.word, w.lower),
        (121, past.word, w.shape),
        (122, w.suffix4, past.last),
        (123, w.shape, both),
        (124, t + 64 * both, n1),
    ])
}
