//! SPARQL 1.1 over the graph in place: nothing is copied, triples are read from it as they are
//! asked for. `VOCABULARY.md` tells by which names.

mod apart;
mod dataset;
mod made;
mod size;
mod terms;
mod triples;
mod unseen;
mod watch;

pub use terms::PREFIXES;

use chancery_graph::Graph;
use spareval::{CancellationToken, QueryEvaluationError, QueryEvaluator, QueryResults};
use spargebra::term::{NamedOrBlankNode, Term};
use spargebra::{Query, SparqlParser};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::RecvTimeoutError;
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::{Duration, Instant};
use triples::Triples;
use watch::Overrun;

/// How much a query may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// How long it may run.
    pub time: Duration,
    /// How many rows, or triples, it may give.
    pub rows: usize,
    /// How many bytes it may hold at once, by a rough count.
    pub memory: usize,
}

impl Default for Limits {
    /// Ten seconds, a hundred thousand rows and a gibibyte.
    fn default() -> Self {
        Self { time: Duration::from_secs(10), rows: 100_000, memory: 1 << 30 }
    }
}

/// What a query is answered with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SparqlAnswer {
    /// Of `SELECT`.
    Rows {
        /// The variables, without `?`.
        variables: Vec<String>,
        /// A cell a variable; none where it is unbound.
        rows: Vec<Vec<Option<Cell>>>,
        /// Whether there were more rows than the limit.
        cut: bool,
    },
    /// Of `ASK`.
    Boolean(bool),
    /// Of `CONSTRUCT` and `DESCRIBE`: subject, predicate and object.
    Triples {
        /// The triples.
        triples: Vec<[Cell; 3]>,
        /// Whether there were more than the limit.
        cut: bool,
    },
}

/// One term of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// A name.
    Iri(String),
    /// A text, a number, a date.
    Literal {
        /// As written.
        value: String,
        /// The IRI of its kind.
        datatype: String,
        /// Its language, if it has one.
        language: Option<String>,
    },
    /// A thing without a name.
    Blank(String),
}

/// Why a query has no answer.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SparqlError {
    /// It is no SPARQL. Says where.
    #[error("this is no SPARQL query: {0}")]
    Syntax(String),
    /// It is longer, nested deeper or of more parts than can be planned in a moment. Says of what.
    #[error("the query is too {0}")]
    TooLarge(String),
    /// It asks for what is not offered: another server, another graph.
    #[error("the query cannot be answered: {0}")]
    Evaluation(String),
    /// It ran longer than it may.
    #[error("the query was stopped after {} ms; narrow it, or give it more time", .0.as_millis())]
    Stopped(Duration),
    /// It would hold more bytes at once than it may.
    #[error("the query takes more than {} MiB of memory; narrow it, or give it more", .0 >> 20)]
    TooMuch(usize),
}

/// The longest query, in bytes, and the deepest nesting.
const LONGEST: usize = 50_000;
const DEEPEST: usize = 100;
/// What a cell of the answer takes beside its text, in bytes.
const CELL: usize = 96;
/// Room for the recursion of the parser and the evaluator on the worst that is let in.
const STACK: usize = 256 << 20;

/// How long a query that has run its time may take to come to its next step.
const STEP: Duration = Duration::from_millis(250);

