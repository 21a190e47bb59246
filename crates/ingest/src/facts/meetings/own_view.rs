//! Who only tells what he thinks of a meeting: "I would expect the two to meet" makes nobody take part.

use super::{Attend, Occasion};
use crate::entities::{Cast, MemberId};
use crate::facts::turns::first_turns;
use crate::surface::{Run, Surface};
use chancery_model::MeetingKind;

/// Words between "I" and the verb that are read over: "I certainly would not".
const AHEAD: usize = 8;

/// What somebody does who tells of others.
#[rustfmt::skip]
const VIEWS: &[&str] = &[
    "believe", "believed", "comment", "confirm", "doubt", "expect", "guess", "imagine", "know", "mean",
    "note", "presume", "refer", "say", "suppose", "suspect", "tell", "think", "thought", "understand",
];

/// What somebody is who tells of others.
const MINDS: &[&str] = &["able", "certain", "confident", "position", "remiss", "sorry", "sure"];

/// Those who answer for others: speakers of a transcript with no office before their name ("MR PRICE:").
pub(super) fn spokesmen(cast: &Cast) -> Vec<MemberId> {
    let turns = first_turns(cast).into_iter();
    let addressed = |label: &Run| {
        matches!(cast.surface.lower(label.start), "mr" | "ms" | "mrs" | "mr." | "ms." | "mrs.")
    };
    turns.filter(|(_, label)| addressed(label)).map(|(who, _)| who).collect()
}

/// Takes out whoever answers for others and is there only as the "I" that tells of it, with the state that
/// came along.
pub(super) fn without_own_views(cast: &Cast, occasion: &mut Occasion, spokesmen: &[MemberId]) {
    let out: Vec<(MemberId, Run)> = occasion
        .attendance
        .iter()
        .filter(|it| spokesmen.contains(&it.who) && is_own_view(cast.surface, it))
        .map(|it| (it.who, it.evidence.clone()))
        .collect();
    if out.is_empty() {
        return;
    }
    occasion.attendance.retain(|it| !out.iter().any(|(who, _)| *who == it.who));
    let came_along = |it: &Attend| {
        out.iter().any(|(who, run)| cast.side_of(*who) == Some(it.who) && *run == it.evidence)
    };
    let others = |it: &Attend| cast.side_of(it.who).unwrap_or(it.who);
    let needed = |side: MemberId| {
        let mut rest = occasion.attendance.iter().filter(|it| it.who != side);
        // Talks with another state are of theirs all the same.
        rest.any(|it| others(it) == side || occasion.kind != MeetingKind::Visit)
    };
    let gone: Vec<MemberId> = occasion
        .attendance
        .iter()
        .filter(|it| came_along(it) && !needed(it.who))
        .map(|it| it.who)
        .collect();
    occasion.attendance.retain(|it| !gone.contains(&it.who));
}

/// Whether the words for somebody's tie begin or end with an "I" whose own verb tells a view.
fn is_own_view(surface: &Surface, attend: &Attend) -> bool {
    let run = &attend.evidence;
    let i = |at: usize| surface.lower(at) == "i" && is_of_a_view(surface, at);
    i(run.start) || run.end > run.start && i(run.end - 1)
}

/// "I think", "I can confirm that", "I'm not sure", but not "I expect to meet him".
fn is_of_a_view(surface: &Surface, i: usize) -> bool {
    let end = surface.sentence(i).end.min(i + AHEAD);
    let view = |at: &usize| {
        let word = surface.lower(*at);
        VIEWS.contains(&word) || MINDS.contains(&word)
    };
    let light = |at: &usize| {
        let pos = surface.pos(*at);
        pos.is_adverb()
            || matches!(
                surface.lower(*at),
                "will"
                    | "would"
                    | "can"
                    | "could"
                    | "do"
                    | "did"
                    | "'m"
                    | "am"
                    | "'d"
                    | "'ll"
                    | "be"
                    | "not"
                    | "n't"
                    | "need"
                    | "have"
                    | "to"
                    | "in"
                    | "a"
                    | "going"
                    | "’m"
                    | "’d"
                    | "’ll"
            )
    };
    let verb = (i + 1..end).find(|at| !light(at)).filter(view);
    // "I expect to meet him", but "I would refer you to".
    verb.is_some_and(|verb| {
        !matches!(surface.lower(verb), "expect" | "know")
            || !matches!(surface.lower(verb + 1), "to" | "and")
    })
}
