//! What the network looks at in a word. Training reads the same from `examples/sights.rs`, so that
//! there is one account of it.

use crate::lexicon::{Lexicon, Takes};
use crate::surface::Surface;
use crate::tagger::{EntityTag, Pos, Tagger, by_itself};
use crate::tokens::TokenKind;
use chancery_model::Span;
use std::ops::Range;

/// How many small numbers tell about a word besides which word it is.
const FEATURES: usize = 10;

/// What the network looks at in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sight {
    /// Where it stands, in bytes.
    pub span: Span,
    /// Which word it is: a hash of it in lower case, without accents, digits as 0.
    pub word: u32,
    /// Its ending, its beginning, its shape, its part of speech, its place in a name, whether it
    /// stands in quotation marks, how far the next mark is to the left and to the right, whether a
    /// sentence or paragraph begins, and what kind of verb of reporting it can be.
    pub features: [u16; 10],
}

/// How many values each feature has.
const SIZES: [usize; FEATURES] = [1024, 512, 8, 64, 16, 4, 8, 8, 4, 4];

/// The words of a text as the network sees them.
pub fn sights(text: &str) -> Vec<Sight> {
    let surface = Surface::new(text, Tagger::embedded());
    Look::new(&surface, Lexicon::embedded()).sights(0..surface.len())
}

/// Looks at the words of a text.
pub(crate) struct Look<'a, 't> {
    surface: &'a Surface<'t>,
    lexicon: &'a Lexicon,
    /// How far the next quotation mark of the paragraph is to the left and to the right, as buckets.
    marks: Vec<[u8; 2]>,
}

impl<'a, 't> Look<'a, 't> {
    pub(crate) fn new(surface: &'a Surface<'t>, lexicon: &'a Lexicon) -> Self {
        let mut marks = vec![[0; 2]; surface.len()];
        for paragraph in surface.paragraphs() {
            let step = |apart: &mut usize, at: usize| {
                let mark = surface.kind(at) == TokenKind::Quote;
                *apart = if mark { 0 } else { apart.saturating_add(1) };
                bucket(*apart)
            };
            let (mut since, mut until) = (usize::MAX, usize::MAX);
            for at in paragraph.clone() {
                marks[at][0] = step(&mut since, at);
            }
            for at in paragraph.clone().rev() {
                marks[at][1] = step(&mut until, at);
            }
        }
        Self { surface, lexicon, marks }
    }

    /// What there is to see of some words.
    pub(crate) fn sights(&self, words: Range<usize>) -> Vec<Sight> {
        words.map(|at| self.sight(at)).collect()
    }

    fn sight(&self, at: usize) -> Sight {
        let surface = self.surface;
        let (word, suffix, prefix) = by_itself(surface.word(at)).hashes();
        let quoted = match (surface.kind(at) == TokenKind::Quote, surface.quotation_of(at)) {
            (true, Some(_)) => 3,
            (true, None) => 2,
            (false, inside) => u16::from(inside.is_some()),
        };
        let begins = match () {
            () if surface.begins_paragraph(at) => 2,
            () if surface.sentence(at).start == at => 1,
            () => 0,
        };
        Sight {
            span: surface.span(at),
            word,
            features: [
                fold(suffix, SIZES[0]),
                fold(prefix, SIZES[1]),
                shape(surface.word(at)),
                pos(surface.pos(at)),
                entity(surface.entity(at)),
                quoted,
                self.marks[at][0].into(),
                self.marks[at][1].into(),
                begins,
                verb(self.lexicon, surface.lower(at)),
            ],
        }
    }
}

/// A hash as one of a power of two of places.
#[expect(clippy::cast_possible_truncation, reason = "the upper bits are shifted down")]
fn fold(hash: u32, places: usize) -> u16 {
    (hash.wrapping_mul(0x9E37_79B1) >> (32 - places.trailing_zeros())) as u16
}

fn shape(word: &str) -> u16 {
    let bytes = word.as_bytes();
    let letters = word.chars().all(char::is_alphabetic);
    let first = word.chars().next().is_some_and(char::is_uppercase);
    let rest_lower = word.chars().skip(1).all(char::is_lowercase);
    match () {
        () if letters && !first && rest_lower => 0,
        () if letters && first && word.chars().nth(1).is_some() && rest_lower => 1,
        () if letters && word.chars().all(char::is_uppercase) => 2,
        () if letters => 3,
        () if bytes.iter().all(u8::is_ascii_digit) => 4,
        () if bytes.iter().any(u8::is_ascii_digit) => 5,
        () if bytes.len() == 1 => 6,
        () => 7,
    }
}

fn pos(pos: Pos) -> u16 {
    pos as u16
}

fn entity(tag: EntityTag) -> u16 {
    match tag {
        EntityTag::Outside => 0,
        EntityTag::Begin(kind) => 1 + 2 * kind as u16,
        EntityTag::Inside(kind) => 2 + 2 * kind as u16,
    }
}

/// A distance, coarser as it grows; 7 for none.
fn bucket(distance: usize) -> u8 {
    match distance {
        0 => 0,
        1 => 1,
        2 => 2,
        3..=4 => 3,
        5..=8 => 4,
        9..=16 => 5,
        usize::MAX => 7,
        _ => 6,
    }
}

fn verb(lexicon: &Lexicon, lower: &str) -> u16 {
    lexicon.verbs.get(lower).map_or(0, |verb| match () {
        () if verb.takes.any(Takes::NONE) => 1,
        () if verb.takes.any(Takes::THAT) || verb.takes.any(Takes::QUOTE) => 3,
        () => 2,
    })
}
