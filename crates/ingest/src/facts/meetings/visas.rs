//! Being kept out told by what becomes of a visa, and staying away by what becomes of an invitation: "his
//! visa request was rejected", "the invitation to Chad went unanswered".

use super::told::Told;
use crate::entities::{Cast, MemberId};
use crate::lexicon::Tie;
use crate::surface::{Run, Surface};
use crate::tagger::Pos;
use chancery_model::EntityKind;

/// So many words to either side may tell what became of it.
const NEAR: usize = 10;

/// What people ask for with a visa.
const REQUESTS: &[&str] = &["application", "applications", "bid", "request", "requests"];

/// How words begin that tell that there is no visa.
#[rustfmt::skip]
const REFUSED: &[&str] = &[
    "block", "cancel", "delay", "deni", "deny", "fail", "refus", "reject", "revok", "turned", "withheld",
    "withhold",
];

/// How words begin that tell that an invitation was not taken up.
#[rustfmt::skip]
const TURNED_DOWN: &[&str] = &[
    "declined", "disregarded", "ignored", "rebuffed", "refused", "rejected", "shrugged", "spurned",
    "turned", "unacknowledged", "unanswered", "unopened", "unheeded",
];

/// What comes back then.
const ANSWERS: &[&str] = &["acknowledgement", "answer", "reaction", "reply", "response", "word"];

/// The words that begin at a noun and tell so.
pub(super) fn refused_papers(cast: &Cast, at: usize) -> Option<Told> {
    let surface = cast.surface;
    match surface.lower(at) {
        "visa" | "visas" if surface.pos(at).is_noun() => {
            holder(cast, at)?;
            is_refused(surface, at).then(|| Told::plain(Tie::Excluded, at + 1))
        }
        "invitation" | "invitations" if surface.pos(at).is_noun() => {
            let end = turned_down(surface, at)?;
            invited(cast, at, end)?;
            Some(Told::plain(Tie::Declined, end))
        }
        _ => None,
    }
}

/// Whose visa or invitation it is, with the words that say what became of it.
pub(super) fn of_papers(cast: &Cast, at: usize, end: usize) -> Option<(MemberId, Run)> {
    let (who, run) = if cast.surface.lower(at).starts_with("visa") {
        holder(cast, at)?
    } else {
        invited(cast, at, end)?
    };
    Some((who, run.start.min(at)..run.end.max(end)))
}

/// "Lee's visa", "his visa application", "visas for Chad".
fn holder(cast: &Cast, at: usize) -> Option<(MemberId, Run)> {
    let surface = cast.surface;
    let first = surface.sentence(at).start;
    let party = |at: usize| {
        let mention = cast.mention_at(at)?;
        (cast.kind(mention.who) != EntityKind::Place).then(|| (mention.who, mention.run.clone()))
    };
    let plain = |at: &usize| surface.pos(*at).is_adjective() || surface.lower(*at) == "entry";
    let left = (first..at).rev().take(3).find(|at| !plain(at))?;
    if surface.lower(left) == "'s" && left > first {
        return party(left - 1);
    }
    if surface.pos(left) == Pos::PossessivePronoun {
        return party(left);
    }
    let noun = at + usize::from(REQUESTS.contains(&surface.lower(at + 1)));
    let joined = matches!(surface.lower(noun + 1), "for" | "to" | "from" | "by");
    let the = usize::from(surface.pos(noun + 2).is_determiner());
    joined.then(|| party(noun + 2 + the)).flatten()
}

/// Whether a visa is one that nobody gets.
fn is_refused(surface: &Surface, at: usize) -> bool {
    let sentence = surface.sentence(at);
    let refused = |at: usize| {
        let word = surface.lower(at);
        surface.pos(at).is_verb() && REFUSED.iter().any(|stem| word.starts_with(stem))
    };
    let behind = (at + 1..sentence.end.min(at + NEAR)).take_while(|at| surface.word(*at) != ",");
    let mut behind = behind.peekable();
    // "did not come through", "has not been issued", "came too late"
    let not = |at: usize| {
        matches!(surface.lower(at), "not" | "n't" | "never") && surface.pos(at + 1).is_verb()
            || surface.reads(at, &["too", "late"])
    };
    if behind.any(|at| refused(at) || not(at)) {
        return true;
    }
    let before = (sentence.start.max(at.saturating_sub(6))..at).rev();
    before.take_while(|at| surface.word(*at) != ",").any(refused)
}

/// Where the words end that tell that an invitation came to nothing.
fn turned_down(surface: &Surface, at: usize) -> Option<usize> {
    let end = surface.sentence(at).end.min(at + 2 * NEAR);
    let mut behind = at + 1..end;
    let found = behind.find(|at| {
        let word = surface.lower(*at);
        let passive = TURNED_DOWN.contains(&word) && surface.pos(*at) != Pos::VerbPresent;
        let without = matches!(word, "without" | "no")
            && (at + 1..at + 4).any(|at| ANSWERS.contains(&surface.lower(at)));
        passive || without
    })?;
    // "an invitation to Mali, which rejected the plan": another clause.
    let other = (at + 1..found).any(|at| {
        matches!(surface.lower(at), "who" | "which" | "that" | "and" | "but")
            || surface.word(at) == ";"
    });
    let not = (found.saturating_sub(3)..found).any(|at| matches!(surface.lower(at), "not" | "n't"));
    // The invitation is what it happened to.
    let verb = (at + 1..=found).any(|at| {
        crate::clauses::is_be(surface.lower(at))
            || matches!(
                surface.lower(at),
                "went"
                    | "go"
                    | "goes"
                    | "remained"
                    | "remains"
                    | "lay"
                    | "left"
                    | "drew"
                    | "met"
                    | "got"
                    | "brought"
                    | "received"
                    | "found"
                    | "elicited"
                    | "had"
                    | "has"
            )
    });
    let alone = !matches!(surface.lower(found), "declined" | "refused" | "rejected" | "turned")
        || (at + 1..found).any(|at| crate::clauses::is_be(surface.lower(at)));
    (!other && !not && verb && alone).then_some(found + 1)
}

/// Whom an invitation was for: "the invitation to Chad", or by whom it was turned down.
fn invited(cast: &Cast, at: usize, end: usize) -> Option<(MemberId, Run)> {
    let surface = cast.surface;
    let party = |at: usize| {
        let the = usize::from(surface.pos(at).is_determiner());
        let mention = cast.mention_at(at + the)?;
        (cast.kind(mention.who) != EntityKind::Place).then(|| (mention.who, mention.run.clone()))
    };
    let by = (end..end + 3).find(|at| surface.lower(*at) == "by").and_then(|by| party(by + 1));
    let to = || {
        let to = (at + 1..end).find(|at| matches!(surface.lower(*at), "to" | "for"))?;
        let sent = (at + 1..to).all(|at| surface.pos(at).is_verb() || surface.pos(at).is_adverb());
        sent.then(|| party(to + 1)).flatten()
    };
    by.or_else(to)
}
