//! Goals that are told of only to say that they are not had: "failed to agree on", "rejects any
//! attempt to", "denied planning to", "has Mali agreed to?".

use super::Reader;
use crate::clauses::{VerbGroup, begins, is_be, is_have, verb_group};
use crate::surface::Run;
use crate::tagger::Pos;
use chancery_model::GoalStatus;

/// So far before a word stands what it hangs on.
const NEAR: usize = 7;
/// So far before a verb "if" and "whether" may open its clause.
const CLAUSE: usize = 12;

/// What becomes of a goal by the words around it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// It is as its own words say.
    Stands,
    /// It is wanted, or refused, whatever its own words say.
    Is(GoalStatus),
    /// Nobody is told to have it.
    Falls,
}

/// Words for what does not come about.
const FALLS: &[&str] = &["impossible", "instead", "without"];

/// Beginnings of words for what somebody does not want: "refused to agree to".
const REFUSED: &[&str] = &["refus", "declin", "unwilling", "reluctan"];

/// Beginnings of words for what is only wanted, or was tried: "hope to agree", "failed to agree".
const HOPES: &[&str] = &[
    "hope",
    "hoping",
    "want",
    "wish",
    "aim",
    "seek",
    "sought",
    "try",
    "trie",
    "attempt",
    "eager",
    "keen",
    "fail",
    "unable",
    "inability",
    "difficult",
    "struggl",
];

/// Beginnings of verbs that refuse what they name.
const REFUSES: &[&str] = &["reject", "oppos", "rebuff"];

/// Beginnings of verbs whose subject does not want what is attempted or does not let it come about.
const RESISTS: &[&str] = &[
    "condemn",
    "denounc",
    "deplor",
    "decri",
    "decry",
    "criticis",
    "criticiz",
    "thwart",
    "foil",
    "prevent",
    "block",
    "resist",
    "countered",
    "countering",
    "frustrat",
    "repel",
    "undermin",
    "hamper",
    "hinder",
    "hindr",
    "derail",
    "sabotag",
    "jeopardi",
    "complicat",
    "obstruct",
];

/// Verbs that refuse once they are negated.
const ACCEPTS: &[&str] =
    &["accept", "tolerate", "allow", "permit", "support", "back", "recognise", "recognize"];

