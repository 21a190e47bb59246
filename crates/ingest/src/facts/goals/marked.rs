//! Goals that the network marks and no rule finds: whose they are, and how they stand.

use super::Reader;
use super::unmet::Fate;
use crate::clauses::{subject_before, verb_group};
use crate::surface::Run;
use crate::tagger::Pos;
use chancery_model::GoalStatus;

/// Words before a goal that tell how it stands, the nearest first.
fn status_word(word: &str) -> Option<GoalStatus> {
    Some(match word {
        "agreed" | "agree" | "agreeing" | "agreement" | "pledged" | "pledge" | "committed"
        | "commitment" | "commitments" | "commit" | "resolved" | "undertook" | "decided"
        | "reaffirmed" | "reaffirm" | "vowed" | "sign" | "signed" | "signing" => GoalStatus::Agreed,
        "reject" | "rejected" | "rejects" | "oppose" | "opposed" | "opposes" | "refused"
        | "refuse" | "refuses" | "against" => GoalStatus::Rejected,
        "achieved" | "succeeded" | "completed" | "concluded" | "established" | "launched" => {
            GoalStatus::Achieved
        }
        "seek" | "seeks" | "sought" | "urge" | "urged" | "urges" | "call" | "called" | "calls"
        | "need" | "efforts" | "aim" | "aims" | "demand" | "demanded" | "demands" | "want"
        | "wants" | "wanted" => GoalStatus::Sought,
        _ => return None,
    })
}

/// Words by which somebody pledges something.
const WILL: &[&str] = &["will", "would", "wo", "'ll", "shall"];

/// Verbs for what is done by one's own act: who says that it will be done pledges it. Of "will
/// strengthen", "will work" an effort is told.
pub(super) fn is_act(verb: &str) -> bool {
    #[rustfmt::skip]
    let act = matches!(
        verb,
        "allow" | "authorise" | "authorize" | "contribute" | "create" | "deliver" | "deploy" | "disburse" | "donate"
            | "establish" | "finance" | "fund" | "give" | "grant" | "help" | "host" | "lead" | "lend" | "lift" | "open"
            | "pay" | "provide" | "release" | "remove" | "reopen" | "send" | "set" | "sign" | "supply" | "support"
            | "transfer" | "withdraw"
    );
    act
}

/// That a goal is told not to be had.
struct Unmet;

/// How far before a goal its signing may stand.
const SIGNED: usize = 5;

/// How far before a goal may stand what others fear.
const FEARED: usize = 16;

fn is_fear(word: &str) -> bool {
    matches!(word, "fear" | "fears" | "feared" | "concern" | "concerns" | "worry" | "worries")
}

