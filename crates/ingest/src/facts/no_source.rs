//! What looks like a source or like speech and is neither: "according to the rules", "denied bail".

use crate::clauses::VerbGroup;
use crate::entities::Cast;
use crate::lexicon::Verb;
use crate::surface::{Run, Surface};
use crate::tagger::Pos;
use crate::tokens::TokenKind;
use chancery_model::{Act, EntityKind};

/// Nouns for what somebody acts by: whatever is "according to" them, they do not tell it.
#[rustfmt::skip]
const MEASURES: &[&str] = &[
    "ability", "abilities", "circumstances", "criteria", "custom", "customs", "formula", "instructions", "needs", "norm",
    "norms", "principle", "principles", "priorities", "procedure", "procedures", "requirements", "rule", "rules", "size",
    "standard", "standards", "tradition", "wishes",
];

/// Nouns for papers that are a measure only where they stand bare: "according to plan". "The plan" may tell.
const BARE: &[&str] = &["custom", "law", "plan", "schedule"];

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
    // "“It is too high,” according to the rules": words that are quoted are told.
    let quotes =
        |at: usize| surface.kind(at) == TokenKind::Quote || surface.quotation_of(at).is_some();
    let first = surface.sentence(run.start).start;
    let beside = (first.max(run.start.saturating_sub(5))..run.start)
        .chain(run.end..surface.len().min(run.end + 3))
        .any(quotes);
    let bare = |at: usize| at == run.start && BARE.contains(&surface.lower(at));
    end > run.start
        && !beside
        && (MEASURES.contains(&surface.lower(end - 1)) || bare(end - 1))
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
    // "denied access had been restricted": a clause, and something is said not to be so.
    let breaks = |at: &usize| {
        matches!(
            surface.word(*at),
            "," | "who"
                | "which"
                | "that"
                | "after"
                | "before"
                | "because"
                | "when"
                | "as"
                | "while"
                | "since"
        )
    };
    let clause = |at: usize| {
        let mut rest = (at + 1..run.end).take_while(|at| !breaks(at));
        rest.any(|at| surface.pos(at).is_finite_verb() && cast.mention_at(at).is_none())
    };
    given.is_some_and(|at| !of_claim(at) && surface.quotation_of(at).is_none() && !clause(at))
}

/// Nouns for what a parliament or a court decides on.
#[rustfmt::skip]
const DECIDED: &[&str] = &[
    "amendment", "appeal", "bill", "bills", "budget", "law", "laws", "legislation", "motion", "petition", "treaty",
];

/// Those who vote or rule.
#[rustfmt::skip]
const VOTING: &[&str] = &[
    "assembly", "congress", "court", "duma", "house", "knesset", "parliament", "representatives", "senate", "voters",
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
        // The body itself, and not "House Speaker Lee" or "the White House".
        let end = source
            .clone()
            .find(|at| matches!(surface.word(*at), "of" | "in" | "," | "on"))
            .unwrap_or(source.end);
        let white = end > source.start + 1 && surface.lower(end - 2) == "white";
        let body = end > source.start && !white && VOTING.contains(&surface.lower(end - 1));
        let sentence = surface.sentence(main);
        // "rejected the bill as a waste", "…, saying it was weak": with a reason it is said.
        let why = (main..sentence.end.min(main + 12))
            .any(|at| matches!(surface.lower(at), "as" | "saying" | "arguing"));
        let decides = body && !why;
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
                && matches!(surface.lower(next + 1), "independence" | "statehood");
            // "recognized Chad as a key ally" praises it.
            let state = surface.lower(next) == "as"
                && (next + 1..run.end.min(next + 6)).any(|at| {
                    matches!(surface.lower(at), "capital" | "independent" | "sovereign")
                        || surface.lower(at) == "state"
                            && at <= next + 2
                            && !surface.pos(at + 1).is_noun()
                });
            next >= run.end || state || owned
        });
    }
    verb.starts_with("declar")
        && near.clone().any(|at| surface.lower(at) == "independence")
        && near.len() <= 3
}

/// Nouns on which a verb of speech hangs that tells what is meant, and was not said: "efforts to urge".
#[rustfmt::skip]
const MEANT: &[&str] = &[
    "attempt", "attempts", "commitment", "committed", "dedicated", "desire", "effort", "efforts",
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
    // "rejected a bill calling for a vote": the bill does. Whoever passes one calls for it too.
    let paper = gerund && before > first && DECIDED.contains(&surface.lower(before - 1));
    if paper {
        return (first.max(before.saturating_sub(6))..before).any(|at| {
            let word = surface.lower(at);
            let against = ["reject", "defeat", "veto", "oppos", "block", "debat"];
            against.iter().any(|stem| word.starts_with(stem)) || matches!(word, "against" | "down")
        });
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
    let first = surface.sentence(main).start;
    surface.word(main + 1) == ":"
        && surface.lower(first) == "what"
        && surface.lower(main) == "saying"
        && main <= first + 4
}

/// Whether a form that a verb of reporting shares with others is one of those at a token: "a strong advocate for
/// peace", "the work of advocating for it", "appreciated 5 percent", "restated its earnings".
pub(super) fn is_another_word(surface: &Surface, at: usize) -> bool {
    let word = surface.lower(at);
    let end = surface.sentence(at).end;
    let first = surface.sentence(at).start;
    let near = |words: usize| at + 1..end.min(at + 1 + words);
    if word.starts_with("advocat") {
        let mut before = at;
        while before > first && surface.pos(before - 1).is_adverb() {
            before -= 1;
        }
        let left = before.checked_sub(1).filter(|left| *left >= first);
        let noun = left.is_some_and(|left| {
            let pos = surface.pos(left);
            let word = surface.lower(left);
            pos.is_determiner()
                || pos.is_adjective()
                || matches!(word, "work" | "history" | "of" | "'s" | "in" | "by")
        });
        return !surface.pos(at).is_verb() || surface.lower(at + 1) != "for" || noun;
    }
    if word.starts_with("appreciat") {
        let preamble = at == first && surface.lower(at + 1) == "that";
        return preamble
            || near(4).any(|at| {
                surface.kind(at) == TokenKind::Number
                    || matches!(
                        surface.lower(at),
                        "percent"
                            | "yuan"
                            | "currency"
                            | "currencies"
                            | "dollar"
                            | "euro"
                            | "yen"
                            | "rupee"
                            | "ruble"
                    )
            });
    }
    word.starts_with("restat")
        && near(5).any(|at| {
            matches!(
                surface.lower(at),
                "earnings"
                    | "results"
                    | "profit"
                    | "profits"
                    | "accounts"
                    | "revenue"
                    | "revenues"
                    | "figures"
            )
        })
}
