//! Who holds an office that words describe: one of the cast, where that is certain.
//!
//! "The French foreign minister" is whoever is told to be France's; "the foreign minister" the only
//! one named lately; "the Secretary" of a release who is known to hold the office. Where another may
//! be meant it is nobody.

use super::owners::Serves;
use super::pronouns::Candidate;
use super::{Cast, MemberId};
use crate::lexicon::Code;
use crate::mentions::{Tense, TitlePhrase};
use chancery_model::EntityKind;

/// How many of the cast are asked whether they hold an office: a text that names more is a list.
const MOST: usize = 300;

/// Words for whoever stands beneath the holder of an office.
const DEPUTIES: &[&str] = &["assistant", "associate", "deputy", "under", "vice"];

/// Sentences back within which somebody was named of whom an office alone speaks in speech.
const JUST_NOW: usize = 2;

/// Offices that a looser word may stand for.
pub(super) fn covers(word: &str, title: &str) -> bool {
    let head = |heads: &[&str]| {
        title.split(|c: char| !c.is_alphanumeric()).any(|part| heads.contains(&part))
    };
    match word {
        "leader" => {
            head(&[
                "president",
                "premier",
                "chancellor",
                "king",
                "leader",
                "chairman",
                "emir",
                "sultan",
                "chief",
            ]) || title.ends_with("prime minister")
        }
        "diplomat" => {
            title == "secretary of state"
                || title.contains("foreign minister")
                || title.contains("foreign secretary")
                || title.contains("foreign affairs")
        }
        "chief" | "head" => head(&[
            "chief",
            "head",
            "secretary-general",
            "director",
            "director-general",
            "president",
            "secretary",
            "chairman",
        ]),
        "spokesman" | "spokeswoman" | "spokesperson" => {
            head(&["spokesman", "spokeswoman", "spokesperson"])
        }
        "premier" => title.ends_with("prime minister") || head(&["premier"]),
        "monarch" => head(&["king", "queen", "emir", "sultan"]),
        "envoy" => head(&["envoy", "representative", "ambassador"]),
        _ => head(&[word]),
    }
}

/// Whether an office is that of a deputy of the one that the bare word means: "the Secretary" is not
/// the Under Secretary, "the President" not the Vice President.
fn is_under(word: &str, title: &str) -> bool {
    let deputy = |part: &str| {
        matches!(part, "deputy" | "under" | "assistant" | "vice" | "acting" | "associate")
    };
    // "the Secretary" is none who is called "the Foreign Secretary", "the Secretary-General".
    let another = |part: &str| {
        word == "secretary" && matches!(part, "foreign" | "home" | "press" | "general")
    };
    matches!(word, "secretary" | "president" | "director" | "commissioner")
        && title.split(|c: char| !c.is_alphanumeric()).any(|part| deputy(part) || another(part))
}

/// Who is meant by an office that the text's own side holds.
pub(super) enum Own {
    Told(MemberId),
    /// Somebody who is known and whom the text does not name, if anybody.
    Untold,
    /// One of several.
    Contested,
}

/// The one member of a list.
fn only(list: &[MemberId]) -> Option<MemberId> {
    match list {
        [one] => Some(*one),
        _ => None,
    }
}

impl Cast<'_, '_> {
    /// Whether somebody holds the office that the words describe, whomever it serves.
    fn holds(
        &self,
        who: MemberId,
        title: &TitlePhrase,
        mut serves: impl FnMut(Serves) -> bool,
    ) -> bool {
        let word = self.surface.lower(title.head);
        let once = |tense: Tense| matches!(tense, Tense::Former | Tense::Then);
        let small = |word: &str| matches!(word, "of" | "the" | "for" | "and" | "top" | "chief");
        let modifiers = || {
            let others = title.run.clone().filter(|at| *at != title.head);
            others.map(|at| self.surface.lower(at)).filter(|word| !small(word))
        };
        // The foreign minister is not the deputy foreign minister.
        let deputy = |held: &str| {
            let said = |rank: &str| modifiers().any(|word| word == rank);
            let mut parts = held.split(|c: char| !c.is_alphanumeric());
            self.official_us && parts.any(|part| DEPUTIES.contains(&part) && !said(part))
        };
        self.kind(who) == EntityKind::Person
            && self.member(who).offices.iter().any(|office| {
                let held = office.title.to_lowercase();
                once(office.tense) == once(title.tense)
                    && covers(word, &held)
                    && !deputy(&held)
                    && !(modifiers().next().is_none() && is_under(word, &held))
                    && (word == "diplomat" || modifiers().all(|modifier| held.contains(modifier)))
                    && serves(self.serves(who, office))
            })
    }

