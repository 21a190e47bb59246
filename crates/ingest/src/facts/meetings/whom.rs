//! Of whom words of absence are told where no subject stands before them: the name that they follow
//! after a comma, those who were named before, and those who are named behind them.

use super::phrases::phrase_from;
use super::told::Told;
use crate::clauses::subject_before;
use crate::entities::{Cast, MemberId};
use crate::lexicon::Tie;
use crate::surface::Run;
use crate::tagger::Pos;
use chancery_model::EntityKind;

/// So many tokens behind words of absence those may be named of whom they are told.
const BEHIND: usize = 40;

/// "Envoy Ann Lee, barred from the dialogue, dined", "Chad, also left out, vowed": a participle behind the
/// name. Gives the words for whom it happened to.
pub(super) fn behind_name(cast: &Cast, at: usize, told: &Told) -> Option<Run> {
    let surface = cast.surface;
    let first = surface.sentence(at).start;
    if !matches!(told.tie, Tie::Excluded | Tie::Absent) || told.inside.is_some() {
        return None;
    }
    // No object of its own: somebody is barred.
    let next = surface.pos(told.end);
    let list = surface.lower(told.end - 1) == "off";
    let object =
        next.is_determiner() && !list || next.is_noun() || cast.mention_at(told.end).is_some();
    let participle = surface.pos(at).is_verb()
        && !matches!(surface.pos(at), Pos::VerbGerund | Pos::VerbBase | Pos::VerbPresent);
    let mut comma = at.checked_sub(1)?;
    let light = |at: usize| {
        surface.pos(at).is_adverb()
            || matches!(
                surface.lower(at),
                "also" | "likewise" | "both" | "too" | "already" | "itself"
            )
    };
    while comma > first && light(comma) {
        comma -= 1;
    }
    if object || !participle || comma <= first {
        return None;
    }
    let ends = |at: usize| cast.ends_mention(at);
    // "the only leader left off the list"
    let plain = surface.pos(at - 1).is_noun() && !cast.ends_mention(at - 1);
    if plain && matches!(surface.lower(told.end), "the" | "from" | "out" | "of") {
        return subject_before(surface, at, &ends);
    }
    let named = cast.mention_at(comma - 1).filter(|it| it.run.end == comma)?;
    // "the minister, Ann Lee, dropped": a name between commas, and a verb.
    let between = named.run.start > first && surface.word(named.run.start - 1) == ",";
    (surface.word(comma) == "," && !between).then(|| subject_before(surface, comma, &ends))?
}

/// "Chad is the only country excluded", "Lee was the one leader absent": whom the words before a noun
/// single out.
pub(super) fn only_one(cast: &Cast, at: usize) -> Option<(Vec<MemberId>, Run)> {
    let surface = cast.surface;
    let first = surface.sentence(at).start;
    let only = (first.max(at.saturating_sub(12))..at)
        .rev()
        .find(|at| matches!(surface.lower(*at), "only" | "sole" | "lone" | "one"))?;
    let be = only.checked_sub(2).filter(|be| {
        *be > first
            && crate::clauses::is_be(surface.lower(*be))
            && matches!(surface.lower(be + 1), "the" | "again")
    })?;
    let start = crate::clauses::verb_group(surface, be).run.start;
    let subject = subject_before(surface, start, &|at| cast.ends_mention(at))?;
    let who = cast.actors(&subject);
    (!who.is_empty()).then(|| (who, subject.start..at + 1))
}

/// Of whom "whose seat", "whose request" are: who is named right before, or is told to be the one.
pub(super) fn of_whose(cast: &Cast, whose: usize) -> Option<MemberId> {
    let surface = cast.surface;
    let first = surface.sentence(whose).start;
    let before = whose.checked_sub(1).filter(|at| *at > first)?;
    let last = before - usize::from(surface.word(before) == ",");
    let named = cast.mention_at(last).filter(|it| it.run.end == last + 1);
    let party = |who: &MemberId| cast.kind(*who) != EntityKind::Place;
    named
        .map(|it| it.who)
        .filter(party)
        .or_else(|| only_one(cast, whose).and_then(|(who, _)| who.first().copied()))
}

