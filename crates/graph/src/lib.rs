//! chancery-graph
