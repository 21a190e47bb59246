//! The day of a meeting that is told by that of another: "Earlier in the day, he also met Lee", "held talks
//! soon after his arrival".

use super::{Occasion, Trigger};
use crate::entities::Cast;
use crate::surface::Run;
use chancery_model::{Date, MeetingKind, When};

/// So many words after those for a meeting, and in front of its sentence, tell of another.
const BEHIND: usize = 24;
/// So many who are at either are compared.
const GUESTS: usize = 40;
/// So many occasions back the visit is looked for.
const BACK: usize = 12;

/// Whether the sentence of a token opens with words for another hour of a day that was told of before.
fn opens_another_hour(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    let first = surface.sentence(at).start;
    match surface.lower(first) {
        "earlier" | "later" => {
            surface.lower(first + 1) == "in"
                && matches!(surface.lower(first + 2), "the" | "that")
                && surface.lower(first + 3) == "day"
                || surface.reads(first + 1, &["that", "day"])
                || surface.reads(first + 1, &["the", "same", "day"])
        }
        "on" => {
            surface.reads(first + 1, &["the", "same", "day"])
                || surface.reads(first + 1, &["that", "day"])
        }
        _ => false,
    }
}

/// "Lee met Kim on Tuesday. Earlier in the day, he met Roe": two meetings of one day.
pub(super) fn is_at_another_hour(cast: &Cast, occasion: &Occasion, trigger: &Trigger) -> bool {
    let surface = cast.surface;
    let before = |run: &Run| surface.sentence_of(run.start) < surface.sentence_of(trigger.head);
    surface.pos(trigger.head).is_verb()
        && opens_another_hour(cast, trigger.head)
        && occasion.mentions.last().is_none_or(before)
}

/// Gives meetings whose day is not told the one that such words point at.
pub(super) fn date_by_others(
    cast: &Cast,
    occasions: &mut [Occasion],
    triggers: &[Trigger],
    of_trigger: &[(usize, usize)],
) {
    let mut seen = vec![false; occasions.len()];
    let mut last: Option<usize> = None;
    for (number, at) in of_trigger {
        let trigger = &triggers[*number];
        let first = !std::mem::replace(&mut seen[*at], true);
        let open = first && occasions[*at].when.is_unknown() && occasions[*at].when.words.is_none();
        if open && (opens_another_hour(cast, trigger.head) || opens_right_after(cast, trigger)) {
            if let Some(before) = last {
                occasions[*at].when = occasions[before].when;
                // And he was where he had met the other.
                if occasions[*at].place.is_none() && shares_a_guest(occasions, before, *at) {
                    occasions[*at].place = occasions[before].place;
                }
            }
        } else if open
            && occasions[*at].kind != MeetingKind::Visit
            && is_upon_arrival(cast, trigger.head)
            && let Some(day) = day_of_arrival(occasions, *at)
        {
            occasions[*at].when = When { from: Some(day), to: Some(day), ..When::default() };
        }
        let when = occasions[*at].when;
        let one = when.from.is_some_and(Date::is_day) && when.from == when.to;
        last = one.then_some(*at).or(last);
    }
}

/// "Immediately after the retreat, the leaders had a dialogue": on the day of the retreat.
fn opens_right_after(cast: &Cast, trigger: &Trigger) -> bool {
    let surface = cast.surface;
    let first = surface.sentence(trigger.head).start;
    let right = matches!(surface.lower(first), "immediately" | "right" | "shortly" | "soon");
    let end = trigger.run.start.min(first + 7);
    let comma = (first + 3..end).find(|at| surface.word(*at) == ",");
    right
        && surface.reads(first + 1, &["after", "the"])
        && comma.is_some_and(|at| cast.lexicon.names_a_meeting(surface.lower(at - 1)))
}

fn shares_a_guest(occasions: &[Occasion], one: usize, other: usize) -> bool {
    let of = |at: usize| occasions[at].attendance.iter().take(GUESTS);
    of(one).any(|it| of(other).any(|own| own.who == it.who))
}

/// "soon after arrival", "shortly after arriving", "upon his arrival".
fn is_upon_arrival(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    let sentence = surface.sentence(at);
    let arrives = |at: usize| {
        let own = usize::from(matches!(surface.lower(at), "his" | "her" | "their" | "the"));
        matches!(surface.lower(at + own), "arrival" | "arriving" | "landing")
    };
    (sentence.start..sentence.end.min(at + BEHIND)).any(|at| match surface.lower(at) {
        "after" => {
            arrives(at + 1)
                && matches!(
                    surface.lower(at.wrapping_sub(1)),
                    "hours" | "immediately" | "minutes" | "moments" | "shortly" | "soon"
                )
        }
        "upon" | "on" => arrives(at + 1) && !crate::clauses::is_day(surface.lower(at + 2)),
        _ => false,
    })
}

/// The first day of the visit of one who was there, if it was told of before.
fn day_of_arrival(occasions: &[Occasion], at: usize) -> Option<Date> {
    let there = |visit: &usize| {
        occasions[*visit].kind == MeetingKind::Visit && shares_a_guest(occasions, *visit, at)
    };
    let visit = (0..at).rev().take(BACK).find(there)?;
    occasions[visit].when.from.filter(|day| day.is_day())
}
