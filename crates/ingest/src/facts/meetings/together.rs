//! Those who take part with others without being named again: the state of a delegation,
//! all states of a list.

use super::{Attend, Occasion, Teller};
use crate::entities::{Cast, MemberId};
use crate::lexicon::StateSense;
use crate::mentions::What;
use crate::surface::Run;
use chancery_model::{EntityKind, MeetingKind};

/// How many mentions of one occasion are read.
const MANY: usize = 8;
/// So many words before a meeting its clause is looked for the word "delegation".
const NEAR: usize = 6;
/// So many words behind "with" a list of states begins.
const LIST: usize = 12;

/// "In Lima, the delegation will meet with President Lee": for the state whose release it is.
pub(super) fn bring_delegation(cast: &Cast, occasion: &mut Occasion, home: Option<MemberId>) {
    let Some(who) = home.filter(|_| occasion.kind != MeetingKind::Visit) else { return };
    let others = |it: &Attend| it.who != who && cast.side_of(it.who) != Some(who);
    let words = occasion.mentions.iter().take(MANY);
    let Some(evidence) = words.clone().find_map(|run| delegation_before(cast, run)) else { return };
    if occasion.attendance.iter().any(others) {
        let (status, by) = (occasion.taking_part(), Teller::Words);
        occasion.attend(Attend { who, status, evidence, capacity: None, by, clear: 5 }, false);
    }
}

/// "the U.S. delegation will hold", up to the meeting: one that travels, not "the Chadian delegation".
fn delegation_before(cast: &Cast, run: &Run) -> Option<Run> {
    let surface = cast.surface;
    let first = surface.sentence(run.start).start.max(run.start.saturating_sub(NEAR));
    let at = (first..run.start).rev().find(|at| surface.lower(*at) == "delegation")?;
    let verb = surface.pos(at + 1).is_finite_verb() || surface.lower(at + 1) == "will";
    let ours = surface.lower(at.wrapping_sub(1)) == "the"
        || cast.who(at.wrapping_sub(1)).is_some_and(|who| cast.we.first() == Some(&who))
            && surface.lower(at.wrapping_sub(2)) == "the";
    // "Under Secretary Lee and the delegation": she is named for it.
    let besides = surface.lower(at.wrapping_sub(2)) == "and";
    (verb && ours && !besides).then_some(at - 1..run.end)
}

/// "Senior officials from the Departments of State and Defense will travel", "officials of Chad's
/// Ministries of Health and Trade": for the state whose they are.
pub(super) fn stand_departments(cast: &Cast, occasion: &mut Occasion, home: Option<MemberId>) {
    let ours = |it: &Attend| cast.member(it.who).name.starts_with("Departments of ");
    let theirs = |it: &Attend| cast.member(it.who).name.starts_with("Ministries of ");
    let several = |it: &Attend| ours(it) || theirs(it);
    let Some(at) = occasion.attendance.iter().position(several) else { return };
    let there = |who: &MemberId| occasion.attendance.iter().any(|it| it.who == *who);
    let who = if ours(&occasion.attendance[at]) {
        let Some(home) = home else { return };
        home
    } else {
        // The state right before: "the Chadian Ministries of Health".
        let evidence = occasion.attendance[at].evidence.clone();
        let member = occasion.attendance[at].who;
        let run = cast.mentions_in(&evidence).take(LIST).find(|it| it.who == member);
        let before = run.and_then(|it| {
            let possessed = usize::from(cast.surface.lower(it.run.start.wrapping_sub(1)) == "'s");
            cast.who(it.run.start.checked_sub(1 + possessed)?)
        });
        let state = before.filter(|who| cast.kind(*who) == EntityKind::State);
        let Some(state) = state.or_else(|| cast.member(member).of.filter(there)) else { return };
        state
    };
    let theirs = occasion.attendance.remove(at);
    occasion.attend(Attend { who, by: Teller::Side, ..theirs }, false);
}

/// "spoke with the Foreign Ministers of Chad, Mali, and Peru": where one of a list of states takes part,
/// all of them do.
pub(super) fn bring_listed(cast: &Cast, occasion: &mut Occasion) {
    let surface = cast.surface;
    for run in occasion.mentions.clone().into_iter().take(MANY) {
        let end = surface.sentence(run.start).end;
        let with = (run.end..end.min(run.end + 3)).find(|at| surface.lower(*at) == "with");
        let Some(with) = with else { continue };
        let of = (with + 1..end.min(with + LIST)).find(|at| {
            surface.lower(*at) == "of"
                && matches!(
                    surface.lower(at - 1),
                    "ministers" | "ambassadors" | "leaders" | "presidents" | "representatives"
                )
        });
        let Some(of) = of else { continue };
        let named = states_from(cast, of + 1, end);
        let known = |who: &MemberId| occasion.attendance.iter().any(|it| it.who == *who);
        if named.len() < 3 || !named.iter().any(known) {
            continue;
        }
        let (status, by) = (occasion.taking_part(), Teller::Words);
        for who in named {
            let evidence = run.clone();
            occasion.attend(Attend { who, status, evidence, capacity: None, by, clear: 5 }, false);
        }
    }
}

/// The states listed from a token on, by name or seat of government: "Chad, the United States, and Mali".
pub(super) fn states_from(cast: &Cast, from: usize, end: usize) -> Vec<MemberId> {
    let surface = cast.surface;
    let (mut found, mut at) = (Vec::new(), from);
    while at < end {
        at += usize::from(surface.lower(at) == "the");
        let Some(name) = cast.name_at(at).filter(|name| name.run.start == at) else { break };
        let What::State(code, StateSense::Name | StateSense::Capital) = name.what else { break };
        found.extend(cast.state_named(code));
        let next = name.run.end;
        at = next + (next..end).take_while(|at| matches!(surface.lower(*at), "," | "and")).count();
        if at == next {
            break;
        }
    }
    found
}
