//! A meeting told in an overview and then with its day: "to attend the informal meeting of Chadian Ministers in
//! Oslo. … On May 14, she will attend an informal meeting of Chadian Ministers in Oslo".

use super::one_name::may_be_one;
use super::same::dates_agree;
use super::{Occasion, Trigger};
use crate::entities::{Cast, MemberId};
use chancery_model::{EntityKind, MeetingKind, MeetingStatus};

/// Occasions back, words for each, and those who take part, that are looked at.
const BACK: usize = 8;
const WORDS: usize = 6;
const MANY: usize = 24;
/// Words before a noun that may tell it from another.
const NEAR: usize = 8;

/// The earlier occasion of what is to come that has the noun, the place and all those of a later one.
pub(super) fn by_all_of_it(
    cast: &Cast,
    occasions: &[Occasion],
    of: &[Vec<&Trigger>],
    later: usize,
) -> Option<usize> {
    let surface = cast.surface;
    let new = *of[later].first()?;
    let occasion = &occasions[later];
    let another = || {
        let first = surface.sentence(new.head).start.max(new.head.saturating_sub(NEAR));
        (first..new.head).any(|at| {
            matches!(
                surface.lower(at),
                "also"
                    | "another"
                    | "further"
                    | "later"
                    | "new"
                    | "next"
                    | "second"
                    | "separate"
                    | "then"
            )
        })
    };
    if surface.pos(new.head).is_verb()
        || !matches!(
            occasion.kind,
            MeetingKind::Conference | MeetingKind::Summit | MeetingKind::Talks
        )
        || occasion.status != MeetingStatus::Planned
        || occasion.place.is_none()
        || another()
    {
        return None;
    }
    let all = |it: &Occasion| -> Vec<MemberId> {
        let mut all: Vec<_> = it.attendance.iter().take(MANY).map(|it| it.who).collect();
        all.sort_unstable();
        all
    };
    let own = all(occasion);
    let kinds = |kind: EntityKind| own.iter().any(|who| cast.kind(*who) == kind);
    if !kinds(EntityKind::Person) || !kinds(EntityKind::Organization) && own.len() < 4 {
        return None;
    }
    let word = surface.lower(new.head);
    (later.saturating_sub(BACK)..later).rev().find(|at| {
        let known = &occasions[*at];
        known.kind == occasion.kind
            && may_be_one(known.status, occasion.status)
            && known.place == occasion.place
            && dates_agree(&known.when, &occasion.when)
            && of[*at].iter().take(WORDS).any(|it| {
                surface.lower(it.head) == word
                    && surface.sentence_of(it.head) != surface.sentence_of(new.head)
            })
            && all(known) == own
    })
}
