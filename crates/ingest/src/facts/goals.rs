//! Who wants what: what parties agree to, seek, reject, in matters between states.

use super::statements::Said;
use crate::clauses::{subject_before, verb_group};
use crate::entities::{Cast, MemberId, distinct};
use crate::surface::Run;
use crate::tagger::Pos;
use crate::tokens::TokenKind;
use chancery_model::{Act, EntityKind, GoalStatus};

/// A goal while it is still made of tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Aim {
    /// The shortest words that name it.
    pub(crate) text: Run,
    /// Whose it is.
    pub(crate) holders: Vec<MemberId>,
    /// How it stands.
    pub(crate) status: GoalStatus,
    /// By whom it is told.
    pub(crate) according_to: Option<MemberId>,
}

/// Reads the goals of an article, in order of the text.
pub(crate) fn goals(cast: &Cast, said: &[Said]) -> Vec<Aim> {
    let mut reader = Reader { cast, said, found: Vec::new() };
    for sentence in cast.surface.sentences() {
        for at in sentence.clone() {
            if cast.surface.quotation_of(at).is_none() {
                reader.verb(at, sentence);
                reader.noun(at, sentence);
            }
        }
    }
    for statement in said {
        reader.statement(statement);
    }
    let mut found = reader.found;
    found.sort_by_key(|aim| (aim.text.start, aim.text.end));
    found.dedup_by(|later, earlier| {
        later.text.start < earlier.text.end && later.text.end <= earlier.text.end
            || later.text.start == earlier.text.start
    });
    found
}

/// How many statements around a goal are asked whether they tell it.
const NEAR: usize = 40;

struct Reader<'c, 'a, 't> {
    cast: &'c Cast<'a, 't>,
    said: &'c [Said],
    found: Vec<Aim>,
}

/// What a verb does to the infinitive or noun phrase after it.
fn by_verb(word: &str) -> Option<GoalStatus> {
    Some(match word {
        "agree" | "agreed" | "agrees" | "agreeing" | "pledged" | "pledge" | "pledges" | "vowed"
        | "promised" | "committed" | "decided" | "undertook" => GoalStatus::Agreed,
        "seek" | "seeks" | "sought" | "seeking" | "aim" | "aims" | "aimed" | "want" | "wants"
        | "wanted" | "hopes" | "intends" | "plans" | "planned" | "meant" | "intended"
        | "designed" | "pursue" | "demanded" | "demands" | "strives" | "needs" | "tries"
        | "trying" | "tried" | "wishes" => GoalStatus::Sought,
        "refused" | "refuses" | "declined" | "rejected" | "rejects" | "opposes" | "opposed" => {
            GoalStatus::Rejected
        }
        _ => return None,
    })
}

