use crate::{DocumentId, EntityId, Span};

/// The words that prove a fact, and who says so. Every relation of the graph carries one.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// The article that tells it.
    pub document: DocumentId,
    /// The words in that article.
    pub span: Span,
    /// Whose word it is, where the article itself does not vouch for it.
    pub according_to: Option<EntityId>,
    /// How sure the extractor is, 0 to 1.
    pub confidence: Option<f32>,
}
