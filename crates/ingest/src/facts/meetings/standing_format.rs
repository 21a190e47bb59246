//! What bears the name of a gathering and is none that is held: a format by means of which two sides
//! work together, a process that somebody supports, a body that somebody chairs, a series, a room.

use super::Trigger;
use crate::entities::Cast;
use crate::surface::Surface;
use crate::tagger::Pos;
use chancery_model::{Date, MeetingKind, Span};

/// Words before a name that its phrase may have, and words from there back to what governs it.
const PHRASE: usize = 14;

/// Whether words with a name of a gathering tell of no time at which it was.
pub(super) fn is_a_format(cast: &Cast, trigger: &Trigger) -> bool {
    let surface = cast.surface;
    let head = trigger.head;
    if surface.pos(head).is_verb() || trigger.kind == MeetingKind::Visit {
        return false;
    }
    if is_a_room(surface, head) {
        return true;
    }
    if is_means_of_talks(surface, trigger) {
        return true;
    }
    if !surface.is_capital(head) {
        return false;
    }
    // "the Policy Dialogue Series", "chairmanship of the Conference on Disarmament"
    if surface.lower(head + 1) == "series" && surface.is_capital(head + 1) {
        return true;
    }
    // "the Dialogue that Lee had in Lima"
    if matches!(surface.lower(head + 1), "that" | "which" | "held" | "hosted" | "where") {
        return false;
    }
    let Some(left) = governed_from(surface, trigger) else { return false };
    let before = |by: usize| left.checked_sub(by).map_or("", |at| surface.lower(at));
    if before(1) == "of"
        && matches!(before(2), "ceo" | "chairmanship" | "chairperson" | "chairwoman" | "chairman")
    {
        return true;
    }
    // "On April 25, she will review progress in the Dialogue": the day is that of her doing so.
    let of_deed = |span: Span| before(1) == "in" && span.start() < surface.span(left).start();
    let dated = trigger.when.from.is_some_and(Date::is_day)
        && !(before(2) == "progress" && trigger.when.words.is_some_and(of_deed));
    // "support for the Dialogue", "prospects for progress in it", "the importance of it"
    let goes_on = match before(1) {
        "for" => matches!(before(2), "support"),
        "of" => matches!(before(2), "importance" | "value"),
        "in" => {
            matches!(before(2), "progress" | "efforts" | "constructively")
                || matches!(before(2), "engage" | "reengage" | "re-engage")
                    && is_to(surface, left - 2)
        }
        "to" => matches!(before(2), "committed" | "commitment"),
        _ => false,
    };
    if dated || trigger.place.is_some() || is_round(surface, trigger) {
        return false;
    }
    if goes_on && surface.lower(head) != "summit" {
        return true;
    }
    if is_a_programme(surface, head, left) {
        return true;
    }
    // "with an annual Strategic Dialogue"
    let is_held = matches!(
        before(1),
        "attended" | "chaired" | "co-chaired" | "convened" | "held" | "hold" | "holds" | "hosted"
    );
    let annual = || !is_held && (left..head).any(|at| surface.lower(at) == "annual");
    is_means(surface, left) || matches!(surface.lower(left), "a" | "an") && annual()
}

/// "security, including through Quad consultations": by means of which something is done.
fn is_means_of_talks(surface: &Surface, trigger: &Trigger) -> bool {
    let head = trigger.head;
    let start = trigger.run.start;
    matches!(surface.lower(head), "consultations" | "dialogues" | "discussions" | "meetings")
        && start < head
        && surface.is_capital(start)
        && start > surface.sentence(head).start
        && trigger.when.is_unknown()
        && trigger.place.is_none()
        && is_means(surface, start)
}

