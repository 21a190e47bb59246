//! Several dialogues that somebody goes from state to state for: "will hold Partnership Dialogues in Chad
//! and Mali and consultations in Lima". Each is held with the state where it is.

use super::private::state_of_place;
use super::together::states_from;
use super::{Attend, Occasion, PlaceWords, Teller, Trigger};
use crate::entities::{Cast, MemberId};
use crate::surface::Run;
use crate::tagger::Pos;
use chancery_model::{EntityKind, MeetingKind};

/// How many mentions of one occasion are read.
const MANY: usize = 8;
/// So many words before a meeting the verb stands that tells who holds it.
const CLAUSE: usize = 20;

/// A trigger for each state of those in which dialogues are held; none if it is one state.
pub(super) fn each_where_held(cast: &Cast, trigger: &Trigger) -> Vec<Trigger> {
    let run = &trigger.run;
    if trigger.kind == MeetingKind::Visit || verb_of(cast, run).is_none() {
        return Vec::new();
    }
    let states = states_from(cast, run.end + 1, cast.surface.sentence(run.start).end);
    if states.len() < 2 {
        return Vec::new();
    }
    let one = |state: MemberId| {
        let mut one = Trigger { place: Some(PlaceWords::State(state)), ..trigger.clone() };
        one.parties.retain(|(who, _)| *who == state || !states.contains(who));
        one
    };
    states.iter().copied().take(MANY).map(one).collect()
}

/// Brings whoever holds dialogues, the state whose release it is, and those in which they are held; and
/// leaves out those in which the sentence puts others.
pub(super) fn bring_where_held(cast: &Cast, occasion: &mut Occasion, home: Option<MemberId>) {
    if occasion.kind == MeetingKind::Visit {
        return;
    }
    for run in occasion.mentions.clone().into_iter().take(MANY) {
        let Some(hold) = verb_of(cast, &run) else { continue };
        let sentence = cast.surface.sentence(run.start);
        let own = held_in(cast, run.end, sentence.end, occasion.place);
        let first = sentence.start.max(hold.saturating_sub(CLAUSE));
        let whose = cast.mentions_in(&(first..hold)).map(|it| it.who).filter(|who| {
            let foreign = home.is_some() && cast.side_of(*who).is_some_and(|it| Some(it) != home);
            cast.kind(*who) == EntityKind::Person && !foreign
        });
        let mut who: Vec<MemberId> = whose.collect();
        if own.is_empty() || who.is_empty() {
            continue;
        }
        who.extend(home);
        if occasion.mentions.len() == 1 {
            occasion.attendance.retain(|it| {
                it.by == Teller::Words
                    || cast.kind(it.who) != EntityKind::State
                    || own.contains(&it.who)
            });
        }
        who.extend(own);
        let (status, by) = (occasion.taking_part(), Teller::Words);
        for who in who {
            let evidence = hold..run.end;
            occasion.attend(Attend { who, status, evidence, capacity: None, by, clear: 5 }, false);
        }
    }
}

/// The "hold" of "will hold dialogues in Chad and consultations in Lima", for either of the two.
fn verb_of(cast: &Cast, run: &Run) -> Option<usize> {
    let surface = cast.surface;
    let several = matches!(surface.lower(run.end - 1), "dialogues" | "consultations");
    if !several || surface.lower(run.end) != "in" {
        return None;
    }
    let first = surface.sentence(run.start).start.max(run.start.saturating_sub(CLAUSE));
    let within = |at: &usize| {
        let pos = surface.pos(*at);
        pos.is_noun()
            || pos.is_adjective()
            || pos == Pos::Conjunction
            || matches!(surface.lower(*at), "in" | "," | "the")
            || cast.name_at(*at).is_some()
    };
    let verb = (first..run.start).rev().find(|at| surface.pos(*at).is_verb() || !within(at))?;
    let holds = matches!(surface.lower(verb), "hold" | "holds" | "held" | "holding");
    (holds && !crate::clauses::verb_group(surface, verb).negated).then_some(verb)
}

/// The states that "in" names behind a meeting, or the one in which its place lies.
fn held_in(cast: &Cast, after: usize, end: usize, place: Option<MemberId>) -> Vec<MemberId> {
    let mut found = states_from(cast, after + 1, end);
    // Each is held where it is.
    if let Some(own) = place.filter(|place| found.contains(place)) {
        found = vec![own];
    }
    if found.is_empty() {
        found.extend(place.and_then(|place| state_of_place(cast, place)));
    }
    found
}
