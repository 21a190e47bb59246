//! Words of which the text tells that they are of several meetings: members of one list ("the Oslo
//! Conference, the Paris Conference, and the Berlin Forum"), what is done besides ("will meet Lee and
//! attend the Dialogue"), and an earlier one that is spoken of ("to follow up on their recent meeting").

use super::Trigger;
use super::one_name::name_of;
use crate::entities::Cast;
use crate::tagger::Pos;
use chancery_model::{EntityKind, MeetingKind};

/// Tokens between two members of a list, at most.
const REACH: usize = 16;

/// Members of one list that are looked at together, at most.
pub(super) const MEMBERS: usize = 8;

/// For each trigger where the list begins that its words are a member of: triggers of one list are of
/// meetings apart.
pub(super) fn lists(cast: &Cast, triggers: &[Trigger]) -> Vec<Option<usize>> {
    let mut lists: Vec<Option<usize>> = vec![None; triggers.len()];
    for next in 1..triggers.len() {
        let before = next - 1;
        if is_next_of_list(cast, &triggers[before], &triggers[next]) {
            let list = *lists[before].get_or_insert(before);
            lists[next] = (next - list < MEMBERS).then_some(list);
        }
    }
    lists
}

/// Whether two nouns with names of their own stand in one list, one after the other.
fn is_next_of_list(cast: &Cast, one: &Trigger, next: &Trigger) -> bool {
    let surface = cast.surface;
    let (from, to) = (one.run.end, next.run.start);
    if surface.pos(one.head).is_verb()
        || surface.pos(next.head).is_verb()
        || one.kind == MeetingKind::Visit
        || next.kind == MeetingKind::Visit
        || from >= to
        || to - from > REACH
        || surface.sentence_of(one.head) != surface.sentence_of(next.head)
    {
        return false;
    }
    let mut joined = false;
    for at in from..to {
        let word = surface.lower(at);
        joined |= matches!(word, "," | "and" | ";" | "or");
        let is_clause = surface.pos(at).is_verb()
            || matches!(word, "where" | "which" | "who" | "that" | "when" | "during" | "as" | "(");
        if is_clause && !surface.is_capital(at) {
            return false;
        }
    }
    let (own, other) = (name_of(cast, one), name_of(cast, next));
    let word = |trigger: &Trigger| surface.lower(trigger.head);
    // "The G7 summit and the President's meeting with Putin".
    let of_somebody = surface.pos(next.run.start - 1) == Pos::Possessive
        && surface.lower(next.head + 1) == "with";
    joined
        && !own.is_empty()
        && (!other.is_empty() || of_somebody)
        && (own != other || word(one) != word(next))
        // "The first Summit, the Summit for Democracy": the name again, at more length.
        && !(word(one) == word(next)
            && !of_somebody
            && (own.iter().all(|it| other.contains(it)) || other.iter().all(|it| own.contains(it))))
}

/// Whether a noun behind a verb of meeting is not what the verb tells of: "will meet Lee and attend
/// the Oslo Dialogue", "will meet Kim and have a meeting with Lee and Cho", "spoke to follow up on
/// their recent meeting".
pub(super) fn is_besides(cast: &Cast, verb: &Trigger, noun: &Trigger) -> bool {
    let surface = cast.surface;
    let (from, to) = (verb.head + 1, noun.run.start);
    if from >= to || !surface.pos(verb.head).is_verb() || surface.pos(noun.head).is_verb() {
        return false;
    }
    if is_theirs_before(cast, noun) {
        return true;
    }
    let other = (from..to).rev().find(|at| {
        matches!(surface.lower(*at), "and" | ",")
            && surface.pos(at + 1).is_verb()
            && surface.pos(at + 1) != Pos::VerbParticiple
    });
    let Some(other) = other.map(|at| at + 1) else { return false };
    let attends = matches!(
        surface.lower(other),
        "attend"
            | "attended"
            | "attends"
            | "participate"
            | "participated"
            | "participates"
            | "lead"
            | "led"
            | "leads"
            | "chair"
            | "chaired"
            | "co-chair"
            | "co-chaired"
            | "join"
            | "joined"
            | "joins"
    );
    let is_new = |party: &(crate::entities::MemberId, crate::surface::Run)| {
        cast.kind(party.0) == EntityKind::Person
            && party.1.start >= noun.run.end
            && !verb.parties.iter().any(|known| known.0 == party.0)
    };
    attends && !name_of(cast, noun).is_empty()
        || surface.lower(noun.head.wrapping_sub(1)) == "trilateral"
        || noun.parties.iter().any(is_new)
}

/// "Their recent meeting", "his last call": one that was before what is told of.
fn is_theirs_before(cast: &Cast, noun: &Trigger) -> bool {
    let surface = cast.surface;
    let first = surface.sentence(noun.head).start.max(noun.head.saturating_sub(5));
    let before = |at: &usize| {
        matches!(surface.lower(*at), "earlier" | "last" | "previous" | "prior" | "recent")
    };
    noun.kind != MeetingKind::Visit
        && (first..noun.head).rev().find(before).is_some_and(|at| {
            at > first && matches!(surface.lower(at - 1), "their" | "his" | "her" | "our")
        })
}
