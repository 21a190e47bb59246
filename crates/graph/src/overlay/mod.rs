//! What the register has beyond the newest generation, consulted beside it.
//!
//! A graph is a function of the set of documents and of the decisions. What one more, one less or
//! another version of a document changes is found without making all of it anew:
//!
//! - *Who is who* may change for other documents as well: [`WhoIsWho`] tells of which. Those are
//!   taken out of the generation and put in again, like a new version.
//! - A *node* is told otherwise if a document that was taken out or put in tells of it. What
//!   documents call an entity is counted in the generation, so a count is added to or taken from;
//!   a meeting is put together anew of all that tell of it, and a statement, a goal and a document
//!   are of one document.
//! - A *relation* is told otherwise if such a document makes a claim for it: its other evidence
//!   stays. If the days of a meeting change, whoever tells of it is taken out and put in as well.
//! - Which meetings are *parts* of others is looked at for meetings that are told otherwise alone.
//!
//! Everything else is read from the generation, with its numbers moved up or down.

mod build;
mod numbers;
mod parts;
mod relations;
mod rows;
mod typed;
mod words;

use crate::generation::{Spoken, Stored};
use crate::identity::WhoIsWho;
use crate::lazy::Lazy;
use crate::merge::{Naming, Tally, label};
use crate::node::{Detail, EntityDetail};
use crate::{Decision, Node, NodeId, NodeKind, NodeName, Passage, Relation, RelationId, Report};
use chancery_model::{DocumentId, EntityId};
use numbers::{Lies, Numbers};
use rows::Edits;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt;
use std::ops::Range;
use std::sync::{Arc, OnceLock};
use typed::TypedBeyond;
use words::WordsBeyond;

pub(crate) use build::Beyond;
pub(crate) use rows::{by_day, by_start};

const KINDS: usize = crate::RelationKind::ALL.len();

/// A graph in a generation and beyond it.
pub(crate) struct Overlaid {
    base: Arc<Stored>,
    who: Arc<WhoIsWho>,
    decisions: Arc<[Decision]>,
    /// Documents that are told anew, by id.
    fresh: BTreeMap<DocumentId, Arc<Report>>,
    /// Documents of the generation that are taken out.
    gone: BTreeSet<DocumentId>,
    numbers: Numbers,
    /// Where each kind begins, and how many nodes there are.
    kinds: [usize; NodeKind::ALL.len() + 1],
    /// Nodes that are told otherwise than in the generation, or not there, by kind and name.
    touched: Vec<Touched>,
    /// Which of them each new node is, and which each node of the generation.
    added: Vec<usize>,
    of_base: HashMap<NodeId, usize>,
    /// Relations that are told otherwise than in the generation, or not there.
    relations: Vec<Relation>,
    edits: Edits,
    /// Relations of the generation with the numbers of the whole.
    moved: Lazy<Relation>,
    slices: Lazy<Box<[Relation]>>,
    outgoing: Lazy<Box<[RelationId]>>,
    incoming: Lazy<Box<[RelationId]>>,
    pub(crate) said: Lazy<Box<[Spoken]>>,
    of_kinds: [OnceLock<Vec<Relation>>; KINDS],
    all_nodes: OnceLock<Vec<Node>>,
    all_relations: OnceLock<Vec<Relation>>,
    typed: TypedBeyond,
    words: OnceLock<WordsBeyond>,
}

/// A node that is told otherwise than in the generation.
struct Touched {
    kind: NodeKind,
    name: NodeName,
    /// Its place in the generation, if it is there.
    base: Option<NodeId>,
    told: Told,
}

/// What is told of it.
enum Told {
    /// Nothing any more.
    Gone,
    /// All of it.
    Whole(Box<Node>),
    /// An entity, put together when it is asked for.
    Entity { id: EntityId, change: Change, passages: Vec<Passage>, made: OnceLock<Box<Node>> },
}

