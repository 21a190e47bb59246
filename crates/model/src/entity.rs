use crate::choice::choice;
use crate::{EntityId, Span};

choice! {
    /// What kind of thing an entity is.
    EntityKind {
        /// A named individual.
        Person = "person",
        /// A state or its government.
        State = "state",
        /// An organization, ministry, party, armed group, agency, medium or company.
        Organization = "organization",
        /// A city, region or venue that hosts a meeting.
        Place = "place",
    }
}

/// One person, state, organization or place that an article names.
#[derive(Debug, Clone, PartialEq)]
pub struct Entity {
    /// Its id, the same in every article for a state, a handle of this one for the others.
    pub id: EntityId,
    /// Its name: the fullest form in the text; a state's usual short name.
    pub name: String,
    /// Where it is mentioned, in order of the text.
    pub mentions: Vec<Mention>,
    /// Names of the same thing elsewhere, such as `iso3166-1:RU` or `wikidata:Q159`.
    pub same_as: Vec<String>,
    /// How sure the extractor is that there is such a thing, 0 to 1.
    pub confidence: Option<f32>,
}

impl Entity {
    /// What it is, as its id says.
    pub fn kind(&self) -> EntityKind {
        self.id.kind()
    }
}

/// Some words of an article that stand for an entity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The words.
    pub span: Span,
    /// Why they were taken for that entity ("surname", "demonym", "seat of government"), if told.
    pub reason: Option<String>,
}

impl From<Span> for Mention {
    fn from(span: Span) -> Self {
        Self { span, reason: None }
    }
}
