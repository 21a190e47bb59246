//! Words for several meetings at once, of which no one is meant: "are hosting two meetings tomorrow", "will
//! meet separately with several of his counterparts", "the recent and upcoming meetings of the Dialogue". What
//! is told of each is told besides.

use super::Trigger;
use crate::entities::Cast;
use crate::surface::Surface;
use crate::tagger::Pos;
use chancery_model::{Date, EntityKind};

/// Words before a noun in its phrase.
const PHRASE: usize = 6;

/// Words before the name of what meets among which its meetings are told of.
const BODY: usize = 12;

/// Words behind a noun, or a verb, among which those who meet are named.
const WITH: usize = 10;

/// Whether words tell of several meetings, and of none in particular.
pub(super) fn is_of_several(cast: &Cast, trigger: &Trigger) -> bool {
    if cast.surface.pos(trigger.head).is_verb() {
        is_with_several(cast, trigger)
    } else {
        is_counted(cast, trigger.head) || is_past_and_to_come(cast.surface, trigger.head)
    }
}

/// "the recent and upcoming meetings of the Cyber Dialogue".
fn is_past_and_to_come(surface: &Surface, head: usize) -> bool {
    let first = surface.sentence(head).start.max(head.saturating_sub(BODY));
    let meetings = (first..=head).rev().find(|at| surface.lower(*at) == "meetings");
    let Some(meetings) = meetings else { return false };
    let before = first.max(meetings.saturating_sub(PHRASE))..meetings;
    let both = |one: &[&str]| before.clone().any(|at| one.contains(&surface.lower(at)));
    let of = meetings == head
        || surface.lower(meetings + 1) == "of"
            && !(meetings + 1..head).any(|at| surface.pos(at).is_verb() || surface.word(at) == ",");
    of && both(&["past", "previous", "recent"]) && both(&["forthcoming", "future", "upcoming"])
}

/// "two high-level meetings with our fellow ministers", but not "the two summits", nor "three calls with Lee".
fn is_counted(cast: &Cast, head: usize) -> bool {
    let surface = cast.surface;
    let several = matches!(
        surface.lower(head),
        "conversations" | "dialogues" | "meetings" | "ministerials" | "sessions" | "summits"
    );
    if !several || surface.is_capital(head) {
        return false;
    }
    let first = surface.sentence(head).start.max(head.saturating_sub(PHRASE));
    let within = |at: &usize| {
        let pos = surface.pos(*at);
        pos.is_adjective() && !is_count(surface, *at)
            || pos == Pos::VerbParticiple
            || surface.word(*at) == "-"
            || pos.is_noun() && !surface.is_capital(*at) && !is_count(surface, *at)
    };
    let Some(count) = (first..head).rev().find(|at| !within(at)) else { return false };
    let before = surface.pos(count - usize::from(count > first));
    let meant = before.is_determiner() || before == Pos::PossessivePronoun;
    is_count(surface, count) && !meant && !is_with_somebody(cast, head)
}

fn is_count(surface: &Surface, at: usize) -> bool {
    matches!(
        surface.lower(at),
        "two" | "three" | "four" | "five" | "six" | "seven" | "eight" | "nine" | "ten" | "several"
    )
}

/// Whether somebody with a name stands behind.
fn is_with_somebody(cast: &Cast, head: usize) -> bool {
    let surface = cast.surface;
    let end = surface.sentence(head).end.min(head + WITH);
    let mut named = cast.mentions_in(&(head + 1..end));
    named.any(|it| {
        let kind = cast.kind(it.who);
        matches!(kind, EntityKind::Person | EntityKind::State) && surface.is_capital(it.run.start)
    })
}

/// "will meet separately with several of his foreign counterparts".
fn is_with_several(cast: &Cast, trigger: &Trigger) -> bool {
    let surface = cast.surface;
    let at = trigger.head;
    if trigger.when.from.is_some_and(Date::is_day) && trigger.when.from == trigger.when.to {
        return false;
    }
    let end = surface.sentence(at).end.min(at + WITH);
    let with = (at + 1..end.min(at + 4))
        .take_while(|at| surface.lower(*at) == "with" || surface.pos(*at).is_adverb())
        .find(|at| surface.lower(*at) == "with");
    let several = with.map(|with| with + 1).filter(|some| {
        matches!(surface.lower(*some), "several" | "many" | "some")
            && surface.lower(some + 1) == "of"
            && surface.pos(some + 2) == Pos::PossessivePronoun
    });
    several.is_some_and(|some| {
        let people = (some + 3..end.min(some + 7)).any(|at| {
            matches!(
                surface.lower(at),
                "allies" | "colleagues" | "counterparts" | "friends" | "partners"
            )
        });
        people && !is_with_somebody(cast, some + 2)
    })
}
