//! chancery-query
