mod called;

use crate::built::Built;
use crate::generation::Stored;
use crate::identity::{self, Gist, WhoIsWho};
use crate::merge::{Naming, Tally};
use crate::names::Typed;
use crate::overlay::Overlaid;
use crate::past::{KnownThen, Past};
use crate::worded::{self, Index, Wanted};
use crate::{
    Columns, Decision, Joined, Node, NodeId, NodeIds, NodeKind, NodeName, Relation, RelationId,
    RelationKind, Report, View,
};
use chancery_model::{DocumentId, EntityId, EntityKind, Evidence, MeetingId, fold};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

/// The dated graph of everything that a set of reports tells.
///
/// It is a function of that set, and of what was decided about who is who: the order in which
/// reports came does not matter, and what rested on a withdrawn one alone is gone. Nodes of a kind
/// lie side by side, sorted by name; relations of a kind too, sorted by the node they start from
/// and by day.
///
/// The graph of an [`Archive`](crate::Archive) may lie on the disk, where each node, relation and
/// text is read when it is first asked for; it answers as one in memory does. (Events of tables are
/// then nodes too: they come after those of the same kind that documents tell of, table by table
/// and line by line.)
#[derive(Debug, Clone)]
pub struct Graph(Backing);

#[derive(Debug, Clone)]
pub(crate) enum Backing {
    /// In memory.
    Built(Arc<Built>),
    /// In a generation.
    Stored(Arc<Stored>),
    /// In a generation, with what the register has beyond it.
    Overlaid(Arc<Overlaid>),
    /// One of these as it was known at a time.
    Past(Arc<Past>),
}

impl Default for Graph {
    fn default() -> Self {
        Self(Backing::Built(Arc::default()))
    }
}

/// Two graphs are the same if they tell the same, wherever they lie.
impl PartialEq for Graph {
    fn eq(&self, other: &Self) -> bool {
        let others = |graph: &Self| -> Vec<Vec<NodeName>> {
            let nodes = (0..graph.node_count()).map(NodeId::new);
            nodes.map(|node| graph.other_names(node).to_vec()).collect()
        };
        self.all_nodes() == other.all_nodes()
            && self.all_relations() == other.all_relations()
            && self.reports().eq(other.reports())
            && self.names().eq(other.names())
            && others(self) == others(other)
    }
}

impl Graph {
    /// The graph of some reports. Of two with the same id, the one whose facts and text are
    /// greater by letters counts.
    ///
    /// # Complexity
    /// O(n log n) in all that the reports tell.
    pub fn of(reports: impl IntoIterator<Item = Arc<Report>>) -> Self {
        Self::decided(reports, [])
    }

    /// The graph of some reports with decisions on who is who, the earliest first.
    ///
    /// # Complexity
    /// O(n log n) in all that the reports tell, and in the decisions.
    pub fn decided(
        reports: impl IntoIterator<Item = Arc<Report>>,
        decisions: impl IntoIterator<Item = Decision>,
    ) -> Self {
        let decisions = decisions.into_iter().filter_map(|decision| decision.checked().ok());
        let mut set: BTreeMap<DocumentId, Arc<Report>> = BTreeMap::new();
        for report in reports {
            let rank = |report: &Report| (report.facts().to_json(), report.text().to_owned());
            match set.get(report.id()) {
                Some(known) if Arc::ptr_eq(known, &report) || rank(known) >= rank(&report) => {}
                _ => drop(set.insert(report.id().clone(), report)),
            }
        }
        Self::built(set.into_values().collect(), decisions.collect())
    }

    /// The graph of reports that are sorted by id, each once.
    pub(crate) fn built(reports: Vec<Arc<Report>>, decisions: Arc<[Decision]>) -> Self {
        Self(Backing::Built(Arc::new(Built::new(reports, decisions))))
    }

    /// One that was built.
    #[cfg(test)]
    pub(crate) fn of_built(built: Built) -> Self {
        Self(Backing::Built(Arc::new(built)))
    }

    /// The graph that lies in a generation and beyond it.
    pub(crate) fn overlaid(overlaid: Overlaid) -> Self {
        Self(Backing::Overlaid(Arc::new(overlaid)))
    }

    pub(crate) const fn backing(&self) -> &Backing {
        &self.0
    }

    /// Whether it is put together of what lies elsewhere.
    pub(crate) const fn is_put_together(&self) -> bool {
        matches!(self.0, Backing::Overlaid(_) | Backing::Past(_))
    }

