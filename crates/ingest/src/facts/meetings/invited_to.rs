//! What somebody is invited to, and nobody has agreed upon: "has invited Lee to visit Lima in June", "invited
//! Chad to talks on Friday".

use crate::clauses::verb_group;
use crate::entities::Cast;
use crate::outcomes::is_open;
use crate::surface::Run;
use crate::tagger::Pos;

/// So many words may the phrase for whom somebody invites have.
const LONGEST: usize = 16;
/// So many words of its phrase may stand before a noun for a meeting.
const PHRASE: usize = 5;

/// Whether the words for a meeting tell what somebody is invited to. "The summit" is held whoever is
/// invited to it.
pub(super) fn is_invited_to(cast: &Cast, run: &Run) -> bool {
    inviting(cast, run, invites).is_some()
}

/// Whether they do, and it has not yet come about as far as their sentence tells.
pub(super) fn is_yet_invited_to(cast: &Cast, run: &Run) -> bool {
    inviting(cast, run, invites).is_some_and(|whom| is_open(cast.surface, whom.start - 1))
}

/// The words for whom somebody invites to do what a verb tells.
pub(super) fn whom_invited(cast: &Cast, verb: usize) -> Option<Run> {
    let one = verb..verb + 1;
    let whom = inviting(cast, &one, invites).or_else(|| inviting(cast, &one, urges))?;
    let on = usize::from(matches!(cast.surface.lower(whom.start), "on" | "upon"));
    let whom = whom.start + on..whom.end;
    (!whom.is_empty() && !cast.actors(&whom).is_empty()).then_some(whom)
}

/// Forms of "invite".
fn invites(word: &str) -> bool {
    matches!(word, "invited" | "invite" | "invites" | "inviting")
}

/// Verbs by which somebody is to do what an infinitive tells: "urged Chad to resume talks with Mali".
fn urges(word: &str) -> bool {
    matches!(
        word,
        "advised"
            | "asked"
            | "asks"
            | "called"
            | "calling"
            | "calls"
            | "encouraged"
            | "encourages"
            | "pressed"
            | "presses"
            | "pressing"
            | "pushed"
            | "pushing"
            | "told"
            | "urge"
            | "urged"
            | "urges"
            | "urging"
    )
}

/// The words between such a verb and the "to" before words for a meeting.
fn inviting(cast: &Cast, run: &Run, is_such: fn(&str) -> bool) -> Option<Run> {
    let surface = cast.surface;
    let first = surface.sentence(run.start).start;
    let verb = surface.pos(run.end - 1).is_verb();
    let mut to = run.start.wrapping_sub(1);
    let of_noun = |at: usize| {
        let pos = surface.pos(at);
        matches!(surface.lower(at), "a" | "an") || pos.is_adjective() || pos.is_noun()
    };
    for _ in 0..PHRASE {
        if verb || to <= first || to >= run.start || !of_noun(to) {
            break;
        }
        to -= 1;
    }
    // "invited Lee to Lima on Friday for talks"
    let place = |at: usize| {
        cast.name_at(at).is_some()
            || crate::clauses::is_day(surface.lower(at))
            || matches!(surface.lower(at), "on" | ",")
    };
    if !verb && to > first && to < run.start && surface.lower(to) == "for" {
        let mut before = to - 1;
        while before > first && to - before < PHRASE && place(before) {
            before -= 1;
        }
        to = before;
    }
    if to <= first || to >= run.start || surface.lower(to) != "to" {
        return None;
    }
    let of_whom = |at: &usize| {
        let pos = surface.pos(*at);
        pos.is_noun()
            || pos.is_proper()
            || pos.is_adjective()
            || pos.is_determiner()
            || matches!(pos, Pos::Possessive | Pos::PossessivePronoun | Pos::Pronoun)
            || cast.mention_at(*at).is_some()
            // "invited Lee for a visit to broker talks"
            || matches!(surface.lower(*at), "," | "and" | "for" | "of" | "-")
            // "called on Lee to meet Kim"
            || matches!(surface.lower(*at), "on" | "upon")
                && surface.lower(at.wrapping_sub(1)).starts_with("call")
    };
    let invites = |at: &usize| is_such(surface.lower(*at)) && surface.pos(*at).is_verb();
    let from = first.max(to.saturating_sub(LONGEST));
    let told = (from..to).rev().find(|at| invites(at) || !of_whom(at)).filter(invites);
    told.filter(|at| {
        let group = verb_group(surface, *at);
        !group.negated && (verb || !group.passive && at + 1 < to)
    })
    .map(|at| at + 1..to)
}
