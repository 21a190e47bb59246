//! Meetings told by the name of a group of states alone: "at the Group of 20 in Delhi", "skipped the G7
//! in Lima". Where and when it meets tells it from the group itself.

use super::Trigger;
use super::phrases::clause_limit;
use super::scene::Scene;
use chancery_model::{MeetingKind, MeetingStatus};

/// The occasion that a group's name at a token stands for, if it does.
pub(super) fn named_body(scene: &Scene, at: usize) -> Option<Trigger> {
    let surface = scene.cast.surface;
    let end = end_of_name(scene, at)?;
    let the = at.checked_sub(1).filter(|the| surface.lower(*the) == "the")?;
    let before = the.checked_sub(1).filter(|it| *it >= surface.sentence(at).start)?;
    let present = matches!(
        surface.lower(before),
        "at" | "during"
            | "skip"
            | "skipped"
            | "skipping"
            | "attend"
            | "attended"
            | "attending"
            | "missed"
            | "snubbed"
            | "boycotted"
    );
    let limit = clause_limit(scene.cast, end - 1);
    let place = scene.place(end, limit.min(end + 5));
    let dated = scene.is_date(end) || surface.lower(end) == "on" && scene.is_date(end + 1);
    if !present || place.is_none() && !dated || surface.pos(end).is_noun() && !scene.is_date(end) {
        return None;
    }
    let mut trigger = Trigger::bare(at..end, end - 1, MeetingKind::Summit, MeetingStatus::Held);
    trigger.place = place;
    trigger.when = scene.when(end, limit);
    if scene.future_date(end, limit) {
        trigger.status = MeetingStatus::Planned;
    }
    Some(trigger)
}

/// "G20", "G-7", "Group of 20", "Group of Eight": where the name ends.
fn end_of_name(scene: &Scene, at: usize) -> Option<usize> {
    let surface = scene.cast.surface;
    let word = surface.word(at);
    let number = word.strip_prefix('G').map(|it| it.strip_prefix('-').unwrap_or(it));
    if matches!(number, Some("7" | "8" | "20")) {
        return Some(at + 1);
    }
    let of = word == "Group" && surface.lower(at + 1) == "of";
    let many = matches!(surface.lower(at + 2), "7" | "8" | "20" | "seven" | "eight" | "twenty");
    (of && many).then_some(at + 3)
}
