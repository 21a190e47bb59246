use crate::choice::choice;
use crate::{EntityId, MeetingId, Mention, Span, When};

choice! {
    /// What kind of occasion a meeting is.
    MeetingKind {
        /// Negotiation or a bilateral meeting.
        Talks = "talks",
        /// Of leaders, or so called.
        Summit = "summit",
        /// By telephone or video.
        Call = "call",
        /// An official's travel to another country.
        Visit = "visit",
        /// Of ministers, or of many parties.
        Conference = "conference",
        /// So called.
        Consultation = "consultation",
        /// A ceremony, a contact, anything else.
        Other = "other",
    }
}

choice! {
    /// Whether a meeting took place, as of publication.
    MeetingStatus {
        /// It took place.
        Held = "held",
        /// It is under way.
        Ongoing = "ongoing",
        /// It is agreed or announced.
        Planned = "planned",
        /// It is offered or suggested, not accepted yet.
        Proposed = "proposed",
        /// It is called off, suspended, broken off or boycotted.
        Cancelled = "cancelled",
        /// Somebody says that it is not so.
        Denied = "denied",
    }
}

choice! {
    /// In which way somebody is tied to a meeting.
    AttendanceStatus {
        /// Took or takes part.
        Attended = "attended",
        /// Is to take part, is invited.
        Expected = "expected",
        /// Is said not to be there.
        Absent = "absent",
        /// Was kept out by others.
        Excluded = "excluded",
        /// Refuses, boycotts or stays away by choice.
        Declined = "declined",
    }
}

/// One occasion of diplomatic contact that an article singles out.
#[derive(Debug, Clone, PartialEq)]
pub struct Meeting {
    /// Its handle in this article.
    pub id: MeetingId,
    /// What kind of occasion.
    pub kind: MeetingKind,
    /// Whether it took place.
    pub status: MeetingStatus,
    /// When, as exact as the text allows.
    pub when: When,
    /// The most specific place that the text names for it.
    pub place: Option<EntityId>,
    /// The words for it, each time, in order of the text.
    pub mentions: Vec<Mention>,
    /// Who was there, was to be, or was not.
    pub attendance: Vec<Attendance>,
    /// Whose word it is, where the article only reports it.
    pub according_to: Option<EntityId>,
    /// How sure the extractor is, 0 to 1.
    pub confidence: Option<f32>,
}

/// That somebody was at a meeting, was to be, or was not.
#[derive(Debug, Clone, PartialEq)]
pub struct Attendance {
    /// A person, a state or an organization.
    pub who: EntityId,
    /// Whether they came.
    pub status: AttendanceStatus,
    /// The clause that says so.
    pub evidence: Option<Span>,
    /// In which capacity (host, mediator, delegate), if told.
    pub capacity: Option<String>,
    /// How sure the extractor is, 0 to 1.
    pub confidence: Option<f32>,
}
