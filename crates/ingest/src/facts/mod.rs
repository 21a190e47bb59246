//! From who is who to facts: roles, meetings with attendance, statements, goals.
mod contents;
mod cues;
mod roles;
mod statements;
mod write;

pub(crate) use roles::roles;
pub(crate) use statements::{Said, mode, statements};
pub(crate) use write::statement_facts;
