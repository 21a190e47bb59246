//! Two nouns for one meeting in a row: "the third meeting of the Strategic Dialogue", "the Defense
//! Dialogue (DD)".

use super::at_once::is_said_at;
use super::called::bear_names_apart;
use super::gather::join;
use super::same::dates_agree;
use super::{Occasion, Trigger};
use crate::entities::Cast;
use crate::surface::Run;
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

/// The latest words for an occasion among which those are looked for that go.
const LAST: usize = 64;

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

/// "will host Lee in the fourth meeting of the Dialogue": whether a noun is that for which the verb
/// before it brings them together.
fn is_met_for(cast: &Cast, occasion: &Occasion, noun: &Trigger) -> bool {
    let surface = cast.surface;
    let here = surface.sentence(noun.head);
    let before = |run: &&Run| here.contains(&run.start) && run.end <= noun.run.start;
    let first = occasion.mentions.first();
    noun.after_verb && first.filter(before).is_some_and(|run| surface.pos(run.start).is_verb())
}

/// Whether a word tells a meeting from others: more than "High-Level", or the day.
fn is_of_a_name(cast: &Cast, at: usize) -> bool {
    let word = cast.surface.lower(at);
    let level = matches!(word, "high-level" | "ministerial" | "annual" | "level" | "high" | "-");
    cast.surface.is_capital(at) && !level
}

/// Takes words like "a session of the Strategic Dialogue" from the occasion that they were taken to
/// speak of, and of which others were told before, to that of the name.
pub(super) fn bring_framed(
    cast: &mut Cast,
    triggers: &[Trigger],
    of_trigger: &mut [(usize, usize)],
    occasions: &mut [Occasion],
) {
    for next in 1..of_trigger.len() {
        let ((one, at), (name, other)) = (of_trigger[next - 1], of_trigger[next]);
        let (noun, name) = (&triggers[one], &triggers[name]);
        if at != other
            && occasions[at].mentions.first() != Some(&noun.run)
            && !is_met_for(cast, &occasions[at], noun)
            && is_one(cast, noun, name)
            && dates_agree(&noun.when, &occasions[other].when)
        {
            let mentions = &mut occasions[at].mentions;
            let last = mentions.len().saturating_sub(LAST);
            if let Some(here) = mentions[last..].iter().rposition(|run| *run == noun.run) {
                mentions.remove(last + here);
            }
            join(cast, &mut occasions[other], noun);
            of_trigger[next - 1].1 = other;
        }
    }
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
        if at == other || !dates_agree(&occasions[earlier].when, &occasions[later].when) {
            continue;
        }
        // What the first noun was taken to speak of before is not this.
        let first = occasions[at].mentions.first() == Some(&triggers[one].run);
        let met_for = || is_met_for(cast, &occasions[at], &triggers[one]);
        let said = first && is_said_at(cast, &triggers[one], &triggers[next]);
        let in_a_row = is_one(cast, &triggers[one], &triggers[next])
            && (first || met_for())
            && (occasions[at].mentions.len() == 1
                || met_for()
                || !bear_names_apart(cast, &occasions[earlier], &occasions[later]));
        if said || in_a_row {
            same[later] = same[later].or(Some(earlier));
        }
    }
    same
}
