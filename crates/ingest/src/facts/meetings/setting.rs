//! The day of a meeting at or after which somebody speaks: that of the news.

use super::{Occasion, Trigger};
use crate::entities::Cast;
use crate::mentions::DateMention;
use crate::tagger::Pos;
use chancery_model::{Date, MeetingKind, MeetingStatus, When};

/// Sentences at the beginning of a text that tell of which day it is.
const LEAD: usize = 2;
/// Words on either side of a meeting's among which another time may be told.
const NEAR: usize = 8;

/// Words on either side among which somebody may be told to speak.
const FAR: usize = 60;

/// Gives a meeting whose day is not told, and that is where or after which somebody speaks, the day
/// that the beginning of the text names, if that is the day of the text or the one before.
pub(super) fn date_settings(
    cast: &Cast,
    (dates, published): (&[DateMention], Option<Date>),
    occasions: &mut [Occasion],
    triggers: &[Trigger],
    of_trigger: &[(usize, usize)],
) {
    let Some(day) =
        published.filter(|day| day.is_day()).and_then(|day| day_of_news(cast, dates, day))
    else {
        return;
    };
    let mut seen = vec![false; occasions.len()];
    for (number, at) in of_trigger {
        if std::mem::replace(&mut seen[*at], true) {
            continue;
        }
        let (trigger, occasion) = (&triggers[*number], &mut occasions[*at]);
        let held = occasion.status == MeetingStatus::Held
            && occasion.when.is_unknown()
            && occasion.when.words.is_none();
        let sits = matches!(occasion.kind, MeetingKind::Talks | MeetingKind::Call);
        let of_the_day = || {
            sits && (is_setting(cast, trigger) || is_of_the_news(cast, dates, trigger))
                || is_as_it_was(cast, dates, trigger, &day)
        };
        if held && of_the_day() {
            occasion.when = day;
        }
    }
}

/// The one day that the first sentences name, if it is the text's own or the day before.
fn day_of_news(cast: &Cast, dates: &[DateMention], published: Date) -> Option<When> {
    let end = cast.surface.sentences().get(LEAD)?.start;
    let first = dates.iter().take_while(|date| date.run.start < end).find(|date| {
        let day = date.when.from.filter(|day| day.is_day() && date.when.to == Some(*day));
        day.is_some_and(|day| {
            (0..=1).contains(&(published.first_day() - day.first_day()).num_days())
        })
    })?;
    Some(first.when)
}

/// "agreed Tuesday that …, as they held talks in Lima", "told Kim on Thursday that …, during her first visit": what
/// goes on while the news of the day is made. `day`: that of the news.
fn is_as_it_was(cast: &Cast, dates: &[DateMention], trigger: &Trigger, day: &When) -> bool {
    let surface = cast.surface;
    let sentence = surface.sentence(trigger.head);
    let first = dates.partition_point(|date| date.run.start < sentence.start);
    let Some(date) = dates.get(first).filter(|date| date.run.end <= trigger.run.start) else {
        return false;
    };
    // The verb of the news has the day, right behind it or with "on".
    let on = usize::from(surface.lower(date.run.start.saturating_sub(1)) == "on");
    let before = date.run.start.saturating_sub(1 + on);
    let told = date.when.words == day.words
        && surface.sentence_of(trigger.head) < LEAD
        && (before.saturating_sub(FAR / 6)..=before).any(|at| surface.pos(at).is_finite_verb());
    if !told {
        return false;
    }
    let own = |at: &usize| {
        matches!(surface.lower(*at), "," | ";") || surface.pos(*at) == Pos::Conjunction
    };
    let from = date.run.end.max(trigger.run.start.saturating_sub(FAR / 4));
    let opener = (from..trigger.run.start)
        .rev()
        .find(|at| matches!(surface.lower(*at), "as" | "during" | "while"));
    let Some(opener) = opener.filter(|opener| !(opener + 1..trigger.run.start).any(|at| own(&at)))
    else {
        return false;
    };
    let another = |at: usize| {
        matches!(
            surface.lower(at),
            "last" | "previous" | "earlier" | "planned" | "upcoming" | "future" | "had" | "next"
        )
    };
    let clause = opener + 1..sentence.end.min(trigger.head + 4);
    let theirs = surface.lower(opener) == "during"
        && surface.pos(opener + 1) == Pos::PossessivePronoun
        || surface.lower(opener) != "during"
            && clause.clone().any(|at| surface.pos(at) == Pos::VerbPast);
    theirs && !clause.clone().any(another)
}

