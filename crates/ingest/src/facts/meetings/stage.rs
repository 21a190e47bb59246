//! How far a meeting has come by the time of the text: signals from the verbs around its words, from
//! words of beginning and ending near them, and from what else those who take part did and will do.

use super::signals::SignalList;
use super::weighed::Scales;
use super::{Occasion, Trigger};
use crate::clauses::{VerbGroup, is_have, verb_groups};
use crate::entities::MemberId;
use crate::surface::{Run, Surface};
use crate::tagger::Pos;
use chancery_model::{Date, MeetingStatus, When};
use std::collections::HashMap;

/// So many words around those for a meeting are looked at.
const AROUND: usize = 24;
/// So many words before its noun a phrase may have.
const PHRASE: usize = 8;

/// Words that tell how far something has come.
fn is_cue(word: &str) -> bool {
    const CUES: &[&str] = &[
        "ahead",
        "already",
        "arrive",
        "arrived",
        "arrives",
        "arriving",
        "attending",
        "began",
        "begin",
        "begins",
        "begun",
        "being",
        "close",
        "closed",
        "conclude",
        "concluded",
        "continue",
        "continued",
        "continuing",
        "current",
        "currently",
        "departed",
        "due",
        "during",
        "earlier",
        "end",
        "ended",
        "eve",
        "expected",
        "final",
        "first",
        "flew",
        "following",
        "here",
        "hold",
        "holding",
        "last",
        "later",
        "leave",
        "leaves",
        "leaving",
        "left",
        "leg",
        "meanwhile",
        "midway",
        "next",
        "now",
        "ongoing",
        "opened",
        "opening",
        "opens",
        "participants",
        "planned",
        "prior",
        "recent",
        "resume",
        "resumed",
        "return",
        "returned",
        "scheduled",
        "second",
        "sidelines",
        "since",
        "start",
        "started",
        "starts",
        "still",
        "third",
        "this",
        "today",
        "tomorrow",
        "tonight",
        "under",
        "underway",
        "until",
        "upcoming",
        "visiting",
        "when",
        "while",
        "wrapped",
        "wraps",
        "yesterday",
    ];
    CUES.binary_search(&word).is_ok()
}

/// What was done, and is to be done, by those who take part in other meetings.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Deeds {
    done: usize,
    lately: usize,
    coming: usize,
}

/// For each who takes part what is told of them.
pub(super) fn deeds(occasions: &[Occasion], published: Option<Date>) -> HashMap<MemberId, Deeds> {
    let mut deeds: HashMap<MemberId, Deeds> = HashMap::new();
    for occasion in occasions {
        let of = deeds_in(occasion, published);
        for attend in &occasion.attendance {
            let known = deeds.entry(attend.who).or_default();
            known.done += of.done;
            known.lately += of.lately;
            known.coming += of.coming;
        }
    }
    deeds
}

fn deeds_in(occasion: &Occasion, published: Option<Date>) -> Deeds {
    let day = occasion.when.first_day();
    let days = day.zip(published).map(|(day, published)| (day - published.first_day()).num_days());
    let held = matches!(occasion.status, MeetingStatus::Held | MeetingStatus::Ongoing);
    Deeds {
        done: usize::from(held),
        lately: usize::from(held && days.is_some_and(|days| (-1..=0).contains(&days))),
        coming: usize::from(occasion.status == MeetingStatus::Planned),
    }
}

