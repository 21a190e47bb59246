use crate::came_about::came_about;
use crate::register::Texts;
use crate::{StoreError, Table};
use chancery_model::{
    DocumentId, DocumentInfo, EntityId, EntityKind, Facts, FactsError, MeetingId, Span, When,
};
use std::collections::HashSet;
use std::fmt;
use std::sync::{Arc, OnceLock};

/// One document as the graph takes it in: its words, and the facts that they tell.
///
/// What is in a report has been checked: its spans lie in its text, its ids refer to something,
/// and only actors attend, speak and want.
#[derive(Debug, Clone)]
pub struct Report {
    facts: Facts,
    text: Words,
}

/// The words of a document.
#[derive(Debug, Clone)]
enum Words {
    Here(String),
    /// They lie in the register, and are read when they are asked for.
    Lying(Arc<Lying>),
}

/// Words that lie in the register.
struct Lying {
    texts: Texts,
    at: u64,
    read: OnceLock<Result<String, StoreError>>,
}

impl fmt::Debug for Lying {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Lying").field("at", &self.at).finish_non_exhaustive()
    }
}

/// The same words, wherever they lie, and the same facts.
impl PartialEq for Report {
    fn eq(&self, other: &Self) -> bool {
        self.facts == other.facts && self.text() == other.text()
    }
}

impl Report {
    /// Checks facts against the text they were read from. A meeting that the text was said before, as
    /// its title tells ("Before Their Meeting"), is held: the text was put out when it had begun.
    ///
    /// # Complexity
    /// O(facts).
    pub fn new(mut facts: Facts, text: impl Into<String>) -> Result<Self, FactsError> {
        let text = text.into();
        facts.document.text = None;
        check(&facts, &text)?;
        came_about(&mut facts);
        Ok(Self { facts, text: Words::Here(text) })
    }

    /// The same report without its words in memory: they are read from the register, where its
    /// frame begins at a byte, when they are asked for.
    pub(crate) fn lying(&self, texts: Texts, at: u64) -> Self {
        let lying = Lying { texts, at, read: OnceLock::new() };
        Self { facts: self.facts.clone(), text: Words::Lying(Arc::new(lying)) }
    }

    /// What went wrong when its words were read; without them it is empty.
    pub(crate) fn trouble(&self) -> Option<&StoreError> {
        match &self.text {
            Words::Here(_) => None,
            Words::Lying(lying) => lying.read.get()?.as_ref().err(),
        }
    }

    /// The document's id.
    pub const fn id(&self) -> &DocumentId {
        &self.facts.document.id
    }

    /// Its title, its day, its source.
    pub const fn info(&self) -> &DocumentInfo {
        &self.facts.document
    }

    /// What it tells. The text is not repeated in it.
    pub const fn facts(&self) -> &Facts {
        &self.facts
    }

    /// Its words, which all spans index.
    pub fn text(&self) -> &str {
        match &self.text {
            Words::Here(text) => text,
            Words::Lying(lying) => {
                let read = || lying.texts.report(lying.at).map(|it| it.text().to_owned());
                lying.read.get_or_init(read).as_deref().unwrap_or_default()
            }
        }
    }
}

/// One document of an archive: an article or release with its facts, or a table.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Document {
    /// Its words; of a table no facts.
    pub(crate) report: Arc<Report>,
    pub(crate) table: Option<Arc<Table>>,
}

impl From<Arc<Report>> for Document {
    fn from(report: Arc<Report>) -> Self {
        Self { report, table: None }
    }
}

impl From<Table> for Document {
    fn from(table: Table) -> Self {
        Arc::new(table).into()
    }
}

impl From<Arc<Table>> for Document {
    fn from(table: Arc<Table>) -> Self {
        Self { report: Arc::clone(table.report()), table: Some(table) }
    }
}

/// What the checks know of the document as they go through it.
struct Check<'a> {
    text: &'a str,
    entities: HashSet<&'a EntityId>,
    meetings: HashSet<&'a MeetingId>,
}

