//! Who said what, and who wants what.

use super::super::Kind;
use super::super::cues::{BACKING, DEMANDS, OBSTACLES};
use super::super::kinds::names_occasion;
use super::super::of_both::{is_of_both, is_of_outcomes, is_outcome_of_both};
use super::super::vocabulary::{GOALS, act};
use super::super::whereabouts::is_going;
use super::{Part, Reader, put};
use crate::QuestionError;
use chancery_graph::NodeKind;
use chancery_model::{Act, GoalStatus, Mode};

impl Reader<'_, '_> {
    #[expect(clippy::match_same_arms, reason = "each lead has its line, and their order counts")]
    pub(super) fn said(&mut self, parts: Vec<Part>) -> Result<(), QuestionError> {
        let asks_by = self.has(&[" who ", " whom ", " which ", " whose "]);
        // "What has Lavrov been accused of": by others.
        let passive = self.is_told_of_whom();
        let verbs = ["did", "do", "does", "has", "have", "had"];
        let somebody = ["they", "he", "she", "it", "we"];
        let by_somebody_not_named = verbs
            .iter()
            .any(|verb| somebody.iter().any(|who| self.has(&[&format!(" {verb} {who} ")])));
        self.reading.between = is_of_both(self.shape);
        let obstacles =
            !self.reading.between && self.has(OBSTACLES) && !self.has(&[" say", " said "]);
        for part in parts {
            let mention = &part.mention;
            match &*part.lead {
                _ if obstacles => {
                    let about = self.one(mention, NodeKind::ACTORS)?;
                    self.reading.about.push(about);
                }
                _ if self.reading.between && self.reading.of.len() < 2 => {
                    let one_of_two = self.actor(mention)?;
                    self.reading.of.push(one_of_two);
                }
                "in" | "at" if self.reading.between && Self::is_city(mention) => {
                    let place = self.place(mention)?;
                    self.reading.places.push(place);
                }
                "at" | "during" if self.reading.between => self.topic_of(mention),
                _ if self.reading.between => {
                    let about = self.one(mention, NodeKind::ACTORS)?;
                    self.reading.about.push(about);
                }
                "according to" => {
                    let who = self.actor(mention)?;
                    self.reading.of.push(who);
                }
                "of" if self.has(&[" behalf of _ ", " name of _ "]) => {
                    let by = self.actor(mention)?;
                    self.reading.of.push(by);
                }
                "about" | "on" | "regarding" | "concerning" | "mention" | "mentions"
                | "mentioned" | "against" | "toward" | "towards" | "of" | "over" | "into"
                | "praise" | "praised" | "accuse" | "accused" | "criticize" | "criticized"
                | "condemn" | "condemned" | "blame" | "blamed" | "thank" | "thanked"
                | "mentioning" => {
                    let about = self.one(mention, NodeKind::ACTORS)?;
                    self.reading.about.push(about);
                }
                // "Which statements did Russia make", "on behalf of Ethiopia".
                "did" | "does" | "do" | "has" | "have" | "had" if part.after_verb => {
                    let by = self.actor(mention)?;
                    self.reading.of.push(by);
                }
                // "The coup in Burma", not "said in Geneva".
                "in" if part.after_verb && Self::is_state(mention) => {
                    let about = self.one(mention, NodeKind::ACTORS)?;
                    self.reading.about.push(about);
                }
                // "Denied supplying drones to Russia": what was said is told of it.
                "to" if part.after_verb && part.is_of_the_matter() => {
                    let about = self.one(mention, NodeKind::ACTORS)?;
                    self.reading.about.push(about);
                }
                // "What did he say during his visit to Morocco".
                "to" if is_going(&part.before)
                    && self.has(&[" during ", " on trip", " on visit"]) =>
                {
                    self.topic_of(mention);
                }
                // "What was said about the trip to India".
                "to" if is_going(&part.before) => {
                    let about = self.one(mention, NodeKind::ACTORS)?;
                    self.reading.about.push(about);
                }
                // "React to the launches of North Korea".
                "to" if matches!(
                    &*part.before,
                    "react"
                        | "reacted"
                        | "reacts"
                        | "reaction"
                        | "reactions"
                        | "reacting"
                        | "respond"
                        | "responded"
                        | "responds"
                        | "response"
                        | "responses"
                        | "responding"
                ) =>
                {
                    let about = self.one(mention, NodeKind::ACTORS)?;
                    self.reading.about.push(about);
                }
                "to" if part.after_verb => {
                    let to = self.actor(mention)?;
                    self.reading.to.push(to);
                }
                "tell" | "told" | "tells" | "telling" | "urge" | "urged" | "warn" | "warned"
                | "asked" | "addressed" => {
                    let to = self.actor(mention)?;
                    self.reading.to.push(to);
                }
                "at" | "after" | "during" | "with" | "in" if part.after_verb => {
                    self.topic_of(mention);
                }
                // "What did Turkey demand from Sweden".
                "from" if part.after_verb && !self.reading.of.is_empty() => {
                    let about = self.one(mention, NodeKind::ACTORS)?;
                    self.reading.about.push(about);
                }
                "by" | "from" => {
                    let by = self.actor(mention)?;
                    self.reading.of.push(by);
                }
                _ if passive && !part.after_verb => {
                    let about = self.one(mention, NodeKind::ACTORS)?;
                    self.reading.about.push(about);
                }
                // "Did they discuss Ukraine".
                _ if part.after_verb && by_somebody_not_named => {
                    let about = self.one(mention, NodeKind::ACTORS)?;
                    self.reading.about.push(about);
                }
                _ if part.after_verb && asks_by && !mention.owns => {
                    // "Who said that Ukraine …", "who mentioned Putin".
                    let about = self.one(mention, NodeKind::ACTORS)?;
                    self.reading.about.push(about);
                }
                _ if part.after_verb && !self.reading.of.is_empty() && !part.joined => {
                    let about = self.one(mention, NodeKind::ACTORS)?;
                    self.reading.about.push(about);
                }
                _ => {
                    let by = self.actor(mention)?;
                    self.reading.of.push(by);
                }
            }
        }
        // Who calls somebody something does not urge.
        self.reading.act = self.shape.split(' ').filter(|word| *word != "called").find_map(act);
        if self.has(DEMANDS) && self.reading.act.is_none() {
            self.reading.act = Some(Act::Urge);
        }
        if self.has(&[
            " quotes ",
            " quote ",
            " quoted ",
            " verbatim ",
            " word for word ",
            " quotation ",
            " quotations ",
            " in their own words ",
            " exact words ",
        ]) {
            self.reading.mode = Some(Mode::Direct);
        }
        Ok(())
    }

