//! Days that are told from one told of before: "the next day", "a day earlier", "two days later".

use crate::entities::Cast;
use crate::mentions::DateMention;
use crate::surface::{Run, Surface};
use chancery_model::{Date, When};
use chrono::Duration;
use std::borrow::Cow;

/// Sentences between such words and the day that they count from, at most.
const NEAR: usize = 2;
/// Words between "had been due" and such words, at most.
const AWAITED: usize = 8;

/// The dates of a text with those that are told from another of them, in order.
///
/// # Complexity: O(tokens)
pub(super) fn with_days_told_from<'d>(
    cast: &Cast,
    dates: Cow<'d, [DateMention]>,
) -> Cow<'d, [DateMention]> {
    let surface = cast.surface;
    let told: Vec<(Run, i64)> =
        (0..surface.len()).filter_map(|at| days_from_another(surface, at)).collect();
    if told.is_empty() {
        return dates;
    }
    let mut told = told.into_iter().peekable();
    let mut all: Vec<DateMention> = Vec::with_capacity(dates.len());
    let mut put = |all: &mut Vec<DateMention>, until: usize| {
        while let Some((run, days)) = told.next_if(|(run, _)| run.start < until) {
            let known = all.last().is_some_and(|date| run.start < date.run.end);
            let day = (!known && run.end <= until).then(|| counted(surface, all, &run, days));
            all.extend(day.flatten());
        }
    };
    for date in dates.iter() {
        put(&mut all, date.run.start);
        all.push(date.clone());
    }
    put(&mut all, usize::MAX);
    Cow::Owned(all)
}

/// So many days before or after the last day that is told of shortly before.
fn counted(surface: &Surface, dates: &[DateMention], run: &Run, days: i64) -> Option<DateMention> {
    let anchor = dates.last()?;
    let far = surface.sentence_of(run.start).abs_diff(surface.sentence_of(anchor.run.start));
    let end = if days > 0 { anchor.when.to } else { anchor.when.from };
    let end = end.filter(|day| day.is_day() && far <= NEAR)?;
    let day = Date::day(end.first_day().checked_add_signed(Duration::days(days))?);
    let when = When { from: day, to: day, words: Some(surface.span_of(run)) };
    Some(DateMention { run: run.clone(), when, past: when, future: when })
}

/// The words with "day" at a token that count from another day, and how many days they do.
fn days_from_another(surface: &Surface, at: usize) -> Option<(Run, i64)> {
    let many = match surface.lower(at) {
        "day" => false,
        "days" => true,
        _ => return None,
    };
    let sentence = surface.sentence(at);
    let word = |at: usize| if sentence.contains(&at) { surface.lower(at) } else { "" };
    let back = |by: usize| at.checked_sub(by).map_or("", word);
    let run = |before: usize, after: usize| at - before..at + 1 + after;
    // "the day before the summit", "a day after meeting Lee" count from something else.
    // "a day later than planned", "the next day he is free" count from none.
    let than = || word(at + 2) == "than" || is_awaited(surface, &sentence, at);
    let free = || {
        let own = matches!(word(at + 1), "he" | "i" | "it" | "she" | "they" | "we" | "you");
        let leads = matches!(back(3), "" | "," | "and" | "but");
        matches!(word(at + 1), "of" | "that" | "when") || own && !leads
    };
    let alone = || matches!(word(at + 2), "" | "." | "," | ";" | "and");
    let count: i64 = match (many, back(1)) {
        (false, "a" | "one" | "the") => 1,
        (true, "two") => 2,
        (true, "three") => 3,
        (true, "four") => 4,
        (true, "five") => 5,
        (true, "six") => 6,
        (false, "next" | "following") if back(2) == "the" && !free() => {
            return Some((run(2, 0), 1));
        }
        (false, "previous" | "preceding") if back(2) == "the" && !free() => {
            return Some((run(2, 0), -1));
        }
        _ => return None,
    };
    match word(at + 1) {
        "later" if back(1) != "the" && !than() => Some((run(1, 1), count)),
        "earlier" if back(1) != "the" && !than() => Some((run(1, 1), -count)),
        "before" if alone() => Some((run(1, 1), -count)),
        "after" if alone() && back(1) == "the" => Some((run(1, 1), count)),
        _ => None,
    }
}

/// "had been due to begin two days earlier": what was to be then was not.
fn is_awaited(surface: &Surface, sentence: &Run, at: usize) -> bool {
    let first = sentence.start.max(at.saturating_sub(AWAITED));
    (first..at).any(|at| {
        matches!(surface.lower(at), "due" | "expected" | "planned" | "scheduled" | "set" | "slated")
            && at > first
            && surface.lower(at - 1) == "been"
    })
}
