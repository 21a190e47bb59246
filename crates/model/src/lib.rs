//! The nouns that everything in Chancery shares, and nothing else.
//!
//! A [`Facts`] is what one article says: [`Entity`], [`Role`], [`Meeting`] with its
//! [`Attendance`], [`Statement`] and [`Goal`], each with the [`Span`]s of the words that prove it.
//! It is the three types to meet: [`Facts`], [`EntityId`], [`Span`].
//!
//! ```
//! use chancery_model::Facts;
//!
//! let json = r#"{"document": {"id": "note", "title": null, "published": "2025-02-18", "source": null},
//!                "entities": [{"id": "state:FR", "kind": "state", "name": "France", "mentions": [[0, 6]]}]}"#;
//! let facts = Facts::from_json(json)?;
//! assert_eq!(facts.entities[0].name, "France");
//! assert_eq!(Facts::from_json(&facts.to_json())?, facts);
//! # Ok::<(), chancery_model::FactsError>(())
//! ```
//!
//! # Invariants
//! - No logic beyond what keeps a noun well formed; no input or output, no clock.
//! - A [`Span`] counts UTF-8 bytes and never ends before it starts.
//! - The JSON has its own structs in one private module (`wire`), so renaming a field here never
//!   changes the published form.
//!
//! # Cost
//! Plain values; reading and writing JSON are linear in its length.

mod choice;
mod date;
mod entity;
mod evidence;
mod facts;
mod goal;
mod id;
mod meeting;
mod role;
mod span;
mod statement;
mod wire;

pub use date::{BadDate, Date, MONTHS, When};
pub use entity::{Entity, EntityKind, Mention};
pub use evidence::Evidence;
pub use facts::{DocumentInfo, Facts, FactsError};
pub use goal::{Goal, GoalStatus};
pub use id::{BadId, DocumentId, EntityId, MeetingId, fold, slug};
pub use meeting::{Attendance, AttendanceStatus, Meeting, MeetingKind, MeetingStatus};
pub use role::{Role, RoleStatus};
pub use span::Span;
pub use statement::{Act, Mode, Statement};
