use chancery_model::Span;

/// Something that was noticed in the text and not understood, so that it can be counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// What kind of thing.
    pub kind: GapKind,
    /// The words.
    pub span: Span,
}

/// The kinds of [`Gap`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum GapKind {
    /// A quotation that no source was found for.
    QuotationWithoutSource,
    /// A quotation mark that pairs with no other.
    UnpairedQuotationMark,
    /// A pronoun or description that was not resolved.
    UnresolvedReference,
    /// Words of a date that could not be placed, for want of a publication date perhaps.
    UnresolvedDate,
    /// A capitalised phrase that is none of the kinds of entity.
    UnknownName,
}

impl GapKind {
    /// In words, for a reader.
    pub const fn describe(self) -> &'static str {
        match self {
            Self::QuotationWithoutSource => "a quotation without a source",
            Self::UnpairedQuotationMark => "an unpaired quotation mark",
            Self::UnresolvedReference => "an unresolved reference",
            Self::UnresolvedDate => "an unresolved date",
            Self::UnknownName => "an unknown name",
        }
    }
}
