//! Words that tell that what was planned did not come about: "the round set for March is off", "they were
//! to have met", "was due to meet Lee but pulled out".

use crate::clauses::{VerbGroup, is_be};
use crate::surface::{Run, Surface};

/// So many words after those for a meeting it may be told to be off.
const FAR: usize = 14;

/// "A fifth round pencilled in for March is off": whether the clause of a noun says so.
pub(super) fn is_off(surface: &Surface, run: &Run) -> bool {
    let end = surface.sentence(run.start).end.min(run.end + FAR);
    // "Talks between Chad and Mali are off"
    let between = |at: usize| surface.lower(run.end) == "between" && surface.is_capital(at + 1);
    let goes_on = |at: &usize| {
        !matches!(surface.lower(*at), "," | ";" | "but" | "who" | "which" | "that" | "when")
            && (surface.lower(*at) != "and" || between(*at))
    };
    let mut clause = (run.end..end).take_while(goes_on);
    let Some(be) = clause.find(|at| is_be(surface.lower(*at))) else {
        return false;
    };
    let adverb = |at: &usize| {
        surface.pos(*at).is_adverb() && surface.lower(*at) != "off" || surface.lower(*at) == "all"
    };
    let off = be + 1 + (be + 1..end).take_while(adverb).count();
    surface.lower(off) == "off"
        && (off + 1 >= end
            || matches!(
                surface.lower(off + 1),
                "," | "."
                    | ";"
                    | "after"
                    | "again"
                    | "and"
                    | "as"
                    | "because"
                    | "for"
                    | "since"
                    | "—"
            ))
}

/// "Both chiefs were to have met him": they did not.
pub(super) fn was_to_have(surface: &Surface, group: &VerbGroup) -> bool {
    let first = surface.sentence(group.main).start;
    (group.main.saturating_sub(4).max(first)..group.main).any(|at| {
        at > first
            && surface.reads(at, &["to", "have"])
            && (matches!(surface.lower(at - 1), "was" | "were")
                || matches!(
                    surface.lower(at - 1),
                    "due" | "expected" | "scheduled" | "set" | "supposed" | "meant"
                ) && (at.saturating_sub(3).max(first)..at - 1)
                    .any(|be| matches!(surface.lower(be), "was" | "were" | "been")))
    })
}

/// "had been due to meet Lee on Friday but cancelled".
pub(super) fn was_due_but(surface: &Surface, group: &VerbGroup) -> bool {
    let sentence = surface.sentence(group.main);
    let before = group.run.start.saturating_sub(5).max(sentence.start)..group.main;
    let due = before.clone().any(|at| {
        matches!(
            surface.lower(at),
            "due" | "expected" | "scheduled" | "set" | "slated" | "supposed"
        )
    });
    let past = before.into_iter().any(|at| matches!(surface.lower(at), "was" | "were" | "had"));
    due && past && is_dropped_after(surface, group.main + 1..sentence.end)
}

/// "… but pulled out at the last minute".
fn is_dropped_after(surface: &Surface, run: Run) -> bool {
    let Some(but) = run.clone().take(2 * FAR).find(|at| surface.lower(*at) == "but") else {
        return false;
    };
    (but + 1..run.end.min(but + 6)).any(|at| {
        let next = surface.lower(at + 1);
        match surface.lower(at) {
            "cancelled" | "canceled" | "withdrew" => true,
            "pulled" | "backed" | "dropped" | "bowed" => next == "out",
            "called" => next == "off" || surface.lower(at + 2) == "off",
            "never" => matches!(next, "came" | "turned" | "showed" | "appeared" | "arrived"),
            "failed" => next == "to",
            "did" => matches!(next, "not" | "n't"),
            _ => false,
        }
    })
}

/// "take place", "begin", "go ahead": words of what is to be, at a token.
pub(super) fn is_to_begin(surface: &Surface, at: usize) -> bool {
    matches!(surface.lower(at), "begin" | "convene" | "happen" | "occur" | "open" | "start")
        || surface.lower(at).starts_with("materiali")
        || surface.reads(at, &["take", "place"])
        || surface.reads(at, &["get", "underway"])
        || surface.reads(at, &["go", "ahead"])
}

/// "The talks failed to take place", "The summit collapsed before it began".
pub(super) fn never_began(surface: &Surface, run: &Run) -> bool {
    let end = surface.sentence(run.start).end.min(run.end + FAR);
    let goes_on = |at: &usize| {
        !matches!(surface.lower(*at), "," | ";" | "but" | "who" | "which" | "that" | "when")
    };
    let Some(verb) = (run.end..end).take_while(goes_on).find(|at| surface.pos(*at).is_verb())
    else {
        return false;
    };
    let began =
        |at: usize| matches!(surface.lower(at), "began" | "convened" | "opened" | "started");
    match surface.lower(verb) {
        "failed" if surface.lower(verb + 1) == "to" => is_to_begin(surface, verb + 2),
        "broke" | "collapsed" | "failed" | "faltered" | "fell" | "unravelled" | "unraveled" => {
            let before = (verb + 1..end.min(verb + 4)).find(|at| surface.lower(*at) == "before");
            before.is_some_and(|before| {
                matches!(surface.lower(before + 1), "it" | "they")
                    && (before + 2..end.min(before + 5)).any(began)
            })
        }
        _ => false,
    }
}

/// "postponed the talks twice, but they were held on Monday".
pub(super) fn held_after_all(surface: &Surface, run: &Run) -> bool {
    let end = surface.sentence(run.start).end.min(run.end + 2 * FAR);
    let Some(but) = (run.end..end).find(|at| surface.lower(*at) == "but") else { return false };
    let own = matches!(surface.lower(but + 1), "it" | "they" | "was" | "were");
    let mut clause = but + 1..end.min(but + 6);
    own && clause.any(|at| {
        surface.reads(at, &["took", "place"])
            || surface.reads(at, &["went", "ahead"])
            || matches!(surface.lower(at), "was" | "were")
                && (at + 1..at + 3).any(|at| surface.lower(at) == "held")
                && !matches!(surface.lower(at + 1), "n't" | "never" | "not")
    })
}

/// "There will be no summit this month."
pub(super) fn there_will_be_none(surface: &Surface, run: &Run) -> bool {
    let first = surface.sentence(run.start).start;
    let Some(no) = (run.start.saturating_sub(4).max(first)..=run.start)
        .rev()
        .find(|at| surface.lower(*at) == "no")
    else {
        return false;
    };
    no > first
        && surface.lower(no - 1) == "be"
        && (no.saturating_sub(3).max(first)..no - 1)
            .any(|at| matches!(surface.lower(at), "will" | "would" | "'ll"))
}

/// "never asked for a meeting", "has not requested talks": it is denied that there was one to come.
pub(super) fn never_asked(surface: &Surface, group: &VerbGroup) -> bool {
    let asks = ["ask", "request", "sought", "seek"];
    let before = group.main.checked_sub(1).map_or("", |at| surface.lower(at));
    asks.iter().any(|stem| surface.lower(group.main).starts_with(stem))
        && !group.future
        && !group.modal
        && (group.negated || before == "never")
}
