//! A small network that marks who is said to say what: source, cue and content, word by word.
//!
//! Dilated convolutions and memories over what [`Sight`] tells of each word, in whole numbers, so
//! that every processor gives the same marks. How it was trained, on what, and how well it does:
//! `data/network/README.md` and `data/training/`.

mod encoder;
mod labels;
mod sight;
mod simd;
#[cfg(test)]
mod tests;
mod weights;

pub use labels::{Marked, MarkedAs, Part, Scored};
pub use sight::{Sight, sights};

pub(crate) use sight::Look;
pub(crate) use simd::{Kernel, Level};

use crate::tagger::WeightsError;
use chancery_model::{AttendanceStatus, MeetingStatus};
use labels::Path;
use std::ops::Range;
use std::sync::OnceLock;
use weights::Weights;

/// How many labels each head has: who said what, goals, meetings, attendance.
const SIZES: [usize; 4] =
    [labels::LABELS, 3, 1 + MeetingStatus::ALL.len(), 1 + AttendanceStatus::ALL.len()];

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
    /// What the heads of meetings and attendance give the words that they may mark, in order of the
    /// text.
    pub scores: Vec<Scored>,
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
        if weights.sizes != SIZES {
            return Err(WeightsError::Damaged { what: "the number of labels" });
        }
        Ok(Self { weights })
    }

    /// Marks the words of a text.
    ///
    /// # Complexity
    /// O(words), with memory of about 10 bytes a word.
    pub fn read(&self, sights: &[Sight]) -> Marks {
        self.read_by(Level::best(), sights.len(), |words| sights[words].to_vec())
    }

    /// Marks as many words, told of by what there is to see of some of them.
    pub(crate) fn look(&self, words: usize, look: &Look) -> Marks {
        self.read_by(Level::best(), words, |words| look.sights(words))
    }

    fn read_by(
        &self,
        level: Level,
        words: usize,
        sights: impl Fn(Range<usize>) -> Vec<Sight>,
    ) -> Marks {
        let mut marks = Marks::default();
        let mut path = Path::new(&self.weights.chain, words);
        let mut at = 0;
        encoder::scores(&self.weights, level, words, sights, |scores| {
            for word in scores.chunks_exact(self.weights.labels()) {
                let (who_said, rest) = word.split_at(SIZES[0]);
                let (goal, rest) = rest.split_at(SIZES[1]);
                let (meeting, attendance) = rest.split_at(SIZES[2]);
                path.step(who_said);
                labels::stretch(&mut marks.goals, at, goal);
                labels::kind(&mut marks.meetings, at, meeting, MeetingStatus::ALL);
                labels::kind(&mut marks.attendance, at, attendance, AttendanceStatus::ALL);
                labels::scored(&mut marks.scores, at, meeting, attendance);
                at += 1;
            }
        });
        marks.who_said = path.marks();
        marks
    }
}
