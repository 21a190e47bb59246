//! Whether a mention speaks of a meeting that is known already.

use super::before_that::{is_before_that, is_long_gone};
use super::called::{
    MANY, is_a_meal_beside, is_called_apart, is_on_something_else, may_speak_of, only_one_called,
};
use super::pointed::{
    is_named_otherwise, is_of_another_sort, is_what_they_are_at, tells_of_others,
};
use super::{Occasion, PlaceWords, Teller, Trigger};
use crate::clauses::is_month;
use crate::entities::{Cast, MemberId};
use crate::surface::Run;
use chancery_model::{Date, EntityKind, MeetingKind, MeetingStatus, When};
use std::cell::LazyCell;

/// Kinds that one noun may stand for.
pub(super) fn kinds_agree(cast: &Cast, known: MeetingKind, trigger: &Trigger, word: &str) -> bool {
    let before = cast.surface.lower(trigger.head.wrapping_sub(1));
    let (the, points) = (before == "the", matches!(before, "that" | "this"));

    let sitting = |kind| {
        matches!(
            kind,
            MeetingKind::Talks
                | MeetingKind::Summit
                | MeetingKind::Conference
                | MeetingKind::Consultation
        )
    };
    match word {
        "talks" | "negotiations" | "discussions" | "discussion" => matches!(
            known,
            MeetingKind::Talks | MeetingKind::Consultation | MeetingKind::Conference
        ),
        "confer" | "conferred" | "consult" | "consulted" | "discuss" | "discusses"
        | "discussed" => known != MeetingKind::Visit,
        "conversation" => matches!(known, MeetingKind::Talks | MeetingKind::Call),
        "meeting" | "session" | "met" | "meet" => {
            sitting(known) || known == MeetingKind::Call && word == "meeting"
        }
        "dialogue" => sitting(known),
        // "Lee met Kim …, but the consultations ended without agreement"
        // "on the fringes of a summit … In that gathering"
        "gathering" if points && known == MeetingKind::Summit => true,
        "consultations" if the => known == MeetingKind::Talks,
        "event" if trigger.definite && known == MeetingKind::Other => true,
        _ => {
            known == trigger.kind
                || sitting(known) && sitting(trigger.kind) && trigger.kind == MeetingKind::Talks
        }
    }
}

/// The occasion that a trigger speaks of, if it is one known already.
pub(super) fn same_occasion(
    cast: &Cast,
    occasions: &[Occasion],
    trigger: &Trigger,
    (spoken, published): (bool, Option<Date>),
) -> Option<usize> {
    let word = cast.surface.lower(trigger.head);
    // "will then travel to Cairo": a leg of the tour that was told of as a whole.
    if trigger.kind == MeetingKind::Visit
        && let Some(PlaceWords::Place(run)) = &trigger.place
    {
        let leg = cast.surface.words(run);
        let near = occasions.len().saturating_sub(30);
        let tour = (near..occasions.len()).rev().find(|at| {
            let occasion = &occasions[*at];
            occasion.stops.iter().any(|stop| stop == leg)
                && !days_of_their_own(&occasion.when, &trigger.when)
                && status_agrees(occasion.status, trigger.status, true)
                && trigger
                    .parties
                    .iter()
                    .any(|(who, _)| occasion.attendance.iter().any(|attend| attend.who == *who))
        });
        if tour.is_some() {
            return tour;
        }
    }
    let only = LazyCell::new(|| only_one_called(cast, occasions, trigger));
    let is_only = |occasion: &Occasion| is_at(occasions, *only, occasion);
    let may_be = |occasion: &Occasion| {
        let told = !is_named_otherwise(cast, occasion, trigger)
            && !is_called_apart(cast, occasion, trigger)
            && !is_a_meal_beside(cast, &occasion.mentions, &trigger.run)
            && !is_on_something_else(cast, occasion, &trigger.run)
            && !is_another_round(cast, occasion, trigger)
            && !is_before_that(cast, occasion, trigger)
            && !is_long_gone(cast, (occasions, occasion), trigger, published)
            && !is_of_its_month(cast, occasion, trigger)
            && !is_before_what_comes(occasion, trigger, published.filter(|_| spoken))
            && !is_later_than(cast, occasion, trigger, published);
        !spoken && told
            || trigger.kind == MeetingKind::Visit
            || told
                && !is_of_another_sort(cast, occasion, trigger)
                && !is_what_they_are_at(cast, occasion, trigger)
                && (shares_two(cast, occasion, trigger)
                    || !tells_of_others(cast, occasion, trigger))
    };
    // "The meeting" is the one that was called a meeting, sooner than a ministerial.
    let alike = |occasion: &Occasion| {
        let called = occasion.mentions.iter().any(|run| cast.surface.lower(run.end - 1) == word);
        called
            && (!spoken
                || is_at_hand(cast, occasion, trigger) && may_speak_of(cast, occasion, trigger)
                || is_only(occasion))
            && may_be(occasion)
    };
    let sooner = trigger.definite && !cast.surface.pos(trigger.head).is_verb();
    if sooner && let Some(at) = find_occasion(cast, occasions, trigger, word, true, &alike) {
        return Some(at);
    }
    // In speech "that meeting" is the one that was spoken of just now, or none that is told of; and
    // "the talks today" are those with which the speaker began.
    let dated = trigger.when.from.is_some_and(Date::is_day);
    let began = LazyCell::new(|| dated.then(|| began_with(cast, occasions)).flatten());
    let any = |occasion: &Occasion| {
        let is_near = !spoken
            || may_speak_of(cast, occasion, trigger)
                && (is_at_hand(cast, occasion, trigger)
                    || shares_two(cast, occasion, trigger)
                    || is_at(occasions, *began, occasion)
                    || is_only(occasion));
        is_near && may_be(occasion)
    };
    // "would make the gathering too political"
    let is_only_thought_of = word == "gathering" && trigger.status == MeetingStatus::Planned;
    find_occasion(cast, occasions, trigger, word, true, &any)
        // "that summit", its status left open: also one that is still to come.
        .or_else(|| {
            if trigger.definite && (!trigger.certain || is_only_thought_of) {
                find_occasion(cast, occasions, trigger, word, false, &any)
            } else {
                None
            }
        })
}

