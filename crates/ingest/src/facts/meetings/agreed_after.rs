//! Negotiations at the end of which something is agreed: "Lee and Kim signed a deal after nine days of
//! negotiations in Lima". Whoever signs has held them.

use super::hosts::of_others_besides;
use super::scene::Scene;
use super::spoke_after::spoke_after;
use crate::clauses::{begins, subject_before, verb_group};
use crate::entities::MemberId;
use crate::surface::{Run, Surface};
use crate::tagger::Pos;

/// So many words may stand between the verb and "after", and before the verb behind a leading "After".
const FAR: usize = 24;

/// How words begin for coming to terms.
const AGREES: &[&str] = &["agree", "clinch", "conclud", "reach", "seal", "sign", "struck"];

/// Whoever is told to take part around the words for a meeting, besides those whom they name. `left`: the first
/// of them.
pub(super) fn those_around(scene: &Scene, left: usize, head: usize) -> Vec<(MemberId, Run)> {
    let besides = of_others_besides(scene, left);
    let around = if besides.is_empty() { spoke_after(scene, left, head) } else { besides };
    if around.is_empty() { who_agreed(scene, left, head) } else { around }
}

/// Who comes to terms after talks that a place or a number of days singles out.
fn who_agreed(scene: &Scene, left: usize, head: usize) -> Vec<(MemberId, Run)> {
    let cast = scene.cast;
    let surface = cast.surface;
    let sentence = surface.sentence(head);
    if !matches!(surface.lower(head), "negotiations" | "talks" | "discussions")
        || surface.quotation_of(head).is_some()
    {
        return Vec::new();
    }
    let (start, counted) = days_of(surface, left);
    let closed = surface.reads(head + 1, &["behind", "closed", "doors"]);
    let place = head + 1 + 3 * usize::from(closed);
    let placed = surface.lower(place) == "in" && scene.place_at(place + 1, sentence.end).is_some();
    let after = start.checked_sub(1).filter(|at| *at >= sentence.start);
    let Some(after) = after.filter(|at| matches!(surface.lower(*at), "after" | "following")) else {
        return Vec::new();
    };
    // "talks in Lima between Chad and Mali": of those.
    let between = (head + 1..sentence.end.min(head + FAR))
        .take_while(|at| surface.word(*at) != ",")
        .any(|at| surface.lower(at) == "between");
    if between || !counted && !placed {
        return Vec::new();
    }
    let agrees =
        |at: &usize| surface.pos(*at).is_finite_verb() && begins(surface.lower(*at), AGREES);
    let verb = if after == sentence.start {
        let comma = (head + 1..sentence.end.min(head + FAR)).find(|at| surface.word(*at) == ",");
        comma.and_then(|comma| {
            (comma + 1..sentence.end.min(comma + FAR))
                .find(|at| surface.pos(*at).is_finite_verb() && cast.mention_at(*at).is_none())
        })
    } else {
        (sentence.start.max(after.saturating_sub(FAR))..after)
            .rev()
            .find(|at| surface.pos(*at).is_finite_verb() && cast.mention_at(*at).is_none())
    };
    let Some(verb) = verb.filter(agrees) else { return Vec::new() };
    let group = verb_group(surface, verb);
    if group.negated || group.modal || group.future || group.passive {
        return Vec::new();
    }
    let run = subject_before(surface, group.run.start, &|at| cast.ends_mention(at));
    let who = run.as_ref().map(|run| cast.actors(run)).unwrap_or_default();
    // One side alone may have come to terms at home.
    if who.len() < 2 && !(counted && placed) {
        return Vec::new();
    }
    let from = run.map_or(verb, |run| run.start);
    let words = from.min(left)..(head + 1).max(verb + 1);
    who.into_iter().map(|who| (who, words.clone())).collect()
}

/// Where "nine days of" begins before words for talks, and whether it does.
fn days_of(surface: &Surface, left: usize) -> (usize, bool) {
    let first = surface.sentence(left).start;
    let of = left.checked_sub(1).filter(|at| *at > first && surface.lower(*at) == "of");
    let unit = of.map(|of| of - 1).filter(|at| {
        *at > first && matches!(surface.lower(*at), "days" | "day" | "hours" | "nights" | "weeks")
    });
    let Some(unit) = unit else { return (left, false) };
    let counts = |at: &usize| {
        let pos = surface.pos(*at);
        pos.is_adjective()
            || pos.is_determiner()
            || pos.is_adverb()
            || pos == Pos::Number
            || matches!(surface.lower(*at), "than" | "almost" | "nearly" | "some")
    };
    let start = unit - (first..unit).rev().take(4).take_while(counts).count();
    (start, true)
}
