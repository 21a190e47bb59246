//! Nodes of a stored graph, and what people call them.

use super::{Stored, Told, lost, partition};
use crate::events::EventClass;
use crate::generation::Day;
use crate::generation::account;
use crate::generation::names::Place;
use crate::generation::section::Section;
use crate::merge::Naming;
use crate::names::Typed;
use crate::node::{Detail, MeetingDetail, StatementDetail};
use crate::{Candidate, Match, Node, NodeId, NodeKind, NodeName, Sound, Wanted};
use chancery_model::{Date, DocumentInfo, Evidence, MeetingStatus, Mode, Span, When, fold};
use std::ops::Range;

impl Stored {
    pub(crate) fn node_count(&self) -> usize {
        self.generation.view().node_count()
    }

    pub(crate) fn kind_range(&self, kind: NodeKind) -> Range<usize> {
        self.generation.shape.range(kind)
    }

    /// The node of the columns that a node is.
    pub(super) fn inner(&self, node: NodeId) -> NodeId {
        let all = self.generation.column::<NodeId>(Section::ByName);
        all.get(node.index()).copied().unwrap_or(NodeId::from_raw(u32::MAX))
    }

    /// The node that a node of the columns is.
    pub(super) fn outer(&self, node: NodeId) -> NodeId {
        let ranks = self.generation.column::<NodeId>(Section::Ranks);
        ranks.get(node.index()).copied().unwrap_or(NodeId::from_raw(0))
    }

    pub(crate) fn name(&self, id: NodeId) -> Option<NodeName> {
        self.generation.name(self.inner(id))
    }

    pub(crate) fn node(&self, id: NodeId) -> &Node {
        &self.told(id).expect("a node of this graph").node
    }

    pub(crate) fn other_names(&self, id: NodeId) -> &[NodeName] {
        self.told(id).map_or(&[], |told| &told.others)
    }

    fn told(&self, id: NodeId) -> Option<&Told> {
        self.nodes.get(id.index(), || {
            // Only bytes that were changed after they were verified are none.
            self.read_node(self.inner(id)).unwrap_or_else(|| {
                let info = DocumentInfo {
                    id: lost(),
                    title: None,
                    published: None,
                    source: None,
                    text: None,
                };
                let node = Node {
                    name: (&info.id).into(),
                    label: String::new(),
                    detail: Detail::Document(info),
                    passages: Vec::new(),
                };
                Told { node, others: Vec::new() }
            })
        })
    }

    fn read_node(&self, inner: NodeId) -> Option<Told> {
        let generation = &self.generation;
        let name = generation.name(inner)?;
        match generation.place(inner)? {
            Place::Named(index) => {
                let index = index as usize;
                let account = generation.text_in(Section::AccountStarts, Section::Accounts, index);
                let label = generation.label(inner)?;
                let at = |place| self.document(place);
                let (node, others) = account::node_in(name, label, account, &at)?;
                Some(Told { node, others })
            }
            Place::Row(row) => {
                let node = self.event(inner, name, row)?;
                Some(Told { node, others: Vec::new() })
            }
        }
    }

    /// The meeting or statement of a table's row.
    fn event(&self, inner: NodeId, name: NodeName, row: u32) -> Option<Node> {
        let view = self.generation.view();
        let code = self.generation.event_code(inner).unwrap_or_default();
        let evidence = self.row_evidence(row)?;
        let on = |day: Option<&Day>| day.and_then(|day| day.date()).and_then(Date::day);
        let detail = match name.kind() {
            NodeKind::Meeting => {
                let on = on(view.who_attended(inner).days.first());
                let (document, line) = self.generation.row(row)?;
                Detail::Meeting(MeetingDetail {
                    document,
                    handle: format!("meeting:{line}").parse().ok()?,
                    kind: EventClass::meeting_kind(code),
                    status: MeetingStatus::Held,
                    when: on.map(When::on).unwrap_or_default(),
                    evidence,
                })
            }
            _ => Detail::Statement(StatementDetail {
                content: vec![evidence.span],
                evidence,
                source: None,
                cue: None,
                mode: Mode::Indirect,
                negated: false,
                act: EventClass::act(code),
                on: on(view.about(inner).days.first()),
            }),
        };
        Some(Node { name, label: code.to_owned(), detail, passages: Vec::new() })
    }

    /// A row of a table as evidence.
    pub(super) fn row_evidence(&self, row: u32) -> Option<Evidence> {
        let (document, line) = self.generation.row(row)?;
        let ends = self.generation.column::<u32>(Section::Lines);
        let row = row as usize;
        let end = ends.get(row)?.checked_sub(1)?;
        let start = if line == 1 { 0 } else { *ends.get(row.checked_sub(1)?)? };
        let span = Span::new(start as usize, end as usize);
        Some(Evidence { document, span, according_to: None, confidence: None })
    }

