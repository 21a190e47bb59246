use chancery_graph::NodeName;
use chancery_model::Date;
use std::fmt;

/// Why a question cannot be asked of a graph.
///
/// Its text names some of the candidates, of the nearest names and of the [`EXAMPLES`]; the value
/// has all of them.
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
    /// A question in words that is none of those that are understood; [`EXAMPLES`] has one of each
    /// kind that is.
    #[error("I cannot answer that; I can answer questions such as `{}`", EXAMPLES[..3].join("`, `"))]
    Outside,
    /// A question in words that asks for somebody, and names nobody.
    #[error("{what}")]
    Incomplete {
        /// What is missing, and an example with it.
        what: &'static str,
    },
    /// A question of more words than anybody asks.
    #[error("the question has {bytes} bytes, and I read {most} at most")]
    TooLong {
        /// How long it is.
        bytes: usize,
        /// How long it may be.
        most: usize,
    },
    /// A day that no month has.
    #[error("there is no day `{typed}`")]
    NoSuchDay {
        /// What was typed.
        typed: String,
    },
    /// A day in numbers that may be two days.
    #[error(
        "`{typed}` may be two days: write {year}-{other:02}-{one:02} or {year}-{one:02}-{other:02}"
    )]
    TwoDays {
        /// What was typed.
        typed: String,
        /// The year.
        year: i32,
        /// The day or the month.
        one: u32,
        /// The month or the day.
        other: u32,
    },
    /// A stretch of time that ends before it begins.
    #[error("from {since} to {until} is no stretch of time: it ends before it begins")]
    TurnedRound {
        /// The first date.
        since: Date,
        /// The last.
        until: Date,
    },
}

/// Questions of every kind that is understood in words.
pub const EXAMPLES: &[&str] = &[
    "who attended the talks in February 2025",
    "who was left out",
    "what did Lavrov say about Ukraine since January",
    "who met Putin last week",
    "when did the United States and Russia last meet",
    "is a Trump–Putin summit planned",
    "which goals were agreed, and by whom",
    "how did Russia's position on a ceasefire change",
    "who denies what others claim",
    "who was the French foreign minister in 2022",
    "tell me about Marco Rubio",
    "what happened in March 2022",
    "how often did Turkey meet Iran in 2024, by month",
    "whom does Lavrov meet most often",
    "how is Biden connected to Putin",
];

/// Something that a name may mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Its name in the graph, which means it and nothing else.
    pub name: NodeName,
    /// What a reader calls it.
    pub label: String,
    /// What tells it from others of that name: the latest office of a person, and in how many
    /// documents it is mentioned.
    pub known_for: String,
}

impl fmt::Display for Named {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({}", self.label, self.name)?;
        if !self.known_for.is_empty() {
            write!(f, "; {}", self.known_for)?;
        }
        f.write_str(")")
    }
}

/// How many are told in a text.
const TOLD: usize = 10;

fn listed(before: &str, named: &[Named]) -> String {
    let each: Vec<_> = named.iter().take(TOLD).map(ToString::to_string).collect();
    match named.len() {
        0 => String::new(),
        all if all > TOLD => format!("{before}{}, and {} more", each.join(", "), all - TOLD),
        _ => format!("{before}{}", each.join(", ")),
    }
}
