use crate::{NodeId, NodeKind};
use chancery_model::{Act, AttendanceStatus, Evidence, GoalStatus, Mode, RoleStatus, Span, When};
use std::fmt;

/// The kinds of relation. Relations of one kind lie side by side in the graph, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RelationKind {
    /// An actor was at a meeting, was to be, or was not.
    Attended,
    /// An actor made a statement.
    Said,
    /// A statement was made to somebody.
    Addressed,
    /// A statement's words mention something.
    About,
    /// A statement was made at a meeting or right after it.
    MadeAt,
    /// A person holds an office. One whose text does not tell for whom is joined to itself.
    Serves,
    /// An actor has a goal.
    Holds,
    /// A goal was set at a meeting.
    SetAt,
    /// A meeting took place somewhere.
    HeldIn,
    /// A meeting was part of another.
    PartOf,
    /// An actor did something to another, by an event code.
    ActsOn,
}

impl RelationKind {
    /// Every kind, in the order in which relations lie.
    pub const ALL: &'static [Self] = &[
        Self::Attended,
        Self::Said,
        Self::Addressed,
        Self::About,
        Self::MadeAt,
        Self::Serves,
        Self::Holds,
        Self::SetAt,
        Self::HeldIn,
        Self::PartOf,
        Self::ActsOn,
    ];

    /// The word for it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Attended => "attended",
            Self::Said => "said",
            Self::Addressed => "addressed",
            Self::About => "about",
            Self::MadeAt => "made_at",
            Self::Serves => "serves",
            Self::Holds => "holds",
            Self::SetAt => "set_at",
            Self::HeldIn => "held_in",
            Self::PartOf => "part_of",
            Self::ActsOn => "acts_on",
        }
    }

    /// Whether it may join a node of one kind to a node of another.
    pub const fn joins(self, from: NodeKind, to: NodeKind) -> bool {
        use NodeKind::{Document, Goal, Meeting, Organization, Person, Place, State, Statement};
        match self {
            Self::Attended => is_actor(from) && matches!(to, Meeting),
            Self::Said => is_actor(from) && matches!(to, Statement),
            Self::Addressed => matches!(from, Statement) && is_actor(to),
            Self::About => matches!(from, Statement) && !matches!(to, Statement | Document),
            Self::MadeAt => matches!(from, Statement) && matches!(to, Meeting),
            Self::Serves => {
                matches!(from, Person) && matches!(to, Person | State | Organization | Place)
            }
            Self::Holds => is_actor(from) && matches!(to, Goal),
            Self::SetAt => matches!(from, Goal) && matches!(to, Meeting),
            Self::HeldIn => matches!(from, Meeting) && matches!(to, Place | State),
            Self::PartOf => matches!(from, Meeting) && matches!(to, Meeting),
            Self::ActsOn => is_actor(from) && is_actor(to),
        }
    }
}

const fn is_actor(kind: NodeKind) -> bool {
    matches!(kind, NodeKind::Person | NodeKind::State | NodeKind::Organization)
}

impl fmt::Display for RelationKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// One dated relation between two nodes, with the words that prove it.
#[derive(Debug, Clone, PartialEq)]
pub struct Relation {
    /// Where it starts.
    pub from: NodeId,
    /// Where it ends.
    pub to: NodeId,
    /// When it held: the meeting's days, the day of a statement, the publication of the document
    /// that tells of a goal; for an office the days from the first to the last such publication, or
    /// those of the terms where a document tells them.
    pub when: When,
    /// What it carries besides, by kind.
    pub columns: Columns,
    /// At least one, sorted by document and span.
    evidence: Vec<Evidence>,
}

impl Relation {
    /// A relation that rests on at least one piece of evidence.
    pub(crate) fn new(
        (from, to): (NodeId, NodeId),
        when: When,
        columns: Columns,
        evidence: Vec<Evidence>,
    ) -> Self {
        debug_assert!(!evidence.is_empty());
        Self { from, to, when, columns, evidence }
    }

    /// What kind of relation.
    pub const fn kind(&self) -> RelationKind {
        self.columns.kind()
    }

    /// The words that prove it, at least once, by document and span.
    pub fn evidence(&self) -> &[Evidence] {
        &self.evidence
    }
}

/// What a relation carries besides its ends, its days and its evidence.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Columns {
    /// Of [`RelationKind::Attended`].
    Attended {
        /// Whether they came.
        status: AttendanceStatus,
        /// In which capacity (host, mediator, delegate), if told.
        capacity: Option<String>,
    },
    /// Of [`RelationKind::Said`].
    Said {
        /// How much is quoted.
        mode: Mode,
        /// Whether they are said *not* to have said it.
        negated: bool,
        /// What is done by saying it.
        act: Option<Act>,
        /// The noun phrase that stands for this speaker.
        source: Option<Span>,
    },
    /// Of [`RelationKind::Addressed`].
    Addressed,
    /// Of [`RelationKind::About`].
    About,
    /// Of [`RelationKind::MadeAt`].
    MadeAt,
    /// Of [`RelationKind::Serves`].
    Serves {
        /// The title as written most often.
        title: String,
        /// Whether the office is held.
        status: RoleStatus,
    },
    /// Of [`RelationKind::Holds`].
    Holds {
        /// How the goal stands with this holder.
        status: GoalStatus,
    },
    /// Of [`RelationKind::SetAt`].
    SetAt,
    /// Of [`RelationKind::HeldIn`].
    HeldIn,
    /// Of [`RelationKind::PartOf`].
    PartOf,
    /// Of [`RelationKind::ActsOn`].
    ActsOn {
        /// The event code, such as a PLOVER type.
        code: String,
    },
}

impl Columns {
    /// The kind of relation that carries these.
    pub const fn kind(&self) -> RelationKind {
        match self {
            Self::Attended { .. } => RelationKind::Attended,
            Self::Said { .. } => RelationKind::Said,
            Self::Addressed => RelationKind::Addressed,
            Self::About => RelationKind::About,
            Self::MadeAt => RelationKind::MadeAt,
            Self::Serves { .. } => RelationKind::Serves,
            Self::Holds { .. } => RelationKind::Holds,
            Self::SetAt => RelationKind::SetAt,
            Self::HeldIn => RelationKind::HeldIn,
            Self::PartOf => RelationKind::PartOf,
            Self::ActsOn { .. } => RelationKind::ActsOn,
        }
    }
}
