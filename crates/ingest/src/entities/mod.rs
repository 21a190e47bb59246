//! Who is who: names, titles, pronouns and descriptions of one article become its members.

mod actors;
mod aliases;
mod another_holder;
mod bodies;
mod by_reference;
mod called;
mod descriptions;
mod envoys;
mod genders;
mod headed;
mod heads_of_bodies;
mod holders;
mod known_leaders;
mod named_next;
mod named_together;
mod of_years;
mod offices;
mod own_offices;
mod own_voice;
mod owners;
mod posts;
mod pronouns;
mod relatives;
mod seats;
mod set_against;
mod shared_titles;
mod spelling;
mod succeeded;

pub(crate) use actors::distinct;
pub(crate) use aliases::close;
use bodies::is_ministry;
pub(crate) use bodies::is_organ_name;
pub(crate) use by_reference::Known;
pub(crate) use headed::Headed;
pub(crate) use relatives::KIN;

use crate::lexicon::{Code, Gender, Lexicon, StateSense};
use crate::mentions::{Name, Tense, TitlePhrase, What, names, titles};
use crate::reference::Held;
use crate::surface::{Run, Surface};
use chancery_model::{EntityId, EntityKind, Span};
use std::collections::HashMap;

/// A member's place in the cast of one article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct MemberId(u32);

impl MemberId {
    pub(crate) const fn index(self) -> usize {
        self.0 as usize
    }
}

/// Somebody or something that the article names.
#[derive(Debug, Clone)]
pub(crate) struct Member {
    /// What it is.
    pub(crate) kind: EntityKind,
    /// The fullest form of its name.
    pub(crate) name: String,
    /// A state's code.
    pub(crate) code: Option<Code>,
    /// A person's gender, as far as the given name or a title tells.
    pub(crate) gender: Gender,
    /// The state that a nameless body belongs to.
    pub(crate) of: Option<MemberId>,
    /// The offices of a person.
    pub(crate) offices: Vec<Office>,
}

impl Member {
    /// One of whom no more is known than what it is and what it is called.
    pub(crate) const fn named(kind: EntityKind, name: String) -> Self {
        Self { kind, name, code: None, gender: Gender::Unknown, of: None, offices: Vec::new() }
    }
}

/// An office of a person.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Office {
    /// The title as written, without the one served.
    pub(crate) title: String,
    /// Whom it serves.
    pub(crate) owner: Option<MemberId>,
    /// Held now, once or soon.
    pub(crate) tense: Tense,
    /// The words of title and name together.
    pub(crate) evidence: Run,
    /// Whether the one served stands beside the title, rather than being inferred.
    pub(crate) told: bool,
    /// Whose office it is like: a predecessor served whom the person compared with serves.
    pub(crate) like: Option<MemberId>,
}

/// Words that stand for a member.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Mentioned {
    /// The tokens.
    pub(crate) run: Run,
    /// The bytes; of a hyphenated word perhaps only a part.
    pub(crate) span: Span,
    /// Whom they stand for.
    pub(crate) who: MemberId,
    /// Why.
    pub(crate) reason: Reason,
}

/// Why some words were taken for a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reason {
    /// The name in full, or the only form of it.
    Name,
    /// A family or given name alone.
    PartOfName,
    /// An adjective or a people's name.
    Demonym,
    /// A capital or building that stands for the government.
    Seat,
    /// An office without a name.
    Title,
    /// A noun ("the country", "the alliance").
    Noun,
    /// A pronoun.
    Pronoun,
    /// A city that hosts a meeting.
    Place,
    /// An office without a name, by who held it on the day.
    Reference,
}

impl Reason {
    /// In words, for the reader of the facts.
    pub(crate) const fn describe(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::PartOfName => "part of the name",
            Self::Demonym => "demonym",
            Self::Seat => "seat of government",
            Self::Title => "title",
            Self::Noun => "description",
            Self::Pronoun => "pronoun",
            Self::Place => "place",
            Self::Reference => "title, inferred by reference",
        }
    }
}

