//! The meeting of the same two, told of again: "the call between Lee and Kim", "his talks with Lee", and
//! "will also meet with Lee" where it was told before that they will.

use super::same::dates_agree;
use super::{Attend, Occasion, PlaceWords, Trigger};
use crate::entities::{Cast, MemberId};
use crate::surface::Run;
use crate::tagger::Pos;
use chancery_model::{AttendanceStatus, EntityKind, MeetingKind, MeetingStatus};

/// Occasions back that are looked at.
const BACK: usize = 40;

/// Words before a noun, and around a verb, that are looked at.
const PHRASE: usize = 8;

/// So many who are at an occasion are looked through.
const GUESTS: usize = 40;

/// Most persons who are compared.
const PERSONS: usize = 4;

/// Joins to an earlier occasion the words for it that point at it by the persons who meet.
pub(super) fn join_of_two(cast: &Cast, triggers: &[Trigger], occasions: &mut Vec<Occasion>) {
    let first_of = |occasion: &Occasion| {
        let run = occasion.mentions.first()?;
        let at = triggers.partition_point(|trigger| trigger.head < run.start);
        triggers[at..].iter().take_while(|it| it.head < run.end).find(|it| it.run == *run)
    };
    let first: Vec<Option<&Trigger>> = occasions.iter().map(first_of).collect();
    let persons: Vec<Option<Vec<MemberId>>> =
        occasions.iter().map(|occasion| persons_of(cast, occasion)).collect();
    let known = Known { cast, occasions, first: &first, persons: &persons };
    let mut into: Vec<usize> = (0..occasions.len()).collect();
    for later in 1..occasions.len() {
        if let Some(earlier) = known.of_the_same_two(later) {
            into[later] = into[earlier];
        }
    }
    if into.iter().enumerate().all(|(at, into)| at == *into) {
        return;
    }
    let mut joined: Vec<Option<Occasion>> = Vec::with_capacity(occasions.len());
    for (at, new) in occasions.drain(..).enumerate() {
        match joined.get_mut(into[at]).and_then(Option::as_mut) {
            Some(known) => {
                join(known, new);
                joined.push(None);
            }
            None => joined.push(Some(new)),
        }
    }
    occasions.extend(joined.into_iter().flatten());
    for occasion in occasions {
        occasion.mentions.sort_by_key(|run| run.start);
    }
}

/// Adds what is told of an occasion again to what is known of it.
fn join(known: &mut Occasion, new: Occasion) {
    known.mentions.extend(new.mentions);
    if known.when.is_unknown() {
        known.when = new.when;
    }
    known.place = known.place.or(new.place);
    let status = known.taking_part();
    for attend in new.attendance {
        let present =
            matches!(attend.status, AttendanceStatus::Attended | AttendanceStatus::Expected);
        let status = if present { status } else { attend.status };
        known.attend(Attend { status, ..attend }, false);
    }
}

/// The occasions of a text, with their first words and the persons who meet.
struct Known<'k, 'a, 't> {
    cast: &'k Cast<'a, 't>,
    occasions: &'k [Occasion],
    first: &'k [Option<&'k Trigger>],
    persons: &'k [Option<Vec<MemberId>>],
}

