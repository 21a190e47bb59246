//! chancery-graph

mod archive;
mod error;
mod graph;
mod id;
mod identity;
mod merge;
mod names;
mod node;
mod register;
mod relation;
mod report;
mod rows;
mod view;
mod visit;

pub use archive::{Added, Archive, Batch};
pub use error::StoreError;
pub use graph::Graph;
pub use id::{NodeId, NodeName, RelationId};
pub use names::{Candidate, Match};
pub use node::{
    Detail, EntityDetail, GoalDetail, MeetingDetail, Node, NodeKind, Passage, StatementDetail,
};
pub use relation::{Columns, Relation, RelationKind};
pub use report::Report;
pub use view::View;
pub use visit::{Edge, Edges, Neighbors, NodeIds, Nodes, Visited};