/// Everybody and everything that an article names, with every mention.
pub(crate) struct Cast<'a, 't> {
    pub(crate) surface: &'a Surface<'t>,
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) names: Vec<Name>,
    pub(crate) titles: Vec<TitlePhrase>,
    /// Whose office a title phrase is, where that is known.
    pub(crate) title_of: Vec<Option<MemberId>>,
    members: Vec<Member>,
    /// In order of the text.
    mentions: Vec<Mentioned>,
    /// How many of the mentions are in order; later ones were added since.
    sorted: usize,
    /// For every token, a mention that covers it, counted from 1.
    mention_at: Vec<u32>,
    states: HashMap<Code, MemberId>,
    /// For every name, its member.
    name_member: Vec<Option<MemberId>>,
    /// Whom "we" stands for outside quotation marks, once that is known.
    pub(crate) we: Vec<MemberId>,
    /// Names of cities by their words, to be made members where a meeting is held there.
    places: HashMap<String, MemberId>,
    /// What is known besides the text, if that is asked for.
    known: Option<Known<'a>>,
    /// Members whom a reference tells by their office, and whether it alone names them.
    held: HashMap<MemberId, (Held<'a>, bool)>,
    /// Whether the United States release it.
    official_us: bool,
    /// Whether it is what several said in turns.
    spoken: bool,
    /// For every person that the title names, who that is in the text.
    headed: Vec<Option<MemberId>>,
    /// Heads of titles that stand alone, and of whom they are told not to be.
    others_of_office: Vec<(usize, MemberId)>,
    /// Heads of such titles whose holder nothing names, in order.
    nameless: Vec<usize>,
}

impl<'a, 't> Cast<'a, 't> {
    /// Settles who is who in a text that the United States release or not, and that is spoken in turns
    /// or not. Its title names some persons in full.
    pub(crate) fn new(
        surface: &'a Surface<'t>,
        lexicon: &'a Lexicon,
        (official_us, spoken): (bool, bool),
        known: Option<Known<'a>>,
        headed: &[Headed],
    ) -> Self {
        let names = names(surface, lexicon);
        let titles = titles(surface, lexicon, &names);
        let mut cast = Self {
            surface,
            lexicon,
            title_of: vec![None; titles.len()],
            name_member: vec![None; names.len()],
            names,
            titles,
            members: Vec::new(),
            mentions: Vec::new(),
            sorted: 0,
            mention_at: vec![0; surface.len()],
            states: HashMap::new(),
            we: Vec::new(),
            places: HashMap::new(),
            known,
            held: HashMap::new(),
            others_of_office: Vec::new(),
            nameless: Vec::new(),
            official_us,
            spoken,
            headed: Vec::new(),
        };
        cast.add_states();
        cast.add_organizations();
        cast.add_people(headed);
        cast.serve_as_headed(headed);
        cast.settle_bodies();
        cast.index();
        cast.link_offices(official_us);
        cast.link_states();
        cast.link_shared_titles();
        cast.link_successions();
        cast.name_described();
        cast.learn_genders();
        cast.resolve();
        cast.index();
        cast.add_own_offices();
        cast.index();
        cast.serve_described();
        cast.share_owners(official_us);
        cast.name_by_reference();
        cast
    }

    pub(crate) fn member(&self, id: MemberId) -> &Member {
        &self.members[id.index()]
    }

    pub(crate) fn mentions(&self) -> &[Mentioned] {
        &self.mentions
    }

    pub(crate) fn ids(&self) -> impl Iterator<Item = MemberId> + use<> {
        (0..u32::try_from(self.members.len()).unwrap_or(u32::MAX)).map(MemberId)
    }

    fn add(&mut self, member: Member) -> MemberId {
        let id = MemberId(u32::try_from(self.members.len()).unwrap_or(u32::MAX));
        self.members.push(member);
        id
    }

    pub(crate) fn mention(&mut self, run: Run, span: Span, who: MemberId, reason: Reason) {
        self.mentions.push(Mentioned { run, span, who, reason });
    }

