//! What words of presence or absence make of somebody's tie to a meeting.

use super::told_of::has_a_cause;
use super::{Attend, Occasion, Teller};
use crate::clauses::{begins, subject_before, verb_group};
use crate::entities::{Cast, MemberId, distinct};
use crate::lexicon::Tie;
use crate::surface::{Run, Surface};
use crate::tagger::Pos;
use chancery_model::{AttendanceStatus, EntityKind, MeetingKind, MeetingStatus};

/// Whether the subject of the verb before a pronoun is who the pronoun stands for.
fn says_of_itself(cast: &Cast, pronoun: usize, who: &[MemberId]) -> bool {
    let surface = cast.surface;
    let first = surface.sentence(pronoun).start;
    let verb = (first..pronoun).rev().find(|at| surface.pos(*at).is_finite_verb());
    let subject = verb.and_then(|verb| {
        subject_before(surface, verb_group(surface, verb).run.start, &|at| cast.ends_mention(at))
    });
    // "His office said he would": another's word.
    subject.is_some_and(|run| {
        !run.clone().any(|at| {
            surface.pos(at) == Pos::Possessive || surface.pos(at) == Pos::PossessivePronoun
        }) && cast.actors(&run).iter().any(|subject| who.contains(subject))
    })
}

/// "walked out", "broke off".
fn leaves(surface: &Surface, at: usize) -> bool {
    let word = surface.lower(at);
    let next = surface.lower(at + 1);
    next == "out" && ["walk", "storm"].iter().any(|stem| word.starts_with(stem))
        || next == "off" && word.starts_with("bro")
}

/// "had to skip", "was forced to stay away": not by choice.
fn has_to(surface: &Surface, at: usize) -> bool {
    surface.lower(at.wrapping_sub(1)) == "to"
        && matches!(
            surface.lower(at.wrapping_sub(2)),
            "had" | "has" | "have" | "having" | "forced" | "obliged" | "compelled"
        )
}

/// So many who are told to take part or to stay away are looked at.
const MOST: usize = 20;

/// What those do who stay away by choice.
#[rustfmt::skip]
const BY_CHOICE: &[&str] = &[
    "chose", "declined", "elected", "opted", "pledged", "preferred", "refused", "resolved", "swore",
    "vowed",
];

pub(super) fn apply(
    cast: &Cast,
    occasion: &mut Occasion,
    tie: Tie,
    negated: bool,
    who: &[MemberId],
    evidence: &Run,
    at: usize,
) {
    let surface = cast.surface;
    let status = match (tie, negated) {
        // Who leaves or breaks off a meeting was there, though it is called off.
        (Tie::Present, false) if leaves(surface, at) => match occasion.status {
            MeetingStatus::Cancelled => AttendanceStatus::Attended,
            _ => occasion.taking_part(),
        },
        (Tie::Present | Tie::Led | Tie::With | Tie::Listed | Tie::Come, false) => {
            occasion.taking_part()
        }
        (Tie::Present | Tie::Led | Tie::With | Tie::Listed | Tie::Come, true) => {
            let by_choice = (evidence.start..=at).any(|at| BY_CHOICE.contains(&surface.lower(at)));
            let will_not =
                (evidence.start..at).any(|at| matches!(surface.lower(at), "wo" | "will"));
            let told = surface.lower(at) != "present";
            // "I am not going", "is not travelling to Oslo"
            let will_not = will_not
                || matches!(
                    surface.lower(at),
                    "going" | "coming" | "travelling" | "traveling" | "flying"
                );
            // "The rebels said they would not attend."
            let said = surface.pos(evidence.start).is_pronoun()
                && (evidence.start..at).any(|at| surface.lower(at) == "would")
                && says_of_itself(cast, evidence.start, who)
                && occasion.status != MeetingStatus::Held;
            if by_choice || said || told && will_not && occasion.status != MeetingStatus::Held {
                AttendanceStatus::Declined
            } else {
                AttendanceStatus::Absent
            }
        }
        (Tie::Absent, _) => AttendanceStatus::Absent,
        (Tie::Excluded, _) => AttendanceStatus::Excluded,
        (Tie::Declined, _) if has_to(surface, at) || has_a_cause(surface, at) => {
            AttendanceStatus::Absent
        }
        (Tie::Declined | Tie::Off, _) => AttendanceStatus::Declined,
    };
    // "postponed her trip": it is still to come, and so is she.
    let puts_off = begins(surface.lower(at), &["postpon", "delay"])
        && occasion.status == MeetingStatus::Planned;
    if tie == Tie::Off && occasion.status != MeetingStatus::Cancelled && !puts_off {
        return; // what was called off is something else
    }
    let status = if puts_off { AttendanceStatus::Expected } else { status };
    for who in distinct(who.to_vec()) {
        if cast.kind(who) != EntityKind::Place {
            let (evidence, by) = (evidence.clone(), Teller::Presence);
            occasion.attend(Attend { who, status, evidence, capacity: None, by, clear: 0 }, false);
        }
    }
    // "A visit by Minister Lee was shelved by Chad": nor will she have it.
    if tie == Tie::Off && !puts_off {
        for attend in &mut occasion.attendance {
            let theirs = cast.side_of(attend.who).is_some_and(|side| who.contains(&side));
            if theirs && attend.by == Teller::Words && cast.kind(attend.who) == EntityKind::Person {
                attend.status = AttendanceStatus::Declined;
                attend.by = Teller::Presence;
            }
        }
    }
    // Two-party talks that one side boycotts are off; the other side was expected.
    let many = matches!(occasion.kind, MeetingKind::Summit | MeetingKind::Conference);
    if tie == Tie::Declined
        && !many
        && is_of_two(cast, occasion)
        && matches!(surface.lower(at), "boycott" | "boycotted" | "boycotting")
        && !matches!(occasion.status, MeetingStatus::Planned)
    {
        occasion.status = MeetingStatus::Cancelled;
    }
}

/// Whether one side takes part and one stays away.
fn is_of_two(cast: &Cast, occasion: &Occasion) -> bool {
    let sides = |present: bool| {
        let there = occasion.attendance.iter().take(MOST);
        let there = there.filter(|it| (it.status == occasion.taking_part()) == present);
        distinct(there.map(|it| cast.side_of(it.who).unwrap_or(it.who)).collect()).len()
    };
    sides(true) == 1 && sides(false) == 1
}
