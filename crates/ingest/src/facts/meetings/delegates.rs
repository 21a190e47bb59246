//! Members of a delegation who are named where it is told of again: "A Chadian delegation arrived in Lima.
//! The 30-strong delegation, including Ann Lee and Bo Kim, met".

use super::phrases::phrase_from;
use super::{Attend, Occasion, Teller};
use crate::entities::Cast;
use chancery_model::{EntityKind, MeetingKind};

/// So many sentences on a delegation is told of again.
const ON: usize = 2;
/// So many words may stand before the noun.
const PHRASE: usize = 5;
/// So many words before a journey its delegation is named.
const BEFORE: usize = 20;

/// Adds to a visit of a delegation those of it who are named in the sentences behind.
pub(super) fn bring_delegates(cast: &Cast, occasion: &mut Occasion) {
    let surface = cast.surface;
    let Some(run) = occasion.mentions.first().cloned() else { return };
    let sentence = surface.sentence(run.start);
    let first = sentence.start.max(run.start.saturating_sub(BEFORE));
    let travels = (first..run.start).any(|at| surface.lower(at) == "delegation");
    if occasion.kind != MeetingKind::Visit || !travels {
        return;
    }
    let number = surface.sentence_of(run.start);
    for next in surface.sentences().iter().skip(number + 1).take(ON) {
        if surface.lower(next.start) != "the" {
            continue;
        }
        let noun = (next.start + 1..next.end.min(next.start + PHRASE))
            .find(|at| surface.lower(*at) == "delegation");
        let Some(noun) = noun.filter(|at| cast.mentions_in(&(next.start..*at)).next().is_none())
        else {
            continue;
        };
        let comma = usize::from(surface.word(noun + 1) == ",");
        let at = noun + 1 + comma;
        let from = match surface.lower(at) {
            "including" | "comprising" => at + 1,
            "headed" | "led" if surface.lower(at + 1) == "by" => at + 2,
            _ => continue,
        };
        let named = phrase_from(cast, from, next.end);
        let persons = cast.mentions_in(&named).filter(|it| cast.kind(it.who) == EntityKind::Person);
        let (status, by) = (occasion.taking_part(), Teller::Words);
        let who: Vec<_> = persons.map(|it| it.who).take(2 * PHRASE).collect();
        for who in who {
            let evidence = noun..named.end.max(noun + 1);
            occasion.attend(Attend { who, status, evidence, capacity: None, by, clear: 5 }, false);
        }
    }
}
