//! Whose chance it is to meet or to travel: "it was the Secretary's first opportunity to travel to
//! India", "extended an invitation to the President to visit Lima", and whose deed: "her visiting India".

use crate::clauses::VerbGroup;
use crate::entities::{Cast, MemberId};
use crate::surface::Run;
use crate::tagger::Pos;
use chancery_model::EntityKind;

/// Words between a noun for a chance and the verb that tells of what, at most.
const BETWEEN: usize = 7;

/// Words between whose chance it is and the noun, at most.
const OWN: usize = 3;

/// The words for whom an invitation goes to, where an infinitive tells what to.
pub(super) fn invited(cast: &Cast, verb: usize) -> Option<Run> {
    let surface = cast.surface;
    let first = surface.sentence(verb).start;
    let far = first.max(verb.saturating_sub(2 * BETWEEN));
    let noun = (far..verb).rev().find(|at| surface.lower(*at) == "invitation")?;
    let whom = noun + 2..verb - usize::from(surface.lower(verb.saturating_sub(1)) == "to");
    let told = whom.clone().any(|at| surface.pos(at).is_finite_verb() && !cast.in_title(at));
    let to = matches!(surface.lower(noun + 1), "for" | "to") && whom.start < whom.end;
    (to && !told).then_some(whom)
}

/// The words for whoever has the chance, or is asked by a noun, to do what an infinitive tells.
pub(super) fn whose_chance(cast: &Cast, verb: usize) -> Option<Run> {
    owner(cast, verb).or_else(|| invited(cast, verb))
}

/// The words for whom the noun before an infinitive tells to have the chance, where they own it.
fn owner(cast: &Cast, verb: usize) -> Option<Run> {
    let surface = cast.surface;
    let first = surface.sentence(verb).start;
    let noun = (first.max(verb.saturating_sub(BETWEEN))..verb).rev().find(|at| {
        matches!(surface.lower(*at), "chance" | "opportunity" | "privilege" | "honor" | "honour")
    })?;
    // "the Secretary's first opportunity as Secretary of State to travel"
    let told = (noun + 1..verb).any(|at| surface.pos(at).is_finite_verb());
    let possessed = (first.max(noun.saturating_sub(OWN))..noun).rev().find(|at| {
        surface.pos(*at) == Pos::Possessive || surface.pos(*at) == Pos::PossessivePronoun
    })?;
    let run = if surface.pos(possessed) == Pos::PossessivePronoun {
        possessed..possessed + 1
    } else {
        let last = possessed.checked_sub(1)?;
        let named = cast.mention_at(last).map(|mention| mention.run.start);
        let start = named.unwrap_or(last);
        let the = start.checked_sub(1).filter(|at| surface.lower(*at) == "the");
        the.unwrap_or(start)..possessed
    };
    (!told && run.start >= first && !cast.actors(&run).is_empty()).then_some(run)
}

/// "concerns about her visiting Mali", "Lee's travelling there": whose deed a gerund tells of.
pub(super) fn whose_deed(cast: &Cast, group: &VerbGroup) -> Option<(MemberId, Run)> {
    let surface = cast.surface;
    let before =
        group.main.checked_sub(1).filter(|at| *at >= surface.sentence(group.main).start)?;
    if surface.pos(group.main) != Pos::VerbGerund || group.run.len() > 1 {
        return None;
    }
    let pronoun = matches!(surface.lower(before), "his" | "her" | "their" | "my");
    let last = if pronoun {
        before
    } else {
        before.checked_sub(1).filter(|_| matches!(surface.lower(before), "'s" | "’s"))?
    };
    let whose = cast.mention_at(last).filter(|it| it.run.end == last + 1)?;
    (cast.kind(whose.who) == EntityKind::Person).then(|| (whose.who, whose.run.clone()))
}
