//! From who is who to facts: roles, meetings with attendance, statements, goals.
mod contents;
mod cues;
mod meetings;
mod roles;
mod statements;
mod write;

pub(crate) use meetings::{Occasion, meetings};
pub(crate) use roles::roles;
pub(crate) use statements::{Said, mode, statements};
pub(crate) use write::{meeting_facts, statement_facts};
