use crate::{Report, Table};
use chrono::{DateTime, Utc};

/// Reports to be taken in together: all of them, or none.
///
/// ```
/// use chancery_graph::Batch;
/// let batch = Batch::from(Vec::new()).replacing();
/// assert_eq!(batch, Batch::default().replacing());
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Batch {
    pub(super) reports: Vec<Report>,
    pub(super) tables: Vec<Table>,
    pub(super) recorded: Option<DateTime<Utc>>,
    pub(super) replacing: bool,
    pub(super) in_bulk: bool,
}

/// What became of a batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Added {
    /// Documents that were not there before.
    pub new: usize,
    /// Documents that took the place of another version.
    pub replaced: usize,
    /// Documents that were there with the same words and facts, so nothing was written.
    pub unchanged: usize,
}

impl std::ops::AddAssign for Added {
    fn add_assign(&mut self, other: Self) {
        self.new += other.new;
        self.replaced += other.replaced;
        self.unchanged += other.unchanged;
    }
}

impl Batch {
    /// With one more report.
    #[must_use]
    pub fn with(mut self, report: Report) -> Self {
        self.reports.push(report);
        self
    }

    /// With one more table of events.
    #[must_use]
    pub fn with_table(mut self, table: Table) -> Self {
        self.tables.push(table);
        self
    }

    /// Recorded at this time rather than now; not before the last batch.
    #[must_use]
    pub fn recorded(mut self, at: DateTime<Utc>) -> Self {
        self.recorded = Some(at);
        self
    }

    /// In place of documents with the same id, though they are from another source.
    #[must_use]
    pub fn replacing(mut self) -> Self {
        self.replacing = true;
        self
    }

    /// As one of many: what lies beyond the last generation is put into another one less often.
    /// Whoever adds batches so [publishes](crate::Archive::publish) after the last. Where that is
    /// not done, nothing is lost, but whoever opens the archive next reads what lies beyond: up to
    /// two thirds of the register, or all of it if it is smaller than eight mebibytes. A
    /// [`Writer`](crate::Writer) publishes when it is told to or is finished, and not on its way.
    #[must_use]
    pub fn in_bulk(mut self) -> Self {
        self.in_bulk = true;
        self
    }
}

impl From<Vec<Report>> for Batch {
    fn from(reports: Vec<Report>) -> Self {
        Self { reports, ..Self::default() }
    }
}

impl From<Report> for Batch {
    fn from(report: Report) -> Self {
        vec![report].into()
    }
}

impl From<Table> for Batch {
    fn from(table: Table) -> Self {
        Self::default().with_table(table)
    }
}
