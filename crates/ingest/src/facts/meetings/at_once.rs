//! Words that stand so close that they tell of one meeting: a name and its short form in brackets, a
//! noun and what was done with it, a meeting and what it was for.

use super::Trigger;
use crate::entities::{Cast, MemberId};
use crate::surface::{Run, Surface};
use crate::tagger::Pos;
use chancery_model::{EntityKind, MeetingKind};

/// Tokens between a meeting and what it was for, at most.
const FAR: usize = 40;

/// Words of the phrase before a noun that are looked at.
const PHRASE: usize = 8;

/// Those who meet that are compared, at most.
const PARTIES: usize = 30;

/// Whether words for a meeting go on with those before: "the Oslo Dialogue (OD)", "a meeting to be
/// convened in Oslo".
pub(super) fn goes_on(cast: &Cast, before: &Trigger, trigger: &Trigger) -> bool {
    let surface = cast.surface;
    let first = trigger.run.start;
    if before.run.end >= first || surface.sentence_of(before.head) != surface.sentence_of(first) {
        return false;
    }
    let mut between = before.run.end..first;
    let short = between.len() == 1
        && surface.word(first - 1) == "("
        && surface.word(trigger.run.end) == ")";
    let is_passive = |at: usize| {
        surface.pos(at).is_adverb()
            || matches!(
                surface.lower(at),
                "to" | "be"
                    | "is"
                    | "are"
                    | "was"
                    | "were"
                    | "been"
                    | "being"
                    | "will"
                    | "has"
                    | "have"
                    | "had"
            )
    };
    let last = surface.lower(first - 1);
    let done = matches!(last, "be" | "is" | "are" | "was" | "were" | "been" | "being")
        && matches!(
            surface.lower(trigger.head),
            "convened" | "held" | "hosted" | "organized" | "organised"
        )
        && !surface.pos(before.head).is_verb()
        && between.all(is_passive);
    short || done || is_added(cast, before, trigger)
}

/// Whom such a noun's own clause names is no party: "met Kim in Lima, a meeting that Chad criticised".
pub(super) fn without_judges(cast: &Cast, triggers: &mut [Trigger]) {
    for next in 1..triggers.len() {
        let (before, rest) = triggers.split_at_mut(next);
        if let (Some(before), Some(added)) = (before.last(), rest.first_mut())
            && is_added(cast, before, added)
        {
            added.parties.clear();
        }
    }
}

/// "met Kim in Lima, a meeting that Chad criticised": a noun added to what a verb told.
fn is_added(cast: &Cast, before: &Trigger, trigger: &Trigger) -> bool {
    let surface = cast.surface;
    let first = trigger.run.start;
    let article =
        (before.run.end..first).rev().take(3).find(|at| matches!(surface.lower(*at), "a" | "an"));
    let Some(comma) = article.and_then(|at| at.checked_sub(1)) else { return false };
    surface.word(comma) == ","
        && comma >= before.run.end
        && surface.pos(before.head).is_verb()
        && !surface.pos(trigger.head).is_verb()
        && (before.kind == MeetingKind::Visit) == (trigger.kind == MeetingKind::Visit)
        && matches!(surface.lower(trigger.run.end), "that" | "which")
        && !(before.run.end..comma)
            .any(|at| surface.pos(at).is_finite_verb() && cast.mention_at(at).is_none())
}

/// Nouns for what is said at a gathering.
const SAID_THERE: &[&str] = &["conversation", "conversations", "discussion", "discussions"];

/// "take part in discussions on rivers at the Annual Conference of the Council": whether what somebody
/// talks of, with nobody who is named, is said at what the next words name.
pub(super) fn is_said_at(cast: &Cast, before: &Trigger, trigger: &Trigger) -> bool {
    let surface = cast.surface;
    let (from, to) = (before.run.end, trigger.run.start);
    if from >= to
        || to - from > FAR
        || surface.sentence_of(before.head) != surface.sentence_of(trigger.head)
        || surface.pos(before.head).is_verb()
        || surface.pos(trigger.head).is_verb()
        || !SAID_THERE.contains(&surface.lower(before.head))
        || !surface.is_capital(trigger.head)
        || matches!(trigger.kind, MeetingKind::Visit | MeetingKind::Call)
    {
        return false;
    }
    // Of two who talk there it is a meeting of their own.
    let persons = |list: &[(MemberId, Run)]| {
        let persons = list.iter().take(PARTIES).map(|(who, _)| *who);
        persons.filter(|who| cast.kind(*who) == EntityKind::Person).count()
    };
    let sides = before.parties.iter().take(PARTIES).filter_map(|(who, _)| cast.side_of(*who));
    if persons(&before.parties) > 1 || crate::entities::distinct(sides.collect()).len() > 1 {
        return false;
    }
    let within = |at: &usize| {
        let pos = surface.pos(*at);
        surface.is_capital(*at)
            || pos.is_adjective()
            || pos.is_noun()
            || pos.is_determiner()
            || matches!(pos, Pos::Number | Pos::Possessive | Pos::PossessivePronoun)
    };
    let left = (from..to).rev().take(PHRASE).take_while(within).last().unwrap_or(to);
    let at = left > from && matches!(surface.lower(left - 1), "at" | "during");
    let other = |at: usize| {
        surface.pos(at).is_finite_verb() && surface.lower(at) != "held"
            || matches!(surface.lower(at), "with" | "between" | "among" | ";" | "where" | "who")
            || matches!(surface.lower(at), "and" | ",")
                && surface.pos(at + 1).is_verb()
                && surface.pos(at + 1) != Pos::VerbGerund
    };
    at && !(from..left - 1).any(other)
}

