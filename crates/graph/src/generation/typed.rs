//! What people may type, and whom it may mean: the graph's own names, and those of tables' actors.

use super::numbering::Numbering;
use super::tell::Texts;
use super::{GenerationError, sorted};
use crate::events::EventTable;
use crate::names::Names;
use crate::{Graph, Match};
use std::cmp::Ordering;

/// How a name agrees with what a node is called, as files hold it, where it does not.
pub(super) const UNCALLED: u32 = u32::MAX;

/// A name that may be typed for a node.
#[derive(Debug, Clone, Copy)]
struct Entry {
    /// Its first bytes, which are all of most names, so that few are looked up to be compared.
    begins: [u64; 2],
    /// Where it lies among all names.
    start: usize,
    end: usize,
    rank: u32,
    node: u32,
    called: Option<Match>,
    aliases: u32,
}

/// All names end to end, and whose they are.
#[derive(Debug, Default)]
struct Entries {
    text: String,
    all: Vec<Entry>,
}

impl Entries {
    fn put(&mut self, name: &str, (node, rank): (u32, u32), called: Option<Match>, aliases: u32) {
        let start = self.text.len();
        self.text.push_str(name);
        let end = self.text.len();
        let begins =
            [0, 8].map(|from| sorted::begins(name.as_bytes().get(from..).unwrap_or_default()));
        self.all.push(Entry { begins, start, end, rank, node, called, aliases });
    }

    /// By their bytes. A folded name has no zero in it, so one that ended would come first.
    fn by_name(&self, a: &Entry, b: &Entry) -> Ordering {
        let short = a.end - a.start <= 16 && b.end - b.start <= 16;
        let rest = || if short { Ordering::Equal } else { self.name(a).cmp(self.name(b)) };
        a.begins.cmp(&b.begins).then_with(rest)
    }

    fn name(&self, entry: &Entry) -> &[u8] {
        self.text.as_bytes().get(entry.start..entry.end).unwrap_or_default()
    }
}

/// The names, sorted, then by the rank of the node; and of each its node, how it agrees with what
/// that is called, and how often documents call it so.
pub(super) fn typed(
    graph: &Graph,
    tables: &[&EventTable],
    numbering: &Numbering,
    ranks: &[u32],
) -> Result<(Texts, Vec<u32>), GenerationError> {
    let mut entries = Entries::default();
    let placed = |node: u32| (node, ranks.get(node as usize).copied().unwrap_or(0));
    for (name, it) in graph.typed() {
        let node = numbering.of_graph[it.node.index()];
        entries.put(name, placed(node), it.called, it.aliases);
    }
    for (table, (actors, _)) in tables.iter().zip(&numbering.of_tables) {
        for (actor, node) in table.actors.iter().zip(actors) {
            Names::of_label(&actor.name, actor.id.kind().into(), &mut |name, matched| {
                entries.put(&name, placed(*node), Some(matched), 0);
            });
        }
    }
    let mut all = std::mem::take(&mut entries.all);
    sorted::sort_by(&mut all, |a, b| {
        entries.by_name(a, b).then_with(|| (a.rank, a.start).cmp(&(b.rank, b.start)))
    });
    let (mut texts, mut nodes) = (Texts::new(), Vec::with_capacity(all.len() * 3));
    for same in all.chunk_by(|a, b| a.node == b.node && entries.by_name(a, b).is_eq()) {
        texts.push(entries.name(&same[0]), "names")?;
        let called = same.iter().filter_map(|it| it.called).min();
        let aliases = same.iter().map(|it| it.aliases).max().unwrap_or(0);
        nodes.extend([same[0].node, called.map_or(UNCALLED, |called| called as u32), aliases]);
    }
    Ok((texts, nodes))
}
