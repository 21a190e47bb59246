//! Which node of a generation is which: all that reports and tables tell, in one order.
//!
//! Nodes lie by kind. Actors lie by how many relations they have, most first, then by name, so
//! that those who are read most lie close together; meetings and statements by their least actor,
//! then by day, so that somebody's own lie side by side; the others by name.

use super::event_order::{self, Sources};
use super::view::NONE;
use super::{GenerationError, sorted};
use crate::events::{EventClass, EventTable};
use crate::{Graph, NodeId, NodeKind};
use std::cmp::Reverse;
use std::collections::HashMap;
use std::panic::resume_unwind;

/// Marks the number of a name where the number of a row might stand.
pub(super) const NAMED: u32 = 1 << 31;

/// The numbers of all nodes.
#[derive(Debug, Default)]
pub(super) struct Numbering<'a> {
    /// Where each kind begins, and how many nodes there are.
    pub(super) kinds: [usize; NodeKind::ALL.len() + 1],
    /// Name and label, in the order of nodes that are no meetings and statements; then those.
    pub(super) names: Vec<(&'a str, &'a str)>,
    /// The node of each node of the graph.
    pub(super) of_graph: Vec<u32>,
    /// The node of each actor, and of each row, of each table; rows that are acts have none.
    pub(super) of_tables: Vec<(Vec<u32>, Vec<u32>)>,
    /// The row or name of each meeting and statement.
    pub(super) origins: Vec<u32>,
    /// The code of each meeting and statement.
    pub(super) event_codes: Vec<u16>,
    /// Every code of the tables, and for each table which of them its own are.
    pub(super) codes: Vec<String>,
    pub(super) codes_of_tables: Vec<Vec<u16>>,
}

/// What one actor or other named node is made from.
struct Named<'a> {
    kind: NodeKind,
    id: &'a str,
    label: &'a str,
    relations: usize,
}

