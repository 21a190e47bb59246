//! What was to be done at a meeting that is off: "called off his meeting with Lee. The two were to meet in
//! Lima in June" tells of one meeting, and "cancelled a trip to Lima to meet Lee" of none with Lee.

use super::{Occasion, Trigger};
use crate::clauses::{VerbGroup, begins, subject_before, verb_group};
use crate::entities::Cast;
use crate::surface::{Run, Surface};
use chancery_model::{EntityKind, MeetingKind, MeetingStatus};

/// So many words before a verb may tell what it was for.
const FAR: usize = 24;

/// How verbs begin that call something off.
#[rustfmt::skip]
const CALL_OFF: &[&str] = &[
    "abandon", "axed", "call", "cancel", "drop", "postpone", "scrap", "scrub", "shelv", "suspend",
];

/// What people set out on, or mean to.
#[rustfmt::skip]
const WAYS: &[&str] = &[
    "flight", "journey", "plan", "plans", "stop", "stopover", "tour", "travel", "trip", "visit", "voyage",
];

/// "were to meet", "had been due to visit": what was still to come when it was called off.
pub(super) fn was_to(cast: &Cast, trigger: &Trigger) -> bool {
    let surface = cast.surface;
    if !surface.pos(trigger.head).is_verb() {
        return false;
    }
    let group = verb_group(surface, trigger.head);
    let first = surface.sentence(trigger.head).start.max(trigger.head.saturating_sub(7));
    let past = (first..trigger.head).any(|at| {
        matches!(surface.lower(at), "was" | "were") || surface.reads(at, &["had", "been"])
    });
    (group.infinitive && group.future || is_to_have(surface, &group)) && past && !group.negated
}

fn is_to_have(surface: &Surface, group: &VerbGroup) -> bool {
    group.run.clone().any(|at| surface.reads(at, &["to", "have"]))
}

/// The occasion told of just before that is off and that a verb tells of as what was to be.
pub(super) fn the_one_off(
    cast: &Cast,
    trigger: &Trigger,
    before: Option<(&Trigger, usize)>,
    occasions: &[Occasion],
) -> Option<usize> {
    let (earlier, at) = before?;
    let surface = cast.surface;
    let sentences =
        surface.sentence_of(trigger.head).checked_sub(surface.sentence_of(earlier.head))?;
    let off = &occasions[at];
    let sentence = surface.sentence(earlier.head);
    let near =
        sentence.start.max(earlier.head.saturating_sub(FAR))..sentence.end.min(earlier.head + FAR);
    let visit = |kind: MeetingKind| kind == MeetingKind::Visit;
    let known = |who: &(crate::entities::MemberId, Run)| {
        off.attendance.iter().any(|it| it.who == who.0)
            || cast.kind(who.0) == EntityKind::Place
            || visit(off.kind)
            // Whoever called it off is told with it.
            || cast.mentions_in(&near).any(|it| it.who == who.0)
    };
    let agree = off.place.is_none() || trigger.place.is_none() || visit(off.kind);
    (sentences == 1
        && off.status == MeetingStatus::Cancelled
        && visit(off.kind) == visit(trigger.kind)
        && agree
        && trigger.parties.iter().take(8).all(known)
        && was_to(cast, trigger))
    .then_some(at)
}

/// Whether a verb tells what a journey or a plan was for that is off: "cancelled a trip to Lima to meet
/// Lee", "dropped plans to visit", "scrapped a visit to Lima, where she was to meet Lee".
pub(super) fn is_for_what_is_off(cast: &Cast, group: &VerbGroup) -> bool {
    off_before(cast, group).is_some()
}

/// The verb of calling off before what a journey or a plan was for.
fn off_before(cast: &Cast, group: &VerbGroup) -> Option<VerbGroup> {
    let surface = cast.surface;
    let first = surface.sentence(group.main).start.max(group.run.start.saturating_sub(FAR));
    let where_he = || {
        (first..group.run.start).rev().take(5).any(|at| surface.lower(at) == "where")
            && group.future
    };
    if !(group.infinitive && (!group.future || where_he())) || group.negated {
        return None;
    }
    let way = (first..group.run.start)
        .rev()
        .find(|at| WAYS.contains(&surface.lower(*at)) && surface.pos(*at).is_noun())?;
    let plain = |at: &usize| !surface.pos(*at).is_finite_verb() || cast.mention_at(*at).is_some();
    let told = (way + 1..group.run.start)
        .filter(|at| !(group.future && surface.lower(*at) == "where"))
        .all(|at| plain(&at) && !matches!(surface.word(at), ";" | "and" | "but"));
    let of_it = |at: &usize| {
        let pos = surface.pos(*at);
        pos.is_noun()
            || pos.is_adjective()
            || pos.is_determiner()
            || matches!(surface.lower(*at), "his" | "her" | "its" | "their" | "off" | "'s")
            || cast.mention_at(*at).is_some()
    };
    let verb = (first..way).rev().find(|at| !of_it(at))?;
    let calls = begins(surface.lower(verb), CALL_OFF)
        && (!surface.lower(verb).starts_with("call")
            || surface.lower(verb + 1) == "off"
            || (verb..way).any(|at| surface.lower(at) == "off"));
    let off = verb_group(surface, verb);
    let done = !(off.negated || off.modal || off.passive);
    (told && calls && done && surface.pos(verb).is_verb()).then_some(off)
}

/// Whoever called a journey off will not do what it was for.
pub(super) fn refused(cast: &Cast, mut trigger: Trigger) -> Trigger {
    let surface = cast.surface;
    if trigger.status != MeetingStatus::Cancelled || !surface.pos(trigger.head).is_verb() {
        return trigger;
    }
    let Some(off) = off_before(cast, &verb_group(surface, trigger.head)) else { return trigger };
    let Some(run) = subject_before(surface, off.run.start, &|at| cast.ends_mention(at)) else {
        return trigger;
    };
    let who = cast.actors(&run);
    let words = run.start..trigger.head + 1;
    trigger.parties.retain(|(known, _)| !who.contains(known));
    trigger.refusing.extend(who.into_iter().map(|who| (who, words.clone())));
    trigger
}
