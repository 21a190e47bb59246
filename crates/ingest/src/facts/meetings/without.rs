//! Absence told by what a meeting goes on without: "without the Chadian side", "minus the Saudis", "with
//! Chad absent".

use super::around::without_part;
use super::named_absence::before_subject;
use super::phrases::phrase_from;
use crate::clauses::verb_group;
use crate::entities::{Cast, MemberId};
use crate::surface::Run;
use chancery_model::EntityKind;

/// Without whom a meeting is, with their words: "without Cuban President Lee" is without her, and not
/// without Cuba.
pub(super) fn whom_without(cast: &Cast, at: usize, limit: usize) -> (Vec<MemberId>, Run) {
    let surface = cast.surface;
    let word = surface.lower(at);
    let from = surface.lower(at + 2) == "from";
    let the = word != "with" && matches!(surface.lower(at + 1), "the" | "any");
    let part = without_part(surface, at);
    let first = if let Some(first) = part {
        first + usize::from(surface.lower(first) == "the")
    } else if from {
        at + 3
    } else {
        at + 1 + usize::from(word == "with" || the)
    };
    let run = before_subject(cast, phrase_from(cast, first, limit.max(first)));
    let named = || cast.mentions_in(&run).map(|mention| mention.who);
    let persons: Vec<MemberId> =
        named().filter(|who| cast.kind(*who) == EntityKind::Person).collect();
    let who: Vec<MemberId> = if word == "minus" {
        cast.actors(&run)
    } else if word == "without" && !persons.is_empty() {
        persons
    } else {
        named().collect()
    };
    (who, run)
}

/// "without Chad, suspended since the coup", "without Chad, which they barred": kept out by others.
pub(super) fn is_without_the_barred(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    let sentence = surface.sentence(at).end;
    let Some(mention) = cast.mentions_in(&(at + 1..sentence.min(at + 8))).next() else {
        return false;
    };
    let end = mention.run.end;
    let clause = end + 1..sentence.min(end + 14);
    let barred = clause.take_while(|at| !matches!(surface.word(*at), "," | ";")).any(|at| {
        let put_out = matches!(surface.lower(at), "suspended" | "barred" | "expelled" | "banned");
        put_out && surface.pos(at).is_verb() && !verb_group(surface, at).negated
    });
    barred && surface.word(end) == ","
}

/// "minus Chad", "minus the Saudis"
pub(super) fn is_minus(cast: &Cast, at: usize) -> bool {
    let the = usize::from(cast.surface.lower(at + 1) == "the");
    cast.mention_at(at + 1 + the).is_some_and(|mention| {
        matches!(mention.run.start.checked_sub(at + 1), Some(0 | 1))
            && (the == 0 || cast.kind(mention.who) == EntityKind::State)
    })
}

/// "with Chad absent"
pub(super) fn is_with_them(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    let first = surface.sentence(at).start.max(at.saturating_sub(14));
    let mention = at.checked_sub(1).and_then(|before| cast.mention_at(before));
    mention.is_some_and(|mention| mention.run.end == at)
        && (first..at)
            .rev()
            .take_while(|at| !surface.pos(*at).is_finite_verb() && surface.word(*at) != ",")
            .any(|at| surface.lower(at) == "with")
}

/// "without the Chadian government": a state's own people, and no help or threat of theirs.
pub(super) fn is_without_side(cast: &Cast, at: usize) -> bool {
    #[rustfmt::skip]
    const SIDE: &[&str] = &[
        "army", "authorities", "colleague", "colleagues", "counterpart", "counterparts", "delegation",
        "government", "leaders", "military", "officials", "opposition", "rebels", "representatives",
        "side",
    ];
    let surface = cast.surface;
    let the = usize::from(matches!(
        surface.lower(at + 1),
        "the" | "any" | "their" | "its" | "his" | "her"
    ));
    cast.mention_at(at + 1 + the).is_some_and(|mention| {
        mention.run.start <= at + 1 + the
            && matches!(cast.kind(mention.who), EntityKind::State | EntityKind::Organization)
            && (SIDE.contains(&surface.lower(mention.run.end))
                || SIDE.contains(&surface.lower(mention.run.end - 1)))
    })
}

/// "with no Chadians present", "with no Chadian officials at the table".
pub(super) fn is_not_there(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    let whom = cast.mention_at(at + 2).filter(|mention| mention.run.start == at + 2);
    let end = surface.sentence(at).end.min(at + 10);
    whom.is_some_and(|mention| {
        (mention.run.end..end).any(|at| {
            matches!(surface.lower(at), "present" | "attending" | "invited" | "participating")
                || surface.reads(at, &["in", "the", "room"])
                || surface.reads(at, &["at", "the", "table"])
                || surface.reads(at, &["taking", "part"])
        })
    })
}
