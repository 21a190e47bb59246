//! Maps and sets that are asked for names of strangers.

use foldhash::fast::RandomState;
use std::collections::{HashMap, HashSet};

/// A map whose hash takes few steps a letter, and another seed in each process, so that nobody can
/// know which names collide. Nothing rests on the order in which it lies.
pub(crate) type Hashed<K, V> = HashMap<K, V, RandomState>;

/// A set of that kind.
pub(crate) type HashedSet<T> = HashSet<T, RandomState>;