/// "Ann Lee led discussions on the U.S. side": the part that one side had in the talks told of before.
pub(super) fn is_led_by_a_side(cast: &Cast, before: &Trigger, trigger: &Trigger) -> bool {
    let surface = cast.surface;
    let at = trigger.head;
    let sentence = surface.sentence(at);
    let talk = matches!(
        surface.lower(at),
        "consultations" | "conversations" | "discussions" | "negotiations" | "talks"
    );
    let led = (sentence.start.max(trigger.run.start.saturating_sub(2))..at).any(|at| {
        matches!(surface.lower(at), "led" | "headed" | "leads") && surface.pos(at).is_verb()
    });
    let for_side = || {
        let end = sentence.end.min(at + PHRASE);
        matches!(surface.lower(at + 1), "for" | "on")
            && surface.lower(at + 2) == "the"
            && (at + 3..end).any(|at| matches!(surface.lower(at), "side" | "sides"))
    };
    let far = surface.sentence_of(at).saturating_sub(surface.sentence_of(before.head));
    talk && led && for_side() && far <= 2 && before.head < at && before.kind != MeetingKind::Visit
}

/// "to continue their regular consultations": whether a noun only tells that a meeting goes on with
/// what was talked of before.
fn is_going_on(cast: &Cast, trigger: &Trigger) -> bool {
    let surface = cast.surface;
    let at = trigger.head;
    let first = surface.sentence(at).start.max(at.saturating_sub(PHRASE));
    let talk = matches!(
        surface.lower(at),
        "consultations" | "conversations" | "dialogue" | "discussions" | "engagement" | "talks"
    );
    if !talk || surface.pos(at).is_verb() {
        return false;
    }
    let within = |at: &usize| {
        let pos = surface.pos(*at);
        pos.is_adjective()
            || pos.is_noun()
            || pos.is_determiner()
            || matches!(pos, Pos::PossessivePronoun | Pos::VerbParticiple)
    };
    let left = (first..at).rev().take_while(within).last().unwrap_or(at);
    // A word may be taken for a noun that is the verb.
    let goes_on = |at: usize| {
        let word = surface.lower(at);
        matches!(word, "advance" | "continue" | "deepen" | "further" | "pursue")
            && at > first
            && surface.lower(at - 1) == "to"
    };
    (left.saturating_sub(1).max(first)..at).any(goes_on)
}

/// "travels to Chad, Mali, and Niger to meet with allies", "for consultations on a range of priorities":
/// whom nobody names is met at every stop, and at none more than at another. "To Chad for consultations
/// on a range of priorities" tells no more of one stop.
fn is_aim_of_tour(cast: &Cast, triggers: &[Trigger], number: usize) -> bool {
    let surface = cast.surface;
    let trigger = &triggers[number];
    let at = trigger.head;
    let Some(tour) = number.checked_sub(1).map(|before| &triggers[before]) else { return false };
    let first = surface.sentence(at).start;
    let phrase = (first.max(at.saturating_sub(PHRASE))..at).rev();
    let mut before = phrase.skip_while(|at| surface.pos(*at).is_adjective());
    let word = before.next().map_or("", |at| surface.lower(at));
    let meets = matches!(surface.lower(at), "meet" | "consult") && word == "to";
    let several = matches!(surface.lower(at), "consultations" | "meetings") && word == "for";
    let aim = (meets || several) && surface.sentence_of(tour.head) == surface.sentence_of(at);
    let topic = several && surface.lower(at) == "consultations" && surface.lower(at + 1) == "on";
    let ours = |who: MemberId| {
        let own = |(other, _): &(MemberId, Run)| *other == who || cast.side_of(*other) == Some(who);
        cast.we.contains(&who) || tour.parties.iter().take(PARTIES).any(own)
    };
    aim && tour.kind == MeetingKind::Visit
        && (tour.stops.len() > 1 || topic)
        && trigger.parties.iter().take(PARTIES).all(|(who, _)| ours(*who))
}

