//! Offices without a name and nouns that stand for a state or an organization: "America's top
//! diplomat", "the Secretary", "his Russian counterpart", "the country", "the alliance".

use super::holders::{Own, covers};
use super::pronouns::Candidate;
use super::{Cast, MemberId, Mentioned, Reason};
use crate::facts::speaker_at;
use crate::lexicon::Code;
use crate::mentions::{Owner, TitlePhrase, What, is_firm};
use crate::tagger::Pos;
use chancery_model::EntityKind;

/// How many of the cast are asked whether they hold an office: a text that names more is a list.
const MOST: usize = 300;

/// What is somebody's without being part of what their office is called.
const OF_THEIRS: &[&str] = &[
    "announcement",
    "call",
    "meeting",
    "meetings",
    "message",
    "participation",
    "remarks",
    "speech",
    "statement",
    "travel",
    "trip",
    "visit",
];

impl Cast<'_, '_> {
    /// Resolves a title phrase that has no name of its own; gives the person if it is one of the cast.
    pub(super) fn describe(
        &mut self,
        number: usize,
        here: &[Candidate],
        recent: &[Vec<Candidate>],
    ) -> Option<MemberId> {
        let title = self.titles[number].clone();
        let owner = match title.owner {
            Some(Owner::Name(name)) => self.member_of_name(name),
            Some(Owner::Noun(at)) => self.who(at).or_else(|| {
                let firm = is_firm(self.surface.lower(at));
                self.latest_state(at).filter(|_| !firm)
            }),
            Some(Owner::Pronoun(at)) => {
                let here = || here.iter().rev().find(|candidate| candidate.at == at);
                let named = self.who(at).or_else(|| here().map(|candidate| candidate.who));
                named.or_else(|| self.its_own(at))
            }
            Some(Owner::Other) | None => None,
        };
        let word = self.surface.lower(title.head).to_owned();
        if title.relative {
            let compared = self.compared(title.full.start, title.run.start, here)?;
            let person = self.title_of[number].or_else(|| {
                self.counterpart(compared, owner.filter(|owner| *owner != compared), &word)
            })?;
            if person != compared {
                let beside = self.title_of[number].is_some();
                self.title_of[number] = Some(person);
                let state = owner.filter(|owner| self.kind(*owner) == EntityKind::State);
                let evidence_end =
                    if beside { self.name_end_after(title.full.end) } else { title.full.end };
                if let Some(office) =
                    self.relative_office(&word, compared, state, title.full.start..evidence_end)
                {
                    self.give(person, office);
                }
                self.mention(
                    title.full.clone(),
                    self.surface.span_of(&title.full),
                    person,
                    Reason::Title,
                );
                return Some(person);
            }
            return None;
        }
        if let Some(person) = self.title_of[number] {
            // "the country's President, Petro Poroshenko": an owner that only now is known.
            let told = title.owner.is_some();
            let words = self.surface.words(&title.run).to_owned();
            if told && let Some(owner) = owner.filter(|owner| *owner != person) {
                for office in &mut self.members[person.index()].offices {
                    if office.title == words && office.owner.is_none() {
                        office.owner = Some(owner);
                    }
                }
            }
            // Before a comma and the name it is a mention of its own: "Chad's president, Ann Lee".
            let apart = self.surface.word(title.full.end) == ","
                && title.owner.is_some()
                && self.mention_at(title.full.end + 1).is_some_and(|mention| mention.who == person);
            if apart {
                self.mention(
                    title.full.clone(),
                    self.surface.span_of(&title.full),
                    person,
                    Reason::Title,
                );
            }
            return None;
        }
        if title.owner == Some(Owner::Other) {
            return None;
        }
        let header = matches!(self.surface.lower(title.full.start.wrapping_sub(2)), "office")
            && self.surface.lower(title.full.start.wrapping_sub(1)) == "of";
        // "the Secretary and Foreign Minister", "the prime minister, president, and foreign minister": the
        // article serves all of them.
        let joined = self.is_joined(number);
        if joined && title.owner.is_none() {
            self.titles[number].definite = true;
        }
        // "the leader of Chad's largest party" leads no state.
        let of_anothers = title.full.end > title.run.end
            && self.surface.lower(title.full.end) == "'s"
            && owner.is_some_and(|owner| self.kind(owner) == EntityKind::State);
        if !title.definite && title.owner.is_none() && !joined || header || of_anothers {
            return None;
        }
        // "the Russian president's": indefinite "a former president" stands for nobody named.
        let one_of_many = |at: usize| {
            matches!(
                self.surface.word(at), // "First Vice President" is a title
                "first" | "second" | "only" | "next" | "new" | "any" | "every" | "another"
            )
        };
        if title.full.clone().any(one_of_many)
            || one_of_many(title.full.start.wrapping_sub(1))
            || matches!(self.surface.lower(title.full.start), "a" | "an")
            || self.surface.pos(title.head).is_plural()
        {
            return None;
        }
        if self.says_more(&title, owner) {
            return None;
        }
        // "Their president": whose, is not told. "Our Special Envoy" is the one of those who speak.
        let owner = match title.owner {
            Some(Owner::Pronoun(at)) if owner.is_none() => {
                // "Our president" may be the guest's.
                let theirs =
                    matches!(self.surface.lower(title.head), "president" | "minister" | "king");
                let own =
                    self.official_us && self.surface.lower(at) == "our" && !(self.spoken && theirs);
                let us = own.then(|| Code::read("US").and_then(|us| self.states.get(&us).copied()));
                // "My president" is the one of whoever has the floor.
                let mine = theirs && self.spoken && self.surface.lower(at) == "my";
                let speaks = mine.then(|| speaker_at(self, at)).flatten();
                Some(speaks.and_then(|who| self.home_of(who)).or(us.flatten())?)
            }
            _ => owner,
        };
        let told = match owner {
            Some(owner) => self.holder_of(&title, owner, here, recent),
            None if self.is_own(&title) => match self.own_holder(number, here, recent) {
                Own::Told(person) => Some(person),
                Own::Contested => return None,
                Own::Untold => None,
            },
            None => {
                let others = self.other_holders(number);
                let unlike = !others.is_empty();
                self.tell_apart(number, others);
                let found = self.holder(&title, here, recent);
                if unlike && found.is_none() {
                    self.nameless.push(title.head);
                }
                found
            }
        };
        let (person, reason) = if let Some(person) = told {
            (person, Reason::Title)
        } else if let Some(person) = self.by_reference(number, owner) {
            (person, Reason::Reference)
        } else if let Some(person) = self.perhaps_holder(&title, owner?, here, recent) {
            (person, Reason::Title)
        } else {
            let person = self.untitled_holder(&title, owner?, here, recent)?;
            self.give_described(person, &title, owner?);
            (person, Reason::Title)
        };
        self.title_of[number] = Some(person);
        // "America's top diplomat" tells whose minister the one named elsewhere is.
        if let Some(owner) = owner.filter(|owner| *owner != person) {
            // Of spokesmen there are many.
            let many = word.starts_with("spokes");
            let fits = |title: &str| !many && covers(&word, &title.to_lowercase());
            if let Some(office) = self.members[person.index()]
                .offices
                .iter_mut()
                .find(|office| office.owner.is_none() && fits(&office.title))
            {
                office.owner = Some(owner);
            }
        }
        let run = title.full;
        self.mention(run.clone(), self.surface.span_of(&run), person, reason);
        Some(person)
    }

