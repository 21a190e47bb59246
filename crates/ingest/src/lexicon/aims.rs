//! Words that say what somebody wants, agrees to or will not do.

use super::Phrases;
use super::tables::{TableError, rows};
use chancery_model::GoalStatus;

/// What follows a word and names the goal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum After {
    /// "to do it".
    Infinitive,
    /// Somebody, then "to do it".
    Object,
    /// A noun phrase.
    Phrase,
    /// "that" and a clause.
    Clause,
    /// A noun phrase with a determiner.
    Determined,
    /// Doing it.
    Doing,
    /// This word, then a noun phrase or doing it.
    Word(Box<str>),
    /// This word, then only doing it.
    WordDoing(Box<str>),
    /// "to do it", anywhere later in the clause.
    Purpose,
}

/// A word of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct AimWord {
    /// A noun, or else a verb.
    pub(crate) noun: bool,
    /// What may follow.
    pub(crate) after: Vec<After>,
    /// How the goal stands.
    pub(crate) status: GoalStatus,
}

/// All words of the table, by their forms in lower case.
#[derive(Debug, Clone)]
pub(crate) struct Aims {
    forms: Phrases<u32>,
    rows: Vec<Vec<AimWord>>,
}

impl Aims {
    pub(super) fn new() -> Self {
        Self { forms: Phrases::new(), rows: Vec::new() }
    }

    /// The rows of the longest form that begins at the first of these words, and how many it takes.
    pub(crate) fn at<'w>(
        &self,
        word: impl Fn(usize) -> Option<&'w str>,
    ) -> Option<(usize, &[AimWord])> {
        let (taken, number) = self.forms.longest(word)?;
        self.rows.get(number as usize).map(|rows| (taken, rows.as_slice()))
    }
}

/// Reads the table.
pub(super) fn aims(table: (&'static str, &str)) -> Result<Aims, TableError> {
    let mut found = Aims::new();
    let mut forms: Vec<&str> = Vec::new();
    for row in rows(table.0, table.1)? {
        let noun = match row.cell(1) {
            "noun" => true,
            "verb" => false,
            other => return Err(row.error(format!("`{other}` is neither noun nor verb"))),
        };
        let after = row
            .values(2)
            .map(|after| match after {
                "inf" => After::Infinitive,
                "object" => After::Object,
                "np" => After::Phrase,
                "that" => After::Clause,
                "the" => After::Determined,
                "ing" => After::Doing,
                "purpose" => After::Purpose,
                word => match word.strip_prefix("ing-") {
                    Some(word) => After::WordDoing(word.into()),
                    None => After::Word(word.into()),
                },
            })
            .collect();
        let status = row.cell(3).parse().map_err(|error: String| row.error(error))?;
        let word = AimWord { noun, after, status };
        for form in row.values(0) {
            let number = forms.iter().position(|known| *known == form).unwrap_or_else(|| {
                forms.push(form);
                found.rows.push(Vec::new());
                found.forms.add(form, u32::try_from(forms.len() - 1).unwrap_or(u32::MAX));
                forms.len() - 1
            });
            found.rows[number].push(word.clone());
        }
    }
    Ok(found)
}
