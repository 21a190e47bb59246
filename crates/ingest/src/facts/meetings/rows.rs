//! Phrases of the table of presence in a text: with words inside them that say no more, where they are
//! denied, and where they lead to no meeting.

use super::around::{goes_there, is_of_neither};
use super::nobody::counts_none;
use super::told::Told;
use super::unwilling::is_meeting_noun;
use crate::clauses::verb_group;
use crate::entities::Cast;
use crate::lexicon::{Presence, Tie};
use crate::surface::{Run, Surface};

/// The row of the table that begins at a token, where its words end and what stands between its halves. A
/// word or a day that says no more may stand inside: "refused on Monday even to attend".
pub(super) fn row_at<'c>(cast: &'c Cast, at: usize) -> Option<(&'c Presence, usize, Option<Run>)> {
    /// So many words a phrase has at most.
    const WORDS: usize = 12;
    let surface = cast.surface;
    if !cast.lexicon.presences.may_begin(surface.lower(at)) {
        return None;
    }
    let verb = surface.pos(at).is_verb();
    let end = surface.sentence(at).end;
    let words = |offset: usize| (at + offset < end).then(|| surface.lower(at + offset));
    if let Some((presence, taken, inside)) = cast.lexicon.presences.at(words, verb) {
        let between = (!inside.is_empty()).then(|| at + inside.start..at + inside.end);
        return Some((presence, at + taken, between));
    }
    if !(at + 1..end.min(at + 5)).any(|at| is_aside(surface, at)) {
        return None;
    }
    let spots: Vec<usize> =
        (at..end.min(at + WORDS)).filter(|next| *next == at || !is_aside(surface, *next)).collect();
    let words = |offset: usize| spots.get(offset).map(|spot| surface.lower(*spot));
    let (presence, taken, inside) = cast.lexicon.presences.at(words, verb)?;
    let last = spots.get(taken.checked_sub(1)?)?;
    inside.is_empty().then_some((presence, last + 1, None))
}

/// Whether words of absence end in a verb of coming that leads to no meeting.
pub(super) fn leads_elsewhere(cast: &Cast, end: usize) -> bool {
    let surface = cast.surface;
    let last = end.saturating_sub(1);
    let goes = matches!(
        surface.lower(last),
        "come"
            | "coming"
            | "go"
            | "going"
            | "travel"
            | "travelling"
            | "traveling"
            | "journey"
            | "journeying"
            | "appear"
            | "appearing"
    );
    let joins = matches!(surface.lower(last), "join" | "joining");
    let next = surface.lower(end);
    let with = matches!(next, "in" | "with" | "at" | "along" | "until" | "himself" | "herself")
        && !surface.reads(end, &["in", "to"]);
    // "skipped the news conference", "refused to appear at a joint press briefing"
    // (But "attended the summit and held a news conference".)
    let talked_to = (end..end + 9)
        .take_while(|at| !matches!(surface.word(*at), "," | "." | ";"))
        .take_while(|at| !is_meeting_noun(cast, *at))
        .any(|at| {
            matches!(surface.lower(at), "news" | "press")
                && matches!(
                    surface.lower(at + 1),
                    "conference"
                        | "conferences"
                        | "briefing"
                        | "briefings"
                        | "appearance"
                        | "opportunity"
                )
        });
    if talked_to {
        return true;
    }
    goes && surface.pos(last).is_verb() && !with && !goes_there(cast, last)
        || joins
            && matches!(next, "forces" | "hands" | "battle" | "ranks" | "nato" | "the")
            && !(end..end + 5).any(|at| is_meeting_or_people(cast, at))
}

/// What people join: a meeting, or those who have one.
fn is_meeting_or_people(cast: &Cast, at: usize) -> bool {
    let word = cast.surface.lower(at);
    is_meeting_noun(cast, at)
        || matches!(
            word,
            "leaders"
                | "ministers"
                | "others"
                | "rest"
                | "table"
                | "delegation"
                | "colleagues"
                | "counterparts"
                | "presidents"
                | "ceremony"
                | "celebrations"
                | "event"
        )
}

/// Words that may stand inside any phrase.
fn is_aside(surface: &Surface, at: usize) -> bool {
    let word = surface.lower(at);
    surface.pos(at).is_adverb() && word.ends_with("ly")
        || matches!(
            word,
            "even"
                | "once"
                | "again"
                | "also"
                | "still"
                | "twice"
                | "yet"
                | "point-blank"
                | "himself"
                | "herself"
                | "itself"
                | "themselves"
                | "either"
                | "ever"
                | "now"
                | "however"
        )
        || crate::clauses::is_day(word)
        || word == "on" && crate::clauses::is_day(surface.lower(at + 1))
}

/// Whether a verb of coming is denied, by a word before it or by its subject.
pub(super) fn is_denied(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    if !surface.pos(at).is_verb() {
        // "no officials of Chad were on hand"
        let first = surface.sentence(at).start.max(at.saturating_sub(5));
        let be = (first..at).rev().find(|at| crate::clauses::is_be(surface.lower(*at)));
        return be.is_some_and(|be| {
            let group = verb_group(surface, be);
            let ends = |at: usize| cast.ends_mention(at);
            let subject = crate::clauses::subject_before(surface, group.run.start, &ends);
            group.negated
                || (be..at).any(|at| matches!(surface.lower(at), "not" | "n't"))
                || subject.is_some_and(|run| {
                    matches!(surface.lower(run.start), "no" | "none" | "nobody" | "neither")
                })
        });
    }
    verb_group(surface, at).negated
        || is_of_neither(cast, at)
        || surface.lower(at.wrapping_sub(1)) == "neither"
        || counts_none(cast, at)
}

/// "did not take his seat until noon": somebody came late.
pub(super) fn is_late(surface: &Surface, told: &Told) -> bool {
    let until = (told.end..told.end + 10)
        .take_while(|at| !matches!(surface.word(*at), "," | "." | ";"))
        .any(|at| matches!(surface.lower(at), "until" | "till"));
    let seat = surface.lower(told.end.wrapping_sub(1)).starts_with("seat");
    matches!(told.tie, Tie::Absent | Tie::Present)
        && (matches!(surface.lower(told.end), "until" | "till") || until && seat)
        && surface.lower(told.end.wrapping_sub(1)) != "absent"
}
