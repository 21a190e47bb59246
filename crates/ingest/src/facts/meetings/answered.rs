//! Being kept out told by an answer: who asked to come and was turned down, was told that there was no
//! room, or found the doors closed.

use super::told::Told;
use super::unwilling::being_there;
use crate::clauses::verb_group;
use crate::entities::Cast;
use crate::lexicon::Tie;
use crate::surface::Surface;

/// So many words may stand between the asking and the answer.
const REACH: usize = 30;

/// What is closed to those who are kept out.
const WAYS_IN: &[&str] =
    &["chamber", "door", "doors", "entrance", "gate", "gates", "hall", "room", "venue"];

/// The words that begin at a verb and tell so.
pub(super) fn answered(cast: &Cast, at: usize) -> Option<Told> {
    let surface = cast.surface;
    if !surface.pos(at).is_verb() {
        return None;
    }
    let next = surface.lower(at + 1);
    match surface.lower(at) {
        // "asked to attend but was turned down", "applied to join and was refused"
        "turned" if matches!(next, "down" | "away" | "back") => refused_on_asking(cast, at, at + 2),
        "refused" | "rebuffed" | "rejected" => refused_on_asking(cast, at, at + 1),
        // "asked to be invited, but Mali turned it down"
        "turned" | "turns" | "turning"
            if matches!(next, "it" | "him" | "her" | "them")
                && surface.lower(at + 2) == "down"
                && asked_to_come(surface, at) =>
        {
            let plain = Told::plain(Tie::Excluded, at + 1);
            Some(Told { patient: true, inside: Some(at + 1..at + 2), ..plain })
        }
        "told" => told_no(cast, at),
        "found" | "finds" | "find" => finds_closed(cast, at),
        "make" | "made" => not_on_the_list(cast, at),
        _ => None,
    }
}

/// "but was turned down": what came of asking to come.
fn refused_on_asking(cast: &Cast, at: usize, end: usize) -> Option<Told> {
    let group = verb_group(cast.surface, at);
    (group.passive && !group.negated && !group.modal && asked_to_come(cast.surface, at))
        .then(|| Told { patient: true, ..Told::plain(Tie::Excluded, end) })
}

/// Whether the sentence told before of asking to come: "asked to attend", "had sought to be invited",
/// "applied for a seat".
fn asked_to_come(surface: &Surface, at: usize) -> bool {
    let first = surface.sentence(at).start.max(at.saturating_sub(REACH));
    (first..at).any(|at| {
        let asks = ["ask", "appl", "sought", "request", "offer", "hoped", "wanted", "begged"];
        let next = surface.lower(at + 1);
        let comes = || {
            let be = surface.lower(at + 2) == "be"
                && matches!(
                    surface.lower(at + 3),
                    "invited" | "admitted" | "included" | "let" | "allowed" | "represented"
                );
            next == "to" && (be || being_there(surface, at + 2, false).is_some())
        };
        let seat = || {
            let invited = |at| matches!(surface.lower(at), "invitation" | "seat" | "place");
            matches!(next, "for" | "a" | "an") && (at + 2..at + 4).any(invited)
        };
        surface.pos(at).is_verb()
            && asks.iter().any(|stem| surface.lower(at).starts_with(stem))
            && (comes() || seat())
    })
}

/// "was told it could not come", "was told that there was no room"
fn told_no(cast: &Cast, at: usize) -> Option<Told> {
    let surface = cast.surface;
    let group = verb_group(surface, at);
    if !group.passive || group.negated || group.modal {
        return None;
    }
    let first = at + 1 + usize::from(surface.lower(at + 1) == "that");
    let excluded = |end: usize| Some(Told { patient: true, ..Told::plain(Tie::Excluded, end) });
    if surface.lower(first) == "there" && surface.lower(first + 2) == "no" {
        let room =
            matches!(surface.lower(first + 3), "room" | "seat" | "place" | "chair" | "space");
        return room.then(|| excluded(first + 4))?;
    }
    let itself = matches!(surface.lower(first), "it" | "he" | "she" | "they");
    let not = matches!(surface.lower(first + 1), "could" | "might" | "may" | "can" | "ca")
        && matches!(surface.lower(first + 2), "not" | "n't");
    let end = first + 3;
    let ends = matches!(surface.word(end), "." | "," | ";");
    let there = being_there(surface, end, false);
    (itself && not && (ends || there.is_some())).then(|| excluded(there.unwrap_or(end)))?
}

/// "found the doors of the hall closed to it"
fn finds_closed(cast: &Cast, at: usize) -> Option<Told> {
    let surface = cast.surface;
    let end = surface.sentence(at).end;
    let way = (at + 1..end.min(at + 4)).find(|at| WAYS_IN.contains(&surface.lower(*at)))?;
    let closed = (way + 1..end.min(way + 8)).find(|at| {
        matches!(surface.lower(*at), "closed" | "shut" | "barred" | "locked" | "bolted")
    })?;
    let to_them = matches!(surface.lower(closed + 1), "to" | "against")
        && matches!(surface.lower(closed + 2), "it" | "him" | "her" | "them");
    (to_them && !verb_group(surface, at).negated).then(|| Told::plain(Tie::Excluded, closed + 3))
}

/// "did not make the guest list", "did not make the cut"
fn not_on_the_list(cast: &Cast, at: usize) -> Option<Told> {
    let surface = cast.surface;
    let list =
        at + 2 + usize::from(matches!(surface.lower(at + 2), "guest" | "final" | "invitation"));
    (verb_group(surface, at).negated
        && surface.lower(at + 1) == "the"
        && matches!(surface.lower(list), "list" | "cut"))
    .then(|| Told::plain(Tie::Excluded, list + 1))
}

/// "was told to stay away", "calls to boycott the summit", "was urged to skip it": what others want, before
/// the "to" of words of staying away.
pub(super) fn is_wished(surface: &Surface, to: usize) -> bool {
    let Some(before) = to.checked_sub(1).filter(|at| *at >= surface.sentence(to).start) else {
        return false;
    };
    let word = surface.lower(before);
    surface.pos(before).is_noun()
        && matches!(
            word,
            "call"
                | "calls"
                | "appeal"
                | "appeals"
                | "demand"
                | "demands"
                | "pressure"
                | "plea"
                | "pleas"
                | "request"
                | "requests"
                | "advice"
                | "temptation"
        )
        || matches!(word, "told" | "ordered" | "urged" | "advised" | "asked" | "instructed")
            && verb_group(surface, before).passive
}
