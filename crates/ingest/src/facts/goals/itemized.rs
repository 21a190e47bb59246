//! Goals under a line of their own each: "agreed to:", then "(a) reopen the border;".

use super::Reader;
use crate::entities::MemberId;
use crate::surface::Run;
use crate::tokens::TokenKind;
use chancery_model::GoalStatus;

/// So many items of a list are read.
const ITEMS: usize = 24;
/// So many words may stand between the verb and the colon: "on the following steps".
pub(super) const INTRO: usize = 8;
/// And where "to" is said again before it.
const AFAR: usize = 60;

impl Reader<'_, '_, '_> {
    /// Whether a sentence ends with a colon soon after a token, and a list stands below it.
    pub(super) fn items_follow(&self, after: usize, sentence: &Run) -> bool {
        let surface = self.cast.surface;
        let colon = sentence.end - 1;
        // "build upon it, including to:"
        let besides = colon > after + 1
            && surface.lower(colon - 1) == "to"
            && matches!(surface.lower(colon - 2), "including" | ",")
            && colon - after <= AFAR;
        after <= colon
            && (colon - after <= INTRO || besides)
            && surface.word(colon) == ":"
            && surface.begins_paragraph(sentence.end)
            && (self.past_marker(sentence.end) > sentence.end
                || surface.lower(colon - 1) == "to" && self.ends_open(sentence.end))
    }

    /// Whether a paragraph ends as one of several: "Reopen the border;", "share water; and".
    fn ends_open(&self, at: usize) -> bool {
        let surface = self.cast.surface;
        if at >= surface.len() {
            return false;
        }
        let last = surface.paragraph(at).end - 1;
        surface.word(last) == ";"
            || matches!(surface.lower(last), "and" | "or")
                && last > at
                && matches!(surface.word(last - 1), ";" | ",")
    }

    /// Adds the items of the list below a sentence.
    pub(super) fn items(&mut self, holders: &[MemberId], status: GoalStatus, sentence: &Run) {
        let surface = self.cast.surface;
        let mut next = sentence.end;
        let mut goes_on = false;
        for _ in 0..ITEMS {
            let paragraph = surface.paragraph(next);
            let first = self.past_marker(next);
            let open = self.ends_open(next);
            if first == next && !(open || goes_on) || first >= paragraph.end {
                break;
            }
            goes_on = open;
            let first = self.infinitive(first).unwrap_or(first);
            let text = self.phrase(first, &surface.sentence(first));
            self.put(text, holders.to_vec(), status);
            next = paragraph.end;
        }
    }

    /// Past the mark of an item: "(a)", "1.", "-", "•", "second,".
    pub(super) fn past_marker(&self, at: usize) -> usize {
        let surface = self.cast.surface;
        let word = surface.lower(at);
        if matches!(
            word,
            "first"
                | "firstly"
                | "second"
                | "secondly"
                | "third"
                | "thirdly"
                | "fourth"
                | "fifth"
                | "finally"
                | "lastly"
        ) {
            return if surface.word(at + 1) == "," { at + 2 } else { at };
        }
        let label = |at: usize| {
            let word = surface.word(at);
            let letters = word.len() == 1 || word.bytes().all(|byte| b"ivx".contains(&byte));
            !word.is_empty()
                && (letters && word.bytes().all(|byte| byte.is_ascii_lowercase())
                    || word.len() < 3 && word.bytes().all(|byte| byte.is_ascii_digit()))
        };
        if word == "(" {
            return if label(at + 1) && surface.word(at + 2) == ")" { at + 3 } else { at };
        }
        // "1." is one word or two.
        let whole = word.strip_suffix(['.', ')']).is_some_and(|number| {
            let digits = number.len() < 3 && number.bytes().all(|byte| byte.is_ascii_digit());
            let letter = number.len() == 1 && number.bytes().all(|byte| byte.is_ascii_lowercase());
            let roman = number.bytes().all(|byte| b"ivx".contains(&byte));
            !number.is_empty() && (digits || letter || roman)
        });
        if whole {
            return at + 1;
        }
        if label(at) && matches!(surface.word(at + 1), ")" | ".") {
            return at + 2;
        }
        let dash = matches!(word, "-" | "–" | "—" | "•" | "*" | "·" | "‣" | "▪" | "●");
        if dash && surface.kind(at) == TokenKind::Mark { at + 1 } else { at }
    }
}
