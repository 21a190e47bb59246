//! Sources told by a noun or a preposition: "Iran's claim that …", "…, according to Interfax".

use super::contents::{clause_end, trim};
use super::cues::speakers;
use super::no_source::is_measure;
use super::nominal::before_main_verb;
use super::statements::{Reader, Said};
use crate::entities::{MemberId, distinct};
use crate::surface::Run;
use crate::tagger::Pos;
use chancery_model::{Act, EntityKind};

impl Reader<'_, '_, '_> {
    /// "…, according to Interfax" / "According to ABC News, …".
    pub(super) fn according_to(&mut self, at: usize, sentence: &Run) {
        let surface = self.cast.surface;
        let start = at + 2;
        let mut end = start;
        while end < sentence.end
            && !matches!(surface.word(end), "," | ";" | ":" | "." | "—" | "--" | ")")
            && !surface.pos(end).is_finite_verb()
            && end < start + 30
        {
            end += 1;
        }
        // "Lee, a lawyer for the party": the apposition does not end the source if content follows later.
        let leading = at <= sentence.start + 1
            || surface.word(at - 1) == ","
                && surface.word(end) == ","
                && end + 2 < sentence.end
                && matches!(surface.lower(at.wrapping_sub(2)), "which" | "that" | "but" | "and");
        let run = trim(surface, start..end);
        if run.is_empty() {
            return;
        }
        let by = run.clone().rev().find(|at| surface.lower(*at) == "by");
        let phrase = by.map_or(run.clone(), |by| by + 1..run.end);
        if is_measure(self.cast, &phrase) {
            return;
        }
        let who = speakers(self.cast, &phrase, self.we);
        let content = if leading {
            let from = if surface.word(end) == "," { end + 1 } else { end };
            // A quotation of several sentences belongs to it as a whole.
            let quotation = surface
                .quotation_of(from + 1)
                .map(|number| surface.quotations()[number].inside.clone())
                .filter(|inside| inside.start == from + 1 && inside.end > sentence.end);
            trim(surface, quotation.unwrap_or(from..sentence.end))
        } else {
            let from = self.clause_start(at, sentence);
            trim(surface, from..at)
        };
        if content.len() < 2 {
            return;
        }
        let cue_end = by.map_or(at + 2, |by| by + 1);
        let said = Said {
            who,
            source: Some(phrase),
            cue: Some(at..cue_end),
            content: vec![content],
            negated: false,
            act: Act::Say,
            addressee: None,
        };
        self.claim(&said);
        self.found.push(said);
    }

    /// "Iran's claim that …", "U.S. accusations that …", "remarks suggesting …".
    pub(super) fn noun(&mut self, at: usize, sentence: &Run) {
        let surface = self.cast.surface;
        let Some(act) = self.act_of_noun(at) else { return };
        let word = surface.lower(at);
        let stem = word.strip_suffix('s').unwrap_or(word);
        self.noun_with(at, sentence, stem, act);
    }

    /// What is done by a noun of saying ("claim", "accusations").
    pub(super) fn act_of_noun(&self, at: usize) -> Option<Act> {
        let word = self.cast.surface.lower(at);
        Some(match word.strip_suffix('s').unwrap_or(word) {
            "claim" | "statement" | "assertion" | "announcement" | "comment" | "remark"
            | "report" | "suggestion" => Act::Say,
            "accusation" | "allegation" | "complaint" => Act::Accuse,
            "warning" | "threat" => Act::Warn,
            "pledge" | "promise" | "assurance" => Act::Promise,
            "demand" | "call" | "appeal" => Act::Urge,
            "denial" => Act::Deny,
            _ => return None,
        })
    }

    pub(super) fn noun_with(&mut self, at: usize, sentence: &Run, stem: &str, act: Act) {
        let surface = self.cast.surface;
        let word = surface.lower(at);
        if !surface.pos(at).is_noun() || self.cast.mention_at(at).is_some() {
            return;
        }
        let next = surface.lower(at + 1);
        let from = match next {
            "that"
                if surface.pos(at + 1) != Pos::WhDeterminer
                    || matches!(
                        stem,
                        "claim" | "accusation" | "allegation" | "warning" | "assertion"
                    ) =>
            {
                at + 2
            }
            "suggesting" | "saying" | "claiming" => at + 2,
            "for" if matches!(stem, "call" | "appeal" | "demand") && word == stem => at + 2,
            "to" if matches!(stem, "threat" | "pledge" | "promise")
                && surface.pos(at + 2) == Pos::VerbBase =>
            {
                at + 1
            }
            _ => return,
        };
        // Whose it is stands before it: a possessor or demonyms.
        let mut start = at;
        while start > sentence.start {
            let before = start - 1;
            let fits = self.cast.mention_at(before).is_some()
                || matches!(surface.lower(before), "'s" | "and" | "the")
                || surface.pos(before).is_adjective()
                || surface.pos(before) == Pos::PossessivePronoun;
            if !fits {
                break;
            }
            start = before;
        }
        let mut who: Vec<MemberId> = distinct(
            self.cast
                .mentions_in(&(start..at))
                .map(|mention| mention.who)
                .filter(|who| self.cast.kind(*who) != EntityKind::Place)
                .collect(),
        );
        if who.iter().any(|who| self.cast.kind(*who) == EntityKind::Person) {
            who.retain(|who| self.cast.kind(*who) == EntityKind::Person);
        }
        if who.is_empty() {
            return;
        }
        let end = clause_end(self.cast, from, sentence, None);
        let clause = !matches!(next, "for" | "to");
        let end = before_main_verb(self.cast, start, from, end, clause);
        let content = trim(surface, from..end);
        if content.len() < 2 {
            return;
        }
        let phrase = trim(surface, start..at);
        let last = if surface.lower(phrase.end - 1) == "'s" { phrase.end - 1 } else { phrase.end };
        let cue_end =
            if matches!(next, "suggesting" | "saying" | "claiming") { at + 2 } else { at + 1 };
        self.found.push(Said {
            who,
            source: Some(phrase.start..last),
            cue: Some(at..cue_end),
            content: vec![content],
            negated: act == Act::Deny,
            act,
            addressee: None,
        });
    }
}
