//! From who is who to facts: roles, meetings with attendance, statements, goals.
mod roles;
pub(crate) use roles::roles;