/// "will see him in Lima" … "the meeting over the weekend": in speech, what was before the text is not
/// what is to come.
fn is_before_what_comes(occasion: &Occasion, trigger: &Trigger, published: Option<Date>) -> bool {
    let over = trigger.when.to.zip(published.filter(|day| day.is_day()));
    over.is_some_and(|(to, told)| to.is_day() && to.last_day() < told.first_day())
        && matches!(trigger.kind, MeetingKind::Talks | MeetingKind::Call)
        && occasion.when.is_unknown()
        && matches!(occasion.status, MeetingStatus::Planned | MeetingStatus::Proposed)
}

/// "talked with Kim today" … "will host him for a dialogue later this year": the year is this one, but what
/// is to come in it is not what has been.
fn is_later_than(
    cast: &Cast,
    occasion: &Occasion,
    trigger: &Trigger,
    published: Option<Date>,
) -> bool {
    let words = trigger.when.words.and_then(|span| cast.surface.text_of(span));
    let later = words.is_some_and(|words| {
        let mut words = words.split_whitespace();
        words.next().is_some_and(|word| word.eq_ignore_ascii_case("later"))
            && words.any(|word| matches!(word, "month" | "week" | "year"))
    });
    let over = occasion.when.to.filter(|day| day.is_day()).zip(published);
    let over = over.is_some_and(|(to, told)| to.last_day() <= told.last_day());
    later && over && matches!(occasion.status, MeetingStatus::Held | MeetingStatus::Ongoing)
}

/// Whether an occasion is the one at a place.
fn is_at(occasions: &[Occasion], at: Option<usize>, occasion: &Occasion) -> bool {
    at.and_then(|at| occasions.get(at)).is_some_and(|it| std::ptr::eq(it, occasion))
}

/// The first meeting of two persons that a text tells of, if it is among the first [`MANY`].
pub(super) fn began_with(cast: &Cast, occasions: &[Occasion]) -> Option<usize> {
    occasions.iter().take(MANY).position(|it| {
        let mut persons =
            it.attendance.iter().filter(|attend| cast.kind(attend.who) == EntityKind::Person);
        it.kind != MeetingKind::Visit && persons.nth(1).is_some()
    })
}

/// Whether words for talks tell of another round than those of an occasion do: "the first round", where
/// some met for their second.
pub(super) fn is_another_round(cast: &Cast, occasion: &Occasion, trigger: &Trigger) -> bool {
    let Some(own) = round_of(cast, &trigger.run) else { return false };
    let mut known = occasion.mentions.iter().take(MANY).filter_map(|run| round_of(cast, run));
    known.next().is_some_and(|first| first != own && known.all(|round| round != own))
}

