//! What papers that are signed are for, and who is told to act by words that name somebody: "signed a
//! deal to end the war", "called for the rebels to lay down their arms".

use super::Reader;
use crate::clauses::{begins, is_be};
use crate::entities::MemberId;
use crate::surface::Run;
use crate::tagger::Pos;
use chancery_model::EntityKind;

/// So many words may stand between a paper and what it is for.
const FAR: usize = 20;
/// So many words may name whoever is told to act.
const SUBJECT: usize = 8;

/// Those who act, though the text names nobody.
#[rustfmt::skip]
const ACTORS: &[&str] = &[
    "administration", "army", "authorities", "factions", "forces", "government", "governments", "group", "groups",
    "junta", "leader", "leaders", "militants", "military", "militia", "militias", "officials", "parliament", "parties",
    "party", "president", "rebels", "regime", "side", "sides", "troops",
];

/// What somebody asks of others.
#[rustfmt::skip]
const ASKED: &[&str] = &[
    "appeal", "appeals", "call", "calls", "demand", "demands", "plea", "pleas", "request", "requests",
];

/// Whether a noun is a paper that parties sign.
pub(super) fn is_paper(noun: &str) -> bool {
    #[rustfmt::skip]
    let paper = matches!(
        noun,
        "agreement" | "agreements" | "treaty" | "deal" | "deals" | "pact" | "accord" | "accords" | "memorandum"
            | "declaration" | "protocol" | "document" | "contract"
    );
    paper
}

impl Reader<'_, '_, '_> {
    /// What a paper is for that is signed, where words right behind it tell: "signed a deal in May with
    /// Mali to end the war", "an agreement that commits Mali to pay".
    pub(super) fn purpose_of_paper(&self, first: usize, sentence: &Run) -> Option<Vec<Run>> {
        let surface = self.cast.surface;
        let paper = (first..sentence.end.min(first + SUBJECT))
            .take_while(|at| surface.pos(*at) != Pos::Preposition)
            .find(|at| is_paper(surface.lower(*at)))?;
        let last = sentence.end.min(paper + FAR);
        let to = (paper + 1..last)
            .take_while(|at| {
                let binds = |at: usize| {
                    begins(surface.lower(at), &["commit", "bind", "oblig", "requir"])
                        && surface.pos(at).is_verb()
                };
                let relative = matches!(surface.lower(*at), "that" | "which") && binds(*at + 1);
                !(matches!(surface.word(*at), "," | ";" | ":" | "and")
                    || surface.pos(*at).is_verb() && !binds(*at)
                    || matches!(surface.lower(*at), "that" | "which") && !relative
                    // "on plans to": what the paper is about.
                    || matches!(surface.lower(*at), "on" | "about"))
            })
            .find(|at| self.infinitive(*at).is_some())?;
        Some(self.list(self.infinitive(to)?, sentence)).filter(|texts| !texts.is_empty())
    }

    /// "Under the deal, Mali should": what those who signed it agreed to.
    pub(super) fn is_bound_by_paper(&self, at: usize, sentence: &Run) -> bool {
        let surface = self.cast.surface;
        let first = sentence.start.max(at.saturating_sub(2 * FAR));
        let under = (first..at).rev().find(|at| surface.lower(*at) == "under");
        under.is_some_and(|under| {
            let comma = (under + 1..at).find(|at| surface.word(*at) == ",");
            let end = comma.unwrap_or(at).min(under + SUBJECT);
            let bound = (end..at).any(|at| {
                matches!(surface.lower(at), "should" | "must" | "will" | "would" | "shall")
                    || is_be(surface.lower(at)) && surface.lower(at + 1) == "to"
            });
            comma.is_some() && bound && (under + 1..end).any(|at| is_paper(surface.lower(at)))
        })
    }

    /// What was asked for that is turned down, and the noun that names the asking: "refused requests from
    /// Mali for aid".
    pub(super) fn asked_for(&self, first: usize, sentence: &Run) -> Option<(usize, Vec<Run>)> {
        let surface = self.cast.surface;
        let noun = (first..sentence.end.min(first + SUBJECT))
            .take_while(|at| {
                !(surface.pos(*at).is_verb()
                    || surface.pos(*at) == Pos::Preposition
                    || surface.word(*at) == ",")
            })
            .find(|at| surface.pos(*at).is_noun() && ASKED.contains(&surface.lower(*at)))?;
        let link = (noun + 1..sentence.end.min(noun + SUBJECT))
            .take_while(|at| !(surface.pos(*at).is_verb() || surface.word(*at) == ","))
            .find(|at| surface.lower(*at) == "for" || self.infinitive(*at).is_some())?;
        let texts = self
            .infinitive(link)
            .map_or_else(|| self.things(link + 1, sentence), |verb| self.list(verb, sentence));
        (!texts.is_empty()).then_some((noun, texts))
    }

    /// Whose the asking is: "Mali's request", "requests from Mali".
    pub(super) fn asking(&self, noun: usize, text: &Run, sentence: &Run) -> Vec<MemberId> {
        let owners = self.owners_of_noun(noun, sentence);
        let from = matches!(self.cast.surface.lower(noun + 1), "from" | "by");
        if owners.is_empty() && from {
            self.sides(&(noun + 2..text.start.max(noun + 2)))
        } else {
            owners
        }
    }

    /// Those with whom a paper is signed: "signed a treaty with Mali".
    pub(super) fn signed_with(&self, run: &Run) -> Vec<MemberId> {
        let surface = self.cast.surface;
        let with = run.clone().find(|at| surface.lower(*at) == "with");
        with.map_or_else(Vec::new, |with| {
            let end = (with + 1..run.end)
                .find(|at| matches!(surface.lower(*at), "to" | "on" | "for" | "about" | "in" | ","))
                .unwrap_or(run.end);
            self.sides_of(self.cast.actors(&(with + 1..end)))
        })
    }

    /// What is called for, where somebody is named who shall do it: "the rebels to lay down their arms".
    pub(super) fn acts_told(&self, first: usize, sentence: &Run) -> Option<Vec<Run>> {
        let cast = self.cast;
        let surface = cast.surface;
        let to = (first + 1..sentence.end.min(first + SUBJECT))
            .take_while(|at| {
                !(surface.pos(*at).is_verb()
                    || matches!(surface.word(*at), "," | ";" | ":" | "and"))
            })
            .find(|at| self.infinitive(*at).is_some())?;
        let head = (first..to)
            .take_while(|at| surface.pos(*at) != Pos::Preposition)
            .filter(|at| surface.pos(*at).is_noun() || cast.ends_mention(*at))
            .last()?;
        let acts = ACTORS.contains(&surface.lower(head))
            || cast.mention_at(head).is_some_and(|mention| {
                mention.run.end == head + 1 && cast.kind(mention.who) != EntityKind::Place
            });
        // "called for the state to be wiped off": of what becomes of it.
        // "for a government able to govern": of what somebody is to be.
        let told_of = matches!(surface.lower(first), "a" | "an")
            || matches!(surface.lower(to - 1), "able" | "ready" | "willing");
        if !acts || told_of || is_be(surface.lower(to + 1)) {
            return None;
        }
        let texts = self.list(self.infinitive(to)?, sentence);
        (!texts.is_empty()).then_some(texts)
    }
}
