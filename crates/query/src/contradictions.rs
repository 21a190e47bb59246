use crate::goals::told_by;
use crate::plan;
use crate::positions::same_matter;
use crate::steps::{in_documents, with_words, within_days};
use crate::window::Window;
use crate::words::{self, Words};
use chancery_graph::{Columns, Graph, Node, NodeId, NodeKind, NodeName, Relation, RelationKind};
use chancery_model::{Act, AttendanceStatus, Date, DocumentId, Evidence, GoalStatus, When};

/// Where one claims what another denies, of the same meeting or goal.
///
/// Three kinds are found: somebody is told to have been at a meeting and not to have been there;
/// a goal is held by a party in one telling and rejected by it in another of the same days; a
/// statement denies what a statement of somebody else, of the same meeting or goal, claims in much
/// the same words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[must_use]
pub struct Contradictions {
    by: Vec<NodeName>,
    on: Vec<NodeName>,
    documents: Vec<DocumentId>,
    window: Window,
    words: Words,
}

/// One claim and its denial.
#[derive(Debug, Clone, PartialEq)]
pub struct Contradiction<'g> {
    /// The meeting or goal.
    pub matter: &'g Node,
    /// What is claimed.
    pub claim: Side<'g>,
    /// What denies it.
    pub denial: Side<'g>,
}

/// One side of a contradiction.
#[derive(Debug, Clone, PartialEq)]
pub struct Side<'g> {
    /// Who says so; `None` where it is the article itself, or a source that it does not name.
    pub who: Option<&'g Node>,
    /// What is said: the words of a statement or a goal, or who was there or not.
    pub what: String,
    /// The day of the words.
    pub on: Option<Date>,
    /// The words that say so.
    pub evidence: &'g Evidence,
}

within_days!(Contradictions, window, "Where the denial is");
with_words!(Contradictions, words, words, "Where the one or the other has");
in_documents!(Contradictions, documents, "Where the claim or the denial is");

impl Contradictions {
    /// In which this one claims or denies, or is the one who was there or not. Taken twice, either.
    pub fn by(mut self, who: NodeName) -> Self {
        self.by.push(who);
        self
    }

    /// On this meeting or goal. Taken twice, on either.
    pub fn on(mut self, matter: NodeName) -> Self {
        self.on.push(matter);
        self
    }

    /// The contradictions: by the day of the denial (undated ones last), then its document and
    /// place in the text, then those of the claim.
    ///
    /// # Complexity
    /// O(s) for the s statements, attendances and goals of the matters asked for, or of all; times
    /// the claims about the matter of each denial.
    pub fn answers<'g>(
        &self,
        graph: &'g Graph,
    ) -> impl Iterator<Item = Contradiction<'g>> + use<'g> {
        let matters: Vec<NodeId> = plan::nodes(graph, &self.on).unwrap_or_else(|| {
            let of = |kind| graph.nodes(kind).map(|(id, _)| id);
            of(NodeKind::Meeting).chain(of(NodeKind::Goal)).collect()
        });
        let mut found = Vec::new();
        for matter in matters {
            attendance(graph, matter, &mut found);
            statements(graph, matter, &mut found);
            goals(graph, matter, &mut found);
        }
        let by = plan::nodes(graph, &self.by);
        found.retain(|(contradiction, whose): &(Contradiction<'g>, Option<NodeId>)| {
            let sides = [&contradiction.claim, &contradiction.denial];
            let is = |who: NodeId| by.as_ref().is_some_and(|by| by.contains(&who));
            let named =
                |side: &&Side<'_>| side.who.and_then(|who| graph.find(&who.name)).is_some_and(is);
            (by.is_none() || whose.is_some_and(is) || sides.iter().any(named))
                && (self.documents.is_empty()
                    || sides.iter().any(|side| self.documents.contains(&side.evidence.document)))
                && self.window.admits(&sides[1].on.map(When::on).unwrap_or_default())
                && (self.words.is_empty() || sides.iter().any(|side| self.words.are_in(&side.what)))
        });
        let order = |side: &Side<'g>| {
            let evidence = side.evidence;
            (side.on.is_none(), side.on, evidence.document.clone(), evidence.span)
        };
        // And by what is said and whose word it is, so that what is of several matters stands
        // together, and comes once.
        let said = |side: &Side<'g>| (side.what.clone(), side.who.map(|who| &who.name));
        let key = |(Contradiction { claim, denial, .. }, _): &(Contradiction<'g>, _)| {
            (order(denial), order(claim), said(denial), said(claim))
        };
        found.sort_by_cached_key(key);
        found.dedup_by(|a, b| key(a) == key(b));
        found.into_iter().map(|(contradiction, _)| contradiction)
    }
}

type Found<'g> = Vec<(Contradiction<'g>, Option<NodeId>)>;

