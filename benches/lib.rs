//! chancery-benches