    /// Sorts the mentions and notes which token belongs to which; to be called after a batch.
    pub(crate) fn index(&mut self) {
        self.mentions
            .sort_by_key(|mention| (mention.span.start(), mention.span.end(), mention.who));
        self.mentions.dedup_by(|later, earlier| later.span == earlier.span);
        self.sorted = self.mentions.len();
        self.mention_at.fill(0);
        for (number, mention) in self.mentions.iter().enumerate() {
            if let Some(slots) = self.mention_at.get_mut(mention.run.clone()) {
                for slot in slots {
                    // The shorter of two that overlap was found later and is the inner one.
                    let longer = slot
                        .checked_sub(1)
                        .is_none_or(|at| self.mentions[at as usize].run.len() >= mention.run.len());
                    if longer {
                        *slot = u32::try_from(number + 1).unwrap_or(u32::MAX);
                    }
                }
            }
        }
    }

    /// The mention that covers a token.
    pub(crate) fn mention_at(&self, at: usize) -> Option<&Mentioned> {
        let number = self.mention_at.get(at)?.checked_sub(1)?;
        self.mentions.get(number as usize)
    }

    /// Whom a token stands for.
    pub(crate) fn who(&self, at: usize) -> Option<MemberId> {
        self.mention_at(at).map(|mention| mention.who)
    }

