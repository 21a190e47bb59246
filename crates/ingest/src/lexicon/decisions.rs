//! What signals weigh in decisions: whether a meeting is one and how it stands, who was there.

use super::tables::{TableError, rows};
use foldhash::fast::FixedState;
use std::collections::HashMap;

/// Weights of signals, one for each choice of the decision that the signal is for.
#[derive(Debug, Clone, Default)]
pub(crate) struct Decisions(HashMap<Box<str>, Box<[i32]>, FixedState>);

impl Decisions {
    /// Reads the table: a signal, and a weight for each choice.
    pub(super) fn read(table: (&'static str, &str)) -> Result<Self, TableError> {
        let mut weights = HashMap::default();
        for row in rows(table.0, table.1)? {
            let choices: Result<Box<[i32]>, _> = row.values(1).map(str::parse).collect();
            let choices = choices.map_err(|_| row.error("not whole numbers"))?;
            weights.insert(row.cell(0).into(), choices);
        }
        Ok(Self(weights))
    }

    /// Whether there is anything to decide by.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The scores of `N` choices: the sum of the weights of all signals, each times its value
    /// (1/256 parts).
    pub(crate) fn scores<'s, const N: usize>(
        &self,
        signals: impl Iterator<Item = (&'s str, i32)>,
    ) -> [i64; N] {
        let mut scores = [0; N];
        for (signal, value) in signals {
            for (score, weight) in scores.iter_mut().zip(self.0.get(signal).into_iter().flatten()) {
                *score += i64::from(*weight) * i64::from(value);
            }
        }
        scores
    }
}
