//! Quotations: before their cue, going on after it, over paragraphs, or without any cue; and the
//! whole body of a release.

use super::contents::{clause_end, trim};
use super::cues::{Source, speakers};
use super::statements::{Reader, Said};
use crate::clauses::{VerbGroup, subject_before, verb_group};
use crate::lexicon::{Takes, Verb};
use crate::surface::Run;
use crate::tagger::Pos;
use crate::tokens::TokenKind;
use chancery_model::{Act, EntityKind};
use std::collections::HashSet;

/// So many quotations a signed line has at most.
const LINE: usize = 8;

impl Reader<'_, '_, '_> {
    /// The quotation that ends right before the cue and its source.
    pub(super) fn quotation_ends_before(
        &self,
        group: &VerbGroup,
        source: &Source,
        sentence: &Run,
    ) -> Option<usize> {
        let surface = self.cast.surface;
        let start =
            if source.inverted { group.run.start } else { source.run.start.min(group.run.start) };
        let mut at = start;
        while at > sentence.start && matches!(surface.word(at - 1), "," | "—" | "-" | "--") {
            at -= 1;
        }
        if at < sentence.start + 1 || surface.kind(at - 1) != TokenKind::Quote || at < 2 {
            return None;
        }
        surface
            .quotation_of(at - 2)
            .filter(|number| surface.quotations()[*number].inside.end == at - 1)
            .filter(|number| !self.titles[*number])
    }

    /// The content that stands before its cue: a quotation, or a clause up to the comma.
    pub(super) fn content_before(
        &self,
        group: &VerbGroup,
        verb: Verb,
        source: &Source,
        sentence: &Run,
    ) -> Option<Vec<Run>> {
        let surface = self.cast.surface;
        let relative = source.run.len() == 1
            && matches!(surface.lower(source.run.start), "who" | "which" | "that");
        // "Describing it as “useful,” Lee said that": words of another verb.
        let described = surface.pos(sentence.start) == Pos::VerbGerund
            && self.cast.lexicon.verbs.contains(surface.lower(sentence.start));
        if source.shared || relative || described {
            return None;
        }
        if let Some(number) = self.quotation_ends_before(group, source, sentence) {
            let inside = surface.quotations()[number].inside.clone();
            let run = trim(surface, inside.clone());
            // `The talks were "useful," Lee said`: what leads up to the quotation belongs to it.
            let open = inside.start.saturating_sub(1);
            let leads = open > sentence.start
                && surface.sentence_of(open) == surface.sentence_of(group.main)
                && surface.word(open - 1) != ","
                && surface.word(open - 1) != ":"
                && surface.kind(open - 1) != TokenKind::Quote;
            if leads {
                let from = self.clause_start(open, sentence);
                return Some(vec![trim(surface, from..inside.end)]);
            }
            return (!run.is_empty()).then(|| vec![run]);
        }
        let tells = [Takes::THAT, Takes::QUOTE, Takes::PASSIVE];
        if !tells.iter().any(|takes| verb.takes.any(*takes)) {
            return None;
        }
        // "Asked whether it was late, Lee said no": the question is nobody's answer.
        if matches!(surface.lower(sentence.start), "asked" | "pressed" | "questioned") {
            return None;
        }
        let start = if source.inverted { group.run.start } else { source.run.start };
        if start <= sentence.start + 2 || surface.word(start - 1) != "," {
            return None;
        }
        let mut from = self.clause_start(start - 1, sentence);
        // "“You took it” to raise your pay, she said": the quotation is the beginning of the clause.
        let opened = from.checked_sub(2).and_then(|at| surface.quotation_of(at));
        if let Some(number) = opened {
            let inside = &surface.quotations()[number].inside;
            let goes_on = !matches!(surface.word(inside.end - 1), "," | "." | "!" | "?")
                && surface.word(from) != ","
                && !surface.is_capital(from);
            if goes_on && inside.start <= sentence.start + 1 && !self.titles[number] {
                from = inside.start;
            }
        }
        let run = trim(surface, from..start - 1);
        let has_verb = run.clone().any(|at| surface.pos(at).is_finite_verb());
        if !has_verb || run.len() <= 2 {
            return None;
        }
        let mut runs = vec![run];
        // "The sea, Lee said, is rising": what follows the cue goes on with what was said.
        let end = if source.inverted { source.run.end } else { group.run.end };
        if surface.word(end) == "," && end + 3 < sentence.end {
            let rest =
                trim(surface, end + 1..clause_end(self.cast, end + 1, sentence, Some(group)));
            let aside = matches!(
                surface.lower(rest.start),
                "adding"
                    | "saying"
                    | "as"
                    | "citing"
                    | "noting"
                    | "warning"
                    | "calling"
                    | "quoting"
                    | "stressing"
                    | "urging"
                    | "accusing"
                    | "speaking"
                    | "referring"
                    | "but"
                    | "according"
            );
            // "…, said Lee, the Chadian minister": who Lee is.
            let apposed = source.inverted && self.is_apposed(&rest);
            if rest.len() > 2 && !aside && !apposed && surface.quotation_of(rest.start).is_none() {
                runs.push(rest);
            }
        }
        Some(runs)
    }

    /// Whether words after a name are a noun phrase, with no verb that a clause could stand on.
    fn is_apposed(&self, rest: &Run) -> bool {
        let surface = self.cast.surface;
        let pos = surface.pos(rest.start);
        let nominal = pos.is_noun() || pos.is_adjective() || pos.is_determiner();
        let relative = |at: &usize| matches!(surface.lower(*at), "who" | "which" | "whose");
        let end = rest.clone().find(relative).unwrap_or(rest.end);
        nominal && !(rest.start..end).any(|at| surface.pos(at).is_finite_verb())
    }

    /// Where the clause that ends at a token begins: with the sentence, or after an earlier cue's
    /// clause.
    pub(super) fn clause_start(&self, end: usize, sentence: &Run) -> usize {
        let surface = self.cast.surface;
        let mark = (sentence.start..end).rev().find(|at| {
            surface.word(*at) == ";"
                || (surface.kind(*at) == TokenKind::Quote
                    && surface.quotation_of(at - 1.min(*at)).is_some()
                    && surface.quotation_of(at + 1).is_none()
                    // "their “peace camp” and talks, the agency said": words within a clause.
                    && (matches!(surface.word(at - 1), "," | "." | "!" | "?")
                        || surface.word(at + 1) == ","))
        });
        mark.map_or(sentence.start, |at| at + 1)
    }

    /// Marks the quotations that a statement's content takes in.
    pub(super) fn claim(&mut self, said: &Said) {
        let surface = self.cast.surface;
        for run in &said.content {
            for at in run.clone() {
                if let Some(number) = surface.quotation_of(at) {
                    self.used[number] = true;
                }
            }
        }
    }

    /// "Lee continued:" and a quotation of whole sentences, in the next paragraph perhaps.
    pub(super) fn introduced_quotations(&mut self) {
        let surface = self.cast.surface;
        let ends = |at: usize| self.cast.ends_mention(at);
        let mut added = Vec::new();
        for (number, quotation) in surface.quotations().iter().enumerate() {
            let inside = quotation.inside.clone();
            let run = trim(surface, inside.clone());
            let Some(colon) = inside.start.checked_sub(2).filter(|at| surface.word(*at) == ":")
            else {
                continue;
            };
            if self.used[number] || run.len() < 3 {
                continue;
            }
            let first = surface.sentence(colon).start;
            let verbs = || {
                (first..colon).rev().take(25).filter(|at| {
                    surface.pos(*at).is_finite_verb() && surface.quotation_of(*at).is_none()
                })
            };
            // "Lee reported after the army left:" is introduced by the report.
            let verb = verbs().find(|at| self.reporting(*at).is_some()).or_else(|| verbs().next());
            let Some(verb) = verb else { continue };
            let group = verb_group(surface, verb);
            let Some(source) = subject_before(surface, group.run.start, &ends) else { continue };
            let who = speakers(self.cast, &source, self.we);
            let named = !who.is_empty() || surface.pos(source.end - 1).is_proper();
            if !named {
                continue;
            }
            let act =
                self.cast.lexicon.verbs.get(surface.lower(verb)).map_or(Act::Say, |verb| verb.act);
            let (source, cue) = (Some(source), Some(verb..verb + 1));
            let content = vec![run];
            added.push(Said { who, source, cue, content, negated: false, act, addressee: None });
            self.used[number] = true;
        }
        self.found.extend(added);
    }

    /// Quotations that no cue took: they go on with the statement before them, or stand alone with
    /// the speaker who spoke last.
    pub(super) fn quotations_without_cue(&mut self) {
        let surface = self.cast.surface;
        let quotations = surface.quotations();
        let mut order: Vec<usize> = (0..self.found.len()).collect();
        order.sort_by_key(|number| self.found[*number].at());
        for number in 0..quotations.len() {
            let inside = quotations[number].inside.clone();
            let run = trim(surface, inside.clone());
            let begins = inside.start.saturating_sub(1);
            let opens_sentence = surface.sentence(begins).start == begins
                || surface.word(begins.wrapping_sub(1)) == ";"
                || surface.word(begins.wrapping_sub(1)) == ",";
            if self.used[number] || run.len() < 4 || !opens_sentence {
                continue;
            }
            // The statement whose cue stands last before it.
            let until = order.partition_point(|at| self.found[*at].at() < begins);
            let before = order[..until]
                .iter()
                .rev()
                .take(40)
                .copied()
                .find(|at| self.found[*at].cue.is_some());
            let Some(before) = before else { continue };
            let same_paragraph =
                surface.paragraph_of(self.found[before].at()) == surface.paragraph_of(begins);
            let last = self.found[before].content.last().map_or(0, |run| run.end);
            let quoted = self.found[before].content.iter().any(|run| {
                surface.quotation_of(run.start).is_some()
                    && surface.quotation_of(run.end - 1).is_some()
            });
            let runs_over = number > 0
                && quotations[number - 1].open
                && self.used[number - 1]
                && quotations[number - 1].inside.end + 1 >= begins.saturating_sub(1);
            if (same_paragraph && quoted && last < begins) || runs_over {
                self.found[before].content.push(run);
                self.used[number] = true;
                continue;
            }
            let near = surface
                .paragraph_of(begins)
                .saturating_sub(surface.paragraph_of(self.found[before].at()))
                <= 1;
            if let Some((source, cue)) = self.told_after(inside.end + 1) {
                self.found.push(Said {
                    who: speakers(self.cast, &source, self.we),
                    source: Some(source),
                    cue: Some(cue),
                    content: vec![run],
                    negated: false,
                    act: Act::Say,
                    addressee: None,
                });
                self.used[number] = true;
            } else if near && !self.found[before].who.is_empty() {
                let (who, act) = (self.found[before].who.clone(), Act::Say);
                let source = self.found[before].source.clone();
                self.found.push(Said {
                    who,
                    source,
                    cue: None,
                    content: vec![run],
                    negated: false,
                    act,
                    addressee: None,
                });
                self.used[number] = true;
            }
        }
    }

    /// "The following is attributable to Spokesperson Ned Price:": the whole body is that person's.
    pub(super) fn body_of_release(&mut self) {
        let surface = self.cast.surface;
        let Some(sentence) = surface.sentences().iter().take(6).find(|sentence| {
            (sentence.start..sentence.end).any(|at| surface.lower(at) == "attributable")
        }) else {
            return;
        };
        let Some(at) = sentence.clone().find(|at| surface.lower(*at) == "attributable") else {
            return;
        };
        let phrase = trim(surface, at + 2..sentence.end);
        let who = self.cast.actors(&phrase);
        let start = surface
            .paragraphs()
            .iter()
            .find(|paragraph| paragraph.start >= sentence.end)
            .map_or(sentence.end, |paragraph| paragraph.start);
        let body = trim(surface, start..surface.len());
        if who.is_empty() || body.is_empty() {
            return;
        }
        self.found.push(Said {
            who,
            source: Some(phrase),
            cue: Some(at..at + 2),
            content: vec![body],
            negated: false,
            act: Act::Say,
            addressee: None,
        });
    }

    /// `"…" ― Ann Lee`, wherever a line ends with the name.
    fn signed(&mut self) {
        let surface = self.cast.surface;
        for number in 0..surface.quotations().len() {
            let inside = surface.quotations()[number].inside.clone();
            let dash = inside.end + 1;
            if self.used[number]
                || !matches!(surface.word(dash), "―" | "—")
                || inside.len() < 4
                || !surface.pos(dash + 1).is_proper()
            {
                continue;
            }
            let names = (dash + 1..(dash + 7).min(surface.len()))
                .take_while(|at| surface.is_capital(*at) && surface.pos(*at).is_proper());
            let run = dash + 1..dash + 1 + names.count();
            let ends = run.end >= surface.len()
                || surface.begins_paragraph(run.end)
                || surface.kind(run.end) == TokenKind::Quote
                || surface.word(run.end) == ".";
            if run.is_empty() || !ends {
                continue;
            }
            // A line that begins with a quotation is signed as a whole.
            let line = &surface.paragraphs()[surface.paragraph_of(dash)];
            let whole = surface.kind(line.start) == TokenKind::Quote
                && surface.quotation_of(line.start + 1).is_some_and(|first| {
                    first < number
                        && number - first < LINE
                        && !self.used[first..number].contains(&true)
                });
            let inside = if whole { line.start + 1..inside.end } else { inside };
            let said = Said {
                who: self.cast.actors(&run),
                source: Some(run),
                cue: Some(dash..dash + 1),
                content: vec![trim(surface, inside)],
                negated: false,
                act: Act::Say,
                addressee: None,
            };
            self.claim(&said);
            self.found.push(said);
        }
    }

    /// Sources told by a mark alone: `"…" — Ann Lee` at the end of a paragraph, "Lee: Talks must go
    /// on" at the beginning of one.
    pub(super) fn labels(&mut self) {
        let surface = self.cast.surface;
        let sources: HashSet<usize> = self
            .found
            .iter()
            .filter_map(|said| said.source.as_ref())
            .map(|run| run.start)
            .collect();
        self.signed();
        for paragraph in surface.paragraphs() {
            let last = if surface.word(paragraph.end - 1) == "." {
                paragraph.end - 1
            } else {
                paragraph.end
            };
            let dash = paragraph
                .clone()
                .rev()
                .take(14)
                .find(|at| matches!(surface.word(*at), "―" | "—" | "–" | "--" | "-"));
            if let Some(dash) = dash.filter(|dash| {
                *dash >= paragraph.start + 3
                    && surface.kind(dash - 1) == TokenKind::Quote
                    && dash + 1 < last
            }) && let Some(number) =
                surface.quotation_of(dash - 2).filter(|number| !self.used[*number])
                && (dash + 1..last).any(|at| surface.pos(at).is_proper())
            {
                let run = dash + 1..last;
                let content = trim(surface, surface.quotations()[number].inside.clone());
                let who = self.cast.actors(&run);
                if !content.is_empty() {
                    let said = Said {
                        who,
                        source: Some(run),
                        cue: Some(dash..dash + 1),
                        content: vec![content],
                        negated: false,
                        act: Act::Say,
                        addressee: None,
                    };
                    self.claim(&said);
                    self.found.push(said);
                }
                continue;
            }
            let colon = (paragraph.start + 1..paragraph.end.min(paragraph.start + 6))
                .find(|at| surface.word(*at) == ":");
            let Some(colon) = colon.filter(|colon| colon + 3 < paragraph.end) else { continue };
            let run = paragraph.start..colon;
            let mention =
                self.cast.mentions_in(&run).last().filter(|mention| mention.run.end == colon);
            let speaks =
                mention.is_some_and(|mention| self.cast.kind(mention.who) == EntityKind::Person);
            let taken = sources.contains(&run.start);
            let begins =
                surface.is_capital(colon + 1) || surface.kind(colon + 1) == TokenKind::Quote;
            // "A lesson from Lee: …"
            let run = mention
                .filter(|mention| {
                    mention.run.start > run.start
                        && matches!(surface.lower(mention.run.start - 1), "from" | "by")
                })
                .map_or(run, |mention| mention.run.clone());
            if speaks && !taken && begins {
                let content = trim(surface, colon + 1..surface.sentence(colon + 1).end);
                let who = self.cast.actors(&run);
                if content.len() > 2 {
                    let said = Said {
                        who,
                        source: Some(run),
                        cue: Some(colon..colon + 1),
                        content: vec![content],
                        negated: false,
                        act: Act::Say,
                        addressee: None,
                    };
                    self.claim(&said);
                    self.found.push(said);
                }
            }
        }
    }
}
