//! Titles beside names: "Secretary of State Marco Rubio", "Yuri Lee, spokesman for the army,".

use super::{Cast, MemberId, Office};
use crate::mentions::{Owner, Tense, What};
use crate::surface::Run;
use chancery_model::EntityKind;

impl Cast<'_, '_> {
    /// Links each title phrase to the person it stands beside.
    pub(super) fn link_offices(&mut self) {
        for number in 0..self.titles.len() {
            let Some((person, name)) = self.person_beside(number) else { continue };
            self.title_of[number] = Some(person);
            let title = self.titles[number].clone();
            if title.relative {
                continue; // told by another person's office, see `resolve`
            }
            let (mut owner, told) = match title.owner {
                Some(Owner::Name(name)) => (self.owner_of_name(name), true),
                _ => (None, title.owner.is_some()),
            };
            if owner == Some(person) {
                owner = None;
            }
            let evidence = self
                .within_sentence(title.full.start.min(name.start)..title.full.end.max(name.end));
            let words = self.surface.words(&title.run).to_owned();
            let office =
                Office { title: words, owner, tense: title.tense, evidence, told, like: None };
            self.give(person, office);
        }
    }

    fn within_sentence(&self, run: Run) -> Run {
        let sentence = self.surface.sentence(run.start);
        run.start..run.end.min(sentence.end)
    }

    /// The state or organization of a name that stands as an owner; a capital that was taken for a
    /// place is still its state here ("Washington's envoy").
    fn owner_of_name(&mut self, name: usize) -> Option<MemberId> {
        match (self.member_of_name(name), &self.names[name].what) {
            (Some(id), _) => Some(id),
            (None, What::State(code, _)) => {
                let code = *code;
                Some(self.state(code))
            }
            _ => None,
        }
    }

    pub(super) fn give(&mut self, person: MemberId, office: Office) {
        let offices = &mut self.members[person.index()].offices;
        let same = |known: &&mut Office| {
            known.title.eq_ignore_ascii_case(&office.title)
                && (known.owner == office.owner || known.owner.is_none() || office.owner.is_none())
        };
        // "Secretary Rice" says no more than "Secretary of State Condoleezza Rice".
        let words = |title: &str| -> Vec<String> {
            title.to_lowercase().split_whitespace().map(str::to_owned).collect()
        };
        let new = words(&office.title);
        let covered = |known: &Office| {
            let known_words = words(&known.title);
            new.len() < known_words.len()
                && new.iter().all(|word| known_words.contains(word))
                && (office.owner.is_none() || office.owner == known.owner)
                && known.tense == office.tense
        };
        if offices.iter().any(covered) {
            return;
        }
        offices.retain(|known| {
            let known_words = words(&known.title);
            !(known_words.len() < new.len()
                && known_words.iter().all(|word| new.contains(word))
                && (known.owner.is_none() || known.owner == office.owner)
                && known.tense == office.tense)
        });
        match offices.iter_mut().find(same) {
            Some(known) => {
                if known.owner.is_none() && office.owner.is_some() {
                    *known = Office { tense: known.tense, ..office };
                }
            }
            None => offices.push(office),
        }
    }

    /// The person whose name stands right before or after a title phrase.
    fn person_beside(&self, number: usize) -> Option<(MemberId, Run)> {
        let surface = self.surface;
        let title = &self.titles[number];
        let person_at = |at: usize| {
            let mention = self.mention_at(at).filter(|mention| mention.run.start == at)?;
            (self.kind(mention.who) == EntityKind::Person
                && surface.sentence_of(at) == surface.sentence_of(title.head))
            .then(|| (mention.who, mention.run.clone()))
        };
        let mut next = title.full.end.max(title.run.end);
        while self.lexicon.ranks.contains(surface.word(next)) {
            next += 1;
        }
        if let Some(found) = person_at(title.run.end).or_else(|| person_at(next)) {
            return Some(found);
        }
        // "Prime Minister and Defence Minister Lee": the second title's person.
        if surface.lower(next) == "and"
            && let Some(second) =
                self.titles.get(number + 1).filter(|second| second.full.start <= next + 2)
            && let Some(found) = person_at(second.run.end)
            && !surface.lower(title.head).ends_with('s')
        {
            return Some(found);
        }
        // "Chad's president, Ann Lee, said" but not "the president, Ann Lee and others".
        if surface.word(next) == "," && (title.definite || title.owner.is_some() || title.relative)
        {
            let mut name = next + 1;
            while self.lexicon.ranks.contains(surface.word(name)) {
                name += 1;
            }
            if let Some(found) = person_at(name) {
                let after = surface.word(found.1.end);
                let closed = matches!(after, "," | "." | ")" | "—" | "-" | ";")
                    || surface.pos(found.1.end).is_verb()
                    || surface.pos(found.1.end).is_adverb();
                if closed || title.owner.is_some() {
                    return Some(found);
                }
            }
        }
        self.person_before(title.full.start, title.run.start)
    }

