//! Where somebody is welcomed: in a city, at a palace. To a post or an alliance nobody is welcomed in person.

use super::PlaceWords;
use super::scene::Scene;
use crate::entities::Cast;
use crate::surface::Run;
use chancery_model::EntityKind;

/// So many words behind "to" may be the phrase for where.
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
            let within = |at: &usize| {
                !scene.is_date(*at)
                    && !matches!(
                        surface.word(*at),
                        "," | ";"
                            | "."
                            | "and"
                            | "as"
                            | "at"
                            | "for"
                            | "in"
                            | "of"
                            | "on"
                            | "where"
                    )
            };
            let words = at + 1..at + 1 + (at + 1..end.min(at + NEAR)).take_while(within).count();
            let head = words.end - 1;
            // "to the Oval Office", "to his office"
            let room = surface.lower(head) == "office"
                && head > at + 1
                && !matches!(surface.lower(head - 1), "the" | "new" | "public" | "high" | "its");
            // "to the European Council in Brussels"
            let placed = surface.lower(words.end) == "in"
                && matches!(scene.place_at(words.end + 1, end), Some(PlaceWords::Place(_)));
            words.is_empty() || room || placed || !NOWHERE.contains(&surface.lower(head))
        }
        // "welcomed Lee in Lima", and nothing of his in Lima.
        "in" => matches!(scene.place_at(at + 1, end), Some(PlaceWords::Place(_))),
        _ => false,
    }
}
