//! A joint body of two states by whose chairs its meeting is told: "will co-chair the U.S.-Chad Working Group in
//! Lima".

use super::Trigger;
use super::phrases::{clause_limit, phrase_from};
use super::scene::Scene;
use super::verbs::subject;
use crate::clauses::verb_group;
use crate::entities::{MemberId, distinct};
use crate::surface::Surface;
use chancery_model::{EntityKind, MeetingKind};

/// So many words may lead to the noun for the body.
const NAME: usize = 10;

/// The meeting of the body that a verb at a token tells of as chaired by two, if it does.
pub(super) fn co_chaired(scene: &Scene, at: usize) -> Option<Trigger> {
    let cast = scene.cast;
    let surface = cast.surface;
    // "who co-chairs the commission": by office.
    if !matches!(
        surface.lower(at),
        "co-chair" | "co-chaired" | "co-chairing" | "co-led" | "co-lead"
    ) || !surface.pos(at).is_verb()
        || surface.quotation_of(at).is_some()
    {
        return None;
    }
    let group = verb_group(surface, at);
    if group.negated || group.passive || group.modal && !group.future {
        return None;
    }
    let limit = clause_limit(cast, at);
    let head = (at + 1..limit.min(at + NAME)).find(|at| is_a_body(surface, *at))?;
    let within = |at: usize| {
        let pos = surface.pos(at);
        pos.is_noun()
            || pos.is_adjective()
            || pos.is_determiner()
            || cast.mention_at(at).is_some()
            || matches!(surface.word(at), "-" | "–" | "'s" | "/")
    };
    if !(at + 1..head).all(within) || surface.pos(head + 1).is_noun() {
        return None;
    }
    let status = super::status::of_meeting_verb(cast, &group, scene.future_date(at, limit));
    let mut trigger = Trigger::bare(at..at + 1, at, MeetingKind::Conference, status);
    trigger.certain = true;
    trigger.when = scene.when_to_come(at, scene.when(at, limit), status);
    trigger.place = scene.place(head + 1, limit).or_else(|| scene.place_before(at));
    // Who has long chaired it, or is to, is told with neither day nor place, or with years.
    let long =
        trigger.when.from.is_none_or(|date| (date.last_day() - date.first_day()).num_days() > 31);
    if long && trigger.place.is_none() {
        return None;
    }
    let party = |who: &MemberId| matches!(cast.kind(*who), EntityKind::Person | EntityKind::State);
    let run = subject(scene, &group);
    let acts = run.as_ref().map(|run| cast.actors(run)).unwrap_or_default();
    let named = cast.mentions_in(&(at + 1..head)).map(|it| it.who);
    let with = (head + 1..limit).find(|at| surface.lower(*at) == "with");
    let others =
        with.map(|with| cast.actors(&phrase_from(cast, with + 1, limit))).unwrap_or_default();
    let all = distinct(acts.into_iter().chain(named).chain(others).filter(party).collect());
    if all.is_empty() {
        return None;
    }
    let words = run.map_or(at, |run| run.start)..limit.max(at + 1);
    trigger.parties = all.into_iter().map(|who| (who, words.clone())).collect();
    Some(trigger)
}

/// "Joint Commission", "Working Group".
fn is_a_body(surface: &Surface, at: usize) -> bool {
    let joint = |at: usize| {
        matches!(
            surface.lower(at),
            "bilateral"
                | "binational"
                | "contact"
                | "intergovernmental"
                | "joint"
                | "steering"
                | "working"
        )
    };
    surface.is_capital(at)
        && matches!(surface.lower(at), "commission" | "committee" | "council" | "group")
        && (at.saturating_sub(4)..at).any(joint)
}