    /// The same, as it was when only some of its documents were known.
    pub(crate) fn known(self, known: KnownThen) -> Self {
        if known.is_all() { self } else { Self(Backing::Past(Arc::new(Past::new(self, known)))) }
    }

    /// The same graph, made in memory.
    pub(crate) fn rebuilt(&self) -> Self {
        let (reports, decisions) = self.parts();
        Self::built(reports, decisions)
    }

    /// What documents call an entity, and how often; nothing for other nodes.
    pub(crate) fn naming(&self, id: NodeId) -> Option<Naming> {
        match &self.0 {
            Backing::Built(graph) => graph.namings.get(id.index()).cloned(),
            Backing::Stored(graph) => graph.naming(id),
            Backing::Overlaid(graph) => graph.naming(id),
            Backing::Past(_) => None,
        }
    }

    /// How often each title was given, of the relation in a place among all.
    pub(crate) fn titles(&self, i: usize, relation: &Relation) -> Tally {
        let stored = |id: &&RelationId| self.relation(**id) == relation;
        let kind = RelationKind::Serves;
        match &self.0 {
            _ if relation.kind() != kind => Tally::new(),
            Backing::Built(graph) => graph.titles.get(&i).cloned().unwrap_or_default(),
            Backing::Stored(graph) => {
                let found = graph.ids_from(relation.from, kind).iter().find(stored);
                found.map(|id| graph.titles(*id)).unwrap_or_default()
            }
            Backing::Overlaid(_) | Backing::Past(_) => Tally::new(),
        }
    }

    /// Everything that people may type, by letters and node, with what is too common to mean
    /// anybody.
    pub(crate) fn typed(&self) -> Vec<(&str, Typed)> {
        match &self.0 {
            Backing::Built(graph) => {
                graph.names.entries.iter().map(|(name, it)| (&**name, *it)).collect()
            }
            Backing::Stored(graph) => graph.all_typed().collect(),
            Backing::Overlaid(_) | Backing::Past(_) => Vec::new(),
        }
    }

    /// All that documents also write small, and how often.
    pub(crate) fn commons(&self) -> Vec<(&str, u32)> {
        match &self.0 {
            Backing::Built(graph) => {
                graph.names.common.iter().map(|(name, count)| (&**name, *count)).collect()
            }
            Backing::Stored(graph) => graph.commons().collect(),
            Backing::Overlaid(_) | Backing::Past(_) => Vec::new(),
        }
    }

    /// The graph that lies in a generation.
    pub(crate) const fn stored(stored: Arc<Stored>) -> Self {
        Self(Backing::Stored(stored))
    }

    /// Who is who in it.
    pub(crate) fn who(&self) -> &WhoIsWho {
        match &self.0 {
            Backing::Built(graph) => &graph.who,
            Backing::Stored(graph) => graph.who(),
            Backing::Overlaid(graph) => graph.who(),
            Backing::Past(graph) => graph.below().who(),
        }
    }

    /// Its reports, to make another graph of, and what was decided about who is who in it.
    fn parts(&self) -> (Vec<Arc<Report>>, Arc<[Decision]>) {
        match &self.0 {
            Backing::Built(graph) => (graph.reports.clone(), Arc::clone(&graph.decisions)),
            Backing::Overlaid(graph) => {
                let reports = (0..graph.document_count()).filter_map(|i| graph.report_at(i));
                (reports.cloned().collect(), Arc::clone(graph.decisions()))
            }
            Backing::Stored(graph) => {
                let reports = (0..graph.document_count()).filter_map(|i| graph.report_at(i));
                let decisions = graph.decisions().iter().map(|(decision, _)| decision.clone());
                (reports.cloned().collect(), decisions.collect())
            }
            Backing::Past(graph) => {
                let reports = (0..graph.document_count()).filter_map(|i| graph.report_at(i));
                (reports.cloned().collect(), graph.below().parts().1)
            }
        }
    }