impl<'a> Numbering<'a> {
    pub(super) fn of(graph: &'a Graph, tables: &[&'a EventTable]) -> Result<Self, GenerationError> {
        let mut made = Self::default();
        made.number_codes(tables)?;
        made.number_named(graph, tables)?;
        made.number_events(graph, tables)?;
        made.number_rest(graph)?;
        Ok(made)
    }

    /// The row, or with [`NAMED`] the name, of a meeting or statement; `None` for other nodes.
    pub(super) fn origin(&self, node: u32) -> Option<u32> {
        let event = (node as usize).checked_sub(self.kinds[NodeKind::Meeting as usize])?;
        self.origins.get(event).copied()
    }

    /// The number of a node's name; `None` if it is named after its row.
    pub(super) fn index(&self, node: u32) -> Option<usize> {
        let index = node as usize;
        if let Some(origin) = self.origin(node) {
            return (origin & NAMED != 0).then_some((origin ^ NAMED) as usize);
        }
        if index < self.kinds[NodeKind::Meeting as usize] {
            Some(index)
        } else {
            self.names.len().checked_sub(self.kinds[NodeKind::ALL.len()].checked_sub(index)?)
        }
    }

    /// The node of each name: [`Numbering::index`] the other way round.
    pub(super) fn nodes_of_names(&self) -> Vec<u32> {
        let kinds = &self.kinds;
        let nodes = |range: std::ops::Range<usize>| range.filter_map(|it| u32::try_from(it).ok());
        let mut of_names: Vec<u32> = nodes(0..kinds[NodeKind::Meeting as usize]).collect();
        of_names.resize(self.names.len(), NONE);
        let events = nodes(kinds[NodeKind::Meeting as usize]..kinds[NodeKind::Goal as usize]);
        let rest = nodes(kinds[NodeKind::Goal as usize]..kinds[NodeKind::ALL.len()]);
        for node in events.chain(rest) {
            if let Some(index) = self.index(node) {
                of_names[index] = node;
            }
        }
        of_names
    }

    fn number_codes(&mut self, tables: &[&EventTable]) -> Result<(), GenerationError> {
        let mut all: Vec<&str> =
            tables.iter().flat_map(|table| table.codes().map(|(code, _)| code)).collect();
        all.sort_unstable();
        all.dedup();
        if all.len() >= usize::from(u16::MAX) {
            return Err(GenerationError::TooLarge { what: "codes of events" });
        }
        let place = |code: &str| {
            all.binary_search(&code).ok().and_then(|at| u16::try_from(at).ok()).unwrap_or(0)
        };
        let of_table = |table: &&EventTable| table.codes().map(|(code, _)| place(code)).collect();
        self.codes_of_tables = tables.iter().map(of_table).collect();
        self.codes = all.into_iter().map(str::to_owned).collect();
        Ok(())
    }

    /// Actors and places.
    fn number_named(
        &mut self,
        graph: &'a Graph,
        tables: &[&'a EventTable],
    ) -> Result<(), GenerationError> {
        let mut known: HashMap<&'a str, usize, foldhash::fast::RandomState> = HashMap::default();
        let mut named: Vec<Named<'a>> = Vec::new();
        let mut put = |id: &'a str, label: &'a str, kind, relations: usize| {
            let place = *known.entry(id).or_insert_with(|| {
                named.push(Named { kind, id, label, relations: 0 });
                named.len() - 1
            });
            named[place].relations += relations;
            place
        };
        let mut of_graph = Vec::new();
        for (i, node) in graph.all_nodes().iter().enumerate() {
            if node.kind() <= NodeKind::Place {
                let id = NodeId::new(i);
                let relations = graph.outgoing(id).len() + graph.incoming(id).len();
                of_graph.push(put(node.name.as_str(), &node.label, node.kind(), relations));
            }
        }
        let mut of_tables: Vec<Vec<usize>> = Vec::new();
        for table in tables {
            let mut relations = vec![0; table.actors.len()];
            for row in &table.rows {
                relations[row.subject as usize] += 1;
                relations[row.object as usize] += 1;
            }
            let actors = table.actors.iter().zip(relations);
            of_tables.push(
                actors.map(|(a, n)| put(a.id.as_str(), &a.name, a.id.kind().into(), n)).collect(),
            );
        }
        let key = |(i, it): (usize, &Named)| {
            // Places are no actors: by name alone.
            let relations = if it.kind == NodeKind::Place { 0 } else { it.relations };
            (it.kind, Reverse(relations), sorted::begins_after_kind(it.id), i)
        };
        let mut order: Vec<_> = named.iter().enumerate().map(key).collect();
        sorted::sort_by(&mut order, |a, b| {
            let rest = || named[a.3].id.cmp(named[b.3].id);
            (a.0, a.1, a.2).cmp(&(b.0, b.1, b.2)).then_with(rest)
        });
        let order = order.into_iter().map(|(.., i)| i);
        let mut node = vec![0_u32; named.len()];
        for (at, i) in order.enumerate() {
            node[i] = number(at)?;
            let it = &named[i];
            self.kinds[it.kind as usize + 1] = at + 1;
            self.names.push((it.id, it.label));
        }
        for kind in 1..=NodeKind::Place as usize + 1 {
            self.kinds[kind] = self.kinds[kind].max(self.kinds[kind - 1]);
        }
        self.of_graph = of_graph.into_iter().map(|i| node[i]).collect();
        self.of_graph.resize(graph.node_count(), NONE);
        for (table, actors) in tables.iter().zip(of_tables) {
            let actors = actors.into_iter().map(|i| node[i]).collect();
            self.of_tables.push((actors, vec![NONE; table.rows.len()]));
        }
        Ok(())
    }

    /// Meetings and statements.
    fn number_events(
        &mut self,
        graph: &'a Graph,
        tables: &[&'a EventTable],
    ) -> Result<(), GenerationError> {
        let rows: usize = tables.iter().map(|table| table.rows.len()).sum();
        if tables.len() >= usize::from(u16::MAX) || rows >= NAMED as usize {
            return Err(GenerationError::TooLarge { what: "rows of tables" });
        }
        let (of_graph, of_tables) = (&self.of_graph, &self.of_tables);
        let actors = self.kinds[NodeKind::Place as usize];
        let sources = Sources { graph, tables, of_graph, of_tables, actors };
        let (meetings, statements) = std::thread::scope(|scope| {
            let meetings = scope.spawn(|| sources.ordered(EventClass::Meeting));
            let statements = sources.ordered(EventClass::Statement);
            (meetings.join().unwrap_or_else(|panic| resume_unwind(panic)), statements)
        });
        self.place_events(graph, tables, NodeKind::Meeting, &meetings?)?;
        self.place_events(graph, tables, NodeKind::Statement, &statements?)
    }

    /// Gives them their numbers, in order.
    fn place_events(
        &mut self,
        graph: &'a Graph,
        tables: &[&EventTable],
        kind: NodeKind,
        order: &[event_order::Placed],
    ) -> Result<(), GenerationError> {
        let first_of_table = first_rows(tables);
        let base = self.kinds[kind as usize];
        // None is above the last of them.
        number(base + order.len())?;
        for (node, it) in (number(base)?..).zip(order) {
            let (table, which) = (event_order::table(*it), it.1);
            if table == 0 {
                let it = graph.node(NodeId::from_raw(which));
                self.of_graph[which as usize] = node;
                self.origins.push(number(self.names.len())? | NAMED);
                self.event_codes.push(u16::MAX);
                self.names.push((it.name.as_str(), &it.label));
            } else {
                let row = tables[table - 1].rows[which as usize];
                self.of_tables[table - 1].1[which as usize] = node;
                self.origins.push(first_of_table[table - 1] + row.line);
                self.event_codes.push(self.codes_of_tables[table - 1][row.code as usize]);
            }
        }
        self.kinds[kind as usize + 1] = base + order.len();
        Ok(())
    }

    /// Goals and documents.
    fn number_rest(&mut self, graph: &'a Graph) -> Result<(), GenerationError> {
        for kind in [NodeKind::Goal, NodeKind::Document] {
            let mut at = self.kinds[kind as usize];
            for (id, node) in graph.nodes(kind) {
                self.of_graph[id.index()] = number(at)?;
                at += 1;
                self.names.push((node.name.as_str(), &node.label));
            }
            self.kinds[kind as usize + 1] = at;
        }
        Ok(())
    }
}

/// The number that stands for line 0 of each table: rows of all tables are numbered on.
pub(super) fn first_rows(tables: &[&EventTable]) -> Vec<u32> {
    let mut next = 0;
    let first = |table: &&EventTable| {
        let first = next;
        next += table.lines() + 1;
        first
    };
    tables.iter().map(first).collect()
}

/// A number of the format: below the marks that stand for none and several.
fn number(n: usize) -> Result<u32, GenerationError> {
    let fits = u32::try_from(n).ok().filter(|n| *n < NAMED);
    fits.ok_or(GenerationError::TooLarge { what: "nodes" })
}
