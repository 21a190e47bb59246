//! Those who are met one after the other, each in another place: "meetings with Lee in Oslo and Kim in
//! Rome", which are a meeting with each.

use super::phrases::phrase_from;
use super::scene::Scene;
use super::{PlaceWords, Trigger};
use crate::entities::MemberId;
use chancery_model::{EntityKind, MeetingKind};

/// So many are looked at.
const MANY: usize = 6;
/// So many words on they are named.
const FAR: usize = 60;

/// A trigger for each who is met in a place of their own; none if they are not.
pub(super) fn met_in_turn(scene: &Scene, trigger: &Trigger) -> Vec<Trigger> {
    let cast = scene.cast;
    let surface = cast.surface;
    let verb = matches!(surface.lower(trigger.head), "met" | "meet" | "meets" | "meeting");
    let several = matches!(
        surface.lower(trigger.head),
        "calls" | "conversations" | "discussions" | "meetings" | "talks"
    );
    if trigger.kind == MeetingKind::Visit || !verb && !several {
        return Vec::new();
    }
    let end = surface.sentence(trigger.head).end.min(trigger.head + FAR);
    let mut at = trigger.head + 1;
    if several && surface.lower(at) != "with" {
        return Vec::new();
    }
    let mut met: Vec<(MemberId, PlaceWords)> = Vec::new();
    while at < end && met.len() < MANY {
        at += usize::from(surface.lower(at) == "with");
        at += usize::from(surface.lower(at) == "both");
        let run = phrase_from(cast, at, end);
        let [who] = cast.actors(&run)[..] else { break };
        if run.is_empty() || cast.kind(who) != EntityKind::Person || surface.lower(run.end) != "in"
        {
            break;
        }
        let Some(place) = scene.place_at(run.end + 1, end) else { break };
        met.push((who, place));
        at = match cast.name_at(run.end + 1) {
            Some(name) => name.run.end,
            None => break,
        };
        let after = at;
        while at < end && (scene.is_date(at) || surface.lower(at) == "on") {
            at += 1;
        }
        let joined = at;
        while at < end && matches!(surface.lower(at), "," | "and" | "then") {
            at += 1;
        }
        if at == joined || at == after {
            break;
        }
    }
    let apart = met.len() > 1
        && met.iter().all(|(who, place)| {
            met.iter().all(|(other, elsewhere)| who == other || !is_one(scene, place, elsewhere))
        });
    if !apart {
        return Vec::new();
    }
    let others: Vec<_> = trigger
        .parties
        .iter()
        .filter(|(who, words)| words.start < trigger.run.start && met.iter().all(|it| it.0 != *who))
        .cloned()
        .collect();
    let one = |(who, place): (MemberId, PlaceWords)| {
        let from = others.first().map_or(trigger.run.start, |(_, words)| words.start);
        let own = cast.mentions_in(&(trigger.head + 1..at.max(trigger.head + 1)));
        let last = own.filter(|it| it.who == who).map(|it| it.run.end).last();
        let words = from..last.unwrap_or(trigger.run.end);
        let mut parties: Vec<_> = others.iter().map(|(other, _)| (*other, words.clone())).collect();
        parties.push((who, words.clone()));
        Trigger { place: Some(place), parties, apart: Vec::new(), ..trigger.clone() }
    };
    met.into_iter().map(one).collect()
}

/// Whether two places bear one name.
fn is_one(scene: &Scene, one: &PlaceWords, other: &PlaceWords) -> bool {
    match (one, other) {
        (PlaceWords::Place(one), PlaceWords::Place(other)) => {
            scene.cast.surface.words(one) == scene.cast.surface.words(other)
        }
        _ => one == other,
    }
}
