//! Whose office it is, where no words beside the title tell: the person's other offices, the leaders that
//! everybody knows, the states named around.

use super::heads_of_bodies::heads_a_body;
use super::set_against::FAR;
use super::{Cast, MemberId, Mentioned, Office};
use crate::lexicon::Code;
use crate::mentions::{Owner, Tense, is_leaning};
use crate::surface::Run;
use chancery_model::{EntityKind, slug};
use std::collections::HashMap;

/// How many mentions before an office are asked for its state.
const NEAR: usize = 60;

/// How many mentions of a text tell which state it is about.
const MOST: usize = 400;

/// Words of visits and meetings.
#[rustfmt::skip]
const GUESTS: &[&str] = &[
    "arrive", "arrived", "arrives", "arriving", "came", "counterpart", "flew", "host", "hosted", "invited",
    "left", "meet", "meeting", "meets", "met", "received", "summit", "talks", "tour", "travel", "traveled",
    "travelled", "travels", "trip", "visit", "visited", "visiting", "visits", "welcomed",
];

/// Whom somebody serves in an office, as far as a text tells before all of it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Serves {
    /// This one, by the words beside the title, another office, or what everybody knows.
    Told(MemberId),
    /// Perhaps this one, by the states named around, or nobody that could be found.
    Perhaps(Option<MemberId>),
    /// A state that the text does not name.
    Elsewhere,
}

/// The one member of a list, if all of it is one.
fn only(mut list: impl Iterator<Item = MemberId>) -> Option<MemberId> {
    let first = list.next()?;
    list.all(|other| other == first).then_some(first)
}

/// How verbs begin by which one state harms another.
const HARM: &[&str] = &[
    "accus", "attack", "ban", "bomb", "expel", "fire", "invad", "kill", "seiz", "shell", "struck",
];

