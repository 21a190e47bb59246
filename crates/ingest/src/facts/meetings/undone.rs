//! Calling off and staying away that are told not to be done: "will not boycott", "have not been cancelled",
//! "dropped its boycott", "threatened to stay away". The meeting stands, and whoever drops a boycott comes.

use super::phrases::may_lead_to;
use super::told::{Told, told};
use super::told_of::is_disowned;
use super::unwilling::decides;
use crate::clauses::{VerbGroup, begins, is_have, verb_group};
use crate::entities::Cast;
use crate::lexicon::Tie;
use crate::surface::{Run, Surface};
use crate::tagger::Pos;
use chancery_model::MeetingStatus;

/// How far it is from being done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Undone {
    /// "will not boycott", "dropped its boycott"
    Denied,
    /// "threatened to boycott", "called for a boycott"
    Open,
}

/// So many words before a verb may tell what becomes of it.
const BEFORE: usize = 9;

/// How words begin for what is only thought of.
#[rustfmt::skip]
const OPEN: &[&str] = &[
    "threat", "consider", "weigh", "mull", "ponder", "contemplat", "debat", "discuss", "urg", "propos",
    "suggest", "likely",
];

/// What is given up before "boycott".
#[rustfmt::skip]
const GIVES_UP: &[&str] = &[
    "drop", "end", "lift", "abandon", "halt", "revers", "suspend", "scrap", "cancel", "relent", "forgo",
    "avert", "avoid",
];

/// What there is none of where it is not done.
const WILL: &[&str] = &["plan", "plans", "intention", "intentions", "wish", "desire", "reason"];

/// Whether what a verb tells is told not to be done.
pub(super) fn undone(surface: &Surface, group: &VerbGroup) -> Option<Undone> {
    let start = group.run.start;
    if group.negated || is_disowned(surface, start) {
        return Some(Undone::Denied);
    }
    let first = surface.sentence(start).start;
    let gerund = surface.pos(group.main) == Pos::VerbGerund;
    let word = |back: usize| {
        start.checked_sub(back).filter(|at| *at >= first).map_or("", |at| surface.lower(at))
    };
    // "without cancelling the talks", "decided against boycotting them", "ruled out boycotting them"
    if gerund && start > first {
        let denied = word(1) == "without"
            || matches!((word(2), word(1)), ("instead" | "short", "of") | ("rather", "than"))
            || word(1) == "against" && decides(word(2))
            || word(1) == "out" && word(2).starts_with("rul");
        if denied {
            return Some(Undone::Denied);
        }
    }
    let from = first.max(start.saturating_sub(BEFORE));
    // "has no plans to boycott", "had no intention of cancelling"
    let of = usize::from(gerund && word(1) == "of");
    let told = |at: usize| WILL.contains(&surface.lower(at));
    let of_will = group.infinitive || of > 0;
    let noun = start.checked_sub(1 + of).filter(|at| *at >= from && of_will && told(*at));
    let none = |noun: usize| {
        (from.max(noun.saturating_sub(3))..noun)
            .any(|at| matches!(surface.lower(at), "no" | "not" | "n't" | "any" | "without"))
    };
    if noun.is_some_and(none) {
        return Some(Undone::Denied);
    }
    let verb = start.checked_sub(1).filter(|at| *at >= from && surface.pos(*at).is_verb());
    if group.infinitive && verb.is_some_and(|at| begins(surface.lower(at), &["refus", "declin"])) {
        return Some(Undone::Denied);
    }
    // "threatened to cancel", "is considering boycotting", "called on Chad to boycott"
    let infinite = group.infinitive || gerund;
    let open = || {
        // "urged Chad to boycott", "considered boycotting"
        let near = if gerund { 2 } else { 5 };
        (from..start).rev().take(near).take_while(|at| surface.word(*at) != ",").any(|at| {
            begins(surface.lower(at), OPEN)
                || surface.lower(at).starts_with("call")
                    && matches!(surface.lower(at + 1), "for" | "on" | "upon")
        })
    };
    // "warned that it would boycott", "may boycott"
    let warned = || {
        let would = group.run.clone().any(|at| surface.lower(at) == "would");
        !would || (from..start).any(|at| begins(surface.lower(at), &["threat", "warn"]))
    };
    let done = (from.saturating_sub(3).max(first)..start)
        .any(|at| surface.reads(at, &["good", "on"]) || surface.reads(at, &["carried", "out"]));
    (!done && (infinite && open() || group.modal && warned())).then_some(Undone::Open)
}

