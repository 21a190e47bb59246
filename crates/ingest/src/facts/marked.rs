//! What the network marks and no rule found: statements and attitudes told in other ways.

use super::complements::{aims_or_lacks, in_statement};
use super::contents::trim;
use super::cues::{main_subject, speakers};
use super::linked::{Linked, linked};
use super::meetings::is_paid_a_call;
use super::no_source::{
    grants_nothing, is_act, is_another_word, is_label, is_measure, is_only_meant,
};
use super::statements::{Reader, Said};
use super::unsaid::{
    by_nobody, has_yet_to, is_told, receives_a_guest, refused, still_to_come, wants_no_name,
};
use crate::clauses::{VerbGroup, subject_after, subject_before, verb_group};
use crate::entities::MemberId;
use crate::lexicon::{Takes, Verb};
use crate::network::Marked;
use crate::surface::Run;
use crate::tagger::Pos;
use crate::tokens::TokenKind;
use chancery_model::{Act, EntityKind};

impl Reader<'_, '_, '_> {
    /// Adds what is marked where no rule has found anything; gives what waits for a speaker: a
    /// quotation of whole sentences without source or cue, which may go on with another.
    pub(super) fn marked(&mut self, marks: &[Marked]) -> Vec<Said> {
        let surface = self.cast.surface;
        let mut taken = vec![false; surface.len()];
        self.found.sort_by_key(Said::at);
        for said in &self.found {
            for run in said.content.iter().chain(&said.cue) {
                taken[run.clone()].fill(true);
            }
        }
        let (mut added, mut waiting) = (Vec::new(), Vec::new());
        for linked in linked(surface, marks) {
            let runs = linked.content.iter().cloned().chain(linked.cue.clone());
            if runs.flatten().any(|at| taken[at]) {
                self.extend(&linked, &mut taken);
                continue;
            }
            let Some((said, attitude)) = self.said(&linked) else { continue };
            let title = |at| surface.quotation_of(at).is_some_and(|number| self.titles[number]);
            if said.content.iter().flat_map(Clone::clone).all(title) {
                continue;
            }
            if said.cue.is_none() && said.source.is_none() && self.opens_quotation(&said) {
                waiting.push(said);
            } else if attitude {
                self.attitudes.push(said);
            } else {
                self.claim(&said);
                added.push(said);
            }
        }
        self.found.extend(added);
        waiting
    }

    /// Whether its words begin a sentence with a quotation mark.
    fn opens_quotation(&self, said: &Said) -> bool {
        let surface = self.cast.surface;
        let Some(first) = said.content.first() else { return false };
        surface.quotation_of(first.start).is_some_and(|number| {
            let inside = &surface.quotations()[number].inside;
            let begins = inside.start.saturating_sub(1);
            first.start <= inside.start + 1 && surface.sentence(begins).start >= begins
        })
    }

    /// Adds what waited and was not found to go on with another statement.
    pub(super) fn add_waiting(&mut self, waiting: Vec<Said>) {
        let surface = self.cast.surface;
        for said in waiting {
            let taken = said
                .content
                .iter()
                .flat_map(Clone::clone)
                .any(|at| surface.quotation_of(at).is_some_and(|number| self.used[number]));
            if !taken {
                self.claim(&said);
                self.found.push(said);
            }
        }
    }

    /// A quotation that goes on, where a rule found only its beginning.
    fn extend(&mut self, linked: &Linked, taken: &mut [bool]) {
        let surface = self.cast.surface;
        let Some(cue) = &linked.cue else { return };
        let first = self.found.partition_point(|said| said.at() < cue.start);
        let known = (first..self.found.len()).take(3).find(|number| {
            let known = self.found[*number].cue.as_ref();
            known.is_some_and(|known| known.start < cue.end && cue.start < known.end)
        });
        let Some(known) = known else { return };
        if let ([rule], [mark]) = (&self.found[known].content[..], &linked.content[..]) {
            // "urged Mali to leave": whoever is urged belongs to the words.
            let urged = (rule.start + 2..rule.end).contains(&mark.start)
                && surface.lower(mark.start - 1) == "to";
            let mark = &(if urged { rule.start } else { mark.start }..mark.end);
            let clear = !mark.clone().any(|at| taken[at] && !rule.contains(&at));
            if clear && rule != mark && self.says_better(rule, mark) {
                taken[mark.clone()].fill(true);
                self.found[known].content = vec![mark.clone()];
                return;
            }
        }
        for run in &linked.content {
            let free = !run.clone().any(|at| taken[at]);
            let quoted = surface.quotation_of(run.start).is_some()
                && surface.quotation_of(run.end - 1).is_some();
            // A name in quotation marks is no quotation.
            if free && quoted && run.start > cue.start && run.len() > 4 {
                taken[run.clone()].fill(true);
                self.found[known].content.push(run.clone());
                for at in run.clone() {
                    if let Some(number) = surface.quotation_of(at) {
                        self.used[number] = true;
                    }
                }
            }
        }
    }

    /// A statement of what is linked, and whether it is rather an attitude.
    fn said(&self, linked: &Linked) -> Option<(Said, bool)> {
        let surface = self.cast.surface;
        let cue = linked.cue.clone().filter(|cue| !cue.is_empty());
        // "Asked whether it was late, Lee said no", "cited an aide as saying": no words of theirs.
        let asked = |run: &Run| {
            let before = cue.as_ref().is_some_and(|cue| run.end <= cue.start);
            let asks = matches!(surface.lower(run.start), "asked" | "pressed" | "questioned");
            before && asks && surface.sentence(run.start).start == run.start
        };
        let content: Vec<Run> = linked
            .content
            .iter()
            .map(|run| trim(surface, run.clone()))
            .filter(|run| !run.is_empty() && !asked(run))
            .collect();
        let broken = content
            .iter()
            .any(|run| surface.lower(run.end - 1) == "as" && surface.pos(run.end).is_verb());
        // "called on President Lee at his office": a visit, and nothing said.
        let visits = cue.as_ref().is_some_and(|cue| {
            matches!(surface.lower(cue.start), "call" | "called" | "calls")
                && surface.lower(cue.start + 1) == "on"
                && is_paid_a_call(self.cast, cue.start)
        });
        if content.is_empty() || broken || visits {
            return None;
        }
        // "Pressed on why, Lee said": another's words.
        let asked = |cue: &Run| {
            surface.sentence(cue.start).start == cue.start
                && matches!(surface.lower(cue.start), "asked" | "pressed" | "questioned")
        };
        if cue.as_ref().is_some_and(asked) {
            return None;
        }
        let subject = || self.subject(cue.as_ref()?, &content);
        let source = linked.source.clone().map(|source| self.whole_source(source, cue.as_ref()));
        let source = source.or_else(subject);
        let who =
            source.as_ref().map_or_else(Vec::new, |source| speakers(self.cast, source, self.we));
        let verb = cue.clone().and_then(|cue| {
            cue.rev().find_map(|at| {
                let verb = self.cast.lexicon.verbs.get(surface.lower(at))?;
                // "alarmed Mali" says nothing, "is alarmed" does.
                let says = !verb.takes.any(Takes::REMAIN) || self.copula(at).is_some();
                let says = says && !is_another_word(surface, at);
                (says && !verb.takes.any(Takes::NONE)).then_some((at, *verb))
            })
        });
        let told_by = cue.as_ref().zip(source.as_ref()).is_some_and(|(cue, source)| {
            surface.lower(cue.start) == "according" && is_measure(self.cast, source)
        });
        let meant = verb.is_some_and(|(main, _)| {
            let group = verb_group(surface, main);
            is_only_meant(surface, &group)
                || is_label(surface, main)
                || source.as_ref().is_some_and(|source| is_act(self.cast, main, source, &content))
        });
        if told_by
            || meant
            || verb.is_some_and(|(main, verb)| grants_nothing(self.cast, main, verb, &content))
        {
            return None;
        }
        let group = verb.map(|(main, _)| verb_group(surface, main));
        let unspoken =
            |group: &VerbGroup| still_to_come(self.cast, group, source.as_ref(), self.released());
        let nameless = verb.is_some_and(|(main, _)| {
            wants_no_name(surface, main) || receives_a_guest(self.cast, main)
        });
        if nameless || group.as_ref().is_some_and(unspoken) {
            return None;
        }
        // "Lee was asked whether": Lee was told and did not speak.
        let told = verb.zip(group.as_ref()).zip(source.as_ref()).is_some_and(
            |(((_, verb), group), source)| {
                let here = surface.sentence_of(source.start) == surface.sentence_of(group.main);
                is_told(surface, group, verb) && (source.end <= group.run.start || !here)
            },
        );
        let mut addressee = None;
        let (source, who) = if told {
            let named = |who: &&MemberId| {
                matches!(self.cast.kind(**who), EntityKind::Person | EntityKind::Organization)
            };
            let one = if who.len() == 1 { who.first() } else { None };
            let tells = verb.is_some_and(|(_, verb)| verb.takes.any(Takes::ADDRESSEE));
            addressee = one.filter(named).copied().filter(|_| tells);
            let ends = |at: usize| self.cast.ends_mention(at);
            let by = group.as_ref().map(|group| group.main + 1);
            let by = by.filter(|at| surface.lower(*at) == "by");
            let source = by.and_then(|by| subject_after(surface, by, &ends));
            let who =
                source.as_ref().map_or_else(Vec::new, |run| speakers(self.cast, run, self.we));
            (source, who)
        } else {
            (source, who)
        };
        let noun = cue.clone().and_then(|mut cue| cue.find_map(|at| self.act_of_noun(at)));
        let marks = cue.clone().is_some_and(|cue| {
            surface.lower(cue.start) == "according"
                || cue.clone().any(|at| matches!(surface.word(at), ":" | "—" | "--"))
        });
        let quoted = content
            .iter()
            .flat_map(Clone::clone)
            .filter(|at| surface.quotation_of(*at).is_some())
            .count();
        let words: usize = content.iter().map(ExactSizeIterator::len).sum();
        // "agreed to" and "committed to" alone tell what somebody means to do.
        let pledges = verb.is_some_and(|(at, _)| {
            ["agree", "commit"].iter().any(|stem| surface.lower(at).starts_with(stem))
        }) && quoted == 0;
        let communicates = verb.is_some() || noun.is_some() || marks || quoted * 2 >= words;
        let refused = group
            .as_ref()
            .is_some_and(|group| refused(surface, group) || has_yet_to(surface, group))
            || source.as_ref().is_some_and(|source| by_nobody(surface, source));
        let refused = refused
            || cue.as_ref().is_some_and(|cue| {
                (cue.start.saturating_sub(1)..cue.end).any(|at| {
                    matches!(surface.lower(at), "declined" | "refused" | "declines" | "refuses")
                })
            });
        let negated = verb.is_some_and(|(_, verb)| verb.negated)
            || group.is_some_and(|group| group.negated)
            || refused;
        let calls = |(at, verb): (usize, Verb)| {
            if verb.act == Act::Urge && self.names(at) { Act::Say } else { verb.act }
        };
        let act = verb.map(calls).or(noun).unwrap_or(Act::Say);
        let said = Said { who, source, cue, content, negated, act, addressee };
        Some((said, !communicates || pledges))
    }

    /// A marked source without the adverb of its verb ("it further wrote"), and in place of somewhere
    /// the ones who are there: "Protesters marching through the streets chanted".
    fn whole_source(&self, mut source: Run, cue: Option<&Run>) -> Run {
        let surface = self.cast.surface;
        while source.len() > 1
            && surface.pos(source.end - 1) == Pos::Adverb
            && !surface.is_capital(source.end - 1)
        {
            source.end -= 1;
        }
        let Some(cue) = cue.filter(|cue| cue.start == source.end) else { return source };
        let first = surface.sentence(cue.start).start;
        let place = source.start.checked_sub(2).filter(|at| *at > first).filter(|at| {
            surface.pos(*at) == Pos::VerbGerund
                && matches!(
                    surface.lower(at + 1),
                    "through" | "across" | "along" | "down" | "in" | "into" | "outside" | "on"
                )
        });
        let ends = |at: usize| self.cast.ends_mention(at);
        place.and_then(|gerund| subject_before(surface, gerund, &ends)).unwrap_or(source)
    }

    /// The subject of a cue that is a verb, where none is marked.
    fn subject(&self, cue: &Run, content: &[Run]) -> Option<Run> {
        let surface = self.cast.surface;
        let main = cue.clone().rev().find(|at| surface.pos(*at).is_verb())?;
        let group = verb_group(surface, main);
        let ends = |at: usize| self.cast.ends_mention(at);
        let free = |run: &Run| {
            !run.is_empty()
                && !content.iter().any(|known| known.start < run.end && run.start < known.end)
        };
        let first = surface.sentence(main).start;
        // "…, alternately shouting": whoever the sentence is about.
        if surface.pos(main) == Pos::VerbGerund && !group.progressive && main > first {
            let mut left = group.run.start;
            while left > first && surface.pos(left - 1).is_adverb() {
                left -= 1;
            }
            let apart = left > first && matches!(surface.lower(left - 1), "," | "and");
            let about = || main_subject(self.cast, first, left, self.we);
            if let Some(source) = apart.then(about).flatten().filter(|source| free(&source.run)) {
                return Some(source.run);
            }
        }
        (!group.passive)
            .then(|| subject_before(surface, group.run.start, &ends).filter(free))
            .flatten()
            .or_else(|| subject_after(surface, main, &ends).filter(free))
    }

    /// Whether words that the network marks for the cue of a rule are to stand for the rule's: it
    /// knows better how far they go, but for whole quotations, and where it leaves off within a
    /// phrase.
    fn says_better(&self, rule: &Run, mark: &Run) -> bool {
        let surface = self.cast.surface;
        let quotation = surface.quotation_of(rule.start);
        if quotation.is_some() && quotation == surface.quotation_of(rule.end - 1) {
            return false;
        }
        let within =
            |at: usize| self.cast.mention_at(at).is_some_and(|mention| mention.run.start < at);
        let parts = |at: usize| {
            at >= surface.len()
                || matches!(surface.kind(at), TokenKind::Mark | TokenKind::Quote)
                || surface.pos(at) == Pos::Conjunction
        };
        // "voiced concerns that they are left out", and "date 2025-02-18" before a text's words.
        let early = (mark.start..rule.start)
            .any(|at| self.headers.get(at) == Some(&true) || self.act_of_noun(at).is_some());
        let open = [Pos::To, Pos::Determiner, Pos::Conjunction];
        // "announced it without asking the others": how, and no part of it.
        let how = rule.end < mark.end
            && (aims_or_lacks(surface, rule.end) || in_statement(surface, rule.end));
        // "thanked the minister for the visit. The two spoke": what follows is no part of it.
        let runs_on = surface.quotation_of(rule.start).is_none()
            && surface.sentence_of(mark.end.saturating_sub(1))
                > surface.sentence_of(rule.end.saturating_sub(1));
        // "denied seeking a bomb"
        let doing = surface.pos(rule.start) == Pos::VerbGerund && mark.start == rule.start + 1;
        !early
            && !how
            && !runs_on
            && !doing
            && !within(mark.start)
            && !within(mark.end)
            && !open.contains(&surface.pos(mark.end - 1))
            && (mark.end == rule.end || parts(mark.end))
    }
}
