//! chancery