    /// Whom the text has named lately who hold such an office, the latest first, each once.
    fn lately(
        &self,
        title: &TitlePhrase,
        here: &[Candidate],
        recent: &[Vec<Candidate>],
        mut serves: impl FnMut(Serves) -> bool,
    ) -> Vec<MemberId> {
        let earlier = recent.iter().rev().flat_map(|sentence| sentence.iter().rev());
        let mut found = Vec::new();
        for candidate in here.iter().rev().chain(earlier) {
            if !found.contains(&candidate.who) && self.holds(candidate.who, title, &mut serves) {
                found.push(candidate.who);
            }
        }
        found
    }

    /// Whom the text names anywhere who hold such an office.
    fn anywhere(
        &self,
        title: &TitlePhrase,
        mut serves: impl FnMut(Serves) -> bool,
    ) -> Vec<MemberId> {
        self.ids().take(MOST).filter(|id| self.holds(*id, title, &mut serves)).collect()
    }

    /// Who is told to hold an office of a state or organization: "the French foreign minister".
    pub(super) fn holder_of(
        &self,
        title: &TitlePhrase,
        owner: MemberId,
        here: &[Candidate],
        recent: &[Vec<Candidate>],
    ) -> Option<MemberId> {
        let told = |serves: Serves| match serves {
            Serves::Told(of) => of == owner || self.member(of).of == Some(owner),
            _ => false,
        };
        let near = self.lately(title, here, recent, told).first().copied();
        let found = near.or_else(|| self.anywhere(title, told).first().copied())?;
        let elsewhere = self.post(title).is_some_and(|post| !self.is_sent_to(found, post));
        (!elsewhere).then_some(found)
    }

    /// Whether the words that give somebody an office of those who are sent name where to.
    fn is_sent_to(&self, who: MemberId, post: MemberId) -> bool {
        let mut offices = self.member(who).offices.iter();
        offices.any(|office| self.mentions_in(&office.evidence).any(|mention| mention.who == post))
    }

    /// Who may hold an office of a state or organization, of whom no other is told to be theirs.
    pub(super) fn perhaps_holder(
        &self,
        title: &TitlePhrase,
        owner: MemberId,
        here: &[Candidate],
        recent: &[Vec<Candidate>],
    ) -> Option<MemberId> {
        let perhaps = |serves| serves == Serves::Perhaps(Some(owner));
        let open = |serves| serves == Serves::Perhaps(None);
        let found = self.lately(title, here, recent, perhaps).first().copied();
        let found = found.or_else(|| only(&self.lately(title, here, recent, open)));
        if self.official_us {
            return found.or_else(|| only(&self.anywhere(title, perhaps)));
        }
        // In the news the words tell whose minister the one is who was named without a state.
        let any = |serves| matches!(serves, Serves::Perhaps(_));
        found
            .or_else(|| self.lately(title, here, recent, any).first().copied())
            .or_else(|| self.anywhere(title, any).first().copied())
    }

    /// Who is meant by an office alone: "the foreign minister". Where an official text has lately
    /// named two who are one, it is whom the title names, or nobody.
    pub(super) fn holder(
        &self,
        title: &TitlePhrase,
        here: &[Candidate],
        recent: &[Vec<Candidate>],
    ) -> Option<MemberId> {
        let mut near = self.lately(title, here, recent, |_| true);
        near.retain(|who| !self.is_another(title.head, *who));
        if !self.official_us {
            let elsewhere = || {
                let anywhere = self.anywhere(title, |_| true);
                anywhere.into_iter().find(|who| !self.is_another(title.head, *who))
            };
            return near.first().copied().or_else(elsewhere);
        }
        if self.spoken && !self.surface.is_capital(title.head) {
            return self.spoken_of(title, &near, here, recent);
        }
        if near.is_empty() {
            return only(&self.anywhere(title, |_| true));
        }
        let headed = |who: &MemberId| self.headed.contains(&Some(*who));
        only(&near).or_else(|| only(&near.into_iter().filter(headed).collect::<Vec<_>>()))
    }

