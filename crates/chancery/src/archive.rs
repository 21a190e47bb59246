use chancery_graph::{
    Added, Batch, Decision, Durability, Generation, Graph, Moment, NodeKind, NodeName, Repaired,
    Report, StoreError, Table, TableForm, Verified, Writer,
};
use chancery_ingest::{Article, Extractor, Lexicon, Reference};
use chancery_model::{Date, DocumentId, DocumentInfo, EntityId, EntityKind, Evidence, FactsError};
use chancery_query::{
    Attended, Chain, Change, Companion, Company, Contradiction, Contradictions, Counted, Dossier,
    Encounter, Event, Goals, Held, Holder, InOffice, Joint, MeetingCounts, Meetings, Mentioned,
    Mentions, Met, Page, Positions, QuestionError, Quote, Reading, Roles, Said, Served, Timeline,
    WhoAttended, WhoMet, WhoSaid,
};
use std::io;
use std::ops::Range;
use std::path::Path;
use std::sync::OnceLock;

/// A folder that remembers articles and what they say, and an extractor that reads new ones.
///
/// ```
/// use chancery::{Archive, Article, WhoAttended};
/// # let folder = std::env::temp_dir().join(format!("chancery-{}-archive", std::process::id()));
/// # let _ = std::fs::remove_dir_all(&folder);
/// let mut archive = Archive::open_or_create(&folder)?;
/// archive.read(&Article::new("note".parse()?, "France and Chad held talks in Paris."))?;
/// let parties = archive.who_attended(&WhoAttended::default().topic("talks"));
/// for party in parties {
///     println!("{} {}", party.who.label, party.status);
/// }
/// # std::fs::remove_dir_all(&folder)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Archive {
    store: chancery_graph::Archive,
    /// Made when it is first needed: whoever only asks waits for no weights and lexicons.
    extractor: OnceLock<Extractor>,
    /// What was known at an earlier time, if that is what is asked.
    then: Option<Graph>,
}

/// What can go wrong between an archive, its folder and what it is given.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ArchiveError {
    /// The folder, or a document that it will not take.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Facts that contradict themselves or their text.
    #[error("the facts of {document} do not hold")]
    Facts {
        /// The document they are of.
        document: DocumentId,
        /// What is wrong with them.
        source: FactsError,
    },
}

impl ArchiveError {
    /// Whether a document of the id is there from another source.
    pub const fn is_other_source(&self) -> bool {
        matches!(self, Self::Store(StoreError::OtherSource { .. }))
    }
}

impl Archive {
    /// The archive in a folder. Nothing is written until something is read into it.
    ///
    /// # Errors
    /// That it is no archive, where there is none yet: [`open_or_create`](Self::open_or_create) makes
    /// one, and so does `chancery load`.
    ///
    /// # Complexity
    /// O(1) beside what was written since it was last [published](Self::publish).
    pub fn open(folder: impl AsRef<Path>) -> Result<Self, ArchiveError> {
        Ok(chancery_graph::Archive::open(folder)?.into())
    }

    /// The archive in a folder; an empty one if there is none yet.
    pub fn open_or_create(folder: impl AsRef<Path>) -> Result<Self, ArchiveError> {
        Ok(chancery_graph::Archive::open_or_create(folder)?.into())
    }

    /// Reads articles with this extractor from now on. The usual one knows who held which office on
    /// the day of an article by [`Reference::embedded`]; one with a table of one's own knows more, one
    /// without a reference takes the words of the article alone.
    #[must_use]
    pub fn reading_with(mut self, extractor: Extractor) -> Self {
        self.extractor = extractor.into();
        self
    }

    /// Reads one article into it, and waits until that is on the disk.
    ///
    /// A document of the same id and source is replaced. To read many, use [`Archive::load`].
    pub fn read(&mut self, article: &Article) -> Result<Added, ArchiveError> {
        let report = read(self.extractor(), article)?;
        Ok(self.store.add(report)?)
    }

    /// Reads articles into it, all or none of them, and waits until they are on the disk.
    pub fn load(
        &mut self,
        articles: impl IntoIterator<Item = Article>,
    ) -> Result<Added, ArchiveError> {
        let articles = articles.into_iter();
        let reports: Result<Vec<Report>, _> =
            articles.map(|article| read(self.extractor(), &article)).collect();
        Ok(self.store.add(reports?)?)
    }

