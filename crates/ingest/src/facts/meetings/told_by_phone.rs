//! Calls in which something is told: "told Lee by phone that", "assured Lee in a telephone conversation", "In
//! a phone call, Lee told Kim".

use super::Trigger;
use super::phrases::{clause_limit, phrase_from};
use super::scene::Scene;
use super::verbs::subject;
use crate::clauses::verb_group;
use crate::entities::{Cast, KIN, MemberId, distinct};
use crate::surface::{Run, Surface};
use chancery_model::{EntityKind, MeetingKind, MeetingStatus};

/// Verbs by which one tells another something, in the past.
#[rustfmt::skip]
const TELLS: &[&str] = &[
    "asked", "assured", "briefed", "congratulated", "informed", "reassured", "reminded", "thanked", "told",
    "urged", "warned",
];

/// Those to whom something is told that is no matter between states: they ask for it, or belong to a house or
/// a team.
#[rustfmt::skip]
const OTHERS: &[&str] = &[
    "coach", "columnist", "correspondent", "correspondents", "editor", "journalist", "journalists", "lawyer",
    "lawyers", "media", "newspaper", "reporter", "reporters", "striker",
];

/// Tokens between whom something is told and the words for a call, at most.
const NEAR: usize = 4;
/// Tokens at the beginning of a sentence among which a call may be named.
const OPENS: usize = 8;

/// Whether words tell of speaking by telephone: "by phone", "in a telephone conversation".
pub(super) fn is_by_phone(surface: &Surface, at: usize) -> bool {
    let phone = |at: usize| matches!(surface.lower(at), "phone" | "telephone");
    let call = |at: usize| matches!(surface.lower(at), "call" | "conversation");
    let article = matches!(surface.lower(at + 1), "a" | "the");
    match surface.lower(at) {
        "by" => phone(at + 1),
        "over" => article && phone(at + 2),
        "in" | "during" => article && phone(at + 2) && call(at + 3),
        _ => false,
    }
}

/// The call that the verb at a token tells of, if it says so.
pub(super) fn told_by_phone(scene: &Scene, at: usize) -> Option<Trigger> {
    let cast = scene.cast;
    let surface = cast.surface;
    if !TELLS.contains(&surface.lower(at))
        || !surface.pos(at).is_verb()
        || surface.quotation_of(at).is_some()
    {
        return None;
    }
    let group = verb_group(surface, at);
    if group.negated || group.modal || group.future || group.infinitive || group.passive {
        return None;
    }
    let sentence = surface.sentence(at);
    let limit = clause_limit(cast, at);
    let whom = phrase_from(cast, at + 1, limit);
    let behind = (whom.end..limit.min(whom.end + NEAR)).find(|at| is_by_phone(surface, *at));
    // "In a phone call, Lee told Kim"; not "In a phone call, Lee said that she had told Kim".
    let opening = || {
        let until = at.min(sentence.start + OPENS + 4);
        let comma = (sentence.start..until).find(|at| surface.word(*at) == ",");
        let told = |at: usize| surface.pos(at).is_finite_verb() && cast.mention_at(at).is_none();
        is_by_phone(surface, sentence.start)
            && comma.is_some_and(|comma| {
                !(comma..group.run.start).any(told)
                    && !is_with_others(surface, &(sentence.start..comma))
            })
    };
    if behind.is_none() && !opening() {
        return None;
    }
    let subject = subject(scene, &group)?;
    if is_with_others(surface, &whom) || is_with_others(surface, &subject) {
        return None;
    }
    let speaks = |who: &MemberId| {
        let official = cast.side_of(*who).is_some() || !cast.member(*who).offices.is_empty();
        cast.kind(*who) == EntityKind::Person && official
    };
    let right: Vec<MemberId> = cast.actors(&whom).into_iter().filter(speaks).collect();
    let left: Vec<MemberId> = cast.actors(&subject).into_iter().filter(speaks).collect();
    let side = |who: &MemberId| cast.side_of(*who);
    let own = left.first().and_then(side);
    if left.is_empty()
        || right.is_empty()
        || own.is_some() && right.iter().all(|who| side(who) == own)
    {
        return None;
    }
    let words = subject.start..whom.end;
    Some(Trigger {
        certain: true,
        when: scene.when(at, limit),
        parties: distinct([left, right].concat())
            .into_iter()
            .map(|who| (who, words.clone()))
            .collect(),
        ..Trigger::bare(at..at + 1, at, MeetingKind::Call, MeetingStatus::Held)
    })
}

/// Whether words name somebody with whom no state deals: "her husband Bo Kim", "reporters".
fn is_with_others(surface: &Surface, words: &Run) -> bool {
    words.clone().any(|at| {
        let word = surface.lower(at);
        OTHERS.contains(&word) || KIN.contains(&word)
    })
}

/// "In a phone call, Lee told Kim": whether a verb goes on with the call named before it in its sentence, or
/// a noun names the call in which something was told.
pub(super) fn is_of_one_call(cast: &Cast, earlier: &Trigger, trigger: &Trigger) -> bool {
    let surface = cast.surface;
    let tells = |it: &Trigger| TELLS.contains(&surface.lower(it.head));
    let calls = |it: &Trigger| it.kind == MeetingKind::Call;
    let there = |who: MemberId| trigger.parties.iter().any(|(other, _)| *other == who);
    let shared = earlier.parties.is_empty()
        || trigger.parties.is_empty()
        || earlier.parties.iter().any(|(who, _)| there(*who));
    calls(earlier)
        && calls(trigger)
        && shared
        && (tells(earlier) != tells(trigger))
        && surface.sentence_of(earlier.head) == surface.sentence_of(trigger.head)
}