    /// Whether a title stands in one list with the definite one before it.
    fn is_joined(&self, number: usize) -> bool {
        let surface = self.surface;
        let start = self.titles[number].full.start;
        let Some(before) = number.checked_sub(1).map(|before| &self.titles[before]) else {
            return false;
        };
        let from = before.full.end;
        from < start
            && start - from <= 2
            && before.definite
            && surface.sentence_of(before.head) == surface.sentence_of(start)
            && (from..start).all(|at| matches!(surface.lower(at), "and" | ","))
            && (start - from == 2
                || surface.lower(from) == "and"
                // "the president, prime minister of Chad": who he is besides, unless the list goes on.
                || self.goes_on_as_list(self.titles[number].full.end))
    }

    /// ", and" right after a title.
    fn goes_on_as_list(&self, at: usize) -> bool {
        let comma = usize::from(self.surface.word(at) == ",");
        self.surface.lower(at + comma) == "and" && self.title_starting(at + comma + 1).is_some()
    }

    fn name_end_after(&self, at: usize) -> usize {
        let next = if self.surface.word(at) == "," { at + 1 } else { at };
        self.mention_at(next).map_or(at, |mention| mention.run.end)
    }

    /// Whom a counterpart or predecessor is compared with: the possessor at the phrase's beginning.
    fn compared(&self, full: usize, run: usize, here: &[Candidate]) -> Option<MemberId> {
        (full..run).find_map(|at| {
            let by_pronoun = here
                .iter()
                .rev()
                .find(|candidate| candidate.at == at)
                .map(|candidate| candidate.who);
            // "their Malian counterpart": whoever of them was named last.
            let theirs = || {
                let named = (self.surface.lower(at) == "their").then(|| here.last()).flatten();
                named.map(|candidate| candidate.who)
            };
            let who = self.who(at).or(by_pronoun).or_else(theirs);
            who.filter(|who| self.kind(*who) == EntityKind::Person)
        })
    }

