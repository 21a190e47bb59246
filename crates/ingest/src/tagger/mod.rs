//! Words to labels: each word's part of speech, and the people, organizations, places and dates among them.
//!
//! A linear model reads a sentence from left to right, once for parts of speech and once for entities, and decides
//! each word by adding up small whole numbers. So it is fast, needs no more memory than the sentence, and gives the
//! same labels on every machine.
//!
//! The weights and how they were made: `data/tagger/README.md`, `data/training/`.

mod features;
mod labels;
#[cfg(test)]
mod tests;
mod weights;

use std::sync::OnceLock;

pub use labels::{EntityKind, EntityTag, Pos, Tagged, entities};
pub use weights::WeightsError;
pub(crate) use weights::crc32;

use crate::network::{Kernel, Level};
pub(crate) use features::by_itself;
use features::{History, Word};
use weights::{ENTITY_ROOM, POS_ROOM, Plain, Table};

/// Labels words with their parts of speech and entities.
#[derive(Debug)]
pub struct Tagger {
    pos: Table<POS_ROOM>,
    pos_plain: Plain,
    pos_labels: Vec<Pos>,
    entity: Table<ENTITY_ROOM>,
    /// Words that begin no entity.
    entity_plain: Plain,
    entity_labels: Vec<EntityTag>,
    /// For each entity label and at last for none, the labels that may not follow it.
    forbidden: [u64; 64],
}

impl Tagger {
    /// The tagger whose weights are compiled in.
    pub fn embedded() -> &'static Self {
        static EMBEDDED: OnceLock<Tagger> = OnceLock::new();
        EMBEDDED.get_or_init(|| {
            let bytes =
                include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/tagger/linear.bin"));
            Self::from_bytes(bytes).expect("a test reads the embedded weights")
        })
    }

    /// A tagger with weights from a file's bytes.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, WeightsError> {
        let (pos, entity) = weights::parse(bytes)?;
        let pos_labels = known(pos.labels, Pos::from_name)?;
        let entity_labels = known(entity.labels, EntityTag::from_name)?;
        if entity_labels.first() != Some(&EntityTag::Outside) {
            return Err(WeightsError::Damaged { what: "the first entity label" });
        }
        // What is no label stands nowhere.
        let mut forbidden = [!0 << entity_labels.len(); 64];
        for (last, forbidden) in forbidden.iter_mut().enumerate() {
            let last = entity_labels.get(last).copied().unwrap_or_default();
            for (at, label) in entity_labels.iter().enumerate() {
                *forbidden |= u64::from(!label.may_follow(last)) << at;
            }
        }
        Ok(Self {
            pos: pos.table,
            pos_plain: pos.plain,
            pos_labels,
            entity: entity.table,
            entity_plain: entity.plain,
            entity_labels,
            forbidden,
        })
    }

    /// Labels the words of one sentence: as many labels as words.
    ///
    /// Words are as the Penn Treebank cuts them, save that a hyphenated compound is one: *Lavrov*, *'s*, *did*, *n't*,
    /// *U.S.-backed*, *Mr.*, *,*.
    ///
    /// # Complexity
    /// O(words), whatever they are: of a long word only the start is looked at.
    pub fn tag(&self, words: &[&str]) -> Vec<Tagged> {
        self.tag_by(Level::best(), words)
    }

    fn tag_by(&self, level: Level, words: &[&str]) -> Vec<Tagged> {
        let words = features::words(words);
        let tags = self.parts_of_speech(level, &words);
        let mut past = History::EMPTY;
        let mut tagged = Vec::with_capacity(words.len());
        for (at, word) in words.iter().enumerate() {
            let within = past.last != 0 && past.last != features::NO_LABEL;
            let plain = if within { None } else { self.entity_plain.label(word.key()) };
            let label = plain.unwrap_or_else(|| {
                level.run(OfEntity { tagger: self, words: &words, tags: &tags, at, past })
            });
            let entity = self.entity_labels[usize::from(label)];
            past.word = match entity {
                EntityTag::Outside => 0,
                EntityTag::Begin(_) => word.name(),
                EntityTag::Inside(_) => past.word,
            };
            past.go_on(label);
            tagged.push(Tagged { pos: self.pos_labels[usize::from(tags[at])], entity });
        }
        tagged
    }

    /// Each word's part of speech, as a place in `pos_labels`.
    fn parts_of_speech(&self, level: Level, words: &[Word]) -> Vec<u8> {
        let mut past = History::EMPTY;
        let mut tags = Vec::with_capacity(words.len());
        for (at, word) in words.iter().enumerate() {
            let label = self
                .pos_plain
                .label(word.key())
                .unwrap_or_else(|| level.run(OfPos { tagger: self, words, at, past }));
            match self.pos_labels[usize::from(label)] {
                Pos::Stop | Pos::Colon | Pos::OpenQuote | Pos::CloseQuote => {
                    (past.verb, past.word) = (0, 0);
                }
                pos if pos.is_verb() || pos == Pos::To => {
                    (past.verb, past.word) = (u32::from(label) + 1, word.name());
                }
                _ => {}
            }
            past.go_on(label);
            tags.push(label);
        }
        tags
    }
}

/// The labels of those names.
fn known<T>(names: Vec<String>, find: fn(&str) -> Option<T>) -> Result<Vec<T>, WeightsError> {
    names
        .into_iter()
        .map(|label| find(&label).ok_or(WeightsError::UnknownLabel { label }))
        .collect()
}

/// The decision on the part of speech of the word at `at`.
struct OfPos<'a> {
    tagger: &'a Tagger,
    words: &'a [Word],
    at: usize,
    past: History,
}

impl Kernel for OfPos<'_> {
    type Output = u8;

    #[inline(always)]
    #[expect(clippy::inline_always, reason = "compiled anew for each level's instructions")]
    fn run(self) -> u8 {
        let scores = self.tagger.pos.scores(&features::of_pos(self.words, self.at, self.past));
        best(&scores, !0 << self.tagger.pos_labels.len())
    }
}

/// The decision on the entity mark of the word at `at`.
struct OfEntity<'a> {
    tagger: &'a Tagger,
    words: &'a [Word],
    tags: &'a [u8],
    at: usize,
    past: History,
}

impl Kernel for OfEntity<'_> {
    type Output = u8;

    #[inline(always)]
    #[expect(clippy::inline_always, reason = "compiled anew for each level's instructions")]
    fn run(self) -> u8 {
        let Self { tagger, words, tags, at, past } = self;
        let scores = tagger.entity.scores(&features::of_entity(words, tags, at, past));
        best(&scores, tagger.forbidden[past.last as usize & 63])
    }
}

/// The label with the highest score, of equals the first; those in `forbidden` do not stand.
///
/// Scores are at most 39 times 2^14, so they and a label of six bits fit in one number.
#[inline(always)]
#[expect(clippy::inline_always, reason = "compiled anew for each level's instructions")]
fn best<const ROOM: usize>(scores: &[i32; ROOM], forbidden: u64) -> u8 {
    let mut best = i32::MIN;
    for (label, score) in (0_u8..).zip(scores) {
        let value = (score << 6) + i32::from(63 - label);
        let stands = forbidden >> label & 1 == 0;
        best = best.max(if stands { value } else { i32::MIN });
    }
    63 - u8::try_from(best & 63).unwrap_or(0)
}
