//! One row of a table of offices.

use super::rows::{Heading, ReferenceError, Row};
use crate::lexicon::Lexicon;
use chancery_model::{Date, EntityId, EntityKind, slug};
use chrono::NaiveDate;
use std::fmt;

/// The columns of a table of offices.
pub(super) const COLUMNS: [&str; 9] =
    ["name", "kind", "spellings", "title", "of", "from", "to", "known", "same_as"];

/// What one row tells: an office and its days, or names and ids of somebody or something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Who or what.
    pub name: String,
    /// What it is.
    pub kind: EntityKind,
    /// Other forms of the name.
    pub spellings: Vec<String>,
    /// The office, empty where none is told.
    pub title: String,
    /// The state or organization served.
    pub of: Option<EntityId>,
    /// The first day, month or year of the office.
    pub from: Option<Date>,
    /// The last; `None` while it goes on.
    pub to: Option<Date>,
    /// Whether the two are only the first and the last day on which somebody was seen in it.
    pub seen: bool,
    /// Ids elsewhere.
    pub same_as: Vec<String>,
    /// Where it is told: the table and the line, for the reader of a fact that rests on it.
    pub told: String,
}

/// A term that holds on the day asked about.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Held<'r> {
    pub(crate) term: &'r Term,
}

impl Term {
    /// Whether the office is surely held on a day: one within the days told, and of a month or year
    /// at either end not within that.
    pub(super) fn covers(&self, day: NaiveDate) -> bool {
        let Some(from) = self.from else { return false };
        let begun = if self.from == self.to { from.first_day() } else { from.last_day() };
        let ended =
            self.to.map(|to| if self.from == self.to { to.last_day() } else { to.first_day() });
        begun <= day && ended.map_or(!self.seen, |ended| day <= ended)
    }

    /// Its ids elsewhere; the table's own where it has none.
    pub(super) fn ids(&self) -> Vec<String> {
        if self.same_as.is_empty() {
            return vec![format!("reference:{}", slug(&self.name))];
        }
        self.same_as.clone()
    }
}

impl Held<'_> {
    /// How sure it is that they are meant: surer by the days of a term than by those around.
    pub(crate) const fn confidence(self) -> f32 {
        if self.term.seen { 0.7 } else { 0.9 }
    }
}

/// The reason for taking an office for somebody: "Prime Minister from 2021-06-13 to 2022-06-30".
impl fmt::Display for Held<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Term { title, from, to, seen, told, .. } = self.term;
        write!(f, "title, inferred by reference: {title}")?;
        let (first, last) = if *seen { (" seen from ", " to ") } else { (" from ", " to ") };
        if let Some(from) = from {
            write!(f, "{first}{from}")?;
        }
        if let Some(to) = to {
            write!(f, "{last}{to}")?;
        }
        write!(f, " ({told})")
    }
}

/// The rows of a table of offices.
pub(super) fn terms(table: &str, text: &str) -> Result<Vec<Term>, ReferenceError> {
    let heading = Heading::of(table, text, &["name"]).ok_or_else(|| ReferenceError {
        table: table.to_owned(),
        line: 1,
        column: None,
        what: "no heading with a column `name`".to_owned(),
    })?;
    heading.check(&COLUMNS, text)?;
    heading.rows(text).map(|row| term(&row?, table)).collect()
}

/// What one row tells.
pub(super) fn term(row: &Row, table: &str) -> Result<Term, ReferenceError> {
    let (_, name) = row.needed("name")?;
    let kind = match row.cell("kind") {
        "" => EntityKind::Person,
        kind => kind.parse().map_err(|_| {
            let kinds: Vec<&str> = EntityKind::ALL.iter().map(|kind| kind.as_str()).collect();
            row.error(Some("kind"), format!("`{kind}` is none of {}", kinds.join(", ")))
        })?,
    };
    let (from, to) = row.days()?;
    let title = row.cell("title");
    for (column, days) in [("from", from), ("to", to)] {
        if title.is_empty() && days.is_some() {
            return Err(row.error(Some(column), "days without a title".to_owned()));
        }
    }
    let seen = match row.cell("known") {
        "" => false,
        "seen" => true,
        other => {
            let what = format!("`{other}` is neither empty nor `seen`");
            return Err(row.error(Some("known"), what));
        }
    };
    let same_as: Vec<String> = row.values("same_as").map(str::to_owned).collect();
    for id in &same_as {
        let whole = id.split_once(':').is_some_and(|(scheme, id)| {
            !scheme.is_empty() && !id.is_empty() && !id.contains(char::is_whitespace)
        });
        if !whole {
            let what = format!("`{id}` is no id such as wikidata:Q1");
            return Err(row.error(Some("same_as"), what));
        }
    }
    Ok(Term {
        name: name.to_owned(),
        kind,
        spellings: row.values("spellings").map(str::to_owned).collect(),
        title: title.to_owned(),
        of: served(row, "of")?.map(|(id, _)| id),
        from,
        to,
        seen,
        same_as,
        told: format!("{table}, line {}", row.line),
    })
}

/// The state or organization in a cell, and its usual name: a state by name or code, else an
/// organization.
pub(super) fn served(
    row: &Row,
    column: &str,
) -> Result<Option<(EntityId, String)>, ReferenceError> {
    let name = row.cell(column);
    if name.is_empty() {
        return Ok(None);
    }
    let lexicon = Lexicon::embedded();
    if name.len() == 2 && name.bytes().all(|letter| letter.is_ascii_uppercase()) {
        // "UN" and "EU" are no states, and have two letters too.
        if let (Some(usual), Ok(id)) = (lexicon.state_coded(name), EntityId::state(name)) {
            return Ok(Some((id, usual.to_owned())));
        }
        if lexicon.organization_named(name).is_none() {
            return Err(row.error(Some(column), format!("no state has the code {name}")));
        }
    }
    if let Some(id) = lexicon.state_named(name) {
        let usual = lexicon.state_coded(id.rest()).unwrap_or(name).to_owned();
        return Ok(Some((id, usual)));
    }
    let name = lexicon.organization_named(name).unwrap_or(name);
    Ok(Some((EntityId::named(EntityKind::Organization, name), name.to_owned())))
}
