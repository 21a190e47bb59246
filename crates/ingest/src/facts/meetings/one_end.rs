//! Meetings of which one end is told: what has begun and goes on has no last day yet, and of what ended on a
//! day that day does not tell when it began.

use super::Occasion;
use crate::entities::Cast;
use crate::surface::Run;
use chancery_model::{Date, MeetingKind, MeetingStatus, When};

/// So many words for a meeting are looked at.
const MANY: usize = 4;
/// So many words behind those for a meeting its end may be told.
const NEAR: usize = 12;

/// Leaves open the end that no word tells.
pub(super) fn open_ends(
    cast: &Cast,
    occasion: &mut Occasion,
    (published, release): (Option<Date>, bool),
) {
    let when = occasion.when;
    let Some(day) = when.from.filter(|day| day.is_day() && when.to == Some(*day)) else { return };
    let past = published.is_some_and(|told| day.last_day() < told.first_day());
    let open = matches!(occasion.status, MeetingStatus::Planned | MeetingStatus::Ongoing);
    if open && occasion.kind == MeetingKind::Visit && is_of_coming(cast, occasion, release) {
        occasion.when = When { to: None, ..when };
        return;
    }
    match occasion.status {
        MeetingStatus::Ongoing if past => occasion.when = When { to: None, ..when },
        MeetingStatus::Held => {
            let runs = || occasion.mentions.iter().take(MANY);
            let begun = runs().any(|run| is_ended(cast, run, &["began", "opened", "started"]));
            let ended = runs().any(|run| is_ended(cast, run, &["ended", "concluded", "closed"]));
            if ended && !begun {
                occasion.when = When { from: None, ..when };
            }
        }
        _ => {}
    }
}

/// "flies into Lima on Monday", "arrived on Tuesday", "leaves for Peru on Friday": the day on which a visit
/// begins, and on which nobody is told to be back. An arrival that a release tells of is of that day.
fn is_of_coming(cast: &Cast, occasion: &Occasion, release: bool) -> bool {
    let surface = cast.surface;
    occasion.mentions.first().is_some_and(|run| {
        surface.pos(run.start).is_verb()
            && !(release && surface.lower(run.start).starts_with("arriv"))
            && matches!(
                surface.lower(run.start),
                "arrive"
                    | "arrived"
                    | "arrives"
                    | "arriving"
                    | "depart"
                    | "departed"
                    | "departing"
                    | "departs"
                    | "flew"
                    | "flies"
                    | "fly"
                    | "flying"
                    | "leave"
                    | "leaves"
                    | "leaving"
                    | "left"
            )
    })
}

/// "The summit in Lima ended on Friday", "ended a visit on Saturday": whether one of these verbs is told of a
/// meeting, in the past.
fn is_ended(cast: &Cast, run: &Run, verbs: &[&str]) -> bool {
    let surface = cast.surface;
    if surface.pos(run.end - 1).is_verb() {
        return false;
    }
    let sentence = surface.sentence(run.start);
    let is = |at: usize| verbs.contains(&surface.lower(at)) && surface.pos(at).is_verb();
    let own = |at: &usize| {
        let pos = surface.pos(*at);
        pos.is_determiner()
            || pos.is_adjective()
            || pos.is_noun()
            || matches!(pos, crate::tagger::Pos::Number | crate::tagger::Pos::PossessivePronoun)
            || matches!(surface.word(*at), "'s" | "’s" | "-")
    };
    let before = (sentence.start..run.start).rev().take(NEAR).find(|at| !own(at));
    let behind = (run.end..sentence.end.min(run.end + NEAR))
        .take_while(|at| surface.word(*at) != ",")
        .find(|at| surface.pos(*at).is_finite_verb());
    let object = before.is_some_and(|at| is(at) && at + 1 < sentence.end);
    // "ended in failure", "ended without a deal" on a day: that is the day all the same.
    object || behind.is_some_and(is)
}
