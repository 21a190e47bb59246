//! What looks like a source or like speech and is neither: "according to the rules", "denied bail".

use crate::entities::Cast;
use crate::lexicon::Verb;
use crate::surface::Run;
use chancery_model::Act;

/// Nouns for what somebody acts by: whatever is "according to" them, they do not tell it.
#[rustfmt::skip]
const MEASURES: &[&str] = &[
    "ability", "abilities", "circumstances", "constitution", "convention", "criteria", "custom", "customs", "formula",
    "guidelines", "instructions", "law", "laws", "needs", "norm", "norms", "plan", "plans",
    "principle", "principles", "priorities", "procedure", "procedures", "protocol", "regulations", "requirements", "rule",
    "rules", "schedule", "size", "standard", "standards", "terms", "timetable", "tradition", "wishes",
];

/// What is granted and denied, where nobody says that something is not so.
#[rustfmt::skip]
const GRANTED: &[&str] = &[
    "access", "accreditation", "admission", "asylum", "bail", "citizenship", "clearance", "entry", "independence",
    "parole", "passage", "permission", "permit", "permits", "rights", "service", "status", "treatment", "visa", "visas",
];

/// Whether what follows "according to" is a measure and no source. `run`: those words.
pub(super) fn is_measure(cast: &Cast, run: &Run) -> bool {
    let surface = cast.surface;
    // "the rules of the union": what stands before the preposition counts.
    let end = run
        .clone()
        .find(|at| matches!(surface.lower(*at), "of" | "for" | "in" | "on" | "set" | "agreed"))
        .unwrap_or(run.end);
    end > run.start
        && MEASURES.contains(&surface.lower(end - 1))
        && surface.pos(end - 1).is_noun()
        && cast.mention_at(end - 1).is_none()
}

/// Whether "according to" at a token tells by what measure.
pub(super) fn measures(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    let end = surface.sentence(at).end.min(at + 10);
    let run = at + 2..end;
    let stop = run.clone().find(|at| {
        matches!(surface.word(*at), "," | ";" | "." | ":") || surface.pos(*at).is_finite_verb()
    });
    is_measure(cast, &(run.start..stop.unwrap_or(run.end)))
}

/// "denied bail to Lee", "denied him a visa": something is not granted, and nothing said.
pub(super) fn grants_nothing(cast: &Cast, main: usize, verb: Verb, content: &[Run]) -> bool {
    let surface = cast.surface;
    let [run] = content else { return false };
    if verb.act != Act::Deny || !surface.lower(main).starts_with("den") || run.start > main + 2 {
        return false;
    }
    // The first noun phrase, or the second where the first is whom it is denied.
    let noun = |at: &usize| GRANTED.contains(&surface.lower(*at)) && surface.pos(*at).is_noun();
    let stops = |at: &usize| {
        surface.pos(*at).is_finite_verb()
            || matches!(surface.word(*at), "," | "that" | "to" | "for")
    };
    let given = (run.start..run.end.min(run.start + 7)).take_while(|at| !stops(at)).find(noun);
    let of_claim = |at: usize| surface.pos(at + 1).is_noun() || surface.lower(at + 1) == "of";
    given.is_some_and(|at| !of_claim(at) && surface.quotation_of(at).is_none())
}
