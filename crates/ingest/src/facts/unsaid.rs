//! Speech that was not made, or that says nothing of matters: "is expected to urge", "If Mali announces a
//! halt", "has yet to comment", "Neither side said", "asked not to be named".

use crate::clauses::{VerbGroup, is_be};
use crate::entities::Cast;
use crate::lexicon::{Takes, Verb};
use crate::mentions::What;
use crate::surface::{Run, Surface};
use crate::tagger::Pos;
use crate::tokens::TokenKind;
use chancery_model::EntityKind;

/// Words on which a verb of speech hangs that was not spoken: "declined to say", "avoided mentioning".
const REFUSES: &[&str] = &[
    "decline",
    "declined",
    "declines",
    "declining",
    "refuse",
    "refused",
    "refuses",
    "refusing",
    "failed",
    "avoided",
    "avoids",
    "avoiding",
];

/// Words on which a verb of speech hangs that is still to be spoken.
const PLANS: &[&str] = &[
    "plan",
    "plans",
    "planned",
    "planning",
    "intend",
    "intends",
    "intended",
    "intending",
    "likely",
    "unlikely",
    "hoping",
    "prepares",
    "preparing",
    "prepared",
];

/// The word that an infinitive or a participle hangs on, adverbs passed over.
fn governor<'s>(surface: &'s Surface, group: &VerbGroup) -> Option<&'s str> {
    let gerund = surface.pos(group.main) == Pos::VerbGerund && !group.progressive;
    if !(group.infinitive || gerund) {
        return None;
    }
    let first = surface.sentence(group.main).start;
    let at = (first..group.run.start).rev().find(|at| !surface.pos(*at).is_adverb())?;
    Some(surface.lower(at))
}

/// "declined to say", "avoided mentioning".
pub(super) fn refused(surface: &Surface, group: &VerbGroup) -> bool {
    governor(surface, group).is_some_and(|word| REFUSES.contains(&word))
}

/// "has yet to comment": its auxiliaries and the infinitive are one group.
pub(super) fn has_yet_to(surface: &Surface, group: &VerbGroup) -> bool {
    group.infinitive && group.finite && group.run.clone().any(|at| surface.lower(at) == "yet")
}

/// Whether what would be said was only expected, planned or thought of. `released`: whether those issue
/// the text who would say it: "The Secretary will underscore" is said by saying so.
pub(super) fn still_to_come(
    cast: &Cast,
    group: &VerbGroup,
    source: Option<&Run>,
    released: bool,
) -> bool {
    let surface = cast.surface;
    let before = |at: usize| at.checked_sub(1).map_or("", |at| surface.lower(at));
    if source.is_some_and(|run| matches!(before(run.start), "if" | "unless")) {
        return true;
    }
    if group.negated || has_yet_to(surface, group) {
        return false;
    }
    // "We will continue to urge": said by saying so.
    let own = source.is_some_and(|run| matches!(surface.lower(run.start), "we" | "i"));
    let goes_on = governor(surface, group).is_some_and(|word| word.starts_with("continu"));
    let plans = governor(surface, group).is_some_and(|word| PLANS.contains(&word));
    !own && !goes_on && !released && (group.future || plans)
}

/// Whether whoever would speak is nobody: "Neither side said", "No official commented".
pub(super) fn by_nobody(surface: &Surface, source: &Run) -> bool {
    let neither = source.start.checked_sub(1).map_or("", |at| surface.lower(at)) == "neither";
    let none = matches!(surface.lower(source.start), "neither" | "no" | "none" | "nobody")
        // "No 10 said"
        && surface.kind(source.start + 1) != TokenKind::Number;
    neither || none
}

/// So many words may name whom somebody welcomes.
const WELCOMED: usize = 16;