/// "preceded by a meeting of theirs … building upon the September 2021 meeting": whether words tell by a
/// month which meeting they mean, where an occasion was told of without one.
pub(super) fn is_of_its_month(cast: &Cast, occasion: &Occasion, trigger: &Trigger) -> bool {
    let surface = cast.surface;
    let year = surface.lower(trigger.run.start + 1);
    !surface.pos(trigger.head).is_verb()
        && is_month(surface.lower(trigger.run.start))
        && year.len() == 4
        && year.bytes().all(|digit| digit.is_ascii_digit())
        && occasion.when.is_unknown()
}

/// Which round words for talks tell of: "second" of "their second round of peace talks".
fn round_of<'s>(cast: &'s Cast, run: &Run) -> Option<&'s str> {
    let surface = cast.surface;
    let first = surface.sentence(run.start).start.max(run.start.saturating_sub(6));
    let mut before = (first..run.end).rev();
    let round = before.find(|at| surface.lower(*at) == "round" && *at > first)?;
    let told = (round + 1..run.start).all(|at| {
        let pos = surface.pos(at);
        surface.lower(at) == "of" || pos.is_adjective() || pos.is_noun() || pos.is_determiner()
    });
    let word = surface.lower(round - 1);
    (told && crate::clauses::is_ordinal(word)).then_some(word)
}

/// Words behind "between" that name those who meet, at most.
const BETWEEN: usize = 16;

/// Words between "this" and the words for a meeting, at most.
const POINTS: usize = 2;

/// Sentences between them and what they point at, at most.
const NEXT: usize = 2;

/// Sentences, and paragraphs, within which an occasion is at hand for words that only point at it.
const AT_HAND: (usize, usize) = (4, 2);

/// Whether an occasion was told of shortly before a trigger.
pub(super) fn is_at_hand(cast: &Cast, occasion: &Occasion, trigger: &Trigger) -> bool {
    let surface = cast.surface;
    occasion.mentions.iter().rev().take(MANY).any(|run| {
        let sentences = surface.sentence_of(run.start).abs_diff(surface.sentence_of(trigger.head));
        let paragraphs =
            surface.paragraph_of(run.start).abs_diff(surface.paragraph_of(trigger.head));
        sentences <= AT_HAND.0 && paragraphs <= AT_HAND.1
    })
}

/// Whether two who are told to take part in one are told to in the other.
pub(super) fn shares_two(cast: &Cast, occasion: &Occasion, trigger: &Trigger) -> bool {
    let persons =
        || trigger.parties.iter().filter(|(who, _)| cast.kind(*who) == EntityKind::Person);
    let there = |who: MemberId| occasion.attendance.iter().any(|attend| attend.who == who);
    persons().filter(|(who, _)| there(*who)).count() >= 2
}

