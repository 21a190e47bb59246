//! What those who meet meet for: "hosted Minister Lee in Oslo to open the U.S.-Chad Strategic
//! Dialogue". (What is launched may go on for years.)

use super::Trigger;
use crate::entities::Cast;
use crate::surface::Surface;
use crate::tagger::Pos;
use chancery_model::MeetingKind;

/// So many words may stand between the verb of meeting and what it was for, and before the noun for that.
const FAR: usize = 40;
const PHRASE: usize = 10;

/// Verbs for what is done with the talks that some meet for.
#[rustfmt::skip]
const OPENS: &[&str] = &[
    "begin", "chair", "co-chair", "conclude", "conduct", "continue", "convene", "hold", "open", "reconvene",
    "resume",
];

/// Whether the words for some talks tell what those of a verb before them met to begin or to hold.
pub(super) fn is_opened_there(cast: &Cast, before: &Trigger, trigger: &Trigger) -> bool {
    let surface = cast.surface;
    let (from, head) = (before.head, trigger.head);
    if from >= head
        || head - from > FAR
        || !meets(surface, from)
        || matches!(before.kind, MeetingKind::Visit | MeetingKind::Call)
        || !matches!(trigger.kind, MeetingKind::Talks | MeetingKind::Consultation)
        || surface.pos(head).is_verb()
        || surface.sentence_of(from) != surface.sentence_of(head)
    {
        return false;
    }
    // Talks that nobody's words name may be begun long after: "met to begin talks on a treaty".
    let named = surface.is_capital(head) || !trigger.name.is_empty();
    let within = |at: &usize| {
        let pos = surface.pos(*at);
        pos.is_noun()
            || pos.is_adjective()
            || pos.is_determiner()
            || matches!(pos, Pos::Number | Pos::PossessivePronoun)
            || cast.mention_at(*at).is_some()
            || matches!(surface.lower(*at), "'s" | "-" | "of")
    };
    let first = (from + 1).max(head.saturating_sub(PHRASE));
    let Some(verb) = (first..head).rev().find(|at| !within(at)) else { return false };
    let led = verb + 1 < head && {
        let pos = surface.pos(verb + 1);
        pos.is_determiner() || pos == Pos::PossessivePronoun
    };
    let holds = matches!(surface.lower(verb), "hold" | "conduct" | "continue" | "resume");
    OPENS.contains(&surface.lower(verb))
        && (led && named || holds)
        && surface.lower(verb - 1) == "to"
        && !(from + 1..verb - 1).any(|at| {
            surface.pos(at).is_finite_verb() && cast.mention_at(at).is_none()
                || matches!(surface.word(at), ";" | "—" | "--")
                || matches!(surface.lower(at), "agreed" | "who" | "which" | "that" | "before")
        })
}

/// A verb by which some meet in person.
fn meets(surface: &Surface, at: usize) -> bool {
    surface.pos(at).is_verb()
        && matches!(
            surface.lower(at),
            "gathered"
                | "host"
                | "hosted"
                | "hosts"
                | "meet"
                | "meets"
                | "met"
                | "received"
                | "welcomed"
        )
}
