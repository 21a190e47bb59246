//! Which nodes are one. Today's rule, all of it:
//!
//! - two entities are one if their ids are equal, in whatever documents they stand;
//! - a meeting, a statement and a goal are of one document: two reports of one occasion are two
//!   nodes;
//! - somebody may decide that two entities or meetings are one: see [`decision`]. The node has the
//!   least of their names, and all of them find it.
//!
//! Names are derived from what the node stands for and never counted up, so loading in another
//! order or on another machine gives the same ones:
//!
//! | node | name |
//! | --- | --- |
//! | entity | its id |
//! | meeting | `meeting:DOCUMENT/HANDLE`, the handle without its own `meeting:` |
//! | statement | `statement:DOCUMENT/START-END`, further stretches of content after a `+`, `@` and the offset of the cue, `!` if negated |
//! | goal | `goal:DOCUMENT/START-END` |
//! | document | `document:ID` |
//!
//! What follows the last `/` belongs to the document, so no two nodes share a name. Statements of
//! two speakers with the same words and the same cue are one joint statement.

mod decision;

pub use decision::Decision;
pub(crate) use decision::WhoIsWho;

use crate::NodeName;
use chancery_model::{DocumentId, EntityId, Goal, MeetingId, Span, Statement};
use std::fmt::Write;

pub(crate) fn entity(id: &EntityId) -> NodeName {
    id.into()
}

pub(crate) fn document(id: &DocumentId) -> NodeName {
    id.into()
}

pub(crate) fn meeting(document: &DocumentId, handle: &MeetingId) -> NodeName {
    // Handles of the usual shape are shortened; `~` marks the others, which keeps them apart.
    let handle = match handle.as_str().strip_prefix("meeting:") {
        Some(rest) if !rest.trim().is_empty() && !rest.starts_with('~') => rest.to_owned(),
        _ => format!("~{handle}"),
    };
    let handle = handle.replace('%', "%25").replace('/', "%2F");
    NodeName::derived(format!("meeting:{document}/{handle}"))
}

pub(crate) fn statement(document: &DocumentId, statement: &Statement) -> NodeName {
    let mut name = format!("statement:{document}/");
    spans(&mut name, &statement.content);
    if let Some(cue) = statement.cue {
        let _ = write!(name, "@{}", cue.start());
    }
    if statement.negated {
        name.push('!');
    }
    NodeName::derived(name)
}

pub(crate) fn goal(document: &DocumentId, goal: &Goal) -> NodeName {
    let mut name = format!("goal:{document}/");
    spans(&mut name, &[goal.text]);
    NodeName::derived(name)
}

fn spans(name: &mut String, spans: &[Span]) {
    for (i, span) in spans.iter().enumerate() {
        let plus = if i == 0 { "" } else { "+" };
        let _ = write!(name, "{plus}{}-{}", span.start(), span.end());
    }
}
