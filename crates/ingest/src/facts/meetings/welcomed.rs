//! Where somebody is welcomed: in a city, at a palace. To a post or an alliance nobody is welcomed in person.

use super::PlaceWords;
use super::scene::Scene;
use crate::entities::Cast;
use crate::surface::Run;
use chancery_model::EntityKind;

/// So many words behind "to" may lead to the noun for where.
const NEAR: usize = 8;

/// What one is welcomed to and is nowhere.
#[rustfmt::skip]
const NOWHERE: &[&str] = &[
    "agency", "alliance", "bloc", "body", "chair", "club", "coalition", "commission", "community",
    "council", "family", "fold", "group", "helm", "job", "league", "office", "organisation", "organization",
    "position", "post", "presidency", "rank", "ranks", "role", "team", "union",
];

/// "the President of Chad, Ann Lee, to": a guest whose name stands between commas behind the office.
pub(super) fn guest_named(cast: &Cast, object: Run) -> Run {
    let surface = cast.surface;
    let aside = surface.word(object.end) == ","
        && matches!(surface.lower(object.end + 1), "to" | "at" | "in");
    let named =
        object.end.checked_sub(1).and_then(|last| cast.mention_at(last)).is_some_and(|it| {
            cast.kind(it.who) == EntityKind::Person
                && it.run.start > object.start
                && surface.word(it.run.start - 1) == ","
        });
    if aside && named { object.start..object.end + 1 } else { object }
}

/// Whether the words at a token tell where somebody is welcomed.
pub(super) fn is_where_to(scene: &Scene, at: usize) -> bool {
    let surface = scene.cast.surface;
    let end = surface.sentence(at).end;
    match surface.lower(at) {
        "at" => true,
        "to" => {
            let mut words = (at + 1..end.min(at + NEAR)).take_while(|at| {
                !matches!(surface.word(*at), "," | ";" | "on" | "for" | "and" | "in")
            });
            !words.any(|at| NOWHERE.contains(&surface.lower(at)))
        }
        // "welcomed Lee in Lima", and nothing of his in Lima.
        "in" => matches!(scene.place_at(at + 1, end), Some(PlaceWords::Place(_))),
        _ => false,
    }
}
