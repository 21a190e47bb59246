//! Two nouns for one meeting in a row: "the third meeting of the Strategic Dialogue", "the Defense
//! Dialogue (DD)".

use super::called::bear_names_apart;
use super::same::dates_agree;
use super::{Occasion, Trigger};
use crate::entities::Cast;
use chancery_model::MeetingKind;

/// Nouns for one of the times that many come together under a name.
const TIMES: &[&str] =
    &["convening", "edition", "iteration", "meeting", "meetings", "plenary", "round", "session"];

/// Small words between such a noun and the name, after "of" or a verb.
#[rustfmt::skip]
const BETWEEN: &[&str] = &[
    "a", "annual", "bilateral", "eighth", "fifth", "first", "fourth", "inaugural", "its", "new",
    "ninth", "our", "second", "seventh", "sixth", "tenth", "the", "their", "third", "this", "today",
];

/// Tokens between the two, at most.
const REACH: usize = 5;

/// Whether the first noun says of what the second names that it comes together, or the second, in
/// brackets, is short for the first.
fn is_one(cast: &Cast, one: &Trigger, next: &Trigger) -> bool {
    let surface = cast.surface;
    let (end, start) = (one.run.end, next.run.start);
    if surface.pos(one.head).is_verb()
        || surface.pos(next.head).is_verb()
        || one.kind == MeetingKind::Visit
        || next.kind == MeetingKind::Visit
        || end > start
        || start - end > REACH
        || surface.sentence_of(one.head) != surface.sentence_of(next.head)
    {
        return false;
    }
    let named = next.run.clone().any(|at| surface.is_capital(at));
    if end + 1 == start && surface.word(end) == "(" {
        let letters = surface.word(start);
        return letters.len() > 1 && letters.chars().all(char::is_uppercase);
    }
    let mut between = (end..start).map(|at| surface.lower(at));
    let joins = |word: &str| matches!(word, "of" | "marked" | "marks");
    let first = between.next().unwrap_or_default();
    let joined = joins(first) || first == "today" && between.next().is_some_and(joins);
    named
        && TIMES.contains(&surface.lower(one.head))
        && !one.run.clone().any(|at| at != one.head && is_of_a_name(cast, at))
        && joined
        && between
            .all(|word| BETWEEN.contains(&word) || word.starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether a word tells a meeting from others: more than "High-Level", or the day.
fn is_of_a_name(cast: &Cast, at: usize) -> bool {
    let word = cast.surface.lower(at);
    let level = matches!(word, "high-level" | "ministerial" | "annual" | "level" | "high" | "-");
    cast.surface.is_capital(at) && !level
}

/// For each occasion the earlier one that is the same by such words, if there is one.
pub(super) fn framed(
    cast: &Cast,
    triggers: &[Trigger],
    of_trigger: &[(usize, usize)],
    occasions: &[Occasion],
) -> Vec<Option<usize>> {
    let mut same = vec![None; occasions.len()];
    for pair in of_trigger.windows(2) {
        let ((one, at), (next, other)) = (pair[0], pair[1]);
        let (earlier, later) = (at.min(other), at.max(other));
        if at != other
            && is_one(cast, &triggers[one], &triggers[next])
            && dates_agree(&occasions[earlier].when, &occasions[later].when)
            // What the first noun was taken to speak of before is not this.
            && occasions[at].mentions.first() == Some(&triggers[one].run)
            && (occasions[at].mentions.len() == 1
                || !bear_names_apart(cast, &occasions[earlier], &occasions[later]))
        {
            same[later] = same[later].or(Some(earlier));
        }
    }
    same
}
