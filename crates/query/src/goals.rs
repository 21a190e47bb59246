use crate::ends::Ends;
use crate::plan::{self, Start};
use crate::steps::{in_documents, with_words, within_days};
use crate::window::Window;
use crate::words::Words;
use chancery_graph::{Columns, Graph, Node, NodeId, NodeKind, NodeName, RelationKind};
use chancery_model::{Date, DocumentId, Evidence, GoalStatus, When};
use std::collections::BTreeMap;

/// Who wants what, agreed to it, rejects it or has achieved it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[must_use]
pub struct Goals {
    holders: Vec<NodeName>,
    with: Vec<NodeName>,
    told_by: Vec<NodeName>,
    at: Vec<NodeName>,
    documents: Vec<DocumentId>,
    statuses: Vec<GoalStatus>,
    pub(crate) window: Window,
    pub(crate) words: Words,
}

/// One goal, with those of its holders for whom it stands alike.
#[derive(Debug, Clone, PartialEq)]
pub struct Held<'g> {
    /// The goal's node.
    pub goal: &'g Node,
    /// Its words, on one line.
    pub words: &'g str,
    /// How it stands with these holders.
    pub status: GoalStatus,
    /// Whose goal it is, by kind and name; nobody where the text names none.
    pub holders: Vec<&'g Node>,
    /// The meetings it was set at.
    pub meetings: Ends<'g>,
    /// By whom it is told, where the article itself does not vouch for it.
    pub according_to: Option<&'g Node>,
    /// The day of the document that tells of it.
    pub on: Option<Date>,
    /// The words that name it.
    pub evidence: &'g Evidence,
}

within_days!(Goals, window, "Told of");
with_words!(Goals, words, words, "With");
in_documents!(Goals, documents, "Only what is");

impl Goals {
    /// Of this person, state or organization.
    pub fn of(mut self, holder: NodeName) -> Self {
        self.holders.push(holder);
        self
    }

    /// That this one holds too, in the same way. Taken twice, both.
    pub fn with(mut self, holder: NodeName) -> Self {
        self.with.push(holder);
        self
    }

    /// As told by this one.
    pub fn according_to(mut self, who: NodeName) -> Self {
        self.told_by.push(who);
        self
    }

    /// Set at this meeting.
    pub fn set_at(mut self, meeting: NodeName) -> Self {
        self.at.push(meeting);
        self
    }

    /// That stand so.
    pub fn status(mut self, status: GoalStatus) -> Self {
        self.statuses.push(status);
        self
    }

    /// The goals, by day (undated ones last), then document, place in the text and status.
    ///
    /// # Complexity
    /// O(k log k) for the k goals of the narrowest of holder, meeting and words.
    pub fn answers<'g>(&self, graph: &'g Graph) -> impl Iterator<Item = Held<'g>> + use<'g> {
        let holders = plan::nodes(graph, &self.holders);
        let at = plan::nodes(graph, &self.at);
        let mut goals = plan::narrowest(
            graph,
            [
                holders.clone().map(|nodes| Start::From(RelationKind::Holds, nodes)),
                at.clone().map(|nodes| Start::To(RelationKind::SetAt, nodes)),
                Start::worded(NodeKind::Goal, &self.words),
            ],
            NodeKind::Goal,
            Window::default(),
        )
        .into_owned();
        goals.sort_by_cached_key(|id| {
            let goal = graph.node(*id).goal();
            let on = goal.and_then(|goal| goal.on);
            let told = goal.map(|goal| (&goal.evidence.document, goal.evidence.span));
            (on.is_none(), on, told, *id)
        });
        goals.dedup();
        let mut asked = self.clone();
        for names in [&mut asked.holders, &mut asked.with, &mut asked.told_by, &mut asked.at] {
            for name in names {
                *name = graph.canonical(name).clone();
            }
        }
        goals.into_iter().flat_map(move |id| held(graph, id)).filter(move |answer| {
            let among = |names: &[NodeName], nodes: &[&Node]| {
                names.is_empty() || nodes.iter().any(|node| names.contains(&node.name))
            };
            let told_by: Vec<_> = answer.according_to.into_iter().collect();
            among(&asked.holders, &answer.holders)
                && asked
                    .with
                    .iter()
                    .all(|with| answer.holders.iter().any(|holder| holder.name == *with))
                && among(&asked.told_by, &told_by)
                && (asked.at.is_empty()
                    || among(&asked.at, &answer.meetings.iter().collect::<Vec<_>>()))
                && (asked.statuses.is_empty() || asked.statuses.contains(&answer.status))
                && (asked.documents.is_empty()
                    || asked.documents.contains(&answer.evidence.document))
                && asked.window.admits(&answer.on.map(When::on).unwrap_or_default())
                && asked.words.are_in(answer.words)
        })
    }
}

/// A goal once for each way in which it stands.
fn held(graph: &Graph, id: NodeId) -> Vec<Held<'_>> {
    let goal = graph.node(id);
    let Some(detail) = goal.goal() else { return Vec::new() };
    let mut stands: BTreeMap<GoalStatus, (Vec<&Node>, &Evidence)> = BTreeMap::new();
    for relation in graph.relations_to(id, RelationKind::Holds) {
        if let Columns::Holds { status } = relation.columns {
            let stand = stands.entry(status).or_insert((Vec::new(), &relation.evidence()[0]));
            stand.0.push(graph.node(relation.from));
        }
    }
    if stands.is_empty() {
        stands.insert(detail.status, (Vec::new(), &detail.evidence));
    }
    stands
        .into_iter()
        .map(|(status, (holders, evidence))| Held {
            goal,
            words: &goal.label,
            status,
            holders,
            meetings: Ends::of(graph, id, RelationKind::SetAt),
            according_to: told_by(graph, evidence),
            on: detail.on,
            evidence,
        })
        .collect()
}

/// The node of the one whose word a piece of evidence is.
pub(crate) fn told_by<'g>(graph: &'g Graph, evidence: &Evidence) -> Option<&'g Node> {
    let node = graph.entity(&evidence.document, evidence.according_to.as_ref()?)?;
    Some(graph.node(node))
}
