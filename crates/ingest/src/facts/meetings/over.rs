//! Meetings that are over because of what somebody did about them: "stayed away from the talks" tells of
//! talks that were held, unless words say that they go on or are to come.

use super::phrases::may_lead_to;
use super::told::told;
use super::{Occasion, Teller, Trigger};
use crate::clauses::{VerbGroup, is_have, verb_group, verb_groups};
use crate::entities::Cast;
use crate::lexicon::Tie;
use crate::surface::{Run, Surface};
use crate::tagger::Pos;
use chancery_model::{MeetingKind, MeetingStatus};

/// So many who are tied to a meeting, and so many words for it, are looked at.
const MANY: usize = 12;
/// So many words before those for it are looked through.
const BEFORE: usize = 14;
/// So many words to either side of those for it may say that it goes on.
const FAR: usize = 40;

/// Whether it is told in the past who stayed away from it, was kept out or walked out, in a sentence that
/// names it, and no words say that it goes on.
pub(super) fn is_told_past(cast: &Cast, occasion: &Occasion, triggers: &[&Trigger]) -> bool {
    let surface = cast.surface;
    let goes_on = |trigger: &&&Trigger| {
        trigger.certain && trigger.status != MeetingStatus::Held
            || is_going_on(surface, trigger.head)
    };
    if triggers.iter().take(MANY).find(goes_on).is_some() {
        return false;
    }
    let named = |sentence: usize| {
        let mut words = triggers.iter().take(MANY);
        words.any(|trigger| {
            surface.sentence_of(trigger.head) == sentence
                && surface.quotation_of(trigger.head).is_none()
        })
    };
    let mut told = occasion.attendance.iter().take(MANY).filter(|it| it.by == Teller::Presence);
    occasion.kind != MeetingKind::Visit
        && (told.any(|it| {
            named(surface.sentence_of(it.evidence.start)) && is_past(surface, &it.evidence)
        }) || triggers.iter().take(MANY).any(|trigger| is_of_past(cast, trigger)))
}

/// "walked out of the talks", "took part in the conference": a verb in the past right before the words for it.
fn is_of_past(cast: &Cast, trigger: &Trigger) -> bool {
    let surface = cast.surface;
    let first = surface.sentence(trigger.head).start.max(trigger.run.start.saturating_sub(BEFORE));
    let of_it = |at: usize| {
        may_lead_to(cast, at)
            || matches!(surface.lower(at), "of" | "from" | "for" | "in" | "at" | "to")
    };
    let noun = !surface.pos(trigger.head).is_verb();
    let quoted = surface.quotation_of(trigger.head).is_some();
    noun && !quoted
        && (first..trigger.run.start).rev().filter(|at| surface.pos(*at).is_verb()).take(3).any(
            |at| {
                told(cast, at).is_some_and(|told| {
                    told.tie != Tie::Off
                        && told.end <= trigger.head
                        && (told.end..trigger.run.start).all(of_it)
                        && plain_past(surface, &verb_group(surface, at))
                })
            },
        )
}

fn plain_past(surface: &Surface, group: &VerbGroup) -> bool {
    let has = |words: &[&str]| group.run.clone().any(|at| words.contains(&surface.lower(at)));
    let have = group.run.clone().any(|at| is_have(surface.lower(at)));
    let past = surface.pos(group.main) == Pos::VerbPast || has(&["was", "were", "did"]);
    let now = has(&["is", "are", "am", "'s", "'re", "be"]);
    past && !(group.future || group.modal || group.infinitive || have || now)
}

/// Whether the first verb of the words that tell of somebody's absence is a plain past.
fn is_past(surface: &Surface, words: &Run) -> bool {
    let sentence = surface.sentence(words.start);
    let groups = verb_groups(surface, &(words.start..sentence.end.min(words.start + FAR)));
    let first = groups.into_iter().find(|group| group.finite);
    // "was overshadowed by the boycott of Chad"
    let before = || {
        let first = sentence.start.max(words.start.saturating_sub(FAR));
        let groups = verb_groups(surface, &(first..words.start));
        groups.into_iter().find(|group| group.finite)
    };
    first.or_else(before).is_some_and(|group| plain_past(surface, &group))
}

/// Words that say that something goes on, or has just begun.
#[rustfmt::skip]
const GOES_ON: &[&str] = &[
    "began", "begin", "begins", "begun", "continue", "continued", "continues", "continuing", "currently",
    "now", "ongoing", "open", "opened", "opening", "opens", "resume", "resumed", "start", "started", "starts",
    "today", "underway", "tomorrow", "upcoming",
];

/// Whether words around those for a meeting say so.
fn is_going_on(surface: &Surface, head: usize) -> bool {
    let sentence = surface.sentence(head);
    let near = sentence.start.max(head.saturating_sub(FAR))..sentence.end.min(head + FAR);
    near.clone().any(|at| {
        GOES_ON.contains(&surface.lower(at))
            || surface.reads(at, &["under", "way"])
            || surface.reads(at, &["this", "week"])
    })
}
