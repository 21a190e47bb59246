//! Who pursues a goal by the clause that states it: "Lee said Mali would reopen the border" tells a
//! goal of Mali, and not of Lee, who only tells it.

use super::Reader;
use crate::clauses::{begins, is_be, is_have, subject_before, verb_group};
use crate::entities::MemberId;
use crate::surface::Run;
use crate::tagger::Pos;
use crate::tokens::TokenKind;
use chancery_model::EntityKind;

/// So many verbs before a goal are asked for their subjects.
const VERBS: usize = 4;
/// So far before a goal may stand the clause that tells whose it is.
const FAR: usize = 160;
/// So far before a goal may stand the noun that tells whose wish it is.
const NEAR: usize = 9;

/// Nouns for a wish, which is of whoever stands beside them.
#[rustfmt::skip]
const OWNED: &[&str] = &[
    "ambition", "ambitions", "appeal", "attempt", "attempts", "bid", "call", "calls", "campaign", "commitment",
    "decision", "demand", "demands", "desire", "effort", "efforts", "endeavor", "endeavour", "hope", "hopes",
    "insistence", "intention", "interest", "offer", "plan", "plans", "pledge", "pressure", "promise", "promises",
    "proposal", "quest", "readiness", "refusal", "request", "threat", "willingness", "wish",
];

/// Beginnings of words for what is wanted of others: "Lee hopes that Mali will", "his hope that".
const WISHES: &[&str] = &[
    "hope",
    "hoping",
    "wish",
    "want",
    "expect",
    "demand",
    "insist",
    "propos",
    "suggest",
    "urge",
    "urging",
    "ask",
    "request",
    "recommend",
    "require",
    "prefer",
    "call",
    "desire",
];

/// Nouns for what is no party, though it is told to do something: its side is told elsewhere.
const NO_PARTY: &[&str] = &[
    "aim",
    "agreement",
    "accord",
    "approach",
    "attack",
    "attacks",
    "bid",
    "ceremony",
    "conference",
    "cooperation",
    "deal",
    "decision",
    "document",
    "draft",
    "effort",
    "efforts",
    "exercise",
    "exercises",
    "forum",
    "goal",
    "initiative",
    "meeting",
    "meetings",
    "measure",
    "measures",
    "move",
    "moves",
    "negotiations",
    "objective",
    "plan",
    "plans",
    "policy",
    "proposal",
    "purpose",
    "relations",
    "relationship",
    "report",
    "resolution",
    "round",
    "sanctions",
    "session",
    "statement",
    "step",
    "steps",
    "strategy",
    "summit",
    "talks",
    "ties",
    "tour",
    "treaty",
    "trip",
    "visit",
    "visits",
    "work",
];

