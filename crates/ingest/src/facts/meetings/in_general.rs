//! Words for contacts in general: "diplomacy and dialogue", "an inclusive national dialogue", "talking
//! points". They single out no occasion, and speak of none that is told of beside them.

use super::Trigger;
use crate::entities::Cast;
use crate::surface::Surface;
use crate::tagger::Pos;
use chancery_model::EntityKind;

/// Words between the noun and the first word of its phrase, at most.
const PHRASE: usize = 6;

/// What makes of a dialogue one that a country has with itself, or that is wished for.
#[rustfmt::skip]
const OF_MANY: &[&str] = &[
    "civil", "constructive", "continued", "continuing", "democratic", "genuine", "global", "good-faith",
    "honest", "inclusive", "inter-faith", "interfaith", "internal", "meaningful", "national", "open",
    "peaceful", "public", "respectful", "sincere", "social", "sustained",
];

/// Ends of words that tell whose it is: "a Haitian-led dialogue".
const OWN: &[&str] = &["-driven", "-led", "-owned"];

/// Whether words speak of contacts in general.
pub(super) fn is_in_general(cast: &Cast, trigger: &Trigger) -> bool {
    let surface = cast.surface;
    let head = trigger.head;
    let word = surface.lower(head);
    if word == "talking" && surface.lower(head + 1) == "points" {
        return true;
    }
    let first = surface.sentence(head).start;
    // "On each stop, she will meet with business leaders".
    let at_each = matches!(surface.lower(first), "at" | "during" | "in" | "on")
        && matches!(surface.lower(first + 1), "each" | "every")
        && matches!(surface.lower(first + 2), "city" | "country" | "leg" | "location" | "stop");
    if at_each && surface.pos(head).is_verb() && surface.word(first + 3) == "," {
        return true;
    }
    let before = |at: usize| at > first && head - at < PHRASE;
    let mut left = head;
    while before(left) {
        let at = left - 1;
        let pos = surface.pos(at);
        if pos.is_determiner() || matches!(pos, Pos::PossessivePronoun | Pos::Possessive) {
            break;
        }
        let is_part = pos.is_adjective() || pos.is_noun() || surface.word(at) == "-";
        if !is_part && pos != Pos::VerbParticiple {
            break;
        }
        left = at;
    }
    // "At each stop she will meet", "every meeting".
    let determiner = surface.lower(left.wrapping_sub(usize::from(left > first)));
    let all = |word: &str| matches!(word, "each" | "every");
    if all(determiner) || all(surface.lower(trigger.run.start)) {
        return true;
    }
    // "Throughout her engagements"
    let owned = left >= first + 2 && surface.pos(left - 1) == Pos::PossessivePronoun;
    if owned && surface.lower(left - 2) == "throughout" && surface.pos(head).is_plural() {
        return true;
    }
    // "Her meetings with senior officials will focus on trade": all of them.
    if owned_by(surface, left).is_some_and(|pronoun| pronoun == first) && is_all_of_them(cast, head)
    {
        return true;
    }
    if !matches!(word, "dialogue" | "dialogues" | "negotiations") || surface.is_capital(head) {
        return false;
    }
    let of_many = |at: usize| {
        let word = surface.lower(at);
        OF_MANY.contains(&word)
            || word.starts_with("inter-")
            || word.starts_with("intra-")
            || OWN.iter().any(|end| word.ends_with(end))
    };
    // "the opening of a national dialogue", "took part in the Chadian-led dialogue": one that is held.
    let from = left.saturating_sub(PHRASE).max(first);
    let attended = (from..left).any(|at| {
        let word = surface.lower(at);
        matches!(word, "launch" | "opening" | "session" | "start")
            || word.starts_with("participat")
            || word.starts_with("attend")
    });
    if (left..head).any(of_many) && word != "negotiations" && !attended {
        return true;
    }
    let bare = !surface.pos(left.wrapping_sub(1)).is_determiner()
        && !matches!(surface.pos(left.wrapping_sub(1)), Pos::PossessivePronoun | Pos::Possessive)
        && !(left..head).any(|at| surface.is_capital(at));
    bare && trigger.run.start >= left
        && trigger.when.is_unknown()
        && trigger.place.is_none()
        && trigger.parties.is_empty()
        && trigger.refusing.is_empty()
}

/// The pronoun that tells whose the phrase is that begins at a token.
fn owned_by(surface: &Surface, left: usize) -> Option<usize> {
    left.checked_sub(1).filter(|at| surface.pos(*at) == Pos::PossessivePronoun)
}

/// Whether the clause of several meetings tells what all of them are to be about.
fn is_all_of_them(cast: &Cast, head: usize) -> bool {
    let surface = cast.surface;
    let several =
        matches!(surface.lower(head), "conversations" | "discussions" | "engagements" | "meetings");
    let end = surface.sentence(head).end.min(head + 2 * PHRASE);
    let verb = (head + 1..end).find(|at| surface.lower(*at) == "will");
    several
        && verb.is_some_and(|verb| {
            matches!(surface.lower(verb + 1), "center" | "centre" | "cover" | "focus" | "highlight")
                && !cast
                    .mentions_in(&(head + 1..verb))
                    .any(|it| cast.kind(it.who) == EntityKind::Person)
        })
}

/// Whether words tell of one that is still to come after another: "our next meeting", "many more
/// summits".
pub(super) fn is_a_later_one(cast: &Cast, trigger: &Trigger) -> bool {
    let surface = cast.surface;
    let first = surface.sentence(trigger.head).start;
    let from = trigger.head.saturating_sub(4).max(first);
    !surface.pos(trigger.head).is_verb()
        && (from..trigger.head).rev().take_while(|at| !surface.pos(*at).is_verb()).any(|at| {
            let next = matches!(surface.lower(at), "future" | "next" | "subsequent");
            next || surface.lower(at) == "more" && surface.lower(at.wrapping_sub(1)) == "many"
        })
}
