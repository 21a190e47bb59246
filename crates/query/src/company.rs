use crate::meetings::Met;
use crate::occasion::{Occasion, occasion_steps};
use crate::plan::{self, Start};
use crate::service;
use crate::who_attended::is_party;
use crate::words::Words;
use chancery_graph::{Graph, Node, NodeId, NodeKind, NodeName, Relation, RelationKind};
use chancery_model::Evidence;

/// With whom somebody sits at a table most often.
///
/// Each node counts for itself: a state is at a table where an article says that it is.
///
/// ```
/// use chancery_graph::{Graph, NodeKind};
/// use chancery_query::Company;
/// let asked = Company::default().of("person:sergey-lavrov".parse()?).who_is(NodeKind::Person);
/// assert_eq!(asked.answers(&Graph::default()).take(10).count(), 0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[must_use]
pub struct Company {
    of: Vec<NodeName>,
    kinds: Vec<NodeKind>,
    titled: Vec<Words>,
    at_least: usize,
    at_most: Option<usize>,
    occasion: Occasion,
}

/// Somebody who was at the same tables.
#[derive(Debug, Clone, PartialEq)]
pub struct Companion<'g> {
    /// Who.
    pub who: &'g Node,
    /// At how many meetings.
    pub meetings: usize,
    /// The last of them (of the dated ones, if any is dated).
    pub last: &'g Node,
    /// The words that put them at the last one; at least one piece.
    pub evidence: &'g [Evidence],
}

impl Company {
    /// Of this person, state or organization. Taken twice, of either.
    pub fn of(mut self, who: NodeName) -> Self {
        self.of.push(who);
        self
    }

    /// Only company of this kind. Taken twice, of either.
    pub fn who_is(mut self, kind: NodeKind) -> Self {
        self.kinds.push(kind);
        self
    }

    /// Only who holds, held or is to hold an office with all these words in its title. Taken twice,
    /// either; without words, none.
    pub fn titled(mut self, words: &str) -> Self {
        self.titled.extend(Some(Words::new(words)).filter(|words| !words.is_empty()));
        self
    }

    /// Only who was at so many of the meetings, or at more.
    pub fn at_least(mut self, meetings: usize) -> Self {
        self.at_least = meetings;
        self
    }

    /// So many of them, and no more.
    pub fn at_most(mut self, many: usize) -> Self {
        self.at_most = Some(many);
        self
    }

    /// The company, the most frequent first; of those as frequent by kind and name.
    ///
    /// # Complexity
    /// O(k log k) for the k attendances of the meetings of those asked for.
    pub fn answers<'g>(&self, graph: &'g Graph) -> impl Iterator<Item = Companion<'g>> + use<'g> {
        let of = plan::nodes(graph, &self.of);
        let occasion = self.occasion.find(graph);
        let of_them = of.clone().map(|nodes| Start::From(RelationKind::Attended, nodes));
        let ways = [of_them].into_iter().chain(occasion.ways());
        let of = of.unwrap_or_default();
        let mut meetings =
            plan::narrowest(graph, ways, NodeKind::Meeting, occasion.window()).into_owned();
        meetings.sort_unstable();
        meetings.dedup();
        let mut rows: Vec<&'g Relation> = Vec::new();
        for id in meetings {
            let Some(meeting) = graph.node(id).meeting() else { continue };
            let there = |relation: &&Relation| is_party(relation) && of.contains(&relation.from);
            if !occasion.admits(graph, id, meeting)
                || !(self.of.is_empty() || graph.who_attended(id).any(|relation| there(&relation)))
            {
                continue;
            }
            rows.extend(graph.who_attended(id).filter(|relation| {
                is_party(relation)
                    && !of.contains(&relation.from)
                    && (self.kinds.is_empty()
                        || self.kinds.contains(&graph.node(relation.from).kind()))
            }));
        }
        // Whose each row is, and its place: two numbers to sort by, and one meeting side by side.
        let mut order: Vec<(NodeId, u32)> =
            rows.iter().zip(0..).map(|(relation, place)| (relation.from, place)).collect();
        order.sort_unstable();
        let mut ranked: Vec<(usize, NodeId, &'g Relation)> = order
            .chunk_by(|one, other| one.0 == other.0)
            .map(|theirs| {
                let of = |place: &(NodeId, u32)| rows[place.1 as usize];
                let meetings = theirs.chunk_by(|one, other| of(one).to == of(other).to).count();
                let last = theirs.iter().map(of);
                // Of several rows of one meeting the first proves it.
                let last = last.rev().max_by_key(|row| (row.when.first_day(), row.to));
                (meetings, theirs[0].0, last.unwrap_or(of(&theirs[0])))
            })
            .collect();
        ranked.retain(|(meetings, who, _)| {
            *meetings >= self.at_least
                && (self.titled.is_empty()
                    || self
                        .titled
                        .iter()
                        .any(|it| service::holds(graph, graph.node(*who), it, None)))
        });
        ranked.sort_unstable_by_key(|(meetings, who, _)| (std::cmp::Reverse(*meetings), *who));
        ranked.truncate(self.at_most.unwrap_or(usize::MAX));
        ranked.into_iter().map(|(meetings, who, last)| Companion {
            who: graph.node(who),
            meetings,
            last: graph.node(last.to),
            evidence: last.evidence(),
        })
    }

    /// The meetings at which they were together with somebody, to show behind a count.
    pub fn meetings_with<'g>(
        &self,
        graph: &'g Graph,
        other: NodeName,
    ) -> impl Iterator<Item = Met<'g>> + use<'g> {
        let mut asked = crate::Meetings::at(self.occasion.clone()).with(other);
        for who in &self.of {
            asked = asked.with(who.clone());
        }
        asked.answers(graph)
    }
}

occasion_steps!(Company, status);
