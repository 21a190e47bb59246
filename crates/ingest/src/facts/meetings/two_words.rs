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
        "huddled" | "dined" | "lunched" | "breakfasted" if next(&["with"]) => Some(at),
        "called" | "call" | "calls" if next(&["on"]) && is_paid_a_call(cast, at) => Some(at + 1),
        _ => None,
    }
}

/// "Called on President Lee at his office", and not "called on President Lee to step down".
fn is_paid_a_call(cast: &Cast, at: usize) -> bool {
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
    let asked = (named.run.end..end.min(named.run.end + 20)).any(|at| {
        surface.lower(at) == "to" && surface.pos(at + 1) == Pos::VerbBase
            || surface.lower(at) == "for"
    });
    office && !asked
}
