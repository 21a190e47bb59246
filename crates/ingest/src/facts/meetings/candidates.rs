//! Everybody who may have been at a meeting or stayed away, with what speaks for and against it.

use super::marked::evidence;
use super::signals::{SignalList, few};
use super::weighed::{Candidate, LEAST, MOST, Scales};
use super::{Occasion, Trigger};
use crate::entities::{Cast, MemberId, Mentioned};
use crate::surface::Run;
use chancery_model::{AttendanceStatus, EntityKind, MeetingStatus};
use std::collections::{HashMap, HashSet};

/// How likely the network must find somebody who is named in another sentence than the meeting.
const LIKELY: i32 = -896;
/// How many sentences from the meeting's words somebody may be named.
const FAR: usize = 4;

/// Who is told to be tied to an occasion.
struct There {
    /// Each one's place in its attendance.
    told: HashMap<MemberId, usize>,
    /// Those for whom some of the persons take part.
    sides: HashSet<MemberId>,
}

impl There {
    fn at(cast: &Cast, occasion: &Occasion) -> Self {
        let who = || occasion.attendance.iter().map(|attend| attend.who);
        let persons = who().filter(|who| cast.kind(*who) == EntityKind::Person);
        let sides = persons.filter_map(|who| cast.side_of(who)).collect();
        Self { told: who().zip(0..).collect(), sides }
    }
}

/// The heads in a stretch of words; all of them stand in order.
fn heads_in(heads: &[(usize, usize)], run: Run) -> &[(usize, usize)] {
    let first = heads.partition_point(|(head, _)| *head < run.start);
    let last = heads.partition_point(|(head, _)| *head < run.end);
    &heads[first..last.max(first)]
}

