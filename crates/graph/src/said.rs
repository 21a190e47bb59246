//! What somebody said as a row of small numbers, so that it is read at the speed of memory wherever
//! the graph lies: in memory, in a generation, or in one and beyond it.

use crate::built::Built;
use crate::generation::{About, Day, Spoken, Stored};
use crate::graph::Backing;
use crate::overlay::Overlaid;
use crate::{Graph, NodeId, Relation, RelationKind};

impl Graph {
    /// All that somebody said, by day and then in order of statements; undated ones last.
    ///
    /// ```
    /// # use chancery_graph::{Graph, NodeId, NodeKind};
    /// # let graph = Graph::default();
    /// for speaker in graph.node_ids(NodeKind::State) {
    ///     for said in graph.said_by(speaker) {
    ///         println!("{:?}: {}", said.day.date(), graph.node(said.statement).label);
    ///     }
    /// }
    /// ```
    ///
    /// # Complexity
    /// O(1); the answer is one contiguous slice. The first time somebody is asked for, O(n log n)
    /// of what they said.
    pub fn said_by(&self, speaker: NodeId) -> &[Spoken] {
        let row = match self.backing() {
            Backing::Built(graph) => graph.said.get(speaker.index(), || graph.said_by(speaker)),
            Backing::Stored(graph) => graph.said.get(speaker.index(), || graph.said_by(speaker)),
            Backing::Overlaid(graph) => graph.said.get(speaker.index(), || graph.said_by(speaker)),
            Backing::Past(graph) => return graph.said_by(speaker),
        };
        row.map_or(&[], |row| &**row)
    }
}

/// By day, then in order of statements.
fn sorted(rows: impl Iterator<Item = Spoken>) -> Box<[Spoken]> {
    let mut rows: Vec<Spoken> = rows.collect();
    rows.sort_unstable_by_key(|it| (it.day, it.statement));
    rows.into()
}

impl Built {
    fn said_by(&self, speaker: NodeId) -> Box<[Spoken]> {
        let about = |statement| {
            About::of(self.relations_from(statement, RelationKind::About).iter().map(|it| it.to))
        };
        let said = self.relations_from(speaker, RelationKind::Said).iter();
        sorted(said.map(|it| spoken(it, about)))
    }
}

impl Stored {
    fn said_by(&self, speaker: NodeId) -> Box<[Spoken]> {
        sorted(self.said_in_columns(speaker).map(|(_, it)| it))
    }
}

impl Overlaid {
    fn said_by(&self, speaker: NodeId) -> Box<[Spoken]> {
        let base = self.below(speaker).into_iter();
        // What stays of the generation's is about what it was about, though that may be gone.
        let stays =
            base.flat_map(|base| self.base().said_in_columns(base)).filter_map(|(id, it)| {
                let statement =
                    self.number_of_base(it.statement).filter(|_| !self.is_hidden(id))?;
                let about = match it.about.one() {
                    Some(about) => About::of(self.number_of_base(about).into_iter()),
                    None => it.about,
                };
                Some(Spoken { statement, about, ..it })
            });
        let about = |statement| {
            let ids = self.ids_from(statement, RelationKind::About).iter();
            About::of(ids.map(|id| self.relation(*id).to))
        };
        let added = self.said_beyond(speaker).map(|it| spoken(it, about));
        sorted(stays.chain(added))
    }
}

fn spoken(said: &Relation, about: impl Fn(NodeId) -> About) -> Spoken {
    Spoken { statement: said.to, day: Day::first(&said.when), about: about(said.to) }
}
