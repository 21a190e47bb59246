//! With whom something is discussed, and what is not of whom: the thing itself, and who works on it.

use super::phrases::phrase_from;
use super::scene::Scene;
use super::{PlaceWords, Trigger};
use crate::clauses::VerbGroup;
use crate::entities::{Cast, MemberId, distinct};
use crate::surface::{Run, Surface};
use crate::tagger::Pos;
use chancery_model::{EntityKind, MeetingKind, Span};

/// "discussed what the government, working with Congress, plans": who works with others is none who talks.
pub(super) fn is_of_a_deed(surface: &Surface, group: &VerbGroup, with: usize) -> bool {
    surface.pos(with - 1) == Pos::VerbGerund || is_of_sharing(surface, group, with)
}

/// Words before a clause that tells what was discussed, at most.
const SHARED: usize = 12;

/// "to share the issues that we discussed today with the Group": with whom that is shared.
fn is_of_sharing(surface: &Surface, group: &VerbGroup, with: usize) -> bool {
    let first = surface.sentence(group.run.start).start;
    let from = first.max(group.run.start.saturating_sub(SHARED));
    let that = (from..group.run.start).rev().find(|at| surface.lower(*at) == "that");
    let shares = |at: usize| matches!(surface.lower(at), "share" | "shared" | "shares" | "sharing");
    with > group.main + 1
        && that.is_some_and(|that| {
            that + 3 >= group.run.start
                && that > first
                && surface.pos(that - 1).is_noun()
                && (from..that).any(shares)
        })
}

/// "discussed with Chadian officials the war in Mali": whom somebody talked with, without what about.
pub(super) fn before_what_is_discussed(surface: &Surface, run: Run) -> Run {
    let ends = |at: &usize| {
        let opens = surface.pos(*at).is_determiner() || surface.pos(*at) == Pos::PossessivePronoun;
        opens && surface.pos(*at - 1).is_noun()
    };
    let end = (run.start + 1..run.end).find(ends).unwrap_or(run.end);
    run.start..end
}

/// Whether the words before an infinitive end with a noun for a meeting.
pub(super) fn is_a_noun_for_it(surface: &Surface, start: usize) -> bool {
    let to = start - usize::from(start > 0 && surface.lower(start - 1) == "to");
    let mut before = to.checked_sub(1);
    // "the Rivers Forum (RF) to discuss"
    if let Some(close) = before.filter(|at| surface.word(*at) == ")") {
        before = close.checked_sub(3).filter(|at| surface.word(at + 1) == "(");
    }
    let before = before.map(|at| surface.lower(at));
    let nouns = ["conference", "consultations", "dialogue", "forum", "meeting", "summit", "talks"];
    before.is_some_and(|word| nouns.contains(&word))
}

/// The calls or meetings that were held to do what an infinitive tells.
pub(super) fn held_to(surface: &Surface, group: &VerbGroup) -> Option<usize> {
    let start = group.run.start;
    let to = start - usize::from(start > 0 && surface.lower(start - 1) == "to");
    let noun = to.checked_sub(1).filter(|_| group.infinitive)?;
    let calls = matches!(surface.lower(noun), "call" | "calls" | "meeting" | "meetings");
    let from = surface.sentence(noun).start.max(noun.saturating_sub(4));
    let held = (from..noun).any(|at| matches!(surface.lower(at), "held" | "had" | "hosted"));
    (calls && held).then_some(noun)
}

/// "Speaking at a news conference with Lee": whom one stands beside there is not whom one speaks to.
pub(super) fn is_to_reporters(surface: &Surface, at: usize, limit: usize) -> bool {
    let with = (at + 1..limit.min(at + 12)).find(|at| surface.lower(*at) == "with");
    with.is_some_and(|with| {
        matches!(surface.lower(with - 1), "conference" | "briefing" | "reporters" | "press")
            && (at + 1..with).any(|at| {
                matches!(surface.lower(at), "news" | "press" | "media" | "briefing" | "reporters")
            })
    })
}

/// "jointly met the press": those who write of it, at a token, and no press secretary.
pub(super) fn is_the_press(surface: &Surface, at: usize) -> bool {
    let press = at + usize::from(surface.lower(at) == "the");
    matches!(surface.lower(press), "media" | "press" | "reporters")
        && !surface.pos(press + 1).is_noun()
        && !surface.is_capital(press + 1)
}

