//! What a joint statement is released on the occasion of: the meeting that its text goes on to tell of.

use super::called::ANY;
use super::same::dates_agree;
use super::{Occasion, Trigger};
use crate::entities::Cast;
use chancery_model::{MeetingKind, MeetingStatus};

/// Sentences at the head of a text that tell why it is released, and those behind them that may begin to
/// tell of the meeting.
const HEAD: usize = 3;
const NEXT: usize = 3;
/// Tokens of a name before its noun, and those of a sentence, that are looked at.
const NAME: usize = 10;
const FAR: usize = 120;
/// Occasions back that are looked at.
const BACK: usize = 3;

/// "… released on the occasion of the Chad-Mali Dialogue. Chad and Mali convened the eighth Dialogue on
/// June 3": the occasion of the statement, if the first words after it tell of a meeting that it may be.
pub(super) fn by_heading(
    cast: &Cast,
    occasions: &[Occasion],
    of: &[Vec<&Trigger>],
    later: usize,
) -> Option<usize> {
    let surface = cast.surface;
    let new = *of[later].first()?;
    let here = surface.sentence_of(new.head);
    let sits = |it: &Occasion| {
        !matches!(it.kind, MeetingKind::Visit | MeetingKind::Call)
            && matches!(it.status, MeetingStatus::Held | MeetingStatus::Ongoing)
    };
    if here == 0 || here > HEAD + NEXT || !sits(&occasions[later]) {
        return None;
    }
    (later.saturating_sub(BACK)..later).rev().find(|at| {
        let known = &occasions[*at];
        let Some(noun) = of[*at].first().filter(|it| is_occasion(cast, it)) else { return false };
        let sentence = surface.sentence_of(noun.head);
        // Nothing else is told of between both.
        let next =
            |it: usize| of[it].first().is_none_or(|it| surface.sentence_of(it.head) <= sentence);
        (sentence + 1..=sentence + NEXT).contains(&here)
            && (at + 1..later).all(next)
            && sits(known)
            && is_told_by(cast, noun, new)
            && dates_agree(&known.when, &occasions[later].when)
    })
}

/// Whether a noun at the head of a statement names the occasion on which it is released.
fn is_occasion(cast: &Cast, noun: &Trigger) -> bool {
    let surface = cast.surface;
    if surface.pos(noun.head).is_verb() || surface.sentence_of(noun.head) >= HEAD {
        return false;
    }
    let first = surface.sentence(noun.head).start;
    let name = first.max(noun.head.saturating_sub(NAME))..noun.head;
    let on = name.rev().find(|at| surface.lower(*at) == "of" && *at > first);
    let released = |at: usize| matches!(surface.lower(at), "released" | "issued" | "statement");
    on.is_some_and(|of| {
        surface.lower(of - 1) == "occasion" && (first.max(of.saturating_sub(FAR))..of).any(released)
    })
}

/// Whether words may tell of the meeting that a noun names: the same noun, or that some met.
fn is_told_by(cast: &Cast, noun: &Trigger, new: &Trigger) -> bool {
    let surface = cast.surface;
    let word = surface.lower(new.head);
    if surface.pos(new.head).is_verb() {
        return matches!(word, "met" | "convened" | "gathered" | "assembled" | "held");
    }
    word == surface.lower(noun.head) || ANY.contains(&word)
}
