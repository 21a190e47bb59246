//! Ministers who are named elsewhere in a text and were among "the foreign ministers of Chad and
//! Mali" who met.

use super::{Attend, Occasion, Teller};
use crate::entities::{Cast, MemberId};
use crate::mentions::Tense;
use crate::surface::Run;
use chancery_model::{AttendanceStatus, EntityKind};

/// How many of the cast are asked: a text that names more is a list.
const MOST: usize = 200;

/// Adds whoever holds the office that words of a meeting name for several states at once, or for
/// somebody's counterpart.
pub(super) fn bring_ministers(cast: &Cast, occasion: &mut Occasion) {
    let told = occasion.attendance.clone();
    for attend in &told {
        let present =
            matches!(attend.status, AttendanceStatus::Attended | AttendanceStatus::Expected);
        if !present || cast.kind(attend.who) != EntityKind::State {
            continue;
        }
        let Some(of) = offices_in(cast, &attend.evidence) else { continue };
        let state = attend.who;
        let there = |who: MemberId| told.iter().any(|known| known.who == who);
        let mut holders = cast.ids().take(MOST).filter(|who| holds(cast, *who, state, of));
        let Some(who) = holders.next().filter(|who| !there(*who)) else { continue };
        // Of two who hold it the words may mean either.
        if holders.next().is_some() {
            continue;
        }
        let attend = Attend { who, by: Teller::Side, ..attend.clone() };
        occasion.attend(attend, false);
    }
}

/// What sort of ministers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    Foreign,
    Defence,
    Leader,
}

/// The offices that words name in the plural: "foreign ministers", "the leaders".
fn offices_in(cast: &Cast, words: &Run) -> Option<Sort> {
    let surface = cast.surface;
    words.clone().find_map(|at| {
        let before = surface.lower(at.wrapping_sub(1));
        match surface.lower(at) {
            "ministers" if before == "foreign" || before == "affairs" => Some(Sort::Foreign),
            "ministers" if before.starts_with("defen") => Some(Sort::Defence),
            "ministers" if before == "prime" => Some(Sort::Leader),
            "presidents" => Some(Sort::Leader),
            _ => None,
        }
    })
}

/// Whether somebody is told to hold an office of that sort in a state now.
fn holds(cast: &Cast, who: MemberId, state: MemberId, sort: Sort) -> bool {
    let member = cast.member(who);
    member.kind == EntityKind::Person
        && member.offices.iter().any(|office| {
            let title = office.title.to_lowercase();
            let lower = ["deputy", "vice", "former", "assistant", "spokes", "adviser", "aide"];
            let fits = match sort {
                Sort::Foreign => {
                    title.contains("foreign minister")
                        || title.contains("foreign secretary")
                        || title.contains("foreign affairs")
                        || title == "secretary of state"
                }
                Sort::Defence => title.contains("defen") && title.contains("minister"),
                Sort::Leader => {
                    matches!(title.as_str(), "president" | "prime minister" | "chancellor" | "king")
                }
            };
            fits && office.owner == Some(state)
                && office.tense == Tense::Current
                && !lower.iter().any(|word| title.contains(word))
        })
}
