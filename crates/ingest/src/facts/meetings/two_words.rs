//! Verbs of meeting of more than one word: "sat down with", "came face to face with", "called on".

use crate::entities::Cast;
use crate::tagger::Pos;
use chancery_model::EntityKind;

/// Where the verb of meeting that begins at a token ends, if it has more words than one.
pub(super) fn two_words(cast: &Cast, at: usize) -> Option<usize> {
    let surface = cast.surface;
    let next = |words: &[&str]| surface.reads(at + 1, words);
    match surface.lower(at) {
        "sit" | "sits" | "sat" | "sitting" if next(&["down", "with"]) => Some(at + 1),
        "come" | "comes" | "came" | "coming" if next(&["face", "to", "face", "with"]) => {
            Some(at + 3)
        }
        "sit" | "sat" | "sits" if next(&["face", "to", "face", "with"]) => Some(at + 3),
        "come" | "comes" | "came" if next(&["face-to-face", "with"]) => Some(at + 1),
        // "Ministers sat down in Lima on Monday": together.
        "sit" | "sat" | "sits" if next(&["down"]) && is_to_talk(cast, at) => Some(at + 1),
        "huddle" | "huddled" if is_of_officials(cast, at) => Some(at),
        "exchange" | "exchanged" if next(&["a", "few", "words"]) => Some(at + 3),
        "huddled" | "dined" | "lunched" | "breakfasted" if next(&["with"]) => Some(at),
        "called" | "call" | "calls" if next(&["on"]) && is_paid_a_call(cast, at) => Some(at + 1),
        _ => None,
    }
}

/// "Will sit down next week to work on a deal", "sat down in Lima on Monday": not merely on a chair.
fn is_to_talk(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    let end = surface.sentence(at).end.min(at + 12);
    let mut after = (at + 2..end).take_while(|at| !matches!(surface.word(*at), "," | ";"));
    let officials = is_of_officials(cast, at);
    after.any(|at| {
        officials && matches!(surface.lower(at), "in" | "at") && cast.name_at(at + 1).is_some()
            || surface.lower(at) == "together"
            || surface.lower(at) == "to"
                && matches!(
                    surface.lower(at + 1),
                    "talk" | "discuss" | "negotiate" | "work" | "resume" | "thrash" | "settle"
                )
    })
}

/// "Senior officials of the six huddled", and not "refugees huddled".
fn is_of_officials(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    let first = surface.sentence(at).start.max(at.saturating_sub(8));
    (first..at).any(|at| {
        surface.pos(at).is_plural() && super::scene::DIPLOMATIC.contains(&surface.lower(at))
    })
}

/// "Called on President Lee at his office", and not "called on President Lee to step down".
pub(crate) fn is_paid_a_call(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    let end = surface.sentence(at).end;
    let named = (at + 2..end.min(at + 12)).find_map(|at| {
        cast.mention_at(at).filter(|mention| cast.kind(mention.who) == EntityKind::Person)
    });
    let Some(named) = named else { return false };
    let office = (at + 2..named.run.start).all(|at| {
        let pos = surface.pos(at);
        pos.is_noun()
            || pos.is_adjective()
            || pos.is_determiner()
            || pos == Pos::Possessive
            || matches!(surface.lower(at), "of" | "'s" | ",")
    });
    // "to immediately release them"
    let verb = |to: usize| to + 1 + usize::from(surface.pos(to + 1).is_adverb());
    let asked = (named.run.end..end.min(named.run.end + 20)).any(|at| {
        surface.lower(at) == "to" && surface.pos(verb(at)) == Pos::VerbBase
            || surface.lower(at) == "for"
    });
    office && !asked
}
