//! How often facts that were found in a like manner are right.

use super::tables::{Row, TableError, rows};
use foldhash::fast::FixedState;
use std::collections::HashMap;

/// Shares of right facts, by the kind of fact and what speaks for it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Rates(HashMap<Box<str>, f32, FixedState>);

impl Rates {
    /// Reads the table.
    pub(super) fn read(table: (&'static str, &str)) -> Result<Self, TableError> {
        let rate = |row: &Row<'_>| {
            let rate: f32 = row.cell(1).parse().map_err(|_| row.error("no number"))?;
            if (0.0..=1.0).contains(&rate) { Ok(rate) } else { Err(row.error("not 0 to 1")) }
        };
        let rows = rows(table.0, table.1)?;
        let rates = rows.iter().map(|row| Ok((row.cell(0).into(), rate(row)?)));
        Ok(Self(rates.collect::<Result<_, _>>()?))
    }

    /// The share of facts like this one that are right: those with the same signals, else those of
    /// the kind, which is the first word.
    pub(crate) fn of(&self, signals: &str) -> Option<f32> {
        let kind = signals.split(' ').next().unwrap_or_default();
        self.0.get(signals).or_else(|| self.0.get(kind)).copied()
    }
}