    /// The mentions that lie within a run of tokens.
    pub(crate) fn mentions_in(
        &self,
        run: &Run,
    ) -> impl Iterator<Item = &Mentioned> + use<'_, 'a, 't> {
        let (start, end) = (run.start, run.end);
        let sorted = &self.mentions[..self.sorted];
        let first = sorted.partition_point(|mention| mention.run.start < start);
        sorted[first..]
            .iter()
            .take_while(move |mention| mention.run.start < end)
            .filter(move |mention| mention.run.end <= end)
    }

    /// For every person that the title names, who that is in the text.
    pub(crate) fn headed(&self) -> &[Option<MemberId>] {
        &self.headed
    }

    /// Whether a token is the last of a name, a title phrase or another mention.
    pub(crate) fn ends_mention(&self, at: usize) -> bool {
        // What is asked of the token before the first is asked of none.
        let next = at.wrapping_add(1);
        self.mention_at(at).is_some_and(|mention| mention.run.end == next)
            // "Minister of Trade, Industry, and Energy Ann Lee": a comma inside an office.
            || self.surface.word(next) == "," && self.in_title(at) && self.in_title(next)
    }

    /// The title phrases that lie within a run of tokens.
    pub(crate) fn title_phrases(&self, run: &Run) -> impl Iterator<Item = &TitlePhrase> {
        let first = self.titles.partition_point(|title| title.run.start < run.start);
        let end = run.end;
        self.titles[first..].iter().take_while(move |title| title.run.end <= end)
    }

    pub(crate) fn kind(&self, who: MemberId) -> EntityKind {
        self.member(who).kind
    }

    /// The state that a person acts for, by the current office or else any.
    pub(crate) fn state_of(&self, who: MemberId) -> Option<MemberId> {
        let member = self.member(who);
        if member.kind == EntityKind::State {
            return Some(who);
        }
        let owner = |office: &Office| office.owner.filter(|owner| *owner != who);
        member
            .offices
            .iter()
            .rev()
            .filter(|office| office.tense != Tense::Former)
            .find_map(owner)
            .or_else(|| member.offices.iter().find_map(owner))
            .and_then(|owner| match self.kind(owner) {
                EntityKind::State => Some(owner),
                _ => self.member(owner).of.filter(|of| self.kind(*of) == EntityKind::State),
            })
    }

    /// The state that a person acts for, by an office or by what the title of the text tells.
    pub(crate) fn home_of(&self, who: MemberId) -> Option<MemberId> {
        self.state_of(who).or(self.member(who).of)
    }

    /// Whom a person takes part for: the state of a minister, the organization of its head.
    pub(crate) fn side_of(&self, who: MemberId) -> Option<MemberId> {
        self.side_at(who, usize::MAX)
    }

    /// As [`Cast::side_of`], an office held then counting only where its words stand at the place in
    /// question ("then-Secretary of State").
    pub(crate) fn side_at(&self, who: MemberId, near: usize) -> Option<MemberId> {
        let member = self.member(who);
        if member.kind != EntityKind::Person {
            return Some(who);
        }
        let then = |office: &&Office| match office.tense {
            Tense::Former => false,
            Tense::Then => office.evidence.contains(&near) || near == usize::MAX,
            Tense::Current | Tense::Designate => true,
        };
        let owner =
            member.offices.iter().filter(then).find_map(|office| office.owner).or(member.of)?;
        match self.kind(owner) {
            EntityKind::State | EntityKind::Organization => {
                // A minister acts for the state, not for the ministry.
                let body = self.member(owner);
                if bodies::is_movement(&body.name) {
                    return Some(owner);
                }
                body.of.or((!is_ministry(&body.name)).then_some(owner))
            }
            EntityKind::Person => self.state_of(owner),
            EntityKind::Place => None,
        }
    }

    /// The state of a code, if the text has it.
    pub(crate) fn state_named(&self, code: Code) -> Option<MemberId> {
        self.states.get(&code).copied()
    }

    pub(crate) fn state(&mut self, code: Code) -> MemberId {
        if let Some(id) = self.states.get(&code) {
            return *id;
        }
        let name = self
            .lexicon
            .state_names
            .get(&code)
            .map_or_else(|| code.as_str().to_owned(), ToString::to_string);
        let member = Member { code: Some(code), ..Member::named(EntityKind::State, name) };
        let id = self.add(member);
        self.states.insert(code, id);
        id
    }

    fn add_states(&mut self) {
        for number in 0..self.names.len() {
            let name = &self.names[number];
            let What::State(code, sense) = name.what else { continue };
            let (run, span) = (name.run.clone(), name.span);
            if sense == StateSense::Capital && !self.is_government(&run) {
                continue;
            }
            // "at the White House": where, not who.
            let the = run.start.wrapping_sub(1);
            let at_it = self.surface.lower(the) == "the"
                && matches!(self.surface.lower(the.wrapping_sub(1)), "at" | "in" | "inside");
            if sense == StateSense::Seat && at_it && self.surface.lower(run.end) != "'s" {
                continue;
            }
            let reason = match sense {
                StateSense::Name => Reason::Name,
                StateSense::Demonym | StateSense::People => Reason::Demonym,
                StateSense::Capital | StateSense::Seat => Reason::Seat,
            };
            let id = self.state(code);
            self.name_member[number] = Some(id);
            self.mention(run, span, id, reason);
        }
    }

    /// The city, venue or region of these words, made a member where it hosts a meeting.
    pub(crate) fn place(&mut self, run: Run) -> MemberId {
        let name = self.place_name(&run);
        let id = if let Some(id) = self.places.get(&name) {
            *id
        } else {
            let member = Member::named(EntityKind::Place, name.clone());
            let id = self.add(member);
            self.places.insert(name, id);
            id
        };
        let span = self.surface.span_of(&run);
        self.mention(run, span, id, Reason::Place);
        id
    }

    /// What a place of these words is called: "Saudi capital" by the name of the city.
    pub(crate) fn place_name(&self, run: &Run) -> String {
        let capital = (run.len() > 1 && self.surface.lower(run.end - 1) == "capital")
            .then(|| self.who(run.start).and_then(|who| self.member(who).code))
            .flatten()
            .and_then(|code| self.lexicon.capitals.get(&code));
        if let Some(capital) = capital {
            return capital.to_string();
        }
        let name = self.surface.words(run);
        self.spelt(name).unwrap_or_else(|| name.to_owned())
    }

    /// The name that covers a token, whether it became a member or not.
    pub(crate) fn name_at(&self, at: usize) -> Option<&Name> {
        let first = self.names.partition_point(|name| name.run.end <= at);
        self.names[first..].iter().take(3).find(|name| name.run.contains(&at))
    }

    pub(crate) fn member_of_name(&self, number: usize) -> Option<MemberId> {
        self.name_member.get(number).copied().flatten()
    }

    /// The ids that leave the article, in the order of the members, no two alike.
    pub(crate) fn entity_ids(&self) -> Vec<EntityId> {
        let mut taken = HashMap::new();
        self.members
            .iter()
            .map(|member| {
                let id = match member.code.map(|code| EntityId::state(code.as_str())) {
                    Some(Ok(id)) => id,
                    _ => EntityId::named(member.kind, &member.name),
                };
                let count = taken.entry(id.clone()).and_modify(|count| *count += 1).or_insert(1);
                if *count == 1 {
                    id
                } else {
                    EntityId::named(member.kind, &format!("{} {count}", member.name))
                }
            })
            .collect()
    }
}
