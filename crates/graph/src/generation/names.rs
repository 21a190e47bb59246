//! From nodes to what they are called and where they come from, and back.

use super::numbering::NAMED;
use super::section::Section;
use super::shape::{MEETINGS, STATEMENTS};
use super::view::NONE;
use super::{Day, Generation, account};
use crate::worded::IndexView;
use crate::{NodeId, NodeKind, NodeName, RelationKind};
use chancery_model::{DocumentId, Evidence};
use chrono::NaiveDate;
use petgraph::Direction;

/// What a relation rests on.
#[derive(Debug, Clone, PartialEq)]
pub enum Source {
    /// A row of a table.
    Row {
        /// The table.
        table: DocumentId,
        /// Its line, counted from one.
        line: u32,
    },
    /// Words of a document.
    Words(Evidence),
}

impl Generation {
    /// The name that a node has in every graph.
    pub fn name(&self, node: NodeId) -> Option<NodeName> {
        let found = match self.place(node)? {
            Place::Named(index) => self.text_at(index as usize * 2).parse(),
            Place::Row(row) => {
                let (table, line) = self.row(row)?;
                format!("{}:{table}/{line}", self.view().kind(node)?).parse()
            }
        };
        found.ok()
    }

    /// What a reader calls a node, if that was told.
    pub fn label(&self, node: NodeId) -> Option<&str> {
        match self.place(node)? {
            Place::Named(index) => Some(self.text_at(index as usize * 2 + 1)),
            Place::Row(_) => None,
        }
    }

    /// The place of the node with this name.
    ///
    /// # Complexity
    /// O(log nodes).
    pub fn find(&self, name: &str) -> Option<NodeId> {
        let order = self.column::<u32>(Section::NameOrder);
        let found = order.binary_search_by(|i| self.name_at(*i).cmp(name.as_bytes()));
        let shape = &self.shape;
        let before = shape.parts[MEETINGS].first;
        if let Ok(at) = found {
            let index = order[at] as usize;
            let after = order.len() - (self.named() - before);
            return match index {
                _ if index < before => Some(NodeId::new(index)),
                _ if index >= after => {
                    let back = order.len().checked_sub(index)?;
                    shape.nodes().checked_sub(back).map(NodeId::new)
                }
                _ => self.event(order[at] | NAMED),
            };
        }
        // An event of a table is named after its row.
        let (kind, rest) = name.split_once(':')?;
        let (table, line) = rest.rsplit_once('/')?;
        let kind = NodeKind::from_word(kind)?;
        let line: u32 =
            line.parse().ok().filter(|line: &u32| line.to_string() == rest[table.len() + 1..])?;
        let tables = self.tables();
        let at = tables.iter().position(|(_, known)| *known == table)?;
        let row = tables[at].0.checked_add(line)?;
        if tables.get(at + 1).is_some_and(|(next, _)| row >= *next) {
            return None;
        }
        self.event(row).filter(|node| self.view().kind(*node) == Some(kind))
    }

    /// The event that comes from a row or has a name.
    fn event(&self, origin: u32) -> Option<NodeId> {
        let (order, origins) =
            (self.column::<u32>(Section::EventOrder), self.column::<u32>(Section::Origins));
        let of = |event: &u32| origins.get(*event as usize).copied().unwrap_or(NONE);
        let at = order.binary_search_by_key(&origin, of).ok()?;
        let event = Some(order[at] as usize).filter(|event| *event < origins.len())?;
        Some(NodeId::new(self.shape.parts[MEETINGS].first + event))
    }

    /// The line of its table that a meeting or statement came from, counted from one.
    pub fn line(&self, node: NodeId) -> Option<u32> {
        let origin = self.origin(node).filter(|origin| origin & NAMED == 0)?;
        self.row(origin).map(|(_, line)| line)
    }

    /// The code of a meeting or statement that came from a table, such as `Host a visit`.
    pub fn event_code(&self, node: NodeId) -> Option<&str> {
        self.code(self.event_tag(node)?)
    }

    /// The same as a number among all codes.
    pub(super) fn event_tag(&self, node: NodeId) -> Option<u16> {
        let event = node.index().checked_sub(self.shape.parts[MEETINGS].first)?;
        self.column::<u16>(Section::EventCodes).get(event).copied()
    }

    /// Every code, in the order of their numbers.
    pub(super) fn codes(&self) -> impl Iterator<Item = &str> {
        let codes = self.sections.bytes(&self.map, Section::Codes);
        str::from_utf8(codes).unwrap_or_default().lines()
    }

    /// The code that a relation of *acts on* has as its tag.
    pub fn code(&self, tag: u16) -> Option<&str> {
        let codes = self.sections.bytes(&self.map, Section::Codes);
        str::from_utf8(codes).ok()?.lines().nth(tag.into())
    }