fn find_occasion(
    cast: &Cast,
    occasions: &[Occasion],
    trigger: &Trigger,
    word: &str,
    by_status: bool,
    among: &dyn Fn(&Occasion) -> bool,
) -> Option<usize> {
    let near = occasions.len().saturating_sub(30);
    let fits = |occasion: &Occasion| {
        kinds_agree(cast, occasion.kind, trigger, word)
            && dates_agree(&occasion.when, &trigger.when)
            && !(trigger.kind == MeetingKind::Visit
                && days_of_their_own(&occasion.when, &trigger.when))
            && (!by_status || status_agrees(occasion.status, trigger.status, trigger.definite))
            && places_agree(cast, occasion, trigger)
            && (names_agree(occasion, trigger) || is_pointed_at(cast, occasion, trigger))
    };
    let persons = |who: &MemberId| cast.kind(*who) == EntityKind::Person;
    let principal = |list: Vec<MemberId>| -> Vec<MemberId> {
        let named: Vec<MemberId> = list.iter().copied().filter(persons).collect();
        if named.is_empty() { list } else { named }
    };
    let new: Vec<MemberId> = principal(trigger.parties.iter().map(|(who, _)| *who).collect());
    let indefinite =
        matches!(cast.surface.lower(trigger.run.start.wrapping_sub(1)), "a" | "an" | "another")
            || matches!(cast.surface.lower(trigger.run.start), "a" | "an" | "another");
    let is_it = |at: &usize| {
        let occasion = &occasions[*at];
        if !among(occasion) || !fits(occasion) || has_those_away(cast, occasion, trigger) {
            return false;
        }
        let old: Vec<MemberId> =
            principal(occasion.attendance.iter().map(|attend| attend.who).collect());
        let shared = new.iter().filter(|who| old.contains(who)).count();
        let contained =
            new.iter().all(|who| old.contains(who)) || old.iter().all(|who| new.contains(who));
        if trigger.definite || trigger.weak {
            // "the talks" may add a party but not replace them all.
            // "the meeting between Chad and Mali" is none that lacks one of them.
            let between = trigger.parties.len() > 1
                && !old.is_empty()
                && (cast.surface.lower(trigger.head + 1) == "between"
                    && !contained
                    && !same_sides_all(cast, &new, &old)
                    || is_between_others(cast, occasion, trigger));
            // A gathering of many may be joined by more: "At the conference, Lee said".
            let many = matches!(occasion.kind, MeetingKind::Conference | MeetingKind::Summit)
                && occasion.kind == trigger.kind
                && word != "meeting"
                && !new.iter().any(|who| cast.kind(*who) == EntityKind::Organization);
            return many
                || is_the_event(cast, occasion, trigger)
                || !between
                    && (new.is_empty()
                        || old.is_empty()
                        || shared > 0
                        || same_sides(cast, &new, &old)
                        || is_joined_by_more(cast, occasion, trigger));
        }
        if new.is_empty() {
            // Bare "talks" again, or "this week's meeting": dated like the one known.
            return !indefinite
                && !trigger.when.is_unknown()
                && !occasion.when.is_unknown()
                && trigger.place.is_none();
        }
        let visit = trigger.kind == MeetingKind::Visit;
        contained
            && (shared >= 2
                || visit
                    && shared >= 1
                    && !old.is_empty()
                    && trigger_place_known(cast, occasion, trigger))
            && (trigger.status == occasion.status)
    };
    // "The meeting between Lee and Kim": sooner one at which both are known to have been.
    let two = new.iter().filter(|who| persons(who)).nth(1).is_some();
    let both = |at: &usize| {
        let there = |who: &MemberId| occasions[*at].attendance.iter().any(|it| it.who == *who);
        new.iter().filter(|who| persons(who)).all(there)
    };
    let sooner = || (near..occasions.len()).rev().filter(both).find(is_it);
    two.then(sooner).flatten().or_else(|| (near..occasions.len()).rev().find(is_it))
}

/// "Lee met Kim in Lima. Bo Ek and Ann Oh took part in the talks": others who were there too, told right
/// after those who met.
fn is_joined_by_more(cast: &Cast, occasion: &Occasion, trigger: &Trigger) -> bool {
    let surface = cast.surface;
    let here = surface.sentence_of(trigger.head);
    let last = occasion.mentions.last().map(|run| surface.sentence_of(run.start));
    let first = surface.sentence(trigger.head).start.max(trigger.head.saturating_sub(8));
    let attends = (first..trigger.head).any(|at| {
        matches!(surface.lower(at), "attended" | "joined" | "participated" | "present")
            || surface.reads(at, &["took", "part"])
    });
    // "The three-hour meeting was hosted by Crown Prince Lee"
    let end = surface.sentence(trigger.head).end.min(trigger.head + 5);
    let attends = attends
        || (trigger.head + 1..end).any(|at| {
            matches!(
                surface.lower(at),
                "attended"
                    | "brokered"
                    | "chaired"
                    | "hosted"
                    | "joined"
                    | "mediated"
                    | "moderated"
            ) && surface.lower(at + 1) == "by"
        });
    if !attends || last.is_none_or(|last| last + 1 != here) {
        return false;
    }
    let met = occasion.mentions.iter().any(|run| {
        matches!(
            surface.lower(run.end - 1),
            "hosted" | "meeting" | "met" | "received" | "talks" | "welcomed"
        )
    });
    let persons = trigger.parties.iter().all(|(who, _)| cast.kind(*who) == EntityKind::Person);
    // "the funeral talks in Rome" are others, "the 33-minute talks" are not.
    let length = |at: &usize| {
        let word = surface.lower(*at);
        surface.pos(*at).is_adjective()
            || matches!(word, "-" | "day" | "hour" | "minute" | "hours" | "minutes")
            || word.bytes().any(|byte| byte.is_ascii_digit())
    };
    let the = (trigger.head.saturating_sub(6)..trigger.head)
        .rev()
        .find(|at| !length(at))
        .is_some_and(|at| surface.lower(at) == "the");
    let told_more = trigger.place.is_some() && occasion.place.is_none()
        || !trigger.when.is_unknown() && occasion.when.is_unknown();
    met && persons && the && !told_more
}

