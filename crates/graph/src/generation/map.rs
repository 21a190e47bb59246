//! The one file of the crate with code the compiler cannot check: mapping a file, and asking the
//! processor to fetch ahead.

#![expect(unsafe_code, reason = "a mapping is only as safe as those who write to its file")]

use std::fs::File;
use std::io;
use std::ops::Deref;
use zerocopy::IntoBytes;

/// A file's bytes, mapped read-only, or as many in memory.
#[derive(Debug)]
pub(crate) enum Mapped {
    /// The bytes of a file.
    File(memmap2::Mmap),
    /// Words, so that numbers lie as they must, and how many bytes of them count.
    Memory(Box<[u64]>, usize),
}

impl Mapped {
    pub(crate) fn of(file: &File) -> io::Result<Self> {
        // SAFETY: the file is published once under a name of its own and never written to again;
        // generations are taken away by unlinking, which leaves a mapping whole. Whoever writes
        // into a published file all the same gives readers other bytes, as any file would, and
        // nothing that walks them trusts a byte: places are looked up with bounds.
        unsafe { memmap2::Mmap::map(file) }.map(Self::File)
    }

    pub(crate) fn copied(bytes: &[u8]) -> Self {
        let mut words = vec![0_u64; bytes.len().div_ceil(8)].into_boxed_slice();
        words.as_mut_bytes()[..bytes.len()].copy_from_slice(bytes);
        Self::Memory(words, bytes.len())
    }
}

impl Deref for Mapped {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        match self {
            Self::File(map) => map,
            Self::Memory(words, bytes) => &words.as_bytes()[..*bytes],
        }
    }
}

/// Asks for the cache line of an element that will be read soon; one past the end is no matter.
#[inline]
pub(crate) fn fetch<T>(slice: &[T], index: usize) {
    #[cfg(target_arch = "x86_64")]
    // SAFETY: a prefetch reads nothing that the program can see and faults on no address.
    unsafe {
        use std::arch::x86_64::{_MM_HINT_T0, _mm_prefetch};
        _mm_prefetch::<_MM_HINT_T0>(slice.as_ptr().wrapping_add(index).cast());
    }
    #[cfg(not(target_arch = "x86_64"))]
    let _ = (slice, index);
}
