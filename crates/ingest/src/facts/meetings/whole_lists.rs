//! States of one list, which come together or not at all: "ministers from Chad, Mali, Peru and Togo joined the
//! forum".

use super::together::states_from;
use super::{Attend, Occasion, Teller};
use crate::entities::{Cast, MemberId};
use crate::lexicon::StateSense;
use crate::mentions::What;
use crate::surface::Run;
use chancery_model::{AttendanceStatus, EntityKind, MeetingKind};

/// So many words for an occasion are looked at.
const MANY: usize = 8;
/// So many words of a sentence are looked through.
const LONG: usize = 200;
/// So many words before a list those are told whose states it names.
const BEFORE: usize = 12;
/// So many words behind a list the verb of coming stands.
const BEHIND: usize = 40;

/// Those who come from the states of a list.
#[rustfmt::skip]
const COMERS: &[&str] = &[
    "ambassadors", "countries", "delegates", "delegations", "diplomats", "envoys", "experts", "heads",
    "leaders", "members", "ministers", "nations", "officials", "participants", "representatives", "states",
];

/// Adds the states of a list of which most take part, or whose people are told to have come.
pub(super) fn bring_whole_lists(cast: &Cast, occasion: &mut Occasion) {
    if occasion.kind == MeetingKind::Visit {
        return;
    }
    let surface = cast.surface;
    let mut last = usize::MAX;
    for run in occasion.mentions.clone().into_iter().take(MANY) {
        let sentence = surface.sentence(run.start);
        if sentence.start == last || sentence.len() > LONG {
            continue;
        }
        last = sentence.start;
        let mut at = sentence.start;
        while at < sentence.end {
            if !opens_a_list(cast, at) {
                at += 1;
                continue;
            }
            let states = states_from(cast, at, sentence.end);
            let end = end_of(cast, at, sentence.end);
            if states.len() > 2 {
                bring(cast, occasion, &states, &(at..end), &run);
            }
            at = end.max(at + 1);
        }
    }
}

/// Whether a state is named at a token that is the first of a list.
fn opens_a_list(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    let name = cast.name_at(at).filter(|name| name.run.start == at);
    let state = name
        .filter(|name| matches!(name.what, What::State(_, StateSense::Name | StateSense::Capital)));
    let before = at.wrapping_sub(1 + usize::from(surface.lower(at.wrapping_sub(1)) == "the"));
    let joined = matches!(surface.word(before), "," | "and")
        && cast.name_at(before.wrapping_sub(1)).is_some_and(|name| name.what.is_state());
    state.is_some_and(|name| surface.word(name.run.end) == ",") && !joined
}

/// Where a list of states ends that begins at a token.
fn end_of(cast: &Cast, from: usize, end: usize) -> usize {
    let surface = cast.surface;
    let within = |at: &usize| {
        matches!(surface.lower(*at), "," | "and" | "the")
            || cast.name_at(*at).is_some_and(|name| name.what.is_state())
    };
    (from..end).take_while(within).last().map_or(from, |last| last + 1)
}

/// Adds the states of a list to an occasion, if it is told of all of them or of most.
fn bring(cast: &Cast, occasion: &mut Occasion, named: &[MemberId], list: &Run, words: &Run) {
    let surface = cast.surface;
    let tie = |who: &MemberId| occasion.attendance.iter().find(|it| it.who == *who);
    let away = |who: &MemberId| {
        tie(who).is_some_and(|it| {
            !matches!(it.status, AttendanceStatus::Attended | AttendanceStatus::Expected)
        })
    };
    // Those who stay away may stand in a list as well.
    let end = surface.sentence(list.start).end.min(list.end + BEHIND);
    let denied = |at: usize| {
        matches!(
            surface.lower(at),
            "absent" | "boycott" | "boycotted" | "not" | "n't" | "refused" | "skipped" | "without"
        )
    };
    let first = surface.sentence(list.start).start.max(list.start.saturating_sub(BEFORE));
    if named.iter().any(away) || (first..list.start).chain(list.end..end).any(denied) {
        return;
    }
    let known = named.iter().filter(|who| tie(who).is_some()).count();
    let from = matches!(
        surface.lower(list.start - usize::from(list.start > first)),
        "among" | "between" | "from" | "including" | "of"
    ) || surface.lower(list.start.wrapping_sub(1)) == "the";
    let comers = (first..list.start).any(|at| COMERS.contains(&surface.lower(at)));
    let told = from && comers && words.start >= list.end && comes(cast, list.end, words.start);
    if !(told || known * 2 > named.len() || known > 1 && from && comers) {
        return;
    }
    let (status, by) = (occasion.taking_part(), Teller::Words);
    for who in named.iter().copied().filter(|who| cast.kind(*who) == EntityKind::State) {
        let evidence = list.start.min(words.start)..list.end.max(words.end);
        occasion.attend(Attend { who, status, evidence, capacity: None, by, clear: 3 }, false);
    }
}

/// Whether the first verb between two tokens is one of coming to a meeting.
fn comes(cast: &Cast, from: usize, to: usize) -> bool {
    let surface = cast.surface;
    let verb = (from..to.min(from + BEHIND)).find(|at| surface.pos(*at).is_finite_verb());
    verb.is_some_and(|at| {
        let main = if surface.lower(at) == "will" { at + 1 } else { at };
        let word = surface.lower(main);
        ["attend", "join", "gather", "participat"].iter().any(|stem| word.starts_with(stem))
            || matches!(word, "take" | "took" | "takes") && surface.lower(main + 1) == "part"
    })
}