/// Answers a SPARQL 1.1 query. [`PREFIXES`] need not be declared.
///
/// ```
/// use chancery_graph::Graph;
/// use chancery_query::sparql::{Limits, SparqlAnswer, sparql};
/// let asked = "SELECT ?who WHERE { ?meeting a sem:Event ; chy:absent ?who }";
/// let answer = sparql(&Graph::default(), asked, Limits::default())?;
/// assert!(matches!(answer, SparqlAnswer::Rows { rows, .. } if rows.is_empty()));
/// # Ok::<(), chancery_query::sparql::SparqlError>(())
/// ```
///
/// # Errors
/// [`SparqlError`]: a syntax error with its line and column, a query that takes too long or too
/// much. Such a query is stopped at its next step by unwinding the thread that answers it; in a
/// program whose panics abort, some may go on for longer. One that comes to no step within a quarter
/// of a second is left to itself: while a query is planned there is none, so what would take long to
/// plan is refused as too large, and what is left ends by itself in about a second, holding a copy of
/// the graph's handle until then.
///
/// # Complexity
/// That of the query; a pattern with its subject or its object given is found by an index.
pub fn sparql(graph: &Graph, query: &str, limits: Limits) -> Result<SparqlAnswer, SparqlError> {
    if query.len() > LONGEST {
        return Err(SparqlError::TooLarge(format!(
            "long: {} bytes, {LONGEST} at most",
            query.len()
        )));
    }
    if nesting(query) > DEEPEST {
        return Err(SparqlError::TooLarge(format!(
            "deep: more than {DEEPEST} brackets in each other"
        )));
    }
    let begun = Instant::now();
    let stop = Arc::new(AtomicBool::new(false));
    let token = CancellationToken::new();
    let (done, waiting) = mpsc::channel();
    let (told, evaluator) = (Arc::clone(&stop), token.clone());
    // Of its own, and cheap to copy: whoever asked need not wait for a thread that cannot be stopped.
    let (graph, query) = (graph.clone(), query.to_owned());
    let work = move || {
        watch::watch(told, limits.memory);
        let answer = answered(&graph, &query, limits, &evaluator);
        let _ = done.send(());
        answer
    };
    let worker = thread::Builder::new()
        .stack_size(STACK)
        .spawn(work)
        .map_err(|error| SparqlError::Evaluation(error.to_string()))?;
    if waiting.recv_timeout(limits.time) == Err(RecvTimeoutError::Timeout) {
        stop.store(true, Ordering::Relaxed);
        token.cancel();
        if waiting.recv_timeout(STEP) == Err(RecvTimeoutError::Timeout) {
            return Err(SparqlError::Stopped(begun.elapsed()));
        }
    }
    match worker.join() {
        Ok(Err(Failed::Stopped)) => Err(SparqlError::Stopped(begun.elapsed())),
        Ok(Err(Failed::Other(error))) => Err(error),
        Ok(Ok(answer)) => Ok(answer),
        Err(why) => Err(match why.downcast_ref() {
            Some(Overrun::Time) => SparqlError::Stopped(begun.elapsed()),
            Some(Overrun::Memory) => SparqlError::TooMuch(limits.memory),
            None => SparqlError::Evaluation("the evaluator gave up".to_owned()),
        }),
    }
}

enum Failed {
    Stopped,
    Other(SparqlError),
}

impl From<QueryEvaluationError> for Failed {
    fn from(error: QueryEvaluationError) -> Self {
        match error {
            QueryEvaluationError::Cancelled => Self::Stopped,
            other => Self::Other(SparqlError::Evaluation(other.to_string())),
        }
    }
}

