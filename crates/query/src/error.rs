use chancery_graph::NodeName;

/// Why a question cannot be asked of a graph.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum QuestionError {
    /// Nothing in the graph is called so.
    #[error("nothing is called `{typed}`{}", listed("; the nearest: ", nearest))]
    UnknownName {
        /// What was typed.
        typed: String,
        /// What has a similar name, the most similar first.
        nearest: Vec<Named>,
    },
    /// Several things are called so; one of their ids says which is meant.
    #[error("`{typed}` may be {} things{}", candidates.len(), listed(": ", candidates))]
    AmbiguousName {
        /// What was typed.
        typed: String,
        /// Who or what it may mean, the best match first.
        candidates: Vec<Named>,
    },
}

/// Something that a name may mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Its name in the graph, which means it and nothing else.
    pub name: NodeName,
    /// What a reader calls it.
    pub label: String,
}

fn listed(before: &str, named: &[Named]) -> String {
    let each: Vec<_> =
        named.iter().map(|named| format!("{} ({})", named.label, named.name)).collect();
    if each.is_empty() { String::new() } else { format!("{before}{}", each.join(", ")) }
}
