//! Who holds a meeting, in a clause behind the noun for it: "a meeting that I'll convene on Monday".

use super::scene::Scene;
use crate::clauses::{subject_before, verb_group};
use crate::entities::MemberId;
use crate::surface::Run;

/// Words from the noun to the verb of the clause, at most.
const CLAUSE: usize = 8;

/// Whoever holds the meeting, where "that" or "which" stands at a token and its clause tells who.
pub(super) fn of_clause(scene: &Scene, that: usize) -> Option<(Vec<MemberId>, Run)> {
    let cast = scene.cast;
    let surface = cast.surface;
    if !matches!(surface.lower(that), "that" | "which") {
        return None;
    }
    let end = surface.sentence(that).end.min(that + CLAUSE);
    let verb =
        (that + 1..end).find(|at| surface.pos(*at).is_verb() && holds(surface.lower(*at)))?;
    let group = verb_group(surface, verb);
    let run = subject_before(surface, group.run.start, &|at| cast.ends_mention(at))?;
    let hosts = cast.actors(&run);
    (!group.negated && run.start > that && !hosts.is_empty()).then_some((hosts, run))
}

fn holds(word: &str) -> bool {
    ["chair", "co-chair", "co-host", "conven", "host", "lead", "led"]
        .iter()
        .any(|stem| word.starts_with(stem))
}

/// Words between the verb of hosting and the noun for what others are hosted at, at most.
const FAR: usize = 40;

/// "will host Lee in Lima and the leaders of Chad and Mali at a summit": who holds that, and who comes.
/// `left`: the first of the words for it.
pub(super) fn of_others_besides(scene: &Scene, left: usize) -> Vec<(MemberId, Run)> {
    let cast = scene.cast;
    let surface = cast.surface;
    let first = surface.sentence(left).start.max(left.saturating_sub(FAR));
    let at = left.checked_sub(1).filter(|at| *at > first && surface.lower(*at) == "at");
    let and = at.and_then(|at| {
        (first..at).rev().find(|at| {
            surface.reads(*at, &["and", "the"])
                && matches!(surface.lower(at + 2), "leaders" | "ministers" | "presidents")
        })
    });
    let verb = and.and_then(|and| {
        let verb = (first..and)
            .rev()
            .find(|at| surface.pos(*at).is_verb() && cast.mention_at(*at).is_none());
        verb.filter(|at| matches!(surface.lower(*at), "host" | "hosted" | "receive" | "received"))
    });
    let (Some(and), Some(verb), Some(at)) = (and, verb, at) else { return Vec::new() };
    let group = verb_group(surface, verb);
    let subject = super::verbs::subject(scene, &group).filter(|_| !group.negated && !group.passive);
    let hosts = subject.map(|run| cast.actors(&run)).unwrap_or_default();
    let guests = cast.actors(&(and + 1..at));
    hosts.into_iter().chain(guests).map(|who| (who, verb..at + 1)).collect()
}