impl Known<'_, '_, '_> {
    /// The nearest earlier occasion of the very persons who are told to meet at a later one, if its
    /// words point at one that is known.
    fn of_the_same_two(&self, later: usize) -> Option<usize> {
        let (cast, occasion) = (self.cast, &self.occasions[later]);
        let new = self.first[later].filter(|new| is_talk(occasion.kind) && new.apart.is_empty())?;
        let back = later.saturating_sub(BACK)..later;
        if let Some(met) = officials_met(cast, new) {
            let is_it = |at: &usize| {
                let known = &self.occasions[*at];
                let same = || self.first[*at].and_then(|it| officials_met(cast, it)) == Some(met);
                same_visitor(cast, known, occasion)
                    && same()
                    && dates_agree(&known.when, &occasion.when)
                    && places_agree(cast, known, new)
                    && is_to_come(known.status) == is_to_come(occasion.status)
            };
            return back.rev().find(is_it);
        }
        let persons = self.persons[later].as_deref()?;
        let verb = cast.surface.pos(new.head).is_verb();
        let told = if verb { plans(cast, new, persons) } else { points_at(cast, new) };
        if !told {
            return None;
        }
        let own_time = !new.when.is_unknown() || new.place.is_some();
        let is_it = |at: &usize| {
            let known = &self.occasions[*at];
            let Some(first) = self.first[*at] else { return false };
            let unknown = known.when.is_unknown() && known.place.is_none();
            let fits = || {
                if verb {
                    plans(cast, first, persons)
                } else {
                    // "His meeting with Kim last month" is none of which no day is told.
                    !(own_time && unknown) && sounds_like(cast, known, first, new)
                }
            };
            self.persons[*at].as_ref().is_some_and(|it| is_same(it, persons))
                && is_talk(known.kind)
                && fits()
                && dates_agree(&known.when, &occasion.when)
                && places_agree(cast, known, new)
                // "looks forward to his meeting with Lee", whom he met before.
                && (!new.certain || is_to_come(known.status) || !is_to_come(new.status))
                && !matches!(known.status, MeetingStatus::Cancelled | MeetingStatus::Denied)
        };
        back.rev().find(is_it)
    }
}

/// The state of which nothing but "officials" are met by a verb that tells of what is to come: "will
/// meet with Chadian government officials".
fn officials_met(cast: &Cast, trigger: &Trigger) -> Option<MemberId> {
    let surface = cast.surface;
    let at = trigger.head;
    if surface.lower(at) != "meet" || surface.lower(at + 1) != "with" || !is_to_come(trigger.status)
    {
        return None;
    }
    let end = surface.sentence(at).end.min(at + 2 + PHRASE);
    let noun = (at + 2..end).find(|at| surface.lower(*at) == "officials")?;
    let mut state = None;
    for at in at + 2..noun {
        let mention = cast.mention_at(at).filter(|it| cast.kind(it.who) == EntityKind::State);
        if let Some(mention) = mention {
            if state.is_some_and(|known| known != mention.who) {
                return None;
            }
            state = Some(mention.who);
        } else if !matches!(
            surface.lower(at),
            "government" | "senior" | "the" | "high-level" | "top"
        ) {
            return None;
        }
    }
    // "officials and business leaders", "officials of three ministries": more than that.
    let goes_on =
        matches!(surface.lower(noun + 1), "and" | "," | "from" | "of" | "including" | "in");
    state.filter(|_| !goes_on)
}

/// Whether all who travel to a later occasion are at an earlier one.
fn same_visitor(cast: &Cast, known: &Occasion, later: &Occasion) -> bool {
    let mut persons = later.attendance.iter().map(|attend| attend.who).take(GUESTS);
    let at_known = |who: MemberId| known.attendance.iter().take(GUESTS).any(|it| it.who == who);
    let person = |who: &MemberId| cast.kind(*who) == EntityKind::Person;
    persons.clone().any(|who| person(&who)) && persons.all(|who| !person(&who) || at_known(who))
}

const fn is_talk(kind: MeetingKind) -> bool {
    matches!(kind, MeetingKind::Talks | MeetingKind::Call | MeetingKind::Consultation)
}

const fn is_to_come(status: MeetingStatus) -> bool {
    matches!(status, MeetingStatus::Planned | MeetingStatus::Proposed)
}

/// The persons at an occasion, if they are two or a few more.
fn persons_of(cast: &Cast, occasion: &Occasion) -> Option<Vec<MemberId>> {
    let who = occasion.attendance.iter().map(|attend| attend.who);
    let persons: Vec<MemberId> =
        who.filter(|who| cast.kind(*who) == EntityKind::Person).take(PERSONS + 1).collect();
    (2..=PERSONS).contains(&persons.len()).then_some(persons)
}

