use crate::{NodeKind, NodeName};
use chancery_model::EntityId;
use std::collections::BTreeMap;
use std::fmt;

/// What somebody decided about who is who. It wins over what the documents say.
///
/// Of decisions that contradict each other the later one holds, and each can be taken back:
/// see [`Archive::decide`](crate::Archive::decide).
///
/// ```
/// use chancery_graph::{Decision, Graph};
/// let decision = Decision::Same("person:zelensky".parse()?, "person:zelenskyy".parse()?);
/// let graph = Graph::decided([], [decision]);
/// assert_eq!(graph.canonical(&"person:zelenskyy".parse()?).as_str(), "person:zelensky");
/// # Ok::<(), chancery_model::BadId>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Decision {
    /// Two names are of one node.
    Same(NodeName, NodeName),
    /// Two names are of two nodes.
    Distinct(NodeName, NodeName),
    /// A node is called so.
    Name(NodeName, String),
}

impl Decision {
    /// With two names in order, if it makes sense.
    pub(crate) fn checked(self) -> Result<Self, &'static str> {
        let (Self::Same(a, b) | Self::Distinct(a, b)) = &self else {
            let Self::Name(node, name) = &self else { return Ok(self) };
            check_kind(node)?;
            return match name.trim() {
                "" => Err("a name is some words"),
                trimmed if trimmed.chars().any(char::is_control) => Err("a name is one line"),
                trimmed => Ok(Self::Name(node.clone(), trimmed.to_owned())),
            };
        };
        check_kind(a)?;
        if a.kind() != b.kind() {
            return Err("they are of two kinds");
        }
        if a == b {
            return Err("that is one name");
        }
        if a < b {
            return Ok(self);
        }
        Ok(match self {
            Self::Same(a, b) => Self::Same(b, a),
            Self::Distinct(a, b) => Self::Distinct(b, a),
            other @ Self::Name(..) => other,
        })
    }
}

fn check_kind(node: &NodeName) -> Result<(), &'static str> {
    match node.kind() {
        NodeKind::Statement | NodeKind::Goal | NodeKind::Document => {
            Err("only persons, states, organizations, places and meetings are decided about")
        }
        NodeKind::Meeting => Ok(()),
        _ if node.as_str().parse::<EntityId>().is_ok() => Ok(()),
        _ => Err("that is no entity's id"),
    }
}

impl fmt::Display for Decision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Same(a, b) => write!(f, "{a} is {b}"),
            Self::Distinct(a, b) => write!(f, "{a} is not {b}"),
            Self::Name(node, name) => write!(f, "{node} is called {name}"),
        }
    }
}

/// Who is who, as decided.
///
/// Invariant: it is a function of the decisions in their order, and of nothing else.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct WhoIsWho {
    /// The least name of the cluster that a name belongs to, where that is another.
    least: BTreeMap<NodeName, NodeName>,
    /// The names of each cluster of several, by the least of them.
    clusters: BTreeMap<NodeName, Vec<NodeName>>,
    /// What the node of a least name is called.
    called: BTreeMap<NodeName, String>,
}

impl WhoIsWho {
    /// Decisions that make sense, the earliest first.
    pub(crate) fn new<'a>(decisions: impl DoubleEndedIterator<Item = &'a Decision>) -> Self {
        let mut clusters = Clusters::default();
        let mut called: Vec<(&NodeName, &String)> = Vec::new();
        // The latest first: an earlier one holds only where no later one stands against it.
        for decision in decisions.rev() {
            match decision {
                Decision::Same(a, b) => clusters.join(a, b),
                Decision::Distinct(a, b) => clusters.part(a, b),
                Decision::Name(node, name) => called.push((node, name)),
            }
        }
        let mut found = Self::default();
        for members in clusters.members() {
            let least = members[0].clone();
            for other in &members[1..] {
                found.least.insert(other.clone(), least.clone());
            }
            found.clusters.insert(least, members);
        }
        for (node, name) in called {
            let least = found.least(node).clone();
            found.called.entry(least).or_insert_with(|| name.clone());
        }
        found
    }

    /// The name that stands for all that are one with this one.
    pub(crate) fn least<'a>(&'a self, name: &'a NodeName) -> &'a NodeName {
        self.least.get(name).unwrap_or(name)
    }

    /// The other names of a node, by letters.
    pub(crate) fn others(&self, least: &NodeName) -> &[NodeName] {
        self.clusters.get(least).map_or(&[], |members| &members[1..])
    }

    /// What a node is to be called.
    pub(crate) fn called(&self, least: &NodeName) -> Option<&str> {
        self.called.get(least).map(String::as_str)
    }
}