    /// Takes in facts that somebody else has read or corrected, all or none of them.
    pub fn add(&mut self, batch: impl Into<Batch>) -> Result<Added, ArchiveError> {
        Ok(self.store.add(batch)?)
    }

    /// A table of events as a document to be [added](Self::add). Actors that have a state's name are
    /// that state, the others organizations.
    pub fn table(
        info: DocumentInfo,
        form: TableForm,
        text: impl Into<String>,
    ) -> io::Result<Table> {
        let lexicon = Lexicon::embedded();
        Table::new(info, form, text, |name| {
            let state = lexicon.state_named(name);
            state.unwrap_or_else(|| EntityId::named(EntityKind::Organization, name))
        })
    }

    /// Locks it for writing, for whoever writes a lot; see [`Writer`].
    pub fn writer(&mut self, durability: Durability) -> Result<Writer<'_>, ArchiveError> {
        Ok(self.store.writer(durability)?)
    }

    /// Whether a document is a table of events.
    pub fn is_table(&self, document: &DocumentId) -> bool {
        self.store.is_table(document)
    }

    /// Takes in what other processes have written meanwhile. Says whether there was anything.
    pub fn refresh(&mut self) -> Result<bool, ArchiveError> {
        Ok(self.store.refresh()?)
    }

    /// Takes in all that other archives hold, such as the shards of one load, in any order of them:
    /// the graph is that of all their documents and decisions.
    ///
    /// Of several versions of a document the one that was recorded last counts. One from another
    /// source than the one known here is an error unless it is `replacing`.
    pub fn merge<'a>(
        &mut self,
        others: impl IntoIterator<Item = &'a Self>,
        replacing: bool,
    ) -> Result<Added, ArchiveError> {
        let others = others.into_iter().map(|other| &other.store);
        Ok(self.store.merge(others, replacing)?)
    }

    /// Withdraws a document, and with it whatever rests on it alone. Says whether it was there.
    pub fn retract(&mut self, document: &DocumentId) -> Result<bool, ArchiveError> {
        Ok(self.store.retract(document)?)
    }

    /// Decides who is who; the latest decision holds. It can be taken [back](Self::undo).
    pub fn decide(&mut self, decision: Decision) -> Result<(), ArchiveError> {
        Ok(self.store.decide(decision)?)
    }

    /// Takes a decision back. Says whether it was there.
    pub fn undo(&mut self, decision: Decision) -> Result<bool, ArchiveError> {
        Ok(self.store.undo(decision)?)
    }

    /// What was decided about who is who, and when, the earliest first.
    pub fn decisions(&self) -> impl ExactSizeIterator<Item = (&Decision, Moment)> {
        self.store.decisions().map(|(decision, at)| (decision, at.into()))
    }

    /// Erases every version of a withdrawn document for good. Says how many there were.
    pub fn purge(&mut self, document: &DocumentId) -> Result<usize, ArchiveError> {
        Ok(self.store.purge(document)?)
    }

    /// Writes the register anew, without what interrupted writers left behind. Says how many bytes
    /// that saved.
    pub fn compact(&mut self) -> Result<u64, ArchiveError> {
        Ok(self.store.compact()?)
    }

    /// Checks every byte of the archive in a folder, past damage too.
    pub fn verify(folder: impl AsRef<Path>) -> Result<Verified, ArchiveError> {
        Ok(chancery_graph::Archive::verify(folder)?)
    }

    /// Saves what can be saved of a damaged archive into a new one, and says what could not.
    pub fn repair(
        damaged: impl AsRef<Path>,
        into: impl AsRef<Path>,
    ) -> Result<Repaired, ArchiveError> {
        Ok(chancery_graph::Archive::repair(damaged, into)?)
    }

    /// As it was at a time: what it knew then is asked, with who is who as it is now.
    ///
    /// # Complexity
    /// O(versions of documents that were ever replaced or withdrawn), of which those known then are
    /// read and put in; O(archive) where one of them is a table, or they are more than a quarter of
    /// its documents. What was learned later is looked past, row by row, where it is asked for.
    pub fn as_of(mut self, moment: impl Into<Moment>) -> Result<Self, ArchiveError> {
        self.then = Some(self.store.as_of(moment)?);
        Ok(self)
    }

    /// Publishes the graph of all that is in it, so that whoever opens it next need not read the
    /// texts. It is done by itself when the archive has grown by a twentieth and a mebibyte, and less
    /// often while [batches of many](Batch::in_bulk) are added.
    ///
    /// # Complexity
    /// O(all that is in it); O(1) if there is nothing new.
    pub fn publish(&mut self) -> Result<(), ArchiveError> {
        Ok(self.store.publish()?)
    }

    /// Whether its graph was made by another version, so that it is made anew of all that is in it
    /// until it is [published](Self::publish).
    pub const fn is_outdated(&self) -> bool {
        self.store.is_outdated()
    }

    /// Bytes at the end of the register that are no whole batch: somebody is writing, or was
    /// interrupted. They are of no account.
    pub fn unfinished(&self) -> Result<Option<Range<u64>>, ArchiveError> {
        Ok(self.store.unfinished()?)
    }

    /// The first document that could not be read since the archive was opened; it is without words
    /// in every answer. None, unless the disk lost bytes that it once had.
    pub fn trouble(&self) -> Option<&StoreError> {
        self.store.trouble()
    }

    /// The graph as it was last [published](Self::publish), for walks at the speed of memory.
    pub fn generation(&self) -> Option<&Generation> {
        self.store.generation()
    }

    /// What is meant by a name as people type it: a surname, an alias, a state's code, an id.
    ///
    /// Only nodes of these kinds are considered, all if none is given. It never guesses: an
    /// ambiguous name is an error that lists the candidates.
    pub fn named(&self, typed: &str, kinds: &[NodeKind]) -> Result<NodeName, QuestionError> {
        chancery_query::named(self.graph(), typed, kinds).map(|node| node.name.clone())
    }

    /// Reads a question in plain English; days are told against today. What it reads is asked with
    /// [`Reading::question`], and shown in plain English so that one sees how it was understood.
    ///
    /// ```
    /// # let folder = std::env::temp_dir().join(format!("chancery-{}-ask", std::process::id()));
    /// # let _ = std::fs::remove_dir_all(&folder);
    /// use chancery::{Archive, Article, Question};
    /// let mut archive = Archive::open_or_create(&folder)?;
    /// archive.read(&Article::new("note".parse()?, "France and Chad held talks in Paris."))?;
    /// let reading = archive.ask("who met France?", "2025-02-25".parse()?)?;
    /// let Question::Met(asked) = reading.question(archive.graph()) else { panic!("it is read so") };
    /// assert_eq!(archive.who_met(&asked).count(), 1);
    /// # std::fs::remove_dir_all(&folder)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn ask(&self, question: &str, today: Date) -> Result<Reading, QuestionError> {
        chancery_query::ask(self.graph(), question, today.last_day())
    }

    /// Who said what, by day.
    pub fn who_said<'a>(&'a self, asked: &WhoSaid) -> impl Iterator<Item = Said<'a>> + use<'a> {
        asked.answers(self.graph())
    }

    /// Who attended, was expected, or was not there, by the day of the meeting.
    pub fn who_attended<'a>(
        &'a self,
        asked: &WhoAttended,
    ) -> impl Iterator<Item = Attended<'a>> + use<'a> {
        asked.answers(self.graph())
    }

    /// Which meetings there were, are, or are to be, by day.
    pub fn meetings<'a>(&'a self, asked: &Meetings) -> impl Iterator<Item = Met<'a>> + use<'a> {
        asked.answers(self.graph())
    }

    /// Who wants what, agreed to it, or rejects it, by day.
    pub fn goals<'a>(&'a self, asked: &Goals) -> impl Iterator<Item = Held<'a>> + use<'a> {
        asked.answers(self.graph())
    }

    /// Who holds which office, by person.
    pub fn roles<'a>(&'a self, asked: &Roles) -> impl Iterator<Item = Served<'a>> + use<'a> {
        asked.answers(self.graph())
    }

    /// Who held an office on a day, the surest first.
    pub fn in_office<'a>(&'a self, asked: &InOffice) -> impl Iterator<Item = Holder<'a>> + use<'a> {
        asked.answers(self.graph())
    }

    /// The meetings of two sides, by day, and through whom they met.
    pub fn who_met<'a>(&'a self, asked: &WhoMet) -> impl Iterator<Item = Encounter<'a>> + use<'a> {
        asked.answers(self.graph())
    }

    /// With whom somebody sits at a table most often.
    pub fn company<'a>(&'a self, asked: &Company) -> impl Iterator<Item = Companion<'a>> + use<'a> {
        asked.answers(self.graph())
    }

    /// How many meetings there were, by day, month, year or pair of states.
    pub fn meeting_counts<'a>(
        &'a self,
        asked: &MeetingCounts,
    ) -> impl Iterator<Item = Counted<'a>> + use<'a> {
        asked.answers(self.graph())
    }

    /// Where parties stand on a goal, by day.
    pub fn positions<'a>(&'a self, asked: &Positions) -> impl Iterator<Item = Held<'a>> + use<'a> {
        asked.answers(self.graph())
    }

    /// Who changed their position on a goal, by who.
    pub fn changes<'a>(&'a self, asked: &Positions) -> impl Iterator<Item = Change<'a>> + use<'a> {
        asked.changes(self.graph())
    }

    /// Where one claims what another denies, by day of the denial.
    pub fn contradictions<'a>(
        &'a self,
        asked: &Contradictions,
    ) -> impl Iterator<Item = Contradiction<'a>> + use<'a> {
        asked.answers(self.graph())
    }

    /// What happened, in its order.
    pub fn timeline<'a>(&'a self, asked: &Timeline) -> impl Iterator<Item = Event<'a>> + use<'a> {
        asked.answers(self.graph())
    }

    /// Which documents have certain words, by day of publication.
    pub fn mentions<'a>(
        &'a self,
        asked: &Mentions,
    ) -> impl Iterator<Item = Mentioned<'a>> + use<'a> {
        asked.answers(self.graph())
    }

    /// All that is known of a person, state, organization, place or meeting.
    pub fn dossier(&self, asked: &Dossier) -> Option<Page<'_>> {
        asked.answer(self.graph())
    }

    /// The shortest chain of meetings between two people.
    pub fn chain(&self, asked: &Chain) -> Option<Vec<Joint<'_>>> {
        asked.answer(self.graph())
    }

    /// The sentence that proves something, with the words that do.
    pub fn quote(&self, evidence: &Evidence) -> Option<Quote<'_>> {
        Quote::of(self.graph(), evidence)
    }

    /// One document: its words and its facts.
    pub fn report(&self, document: &DocumentId) -> Option<&Report> {
        match &self.then {
            Some(then) => then.report(document),
            None => self.store.report(document),
        }
    }

    /// Whether there is no document in it.
    pub fn is_empty(&self) -> bool {
        match &self.then {
            Some(then) => then.reports().len() == 0,
            None => self.store.reports().len() == 0,
        }
    }

    /// Every document in it, by id.
    pub fn reports(&self) -> impl Iterator<Item = &Report> {
        let then = self.then.iter().flat_map(Graph::reports);
        then.chain(self.then.is_none().then(|| self.store.reports()).into_iter().flatten())
    }

    /// The graph of everything in it, which petgraph's algorithms can walk.
    ///
    /// # Complexity
    /// O(1); after something was read into it, O(all that is in it) once.
    pub fn graph(&self) -> &Graph {
        self.then.as_ref().unwrap_or_else(|| self.store.graph())
    }
}

impl Archive {
    fn extractor(&self) -> &Extractor {
        self.extractor.get_or_init(|| Extractor::default().with_reference(Reference::embedded()))
    }
}

impl From<chancery_graph::Archive> for Archive {
    fn from(store: chancery_graph::Archive) -> Self {
        Self { store, extractor: OnceLock::new(), then: None }
    }
}

fn read(extractor: &Extractor, article: &Article) -> Result<Report, ArchiveError> {
    let document = article.info().id.clone();
    Report::new(extractor.extract(article).facts, article.text())
        .map_err(|source| ArchiveError::Facts { document, source })
}