impl Reader<'_, '_, '_> {
    /// Whose goal it is that begins at a token, by the nearest clause before it that tells; nobody where
    /// only whoever speaks can be meant: "Lee said that Mali should reopen the border".
    pub(super) fn pursuers(&self, goal: usize, sentence: &Run) -> Option<Vec<MemberId>> {
        let cast = self.cast;
        let surface = cast.surface;
        if let Some(owners) = self.wished_by(goal, sentence) {
            return Some(owners);
        }
        let told = self.told_at(goal);
        let mut words = told.iter().flat_map(|said| &said.content);
        let from = words.find(|run| run.contains(&goal)).map_or(sentence.start, |run| run.start);
        let from = from.max(sentence.start).max(goal.saturating_sub(FAR));
        let ends = |at: usize| cast.ends_mention(at);
        let verbs = (from..goal)
            .rev()
            .filter(|at| surface.pos(*at).is_finite_verb() && cast.mention_at(*at).is_none())
            .take(VERBS);
        for verb in verbs {
            if self.is_aside(verb, from, goal) {
                continue;
            }
            let asked = self.is_asked_of(verb);
            if told.is_some() && asked {
                return None;
            }
            // 'Mali "has no intention of" leaving'
            let first = verb_group(surface, verb).run.start;
            let quoted = first > from + 1 && surface.kind(first - 1) == TokenKind::Quote;
            let Some(subject) = subject_before(surface, first - usize::from(quoted), &ends) else {
                continue;
            };
            let subject = subject.start.max(from)..subject.end;
            if subject.is_empty() {
                continue;
            }
            // "because Mali has coal, and we want": whoever speaks.
            let own = subject.len() == 1 && is_own(surface.lower(subject.start));
            if own && told.is_some() {
                return None;
            }
            if told.is_some() && self.is_supposed(&subject, from) {
                continue;
            }
            if let Some(wish) = self.wish_before(&subject, sentence.start) {
                if wish < from {
                    return None;
                }
                continue;
            }
            let sides = match self.occasion(&subject) {
                Some(head) => self.parties_of(&subject, head),
                None => self.sides(&subject),
            };
            if !sides.is_empty() {
                // "Mali must release": asked by whoever gives the text out.
                return Some(match cast.we.as_slice() {
                    [home] if asked && !own && !sides.contains(home) => self.sides_of(vec![*home]),
                    _ => sides,
                });
            }
        }
        None
    }

    /// "should", "must", "needs to", "would have to", "is required to": what whoever speaks wants of others.
    fn is_asked_of(&self, verb: usize) -> bool {
        let surface = self.cast.surface;
        let modal = matches!(surface.lower(verb), "will" | "would" | "'ll");
        let verb = verb + usize::from(modal);
        let forced = matches!(surface.lower(verb + 1), "forced" | "obliged" | "required");
        if is_be(surface.lower(verb)) && forced && surface.lower(verb + 2) == "to" {
            return true;
        }
        let word = surface.lower(verb);
        let to = surface.lower(verb + 1) == "to";
        matches!(word, "should" | "must" | "ought")
            || to && (is_have(word) || matches!(word, "need" | "needs" | "needed"))
    }

    /// The word right before a subject that wants something of it.
    pub(super) fn wish_before(&self, subject: &Run, first: usize) -> Option<usize> {
        let surface = self.cast.surface;
        let before = subject.start.checked_sub(1).filter(|at| *at >= first)?;
        let that = surface.lower(before) == "that";
        let at = if that { before.checked_sub(1).filter(|at| *at >= first)? } else { before };
        let fits = surface.pos(at).is_verb() || that && surface.pos(at).is_noun();
        (fits && begins(surface.lower(at), WISHES)).then_some(at)
    }

    /// "unless Mali opens the border", "as long as": what is asked of Mali, and no goal of its own.
    fn is_supposed(&self, subject: &Run, first: usize) -> bool {
        let surface = self.cast.surface;
        let Some(before) = subject.start.checked_sub(1).filter(|at| *at >= first) else {
            return false;
        };
        let word = surface.lower(before);
        matches!(word, "if" | "unless" | "until" | "once")
            || word == "as" && matches!(surface.lower(before.wrapping_sub(1)), "long" | "soon")
    }

    /// The head of a subject that is no party: "Lee's visit", "the talks", "the aim of the trip".
    pub(super) fn occasion(&self, subject: &Run) -> Option<usize> {
        let cast = self.cast;
        let surface = cast.surface;
        // What stands after "of", "with", "between" belongs to the noun before.
        let head = subject
            .clone()
            .take_while(|at| !matches!(surface.pos(*at), Pos::Preposition | Pos::To))
            .filter(|at| surface.pos(*at).is_noun())
            .last()?;
        let plain = cast.mention_at(head).is_none();
        (plain && NO_PARTY.contains(&surface.lower(head))).then_some(head)
    }

    /// Those who come to what is no party itself: "Lee's visit", "the talks between Chad and Mali".
    pub(super) fn parties_of(&self, subject: &Run, head: usize) -> Vec<MemberId> {
        let cast = self.cast;
        let surface = cast.surface;
        let named = |run: Run| -> Vec<MemberId> {
            let who = cast.mentions_in(&run).map(|mention| mention.who);
            who.filter(|who| cast.kind(*who) != EntityKind::Place).collect()
        };
        let mut who = named(subject.start..head);
        if who.is_empty() && matches!(surface.lower(head + 1), "between" | "of" | "by" | "among") {
            who = named(head + 2..subject.end);
        }
        self.sides_of(who)
    }

    /// Who has the wish that a goal is told by, where a noun before it names the wish: "Georgia's desire
    /// for", "demands by Chad to", "pressure of Mali on banks not to".
    pub(super) fn wished_by(&self, goal: usize, sentence: &Run) -> Option<Vec<MemberId>> {
        let cast = self.cast;
        let surface = cast.surface;
        let first = sentence.start.max(goal.saturating_sub(NEAR));
        let noun = (first..goal.saturating_sub(1))
            .rev()
            .take_while(|at| {
                !surface.pos(*at).is_finite_verb()
                    && !matches!(surface.word(*at), "," | ";" | ":" | "--")
            })
            .find(|at| surface.pos(*at).is_noun() && OWNED.contains(&surface.lower(*at)))?;
        let owners = self.owners_of_noun(noun, sentence);
        if !owners.is_empty() {
            return Some(owners);
        }
        // "an embargo on Libya for its refusal to"
        let its = noun.checked_sub(1).filter(|at| *at > sentence.start)?;
        if matches!(surface.lower(its), "its" | "their") && surface.lower(its - 1) == "for" {
            let first = sentence.start.max(its.saturating_sub(FAR));
            let before = cast.mentions_in(&(first..its - 1)).filter(|it| {
                matches!(cast.kind(it.who), EntityKind::State | EntityKind::Organization)
            });
            let who = before.last()?;
            return Some(self.sides_of(vec![who.who]));
        }
        let of = matches!(surface.lower(noun + 1), "by" | "of" | "from");
        let who = if of { cast.actors(&(noun + 2..goal.saturating_sub(1))) } else { Vec::new() };
        Some(self.sides_of(who)).filter(|sides| !sides.is_empty())
    }
}

/// Whether a word stands for whoever speaks.
fn is_own(word: &str) -> bool {
    matches!(word, "i" | "we")
}
