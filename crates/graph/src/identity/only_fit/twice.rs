//! Talks of which one report tells twice, once with less of when they were, or of who held them.

use super::{day, is_named, length, window};
use crate::NodeName;
use crate::identity::meetings::WEEK;
use crate::identity::occasion::{Occasion, Possible};
use crate::identity::same_meeting::elsewhere;

/// Whether one report tells of the same sides again, and not, or not as well, on which day: "meetings
/// in Sofia on May 18 and 19", "during the visit she will meet"; and "the Annual Consultations today",
/// "the delegation hosted the minister".
pub(super) fn is_told_again(open: &Occasion, dated: &Occasion) -> bool {
    let nested = |party: &NodeName| {
        let (one, other) = (&open.parties[party], &dated.parties[party]);
        one.iter().all(|who| other.contains(who)) || other.iter().all(|who| one.contains(who))
    };
    open.document == dated.document
        && open.to_be == dated.to_be
        && is_open(open)
        && !is_open(dated)
        && open.parties.len() >= 2
        && open.parties.keys().eq(dated.parties.keys())
        && open.parties.keys().all(nested)
        && !elsewhere(open, dated)
        && !is_named(open)
        && (!is_named(dated) || are_named_talks(dated))
}

/// Whether nothing is told of when it was, or a month or more.
fn is_open(it: &Occasion) -> bool {
    match it.days {
        Possible::Within(..) => window(it).is_some_and(|days| length(days) > WEEK),
        Possible::Told(..) => false,
        _ => day(it).is_none(),
    }
}

/// Whether it is called by the name of talks of its sides, and nobody is named who held them.
fn are_named_talks(it: &Occasion) -> bool {
    let title = it.title.as_ref();
    title.is_some_and(|title| matches!(title.kind(), "consultations" | "dialogue" | "negotiations"))
        && it.people().next().is_none()
}
