//! A graph as it was known at a time: the same nodes with the same numbers, looked at through which
//! documents were known then.
//!
//! Nothing is copied when it is made (that versions of the time stand in the place of those of today
//! is the matter of the graph below). A row is looked through when it is first asked for:
//!
//! - A *relation* is shown if a piece of its evidence is of a document that was known, with that
//!   evidence alone. Days come from meetings and titles are counted, so these are told anew where
//!   some of those that tell of them were not known yet.
//! - A *meeting* is put together anew of the reports that were known, if others came later.
//! - Which meetings are *parts* of others is looked at again for such meetings alone.
//!
//! Who is who and what entities are called stays as it is in the graph below.

mod known;
mod parts;
mod relations;
#[cfg(test)]
mod tests;

pub(crate) use known::KnownThen;

use crate::generation::Spoken;
use crate::lazy::Lazy;
use crate::merge::{Drafts, Reader};
use crate::offices::Office;
use crate::{
    Candidate, Graph, Match, Node, NodeId, NodeKind, NodeName, Relation, RelationId, RelationKind,
    Report, Wanted,
};
use chancery_model::{DocumentId, fold};
use parts::Parts;
use relations::Seen;
use std::collections::HashSet;
use std::sync::OnceLock;

const KINDS: usize = RelationKind::ALL.len();

/// A graph as it was known at a time.
#[derive(Debug)]
pub(crate) struct Past {
    below: Graph,
    known: KnownThen,
    /// Those that are told otherwise than below.
    nodes: Lazy<Option<Box<Node>>>,
    told: Lazy<bool>,
    relations: Lazy<Seen>,
    from: Lazy<Box<[RelationId]>>,
    to: Lazy<Box<[RelationId]>>,
    slices: Lazy<Box<[Relation]>>,
    outgoing: Lazy<Box<[RelationId]>>,
    incoming: Lazy<Box<[RelationId]>>,
    said: Lazy<Box<[Spoken]>>,
    /// What each document claims of offices.
    offices: Lazy<Box<[Office]>>,
    parts: OnceLock<Parts>,
    /// The meetings that were told to be of another kind than today, and of which, folded.
    kinds: OnceLock<Vec<(NodeId, String)>>,
    /// The places, below, of the documents that were known.
    documents: OnceLock<Vec<usize>>,
    /// Whom these list without a word of them.
    listed: OnceLock<HashSet<NodeId>>,
    of_kinds: [OnceLock<Vec<Relation>>; KINDS],
    all_nodes: OnceLock<Vec<Node>>,
    all_relations: OnceLock<Vec<Relation>>,
}

impl Past {
    pub(crate) fn new(below: Graph, known: KnownThen) -> Self {
        let (nodes, relations) = (below.node_count(), below.relation_bound());
        let documents = below.node_ids(NodeKind::Document).len();
        Self {
            below,
            known,
            nodes: Lazy::new(nodes),
            told: Lazy::new(nodes),
            relations: Lazy::new(relations),
            from: Lazy::new(nodes * KINDS),
            to: Lazy::new(nodes * KINDS),
            slices: Lazy::new(nodes * KINDS),
            outgoing: Lazy::new(nodes),
            incoming: Lazy::new(nodes),
            said: Lazy::new(nodes),
            offices: Lazy::new(documents),
            parts: OnceLock::new(),
            kinds: OnceLock::new(),
            documents: OnceLock::new(),
            listed: OnceLock::new(),
            of_kinds: Default::default(),
            all_nodes: OnceLock::new(),
            all_relations: OnceLock::new(),
        }
    }

    /// What it is a look at.
    pub(crate) const fn below(&self) -> &Graph {
        &self.below
    }

    // ---- documents ----

    fn documents(&self) -> &[usize] {
        self.documents.get_or_init(|| {
            let ids = self.below.node_ids(NodeKind::Document).enumerate();
            let known = ids.filter(|(_, node)| {
                let name = self.below.name(*node);
                document_of(&name).is_some_and(|id| self.known.has(&id))
            });
            known.map(|(place, _)| place).collect()
        })
    }

