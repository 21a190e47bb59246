//! What speaks for and against a meeting, and for and against somebody's having been there: the
//! signals that a decision rests upon, from rules and network alike.
//!
//! A signal is a word or two with a value in 1/256 parts (256: it is so). What each weighs is
//! learnt from annotated texts (`data/training/decisions.py`) and stands in
//! `data/lexicon/decisions.tsv`.

use super::firm::{beyond_doubt, by_its_clause, is_awaited};
use super::goes_ahead::will_take_place;
use super::moved::is_moved;
use super::over::is_told_past;
use super::signals::{SignalList, few, so};
use super::stage::Deeds;
use super::sure::{is_off_by_none, sure_of};
use super::was_to::was_to;
use super::{Attend, Occasion, Teller, Trigger};
use crate::entities::{Cast, MemberId};
use crate::network::{Marks, Scored};
use crate::surface::Run;
use crate::tagger::Pos;
use crate::tokens::TokenKind;
use chancery_model::{AttendanceStatus as Status, Date, MeetingKind, MeetingStatus, When};
use std::collections::HashMap;

/// What is known of one occasion.
#[derive(Debug, Clone)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a property that the words have or have not"
)]
pub(crate) struct Weighed {
    /// What speaks of the meeting itself.
    pub(crate) signals: SignalList,
    /// Whether the words settle how it stands.
    pub(crate) certain: bool,
    /// How it stands beyond doubt, where words tell that.
    pub(crate) firm: Option<MeetingStatus>,
    /// How it stands by words that nothing learnt outweighs.
    pub(crate) sure: Option<MeetingStatus>,
    /// Whether it is told in the past who was not there.
    pub(crate) past: bool,
    /// Whether the words call it off and tell of nobody who did.
    pub(crate) by_none: bool,
    /// Whether the words put it off until a day.
    pub(crate) moved: bool,
    /// Everybody who may have been there or stayed away.
    pub(crate) candidates: Vec<Candidate>,
}

/// Somebody who may be tied to an occasion.
#[derive(Debug, Clone)]
pub(crate) struct Candidate {
    pub(crate) who: MemberId,
    /// The clause that would prove it.
    pub(crate) evidence: Run,
    pub(crate) signals: SignalList,
}

/// So many words for one occasion are asked whether it goes on.
const MOST_WORDS: usize = 12;

/// It is so.
pub(super) const YES: i32 = 256;
/// Scores of the network beyond these tell no more.
pub(super) const LEAST: i32 = -1536;
pub(super) const MOST: i32 = 2048;

/// What the weighing of one article shares.
pub(super) struct Scales<'c, 'a, 't> {
    pub(super) cast: &'c Cast<'a, 't>,
    pub(super) published: Option<Date>,
    pub(super) release: bool,
    pub(super) marks: &'c Marks,
    pub(super) triggers: &'c [Trigger],
    /// For each trigger that became part of an occasion, its number and the occasion's.
    pub(super) of_trigger: &'c [(usize, usize)],
    pub(super) occasions: &'c [Occasion],
    /// To how many occasions each is tied.
    pub(super) attends: HashMap<MemberId, usize>,
    /// What else is told of each.
    pub(super) deeds: HashMap<MemberId, Deeds>,
}

/// To how many occasions each is tied.
pub(super) fn attends(occasions: &[Occasion]) -> HashMap<MemberId, usize> {
    let mut attends = HashMap::new();
    for attend in occasions.iter().flat_map(|occasion| &occasion.attendance) {
        *attends.entry(attend.who).or_insert(0) += 1;
    }
    attends
}

/// For each of so many occasions the triggers that speak of it, in order.
pub(super) fn by_occasion<'t>(
    triggers: &'t [Trigger],
    of_trigger: &[(usize, usize)],
    occasions: usize,
) -> Vec<Vec<&'t Trigger>> {
    let mut of = vec![Vec::new(); occasions];
    for (number, occasion) in of_trigger {
        of[*occasion].push(&triggers[*number]);
    }
    of
}

