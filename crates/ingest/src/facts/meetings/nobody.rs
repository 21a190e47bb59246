//! Absence told by there being nobody: "no one from Chad came", "nobody would represent Chad".

use super::around::{goes_there, is_of_neither};
use super::stayed::SENT;
use crate::clauses::verb_group;
use crate::entities::Cast;
use crate::lexicon::Tie;
use crate::tagger::Pos;
use chancery_model::EntityKind;

/// "Nobody from Chad", "no one of them" before a verb.
pub(super) fn nobody_before(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    let first = surface.sentence(at).start.max(at.saturating_sub(6));
    (first..at).any(|at| {
        matches!(surface.lower(at), "nobody" | "no-one") || surface.reads(at, &["no", "one"])
    })
}

/// Whether the subject of a passive is nobody: "no Chadian officer was".
pub(super) fn is_of_none(cast: &Cast, at: usize) -> bool {
    let group = verb_group(cast.surface, at);
    let ends = |at: usize| cast.ends_mention(at);
    let none = crate::clauses::subject_before(cast.surface, group.run.start, &ends)
        .is_some_and(|run| matches!(cast.surface.lower(run.start), "no" | "none" | "neither"));
    group.passive && (none || is_of_neither(cast, at))
}

/// "nobody came from Chad", "no one would represent Chad".
pub(super) fn nobody_for(cast: &Cast, at: usize, next: usize) -> Option<Tie> {
    stands_for(cast, at, next).map(|_| Tie::Absent)
}

/// Where those begin for whom nobody came: "no one would represent Chad".
pub(super) fn stands_for(cast: &Cast, at: usize, next: usize) -> Option<usize> {
    let surface = cast.surface;
    if let Some(whom) = none_of(cast, next) {
        return Some(whom);
    }
    let end = surface.sentence(at).end.min(next + 7);
    let verb = (next..end).find(|at| {
        surface.lower(*at).starts_with("represent")
            || matches!(
                surface.lower(*at),
                "came"
                    | "come"
                    | "attended"
                    | "showed"
                    | "turned"
                    | "appeared"
                    | "travelled"
                    | "traveled"
                    | "arrived"
            )
    })?;
    let close = (next..verb).all(|at| {
        surface.pos(at).is_verb() || surface.pos(at).is_adverb() || surface.pos(at) == Pos::Modal
    });
    let whom = if surface.lower(verb).starts_with("represent") {
        verb + 1
    } else {
        (verb + 1..end).find(|at| matches!(surface.lower(*at), "for" | "from"))? + 1
    };
    let side = cast.mention_at(whom).is_some_and(|mention| {
        mention.run.start == whom && cast.kind(mention.who) != EntityKind::Place
    });
    (close && side).then_some(whom)
}

/// "no one from Chad came to the conference": where the state begins of which there was nobody.
pub(super) fn none_of(cast: &Cast, next: usize) -> Option<usize> {
    let surface = cast.surface;
    if !matches!(surface.lower(next), "from" | "of") {
        return None;
    }
    let whom = next + 1 + usize::from(surface.lower(next + 1) == "the");
    let mention = cast.mention_at(whom).filter(|mention| {
        mention.run.start == whom
            && matches!(cast.kind(mention.who), EntityKind::State | EntityKind::Organization)
    })?;
    let came = |at: usize| {
        matches!(surface.lower(at), "came" | "come" | "went" | "gone" | "travelled" | "traveled")
            && goes_there(cast, at)
    };
    let end = mention.run.end;
    (end..end + 4)
        .find(|at| !surface.pos(*at).is_verb() && !surface.pos(*at).is_adverb() || came(*at))
        .filter(|at| came(*at))
        .map(|_| whom)
}

/// "None of the three came", "Neither came.", "No one from Chad came", "No delegate from Chad came"
pub(super) fn counts_none(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    let start = verb_group(surface, at).run.start;
    crate::clauses::subject_before(surface, start, &|at| cast.ends_mention(at)).is_some_and(|run| {
        let sent = |at: usize| surface.lower(at) == "one" || SENT.contains(&surface.lower(at));
        match surface.lower(run.start) {
            "neither" | "none" | "nobody" | "no-one" => true,
            "no" => (run.start + 1..run.end.min(run.start + 4)).any(sent),
            _ => false,
        }
    })
}