/// Whether somebody who is told to be away from a meeting is known to have met at this one.
fn has_those_away(cast: &Cast, occasion: &Occasion, trigger: &Trigger) -> bool {
    let there = |who: &MemberId| {
        occasion.attendance.iter().any(|attend| attend.who == *who && attend.by == Teller::Words)
    };
    trigger.away.iter().any(|who| cast.kind(*who) == EntityKind::Person && there(who))
}

fn trigger_place_known(cast: &Cast, occasion: &Occasion, trigger: &Trigger) -> bool {
    match &trigger.place {
        Some(PlaceWords::State(state)) => occasion.place == Some(*state),
        Some(PlaceWords::Place(run)) => {
            occasion.place.is_some_and(|place| cast.member(place).name == cast.place_name(run))
        }
        None => true,
    }
}

/// "Russia and the United States" and "Rubio and Lavrov" are the same sides.
fn same_sides(cast: &Cast, new: &[MemberId], old: &[MemberId]) -> bool {
    let sides = |list: &[MemberId]| -> Vec<MemberId> {
        list.iter().filter_map(|who| cast.side_of(*who)).collect()
    };
    let (new, old) = (sides(new), sides(old));
    new.iter().any(|side| old.contains(side))
}

/// Whether every side of the new parties is among the old.
fn same_sides_all(cast: &Cast, new: &[MemberId], old: &[MemberId]) -> bool {
    let old: Vec<MemberId> = old.iter().filter_map(|who| cast.side_of(*who)).collect();
    new.iter().all(|who| cast.side_of(*who).is_some_and(|side| old.contains(&side)))
}

/// "The meeting today between Chad and Mali", where that of Chad with Togo is known: whether a noun tells
/// between whom, and each of the two has a side that the other has not.
pub(super) fn is_between_others(cast: &Cast, occasion: &Occasion, trigger: &Trigger) -> bool {
    let surface = cast.surface;
    let end = surface.sentence(trigger.head).end;
    let mut after =
        (trigger.head + 1..end.min(trigger.head + 6)).take_while(|at| !surface.pos(*at).is_verb());
    let between = after.find(|at| surface.lower(*at) == "between");
    // "The Lee-Kim meeting", "Lee's and Kim's meeting", "the Chadian-Malian talks".
    let hyphened = |it: &(MemberId, Run)| {
        cast.kind(it.0) == EntityKind::State && surface.word(it.1.start).contains('-')
    };
    let own = |it: &&(MemberId, Run)| {
        let before = it.1.start..trigger.head;
        it.1.end == trigger.head + 1
            && (1..BETWEEN).contains(&before.len())
            && (cast.kind(it.0) == EntityKind::Person || hyphened(it))
            && !before.into_iter().any(|at| surface.pos(at).is_verb() && !surface.is_capital(at))
    };
    let pair = trigger.parties.iter().take(MANY).filter(own).count() > 1;
    if between.is_none() && (!pair || surface.pos(trigger.head).is_verb()) {
        return false;
    }
    let between = between.unwrap_or(trigger.head);
    let named = (between + 1..end.min(between + BETWEEN))
        .take_while(|at| {
            between > trigger.head && !surface.pos(*at).is_verb() && surface.word(*at) != ","
        })
        .last()
        .map_or(between, |last| last + 1);
    let side = |who: MemberId| cast.side_of(who).unwrap_or(who);
    let official = |who: &MemberId| cast.kind(*who) != EntityKind::Place;
    let of = |list: &mut dyn Iterator<Item = MemberId>| -> Vec<MemberId> {
        list.take(MANY).filter(official).map(side).collect()
    };
    let known = of(&mut occasion.attendance.iter().map(|it| it.who));
    let words = between..named;
    let mut named = cast.mentions_in(&words).map(|it| it.who);
    let own = of(&mut trigger.parties.iter().map(|it| it.0).chain(&mut named));
    let two = own.iter().any(|side| *side != own[0]);
    two && are_other_persons(cast, occasion, trigger, words.clone())
        || two
            && known.iter().any(|side| !own.contains(side))
            && own.iter().any(|side| !known.contains(side))
}

