#![doc = include_str!("../README.md")]

pub mod input;

mod archive;

#[cfg(feature = "sparql")]
pub use chancery_query::sparql;

pub use archive::{Archive, ArchiveError};
pub use chancery_graph::{
    About, Day, EventActor, EventClass, EventTable, Generation, GenerationBuilder, GenerationBytes,
    GenerationError, GenerationView, Link, Refused, Row, SaidBy, Scratch, Sound, Source, Spoken,
    Table, TableForm, Trust,
};
pub use chancery_graph::{
    Added, Batch, Columns, Decision, Durability, Graph, Joined, Lost, MeetingDetail, Moment, Node,
    NodeId, NodeKind, NodeName, Passage, Reason, Relation, RelationKind, Repaired, Report,
    StoreError, Verified, View, Writer,
};
pub use chancery_ingest::{
    Article, Extraction, Extractor, Gap, GapKind, Reference, ReferenceError, Term,
};
pub use chancery_model::{
    Act, Attendance, AttendanceStatus, BadDate, BadId, Date, DocumentId, DocumentInfo, Entity,
    EntityId, EntityKind, Evidence, Facts, FactsError, Goal, GoalStatus, Meeting, MeetingId,
    MeetingKind, MeetingStatus, Mention, Mode, Role, RoleStatus, Span, Statement, When,
};
pub use chancery_query::{
    Attended, Chain, Change, Companion, Company, Contradiction, Contradictions, Counted, Counts,
    Dossier, EXAMPLES, Encounter, Ends, Event, EventKind, Goals, Held, Holder, InOffice, Joint,
    Kind, MeetingCounts, Meetings, Mentioned, Mentions, Met, Named, Names, Neighbourhood, Page,
    Per, Positions, Question, QuestionError, Quote, Reading, Resolution, Roles, Said, Served, Side,
    Tenure, Timeline, Whereabouts, WhoAttended, WhoMet, WhoSaid,
};
pub use chancery_query::{NaiveDate, ask, places_within};
