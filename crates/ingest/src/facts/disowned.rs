//! What others say of what was said, in the same sentence: "Mali said the jet was shot down, which Chad
//! denied", "…, a charge Chad rejects", "…, a claim denied by Chad".

use super::contents::trim;
use super::cues::settle;
use super::statements::{Reader, Said};
use crate::clauses::{begins, is_day, subject_after, verb_group};
use crate::surface::Run;
use crate::tagger::Pos;
use chancery_model::Act;

/// Nouns for what was said that those speak of who deny it.
const CLAIMS: &[&str] = &[
    "claim",
    "charge",
    "accusation",
    "allegation",
    "assertion",
    "suggestion",
    "report",
    "something",
];

/// So many words the subject and its verb may take.
const CLAUSE: usize = 9;
/// So many statements before one are looked at.
const NEAR: usize = 12;

/// Who denies, and by which verb.
struct Denial {
    source: Run,
    verb: usize,
}

fn is_denying(word: &str) -> bool {
    matches!(word, "denied" | "denies" | "deny" | "denying")
}

/// Whether a verb says of a claim that it is not so.
fn refuses(word: &str) -> bool {
    begins(word, &["reject", "dismiss", "disput", "refut"])
}

impl Reader<'_, '_, '_> {
    /// Finds the denials that hang on a comma, and takes them out of what was said before.
    pub(super) fn disowned(&mut self) {
        let surface = self.cast.surface;
        let mut denials = Vec::new();
        for sentence in surface.sentences() {
            let plain =
                |at: &usize| surface.word(*at) == "," && surface.quotation_of(*at).is_none();
            for comma in sentence.clone().filter(plain) {
                if let Some(denial) = self.denial_after(comma, sentence.end) {
                    denials.push((comma, denial));
                }
            }
        }
        if denials.is_empty() {
            return;
        }
        self.found.sort_by_key(Said::at);
        let mut added = Vec::new();
        for (comma, denial) in denials {
            added.extend(self.denied(comma, &denial));
        }
        self.found.extend(added);
        self.found.sort_by_key(Said::at);
    }

    fn denial_after(&self, comma: usize, end: usize) -> Option<Denial> {
        let surface = self.cast.surface;
        let mut at = comma + 1;
        // "it had proposed a truce, which Chad rejected": the truce, and not that it was proposed.
        let claim = surface.lower(at) != "which";
        if claim {
            if matches!(surface.lower(at), "a" | "an") {
                at += 1;
                while surface.pos(at).is_adjective() && at < comma + 5 {
                    at += 1;
                }
            }
            if !CLAIMS.contains(&surface.lower(at)) {
                return None;
            }
            if matches!(surface.lower(at + 1), "that" | "which") {
                at += 1;
            }
        }
        let from = at + 1;
        let verb = (from..end.min(from + CLAUSE)).find(|at| {
            surface.pos(*at).is_verb()
                && (is_denying(surface.lower(*at)) || claim && refuses(surface.lower(*at)))
                && self.cast.mention_at(*at).is_none()
        })?;
        let ends = |at: usize| self.cast.ends_mention(at);
        if surface.lower(verb + 1) == "by" {
            let source = subject_after(surface, verb + 1, &ends)?;
            let between = |at: usize| surface.pos(at).is_verb() || surface.pos(at).is_adverb();
            return (from..verb).all(between).then_some(Denial { source, verb });
        }
        let group = verb_group(surface, verb);
        let clear = group.finite && !group.passive && !group.future && group.run.start > from;
        let nominal = |at: usize| {
            let pos = surface.pos(at);
            pos.is_noun()
                || pos.is_adjective()
                || pos.is_determiner()
                || pos == Pos::Pronoun
                || pos == Pos::Possessive
                || self.cast.mention_at(at).is_some()
                || matches!(surface.lower(at), "of" | "and")
        };
        let mut last = group.run.start;
        while last > from && surface.pos(last - 1).is_adverb() {
            last -= 1;
        }
        let next = verb + 1;
        let closes = next >= end
            || matches!(surface.word(next), "," | "." | ";" | ")" | "—" | "--")
            || surface.pos(next).is_adverb()
            || surface.pos(next) == Pos::Preposition
            || is_day(surface.lower(next));
        (clear && closes && last > from && (from..last).all(nominal))
            .then_some(Denial { source: from..last, verb })
    }

    /// The statement that a denial is, unless one that was found is corrected.
    fn denied(&mut self, comma: usize, denial: &Denial) -> Option<Said> {
        let surface = self.cast.surface;
        let source = settle(self.cast, denial.source.clone(), self.we)?;
        let sentence = surface.sentence(comma);
        let own = |said: &Said| said.cue.as_ref().is_some_and(|cue| cue.contains(&denial.verb));
        let first = self.found.partition_point(|said| said.at() < sentence.start);
        let near = first..self.found.len().min(first + NEAR);
        let mut denied: Option<Run> = None;
        for said in &mut self.found[near.clone()] {
            if own(said) || said.at() >= sentence.end {
                continue;
            }
            for run in &mut said.content {
                if run.start < comma && comma < run.end {
                    *run = trim(surface, run.start..comma);
                }
                let adjoins = run.end <= comma && run.end + 2 >= comma;
                if adjoins && denied.as_ref().is_none_or(|known| known.start < run.start) {
                    denied = Some(run.clone());
                }
            }
        }
        let clause = || trim(surface, self.clause_start(comma, &sentence)..comma);
        let content = denied.unwrap_or_else(clause);
        if content.is_empty() {
            return None;
        }
        let verb = self.cast.lexicon.verbs.get(surface.lower(denial.verb));
        let known = near.clone().find(|number| own(&self.found[*number]));
        let said = Said {
            who: source.who,
            source: Some(source.run),
            cue: Some(denial.verb..denial.verb + 1),
            content: vec![content],
            negated: verb.is_none_or(|verb| verb.negated),
            act: verb.map_or(Act::Deny, |verb| verb.act),
            addressee: None,
        };
        let Some(number) = known else { return Some(said) };
        self.found[number] = said;
        None
    }
}