    pub(crate) fn document_count(&self) -> usize {
        self.documents().len()
    }

    pub(crate) fn report_at(&self, place: usize) -> Option<&std::sync::Arc<Report>> {
        self.below.shared_report_at(*self.documents().get(place)?)
    }

    /// The place of a document among all.
    pub(crate) fn document_place(&self, id: &DocumentId) -> Option<usize> {
        let below = self.below.document_place(id)?;
        self.documents().binary_search(&below).ok()
    }

    // ---- nodes ----

    pub(crate) fn node(&self, id: NodeId) -> &Node {
        let told = self.nodes.get(id.index(), || self.told_otherwise(id).map(Box::new));
        told.and_then(Option::as_deref).unwrap_or_else(|| self.below.node(id))
    }

    fn told_otherwise(&self, id: NodeId) -> Option<Node> {
        if self.below.kind_of(id) == NodeKind::Meeting {
            return self.meeting(id);
        }
        let node = self.below.node(id);
        if node.passages.iter().all(|it| self.known.has(&it.document)) {
            return None;
        }
        let mut node = node.clone();
        node.passages.retain(|it| self.known.has(&it.document));
        Some(node)
    }

    /// A meeting that some told of then and others later.
    fn meeting(&self, id: NodeId) -> Option<Node> {
        let tellers = self.tellers(id);
        if tellers.iter().all(|(known, _)| *known) || !tellers.iter().any(|(known, _)| *known) {
            return None;
        }
        let (who, mut drafts) = (self.below.who(), Drafts::new());
        for (_, document) in tellers.iter().filter(|(known, _)| *known) {
            Reader::new(self.below.report(document)?, who).meeting_nodes(&mut drafts);
        }
        let name = self.below.name(id);
        let draft = drafts.remove(&(NodeKind::Meeting, name.clone()))?;
        Some(draft.finished(name, who))
    }

    /// The documents that tell of a meeting, by id, each after whether it was known.
    fn tellers(&self, meeting: NodeId) -> Vec<(bool, DocumentId)> {
        let own = self.below.name(meeting);
        let names = self.below.other_names(meeting).iter().chain([&own]);
        let mut tellers: Vec<DocumentId> = names
            .filter_map(|name| {
                let (document, _) = name.as_str().strip_prefix("meeting:")?.rsplit_once('/')?;
                document.parse().ok()
            })
            .filter(|id| self.below.document_place(id).is_some())
            .collect();
        tellers.sort_unstable();
        tellers.dedup();
        let known = |id: DocumentId| (self.known.has(&id), id);
        let mut tellers: Vec<_> = tellers.into_iter().map(known).collect();
        if !tellers.iter().all(|it| it.0 == tellers[0].0) {
            // Somebody may have decided on a meeting of which a document does not tell.
            tellers.retain(|(_, document)| self.tells_of(document, &own));
        }
        tellers
    }

    fn tells_of(&self, document: &DocumentId, meeting: &NodeName) -> bool {
        let Some(report) = self.below.report(document) else { return false };
        let mut drafts = Drafts::new();
        Reader::new(report, self.below.who()).meeting_nodes(&mut drafts);
        drafts.into_keys().any(|(_, name)| name == *meeting)
    }

    /// Whether anybody had told of a node.
    pub(crate) fn is_told(&self, id: NodeId) -> bool {
        let told = self.told.get(id.index(), || match self.below.kind_of(id) {
            NodeKind::Meeting => self.tellers(id).iter().any(|(known, _)| *known),
            NodeKind::Statement | NodeKind::Goal | NodeKind::Document => {
                document_of(&self.below.name(id)).is_some_and(|it| self.known.has(&it))
            }
            _ => {
                let node = self.below.node(id);
                node.passages.iter().any(|it| self.known.has(&it.document))
                    || self.has_relations(id)
                    || (node.passages.is_empty() && self.is_listed(id))
            }
        });
        told.copied().unwrap_or(false)
    }

