//! Days among the words that are added to those for a meeting: who holds it, when it takes place, and
//! when it was put off.

use super::scene::{BEHIND, Scene};
use crate::mentions::DateMention;
use chancery_model::{Date, When};
use chrono::{Datelike, Duration};

/// So many words before those for a meeting tell of what is to come.
const NEAR: usize = 6;

impl Scene<'_, '_, '_> {
    /// "at a weekend meeting in London": the last weekend, or the next where what is to come is told of.
    /// `left`: the first of the words for the meeting.
    pub(super) fn weekend_of(&self, left: usize, head: usize) -> Option<When> {
        let surface = self.cast.surface;
        let first = surface.sentence(head).start.max(left.saturating_sub(NEAR));
        let told = (left..head).any(|at| surface.lower(at) == "weekend");
        let whose = (first..head)
            .any(|at| matches!(surface.lower(at), "every" | "last" | "next" | "this" | "'s"));
        let published = self.published.filter(|day| day.is_day() && told && !whose)?.first_day();
        let ahead = (first..left).any(|at| {
            matches!(
                surface.lower(at),
                "ahead" | "before" | "coming" | "will" | "would" | "upcoming"
            )
        });
        let past = i64::from(published.weekday().num_days_from_monday()) + 2;
        let days = Duration::days(past % 7);
        let saturday = if ahead { published - days + Duration::days(7) } else { published - days };
        let (from, to) = (Date::day(saturday), Date::day(saturday + Duration::days(1)));
        Some(When { from, to, ..When::default() })
    }

    /// "The Rivers Forum (RF), which will take place this year on October 28-29": the day that is added
    /// to the words for a meeting.
    pub(super) fn when_it_takes_place(&self, head: usize) -> Option<&DateMention> {
        let surface = self.cast.surface;
        let in_short = surface.word(head + 1) == "(" && surface.word(head + 3) == ")";
        let comma = head + if in_short { 4 } else { 1 };
        if surface.word(comma) != "," || surface.lower(comma + 1) != "which" {
            return None;
        }
        // No "Call to Action".
        let word = surface.lower(head);
        self.cast.lexicon.meeting_nouns.longest(|offset| (offset == 0).then_some(word))?;
        let end = surface.sentence(head).end.min(comma + BEHIND);
        let clause = comma + 2..end;
        let stop = clause.clone().find(|at| surface.word(*at) == ",").unwrap_or(end);
        let takes = |at: usize| match surface.lower(at) {
            "place" => {
                matches!(surface.lower(at - 1), "take" | "taken" | "takes" | "taking" | "took")
            }
            "held" | "convene" | "convened" | "convenes" => true,
            _ => false,
        };
        let verb = (clause.start..end.min(clause.start + 5)).find(|at| takes(*at))?;
        let dates = self.dates_in(verb, stop);
        dates.iter().find(|date| date.when.from.is_some_and(Date::is_day)).or(dates.first())
    }

    /// "The travel was postponed at the last minute last December": it was not then.
    pub(super) fn is_put_off(&self, head: usize, date: &DateMention) -> bool {
        let surface = self.cast.surface;
        let start = date.run.start;
        let till = surface.lower(start.wrapping_sub(1));
        (head.max(start.saturating_sub(7))..start)
            .rev()
            .take_while(|at| surface.word(*at) != "," && surface.lower(*at) != "be")
            .any(|at| surface.lower(at) == "postponed")
            && !matches!(till, "until" | "till" | "to" | "for" | "from")
    }

    /// "What we discussed today with the countries at the summit chaired by Japan next year": the date
    /// among the words that tell who holds what a noun names.
    pub(super) fn when_chaired(&self, head: usize) -> Option<&DateMention> {
        let surface = self.cast.surface;
        let is_held = matches!(
            surface.lower(head + 1),
            "chaired" | "hosted" | "co-hosted" | "held" | "convened" | "organized" | "organised"
        );
        let sentence = surface.sentence(head);
        let end = sentence.end.min(head + BEHIND + 4);
        let date = self.dates_in(head, end).first().filter(|_| is_held)?;
        let mut between = head + 2..date.run.start;
        let plain = between.all(|at| {
            !surface.pos(at).is_verb()
                && !matches!(surface.word(at), "," | ";" | "and" | "after" | "before" | "until")
        });
        plain.then_some(date)
    }
}