impl Scales<'_, '_, '_> {
    /// Weighs everybody near an occasion, and everybody told to be tied to it.
    pub(super) fn candidates(
        &self,
        number: usize,
        triggers: &[&Trigger],
        heads: &[(usize, usize)],
    ) -> Vec<Candidate> {
        let surface = self.cast.surface;
        let occasion = &self.occasions[number];
        // The mention that speaks most for each, with its trigger.
        let mut found: Vec<(MemberId, i32, &Mentioned, &Trigger)> = Vec::new();
        for trigger in triggers.iter().copied().take(12) {
            let own = surface.sentence_of(trigger.head);
            let near = own.saturating_sub(FAR)..(own + FAR + 1).min(surface.sentences().len());
            for sentence in near {
                let run = surface.sentences()[sentence].clone();
                for mention in self.cast.mentions_in(&run).take(60) {
                    if self.cast.kind(mention.who) == EntityKind::Place {
                        continue;
                    }
                    let tie = self.tie(&mention.run);
                    let likely = tie.iter().copied().max().unwrap_or(LEAST);
                    let sentences = sentence.abs_diff(own);
                    if sentences > 0 && likely < LIKELY {
                        continue;
                    }
                    let apart = mention.run.start.abs_diff(trigger.head);
                    let apart = i32::try_from(apart).unwrap_or(999).min(999);
                    let far = i32::try_from(sentences).unwrap_or(9) * 256;
                    let value = likely - apart * 4 - far;
                    match found.iter_mut().find(|known| known.0 == mention.who) {
                        Some(known) if known.1 < value => {
                            *known = (mention.who, value, mention, trigger);
                        }
                        Some(_) => {}
                        None => found.push((mention.who, value, mention, trigger)),
                    }
                }
            }
        }
        let there = There::at(self.cast, occasion);
        let named: HashSet<MemberId> = found.iter().map(|(who, ..)| *who).collect();
        let near = found.into_iter().map(|(who, _, mention, trigger)| Candidate {
            who,
            evidence: there.told.get(&who).map_or_else(
                || evidence(self.cast, &mention.run, Some(&trigger.run)),
                |at| occasion.attendance[*at].evidence.clone(),
            ),
            signals: self.of_tie(number, &there, who, Some((mention, trigger)), heads),
        });
        let others = occasion.attendance.iter().filter(|attend| !named.contains(&attend.who));
        let told = others.map(|attend| Candidate {
            who: attend.who,
            evidence: attend.evidence.clone(),
            signals: self.of_tie(number, &there, attend.who, None, heads),
        });
        near.chain(told).collect()
    }

    /// The network's scores for each status in which words may be tied to a meeting.
    fn tie(&self, run: &Run) -> [i32; AttendanceStatus::ALL.len()] {
        let mut best = [LEAST; AttendanceStatus::ALL.len()];
        for scored in self.scored(run) {
            for (best, score) in best.iter_mut().zip(scored.tie) {
                *best = (*best).max(i32::from(score).min(MOST));
            }
        }
        best
    }

    fn of_tie(
        &self,
        number: usize,
        there: &There,
        who: MemberId,
        place: Option<(&Mentioned, &Trigger)>,
        heads: &[(usize, usize)],
    ) -> SignalList {
        let cast = self.cast;
        let surface = cast.surface;
        let occasion = &self.occasions[number];
        let kind = kind_of(cast.kind(who));
        let mut signals = SignalList::new();
        let mut put = |parts: &[&str]| signals.put(parts);
        put(&["tie"]);
        let told = there.told.get(&who).map(|at| &occasion.attendance[*at]);
        if let Some(attend) = told {
            put(&["tie told", attend.status.as_str()]);
            put(&["tie told", kind, occasion.kind.as_str()]);
            put(&["tie told by", attend.by.word()]);
        } else {
            put(&["tie untold"]);
            put(&["tie untold", kind, occasion.kind.as_str()]);
        }
        let over = matches!(occasion.status, MeetingStatus::Held | MeetingStatus::Ongoing);
        put(&["tie", if over { "over" } else { "coming" }]);
        if cast.kind(who) != EntityKind::Person && there.sides.contains(&who) {
            put(&["tie side of one told"]);
        }
        if cast.kind(who) == EntityKind::Person
            && cast.side_of(who).is_some_and(|side| there.told.contains_key(&side))
        {
            put(&["tie own side told"]);
        }
        let elsewhere = self.attends.get(&who).copied().unwrap_or(0);
        let others = (elsewhere - usize::from(told.is_some()).min(elsewhere)).min(3);
        put(&["tie others", few(others)]);
        put(&["tie crowd", few(occasion.attendance.len().min(5))]);
        let texts = if self.release { "release" } else { "report" };
        put(&["tie", texts, kind, told.map_or("untold", |attend| attend.by.word())]);
        let Some((mention, trigger)) = place else {
            put(&["tie unnamed"]);
            return signals;
        };
        put(&["tie reason", kind, mention.reason.describe()]);
        let (start, end) = (mention.run.start, mention.run.end);
        let (at, head) = (start, trigger.head);
        let sentence = surface.sentence(head);
        let apart = at.abs_diff(head);
        let side = if at < head { "before" } else { "after" };
        let far = match apart {
            0..=2 => 0,
            3..=5 => 1,
            6..=10 => 2,
            11..=18 => 3,
            19..=30 => 4,
            _ => 5,
        };
        put(&["tie", side, few(far)]);
        // "on the sidelines of a G-20 meeting": the meeting is called by their name.
        if trigger.run.contains(&start) {
            put(&["tie names", kind]);
        }
        put(&["tie", side, kind, self.noun_or_verb(head)]);
        put(&["tie", side, "kind", occasion.kind.as_str()]);
        // "After the talks ended, Lee said": the meeting is what the clause is about.
        if surface.pos(head + 1).is_finite_verb() {
            put(&["tie", side, "meeting acts"]);
        }
        let here = sentence.contains(&at);
        if here {
            let between = if at < head { end..head } else { head + 1..start };
            let verbs = between
                .clone()
                .filter(|at| surface.pos(*at).is_finite_verb() && cast.mention_at(*at).is_none())
                .take(2)
                .count();
            put(&["tie", side, "verbs", few(verbs)]);
            if between.len() <= 7 {
                for at in between.clone() {
                    put(&["tie", side, "between", self.word(at)]);
                }
            }
            if between.clone().any(|at| matches!(surface.word(at), "," | ";" | "—" | "--")) {
                put(&["tie", side, "comma"]);
            }
            let rivals: Vec<&(usize, usize)> = heads_in(heads, sentence.clone())
                .iter()
                .filter(|(_, other)| *other != number)
                .take(6)
                .collect();
            put(&["tie rivals", few(rivals.len().min(3))]);
            if rivals.iter().any(|(other, _)| other.abs_diff(at) < apart) {
                put(&["tie nearer to another"]);
            }
            let elsewhere = rivals.iter().any(|(_, other)| {
                self.occasions[*other].attendance.iter().any(|attend| attend.who == who)
            });
            if elsewhere {
                put(&["tie told at another here"]);
            }
        } else {
            let sentences = surface.sentence_of(at).abs_diff(surface.sentence_of(head));
            put(&["tie elsewhere", side, few(sentences.min(4))]);
            let paragraphs = surface.paragraph_of(at).abs_diff(surface.paragraph_of(head));
            put(&["tie elsewhere paragraphs", few(paragraphs.min(2))]);
            // Another meeting is spoken of where they are named.
            let there = surface.sentence(at);
            if heads_in(heads, there).iter().any(|(_, of)| *of != number) {
                put(&["tie elsewhere at another"]);
            }
            // None is spoken of in between.
            let between = if at < head { at..head } else { head + 1..at };
            if !heads_in(heads, between).iter().any(|(_, of)| *of != number) {
                put(&["tie elsewhere next", side]);
            }
        }
        // The word before the noun phrase, and the one after it.
        let mut left = start;
        while left > sentence.start.min(start)
            && (surface.pos(left - 1).is_noun()
                || surface.pos(left - 1).is_adjective()
                || surface.pos(left - 1).is_determiner())
        {
            left -= 1;
        }
        put(&["tie left", self.word(left.wrapping_sub(1))]);
        put(&["tie right", self.word(end)]);
        let mut next = end;
        while surface.pos(next).is_adverb() {
            next += 1;
        }
        if surface.pos(next).is_finite_verb() {
            put(&["tie acts", kind]);
            let main = (next..next + 4).rev().find(|at| surface.pos(*at).is_verb());
            if let Some(main) = main {
                put(&["tie does", self.word(main)]);
            }
        }
        if cast.in_title(start) {
            put(&["tie in title", kind]);
        }
        if surface.quotation_of(start).is_some() {
            put(&["tie quoted"]);
        }
        let scores = self.tie(&mention.run);
        let present = scores[0].max(scores[1]);
        signals.weigh(&["tie net present"], present);
        signals.weigh(&["tie net present", kind], present);
        if told.is_some() {
            signals.weigh(&["tie net present told"], present);
        }
        for (status, score) in AttendanceStatus::ALL.iter().zip(scores).skip(2) {
            signals.weigh(&["tie net", status.as_str()], score);
        }
        signals
    }

    fn noun_or_verb(&self, at: usize) -> &'static str {
        if self.cast.surface.pos(at).is_verb() { "verb" } else { "noun" }
    }
}

fn kind_of(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "person",
        EntityKind::State => "state",
        EntityKind::Organization => "organization",
        EntityKind::Place => "place",
    }
}
