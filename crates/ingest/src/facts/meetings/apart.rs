//! Those who are met one after the other: "separate calls with A and B", "met with A; with B; and with C",
//! "calls with Japan's A and Korea's B". Each of them is met at an occasion of their own.

use super::phrases::phrase_from;
use super::{Occasion, Trigger};
use crate::entities::{Cast, MemberId};
use crate::surface::{Run, Surface};
use crate::tagger::Pos;
use chancery_model::EntityKind;
use std::collections::HashMap;

/// Words from one who is met up to "with" before the next, at most.
const BETWEEN: usize = 18;

/// Words behind those who are met up to "in separate meetings", at most.
const BEHIND: usize = 6;

/// Words from a plural up to the offices of those of several states, at most.
const SIDES: usize = 12;

/// So many groups are told apart, at most.
const MANY: usize = 12;

/// Each of those who are told to be met separately; states and bodies alone only where no person is named.
pub(super) fn each_of(cast: &Cast, who: &[MemberId]) -> Vec<Vec<MemberId>> {
    let person = |who: &&MemberId| cast.kind(**who) == EntityKind::Person;
    let persons: Vec<Vec<MemberId>> = who.iter().filter(person).map(|who| vec![*who]).collect();
    if persons.is_empty() { who.iter().map(|who| vec![*who]).collect() } else { persons }
}

/// Those of several sides whom calls and meetings in the plural are with, each for themselves: a call with
/// both would be one.
pub(super) fn of_several_sides(cast: &Cast, plural: usize, who: &[MemberId]) -> Vec<Vec<MemberId>> {
    let together = |at: usize| {
        let word = cast.surface.lower(at);
        matches!(word, "joint" | "trilateral" | "quadrilateral" | "multilateral" | "group")
    };
    let calls = matches!(cast.surface.lower(plural), "calls" | "meetings")
        && !plural.checked_sub(1).is_some_and(together);
    let persons = each_of(cast, who);
    // "meetings with the Chadian and Malian Foreign Ministers"
    let state = |who: &MemberId| cast.kind(*who) == EntityKind::State;
    let end = cast.surface.sentence(plural).end.min(plural + SIDES);
    let holders = (plural + 1..end)
        .find(|at| matches!(cast.surface.lower(*at), "counterparts" | "ministers" | "presidents"));
    let of_states = holders.is_some_and(|holders| {
        let named = cast.mentions_in(&(plural + 1..holders)).filter(|it| who.contains(&it.who));
        named.count() == who.len()
            && cast.surface.lower(plural + 1) == "with"
            && !(plural + 1..holders).any(|at| matches!(cast.surface.lower(at), "of" | "from"))
    });
    if calls && who.len() > 1 && who.iter().all(state) && of_states {
        return persons;
    }
    let mut sides: Vec<Option<MemberId>> = persons.iter().map(|one| cast.side_of(one[0])).collect();
    let all = persons.iter().all(|one| cast.kind(one[0]) == EntityKind::Person);
    sides.sort();
    sides.dedup();
    let known = sides.iter().all(Option::is_some);
    let apart = calls && all && known && persons.len() > 1 && sides.len() == persons.len();
    if apart { persons } else { Vec::new() }
}

/// So many words behind those who are met more of their list are looked for.
const LISTED: usize = 40;

/// Who else stands in the list of those who are met, or behind it, with an office of many words: "and
/// Special Representative for Peace and Security Affairs Ann Lee".
pub(super) fn named_on(cast: &Cast, list: &Run) -> Vec<MemberId> {
    let surface = cast.surface;
    let from = list.end;
    let end = surface.sentence(from.saturating_sub(1)).end.min(from + LISTED);
    let own = cast.mentions_in(list).filter(|it| {
        cast.kind(it.who) == EntityKind::Person && surface.pos(it.run.end) != Pos::Possessive
    });
    let mut found: Vec<MemberId> = own.map(|it| it.who).take(MANY).collect();
    if !matches!(surface.lower(from), "," | "and" | "for" | "of") {
        return found;
    }
    let mut at = from;
    while at < end {
        if let Some(mention) = cast.mention_at(at).filter(|it| it.run.start == at) {
            let next = mention.run.end.max(at + 1);
            if cast.kind(mention.who) == EntityKind::Person {
                let acts =
                    surface.pos(next).is_finite_verb() || surface.pos(next) == Pos::Possessive;
                if acts {
                    break;
                }
                found.push(mention.who);
            }
            at = next;
            continue;
        }
        let pos = surface.pos(at);
        let within = pos.is_noun()
            || pos.is_adjective()
            || pos.is_determiner()
            || cast.in_title(at)
            || matches!(surface.lower(at), "," | "and" | "of" | "for" | "(" | ")" | "'s" | "-");
        if !within {
            break;
        }
        at += 1;
    }
    found
}