/// Whether a boycott that a noun names is told not to be: "ended its boycott of the talks", "is
/// considering a boycott".
pub(super) fn undone_noun(surface: &Surface, noun: usize) -> Option<Undone> {
    let first = surface.sentence(noun).start.max(noun.saturating_sub(BEFORE));
    let of_it = |at: &usize| {
        let pos = surface.pos(*at);
        pos.is_determiner()
            || pos.is_adjective()
            || pos.is_noun() && !begins(surface.lower(*at), &["call", "threat"])
            || matches!(pos, Pos::PossessivePronoun | Pos::Possessive | Pos::Number)
    };
    let phrase = (first..noun).rev().take_while(of_it).count();
    let none = (noun - phrase..noun)
        .find(|at| matches!(surface.lower(*at), "no" | "possible" | "threatened" | "potential"));
    match none.map(|at| surface.lower(at)) {
        Some("no") => return Some(Undone::Denied),
        Some(_) => return Some(Undone::Open),
        None => {}
    }
    let at = (noun - phrase).checked_sub(1).filter(|at| *at >= first)?;
    let word = surface.lower(at);
    let before = at.checked_sub(1).filter(|at| *at >= first).map_or("", |at| surface.lower(at));
    let verb = surface.pos(at).is_verb();
    if verb && begins(word, GIVES_UP)
        || matches!(word, "out" | "off") && begins(before, &["rul", "call"])
        || word == "up" && begins(before, &["gav", "giv"])
    {
        let done = !verb || !verb_group(surface, at).negated;
        return done.then_some(Undone::Denied);
    }
    if verb && begins(word, OPEN) {
        return Some(Undone::Open);
    }
    // "called for a boycott", "rejected calls for a boycott", "the threat of a boycott"
    let asks = matches!(word, "for" | "of") && begins(before, &["call", "threat", "urg", "possib"]);
    asks.then(|| {
        let told = is_disowned(surface, at);
        if told { Undone::Denied } else { Undone::Open }
    })
}

/// How a meeting stands that is told not to be called off or boycotted: it is still to come, unless it is
/// past that nobody did.
pub(super) fn stands(surface: &Surface, group: &VerbGroup) -> MeetingStatus {
    let have = group.run.clone().any(|at| is_have(surface.lower(at)));
    let past = group.finite
        && group.negated
        && !(group.future || group.modal || have || group.infinitive || group.passive);
    if past { MeetingStatus::Held } else { MeetingStatus::Planned }
}

/// How a meeting stands from which it is told that somebody does not stay away: "did not skip the summit",
/// "has no intention of pulling out of the talks".
pub(super) fn not_stayed_from(cast: &Cast, run: &Run) -> Option<MeetingStatus> {
    let surface = cast.surface;
    let first = surface.sentence(run.start).start.max(run.start.saturating_sub(2 * BEFORE));
    let of_it = |at: usize| may_lead_to(cast, at) || matches!(surface.lower(at), "from" | "of");
    let verb = (first..run.start).rev().find(|at| surface.pos(*at).is_verb())?;
    let told = told(cast, verb).filter(|told| matches!(told.tie, Tie::Absent | Tie::Declined))?;
    let close = told.end <= run.start && (told.end..run.start).all(of_it);
    (close && is_not_done(cast, verb, &told)).then(|| stands(surface, &verb_group(surface, verb)))
}

/// Whether words of staying away or of calling off tell that somebody will not: "did not miss it", "will not
/// withdraw".
pub(super) fn is_not_done(cast: &Cast, at: usize, told: &Told) -> bool {
    #[rustfmt::skip]
    const AWAY: &[&str] = &[
        "boycott", "miss", "skip", "shun", "stay", "withdr", "pull", "drop", "walk", "quit", "snub", "spurn",
    ];
    let surface = cast.surface;
    let off = told.tie == Tie::Off;
    let away = (off || begins(surface.lower(at), AWAY)) && !told.patient;
    away && surface.pos(at).is_verb()
        && undone(surface, &verb_group(surface, at)) == Some(Undone::Denied)
}
