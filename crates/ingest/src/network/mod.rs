//! A small network that marks who is said to say what: source, cue and content, word by word.
//!
//! Dilated convolutions over what [`Sight`] tells of each word, in whole numbers, so that every
//! processor gives the same marks. How it was trained, on what, and how well it does:
//! `data/network/README.md` and `data/training/`.

mod encoder;
mod labels;
mod sight;
mod simd;
#[cfg(test)]
mod tests;
mod weights;

pub use labels::{Marked, MarkedAs, Part};
pub use sight::{Sight, sights};

pub(crate) use sight::look;

use crate::tagger::WeightsError;
use chancery_model::{AttendanceStatus, MeetingStatus};
use simd::Level;
use std::ops::Range;
use std::sync::OnceLock;
use weights::Weights;

/// Marks what is said in texts, and by whom.
#[derive(Debug)]
pub struct Network {
    weights: Weights,
}

/// What is marked in one text. Words are named by their place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marks {
    /// Sources, cues and contents, in order of the text.
    pub who_said: Vec<Marked>,
    /// Words that state a goal, in order of the text.
    pub goals: Vec<Range<usize>>,
    /// Words that stand for a meeting, with its status, in order of the text.
    pub meetings: Vec<MarkedAs<MeetingStatus>>,
    /// Names and other words for those who are tied to a meeting, with how, in order of the text.
    pub attendance: Vec<MarkedAs<AttendanceStatus>>,
}

impl Network {
    /// The network whose weights are compiled in.
    pub fn embedded() -> &'static Self {
        static EMBEDDED: OnceLock<Network> = OnceLock::new();
        EMBEDDED.get_or_init(|| {
            let bytes =
                include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/network/network.bin"));
            Self::from_bytes(bytes).expect("a test reads the embedded weights")
        })
    }

    /// A network with weights from a file's bytes.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, WeightsError> {
        let weights = Weights::parse(bytes)?;
        if weights.sizes != [7, 3, 7, 6] {
            return Err(WeightsError::Damaged { what: "the number of labels" });
        }
        Ok(Self { weights })
    }

    /// Marks the words of a text.
    ///
    /// # Complexity
    /// O(words), with memory of about 50 bytes a word.
    pub fn read(&self, sights: &[Sight]) -> Marks {
        self.read_with(Level::best(), sights)
    }

    fn read_with(&self, level: Level, sights: &[Sight]) -> Marks {
        let scores = self.scores(level, sights);
        let all = self.weights.labels();
        Marks {
            who_said: labels::marks(&scores, all, &self.weights.chain, 3),
            goals: labels::stretches(&scores, all, 7),
            meetings: labels::kinds(&scores, all, 10, MeetingStatus::ALL),
            attendance: labels::kinds(&scores, all, 17, AttendanceStatus::ALL),
        }
    }

    fn scores(&self, level: Level, sights: &[Sight]) -> Vec<i32> {
        encoder::scores(&self.weights, level, sights)
    }
}
