//! What looks like a source or like speech and is neither: "according to the rules", "denied bail".

use crate::clauses::VerbGroup;
use crate::entities::Cast;
use crate::lexicon::Verb;
use crate::surface::{Run, Surface};
use crate::tagger::Pos;
use chancery_model::{Act, EntityKind};

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

/// Nouns for what a parliament or a court decides on.
#[rustfmt::skip]
const DECIDED: &[&str] = &[
    "amendment", "appeal", "bill", "bills", "budget", "law", "laws", "legislation", "motion", "petition", "treaty",
];

/// Whether words are an act of state and nothing that is said: a parliament's vote ("rejected a bill"), the
/// recognition of a state ("recognized Jerusalem as the capital"), "declared independence".
pub(super) fn is_act(cast: &Cast, main: usize, source: &Run, content: &[Run]) -> bool {
    let surface = cast.surface;
    let [run] = content else { return false };
    let verb = surface.lower(main);
    let near = run.start..run.end.min(run.start + 6);
    let plain = run.start <= main + 2 && surface.quotation_of(run.start).is_none();
    if !plain {
        return false;
    }
    if verb.starts_with("reject") {
        let decides = source.clone().any(|at| {
            matches!(
                surface.lower(at),
                "parliament"
                    | "senate"
                    | "congress"
                    | "knesset"
                    | "duma"
                    | "assembly"
                    | "court"
                    | "voters"
                    | "house"
            )
        });
        let head = near.clone().find(|at| DECIDED.contains(&surface.lower(*at)));
        return decides && head.is_some_and(|at| !surface.pos(at + 1).is_noun());
    }
    if verb.starts_with("recogni") {
        // "recognized the help of Chad": the state itself, or what makes it one.
        let first = near.clone().find(|at| !surface.pos(*at).is_determiner());
        let state = first
            .and_then(|at| cast.mention_at(at))
            .filter(|it| matches!(cast.kind(it.who), EntityKind::State | EntityKind::Place));
        return state.is_some_and(|state| {
            let next = state.run.end;
            let owned = surface.lower(next) == "'s"
                && matches!(surface.lower(next + 1), "independence" | "statehood" | "sovereignty");
            next >= run.end || surface.lower(next) == "as" || owned
        });
    }
    verb.starts_with("declar")
        && near.clone().any(|at| surface.lower(at) == "independence")
        && near.len() <= 3
}

/// Nouns on which a verb of speech hangs that tells what is meant, and was not said: "efforts to urge".
#[rustfmt::skip]
const MEANT: &[&str] = &[
    "attempt", "attempts", "call", "calls", "commitment", "committed", "dedicated", "desire", "effort", "efforts",
    "history", "importance", "intention", "need", "obligation", "plan", "plans", "policy", "practice", "readiness", "record",
    "refusal", "reluctance", "right", "tradition", "willingness",
];

/// Whether a verb hangs on a noun for what is meant: "their efforts to urge Mali", "a commitment to urging Mali".
pub(super) fn is_only_meant(surface: &Surface, group: &VerbGroup) -> bool {
    let gerund = surface.pos(group.main) == Pos::VerbGerund && !group.progressive;
    if !(group.infinitive || gerund) {
        return false;
    }
    let first = surface.sentence(group.main).start;
    let mut before = group.run.start;
    while before > first && surface.pos(before - 1).is_adverb() {
        before -= 1;
    }
    // "a bill calling for a vote": the bill does.
    let paper = gerund && before > first && DECIDED.contains(&surface.lower(before - 1));
    if paper {
        return true;
    }
    if gerund {
        let to = before > first && matches!(surface.lower(before - 1), "to" | "of" | "for");
        if !to {
            return false;
        }
        before -= 1;
    }
    before > first && MEANT.contains(&surface.lower(before - 1))
}

/// "What they're saying:": a label over what others say.
pub(super) fn is_label(surface: &Surface, main: usize) -> bool {
    surface.word(main + 1) == ":" && surface.lower(surface.sentence(main).start) == "what"
}
