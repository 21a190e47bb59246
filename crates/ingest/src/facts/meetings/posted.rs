//! States that are named at a meeting only as where an envoy of another is sent, or where the head of a body
//! comes from: "the Malian ambassador to Chad met Bo Ek", "Secretary General Ann Lee of Chad spoke".

use super::{Occasion, Teller};
use crate::entities::Cast;
use chancery_model::EntityKind;

/// So many names of one sentence are looked at.
const LOOKED_AT: usize = 60;

/// Takes out the states that no other words of the evidence bring to the meeting.
pub(super) fn without_posts(cast: &Cast, occasion: &mut Occasion) {
    let sides: Vec<_> = occasion
        .attendance
        .iter()
        .filter(|it| cast.kind(it.who) == EntityKind::Person)
        .filter_map(|it| cast.side_of(it.who))
        .collect();
    occasion.attendance.retain(|it| {
        if cast.kind(it.who) != EntityKind::State
            || it.by == Teller::Side
            || sides.contains(&it.who)
        {
            return true;
        }
        let named = cast.mentions_in(&it.evidence).take(LOOKED_AT);
        let mut named = named.filter(|mention| mention.who == it.who).peekable();
        named.peek().is_none() || !named.all(|mention| cast.is_no_side_of_its(&mention.run))
    });
}