    /// What of its reports it rests on who is who, by id.
    pub(crate) fn gists(&self) -> Cow<'_, [Gist]> {
        match &self.0 {
            Backing::Built(graph) if graph.gists.len() == graph.reports.len() => {
                Cow::Borrowed(&graph.gists)
            }
            _ => self.reports().map(Gist::of).collect(),
        }
    }

    /// Its reports, by id.
    pub(crate) fn shared_reports(&self) -> Vec<Arc<Report>> {
        self.parts().0
    }

    /// Adds a report, in place of the one with its id if there is one.
    ///
    /// # Complexity
    /// That of [`Graph::of`] all the reports: make a graph of many at once. The graph lies in
    /// memory afterwards, without the events of tables.
    pub fn add(&mut self, report: impl Into<Arc<Report>>) {
        let report = report.into();
        let (mut reports, decisions) = self.parts();
        match reports.binary_search_by(|known| known.id().cmp(report.id())) {
            Ok(place) => reports[place] = report,
            Err(place) => reports.insert(place, report),
        }
        *self = Self::built(reports, decisions);
    }

    /// Takes a report out, and with it whatever rests on it alone. Says whether it was there.
    ///
    /// # Complexity
    /// That of [`Graph::add`].
    pub fn withdraw(&mut self, document: &DocumentId) -> bool {
        if self.report(document).is_none() {
            return false;
        }
        let (mut reports, decisions) = self.parts();
        reports.retain(|report| report.id() != document);
        *self = Self::built(reports, decisions);
        true
    }

    /// The reports it rests on, by id.
    pub fn reports(&self) -> impl ExactSizeIterator<Item = &Report> {
        let count = match &self.0 {
            Backing::Built(graph) => graph.reports.len(),
            Backing::Stored(graph) => graph.document_count(),
            Backing::Overlaid(graph) => graph.document_count(),
            Backing::Past(graph) => graph.document_count(),
        };
        (0..count).map(|place| self.report_at(place).expect("a document of this graph"))
    }

    fn report_at(&self, place: usize) -> Option<&Report> {
        self.shared_report_at(place).map(|report| &**report)
    }

    pub(crate) fn shared_report_at(&self, place: usize) -> Option<&Arc<Report>> {
        match &self.0 {
            Backing::Built(graph) => graph.reports.get(place),
            Backing::Stored(graph) => graph.report_at(place),
            Backing::Overlaid(graph) => graph.report_at(place),
            Backing::Past(graph) => graph.report_at(place),
        }
    }

    /// The place of a document among all.
    pub(crate) fn document_place(&self, document: &DocumentId) -> Option<usize> {
        match &self.0 {
            Backing::Built(graph) => graph.place(document),
            Backing::Stored(graph) => graph.document_place(document),
            Backing::Overlaid(graph) => graph.document_place(document),
            Backing::Past(graph) => graph.document_place(document),
        }
    }

    /// The report of one document.
    pub fn report(&self, document: &DocumentId) -> Option<&Report> {
        self.report_at(self.document_place(document)?)
    }

    /// The words of one document.
    pub fn text(&self, document: &DocumentId) -> Option<&str> {
        self.report(document).map(Report::text)
    }

    /// The words that a piece of evidence points at; `None` if it is not of this graph.
    pub fn words(&self, evidence: &Evidence) -> Option<&str> {
        evidence.span.of(self.text(&evidence.document)?)
    }

    /// How many nodes there are.
    pub fn node_count(&self) -> usize {
        match &self.0 {
            Backing::Built(graph) => graph.nodes.len(),
            Backing::Stored(graph) => graph.node_count(),
            Backing::Overlaid(graph) => graph.node_count(),
            Backing::Past(graph) => graph.below().node_count(),
        }
    }

    /// How many relations there are.
    ///
    /// # Complexity
    /// That of [`Graph::count`] of every kind.
    pub fn relation_count(&self) -> usize {
        match &self.0 {
            Backing::Built(graph) => graph.relations.len(),
            Backing::Stored(graph) => graph.relation_count(),
            Backing::Overlaid(graph) => graph.relation_count(),
            Backing::Past(graph) => graph.relation_count(),
        }
    }

    /// How many relations of a kind there are.
    ///
    /// # Complexity
    /// O(1) in memory; O(nodes) on the disk, of which no relation is read. At an earlier time each
    /// relation is looked through the first time, and none is copied.
    pub fn count(&self, kind: RelationKind) -> usize {
        match &self.0 {
            Backing::Built(graph) => graph.relations(kind).len(),
            Backing::Stored(graph) => graph.count_of(kind),
            Backing::Overlaid(graph) => graph.count_of(kind),
            Backing::Past(graph) => graph.count_of(kind),
        }
    }

    /// A number greater than the place of any relation.
    pub(crate) fn relation_bound(&self) -> usize {
        match &self.0 {
            Backing::Built(graph) => graph.relations.len(),
            Backing::Stored(graph) => graph.relation_bound(),
            Backing::Overlaid(graph) => graph.relation_bound(),
            Backing::Past(graph) => graph.relation_bound(),
        }
    }

    /// Whether a number is that of a relation that it tells of.
    pub(crate) fn has_relation(&self, id: RelationId) -> bool {
        match &self.0 {
            Backing::Past(graph) => graph.shows(id),
            _ => id.index() < self.relation_bound(),
        }
    }

    /// What kind of node lies in a place: on the disk the node itself is not read.
    ///
    /// # Complexity
    /// O(1).
    pub fn kind_of(&self, id: NodeId) -> NodeKind {
        let ranges = NodeKind::ALL.iter().map(|kind| (*kind, self.kind_range(*kind)));
        let mut found = ranges.filter(|(_, range)| range.contains(&id.index()));
        found.next().map_or(NodeKind::Document, |(kind, _)| kind)
    }

    /// The name of the node in a place.
    pub(crate) fn name(&self, id: NodeId) -> NodeName {
        match &self.0 {
            Backing::Stored(graph) => graph.name(id).unwrap_or_else(|| graph.node(id).name.clone()),
            _ => self.node(id).name.clone(),
        }
    }

    /// The relations of a kind that start at a node, by day.
    pub(crate) fn ids_from(&self, node: NodeId, kind: RelationKind) -> &[RelationId] {
        match &self.0 {
            Backing::Built(graph) => graph.ids_from(node, kind),
            Backing::Stored(graph) => graph.ids_from(node, kind),
            Backing::Overlaid(graph) => graph.ids_from(node, kind),
            Backing::Past(graph) => graph.ids_from(node, kind),
        }
    }

    /// The relations of a kind that end at a node, by day.
    pub(crate) fn ids_to(&self, node: NodeId, kind: RelationKind) -> &[RelationId] {
        match &self.0 {
            Backing::Built(graph) => graph.ids_to(node, kind),
            Backing::Stored(graph) => graph.ids_to(node, kind),
            Backing::Overlaid(graph) => graph.ids_to(node, kind),
            Backing::Past(graph) => graph.ids_to(node, kind),
        }
    }

    fn kind_range(&self, kind: NodeKind) -> Range<usize> {
        match &self.0 {
            Backing::Built(graph) => graph.kind_range(kind),
            Backing::Stored(graph) => graph.kind_range(kind),
            Backing::Overlaid(graph) => graph.kind_range(kind),
            Backing::Past(graph) => graph.below().kind_range(kind),
        }
    }

    /// Whether relations are numbered without gaps.
    pub(crate) const fn is_compact(&self) -> bool {
        matches!(self.0, Backing::Built(_))
    }

    /// The node in a place.
    ///
    /// # Panics
    /// If the place is of a larger graph.
    pub fn node(&self, id: NodeId) -> &Node {
        match &self.0 {
            Backing::Built(graph) => &graph.nodes[id.index()],
            Backing::Stored(graph) => graph.node(id),
            Backing::Overlaid(graph) => graph.node(id),
            Backing::Past(graph) => graph.node(id),
        }
    }

    /// The relation in a place.
    ///
    /// # Panics
    /// If the place is of a larger graph.
    pub fn relation(&self, id: RelationId) -> &Relation {
        match &self.0 {
            Backing::Built(graph) => &graph.relations[id.index()],
            Backing::Stored(graph) => graph.relation(id),
            Backing::Overlaid(graph) => graph.relation(id),
            Backing::Past(graph) => graph.relation(id),
        }
    }

    /// The place of the node with this name, or of the one that is decided to be the same.
    ///
    /// # Complexity
    /// O(log nodes).
    pub fn find(&self, name: &NodeName) -> Option<NodeId> {
        match &self.0 {
            Backing::Built(graph) => graph.find(name),
            Backing::Stored(graph) => graph.find(name.as_str()).or_else(|| {
                // A name of one word is not among those that lie there.
                let person = name.kind() == NodeKind::Person;
                let other = person.then(|| graph.who().least(name)).filter(|it| *it != name)?;
                graph.find(other.as_str())
            }),
            Backing::Overlaid(graph) => graph.find(name),
            Backing::Past(graph) => graph.find(name),
        }
    }

    /// The name of the node that a name is of: the least of all that are decided to be the same.
    pub fn canonical<'a>(&'a self, name: &'a NodeName) -> &'a NodeName {
        match &self.0 {
            Backing::Built(graph) => graph.who.least(name),
            Backing::Stored(graph) => graph.canonical(name).unwrap_or(name),
            Backing::Overlaid(graph) => graph.who().least(name),
            Backing::Past(graph) => graph.below().canonical(name),
        }
    }

    /// The place of an entity that one document names. The same id may be of two people in two
    /// documents, where it is a name of one word.
    ///
    /// # Complexity
    /// O(log nodes); on the disk O(all that documents tell) the first time.
    pub fn entity(&self, document: &DocumentId, id: &EntityId) -> Option<NodeId> {
        let settled = id.kind() != EntityKind::Person;
        if settled { self.find(&id.into()) } else { self.find(&self.who().entity(document, id)) }
    }

    /// The place of a meeting that one document tells of.
    ///
    /// # Complexity
    /// O(log nodes).
    pub fn meeting(&self, document: &DocumentId, handle: &MeetingId) -> Option<NodeId> {
        self.find(&identity::meeting(document, handle))
    }

    /// Why the names of a node, and the documents that tell of it, were taken for one.
    ///
    /// # Complexity
    /// O(log nodes); on the disk O(all that documents tell) the first time.
    pub fn joined(&self, node: NodeId) -> &[Joined] {
        self.who().joined(&self.node(node).name)
    }

    /// The other names of a node, by letters.
    pub fn other_names(&self, node: NodeId) -> &[NodeName] {
        match &self.0 {
            Backing::Built(graph) => graph.who.others(&self.node(node).name),
            Backing::Stored(graph) => graph.other_names(node),
            Backing::Overlaid(graph) => graph.other_names(node),
            Backing::Past(graph) => graph.below().other_names(node),
        }
    }

    /// Every node of a kind, by name.
    pub fn nodes(&self, kind: NodeKind) -> impl DoubleEndedIterator<Item = (NodeId, &Node)> {
        self.node_ids(kind).map(|id| (id, self.node(id)))
    }

    /// The places of all nodes of a kind, by name: what they stand for is not looked at.
    pub fn node_ids(
        &self,
        kind: NodeKind,
    ) -> impl DoubleEndedIterator<Item = NodeId> + ExactSizeIterator + use<> {
        match &self.0 {
            Backing::Past(graph) => NodeIds::listed(graph.node_ids(kind)),
            _ => NodeIds::within(self.kind_range(kind)),
        }
    }

    /// Every node, by kind and name.
    ///
    /// # Complexity
    /// O(1) in memory; O(all of them) once on the disk.
    pub fn all_nodes(&self) -> &[Node] {
        match &self.0 {
            Backing::Built(graph) => &graph.nodes,
            Backing::Stored(graph) => graph.all_nodes(),
            Backing::Overlaid(graph) => graph.all_nodes(),
            Backing::Past(graph) => graph.all_nodes(),
        }
    }

    /// Every relation, by kind, start, day, end and columns.
    ///
    /// # Complexity
    /// O(1) in memory; O(all of them) once on the disk.
    pub fn all_relations(&self) -> &[Relation] {
        match &self.0 {
            Backing::Built(graph) => &graph.relations,
            Backing::Stored(graph) => graph.all_relations(),
            Backing::Overlaid(graph) => graph.all_relations(),
            Backing::Past(graph) => graph.all_relations(),
        }
    }

    /// Every relation of a kind, by start and day.
    ///
    /// # Complexity
    /// O(1) in memory; O(all of them) once on the disk.
    pub fn relations(&self, kind: RelationKind) -> &[Relation] {
        match &self.0 {
            Backing::Built(graph) => graph.relations(kind),
            Backing::Stored(graph) => graph.relations(kind),
            Backing::Overlaid(graph) => graph.relations(kind),
            Backing::Past(graph) => graph.relations(kind),
        }
    }

    /// The relations of a kind that start at a node, by day; undated ones last.
    ///
    /// # Complexity
    /// O(log relations); the answer is one contiguous slice.
    pub fn relations_from(&self, node: NodeId, kind: RelationKind) -> &[Relation] {
        match &self.0 {
            Backing::Built(graph) => graph.relations_from(node, kind),
            Backing::Stored(graph) => graph.relations_from(node, kind),
            Backing::Overlaid(graph) => graph.relations_from(node, kind),
            Backing::Past(graph) => graph.relations_from(node, kind),
        }
    }

    /// The relations of a kind that end at a node, by day; undated ones last.
    ///
    /// # Complexity
    /// O(1), then O(1) each.
    pub fn relations_to(
        &self,
        node: NodeId,
        kind: RelationKind,
    ) -> impl DoubleEndedIterator<Item = &Relation> + ExactSizeIterator + Clone {
        self.ids_to(node, kind).iter().map(|id| self.relation(*id))
    }

    /// The offices of a state, an organization or a person with one of some titles, folded, in no
    /// order.
    ///
    /// # Complexity
    /// O(titles of its offices + those that are meant) on the disk; O(its offices) in memory, beyond
    /// a generation and at an earlier time.
    pub fn offices_of(&self, of: NodeId, is_meant: impl Fn(&str) -> bool) -> Vec<&Relation> {
        if let Backing::Stored(graph) = &self.0 {
            return graph.offices_of(of, is_meant);
        }
        let title = |relation: &&Relation| match &relation.columns {
            Columns::Serves { title, .. } => is_meant(&fold(title)),
            _ => false,
        };
        self.relations_to(of, RelationKind::Serves).filter(title).collect()
    }

    /// The relations of all kinds that start at a node.
    pub fn outgoing(&self, node: NodeId) -> &[RelationId] {
        match &self.0 {
            Backing::Built(graph) => graph.outgoing.row(node),
            Backing::Stored(graph) => graph.outgoing(node),
            Backing::Overlaid(graph) => graph.outgoing(node),
            Backing::Past(graph) => graph.outgoing(node),
        }
    }

    /// The relations of all kinds that end at a node.
    pub fn incoming(&self, node: NodeId) -> &[RelationId] {
        match &self.0 {
            Backing::Built(graph) => graph.incoming.row(node),
            Backing::Stored(graph) => graph.incoming(node),
            Backing::Overlaid(graph) => graph.incoming(node),
            Backing::Past(graph) => graph.incoming(node),
        }
    }

    /// Who was at a meeting, was to be, or was not.
    ///
    /// # Complexity
    /// O(1), then O(1) each.
    pub fn who_attended(&self, meeting: NodeId) -> impl ExactSizeIterator<Item = &Relation> {
        self.relations_to(meeting, RelationKind::Attended)
    }

    /// The meetings, statements, goals or documents that are told of in all of some folded words, by
    /// place; `None` where none is looked for. There may be a few more, so check what matters.
    ///
    /// A statement and a goal are told of in their own words, a document in its title and text, a
    /// meeting in its mentions, its kind, and the names of its places and parties. Events of tables
    /// have only their code, and the tables themselves are not among the documents.
    ///
    /// # Complexity
    /// O(log words + nodes of the rarest word); in memory O(all texts) the first time.
    pub fn worded(&self, kind: NodeKind, wanted: &[Wanted<'_>]) -> Option<Vec<NodeId>> {
        if wanted.is_empty() {
            return None;
        }
        match &self.0 {
            Backing::Built(graph) => {
                Some(self.index_of(graph)?.view().find(wanted, &graph.kind_range(kind)))
            }
            Backing::Stored(graph) => Some(graph.worded(kind, wanted)),
            Backing::Overlaid(graph) => graph.worded(self, kind, wanted),
            Backing::Past(graph) => graph.worded(kind, wanted),
        }
    }

    /// How many [`Graph::worded`] gives at most: quick to tell, and not too far off.
    ///
    /// # Complexity
    /// O(log words); in memory O(all texts) the first time.
    pub fn worded_bound(&self, kind: NodeKind, wanted: &[Wanted<'_>]) -> usize {
        match &self.0 {
            Backing::Built(graph) => {
                self.index_of(graph).map_or(usize::MAX, |index| index.view().bound(wanted))
            }
            Backing::Stored(graph) => graph.worded_bound(kind, wanted),
            Backing::Overlaid(graph) => graph.worded_bound(self, kind, wanted),
            Backing::Past(graph) => graph.worded_bound(kind, wanted),
        }
    }

    /// The words of a graph in memory; `None` if there are more than an index holds.
    fn index_of<'g>(&'g self, graph: &'g Built) -> Option<&'g Index> {
        let made = graph.words.get_or_init(|| {
            let mut builder = worded::Builder::default();
            for node in (0..graph.nodes.len()).map(NodeId::new) {
                if let Some(words) = worded::words_of(self, node) {
                    builder.put(node.raw(), &words);
                }
            }
            builder.index()
        });
        made.as_ref()
    }

    /// A look at it that petgraph's algorithms can walk.
    pub const fn view(&self) -> View<'_> {
        View::new(self)
    }
}

impl FromIterator<Report> for Graph {
    fn from_iter<I: IntoIterator<Item = Report>>(reports: I) -> Self {
        Self::of(reports.into_iter().map(Arc::new))
    }
}