/// "welcomed President Lee of Chad to Lima": a guest is received, and nothing is said of matters.
pub(super) fn receives_a_guest(cast: &Cast, main: usize) -> bool {
    let surface = cast.surface;
    if !matches!(surface.lower(main), "welcomed" | "welcomes" | "welcoming") {
        return false;
    }
    if takes_many_in(surface, main) {
        return true;
    }
    let end = surface.sentence(main).end.min(main + WELCOMED);
    let Some(to) = (main + 2..end).find(|at| surface.lower(*at) == "to") else { return false };
    let person = |it: &crate::entities::Mentioned| cast.kind(it.who) == EntityKind::Person;
    let whom = main + 1..to;
    let named = cast.mentions_in(&whom).filter(|it| person(it)).last();
    let alone = named.is_some_and(|it| {
        !whom.clone().any(|at| surface.pos(at).is_verb() && cast.mention_at(at).is_none())
            && surface.lower(it.run.end) != "'s"
    });
    let place = cast.name_at(to + 1).is_some_and(|name| {
        name.run.start == to + 1 && (name.what.is_state() || name.what == What::Place)
    });
    alone && place && surface.lower(cast.name_at(to + 1).map_or(to, |it| it.run.end)) != "'s"
}

/// "welcomed a million refugees", "welcomed more than 300 visitors": so many were let in.
fn takes_many_in(surface: &Surface, main: usize) -> bool {
    let counts = |at: usize| {
        surface.pos(at) == Pos::Number
            || surface.kind(at) == TokenKind::Number
            || matches!(
                surface.lower(at),
                "million" | "millions" | "thousands" | "hundreds" | "dozens"
            )
    };
    let end = surface.sentence(main).end.min(main + 9);
    let whom = (main + 1..end).find(|at| {
        let word = surface.lower(*at);
        matches!(
            word,
            "refugees" | "migrants" | "visitors" | "tourists" | "students" | "guests" | "evacuees"
        )
    });
    whom.is_some_and(|whom| {
        let run = main + 1..whom;
        let plain = |at: usize| {
            counts(at)
                || surface.pos(at).is_adjective()
                || surface.pos(at).is_determiner()
                || surface.pos(at).is_adverb()
                || matches!(
                    surface.lower(at),
                    "of" | "more" | "than" | "over" | "some" | "about" | "to" | "up"
                )
        };
        // "the 500 refugees' decision": that they made it.
        let owns = matches!(surface.word(whom + 1), "'" | "’" | "'s" | "’s");
        !owns && run.clone().any(counts) && run.clone().all(plain)
    })
}

/// "asked not to be named", "requested anonymity": how a source is named, and nothing of matters.
pub(super) fn wants_no_name(surface: &Surface, main: usize) -> bool {
    let word = surface.lower(main);
    if !(word.starts_with("ask") || word.starts_with("request") || word.starts_with("insist")) {
        return false;
    }
    let hides = |at: usize| {
        surface.reads(at, &["not", "to", "be"])
            && matches!(surface.lower(at + 3), "named" | "identified" | "quoted" | "cited")
            || surface.reads(at, &["to", "remain", "anonymous"])
            || surface.lower(at) == "anonymity"
            || matches!(surface.lower(at), "for" | "on") && surface.lower(at + 1) == "anonymity"
            || surface.lower(at) == "that"
                && !word.starts_with("insist")
                && (at + 3..at + 7).any(|at| matches!(surface.lower(at), "not" | "withheld"))
                && surface.pos(at + 1).is_determiner()
                && matches!(surface.lower(at + 2), "name" | "names" | "identity")
    };
    hides(main + 1)
}

/// Whether a group in the passive has those for its subject who were told, asked or accused.
pub(super) fn is_told(surface: &Surface, group: &VerbGroup, verb: Verb) -> bool {
    let be = |at: usize| is_be(surface.lower(at)) && surface.lower(at) != "'s";
    // "is encouraged by the talks": a feeling, and nothing told.
    let feels = surface.lower(group.main) == "encouraged" && surface.lower(group.main + 1) == "by";
    group.passive
        && !feels
        && group.run.clone().any(be)
        && !verb.takes.any(Takes::PASSIVE)
        && !verb.takes.any(Takes::REMAIN)
}
