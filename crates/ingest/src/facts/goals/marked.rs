//! Goals that the network marks and no rule finds: whose they are, and how they stand.

use super::Reader;
use crate::surface::Run;
use crate::tagger::Pos;
use chancery_model::GoalStatus;

/// Words before a goal that tell how it stands, the nearest first.
fn status_word(word: &str) -> Option<GoalStatus> {
    Some(match word {
        "agreed" | "agree" | "agreeing" | "agreement" | "pledged" | "pledge" | "committed"
        | "commitment" | "commitments" | "commit" | "resolved" | "determined" | "undertook"
        | "decided" | "reaffirmed" | "reaffirm" | "vowed" => GoalStatus::Agreed,
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

/// How far before a goal may stand what others fear.
const FEARED: usize = 16;

fn is_fear(word: &str) -> bool {
    matches!(word, "fear" | "fears" | "feared" | "concern" | "concerns" | "worry" | "worries")
}

impl Reader<'_, '_, '_> {
    /// Adds marked goals that share no word with one that is known.
    pub(super) fn marked(&mut self, marks: &[Run]) {
        let surface = self.cast.surface;
        let mut taken = vec![false; surface.len()];
        for aim in &self.found {
            taken[aim.text.clone()].fill(true);
        }
        for mark in marks {
            let text = self.trim(mark.clone());
            let whole = !matches!(surface.pos(text.start), Pos::Preposition | Pos::To)
                && !matches!(surface.pos(text.end.saturating_sub(1)), Pos::Preposition | Pos::To);
            // "three goals: …" names none of them.
            let names = surface.word(text.end) != ":";
            // What only adds to a goal, or praises it, is none.
            let aside = matches!(surface.lower(text.start), "including" | "such" | "among")
                || text.clone().take(3).any(|at| surface.lower(at) == "importance");
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
            let told = self.told_at(text.start).map(|said| self.sides_of(said.who.clone()));
            let holders = told
                .filter(|holders| !holders.is_empty())
                .or_else(|| self.holders_before(text.start, &sentence))
                .unwrap_or_default();
            let status = (sentence.start.max(text.start.saturating_sub(12))..text.start)
                .rev()
                .find_map(|at| status_word(surface.lower(at)));
            let shared = if holders.len() > 1 { GoalStatus::Agreed } else { GoalStatus::Sought };
            self.put(text, holders, status.unwrap_or(shared));
        }
    }
}
