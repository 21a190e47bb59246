//! Who held which office when, and what things are called elsewhere: what is known before a text is
//! read, and told apart from what the text says.
//!
//! A text that names only an office (“the Israeli Prime Minister”) leaves open who that is; a table of
//! terms may tell it for the day of the text. Such a person is inferred: the mention says so and
//! names the row, and whatever the text itself says comes first.

mod facts;
mod office;
mod rows;
mod term;
mod visits;

pub use rows::ReferenceError;
pub use term::Term;

pub(crate) use term::Held;

use crate::lexicon::Lexicon;
use chancery_model::{DocumentInfo, EntityId, EntityKind, Facts, fold};
use chrono::NaiveDate;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::{Arc, OnceLock};

/// Terms of offices, spellings of names and ids elsewhere, for [`Extractor::with_reference`].
///
/// ```
/// use chancery_ingest::Reference;
/// let table = "name\ttitle\tof\tfrom\tto\tsame_as\n\
///              Ann Lee\tForeign Minister\tChad\t2021-02\t\twikidata:Q1\n";
/// let reference = Reference::read("mine.tsv", table)?;
/// assert_eq!(reference.terms()[0].title, "Foreign Minister");
///
/// let error = Reference::read("mine.tsv", "name\tfrom\nAnn Lee\tsoon\n").expect_err("no date");
/// assert_eq!(
///     error.to_string(),
///     "mine.tsv, line 2, column 2 (from): `soon` is no date: YYYY, YYYY-MM or YYYY-MM-DD"
/// );
/// # Ok::<(), chancery_ingest::ReferenceError>(())
/// ```
///
/// [`Extractor::with_reference`]: crate::Extractor::with_reference
#[derive(Debug, Clone, Default)]
pub struct Reference {
    terms: Vec<Term>,
    /// Terms by whom they serve and their office as offices are compared.
    offices: HashMap<(EntityId, String), Vec<usize>>,
    /// The same terms by their office and each word of the name, folded.
    holders: HashMap<(String, String), Vec<usize>>,
    /// The same terms by the family name of who held them, folded; heads of missions abroad, of whom
    /// there are too many for a family name to tell one, are none of them.
    families: HashMap<String, Vec<usize>>,
    /// Terms that have a spelling or an id besides the name, by each name folded.
    names: HashMap<String, Vec<usize>>,
}

impl Reference {
    /// The table that is compiled in: leaders who visited the United States from 1874 to 2019,
    /// leaders and foreign ministers of recent years, and US officers since 1990.
    ///
    /// It is checked by a test; a row that cannot be read would leave it empty, never fail the caller.
    pub fn embedded() -> Arc<Self> {
        static EMBEDDED: OnceLock<Arc<Reference>> = OnceLock::new();
        let read = || {
            let (name, text) = crate::lexicon::OFFICES;
            Arc::new(Self::read(name, text).unwrap_or_default())
        };
        Arc::clone(EMBEDDED.get_or_init(read))
    }

    /// Reads a table: tab-separated UTF-8 with a heading, `#` for comments, `|` between several values
    /// of a cell. What it is called stands in errors and reasons.
    ///
    /// | column | what is in it |
    /// | --- | --- |
    /// | `name` | a person's name, or that of a state, organization or place; the only one needed |
    /// | `kind` | `person` (if empty), `state`, `organization` or `place` |
    /// | `spellings` | other forms of the name |
    /// | `title`, `of` | an office, and the state (name or code) or organization it serves |
    /// | `from`, `to` | its days, months or years; empty where unknown, and an empty `to` goes on |
    /// | `known` | `seen` where they are only the first and last day on which it is known to be held |
    /// | `same_as` | ids elsewhere, such as `wikidata:Q1`, `geonames:2` or `iso3166-1:TD` |
    ///
    /// # Errors
    /// The first line and column that do not fit.
    pub fn read(table: &str, text: &str) -> Result<Self, ReferenceError> {
        let mut reference = Self::default();
        for term in term::terms(table, text)? {
            reference.add(term);
        }
        Ok(reference)
    }

