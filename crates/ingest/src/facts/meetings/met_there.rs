//! Officials whom a visitor meets where the visit is: "Chad's Bo Kim, on a visit to Mali, met the
//! governor of Sikasso" is a meeting of Chad with Mali.

use super::private::state_of_place;
use super::{Attend, Occasion, Teller};
use crate::entities::{Cast, MemberId};
use chancery_model::{AttendanceStatus, EntityKind, MeetingKind};

/// So many words for a visit are looked at.
const MANY: usize = 6;
/// So many visitors of a text are looked at.
const VISITS: usize = 20;
/// So many words behind the beginning of its sentence a visit's state is named.
const FAR: usize = 80;

/// Adds the state visited to talks of a visitor with somebody in office whose state no words name.
pub(super) fn bring_visited(cast: &Cast, occasions: &mut [Occasion]) {
    let journeys: Vec<(MemberId, MemberId)> = occasions
        .iter()
        .filter(|it| it.kind == MeetingKind::Visit)
        .flat_map(|visit| {
            let there = visit.attendance.iter().filter(|it| is_present(it));
            let persons = there.filter(|it| cast.kind(it.who) == EntityKind::Person);
            persons.filter_map(|it| Some((it.who, state_of_visit(cast, visit, it.who)?)))
        })
        .take(VISITS)
        .collect();
    if journeys.is_empty() {
        return;
    }
    for occasion in occasions.iter_mut().filter(|it| it.kind == MeetingKind::Talks) {
        let there = || occasion.attendance.iter().filter(|it| is_present(it));
        let mut hosts = journeys.iter().filter(|(who, state)| {
            cast.side_of(*who) != Some(*state) && there().any(|it| it.who == *who)
        });
        let Some((visitor, host)) = hosts.next() else { continue };
        // "in Mali and Chad": which of two states it was is open.
        if hosts.any(|(_, other)| other != host) {
            continue;
        }
        let foreign = |who: MemberId| {
            cast.kind(who) == EntityKind::State && Some(who) != cast.side_of(*visitor)
        };
        let officials = there().find(|it| {
            let member = cast.member(it.who);
            let stateless = cast.side_of(it.who).is_none_or(|side| {
                cast.kind(side) == EntityKind::Organization
                    && cast.member(side).of.is_none_or(|of| of == *host)
            });
            it.who != *visitor
                && member.kind == EntityKind::Person
                && stateless
                && member.offices.iter().any(|office| !is_of_a_church(&office.title))
        });
        let Some(beside) = officials.cloned().filter(|_| !there().any(|it| foreign(it.who))) else {
            continue;
        };
        occasion.attend(Attend { who: *host, by: Teller::Side, ..beside }, false);
    }
}

/// A pope is host to visitors of any state.
fn is_of_a_church(title: &str) -> bool {
    let title = title.to_lowercase();
    ["pope", "patriarch", "bishop", "cardinal", "imam"].iter().any(|word| title.contains(word))
}

const fn is_present(attend: &Attend) -> bool {
    matches!(attend.status, AttendanceStatus::Attended | AttendanceStatus::Expected)
}

/// The state to which a visit is: where its place lies, or the only other one that its sentence names.
fn state_of_visit(cast: &Cast, visit: &Occasion, visitor: MemberId) -> Option<MemberId> {
    if let Some(state) = visit.place.and_then(|place| state_of_place(cast, place)) {
        return Some(state);
    }
    let own = cast.side_of(visitor)?;
    visit.mentions.iter().take(MANY).find_map(|run| {
        let sentence = cast.surface.sentence(run.start);
        let near = sentence.start..sentence.end.min(sentence.start + FAR);
        let mut states = cast
            .mentions_in(&near)
            .map(|it| it.who)
            .filter(|who| *who != own && cast.kind(*who) == EntityKind::State);
        let first = states.next()?;
        states.all(|who| who == first).then_some(first)
    })
}
