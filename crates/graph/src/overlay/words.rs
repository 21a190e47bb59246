//! Which nodes are told of in which words, where that is not as in the generation.

use super::{Overlaid, Told};
use crate::merge::label;
use crate::worded::{Builder, Index, Wanted, words_of};
use crate::{Graph, NodeId, NodeKind, RelationKind};
use std::collections::BTreeSet;

/// The words of nodes that are told otherwise than in the generation.
#[derive(Debug)]
pub(super) struct WordsBeyond {
    nodes: BTreeSet<NodeId>,
    /// `None` if there are more than an index holds.
    index: Option<Index>,
}

impl Overlaid {
    /// The nodes of which the words are others than in the generation: those that are told
    /// otherwise, and meetings with somebody who is called otherwise.
    fn worded_otherwise(&self) -> BTreeSet<NodeId> {
        let mut nodes = BTreeSet::new();
        for touched in &self.touched {
            let Some(node) = self.number_of(touched) else { continue };
            match &touched.told {
                Told::Gone => {}
                Told::Whole(_) => drop(nodes.insert(node)),
                Told::Entity { change, .. } => {
                    let Some(base) = touched.base else { continue };
                    let naming = change.applied(self.base.naming(base).unwrap_or_default());
                    let called = self.who.called(&touched.name).map(str::to_owned);
                    let label =
                        called.unwrap_or_else(|| label(touched.name.kind(), &naming.labels));
                    if self.base.label(base) != Some(&*label) {
                        for kind in [RelationKind::Attended, RelationKind::HeldIn] {
                            let from = self.ids_from(node, kind).iter();
                            nodes.extend(from.map(|id| self.relation(*id).to));
                            let to = self.ids_to(node, kind).iter();
                            nodes.extend(to.map(|id| self.relation(*id).from));
                        }
                    }
                }
            }
        }
        let meetings = self.kind_range(NodeKind::Meeting);
        let end = self.kind_range(NodeKind::Document).end;
        nodes.retain(|node| (meetings.start..end).contains(&node.index()));
        nodes
    }

    /// `graph` is this one.
    fn words(&self, graph: &Graph) -> &WordsBeyond {
        self.words.get_or_init(|| {
            let nodes = self.worded_otherwise();
            let mut builder = Builder::default();
            for node in &nodes {
                if let Some(words) = words_of(graph, *node) {
                    builder.put(node.raw(), &words);
                }
            }
            WordsBeyond { nodes, index: builder.index() }
        })
    }

    /// The nodes of a kind that are told of in all of some words, by place; perhaps some more.
    pub(crate) fn worded(
        &self,
        graph: &Graph,
        kind: NodeKind,
        wanted: &[Wanted<'_>],
    ) -> Option<Vec<NodeId>> {
        let beyond = self.words(graph);
        let below = self.base.worded(kind, wanted).into_iter();
        let stays = |node: &NodeId| !beyond.nodes.contains(node);
        let mut found: Vec<NodeId> =
            below.filter_map(|node| self.numbers.of(node)).filter(stays).collect();
        found.extend(beyond.index.as_ref()?.view().find(wanted, &self.kind_range(kind)));
        found.sort_unstable();
        Some(found)
    }

    pub(crate) fn worded_bound(
        &self,
        graph: &Graph,
        kind: NodeKind,
        wanted: &[Wanted<'_>],
    ) -> usize {
        let beyond = self.words(graph).index.as_ref();
        let beyond = beyond.map_or(usize::MAX, |index| index.view().bound(wanted));
        self.base.worded_bound(kind, wanted).saturating_add(beyond)
    }
}