    /// The facts that a table tells by itself, each proved by its row, as a document of an archive:
    /// terms of offices as [`Reference::read`] reads them, or meetings.
    ///
    /// A table of meetings has the columns `from`, `to`, `title`, `name` and `of` of who came, `host`
    /// (a state) and `with` (who met them there), `kind`, `place`, and `words` on it; `from`, `of` and
    /// `host` are needed. `None` if the heading is of neither.
    ///
    /// # Errors
    /// The first line and column that do not fit.
    pub fn facts(info: DocumentInfo, text: &str) -> Result<Option<Facts>, ReferenceError> {
        match visits::facts(&info, text)? {
            Some(facts) => Ok(Some(facts)),
            None => facts::facts(info, text),
        }
    }

    /// Adds one row.
    pub fn add(&mut self, term: Term) {
        let place = self.terms.len();
        if let Some(of) = term.of.clone().filter(|_| !term.title.is_empty()) {
            let office = office::office(&term.title, Lexicon::embedded());
            for word in fold(&term.name).split(' ') {
                let key = (office.clone(), word.to_owned());
                self.holders.entry(key).or_default().push(place);
            }
            self.offices.entry((of, office)).or_default().push(place);
            if !MISSIONS.iter().any(|title| term.title.starts_with(title)) {
                self.families.entry(family(&term.name)).or_default().push(place);
            }
        }
        if !term.spellings.is_empty() || !term.same_as.is_empty() {
            for name in std::iter::once(&term.name).chain(&term.spellings) {
                let places = self.names.entry(fold(name)).or_default();
                if !places.contains(&place) {
                    places.push(place);
                }
            }
        }
        self.terms.push(term);
    }

    /// Adds the rows of another: of two that tell of one office on a day, neither is taken.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        for term in other.terms {
            self.add(term);
        }
        self
    }

    /// Adds the rows of another, but those of offices that this one tells of.
    #[must_use]
    pub fn over(mut self, other: &Self) -> Self {
        let known: HashSet<_> = self.offices.keys().cloned().collect();
        let lexicon = Lexicon::embedded();
        for term in &other.terms {
            let office = term.of.clone().map(|of| (of, office::office(&term.title, lexicon)));
            if office.is_none_or(|office| !known.contains(&office)) {
                self.add(term.clone());
            }
        }
        self
    }

    /// Its rows, in order.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// The terms of those who held an office at home under a family name.
    pub(crate) fn officials(&self, family: &str) -> impl Iterator<Item = &Term> {
        self.families.get(&fold(family)).into_iter().flatten().map(|at| &self.terms[*at])
    }

    /// The only one who held an office on a day, as far as it tells.
    pub(crate) fn holder(&self, of: &EntityId, title: &str, day: NaiveDate) -> Option<Held<'_>> {
        let office = office::office(title, Lexicon::embedded());
        let places = self.offices.get(&(of.clone(), office))?;
        let mut held = places.iter().map(|at| &self.terms[*at]).filter(|term| term.covers(day));
        let term = held.next()?;
        let name = fold(&term.name);
        held.all(|other| fold(&other.name) == name).then_some(Held { term })
    }

    /// Whom those serve who hold an office on a day under a name, or the end of it, if all serve one.
    pub(crate) fn served_by(&self, name: &str, title: &str, day: NaiveDate) -> Option<&EntityId> {
        let name = fold(name);
        let words: Vec<&str> = name.split(' ').collect();
        let office = office::office(title, Lexicon::embedded());
        let last = (*words.last()?).to_owned();
        let is_one = |term: &&Term| {
            let told = fold(&term.name);
            let mut told = told.split(' ');
            // However the given name is spelled.
            let alike = |word: &&str, other: &str| {
                other == *word || word.chars().next() == other.chars().next() && words.len() > 1
            };
            term.covers(day)
                && words.iter().all(|word| told.clone().any(|it| alike(word, it)))
                && told.any(|it| it == last)
        };
        let places = self.holders.get(&(office, last.clone()))?;
        let mut served = places
            .iter()
            .map(|at| &self.terms[*at])
            .filter(is_one)
            .filter_map(|term| term.of.as_ref());
        let first = served.next()?;
        served.all(|other| other == first).then_some(first)
    }

    /// Whether two titles name one office.
    pub(crate) fn is_one_office(one: &str, other: &str) -> bool {
        let lexicon = Lexicon::embedded();
        office::office(one, lexicon) == office::office(other, lexicon)
    }

    /// The ids elsewhere of who or what bears a name; none if the table has several of the name.
    /// `served` are the states that a person is said to serve.
    pub(crate) fn same_as(
        &self,
        kind: EntityKind,
        name: &str,
        served: &[&EntityId],
    ) -> BTreeSet<String> {
        self.told_of(kind, name, served).into_iter().flat_map(Term::ids).collect()
    }

    /// The name that it gives to who bears a name or a spelling of it.
    pub(crate) fn usual_name(
        &self,
        kind: EntityKind,
        name: &str,
        served: &[&EntityId],
    ) -> Option<&str> {
        self.told_of(kind, name, served).first().map(|term| term.name.as_str())
    }

    /// The rows of whoever bears a name; none if there are several of the name.
    fn told_of(&self, kind: EntityKind, name: &str, served: &[&EntityId]) -> Vec<&Term> {
        let Some(places) = self.names.get(&fold(name)) else { return Vec::new() };
        let fits = |term: &&Term| {
            term.kind == kind
                && (served.is_empty() || term.of.as_ref().is_none_or(|of| served.contains(&of)))
        };
        let fitting: Vec<&Term> = places.iter().map(|at| &self.terms[*at]).filter(fits).collect();
        let one =
            |first: &&Term| fitting.iter().all(|other| fold(&other.name) == fold(&first.name));
        if fitting.first().is_some_and(one) { fitting } else { Vec::new() }
    }
}

