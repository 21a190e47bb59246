//! Visits told by where somebody is: "is in Oslo for a summit", "was in Geneva to lobby against it", "will be
//! in Moscow on Tuesday".

use super::phrases::clause_limit;
use super::scene::Scene;
use super::verbs::subject;
use super::{PlaceWords, Trigger};
use crate::clauses::{is_be, verb_group};
use crate::entities::MemberId;
use crate::mentions::{Tense, What};
use crate::tagger::Pos;
use chancery_model::{EntityKind, MeetingKind, MeetingStatus};

/// So many words behind a place it may be told what somebody is there for.
const PURPOSE: usize = 6;

/// The visit that a form of "be" at a token tells of, if an official is abroad by it.
pub(super) fn was_there(scene: &Scene, at: usize) -> Option<Trigger> {
    let cast = scene.cast;
    let surface = cast.surface;
    if scene.release || !is_be(surface.lower(at)) || surface.quotation_of(at).is_some() {
        return None;
    }
    let now = |at: &usize| {
        matches!(surface.lower(*at), "already" | "also" | "currently" | "now" | "still")
    };
    let inside = at + 1 + (at + 1..at + 3).take_while(now).count();
    if surface.lower(inside) != "in" {
        return None;
    }
    let group = verb_group(surface, at);
    if group.negated || group.infinitive || group.modal && !group.future {
        return None;
    }
    let sentence = surface.sentence(at);
    let limit = clause_limit(cast, at).max(inside + 2).min(sentence.end);
    let place = scene.place_at(inside + 1, limit)?;
    let end = end_of(scene, inside + 1, &place);
    if surface.lower(end) == "'s" || surface.pos(end).is_noun() && !scene.is_date(end) {
        return None;
    }
    let run = subject(scene, &group)?;
    let who: Vec<MemberId> =
        cast.actors(&run).into_iter().filter(|who| is_abroad(scene, *who, &place)).collect();
    // "said here Tuesday when meeting Lee, who is in Lima": not since then.
    let own = scene.dates_in(at, limit).first().map(|date| date.when);
    let when = if group.future { scene.when(at, limit) } else { own.unwrap_or_default() };
    if who.is_empty() || !(group.future && !when.is_unknown() || is_there_for(scene, end)) {
        return None;
    }
    let status = match surface.lower(at) {
        _ if group.future => MeetingStatus::Planned,
        "is" | "are" | "'s" | "'re" => MeetingStatus::Ongoing,
        "was" | "were" => MeetingStatus::Held,
        _ => return None,
    };
    let words = run.start..end.max(at + 1);
    Some(Trigger {
        certain: true,
        when,
        place: Some(place),
        parties: who.into_iter().map(|who| (who, words.clone())).collect(),
        ..Trigger::bare(at..inside + 1, at, MeetingKind::Visit, status)
    })
}

/// Where the words for a place end that begin at a token.
fn end_of(scene: &Scene, from: usize, place: &PlaceWords) -> usize {
    let surface = scene.cast.surface;
    let first = match place {
        PlaceWords::Place(run) => run.end,
        PlaceWords::State(_) => {
            let named = (from..from + 4).find_map(|at| scene.cast.name_at(at));
            named.map_or(from + 1, |name| name.run.end)
        }
    };
    // "in Lima, Peru, to meet"
    let state = (surface.word(first) == ",").then(|| scene.cast.name_at(first + 1)).flatten();
    match state.filter(|name| name.what.is_state() && matches!(place, PlaceWords::Place(_))) {
        Some(name) => name.run.end + usize::from(surface.word(name.run.end) == ","),
        None => first,
    }
}

/// An official, and not at home.
fn is_abroad(scene: &Scene, who: MemberId, place: &PlaceWords) -> bool {
    let cast = scene.cast;
    let member = cast.member(who);
    let there = match place {
        PlaceWords::State(state) => cast.member(*state).code,
        PlaceWords::Place(run) => {
            let named = cast.name_at(run.start).and_then(|name| match name.what {
                What::State(code, _) => Some(code),
                _ => None,
            });
            let word = |offset: usize| {
                (run.start + offset < run.end).then(|| cast.surface.word(run.start + offset))
            };
            named.or_else(|| cast.lexicon.places.longest(word).and_then(|(_, code)| code))
        }
    };
    let home = cast.state_of(who).and_then(|state| cast.member(state).code);
    // Whoever is posted there, or held an office once, is on no visit.
    let travels = member.offices.iter().any(|office| {
        office.tense != Tense::Former && !office.title.to_lowercase().contains("ambassador")
    });
    member.kind == EntityKind::Person && travels && home.is_some() && there != home
}

/// "to lobby against it", "on Friday for a summit", behind a place: what somebody is there for.
fn is_there_for(scene: &Scene, from: usize) -> bool {
    let surface = scene.cast.surface;
    let end = surface.sentence(from.saturating_sub(1)).end;
    let passed =
        |at: &usize| scene.is_date(*at) || matches!(surface.lower(*at), "on" | "," | "late");
    let at = from + (from..end.min(from + PURPOSE)).take_while(passed).count();
    match surface.lower(at) {
        "to" => surface.pos(at + 1) == Pos::VerbBase,
        "for" => (at + 1..end.min(at + PURPOSE))
            .take_while(|at| {
                let pos = surface.pos(*at);
                pos.is_noun() || pos.is_adjective() || pos.is_determiner() || pos == Pos::Number
            })
            .any(|at| scene.cast.lexicon.names_a_meeting(surface.lower(at))),
        _ => false,
    }
}
