//! Who is who beyond a generation, kept up from one look at the graph to the next.

use crate::generation::Stored;
use crate::identity::{Gist, Standing, WhoIsWho};
use crate::{Decision, Report};
use chancery_model::DocumentId;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// New documents and versions, and `None` for what was withdrawn.
pub(super) type Beside = BTreeMap<DocumentId, Option<Arc<Report>>>;

/// Who is who in a generation and in what lies beside it.
#[derive(Debug)]
pub(super) struct Settled {
    base: Arc<Stored>,
    standing: Standing,
    /// What lies beside it, as far as it was taken in.
    beside: Beside,
    /// Documents of the generation in which somebody else is meant than is told there.
    otherwise: BTreeSet<DocumentId>,
}

impl Settled {
    /// As a generation tells it.
    ///
    /// # Complexity
    /// O(people and meetings that documents name).
    pub(super) fn of(base: &Arc<Stored>) -> Self {
        let decisions = base.decisions().iter().map(|(decision, _)| decision.clone()).collect();
        let standing = Standing::known(base.gists(), decisions, Arc::clone(base.who()));
        let (beside, otherwise) = (Beside::new(), BTreeSet::new());
        Self { base: Arc::clone(base), standing, beside, otherwise }
    }

    pub(super) fn is_of(&self, base: &Arc<Stored>) -> bool {
        Arc::ptr_eq(&self.base, base)
    }

    pub(super) const fn who(&self) -> &Arc<WhoIsWho> {
        self.standing.who()
    }

    pub(super) const fn otherwise(&self) -> &BTreeSet<DocumentId> {
        &self.otherwise
    }

    /// Takes in what lies beside it now, and goes by these decisions.
    ///
    /// # Complexity
    /// O(what hangs together with what changed).
    pub(super) fn update(&mut self, beside: &Beside, decisions: Arc<[Decision]>) {
        let same = |id: &DocumentId| match (self.beside.get(id), beside.get(id)) {
            (Some(Some(a)), Some(Some(b))) => Arc::ptr_eq(a, b),
            (a, b) => {
                a.is_none() == b.is_none()
                    && matches!((a, b), (None | Some(None), None | Some(None)))
            }
        };
        let ids: BTreeSet<DocumentId> =
            self.beside.keys().chain(beside.keys()).filter(|id| !same(id)).cloned().collect();
        let below = |id: &DocumentId| {
            let place = self.base.document_place(id)?;
            self.base.report_at(place).cloned()
        };
        let now = |id: &DocumentId| match beside.get(id) {
            Some(report) => report.clone(),
            None => below(id),
        };
        let gist = |id: &DocumentId| now(id).map(|report| Arc::new(Gist::of(&report)));
        let changes = ids.iter().map(|id| (id.clone(), gist(id))).collect();
        let told = self.standing.update(changes, decisions);
        self.beside.clone_from(beside);
        for id in told.into_iter().chain(ids) {
            let gist = self.standing.gist(&id).filter(|_| !beside.contains_key(&id));
            let known = gist.filter(|_| self.base.document_place(&id).is_some());
            if known.is_some_and(|gist| self.base.who().differs_in(self.standing.who(), &id, gist))
            {
                self.otherwise.insert(id);
            } else {
                self.otherwise.remove(&id);
            }
        }
    }
}
