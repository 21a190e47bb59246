//! Where the network's mark of a goal cuts words that belong together: "the Non-Proliferation" of a
//! treaty, "our strong" of ties, "up schools" of "set up schools".

use super::Reader;
use crate::clauses::{begins, is_be, is_have, verb_group};
use crate::surface::Run;
use crate::tagger::Pos;
use chancery_model::GoalStatus;

/// So many words may be missing at an end.
const MISSING: usize = 4;

/// Beginnings of verbs, in the past, for what is done by one's own act once it is told in the perfect.
#[rustfmt::skip]
const DONE: &[&str] = &[
    "allocat", "clos", "deliver", "deploy", "destroy", "dismantl", "disburs", "donat", "eased", "end", "evacuat",
    "expelled", "extradit", "forgav", "forgiv", "freed", "halt", "launch", "lifted", "opened", "paid", "provided",
    "ratif", "re-open", "releas", "remov", "reopen", "restarted", "restor", "resum", "sent", "signed", "stationed",
    "stopped", "suspend", "withdrawn",
];

/// Beginnings of verbs by which others are greeted or judged, and nothing is wanted of them.
#[rustfmt::skip]
const JUDGING: &[&str] = &[
    "applaud", "commend", "condemn", "criticis", "criticiz", "denounc", "hail", "prais", "receiv", "thank", "welcom",
];

/// Beginnings of verbs that put off or give up what stands behind them.
#[rustfmt::skip]
const PUTTING_OFF: &[&str] = &["abandon", "cancel", "delay", "ending", "postpon", "scrap", "suspend"];

/// What belongs to the verb before it: "set up", "hand over".
fn is_particle(word: &str) -> bool {
    matches!(word, "up" | "out" | "off" | "over" | "down" | "back" | "away")
}

fn is_reflexive(word: &str) -> bool {
    matches!(word, "itself" | "himself" | "herself" | "themselves" | "ourselves" | "myself")
}

impl Reader<'_, '_, '_> {
    /// "supports new elections": the new elections; nothing where only praise is told, or how somebody
    /// stands: "welcomed the refugees", "stands united", "defends itself".
    pub(super) fn past_verb(&self, text: Run) -> Option<Run> {
        let surface = self.cast.surface;
        let first = text.start;
        let verb = matches!(surface.pos(first), Pos::VerbThird | Pos::VerbPast);
        let plain = verb
            && !is_be(surface.lower(first))
            && !is_have(surface.lower(first))
            && self.cast.mention_at(first).is_none();
        let phrasal = is_particle(surface.lower(first + 1)) && surface.lower(first + 2) != "to";
        if !plain || phrasal || self.is_done(first) {
            return Some(text);
        }
        let next = surface.lower(first + 1);
        let stands = surface.pos(first + 1) == Pos::VerbParticiple
            && surface.pos(first + 2) == Pos::Preposition;
        let wants = !(begins(surface.lower(first), JUDGING) || is_reflexive(next) || stands);
        wants.then_some(first + 1..text.end)
    }

    /// "has lifted its sanctions", with the goal from the participle on.
    pub(super) fn is_done(&self, verb: usize) -> bool {
        let surface = self.cast.surface;
        if !matches!(surface.pos(verb), Pos::VerbParticiple | Pos::VerbPast)
            || !begins(surface.lower(verb), DONE)
        {
            return false;
        }
        let group = verb_group(surface, verb);
        let has = group
            .run
            .clone()
            .any(|at| is_have(surface.lower(at)) && surface.pos(at).is_finite_verb());
        has && !(group.negated || group.modal || group.future || group.passive)
    }

    /// How a goal stands that begins with the act that has been done.
    pub(super) fn done_status(&self, text: &Run) -> Option<GoalStatus> {
        self.is_done(text.start).then_some(GoalStatus::Achieved)
    }

    /// "delayed handing over the town", "are ending a truce": what is put off or given up is not wanted.
    pub(super) fn is_put_off(&self, at: usize) -> bool {
        let surface = self.cast.surface;
        let Some(before) = at.checked_sub(1) else { return false };
        let put_off = surface.lower(before) == "off"
            && before > 0
            && matches!(surface.lower(before - 1), "put" | "puts" | "putting");
        put_off
            || surface.pos(before).is_verb()
                && !verb_group(surface, before).infinitive
                && begins(surface.lower(before), PUTTING_OFF)
    }

    /// A mark with the words that it cuts off.
    pub(super) fn whole(&self, run: Run) -> Run {
        let cast = self.cast;
        let surface = cast.surface;
        let sentence = surface.sentence(run.start);
        let mut run = run;
        // "$5 billion"
        if run.start > sentence.start && matches!(surface.word(run.start - 1), "$" | "€" | "£") {
            run.start -= 1;
        }
        // "set up schools"
        if is_particle(surface.lower(run.start))
            && run.start > sentence.start
            && surface.pos(run.start - 1).is_verb()
        {
            run.start -= 1;
        }
        let last = run.end.saturating_sub(1);
        if let Some(mention) = cast.mention_at(last)
            && mention.run.end > run.end
            && mention.run.end <= sentence.end
        {
            run.end = mention.run.end;
        }
        // "our strong" ties, "the Nuclear Non-Proliferation" Treaty
        let open = |at: usize| {
            let pos = surface.pos(at);
            pos.is_adjective() || pos.is_determiner() || pos == Pos::PossessivePronoun
        };
        let named = |at: usize| surface.is_capital(at) && surface.pos(at).is_noun();
        let end = sentence.end.min(run.end + MISSING);
        let mut last = run.end.saturating_sub(1);
        while last + 1 < end {
            let next = last + 1;
            let noun = surface.pos(next).is_noun() || surface.pos(next).is_adjective();
            let day = crate::clauses::is_day(surface.lower(next));
            let grows =
                noun && open(last) || named(last) && named(next) && cast.mention_at(next).is_none();
            if !grows || day {
                break;
            }
            last = next;
        }
        if surface.pos(last).is_noun() {
            run.end = run.end.max(last + 1);
        }
        run
    }
}
