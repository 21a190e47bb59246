//! What is told to take place: no learnt sign of a calling off outweighs that, nor one for which no word stands.

use super::Trigger;
use super::sure::clause_of;
use crate::clauses::{begins, is_have};
use crate::entities::Cast;
use crate::surface::{Run, Surface};
use chancery_model::MeetingStatus;

/// So many of the words for a meeting are looked at, and so many words around each of them.
const MANY: usize = 8;
const AROUND: usize = 60;

/// How words begin for what is not done, or not to the end, and such words in full.
#[rustfmt::skip]
const NOT_DONE: &[&str] = &[
    "abandon", "abort", "abrupt", "absen", "adjourn", "annul", "avoid", "block", "boycott", "cancel",
    "collaps", "curtail", "declin", "defer", "delay", "derail", "disrupt", "ditch", "doubt", "dropp", "fail",
    "forgo", "froze", "halt", "hinder", "impossib", "interrupt", "nix", "paus", "postpon", "prevent",
    "refus", "reject", "rescind", "resched", "revok", "scrap", "scratch", "scrub", "scupper", "scuttl", "shelv", "shun", "snub",
    "spurn", "stall", "suspen", "torpedo", "unabl", "uninvit", "unlikely", "unwilling", "veto", "withdr", "wreck",
];
#[rustfmt::skip]
const NOT_DONE_IN_FULL: &[&str] = &[
    "axed", "bailed", "ban", "banned", "barred", "bowed", "break", "breaking", "broke", "broken", "cannot", "cut", "denied",
    "dead", "deny", "drop", "dumped", "ended", "erased", "ending", "fall", "fallen", "fell", "freeze", "freezing", "grounded", "illness", "instead",
    "moot", "n't", "neither", "never", "no", "nobody", "none", "nor", "not", "off", "out", "pull", "pulled",
    "put", "quit", "sank", "sick", "skip", "skipped", "stop", "stopped", "voided", "walked", "washed", "wiped", "without",
];

/// Whether a word near those for a meeting tells of what is not done.
pub(super) fn is_told_off(surface: &Surface, mentions: &[Run]) -> bool {
    mentions.iter().take(MANY).any(|run| {
        let sentence = surface.sentence(run.start);
        // The next sentence may tell of it, too.
        let end = surface.sentence(sentence.end).end.max(sentence.end);
        let from = sentence.start.max(run.start.saturating_sub(AROUND));
        (from..end.min(run.end + AROUND)).any(|at| {
            let word = surface.lower(at);
            NOT_DONE_IN_FULL.contains(&word) || begins(word, NOT_DONE)
        })
    })
}

/// "said the visit would go ahead as planned", "confirmed that the talks will be held in May": what alone is
/// told of a meeting is that it will take place.
pub(super) fn will_take_place(cast: &Cast, triggers: &[&Trigger]) -> bool {
    let surface = cast.surface;
    let [trigger] = triggers else { return false };
    let at = trigger.head;
    if surface.pos(at).is_verb() || surface.quotation_of(at).is_some() {
        return false;
    }
    let Some(group) = clause_of(cast, &(at..at + 1)) else { return false };
    let to_come = group.future || group.run.clone().any(|at| surface.lower(at) == "would");
    let perfect = group.run.clone().any(|at| is_have(surface.lower(at)));
    let next = surface.lower(group.main + 1);
    let takes_place = match surface.lower(group.main) {
        "held" => group.passive,
        "take" => next == "place",
        "go" => matches!(next, "ahead" | "forward" | "on"),
        "proceed" => true,
        _ => false,
    };
    to_come && !perfect && !group.negated && takes_place && trigger.status != MeetingStatus::Denied
}