impl Cast<'_, '_> {
    /// An office without an owner takes that of the same person's other offices, or of the state
    /// that the words around name; a release of the United States speaks of its own.
    pub(super) fn share_owners(&mut self, official_us: bool) {
        for person in self.ids() {
            if self.kind(person) != EntityKind::Person {
                continue;
            }
            let member = &self.members[person.index()];
            let headed = member.of.filter(|_| self.headed.contains(&Some(person)));
            let whole = member.offices.iter().find_map(|office| office.owner).or(headed);
            // "The envoy, a former minister of Chad": whom he served once he need not serve now.
            let mut now = member.offices.iter().filter(|office| office.tense != Tense::Former);
            let now = now.find_map(|office| office.owner).or(headed);
            for at in 0..self.members[person.index()].offices.len() {
                let office = self.members[person.index()].offices[at].clone();
                if office.owner.is_some() || office.told {
                    continue;
                }
                let told = if office.tense == Tense::Former { whole } else { now };
                let same_kind = |owner: &MemberId| {
                    self.kind(*owner) == EntityKind::State
                        || !office.title.contains("Secretary of State")
                };
                // "President Ann Lee of Chad", before what the words around may tell.
                let beside = self.member(person).of.filter(|_| !heads_a_body(&office.title));
                let owner = told
                    .filter(same_kind)
                    .or_else(|| beside.filter(same_kind))
                    .or_else(|| self.spoken_for(&office))
                    .or_else(|| {
                        self.leads(person, &office.title)
                            .unwrap_or_else(|| self.guess_owner(person, &office, official_us))
                    });
                self.members[person.index()].offices[at].owner = owner;
            }
        }
        self.share_likeness();
        self.serve_states();
        for person in self.ids() {
            drop_twins(&mut self.members[person.index()].offices);
        }
        // A bureau or an embassy that a release of the United States names is its own.
        if official_us
            && let Some(us) = Code::read("US").and_then(|code| self.states.get(&code).copied())
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

    /// "A UN spokesman said …. Spokesman Lee told reporters": whom the spokesman before spoke for.
    fn spoken_for(&self, office: &Office) -> Option<MemberId> {
        let spokes = |word: &str| word.contains("spokes");
        let title = office.title.to_lowercase();
        // "Presidential spokesman", "government spokesman" tell more.
        let plain = title.starts_with("spokes") || title.starts_with("deputy spokes");
        if self.official_us || !plain {
            return None;
        }
        let end = self.titles.partition_point(|title| title.run.end <= office.evidence.start);
        let near = self.titles[..end].iter().rev().take(12);
        let before = near.filter(|title| spokes(self.surface.lower(title.head))).take(1);
        let name = before.filter_map(|title| match title.owner {
            Some(Owner::Name(name)) => self.member_of_name(name),
            _ => None,
        });
        name.last()
            .filter(|who| self.kind(*who) != EntityKind::Person)
            .or_else(|| self.department_before(office.evidence.start))
    }

    /// "The State Department would not say …. “…,” spokesman Lee said": the department that the few
    /// sentences before speak of last.
    fn department_before(&self, at: usize) -> Option<MemberId> {
        let end = self.mentions.partition_point(|mention| mention.run.start < at);
        let here = self.surface.sentence_of(at);
        let near = self.mentions[..end].iter().rev().take(NEAR).take_while(|mention| {
            here.saturating_sub(self.surface.sentence_of(mention.run.start)) <= 2
        });
        let department = |who: &MemberId| {
            let name = &self.member(*who).name;
            self.kind(*who) == EntityKind::Organization
                && (name.contains("Department") || name.ends_with("inistry"))
        };
        near.map(|mention| mention.who).find(department)
    }

    /// "His deputy prime minister" serves the state that he serves.
    fn serve_states(&mut self) {
        for person in self.ids() {
            for at in 0..self.members[person.index()].offices.len() {
                let office = &self.members[person.index()].offices[at];
                let Some(owner) = office.owner.filter(|it| self.kind(*it) == EntityKind::Person)
                else {
                    continue;
                };
                let title = office.title.to_lowercase();
                let of_state = ["minister", "ambassador", "vice president"];
                if of_state.iter().any(|word| title.ends_with(word))
                    && let Some(state) = self.side_of(owner)
                {
                    self.members[person.index()].offices[at].owner = Some(state);
                }
            }
        }
    }

    /// Whom somebody serves in an office of theirs.
    pub(super) fn serves(&self, person: MemberId, office: &Office) -> Serves {
        let member = self.member(person);
        let mut offices = member.offices.iter().filter(|other| other.tense == office.tense);
        let told = office.owner.or_else(|| offices.find_map(|other| other.owner));
        if let Some(owner) = told.or(member.of) {
            return Serves::Told(owner);
        }
        match self.leads(person, &office.title) {
            Some(Some(state)) => Serves::Told(state),
            Some(None) => Serves::Elsewhere,
            None => Serves::Perhaps(self.guess_owner(person, office, self.official_us)),
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

    /// The state that a well-known head of state or government leads, if the text names it; the outer
    /// `None` where no such leader is known.
    #[expect(clippy::option_option, reason = "unknown, known of a state not named, known")]
    pub(super) fn leads(&self, person: MemberId, title: &str) -> Option<Option<MemberId>> {
        let name = slug(&self.member(person).name);
        let numeral = |word: &&str| !matches!(*word, "i" | "ii" | "iii" | "iv" | "v" | "vi");
        let name: Vec<&str> = name.split('-').filter(numeral).collect();
        let title = title.to_lowercase();
        let known: Vec<_> = [name.last(), name.first()]
            .into_iter()
            .flatten()
            .filter_map(|family| self.lexicon.leaders.get(family))
            .flatten()
            .filter(|leader| title == *leader.title)
            // A name in full must agree: "President John Lee" is not every President Lee.
            .filter(|leader| {
                let mut words = name.iter().filter(|word| word.len() > 1);
                words.all(|word| leader.name.iter().any(|known| known == word))
            })
            .collect();
        let named = known.iter().filter_map(|leader| self.states.get(&leader.code).copied());
        if known.is_empty() {
            return self.serves_by_reference(person, &title);
        }
        Some(only(named))
    }

    fn guess_owner(
        &self,
        person: MemberId,
        office: &Office,
        official_us: bool,
    ) -> Option<MemberId> {
        let title = office.title.to_lowercase();
        if let Some(colleague) = self.colleague_before(office) {
            return colleague;
        }
        if heads_a_body(&title) {
            return self.body_spoken_of(office.evidence.start);
        }
        // Only the United States calls its foreign minister so, its deputies after him, and its ministers
        // by that word alone.
        let deputy = title.strip_prefix("acting ").unwrap_or(&title);
        let us_style = title.ends_with("secretary of state")
            || title == "secretary" && !self.is_named_as_in_asia(person)
            || title.contains("assistant secretary")
            || deputy.starts_with("under secretary")
            || (deputy == "deputy secretary" || deputy.starts_with("deputy secretary for"))
                && !self.is_named_as_in_asia(person)
            || self.is_of_the_cabinet(&title);
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
            "official",
        ];
        if us_style
            || official_us
                && !self.is_named_as_in_asia(person)
                && own.iter().any(|word| title.contains(word))
                && !title.contains("minister")
                && !title.contains("general")
                && !title.contains("foreign secretary")
        {
            // Only a state that the text names: what one merely knows is not told.
            return Code::read("US").and_then(|code| self.states.get(&code).copied());
        }
        let us = Code::read("US").and_then(|code| self.states.get(&code).copied());
        let foreign = official_us && title.contains("president");
        let never_us = foreign
            || !title.contains("president")
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
        // "Government spokesman Lee", "chief of staff Lee": of the state that the text is about.
        let at_home = [
            "government",
            "chief of staff",
            "attorney general",
            "negotiator",
            "army chief",
            "military chief",
            "intelligence chief",
            "supreme leader",
            "opposition leader",
            "presidential",
            "state councilor",
            "state councillor",
            "junta",
        ];
        if !of_state.iter().any(|head| title.split_whitespace().any(|word| word == *head)) {
            let home = !official_us && at_home.iter().any(|words| title.contains(words));
            return home.then(|| self.state_named_most()).flatten();
        }
        // The state named last before the title in its sentence, else first after it.
        let sentence = self.surface.sentence(office.evidence.start);
        let here = self.surface.quotation_of(office.evidence.start);
        let state = |mention: &&Mentioned| {
            self.kind(mention.who) == EntityKind::State
                && !(never_us && Some(mention.who) == us)
                && !is_leaning(self.surface.lower(mention.run.start))
                && (official_us || self.is_said_beside(mention, here))
        };
        let near = sentence.start.max(office.evidence.start.saturating_sub(FAR));
        let near = near..office.evidence.start;
        let another = |who| self.has_another_holder(&near, who, person, office);
        let earlier = || {
            self.mentions_in(&(sentence.start..office.evidence.start))
                .filter(state)
                .filter(|mention| mention.run.start < near.start || !another(mention.who))
                .filter(|mention| !self.deals_with(mention, office))
        };
        // "The Danish government keeps troops in Mali, Minister Lee said": where something is done.
        let ends = !official_us
            && self.surface.word(office.evidence.start.wrapping_sub(1)) == ","
            && !self.tells_of_harm(sentence.start..office.evidence.start);
        let own = || earlier().filter(|mention| ends && !self.is_told_of_as_other(mention));
        // "After talks in Mali, Minister Lee left": whoever meets others there may be a guest.
        let guest = ends && self.tells_of_guests(sentence.start..office.evidence.start);
        let other =
            || earlier().last().filter(|mention| !(guest && self.is_told_of_as_other(mention)));
        let before = own().last().or_else(other).map(|mention| mention.who);
        // "will travel to Algiers, Algeria. She will meet with President Tebboune"
        let paragraph = self.surface.paragraph(sentence.start);
        let last = || {
            let earlier = sentence.start.checked_sub(1).filter(|at| *at >= paragraph.start)?;
            let earlier = self.surface.sentence(earlier);
            self.mentions_in(&earlier).filter(state).last().map(|mention| mention.who)
        };
        if foreign {
            // "In Honduras, the Secretary met with President Castro", but not "President Biden".
            return before.or_else(last);
        }
        let as_other = |mention: &Mentioned| self.is_told_of_as_other(mention);
        let after = || {
            self.mentions_in(&(office.evidence.end..sentence.end))
                .find(state)
                .map(|mention| mention.who)
        };
        // Else the one state that the paragraph has named so far, or the whole article names.
        let end = self.mentions.partition_point(|mention| mention.run.start < sentence.start);
        let in_paragraph = || {
            let near = self.mentions[..end].iter().rev().take(NEAR);
            let near = near.take_while(|mention| mention.run.start >= paragraph.start);
            let near = near.filter(state);
            // "Chad will sign a pact with Mali. Foreign Minister Lee said": Chad's.
            let at_home = || !official_us && !self.tells_of_guests(paragraph.start..sentence.start);
            let own = only(near.clone().filter(|it| !as_other(it)).map(|mention| mention.who));
            let harm = || self.tells_of_harm(paragraph.start..sentence.start);
            own.filter(|_| at_home() && !harm()).or_else(|| only(near.map(|mention| mention.who)))
        };
        let in_article = || {
            let states = self.states.values().copied();
            only(states.filter(|who| !(never_us && Some(*who) == us)))
                .filter(|who| official_us || self.is_spoken_of(*who, here))
        };
        // "Foreign Minister Lee visited Mali": where to, and not whose.
        let mut against = self.set_against(person, office);
        // "Ambassador to Mali Ann Lee": where to, and not whose.
        against.extend(self.mentions_in(&office.evidence).map(|mention| mention.who));
        let there = self.mentions_in(&(sentence.start..office.evidence.start)).filter(state);
        let another = |mention: &&Mentioned| {
            guest && self.is_told_of_as_other(mention) || self.deals_with(mention, office)
        };
        against.extend(there.filter(another).map(|mention| mention.who));
        let own = |state: &MemberId| !against.contains(state);
        before
            .or_else(|| last().filter(|_| official_us))
            .or_else(|| after().filter(own))
            .or_else(|| in_paragraph().filter(own))
            .or_else(|| in_article().filter(own))
            .or_else(|| {
                let sent = title.contains("ambassador") || title.contains("secretary");
                let home = || {
                    let most = self.state_named_most().or_else(|| self.state_of_lead());
                    // The United States have neither.
                    let never = title.contains("foreign") || title.contains("prime minister");
                    most.filter(own).filter(|who| !(never && Some(*who) == us))
                };
                (!official_us && !sent).then(home).flatten()
            })
    }

    /// Whether a state's name stands beside an office as far as quotation marks and brackets go: what is
    /// quoted or told in brackets is not whose office it is.
    fn is_said_beside(&self, mention: &Mentioned, quotation: Option<usize>) -> bool {
        let surface = self.surface;
        let at = mention.run.start;
        let within = surface.quotation_of(at).is_none() || surface.quotation_of(at) == quotation;
        let opens = (at.saturating_sub(2)..at).any(|at| surface.word(at) == "(");
        let closes = surface.word(mention.run.end) == ")";
        within && !(opens && closes)
    }

    /// "troops in Mali", "a pact with Mali": a state that a sentence tells of as of another.
    fn is_told_of_as_other(&self, mention: &Mentioned) -> bool {
        let surface = self.surface;
        let begins = surface.sentence(mention.run.start).start;
        let the = usize::from(surface.lower(mention.run.start.wrapping_sub(1)) == "the");
        let Some(before) = mention.run.start.checked_sub(1 + the) else { return false };
        before > begins
            && surface.lower(mention.run.end) != "'s"
            && matches!(
                surface.lower(before),
                "in" | "with" | "against" | "into" | "over" | "to" | "from" | "by"
            )
    }

    /// "Chad shelled a town in Mali": what one state does to another, whose minister may tell of it.
    fn tells_of_harm(&self, run: Run) -> bool {
        run.take(2 * FAR).any(|at| {
            let word = self.surface.lower(at);
            self.surface.pos(at).is_verb() && HARM.iter().any(|stem| word.starts_with(stem))
        })
    }

    /// Whether words tell of somebody who comes to another state, or of a meeting: then an office without
    /// a state may be of either.
    fn tells_of_guests(&self, run: Run) -> bool {
        run.take(2 * FAR).any(|at| GUESTS.contains(&self.surface.lower(at)))
    }

    /// Whether a state is named by more than what others are called by it, or say of it: "Chadian-backed
    /// troops".
    fn is_spoken_of(&self, state: MemberId, quotation: Option<usize>) -> bool {
        let mut named = self.mentions.iter().take(MOST);
        self.mentions.len() > MOST
            || named.clone().all(|mention| mention.who != state)
            || named.any(|mention| {
                mention.who == state
                    && !is_leaning(self.surface.lower(mention.run.start))
                    && self.is_said_beside(mention, quotation)
            })
    }

    /// "Secretary of State Ann Lee and Vice President Bo Ek": whom a colleague serves who is named with an
    /// office right before; the outer `None` where nobody is, or where two may serve a state each.
    #[expect(
        clippy::option_option,
        reason = "no colleague, one of nobody knows whom, one of a state"
    )]
    fn colleague_before(&self, office: &Office) -> Option<Option<MemberId>> {
        let surface = self.surface;
        let and = office.evidence.start.checked_sub(1).filter(|at| surface.lower(*at) == "and")?;
        let before = self.mention_at(and.checked_sub(1)?).filter(|before| before.run.end == and)?;
        let member = self.member(before.who);
        if member.kind != EntityKind::Person
            || surface.sentence_of(and) != surface.sentence_of(before.run.start)
        {
            return None;
        }
        let first = member.offices.iter().find(|first| first.evidence.contains(&(and - 1)))?;
        let (one, two) = (first.title.to_lowercase(), office.title.to_lowercase());
        // "USOC President Ann Lee and Chief Executive Bo Ek"
        let body = first.owner.filter(|owner| self.kind(*owner) == EntityKind::Organization);
        if let Some(body) = body {
            let of_body = ["chief executive", "vice president", "director", "chairman"];
            return of_body.iter().any(|head| two.starts_with(head)).then_some(Some(body));
        }
        // "President Ann Lee and Prime Minister Bo Ek" may lead a state each, their deputies do not.
        let deputy = ["vice president", "vice premier", "deputy prime minister", "deputy premier"];
        if !deputy.iter().any(|title| two.ends_with(title)) || one == two {
            return None;
        }
        let us = || Code::read("US").and_then(|code| self.states.get(&code).copied());
        match (first.owner.or(member.of), self.leads(before.who, &first.title)) {
            (Some(owner), _) => (self.kind(owner) == EntityKind::State).then_some(Some(owner)),
            (None, Some(state)) => Some(state),
            (None, None) if one.ends_with("secretary of state") => Some(us()),
            (None, None) => None,
        }
    }

