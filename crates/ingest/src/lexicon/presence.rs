//! Words that tell of somebody's presence at a meeting, or of absence from it.

use super::Phrases;
use super::tables::{TableError, rows};

/// What a word says of somebody's presence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tie {
    /// Took part; negated: absent.
    Present,
    /// "absent", "missing".
    Absent,
    /// "excluded", "barred", "sidelined": by others.
    Excluded,
    /// "boycotted", "skipped", "walked out": by choice.
    Declined,
    /// Led a delegation: took part.
    Led,
    /// Came along with whoever the clause is about.
    With,
    /// Is of a delegation, as its list says: "The delegation includes A and B".
    Listed,
    /// Called the meeting off.
    Off,
}

/// A phrase of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Presence {
    /// What it says.
    pub(crate) tie: Tie,
    /// Whether it says it of whom it happens to, rather than of who does it.
    pub(crate) patient: bool,
    /// Whether its first word must be a verb.
    verb: bool,
    /// The words after whom it happens to ("left … out"), if there must be some.
    tail: Vec<Box<str>>,
}

/// All phrases of the table, by their first words.
#[derive(Debug, Clone)]
pub(crate) struct Presences {
    heads: Phrases<u32>,
    rows: Vec<Vec<Presence>>,
}

/// How many words may stand between the first and the last words of a phrase.
const BETWEEN: usize = 14;

impl Presences {
    pub(super) fn new() -> Self {
        Self { heads: Phrases::new(), rows: Vec::new() }
    }

    /// The phrase that begins at the first of these words: itself, how many words it takes before
    /// and how many it leaves between its halves. `verb` tells whether the first word is one.
    pub(crate) fn at<'w>(
        &self,
        word: impl Fn(usize) -> Option<&'w str>,
        verb: bool,
    ) -> Option<(&Presence, usize, usize)> {
        let (taken, number) = self.heads.longest(&word)?;
        let rows = self.rows.get(number as usize)?;
        rows.iter().filter(|row| verb || !row.verb).find_map(|row| {
            if row.tail.is_empty() {
                return Some((row, taken, 0));
            }
            let tail_at = |from: usize| {
                row.tail.iter().enumerate().all(|(at, tail)| word(from + at) == Some(&**tail))
            };
            (1..=BETWEEN)
                .take_while(|between| word(taken + between - 1).is_some_and(|word| word != ","))
                .find(|between| tail_at(taken + between))
                .map(|between| (row, taken, between))
        })
    }
}

/// Reads the table.
pub(super) fn presences(table: (&'static str, &str)) -> Result<Presences, TableError> {
    let mut found = Presences::new();
    let mut heads: Vec<String> = Vec::new();
    for row in rows(table.0, table.1)? {
        let tie = match row.cell(1) {
            "present" => Tie::Present,
            "with" => Tie::With,
            "led" => Tie::Led,
            "listed" => Tie::Listed,
            "absent" => Tie::Absent,
            "declined" => Tie::Declined,
            "excluded" => Tie::Excluded,
            "off" => Tie::Off,
            other => return Err(row.error(format!("`{other}` is no tie"))),
        };
        let patient = match row.cell(2) {
            "agent" => false,
            "patient" => true,
            other => return Err(row.error(format!("`{other}` is neither agent nor patient"))),
        };
        for words in row.values(0) {
            let (head, tail) = words.split_once('…').unwrap_or((words, ""));
            let (head, tail) = (head.trim(), tail.split_whitespace().map(Into::into).collect());
            let presence = Presence { tie, patient, verb: row.cell(3) == "verb", tail };
            let number = heads.iter().position(|known| known == head).unwrap_or_else(|| {
                heads.push(head.to_owned());
                found.rows.push(Vec::new());
                found.heads.add(head, u32::try_from(heads.len() - 1).unwrap_or(u32::MAX));
                heads.len() - 1
            });
            // Those with nothing between come last: what says more is tried first.
            let at = if presence.tail.is_empty() { found.rows[number].len() } else { 0 };
            found.rows[number].insert(at, presence);
        }
    }
    Ok(found)
}
