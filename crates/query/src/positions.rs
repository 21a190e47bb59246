use crate::goals::{Goals, Held};
use crate::steps::within_days;
use crate::words;
use chancery_graph::{Graph, Node, NodeName};
use chancery_model::GoalStatus;
use std::collections::BTreeMap;

/// Where parties stand on a goal over time, and who changed.
///
/// A goal belongs to the document that tells of it. Two goals are taken to be one matter if they
/// share most of the words that carry meaning, or if the matter is given by words, if they have
/// those words.
///
/// ```
/// use chancery_graph::Graph;
/// use chancery_query::Positions;
/// let asked = Positions::default().words("ceasefire").of("state:RU".parse()?);
/// assert_eq!(asked.changes(&Graph::default()).count(), 0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[must_use]
pub struct Positions {
    goals: Goals,
    by_words: bool,
    like: Option<NodeName>,
}

/// A party that stood one way on a matter and stands another way later.
#[derive(Debug, Clone, PartialEq)]
pub struct Change<'g> {
    /// Who changed.
    pub who: &'g Node,
    /// How it stood, with its evidence.
    pub before: Held<'g>,
    /// How it stands, with its evidence.
    pub after: Held<'g>,
}

within_days!(Positions, goals.window, "Told of");

impl Positions {
    /// Of this state, organization or person. Taken twice, of either.
    pub fn of(mut self, holder: NodeName) -> Self {
        self.goals = self.goals.of(holder);
        self
    }

    /// On a matter with all these words.
    pub fn words(mut self, words: &str) -> Self {
        self.by_words = !words.trim().is_empty();
        self.goals = self.goals.words(words);
        self
    }

    /// On the matter of this goal, in whatever document.
    pub fn like(mut self, goal: NodeName) -> Self {
        self.like = Some(goal);
        self
    }

    /// The positions, by day (undated ones last), then document, place in the text and status.
    ///
    /// # Complexity
    /// That of [`Goals::answers`].
    pub fn answers<'g>(&self, graph: &'g Graph) -> impl Iterator<Item = Held<'g>> + use<'g> {
        let like = self.like.as_ref().map(|name| {
            graph.find(name).map(|id| words::content(&graph.node(id).label)).unwrap_or_default()
        });
        self.goals.answers(graph).filter(move |held| {
            like.as_ref().is_none_or(|like| same_matter(like, &words::content(held.words)))
        })
    }

    /// Who changed, by who, then by day. A goal that was sought and is agreed, or agreed and is
    /// achieved, is a change too.
    ///
    /// # Complexity
    /// That of [`Positions::answers`], and for each party the goals squared where the matter is
    /// not given.
    pub fn changes<'g>(&self, graph: &'g Graph) -> impl Iterator<Item = Change<'g>> + use<'g> {
        let one_matter = self.by_words || self.like.is_some();
        // Each party's matters, and where it stood last on each.
        let mut stands: BTreeMap<_, Vec<(Vec<String>, Held<'g>)>> = BTreeMap::new();
        let mut changes: Vec<Change<'g>> = Vec::new();
        for held in self.answers(graph).filter(|held| held.on.is_some()) {
            let matter = words::content(held.words);
            for who in &held.holders {
                let known = stands.entry((who.kind(), &who.name)).or_default();
                let same = known
                    .iter_mut()
                    .rev()
                    .find(|(other, _)| one_matter || same_matter(other, &matter));
                match same {
                    Some((_, before)) => {
                        if before.status != held.status && before.on < held.on {
                            let (before, after) = (before.clone(), held.clone());
                            changes.push(Change { who, before, after });
                        }
                        *before = held.clone();
                    }
                    None => known.push((matter.clone(), held.clone())),
                }
            }
        }
        changes.sort_by(|a, b| {
            let key = |change: &Change<'g>| (change.who.kind(), change.who.name.clone());
            key(a).cmp(&key(b))
        });
        changes.into_iter()
    }
}

impl Change<'_> {
    /// Whether it turned round: what was wanted or agreed is rejected, or the other way.
    pub fn is_reversal(&self) -> bool {
        let rejects = |held: &Held<'_>| held.status == GoalStatus::Rejected;
        rejects(&self.before) != rejects(&self.after)
    }
}

/// Whether two goals are one matter: at least two words that carry meaning are shared, and at
/// least half of the shorter one's.
pub(crate) fn same_matter(one: &[String], other: &[String]) -> bool {
    let shared = words::shared(one, other);
    let shorter = one.len().min(other.len());
    shared >= 2.min(shorter.max(1)) && 2 * shared >= shorter && shared > 0
}