    /// Who is meant by an office alone in speech, where it may be of anybody whom those present know:
    /// the one whom the title names with it, or the only one named just now, if nobody else who holds
    /// such an office was named lately. Of offices in a row it is whom the title names.
    fn spoken_of(
        &self,
        title: &TitlePhrase,
        near: &[MemberId],
        here: &[Candidate],
        recent: &[Vec<Candidate>],
    ) -> Option<MemberId> {
        let mut headed: Vec<MemberId> = self.headed.iter().flatten().copied().collect();
        headed.retain(|who| self.holds(*who, title, |_| true));
        if let Some(who) = only(&headed) {
            return near.iter().all(|other| *other == who).then_some(who);
        }
        let word = |at: usize| self.surface.lower(at);
        let (before, after) = (title.full.start.wrapping_sub(1), title.full.end);
        let is_title = |at: usize| self.lexicon.titles.contains(word(at));
        let goes_on = |at: usize| {
            matches!(word(at), "," | "and")
                && (at + 1..at + 5).take_while(|at| !matches!(word(*at), "." | ",")).any(is_title)
        };
        let follows =
            matches!(word(before), "," | "and") && (before.saturating_sub(3)..before).any(is_title);
        if goes_on(after) || follows {
            return None;
        }
        let since = recent.len().saturating_sub(JUST_NOW);
        let now = self.lately(title, here, &recent[since..], |_| true);
        only(&now).filter(|_| near.len() == 1).or_else(|| self.guests(title, near))
    }

    /// "The prime minister's visit", said to the guest: the only one whom the text names who holds an office
    /// of the guest's state that the United States does not have.
    fn guests(&self, title: &TitlePhrase, near: &[MemberId]) -> Option<MemberId> {
        let word = self.surface.lower(title.head);
        if !near.is_empty() || !matches!(word, "minister" | "chancellor" | "king" | "premier") {
            return None;
        }
        let us = Code::read("US").and_then(|us| self.states.get(&us).copied());
        let headed = self.headed.iter().flatten().filter_map(|who| self.home_of(*who));
        let mut guests: Vec<MemberId> = headed.filter(|state| Some(*state) != us).collect();
        guests.sort();
        guests.dedup();
        let guest = only(&guests)?;
        let of_guest = |serves| match serves {
            Serves::Told(of) => of == guest,
            Serves::Perhaps(of) => of.is_none() || of == Some(guest),
            Serves::Elsewhere => false,
        };
        only(&self.anywhere(title, |_| true)).filter(|who| self.holds(*who, title, of_guest))
    }

    /// Who "the Secretary" or "the President" of a release is: who is known to hold the office, or
    /// else the one whom it names with it.
    pub(super) fn own_holder(
        &self,
        number: usize,
        here: &[Candidate],
        recent: &[Vec<Candidate>],
    ) -> Own {
        let title = &self.titles[number];
        let us = Code::read("US").and_then(|us| self.states.get(&us).copied());
        let known = self.known_holder(number, None).map(|(held, ..)| self.of_name(&held.term.name));
        // Another president, or another Secretary of the United States, may be meant.
        let of_us = |serves| match serves {
            Serves::Told(of) => Some(of) == us || self.member(of).of == us,
            Serves::Perhaps(of) => of == us || of.is_none(),
            Serves::Elsewhere => false,
        };
        let secretary = self.surface.lower(title.head) == "secretary";
        let near = if secretary {
            self.lately(title, here, recent, of_us)
        } else {
            self.lately(title, here, recent, |_| true)
        };
        match known {
            Some(person) if near.iter().all(|who| Some(*who) == person) => {
                person.map_or(Own::Untold, Own::Told)
            }
            Some(person) => match near.first() {
                // The one who holds it was named last.
                Some(last) if Some(*last) == person => Own::Told(*last),
                _ => Own::Contested,
            },
            None => match near.as_slice() {
                [] => only(&self.anywhere(title, of_us)).map_or(Own::Contested, Own::Told),
                [one] if self.holds(*one, title, of_us) => Own::Told(*one),
                _ => Own::Contested,
            },
        }
    }
}
