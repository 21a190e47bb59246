use crate::{NodeKind, NodeName};
use chancery_model::EntityId;
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
    /// A node is called so. An archive takes names of up to 1,000 bytes.
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

#[cfg(test)]
mod tests {
    use super::*;

    fn name(letter: char) -> NodeName {
        format!("person:{letter}").parse().expect("a name")
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