fn is_same(one: &[MemberId], other: &[MemberId]) -> bool {
    one.len() == other.len() && one.iter().all(|who| other.contains(who))
}

fn places_agree(cast: &Cast, known: &Occasion, new: &Trigger) -> bool {
    match (known.place, &new.place) {
        (Some(place), Some(PlaceWords::Place(run))) => {
            cast.kind(place) != EntityKind::Place
                || cast.member(place).name == cast.surface.words(run)
        }
        (Some(place), Some(PlaceWords::State(state))) => {
            cast.kind(place) != EntityKind::State || place == *state
        }
        _ => true,
    }
}

/// Whether a noun points at a meeting that is known: "the Secretary's meeting with", "the call
/// between", and not "a second meeting with".
fn points_at(cast: &Cast, new: &Trigger) -> bool {
    let surface = cast.surface;
    let at = new.head;
    let with = surface.lower(at + 1);
    if surface.pos(at).is_plural() && surface.lower(at) != "talks" && with != "with"
        || !matches!(with, "with" | "between")
        || surface.is_capital(at)
    {
        return false;
    }
    let first = surface.sentence(at).start.max(at.saturating_sub(PHRASE));
    for left in (first..at).rev() {
        let word = surface.lower(left);
        let pos = surface.pos(left);
        if matches!(pos, Pos::Possessive | Pos::PossessivePronoun)
            || matches!(word, "the" | "that" | "this" | "'s" | "’s")
        {
            return true;
        }
        let other = crate::clauses::is_ordinal(word)
            || matches!(
                word,
                "a" | "an"
                    | "any"
                    | "another"
                    | "future"
                    | "last"
                    | "next"
                    | "no"
                    | "previous"
                    | "prior"
                    | "earlier"
                    | "recent"
                    | "some"
                    | "further"
                    | "more"
                    | "possible"
            );
        if other {
            return false;
        }
        if !(pos.is_adjective() || pos.is_noun()) {
            // "until after conversation between Lee and Kim"
            return left + 1 == at && with == "between" && pos == Pos::Preposition;
        }
    }
    false
}

/// Whether a noun may stand for what the words for an occasion tell: a call is spoken, and no one meets
/// on the telephone.
fn sounds_like(cast: &Cast, known: &Occasion, first: &Trigger, new: &Trigger) -> bool {
    let surface = cast.surface;
    let word = surface.lower(new.head);
    let spoken = ["conver", "discuss", "exchange", "talk", "consult"];
    if spoken.iter().any(|stem| word.starts_with(stem)) {
        return true;
    }
    let told = surface.lower(first.head);
    let speaks = spoken.iter().any(|stem| told.starts_with(stem)) || told.starts_with("sp");
    if word.starts_with("call") {
        known.kind == MeetingKind::Call || speaks
    } else {
        known.kind != MeetingKind::Call
    }
}

/// Whether a verb tells that two will meet, and names whom one of them will: "will also meet with Lee".
fn plans(cast: &Cast, trigger: &Trigger, persons: &[MemberId]) -> bool {
    let surface = cast.surface;
    let at = trigger.head;
    let meets = matches!(surface.lower(at), "meet" | "see" | "speak" | "talk" | "confer");
    if !meets || !surface.pos(at).is_verb() || !is_to_come(trigger.status) {
        return false;
    }
    let sentence = surface.sentence(at);
    let mut around = sentence.start.max(at.saturating_sub(PHRASE))..sentence.end.min(at + PHRASE);
    let anew = around.any(|at| {
        matches!(
            surface.lower(at),
            "again"
                | "another"
                | "bilaterally"
                | "separately"
                | "later"
                | "trilaterally"
                | "individually"
        )
    });
    let end = trigger.parties.iter().map(|(_, words)| words.end).max().unwrap_or(at);
    let behind: Run = at + 1..end.min(sentence.end).max(at + 1);
    let named = |who: &MemberId| cast.mentions_in(&behind).any(|mention| mention.who == *who);
    !anew && persons.iter().filter(|who| named(who)).count() + 1 >= persons.len()
}
