//! What a journey is for, and what is done on it: "will visit Lima for bilateral meetings. The
//! Secretary will meet with Foreign Minister Lee" tells of one meeting.

use super::one_name::may_be_one;
use super::same::dates_agree;
use super::{Occasion, Trigger};
use crate::entities::{Cast, MemberId};
use chancery_model::{EntityKind, MeetingKind};

/// Occasions back, and those who take part, that are looked at.
const BACK: usize = 4;
const MANY: usize = 16;
/// Words of the phrase before the noun, and sentences between both, at most.
const PHRASE: usize = 8;
const FAR: usize = 2;

/// Nouns for what a journey is for that leave open who is met.
const OPEN: &[&str] = &["consultations", "conversations", "discussions", "meetings", "talks"];

/// The meetings for which somebody travels, of which a later verb is the first to tell whom they meet.
pub(super) fn by_purpose(
    cast: &Cast,
    occasions: &[Occasion],
    of: &[Vec<&Trigger>],
    later: usize,
) -> Option<usize> {
    let surface = cast.surface;
    let new = *of[later].first()?;
    let group = crate::clauses::verb_group(surface, new.head).run;
    let meets = surface.pos(new.head).is_verb()
        && matches!(surface.lower(new.head), "meet" | "meets" | "met")
        && !group.clone().any(|at| matches!(surface.lower(at), "also" | "then" | "separately"));
    // "They will visit Lima for meetings and met Lee before that": one sentence may tell of both.
    if !meets {
        return None;
    }
    let at = (later.saturating_sub(BACK)..later)
        .rev()
        .find(|at| !matches!(occasions[*at].kind, MeetingKind::Visit))?;
    let (known, talks) = (&occasions[at], &occasions[later]);
    let noun = *of[at].first()?;
    let far = surface.sentence_of(new.head).saturating_sub(surface.sentence_of(noun.head));
    let near = (1..=FAR).contains(&far)
        && surface.paragraph_of(new.head) == surface.paragraph_of(noun.head)
        && known
            .mentions
            .iter()
            .all(|run| surface.sentence_of(run.start) == surface.sentence_of(noun.head));
    let one = near
        && OPEN.contains(&surface.lower(noun.head))
        && known.names.is_empty()
        && is_for_a_journey(cast, occasions, at, noun)
        && dates_agree(&known.when, &talks.when)
        && may_be_one(known.status, talks.status)
        && (known.place.is_none() || talks.place.is_none() || known.place == talks.place)
        && are_of_both(cast, known, talks);
    one.then_some(at)
}

/// Whether the noun tells what the journey of its sentence is for.
fn is_for_a_journey(cast: &Cast, occasions: &[Occasion], at: usize, noun: &Trigger) -> bool {
    let surface = cast.surface;
    let sentence = surface.sentence(noun.head);
    let first = sentence.start.max(noun.head.saturating_sub(PHRASE));
    let within = |at: &usize| {
        let pos = surface.pos(*at);
        pos.is_adjective()
            || pos.is_noun()
            || pos.is_determiner()
            || matches!(surface.lower(*at), "of" | "and" | "," | "-")
    };
    let left = (first..noun.head).rev().take_while(within).last().unwrap_or(noun.head);
    let aim = left > sentence.start && surface.lower(left - 1) == "for";
    let goes = |it: &Occasion| {
        it.kind == MeetingKind::Visit
            && it.mentions.iter().any(|run| sentence.contains(&run.start) && run.end < noun.head)
    };
    aim && occasions[at.saturating_sub(BACK)..at].iter().any(goes)
}

/// Whether whoever travels for the one takes part in the other, or their side does, and nobody is met
/// at the one whose side has no part in the other.
fn are_of_both(cast: &Cast, known: &Occasion, talks: &Occasion) -> bool {
    let all = |it: &Occasion| -> Vec<MemberId> {
        it.attendance.iter().take(MANY).map(|attend| attend.who).collect()
    };
    let sides = |list: &[MemberId]| -> Vec<MemberId> {
        list.iter().map(|who| cast.side_of(*who).unwrap_or(*who)).collect()
    };
    let (one, other) = (all(known), all(talks));
    let (here, there) = (sides(&one), sides(&other));
    let person = |who: &&MemberId| cast.kind(**who) == EntityKind::Person;
    let travels = one.iter().filter(person).any(|who| other.contains(who))
        || here.iter().any(|side| there.contains(side));
    travels && here.iter().all(|side| there.contains(side) || there.len() < 2)
}
