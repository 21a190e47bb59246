use super::section::Section;
use super::{Cover, Generation};

/// Where the register has a version of a document that another took the place of, or that was
/// withdrawn, and for how long it was known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Earlier {
    /// In UTC milliseconds, as all times here. First, so that they are sorted by it.
    pub(crate) withdrawn: i64,
    /// Where its frame begins.
    pub(crate) at: u64,
    pub(crate) learned: i64,
}

impl Earlier {
    /// Whether it was known at a time.
    pub(crate) const fn is_known_at(&self, then: i64) -> bool {
        self.learned <= then && then < self.withdrawn
    }

    pub(super) fn write(all: &[Self]) -> Vec<u64> {
        let numbers = |it: &Self| [it.at, it.learned.cast_unsigned(), it.withdrawn.cast_unsigned()];
        all.iter().flat_map(numbers).collect()
    }

    fn read([at, learned, withdrawn]: [u64; 3]) -> Self {
        Self { withdrawn: withdrawn.cast_signed(), at, learned: learned.cast_signed() }
    }
}

impl Generation {
    /// Earlier versions of documents, by when they went.
    pub(crate) fn earlier(&self) -> impl ExactSizeIterator<Item = Earlier> {
        self.column::<[u64; 3]>(Section::Earlier).iter().map(|it| Earlier::read(*it))
    }

    /// Whether there are as many as the cover says, each in the register it covers.
    pub(super) fn check_earlier(&self, cover: &Cover) -> bool {
        self.earlier().len() as u64 == cover.past
            && self.earlier().is_sorted()
            && self.earlier().all(|it| {
                it.at < cover.length && it.learned <= it.withdrawn && it.withdrawn <= cover.recorded
            })
    }
}
