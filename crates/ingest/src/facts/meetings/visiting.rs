//! A visit told by one word before the visitor: "visiting Finnish President Ann Lee".

use super::Trigger;
use super::phrases::{clause_limit, is_before_office, phrase_from};
use super::scene::Scene;
use crate::clauses::VerbGroup;
use crate::entities::Cast;
use crate::surface::Run;
use crate::tagger::Pos;
use chancery_model::{EntityKind, MeetingKind, MeetingStatus};

/// So many words may stand between "visiting" and the name.
const OFFICE: usize = 14;

/// The visit that "visiting" at a token tells of, if it says so of the person named after it.
pub(super) fn visiting(scene: &Scene, at: usize) -> Option<Trigger> {
    let cast = scene.cast;
    let surface = cast.surface;
    if surface.lower(at) != "visiting" || surface.quotation_of(at).is_some() {
        return None;
    }
    let first = surface.sentence(at).start;
    // "is visiting Lee", "after visiting Lee": here Lee is visited.
    let before = at.wrapping_sub(1);
    let modifies = at == first
        || surface.pos(before).is_determiner()
        || surface.pos(before) == Pos::PossessivePronoun
        || matches!(
            surface.lower(before),
            "with" | "to" | "by" | "and" | "from" | "between" | "of" | "for" | "'s" | ","
        )
        || surface.pos(before).is_finite_verb() && !crate::clauses::is_be(surface.lower(before));
    let limit = clause_limit(cast, at).min(at + 1 + OFFICE);
    let run = phrase_from(cast, at + 1, limit.max(at + 1));
    let visitor =
        cast.actors(&run).into_iter().find(|who| cast.kind(*who) == EntityKind::Person)?;
    // "Lee, visiting President Kim, said" names a visitor before it.
    let named = cast.mentions_in(&run).find(|mention| mention.who == visitor)?;
    let comma = at > first && surface.word(before) == ",";
    // ", visiting President Kim said" has him for its subject.
    let acts = (run.end..run.end + 2).any(|at| surface.pos(at).is_finite_verb());
    if !modifies || !is_before_office(cast, at) || comma && !acts {
        return None;
    }
    let end = named.run.end;
    // "met visiting Finnish President Lee in Lima": there he was.
    let place = (surface.lower(end) == "in").then(|| scene.place_at(end + 1, limit.max(end + 4)));
    Some(Trigger {
        place: place.flatten(),
        parties: vec![(visitor, at..end)],
        certain: true,
        ..Trigger::bare(at..at + 1, at, MeetingKind::Visit, MeetingStatus::Ongoing)
    })
}

/// "Foreign Minister Lee, currently visiting Lima, said", "the plan of Lee, who is due to meet Kim": the name
/// before the comma, whose words what stands between commas goes on.
pub(super) fn who_does(cast: &Cast, group: &VerbGroup) -> Option<Run> {
    let surface = cast.surface;
    let first = surface.sentence(group.main).start;
    let light = |at: &usize| {
        surface.pos(*at).is_adverb() || matches!(surface.lower(*at), "currently" | "now" | "due")
    };
    let start = group.run.start;
    let from = start - (first..start).rev().take_while(light).count();
    // "President Lee, hosting Kim in Lima, said"
    let visiting = matches!(surface.lower(group.main), "hosting" | "visiting")
        && !group.finite
        && group.run.len() < 3;
    let who = from > first && surface.lower(from - 1) == "who";
    let who = who || surface.lower(start) == "who";
    let at = if who && surface.lower(start) != "who" { from - 1 } else { from };
    let comma = at.checked_sub(1).filter(|comma| *comma > first && surface.word(*comma) == ",")?;
    let named = cast.mention_at(comma - 1).filter(|it| it.run.end == comma)?;
    // "Lee, Kim, who met": the first of a list is told as well.
    let person = cast.kind(named.who) == EntityKind::Person;
    (person && (who || visiting)).then(|| named.run.clone())
}
