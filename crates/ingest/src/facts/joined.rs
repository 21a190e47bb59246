//! Verbs of reporting that are joined, with one subject: "condemn the coup, urge the army to return
//! and welcome the offer"; and what a journey or a meeting is for: "met Lee to underscore …".

use crate::entities::Cast;
use crate::lexicon::{Takes, Verb};
use crate::surface::Surface;
use crate::tagger::Pos;

/// So far back the first of them is looked for.
const FAR: usize = 90;

/// The verb of several words that begins at a token ("took note of", "made it very clear"), and where
/// its words end.
pub(super) fn phrasal(cast: &Cast, at: usize) -> Option<(Verb, usize)> {
    let surface = cast.surface;
    let phrases = cast.lexicon.phrasal.get(surface.lower(at))?;
    let end = surface.sentence(at).end;
    phrases.iter().find_map(|(words, verb)| {
        let mut next = at + 1;
        for word in words {
            // "made it very clear", "took due note of"
            while surface.lower(next) != &**word
                && next < end
                && (surface.pos(next).is_adverb()
                    || matches!(surface.lower(next), "it" | "very" | "due" | "quite" | "also"))
            {
                next += 1;
            }
            if next >= end || surface.lower(next) != &**word {
                return None;
            }
            next += 1;
        }
        Some((*verb, next))
    })
}

/// Whether a verb stands in the form that a plural and an infinitive share.
fn is_plain(surface: &Surface, at: usize) -> bool {
    let word = surface.lower(at);
    let plain = matches!(surface.pos(at), Pos::VerbBase | Pos::VerbPresent);
    plain && (word.ends_with("ss") || !word.ends_with('s'))
}

fn reports(cast: &Cast, at: usize) -> bool {
    let verb = cast.lexicon.verbs.get(cast.surface.lower(at));
    verb.is_some_and(|verb| !verb.takes.any(Takes::NONE) && !verb.takes.any(Takes::REMAIN))
}

/// The last token before one that is no adverb.
fn before(surface: &Surface, at: usize, first: usize) -> Option<usize> {
    (first..at).rev().find(|at| !surface.pos(*at).is_adverb())
}

/// The verb of reporting before one that is joined to it and shares its subject and its form.
pub(super) fn joined_to(cast: &Cast, verb: usize) -> Option<usize> {
    let surface = cast.surface;
    let first = surface.sentence(verb).start.max(verb.saturating_sub(FAR));
    if !is_plain(surface, verb) || !reports(cast, verb) || cast.mention_at(verb).is_some() {
        return None;
    }
    let left = before(surface, verb, first)?;
    let comma = match surface.lower(left) {
        "," => true,
        "and" => left > first && surface.word(left - 1) == ",",
        _ => return None,
    };
    // "support and assistance", "call, …": nouns, or a verb without anything said.
    let next = surface.lower(verb + 1);
    if matches!(next, "," | "." | "and" | "or" | "of" | "by" | "from" | "between") {
        return None;
    }
    let own = matches!(next, "our" | "their" | "its");
    for at in (first..left).rev() {
        if !is_plain(surface, at) || cast.mention_at(at).is_some() {
            continue;
        }
        let to = before(surface, at, first).is_some_and(|at| surface.lower(at) == "to");
        if to && !comma && !own {
            return None; // "urge them to sign the treaty and support it"
        }
        if !to && reports(cast, at) {
            return Some(at);
        }
    }
    None
}

/// Verbs that tell what somebody goes or meets for, besides what they do.
const AIMS: &[&str] = &[
    "underscore",
    "highlight",
    "reaffirm",
    "reiterate",
    "emphasize",
    "express",
    "stress",
    "affirm",
    "convey",
    "underline",
    "advocate",
];

/// Whether an infinitive tells what its sentence's subject went, met or spoke for: whoever went says it.
pub(super) fn is_purpose(cast: &Cast, verb: usize) -> bool {
    let surface = cast.surface;
    let first = surface.sentence(verb).start;
    if !AIMS.contains(&surface.lower(verb)) || surface.lower(verb.wrapping_sub(1)) != "to" {
        return false;
    }
    let governs = (first..verb - 1)
        .rev()
        .take(60)
        .find(|at| surface.pos(*at).is_verb() && cast.mention_at(*at).is_none());
    governs.is_some_and(|at| {
        let word = surface.lower(at);
        [
            "spoke",
            "speak",
            "met",
            "meet",
            "travel",
            "visit",
            "call",
            "join",
            "host",
            "convene",
            "gather",
            "arriv",
            "attend",
            "participat",
            "sat",
        ]
        .iter()
        .any(|stem| word.starts_with(stem))
    })
}
