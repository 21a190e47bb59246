use crate::generation::Stored;
use chancery_model::DocumentId;
use std::collections::HashMap;
use std::sync::Arc;

/// Which documents were known at a time.
#[derive(Debug)]
pub(crate) struct KnownThen {
    base: Option<Arc<Stored>>,
    /// Whether all of the base was.
    all_of_base: bool,
    then: i64,
    /// Of the documents beside the base.
    beside: HashMap<DocumentId, bool>,
}

impl KnownThen {
    /// Told which of the documents beside a generation were; the generation tells of the others.
    pub(crate) fn new(
        base: Option<Arc<Stored>>,
        then: i64,
        beside: HashMap<DocumentId, bool>,
    ) -> Self {
        let all_of_base = base.as_ref().is_none_or(|base| base.cover().recorded <= then);
        Self { base, all_of_base, then, beside }
    }

    /// Whether every document was.
    pub(crate) fn is_all(&self) -> bool {
        self.all_of_base && self.beside.values().all(|known| *known)
    }

    /// # Complexity
    /// O(log documents).
    pub(crate) fn has(&self, document: &DocumentId) -> bool {
        if let Some(known) = self.beside.get(document) {
            return *known;
        }
        let Some(base) = self.base.as_ref().filter(|_| !self.all_of_base) else { return true };
        let learned = base.document_place(document).and_then(|place| base.learned(place));
        learned.is_none_or(|(_, learned)| learned <= self.then)
    }
}
