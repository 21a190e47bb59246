use crate::wire;
use crate::{Date, DocumentId, Entity, Goal, Meeting, Role, Span, Statement};

/// What is known of a document besides its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentInfo {
    /// Its name: the input file's stem unless the caller gives one.
    pub id: DocumentId,
    /// Its headline, if it has one.
    pub title: Option<String>,
    /// The day it was published; never less exact than the text or the metadata.
    pub published: Option<Date>,
    /// Its publisher or URL.
    pub source: Option<String>,
    /// The text that the spans index, where it is carried along (`--with-text`).
    pub text: Option<String>,
}

impl DocumentInfo {
    /// A document of which only the name is known.
    pub const fn named(id: DocumentId) -> Self {
        Self { id, title: None, published: None, source: None, text: None }
    }
}

/// All that one article says, in the published form: see [`Facts::to_json`].
#[derive(Debug, Clone, PartialEq)]
pub struct Facts {
    /// Which article.
    pub document: DocumentInfo,
    /// Who and what it names.
    pub entities: Vec<Entity>,
    /// The offices of its persons.
    pub roles: Vec<Role>,
    /// The meetings it tells of.
    pub meetings: Vec<Meeting>,
    /// Who said what.
    pub statements: Vec<Statement>,
    /// Who wants what.
    pub goals: Vec<Goal>,
    /// Beliefs, wishes, plans and votes: shaped like statements, without words of communication.
    pub attitudes: Vec<Statement>,
}

/// Why a text is no facts document.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum FactsError {
    /// Not JSON, or JSON of another shape; the source names line and column.
    #[error("not a facts document")]
    Json(#[from] serde_json::Error),
    /// The right shape with a value that cannot be.
    #[error("{place}: {what}")]
    Value {
        /// Where it stands, as `meetings[2].status`.
        place: String,
        /// What is wrong with it.
        what: String,
    },
}

impl Facts {
    /// The facts of an article that says nothing.
    pub const fn empty(document: DocumentInfo) -> Self {
        Self {
            document,
            entities: Vec::new(),
            roles: Vec::new(),
            meetings: Vec::new(),
            statements: Vec::new(),
            goals: Vec::new(),
            attitudes: Vec::new(),
        }
    }

    /// Reads the published JSON form. Unknown keys are ignored, missing lists are empty.
    ///
    /// Checks that every id refers to something, spans are not turned round, and ids are unique;
    /// whether spans lie in the text is [`Facts::check_spans`]'s to say.
    pub fn from_json(json: &str) -> Result<Self, FactsError> {
        wire::read(json)
    }

    /// The published JSON form, on one line without a line break at the end.
    ///
    /// One line an article makes JSONL. Optional keys are written only where they say something.
    pub fn to_json(&self) -> String {
        wire::write(self)
    }

    /// Whether every span lies in `text`, holds a byte and ends on character boundaries.
    ///
    /// The error names the first that does not. Cost: one pass over the facts.
    pub fn check_spans(&self, text: &str) -> Result<(), FactsError> {
        for (place, span) in self.spans() {
            if span.is_empty() || span.of(text).is_none() {
                let what = format!("[{}, {}] is no stretch of the text", span.start(), span.end());
                return Err(FactsError::Value { place, what });
            }
        }
        Ok(())
    }

    /// Every span in the facts, with the name of its place as in the JSON.
    pub fn spans(&self) -> Vec<(String, Span)> {
        let mut spans = Vec::new();
        let mut put =
            |place: String, span: Option<Span>| spans.extend(span.map(|span| (place, span)));
        for (i, entity) in self.entities.iter().enumerate() {
            for (k, mention) in entity.mentions.iter().enumerate() {
                put(format!("entities[{i}].mentions[{k}]"), Some(mention.span));
            }
        }
        for (i, role) in self.roles.iter().enumerate() {
            put(format!("roles[{i}].evidence"), role.evidence);
        }
        for (i, meeting) in self.meetings.iter().enumerate() {
            for (k, mention) in meeting.mentions.iter().enumerate() {
                put(format!("meetings[{i}].mentions[{k}]"), Some(mention.span));
            }
            for (k, attendance) in meeting.attendance.iter().enumerate() {
                put(format!("meetings[{i}].attendance[{k}].evidence"), attendance.evidence);
            }
            put(format!("meetings[{i}].when"), meeting.when.words);
        }
        for (list, statements) in [("statements", &self.statements), ("attitudes", &self.attitudes)]
        {
            for (i, statement) in statements.iter().enumerate() {
                put(format!("{list}[{i}].source"), statement.source);
                put(format!("{list}[{i}].cue"), statement.cue);
                for (k, content) in statement.content.iter().enumerate() {
                    put(format!("{list}[{i}].content[{k}]"), Some(*content));
                }
            }
        }
        for (i, goal) in self.goals.iter().enumerate() {
            put(format!("goals[{i}].text"), Some(goal.text));
        }
        spans
    }
}
