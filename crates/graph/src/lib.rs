//! Facts to a dated graph with provenance, in memory and on disk. Knows no English.
//!
//! Reports go in, each a document's words with the facts they tell; a graph comes out in which
//! every relation is dated and points at the words that prove it. Three types to meet:
//!
//! - [`Report`]: one document, checked;
//! - [`Graph`]: all that a set of reports tells;
//! - [`Archive`]: a folder that keeps reports, and gives their graph.
//!
//! # Make a graph and walk it
//!
//! ```
//! use chancery_graph::{Columns, Graph, RelationKind, Report};
//! use chancery_model::{AttendanceStatus, Facts};
//!
//! let text = "Rubio met Lavrov. Ukraine was not invited.";
//! let facts = Facts::from_json(r#"{
//!   "document": {"id": "note", "title": null, "published": "2025-02-18", "source": null},
//!   "entities": [
//!     {"id": "person:marco-rubio", "kind": "person", "name": "Marco Rubio", "mentions": [[0, 5]]},
//!     {"id": "state:UA", "kind": "state", "name": "Ukraine", "mentions": [[18, 25]]}],
//!   "meetings": [{"id": "meeting:1", "kind": "talks", "status": "held", "mentions": [[6, 9]],
//!     "from": "2025-02-18", "to": "2025-02-18", "place": null,
//!     "attendance": [
//!       {"who": "person:marco-rubio", "status": "attended", "evidence": [0, 16]},
//!       {"who": "state:UA", "status": "excluded", "evidence": [18, 41]}]}]}"#)?;
//! let graph: Graph = [Report::new(facts, text)?].into_iter().collect();
//!
//! let meeting = graph.find(&"meeting:note/1".parse()?).expect("it is told of");
//! for relation in graph.who_attended(meeting) {
//!     if let Columns::Attended { status: AttendanceStatus::Excluded, .. } = relation.columns {
//!         assert_eq!(graph.node(relation.from).label, "Ukraine");
//!         assert_eq!(graph.words(&relation.evidence()[0]), Some("Ukraine was not invited"));
//!     }
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Keep it
//!
//! [`Archive`] has the example: open a folder, add reports, ask for the graph. Whoever loads a lot
//! holds a [`Writer`] with the [`Durability`] that is needed; [`Archive::as_of`] is what was known
//! at a [`Moment`]; [`Archive::verify`], [`Archive::repair`] and [`Archive::purge`] look after it.
//!
//! # Load a table of events and walk it
//!
//! [`EventTable`] reads tables of coded events, [`GenerationBuilder`] lays them and a graph out in
//! a [`Generation`]: a file of columns that is mapped rather than read, and answers at the speed
//! of memory. Its example is there; [`GenerationView`] has the questions, and walks for which
//! petgraph's algorithms are slow at size. `GENERATION.md` describes its bytes.
//!
//! # Find a node by what people call it
//!
//! [`Graph::named`] knows full names, surnames, ids and what the documents call somebody.
//!
//! # Use petgraph's algorithms
//!
//! [`Graph::view`] has all of petgraph's `visit` traits, so an algorithm walks the graph in place;
//! [`Graph::to_petgraph`] makes a petgraph graph to change or to draw.
//!
//! ```
//! # use chancery_graph::Graph;
//! # let graph = Graph::default();
//! let parts = petgraph::algo::connected_components(graph.view());
//! # assert_eq!(parts, 0);
//! ```
//!
//! Relations are arrows from people to meetings, so ways from one person to another lead against
//! some of them: [`View`] shows how.
//!
//! # Who is one
//!
//! Names of nodes are derived from what they stand for. States, organizations and places are one if
//! their ids are equal, in whatever documents they stand. People are one if their names are
//! spellings, orders or short forms of each other's and nothing that is told of them stands against
//! it; a surname alone is of whom its document tells by office or state. Reports of the same people
//! meeting in the same way on the same day are of one meeting, and it stands as the latest of them
//! has it. [`Graph::joined`] tells why. A statement and a goal belong to one document.
//!
//! A [`Decision`] of the user's wins over all that. A node has the least of its names, and any of
//! them still finds it.
//!
//! # Invariants
//! - A graph is a function of the set of its reports and of the decisions, never of the order of
//!   reports.
//! - Every relation has evidence, and joins only what [`RelationKind::joins`] allows. Withdraw a
//!   document and its evidence goes; a relation with none left goes with it.
//! - What an archive has acknowledged is on the disk, and a batch is there as a whole or not at all,
//!   whenever the power fails or the disk refuses. No bytes whatever make it panic.
//!
//! # Cost
//! A graph is built in O(n log n) of its facts, and holds them and the texts in memory; that of an
//! archive lies on the disk, and is read where it is asked. A node is found by name in O(log n);
//! the relations of a node are one slice, sorted by day.

mod adjacent;
mod archive;
mod built;
mod came_about;
mod digest;
mod error;
mod events;
mod generation;
mod graph;
mod hashed;
mod id;
mod identity;
mod lazy;
mod meetings;
mod merge;
mod names;
mod node;
mod offices;
mod overlay;
mod parts;
mod past;
mod register;
mod relation;
mod report;
mod rows;
mod said;
mod sound;
mod view;
mod visit;
mod walk;
mod worded;

/// The nouns that reports are made of, and ids and days are: that crate again, so that it need not be
/// named beside this one.
pub use chancery_model as model;

#[cfg(test)]
extern crate self as chancery_graph;
#[cfg(test)]
#[path = "../tests/made/mod.rs"]
mod made;

pub use adjacent::Adjacent;
pub use archive::{Added, Archive, Batch, Durability, Lost, Moment, Repaired, Verified, Writer};
pub use error::StoreError;
pub use events::{EventActor, EventClass, EventTable, Refused, Table, TableForm};
pub use generation::{
    About, Dated, Day, Generation, GenerationBuilder, GenerationBytes, GenerationError,
    GenerationView, Link, LinkEdge, LinkEdges, LinkNeighbors, Row, SaidBy, Source, Spoken, Trust,
};
pub use graph::Graph;
pub use id::{NodeId, NodeName, RelationId};
pub use identity::{Decision, Joined, Reason};
pub use names::{Candidate, Match};
pub use node::{
    Detail, EntityDetail, GoalDetail, MeetingDetail, Node, NodeKind, Passage, StatementDetail,
};
pub use relation::{Columns, Relation, RelationKind};
pub use report::Report;
pub use sound::Sound;
pub use view::View;
pub use visit::{Edge, Edges, Neighbors, NodeIds, Nodes, Visited};
pub use walk::Scratch;
pub use worded::Wanted;
