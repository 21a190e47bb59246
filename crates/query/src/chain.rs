use crate::occasion::{Found, Occasion, occasion_steps};
use crate::who_attended::{Attended, attended, is_party};
use chancery_graph::{Graph, Node, NodeId, NodeKind, NodeName, Relation, RelationKind};
use std::collections::{HashMap, HashSet};

/// The shortest chain of meetings between two people: A met B, B met C, C met D.
///
/// Only persons are links, unless others are let in: a state that sits at every table would join
/// everybody. All meetings of the chain lie in the window that it is narrowed to.
///
/// ```
/// use chancery_graph::Graph;
/// use chancery_query::Chain;
/// let asked = Chain::between("person:a".parse()?, "person:b".parse()?).since("2021".parse()?);
/// assert!(asked.answer(&Graph::default()).is_none());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub struct Chain {
    ends: [NodeName; 2],
    through: Vec<NodeKind>,
    occasion: Occasion,
}

/// One meeting of the chain.
#[derive(Debug, Clone, PartialEq)]
pub struct Joint<'g> {
    /// The one, with the evidence that they were, or are to be, at the meeting.
    pub from: Attended<'g>,
    /// The other, with the evidence.
    pub to: Attended<'g>,
    /// The meeting.
    pub meeting: &'g Node,
}

impl Chain {
    /// Between these two.
    pub const fn between(one: NodeName, other: NodeName) -> Self {
        Self { ends: [one, other], through: Vec::new(), occasion: Occasion::any() }
    }

    /// Also through nodes of this kind: states, organizations.
    pub fn through(mut self, kind: NodeKind) -> Self {
        self.through.push(kind);
        self
    }

    /// The chain, from the one to the other; empty if they are the same, `None` if no meetings
    /// join them. Of several shortest ones always the same: that of the first links by name, and
    /// of the earliest meetings.
    ///
    /// # Complexity
    /// O(attendances within reach).
    pub fn answer<'g>(&self, graph: &'g Graph) -> Option<Vec<Joint<'g>>> {
        let [one, other] = [graph.find(&self.ends[0])?, graph.find(&self.ends[1])?];
        let occasion = self.occasion.find(graph);
        // How each link was reached: by the attendance that leads to the meeting and that which
        // leads out of it.
        let mut reached: HashMap<NodeId, Option<[&'g Relation; 2]>> = HashMap::from([(one, None)]);
        let mut seen: HashSet<NodeId> = HashSet::new();
        let mut level = vec![one];
        while !level.is_empty() && !reached.contains_key(&other) {
            let mut next = Vec::new();
            for from in level {
                for [into, out] in steps(graph, from, &occasion, &mut seen) {
                    let kind = graph.node(out.from).kind();
                    let link = kind == NodeKind::Person || self.through.contains(&kind);
                    if (link || out.from == other) && !reached.contains_key(&out.from) {
                        reached.insert(out.from, Some([into, out]));
                        next.push(out.from);
                    }
                }
            }
            next.sort_unstable();
            level = next;
        }
        let mut chain = Vec::new();
        let mut at = other;
        while let Some([into, out]) = *reached.get(&at)? {
            let (from, to) = (attended(graph, into)?, attended(graph, out)?);
            chain.push(Joint { from, to, meeting: graph.node(into.to) });
            at = into.from;
        }
        chain.reverse();
        Some(chain)
    }
}

occasion_steps!(Chain, status);

/// Every way from somebody through a meeting that was not gone through yet.
fn steps<'g>(
    graph: &'g Graph,
    from: NodeId,
    occasion: &Found,
    seen: &mut HashSet<NodeId>,
) -> Vec<[&'g Relation; 2]> {
    let mut steps = Vec::new();
    for into in graph.relations_from(from, RelationKind::Attended) {
        let Some(meeting) = graph.node(into.to).meeting() else { continue };
        if !is_party(into) || !occasion.admits(graph, into.to, meeting) || !seen.insert(into.to) {
            continue;
        }
        let others = graph.who_attended(into.to);
        steps.extend(others.filter(|out| out.from != from && is_party(out)).map(|out| [into, out]));
    }
    steps
}
