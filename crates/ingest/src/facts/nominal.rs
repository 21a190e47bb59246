//! How far the words go that a noun of saying brings, where the noun is the subject of a verb: "Mali's
//! claim that Chad had won was rejected".

use crate::clauses::{is_be, is_have, opens_clause};
use crate::entities::Cast;
use crate::lexicon::Takes;
use crate::surface::Surface;
use crate::tagger::Pos;

/// Where the words end that begin at `from`, before `end`. `phrase`: where the phrase of the noun begins;
/// `clause`: whether a clause follows the noun, and so a verb of its own.
pub(super) fn before_main_verb(
    cast: &Cast,
    phrase: usize,
    from: usize,
    end: usize,
    clause: bool,
) -> usize {
    let surface = cast.surface;
    if !is_subject(cast, phrase) {
        return end;
    }
    // Verbs that clauses begun so far still want.
    let mut due = usize::from(clause);
    let mut at = from;
    while at < end {
        let pos = surface.pos(at);
        let plain = surface.quotation_of(at).is_none() && cast.mention_at(at).is_none();
        if plain && opens_clause(surface, at) {
            due += 1;
        } else if plain
            && (pos.is_finite_verb() || pos == Pos::VerbBase && due > 0 && is_alone(surface, at))
        {
            let main = last_of_group(surface, at, end);
            if due == 0 {
                let left = (from..at).rev().find(|at| !surface.pos(*at).is_adverb());
                let joined = left.is_none_or(|left| {
                    matches!(surface.lower(left), "and" | "or" | "but" | "," | ";")
                });
                if !joined {
                    return left.map_or(at, |left| left + 1);
                }
            } else {
                due -= 1;
                let says = cast.lexicon.verbs.get(surface.lower(main));
                let next = surface.pos(main + 1);
                let clause = next == Pos::Pronoun
                    || next.is_determiner()
                    || cast.mention_at(main + 1).is_some();
                if says.is_some_and(|verb| verb.takes.any(Takes::THAT)) && clause {
                    due += 1;
                }
            }
            at = main;
        }
        at += 1;
    }
    end
}

/// Whether a phrase may be the subject of a verb that follows: it begins a sentence or a clause.
fn is_subject(cast: &Cast, phrase: usize) -> bool {
    let surface = cast.surface;
    let first = surface.sentence(phrase).start;
    let Some(before) = phrase.checked_sub(1).filter(|at| *at >= first) else { return true };
    matches!(surface.word(before), "," | ";" | "and" | "but")
        || opens_clause(surface, before)
        || cast
            .lexicon
            .verbs
            .get(surface.lower(before))
            .is_some_and(|verb| verb.takes.any(Takes::THAT) && verb.takes.any(Takes::QUOTE))
}

/// "that Chad apologise": a base form that no "to" leads.
fn is_alone(surface: &Surface, at: usize) -> bool {
    let before = at.checked_sub(1);
    before.is_none_or(|before| surface.pos(before) != Pos::To && surface.lower(before) != "to")
}

/// The last verb of the group that begins at a token.
fn last_of_group(surface: &Surface, first: usize, end: usize) -> usize {
    let mut last = first;
    let mut at = first + 1;
    while at < end {
        let pos = surface.pos(at);
        let word = surface.lower(last);
        let helps = is_be(word)
            || is_have(word)
            || surface.pos(last) == Pos::Modal
            || matches!(word, "do" | "does" | "did");
        if pos.is_verb() && helps {
            last = at;
        } else if !pos.is_adverb() {
            break;
        }
        at += 1;
    }
    last
}
