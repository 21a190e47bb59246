//! Who signed, or looked on as others signed, what was negotiated before: "The deal was signed by Lee and Kim"
//! tells nothing of who had held the talks on it.

use super::{Occasion, Teller};
use crate::entities::{Cast, MemberId};
use chancery_model::EntityKind;
use std::collections::HashSet;

/// So many words of one sentence are looked through.
const LONG: usize = 120;

/// Takes out of talks those who are named only where something is signed, in another sentence than the talks
/// are.
pub(super) fn without_signers(cast: &Cast, occasion: &mut Occasion) {
    let surface = cast.surface;
    let own: HashSet<usize> =
        occasion.mentions.iter().map(|run| surface.sentence_of(run.start)).collect();
    let signs = |at: usize| {
        let sentence = surface.sentence(at);
        let mut first = sentence.start..sentence.end.min(sentence.start + LONG);
        !own.contains(&surface.sentence_of(at))
            && first.any(|at| surface.reads(at, &["signed", "by"]))
    };
    let signers: HashSet<MemberId> = occasion
        .attendance
        .iter()
        .filter(|it| matches!(it.by, Teller::Marks | Teller::Signals | Teller::Side))
        .filter(|it| it.evidence.start < surface.len() && signs(it.evidence.start))
        .map(|it| it.who)
        .collect();
    if signers.is_empty() {
        return;
    }
    // Those whom the words for the talks name are there all the same.
    let named = occasion.attendance.iter().filter(|it| !signers.contains(&it.who));
    if named.filter(|it| cast.kind(it.who) != EntityKind::Person).count() < 2 {
        return;
    }
    occasion.attendance.retain(|it| !signers.contains(&it.who));
}
