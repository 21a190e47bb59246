use crate::choice::choice;
use crate::{EntityId, Span, When};

choice! {
    /// Whether an office is held now, was held, or will be.
    RoleStatus {
        /// Held when the article was published ("outgoing" still is).
        Current = "current",
        /// Held before ("ex-", "former", "then-", "predecessor", "late").
        Former = "former",
        /// To be held ("-elect", "-designate", "will serve as").
        Designate = "designate",
    }
}

/// An office that a named person holds, held or will hold.
#[derive(Debug, Clone, PartialEq)]
pub struct Role {
    /// Who holds it.
    pub person: EntityId,
    /// The state, organization or person served, if told.
    pub of: Option<EntityId>,
    /// The title as written, without the one served ("Foreign Minister").
    pub title: String,
    /// Whether it is held now.
    pub status: RoleStatus,
    /// From when to when it is held, where that is told, as in a table of terms; its end is `None`
    /// where it goes on. Unknown for most: the day of publication counts then.
    pub when: When,
    /// The words that say so.
    pub evidence: Option<Span>,
    /// Whose word it is, where the article only reports it.
    pub according_to: Option<EntityId>,
    /// How sure the extractor is, 0 to 1.
    pub confidence: Option<f32>,
}