/// "We've relaunched the Economic Dialogue", "the Dialogue will promote access to it": what two sides
/// set up to work together, and no round of it.
fn is_a_programme(surface: &Surface, head: usize, left: usize) -> bool {
    if surface.lower(head) != "dialogue" {
        return false;
    }
    let launch = matches!(
        surface.lower(left.wrapping_sub(1)),
        "launched" | "launching" | "relaunched" | "relaunching" | "established" | "establishing"
    );
    let from = surface.sentence(head).start.max(left.saturating_sub(4));
    let we = (from..left).any(|at| matches!(surface.lower(at), "i" | "we"));
    let does = surface.lower(head + 1) == "will"
        && matches!(
            surface.lower(head + 2),
            "build"
                | "enhance"
                | "expand"
                | "foster"
                | "help"
                | "include"
                | "promote"
                | "serve"
                | "strengthen"
                | "support"
        );
    launch && we || does
}

/// "to engage in it"
fn is_to(surface: &Surface, verb: usize) -> bool {
    verb > 0 && surface.lower(verb - 1) == "to"
}

/// "the Davis Conference Room"
fn is_a_room(surface: &Surface, head: usize) -> bool {
    surface.is_capital(head)
        && surface.is_capital(head + 1)
        && matches!(surface.lower(head + 1), "room" | "hall" | "center" | "centre")
}

/// Where the phrase of a name begins, with its article and what stands before the name.
fn governed_from(surface: &Surface, trigger: &Trigger) -> Option<usize> {
    let first = surface.sentence(trigger.head).start;
    let from = first.max(trigger.head.saturating_sub(PHRASE));
    let mut left = trigger.run.start;
    if surface.pos(left).is_determiner() {
        return Some(left);
    }
    while left > from {
        let at = left - 1;
        let pos = surface.pos(at);
        if pos.is_determiner() {
            return Some(at);
        }
        // "the U.S.-supported, EU-facilitated Dialogue"
        let set_off = surface.word(at) == "," && at > from && {
            let before = surface.pos(at - 1);
            before.is_adjective() || before == Pos::VerbParticiple
        };
        let is_part = pos.is_adjective()
            || pos.is_noun()
            || matches!(pos, Pos::VerbParticiple | Pos::Possessive | Pos::PossessivePronoun)
            || surface.word(at) == "-"
            || set_off;
        if !is_part {
            break;
        }
        left = at;
    }
    (left > first).then_some(left)
}

/// Whether its words tell which time it is: "the third Strategic Dialogue", "today's Council".
fn is_round(surface: &Surface, trigger: &Trigger) -> bool {
    let first = surface.sentence(trigger.head).start;
    let from = first.max(trigger.head.saturating_sub(PHRASE));
    let to = surface.sentence(trigger.head).end.min(trigger.head + 3);
    (from..to).any(|at| {
        let word = surface.lower(at);
        crate::clauses::is_ordinal(word)
            || word.ends_with("th") && word.starts_with(|it: char| it.is_ascii_digit())
            || matches!(
                word,
                "coming"
                    | "forthcoming"
                    | "inaugural"
                    | "last"
                    | "latest"
                    | "meeting"
                    | "next"
                    | "outcome"
                    | "recent"
                    | "round"
                    | "session"
                    | "success"
                    | "successful"
                    | "today"
                    | "today's"
                    | "tomorrow"
                    | "upcoming"
                    | "week"
                    | "year"
                    | "yesterday"
            )
    })
}

/// "bilateral cooperation through the Strategic Dialogue, the Council and others": by means of which
/// something is done.
fn is_means(surface: &Surface, left: usize) -> bool {
    let from = surface.sentence(left).start.max(left.saturating_sub(PHRASE));
    let is_listed = |at: usize| {
        let pos = surface.pos(at);
        pos.is_noun()
            || pos.is_adjective()
            || pos.is_determiner()
            || matches!(surface.lower(at), "," | "and" | "of" | "on" | "-" | "as" | "well")
    };
    let governor = (from..left).rev().find(|at| !is_listed(*at));
    governor.is_some_and(|at| surface.lower(at) == "through")
}
