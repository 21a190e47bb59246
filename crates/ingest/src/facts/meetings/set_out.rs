//! Talks for which somebody has only set out: "left for Lima on Sunday for talks with Kim", "arrived in Lima
//! for talks". They are still to come, on no day that is told.

use super::Trigger;
use super::scene::Scene;
use chancery_model::{MeetingKind, MeetingStatus};
use chrono::Duration;

/// So many words before those for the talks the verb of setting out stands.
const FAR: usize = 18;
/// So many words may stand before the noun in its phrase.
const PHRASE: usize = 8;

/// Turns talks that somebody has set out for into what is to come.
pub(super) fn set_out_for(scene: &Scene, trigger: Trigger) -> Trigger {
    let surface = scene.cast.surface;
    let talks = trigger.kind == MeetingKind::Talks
        && matches!(trigger.status, MeetingStatus::Held | MeetingStatus::Planned)
        && !surface.pos(trigger.head).is_verb();
    if scene.release || !talks || surface.quotation_of(trigger.head).is_some() {
        return trigger;
    }
    let Some((left, purpose)) = setting_out(scene, trigger.run.start) else { return trigger };
    // Told long after, they have been held.
    let published = scene.published.map(chancery_model::Date::first_day);
    let lately = scene.dates_in(left, purpose).first().is_none_or(|date| {
        let day = date.when.first_day().zip(published);
        day.is_some_and(|(day, published)| published - day <= Duration::days(1))
    });
    let leaves = surface.lower(left).starts_with("lea");
    if !lately || leaves && trigger.status == MeetingStatus::Held {
        return trigger;
    }
    let own = scene.dates_in(purpose, surface.sentence(purpose).end).first();
    let when = own.filter(|date| Some(date.when) == Some(trigger.when)).map(|date| date.when);
    Trigger {
        status: MeetingStatus::Planned,
        certain: true,
        when: when.unwrap_or_default(),
        ..trigger
    }
}

/// The verb of setting out, and the "for" before the words for what it is for.
fn setting_out(scene: &Scene, start: usize) -> Option<(usize, usize)> {
    let surface = scene.cast.surface;
    let first = surface.sentence(start).start;
    let within = |at: &usize| {
        let pos = surface.pos(*at);
        pos.is_noun()
            || pos.is_adjective()
            || pos.is_determiner()
            || scene.is_date(*at)
            || surface.pos(*at) == crate::tagger::Pos::PossessivePronoun
            || matches!(surface.lower(*at), "of" | "round" | "'s" | "a")
    };
    let near = first.max(start.saturating_sub(PHRASE))..start;
    let purpose = near.rev().find(|at| surface.lower(*at) == "for" || !within(at))?;
    if surface.lower(purpose) != "for" {
        return None;
    }
    let verb = (first.max(purpose.saturating_sub(FAR))..purpose)
        .rev()
        .find(|at| surface.pos(*at).is_verb() && scene.cast.mention_at(*at).is_none())?;
    let sets = matches!(
        surface.lower(verb),
        "arrived" | "came" | "departed" | "leave" | "leaves" | "leaving" | "left"
    );
    let group = crate::clauses::verb_group(surface, verb);
    let past_perfect = group.run.clone().any(|at| surface.lower(at) == "had");
    (sets && !group.negated && !past_perfect && !group.passive).then_some((verb, purpose))
}
