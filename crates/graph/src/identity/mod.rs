//! Which nodes are one: clusters in, graph out.
//!
//! - States, organizations and places are one if their ids are equal, in whatever documents they
//!   stand, or their ids elsewhere (`wikidata:Q159`).
//! - Two names of persons are one person's if [`same_person`] says so of what all reports tell of
//!   each; a name of one word is of whom its report tells by office or state, or of the only one
//!   who bears it ([`bare_names`]).
//! - Two reports are of one meeting if [`same_meeting`] says so of the two; one that leaves the
//!   days open is of the only meeting that fits, and so are all that tell of a summit by one
//!   [`title`], or of one visitor in one place, at one time ([`meetings`]).
//! - What a report tells little of, and fits only one that more is told of, is that one ([`only_fit`]):
//!   a trip of which an interviewer speaks, a call that is called a discussion, talks of a month.
//! - Clusters are what hangs together, minus what somebody decided to be two ([`decision`]). A node
//!   has the least name of its cluster, and all of them find it.
//! - An occasion of which a report tells neither who was there nor what it is called is no node, and
//!   no more is one that somebody mentions in speech without a day, by no name or one that many have:
//!   nobody could tell which one it was ([`singled`]).
//! - A given name that falls in speech, and of whose bearer no more is told, is no node: whom a
//!   speaker calls upon by it nobody could tell ([`stray`]).
//! - A statement and a goal are of one document.
//!
//! Names are derived from what the node stands for and never counted up, so loading in another
//! order or on another machine gives the same ones:
//!
//! | node | name |
//! | --- | --- |
//! | entity | its id; of a name of one word that is several people's, with `@` and the state |
//! | meeting | `meeting:DOCUMENT/HANDLE`, the handle without its own `meeting:` |
//! | statement | `statement:DOCUMENT/START-END`, further stretches of content after a `+`, `@` and the offset of the cue, `!` if negated |
//! | goal | `goal:DOCUMENT/START-END` |
//! | document | `document:ID` |
//!
//! What follows the last `/` belongs to the document, so no two nodes share a name. Statements of
//! two speakers with the same words and the same cue are one joint statement.

mod alike_names;
mod bare_names;
mod bodies;
mod by_names;
mod clusters;
mod cut_short;
mod decision;
mod gist;
mod kept;
mod meetings;
mod occasion;
mod only_fit;
mod people;
mod person_name;
mod places;
mod plainly;
mod profile;
mod reason;
mod same_meeting;
mod same_person;
mod same_trip;
mod series;
mod short_names;
mod singled;
mod spelling;
mod standing;
mod stray;
mod title;
mod who;
mod wording;

pub use decision::Decision;
pub(crate) use gist::Gist;
pub(crate) use kept::{gists_in, gists_out, who_in, who_out};
pub use reason::{Joined, Reason};
pub(crate) use singled::Singled;
pub(crate) use standing::Standing;
pub(crate) use who::WhoIsWho;

/// Whether two folded given names are forms of one: "tony" and "antony".
pub(crate) fn are_forms_of_one(one: &str, other: &str) -> bool {
    short_names::ShortNames::embedded().are_one(one, other)
}

use crate::NodeName;
use chancery_model::{DocumentId, EntityId, Goal, MeetingId, Span, Statement};
use std::fmt::Write;

/// The words of a person's name without those that come and go, such as forms of address.
pub(crate) fn name_words(name: &str) -> Vec<String> {
    person_name::PersonName::read(name).words().to_vec()
}

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