/// "Neither came", "none of the three was invited": so many who were named last, if the words count them.
pub(super) fn counted_before(cast: &Cast, subject: &Run) -> Vec<MemberId> {
    let surface = cast.surface;
    let words = subject.clone().take(5);
    let count = words.into_iter().find_map(|at| match surface.lower(at) {
        "neither" | "both" | "two" | "pair" => Some(2),
        "three" => Some(3),
        "four" => Some(4),
        _ => None,
    });
    let Some(count) = count.filter(|_| cast.mentions_in(subject).next().is_none()) else {
        return Vec::new();
    };
    let sentence = surface.sentence(subject.start);
    let before = surface.sentence(sentence.start.saturating_sub(1));
    let stretches = [sentence.start..subject.start, before.start..sentence.start];
    for kind in [EntityKind::Person, EntityKind::Organization, EntityKind::State] {
        for stretch in &stretches {
            let mut named: Vec<MemberId> = Vec::new();
            for mention in cast.mentions_in(stretch) {
                if cast.kind(mention.who) == kind && !named.contains(&mention.who) {
                    named.push(mention.who);
                }
            }
            if named.len() == count {
                return named;
            }
        }
    }
    Vec::new()
}

/// "seven leaders stayed away, including Chad's Ann Lee", "the envoys of nineteen countries, among them
/// those of Chad and Mali": whom words behind single out of many.
pub(super) fn named_behind(cast: &Cast, subject: &Run, end: usize) -> Option<(Vec<MemberId>, Run)> {
    let surface = cast.surface;
    // "One guest has ignored the summons: Ann Lee."
    let one = surface.lower(subject.start) == "one" && surface.word(end) == ":";
    let many = one
        || surface.pos(subject.end.checked_sub(1)?).is_plural()
        || subject.clone().any(|at| surface.pos(at).is_plural());
    if !many {
        return None;
    }
    let limit = surface.sentence(subject.start).end.min(end + BEHIND);
    let first = (end..limit).find_map(|at| match surface.lower(at) {
        "including" | "notably" | "namely" => Some(at + 1),
        "among" if surface.lower(at + 1) == "them" => Some(at + 2),
        _ if surface.word(at) == ":" && at < end + 8 => Some(at + 1),
        _ => None,
    })?;
    let of = surface.reads(first, &["those", "of"]);
    let run = phrase_from(cast, first + if of { 2 } else { 0 }, limit);
    let who: Vec<MemberId> = if of {
        cast.mentions_in(&run).map(|mention| mention.who).collect()
    } else {
        cast.actors(&run)
    };
    let words = subject.start..run.end.max(first);
    (!who.is_empty()).then_some((who, words))
}

/// Of whom words before a verb are told, given whom they name: those whose seat it is, whom "who" stands
/// for, or who do it together.
pub(super) fn as_told_around(
    cast: &Cast,
    run: &Run,
    verb: usize,
    mut who: Vec<MemberId>,
) -> Vec<MemberId> {
    let surface = cast.surface;
    // "Chad was the one member whose seat went unfilled"
    if let Some(whose) =
        (run.start.saturating_sub(1)..run.end).find(|at| surface.lower(*at) == "whose")
        && let Some(owner) = of_whose(cast, whose)
    {
        return vec![owner];
    }
    // "at the forum for President Lee, who stayed home": she did.
    let relative = run.end + usize::from(surface.word(run.end) == ",");
    if surface.lower(relative) == "who"
        && relative < verb
        && let Some(last) = cast.mention_at(run.end - 1).filter(|it| it.run.end == run.end)
        && cast.kind(last.who) == EntityKind::Person
        && who.iter().any(|it| cast.kind(*it) != EntityKind::Person)
    {
        return vec![last.who];
    }
    // "Chad has joined Mali in boycotting it": both.
    let joins = verb
        .checked_sub(1)
        .filter(|at| surface.lower(*at) == "in" && surface.pos(verb) == Pos::VerbGerund);
    if let Some(joint) = joins
        && let Some(join) = (surface.sentence(verb).start.max(joint.saturating_sub(12))..joint)
            .rev()
            .find(|at| surface.lower(*at).starts_with("join"))
    {
        who.extend(cast.actors(&(join + 1..joint)));
    }
    who
}