/// How the titles of heads of missions abroad begin.
const MISSIONS: &[&str] =
    &["Ambassador to", "Chargé", "Chief of Mission", "Minister to", "Principal Officer"];

/// The family name of somebody, folded: the last word but numbers, or the first where that is one.
fn family(name: &str) -> String {
    let first = name.split(' ').next().unwrap_or_default();
    if Lexicon::embedded().family_first.contains(first) {
        return fold(first);
    }
    let folded = fold(name);
    let mut words = folded.rsplit(' ');
    let word = words.find(|word| !matches!(*word, "jr" | "sr" | "ii" | "iii" | "iv"));
    word.unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_that_is_compiled_in_is_read_without_error() {
        let (name, text) = crate::lexicon::OFFICES;
        let reference = Reference::read(name, text).unwrap_or_else(|error| panic!("{error}"));
        assert!(reference.terms().len() > 3000);
    }

    #[track_caller]
    fn check(of: &str, title: &str, day: &str, expected: Option<&str>) {
        let of = of.parse().expect("an id");
        let day = day.parse().expect("a day");
        let reference = Reference::embedded();
        let held = reference.holder(&of, title, day);
        assert_eq!(held.map(|held| held.term.name.as_str()), expected, "{title} of {of} on {day}");
    }

    #[test]
    fn who_holds_an_office_depends_on_the_day() {
        check("state:IL", "Prime Minister", "2021-05-25", Some("Benjamin Netanyahu"));
        check("state:IL", "Prime Minister", "2022-03-27", Some("Naftali Bennett"));
        check("state:IL", "Prime Minister", "2022-07-14", Some("Yair Lapid"));
        check("state:IL", "Minister of Foreign Affairs", "2022-03-27", Some("Yair Lapid"));
        check("state:US", "Secretary of State", "1994-07-01", Some("Warren Minor Christopher"));
        check("state:US", "Ambassador to France", "1998-01-01", Some("Felix Rohatyn"));
        // On the day of a change it is not told at which hour.
        check("state:IL", "Prime Minister", "2021-06-13", None);
        // Nor beyond the days on which somebody is seen.
        check("state:HW", "King", "1876-01-01", None);
        check("state:IL", "Deputy Prime Minister", "2022-03-27", None);
    }

    #[test]
    fn whoever_has_an_office_by_name_serves_a_state() {
        let check = |name: &str, title: &str, expected: Option<&str>| {
            let day = "2022-03-16".parse().expect("a day");
            let reference = Reference::embedded();
            let served = reference.served_by(name, title, day).map(EntityId::as_str);
            assert_eq!(served, expected, "{title} {name}");
        };
        check("Lavrov", "Foreign Minister", Some("state:RU"));
        check("Sergei Lavrov", "Minister of Foreign Affairs", Some("state:RU"));
        check("Ann Lavrov", "Foreign Minister", None);
        check("Lavrov", "Prime Minister", None);
    }

    #[test]
    fn what_is_wrong_is_told_by_line_and_column() {
        for (table, expected) in [
            ("", "t, line 1: no heading with a column `name`"),
            ("title\tof\nx\ty\n", "t, line 1: no heading with a column `name`"),
            (
                "name\tage\nx\t3\n",
                "t, line 1, column 2 (age): no such column; there may be name, kind, spellings, title, of, from, to, known, same_as",
            ),
            ("# note\nname\tname\n", "t, line 2, column 2 (name): the column is there twice"),
            ("name\ttitle\nAnn Lee\tenvoy\tUS\n", "t, line 2: 3 cells under 2 columns"),
            ("name\ttitle\n\tenvoy\n", "t, line 2, column 1 (name): nothing in it"),
            (
                "name\tkind\nAnn\tking\n",
                "t, line 2, column 2 (kind): `king` is none of person, state, organization, place",
            ),
            (
                "name\ttitle\tof\nAnn\tenvoy\tXX\n",
                "t, line 2, column 3 (of): no state has the code XX",
            ),
            (
                "name\ttitle\tfrom\tto\nAnn\tenvoy\t2021\t2020-05\n",
                "t, line 2, column 4 (to): 2020-05 is before 2021",
            ),
            (
                "name\tknown\nAnn\tmaybe\n",
                "t, line 2, column 2 (known): `maybe` is neither empty nor `seen`",
            ),
            (
                "name\tsame_as\nAnn\tQ1\n",
                "t, line 2, column 2 (same_as): `Q1` is no id such as wikidata:Q1",
            ),
            ("name\tfrom\nAnn\t2021\n", "t, line 2, column 2 (from): days without a title"),
        ] {
            let error = Reference::read("t", table).expect_err(table);
            assert_eq!(error.to_string(), expected);
        }
    }

    #[test]
    fn a_name_or_a_spelling_of_it_finds_the_ids() {
        let table = "name\tspellings\ttitle\tof\tsame_as\n\
                     Abdul Hamid Dabaiba\tAbdulhamid Dbeibeh|Dbeibah\tPrime Minister\tLY\twikidata:Q1\n\
                     Sam Lee\tSamuel Lee\t\t\t\n\
                     John Low\tJohn Lowe\tPresident\tTD\twikidata:Q2\nJon Low\tJohn Lowe\tPresident\tTD\twikidata:Q3\n";
        let reference = Reference::read("t", table).expect("a table");
        let (libya, chad) =
            ("state:LY".parse().expect("an id"), "state:TD".parse().expect("an id"));
        let ids = |name, served: &[&EntityId]| {
            let ids = reference.same_as(EntityKind::Person, name, served);
            ids.into_iter().collect::<Vec<_>>().join(" ")
        };
        assert_eq!(ids("Abdulhamid Dbeibeh", &[&libya]), "wikidata:Q1");
        assert_eq!(ids("abdul hamid dabaiba", &[]), "wikidata:Q1");
        assert_eq!(ids("Dbeibah", &[&chad]), "", "of another state");
        assert_eq!(ids("Samuel Lee", &[]), "reference:sam-lee", "a spelling is an id of its own");
        assert_eq!(ids("John Lowe", &[]), "", "of two");
    }
}