impl Scales<'_, '_, '_> {
    /// What tells how far an occasion has come.
    pub(super) fn stage(
        &self,
        occasion: &Occasion,
        triggers: &[&Trigger],
        signals: &mut SignalList,
    ) {
        let from = signals.len();
        let mut put = |parts: &[&str]| signals.put_once(parts, from);
        let kind = occasion.kind;
        let when = self.relation(occasion.when);
        put(&["stage when", when, kind.as_str()]);
        put(&["stage when", when, occasion.status.as_str()]);
        put(&["stage told", occasion.status.as_str(), kind.as_str()]);
        put(&[
            "stage days",
            self.days(occasion.when, When::first_day),
            self.days(occasion.when, When::last_day),
        ]);
        let own = deeds_in(occasion, self.published);
        let mut beside = Deeds::default();
        for attend in &occasion.attendance {
            if let Some(deeds) = self.deeds.get(&attend.who) {
                beside.done |= deeds.done - own.done;
                beside.lately |= deeds.lately - own.lately;
                beside.coming |= deeds.coming - own.coming;
            }
        }
        let some = |count: usize| if count > 0 { "some" } else { "no" };
        put(&[
            "stage beside",
            kind.as_str(),
            some(beside.done),
            some(beside.lately),
            some(beside.coming),
        ]);
        for status in MeetingStatus::ALL {
            let count = triggers.iter().filter(|it| it.certain && it.status == *status).count();
            if count > 0 {
                put(&["stage any", status.as_str()]);
            }
        }
        for (number, trigger) in triggers.iter().enumerate().take(4) {
            let place = if number == 0 { "first" } else { "later" };
            self.around(trigger, place, &mut put);
        }
    }

    /// So many days from the day of publication, roughly.
    fn days(&self, when: When, which: impl Fn(&When) -> Option<chrono::NaiveDate>) -> &'static str {
        let (Some(day), Some(published)) = (which(&when), self.published) else {
            return "none";
        };
        match (day - published.first_day()).num_days() {
            -3 => "-3",
            -2 => "-2",
            -1 => "-1",
            0 => "0",
            1 => "1",
            2 => "2",
            days if days < -10 => "past",
            days if days < 0 => "before",
            _ => "future",
        }
    }

    /// What stands around words for a meeting.
    fn around(&self, trigger: &Trigger, place: &str, put: &mut impl FnMut(&[&str])) {
        let surface = self.cast.surface;
        let sentence = surface.sentence(trigger.head);
        let from = sentence.start.max(trigger.run.start.saturating_sub(AROUND));
        let to = sentence.end.min(trigger.run.end + AROUND);
        for at in from..trigger.run.start {
            if is_cue(surface.lower(at)) {
                put(&["stage", place, "before", surface.lower(at)]);
            }
        }
        for at in trigger.run.end..to {
            if is_cue(surface.lower(at)) {
                put(&["stage", place, "behind", surface.lower(at)]);
            }
        }
        let groups = verb_groups(surface, &(from..to));
        let own = groups.iter().find(|group| group.main == trigger.head);
        if let Some(own) = own {
            put(&["stage", place, "own", tense(surface, own)]);
        }
        let before = groups.iter().rev().find(|group| group.main < trigger.run.start);
        let behind = groups.iter().find(|group| group.run.start > trigger.head);
        let main = groups.iter().find(|group| group.finite);
        let verb = surface.pos(trigger.head).is_verb();
        let what = if verb { "verb" } else { "noun" };
        let tense_of = |group: Option<&VerbGroup>| group.map_or("none", |it| tense(surface, it));
        put(&["stage", place, what, "before", tense_of(before)]);
        put(&["stage", place, what, "behind", tense_of(behind)]);
        put(&["stage", place, what, "main", tense_of(main)]);
        let word = |group: Option<&VerbGroup>| group.map_or("none", |it| self.word(it.main));
        put(&["stage", place, what, "verb before", word(before)]);
        put(&["stage", place, what, "verb behind", word(behind)]);
        if !verb {
            let preposition = self.preposition(&(from..trigger.run.start));
            put(&["stage", place, preposition, tense_of(main)]);
        }
    }

    /// The preposition before a noun's phrase.
    fn preposition(&self, before: &Run) -> &str {
        let surface = self.cast.surface;
        let from = before.start.max(before.end.saturating_sub(PHRASE));
        let at = (from..before.end).rev().find(|at| {
            let pos = surface.pos(*at);
            !(pos.is_determiner()
                || pos.is_adjective()
                || pos.is_noun()
                || pos == Pos::Number
                || pos == Pos::PossessivePronoun
                || pos == Pos::Possessive)
        });
        at.filter(|at| matches!(surface.pos(*at), Pos::Preposition | Pos::To))
            .map_or("none", |at| surface.lower(at))
    }
}

/// The tense of a verb, and whether it is but thought of.
fn tense(surface: &Surface, group: &VerbGroup) -> &'static str {
    let word = |words: &[&str]| group.run.clone().any(|at| words.contains(&surface.lower(at)));
    if group.negated {
        "negated"
    } else if group.future {
        if word(&["was", "were"]) { "was to" } else { "future" }
    } else if group.modal {
        "modal"
    } else if group.infinitive {
        "infinitive"
    } else if group.progressive && group.finite {
        if word(&["was", "were"]) { "was doing" } else { "is doing" }
    } else if word(&["had"]) && group.run.len() > 1 {
        "had done"
    } else if group.run.len() > 1 && is_have(surface.lower(group.run.start)) {
        "has done"
    } else if group.passive && group.finite {
        if word(&["was", "were"]) { "was done" } else { "is done" }
    } else {
        match surface.pos(group.main) {
            Pos::VerbPast => "past",
            Pos::VerbThird | Pos::VerbPresent => "present",
            Pos::VerbGerund => "gerund",
            Pos::VerbParticiple => "participle",
            _ => "base",
        }
    }
}
