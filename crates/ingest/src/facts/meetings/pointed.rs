//! Which occasion words may point at: none of which their own words tell that it is another.

use super::called::{goes_on, is_generic};
use super::{Occasion, PlaceWords, Trigger};
use crate::entities::{Cast, MemberId};
use crate::surface::Run;
use chancery_model::{EntityKind, MeetingKind};

/// Words after a noun for a meeting with which it goes on to tell whose, or what, it is.
const GOES_ON: &[&str] = &["about", "among", "between", "of", "with"];

/// Tokens after those words in which somebody is looked for.
const REACH: usize = 7;

/// Words for an occasion that are looked at, the latest first.
const MENTIONS: usize = 12;

/// Nouns that are of several occasions.
const SEVERAL: &[&str] =
    &["consultations", "conversations", "discussions", "engagements", "meetings", "visits"];

/// Whether the noun of a trigger is that of none of the words for an occasion, though it would have
/// to be: a dialogue is held for years and no other word for a meeting, and several meetings are not
/// one.
pub(super) fn is_of_another_sort(cast: &Cast, occasion: &Occasion, trigger: &Trigger) -> bool {
    let word = cast.surface.lower(trigger.head);
    let own = word == "dialogue" || SEVERAL.contains(&word);
    own && !occasion.mentions.iter().any(|run| cast.surface.lower(run.end - 1) == word)
}

/// "A meeting between Lee and Kim … thank you for such a robust conversation today": whether those who speak
/// tell of what they are at, where a meeting between others was told of.
pub(super) fn is_what_they_are_at(cast: &Cast, occasion: &Occasion, trigger: &Trigger) -> bool {
    let surface = cast.surface;
    let head = trigger.head;
    let today = surface.lower(head + 1) == "today"
        || trigger.run.clone().any(|at| surface.lower(at) == "today");
    let person = |who: &MemberId| cast.kind(*who) == EntityKind::Person;
    let own = trigger.parties.iter().any(|(who, _)| person(who));
    matches!(surface.lower(head), "conversation" | "discussion")
        && today
        && !own
        && occasion.mentions.iter().take(MENTIONS).any(|run| {
            surface.lower(run.end - 1) == "meeting" && surface.lower(run.end) == "between"
        })
}

/// Whether the words of a trigger name somebody who has no part in an occasion: "the meeting of the
/// G7 ministers", "the dialogue President Lee convened".
pub(super) fn tells_of_others(cast: &Cast, occasion: &Occasion, trigger: &Trigger) -> bool {
    let surface = cast.surface;
    let head = trigger.head;
    let sentence = surface.sentence(head);
    if trigger.parties.iter().any(|(who, _)| is_stranger(cast, occasion, *who)) {
        return true;
    }
    if surface.pos(head).is_verb() {
        return false;
    }
    let next = head + 1;
    let goes_on = GOES_ON.contains(&surface.lower(next));
    let after = if goes_on {
        next + 1..sentence.end.min(next + 1 + REACH)
    } else {
        // "The meeting Lee called for": right after it, in capitals all through.
        let end = (next..sentence.end.min(next + REACH)).find(|at| !surface.is_capital(*at));
        next..end.unwrap_or(next)
    };
    let before = sentence.start.max(head.saturating_sub(3))..head;
    let named = |run| {
        let mut mentions = cast.mentions_in(&run);
        mentions.any(|mention| is_stranger(cast, occasion, mention.who))
    };
    named(after) || named(before)
}

/// Whether the words of a trigger go on as a name that an occasion with a name does not have: "the
/// Summit for Democracy", where the G20 summit is told of.
pub(super) fn is_named_otherwise(cast: &Cast, occasion: &Occasion, trigger: &Trigger) -> bool {
    let surface = cast.surface;
    let mut own = goes_on(cast, &trigger.run).peekable();
    if own.peek().is_none() || surface.pos(trigger.head).is_verb() {
        return false;
    }
    // "the Cities Summit of the Americas", told of before as the Cities Summit: named alike as far as it goes.
    let called = trigger.run.clone().filter(|at| {
        let word = surface.lower(*at);
        *at < trigger.head
            && surface.is_capital(*at)
            && !surface.pos(*at).is_determiner()
            && !is_generic(word)
    });
    let own: Vec<&str> = own.chain(called.map(|at| surface.lower(at))).collect();
    let mut named = false;
    for run in occasion.mentions.iter().rev().take(MENTIONS) {
        let within = run.clone().filter(|at| surface.is_capital(*at) && *at + 1 < run.end);
        for word in within.map(|at| surface.lower(at)).chain(goes_on(cast, run)) {
            if own.contains(&word) {
                return false;
            }
            named |= word != "the";
        }
    }
    named
}

/// Whether words for a meeting tell of a place where the text was not spoken, and of nobody who is known to
/// have met: "the talks in Vienna", where "we had a good talk" was told of in Rome.
pub(super) fn is_of_another_place(
    cast: &Cast,
    occasion: &Occasion,
    trigger: &Trigger,
    here: Option<&Run>,
) -> bool {
    let surface = cast.surface;
    let (Some(PlaceWords::Place(run)), Some(here)) = (&trigger.place, here) else { return false };
    let is_there = |(who, _): &(MemberId, Run)| {
        cast.kind(*who) == EntityKind::Person
            && occasion.attendance.iter().any(|attend| attend.who == *who)
    };
    occasion.place.is_none()
        && occasion.kind != MeetingKind::Visit
        && trigger.kind != MeetingKind::Visit
        && surface.words(run) != surface.words(here)
        && !trigger.parties.iter().any(is_there)
}

/// Whether somebody neither takes part in an occasion nor stands, or is stood, for by who does.
fn is_stranger(cast: &Cast, occasion: &Occasion, who: MemberId) -> bool {
    if cast.kind(who) == EntityKind::Place || occasion.place == Some(who) {
        return false;
    }
    let side = cast.side_of(who);
    !occasion.attendance.iter().any(|attend| {
        attend.who == who
            || side == Some(attend.who)
            || cast.side_of(attend.who).is_some_and(|it| it == who)
    })
}
