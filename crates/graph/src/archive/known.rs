use super::settled::{Beside, Settled};
use super::shards::Latest;
use crate::generation::{Earlier, Stored, TextSource};
use crate::overlay::Beyond;
use crate::past::KnownThen;
use crate::register::Record;
use crate::report::Document;
use crate::{Decision, GenerationBuilder, Graph, Moment, Report, StoreError, Table};
use chancery_model::DocumentId;
use std::collections::{BTreeMap, btree_map};
use std::iter::Peekable;
use std::sync::Arc;

/// What a register tells: all that holds and held before, or what a generation does not tell yet.
#[derive(Debug, Clone, Default)]
pub(super) struct Known {
    /// The generation that tells the rest.
    base: Option<Arc<Stored>>,
    /// `None` for one of the base that was withdrawn.
    documents: BTreeMap<DocumentId, Option<Version>>,
    /// Versions that another took the place of, or that were withdrawn, in that order; without
    /// those that the base tells of.
    past: Vec<Version>,
    /// Where those lie that the base told of, since it was made.
    past_of_base: Vec<Earlier>,
    /// When each was made; `None` for one of the base that was taken back.
    decisions: BTreeMap<Decision, Option<i64>>,
}

/// One document as it was known for a while.
#[derive(Debug, Clone, PartialEq)]
struct Version {
    document: Document,
    learned: i64,
    withdrawn: Option<i64>,
    /// Where its frame begins in the register.
    at: u64,
}

impl Version {
    /// Whether it was known at a time, and is no more.
    fn was_known_at(&self, then: i64) -> bool {
        self.learned <= then && self.withdrawn.is_some_and(|at| then < at)
    }
}

impl Known {
    /// Nothing beyond what a generation tells.
    pub(super) fn beyond(base: Arc<Stored>) -> Self {
        Self { base: Some(base), ..Self::default() }
    }

    /// The generation that tells the rest.
    pub(super) const fn base(&self) -> Option<&Arc<Stored>> {
        self.base.as_ref()
    }

    /// Whether the generation tells everything.
    pub(super) fn is_told_by_base(&self) -> bool {
        self.base.is_some() && self.documents.is_empty() && self.decisions.is_empty()
    }

    /// Whether nothing is known at all.
    pub(super) fn is_nothing(&self) -> bool {
        self.base.is_none()
            && self.documents.is_empty()
            && self.past.is_empty()
            && self.decisions.is_empty()
    }

    /// Takes in a record whose frame begins at a byte.
    pub(super) fn take(&mut self, record: Record, recorded: i64, at: u64) {
        match record {
            Record::Report(report) => self.learn(report.into(), recorded, at),
            Record::Table(table) => self.learn(table.into(), recorded, at),
            Record::Retraction(document) => {
                let place = self.place_in_base(&document);
                let before = self.documents.remove(&document);
                if place.is_some() {
                    self.documents.insert(document, None);
                }
                match (before, place) {
                    (Some(Some(before)), _) => self.bury(before, recorded),
                    (None, Some(place)) => self.bury_of_base(place, recorded),
                    // It was withdrawn, or never there.
                    _ => {}
                }
            }
            Record::Decision(decision) => drop(self.decisions.insert(decision, Some(recorded))),
            Record::Undo(decision) => {
                if self.base.as_ref().is_some_and(|base| decided(base, &decision).is_some()) {
                    self.decisions.insert(decision, None);
                } else {
                    self.decisions.remove(&decision);
                }
            }
            // Rows were put together to tables when their batch was read.
            Record::Rows(_) | Record::Commit { .. } => {}
        }
    }

    fn learn(&mut self, document: Document, recorded: i64, at: u64) {
        let id = document.report.id().clone();
        let version = Version { document, learned: recorded, withdrawn: None, at };
        let place = self.place_in_base(&id);
        match (self.documents.insert(id, Some(version)), place) {
            (Some(Some(before)), _) => self.bury(before, recorded),
            (None, Some(place)) => self.bury_of_base(place, recorded),
            _ => {}
        }
    }

    /// Keeps what was known of a document until now beside the base.
    fn bury(&mut self, known: Version, recorded: i64) {
        self.past.push(Version { withdrawn: Some(recorded), ..known });
    }

    /// Keeps where that lies which was known of a document of the base until now.
    fn bury_of_base(&mut self, place: usize, recorded: i64) {
        let learned = self.base.as_ref().and_then(|base| base.learned(place));
        let earlier = |(at, learned)| Earlier { withdrawn: recorded, at, learned };
        self.past_of_base.extend(learned.map(earlier));
    }

    fn place_in_base(&self, document: &DocumentId) -> Option<usize> {
        self.base.as_ref()?.document_place(document)
    }

