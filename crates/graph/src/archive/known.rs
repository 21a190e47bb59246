use crate::identity::WhoIsWho;
use crate::register::Record;
use crate::{Decision, Graph, Moment, Report};
use chancery_model::DocumentId;
use std::collections::BTreeMap;
use std::sync::Arc;

/// All that a register tells: what holds, and what held before.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Known {
    documents: BTreeMap<DocumentId, Version>,
    /// Versions that another took the place of, or that were withdrawn, in that order.
    past: Vec<Version>,
    /// When each was made.
    decisions: BTreeMap<Decision, i64>,
}

/// One document as it was known for a while.
#[derive(Debug, Clone, PartialEq)]
struct Version {
    report: Arc<Report>,
    learned: i64,
    withdrawn: Option<i64>,
}

impl Known {
    /// Takes in a record.
    pub(super) fn take(&mut self, record: Record, recorded: i64) {
        match record {
            Record::Report(report) => {
                let id = report.id().clone();
                let version = Version { report, learned: recorded, withdrawn: None };
                let before = self.documents.insert(id, version);
                self.bury(before, recorded);
            }
            Record::Retraction(document) => {
                let before = self.documents.remove(&document);
                self.bury(before, recorded);
            }
            Record::Decision(decision) => drop(self.decisions.insert(decision, recorded)),
            Record::Undo(decision) => drop(self.decisions.remove(&decision)),
            Record::Commit { .. } => {}
        }
    }

    fn bury(&mut self, version: Option<Version>, recorded: i64) {
        self.past.extend(version.map(|known| Version { withdrawn: Some(recorded), ..known }));
    }

    /// The documents that there are, by id.
    pub(super) fn reports(&self) -> impl ExactSizeIterator<Item = &Arc<Report>> {
        self.documents.values().map(|version| &version.report)
    }

    pub(super) fn report(&self, document: &DocumentId) -> Option<&Arc<Report>> {
        self.documents.get(document).map(|version| &version.report)
    }

    /// Forgets the earlier versions of a document. Says how many there were.
    pub(super) fn forget(&mut self, document: &DocumentId) -> usize {
        let before = self.past.len();
        self.past.retain(|version| version.report.id() != document);
        before - self.past.len()
    }

    /// How many earlier versions of documents there are.
    pub(super) fn past(&self) -> usize {
        self.past.len()
    }

    pub(super) fn is_decided(&self, decision: &Decision) -> bool {
        self.decisions.contains_key(decision)
    }

    /// The decisions and when each was made, the earliest first.
    pub(super) fn decisions(&self) -> Vec<(&Decision, i64)> {
        let mut decisions: Vec<_> = self.decisions.iter().map(|(it, at)| (it, *at)).collect();
        decisions.sort_by_key(|(decision, at)| (*at, *decision));
        decisions
    }

    fn who(&self) -> Arc<WhoIsWho> {
        Arc::new(WhoIsWho::new(self.decisions().into_iter().map(|(decision, _)| decision)))
    }

    pub(super) fn graph(&self) -> Graph {
        Graph::built(self.reports().cloned().collect(), self.who())
    }

    /// The graph of what was known at a time, with who is who as decided now.
    pub(super) fn as_of(&self, moment: Moment) -> Graph {
        let then = moment.milliseconds();
        let known = |version: &&Version| {
            version.learned <= then && version.withdrawn.is_none_or(|withdrawn| then < withdrawn)
        };
        let versions = self.past.iter().chain(self.documents.values()).filter(known);
        let mut reports: Vec<_> = versions.map(|version| Arc::clone(&version.report)).collect();
        reports.sort_by(|a, b| a.id().cmp(b.id()));
        Graph::built(reports, self.who())
    }

    /// Without the times of what the clock recorded: two loads differ in these alone.
    #[cfg(test)]
    pub(super) fn timeless(&self) -> Self {
        let timeless = |version: &Version| Version {
            learned: 0,
            withdrawn: version.withdrawn.map(|_| 0),
            ..version.clone()
        };
        let documents = self.documents.iter().map(|(id, it)| (id.clone(), timeless(it)));
        Self {
            documents: documents.collect(),
            past: self.past.iter().map(timeless).collect(),
            decisions: self.decisions.keys().map(|decision| (decision.clone(), 0)).collect(),
        }
    }
}
