use crate::identity::WhoIsWho;
use crate::names::Names;
use crate::rows::Rows;
use crate::{
    Candidate, Decision, Match, Node, NodeId, NodeKind, NodeName, Relation, RelationId,
    RelationKind, Report, View, merge,
};
use chancery_model::{DocumentId, EntityId, Evidence, fold};
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

/// The dated graph of everything that a set of reports tells.
///
/// It is a function of that set, and of what was decided about who is who: the order in which
/// reports came does not matter, and what rested on a withdrawn one alone is gone. Nodes of a kind
/// lie side by side, sorted by name; relations of a kind too, sorted by the node they start from
/// and by day.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Graph {
    /// Sorted by id.
    reports: Vec<Arc<Report>>,
    nodes: Vec<Node>,
    relations: Vec<Relation>,
    kinds: [KindRows; RelationKind::ALL.len()],
    outgoing: Rows,
    incoming: Rows,
    names: Names,
    who: Arc<WhoIsWho>,
}

/// Where the relations of one kind lie.
#[derive(Debug, Clone, Default, PartialEq)]
struct KindRows {
    all: Range<usize>,
    /// By the node they end at.
    incoming: Rows,
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
        let decisions: Vec<_> = decisions.collect();
        let mut set: BTreeMap<DocumentId, Arc<Report>> = BTreeMap::new();
        for report in reports {
            let rank = |report: &Report| (report.facts().to_json(), report.text().to_owned());
            match set.get(report.id()) {
                Some(known) if Arc::ptr_eq(known, &report) || rank(known) >= rank(&report) => {}
                _ => drop(set.insert(report.id().clone(), report)),
            }
        }
        Self::built(set.into_values().collect(), Arc::new(WhoIsWho::new(decisions.iter())))
    }

    /// The graph of reports that are sorted by id, each once.
    pub(crate) fn built(reports: Vec<Arc<Report>>, who: Arc<WhoIsWho>) -> Self {
        let (nodes, relations) = merge::merge(reports.iter().map(|report| &**report), &who);
        let at = |i: usize| RelationId::new(i);
        let kinds = std::array::from_fn(|kind| {
            let kind = RelationKind::ALL[kind];
            let start = relations.partition_point(|relation| relation.kind() < kind);
            let end = relations.partition_point(|relation| relation.kind() <= kind);
            // Sorted by day inside a row, like the rows of outgoing ones.
            let mut order: Vec<usize> = (start..end).collect();
            order.sort_by_key(|i| {
                let day = relations[*i].when.first_day();
                (day.is_none(), day, relations[*i].when.last_day(), *i)
            });
            let ends = order.iter().map(|i| (relations[*i].to, at(*i)));
            KindRows { all: start..end, incoming: Rows::new(ends) }
        });
        let all = relations.iter().enumerate();
        let outgoing = Rows::new(all.clone().map(|(i, relation)| (relation.from, at(i))));
        let incoming = Rows::new(all.map(|(i, relation)| (relation.to, at(i))));
        let names = Names::default();
        let mut graph = Self { reports, nodes, relations, kinds, outgoing, incoming, names, who };
        let reports = graph.reports.iter().map(|report| &**report);
        graph.names = Names::new(&graph.nodes, reports, |id: &EntityId| graph.find(&id.into()));
        graph
    }

    /// Adds a report, in place of the one with its id if there is one.
    ///
    /// # Complexity
    /// That of [`Graph::of`] all the reports: make a graph of many at once.
    pub fn add(&mut self, report: impl Into<Arc<Report>>) {
        let report = report.into();
        let mut reports = std::mem::take(&mut self.reports);
        match reports.binary_search_by(|known| known.id().cmp(report.id())) {
            Ok(place) => reports[place] = report,
            Err(place) => reports.insert(place, report),
        }
        *self = Self::built(reports, Arc::clone(&self.who));
    }

    /// Takes a report out, and with it whatever rests on it alone. Says whether it was there.
    ///
    /// # Complexity
    /// That of [`Graph::of`] all the reports.
    pub fn withdraw(&mut self, document: &DocumentId) -> bool {
        let Some(place) = self.place(document) else { return false };
        let mut reports = std::mem::take(&mut self.reports);
        reports.remove(place);
        *self = Self::built(reports, Arc::clone(&self.who));
        true
    }

    fn place(&self, document: &DocumentId) -> Option<usize> {
        self.reports.binary_search_by(|report| report.id().cmp(document)).ok()
    }

    /// The reports it rests on, by id.
    pub fn reports(&self) -> impl ExactSizeIterator<Item = &Report> {
        self.reports.iter().map(|report| &**report)
    }

    /// The report of one document.
    pub fn report(&self, document: &DocumentId) -> Option<&Report> {
        self.place(document).map(|place| &*self.reports[place])
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
        self.nodes.len()
    }

    /// How many relations there are.
    pub fn relation_count(&self) -> usize {
        self.relations.len()
    }

    /// The node in a place.
    ///
    /// # Panics
    /// If the place is of a larger graph.
    pub fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id.index()]
    }

    /// The relation in a place.
    ///
    /// # Panics
    /// If the place is of a larger graph.
    pub fn relation(&self, id: RelationId) -> &Relation {
        &self.relations[id.index()]
    }

    /// The place of the node with this name, or of the one that is decided to be the same.
    ///
    /// # Complexity
    /// O(log nodes).
    pub fn find(&self, name: &NodeName) -> Option<NodeId> {
        let name = self.canonical(name);
        let key = (name.kind(), name);
        let found = self.nodes.binary_search_by(|node| (node.kind(), &node.name).cmp(&key));
        found.ok().map(NodeId::new)
    }

    /// The name of the node that a name is of: the least of all that are decided to be the same.
    pub fn canonical<'a>(&'a self, name: &'a NodeName) -> &'a NodeName {
        self.who.least(name)
    }

    /// The other names of a node, as decided, by letters.
    pub fn other_names(&self, node: NodeId) -> &[NodeName] {
        self.who.others(&self.node(node).name)
    }

    /// Every node of a kind, by name.
    pub fn nodes(&self, kind: NodeKind) -> impl DoubleEndedIterator<Item = (NodeId, &Node)> {
        let start = self.nodes.partition_point(|node| node.kind() < kind);
        let end = self.nodes.partition_point(|node| node.kind() <= kind);
        (start..end).map(|i| (NodeId::new(i), &self.nodes[i]))
    }

    /// Every node, by kind and name.
    pub fn all_nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// Every relation, by kind, start, day, end and columns.
    pub fn all_relations(&self) -> &[Relation] {
        &self.relations
    }

    /// Every relation of a kind, by start and day.
    pub fn relations(&self, kind: RelationKind) -> &[Relation] {
        &self.relations[self.kinds[kind as usize].all.clone()]
    }

    /// The relations of a kind that start at a node, by day; undated ones last.
    ///
    /// # Complexity
    /// O(log relations); the answer is one contiguous slice.
    pub fn relations_from(&self, node: NodeId, kind: RelationKind) -> &[Relation] {
        let all = self.relations(kind);
        let start = all.partition_point(|relation| relation.from < node);
        let len = all[start..].partition_point(|relation| relation.from == node);
        &all[start..start + len]
    }

    /// The relations of a kind that end at a node, by day; undated ones last.
    ///
    /// # Complexity
    /// O(1), then O(1) each.
    pub fn relations_to(
        &self,
        node: NodeId,
        kind: RelationKind,
    ) -> impl DoubleEndedIterator<Item = &Relation> + ExactSizeIterator {
        let row = self.kinds[kind as usize].incoming.row(node);
        row.iter().map(|id| self.relation(*id))
    }

    /// The relations of all kinds that start at a node.
    pub fn outgoing(&self, node: NodeId) -> &[RelationId] {
        self.outgoing.row(node)
    }

    /// The relations of all kinds that end at a node.
    pub fn incoming(&self, node: NodeId) -> &[RelationId] {
        self.incoming.row(node)
    }

    /// Who was at a meeting, was to be, or was not.
    ///
    /// # Complexity
    /// O(1), then O(1) each.
    pub fn who_attended(&self, meeting: NodeId) -> impl ExactSizeIterator<Item = &Relation> {
        self.relations_to(meeting, RelationKind::Attended)
    }

    /// The entities that a typed name may mean, the best match first: case, accents and full stops
    /// do not count. A node's name or a state's code in capitals means exactly that node.
    ///
    /// # Complexity
    /// O(log names + candidates).
    pub fn named(&self, typed: &str) -> Vec<Candidate> {
        let typed = typed.trim();
        let id = |name: &str| name.parse().ok().and_then(|name: NodeName| self.find(&name));
        let exact = id(typed).or_else(|| id(&format!("state:{typed}")));
        let mut found = self.names.find(&fold(typed));
        found.retain(|other| Some(other.node) != exact);
        // A code in small letters is one only where it is no name: "us", "no", "is".
        let code = || id(&format!("state:{}", typed.to_ascii_uppercase()));
        let exact = if found.is_empty() { exact.or_else(code) } else { exact };
        found.splice(0..0, exact.map(|node| Candidate { node, matched: Match::Id }));
        found
    }

    /// Every name that [`Graph::named`] knows, folded, with its node: for suggestions.
    pub fn names(&self) -> impl Iterator<Item = (&str, NodeId, Match)> {
        self.names.iter()
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