/// States and bodies that are told of those who were met apart only for the side of somebody else who
/// was: "separate calls with Japan's A and Korea's B".
pub(super) fn without_sides_of_others(cast: &Cast, occasions: &mut [Occasion]) {
    let mut of_words: HashMap<(usize, usize), Vec<usize>> = HashMap::new();
    for (at, occasion) in occasions.iter().enumerate() {
        for run in occasion.mentions.iter().take(MANY) {
            of_words.entry((run.start, run.end)).or_default().push(at);
        }
    }
    let sides: Vec<Vec<MemberId>> = occasions
        .iter()
        .map(|it| {
            let people = it.attendance.iter().map(|it| it.who);
            people.filter_map(|who| cast.side_of(who).filter(|side| *side != who)).collect()
        })
        .collect();
    let mut others = vec![Vec::new(); occasions.len()];
    for same in of_words.values().filter(|same| same.len() > 1) {
        for at in same.iter().take(MANY) {
            for other in same.iter().take(MANY).filter(|other| *other != at) {
                let theirs = sides[*other].iter().filter(|side| !sides[*at].contains(side));
                others[*at].extend(theirs.copied());
            }
        }
    }
    for (occasion, others) in occasions.iter_mut().zip(&others) {
        occasion
            .attendance
            .retain(|it| cast.kind(it.who) == EntityKind::Person || !others.contains(&it.who));
    }
}

/// The groups before each further "with", and where the last of them ends.
pub(super) fn with_more(
    cast: &Cast,
    first: &[MemberId],
    end: usize,
) -> (Vec<Vec<MemberId>>, Vec<MemberId>, usize) {
    let surface = cast.surface;
    let last = surface.sentence(end.saturating_sub(1)).end;
    let mut groups: Vec<Vec<MemberId>> = vec![first.to_vec()];
    let mut all = first.to_vec();
    let mut to = end;
    while let Some(with) = again_with(surface, to).filter(|_| groups.len() < MANY) {
        let run = phrase_from(cast, with + 1, last.max(with + 1));
        let more: Vec<MemberId> = cast.actors(&run);
        if more.is_empty() || run.is_empty() || tells_how(surface, run.end) {
            break;
        }
        let new: Vec<MemberId> = more.iter().copied().filter(|who| !all.contains(who)).collect();
        all.extend(&new);
        if !new.is_empty() {
            groups.push(new);
        }
        to = run.end;
    }
    groups.retain(|group| !group.is_empty());
    (groups, all, to)
}

/// Whether what follows somebody named behind ", with" tells how it was: ", with Chad topping the agenda",
/// ", with Minister Lee present", ", with Mali as mediator".
fn tells_how(surface: &Surface, at: usize) -> bool {
    let pos = surface.pos(at);
    pos == Pos::VerbGerund
        || pos == Pos::VerbParticiple
        || pos.is_adjective()
        || matches!(surface.lower(at), "as" | "among")
        || surface.reads(at, &["in", "attendance"])
        || surface.reads(at, &["in", "the"])
}

/// Where ", with", "; and with" or ", and other ministers; with" stands behind the first who was met.
pub(super) fn again_with(surface: &Surface, at: usize) -> Option<usize> {
    let end = surface.sentence(at.saturating_sub(1)).end.min(at + BETWEEN);
    let joins = |at: usize| {
        matches!(surface.lower(at), "," | ";" | "and" | "then" | "later" | "separately" | "also")
    };
    let within = |at: &usize| {
        let pos = surface.pos(*at);
        joins(*at)
            || pos.is_noun()
            || pos.is_adjective()
            || pos.is_determiner()
            || matches!(surface.lower(*at), "of" | "other" | "as" | "well" | "-")
    };
    let with = (at..end).find(|at| surface.lower(*at) == "with" || !within(at))?;
    let joined = with > at && joins(with - 1);
    (surface.lower(with) == "with" && joined).then_some(with)
}

/// Whether "separately" stands beside a verb of meeting or those who are met, or "in separate meetings"
/// behind them.
pub(super) fn is_separate(surface: &Surface, verb: usize, met: &Run, limit: usize) -> bool {
    let beside = verb.saturating_sub(2)..limit.min(met.end + 3);
    let end = surface.sentence(verb).end.min(met.end + BEHIND);
    beside.into_iter().any(|at| matches!(surface.lower(at), "separately" | "individually"))
        || (met.end..end).any(|at| {
            surface.lower(at) == "in" && matches!(surface.lower(at + 1), "separate" | "individual")
        })
}

/// An occasion for each of those who are met apart, with whom else all of them are told of; a state only
/// where somebody of it is met.
pub(super) fn one_at_a_time(cast: &Cast, trigger: Trigger) -> Vec<Trigger> {
    if trigger.apart.len() < 2 {
        return vec![trigger];
    }
    let in_any = |who: &MemberId| trigger.apart.iter().any(|group| group.contains(who));
    let side = |who: &MemberId, group: &[MemberId]| {
        group.iter().any(|one| one != who && cast.side_of(*one) == Some(*who))
    };
    let with = |group: &Vec<MemberId>| {
        let mut one = trigger.clone();
        one.parties.retain(|(party, _)| {
            let of_others = trigger.apart.iter().any(|other| side(party, other));
            group.contains(party) || !in_any(party) && (!of_others || side(party, group))
        });
        one
    };
    trigger.apart.iter().map(with).collect()
}
