//! Who wants what: what parties agree to, seek, reject, in matters between states.

mod bounds;
mod holders;
mod itemized;
mod marked;
mod not_theirs;
mod openers;
mod papers;
mod pursued;
mod shared;
mod turned;
mod unmet;
mod whole;
mod words;

use super::statements::Said;
use crate::entities::{Cast, MemberId};
use crate::surface::Run;
use chancery_model::GoalStatus;

/// So many words in quotation marks may be part of a sentence that is not quoted.
const FEW: usize = 6;

/// A goal while it is still made of tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Aim {
    /// The shortest words that name it.
    pub(crate) text: Run,
    /// Whose it is.
    pub(crate) holders: Vec<MemberId>,
    /// How it stands.
    pub(crate) status: GoalStatus,
    /// By whom it is told.
    pub(crate) according_to: Option<MemberId>,
}

/// Reads the goals of an article, in order of the text. `marks` are the network's.
pub(crate) fn goals(cast: &Cast, said: &[Said], marks: &[Run]) -> Vec<Aim> {
    let mut reader = Reader {
        cast,
        said,
        marks,
        two: shared::two_sides(cast),
        found: Vec::new(),
        barred: Vec::new(),
    };
    for sentence in cast.surface.sentences() {
        for at in sentence.clone() {
            // Lee "has no intention of" leaving: of a few words quoted the sentence goes on.
            let few = |number: usize| {
                cast.surface
                    .quotations()
                    .get(number)
                    .is_some_and(|quotation| !quotation.open && quotation.inside.len() <= FEW)
            };
            let told = match cast.surface.quotation_of(at) {
                Some(number) => cast.surface.lower(at) == "intention" && few(number),
                None => true,
            };
            if told {
                reader.open(at, sentence);
            }
        }
    }
    reader.marked();
    let mut found = reader.found;
    found.sort_by_key(|aim| (aim.text.start, aim.text.end));
    // Of two that share most of their words the first stays.
    found.dedup_by(|later, earlier| {
        // "refused Mali's request for aid": wanted by one, and not by the other.
        let apart = later.text == earlier.text
            && later.status != earlier.status
            && (later.status == GoalStatus::Rejected || earlier.status == GoalStatus::Rejected)
            && !later.holders.iter().any(|who| earlier.holders.contains(who));
        !apart
            && later.text.start < earlier.text.end
            && (later.text.end <= earlier.text.end && later.text.len() * 2 > earlier.text.len()
                || later.text.start == earlier.text.start)
    });
    found
}

/// What reads the goals of one article.
struct Reader<'c, 'a, 't> {
    cast: &'c Cast<'a, 't>,
    said: &'c [Said],
    /// What the network marks, in order of the text.
    marks: &'c [Run],
    /// The two sides that the text is of, if it is of two.
    two: Option<(MemberId, MemberId)>,
    found: Vec<Aim>,
    /// Words that name a goal only to say that it is not had.
    barred: Vec<Run>,
}
