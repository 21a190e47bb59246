//! What is known of words before any text is read: states, organizations, titles, verbs.
//!
//! Every row is data in `data/lexicon/`; see the README there for sources and licences.

mod aims;
mod decisions;
mod embedded;
mod forms;
mod phrases;
mod presence;
mod rates;
mod tables;
mod verbs;
mod words;

pub use tables::TableError;

pub(crate) use aims::{After, AimWord, Aims};
pub(crate) use decisions::Decisions;
pub(crate) use embedded::OFFICES;
pub(crate) use phrases::Phrases;
pub(crate) use presence::{Presence, Presences, Tie};
pub(crate) use rates::Rates;
pub(crate) use verbs::{Phrasal, Takes, Verb};
pub(crate) use words::{WordSet, Words};

use chancery_model::{EntityId, MeetingKind, slug};
use std::collections::HashMap;
use std::sync::OnceLock;
use tables::rows;

/// The tables that extraction leans on.
#[derive(Debug, Clone)]
pub struct Lexicon {
    /// States by every form of their names.
    pub(crate) states: Phrases<StateForm>,
    /// Usual short names by code.
    pub(crate) state_names: HashMap<Code, Box<str>>,
    /// The capital of each state.
    pub(crate) capitals: HashMap<Code, Box<str>>,
    /// Words that look like a demonym and stand for no one state.
    pub(crate) blocs: WordSet,
    /// Names of organizations of states: "United Nations".
    pub(crate) of_states: WordSet,
    /// Names of those who fight: "Houthis".
    pub(crate) armed: WordSet,
    /// Organizations, by their place in `organization_names`.
    pub(crate) organizations: Phrases<u32>,
    /// Full names of organizations.
    pub(crate) organization_names: Vec<Box<str>>,
    /// The state each of them belongs to, if to one.
    pub(crate) organization_states: Vec<Option<Code>>,
    /// Words that make a capitalised phrase an organization.
    pub(crate) organization_words: WordSet,
    /// Lower-case words that are an organization after a state's name ("foreign ministry").
    pub(crate) common_organizations: Phrases<()>,
    /// Cities, regions and venues.
    pub(crate) places: Phrases<Option<Code>>,
    /// Given names: gender, and whether the name is also an ordinary word.
    pub(crate) given: Words<GivenName>,
    /// Family names that come first.
    pub(crate) family_first: WordSet,
    /// Words that are nobody's name by themselves, in lower case.
    pub(crate) ordinary: WordSet,
    /// Words of titles, in lower case.
    pub(crate) titles: Words<TitleWord>,
    /// Words that end a portfolio ("Affairs").
    pub(crate) portfolios: WordSet,
    /// Ranks and forms of address.
    pub(crate) ranks: WordSet,
    /// Heads of state and government, by family name in small letters without accents.
    pub(crate) leaders: Words<Vec<Leader>>,
    /// Verbs of reporting, by every form.
    pub(crate) verbs: Words<Verb>,
    /// Those of several words, by the forms of their first.
    pub(crate) phrasal: Phrasal,
    /// Words of wanting, agreeing and refusing, in lower case.
    pub(crate) aims: Aims,
    /// Words of presence and absence, in lower case.
    pub(crate) presences: Presences,
    /// Nouns that name a meeting, in lower case.
    pub(crate) meeting_nouns: Phrases<MeetingNoun>,
    /// How often facts found in a like manner are right.
    pub(crate) rates: Rates,
    /// What signals weigh in decisions on meetings and attendance.
    pub(crate) decisions: Decisions,
}

/// A state's code: ISO 3166-1 alpha-2 and a few more, see `states.tsv`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Code([u8; 2]);

impl Code {
    /// The two capital letters.
    pub(crate) fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("??")
    }

    /// Reads two capital letters.
    pub(crate) fn read(code: &str) -> Option<Self> {
        let letters: [u8; 2] = code.as_bytes().try_into().ok()?;
        letters.iter().all(u8::is_ascii_uppercase).then_some(Self(letters))
    }
}

/// In which form a state is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum StateSense {
    /// Its name or abbreviation.
    Name,
    /// An adjective, or one of its people.
    Demonym,
    /// Its people.
    People,
    /// Its capital, which may be only a place.
    Capital,
    /// A building that always stands for the government.
    Seat,
}

/// A form of a state's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct StateForm {
    /// Which state.
    pub(crate) code: Code,
    /// In which form.
    pub(crate) sense: StateSense,
}

/// Whom a pronoun may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Gender {
    /// he
    Man,
    /// she
    Woman,
    /// Either.
    Unknown,
}

/// A given name.
#[derive(Debug, Clone, Copy)]
pub(crate) struct GivenName {
    /// Of men, women or both.
    pub(crate) gender: Gender,
    /// Whether it is also an ordinary word, so that alone it proves nothing.
    pub(crate) common: bool,
}

