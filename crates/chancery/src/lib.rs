//! chancery

pub mod input;
