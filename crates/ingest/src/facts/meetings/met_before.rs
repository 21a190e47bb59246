//! Earlier meetings of those whom the title of a transcript names: "We met in Oslo on the 16th".

use super::{Attend, Occasion, Teller};
use crate::entities::{Cast, MemberId};
use crate::surface::Run;
use chancery_model::{AttendanceStatus, Date, MeetingKind, MeetingStatus};

/// Words between "we" and the verb, at most.
const WE: usize = 3;

/// Brings those who speak with one another to what they tell of having met for on another day, and name
/// nobody else for. `evidence`: the words for each.
pub(super) fn bring_us(
    cast: &Cast,
    occasions: &mut [Occasion],
    (principals, day): (&[MemberId], Date),
    evidence: &impl Fn(MemberId) -> Option<Run>,
) {
    for occasion in occasions {
        let sits = matches!(occasion.kind, MeetingKind::Talks | MeetingKind::Call)
            && occasion.status == MeetingStatus::Held;
        let before = occasion.when.to.is_some_and(|to| to.last_day() < day.first_day());
        if !sits || !before || !occasion.attendance.is_empty() {
            continue;
        }
        let Some(run) = occasion.mentions.first().cloned() else { continue };
        if !is_ours(cast, run.end - 1) {
            continue;
        }
        for who in principals {
            let Some(evidence) = evidence(*who) else { continue };
            let (status, by) = (AttendanceStatus::Attended, Teller::Words);
            let attend = Attend { who: *who, status, evidence, capacity: None, by, clear: 9 };
            occasion.attend(attend, false);
        }
    }
}

/// "we just met", but not "we met with Lee".
fn is_ours(cast: &Cast, verb: usize) -> bool {
    let surface = cast.surface;
    let first = surface.sentence(verb).start.max(verb.saturating_sub(WE));
    let we = (first..verb).rev().find(|at| surface.lower(*at) == "we");
    let between = |at: usize| {
        surface.pos(at).is_adverb()
            || matches!(surface.lower(at), "both" | "first" | "had" | "have" | "last" | "'ve")
    };
    matches!(surface.lower(verb), "met" | "spoke" | "talked")
        && we.is_some_and(|we| (we + 1..verb).all(between))
        && !matches!(surface.lower(verb + 1), "about" | "of" | "to" | "with")
}
