//! Talks after which somebody speaks beside another: "Speaking alongside Lee after talks in Lima, Kim said".

use super::scene::Scene;
use crate::clauses::{subject_before, verb_group};
use crate::entities::MemberId;
use crate::surface::Run;
use chancery_model::EntityKind;

/// So many words behind the noun the clause of who speaks is looked for.
const FAR: usize = 40;

/// Who speaks, and beside whom, where a sentence begins with it. `left`: the first of the words for the talks.
pub(super) fn spoke_after(scene: &Scene, left: usize, head: usize) -> Vec<(MemberId, Run)> {
    let cast = scene.cast;
    let surface = cast.surface;
    let sentence = surface.sentence(head);
    let first = sentence.start;
    let speaks = matches!(surface.lower(first), "speaking" | "standing" | "appearing");
    let beside = matches!(surface.lower(first + 1), "alongside" | "beside")
        || surface.reads(first + 1, &["next", "to"]);
    if !speaks || !beside || left <= first {
        return Vec::new();
    }
    let mut before = (first + 2..left).rev().take(FAR);
    let after = before.find(|at| matches!(surface.lower(*at), "after" | "following"));
    let Some(after) = after.filter(|after| after - first <= FAR) else { return Vec::new() };
    let comma = (head + 1..sentence.end.min(head + FAR)).find(|at| {
        surface.word(*at) == ","
            && (at + 1..sentence.end)
                .take(FAR)
                .take_while(|at| surface.word(*at) != ",")
                .any(|at| surface.pos(at).is_finite_verb() && cast.mention_at(at).is_none())
    });
    let Some(comma) = comma else { return Vec::new() };
    let verb = (comma + 1..sentence.end)
        .take(FAR)
        .find(|at| surface.pos(*at).is_finite_verb() && cast.mention_at(*at).is_none());
    let subject = verb.and_then(|verb| {
        let start = verb_group(surface, verb).run.start;
        subject_before(surface, start, &|at| cast.ends_mention(at))
    });
    let person = |who: &MemberId| cast.kind(*who) == EntityKind::Person;
    let speaker = subject.map(|run| cast.actors(&run)).unwrap_or_default();
    let other = cast.actors(&(first + 2..after));
    let all: Vec<MemberId> = speaker.into_iter().chain(other).filter(person).collect();
    if all.len() < 2 {
        return Vec::new();
    }
    all.into_iter().map(|who| (who, first..comma + 2)).collect()
}
