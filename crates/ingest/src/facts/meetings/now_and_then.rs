//! Contacts that are had again and again, or that go on: "regularly meets with Lee", "spoke to him many
//! times", "close consultations", "is in talks with Mali". No one time is singled out by them.

use super::Trigger;
use crate::entities::Cast;
use crate::surface::Surface;
use crate::tagger::Pos;
use chancery_model::{Date, EntityKind};

/// Words around a verb among which it is told how often.
const AROUND: usize = 4;

/// Words behind a verb up to "many times".
const BEHIND: usize = 16;

/// Words before a noun in its phrase.
const PHRASE: usize = 6;

/// Words that tell that something is done over and over.
fn is_often(word: &str) -> bool {
    matches!(
        word,
        "always"
            | "constantly"
            | "continually"
            | "frequently"
            | "intensively"
            | "often"
            | "regularly"
            | "repeatedly"
            | "routinely"
    )
}

/// Whether words tell of what is done over and over, or goes on all the time.
pub(super) fn is_now_and_then(cast: &Cast, trigger: &Trigger) -> bool {
    let surface = cast.surface;
    // "told yesterday that it is in talks with allies": of the day of telling.
    if trigger.place.is_none() && is_in_talks(cast, trigger) {
        return true;
    }
    let dated = trigger.when.from.is_some_and(Date::is_day) || trigger.place.is_some();
    if dated {
        return false;
    }
    if surface.pos(trigger.head).is_verb() {
        // A body that meets regularly is told from what it meets for by what is learnt.
        let body = |who| cast.kind(who) == EntityKind::Organization;
        let bodies = !trigger.parties.is_empty() && trigger.parties.iter().all(|it| body(it.0));
        !bodies && is_done_often(surface, trigger.head) || is_at_intervals(surface, trigger.head)
    } else {
        is_of_many(surface, trigger)
    }
}

/// "has regularly met with Lee", "speaks with Lee multiple times a week", "has had a number of
/// occasions to meet Lee".
pub(super) fn is_done_often(surface: &Surface, at: usize) -> bool {
    let sentence = surface.sentence(at);
    let end = sentence.end.min(at + BEHIND);
    let clause = (at + 1..end)
        .take_while(|at| !matches!(surface.word(*at), "," | ";" | "—" | "–" | ":"))
        .take_while(|at| !surface.pos(*at).is_finite_verb());
    let behind: Vec<usize> = clause.collect();
    // "often" right before the verb, or anywhere behind it in the clause.
    let before = sentence.start.max(at.saturating_sub(AROUND))..at;
    let mut before = before.rev().take_while(|at| {
        let pos = surface.pos(*at);
        pos.is_adverb() || pos.is_verb() || pos == Pos::Pronoun || is_often(surface.lower(*at))
    });
    if before.any(|at| is_often(surface.lower(at)))
        || behind.iter().any(|at| is_often(surface.lower(*at)) && !surface.pos(at + 1).is_verb())
    {
        return true;
    }
    let many = |at: usize| {
        let before = at.saturating_sub(1);
        let count = surface.lower(before);
        matches!(surface.lower(at), "times" | "occasions")
            && (matches!(
                count,
                "countless" | "dozen" | "few" | "many" | "multiple" | "numerous" | "of" | "several"
            ) || surface.pos(before) == Pos::Number)
    };
    let had = || {
        let from = sentence.start.max(at.saturating_sub(AROUND));
        (from..at).any(|at| surface.lower(at) == "occasions" && surface.lower(at + 1) == "to")
    };
    behind.iter().any(|at| many(*at)) || had()
}

/// "will meet once a year", "meet annually", "meets every six months".
fn is_at_intervals(surface: &Surface, at: usize) -> bool {
    let end = surface.sentence(at).end.min(at + BEHIND / 2);
    let span = |at: usize| {
        let word = surface.lower(at).trim_end_matches('s');
        matches!(word, "day" | "month" | "quarter" | "week" | "year")
    };
    let meets = matches!(surface.lower(at), "meet" | "meets" | "convene" | "convenes");
    let mut clause = (at + 1..end).take_while(|at| !surface.pos(*at).is_verb());
    meets
        && clause.any(|at| match surface.lower(at) {
            "annually" | "monthly" | "quarterly" => true,
            "a" | "per" => {
                let count = surface.lower(at - 1);
                span(at + 1) && matches!(count, "once" | "twice" | "thrice" | "times")
            }
            "each" | "every" => span(at + 1) || span(at + 2),
            _ => false,
        })
}

/// "close consultations", "continue regular trilateral meetings": several, without "the", that
/// nobody holds at one time.
fn is_of_many(surface: &Surface, trigger: &Trigger) -> bool {
    let at = trigger.head;
    if trigger.definite || surface.is_capital(at) || !trigger.when.is_unknown() {
        return false;
    }
    let several = matches!(
        surface.lower(at),
        "consultations" | "conversations" | "dialogues" | "discussions" | "meetings" | "talks"
    );
    let first = surface.sentence(at).start.max(at.saturating_sub(PHRASE));
    let within = |at: &usize| {
        let pos = surface.pos(*at);
        pos.is_adjective()
            || pos.is_noun()
            || matches!(surface.word(*at), "," | "-")
            || pos.is_adverb()
    };
    let mut phrase = (first..at).rev().take_while(within);
    several
        && phrase.any(|at| {
            matches!(surface.lower(at), "close" | "constant" | "frequent" | "periodic" | "regular")
        })
}

/// "is in talks with allies": which go on.
fn is_in_talks(cast: &Cast, trigger: &Trigger) -> bool {
    let surface = cast.surface;
    let at = trigger.head;
    let first = surface.sentence(at).start;
    let bare = at >= first + 2
        && matches!(
            surface.lower(at),
            "conversation"
                | "conversations"
                | "discussion"
                | "discussions"
                | "negotiations"
                | "talks"
        )
        && surface.lower(at - 1) == "in"
        && matches!(surface.lower(at + 1), "with" | "about" | "on" | "to");
    let is = |at: usize| {
        matches!(surface.lower(at), "are" | "is" | "be" | "been" | "'re" | "'s" | "’re" | "’s")
    };
    let mut before = (first..at.saturating_sub(1)).rev();
    let be = before.find(|at| !surface.pos(*at).is_adverb() && surface.lower(*at) != "already");
    let now = |at: usize| matches!(surface.lower(at), "are" | "is");
    let end = surface.sentence(at).end.min(at + BEHIND);
    let named = || {
        let mut with = cast.mentions_in(&(at + 1..end));
        with.any(|it| cast.kind(it.who) == EntityKind::Person)
    };
    bare && be.is_some_and(is) && (trigger.when.is_unknown() || be.is_some_and(now) && !named())
}