impl Reader<'_, '_, '_> {
    /// How a marked goal stands by the nearest word before it that tells, if one does; an error where
    /// it is told not to be had: "failed to reach agreement on", "should not offer".
    fn marked_status(&self, text: &Run, sentence: &Run) -> Result<Option<GoalStatus>, Unmet> {
        let surface = self.cast.surface;
        if let Some(status) = self.done_status(text).or_else(|| self.own_status(text)) {
            return Ok(Some(status));
        }
        // "established a plan to reach": what is established is the plan.
        let to_come = surface.lower(text.start.wrapping_sub(1)) == "to";
        for at in (sentence.start.max(text.start.saturating_sub(12))..text.start).rev() {
            let word = surface.lower(at);
            let verb = surface.pos(at).is_verb() && surface.pos(at) != Pos::Modal;
            let negated = verb && verb_group(surface, at).negated;
            match status_word(word) {
                Some(GoalStatus::Achieved) if to_come => {}
                // "signed a law that confirms its support for": only what stands close is signed.
                Some(GoalStatus::Agreed)
                    if word.starts_with("sign") && at + SIGNED < text.start => {}
                // "against those involved in": only what it stands right before is opposed.
                Some(GoalStatus::Rejected)
                    if word == "against" && at + 3 < text.start && !self.is_turned_against(at) => {}
                Some(GoalStatus::Agreed)
                    if word == "signing"
                        && at >= 3
                        && surface.reads(at - 3, &["no", "intention", "of"]) =>
                {
                    return Ok(Some(GoalStatus::Rejected));
                }
                Some(GoalStatus::Agreed) => {
                    // "did not reach agreement on" has the negation at its verb.
                    let verb = (sentence.start.max(at.saturating_sub(3))..at)
                        .rev()
                        .find(|at| surface.pos(*at).is_verb());
                    let verb = verb.filter(|_| surface.pos(at).is_noun());
                    let without = verb.is_some_and(|verb| verb_group(surface, verb).negated)
                        || surface.lower(at.wrapping_sub(1)) == "no";
                    if negated || without {
                        return Err(Unmet);
                    }
                    return match self.governed(at, sentence) {
                        Fate::Falls => Err(Unmet),
                        Fate::Is(status) => Ok(Some(status)),
                        Fate::Stands => Ok(Some(GoalStatus::Agreed)),
                    };
                }
                Some(GoalStatus::Sought) if surface.pos(at).is_noun() => {
                    // "rejected calls to", "opposes demands for"
                    return Ok(Some(match self.fate_of_noun(at, sentence) {
                        Fate::Is(status) => status,
                        Fate::Stands | Fate::Falls => GoalStatus::Sought,
                    }));
                }
                Some(GoalStatus::Sought) if negated => return Ok(Some(GoalStatus::Rejected)),
                Some(status) => return Ok(Some(status)),
                None if negated && at + 3 >= text.start => return Err(Unmet),
                // "opposes the plan and offers": what is offered is not opposed.
                None if surface.pos(at).is_finite_verb()
                    && matches!(surface.lower(at.wrapping_sub(1)), "and" | "but") =>
                {
                    return Ok(None);
                }
                None => {}
            }
        }
        // "refusal to halt enrichment"; "failed to reach agreement on" says that nothing is agreed.
        match self.governed(text.start, sentence) {
            Fate::Is(GoalStatus::Rejected) => Ok(Some(GoalStatus::Rejected)),
            Fate::Is(_) if matches!(surface.lower(text.start), "reach" | "agree") => Err(Unmet),
            Fate::Is(status) => Ok(Some(status)),
            Fate::Stands | Fate::Falls => Ok(None),
        }
    }

    /// "voted against the plan to": what is opposed is named behind it.
    fn is_turned_against(&self, against: usize) -> bool {
        let surface = self.cast.surface;
        let verb = surface.lower(against.wrapping_sub(1));
        surface.pos(against.wrapping_sub(1)).is_verb()
            && ["vot", "spoke", "speak", "warn"].iter().any(|stem| verb.starts_with(stem))
    }

    /// How a goal stands by the verb that it begins with, and what stands right before it: "will not
    /// renounce", "not ready to give in", "will provide".
    fn own_status(&self, text: &Run) -> Option<GoalStatus> {
        let surface = self.cast.surface;
        let first = text.clone().take(3).find(|at| !surface.pos(*at).is_adverb())?;
        if !surface.pos(first).is_verb() || surface.pos(first) == Pos::VerbGerund {
            return None;
        }
        let group = verb_group(surface, first);
        if group.passive || group.run.start >= first {
            return None;
        }
        let own = || group.run.clone().any(|at| WILL.contains(&surface.lower(at)));
        let refuses = || {
            own()
                || group.run.clone().any(|at| matches!(surface.lower(at), "can" | "ca" | "cannot"))
                || group.finite && !group.modal && self.is_accepting(first)
        };
        if group.negated && !group.infinitive && refuses() {
            return Some(GoalStatus::Rejected);
        }
        if group.infinitive && !group.negated {
            // "is not ready to", "has no plans to"
            let before = group.run.start.checked_sub(1)?;
            let near = before.saturating_sub(2)..before;
            let denied = near.clone().any(|at| matches!(surface.lower(at), "not" | "n't" | "no"));
            let willing = matches!(
                surface.lower(before),
                "ready"
                    | "willing"
                    | "prepared"
                    | "want"
                    | "intend"
                    | "plan"
                    | "plans"
                    | "intention"
            );
            return (denied && willing).then_some(GoalStatus::Rejected);
        }
        let pledges = own() && !group.negated && !group.infinitive && is_act(surface.lower(first));
        let ends = |at: usize| self.cast.ends_mention(at);
        // "hopes that Mali will open": wanted of Mali.
        let wished = || {
            subject_before(surface, group.run.start, &ends).is_some_and(|subject| {
                self.occasion(&subject).is_some()
                    || self.wish_before(&subject, surface.sentence(first).start).is_some()
            })
        };
        // "warned that Mali would send arms": what is feared is no pledge.
        let begins = surface.sentence(first).start.max(first.saturating_sub(FEARED));
        let feared = || {
            (begins..first).any(|at| {
                let stem = surface.lower(at);
                surface.pos(at).is_verb()
                    && ["accus", "alleg", "fear", "warn"].iter().any(|it| stem.starts_with(it))
            })
        };
        (pledges && !wished() && !feared()).then_some(GoalStatus::Agreed)
    }

    /// Adds marked goals that share no word with one that is known.
    pub(super) fn marked(&mut self) {
        let surface = self.cast.surface;
        let mut taken = vec![false; surface.len()];
        for text in self.found.iter().map(|aim| &aim.text).chain(&self.barred) {
            if let Some(taken) = taken.get_mut(text.clone()) {
                taken.fill(true);
            }
        }
        for mark in self.marks {
            let Some(text) = self.past_verb(self.trim(self.whole(mark.clone()))) else { continue };
            let text = self.with_not(text);
            let whole = !matches!(surface.pos(text.start), Pos::Preposition | Pos::To)
                && !matches!(surface.pos(text.end.saturating_sub(1)), Pos::Preposition | Pos::To);
            // "three goals: …" names none of them.
            let names = surface.word(text.end) != ":";
            // What only adds to a goal, or praises it, is none.
            let aside = matches!(surface.lower(text.start), "including" | "such" | "among")
                || text.clone().take(3).any(|at| surface.lower(at) == "importance");
            // "under an agreement the sides reached": by it something else is done.
            let under = text.start > 0 && surface.lower(text.start - 1) == "under";
            if under || self.is_put_off(text.start) {
                continue;
            }
            if aside || text.len() < 3 || !whole || !names || text.clone().any(|at| taken[at]) {
                continue;
            }
            let sentence = surface.sentence(text.start);
            // "amid fears that both could go ahead with": what others fear is nobody's goal.
            let feared = (sentence.start.max(text.start.saturating_sub(FEARED))..text.start)
                .any(|at| is_fear(surface.lower(at)) && surface.lower(at + 1) == "that");
            if feared {
                continue;
            }
            let comment = text.start > sentence.start
                && surface.word(text.start - 1) == ","
                && self.judges(text.start);
            if comment || self.is_asked(&sentence) || self.is_thanked_for(text.start, &sentence) {
                continue;
            }
            let told = || self.told_at(text.start).map(|said| self.sides_of(said.who.clone()));
            let holders = self
                .pursuers(text.start, &sentence)
                .or_else(told)
                .filter(|holders| !holders.is_empty())
                .or_else(|| self.holders_before(text.start, &sentence))
                .unwrap_or_default();
            let Ok(status) = self.marked_status(&text, &sentence) else { continue };
            let status = status.unwrap_or(GoalStatus::Sought);
            let bound =
                status == GoalStatus::Sought && self.is_bound_by_paper(text.start, &sentence);
            self.put(text, holders, if bound { GoalStatus::Agreed } else { status });
        }
    }
}