fn check(facts: &Facts, text: &str) -> Result<(), FactsError> {
    let mut check = Check { text, entities: HashSet::new(), meetings: HashSet::new() };
    for (i, entity) in facts.entities.iter().enumerate() {
        let place = || format!("entities[{i}]");
        if !check.entities.insert(&entity.id) {
            return Err(bad(place(), format!("{} is declared twice", entity.id)));
        }
        check.spans(entity.mentions.iter().map(|mention| mention.span), place)?;
        confidence(entity.confidence, place)?;
    }
    for (i, meeting) in facts.meetings.iter().enumerate() {
        if !check.meetings.insert(&meeting.id) {
            let what = format!("{} is declared twice", meeting.id);
            return Err(bad(format!("meetings[{i}]"), what));
        }
    }
    for (i, role) in facts.roles.iter().enumerate() {
        let place = || format!("roles[{i}]");
        if role.person.kind() != EntityKind::Person {
            return Err(bad(place(), format!("{} is no person", role.person)));
        }
        check.known([Some(&role.person), role.of.as_ref(), role.according_to.as_ref()], place)?;
        check.spans(role.evidence, place)?;
        in_order(role.when, place)?;
        confidence(role.confidence, place)?;
    }
    for (i, meeting) in facts.meetings.iter().enumerate() {
        let place = || format!("meetings[{i}]");
        check.known([meeting.place.as_ref(), meeting.according_to.as_ref()], place)?;
        if let Some(id) = &meeting.place
            && !matches!(id.kind(), EntityKind::Place | EntityKind::State)
        {
            return Err(bad(place(), format!("{id} is no place")));
        }
        in_order(meeting.when, place)?;
        check.spans(meeting.mentions.iter().map(|mention| mention.span), place)?;
        check.spans(meeting.when.words, place)?;
        confidence(meeting.confidence, place)?;
        for (k, attendance) in meeting.attendance.iter().enumerate() {
            let place = || format!("meetings[{i}].attendance[{k}]");
            check.actor(Some(&attendance.who), place)?;
            check.spans(attendance.evidence, place)?;
            confidence(attendance.confidence, place)?;
        }
    }
    for (list, statements) in [("statements", &facts.statements), ("attitudes", &facts.attitudes)] {
        for (i, statement) in statements.iter().enumerate() {
            let place = || format!("{list}[{i}]");
            check.actor(statement.speaker.as_ref(), place)?;
            check.actor(statement.addressee.as_ref(), place)?;
            check.meeting(statement.meeting.as_ref(), place)?;
            if statement.content.is_empty() {
                return Err(bad(place(), "a statement without content".to_owned()));
            }
            let spans = statement.content.iter().copied();
            check.spans(spans.chain(statement.source).chain(statement.cue), place)?;
            confidence(statement.confidence, place)?;
        }
    }
    for (i, goal) in facts.goals.iter().enumerate() {
        let place = || format!("goals[{i}]");
        for holder in &goal.holders {
            check.actor(Some(holder), place)?;
        }
        check.known([goal.according_to.as_ref()], place)?;
        check.meeting(goal.meeting.as_ref(), place)?;
        check.spans([goal.text], place)?;
        confidence(goal.confidence, place)?;
    }
    Ok(())
}

impl Check<'_> {
    fn spans(
        &self,
        spans: impl IntoIterator<Item = Span>,
        place: impl Fn() -> String,
    ) -> Result<(), FactsError> {
        match spans.into_iter().find(|span| span.is_empty() || span.of(self.text).is_none()) {
            None => Ok(()),
            Some(span) => {
                let what = format!("[{}, {}] is no stretch of the text", span.start(), span.end());
                Err(bad(place(), what))
            }
        }
    }

    fn known<const N: usize>(
        &self,
        ids: [Option<&EntityId>; N],
        place: impl Fn() -> String,
    ) -> Result<(), FactsError> {
        match ids.into_iter().flatten().find(|id| !self.entities.contains(id)) {
            None => Ok(()),
            Some(id) => Err(bad(place(), format!("no entity {id} in this document"))),
        }
    }

    fn actor(&self, id: Option<&EntityId>, place: impl Fn() -> String) -> Result<(), FactsError> {
        match id {
            Some(id) if id.kind() == EntityKind::Place => {
                Err(bad(place(), format!("{id} is a place, which neither attends nor speaks")))
            }
            id => self.known([id], place),
        }
    }

    fn meeting(
        &self,
        id: Option<&MeetingId>,
        place: impl Fn() -> String,
    ) -> Result<(), FactsError> {
        match id {
            Some(id) if !self.meetings.contains(id) => {
                Err(bad(place(), format!("no meeting {id} in this document")))
            }
            _ => Ok(()),
        }
    }
}

fn in_order(when: When, place: impl Fn() -> String) -> Result<(), FactsError> {
    match (when.from, when.to) {
        (Some(from), Some(to)) if to.last_day() < from.first_day() => {
            Err(bad(place(), format!("ends {to}, before it begins {from}")))
        }
        _ => Ok(()),
    }
}

fn confidence(value: Option<f32>, place: impl Fn() -> String) -> Result<(), FactsError> {
    match value {
        Some(value) if !(0.0..=1.0).contains(&value) => {
            Err(bad(place(), format!("confidence {value} is not 0 to 1")))
        }
        _ => Ok(()),
    }
}

fn bad(place: String, what: String) -> FactsError {
    FactsError::Value { place, what }
}
