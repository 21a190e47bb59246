//! For whom a person speaks.

use chancery_graph::{Columns, Graph, NodeId, NodeKind, Relation, RelationKind};
use chancery_model::{DocumentId, RoleStatus};
use std::collections::HashSet;

/// Whether somebody speaks for a state in a document: they are the state, or they serve it there,
/// themselves or through others.
///
/// What the document says of a person's offices goes before what others say: a former minister is
/// one in an article that says so, though an older article knows her in office.
pub(crate) fn speaks_for(graph: &Graph, who: NodeId, state: NodeId, document: &DocumentId) -> bool {
    let mut seen = HashSet::from([who]);
    let mut next = vec![who];
    while let Some(who) = next.pop() {
        if who == state {
            return true;
        }
        let offices = graph.relations_from(who, RelationKind::Serves);
        let told_there = |office: &&Relation| {
            office.from != office.to
                && office.evidence().iter().any(|evidence| evidence.document == *document)
        };
        let any_there = offices.iter().any(|office| told_there(&office));
        for office in offices.iter().filter(|office| !any_there || told_there(office)) {
            let served =
                matches!(office.columns, Columns::Serves { status: RoleStatus::Current, .. });
            if served && seen.insert(office.to) {
                next.push(office.to);
            }
        }
    }
    false
}

/// Everybody who may speak for a state in some document, the state itself among them.
pub(crate) fn voices(graph: &Graph, state: NodeId) -> Vec<NodeId> {
    let mut seen = HashSet::from([state]);
    let mut next = vec![state];
    while let Some(served) = next.pop() {
        for office in graph.relations_to(served, RelationKind::Serves) {
            let current =
                matches!(office.columns, Columns::Serves { status: RoleStatus::Current, .. });
            if current
                && graph.node(office.from).kind() == NodeKind::Person
                && seen.insert(office.from)
            {
                next.push(office.from);
            }
        }
    }
    let mut voices: Vec<_> = seen.into_iter().collect();
    voices.sort_unstable();
    voices
}
