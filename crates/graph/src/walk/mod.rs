//! Walks over a generation that petgraph's algorithms are slow at when it is large.

mod breadth;
mod path;
mod rank;
mod scratch;
mod table;

pub use scratch::Scratch;