impl Reader<'_, '_, '_> {
    /// What becomes of a goal that a verb tells of.
    pub(super) fn fate_of_verb(
        &self,
        group: &VerbGroup,
        status: GoalStatus,
        sentence: &Run,
    ) -> Fate {
        if self.is_asked(sentence) {
            return Fate::Falls;
        }
        match self.supposed(group.run.start, sentence) {
            Some("whether") => return Fate::Falls,
            // "if Mali agreed to": what a condition asks of Mali.
            Some(_) if status == GoalStatus::Agreed => return Fate::Is(GoalStatus::Sought),
            _ => {}
        }
        let surface = self.cast.surface;
        // "have yet to agree" is one group of verbs.
        let yet = |at: usize| surface.lower(at) == "yet" && surface.lower(at + 1) == "to";
        if status == GoalStatus::Agreed && group.run.clone().any(yet) {
            return Fate::Is(GoalStatus::Sought);
        }
        let hangs = group.infinitive || surface.pos(group.main) == Pos::VerbGerund;
        if status != GoalStatus::Agreed || !hangs {
            return Fate::Stands;
        }
        // "urged Mali to agree to a truce": what is urged is the goal, and nothing is agreed.
        let within = self.found.iter().rev().take(4).any(|aim| aim.text.contains(&group.main));
        if within { Fate::Falls } else { self.governed(group.run.start, sentence) }
    }

    /// What the words right before an infinitive, a gerund or "agreement on" make of it.
    pub(super) fn governed(&self, at: usize, sentence: &Run) -> Fate {
        let surface = self.cast.surface;
        let goal = at;
        for at in (sentence.start.max(goal.saturating_sub(NEAR))..goal).rev() {
            let word = surface.lower(at);
            let before_to = matches!(surface.lower(at + 1), "to");
            let short =
                word == "far" && surface.lower(at + 1) == "from" || word == "yet" && before_to;
            // "met without mediators to agree to a truce": that is of the mediators.
            let another =
                || word == "without" && (at + 1..goal).any(|at| surface.pos(at).is_noun());
            if FALLS.contains(&word) && !another()
                || word == "short" && surface.lower(at + 1) == "of"
            {
                return Fate::Falls;
            }
            if begins(word, REFUSED) {
                return Fate::Is(GoalStatus::Rejected);
            }
            // "gave Mali until Friday to agree": wanted of Mali.
            let given = matches!(word, "until" | "deadline" | "chance" | "ultimatum");
            if short || given || begins(word, HOPES) || matches!(word, "close" | "closer" | "near")
            {
                return Fate::Is(GoalStatus::Sought);
            }
            let finite = surface.pos(at).is_finite_verb() && !is_be(word) && !is_have(word);
            if finite || matches!(word, "," | ";" | ":" | "but" | "and" | "that") {
                break;
            }
        }
        Fate::Stands
    }

    /// Whether a verb refuses once it is negated: "does not accept".
    pub(super) fn is_accepting(&self, verb: usize) -> bool {
        ACCEPTS.contains(&self.cast.surface.lower(verb))
    }

    /// "any attempt to", "unilateral moves to": refused or resisted by whoever would else have it.
    pub(super) fn fate_of_noun(&self, noun: usize, sentence: &Run) -> Fate {
        if self.is_asked(sentence) {
            return Fate::Falls;
        }
        let surface = self.cast.surface;
        let mut at = noun;
        while at > sentence.start
            && noun - at < NEAR
            && (surface.pos(at - 1).is_adjective()
                || surface.pos(at - 1).is_determiner()
                || surface.pos(at - 1).is_noun()
                || matches!(surface.pos(at - 1), Pos::VerbParticiple | Pos::VerbGerund)
                    && at < noun)
        {
            at -= 1;
        }
        let Some(before) = at.checked_sub(1).filter(|at| *at >= sentence.start) else {
            return Fate::Stands;
        };
        let word = surface.lower(before);
        if word == "against" {
            let warned = (sentence.start.max(before.saturating_sub(NEAR))..before)
                .any(|at| begins(surface.lower(at), &["warn", "caution"]));
            return if warned { Fate::Is(GoalStatus::Rejected) } else { Fate::Falls };
        }
        if word == "to" && begins(surface.lower(before.wrapping_sub(1)), &["oppos"]) {
            return Fate::Is(GoalStatus::Rejected);
        }
        if !surface.pos(before).is_verb() {
            return Fate::Stands;
        }
        let negated = verb_group(surface, before).negated;
        if begins(word, REFUSES) && !negated || negated && ACCEPTS.contains(&word) {
            Fate::Is(GoalStatus::Rejected)
        } else if begins(word, RESISTS) {
            Fate::Falls
        } else {
            Fate::Stands
        }
    }

    /// "Has Mali agreed to the talks?"
    pub(super) fn is_asked(&self, sentence: &Run) -> bool {
        let surface = self.cast.surface;
        let word = |at: usize| at > sentence.start && surface.word(at - 1) == "?";
        if !(word(sentence.end) || word(sentence.end - 1)) {
            return false;
        }
        let asks = |at: usize| {
            let word = surface.lower(at);
            is_be(word)
                || is_have(word)
                || matches!(word, "do" | "does" | "did")
                || surface.pos(at) == Pos::Modal
        };
        let first = sentence.clone().take(4).find(|at| surface.word(*at).len() > 1);
        let colon = sentence.clone().take(NEAR).find(|at| surface.word(*at) == ":");
        first.is_some_and(asks) || colon.is_some_and(|at| asks(at + 1))
    }

    /// "if Chad agreed", "whether Chad has agreed": the word that opens the clause.
    fn supposed(&self, verb: usize, sentence: &Run) -> Option<&str> {
        let surface = self.cast.surface;
        (sentence.start.max(verb.saturating_sub(CLAUSE))..verb)
            .rev()
            .take_while(|at| {
                !matches!(surface.word(*at), "," | ";" | ":" | "that")
                    && !surface.pos(*at).is_finite_verb()
            })
            .map(|at| surface.lower(at))
            .find(|word| matches!(*word, "if" | "whether" | "unless"))
    }

    /// "grateful for organizing the talks", "congratulated Mali on the completion of": what is
    /// thanked for is done, and was not the goal of whoever gives thanks.
    pub(super) fn is_thanked_for(&self, at: usize, sentence: &Run) -> bool {
        let surface = self.cast.surface;
        let first = sentence.start.max(at.saturating_sub(CLAUSE));
        let link = (first.max(at.saturating_sub(3))..at)
            .rev()
            .find(|at| matches!(surface.lower(*at), "for" | "on"));
        let thanks = ["thank", "grateful", "gratitude", "congratulat"];
        link.is_some_and(|link| {
            (first..link)
                .rev()
                .take_while(|at| !matches!(surface.lower(*at), "," | ";" | "to"))
                .any(|at| begins(surface.lower(at), &thanks))
        })
    }
}
