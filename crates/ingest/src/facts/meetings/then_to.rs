//! Where a journey goes on to, told behind what is done at its first stop: "will go to Oslo, where she will
//! meet Lee, and then to Rome to attend a meeting".

use super::scene::Scene;
use super::verbs::{kind_of_verb, verb_trigger};
use super::{PlaceWords, Trigger};
use crate::tagger::Pos;
use chancery_model::{MeetingKind, When};

/// So many words may stand between the verb of the journey and where it goes on to.
const FAR: usize = 50;

/// The next stop of a journey, where "then to" at a token tells of it.
pub(super) fn then_to(scene: &Scene, at: usize) -> Option<Trigger> {
    let surface = scene.cast.surface;
    let sentence = surface.sentence(at);
    let goes_on = surface.lower(at) == "then"
        && surface.lower(at + 1) == "to"
        && matches!(surface.lower(at.wrapping_sub(1)), "and" | ",")
        && surface.pos(at + 2) != Pos::VerbBase;
    if !goes_on || at <= sentence.start || surface.quotation_of(at).is_some() {
        return None;
    }
    let place = scene.place_at(at + 2, sentence.end)?;
    let travels = |at: &usize| {
        surface.pos(*at).is_verb()
            && scene.cast.mention_at(*at).is_none()
            && kind_of_verb(surface.lower(*at)) == Some(MeetingKind::Visit)
    };
    let verb = (sentence.start.max(at.saturating_sub(FAR))..at).rev().find(travels)?;
    let journey = verb_trigger(scene, verb)
        .filter(|it| it.kind == MeetingKind::Visit && it.stops.is_empty() && it.place.is_some())?;
    if journey.place.as_ref() == Some(&place) {
        return None;
    }
    let end = match &place {
        PlaceWords::Place(run) => run.end,
        PlaceWords::State(_) => scene.cast.name_at(at + 2).map_or(at + 3, |name| name.run.end),
    };
    let on = usize::from(matches!(surface.lower(end), "on" | "from"));
    let date = scene.dates_in(end, end + on + 1).first();
    Some(Trigger {
        head: at,
        place: Some(place),
        when: date.map_or_else(When::default, |date| date.when),
        ..journey
    })
}