    /// The person of that state whose office matches the compared one's.
    fn counterpart(
        &self,
        compared: MemberId,
        state: Option<MemberId>,
        word: &str,
    ) -> Option<MemberId> {
        let office = self.relative_office(word, compared, state, 0..0)?;
        let title = office.title.to_lowercase();
        // Of no state that is told it may be anybody's.
        let owner = office.owner?;
        self.ids().take(MOST).find(|id| {
            *id != compared
                && self.member(*id).offices.iter().any(|known| {
                    known.owner == Some(owner) && known.title.to_lowercase().contains(&title)
                })
        })
    }

    /// Whether more words belong to an office than are read as such: "the President of the
    /// Assembly", "the Secretary's Fund", "the chief advantages".
    fn says_more(&self, title: &TitlePhrase, owner: Option<MemberId>) -> bool {
        let surface = self.surface;
        let next = title.full.end;
        if surface.sentence_of(next) != surface.sentence_of(title.head) {
            return false;
        }
        if matches!(surface.lower(next), "of" | "for") && owner.is_none() && title.owner.is_none() {
            return true;
        }
        let word = surface.lower(title.head);
        let loose = matches!(word, "chief" | "head" | "leader");
        if loose && surface.pos(next).is_noun() && self.mention_at(next).is_none() {
            return true;
        }
        // "The head of Chad's ruling party", "a gun at Chad's head".
        let of = title.head + 1 < title.full.end;
        if word == "head" && (surface.lower(next) == "'s" || self.official_us && !of) {
            return true;
        }
        // "The Office of the Special Envoy".
        if title.full.clone().any(|at| matches!(surface.lower(at), "bureau" | "office")) {
            return true;
        }
        surface.lower(next) == "'s"
            && surface.is_capital(next + 1)
            && !OF_THEIRS.contains(&surface.lower(next + 1))
    }

    /// The state named last before a token, in its sentence or the few before.
    pub(super) fn latest_state(&self, at: usize) -> Option<MemberId> {
        let end = self.mentions[..self.sorted].partition_point(|mention| mention.run.start < at);
        let here = self.surface.sentence_of(at);
        let near = here.saturating_sub(4);
        let states = self.mentions[..end]
            .iter()
            .rev()
            .take(60)
            .filter(|mention| mention.run.start < at && self.kind(mention.who) == EntityKind::State)
            .filter(|mention| self.surface.sentence_of(mention.run.start) >= near);
        // "Chad will talk with Mali, the country's president said": Chad's.
        let partner = |mention: &&Mentioned| {
            let article = self.surface.lower(mention.run.start.wrapping_sub(1));
            let the = usize::from(matches!(article, "the" | "a" | "an"));
            let before = self.surface.lower(mention.run.start.wrapping_sub(1 + the));
            matches!(before, "with" | "against")
        };
        let possessor = self.surface.lower(at + 1) == "'s";
        let own = states.clone().filter(|mention| possessor && !partner(mention));
        let own = own.filter(|mention| self.surface.sentence_of(mention.run.start) == here);
        own.max_by_key(|mention| mention.run.start)
            .or_else(|| states.max_by_key(|mention| mention.run.start))
            .map(|mention| mention.who)
    }

