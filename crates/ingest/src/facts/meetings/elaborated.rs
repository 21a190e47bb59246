//! Words that go on with a meeting just told of, without naming anybody who is new to it: "These
//! consultations … the UN consultations", "She met officials, including Lee. … She discussed with Chadian officials".

use super::one_name::{may_be_one, name_of};
use super::same::dates_agree;
use super::{Occasion, Trigger};
use crate::entities::{Cast, MemberId};
use chancery_model::{EntityKind, MeetingKind};

/// Occasions back, words for each, and those who take part, that are looked at.
const BACK: usize = 6;
const WORDS: usize = 8;
const MANY: usize = 24;
/// Words of the phrase before a noun, and around a verb, that are looked at.
const PHRASE: usize = 6;
/// Sentences from words that point at talks to those that name them again, and paragraphs from whom
/// somebody met to what they discussed.
const NEXT: usize = 2;
const NEAR: usize = 2;

/// The talks that "these consultations" spoke of, where the same noun tells of them again.
pub(super) fn by_pointing(
    cast: &Cast,
    occasions: &[Occasion],
    of: &[Vec<&Trigger>],
    later: usize,
) -> Option<usize> {
    let surface = cast.surface;
    let new = *of[later].first()?;
    let talks = &occasions[later];
    if surface.pos(new.head).is_verb()
        || matches!(talks.kind, MeetingKind::Visit)
        || !starts_with(cast, new, &["the", "these", "this"])
    {
        return None;
    }
    let word = surface.lower(new.head);
    (later.saturating_sub(BACK)..later).rev().find(|at| {
        let known = &occasions[*at];
        let points = |it: &&Trigger| {
            surface.lower(it.head) == word
                && starts_with(cast, it, &["these", "this"])
                && (surface.sentence_of(it.head) + 1..=surface.sentence_of(it.head) + NEXT)
                    .contains(&surface.sentence_of(new.head))
        };
        known.kind == talks.kind
            && of[*at].iter().take(WORDS).any(points)
            && is_theirs(cast, known, new)
            && may_be_at_once(known, talks)
    })
}

/// Whether a word of a list leads the phrase of a noun.
fn starts_with(cast: &Cast, noun: &Trigger, words: &[&str]) -> bool {
    let surface = cast.surface;
    let first = surface.sentence(noun.head).start.max(noun.head.saturating_sub(PHRASE));
    let within = |at: &usize| {
        let pos = surface.pos(*at);
        pos.is_adjective() || pos.is_noun() || pos.is_determiner() || surface.is_capital(*at)
    };
    let mut phrase = (first..noun.head).rev().take_while(within);
    let led = phrase.find(|at| surface.pos(*at).is_determiner());
    led.is_some_and(|at| words.contains(&surface.lower(at)))
        && !(first..noun.head).any(|at| matches!(surface.lower(at), "last" | "next" | "previous"))
}

/// Whether whoever the phrase of a noun names takes part in an occasion: "the UN consultations".
fn is_theirs(cast: &Cast, known: &Occasion, noun: &Trigger) -> bool {
    let surface = cast.surface;
    let first = surface.sentence(noun.head).start.max(noun.head.saturating_sub(PHRASE));
    let there = |who: MemberId| {
        let mut known = known.attendance.iter().take(MANY).map(|it| it.who);
        known.any(|it| it == who || cast.side_of(it) == Some(who))
    };
    let named = (first..noun.head).rev().take_while(|at| surface.is_capital(*at));
    let named: Vec<usize> = named.filter(|at| !surface.pos(*at).is_determiner()).collect();
    named.is_empty() && name_of(cast, noun).is_empty()
        || !named.is_empty()
            && named.iter().all(|at| {
                let who = cast.mention_at(*at).map(|it| it.who);
                let body = |who: &MemberId| cast.kind(*who) == EntityKind::Organization;
                who.is_some_and(|who| there(who) || body(&who) && known.attendance.is_empty())
            })
}

