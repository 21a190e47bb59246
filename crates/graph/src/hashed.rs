//! Maps that are asked for by names of strangers.

/// A map whose hash takes few steps a letter, and another seed in each process, so that nobody can
/// know which names collide. Nothing rests on the order in which it lies.
pub(crate) type Hashed<K, V> = std::collections::HashMap<K, V, foldhash::fast::RandomState>;
