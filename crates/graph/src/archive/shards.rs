use super::{Added, Archive, Batch, Durability};
use crate::{Decision, Report, StoreError};
use chancery_model::DocumentId;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Bytes of text that are written as one batch.
const BATCH: usize = 4 << 20;

/// What an archive last learned of a document, and when.
#[derive(Debug, Clone)]
pub(super) struct Latest {
    pub(super) at: i64,
    /// Nothing, if it was withdrawn.
    pub(super) report: Option<Arc<Report>>,
}

impl Archive {
    /// Takes in all that other archives hold, such as the shards of one load, in any order of them.
    ///
    /// Of several versions of a document the one counts that was recorded last, and of those of one
    /// time the greater by letters; one that was withdrawn after all of them stays away. Decisions
    /// are taken over in the order in which they were made. A document from another source than
    /// the one known here is an error unless it is `replacing`.
    ///
    /// # Complexity
    /// O(n log n) of what is in them.
    pub fn merge<'a>(
        &mut self,
        others: impl IntoIterator<Item = &'a Self>,
        replacing: bool,
    ) -> Result<Added, StoreError> {
        let mut latest: BTreeMap<DocumentId, Latest> = self.known.latest();
        let mut decisions: Vec<(i64, Decision)> = Vec::new();
        for other in others {
            for (id, theirs) in other.known.latest() {
                match latest.get(&id) {
                    Some(ours) if rank(ours) >= rank(&theirs) => {}
                    _ => drop(latest.insert(id, theirs)),
                }
            }
            let made = other.known.decisions().into_iter();
            decisions.extend(made.map(|(decision, at)| (at, decision.clone())));
        }
        decisions.sort();
        let mut added = Added::default();
        let mut writer = self.writer(Durability::AtEnd)?;
        let mut batch = Batch { replacing, ..Batch::default() };
        let mut bytes = 0;
        for (id, it) in latest {
            let Some(report) = it.report else {
                writer.retract(&id)?;
                continue;
            };
            bytes += report.text().len();
            batch.reports.push(Arc::unwrap_or_clone(report));
            if bytes >= BATCH {
                added += writer
                    .add(std::mem::replace(&mut batch, Batch { replacing, ..Batch::default() }))?;
                bytes = 0;
            }
        }
        added += writer.add(batch)?;
        for (_, decision) in decisions {
            if !writer.archive().known.is_decided(&decision) {
                writer.decide(decision)?;
            }
        }
        writer.finish()?;
        Ok(added)
    }
}

/// The later one counts; of one time what is there, and the greater by letters.
fn rank(it: &Latest) -> (i64, Option<(String, &str)>) {
    let letters = it.report.as_ref().map(|report| (report.facts().to_json(), report.text()));
    (it.at, letters)
}
