//! Who quotes whom: "Lee was quoted by the agency as saying" are words of Lee's, and of the agency's.

use super::cues::speakers;
use super::statements::{Reader, Said};
use crate::clauses::{subject_after, subject_before, verb_group};
use crate::surface::Run;
use crate::tagger::Pos;
use chancery_model::Act;

/// So many words may stand between "quoted" and "as saying".
const QUOTED: usize = 24;

impl Reader<'_, '_, '_> {
    /// Adds what is said by those who quote others, each beside what those others say.
    pub(super) fn who_quotes(&mut self) {
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