    /// The documents that there are, by id.
    pub(super) fn reports(&self) -> impl ExactSizeIterator<Item = &Arc<Report>> {
        self.versions().map(|(report, ..)| report)
    }

    /// The documents that there are, by id: each with where its frame begins and when it was
    /// learned.
    pub(super) fn versions(&self) -> Versions<'_> {
        let base = self.base.as_deref();
        let places = 0..base.map_or(0, Stored::document_count);
        let beside = self.documents.iter().peekable();
        Versions { base, places, waiting: None, beside, left: self.len() }
    }

    /// How many documents there are.
    pub(super) fn len(&self) -> usize {
        let base = self.base.as_ref().map_or(0, |base| base.document_count());
        let (mut new, mut gone) = (0, 0);
        for (id, version) in &self.documents {
            let known = self.place_in_base(id).is_some();
            new += usize::from(version.is_some() && !known);
            gone += usize::from(version.is_none() && known);
        }
        base + new - gone
    }

    pub(super) fn report(&self, document: &DocumentId) -> Option<&Arc<Report>> {
        match self.documents.get(document) {
            Some(version) => version.as_ref().map(|version| &version.document.report),
            None => self.base.as_ref()?.report_at(self.place_in_base(document)?),
        }
    }

    /// How many earlier versions of documents there are.
    pub(super) fn past(&self) -> u64 {
        let base = self.base.as_ref().map_or(0, |base| base.generation().earlier().len());
        (base + self.past_of_base.len() + self.past.len()) as u64
    }

    /// Where those lie and when each was known, by when it went.
    pub(super) fn earlier(&self) -> Vec<Earlier> {
        let beside = self.past.iter().map(|it| Earlier {
            withdrawn: it.withdrawn.unwrap_or(it.learned),
            at: it.at,
            learned: it.learned,
        });
        let mut all: Vec<Earlier> = self.earlier_elsewhere().chain(beside).collect();
        all.sort_unstable();
        all
    }

    /// Those that the base tells of, or told of when it was made.
    fn earlier_elsewhere(&self) -> impl Iterator<Item = Earlier> {
        let base = self.base.iter().flat_map(|base| base.generation().earlier());
        base.chain(self.past_of_base.iter().copied())
    }

    /// How many earlier versions of one document there are, of those held here.
    pub(super) fn past_of(&self, document: &DocumentId) -> usize {
        self.past.iter().filter(|version| version.document.report.id() == document).count()
    }

    pub(super) fn is_decided(&self, decision: &Decision) -> bool {
        match self.decisions.get(decision) {
            Some(at) => at.is_some(),
            None => self.base.as_ref().is_some_and(|base| decided(base, decision).is_some()),
        }
    }

    /// The decisions and when each was made, the earliest first.
    pub(super) fn decisions(&self) -> Vec<(&Decision, i64)> {
        let base = self.base.iter().flat_map(|base| base.decisions());
        let base =
            base.filter(|(it, _)| !self.decisions.contains_key(it)).map(|(it, at)| (it, *at));
        let beside = self.decisions.iter().filter_map(|(it, at)| Some((it, (*at)?)));
        let mut decisions: Vec<_> = base.chain(beside).collect();
        decisions.sort_by_key(|(decision, at)| (*at, *decision));
        decisions
    }

    /// What was decided, the earliest first.
    fn decided(&self) -> Arc<[Decision]> {
        self.decisions().into_iter().map(|(decision, _)| decision.clone()).collect()
    }

    /// What was last learned of each document: what it says, or that it was withdrawn, as far as
    /// that is not told by a generation alone. Tables of events are left out.
    pub(super) fn latest(&self) -> BTreeMap<DocumentId, Latest> {
        let mut latest: BTreeMap<DocumentId, Latest> = BTreeMap::new();
        for version in &self.past {
            let at = version.withdrawn.unwrap_or(version.learned);
            let known = latest.entry(version.document.report.id().clone());
            let known = known.or_insert(Latest { at, report: None });
            known.at = known.at.max(at);
        }
        for (report, _, learned) in self.versions() {
            if !self.is_table(report.id()) {
                let report = Some(Arc::clone(report));
                let id = report.as_ref().map(|it| it.id().clone());
                latest.extend(id.map(|id| (id, Latest { at: learned, report })));
            }
        }
        latest
    }

    pub(super) fn is_table(&self, document: &DocumentId) -> bool {
        match self.documents.get(document) {
            Some(version) => version.as_ref().is_some_and(|it| it.document.table.is_some()),
            None => self
                .place_in_base(document)
                .zip(self.base.as_ref())
                .is_some_and(|(place, base)| base.is_table(place)),
        }
    }

    /// The first document that could not be read any more.
    pub(super) fn trouble(&self) -> Option<&StoreError> {
        let base = self.base.as_ref().and_then(|base| base.trouble());
        let mut beside = self.documents.values().flatten();
        base.or_else(|| beside.find_map(|it| it.document.report.trouble()))
    }

    /// The table that a document is, if it is one.
    pub(super) fn table(&self, document: &DocumentId) -> Option<Arc<Table>> {
        if let Some(version) = self.documents.get(document) {
            return version.as_ref()?.document.table.clone();
        }
        let (base, place) = (self.base.as_ref()?, self.place_in_base(document)?);
        base.is_table(place).then(|| base.document_at(place)?.table).flatten()
    }

    /// The tables that there are, by id.
    fn tables(&self) -> Vec<Arc<Table>> {
        let mut versions = self.versions();
        let mut tables = Vec::new();
        while let Some(step) = versions.step() {
            tables.extend(match step {
                Step::Beside(version) => version.document.table.clone(),
                Step::Base(place) => self.base.as_ref().and_then(|base| {
                    base.is_table(place).then(|| base.document_at(place)?.table).flatten()
                }),
            });
        }
        tables
    }

    /// The graph: in a generation, what that does not tell beside it, and in memory if there is
    /// none or so much lies beyond it that it is as well made anew.
    ///
    /// `settled` keeps who is who for the next time.
    pub(super) fn graph(&self, settled: &mut Option<Settled>) -> Graph {
        match &self.base {
            Some(base) if self.is_told_by_base() => return Graph::stored(Arc::clone(base)),
            Some(base) => {
                if let Some(overlaid) = self.beyond_base(base, settled).and_then(Beyond::overlaid) {
                    return Graph::overlaid(overlaid);
                }
            }
            None => {}
        }
        let (graph, tables) = self.parts();
        laid_out(graph, &tables)
    }

    /// Whether tables were added to what a generation tells, replaced, or withdrawn.
    pub(super) fn has_tables_beyond_base(&self) -> bool {
        let Some(base) = &self.base else { return false };
        let table = |(id, version): (&DocumentId, &Option<Version>)| {
            version.as_ref().is_some_and(|it| it.document.table.is_some())
                || self.place_in_base(id).is_some_and(|place| base.is_table(place))
        };
        self.documents.iter().any(table)
    }

    /// What lies beyond a generation, unless it is tables.
    fn beyond_base<'a>(
        &self,
        base: &'a Arc<Stored>,
        settled: &mut Option<Settled>,
    ) -> Option<Beyond<'a>> {
        if self.has_tables_beyond_base() {
            return None;
        }
        let report = |it: &Version| Arc::clone(&it.document.report);
        let documents: Beside =
            self.documents.iter().map(|(id, it)| (id.clone(), it.as_ref().map(report))).collect();
        let decisions = self.decided();
        let settled = match settled {
            Some(settled) if settled.is_of(base) => settled,
            other => other.insert(Settled::of(base)),
        };
        settled.update(&documents, Arc::clone(&decisions));
        Some(Beyond {
            base,
            documents,
            decisions,
            called_otherwise: base.who().called_otherwise(settled.who()),
            who: Arc::clone(settled.who()),
            meant_otherwise: settled.otherwise().clone(),
        })
    }

    /// The graph of what documents tell, in memory, and the tables.
    pub(super) fn parts(&self) -> (Graph, Vec<Arc<Table>>) {
        (Graph::built(self.reports().cloned().collect(), self.decided()), self.tables())
    }

    /// Where the earlier versions lie that were known at a time.
    pub(super) fn earlier_at(&self, moment: Moment) -> Vec<u64> {
        let then = moment.milliseconds();
        let elsewhere = self.earlier_elsewhere().filter(|it| it.is_known_at(then)).map(|it| it.at);
        elsewhere
            .chain(self.past.iter().filter(|it| it.was_known_at(then)).map(|it| it.at))
            .collect()
    }

    /// The same with the earlier versions that were known at a time in the place of those that
    /// came after.
    pub(super) fn with_versions_of(&self, moment: Moment) -> Result<Self, StoreError> {
        let then = moment.milliseconds();
        let mut earlier = BTreeMap::new();
        // In the register that the base was made of, whatever has its name by now.
        let texts = self.base.as_ref().and_then(|base| base.texts());
        for it in self.earlier_elsewhere().filter(|it| it.is_known_at(then)) {
            let Some(texts) = texts else { break };
            let document = texts.document(it.at)?;
            let id = document.report.id().clone();
            let (learned, at) = (it.learned, it.at);
            earlier.insert(id, Some(Version { document, learned, withdrawn: None, at }));
        }
        for it in self.past.iter().filter(|it| it.was_known_at(then)) {
            let id = it.document.report.id().clone();
            earlier.insert(id, Some(Version { withdrawn: None, ..it.clone() }));
        }
        let mut documents = self.documents.clone();
        documents.extend(earlier);
        let (base, decisions) = (self.base.clone(), self.decisions.clone());
        Ok(Self { base, documents, decisions, ..Self::default() })
    }

    /// Which of the documents that it has now were known at a time.
    pub(super) fn known_at(&self, moment: Moment) -> KnownThen {
        let then = moment.milliseconds();
        // Nothing tells any more of what was withdrawn.
        let beside = self.documents.iter().filter_map(|(id, it)| Some((id, it.as_ref()?)));
        let beside = beside.map(|(id, it)| (id.clone(), it.learned <= then)).collect();
        KnownThen::new(self.base.clone(), then, beside)
    }

    /// What is known, with or without the times of what the clock recorded: two loads differ in
    /// these alone.
    #[cfg(test)]
    pub(super) fn told(&self, timed: bool) -> Told {
        assert!(self.base.is_none());
        let time = |at: i64| if timed { at } else { 0 };
        let version = |it: &Version| {
            ((*it.document.report).clone(), time(it.learned), it.withdrawn.map(time))
        };
        Told {
            documents: self.documents.values().flatten().map(version).collect(),
            past: self.past.iter().map(version).collect(),
            decisions: self
                .decisions()
                .into_iter()
                .map(|(it, at)| (it.clone(), time(at)))
                .collect::<BTreeMap<_, _>>(),
        }
    }
}

