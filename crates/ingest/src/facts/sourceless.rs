//! Quotations whose source stands where no verb of reporting tells of it: "As Lee put it, “…”",
//! "by this finding: “…”", "to her, “…”", and a name under a quotation.

use super::cues::speakers;
use super::statements::{Reader, Said};
use crate::clauses::{subject_after, subject_before};
use crate::surface::Run;
use crate::tagger::Pos;
use crate::tokens::TokenKind;

/// Nouns for words that a colon brings.
const WORDS: &[&str] = &[
    "finding",
    "statement",
    "message",
    "quote",
    "question",
    "answer",
    "reaction",
    "response",
    "reply",
    "word",
    "words",
    "slogan",
    "motto",
    "advice",
    "verdict",
    "conclusion",
    "comment",
    "tweet",
    "warning",
    "explanation",
];

/// So many words before a quotation are looked at.
const NEAR: usize = 25;

impl Reader<'_, '_, '_> {
    /// Gives quotations without a source the one that stands beside them.
    pub(super) fn find_sources(&mut self) {
        for number in 0..self.found.len() {
            let said = &self.found[number];
            let Some(quotation) =
                said.source.is_none().then(|| self.first_quotation(said)).flatten()
            else {
                continue;
            };
            let found = self
                .as_put_by(quotation.start)
                .or_else(|| self.told_after(quotation.end))
                .or_else(|| self.noun_before_colon(quotation.start))
                .or_else(|| self.to_whom(quotation.start))
                .or_else(|| self.under(&quotation));
            let Some((source, cue)) = found else { continue };
            let who = speakers(self.cast, &source, self.we);
            let said = &mut self.found[number];
            (said.source, said.who) = (Some(source), who);
            said.cue.get_or_insert(cue);
        }
    }

    /// "“Stop,” she yells", "“Stop” was written by Lee": whatever the verb is.
    pub(super) fn told_after(&self, end: usize) -> Option<(Run, Run)> {
        let surface = self.cast.surface;
        let ends = |at: usize| self.cast.ends_mention(at);
        let passive = matches!(surface.lower(end), "was" | "were" | "is")
            && surface.pos(end + 1) == Pos::VerbParticiple
            && surface.lower(end + 2) == "by";
        if passive {
            let source = subject_after(surface, end + 2, &ends)?;
            return Some((source, end..end + 2));
        }
        let parted =
            end.checked_sub(2).is_some_and(|at| matches!(surface.word(at), "," | "?" | "!"));
        let alone = surface.pos(end) == Pos::Pronoun
            && matches!(surface.lower(end), "he" | "she" | "they" | "i" | "we");
        let verb = end + 1;
        (parted && alone && surface.pos(verb).is_finite_verb()).then(|| (end..verb, verb..verb + 1))
    }

    /// The first quotation of a statement, if it is not an aside of some words: with its marks.
    fn first_quotation(&self, said: &Said) -> Option<Run> {
        let surface = self.cast.surface;
        let mut words = said.content.iter().flat_map(Clone::clone);
        let first = words.find_map(|at| surface.quotation_of(at))?;
        let inside = &surface.quotations()[first].inside;
        (inside.len() > 2).then(|| inside.start.saturating_sub(1)..inside.end + 1)
    }

    /// "As Lee put it in a statement, “…”".
    fn as_put_by(&self, quotation: usize) -> Option<(Run, Run)> {
        let surface = self.cast.surface;
        let first = surface.sentence(quotation).start.max(quotation.saturating_sub(NEAR));
        let put = (first + 2..quotation).rev().find(|at| {
            matches!(surface.lower(*at), "put" | "puts") && surface.lower(at + 1) == "it"
        })?;
        let ends = |at: usize| self.cast.ends_mention(at);
        let source = subject_before(surface, put, &ends)?;
        let begins = source.start.checked_sub(1).is_some_and(|at| surface.lower(at) == "as");
        begins.then_some((source, put..put + 2))
    }

    /// "exemplified by this finding: “…”", "The union's reaction: “…”".
    fn noun_before_colon(&self, quotation: usize) -> Option<(Run, Run)> {
        let surface = self.cast.surface;
        let colon = quotation.checked_sub(1).filter(|at| surface.word(*at) == ":")?;
        let noun = colon.checked_sub(1).filter(|at| WORDS.contains(&surface.lower(*at)))?;
        let first = surface.sentence(noun).start;
        let begins = (first..noun).rev().take(8).take_while(|at| {
            let pos = surface.pos(*at);
            pos.is_noun()
                || pos.is_adjective()
                || pos.is_determiner()
                || pos == Pos::Possessive
                || pos == Pos::Pronoun
        });
        let start = begins.last()?;
        let owner = (start..noun).rev().find(|at| surface.pos(*at) == Pos::Possessive);
        Some(match owner.filter(|owner| *owner > start) {
            Some(owner) => (start..owner, noun..colon + 1),
            None => (start..noun + 1, colon..colon + 1),
        })
    }

    /// "because to her, “…”".
    fn to_whom(&self, quotation: usize) -> Option<(Run, Run)> {
        let surface = self.cast.surface;
        let comma = quotation.checked_sub(1).filter(|at| surface.word(*at) == ",")?;
        let first = surface.sentence(comma).start;
        let to =
            (first..comma).rev().take(4).find(|at| matches!(surface.lower(*at), "to" | "for"))?;
        let run = to + 1..comma;
        let person = run.len() == 1 && surface.pos(run.start) == Pos::Pronoun
            || self.cast.mentions_in(&run).any(|mention| mention.run == run);
        let opens = to == first
            || matches!(surface.lower(to - 1), "because" | "and" | "but" | "," | "that");
        (person && opens).then_some((run, to..to + 1))
    }

    /// A name on a line of its own under the quotation, after a dash or not.
    fn under(&self, quotation: &Run) -> Option<(Run, Run)> {
        let surface = self.cast.surface;
        let line = surface
            .paragraphs()
            .get(surface.paragraph_of(quotation.end.checked_sub(1)?).checked_add(1)?)
            .filter(|line| line.start == quotation.end && line.len() < 12)?;
        let dashed = matches!(surface.word(line.start), "-" | "—" | "–" | "--" | "―");
        let start = line.start + usize::from(dashed);
        let name = (start..line.end)
            .take_while(|at| surface.is_capital(*at) && surface.pos(*at).is_proper())
            .last()?;
        let ends = name + 1;
        let alone = !(ends..line.end)
            .any(|at| surface.pos(at).is_finite_verb() || surface.kind(at) == TokenKind::Quote)
            && (dashed || matches!(surface.word(ends), "," | ".") || ends == line.end);
        (dashed && alone).then_some((start..ends, line.start..start))
    }
}