/// "met with senior officials, including the Prime Minister. … She discussed with Chadian officials": the meeting
/// of which it is told what some discussed there, if it is the only one of theirs.
pub(super) fn by_officials(
    cast: &Cast,
    occasions: &[Occasion],
    of: &[Vec<&Trigger>],
    later: usize,
) -> Option<usize> {
    let surface = cast.surface;
    let new = *of[later].first()?;
    let talks = &occasions[later];
    let with = new.head + 1;
    if of[later].len() > 1
        || talks.kind != MeetingKind::Talks
        || !matches!(surface.lower(new.head), "discuss" | "discussed" | "discusses")
        || surface.lower(with) != "with"
    {
        return None;
    }
    let end = surface.sentence(with).end.min(with + PHRASE);
    let officials = (with..end).any(|at| is_official(surface.lower(at)));
    let first = surface.sentence(new.head).start.max(new.head.saturating_sub(PHRASE));
    let anew = (first..end).any(|at| {
        matches!(surface.lower(at), "also" | "later" | "separate" | "separately" | "then" | "again")
    });
    let all: Vec<MemberId> = talks.attendance.iter().take(MANY).map(|it| it.who).collect();
    let person = |who: &MemberId| cast.kind(*who) == EntityKind::Person;
    let state = |who: &MemberId| cast.kind(*who) == EntityKind::State;
    if !officials || anew || !all.iter().any(person) || !all.iter().any(state) {
        return None;
    }
    // Where somebody in office was met, rather than others of the same state.
    let in_office = |at: &usize| {
        let mut there = occasions[*at].attendance.iter().take(MANY).map(|it| it.who);
        let theirs = |who: MemberId| cast.side_of(who).is_none_or(|side| all.contains(&side));
        there.any(|who| person(&who) && !all.contains(&who) && theirs(who))
    };
    let may_be = |at: &usize| {
        let known = &occasions[*at];
        let met = |it: &&Trigger| {
            let here = surface.sentence(it.head);
            let end = here.end.min(it.head + 2 * PHRASE);
            matches!(surface.lower(it.head), "met" | "meet" | "meetings")
                && (it.head..end).any(|at| is_official(surface.lower(at)))
                && surface.paragraph_of(it.head) + NEAR >= surface.paragraph_of(new.head)
        };
        let there = |who: &MemberId| {
            let mut known = known.attendance.iter().take(MANY).map(|it| it.who);
            known.any(|it| it == *who || cast.side_of(it) == Some(*who))
                || state(who) && in_office(at)
        };
        known.kind == MeetingKind::Talks
            && of[*at].iter().take(WORDS).any(met)
            && all.iter().all(there)
            && may_be_at_once(known, talks)
    };
    let found: Vec<usize> = (later.saturating_sub(BACK)..later).filter(may_be).collect();
    let named: Vec<usize> = found.iter().copied().filter(in_office).collect();
    match (found.as_slice(), named.as_slice()) {
        ([one], _) | (_, [one]) => Some(*one),
        _ => None,
    }
}

/// Words from the name of a gathering behind its noun, and before a verb of meeting, at most.
const NAME: usize = 12;

/// "to attend the meeting of the Chad-EU Council. They will meet with EU leaders": what those who come to a
/// gathering do there with those whose name it bears.
pub(super) fn by_their_name(
    cast: &Cast,
    occasions: &[Occasion],
    of: &[Vec<&Trigger>],
    later: usize,
) -> Option<usize> {
    let surface = cast.surface;
    let new = *of[later].first()?;
    let here = surface.sentence(new.head);
    let whom = new.head + 2;
    let opens = matches!(surface.lower(here.start), "he" | "she" | "they")
        && matches!(surface.lower(new.head), "meet" | "meets" | "met")
        && surface.lower(new.head + 1) == "with"
        && new.head <= here.start + 2
        && surface.is_capital(whom)
        && is_official(surface.lower(whom + 1));
    if !opens || of[later].len() > 1 {
        return None;
    }
    let plain = |at: usize| surface.lower(at).replace('.', "");
    let name = plain(whom);
    let bears = |it: &&Trigger| {
        let from = surface.sentence(it.head).start.max(it.head.saturating_sub(PHRASE));
        let end = surface.sentence(it.head).end.min(it.head + NAME);
        !surface.pos(it.head).is_verb()
            && surface.sentence_of(it.head) + 1 == surface.sentence_of(new.head)
            && surface.paragraph_of(it.head) == surface.paragraph_of(new.head)
            && (from..end).any(|at| plain(at).split('-').any(|part| part == name))
    };
    let mut found = (later.saturating_sub(BACK)..later).filter(|at| {
        let known = &occasions[*at];
        matches!(known.kind, MeetingKind::Conference | MeetingKind::Talks | MeetingKind::Summit)
            && of[*at].iter().take(WORDS).any(bears)
            && may_be_at_once(known, &occasions[later])
    });
    found.next().filter(|_| found.next().is_none())
}

/// Whether day, place and status of two leave room for their being one.
fn may_be_at_once(known: &Occasion, talks: &Occasion) -> bool {
    dates_agree(&known.when, &talks.when)
        && may_be_one(known.status, talks.status)
        && (known.place.is_none() || talks.place.is_none() || known.place == talks.place)
}

/// Words for those in office of whom none is named.
fn is_official(word: &str) -> bool {
    matches!(word, "officials" | "authorities" | "counterparts" | "leaders")
}