    /// The state with whose name the first sentence of a story begins or that stands first in it, if no
    /// other is named more often.
    fn state_of_lead(&self) -> Option<MemberId> {
        let state = |mention: &&Mentioned| self.kind(mention.who) == EntityKind::State;
        let first = self.mentions.iter().take(NEAR).find(state)?;
        let lead = self.surface.sentence_of(first.run.start) <= 1;
        if !lead
            || self.tells_of_guests(self.surface.sentence(first.run.start))
            || self.is_told_of_as_other(first)
            || self.surface.quotation_of(first.run.start).is_some()
            || is_leaning(self.surface.lower(first.run.start))
        {
            return None;
        }
        let mut counts: HashMap<MemberId, usize> = HashMap::new();
        for mention in self.mentions.iter().take(MOST).filter(state) {
            *counts.entry(mention.who).or_default() += 1;
        }
        let own = counts.remove(&first.who)?;
        // "Chad and Mali agreed" tells of both.
        let joined = matches!(self.surface.lower(first.run.end), "and" | "or" | ",");
        counts.values().all(|count| *count < own + usize::from(!joined)).then_some(first.who)
    }

    /// The state that the text is about: the one named most, and far more often than any other.
    fn state_named_most(&self) -> Option<MemberId> {
        let mut counts: Vec<(MemberId, usize)> = Vec::new();
        for mention in self.mentions.iter().take(MOST) {
            if self.kind(mention.who) != EntityKind::State
                || is_leaning(self.surface.lower(mention.run.start))
            {
                continue;
            }
            match counts.iter_mut().find(|(who, _)| *who == mention.who) {
                Some((_, count)) => *count += 1,
                None => counts.push((mention.who, 1)),
            }
        }
        counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        let second = counts.get(1).map_or(0, |(_, count)| *count);
        counts.first().filter(|(_, count)| 2 * *count >= 3 * second).map(|(who, _)| *who)
    }
}

impl Cast<'_, '_> {
    /// "Secretary of Commerce": what the United States call their ministers, and so do few others.
    fn is_of_the_cabinet(&self, title: &str) -> bool {
        #[rustfmt::skip]
        const DEPARTMENTS: &[&str] = &[
            "agriculture", "commerce", "defense", "education", "energy", "homeland security", "labor",
            "the treasury", "transportation", "veterans affairs",
        ];
        let department = title.rsplit_once("secretary of ").map(|(_, department)| department);
        let another = |code| Code::read(code).is_some_and(|code| self.states.contains_key(&code));
        department.is_some_and(|it| DEPARTMENTS.contains(&it)) && !another("PH") && !another("MX")
    }

    /// "Director Yang", "Special Representative Noh Kyu-duk": a family name that stands first, alone or
    /// before a given name that is hyphenated, is hardly that of an officer of the United States.
    fn is_named_as_in_asia(&self, person: MemberId) -> bool {
        let mut words = self.member(person).name.split(' ');
        let first = words.next().is_some_and(|first| self.lexicon.family_first.contains(first));
        first && words.next_back().is_none_or(|last| last.contains('-'))
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