/// "The visit follows the meeting between Lee and Kim", where ministers of both are to meet: whether two
/// persons are named behind "between", and others are known to have part in an occasion.
fn are_other_persons(cast: &Cast, occasion: &Occasion, trigger: &Trigger, words: Run) -> bool {
    let person = |who: &MemberId| cast.kind(*who) == EntityKind::Person;
    let behind = words.start > trigger.head;
    let own: Vec<MemberId> =
        cast.mentions_in(&words).map(|it| it.who).filter(person).take(MANY).collect();
    let known = occasion.attendance.iter().take(MANY).filter(|it| it.by == Teller::Words);
    let mut known = known.map(|it| it.who).filter(person).peekable();
    behind
        && own.iter().any(|who| *who != own[0])
        && known.peek().is_some()
        && known.all(|who| !own.contains(&who))
}

/// "Signed the accords at a ceremony … joined for the event": what is no meeting is an event, whoever is
/// told to have come to it.
fn is_the_event(cast: &Cast, occasion: &Occasion, trigger: &Trigger) -> bool {
    cast.surface.lower(trigger.head) == "event"
        && trigger.definite
        && occasion.kind == MeetingKind::Other
        && is_at_hand(cast, occasion, trigger)
}

/// "During this important UN session": words that point at what was told of just before, without a name,
/// may add whose it is.
fn is_pointed_at(cast: &Cast, occasion: &Occasion, trigger: &Trigger) -> bool {
    let surface = cast.surface;
    let first = surface.sentence(trigger.head).start.max(trigger.run.start.saturating_sub(POINTS));
    let mut before = first..=trigger.run.start;
    let last = occasion.mentions.last();
    trigger.definite
        && trigger.kind != MeetingKind::Visit
        && occasion.kind != MeetingKind::Visit
        && occasion.names.is_empty()
        && occasion.attendance.is_empty()
        && before.any(|at| matches!(surface.lower(at), "this" | "these"))
        && last.is_some_and(|run| {
            let apart = surface.sentence_of(run.start).abs_diff(surface.sentence_of(trigger.head));
            apart <= NEXT
        })
}

/// A meeting with a name of its own is not one that bears another name, or none.
fn names_agree(occasion: &Occasion, trigger: &Trigger) -> bool {
    trigger.name.is_empty()
        || trigger.name.iter().any(|name| occasion.names.contains(name))
            && (trigger.name.iter().all(|name| occasion.names.contains(name))
                || occasion.names.iter().all(|name| trigger.name.contains(name)))
        || (occasion.names.is_empty()
            && trigger
                .parties
                .iter()
                .any(|(who, _)| occasion.attendance.iter().any(|attend| attend.who == *who)))
}

/// Whether both are told from one day to another, and not the same: "from March 4 to 11" is the
/// tour, "from March 4 to 5" its first leg.
fn days_of_their_own(known: &When, new: &When) -> bool {
    let (Some(first), Some(last)) = (known.first_day(), known.last_day()) else { return false };
    let (Some(new_first), Some(new_last)) = (new.first_day(), new.last_day()) else { return false };
    let several = |when: &When| {
        let day = |date: Option<Date>| date.is_some_and(|date| date.first_day() == date.last_day());
        when.from != when.to && day(when.from) && day(when.to)
    };
    several(known) && several(new) && (first, last) != (new_first, new_last)
}

pub(super) fn dates_agree(known: &When, new: &When) -> bool {
    let (Some(first), Some(last)) = (known.first_day(), known.last_day()) else { return true };
    let (Some(new_first), Some(new_last)) = (new.first_day(), new.last_day()) else { return true };
    first <= new_last && new_first <= last
}

const fn status_agrees(known: MeetingStatus, new: MeetingStatus, definite: bool) -> bool {
    use MeetingStatus::{Cancelled, Held, Ongoing, Planned, Proposed};
    match (known, new) {
        (Held | Ongoing, Held | Ongoing)
        | (Planned | Proposed, Planned | Proposed)
        | (Cancelled, Cancelled) => true,
        // "the summit was cancelled": what was planned, called off later in the text.
        (Planned | Proposed, Cancelled) | (Cancelled, Planned | Proposed) | (Ongoing, Planned) => {
            definite
        }
        _ => false,
    }
}

fn places_agree(cast: &Cast, occasion: &Occasion, trigger: &Trigger) -> bool {
    let (Some(known), Some(new)) = (occasion.place, &trigger.place) else { return true };
    match new {
        PlaceWords::Place(run) => {
            cast.kind(known) != EntityKind::Place || cast.member(known).name == cast.place_name(run)
        }
        PlaceWords::State(state) => cast.kind(known) != EntityKind::State || known == *state,
    }
}
