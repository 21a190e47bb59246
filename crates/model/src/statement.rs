use crate::choice::choice;
use crate::{Date, EntityId, MeetingId, Span};

choice! {
    /// How much of a statement stands in quotation marks.
    Mode {
        /// All of it.
        Direct = "direct",
        /// None of it.
        Indirect = "indirect",
        /// Part of it.
        Mixed = "mixed",
    }
}

choice! {
    /// What somebody does by saying it.
    Act {
        /// Says, tells, states, adds: no more than that.
        Say = "say",
        /// Denies, rejects a claim, dismisses.
        Deny = "deny",
        /// Urges, calls on, demands, appeals.
        Urge = "urge",
        /// Warns, threatens.
        Warn = "warn",
        /// Promises, pledges, vows.
        Promise = "promise",
        /// Accuses, criticizes, condemns.
        Accuse = "accuse",
        /// Praises, commends, welcomes.
        Praise = "praise",
        /// Thanks.
        Thank = "thank",
        /// Asks.
        Ask = "ask",
        /// Announces, declares.
        Announce = "announce",
        /// Suggests, proposes, offers.
        Propose = "propose",
        /// Stresses, underscores, reaffirms.
        Stress = "stress",
        /// Expresses (concern, hope, doubts).
        Express = "express",
        /// Opposes, objects, rejects.
        Oppose = "oppose",
    }
}

/// Some content that an article attributes to a source by words of communication.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// Who said it; `None` where the text names nobody.
    pub speaker: Option<EntityId>,
    /// The noun phrase that the text gives as the source.
    pub source: Option<Span>,
    /// The reporting words ("said", "according to").
    pub cue: Option<Span>,
    /// The words said, quotation marks excluded, in order of the text; at least one span.
    pub content: Vec<Span>,
    /// How much of it is quoted.
    pub mode: Mode,
    /// A named person or organization that was told.
    pub addressee: Option<EntityId>,
    /// The meeting it was made at or right after.
    pub meeting: Option<MeetingId>,
    /// Whether the source is said *not* to have said it, or denies it.
    pub negated: bool,
    /// What is done by saying it.
    pub act: Option<Act>,
    /// The day it was said, if told.
    pub on: Option<Date>,
    /// How sure the extractor is, 0 to 1.
    pub confidence: Option<f32>,
}
