//! A graph in memory, made of reports.

use crate::generation::Spoken;
use crate::identity::{Gist, WhoIsWho};
use crate::lazy::Lazy;
use crate::merge::{Merged, Naming, Tally};
use crate::names::Names;
use crate::rows::Rows;
use crate::worded::Index;
use crate::{
    Decision, Node, NodeId, NodeKind, NodeName, Relation, RelationId, RelationKind, Report, Sound,
    merge,
};
use chancery_model::DocumentId;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// A graph in memory.
#[derive(Debug, Clone, Default)]
pub(crate) struct Built {
    /// Sorted by id.
    pub(crate) reports: Vec<Arc<Report>>,
    pub(crate) nodes: Vec<Node>,
    /// Where the nodes of each kind begin, and the end.
    kind_starts: [usize; NodeKind::ALL.len() + 1],
    pub(crate) relations: Vec<Relation>,
    kinds: [KindRows; RelationKind::ALL.len()],
    pub(crate) outgoing: Rows,
    pub(crate) incoming: Rows,
    pub(crate) names: Names,
    /// Of the entities, which come first among the nodes.
    pub(crate) namings: Vec<Naming>,
    /// How often each title of an office was given, by the relation's place.
    pub(crate) titles: BTreeMap<usize, Tally>,
    /// The earliest first.
    pub(crate) decisions: Arc<[Decision]>,
    pub(crate) who: WhoIsWho,
    /// What that rests on, by report, if it was made of these reports.
    pub(crate) gists: Arc<[Gist]>,
    /// What each node said, as a row of numbers.
    pub(crate) said: Arc<Lazy<Box<[Spoken]>>>,
    /// Made when it is first asked for: most graphs in memory are never searched.
    pub(crate) words: OnceLock<Option<Index>>,
    /// The places of names by their sounds, likewise.
    sounds: OnceLock<Vec<(Sound, usize)>>,
}

/// Where the relations of one kind lie.
#[derive(Debug, Clone, Default)]
struct KindRows {
    all: Range<usize>,
    /// By the node they end at.
    incoming: Rows,
}

impl Built {
    /// The graph of reports that are sorted by id, each once.
    pub(crate) fn new(reports: Vec<Arc<Report>>, decisions: Arc<[Decision]>) -> Self {
        let gists: Arc<[Gist]> = reports.iter().map(|report| Gist::of(report)).collect();
        let ids = reports.iter().map(|report| report.id());
        let who = WhoIsWho::of_gists(ids.zip(&*gists), &decisions);
        Self { gists, ..Self::told_by(reports, decisions, who) }
    }

    /// The same, by those who are one.
    pub(crate) fn told_by(
        reports: Vec<Arc<Report>>,
        decisions: Arc<[Decision]>,
        who: WhoIsWho,
    ) -> Self {
        let merged = merge::merge(reports.iter().map(|report| &**report), &who);
        let Merged { nodes, namings, relations, titles } = merged;
        let at = |i: usize| RelationId::new(i);
        let kinds = std::array::from_fn(|kind| {
            let kind = RelationKind::ALL[kind];
            let start = relations.partition_point(|relation| relation.kind() < kind);
            let end = relations.partition_point(|relation| relation.kind() <= kind);
            // Sorted by day inside a row, like the rows of outgoing ones.
            let mut order: Vec<usize> = (start..end).collect();
            order.sort_by_cached_key(|i| {
                let day = relations[*i].when.first_day();
                (day.is_none(), day, relations[*i].when.last_day(), *i)
            });
            let ends = order.iter().map(|i| (relations[*i].to, at(*i)));
            KindRows { all: start..end, incoming: Rows::new(ends) }
        });
        let all = relations.iter().enumerate();
        let outgoing = Rows::new(all.clone().map(|(i, relation)| (relation.from, at(i))));
        let incoming = Rows::new(all.map(|(i, relation)| (relation.to, at(i))));
        let names = Names::default();
        let (words, sounds) = (OnceLock::new(), OnceLock::new());
        let said = Arc::new(Lazy::new(nodes.len()));
        let kind_starts =
            std::array::from_fn(|kind| nodes.partition_point(|node| (node.kind() as usize) < kind));
        let mut graph = Self {
            reports,
            nodes,
            kind_starts,
            relations,
            kinds,
            outgoing,
            incoming,
            names,
            namings,
            titles,
            decisions,
            who,
            gists: Arc::default(),
            said,
            words,
            sounds,
        };
        let reports = graph.reports.iter().map(|report| &**report);
        graph.names = Names::new(&graph.nodes, reports, |document, id| {
            graph.find(&graph.who.entity(document, id))
        });
        graph
    }

    pub(crate) fn names_sounding(&self, sound: Sound, vowels: usize) -> Vec<&str> {
        let names = &self.names.entries;
        let sounds = self.sounds.get_or_init(|| {
            let each = names.iter().enumerate().map(|(i, (name, _))| (Sound::of(name), i));
            let mut sounds: Vec<_> = each.collect();
            sounds.sort_unstable();
            sounds
        });
        let from = sounds.partition_point(|(other, _)| other.to_raw() < sound.least());
        let alike = sounds[from..].iter().take_while(|(other, _)| other.is_like(sound));
        let near = alike.filter(|(other, _)| other.vowels_apart(sound) <= vowels);
        let mut found: Vec<&str> = near.map(|(_, i)| &*names[*i].0).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    pub(crate) fn place(&self, document: &DocumentId) -> Option<usize> {
        self.reports.binary_search_by(|report| report.id().cmp(document)).ok()
    }

    pub(crate) fn find(&self, name: &NodeName) -> Option<NodeId> {
        let name = self.who.least(name);
        let range = self.kind_range(name.kind());
        let found = self.nodes[range.clone()].binary_search_by(|node| node.name.cmp(name));
        found.ok().map(|place| NodeId::new(range.start + place))
    }

    pub(crate) fn kind_range(&self, kind: NodeKind) -> Range<usize> {
        self.kind_starts[kind as usize]..self.kind_starts[kind as usize + 1]
    }

    pub(crate) fn relations(&self, kind: RelationKind) -> &[Relation] {
        &self.relations[self.kinds[kind as usize].all.clone()]
    }

    pub(crate) fn relations_from(&self, node: NodeId, kind: RelationKind) -> &[Relation] {
        let all = self.relations(kind);
        let start = all.partition_point(|relation| relation.from < node);
        let len = all[start..].partition_point(|relation| relation.from == node);
        &all[start..start + len]
    }

    pub(crate) fn ids_from(&self, node: NodeId, kind: RelationKind) -> &[RelationId] {
        let (row, all) = (self.outgoing.row(node), &self.kinds[kind as usize].all);
        let start = row.partition_point(|id| id.index() < all.start);
        let len = row[start..].partition_point(|id| id.index() < all.end);
        &row[start..start + len]
    }

    pub(crate) fn ids_to(&self, node: NodeId, kind: RelationKind) -> &[RelationId] {
        self.kinds[kind as usize].incoming.row(node)
    }
}
