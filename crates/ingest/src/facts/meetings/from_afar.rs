//! Who is named in another paragraph than talks whose own words tell who has them: nobody who is there
//! because of that.

use super::{Occasion, Teller};
use crate::entities::{Cast, MemberId};
use chancery_model::{EntityKind, MeetingKind};

/// So many words for a meeting, and sentences around them, are looked at.
const MANY: usize = 12;
const AROUND: usize = 6;
/// And so many names of one sentence.
const NAMES: usize = 60;

/// Whether no paragraph that tells of a meeting of others names somebody.
pub(super) fn is_from_afar(cast: &Cast, occasion: &Occasion, who: MemberId) -> bool {
    let surface = cast.surface;
    if !matches!(occasion.kind, MeetingKind::Call | MeetingKind::Talks) {
        return false;
    }
    let told = occasion.attendance.iter().take(MANY).filter(|it| it.by == Teller::Words);
    let mut sides = Vec::new();
    for it in told {
        // Whose state is told elsewhere, if at all.
        let side = cast.side_of(it.who);
        if side.is_none() && cast.kind(who) != EntityKind::Person {
            return false;
        }
        let side = side.unwrap_or(it.who);
        if !sides.contains(&side) {
            sides.push(side);
        }
    }
    if sides.len() < 2 {
        return false;
    }
    occasion.mentions.iter().take(MANY).all(|run| {
        let own = surface.sentence_of(run.start);
        let paragraph = surface.paragraph_of(run.start);
        let near = own.saturating_sub(AROUND)..(own + AROUND + 1).min(surface.sentences().len());
        near.map(|at| surface.sentences()[at].clone())
            .filter(|run| surface.paragraph_of(run.start) == paragraph)
            .all(|run| cast.mentions_in(&run).take(NAMES).all(|mention| mention.who != who))
    })
}