    /// Whether a document that was known lists an entity of which no document has a word or a
    /// relation. Such come from facts by hand; where there is one, all of these are read once.
    fn is_listed(&self, id: NodeId) -> bool {
        if !self.below.outgoing(id).is_empty() || !self.below.incoming(id).is_empty() {
            return false;
        }
        let listed = self.listed.get_or_init(|| {
            let who = self.below.who();
            let reports = (0..self.document_count()).filter_map(|place| self.report_at(place));
            let entities = reports.flat_map(|report| {
                let silent = report.facts().entities.iter().filter(|it| it.mentions.is_empty());
                silent.filter_map(|it| self.below.find(&who.entity(report.id(), &it.id)))
            });
            entities.collect()
        });
        listed.contains(&id)
    }

    pub(crate) fn node_ids(&self, kind: NodeKind) -> Vec<NodeId> {
        self.below.node_ids(kind).filter(|id| self.is_told(*id)).collect()
    }

    pub(crate) fn all_nodes(&self) -> &[Node] {
        self.all_nodes.get_or_init(|| {
            (0..self.below.node_count()).map(|i| self.node(NodeId::new(i)).clone()).collect()
        })
    }

    // ---- names and words ----

    pub(crate) fn find(&self, name: &NodeName) -> Option<NodeId> {
        self.below.find(name).filter(|id| self.is_told(*id))
    }

    pub(crate) fn candidates(&self, folded: &str) -> Vec<Candidate> {
        let mut found = self.below.called(folded);
        found.retain(|it| self.is_told(it.node));
        found
    }

    /// Every name that people may type with its node, by letters, from some letters on.
    pub(crate) fn names_from(
        &self,
        folded: &str,
    ) -> impl Iterator<Item = (&str, NodeId, Match)> + use<'_> {
        self.below.names_from(folded).filter(|(_, node, _)| self.is_told(*node))
    }

    pub(crate) fn worded(&self, kind: NodeKind, wanted: &[Wanted<'_>]) -> Option<Vec<NodeId>> {
        let mut found = self.below.worded(kind, wanted)?;
        let more = self.of_another_kind(kind, wanted);
        if !more.is_empty() {
            found.extend(more);
            found.sort_unstable();
            found.dedup();
        }
        found.retain(|id| self.is_told(*id));
        Some(found)
    }

    /// How many [`Past::worded`] gives at most.
    pub(crate) fn worded_bound(&self, kind: NodeKind, wanted: &[Wanted<'_>]) -> usize {
        let more = self.of_another_kind(kind, wanted).len();
        self.below.worded_bound(kind, wanted).saturating_add(more)
    }

    /// The meetings that were told to be of another kind, if that is one of some words: the words
    /// of the graph below hold the kind of today. All other words of a meeting are there too.
    fn of_another_kind(&self, kind: NodeKind, wanted: &[Wanted<'_>]) -> Vec<NodeId> {
        if kind != NodeKind::Meeting {
            return Vec::new();
        }
        let all = self.kinds.get_or_init(|| {
            let kind = |node: &Node| node.meeting().map(|it| it.kind);
            let told = |id: NodeId| {
                let then = kind(self.node(id))?;
                (kind(self.below.node(id)) != Some(then)).then(|| (id, fold(&then.to_string())))
            };
            self.parts().changed().filter_map(told).collect()
        });
        let is = |kind: &str| kind.split(' ').any(|word| wanted.iter().any(|it| it.is(word)));
        all.iter().filter(|(_, kind)| is(kind)).map(|(id, _)| *id).collect()
    }

    pub(crate) fn said_by(&self, speaker: NodeId) -> &[Spoken] {
        let said = self.said.get(speaker.index(), || {
            let all = self.below.said_by(speaker).iter();
            all.filter(|it| self.is_told(it.statement)).copied().collect()
        });
        said.map_or(&[], |row| &**row)
    }
}

/// The document whose statement, goal or own node has a name.
fn document_of(name: &NodeName) -> Option<DocumentId> {
    let (kind, rest) = name.as_str().split_once(':')?;
    let id = if kind == NodeKind::Document.as_str() { rest } else { rest.rsplit_once('/')?.0 };
    id.parse().ok()
}