/// All that is known, to be compared.
#[cfg(test)]
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Told {
    pub(super) documents: Vec<(Report, i64, Option<i64>)>,
    pub(super) past: Vec<(Report, i64, Option<i64>)>,
    pub(super) decisions: BTreeMap<Decision, i64>,
}

/// A graph with the events of tables, in memory.
fn laid_out(graph: Graph, tables: &[Arc<Table>]) -> Graph {
    if tables.is_empty() {
        return graph;
    }
    let builder = GenerationBuilder::default().graph(&graph);
    let builder = tables.iter().fold(builder, |builder, table| builder.table(table.events()));
    // Tables of so many rows that no graph holds them were refused when they were to be added.
    let Ok(generation) = builder.in_memory() else { return graph };
    let reports = graph.shared_reports();
    Graph::stored(Arc::new(Stored::new(generation, TextSource::Memory(reports))))
}

fn decided(base: &Stored, decision: &Decision) -> Option<i64> {
    base.decisions().iter().find(|(it, _)| it == decision).map(|(_, at)| *at)
}

/// Documents of a generation and those beside it, by id.
pub(super) struct Versions<'a> {
    base: Option<&'a Stored>,
    places: std::ops::Range<usize>,
    /// The id and place of the generation's next one.
    waiting: Option<(DocumentId, usize)>,
    beside: Peekable<btree_map::Iter<'a, DocumentId, Option<Version>>>,
    left: usize,
}

