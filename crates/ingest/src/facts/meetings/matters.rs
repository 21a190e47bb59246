//! States that a meeting is about: "delegates at the meeting in Geneva on Sudan and Chad". That tells of
//! nobody of theirs who was there.

use super::together::states_from;
use super::{Occasion, Teller};
use crate::entities::{Cast, MemberId};
use crate::surface::Run;
use chancery_model::{EntityKind, MeetingKind};

/// So many words for an occasion, and so many who are there, are looked at.
const MANY: usize = 8;
const CROWD: usize = 60;
/// So many words may tell where a meeting is, before what it is about.
const PLACE: usize = 5;
/// So many words may a list of states have.
const LIST: usize = 30;

/// Takes out the states that are named only as what a meeting is about.
pub(super) fn without_matters(cast: &Cast, occasion: &mut Occasion) {
    if occasion.kind == MeetingKind::Visit {
        return;
    }
    let lists: Vec<Run> = occasion
        .mentions
        .iter()
        .take(MANY)
        .filter_map(|run| matter_of(cast, run))
        .filter(|list| list.len() > 1)
        .collect();
    if lists.is_empty() {
        return;
    }
    let sides: Vec<MemberId> = occasion
        .attendance
        .iter()
        .take(CROWD)
        .filter(|it| cast.kind(it.who) == EntityKind::Person)
        .filter_map(|it| cast.side_of(it.who))
        .collect();
    let words: Vec<Run> =
        occasion.mentions.iter().take(MANY).map(|run| cast.surface.sentence(run.start)).collect();
    occasion.attendance.retain(|it| {
        let told = !matches!(it.by, Teller::Marks | Teller::Signals);
        if told || cast.kind(it.who) != EntityKind::State || sides.contains(&it.who) {
            return true;
        }
        let mut here = words
            .iter()
            .flat_map(|sentence| cast.mentions_in(sentence).take(CROWD))
            .filter(|mention| mention.who == it.who)
            .peekable();
        here.peek().is_none()
            || !here.all(|mention| lists.iter().any(|list| list.contains(&mention.run.start)))
    });
}

/// The states listed behind "on" after a noun for a meeting and where it is.
fn matter_of(cast: &Cast, run: &Run) -> Option<Run> {
    let surface = cast.surface;
    if surface.pos(run.end - 1).is_verb() {
        return None;
    }
    let end = surface.sentence(run.start).end;
    let mut on = run.end;
    if surface.lower(on) == "in" {
        let place =
            |at: &usize| cast.name_at(*at).is_some() || matches!(surface.word(*at), "," | "the");
        on += 1 + (on + 1..end.min(on + PLACE)).take_while(place).count();
    }
    if on >= end || !matches!(surface.lower(on), "about" | "on" | "over") {
        return None;
    }
    let last = end.min(on + LIST);
    // A list of two at least: one alone may well be there.
    (states_from(cast, on + 1, last).len() > 1).then_some(on + 1..last).map(|list| {
        let within = |at: &usize| {
            matches!(surface.lower(*at), "," | "and" | "the") || cast.name_at(*at).is_some()
        };
        let count = list.clone().take_while(within).count();
        list.start..list.start + count
    })
}
