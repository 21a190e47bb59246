use crate::choice::choice;
use crate::{EntityId, MeetingId, Span};

choice! {
    /// How a goal stands, as of publication.
    GoalStatus {
        /// By all holders, together or by pledge.
        Agreed = "agreed",
        /// Wanted, proposed, demanded.
        Sought = "sought",
        /// What a party will not do or accept.
        Rejected = "rejected",
        /// Done by now.
        Achieved = "achieved",
    }
}

/// What a party agreed to do, seeks, demands, rejects or has achieved, in matters between states.
#[derive(Debug, Clone, PartialEq)]
pub struct Goal {
    /// The shortest words that name it.
    pub text: Span,
    /// The states or organizations whose goal it is; a person only if the text sets them apart.
    pub holders: Vec<EntityId>,
    /// How it stands.
    pub status: GoalStatus,
    /// The meeting it was set at.
    pub meeting: Option<MeetingId>,
    /// By whom it is told.
    pub according_to: Option<EntityId>,
    /// How sure the extractor is, 0 to 1.
    pub confidence: Option<f32>,
}
