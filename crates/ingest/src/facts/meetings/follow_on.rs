//! A meeting to come of those who have just met, told without saying who will be there: "They looked
//! forward to the next meeting of the working group".

use super::{Attend, Occasion, Teller};
use crate::entities::{Cast, MemberId};
use chancery_model::{AttendanceStatus, EntityKind, MeetingStatus};

/// Subjects that stand for all who met.
const ALL: &[&str] = &[
    "they",
    "sides",
    "participants",
    "parties",
    "ministers",
    "countries",
    "governments",
    "delegations",
    "leaders",
    "two",
    "both",
    "we",
    "principals",
    "members",
];

/// Words for a meeting of the same people.
const NEXT: &[&str] = &["next", "follow-on", "follow-up", "annual", "future", "another", "again"];

/// Gives a meeting to come that nobody is told to attend the sides of the one told of before it.
pub(super) fn follow_on(cast: &Cast, occasions: &mut [Occasion]) {
    for number in 1..occasions.len() {
        let (earlier, later) = occasions.split_at_mut(number);
        let occasion = &mut later[0];
        if occasion.status != MeetingStatus::Planned || !occasion.attendance.is_empty() {
            continue;
        }
        let Some(run) = occasion.mentions.first().cloned() else { continue };
        if !is_of_all(cast, run.start, run.end) {
            continue;
        }
        let met = earlier.iter().rev().take(12).find_map(|occasion| {
            let sides: Vec<MemberId> = occasion
                .attendance
                .iter()
                .filter(|attend| attend.status == AttendanceStatus::Attended)
                .map(|attend| attend.who)
                .filter(|who| cast.kind(*who) == EntityKind::State)
                .collect();
            let over = matches!(occasion.status, MeetingStatus::Held | MeetingStatus::Ongoing);
            (over && sides.len() > 1).then_some(sides)
        });
        let sentence = cast.surface.sentence(run.start);
        for who in met.into_iter().flatten() {
            let evidence = sentence.start..run.end.min(sentence.end);
            let (status, by) = (AttendanceStatus::Expected, Teller::Side);
            occasion.attend(Attend { who, status, evidence, capacity: None, by, clear: 0 }, false);
        }
    }
}

/// Whether the words before a meeting's speak for all who met, and its own say that it is the next.
fn is_of_all(cast: &Cast, start: usize, end: usize) -> bool {
    let surface = cast.surface;
    let first = surface.sentence(start).start;
    let verb = (first..start).find(|at| surface.pos(*at).is_finite_verb());
    let subject = verb.is_some_and(|verb| (first..verb).any(|at| ALL.contains(&surface.lower(at))));
    let words = start.saturating_sub(5).max(first)..end + 2;
    subject && words.clone().any(|at| NEXT.contains(&surface.lower(at)))
}