    /// "the beleaguered country", "his country", "the alliance", "the Council".
    pub(super) fn nominal(&mut self, at: usize, here: &[Candidate]) {
        let surface = self.surface;
        let word = surface.lower(at);
        let state = matches!(word, "country" | "nation" | "kingdom" | "republic" | "government");
        let body = matches!(
            word,
            "alliance"
                | "organisation"
                | "organization"
                | "bloc"
                | "council"
                | "union"
                | "commission"
                | "agency"
                | "committee"
                | "league"
                | "association"
                | "department"
                | "ministry"
                | "mission"
                | "delegation"
                | "partnership"
        );
        let own =
            matches!(word, "group" | "party" | "ministry" | "movement" | "company" | "department");
        let governs = word == "administration";
        if !(state || body || own || governs)
            || self.mention_at(at).is_some()
            || surface.pos(at + 1) == Pos::Noun
        {
            return;
        }
        let first = surface.sentence(at).start;
        let mut start = at;
        while start > first
            && (surface.pos(start - 1).is_adjective()
                || matches!(surface.pos(start - 1), Pos::VerbParticiple | Pos::Noun))
            && start + 3 > at
        {
            start -= 1;
        }
        if start == first {
            return;
        }
        let determiner = surface.lower(start - 1);
        let possessor = matches!(determiner, "his" | "her")
            .then(|| here.iter().rev().find(|candidate| candidate.at == start - 1))
            .flatten();
        let definite = matches!(determiner, "the" | "this" | "that");
        if surface.lower(at + 1) == "of" || self.mentions_in(&(start..at)).next().is_some() {
            return;
        }
        let who = if state {
            match possessor {
                Some(candidate) => {
                    self.state_of(candidate.who).or_else(|| self.only_state_near(at))
                }
                None if definite => self.latest_state(start),
                None => None,
            }
        } else if let Some(candidate) = possessor {
            let owners =
                self.member(candidate.who).offices.iter().filter_map(|office| office.owner);
            owners.into_iter().find(|owner| self.kind(*owner) == EntityKind::Organization)
        } else if definite && governs && start == at {
            self.administration_before(at)
        } else if definite && body {
            self.latest_body(start, word)
        } else {
            None
        };
        let Some(who) = who else { return };
        let run = start - 1..at + 1;
        self.mention(run.clone(), surface.span_of(&run), who, Reason::Noun);
    }

    /// The state whose administration was spoken of last; in a release of the United States "the
    /// Administration" is theirs.
    fn administration_before(&self, at: usize) -> Option<MemberId> {
        let surface = self.surface;
        let end = self.mentions[..self.sorted].partition_point(|mention| mention.run.start < at);
        let governs = |mention: &&Mentioned| {
            self.kind(mention.who) == EntityKind::State
                && (mention.run.end - 1..=mention.run.end)
                    .any(|at| surface.lower(at) == "administration")
        };
        let told = self.mentions[..end].iter().rev().take(120).find(governs);
        let us = || Code::read("US").and_then(|us| self.states.get(&us).copied());
        let own = self.official_us && surface.is_capital(at);
        told.map(|mention| mention.who).or_else(|| us().filter(|_| own))
    }

    /// The one state that a sentence names, for a leader whose own is not told.
    fn only_state_near(&self, at: usize) -> Option<MemberId> {
        let sentence = self.surface.sentence(at);
        let mut states: Vec<MemberId> = self
            .mentions_in(&sentence)
            .map(|mention| mention.who)
            .filter(|who| self.kind(*who) == EntityKind::State)
            .collect();
        states.sort_unstable();
        states.dedup();
        (states.len() == 1).then(|| states[0])
    }

    /// The organization of that sort named last before a token.
    fn latest_body(&self, at: usize, word: &str) -> Option<MemberId> {
        let end = self.mentions[..self.sorted].partition_point(|mention| mention.run.start < at);
        let sorts = |who: MemberId| {
            let name = self.member(who).name.to_lowercase();
            match word {
                "alliance" => {
                    name.contains("alliance") || name.contains("treaty") || name.contains("nato")
                }
                "bloc" => {
                    name.contains("union")
                        || name.contains("association")
                        || name.contains("community")
                        || name.contains("council")
                }
                "organisation" | "organization" => {
                    name.contains("organi") || name.contains("nations") || name.contains("treaty")
                }
                _ => name.split_whitespace().any(|part| part == word),
            }
        };
        self.mentions[..end]
            .iter()
            .rev()
            .take(120)
            .filter(|mention| mention.run.start < at)
            .find(|mention| {
                self.kind(mention.who) == EntityKind::Organization
                    && self
                        .name_at(mention.run.start)
                        .is_some_and(|name| !matches!(name.what, What::Body(_)))
                    && sorts(mention.who)
            })
            .map(|mention| mention.who)
    }
}
