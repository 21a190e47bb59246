//! chancery

pub mod input;

pub use chancery_graph::{Graph, Report};
pub use chancery_ingest::{Article, Extraction, Extractor, Gap, GapKind};
pub use chancery_model::{
    Act, Attendance, AttendanceStatus, BadDate, BadId, Date, DocumentId, DocumentInfo, Entity,
    EntityId, EntityKind, Evidence, Facts, FactsError, Goal, GoalStatus, Meeting, MeetingId,
    MeetingKind, MeetingStatus, Mention, Mode, Role, RoleStatus, Span, Statement, When,
};
