//! Words that tell of somebody's presence at a meeting, or of absence from it.

use super::Phrases;
use super::forms::{after_to, spelt_out};
use super::tables::{TableError, rows};
use std::collections::HashMap;
use std::ops::Range;

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
    /// Comes, which tells of a meeting only where it is denied: "did not make the trip".
    Come,
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
    /// Whether it encloses whom it happens to: "left … out", "let … attend".
    encloses: bool,
    /// The words after them.
    tail: Vec<Box<str>>,
    /// Whether words of being there must follow ("refused to", before "attend"), and in which form.
    there: Option<There>,
}

/// How words of being there stand behind others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum There {
    /// "to attend"
    Base,
    /// "from attending"
    Gerund,
}

/// All phrases of the table, by their first words.
#[derive(Debug, Clone)]
pub(crate) struct Presences {
    heads: Phrases<u32>,
    rows: Vec<Vec<Presence>>,
    /// Words of being there: "attend", "take part".
    bases: Phrases<()>,
    /// "attending", "taking part"
    gerunds: Phrases<()>,
}

/// How many words may stand between the first and the last words of a phrase.
const BETWEEN: usize = 14;

impl Presences {
    pub(super) fn new() -> Self {
        Self {
            heads: Phrases::new(),
            rows: Vec::new(),
            bases: Phrases::new(),
            gerunds: Phrases::new(),
        }
    }

    /// Whether a phrase may begin with a word: if not, none does.
    pub(crate) fn may_begin(&self, word: &str) -> bool {
        self.heads.may_begin(word)
    }

    /// The phrase that begins at the first of these words: itself, how many words it takes, and which
    /// of them stand between its halves. `verb` tells whether the first word is one.
    pub(crate) fn at<'w>(
        &self,
        word: impl Fn(usize) -> Option<&'w str>,
        verb: bool,
    ) -> Option<(&Presence, usize, Range<usize>)> {
        // "barred from" wants "attending" behind it, and "barred" does not.
        self.heads.all(&word).find_map(|(taken, number)| self.row(taken, number, &word, verb))
    }

    fn row<'w>(
        &self,
        taken: usize,
        number: u32,
        word: &impl Fn(usize) -> Option<&'w str>,
        verb: bool,
    ) -> Option<(&Presence, usize, Range<usize>)> {
        let rows = self.rows.get(number as usize)?;
        rows.iter().filter(|row| verb || !row.verb).find_map(|row| {
            if !row.encloses {
                let end = self.being_there(row.there, word, taken)?;
                return Some((row, end, end..end));
            }
            let tail_at = |from: usize| {
                row.tail.iter().enumerate().all(|(at, tail)| word(from + at) == Some(&**tail))
            };
            (1..=BETWEEN)
                .take_while(|between| word(taken + between - 1).is_some_and(|word| word != ","))
                .find(|between| {
                    let end = taken + between + row.tail.len();
                    tail_at(taken + between) && self.being_there(row.there, word, end).is_some()
                })
                .map(|between| (row, taken, taken..taken + between))
        })
    }

    /// Where words of being there end behind so many words, if there must be some.
    fn being_there<'w>(
        &self,
        there: Option<There>,
        word: &impl Fn(usize) -> Option<&'w str>,
        taken: usize,
    ) -> Option<usize> {
        let known = match there {
            None => return Some(taken),
            Some(There::Base) => &self.bases,
            Some(There::Gerund) => &self.gerunds,
        };
        known.longest(|offset| word(taken + offset)).map(|(words, ())| taken + words)
    }
}

/// Reads the table.
pub(super) fn presences(table: (&'static str, &str)) -> Result<Presences, TableError> {
    let mut found = Presences::new();
    let mut numbers: HashMap<String, usize> = HashMap::new();
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
            "come" => Tie::Come,
            other => return Err(row.error(format!("`{other}` is no tie"))),
        };
        let patient = match row.cell(2) {
            "agent" => false,
            "patient" => true,
            other => return Err(row.error(format!("`{other}` is neither agent nor patient"))),
        };
        for words in row.values(0) {
            if tie == Tie::Come && !row.cell(3).is_empty() {
                for known in spelt_out(&after_to(words, false)) {
                    found.bases.add(&known, ());
                }
                for known in spelt_out(&after_to(words, true)) {
                    found.gerunds.add(&known, ());
                }
            }
            // Words that only follow others: "be present" after "unable to".
            if row.cell(3) == "behind" {
                continue;
            }
            let (words, there) = without_there(words);
            let encloses = words.contains('…');
            let (head, tail) = words.split_once('…').unwrap_or((words, ""));
            let tail: Vec<Box<str>> = tail.split_whitespace().map(Into::into).collect();
            for head in spelt_out(head) {
                let verb = row.cell(3) == "verb";
                let presence = Presence { tie, patient, verb, encloses, tail: tail.clone(), there };
                let next = found.rows.len();
                let number = *numbers.entry(head.clone()).or_insert(next);
                if number == next {
                    found.rows.push(Vec::new());
                    found.heads.add(&head, u32::try_from(next).unwrap_or(u32::MAX));
                }
                // Those with nothing between come last: what says more is tried first.
                let more = encloses || there.is_some();
                let at = if more { 0 } else { found.rows[number].len() };
                found.rows[number].insert(at, presence);
            }
        }
    }
    Ok(found)
}

/// A phrase without the mark at its end for words of being there.
fn without_there(words: &str) -> (&str, Option<There>) {
    if let Some(words) = words.strip_suffix("<come>") {
        (words.trim_end(), Some(There::Base))
    } else if let Some(words) = words.strip_suffix("<coming>") {
        (words.trim_end(), Some(There::Gerund))
    } else {
        (words, None)
    }
}