/// The part that a word plays in a title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TitleWord {
    /// It names an office.
    pub(crate) head: bool,
    /// It may come before a head.
    pub(crate) modifier: bool,
}

/// A head of state or government.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Leader {
    /// "president", "prime minister", "king".
    pub(crate) title: Box<str>,
    /// The words of the name in full, in small letters without accents.
    pub(crate) name: Vec<String>,
    /// Of which state.
    pub(crate) code: Code,
}

/// A noun that names a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct MeetingNoun {
    /// What kind of meeting.
    pub(crate) kind: MeetingKind,
    /// Whether the form is a plural of several occasions.
    pub(crate) plural: bool,
}

impl Lexicon {
    /// Whether a word in lower case is by itself a noun for a meeting.
    pub(crate) fn names_a_meeting(&self, word: &str) -> bool {
        self.meeting_nouns.longest(|offset| (offset == 0).then_some(word)).is_some()
    }

    /// The tables that are compiled in.
    ///
    /// They are checked by a test; a row that cannot be read would leave its table short, never
    /// fail the caller.
    pub fn embedded() -> &'static Self {
        static EMBEDDED: OnceLock<Lexicon> = OnceLock::new();
        EMBEDDED.get_or_init(|| Self::read().unwrap_or_else(|_| Self::empty()))
    }

    /// The state that has exactly this name, whatever else a text might mean by it.
    ///
    /// ```
    /// use chancery_ingest::Lexicon;
    /// let state = Lexicon::embedded().state_named("France").map(|id| id.to_string());
    /// assert_eq!(state.as_deref(), Some("state:FR"));
    /// assert_eq!(Lexicon::embedded().state_named("Citizen (France)"), None);
    /// ```
    pub fn state_named(&self, name: &str) -> Option<EntityId> {
        let tokens = crate::tokens::tokens(name);
        let (taken, form) =
            self.states.longest(|at| tokens.get(at).and_then(|token| token.span.of(name)))?;
        let whole = taken == tokens.len() && form.sense == StateSense::Name;
        whole.then(|| EntityId::state(form.code.as_str()).ok()).flatten()
    }

    /// The usual name of the state that has a code.
    pub(crate) fn state_coded(&self, code: &str) -> Option<&str> {
        self.state_names.get(&Code::read(code)?).map(|name| &**name)
    }

    /// The full name of the organization that has exactly this name or abbreviation.
    pub(crate) fn organization_named(&self, name: &str) -> Option<&str> {
        let tokens = crate::tokens::tokens(name);
        let (taken, number) = self
            .organizations
            .longest(|at| tokens.get(at).and_then(|token| token.span.of(name)))?;
        let whole = taken == tokens.len();
        whole.then(|| self.organization_names.get(number as usize).map(|name| &**name)).flatten()
    }

    fn empty() -> Self {
        Self {
            states: Phrases::new(),
            state_names: HashMap::new(),
            capitals: HashMap::new(),
            blocs: WordSet::new(),
            of_states: WordSet::new(),
            armed: WordSet::new(),
            organizations: Phrases::new(),
            organization_names: Vec::new(),
            organization_states: Vec::new(),
            organization_words: WordSet::new(),
            common_organizations: Phrases::new(),
            places: Phrases::new(),
            given: Words::new(),
            family_first: WordSet::new(),
            ordinary: WordSet::new(),
            titles: Words::new(),
            portfolios: WordSet::new(),
            ranks: WordSet::new(),
            leaders: Words::new(),
            verbs: Words::new(),
            phrasal: Phrasal::new(),
            aims: Aims::new(),
            presences: Presences::new(),
            meeting_nouns: Phrases::new(),
            rates: Rates::default(),
            decisions: Decisions::default(),
        }
    }

    fn read() -> Result<Self, TableError> {
        let mut lexicon = Self::empty();
        lexicon.rates = Rates::read(embedded::CONFIDENCE)?;
        lexicon.decisions = Decisions::read(embedded::DECISIONS)?;
        lexicon.read_states()?;
        lexicon.read_organizations()?;
        lexicon.read_names()?;
        lexicon.read_titles()?;
        lexicon.read_leaders()?;
        (lexicon.verbs, lexicon.phrasal) = verbs::verbs(embedded::REPORTING_VERBS)?;
        lexicon.aims = aims::aims(embedded::AIMS)?;
        lexicon.presences = presence::presences(embedded::PRESENCE)?;
        for row in rows(embedded::MEETING_NOUNS.0, embedded::MEETING_NOUNS.1)? {
            let kind = row.cell(1).parse().map_err(|error: String| row.error(error))?;
            lexicon.meeting_nouns.add(row.cell(0), MeetingNoun { kind, plural: false });
            for plural in row.values(2) {
                lexicon.meeting_nouns.add(plural, MeetingNoun { kind, plural: true });
            }
        }
        for row in rows(embedded::PLACES.0, embedded::PLACES.1)? {
            let state = Code::read(row.cell(1));
            for name in row.values(0) {
                lexicon.places.add(name, state);
            }
        }
        Ok(lexicon)
    }

    fn read_states(&mut self) -> Result<(), TableError> {
        // A living state's forms come before a former one's.
        let mut table = rows(embedded::STATES.0, embedded::STATES.1)?;
        table.sort_by_key(|row| !row.cell(7).is_empty());
        for row in table {
            let code = Code::read(row.cell(0))
                .ok_or_else(|| row.error("no code of two capital letters"))?;
            self.state_names.insert(code, row.cell(1).into());
            if let Some(capital) = row.values(5).next() {
                self.capitals.entry(code).or_insert_with(|| capital.into());
            }
            let columns = [
                (1, StateSense::Name),
                (2, StateSense::Name),
                (3, StateSense::Demonym),
                (4, StateSense::People),
                (5, StateSense::Capital),
                (6, StateSense::Seat),
            ];
            for (column, sense) in columns {
                for form in row.values(column) {
                    self.states.add(form, StateForm { code, sense });
                }
            }
        }
        for row in rows(embedded::BLOCS.0, embedded::BLOCS.1)? {
            self.blocs.or_insert(row.cell(0), ());
        }
        Ok(())
    }

    fn read_organizations(&mut self) -> Result<(), TableError> {
        for row in rows(embedded::ORGANIZATIONS.0, embedded::ORGANIZATIONS.1)? {
            let number = u32::try_from(self.organization_names.len())
                .map_err(|_| row.error("too many rows"))?;
            self.organization_names.push(row.cell(0).into());
            if row.cell(3) == "igo" {
                self.of_states.or_insert(row.cell(0), ());
            }
            if row.cell(3) == "armed" {
                self.armed.or_insert(row.cell(0), ());
            }
            self.organization_states.push(Code::read(row.cell(4)));
            for form in row.values(0).chain(row.values(1)).chain(row.values(2)) {
                self.organizations.add(form, number);
            }
        }
        for row in rows(embedded::ORGANIZATION_WORDS.0, embedded::ORGANIZATION_WORDS.1)? {
            let word = row.cell(0);
            if word.starts_with(char::is_uppercase) {
                self.organization_words.or_insert(word, ());
            } else {
                self.common_organizations.add(word, ());
            }
        }
        Ok(())
    }

    fn read_names(&mut self) -> Result<(), TableError> {
        for row in rows(embedded::GIVEN_NAMES.0, embedded::GIVEN_NAMES.1)? {
            let gender = match row.cell(1) {
                "m" => Gender::Man,
                "f" => Gender::Woman,
                "u" => Gender::Unknown,
                other => return Err(row.error(format!("`{other}` is no gender: m, f or u"))),
            };
            let name = GivenName { gender, common: row.cell(2) == "y" };
            *self.given.or_insert(row.cell(0), name) = name;
        }
        for row in rows(embedded::FAMILY_FIRST.0, embedded::FAMILY_FIRST.1)? {
            self.family_first.or_insert(row.cell(0), ());
        }
        for row in rows(embedded::ORDINARY_WORDS.0, embedded::ORDINARY_WORDS.1)? {
            self.ordinary.or_insert(row.cell(0), ());
        }
        Ok(())
    }

    fn read_leaders(&mut self) -> Result<(), TableError> {
        for row in rows(embedded::LEADERS.0, embedded::LEADERS.1)? {
            let code = Code::read(row.cell(2))
                .ok_or_else(|| row.error("no code of two capital letters"))?;
            let name: Vec<String> = slug(row.cell(1)).split('-').map(str::to_owned).collect();
            let first = row.cell(1).split(' ').next().unwrap_or_default();
            let family = if self.family_first.contains(first) { name.first() } else { name.last() };
            let family = family.cloned().unwrap_or_default();
            let leader = Leader { title: row.cell(0).into(), name, code };
            self.leaders.or_insert(&family, Vec::new()).push(leader);
        }
        Ok(())
    }

    fn read_titles(&mut self) -> Result<(), TableError> {
        for row in rows(embedded::TITLES.0, embedded::TITLES.1)? {
            let word = row.cell(0);
            let none = TitleWord { head: false, modifier: false };
            match row.cell(1) {
                "head" => self.titles.or_insert(word, none).head = true,
                "modifier" => self.titles.or_insert(word, none).modifier = true,
                "portfolio" => {
                    self.portfolios.or_insert(word, ());
                }
                "rank" => {
                    self.ranks.or_insert(word, ());
                }
                other => return Err(row.error(format!("`{other}` is no class of title word"))),
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_is_read_without_error() {
        let lexicon = Lexicon::read().unwrap_or_else(|error| panic!("{error}"));
        assert!(lexicon.states.iter().count() > 800);
        assert!(lexicon.verbs.contains("underscored"));
    }
}
