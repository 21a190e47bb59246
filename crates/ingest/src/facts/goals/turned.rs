//! Goals that turn by their own words: "decided to reject the offer" rejects the offer, "refused to say
//! whether" refuses an answer, and no deed, and what "would not collapse" is refused by nobody.

use super::Reader;
use crate::clauses::begins;
use crate::surface::Run;
use crate::tagger::Pos;

/// What somebody does who answers, whatever stands behind it.
#[rustfmt::skip]
const ANSWERING: &[&str] = &[
    "answer", "comment", "elaborate", "identify", "say", "specify", "speculate", "tell",
];
/// And what somebody does who may answer by it, or do more: "reveal the weapons to inspectors".
const TELLING: &[&str] = &["confirm", "disclose", "divulge", "reveal"];
/// What an answer is about.
#[rustfmt::skip]
const ANSWERS: &[&str] = &[
    "amount", "contents", "date", "details", "figures", "how", "identities", "identity", "if", "information",
    "it", "location", "name", "names", "number", "reason", "reasons", "report", "reports", "substance", "that",
    "terms", "what", "when", "where", "whether", "which", "who", "why",
];
/// What somebody does who gives an answer, or more: "give details", and "give the rebels arms".
const GIVING: &[&str] = &["give", "giving", "offer", "provide", "providing", "release"];
/// What is nothing but an answer.
#[rustfmt::skip]
const DETAILS: &[&str] = &[
    "comment", "comments", "details", "elaboration", "estimate", "estimates", "explanation", "figures", "specifics",
    "timetable",
];
/// Words between such a verb and what the answer is about, at most.
const ABOUT: usize = 4;

/// Beginnings of verbs by which somebody will have no part in what stands behind them.
const TURNING: &[&str] = &["boycott", "declin", "oppos", "refus", "reject", "shun", "snub"];

/// What happens, and is not done by a will.
#[rustfmt::skip]
const HAPPENING: &[&str] = &[
    "affect", "collapse", "cost", "deteriorate", "die", "disappear", "disintegrate", "emerge",
    "escalate", "fail", "fall", "fracture", "happen", "last", "lose", "materialise", "materialize", "occur", "plunge",
    "prevail", "slide", "slip", "succeed", "suffer", "survive",
];
/// And what happens where nothing stands behind it: "would not work", but "will not break its promise".
const ALONE: &[&str] = &["break", "split", "stand", "work"];

/// What is said, and may be true or false: who rejects it only says that it is false.
#[rustfmt::skip]
const CLAIMS: &[&str] = &[
    "accusation", "accusations", "allegation", "allegations", "argument", "arguments", "assertion", "assertions",
    "charge", "charges", "claim", "claims", "comparison", "complaint", "complaints", "contention", "criticism",
    "insinuation", "insinuations", "report", "reports", "rumor", "rumors", "rumour", "rumours", "suggestion",
    "suggestions", "view",
];

impl Reader<'_, '_, '_> {
    /// "say whether Mali would pay", "reveal details": an answer, and no deed.
    pub(super) fn is_silence(&self, run: &Run) -> bool {
        let surface = self.cast.surface;
        let verb = surface.lower(run.start);
        let near = || run.start + 1..run.end.min(run.start + 1 + ABOUT);
        ANSWERING.contains(&verb)
            || GIVING.contains(&verb)
                && near()
                    .take_while(|at| !matches!(surface.pos(*at), Pos::Preposition | Pos::To))
                    .any(|at| DETAILS.contains(&surface.lower(at)))
            || TELLING.contains(&verb)
                && (run.len() == 1
                    || near().any(|at| ANSWERS.contains(&surface.lower(at)))
                    || (run.start + 1..run.end)
                        .take_while(|at| !matches!(surface.lower(*at), "which" | "who"))
                        .any(|at| self.is_clause_verb(at)))
    }

    /// What a party will have no part in by what it decides: "decided to reject the offer".
    pub(super) fn turned_down(&self, run: &Run) -> Option<Run> {
        let surface = self.cast.surface;
        let form = matches!(surface.pos(run.start), Pos::VerbBase | Pos::VerbGerund);
        let turns = form && begins(surface.lower(run.start), TURNING) && run.len() > 2;
        turns.then(|| {
            let first = self.infinitive(run.start + 1).unwrap_or(run.start + 1);
            self.trim(first..run.end)
        })
    }

    /// "collapse", "slide into war": what nobody does by a will.
    pub(super) fn happens(&self, verb: usize) -> bool {
        let surface = self.cast.surface;
        let next = surface.pos(verb + 1);
        let object = next.is_noun()
            || next.is_adjective()
            || next.is_determiner()
            || matches!(next, Pos::PossessivePronoun | Pos::Number)
            || self.cast.mention_at(verb + 1).is_some()
            || matches!(surface.lower(verb + 1), "by" | "under" | "with");
        let word = surface.lower(verb);
        HAPPENING.contains(&word) || ALONE.contains(&word) && !object
    }

    /// "the charges", "the report as absurd": said by others, and only called false.
    pub(super) fn is_claim(&self, run: &Run) -> bool {
        let surface = self.cast.surface;
        run.clone()
            .take_while(|at| {
                *at == run.start
                    || !(surface.pos(*at) == Pos::Preposition
                        || matches!(surface.lower(*at), "that" | "to" | "," | "as"))
            })
            .filter(|at| surface.pos(*at).is_noun())
            .last()
            .is_some_and(|head| CLAIMS.contains(&surface.lower(head)))
    }
}