/// "The talks broke down on Thursday … Lee met Kim in Lima": what is told in the past right behind the day of the
/// news, without another time.
fn is_of_the_news(cast: &Cast, dates: &[DateMention], trigger: &Trigger) -> bool {
    let surface = cast.surface;
    let sentence = surface.sentence(trigger.head);
    let number = surface.sentence_of(trigger.head);
    let first = dates.partition_point(|date| date.run.start < sentence.start);
    let own_day = dates.get(first).is_some_and(|date| date.run.start < sentence.end);
    let another = |at: usize| {
        matches!(
            surface.lower(at),
            "ago"
                | "already"
                | "earlier"
                | "ever"
                | "first"
                | "last"
                | "never"
                | "often"
                | "once"
                | "previously"
                | "recently"
                | "repeatedly"
                | "since"
                | "times"
                | "twice"
                | "when"
                | "who"
                | "before"
                | "after"
                | "previous"
        )
    };
    let simple = crate::clauses::verb_group(surface, trigger.head).run.len() == 1;
    (1..=LEAD).contains(&number)
        && matches!(surface.lower(trigger.head), "met" | "held")
        && surface.pos(trigger.head) == Pos::VerbPast
        && trigger.parties.len() > 1
        && simple
        && !own_day
        && !(sentence.start..sentence.end.min(trigger.head + FAR / 3)).any(another)
}

/// "said after talks with Lee", "told Lee at the start of their meeting", "In a call with Lee, Kim said".
fn is_setting(cast: &Cast, trigger: &Trigger) -> bool {
    let surface = cast.surface;
    if surface.pos(trigger.head).is_verb() && surface.pos(trigger.head) != Pos::VerbGerund {
        return false;
    }
    let sentence = surface.sentence(trigger.head);
    let mut left = trigger.run.start;
    while left > sentence.start
        && left + NEAR > trigger.run.start
        && (surface.pos(left - 1).is_noun()
            || surface.pos(left - 1).is_adjective()
            || surface.pos(left - 1).is_determiner()
            || surface.lower(left - 1) == "of"
            || matches!(
                surface.pos(left - 1),
                Pos::PossessivePronoun | Pos::Possessive | Pos::Number
            ))
    {
        left -= 1;
    }
    let before = if left > sentence.start { surface.lower(left - 1) } else { "" };
    let adjunct = matches!(before, "after" | "following" | "during" | "in" | "at");
    let another_time = |at: usize| {
        matches!(
            surface.lower(at),
            "earlier"
                | "last"
                | "previous"
                | "recent"
                | "recently"
                | "ago"
                | "month"
                | "week"
                | "year"
                | "previously"
                | "past"
                | "years"
                | "months"
                | "weeks"
                | "had"
        )
    };
    let around =
        sentence.start.max(left.saturating_sub(NEAR))..sentence.end.min(trigger.head + NEAR);
    let speaks = |at: usize| {
        surface.pos(at).is_verb()
            && (cast.lexicon.verbs.contains(surface.lower(at)) || surface.lower(at) == "speaking")
    };
    let near = sentence.start.max(left.saturating_sub(FAR))..sentence.end.min(trigger.head + FAR);
    let quotes = near.clone().any(|at| surface.quotation_of(at).is_none() && speaks(at));
    adjunct && quotes && !around.clone().any(another_time)
}