fn answered(
    graph: &Graph,
    query: &str,
    limits: Limits,
    stop: &CancellationToken,
) -> Result<SparqlAnswer, Failed> {
    let mut query = parsed(query).map_err(Failed::Other)?;
    if let Some(what) = size::too_large(&query) {
        return Err(Failed::Other(SparqlError::TooLarge(what)));
    }
    if unseen::unseen(&mut query).tangled {
        let what = "deep: REPLACE by what is itself made by REPLACE";
        return Err(Failed::Other(SparqlError::TooLarge(what.to_owned())));
    }
    let query = apart::streamed(query);
    let evaluator = QueryEvaluator::new().with_cancellation_token(stop.clone());
    let evaluator = made::with_functions(evaluator);
    let prepared = evaluator.prepare(&query);
    match prepared.execute(Triples { graph })? {
        QueryResults::Boolean(answer) => Ok(SparqlAnswer::Boolean(answer)),
        QueryResults::Solutions(solutions) => {
            let variables = solutions.variables().to_vec();
            let (mut rows, mut cut) = (Vec::new(), false);
            for solution in solutions {
                let solution = solution?;
                if rows.len() == limits.rows {
                    cut = true;
                    break;
                }
                watch::keep(solution.iter().map(|(_, term)| watch::length(term) + CELL).sum());
                let cell = |variable| solution.get(variable).map(cell);
                rows.push(variables.iter().map(cell).collect());
            }
            let variables = variables.iter().map(|name| name.as_str().to_owned()).collect();
            Ok(SparqlAnswer::Rows { variables, rows, cut })
        }
        QueryResults::Graph(found) => {
            let (mut triples, mut cut) = (Vec::new(), false);
            for triple in found {
                let triple = triple?;
                if triples.len() == limits.rows {
                    cut = true;
                    break;
                }
                watch::keep(3 * CELL + watch::length(&triple.object));
                let subject = match triple.subject {
                    NamedOrBlankNode::NamedNode(name) => Cell::Iri(name.into_string()),
                    NamedOrBlankNode::BlankNode(blank) => Cell::Blank(blank.into_string()),
                };
                let predicate = Cell::Iri(triple.predicate.into_string());
                triples.push([subject, predicate, cell(&triple.object)]);
            }
            Ok(SparqlAnswer::Triples { triples, cut })
        }
    }
}

fn parsed(query: &str) -> Result<Query, SparqlError> {
    let mut parser = SparqlParser::new();
    for (prefix, iri) in PREFIXES {
        parser = parser
            .with_prefix(*prefix, *iri)
            .map_err(|error| SparqlError::Syntax(error.to_string()))?;
    }
    parser.parse_query(query).map_err(|error| SparqlError::Syntax(error.to_string()))
}

fn cell(term: &Term) -> Cell {
    match term {
        Term::NamedNode(name) => Cell::Iri(name.as_str().to_owned()),
        Term::BlankNode(blank) => Cell::Blank(blank.as_str().to_owned()),
        Term::Literal(literal) => Cell::Literal {
            value: literal.value().to_owned(),
            datatype: literal.datatype().as_str().to_owned(),
            language: literal.language().map(str::to_owned),
        },
    }
}

/// How deep brackets and signs are nested; those in texts count too.
fn nesting(query: &str) -> usize {
    let (mut depth, mut deepest, mut signs) = (0_usize, 0, 0_usize);
    // Only a text in three quotes goes on in the next line, where a `#` may then be of the text.
    let long = query.contains("\"\"\"") || query.contains("'''");
    for line in query.split(['\n', '\r']) {
        let code = if long { line } else { without_comment(line) };
        for c in code.chars() {
            match c {
                '(' | '{' | '[' => depth += 1,
                ')' | '}' | ']' => depth = depth.saturating_sub(1),
                '!' | '-' | '+' | '^' => signs += 1,
                c if c.is_whitespace() => {}
                _ => signs = 0,
            }
            deepest = deepest.max(depth).max(signs);
        }
    }
    deepest
}

/// A line without what is a comment for certain: a name in `<>` has no space, and where there is
/// no quote before it, it is in no text.
fn without_comment(line: &str) -> &str {
    let begins = |(at, _): &(usize, &str)| {
        let before = &line[..*at];
        let apart = before.chars().next_back().is_none_or(char::is_whitespace);
        apart && !before.contains(['"', '\''])
    };
    line.match_indices('#').find(begins).map_or(line, |(at, _)| &line[..at])
}

impl Cell {
    /// As people read it: names without the long beginning of their vocabulary.
    pub fn short(&self) -> String {
        match self {
            Self::Literal { value, .. } => value.clone(),
            Self::Blank(name) => format!("_:{name}"),
            Self::Iri(iri) => {
                let short = PREFIXES.iter().find_map(|(prefix, long)| {
                    let rest = iri.strip_prefix(long)?;
                    Some(if *prefix == "id" { rest.to_owned() } else { format!("{prefix}:{rest}") })
                });
                short.unwrap_or_else(|| format!("<{iri}>"))
            }
        }
    }
}