    /// "Ann Lee, the prime minister", "Ann Lee (foreign minister)", "Ann Lee, who is president",
    /// "Ann Lee was elected president".
    fn person_before(&self, full: usize, run: usize) -> Option<(MemberId, Run)> {
        let surface = self.surface;
        let sentence = surface.sentence(run);
        let ends_at = |end: usize| {
            if end <= sentence.start {
                return None;
            }
            let mention = self.mention_at(end - 1).filter(|mention| mention.run.end == end)?;
            let is_name = matches!(mention.reason, super::Reason::Name | super::Reason::PartOfName);
            (is_name && self.kind(mention.who) == EntityKind::Person)
                .then(|| (mention.who, mention.run.clone()))
        };
        let before = full.checked_sub(1).filter(|before| *before >= sentence.start)?;
        match surface.lower(before) {
            "," | "(" | "—" | "--" => ends_at(before),
            "is" | "was" | "became" | "remains" => ends_at(before).or_else(|| {
                let who = before.checked_sub(1).filter(|who| surface.lower(*who) == "who")?;
                ends_at(if surface.word(who - 1) == "," { who - 1 } else { who })
            }),
            "elected" | "appointed" | "named" | "as" => {
                let start = before.saturating_sub(3).max(sentence.start);
                (start..before).rev().find_map(|at| ends_at(at + 1))
            }
            // "made Mwai Kibaki president", and a second title after "and": "Ann Lee, vice president and foreign minister".
            _ if full == run => ends_at(full).filter(|(_, name)| {
                matches!(
                    surface.lower(name.start.wrapping_sub(1)),
                    "made" | "make" | "elected" | "appointed" | "named" | "candidate"
                )
            }),
            _ => None,
        }
    }

    /// An office without an owner takes that of the same person's other offices, or of the state
    /// that the words around name; a release of the United States speaks of its own.
    pub(super) fn share_owners(&mut self, official_us: bool) {
        for person in self.ids() {
            if self.kind(person) != EntityKind::Person {
                continue;
            }
            let told = self.members[person.index()].offices.iter().find_map(|office| office.owner);
            for at in 0..self.members[person.index()].offices.len() {
                let office = self.members[person.index()].offices[at].clone();
                if office.owner.is_some() || office.told {
                    continue;
                }
                let same_kind = |owner: &MemberId| {
                    self.kind(*owner) == EntityKind::State
                        || !office.title.contains("Secretary of State")
                };
                let owner =
                    told.filter(same_kind).or_else(|| self.guess_owner(&office, official_us));
                self.members[person.index()].offices[at].owner = owner;
            }
        }
        self.share_likeness();
        for person in self.ids() {
            drop_twins(&mut self.members[person.index()].offices);
        }
        // A bureau or an embassy that a release of the United States names is its own.
        if official_us
            && let Some(us) =
                crate::lexicon::Code::read("US").and_then(|code| self.states.get(&code).copied())
        {
            for member in &mut self.members {
                let own = ["Bureau", "Department of", "U.S. ", "Office of"]
                    .iter()
                    .any(|word| member.name.contains(word));
                if own && member.kind == EntityKind::Organization && member.of.is_none() {
                    member.of = Some(us);
                }
            }
        }
    }

    /// A predecessor served whom the person compared with was found to serve.
    fn share_likeness(&mut self) {
        for person in self.ids() {
            for at in 0..self.members[person.index()].offices.len() {
                let office = &self.members[person.index()].offices[at];
                let Some(like) = office.like.filter(|_| office.owner.is_none()) else { continue };
                let title = office.title.clone();
                let owner = self
                    .member(like)
                    .offices
                    .iter()
                    .find(|known| known.title == title)
                    .and_then(|known| known.owner);
                self.members[person.index()].offices[at].owner = owner;
            }
        }
    }