/// Names that are joined one pair after the other, and pairs that must not be.
#[derive(Default)]
struct Clusters<'a> {
    /// Which cluster a name is in.
    of: BTreeMap<&'a NodeName, usize>,
    members: Vec<Vec<&'a NodeName>>,
    /// Pairs of clusters that are apart, each both ways.
    apart: Vec<Vec<usize>>,
}

impl<'a> Clusters<'a> {
    fn of(&mut self, name: &'a NodeName) -> usize {
        *self.of.entry(name).or_insert_with(|| {
            self.members.push(vec![name]);
            self.apart.push(Vec::new());
            self.members.len() - 1
        })
    }

    fn join(&mut self, a: &'a NodeName, b: &'a NodeName) {
        let (a, b) = (self.of(a), self.of(b));
        if a == b || self.apart[a].contains(&b) {
            return;
        }
        // The smaller goes into the larger, so each name moves at most log n times.
        let (from, to) =
            if self.members[a].len() < self.members[b].len() { (a, b) } else { (b, a) };
        for name in std::mem::take(&mut self.members[from]) {
            self.of.insert(name, to);
            self.members[to].push(name);
        }
        for other in std::mem::take(&mut self.apart[from]) {
            for known in &mut self.apart[other] {
                if *known == from {
                    *known = to;
                }
            }
            self.apart[to].push(other);
        }
    }

    fn part(&mut self, a: &'a NodeName, b: &'a NodeName) {
        let (a, b) = (self.of(a), self.of(b));
        if a != b {
            self.apart[a].push(b);
            self.apart[b].push(a);
        }
    }

    /// The names of each cluster of several, sorted.
    fn members(self) -> impl Iterator<Item = Vec<NodeName>> {
        self.members.into_iter().filter(|members| members.len() > 1).map(|mut members| {
            members.sort_unstable();
            members.into_iter().cloned().collect()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(letter: char) -> NodeName {
        format!("person:{letter}").parse().expect("a name")
    }

    /// `a=b` is same, `a/b` distinct; the clusters of several come out, each in order.
    #[track_caller]
    fn check(decisions: &str, expected: &str) {
        let decisions: Vec<Decision> = decisions
            .split_whitespace()
            .map(|word| {
                let letters: Vec<char> = word.chars().collect();
                let (a, b) = (name(letters[0]), name(letters[2]));
                let decision =
                    if letters[1] == '=' { Decision::Same(a, b) } else { Decision::Distinct(a, b) };
                decision.checked().expect("it makes sense")
            })
            .collect();
        let who = WhoIsWho::new(decisions.iter());
        let clusters: Vec<String> = who
            .clusters
            .values()
            .map(|names| names.iter().filter_map(|name| name.as_str().chars().last()).collect())
            .collect();
        assert_eq!(clusters.join(" "), expected);
    }

    #[test]
    fn clusters_are_what_hangs_together_minus_what_is_told_apart() {
        check("", "");
        check("a=b", "ab");
        check("a=b c=d", "ab cd");
        check("c=b b=a d=e", "abc de");
        check("a=b a/b", "");
        check("a/b a=b", "ab");
    }

    #[test]
    fn of_decisions_that_contradict_the_later_holds() {
        check("a=b b=c a/c", "bc");
        check("b=c a=b a/c", "ab");
        check("a=b a/c b=c", "bc");
        check("a/c a=b b=c", "abc");
        check("a/d a=b c=d b=c", "abcd");
        check("a=b c=d b=c a/d", "bcd");
    }

    #[test]
    fn what_makes_no_sense_is_refused() {
        let parsed = |name: &str| name.parse::<NodeName>().expect("a name");
        assert!(Decision::Same(name('a'), name('a')).checked().is_err());
        assert!(Decision::Same(name('a'), parsed("state:FR")).checked().is_err());
        let statement = || parsed("statement:note/1-2");
        assert!(Decision::Name(statement(), "Note".to_owned()).checked().is_err());
        assert!(Decision::Name(name('a'), " \n".to_owned()).checked().is_err());
        assert!(Decision::Name(name('a'), "A\u{1b}[31m".to_owned()).checked().is_err());
    }
}
