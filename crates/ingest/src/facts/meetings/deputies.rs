//! Those who take part for others: who is there for whom, and who is not.

use super::applied::apply;
use super::phrases::phrase_from;
use super::sent_for::sent_to;
use super::{Occasion, Teller};
use crate::entities::{Cast, MemberId};
use crate::lexicon::Tie;
use crate::tagger::Pos;
use chancery_model::{EntityKind, MeetingKind};

/// "Ann Lee was represented by her deputy": she was not there, but her side was. Gives who was.
pub(super) fn represented(
    cast: &Cast,
    occasion: &mut Occasion,
    at: usize,
    who: Vec<MemberId>,
) -> Vec<MemberId> {
    let before = cast.surface.sentence(at).start..at;
    let (behind, mut there): (Vec<MemberId>, Vec<MemberId>) = who.into_iter().partition(|who| {
        cast.kind(*who) == EntityKind::Person
            && cast.mentions_in(&before).any(|mention| mention.who == *who)
    });
    if !there.is_empty() || cast.surface.pos(at + 2) == Pos::PossessivePronoun {
        let words = before.start..at + 2;
        apply(cast, occasion, Tie::Absent, false, &behind, &words, at);
        there.extend(behind.iter().filter_map(|who| cast.side_of(*who)));
    }
    there
}

/// "is sending his deputy in his place": the deputy comes for their side. Whether it is told already
/// in the sentence who stays away.
pub(super) fn stand_in(
    cast: &Cast,
    occasion: &mut Occasion,
    at: usize,
    end: usize,
    who: &[MemberId],
) -> bool {
    let sentence = cast.surface.sentence(at);
    let sent = cast.actors(&phrase_from(cast, at + 1, end)).into_iter();
    let sent = sent.filter(|it| cast.kind(*it) == EntityKind::Person && !who.contains(it));
    let sides = who.iter().filter_map(|who| cast.side_of(*who));
    let there: Vec<MemberId> = sent.chain(sides).collect();
    apply(cast, occasion, Tie::Present, false, &there, &(at..end), at);
    let present = occasion.taking_part();
    // Whom a president sends to talks of ministers says nothing of the president.
    let theirs = matches!(occasion.kind, MeetingKind::Summit | MeetingKind::Other);
    sent_to(cast, at) == Some(end) && !theirs
        || occasion.attendance.iter().any(|attend| {
            attend.by == Teller::Presence
                && attend.status != present
                && sentence.contains(&attend.evidence.start)
        })
}

/// Whom those speak for, or they themselves where that is nobody.
pub(super) fn sides_of(cast: &Cast, who: Vec<MemberId>) -> Vec<MemberId> {
    who.into_iter().map(|who| cast.side_of(who).unwrap_or(who)).collect()
}