impl Scales<'_, '_, '_> {
    /// Weighs each occasion, in their order.
    pub(super) fn weigh(&self) -> Vec<Weighed> {
        let triggers_of = by_occasion(self.triggers, self.of_trigger, self.occasions.len());
        let mut heads: Vec<(usize, usize)> = self
            .of_trigger
            .iter()
            .map(|(number, occasion)| (self.triggers[*number].head, *occasion))
            .collect();
        heads.sort_unstable();
        self.occasions
            .iter()
            .zip(&triggers_of)
            .enumerate()
            .map(|(number, (occasion, triggers))| Weighed {
                signals: self.of_meeting(occasion, triggers),
                certain: triggers.first().is_some_and(|trigger| trigger.certain),
                firm: triggers
                    .iter()
                    .take(4)
                    .filter(|trigger| self.cast.surface.quotation_of(trigger.head).is_none())
                    .find_map(|trigger| {
                        let awaited = occasion.kind == MeetingKind::Visit
                            && is_awaited(self.cast, &trigger.run);
                        let awaited = awaited.then_some(MeetingStatus::Planned);
                        let firm = awaited.or_else(|| beyond_doubt(self.cast, &trigger.run));
                        firm.filter(|firm| {
                            *firm != MeetingStatus::Proposed || !self.is_over_by_now(trigger)
                        })
                    }),
                sure: self.sure(occasion, triggers),
                past: self.is_past(occasion) && is_told_past(self.cast, occasion, triggers),
                by_none: triggers.first().is_some_and(|it| is_off_by_none(self.cast, it)),
                moved: triggers.iter().take(4).any(|trigger| is_moved(self.cast, trigger)),
                candidates: self.candidates(number, triggers, &heads),
            })
            .collect()
    }

    /// Whether the day of words for a meeting is over: "invited Lee to a summit last week".
    fn is_over_by_now(&self, trigger: &Trigger) -> bool {
        let words = trigger.when.words.and_then(|span| self.cast.surface.text_of(span));
        let ago = words.is_some_and(|words| {
            words.starts_with("last ") || words.starts_with("earlier ") || words.ends_with(" ago")
        });
        let over = trigger.when.last_day().zip(self.published);
        ago || over.is_some_and(|(last, published)| last < published.first_day())
    }

    /// Whether its day, where it has one, is over.
    fn is_past(&self, occasion: &Occasion) -> bool {
        !matches!(self.relation(occasion.when), "future" | "today" | "now")
    }

    /// How an occasion stands by words of its own that nothing learnt outweighs.
    fn sure(&self, occasion: &Occasion, triggers: &[&Trigger]) -> Option<MeetingStatus> {
        let own = |trigger: &&&Trigger| self.cast.surface.quotation_of(trigger.head).is_none();
        let told = triggers.iter().take(4).filter(own).find_map(|it| sure_of(self.cast, it));
        // What is off in other words is not held for a boycott, nor is what was denied to be off.
        let off = occasion.status == MeetingStatus::Cancelled;
        let more = told.filter(|_| !off || triggers.len() == 1);
        let what_was_to = triggers.iter().skip(1).take(4).any(|it| was_to(self.cast, it));
        // "The talks, which Chad boycotted, were held in Lima."
        let held = || {
            let goes_on = |it: &&&Trigger| it.certain && it.status == MeetingStatus::Ongoing;
            let first = triggers.first().filter(own)?;
            let noun = !self.cast.surface.pos(first.head).is_verb();
            let over = noun && triggers.iter().take(MOST_WORDS).find(goes_on).is_none();
            over.then(|| by_its_clause(self.cast, &first.run)).flatten()
        };
        let held = held().filter(|told| *told == MeetingStatus::Held);
        let over = matches!(self.relation(occasion.when), "before" | "lately" | "long ago");
        if !over && !off && will_take_place(self.cast, triggers) {
            return Some(MeetingStatus::Planned);
        }
        // "takes place on Friday. Lee will not attend": which is still to come.
        let away = |it: &Attend| {
            it.by == Teller::Presence && !matches!(it.status, Status::Attended | Status::Expected)
        };
        let two =
            matches!(occasion.kind, MeetingKind::Talks | MeetingKind::Visit | MeetingKind::Call);
        let to_come = occasion.status == MeetingStatus::Planned
            && !two
            && self.relation(occasion.when) == "future"
            && occasion.attendance.iter().take(4).any(away);
        let held = held.or(to_come.then_some(MeetingStatus::Planned));
        more.or(held)
            .or_else(|| told.filter(|told| *told == MeetingStatus::Cancelled))
            .or_else(|| (off && what_was_to).then_some(MeetingStatus::Cancelled))
    }

    pub(super) fn scored(&self, run: &Run) -> &[Scored] {
        let scores = &self.marks.scores;
        let first = scores.partition_point(|scored| scored.at < run.start);
        let last = scores.partition_point(|scored| scored.at < run.end);
        &scores[first..last.max(first)]
    }

    fn of_meeting(&self, occasion: &Occasion, triggers: &[&Trigger]) -> SignalList {
        let surface = self.cast.surface;
        let mut signals = SignalList::new();
        let mut put = |parts: &[&str]| signals.put(parts);
        put(&["meeting"]);
        put(&["meeting kind", occasion.kind.as_str()]);
        put(&["meeting told", occasion.status.as_str()]);
        put(&["meeting when", self.relation(occasion.when)]);
        put(&["meeting mentions", few(occasion.mentions.len().min(3))]);
        put(&["meeting parties", few(occasion.attendance.len().min(3))]);
        // A trip through several states is to each of them.
        if occasion.place.is_some() || !occasion.stops.is_empty() {
            put(&["meeting place"]);
        }
        if !occasion.names.is_empty() {
            put(&["meeting named"]);
        }
        put(&["meeting release", so(self.release), occasion.kind.as_str()]);
        for (number, trigger) in triggers.iter().enumerate().take(4) {
            let place = if number == 0 { "first" } else { "later" };
            let sure = if trigger.certain { "certain" } else { "open" };
            put(&["meeting", place, trigger.status.as_str(), sure]);
            put(&["meeting", place, "word", self.word(trigger.head)]);
            if trigger.definite {
                put(&["meeting", place, "definite"]);
            }
            if trigger.weak {
                put(&["meeting", place, "weak"]);
            }
            if trigger.marked {
                put(&["meeting", place, "marked"]);
            }
            if surface.quotation_of(trigger.head).is_some() {
                put(&["meeting", place, "quoted"]);
            }
            let sentence = surface.sentence(trigger.head);
            if number == 0 && surface.sentence_of(trigger.head) < 2 {
                put(&["meeting lead"]);
            }
            let left = trigger.run.start.saturating_sub(4).max(sentence.start)..trigger.run.start;
            for at in left {
                put(&["meeting", place, "left", self.word(at)]);
            }
            let right = trigger.head + 1..(trigger.head + 3).min(sentence.end);
            for at in right {
                put(&["meeting", place, "right", self.word(at)]);
            }
        }
        let mut best = [LEAST; MeetingStatus::ALL.len()];
        let mut sum = [0; MeetingStatus::ALL.len()];
        for trigger in triggers {
            let mut here = [LEAST; MeetingStatus::ALL.len()];
            for scored in self.scored(&(trigger.run.start..trigger.head + 1)) {
                for (here, score) in here.iter_mut().zip(scored.meeting) {
                    *here = (*here).max(i32::from(score).min(MOST));
                }
            }
            for k in 0..here.len() {
                best[k] = best[k].max(here[k]);
                sum[k] += here[k];
            }
        }
        let count = i32::try_from(triggers.len().max(1)).unwrap_or(1);
        for (k, status) in MeetingStatus::ALL.iter().enumerate() {
            signals.weigh(&["meeting net best", status.as_str()], best[k]);
            signals.weigh(&["meeting net mean", status.as_str()], sum[k] / count);
        }
        let most = best.iter().copied().max().unwrap_or(LEAST);
        signals.weigh(&["meeting net"], most);
        self.stage(occasion, triggers, &mut signals);
        signals
    }

    /// How the day stands to the day of publication.
    pub(super) fn relation(&self, when: When) -> &'static str {
        let (Some(first), Some(last)) = (when.first_day(), when.last_day()) else {
            return if when.words.is_some() { "vague" } else { "unknown" };
        };
        let Some(day) = self.published.map(Date::first_day) else { return "dated" };
        let days = (first - day).num_days();
        if first > day {
            "future"
        } else if first <= day && last >= day && first == last {
            "today"
        } else if last >= day {
            "now"
        } else if days >= -3 {
            "lately"
        } else if days >= -40 {
            "before"
        } else {
            "long ago"
        }
    }

    /// A word that means the same in every article: for names, numbers and days only that it is one.
    pub(super) fn word(&self, at: usize) -> &str {
        let surface = self.cast.surface;
        let starts = surface.sentence(at).start == at;
        if self.cast.mention_at(at).is_some() || self.cast.name_at(at).is_some() {
            "<name>"
        } else if surface.kind(at) == TokenKind::Number || surface.pos(at) == Pos::Number {
            "<number>"
        } else if crate::clauses::is_day(surface.lower(at)) {
            "<day>"
        } else if surface.is_capital(at) && !starts && surface.pos(at).is_proper() {
            "<name>"
        } else {
            surface.lower(at)
        }
    }
}
