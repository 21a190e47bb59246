//! Invitations to a place, and no word for a meeting: "has invited his Turkish and Cypriot counterparts to
//! Tampere", "invited President Lee to Moscow".

use super::Trigger;
use super::phrases::{clause_limit, phrase_from};
use super::scene::Scene;
use super::verbs::subject;
use crate::clauses::verb_group;
use crate::entities::{MemberId, distinct};
use crate::surface::Run;
use chancery_model::{EntityKind, MeetingKind, MeetingStatus};

/// The meeting that a verb of inviting at a token tells of, if it names where to.
pub(super) fn bidden(scene: &Scene, at: usize) -> Option<Trigger> {
    let cast = scene.cast;
    let surface = cast.surface;
    if !matches!(surface.lower(at), "invite" | "invited" | "invites" | "inviting")
        || !surface.pos(at).is_verb()
        || surface.quotation_of(at).is_some()
    {
        return None;
    }
    let group = verb_group(surface, at);
    if group.negated || group.passive || group.modal || !(group.finite || group.infinitive) {
        return None;
    }
    let end = surface.sentence(at).end;
    let whom = phrase_from(cast, at + 1, clause_limit(cast, at).max(at + 1));
    let guests = guests(scene, &whom);
    if guests.is_empty() || surface.lower(whom.end) != "to" {
        return None;
    }
    let place = scene.place_at(whom.end + 1, end)?;
    let limit = clause_limit(cast, whom.end).max(whom.end + 2).min(end);
    // "invited Lee to Moscow for talks" is told by these.
    let named = |at: usize| cast.lexicon.names_a_meeting(surface.lower(at));
    if (whom.end..end.min(whom.end + 10)).any(named) {
        return None;
    }
    let run = subject(scene, &group);
    let several = guests.len() > 1;
    let hosts = run.as_ref().map_or_else(Vec::new, |run| cast.actors(run));
    let hosts = hosts.into_iter().filter(|_| several);
    let words = run.map_or(at, |run| run.start.min(at))..limit;
    let who = distinct(hosts.chain(guests).collect());
    let kind = if several { MeetingKind::Talks } else { MeetingKind::Visit };
    Some(Trigger {
        certain: true,
        when: scene.when(whom.end, limit),
        place: Some(place),
        parties: who.into_iter().map(|who| (who, words.clone())).collect(),
        ..Trigger::bare(at..at + 1, at, kind, MeetingStatus::Proposed)
    })
}

/// Whom the words name: persons, or the states of counterparts.
fn guests(scene: &Scene, whom: &Run) -> Vec<MemberId> {
    let cast = scene.cast;
    let surface = cast.surface;
    let counterparts = whom.clone().any(|at| surface.lower(at).starts_with("counterpart"));
    if counterparts {
        let states = cast.mentions_in(whom).map(|it| it.who);
        return distinct(states.filter(|who| cast.kind(*who) == EntityKind::State).collect());
    }
    let persons = cast.actors(whom).into_iter();
    persons.filter(|who| cast.kind(*who) == EntityKind::Person).collect()
}
