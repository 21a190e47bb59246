use crate::plan;
use crate::steps::{in_documents, with_words};
use crate::words::Words;
use chancery_graph::{Columns, Graph, Node, NodeId, NodeName, Relation, RelationKind};
use chancery_model::{DocumentId, Evidence, RoleStatus, When, fold};

/// Who holds which office, held it, or will.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[must_use]
pub struct Roles {
    persons: Vec<NodeName>,
    served: Vec<NodeName>,
    statuses: Vec<RoleStatus>,
    documents: Vec<DocumentId>,
    pub(crate) title: Words,
    /// The whole of the title, folded.
    whole_title: Option<String>,
    unranked: bool,
}

/// One office of one person.
#[derive(Debug, Clone, PartialEq)]
pub struct Served<'g> {
    /// Who holds it.
    pub person: &'g Node,
    /// The title as written most often.
    pub title: &'g str,
    /// The state, organization or person served, if told.
    pub of: Option<&'g Node>,
    /// Whether it is held.
    pub status: RoleStatus,
    /// From the first to the last publication that says so.
    pub told: When,
    /// The words that say so; at least one piece.
    pub evidence: &'g [Evidence],
}

with_words!(Roles, title, title, "Whose title has");
in_documents!(Roles, documents, "Only what is");

impl Roles {
    /// Of this person.
    pub fn of(mut self, person: NodeName) -> Self {
        self.persons.push(person);
        self
    }

    /// For this state, organization or person.
    pub fn serving(mut self, served: NodeName) -> Self {
        self.served.push(served);
        self
    }

    /// Held now, before, or in time to come.
    pub fn status(mut self, status: RoleStatus) -> Self {
        self.statuses.push(status);
        self
    }

    /// With this title, folded, and no word more.
    pub(crate) fn titled(mut self, title: &str) -> Self {
        self.whole_title = Some(title.to_owned());
        self
    }

    /// Only those who hold the office itself: no deputy of it, no assistant, nobody under it.
    pub(crate) const fn unranked(mut self) -> Self {
        self.unranked = true;
        self
    }

    fn is_meant(&self, title: &str) -> bool {
        let lower = || fold(title).split(' ').any(is_rank);
        self.title.are_in(title)
            && !(self.unranked && lower())
            && self.whole_title.as_ref().is_none_or(|it| fold(title) == *it)
    }

    /// The offices, by person and then by the day they are first told of.
    ///
    /// # Complexity
    /// O(offices of the persons asked for, else of those served, else all); of those served only the
    /// ones with the title asked for are read.
    pub fn answers<'g>(&self, graph: &'g Graph) -> impl Iterator<Item = Served<'g>> + use<'g> {
        let served_nodes = plan::nodes(graph, &self.served);
        let relations: Vec<&'g Relation> = match (plan::nodes(graph, &self.persons), &served_nodes)
        {
            (None, Some(served)) => {
                let all = self.title.is_empty() && self.whole_title.is_none();
                let rows_of = |id: &NodeId| -> Vec<&'g Relation> {
                    if all {
                        return graph.relations_to(*id, RelationKind::Serves).collect();
                    }
                    graph.offices_of(*id, |title| self.is_meant(title))
                };
                let mut rows: Vec<_> = served.iter().flat_map(rows_of).collect();
                rows.retain(|row| self.admits(row));
                let day = |row: &Relation| (row.when.first_day().is_none(), row.when.first_day());
                rows.sort_by(|a, b| {
                    let key = |row: &Relation| (row.from, day(row), row.when.last_day(), row.to);
                    key(a).cmp(&key(b)).then_with(|| a.columns.cmp(&b.columns))
                });
                rows
            }
            (None, None) => {
                let all = graph.relations(RelationKind::Serves).iter();
                all.filter(|row| self.admits(row)).collect()
            }
            (Some(persons), _) => {
                let rows = persons
                    .into_iter()
                    .flat_map(|id| graph.relations_from(id, RelationKind::Serves));
                rows.filter(|row| self.admits(row)).collect()
            }
        };
        let serves = move |row: &&Relation| {
            served_nodes
                .as_ref()
                .is_none_or(|served| row.from != row.to && served.contains(&row.to))
        };
        relations.into_iter().filter(serves).filter_map(|relation| served(graph, relation))
    }

    /// Whether it is one of those asked for, by what it says itself: persons are read of those alone.
    fn admits(&self, row: &Relation) -> bool {
        let Columns::Serves { title, status } = &row.columns else { return false };
        (self.statuses.is_empty() || self.statuses.contains(status))
            && self.is_meant(title)
            && (self.documents.is_empty()
                || row
                    .evidence()
                    .iter()
                    .any(|evidence| self.documents.contains(&evidence.document)))
    }
}

/// Whether a word makes an office one below it.
pub(crate) fn is_rank(word: &str) -> bool {
    matches!(word, "deputy" | "vice" | "assistant" | "under" | "associate" | "principal")
}

fn served<'g>(graph: &'g Graph, relation: &'g Relation) -> Option<Served<'g>> {
    let Columns::Serves { title, status } = &relation.columns else { return None };
    Some(Served {
        person: graph.node(relation.from),
        title,
        of: (relation.from != relation.to).then(|| graph.node(relation.to)),
        status: *status,
        told: relation.when,
        evidence: relation.evidence(),
    })
}
