use crate::{Graph, NodeId, Relation, RelationKind};
use chancery_model::Date;
use chrono::NaiveDate;
use std::ops::Deref;

/// A borrowed look at a graph, cheap to copy; what petgraph's algorithms walk.
///
/// It may be narrowed to what happened [between](Self::between) two days, and to [some
/// kinds](Self::only) of relations, which hides relations and never nodes. The methods it has from [`Graph`] see the whole graph; those of its own, and
/// petgraph's algorithms, see what it shows.
///
/// ```
/// use chancery_graph::Graph;
/// let graph = Graph::default();
/// assert_eq!(petgraph::algo::connected_components(graph.view()), 0);
/// let spring = graph.view().between("2025-03".parse()?, "2025-05".parse()?);
/// assert_eq!(petgraph::algo::connected_components(spring), 0);
/// # Ok::<(), chancery_model::BadDate>(())
/// ```
///
/// # Ways between people
/// Relations are arrows: a person attended a meeting, a statement was made at one, and no arrow
/// leads from a meeting back to a person. So who looks for ways from one person to another walks
/// against the arrows too, as petgraph's `UndirectedAdaptor` does:
///
/// ```
/// # use chancery_graph::{Graph, RelationKind, Report};
/// # use chancery_model::Facts;
/// use petgraph::algo::dijkstra;
/// use petgraph::visit::UndirectedAdaptor;
/// # let facts = Facts::from_json(r#"{
/// #   "document": {"id": "note", "title": null, "published": "2025-02-18", "source": null},
/// #   "entities": [
/// #     {"id": "person:marco-rubio", "kind": "person", "name": "Marco Rubio", "mentions": [[0, 5]]},
/// #     {"id": "person:sergey-lavrov", "kind": "person", "name": "Sergey Lavrov", "mentions": [[10, 16]]}],
/// #   "meetings": [{"id": "meeting:1", "kind": "talks", "status": "held", "mentions": [[6, 9]],
/// #     "from": "2025-02-18", "to": "2025-02-18", "place": null,
/// #     "attendance": [
/// #       {"who": "person:marco-rubio", "status": "attended", "evidence": [0, 16]},
/// #       {"who": "person:sergey-lavrov", "status": "attended", "evidence": [0, 16]}]}]}"#)?;
/// # let graph: Graph = [Report::new(facts, "Rubio met Lavrov.")?].into_iter().collect();
/// let [rubio, lavrov] = ["person:marco-rubio", "person:sergey-lavrov"]
///     .map(|name| graph.find(&name.parse().expect("a name")).expect("it is told of"));
/// let met = graph.view().only(&[RelationKind::Attended]);
/// let steps = dijkstra(UndirectedAdaptor(&met), rubio, None, |_| 1);
/// assert_eq!(steps.get(&lavrov), Some(&2)); // to the meeting, and from it
/// assert_eq!(dijkstra(met, rubio, None, |_| 1).get(&lavrov), None);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct View<'g> {
    graph: &'g Graph,
    /// The first and the last day.
    days: Option<(NaiveDate, NaiveDate)>,
    /// A bit for each kind of relation that is shown.
    kinds: u16,
}

/// Every kind of relation.
const ALL: u16 = (1 << RelationKind::ALL.len()) - 1;

const fn bit(kind: RelationKind) -> u16 {
    1 << kind as u16
}

impl<'g> View<'g> {
    pub(crate) const fn new(graph: &'g Graph) -> Self {
        Self { graph, days: None, kinds: ALL }
    }

    /// The graph that is looked at.
    pub const fn graph(self) -> &'g Graph {
        self.graph
    }

    /// Only what may have happened from the first day of one date to the last day of another: what
    /// has no date is not shown. A window in a window shows what lies in both.
    ///
    /// # Complexity
    /// O(1): nothing is copied.
    #[must_use]
    pub fn between(self, first: Date, last: Date) -> Self {
        let (mut first, mut last) = (first.first_day(), last.last_day());
        if let Some((since, until)) = self.days {
            (first, last) = (first.max(since), last.min(until));
        }
        Self { days: Some((first, last)), ..self }
    }

    /// Only relations of some kinds. Of two such choices what is in both is shown.
    ///
    /// # Complexity
    /// O(1): nothing is copied.
    #[must_use]
    pub fn only(self, kinds: &[RelationKind]) -> Self {
        let chosen = kinds.iter().fold(0, |chosen, kind| chosen | bit(*kind));
        Self { kinds: self.kinds & chosen, ..self }
    }

    /// Whether a relation is shown.
    pub fn shows(self, relation: &Relation) -> bool {
        if self.kinds & bit(relation.kind()) == 0 {
            return false;
        }
        let Some((first, last)) = self.days else { return true };
        let when = &relation.when;
        when.last_day().is_some_and(|day| day >= first)
            && when.first_day().is_some_and(|day| day <= last)
            && first <= last
    }

    /// Whether it shows everything.
    pub(crate) const fn is_whole(self) -> bool {
        self.days.is_none() && self.kinds == ALL
    }

    /// The relations of a kind that it shows, by start and day.
    pub fn relations(self, kind: RelationKind) -> impl DoubleEndedIterator<Item = &'g Relation> {
        self.graph.relations(kind).iter().filter(move |relation| self.shows(relation))
    }

    /// The relations of a kind that start at a node and that it shows, by day.
    pub fn relations_from(
        self,
        node: NodeId,
        kind: RelationKind,
    ) -> impl DoubleEndedIterator<Item = &'g Relation> {
        self.graph.relations_from(node, kind).iter().filter(move |relation| self.shows(relation))
    }

    /// The relations of a kind that end at a node and that it shows, by day.
    pub fn relations_to(
        self,
        node: NodeId,
        kind: RelationKind,
    ) -> impl DoubleEndedIterator<Item = &'g Relation> {
        self.graph.relations_to(node, kind).filter(move |relation| self.shows(relation))
    }
}

impl Deref for View<'_> {
    type Target = Graph;

    fn deref(&self) -> &Graph {
        self.graph
    }
}
