//! chancery-examples