/// "met to discuss trade, with Lee taking part by video": whether ", with" tells who came too.
pub(super) fn tells_who_joins(cast: &Cast, with: usize, end: usize) -> bool {
    let surface = cast.surface;
    let run = phrase_from(cast, with + 1, end);
    surface.word(with.wrapping_sub(1)) == ","
        && surface.pos(run.end) == Pos::VerbGerund
        && matches!(
            surface.lower(run.end),
            "attending" | "joining" | "listening" | "participating" | "presiding" | "taking"
        )
}

/// "Lee and Kim discussed trade in Lima on Monday": two of two sides, where they were on a day, or on the
/// telephone, and not what one of them discussed with others.
pub(super) fn discuss_together(
    cast: &Cast,
    group: &VerbGroup,
    left: &[MemberId],
    (trigger, phoned): (&Trigger, bool),
) -> bool {
    let persons = left.iter().filter(|who| cast.kind(**who) == EntityKind::Person);
    let sides = distinct(persons.map(|who| cast.side_of(*who).unwrap_or(*who)).collect());
    // "discussed the announcement at the forum in Oslo": that was there.
    let surface = cast.surface;
    let here = |place: &Run| {
        let mut between = group.main + 1..place.start.saturating_sub(1);
        !between.any(|at| matches!(surface.lower(at), "at" | "from" | "that" | "in"))
    };
    let city = matches!(&trigger.place, Some(PlaceWords::Place(run))
        if here(run) && is_where_they_spoke(surface, group, run, trigger));
    let also = surface.lower(group.run.start.saturating_sub(1)) == "also"
        || group.run.clone().any(|at| surface.lower(at) == "also");
    (2..=3).contains(&sides.len())
        && cast.surface.lower(group.main) == "discussed"
        && !(group.negated || group.modal || group.infinitive || group.passive)
        && !also
        && (phoned || city && trigger.when.from.is_some_and(chancery_model::Date::is_day))
}

/// Nouns for what happens somewhere, whoever discusses it.
#[rustfmt::skip]
const EVENTS: &[&str] = &[
    "attack", "attacks", "bombing", "bombings", "campaign", "clashes", "conflict", "coup", "crisis", "deaths",
    "demonstrations", "developments", "disaster", "drought", "earthquake", "election", "elections", "events",
    "famine", "fighting", "fire", "flood", "flooding", "floods", "hostilities", "incident", "invasion",
    "killing", "killings", "massacre", "offensive", "operation", "operations", "outbreak", "project",
    "projects", "protest", "protests", "riots", "shelling", "shooting", "siege", "situation", "strike",
    "strikes", "tensions", "troops", "unrest", "violence", "vote", "war",
];

/// "discussed the dispute in Lima on Monday"; not "discussed floods in Lima on Monday", "discussed on Monday
/// the attack in Oslo": whether a place is that of those who speak, and not of what they speak of.
fn is_where_they_spoke(
    surface: &Surface,
    group: &VerbGroup,
    place: &Run,
    trigger: &Trigger,
) -> bool {
    let Some(before) = place.start.checked_sub(2).filter(|at| *at >= group.main) else {
        return true; // it leads the sentence
    };
    let day = trigger.when.words.map(Span::start);
    let behind = day.is_some_and(|day| day >= surface.span(place.end - 1).end());
    let day_right_before = trigger.when.words.is_some_and(|span| {
        let end = surface.span(before).end();
        span.start() < end && end <= span.end()
    });
    let theirs =
        (before.saturating_sub(3)..before).any(|at| matches!(surface.lower(at), "his" | "their"));
    let event = EVENTS.contains(&surface.lower(before));
    before == group.main || day_right_before || (theirs || behind) && !event
}

/// "In separate calls, Lee discussed trade with A and B": what kind of meetings the beginning of the
/// sentence tells, if they are several.
pub(super) fn in_separate(scene: &Scene, group: &VerbGroup) -> Option<MeetingKind> {
    let cast = scene.cast;
    let surface = cast.surface;
    let first = surface.sentence(group.main).start;
    let opens = matches!(surface.lower(first), "in" | "during")
        && matches!(surface.lower(first + 1), "separate" | "individual");
    let nouns = first + 2..group.main.min(first + 7);
    let mut found = nouns.filter_map(|at| {
        let word = |offset: usize| (offset == 0).then(|| surface.lower(at));
        cast.lexicon.meeting_nouns.longest(word).filter(|(_, noun)| noun.plural)
    });
    found.next().filter(|_| opens).map(|(_, noun)| noun.kind)
}