    /// What the `i`th relation of a kind that starts at a node rests on.
    ///
    /// # Complexity
    /// O(log relations with words of a document).
    pub fn sources(&self, from: NodeId, kind: RelationKind, i: usize) -> Vec<Source> {
        let (start, row) = self.view().placed_row(from, kind, Direction::Outgoing);
        let Some(to) = row.nodes.get(i) else { return Vec::new() };
        let place = u32::try_from(start + i).unwrap_or(NONE);
        if let Some(account) = self.account_of(place) {
            let documents = self.shape.range(NodeKind::Document).start;
            let id = |place: u32| self.document(documents.checked_add(place as usize)?);
            let told = account::relation_in(account, &id);
            let evidence = told.map(|(_, _, evidence)| evidence).unwrap_or_default();
            return evidence.into_iter().map(Source::Words).collect();
        }
        let origin = match kind {
            RelationKind::ActsOn => self.view().lines(from).get(i).copied(),
            RelationKind::About => self.origin(from),
            _ => self.origin(*to),
        };
        let row = origin.filter(|origin| origin & NAMED == 0).and_then(|row| self.row(row));
        row.map(|(table, line)| Source::Row { table, line }).into_iter().collect()
    }

    /// The document that a node stands for.
    fn document(&self, node: usize) -> Option<DocumentId> {
        let name = self.name(NodeId::new(node))?;
        name.as_str().strip_prefix("document:")?.parse().ok()
    }

    /// What is told of the relation in a place, if it is from a document.
    pub(super) fn account_of(&self, place: u32) -> Option<&[u8]> {
        let at = self.column::<u32>(Section::ProvenRelations).binary_search(&place).ok()?;
        Some(self.text_in(Section::ProofStarts, Section::Proofs, at))
    }

    /// The words that nodes of documents are told of in.
    pub(super) fn words(&self) -> IndexView<'_> {
        IndexView {
            starts: self.column(Section::WordStarts),
            words: self.sections.bytes(&self.map, Section::Words),
            places: self.column(Section::WordPlaces),
            nodes: self.sections.bytes(&self.map, Section::WordNodes),
        }
    }

    /// The `i`th of texts that lie end to end.
    pub(super) fn text_in(&self, starts: Section, texts: Section, i: usize) -> &[u8] {
        let starts = self.column::<u32>(starts);
        let bounds = starts.get(i).zip(starts.get(i + 1));
        let range = bounds.map_or(0..0, |(start, end)| *start as usize..*end as usize);
        self.sections.bytes(&self.map, texts).get(range).unwrap_or_default()
    }

    /// The first and the last day of the `i`th relation of a kind that starts at a node.
    pub fn days(
        &self,
        from: NodeId,
        kind: RelationKind,
        i: usize,
    ) -> Option<(NaiveDate, NaiveDate)> {
        let (start, _) = self.view().placed_row(from, kind, Direction::Outgoing);
        self.days_at(start + i)
    }

    /// The first and the last day of the relation in a place.
    pub(super) fn days_at(&self, place: usize) -> Option<(NaiveDate, NaiveDate)> {
        let day: &Day = self.view().days.get(place)?;
        let long = self.column::<u32>(Section::LongRelations);
        let at = long.binary_search(&u32::try_from(place).unwrap_or(NONE));
        let Ok(at) = at else { return day.date().map(|date| (date, date)) };
        let days = self.column::<i32>(Section::LongDays).get(at * 2..at * 2 + 2)?;
        NaiveDate::from_num_days_from_ce_opt(days[0])
            .zip(NaiveDate::from_num_days_from_ce_opt(days[1]))
    }

    /// First row and name of each table.
    pub(super) fn tables(&self) -> Vec<(u32, &str)> {
        let tables = self.sections.bytes(&self.map, Section::Tables);
        let lines = str::from_utf8(tables).unwrap_or_default().lines();
        lines
            .filter_map(|line| line.split_once('\t'))
            .filter_map(|(first, name)| first.parse().ok().map(|first| (first, name)))
            .collect()
    }

    pub(super) fn row(&self, row: u32) -> Option<(DocumentId, u32)> {
        let tables = self.tables();
        let (first, name) = tables.iter().rev().find(|(first, _)| *first <= row)?;
        Some((name.parse().ok()?, row - first))
    }

    /// The row or name of a meeting or statement.
    pub(super) fn origin(&self, node: NodeId) -> Option<u32> {
        let event = node.index().checked_sub(self.shape.parts[MEETINGS].first)?;
        self.column::<u32>(Section::Origins).get(event).copied()
    }

    pub(super) fn place(&self, node: NodeId) -> Option<Place> {
        let (meetings, statements) = (&self.shape.parts[MEETINGS], &self.shape.parts[STATEMENTS]);
        let nodes = self.shape.nodes();
        let raw = node.raw();
        if node.index() >= nodes {
            None
        } else if node.index() < meetings.first {
            Some(Place::Named(raw))
        } else if node.index() >= statements.first + statements.count {
            let names = self.sections.len(Section::NameOrder) / 4;
            let back = nodes - node.index();
            Some(Place::Named(u32::try_from(names.checked_sub(back)?).ok()?))
        } else {
            let origin = self.origin(node)?;
            Some(if origin & NAMED == 0 {
                Place::Row(origin)
            } else {
                Place::Named(origin ^ NAMED)
            })
        }
    }

    /// The bytes of a name.
    pub(super) fn name_at(&self, index: u32) -> &[u8] {
        self.text_at(index as usize * 2).as_bytes()
    }

    fn text_at(&self, at: usize) -> &str {
        let bytes = self.text_in(Section::NameStarts, Section::Names, at);
        str::from_utf8(bytes).unwrap_or_default()
    }
}

/// Where the name of a node is.
pub(super) enum Place {
    /// In the list of names.
    Named(u32),
    /// It is made from a row.
    Row(u32),
}