/// How often documents call an entity so more than in the generation, or less.
#[derive(Debug, Clone, Default)]
struct Change {
    labels: BTreeMap<String, i64>,
    same_as: BTreeMap<String, i64>,
}

impl Change {
    fn add(&mut self, naming: Naming, times: i64) {
        for (mine, tally) in
            [(&mut self.labels, naming.labels), (&mut self.same_as, naming.same_as)]
        {
            for (word, count) in tally {
                *mine.entry(word).or_default() += times * i64::from(count);
            }
        }
    }

    fn applied(&self, mut naming: Naming) -> Naming {
        for (tally, mine) in
            [(&mut naming.labels, &self.labels), (&mut naming.same_as, &self.same_as)]
        {
            change(tally, mine);
        }
        naming
    }
}

/// Adds to a tally, or takes from it.
fn change(tally: &mut Tally, by: &BTreeMap<String, i64>) {
    for (word, more) in by {
        let count = i64::from(tally.remove(word).unwrap_or(0)) + more;
        if let Some(count) = u32::try_from(count).ok().filter(|count| *count > 0) {
            tally.insert(word.clone(), count);
        }
    }
}

impl fmt::Debug for Overlaid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Overlaid")
            .field("base", &self.base)
            .field("nodes", &self.touched.len())
            .field("relations", &self.relations.len())
            .finish_non_exhaustive()
    }
}

impl Overlaid {
    /// Who is who in it.
    pub(crate) fn who(&self) -> &WhoIsWho {
        &self.who
    }

    /// What was decided, the earliest first.
    pub(crate) const fn decisions(&self) -> &Arc<[Decision]> {
        &self.decisions
    }

    pub(crate) const fn base(&self) -> &Arc<Stored> {
        &self.base
    }

    /// The number of a node of the generation, unless it is taken out.
    pub(crate) fn number_of_base(&self, base: NodeId) -> Option<NodeId> {
        self.numbers.of(base)
    }

    pub(crate) const fn node_count(&self) -> usize {
        self.numbers.count()
    }

    pub(crate) fn kind_range(&self, kind: NodeKind) -> Range<usize> {
        self.kinds[kind as usize]..self.kinds[kind as usize + 1]
    }

    /// The node among those told otherwise.
    fn touched(&self, kind: NodeKind, name: &str) -> Option<&Touched> {
        let key = |it: &Touched| (it.kind, it.name.as_str()).cmp(&(kind, name));
        self.touched.binary_search_by(key).ok().map(|at| &self.touched[at])
    }

    fn number_of(&self, touched: &Touched) -> Option<NodeId> {
        match (&touched.told, touched.base) {
            (Told::Gone, _) => None,
            (_, Some(base)) => self.numbers.of(base),
            (_, None) => {
                let key = (touched.kind, &touched.name);
                let of = |i: &usize| (self.touched[*i].kind, &self.touched[*i].name);
                let at = self.added.binary_search_by(|i| of(i).cmp(&key)).ok()?;
                Some(self.numbers.added(at))
            }
        }
    }

    /// The node that is called exactly so.
    fn find_exactly(&self, name: &NodeName) -> Option<NodeId> {
        match self.touched(name.kind(), name.as_str()) {
            Some(touched) => self.number_of(touched),
            None => self.base.find_exactly(name.as_str()).and_then(|base| self.numbers.of(base)),
        }
    }

    pub(crate) fn find(&self, name: &NodeName) -> Option<NodeId> {
        self.find_exactly(self.who.least(name))
    }

    pub(crate) fn other_names(&self, id: NodeId) -> &[NodeName] {
        self.who.others(&self.node(id).name)
    }

    pub(crate) fn node(&self, id: NodeId) -> &Node {
        match (self.told(id), self.numbers.lies(id)) {
            (Some(touched), _) => self.put_together(touched),
            (None, Lies::Below(base)) => self.base.node(base),
            (None, Lies::Added(_)) => self.base.node(NodeId::from_raw(0)),
        }
    }

