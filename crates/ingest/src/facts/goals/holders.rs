//! Whose goal it is, and who tells it.

use super::{Aim, Reader};
use crate::clauses::{VerbGroup, subject_before, verb_group};
use crate::entities::{MemberId, Reason, distinct};
use crate::facts::statements::Said;
use crate::surface::Run;
use crate::tagger::Pos;
use chancery_model::{Act, EntityKind, GoalStatus};

/// How many statements around a goal are asked whether they tell it.
const NEAR: usize = 40;
/// So many verbs before a goal are asked for their subjects.
const VERBS: usize = 12;
/// So many words of what somebody says may be the subject of its first verb.
const SUBJECT: usize = 6;
/// Among so many names is looked for the state that a text is at home in.
const FIRST: usize = 200;
/// Words of the names of bodies that act for their state.
#[rustfmt::skip]
const ARMS: &[&str] = &[
    "administration", "army", "cabinet", "consulate", "department", "embassy", "force", "forces", "gendarmerie",
    "ministry", "military", "mission", "navy", "pentagon", "police", "presidency", "presidential",
];
/// So many words an aside may take.
const ASIDE: usize = 40;

impl Reader<'_, '_, '_> {
    /// Who agrees or wants: the subject of a verb, or whoever says it by that verb.
    pub(super) fn holders_of_verb(&self, group: &VerbGroup, sentence: &Run) -> Vec<MemberId> {
        let by = self.said_by(group.main).map(|said| self.sides_of(said.who.clone()));
        if let Some(sides) = by.filter(|sides| !sides.is_empty()) {
            return sides;
        }
        let cast = self.cast;
        let ends = |at: usize| cast.ends_mention(at);
        let told = self.told_from(group);
        // "A US official said on Monday Mali had agreed": Mali alone is the subject.
        let own = subject_before(cast.surface, group.run.start, &ends)
            .map(|run| told.map_or(run.start, |first| first.max(run.start))..run.end)
            // "shelled areas near the border of Mali to try to": of those who shelled them.
            .filter(|run| {
                !group.infinitive
                    || group.future
                    || cast.ends_mention(run.end - 1)
                    || cast.mention_at(run.end - 1).is_some()
                    || self.occasion(run).is_some()
            })
            .map(|run| self.sides_or_parties(&run))
            .filter(|sides| !sides.is_empty());
        let own = own.or_else(|| {
            let run = told?..group.run.start;
            let short = !run.is_empty() && run.len() <= SUBJECT;
            let bare = run.clone().all(|at| !cast.surface.pos(at).is_finite_verb());
            Some(self.sides(&run)).filter(|sides| short && bare && !sides.is_empty())
        });
        own.or_else(|| self.holders_before(group.run.start, sentence))
            .or_else(|| self.told_at(group.main).map(|said| self.sides_of(said.who.clone())))
            .unwrap_or_default()
    }

    /// Where the words begin that somebody says with this verb in them.
    fn told_from(&self, group: &VerbGroup) -> Option<usize> {
        let said = self.told_at(group.main)?;
        let run = said.content.iter().find(|run| run.contains(&group.main))?;
        (run.start < group.run.start).then_some(run.start)
    }

    /// Whether a verb stands beside somebody: "Mali's actions would not stand" refuses nothing.
    pub(super) fn can_act(&self, group: &VerbGroup) -> bool {
        let cast = self.cast;
        let surface = cast.surface;
        let ends = |at: usize| cast.ends_mention(at);
        let Some(run) = subject_before(surface, group.run.start, &ends) else { return true };
        let Some(owner) = run.clone().rev().find(|at| surface.lower(*at) == "'s") else {
            return true;
        };
        let head = run.end - 1;
        let acts = [
            "government",
            "governments",
            "leader",
            "leaders",
            "officials",
            "authorities",
            "army",
            "military",
            "forces",
            "parliament",
            "cabinet",
            "ministry",
            "administration",
            "side",
            "delegation",
            "negotiators",
        ];
        owner >= head
            || !surface.pos(head).is_noun()
            || cast.mention_at(head).is_some()
            || acts.contains(&surface.lower(head))
    }

    /// The subject of the nearest verb before a token that has one that names somebody.
    pub(super) fn holders_before(&self, at: usize, sentence: &Run) -> Option<Vec<MemberId>> {
        let surface = self.cast.surface;
        let ends = |at: usize| self.cast.ends_mention(at);
        let end = at;
        (sentence.start..end)
            .rev()
            .filter(|at| surface.pos(*at).is_finite_verb())
            .take(VERBS)
            .filter(|at| !self.is_aside(*at, sentence.start, end))
            .take(5)
            .filter_map(|at| subject_before(surface, verb_group(surface, at).run.start, &ends))
            .map(|run| self.sides_or_parties(&run))
            .find(|sides| !sides.is_empty())
    }

    /// "…, as Lee said, to", "…, which Mali will host; and": a verb of an aside that ends before a token.
    pub(super) fn is_aside(&self, verb: usize, first: usize, end: usize) -> bool {
        let surface = self.cast.surface;
        let comma = (first.max(verb.saturating_sub(8))..verb)
            .rev()
            .find(|at| matches!(surface.word(*at), "," | ";"));
        let opens = comma.is_some_and(|comma| {
            matches!(surface.lower(comma + 1), "as" | "which" | "who" | "where" | "whose")
        });
        opens && (verb + 1..end.min(verb + ASIDE)).any(|at| matches!(surface.word(at), "," | ";"))
    }

    /// Possessors and "by X" beside a noun, else whoever says it, else the subject of its clause.
    pub(super) fn holders_of_noun(&self, at: usize, sentence: &Run) -> Vec<MemberId> {
        let owners = self.owners_of_noun(at, sentence);
        if !owners.is_empty() {
            return owners;
        }
        if let Some(said) = self.told_at(at) {
            if let Some(own) = self.pursuers(at, sentence) {
                return own;
            }
            let sides = self.sides_of(said.who.clone());
            if !sides.is_empty() {
                return sides;
            }
        }
        self.holders_before(at, sentence).unwrap_or_default()
    }

    /// Possessors and "by X" beside a noun.
    pub(super) fn owners_of_noun(&self, at: usize, sentence: &Run) -> Vec<MemberId> {
        let cast = self.cast;
        let surface = cast.surface;
        let mut first = at;
        while first > sentence.start
            && at - first < 6
            && (surface.pos(first - 1).is_noun()
                || surface.pos(first - 1).is_adjective()
                || surface.pos(first - 1) == Pos::VerbGerund
                || surface.lower(first - 1) == "'s"
                || cast.mention_at(first - 1).is_some_and(|mention| {
                    mention.reason != Reason::Pronoun
                        && cast.kind(mention.who) != EntityKind::Person
                }))
        {
            first -= 1;
        }
        let owners: Vec<MemberId> = cast
            .mentions_in(&(first..at))
            .map(|mention| mention.who)
            .filter(|who| match cast.kind(*who) {
                EntityKind::Person => cast.side_of(*who).is_some(),
                EntityKind::Place => false,
                _ => true,
            })
            .collect();
        if !owners.is_empty() {
            return self.sides_of(owners);
        }
        if surface.lower(at + 1) == "by" || surface.lower(at + 2) == "by" {
            return self.sides(&(at + 2..(at + 8).min(sentence.end)));
        }
        Vec::new()
    }

    /// The sides of the persons named in the rest of a sentence.
    pub(super) fn led_in(&self, at: usize, sentence: &Run) -> Vec<MemberId> {
        let persons = self
            .cast
            .mentions_in(&(at..sentence.end))
            .filter(|mention| self.cast.kind(mention.who) == EntityKind::Person)
            .filter_map(|mention| self.cast.side_of(mention.who));
        distinct(persons.collect())
    }

    /// The statement whose cue is at a token.
    fn said_by(&self, at: usize) -> Option<&Said> {
        self.near(at).find(|said| {
            !said.who.is_empty() && said.cue.as_ref().is_some_and(|cue| cue.contains(&at))
        })
    }

    /// The innermost statement in whose words a token stands, of those that begin in its sentence: a
    /// whole release that is attributed to a spokesperson tells nothing of whose goal it is.
    pub(super) fn told_at(&self, at: usize) -> Option<&Said> {
        self.near(at)
            .filter(|said| !said.who.is_empty() && said.cue.is_some())
            .filter(|said| {
                said.content.iter().any(|run| {
                    run.contains(&at)
                        && self.cast.surface.sentence_of(run.start)
                            == self.cast.surface.sentence_of(at)
                })
            })
            .min_by_key(|said| said.content.iter().map(ExactSizeIterator::len).sum::<usize>())
    }

    /// The statements that begin near a token.
    fn near(&self, at: usize) -> impl Iterator<Item = &Said> {
        let until = self.said.partition_point(|said| said.at() <= at);
        let before = self.said[..until].iter().rev().take(NEAR);
        before.chain(self.said[until..].iter().take(NEAR / 4))
    }

    /// The turn in which a token stands.
    pub(super) fn turn_at(&self, at: usize) -> Option<&Said> {
        self.near(at).find(|said| {
            said.cue.is_none() && said.who.len() == 1 && {
                let mut words = said.content.iter();
                words.any(|run| run.contains(&at))
            }
        })
    }

    /// The sides that a subject stands for, or of those who come to the talks that it stands for.
    fn sides_or_parties(&self, subject: &Run) -> Vec<MemberId> {
        self.occasion(subject)
            .map(|head| self.parties_of(subject, head))
            .filter(|parties| !parties.is_empty())
            .unwrap_or_else(|| self.sides(subject))
    }

    pub(super) fn sides(&self, run: &Run) -> Vec<MemberId> {
        let cast = self.cast;
        if let Some(own) = self.speaking(run) {
            return own;
        }
        let mut who = cast.actors(run);
        if who.is_empty() {
            // "the parties in Mali" are not Mali.
            let elsewhere = |at: usize| {
                at > run.start
                    && matches!(cast.surface.lower(at - 1), "in" | "to" | "on" | "against")
            };
            who = cast
                .mentions_in(run)
                .filter(|mention| !elsewhere(mention.run.start))
                .map(|mention| mention.who)
                .filter(|who| matches!(cast.kind(*who), EntityKind::State))
                .collect();
        }
        self.sides_of(self.but_people(who, run))
    }

    /// The sides of persons, or themselves where the text names no side. An office of a government speaks
    /// for its state and wants nothing for itself.
    pub(super) fn sides_of(&self, who: Vec<MemberId>) -> Vec<MemberId> {
        distinct(who.into_iter().filter_map(|who| self.side(who)).collect())
    }

    /// Whose side somebody is on: a minister's, a ministry's or an army's is its state's. Nobody's goal
    /// is that of a paper or agency that tells of it.
    fn side(&self, who: MemberId) -> Option<MemberId> {
        let cast = self.cast;
        let side = cast.side_of(who).or_else(|| cast.state_of(who)).unwrap_or(who);
        let body = match cast.kind(side) {
            EntityKind::Organization => side,
            EntityKind::Person => {
                let mut offices = cast.member(side).offices.iter();
                match offices.find_map(|office| office.owner).filter(|it| self.is_arm(*it)) {
                    Some(body) => body,
                    None => return Some(side),
                }
            }
            _ => return Some(side),
        };
        let member = cast.member(body);
        if cast.lexicon.media.contains(&member.name) {
            return None;
        }
        // "Lee's office": for its state, and nothing for itself.
        let office = member.name.starts_with("Office of ")
            || member.name.split(' ').any(|it| it == "office");
        if office {
            return member.of;
        }
        if !self.is_arm(body) {
            return Some(body);
        }
        let own = member.of.filter(|of| cast.kind(*of) == EntityKind::State);
        own.or_else(|| self.home(&member.name)).or(Some(body))
    }

    /// Whether a body acts for its state: a ministry, an embassy, an army.
    fn is_arm(&self, who: MemberId) -> bool {
        let cast = self.cast;
        let member = cast.member(who);
        cast.kind(who) == EntityKind::Organization
            && member.of.is_none_or(|of| cast.kind(of) == EntityKind::State)
            && member.name.split([' ', '-']).any(|word| {
                let word = word.to_lowercase();
                ARMS.contains(&word.trim_matches(['(', ')', ',']))
            })
            && !cast.lexicon.of_states.contains(&member.name)
    }

    /// "The foreign ministry said here": of the state that the text names first.
    fn home(&self, body: &str) -> Option<MemberId> {
        let cast = self.cast;
        if !body.to_lowercase().ends_with("ministry") {
            return None;
        }
        cast.mentions()
            .iter()
            .take(FIRST)
            .map(|mention| mention.who)
            .find(|who| cast.kind(*who) == EntityKind::State)
    }

    pub(super) fn put(&mut self, text: Run, holders: Vec<MemberId>, status: GoalStatus) {
        // Told by whoever says it, if it stands in somebody's words.
        if holders.is_empty() {
            return;
        }
        let text = self.as_marked(text);
        // "denied planning to reopen": what is denied is not wanted.
        let denied = status != GoalStatus::Rejected
            && self.near(text.end).any(|said| {
                said.act == Act::Deny
                    && said.content.iter().any(|run| run.start <= text.start && text.end <= run.end)
            });
        if denied {
            self.barred.push(text);
            return;
        }
        let urged = status == GoalStatus::Agreed && self.is_urged(text.start);
        let status = if urged { GoalStatus::Sought } else { status };
        let holders = self.with_others(text.start, holders, status);
        let told = self.near(text.end).filter(|said| {
            said.content.iter().any(|run| run.start <= text.start && text.end <= run.end)
                && said.who.len() == 1
                && said.cue.is_some()
        });
        let according_to = told
            .min_by_key(|said| said.content.iter().map(ExactSizeIterator::len).sum::<usize>())
            .and_then(|said| said.who.first().copied());
        self.push(text, holders, status, according_to);
    }

    fn push(
        &mut self,
        text: Run,
        holders: Vec<MemberId>,
        status: GoalStatus,
        according_to: Option<MemberId>,
    ) {
        if text.len() > 1 && text.len() < 60 {
            self.found.push(Aim { text, holders, status, according_to });
        }
    }
}