    /// The nodes of a kind that are told of in all of some words; perhaps some more.
    pub(crate) fn worded(&self, kind: NodeKind, wanted: &[Wanted<'_>]) -> Vec<NodeId> {
        let mut found = self.generation.words().find(wanted, &self.kind_range(kind));
        let rows = self.rows_of(kind);
        match kind {
            // By the code alone.
            NodeKind::Statement if !rows.is_empty() => {
                let codes = self.codes_with(wanted);
                let meant = |node: &NodeId| {
                    let code = self.generation.event_tag(self.inner(*node));
                    code.is_some_and(|code| codes.contains(&code))
                };
                found.extend(rows.map(NodeId::new).filter(|node| !codes.is_empty() && meant(node)));
            }
            // Their parties tell of them, and are not looked up here.
            NodeKind::Meeting => found.extend(rows.map(NodeId::new)),
            _ => {}
        }
        found
    }

    pub(crate) fn worded_bound(&self, kind: NodeKind, wanted: &[Wanted<'_>]) -> usize {
        let rows = match kind {
            NodeKind::Statement if self.codes_with(wanted).is_empty() => 0,
            NodeKind::Statement | NodeKind::Meeting => self.rows_of(kind).len(),
            _ => 0,
        };
        self.generation.words().bound(wanted).saturating_add(rows)
    }

    /// The places of those that are rows of tables: they come after the others.
    fn rows_of(&self, kind: NodeKind) -> Range<usize> {
        let range = self.kind_range(kind);
        let named = |i| {
            let inner = self.inner(NodeId::new(range.start + i));
            !matches!(self.generation.place(inner), Some(Place::Row(_)))
        };
        range.start + partition(range.len(), named)..range.end
    }

    /// The codes of tables with all of some words, by number.
    fn codes_with(&self, wanted: &[Wanted<'_>]) -> Vec<u16> {
        let has = |code: &str| {
            let code = fold(code);
            wanted.iter().all(|wanted| code.split(' ').any(|word| wanted.is(word)))
        };
        (0..).zip(self.generation.codes()).filter(|(_, code)| has(code)).map(|(i, _)| i).collect()
    }

    pub(crate) fn all_nodes(&self) -> &[Node] {
        self.all_nodes.get_or_init(|| {
            (0..self.node_count()).map(|i| self.node(NodeId::new(i)).clone()).collect()
        })
    }

    pub(crate) fn find(&self, name: &str) -> Option<NodeId> {
        let other = self.other(name);
        other.or_else(|| self.generation.find(name)).map(|inner| self.outer(inner))
    }

    /// The node that is called exactly so, whatever was decided.
    pub(crate) fn find_exactly(&self, name: &str) -> Option<NodeId> {
        self.generation.find(name).map(|inner| self.outer(inner))
    }

    /// Before which node one of a kind would lie that is called so and is not there.
    pub(crate) fn place_for(&self, kind: NodeKind, name: &str) -> usize {
        let range = self.kind_range(kind);
        let before = |i: usize| {
            let node = self.inner(NodeId::new(range.start + i));
            // What is named after a row comes last.
            matches!(self.generation.place(node), Some(Place::Named(index))
                if self.generation.name_at(index) < name.as_bytes())
        };
        range.start + partition(range.len(), before)
    }

    /// What a node is called, if it is not a table's row.
    pub(crate) fn label(&self, id: NodeId) -> Option<&str> {
        self.generation.label(self.inner(id))
    }

    /// Whether it tells of tables.
    pub(crate) fn has_tables(&self) -> bool {
        !self.generation.tables().is_empty()
    }

    /// The node, of the columns, that has this as another name.
    fn other(&self, name: &str) -> Option<NodeId> {
        let nodes = self.generation.column::<NodeId>(Section::OtherNodes);
        let text = |i| self.generation.text_in(Section::OtherStarts, Section::Others, i);
        let at = partition(nodes.len(), |i| text(i) < name.as_bytes());
        nodes.get(at).copied().filter(|_| text(at) == name.as_bytes())
    }

    /// The name of the node that has this as another name.
    pub(crate) fn canonical(&self, name: &NodeName) -> Option<&NodeName> {
        let inner = self.other(name.as_str())?;
        Some(&self.node(self.outer(inner)).name)
    }

    /// Whom a name may mean; nobody's where the place is of no name.
    fn typed(&self, i: usize) -> Option<(&str, Typed)> {
        let columns = self.generation.column::<[u32; 3]>(Section::TypedNodes);
        let [node, called, aliases] = *columns.get(i)?;
        let text = self.generation.text_in(Section::TypedStarts, Section::Typed, i);
        let node = self.outer(NodeId::from_raw(node));
        Some((str::from_utf8(text).ok()?, Typed { node, called: Match::from_raw(called), aliases }))
    }

    fn typed_count(&self) -> usize {
        self.generation.column::<[u32; 3]>(Section::TypedNodes).len()
    }

    /// How often a name is written small.
    pub(crate) fn common(&self, folded: &str) -> u32 {
        let counts = self.generation.column::<u32>(Section::CommonCounts);
        let text = |i| self.generation.text_in(Section::CommonStarts, Section::Commons, i);
        let at = partition(counts.len(), |i| text(i) < folded.as_bytes());
        counts.get(at).copied().filter(|_| text(at) == folded.as_bytes()).unwrap_or(0)
    }

    /// All that is written small, and how often.
    pub(crate) fn commons(&self) -> impl Iterator<Item = (&str, u32)> {
        let counts = self.generation.column::<u32>(Section::CommonCounts);
        let text = |i| self.generation.text_in(Section::CommonStarts, Section::Commons, i);
        (0..counts.len()).filter_map(move |i| Some((str::from_utf8(text(i)).ok()?, counts[i])))
    }

    /// What a folded name may mean, by node.
    pub(crate) fn typed_as(&self, folded: &str) -> impl Iterator<Item = Typed> {
        let text = |i| self.generation.text_in(Section::TypedStarts, Section::Typed, i);
        let count = self.typed_count();
        let from = partition(count, |i| text(i) < folded.as_bytes());
        let same = (from..count).map_while(|i| self.typed(i));
        same.take_while(move |(name, _)| *name == folded).map(|(_, it)| it)
    }

    pub(crate) fn candidates(&self, folded: &str) -> Vec<Candidate> {
        let common = self.common(folded) > 0;
        let mut found: Vec<_> = self
            .typed_as(folded)
            .filter_map(|it| Some(Candidate { node: it.node, matched: it.matched(common)? }))
            .collect();
        found.sort_by_key(|candidate| (candidate.matched, candidate.node));
        found
    }

    /// The names that sound so, with vowels that differ by so many letters at most.
    pub(crate) fn names_sounding(&self, sound: Sound, vowels: usize) -> Vec<&str> {
        let sounds = self.generation.column::<u64>(Section::Sounds);
        let order = self.generation.column::<u32>(Section::SoundOrder);
        let from = sounds.partition_point(|other| *other < sound.least());
        let alike = sounds[from..].iter().map(|raw| Sound::from_raw(*raw));
        let alike = alike.take_while(|other| other.is_like(sound));
        let near = alike
            .zip(order.get(from..).unwrap_or_default())
            .filter(|(other, _)| other.vowels_apart(sound) <= vowels);
        // In the order of their numbers they are in that of their letters.
        let mut numbers: Vec<u32> = near.map(|(_, i)| *i).collect();
        numbers.sort_unstable();
        let text = |i| self.generation.text_in(Section::TypedStarts, Section::Typed, i as usize);
        let mut found: Vec<&str> =
            numbers.into_iter().filter_map(|i| str::from_utf8(text(i)).ok()).collect();
        found.dedup();
        found
    }

    /// Everything that people may type, by letters and node.
    pub(crate) fn all_typed(&self) -> impl Iterator<Item = (&str, Typed)> {
        (0..self.typed_count()).filter_map(|i| self.typed(i))
    }

    /// Every name that people may type with its node, by letters, from some letters on.
    pub(crate) fn names_from(
        &self,
        folded: &str,
    ) -> impl Iterator<Item = (&str, NodeId, Match)> + use<'_> {
        let text = |i| self.generation.text_in(Section::TypedStarts, Section::Typed, i);
        let from = partition(self.typed_count(), |i| text(i) < folded.as_bytes());
        let typed = (from..self.typed_count()).filter_map(|i| self.typed(i));
        typed.filter_map(|(name, it)| {
            // Only what documents alone call somebody may be a common word.
            let common = it.aliases > 0 && self.common(name) > 0;
            Some((name, it.node, it.matched(common)?))
        })
    }

    /// What documents call an entity; nothing for other nodes.
    pub(crate) fn naming(&self, id: NodeId) -> Option<Naming> {
        let Place::Named(index) = self.generation.place(self.inner(id))? else { return None };
        let (starts, texts) = (Section::NamingStarts, Section::Namings);
        account::naming_in(self.generation.text_in(starts, texts, index as usize))
    }

    /// Whether only tables tell of a node.
    pub(crate) fn is_of_tables_alone(&self, id: NodeId) -> bool {
        match self.generation.place(self.inner(id)) {
            Some(Place::Named(index)) => {
                let (starts, texts) = (Section::AccountStarts, Section::Accounts);
                self.generation.text_in(starts, texts, index as usize).is_empty()
            }
            _ => true,
        }
    }
}