    /// A node, if it is told otherwise than in the generation.
    fn told(&self, id: NodeId) -> Option<&Touched> {
        let place = match self.numbers.lies(id) {
            Lies::Added(i) => self.added.get(i)?,
            Lies::Below(base) => self.of_base.get(&base)?,
        };
        self.touched.get(*place)
    }

    /// Its place in the generation, if it is there.
    pub(crate) fn below(&self, id: NodeId) -> Option<NodeId> {
        match self.numbers.lies(id) {
            Lies::Added(_) => None,
            Lies::Below(base) => Some(base),
        }
    }

    fn put_together<'a>(&'a self, touched: &'a Touched) -> &'a Node {
        match (&touched.told, touched.base) {
            (Told::Whole(node), _) => node,
            (Told::Entity { id, change, passages, made }, base) => made.get_or_init(|| {
                let below = base.map(|base| (self.base.node(base), self.base.naming(base)));
                let naming = below.as_ref().and_then(|(_, naming)| naming.clone());
                let naming = change.applied(naming.unwrap_or_default());
                let called = self.who.called(&touched.name).map(str::to_owned);
                let label = match &below {
                    // Only tables tell of it, and nobody decides what they call it.
                    Some((below, _)) if naming.labels.is_empty() => below.label.clone(),
                    _ => called.unwrap_or_else(|| label(touched.name.kind(), &naming.labels)),
                };
                let stays = |it: &&Passage| !self.gone.contains(&it.document);
                let below = below.iter().flat_map(|(below, _)| &below.passages);
                let mut all: Vec<Passage> = below.filter(stays).chain(passages).cloned().collect();
                all.sort_unstable();
                all.dedup();
                let same_as = naming.same_as.into_keys().collect();
                let detail = Detail::Entity(EntityDetail { id: id.clone(), same_as });
                let name = touched.name.clone();
                Box::new(Node { name, label, detail, passages: all })
            }),
            (Told::Gone, base) => self.base.node(base.unwrap_or(NodeId::from_raw(0))),
        }
    }

    /// What documents call an entity.
    pub(crate) fn naming(&self, id: NodeId) -> Option<Naming> {
        let (touched, base) = (self.told(id), self.below(id));
        let below = base.and_then(|base| self.base.naming(base));
        match touched.map(|it| &it.told) {
            Some(Told::Entity { change, .. }) => Some(change.applied(below.unwrap_or_default())),
            _ => below,
        }
    }

    pub(crate) fn all_nodes(&self) -> &[Node] {
        self.all_nodes.get_or_init(|| {
            (0..self.node_count()).map(|i| self.node(NodeId::new(i)).clone()).collect()
        })
    }

    // ---- documents ----

    pub(crate) fn document_count(&self) -> usize {
        self.kind_range(NodeKind::Document).len()
    }

    /// The place of a document among all.
    pub(crate) fn document_place(&self, id: &DocumentId) -> Option<usize> {
        let node = self.find_exactly(&NodeName::from(id))?;
        node.index().checked_sub(self.kind_range(NodeKind::Document).start)
    }

    pub(crate) fn report_at(&self, place: usize) -> Option<&Arc<Report>> {
        let range = self.kind_range(NodeKind::Document);
        let node = NodeId::new(range.start.checked_add(place).filter(|it| range.contains(it))?);
        match self.numbers.lies(node) {
            Lies::Added(i) => {
                let name = self.touched[self.added[i]].name.as_str();
                self.fresh.get(&name.strip_prefix("document:")?.parse::<DocumentId>().ok()?)
            }
            Lies::Below(base) => {
                let below = self.base.kind_range(NodeKind::Document).start;
                let place = base.index().checked_sub(below)?;
                let id = self.base.document(u32::try_from(place).ok()?)?;
                self.fresh.get(&id).or_else(|| self.base.report_at(place))
            }
        }
    }
}
