//! One title for several: "Presidents Ann Lee of Chad and Bo Kim of Mali", "the foreign ministers of
//! Chad, Ann Lee, and Mali, Bo Kim".

use super::{Cast, MemberId, Office};
use crate::mentions::Tense;
use crate::surface::Run;
use chancery_model::EntityKind;

/// Words of a title before its head.
const WORDS: usize = 4;

/// People under one title.
const MOST: usize = 12;

/// "Vice premiers", "deputy ministers": a state has several, so those named together are of one.
fn is_of_one_state(title: &str) -> bool {
    let title = title.to_lowercase();
    title.starts_with("vice ") || title.starts_with("deputy ")
}

impl Cast<'_, '_> {
    /// Gives each of the people named under a title in the plural an office of that title.
    pub(super) fn link_shared_titles(&mut self) {
        for head in 0..self.surface.len() {
            let Some(noun) = self.head_of_several(head) else { continue };
            let named = self.people_listed(head + 1);
            let named = if named.len() > 1 { named } else { self.people_by_state(head + 1) };
            if named.len() < 2 {
                continue;
            }
            let start = self.title_start(head);
            let former = self.surface.lower(start.wrapping_sub(1)) == "former";
            let tense = if former { Tense::Former } else { Tense::Current };
            let before = start.checked_sub(1 + usize::from(former));
            let all = before.and_then(|before| self.state_ending(before));
            let words = self.surface.words(&(start..head)).to_owned();
            let title = if words.is_empty() { noun } else { format!("{words} {noun}") };
            for (person, name, state) in named {
                let owner = state.or(all).or_else(|| self.leads(person, &title).flatten());
                let evidence = start..name.end;
                // Nothing else around tells of one among several, but a state has its deputies.
                let told = owner.is_some() || !is_of_one_state(&title);
                let title = title.clone();
                let office = Office { title, owner, tense, evidence, told, like: None };
                self.give(person, office);
            }
        }
    }

    /// The head of a title in the plural, as it is written of one: "Presidents", "secretaries".
    fn head_of_several(&self, at: usize) -> Option<String> {
        let word = self.surface.word(at);
        let one = match word.strip_suffix("ies") {
            Some(stem) => format!("{stem}y"),
            None => word.strip_suffix('s')?.to_owned(),
        };
        let title = self.lexicon.titles.get(one.to_lowercase().as_str())?;
        (title.head && self.mention_at(at).is_none()).then_some(one)
    }

    /// Where the words of a title begin whose head is known: "deputy foreign ministers".
    fn title_start(&self, head: usize) -> usize {
        let first = self.surface.sentence(head).start.max(head.saturating_sub(WORDS));
        let mut start = head;
        while start > first
            && self.mention_at(start - 1).is_none()
            && self.lexicon.titles.get(self.surface.lower(start - 1)).is_some_and(|it| it.modifier)
        {
            start -= 1;
        }
        start
    }

    /// "Chad's", "Chadian" before a title.
    fn state_ending(&self, last: usize) -> Option<MemberId> {
        let last = if self.surface.lower(last) == "'s" { last.checked_sub(1)? } else { last };
        let mention = self.mention_at(last).filter(|mention| mention.run.end == last + 1)?;
        (self.kind(mention.who) == EntityKind::State).then_some(mention.who)
    }

    /// A member of a kind that is named from a token on.
    pub(super) fn named_at(&self, at: usize, kind: EntityKind) -> Option<(MemberId, Run)> {
        let mention = self.mention_at(at).filter(|mention| mention.run.start == at)?;
        (self.kind(mention.who) == kind).then(|| (mention.who, mention.run.clone()))
    }

    /// A state named from a token on, after an article or not, and the token behind it.
    fn state_from(&self, at: usize) -> Option<(MemberId, usize)> {
        let at = at + usize::from(self.surface.lower(at) == "the");
        self.named_at(at, EntityKind::State).map(|(who, run)| (who, run.end))
    }

    /// What joins a list goes on: the token after ", ", " and " or ", and ", and whether one more ends it.
    fn goes_on(&self, at: usize) -> Option<(usize, bool)> {
        let comma = usize::from(self.surface.word(at) == ",");
        let and = usize::from(matches!(self.surface.lower(at + comma), "and" | "&"));
        (comma + and > 0).then_some((at + comma + and, and > 0))
    }

    /// "Ann Lee of Chad, Bo Kim of Mali and Cy Ott": who is named, and for which state.
    fn people_listed(&self, first: usize) -> Vec<(MemberId, Run, Option<MemberId>)> {
        let end = self.surface.sentence(first.saturating_sub(1)).end;
        let (mut found, mut at, mut last) = (Vec::new(), first, false);
        while at < end && found.len() < MOST {
            let Some((person, name)) = self.named_at(at, EntityKind::Person) else { break };
            at = name.end;
            let of = (self.surface.lower(at) == "of").then(|| self.state_from(at + 1)).flatten();
            if let Some((_, behind)) = of {
                at = behind;
            }
            found.push((person, name, of.map(|(state, _)| state)));
            match self.goes_on(at).filter(|_| !last) {
                Some((next, and)) => (at, last) = (next, and),
                None => break,
            }
        }
        // "Ministers Lee, Kim" without an end is no list of them.
        if last { found } else { Vec::new() }
    }

    /// "of Chad, Ann Lee, and Mali, Bo Kim", "of Chad (Ann Lee) and Mali (Bo Kim)".
    fn people_by_state(&self, first: usize) -> Vec<(MemberId, Run, Option<MemberId>)> {
        let end = self.surface.sentence(first.saturating_sub(1)).end;
        let (mut found, mut at, mut last) = (Vec::new(), first + 1, false);
        if self.surface.lower(first) != "of" {
            return found;
        }
        while at < end && found.len() < MOST {
            let Some((state, behind)) = self.state_from(at) else { break };
            let bracket = self.surface.word(behind) == "(";
            let between = usize::from(bracket || self.surface.word(behind) == ",");
            let named = self.named_at(behind + between, EntityKind::Person);
            let Some((person, name)) = named else { break };
            at = name.end + usize::from(bracket && self.surface.word(name.end) == ")");
            found.push((person, name, Some(state)));
            match self.goes_on(at).filter(|_| !last) {
                Some((next, and)) => (at, last) = (next, and),
                None => break,
            }
        }
        if last { found } else { Vec::new() }
    }
}