impl Reader<'_, '_, '_> {
    /// "agreed to reopen their consulates", "seeks to isolate Chad", "would not accept any deal".
    fn verb(&mut self, at: usize, sentence: &Run) {
        let cast = self.cast;
        let surface = cast.surface;
        if !surface.pos(at).is_verb() || surface.pos(at) == Pos::Modal {
            return;
        }
        let group = verb_group(surface, at);
        let word = surface.lower(at);
        let refuses = group.negated
            && (group.future
                || group.modal
                    && (group.run.clone())
                        .any(|at| matches!(surface.lower(at), "would" | "wo" | "will")))
            && !cast.lexicon.verbs.contains_key(word)
            && !crate::clauses::is_be(word)
            && !crate::clauses::is_have(word);
        let holders = || self.holders_of(group.run.start, sentence);
        if refuses {
            let holders = holders();
            if !holders.is_empty() {
                self.put(self.phrase(at, sentence), holders, GoalStatus::Rejected);
            }
            return;
        }
        let Some(mut status) = by_verb(word) else { return };
        if group.negated {
            status = GoalStatus::Rejected;
        }
        let mut next = at + 1;
        while surface.pos(next).is_adverb() && next < sentence.end {
            next += 1;
        }
        let passive_aim = matches!(word, "meant" | "aimed" | "intended" | "designed");
        let texts = match surface.lower(next) {
            "to" if surface.pos(next + 1) == Pos::VerbBase => self.list(next, sentence),
            "to" if matches!(word, "committed" | "agreed") => vec![self.phrase(next + 1, sentence)],
            "on" | "at"
                if matches!(word, "agreed" | "agree" | "aimed")
                    && !crate::clauses::is_day(surface.lower(next + 1)) =>
            {
                vec![self.phrase(next + 1, sentence)]
            }
            _ if matches!(
                word,
                "pledged"
                    | "pledge"
                    | "seek"
                    | "seeks"
                    | "sought"
                    | "seeking"
                    | "demanded"
                    | "rejected"
                    | "opposes"
                    | "opposed"
            ) && (surface.pos(next).is_noun()
                || surface.pos(next).is_determiner()
                || surface.pos(next).is_adjective()) =>
            {
                vec![self.phrase(next, sentence)]
            }
            _ => return,
        };
        let mut who = holders();
        if who.is_empty() && passive_aim {
            // "the meeting was meant to": those whose meeting it is; the leaders it brings together.
            who = distinct(
                cast.mentions_in(&(at..sentence.end))
                    .filter(|mention| cast.kind(mention.who) == EntityKind::Person)
                    .filter_map(|mention| cast.side_of(mention.who))
                    .collect(),
            );
        }
        if who.is_empty() {
            return;
        }
        for text in texts {
            self.put(text, who.clone(), status);
        }
    }

    /// "three goals: to A, to B, and to C"; "efforts to isolate Chad"; "no plans to"; "with the aim of".
    fn noun(&mut self, at: usize, sentence: &Run) {
        let surface = self.cast.surface;
        let word = surface.lower(at);
        if !surface.pos(at).is_noun() {
            return;
        }
        let next = surface.lower(at + 1);
        let (status, texts) = match word {
            "goals" | "goal" | "aims" | "objectives" | "priorities" | "steps" if next == ":" => {
                (self.status_around(at, sentence), self.list(at + 2, sentence))
            }
            "efforts" | "effort" | "bid" | "attempt" | "attempts" | "desire" | "proposal"
                if next == "to" && surface.pos(at + 2) == Pos::VerbBase =>
            {
                (GoalStatus::Sought, self.list(at + 1, sentence))
            }
            "aim" | "goal" | "objective" if next == "of" => {
                (GoalStatus::Sought, vec![self.phrase(at + 2, sentence)])
            }
            "plans" | "plan" | "intention" | "reason"
                if (next == "to" || next == "of") && surface.lower(at.wrapping_sub(1)) == "no" =>
            {
                (GoalStatus::Rejected, vec![self.phrase(at + 2, sentence)])
            }
            "intention" if next == "to" => {
                (GoalStatus::Sought, vec![self.phrase(at + 2, sentence)])
            }
            _ => return,
        };
        let holders = self.holders_near(at, sentence);
        if holders.is_empty() {
            return;
        }
        for text in texts {
            self.put(text, holders.clone(), status);
        }
    }

    /// A list of goals is as its verb says: "agreed to pursue three goals".
    fn status_around(&self, at: usize, sentence: &Run) -> GoalStatus {
        let surface = self.cast.surface;
        (sentence.start..at)
            .rev()
            .take(10)
            .find_map(|at| {
                by_verb(surface.lower(at)).filter(|status| *status == GoalStatus::Agreed)
            })
            .unwrap_or(GoalStatus::Sought)
    }

    /// What a statement asks for or holds important is its speaker's goal.
    fn statement(&mut self, said: &Said) {
        let cast = self.cast;
        let surface = cast.surface;
        let Some(run) = said.content.first() else { return };
        let holders = distinct(said.who.iter().filter_map(|who| cast.side_of(*who)).collect());
        if holders.is_empty() || said.negated || surface.quotation_of(run.start).is_some() {
            return;
        }
        let sentence = surface.sentence(run.start);
        let find = |words: &[&str]| {
            (run.start..run.end.min(run.start + 6))
                .find(|at| surface.reads(*at, words))
                .map(|at| at + words.len())
        };
        let shared = if holders.len() > 1 { GoalStatus::Agreed } else { GoalStatus::Sought };
        let weighed = find(&["importance", "of"])
            .or_else(|| find(&["need", "to"]))
            .or_else(|| find(&["need", "for"]))
            .or_else(|| find(&["commitment", "to"]))
            .or_else(|| find(&["determination", "to"]))
            .or_else(|| find(&["intention", "to"]));
        if let Some(from) =
            weighed.filter(|_| matches!(said.act, Act::Stress | Act::Say | Act::Express))
        {
            let text = self.phrase(from, &(sentence.start..run.end.min(sentence.end)));
            self.push(
                text,
                holders,
                shared,
                said.who.first().copied().filter(|_| said.who.len() == 1),
            );
            return;
        }
        if said.act == Act::Urge && said.who.len() == 1 {
            // "urged Israel to show restraint": what is to be done.
            let to = (run.start..run.end.min(run.start + 14))
                .find(|at| surface.lower(*at) == "to" && surface.pos(*at + 1) == Pos::VerbBase);
            let text = match to {
                Some(to) => self.phrase(to + 1, &(sentence.start..run.end.min(sentence.end))),
                None => self.phrase(run.start, &(sentence.start..run.end.min(sentence.end))),
            };
            self.push(text, holders.clone(), GoalStatus::Sought, said.who.first().copied());
        }
        if said.act == Act::Propose
            && said.who.len() == 1
            && surface.pos(run.start) == Pos::VerbGerund
        {
            self.push(run.clone(), holders, GoalStatus::Sought, said.who.first().copied());
        }
    }

    /// Infinitives joined by commas and "and", each a goal of its own.
    fn list(&self, at: usize, sentence: &Run) -> Vec<Run> {
        let surface = self.cast.surface;
        let mut texts = Vec::new();
        let first = if surface.lower(at) == "to" { at + 1 } else { at };
        let end = self.end(first, sentence);
        let mut start = first;
        let form = surface.pos(first);
        for next in first + 1..end {
            let to = surface.lower(next) == "to"
                && surface.pos(next + 1) == Pos::VerbBase
                && (matches!(surface.lower(next - 1), "and" | "," | "or"));
            let bare = matches!(surface.lower(next), "and" | ",")
                && surface.pos(next + 1).is_verb()
                && (surface.pos(next + 1) == form
                    || surface.pos(next + 1) == Pos::VerbGerund && self.has_gerund(start..next));
            if to {
                texts.push(start..self.before_joint(next));
                start = next + 1;
            } else if bare {
                texts.push(start..self.before_joint(next + 1));
                start = next + 1;
            }
        }
        texts.push(start..end);
        texts.into_iter().map(|run| self.trim(run)).filter(|run| run.len() > 1).collect()
    }

    fn has_gerund(&self, run: Run) -> bool {
        run.clone().any(|at| self.cast.surface.pos(at) == Pos::VerbGerund)
    }

    fn before_joint(&self, at: usize) -> usize {
        let surface = self.cast.surface;
        let mut end = at;
        while end > 0 && matches!(surface.lower(end - 1), "and" | "," | "or") {
            end -= 1;
        }
        end
    }

    /// One goal from here to where its phrase ends.
    fn phrase(&self, at: usize, sentence: &Run) -> Run {
        self.trim(at..self.end(at, sentence))
    }

    /// A goal ends with its clause: at a comma before something new, a further verb, a subordinate.
    fn end(&self, at: usize, sentence: &Run) -> usize {
        let surface = self.cast.surface;
        for next in at + 1..sentence.end {
            let word = surface.lower(next);
            let reports = surface.word(next) == "," && {
                let verb = (next + 1..sentence.end.min(next + 12))
                    .find(|at| surface.pos(*at).is_finite_verb());
                verb.is_some_and(|verb| {
                    !surface.reads(next + 1, &["to"])
                        && surface.lower(next + 1) != "and"
                        && self.cast.lexicon.verbs.contains_key(surface.lower(verb))
                })
            };
            let aside = surface.word(next) == ","
                && matches!(
                    surface.lower(next + 1),
                    "which"
                        | "who"
                        | "but"
                        | "while"
                        | "after"
                        | "following"
                        | "as"
                        | "with"
                        | "when"
                        | "adding"
                        | "saying"
                        | "months"
                        | "although"
                );
            let subordinate =
                matches!(word, "after" | "because" | "although" | "amid" | "following" | "while")
                    && next > at + 1;
            let second = matches!(word, "and" | "but") && surface.pos(next + 1).is_finite_verb()
                || matches!(word, "and" | "but") && self.clause_follows(next + 1, sentence);
            if matches!(surface.word(next), ";" | "—" | "." | "?" | "!")
                || reports
                || aside
                || subordinate
                || second
            {
                return next;
            }
        }
        sentence.end
    }

    /// "…, and more work needs to be done": a clause of its own after "and".
    fn clause_follows(&self, at: usize, sentence: &Run) -> bool {
        let surface = self.cast.surface;
        let verb = (at..sentence.end.min(at + 6)).find(|at| surface.pos(*at).is_verb());
        verb.is_some_and(|verb| {
            surface.pos(verb).is_finite_verb() && verb > at && !surface.pos(at).is_verb()
        })
    }

    fn trim(&self, run: Run) -> Run {
        let surface = self.cast.surface;
        let mut run = run;
        let mark = |at: usize| {
            surface.kind(at) == TokenKind::Mark && !matches!(surface.word(at), ")" | "%")
        };
        while run.start < run.end
            && (mark(run.start) || surface.kind(run.start) == TokenKind::Quote)
        {
            run.start += 1;
        }
        while run.start < run.end
            && (mark(run.end - 1) || surface.kind(run.end - 1) == TokenKind::Quote)
        {
            run.end -= 1;
        }
        run
    }

    /// The sides of the subject of a verb.
    fn holders_of(&self, verb: usize, sentence: &Run) -> Vec<MemberId> {
        let cast = self.cast;
        let ends = |at: usize| cast.ends_mention(at);
        let own = subject_before(cast.surface, verb, &ends);
        let run = own.or_else(|| {
            (sentence.start..verb)
                .rev()
                .filter(|at| cast.surface.pos(*at).is_finite_verb())
                .take(4)
                .find_map(|at| {
                    subject_before(cast.surface, verb_group(cast.surface, at).run.start, &ends)
                })
        });
        run.map_or_else(Vec::new, |run| self.sides(&run))
    }

    /// Possessors and "by X" beside a noun, else the subject of its sentence.
    fn holders_near(&self, at: usize, sentence: &Run) -> Vec<MemberId> {
        let cast = self.cast;
        let beside = self.sides(&(at.saturating_sub(4).max(sentence.start)..at));
        if !beside.is_empty() {
            return beside;
        }
        if cast.surface.lower(at + 1) == "by" {
            let by = self.sides(&(at + 2..(at + 7).min(sentence.end)));
            if !by.is_empty() {
                return by;
            }
        }
        let verb = (sentence.start..at).rev().find(|at| cast.surface.pos(*at).is_finite_verb());
        verb.map_or_else(Vec::new, |verb| {
            self.holders_of(verb_group(cast.surface, verb).run.start, sentence)
        })
    }

    fn sides(&self, run: &Run) -> Vec<MemberId> {
        let cast = self.cast;
        let mut who = cast.actors(run);
        if who.is_empty() {
            who = cast
                .mentions_in(run)
                .map(|mention| mention.who)
                .filter(|who| matches!(cast.kind(*who), EntityKind::State))
                .collect();
        }
        distinct(who.into_iter().filter_map(|who| cast.side_of(who)).collect())
    }

    fn put(&mut self, text: Run, holders: Vec<MemberId>, status: GoalStatus) {
        // Told by whoever says it, if it stands in somebody's words.
        let until = self.said.partition_point(|said| said.at() <= text.end);
        let near = self.said[..until]
            .iter()
            .rev()
            .take(NEAR)
            .chain(self.said[until..].iter().take(NEAR / 4));
        let told = near.filter(|said| {
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
