//! Counts by figure, added up over articles.

use std::fmt;

/// What was found right, found at all, and is there, for one figure.
///
/// The two credits differ only where an item belongs to a class by its own side's word.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Figure {
    credit_to_precision: f64,
    found: f64,
    credit_to_recall: f64,
    gold: f64,
}

impl Figure {
    pub(crate) fn precision(self) -> f64 {
        share(self.credit_to_precision, self.found)
    }

    pub(crate) fn recall(self) -> f64 {
        share(self.credit_to_recall, self.gold)
    }

    pub(crate) fn f1(self) -> f64 {
        let (precision, recall) = (self.precision(), self.recall());
        share(2.0 * precision * recall, precision + recall)
    }

    pub(crate) fn gold(self) -> f64 {
        self.gold
    }
}

fn share(part: f64, whole: f64) -> f64 {
    if whole == 0.0 { 0.0 } else { part / whole }
}

/// All figures, in the order in which they are shown.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tally(Vec<(String, Figure)>);

impl Tally {
    /// Counts items of which the same number is right on both sides.
    pub(crate) fn count(&mut self, name: &str, right: f64, found: usize, gold: usize) {
        self.count_each(name, (right, found), (right, gold));
    }

    /// Counts items by class: those right among the found, and those right among gold's.
    pub(crate) fn count_each(&mut self, name: &str, found: (f64, usize), gold: (f64, usize)) {
        let figure = self.entry(name);
        figure.credit_to_precision += found.0;
        figure.found += number(found.1);
        figure.credit_to_recall += gold.0;
        figure.gold += number(gold.1);
    }

    /// Takes in another article's counts.
    pub(crate) fn add(&mut self, other: &Self) {
        for (name, more) in &other.0 {
            let figure = self.entry(name);
            figure.credit_to_precision += more.credit_to_precision;
            figure.found += more.found;
            figure.credit_to_recall += more.credit_to_recall;
            figure.gold += more.gold;
        }
    }

    /// One figure; nothing found and nothing there if it was never counted.
    pub(crate) fn figure(&self, name: &str) -> Figure {
        self.0.iter().find(|(known, _)| known == name).map_or_else(Figure::default, |(_, it)| *it)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, Figure)> {
        self.0.iter().map(|(name, figure)| (name.as_str(), *figure))
    }

    fn entry(&mut self, name: &str) -> &mut Figure {
        let at = self.0.iter().position(|(known, _)| known == name).unwrap_or_else(|| {
            self.0.push((name.to_owned(), Figure::default()));
            self.0.len() - 1
        });
        &mut self.0[at].1
    }
}

pub(crate) fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).expect("fewer than 2^32 facts"))
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{:28}{:>8}{:>8}{:>8}{:>10}{:>8}{:>8}",
            "", "P", "R", "F1", "right", "found", "gold"
        )?;
        for (name, figure) in self.iter() {
            let name = if name.contains('/') { format!("  {name}") } else { name.to_owned() };
            writeln!(
                f,
                "{name:28}{:8.3}{:8.3}{:8.3}{:10.1}{:8.0}{:8.0}",
                figure.precision(),
                figure.recall(),
                figure.f1(),
                figure.credit_to_recall,
                figure.found,
                figure.gold
            )?;
        }
        Ok(())
    }
}
