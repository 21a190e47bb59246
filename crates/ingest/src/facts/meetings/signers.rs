//! Who signed, or looked on as others signed, what was negotiated before: "The deal was signed by Lee and Kim"
//! tells nothing of who had held the talks on it.

use super::{Occasion, Teller};
use crate::clauses::verb_group;
use crate::entities::{Cast, MemberId};
use chancery_model::EntityKind;
use std::collections::HashSet;

/// So many words of one sentence are looked through.
const LONG: usize = 120;

/// Takes out of talks those who are named only where something is signed, in another sentence than the talks
/// are.
pub(super) fn without_signers(cast: &Cast, occasion: &mut Occasion) {
    let surface = cast.surface;
    let own: HashSet<usize> =
        occasion.mentions.iter().map(|run| surface.sentence_of(run.start)).collect();
    let signs = |at: usize| {
        let sentence = surface.sentence(at);
        let mut first = sentence.start..sentence.end.min(sentence.start + LONG);
        !own.contains(&surface.sentence_of(at))
            && first.any(|at| surface.reads(at, &["signed", "by"]))
    };
    let signers: HashSet<MemberId> = occasion
        .attendance
        .iter()
        .filter(|it| matches!(it.by, Teller::Marks | Teller::Signals | Teller::Side))
        .filter(|it| it.evidence.start < surface.len() && signs(it.evidence.start))
        .map(|it| it.who)
        .collect();
    if signers.is_empty() {
        return;
    }
    // Those whom the words for the talks name are there all the same.
    let named = occasion.attendance.iter().filter(|it| !signers.contains(&it.who));
    if named.filter(|it| cast.kind(it.who) != EntityKind::Person).count() < 2 {
        return;
    }
    occasion.attendance.retain(|it| !signers.contains(&it.who));
}

/// "signed the accord on behalf of Chad", "signed for Chad": whether somebody signs for whoever sent them, where others
/// sign too.
pub(super) fn signs_for(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    let end = surface.sentence(at).end.min(at + 8);
    let group = verb_group(surface, at);
    let side = |at: usize| {
        let the = usize::from(surface.lower(at) == "the");
        let rebels = matches!(surface.lower(at + the), "government" | "opposition" | "rebels");
        rebels
            || cast.mention_at(at + the).is_some_and(|it| cast.kind(it.who) != EntityKind::Person)
    };
    // "signed for the Saudi club", "for Chad's Al Hilal": no state.
    let state = |at: usize| {
        let the = usize::from(surface.lower(at) == "the");
        let named = cast.mention_at(at + the);
        named.is_none_or(|it| {
            cast.kind(it.who) == EntityKind::State
                && surface.lower(it.run.end) != "'s"
                && !surface.pos(it.run.end).is_noun()
        })
    };
    // "signed an order on sanctions for Chad": for whom those are.
    let accord = |to: usize| {
        (at + 1..to).all(|at| surface.pos(at).is_determiner())
            || matches!(
                surface.lower(to - 1),
                "accord"
                    | "agreement"
                    | "deal"
                    | "declaration"
                    | "document"
                    | "it"
                    | "pact"
                    | "treaty"
            )
    };
    let whom = (at + 1..end).find_map(|at| match surface.lower(at) {
        "for" => Some(at + 1).filter(|to| accord(at) && state(*to)),
        "on" if surface.reads(at, &["on", "behalf", "of"]) => Some(at + 3),
        _ => None,
    });
    !group.passive && !group.negated && !group.modal && !group.future && whom.is_some_and(side)
}
