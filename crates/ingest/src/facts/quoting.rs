//! Who quotes whom: "Lee was quoted by the agency as saying" are words of Lee's, and of the agency's.

use super::beside::quoted_as_saying;
use super::cues::speakers;
use super::statements::{Reader, Said};
use crate::clauses::{subject_after, subject_before, verb_group};
use crate::surface::Run;
use crate::tagger::Pos;
use chancery_model::{Act, EntityKind};
use std::collections::HashSet;

/// So many words may stand between "quoted" and "as saying".
const QUOTED: usize = 24;

impl Reader<'_, '_, '_> {
    /// Adds what is said by those who quote others, each beside what those others say.
    pub(super) fn who_quotes(&mut self) {
        self.quoted_besides();
        let mut cues: Vec<usize> = Vec::new();
        for number in 0..self.found.len() {
            let Some((verb, source)) = self.quoting(&self.found[number]) else { continue };
            if cues.contains(&verb) {
                continue;
            }
            cues.push(verb);
            let outer = Said {
                who: speakers(self.cast, &source, self.we),
                source: Some(source),
                cue: Some(verb..verb + 1),
                content: self.found[number].content.clone(),
                negated: false,
                act: Act::Say,
                addressee: None,
            };
            self.found.push(outer);
        }
        if cues.is_empty() {
            return;
        }
        self.found.sort_by_key(Said::at);
        // "The daily quoted Lee as saying": which one was named before.
        for number in 0..self.found.len() {
            let said = &self.found[number];
            if said.who.is_empty()
                && cues.contains(&said.at())
                && let Some(who) = self.stands_for(number)
            {
                self.found[number].who = who;
            }
        }
    }

    /// "…, IRNA said, quoting Lee", "Citing Lee, IRNA reported": Lee's words as well.
    fn quoted_besides(&mut self) {
        let surface = self.cast.surface;
        let mut added: Vec<Said> = Vec::new();
        let mut seen = HashSet::new();
        for said in &self.found {
            let Some(cue) = &said.cue else { continue };
            let sentence = surface.sentence(cue.start);
            let Some(at) = sentence.clone().find(|at| {
                matches!(surface.lower(*at), "quoting" | "citing")
                    && surface.quotation_of(*at).is_none()
                    && (*at == sentence.start || surface.word(*at - 1) == ",")
                    && !said.content.iter().any(|run| run.contains(at))
            }) else {
                continue;
            };
            if seen.contains(&at)
                || cue.contains(&at)
                || quoted_as_saying(self.cast, at, self.we).is_some()
            {
                continue;
            }
            let ends = |at: usize| self.cast.ends_mention(at);
            let Some(run) = subject_after(surface, at, &ends) else { continue };
            let speaks = self.cast.mention_at(run.end - 1).is_some_and(|mention| {
                let kind = self.cast.kind(mention.who);
                matches!(kind, EntityKind::Person | EntityKind::Organization)
            });
            let who = speakers(self.cast, &run, self.we);
            if !speaks || who.is_empty() || who == said.who {
                continue;
            }
            seen.insert(at);
            added.push(Said {
                who,
                source: Some(run),
                cue: Some(at..at + 1),
                content: said.content.clone(),
                negated: false,
                act: Act::Say,
                addressee: None,
            });
        }
        self.found.extend(added);
    }

    /// The verb of quoting that brings a statement, and whose it is.
    fn quoting(&self, said: &Said) -> Option<(usize, Run)> {
        let surface = self.cast.surface;
        let cue = said.cue.as_ref()?;
        let sentence = surface.sentence(cue.start);
        let says = |at: usize| {
            surface.lower(at) == "as"
                && matches!(surface.lower(at + 1), "saying" | "telling" | "adding" | "stating")
        };
        let quotes = |at: usize| {
            matches!(surface.lower(at), "quoted" | "quotes" | "quoting" | "cited" | "citing")
                && surface.quotation_of(at).is_none()
        };
        let first = sentence.start.max(cue.start.saturating_sub(QUOTED));
        let verb = (first..=cue.start).rev().find(|at| quotes(*at))?;
        let saying = (verb + 1..sentence.end.min(verb + QUOTED)).find(|at| says(*at))?;
        // The statement's own cue is one of the two.
        if cue.start != verb && !(saying..=saying + 1).contains(&cue.start) {
            return None;
        }
        let ends = |at: usize| self.cast.ends_mention(at);
        let group = verb_group(surface, verb);
        let source = if surface.lower(verb + 1) == "by" {
            verb + 2..saying
        } else if surface.lower(saying + 2) == "by" {
            subject_after(surface, saying + 2, &ends)?
        } else if group.passive || surface.pos(verb) == Pos::VerbGerund || saying == verb + 1 {
            return None;
        } else {
            subject_before(surface, group.run.start, &ends)?
        };
        (!source.is_empty()).then_some((verb, source))
    }
}