/// "is to go to Baku tomorrow to discuss the border": what a journey is for, with nobody who is told to
/// take part, is no meeting of its own.
fn is_aim_of_journey(cast: &Cast, triggers: &[Trigger], number: usize) -> bool {
    let surface = cast.surface;
    let trigger = &triggers[number];
    let first = surface.sentence(trigger.head).start.max(trigger.head.saturating_sub(FAR));
    let journey = triggers[..number].iter().rev().find(|it| it.head < trigger.head);
    let goes = journey.is_some_and(|it| {
        it.kind == MeetingKind::Visit
            && it.head >= first
            && surface.pos(it.head).is_verb()
            && !(it.head + 1..trigger.head).any(|at| surface.pos(at).is_finite_verb())
    });
    goes && trigger.parties.is_empty()
}

/// Whether words only tell what a meeting before them was for: "spoke with Lee to discuss the talks
/// with Mali" tells of no talks with Mali, and "met Lee to continue discussions" of one meeting.
pub(super) fn is_aim_of_another(cast: &Cast, triggers: &[Trigger], number: usize) -> bool {
    let surface = cast.surface;
    let trigger = &triggers[number];
    let at = trigger.head;
    let first = surface.sentence(at).start;
    let discuss = surface.lower(at) == "discuss" && at > first && surface.lower(at - 1) == "to";
    let going_on = || is_going_on(cast, trigger);
    if is_aim_of_tour(cast, triggers, number)
        || discuss && is_aim_of_journey(cast, triggers, number)
    {
        return true;
    }
    if !discuss && !going_on() {
        return false;
    }
    let before = triggers[..number].iter().rev().find(|earlier| earlier.head < at);
    before.is_some_and(|earlier| {
        // "to continue talks with Mali" of those who met somebody else are others.
        let known = |who: &MemberId| {
            let side = cast.side_of(*who);
            earlier.parties.iter().take(PARTIES).any(|(other, _)| {
                other == who || side == Some(*other) || cast.side_of(*other) == Some(*who)
            })
        };
        let theirs = discuss || trigger.parties.iter().take(PARTIES).all(|(who, _)| known(who));
        theirs
            && earlier.head >= first
            && at - earlier.head < if discuss { FAR } else { 2 * FAR }
            && surface.pos(earlier.head).is_verb()
            && matches!(earlier.kind, MeetingKind::Talks | MeetingKind::Call)
            && !(earlier.head + 1..at).any(|at| {
                surface.pos(at).is_finite_verb()
                    || matches!(surface.word(at), ";" | "and") && surface.pos(at + 1).is_verb()
            })
    })
}

/// Whether a meeting with others is what another was about: "spoke with Kim to discuss his meeting with
/// Lee".
pub(super) fn is_topic_of(cast: &Cast, before: &Trigger, trigger: &Trigger) -> bool {
    let surface = cast.surface;
    let first = trigger.run.start;
    let whose = (before.head + 1..first)
        .rev()
        .take(4)
        .any(|at| surface.lower(at) == "'s" || surface.pos(at) == Pos::PossessivePronoun);
    before.head < first
        && surface.sentence_of(before.head) == surface.sentence_of(first)
        && surface.pos(before.head).is_verb()
        && !surface.pos(trigger.head).is_verb()
        && matches!(surface.lower(trigger.run.end), "with")
        && (whose || surface.pos(first) == Pos::PossessivePronoun)
        && (before.head + 1..first).any(|at| surface.lower(at) == "discuss")
}

/// "will gather in Oslo to prepare for the summit": which is another one.
pub(super) fn is_prepared_for(cast: &Cast, trigger: &Trigger) -> bool {
    let surface = cast.surface;
    let first = surface.sentence(trigger.head).start;
    let within = |at: &usize| {
        let pos = surface.pos(*at);
        pos.is_determiner() || pos.is_adjective() || pos.is_noun() && surface.is_capital(*at)
    };
    let near = first.max(trigger.run.start.saturating_sub(PHRASE))..trigger.run.start;
    let left = near.rev().take_while(within).last().unwrap_or(trigger.run.start);
    left >= first + 2
        && surface.lower(left - 1) == "for"
        && surface.lower(left - 2).starts_with("prepar")
}

/// "met Lee but took no part in the talks", "met Lee, then flew to Oslo for talks"; not "met the then
/// president for talks": whether a word parts what stands before it from what stands behind.
pub(super) fn parts_them(surface: &Surface, at: usize) -> bool {
    let pos = surface.pos(at + 1);
    let next = matches!(surface.lower(at.wrapping_sub(1)), "," | "and")
        && !(pos.is_noun() || pos.is_proper() || pos.is_adjective());
    match surface.lower(at) {
        "but" => true,
        "then" => next || pos.is_verb(),
        _ => false,
    }
}