    fn guess_owner(&mut self, office: &Office, official_us: bool) -> Option<MemberId> {
        let title = office.title.to_lowercase();
        // Only the United States calls its foreign minister so, and its deputies after him.
        let us_style = title.ends_with("secretary of state")
            || title.contains("assistant secretary")
            || title.starts_with("under secretary");
        let own = [
            "secretary",
            "spokes",
            "envoy",
            "coordinator",
            "counselor",
            "administrator",
            "director",
            "adviser",
            "advisor",
            "ambassador",
            "representative",
            "vice president",
        ];
        if us_style
            || official_us
                && own.iter().any(|word| title.contains(word))
                && !title.contains("minister")
                && !title.contains("general")
                && !title.contains("foreign secretary")
        {
            // Only a state that the text names: what one merely knows is not told.
            return crate::lexicon::Code::read("US")
                .and_then(|code| self.states.get(&code).copied());
        }
        if official_us && title.contains("president") {
            return None;
        }
        let us = crate::lexicon::Code::read("US").and_then(|code| self.states.get(&code).copied());
        let never_us = !title.contains("president")
            && !title.contains("secretary")
            && !title.contains("ambassador");
        let of_state = [
            "president",
            "minister",
            "king",
            "queen",
            "premier",
            "chancellor",
            "emir",
            "sultan",
            "prince",
            "secretary",
            "ambassador",
        ];
        if !of_state.iter().any(|head| title.split_whitespace().any(|word| word == *head)) {
            return None;
        }
        // The state named last before the title in its sentence, else first after it.
        let sentence = self.surface.sentence(office.evidence.start);
        let state = |mention: &&super::Mentioned| {
            self.kind(mention.who) == EntityKind::State && !(never_us && Some(mention.who) == us)
        };
        let before = self
            .mentions_in(&(sentence.start..office.evidence.start))
            .filter(state)
            .last()
            .map(|mention| mention.who);
        before.or_else(|| {
            self.mentions_in(&(office.evidence.end..sentence.end))
                .find(state)
                .map(|mention| mention.who)
        })
    }

    /// The office of somebody told by another's: the counterpart of a foreign minister is one, and
    /// whoever preceded a president was one.
    pub(super) fn relative_office(
        &self,
        word: &str,
        compared: MemberId,
        owner: Option<MemberId>,
        evidence: Run,
    ) -> Option<Office> {
        let office = self
            .member(compared)
            .offices
            .iter()
            .find(|office| office.tense == Tense::Current)
            .or_else(|| self.member(compared).offices.first())?;
        let (title, owner, tense) = match word {
            "counterpart" => (counterpart_title(&office.title), owner, Tense::Current),
            "predecessor" => (office.title.clone(), office.owner, Tense::Former),
            "successor" => (office.title.clone(), office.owner, Tense::Current),
            _ => return None,
        };
        let like = (word != "counterpart").then_some(compared);
        Some(Office { title, owner, tense, evidence, told: true, like })
    }
}

/// Leaves out an office whose words are all among those of another, of the same owner and tense.
fn drop_twins(offices: &mut Vec<Office>) {
    let words = |office: &Office| -> Vec<String> {
        office.title.to_lowercase().split_whitespace().map(str::to_owned).collect()
    };
    let twin = |short: &Office, long: &Office| {
        let (few, many) = (words(short), words(long));
        few.len() < many.len()
            && few.iter().all(|word| many.contains(word))
            && (short.owner == long.owner || short.owner.is_none())
            && short.tense == long.tense
    };
    let kept: Vec<bool> =
        offices.iter().map(|office| !offices.iter().any(|other| twin(office, other))).collect();
    let mut at = 0;
    offices.retain(|_| {
        at += 1;
        kept[at - 1]
    });
}

/// The same office as other states call it: abroad a secretary of state is a foreign minister.
fn counterpart_title(title: &str) -> String {
    let lower = title.to_lowercase();
    match lower.as_str() {
        "secretary of state" => "foreign minister".to_owned(),
        "secretary of defense" | "defense secretary" => "defense minister".to_owned(),
        "secretary of the treasury" | "treasury secretary" => "finance minister".to_owned(),
        _ => title.to_owned(),
    }
}
