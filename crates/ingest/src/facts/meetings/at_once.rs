//! Words that stand so close that they tell of one meeting: a name and its short form in brackets, a
//! noun and what was done with it, a meeting and what it was for.

use super::Trigger;
use crate::entities::Cast;
use crate::tagger::Pos;
use chancery_model::MeetingKind;

/// Tokens between a meeting and what it was for, at most.
const FAR: usize = 40;

/// Whether words for a meeting go on with those before: "the Oslo Dialogue (OD)", "a meeting to be
/// convened in Oslo".
pub(super) fn goes_on(cast: &Cast, before: &Trigger, trigger: &Trigger) -> bool {
    let surface = cast.surface;
    let first = trigger.run.start;
    if before.run.end >= first || surface.sentence_of(before.head) != surface.sentence_of(first) {
        return false;
    }
    let mut between = before.run.end..first;
    let short = between.len() == 1
        && surface.word(first - 1) == "("
        && surface.word(trigger.run.end) == ")";
    let is_passive = |at: usize| {
        surface.pos(at).is_adverb()
            || matches!(
                surface.lower(at),
                "to" | "be"
                    | "is"
                    | "are"
                    | "was"
                    | "were"
                    | "been"
                    | "being"
                    | "will"
                    | "has"
                    | "have"
                    | "had"
            )
    };
    let last = surface.lower(first - 1);
    let done = matches!(last, "be" | "is" | "are" | "was" | "were" | "been" | "being")
        && matches!(
            surface.lower(trigger.head),
            "convened" | "held" | "hosted" | "organized" | "organised"
        )
        && !surface.pos(before.head).is_verb()
        && between.all(is_passive);
    short || done
}

/// Whether words only tell what a meeting before them was for: "spoke with Lee to discuss the talks
/// with Mali" tells of no talks with Mali.
pub(super) fn is_aim_of_another(cast: &Cast, triggers: &[Trigger], number: usize) -> bool {
    let surface = cast.surface;
    let at = triggers[number].head;
    let first = surface.sentence(at).start;
    if surface.lower(at) != "discuss" || at <= first || surface.lower(at - 1) != "to" {
        return false;
    }
    let before = triggers[..number].iter().rev().find(|earlier| earlier.head < at);
    before.is_some_and(|earlier| {
        earlier.head >= first
            && at - earlier.head < FAR
            && surface.pos(earlier.head).is_verb()
            && matches!(earlier.kind, MeetingKind::Talks | MeetingKind::Call)
            && !(earlier.head + 1..at).any(|at| {
                surface.pos(at).is_finite_verb()
                    || matches!(surface.word(at), ";" | "and") && surface.pos(at + 1).is_verb()
            })
    })
}

/// Whether a meeting with others is what another was about: "spoke with Kim to discuss his meeting with
/// Lee".
pub(super) fn is_topic_of(cast: &Cast, before: &Trigger, trigger: &Trigger) -> bool {
    let surface = cast.surface;
    let first = trigger.run.start;
    let whose = (before.head + 1..first)
        .rev()
        .take(4)
        .any(|at| surface.lower(at) == "'s" || surface.pos(at) == Pos::PossessivePronoun);
    before.head < first
        && surface.sentence_of(before.head) == surface.sentence_of(first)
        && surface.pos(before.head).is_verb()
        && !surface.pos(trigger.head).is_verb()
        && matches!(surface.lower(trigger.run.end), "with")
        && (whose || surface.pos(first) == Pos::PossessivePronoun)
        && (before.head + 1..first).any(|at| surface.lower(at) == "discuss")
}
