use crate::NodeName;
use chancery_model::{
    Act, Date, DocumentId, DocumentInfo, EntityId, EntityKind, Evidence, GoalStatus, MeetingId,
    MeetingKind, MeetingStatus, Mode, Span, When,
};
use std::fmt;

/// What a node stands for. Nodes of one kind lie side by side in the graph, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NodeKind {
    /// A named individual.
    Person,
    /// A state or its government.
    State,
    /// An organization, ministry, party, armed group, agency, medium or company.
    Organization,
    /// A city, region or venue that hosts a meeting.
    Place,
    /// One occasion of diplomatic contact.
    Meeting,
    /// Some content that is attributed to a source.
    Statement,
    /// What a party wants, agreed to, rejects or has achieved.
    Goal,
    /// An article or release that tells of the others.
    Document,
}

impl NodeKind {
    /// Every kind, in the order in which nodes lie.
    pub const ALL: &'static [Self] = &[
        Self::Person,
        Self::State,
        Self::Organization,
        Self::Place,
        Self::Meeting,
        Self::Statement,
        Self::Goal,
        Self::Document,
    ];

    /// The kinds that can meet, speak and want: persons, states and organizations.
    pub const ACTORS: &'static [Self] = &[Self::Person, Self::State, Self::Organization];

    /// The word that its nodes' names begin with.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::State => "state",
            Self::Organization => "organization",
            Self::Place => "place",
            Self::Meeting => "meeting",
            Self::Statement => "statement",
            Self::Goal => "goal",
            Self::Document => "document",
        }
    }

    pub(crate) fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.as_str() == word)
    }
}

impl From<EntityKind> for NodeKind {
    fn from(kind: EntityKind) -> Self {
        match kind {
            EntityKind::Person => Self::Person,
            EntityKind::State => Self::State,
            EntityKind::Organization => Self::Organization,
            EntityKind::Place => Self::Place,
        }
    }
}

impl fmt::Display for NodeKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// One person, state, organization, place, meeting, statement, goal or document.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// The name it has in every graph.
    pub name: NodeName,
    /// What a reader calls it: an entity's usual name, the words for a meeting or of a statement
    /// or goal, a document's title.
    pub label: String,
    /// What else is known of it, by kind.
    pub detail: Detail,
    /// Where it is mentioned: by document, then in order of the text.
    pub passages: Vec<Passage>,
}

impl Node {
    /// What it stands for.
    pub fn kind(&self) -> NodeKind {
        match &self.detail {
            Detail::Entity(entity) => entity.id.kind().into(),
            Detail::Meeting(_) => NodeKind::Meeting,
            Detail::Statement(_) => NodeKind::Statement,
            Detail::Goal(_) => NodeKind::Goal,
            Detail::Document(_) => NodeKind::Document,
        }
    }

    /// What is known of it as an entity, if it is one.
    pub fn entity(&self) -> Option<&EntityDetail> {
        if let Detail::Entity(detail) = &self.detail { Some(detail) } else { None }
    }

    /// What is known of it as a meeting, if it is one.
    pub fn meeting(&self) -> Option<&MeetingDetail> {
        if let Detail::Meeting(detail) = &self.detail { Some(detail) } else { None }
    }

    /// What is known of it as a statement, if it is one.
    pub fn statement(&self) -> Option<&StatementDetail> {
        if let Detail::Statement(detail) = &self.detail { Some(detail) } else { None }
    }

    /// What is known of it as a goal, if it is one.
    pub fn goal(&self) -> Option<&GoalDetail> {
        if let Detail::Goal(detail) = &self.detail { Some(detail) } else { None }
    }

    /// What is known of it as a document, if it is one.
    pub fn document(&self) -> Option<&DocumentInfo> {
        if let Detail::Document(detail) = &self.detail { Some(detail) } else { None }
    }
}

/// Some words of one document.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Passage {
    /// The document.
    pub document: DocumentId,
    /// The words in it.
    pub span: Span,
}

/// What is known of a node besides its name and label.
#[derive(Debug, Clone, PartialEq)]
pub enum Detail {
    /// A person, state, organization or place.
    Entity(EntityDetail),
    /// A meeting.
    Meeting(MeetingDetail),
    /// A statement.
    Statement(StatementDetail),
    /// A goal.
    Goal(GoalDetail),
    /// A document.
    Document(DocumentInfo),
}

/// What is known of a person, state, organization or place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntityDetail {
    /// Its id.
    pub id: EntityId,
    /// Names of the same thing elsewhere, such as `wikidata:Q159`, sorted.
    pub same_as: Vec<String>,
}

/// What is known of a meeting.
#[derive(Debug, Clone, PartialEq)]
pub struct MeetingDetail {
    /// The document that tells of it.
    pub document: DocumentId,
    /// Its handle there.
    pub handle: MeetingId,
    /// What kind of occasion.
    pub kind: MeetingKind,
    /// Whether it took place.
    pub status: MeetingStatus,
    /// When, and the words of the document that say so.
    pub when: When,
    /// The words that tell of it. An empty span stands for the document as a whole.
    pub evidence: Evidence,
}

/// What is known of a statement.
#[derive(Debug, Clone, PartialEq)]
pub struct StatementDetail {
    /// The words that attribute it together with the words attributed that lie nearest.
    pub evidence: Evidence,
    /// The words said, quotation marks excluded, in order of the text; at least one span.
    pub content: Vec<Span>,
    /// The noun phrase that the text gives as the source.
    pub source: Option<Span>,
    /// The reporting words ("said").
    pub cue: Option<Span>,
    /// How much of it is quoted.
    pub mode: Mode,
    /// Whether the source is said *not* to have said it, or denies it.
    pub negated: bool,
    /// What is done by saying it.
    pub act: Option<Act>,
    /// The day it was said if the text tells, else the day the document was published.
    pub on: Option<Date>,
}

/// What is known of a goal.
#[derive(Debug, Clone, PartialEq)]
pub struct GoalDetail {
    /// The words that name it.
    pub evidence: Evidence,
    /// How it stands, as the document first puts it; each holder's own stand is on the relation.
    pub status: GoalStatus,
    /// The day the document was published.
    pub on: Option<Date>,
}