impl<'a> Versions<'a> {
    /// The next document, without the report if it lies in the generation.
    fn step(&mut self) -> Option<Step<'a>> {
        loop {
            if self.waiting.is_none() {
                self.waiting = self.base.and_then(|base| {
                    let place = self.places.next()?;
                    Some((base.document(u32::try_from(place).ok()?)?, place))
                });
            }
            let before = match (&self.waiting, self.beside.peek()) {
                (None, None) => return None,
                (Some(_), None) => true,
                (None, Some(_)) => false,
                (Some((id, _)), Some((other, _))) if id == *other => {
                    self.waiting = None;
                    continue;
                }
                (Some((id, _)), Some((other, _))) => id < other,
            };
            if before {
                return self.waiting.take().map(|(_, place)| Step::Base(place));
            }
            if let Some((_, Some(version))) = self.beside.next() {
                return Some(Step::Beside(version));
            }
        }
    }

    /// Where each lies in the register, and when it was learned; no text is read.
    pub(super) fn places(mut self) -> Vec<(u64, i64)> {
        let mut all = Vec::new();
        while let Some(step) = self.step() {
            all.push(match step {
                Step::Base(place) => {
                    self.base.and_then(|base| base.learned(place)).unwrap_or((u64::MAX, 0))
                }
                Step::Beside(version) => (version.at, version.learned),
            });
        }
        all
    }
}

enum Step<'a> {
    Base(usize),
    Beside(&'a Version),
}

impl<'a> Iterator for Versions<'a> {
    type Item = (&'a Arc<Report>, u64, i64);

    fn next(&mut self) -> Option<Self::Item> {
        self.left = self.left.saturating_sub(1);
        match self.step()? {
            Step::Base(place) => {
                let base = self.base?;
                let (at, learned) = base.learned(place).unwrap_or((u64::MAX, 0));
                Some((base.report_at(place)?, at, learned))
            }
            Step::Beside(version) => Some((&version.document.report, version.at, version.learned)),
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

impl ExactSizeIterator for Versions<'_> {}
