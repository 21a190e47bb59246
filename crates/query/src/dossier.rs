use crate::company::{Companion, Company};
use crate::goals::{Goals, Held};
use crate::meetings::{Meetings, Met};
use crate::roles::{Roles, Served};
use crate::who_attended::{Attended, WhoAttended};
use crate::who_said::{Said, WhoSaid};
use chancery_graph::{Graph, Node, NodeKind, NodeName, Relation, RelationKind};
use chancery_model::{Date, DocumentId, DocumentInfo};
use std::collections::BTreeSet;

/// All that is known of a person, a state, an organization, a place or a meeting, on one page.
///
/// ```
/// use chancery_graph::Graph;
/// use chancery_query::Dossier;
/// let asked = Dossier::of("person:sergey-lavrov".parse()?).most(10);
/// assert!(asked.answer(&Graph::default()).is_none());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub struct Dossier {
    of: NodeName,
    most: usize,
    since: Option<Date>,
    until: Option<Date>,
}

/// The page. Each line has its own evidence.
#[derive(Debug, Clone, PartialEq)]
pub struct Page<'g> {
    /// Who or what it is of.
    pub node: &'g Node,
    /// Its other names, as decided.
    pub other_names: &'g [NodeName],
    /// Offices of a person, the latest told first.
    pub offices: Vec<Served<'g>>,
    /// Who serves it, the latest told first.
    pub officials: Vec<Served<'g>>,
    /// Its meetings, at the table or expected, the latest first; of a meeting itself.
    pub meetings: Vec<Met<'g>>,
    /// Where it was kept away, stayed away or was absent, the latest first.
    pub missed: Vec<Attended<'g>>,
    /// With whom it sat most often, of its own kind.
    pub company: Vec<Companion<'g>>,
    /// What it said, or what was said at the meeting, the latest first.
    pub said: Vec<Said<'g>>,
    /// Its goals, or those set at the meeting, the latest first.
    pub goals: Vec<Held<'g>>,
    /// How many of each there are, however many are listed.
    pub counts: Counts,
    /// The documents that mention it, the latest first.
    pub documents: Vec<&'g DocumentInfo>,
}

/// How many of each there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Of [`Page::offices`].
    pub offices: usize,
    /// Of [`Page::officials`].
    pub officials: usize,
    /// Of [`Page::meetings`].
    pub meetings: usize,
    /// Of [`Page::missed`].
    pub missed: usize,
    /// Of [`Page::company`].
    pub company: usize,
    /// Of [`Page::said`].
    pub said: usize,
    /// Of [`Page::goals`].
    pub goals: usize,
    /// Of [`Page::documents`].
    pub documents: usize,
}

impl Dossier {
    /// Of this one, with the latest ten of each.
    pub const fn of(node: NodeName) -> Self {
        Self { of: node, most: 10, since: None, until: None }
    }

    /// With no more than so many of each.
    pub const fn most(mut self, lines: usize) -> Self {
        self.most = lines;
        self
    }

    /// Of this day, month or year, or later: meetings, statements and goals.
    pub const fn since(mut self, date: Date) -> Self {
        self.since = Some(date);
        self
    }

    /// Of this day, month or year, or earlier: meetings, statements and goals.
    pub const fn until(mut self, date: Date) -> Self {
        self.until = Some(date);
        self
    }

