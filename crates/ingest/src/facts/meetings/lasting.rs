//! For how many days a meeting lasts: "arrived on Monday for a three-day visit".

use super::{Occasion, Trigger};
use crate::entities::Cast;
use chancery_model::{Date, MeetingStatus, When};
use chrono::Duration;

/// So many words before the noun its length may stand.
const NEAR: usize = 9;
/// So many words around it may tell which of its days is named.
const AROUND: usize = 20;

/// Words by which the day that is named is the last.
const ENDS: &[&str] = &[
    "ended",
    "ends",
    "ending",
    "end",
    "conclude",
    "concluded",
    "concludes",
    "concluding",
    "wrapped",
    "wraps",
    "wrapping",
    "finished",
    "finishes",
    "closed",
    "closes",
    "closing",
    "returned",
    "last",
    "final",
    "after",
];

/// Words by which it is the first.
const BEGINS: &[&str] = &[
    "arrive",
    "arrived",
    "arrives",
    "arriving",
    "arrival",
    "began",
    "begin",
    "begins",
    "begun",
    "beginning",
    "start",
    "started",
    "starts",
    "starting",
    "open",
    "opened",
    "opens",
    "opening",
    "kick",
    "kicked",
    "kicks",
    "kicking",
    "launch",
    "launched",
    "embark",
    "embarked",
    "left",
    "leaves",
    "leave",
    "departed",
    "due",
    "from",
    "flew",
];

/// Gives the occasions of a text the days that words for them tell of in number.
pub(super) fn last_their_days(
    cast: &Cast,
    occasions: &mut [Occasion],
    triggers: &[Trigger],
    of_trigger: &[(usize, usize)],
) {
    for (number, at) in of_trigger {
        let (trigger, occasion) = (&triggers[*number], &mut occasions[*at]);
        let Some(days) = days_before(cast, trigger.head) else { continue };
        if let Some(when) = stretched(cast, trigger, occasion, days) {
            occasion.when = when;
        }
    }
}

/// The number in "a three-day visit".
fn days_before(cast: &Cast, head: usize) -> Option<i64> {
    let surface = cast.surface;
    let first = surface.sentence(head).start.max(head.saturating_sub(NEAR));
    (first..head)
        .rev()
        .take_while(|at| {
            let pos = surface.pos(*at);
            pos.is_noun() || pos.is_adjective() || pos == crate::tagger::Pos::Number
        })
        .find_map(|at| number(surface.lower(at).strip_suffix("-day")?))
}

fn number(word: &str) -> Option<i64> {
    const WORDS: &[&str] = &[
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ];
    let told =
        WORDS.iter().position(|told| *told == word).and_then(|at| i64::try_from(at + 2).ok());
    told.or_else(|| word.parse().ok()).filter(|days| (2..=30).contains(days))
}

/// From its first day to its last, if one of them is known and the words tell which.
fn stretched(cast: &Cast, trigger: &Trigger, occasion: &Occasion, days: i64) -> Option<When> {
    let surface = cast.surface;
    let when = occasion.when;
    let day = when.from.filter(|day| day.is_day() && when.to == Some(*day))?.first_day();
    let sentence = surface.sentence(trigger.head);
    let around = sentence.start.max(trigger.head.saturating_sub(AROUND))
        ..sentence.end.min(trigger.head + AROUND);
    let told = |words: &[&str]| around.clone().any(|at| words.contains(&surface.lower(at)));
    let begins = told(BEGINS) || occasion.status == MeetingStatus::Planned;
    let more = Duration::days(days - 1);
    let (from, to) = match (told(ENDS), begins, occasion.status) {
        (true, false, MeetingStatus::Held | MeetingStatus::Ongoing) => (day - more, day),
        (false, true, MeetingStatus::Held | MeetingStatus::Ongoing | MeetingStatus::Planned) => {
            (day, day + more)
        }
        _ => return None,
    };
    Some(When { from: Date::day(from), to: Date::day(to), ..when })
}
