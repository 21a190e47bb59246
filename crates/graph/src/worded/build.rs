//! Making an index of words.

use super::{Index, cut};
use crate::events::EventTable;
use crate::hashed::Hashed;
use crate::{Graph, NodeId, NodeKind, RelationKind};
use chancery_model::fold;
use std::borrow::Cow;

/// An index in the making. Nodes are put in their order.
#[derive(Debug, Default)]
pub(crate) struct Builder {
    words: Hashed<Box<str>, Told>,
}

/// The nodes of a word, as they are written.
#[derive(Debug, Default)]
struct Told {
    bytes: Vec<u8>,
    /// The least that the next may be.
    next: u32,
}

impl Builder {
    /// The words of a node that comes after all that were put before.
    pub(crate) fn put(&mut self, node: u32, text: &str) {
        let folded = fold(text);
        for word in folded.split(' ').filter(|word| !word.is_empty()) {
            let word = cut(word);
            let told = match self.words.get_mut(word) {
                Some(told) => told,
                None => self.words.entry(word.into()).or_default(),
            };
            // A word counts once a node.
            let Some(mut more) = node.checked_sub(told.next) else { continue };
            told.next = node.saturating_add(1);
            while more >= 0x80 {
                told.bytes.push((more & 0x7f) as u8 | 0x80);
                more >>= 7;
            }
            told.bytes.push((more & 0x7f) as u8);
        }
    }

    /// The index; `None` if it is larger than its numbers hold.
    pub(crate) fn index(self) -> Option<Index> {
        let mut all: Vec<(Box<str>, Told)> = self.words.into_iter().collect();
        all.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        let mut index =
            Index { starts: vec![0], words: Vec::new(), places: vec![0], nodes: Vec::new() };
        for (word, told) in all {
            index.words.extend(word.as_bytes());
            index.nodes.extend(told.bytes);
            index.starts.push(u32::try_from(index.words.len()).ok()?);
            index.places.push(u32::try_from(index.nodes.len()).ok()?);
        }
        Some(index)
    }
}

/// Puts the words of a table that is a document, each of its names once.
pub(crate) fn put_table(builder: &mut Builder, node: u32, graph: &Graph, table: &EventTable) {
    let title = graph.report(table.document()).and_then(|report| report.info().title.as_deref());
    builder.put(node, title.unwrap_or_default());
    let text = || graph.text(table.document()).unwrap_or_default();
    table.words(text, &mut |words| builder.put(node, words));
}

/// The words by which somebody may look for a node; none for entities, which have names.
pub(crate) fn words_of(graph: &Graph, id: NodeId) -> Option<Cow<'_, str>> {
    let node = graph.node(id);
    match node.kind() {
        NodeKind::Person | NodeKind::State | NodeKind::Organization | NodeKind::Place => None,
        NodeKind::Statement | NodeKind::Goal => Some(Cow::Borrowed(&node.label)),
        NodeKind::Document => {
            let info = node.document()?;
            let title = info.title.as_deref().unwrap_or_default();
            Some(Cow::Owned([title, graph.text(&info.id)?].join(" ")))
        }
        NodeKind::Meeting => {
            let mut words = node.meeting()?.kind.to_string();
            let mut put = |more: &str| {
                words.push(' ');
                words.push_str(more);
            };
            for passage in &node.passages {
                let text = graph.text(&passage.document).unwrap_or_default();
                put(passage.span.of(text).unwrap_or_default());
            }
            for place in graph.relations_from(id, RelationKind::HeldIn) {
                put(&graph.node(place.to).label);
            }
            for party in graph.who_attended(id) {
                put(&graph.node(party.from).label);
            }
            Some(Cow::Owned(words))
        }
    }
}