    /// The page; `None` if there is no such node.
    ///
    /// # Complexity
    /// O(k log k) for the k relations of the node and of its meetings.
    pub fn answer<'g>(&self, graph: &'g Graph) -> Option<Page<'g>> {
        let id = graph.find(&self.of)?;
        let node = graph.node(id);
        let name = || node.name.clone();
        let actor = NodeKind::ACTORS.contains(&node.kind());
        let mut counts = Counts::default();
        let mut meetings = match node.kind() {
            NodeKind::Meeting => Some(Meetings::default().meeting(name())),
            NodeKind::Place => Some(Meetings::default().place(name())),
            _ if actor => Some(Meetings::default().with(name())),
            _ => None,
        };
        let mut missed = actor.then(|| WhoAttended::default().who(name()).left_out());
        let mut company = actor.then(|| Company::default().of(name()).who_is(node.kind()));
        let mut said = match node.kind() {
            NodeKind::Meeting => Some(WhoSaid::default().at_meeting(name())),
            NodeKind::State => Some(WhoSaid::default().by_state(name())),
            NodeKind::Goal | NodeKind::Place => Some(WhoSaid::default().about(name())),
            _ if actor => Some(WhoSaid::default().by(name())),
            _ => None,
        };
        let mut goals = match node.kind() {
            NodeKind::Meeting => Some(Goals::default().set_at(name())),
            _ if actor => Some(Goals::default().of(name())),
            _ => None,
        };
        if let Some(date) = self.since {
            meetings = meetings.map(|asked| asked.since(date));
            missed = missed.map(|asked| asked.since(date));
            company = company.map(|asked| asked.since(date));
            said = said.map(|asked| asked.since(date));
            goals = goals.map(|asked| asked.since(date));
        }
        if let Some(date) = self.until {
            meetings = meetings.map(|asked| asked.until(date));
            missed = missed.map(|asked| asked.until(date));
            company = company.map(|asked| asked.until(date));
            said = said.map(|asked| asked.until(date));
            goals = goals.map(|asked| asked.until(date));
        }
        let offices = latest_told(Roles::default().of(name()).answers(graph));
        let officials = latest_told(Roles::default().serving(name()).answers(graph));
        let officials = officials.into_iter().filter(|served| served.of.is_some()).collect();
        let company: Vec<_> = company.into_iter().flat_map(|asked| asked.answers(graph)).collect();
        counts.company = company.len();
        let documents = documents(graph, node);
        counts.documents = documents.len();
        Some(Page {
            node,
            other_names: graph.other_names(id),
            offices: first(offices, self.most, &mut counts.offices),
            officials: first(officials, self.most, &mut counts.officials),
            meetings: latest(
                meetings.into_iter().flat_map(|asked| asked.answers(graph)),
                |met| met.when.is_unknown(),
                self.most,
                &mut counts.meetings,
            ),
            missed: latest(
                missed.into_iter().flat_map(|asked| asked.answers(graph)),
                |row| row.when.is_unknown(),
                self.most,
                &mut counts.missed,
            ),
            company: company.into_iter().take(self.most).collect(),
            said: latest(
                said.into_iter().flat_map(|asked| asked.answers(graph)),
                |said| said.on.is_none(),
                self.most,
                &mut counts.said,
            ),
            goals: latest(
                goals.into_iter().flat_map(|asked| asked.answers(graph)),
                |held| held.on.is_none(),
                self.most,
                &mut counts.goals,
            ),
            documents: documents.into_iter().take(self.most).collect(),
            counts,
        })
    }
}

/// The latest told first; those told on no day last.
fn latest_told<'g>(offices: impl Iterator<Item = Served<'g>>) -> Vec<Served<'g>> {
    let mut offices: Vec<_> = offices.collect();
    offices.sort_by_key(|served| std::cmp::Reverse(served.told.last_day()));
    offices
}

fn first<T>(all: Vec<T>, most: usize, count: &mut usize) -> Vec<T> {
    *count = all.len();
    all.into_iter().take(most).collect()
}

/// Answers by day turned round; those without a date stay last.
fn latest<T>(
    answers: impl Iterator<Item = T>,
    undated: impl Fn(&T) -> bool,
    most: usize,
    count: &mut usize,
) -> Vec<T> {
    let (undated, mut dated): (Vec<T>, Vec<T>) = answers.partition(undated);
    *count = dated.len() + undated.len();
    dated.reverse();
    dated.into_iter().chain(undated).take(most).collect()
}

/// Every document with a passage or a relation of the node.
fn documents<'g>(graph: &'g Graph, node: &'g Node) -> Vec<&'g DocumentInfo> {
    let mut ids: BTreeSet<&DocumentId> =
        node.passages.iter().map(|passage| &passage.document).collect();
    if let Some(id) = graph.find(&node.name) {
        for kind in [RelationKind::Attended, RelationKind::Serves, RelationKind::Holds] {
            let rows = graph.relations_from(id, kind).iter();
            ids.extend(rows.flat_map(Relation::evidence).map(|evidence| &evidence.document));
        }
    }
    let mut documents: Vec<_> = ids
        .into_iter()
        .filter_map(|id| graph.report(id))
        .map(chancery_graph::Report::info)
        .collect();
    documents.sort_by(|a, b| (b.published, &a.id).cmp(&(a.published, &b.id)));
    documents
}
