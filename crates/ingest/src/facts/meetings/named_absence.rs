//! Absence told by a noun: "Chad's boycott of the summit", "the exclusion of Mali", "a boycott by
//! Chad", "her refusal to attend".

use super::told::Told;
use super::unwilling::being_there;
use crate::entities::{Cast, MemberId};
use crate::lexicon::Tie;
use crate::surface::Run;
use chancery_model::EntityKind;

/// What a noun says of those it is of.
pub(super) fn noun_of_absence(cast: &Cast, at: usize) -> Option<Told> {
    let surface = cast.surface;
    if !surface.pos(at).is_noun() {
        return None;
    }
    let tie = match surface.lower(at) {
        "boycott" => Tie::Declined,
        "exclusion" => Tie::Excluded,
        "absence" | "non-attendance" if surface.lower(at + 1) != "of" => Tie::Absent,
        "refusal" if surface.lower(at + 1) == "to" => {
            being_there(surface, at + 2, true).map(|_| Tie::Declined)?
        }
        "withdrawal" if surface.lower(at + 1) == "from" => Tie::Declined,
        _ => return None,
    };
    whose(cast, at).map(|_| Told::plain(tie, at + 1))
}

/// Whose absence it is, with the words that say so: "Chad's", "of Chad", "by Chad".
pub(super) fn whose(cast: &Cast, at: usize) -> Option<(MemberId, Run)> {
    let surface = cast.surface;
    let first = surface.sentence(at).start;
    let party = |who: MemberId| cast.kind(who) != EntityKind::Place;
    // "Chad's expected boycott"
    let left = (first..at)
        .rev()
        .take(3)
        .find(|at| !surface.pos(*at).is_adjective() && !surface.pos(*at).is_adverb())?;
    if surface.lower(left) == "'s" && left > first {
        let mention = cast.mention_at(left - 1).filter(|mention| party(mention.who))?;
        return Some((mention.who, mention.run.start..at + 1));
    }
    if surface.pos(left) == crate::tagger::Pos::PossessivePronoun {
        let mention = cast.mention_at(left).filter(|mention| party(mention.who))?;
        return Some((mention.who, left..at + 1));
    }
    let joint = if surface.lower(at) == "boycott" { "by" } else { "of" };
    let of = surface.lower(at + 1) == joint && surface.lower(at) != "absence";
    let the = usize::from(surface.pos(at + 2).is_determiner());
    let mention = cast.mention_at(at + 2 + the).filter(|mention| of && party(mention.who))?;
    Some((mention.who, at..mention.run.end))
}
