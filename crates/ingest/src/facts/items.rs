//! Lists whose items go on with the words before the colon: "During her trip, Secretary Lee:" and then, each on a
//! line of its own, "Announced a grant", "2. Calls on Mali to return".

use super::cues::{Source, settle};
use super::statements::Reader;
use crate::clauses::subject_before;
use crate::surface::{Run, Surface};
use crate::tagger::Pos;
use crate::tokens::TokenKind;

/// So many words a line before a colon may have whose subject the items take.
const HEADING: usize = 60;

/// Which paragraphs are items, each with the paragraph that ends with the colon before them.
pub(super) fn heads_of_items(surface: &Surface) -> Vec<Option<usize>> {
    let paragraphs = surface.paragraphs();
    let mut heads: Vec<Option<usize>> = Vec::with_capacity(paragraphs.len());
    for number in 0..paragraphs.len() {
        let head = number.checked_sub(1).and_then(|before| {
            let last = paragraphs[before].end.checked_sub(1)?;
            if surface.word(last) == ":" {
                return Some(before);
            }
            heads[before].filter(|_| is_item(surface, &paragraphs[before]))
        });
        heads.push(head);
    }
    heads
}

/// The first word of a paragraph behind a dot, a dash or a number.
fn first_word(surface: &Surface, paragraph: &Run) -> usize {
    let mut at = paragraph.start;
    let end = paragraph.end.min(at + 4);
    while at < end
        && (surface.kind(at) == TokenKind::Number
            || surface.kind(at) == TokenKind::Mark
            || matches!(surface.word(at), "•" | "*" | "·" | "o" | "-" | "–" | "—")
            || at > paragraph.start && surface.word(at).len() <= 2 && surface.word(at + 1) == ")")
    {
        at += 1;
    }
    at
}

/// Whether a paragraph is marked as an item, or begins with a verb.
fn is_item(surface: &Surface, paragraph: &Run) -> bool {
    let first = first_word(surface, paragraph);
    if first > paragraph.start {
        return true;
    }
    let verb = first + usize::from(surface.pos(first).is_adverb());
    let pos = surface.pos(verb);
    pos.is_finite_verb() || matches!(pos, Pos::VerbParticiple | Pos::VerbBase)
}

impl Reader<'_, '_, '_> {
    /// Whether a verb in a form of its own begins an item, and where the words end of whom it tells.
    pub(super) fn begins_item(&self, at: usize) -> Option<usize> {
        let surface = self.cast.surface;
        let number = surface.paragraph_of(at);
        let head = self.heads.get(number).copied().flatten()?;
        let first = first_word(surface, surface.paragraphs().get(number)?);
        let alone = at == first || at == first + 1 && surface.pos(first).is_adverb();
        let word = surface.lower(at);
        (alone && (word.ends_with("ed") || word.ends_with('s') && !word.ends_with("ss")))
            .then(|| surface.paragraphs()[head].end - 1)
    }

    /// Whom the words before the colon are about.
    pub(super) fn source_of_item(&self, at: usize) -> Option<Source> {
        let surface = self.cast.surface;
        let colon = self.begins_item(at)?;
        // A long line is no heading, and every item would name everybody in it again.
        if colon - surface.sentence(colon).start > HEADING {
            return None;
        }
        let ends = |at: usize| self.cast.ends_mention(at);
        let mut run = subject_before(surface, colon, &ends)?;
        // "The council, having met Lee,": what leads the clause.
        let first = surface.sentence(colon).start;
        let whole = settle(self.cast, run.clone(), self.we).filter(|it| !it.who.is_empty());
        if whole.is_none() {
            let verb = (first..colon).find(|at| {
                surface.pos(*at).is_finite_verb() && self.cast.mention_at(*at).is_none()
            })?;
            run = subject_before(surface, verb, &ends)?;
        }
        let source = whole.or_else(|| settle(self.cast, run, self.we))?;
        Some(Source { shared: true, ..source })
    }
}
