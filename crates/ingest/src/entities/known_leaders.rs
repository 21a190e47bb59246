//! Who an office of a state is, where the text gives the one named no title: "Chad's Ann Lee met him.
//! The Chadian president said", "Xi Jinping …. The Chinese leader said".

use super::holders::covers;
use super::pronouns::Candidate;
use super::{Cast, MemberId, Office};
use crate::mentions::{Tense, TitlePhrase};
use chancery_model::{EntityKind, slug};

/// Sentences back within which somebody must have been named.
const LATELY: usize = 3;

/// Offices that one alone holds.
const SINGLE: &[&str] = &[
    "chancellor",
    "emir",
    "king",
    "leader",
    "minister",
    "monarch",
    "premier",
    "president",
    "queen",
];

impl Cast<'_, '_> {
    /// The only one named lately beside the state, or whom everybody knows to lead it, and of whom the
    /// text tells no office.
    pub(super) fn untitled_holder(
        &self,
        title: &TitlePhrase,
        owner: MemberId,
        here: &[Candidate],
        recent: &[Vec<Candidate>],
    ) -> Option<MemberId> {
        let word = self.surface.lower(title.head);
        if title.tense != Tense::Current || !SINGLE.contains(&word) {
            return None;
        }
        let since = recent.len().saturating_sub(LATELY);
        let mut found = None;
        for candidate in here.iter().chain(recent[since..].iter().flatten()) {
            let who = candidate.who;
            let open = self.kind(who) == EntityKind::Person && self.member(who).offices.is_empty();
            let theirs = match self.leads_as(who, title, owner) {
                Some(as_told) => as_told,
                None => self.member(who).of == Some(owner),
            };
            if !open || !theirs || found == Some(who) {
                continue;
            }
            if found.is_some() {
                return None;
            }
            found = Some(who);
        }
        found
    }

    /// Whether a leader of a state whom everybody knows leads it in this office; `None` if nobody knows.
    fn leads_as(&self, who: MemberId, title: &TitlePhrase, owner: MemberId) -> Option<bool> {
        let code = self.member(owner).code?;
        let name = slug(&self.member(who).name);
        let words: Vec<&str> = name.split('-').collect();
        let ends = [words.last(), words.first()].into_iter().flatten();
        let mut known = ends
            .filter_map(|family| self.lexicon.leaders.get(family))
            .flatten()
            .filter(|leader| leader.code == code)
            .filter(|leader| words.iter().all(|word| leader.name.iter().any(|known| known == word)))
            .peekable();
        known.peek()?;
        let word = self.surface.lower(title.head);
        let others = || title.run.clone().filter(|at| *at != title.head);
        Some(known.any(|leader| {
            covers(word, &leader.title)
                && others().all(|at| leader.title.contains(self.surface.lower(at)))
        }))
    }

    /// Gives somebody the office that the words of a description name.
    pub(super) fn give_described(&mut self, who: MemberId, title: &TitlePhrase, owner: MemberId) {
        if matches!(self.surface.lower(title.head), "leader" | "monarch") {
            return;
        }
        let office = Office {
            title: self.surface.words(&title.run).to_owned(),
            owner: Some(owner),
            tense: Tense::Current,
            evidence: title.full.clone(),
            told: true,
            like: None,
        };
        self.give(who, office);
    }
}