/// There and not there.
fn attendance<'g>(graph: &'g Graph, meeting: NodeId, found: &mut Found<'g>) {
    if graph.node(meeting).kind() != NodeKind::Meeting {
        return;
    }
    let side = |relation: &'g Relation| {
        let Columns::Attended { status, .. } = &relation.columns else { return None };
        let evidence = &relation.evidence()[0];
        let what = format!("{} {status}", graph.node(relation.from).label);
        let on = published(graph, evidence);
        let there = *status == AttendanceStatus::Attended;
        let kept = matches!(
            status,
            AttendanceStatus::Absent | AttendanceStatus::Excluded | AttendanceStatus::Declined
        );
        Some((there, kept, Side { who: told_by(graph, evidence), what, on, evidence }))
    };
    let rows: Vec<_> = graph
        .who_attended(meeting)
        .filter_map(|relation| Some((relation.from, side(relation)?)))
        .collect();
    for (who, (there, _, claim)) in &rows {
        for (other, (_, kept, denial)) in &rows {
            if who == other && *there && *kept {
                let matter = graph.node(meeting);
                let (claim, denial) = (claim.clone(), denial.clone());
                found.push((Contradiction { matter, claim, denial }, Some(*who)));
            }
        }
    }
}

/// Claimed and denied in statements about it.
fn statements<'g>(graph: &'g Graph, matter: NodeId, found: &mut Found<'g>) {
    let mut about: Vec<NodeId> =
        graph.relations_to(matter, RelationKind::About).map(|relation| relation.from).collect();
    about.sort_unstable();
    about.dedup();
    let denies = |id: NodeId| {
        graph.node(id).statement().is_some_and(|statement| {
            statement.negated || matches!(statement.act, Some(Act::Deny | Act::Oppose))
        })
    };
    let (denials, claims): (Vec<_>, Vec<_>) = about.into_iter().partition(|id| denies(*id));
    if denials.is_empty() {
        return;
    }
    let words = |id: &NodeId| words::content(&graph.node(*id).label);
    let claims: Vec<_> = claims.into_iter().map(|id| (id, words(&id))).collect();
    for denial in denials {
        let meant = words(&denial);
        for (claim, claimed) in &claims {
            let (here, there) = (speaker(graph, *claim), speaker(graph, denial));
            let other = here != there && there.is_some();
            if other && same_matter(claimed, &meant) {
                let side = |id| side_of(graph, id);
                if let (Some(claim), Some(denial)) = (side(*claim), side(denial)) {
                    let matter = graph.node(matter);
                    found.push((Contradiction { matter, claim, denial }, None));
                }
            }
        }
    }
}

fn speaker(graph: &Graph, statement: NodeId) -> Option<NodeId> {
    graph.relations_to(statement, RelationKind::Said).map(|said| said.from).min()
}

fn side_of(graph: &Graph, statement: NodeId) -> Option<Side<'_>> {
    let node = graph.node(statement);
    let detail = node.statement()?;
    let who = speaker(graph, statement).map(|who| graph.node(who));
    Some(Side { who, what: node.label.clone(), on: detail.on, evidence: &detail.evidence })
}

/// Held and rejected by one party, in tellings of the same days: later it is a change.
fn goals<'g>(graph: &'g Graph, goal: NodeId, found: &mut Found<'g>) {
    let rejected = |relation: &Relation| {
        matches!(relation.columns, Columns::Holds { status: GoalStatus::Rejected })
    };
    let rejecting = graph.relations_to(goal, RelationKind::Holds).filter(|row| rejected(row));
    let matter = graph.node(goal);
    if matter.kind() != NodeKind::Goal {
        return;
    }
    let meant = words::content(&matter.label);
    for denial in rejecting {
        let day = denial.when.first_day();
        let held = graph.relations_from(denial.from, RelationKind::Holds).iter();
        let same_days = held.filter(|row| !rejected(row) && row.when.first_day() == day);
        for claim in same_days {
            if same_matter(&meant, &words::content(&graph.node(claim.to).label)) {
                let side = |row: &'g Relation| {
                    let Columns::Holds { status } = &row.columns else { return None };
                    let evidence = &row.evidence()[0];
                    let (who, holder) = (told_by(graph, evidence), graph.node(row.from));
                    let goal = &graph.node(row.to).label;
                    let what = format!("{} {status}: {goal}", holder.label);
                    Some(Side { who, what, on: row.when.from, evidence })
                };
                if let (Some(claim), Some(refusal)) = (side(claim), side(denial)) {
                    let contradiction = Contradiction { matter, claim, denial: refusal };
                    found.push((contradiction, Some(denial.from)));
                }
            }
        }
    }
}

fn published(graph: &Graph, evidence: &Evidence) -> Option<Date> {
    graph.report(&evidence.document)?.info().published
}