    /// Whether it is asked what others say of somebody: "has been accused", "was he praised".
    fn is_told_of_whom(&self) -> bool {
        let words: Vec<&str> = self.shape.split_whitespace().collect();
        let be = |word: &str| matches!(word, "been" | "was" | "were" | "is" | "are" | "being");
        let done = |word: &str| {
            let done = matches!(act(word), Some(Act::Accuse | Act::Praise));
            done && word.ends_with("ed")
        };
        (1..words.len()).any(|at| {
            done(words[at])
                && (be(words[at - 1]) || at > 1 && words[at - 1] == "_" && be(words[at - 2]))
        })
    }

    pub(super) fn goals(&mut self, parts: Vec<Part>) -> Result<(), QuestionError> {
        let reports = self.has(&[
            " report ",
            " reported ",
            " say ",
            " said ",
            " mention ",
            " mentioned ",
            " name ",
            " list ",
        ]);
        let agreed = GOALS.iter().any(|(forms, status)| {
            *status == Some(GoalStatus::Agreed)
                && self.shape.split(' ').any(|word| forms.contains(&word))
        });
        let two_agreed =
            agreed && self.has(&[" agreed between _ ", " on between _ ", " upon between _ "]);
        let outcomes = self.reading.kind == Kind::Goals && is_of_outcomes(self.shape);
        self.reading.between = self.reading.kind == Kind::Goals && is_outcome_of_both(self.shape);
        for part in parts {
            let mention = &part.mention;
            match &*part.lead {
                "in" | "at" if self.reading.between && Self::is_place(mention) => {
                    let place = self.place(mention)?;
                    self.reading.places.push(place);
                }
                _ if self.reading.between => {
                    let one_of_two = self.actor(mention)?;
                    self.reading.of.push(one_of_two);
                }
                // "The results of the Negev Summit".
                _ if outcomes && (part.describes || names_occasion(&mention.folded)) => {
                    self.topic_of(mention);
                }
                "according to" => {
                    let who = self.actor(mention)?;
                    self.reading.according_to.push(who);
                }
                // "What was decided in Wales"; "what does Russia want in Ukraine" is no place.
                "in" if agreed && Self::is_place(mention) => self.topic_of(mention),
                // "What was agreed between Kenya and the United States", in no talks that are named.
                "between" if two_agreed => {
                    let side = self.actor(mention)?;
                    let first = self.reading.of.is_empty();
                    if first { &mut self.reading.of } else { &mut self.reading.other }.push(side);
                }
                "at" | "after" | "during" | "between" => self.topic_of(mention),
                "with" => {
                    let with = self.actor(mention)?;
                    self.reading.other.push(with);
                }
                // "What does Turkey want from Sweden": what it wants tells of Sweden.
                "from" if !self.reading.of.is_empty() && self.reading.kind == Kind::Goals => {
                    let label = mention.typed.clone();
                    put(&mut self.reading.words, &label);
                    let about = self.one(mention, NodeKind::ACTORS)?;
                    self.reading.about.push(about);
                }
                "about" | "on" | "regarding" | "concerning" | "toward" | "towards" | "over"
                | "in" => {
                    let label = mention.typed.clone();
                    put(&mut self.reading.words, &label);
                    // Words tell what it is about; which one is meant is noted.
                    let about = self.one(mention, NodeKind::ACTORS)?;
                    self.reading.about.push(about);
                }
                // "On Sweden joining NATO", "who opposes Nord Stream 2": all of it is the matter.
                lead if self.reading.kind == Kind::Positions
                    && (!self.reading.words.is_empty() || BACKING.contains(&lead)) =>
                {
                    let typed = mention.typed.clone();
                    put(&mut self.reading.words, &typed);
                    let about = self.one(mention, NodeKind::ACTORS)?;
                    self.reading.about.push(about);
                }
                _ if part.joined
                    && !self.reading.of.is_empty()
                    && self.reading.kind == Kind::Goals =>
                {
                    let with = self.actor(mention)?;
                    self.reading.other.push(with);
                }
                _ if reports && self.reading.kind == Kind::Goals && !part.after_verb => {
                    let who = self.actor(mention)?;
                    self.reading.according_to.push(who);
                }
                _ => {
                    let of = self.actor(mention)?;
                    self.reading.of.push(of);
                }
            }
        }
        if self.reading.of.is_empty() {
            // "What was agreed with Ukraine": the other party is not named.
            self.reading.of = std::mem::take(&mut self.reading.other);
        }
        let verbs = self.shape.split(' ');
        self.reading.goal_status = if self.reading.kind == Kind::Goals {
            verbs.into_iter().find_map(|word| {
                GOALS
                    .iter()
                    .find(|(forms, _)| forms.contains(&word))
                    .and_then(|(_, status)| *status)
            })
        } else {
            None
        };
        Ok(())
    }
}
