use super::EventTable;
use crate::Report;
use crate::register::Texts;
use chancery_model::{DocumentInfo, EntityId, Facts};
use std::io;
use std::sync::Arc;

/// How the columns of a table lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TableForm {
    /// Subject, relation, object, day.
    Plain,
    /// The 20 columns of ICEWS.
    Icews,
}

impl TableForm {
    /// Every form, in the order of the numbers that files hold.
    pub const ALL: &'static [Self] = &[Self::Plain, Self::Icews];

    /// The form of a table, by the columns of its first line; `None` if it is none of these.
    ///
    /// ```
    /// use chancery_graph::TableForm;
    /// assert_eq!(TableForm::of("France\tConsult\tGermany\t2014-01-02\n"), Some(TableForm::Plain));
    /// assert_eq!(TableForm::of("France consults Germany."), None);
    /// ```
    pub fn of(text: &str) -> Option<Self> {
        match text.lines().next()?.split('\t').count() {
            4 => Some(Self::Plain),
            20 => Some(Self::Icews),
            _ => None,
        }
    }
}

/// A table of events as one document of an archive: its text, and what its rows tell.
///
/// ```
/// use chancery_graph::{Archive, Table, TableForm};
/// use chancery_model::{DocumentInfo, EntityId, EntityKind};
/// # let folder = std::env::temp_dir().join(format!("chancery-{}-table", std::process::id()));
/// # let _ = std::fs::remove_dir_all(&folder);
/// let rows = "France\tConsult\tGermany\t2014-01-02\nFrance\tPraise or endorse\tGermany\t2014-01-03\n";
/// let info = DocumentInfo { id: "t".parse()?, title: None, published: None, source: None, text: None };
/// let who = |name: &str| EntityId::named(EntityKind::Organization, name);
/// let mut archive = Archive::open_or_create(&folder)?;
/// archive.add(Table::new(info, TableForm::Plain, rows, who)?)?;
///
/// let graph = archive.graph();
/// let meeting = graph.find(&"meeting:t/1".parse()?).expect("its line names it");
/// let relation = graph.who_attended(meeting).next().expect("both sides attended");
/// assert_eq!(graph.words(&relation.evidence()[0]), Some("France\tConsult\tGermany\t2014-01-02"));
/// # std::fs::remove_dir_all(&folder)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Table {
    report: Arc<Report>,
    form: TableForm,
    events: Arc<EventTable>,
}

/// Two tables are the same if they have the same words and the same actors.
impl PartialEq for Table {
    fn eq(&self, other: &Self) -> bool {
        self.report == other.report
            && self.form == other.form
            && self.events.actors() == other.events.actors()
    }
}

impl Table {
    /// Reads a table; `who` judges who an actor is, once for each name.
    ///
    /// Rows that are no events are listed in [`EventTable::refused`].
    pub fn new(
        info: DocumentInfo,
        form: TableForm,
        text: impl Into<String>,
        who: impl FnMut(&str) -> EntityId,
    ) -> io::Result<Self> {
        let text = text.into();
        let id = info.id.clone();
        let events = EventTable::of_text(id, form, &text, who)?;
        let report = Report::new(Facts::empty(info), text).map_err(io::Error::other)?;
        Ok(Self { report: Arc::new(report), form, events: Arc::new(events) })
    }

    /// As it was read before, by who its actors are, in the order in which they first appear.
    pub(crate) fn again(
        info: DocumentInfo,
        form: TableForm,
        text: String,
        actors: &[EntityId],
    ) -> Option<Self> {
        let mut next = actors.iter();
        let mut missing = false;
        let who = |name: &str| {
            next.next().cloned().unwrap_or_else(|| {
                missing = true;
                EntityId::named(chancery_model::EntityKind::Organization, name)
            })
        };
        let table = Self::new(info, form, text, who).ok()?;
        (!missing && next.next().is_none()).then_some(table)
    }

    /// The same table without its words in memory, where it has many: the register has them, in
    /// frames of which the first begins at a byte.
    pub(crate) fn lying(&self, texts: Texts, at: u64) -> Self {
        Self { report: Arc::new(self.report.lying(texts, at)), ..self.clone() }
    }

    /// What its rows tell.
    pub fn events(&self) -> &EventTable {
        &self.events
    }

    /// How its columns lie.
    pub const fn form(&self) -> TableForm {
        self.form
    }

    /// The document that it is: its words, and no facts.
    pub const fn report(&self) -> &Arc<Report> {
        &self.report
    }
}
