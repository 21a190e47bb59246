//! The one file of the crate with code the compiler cannot check: mapping a file, and asking the
//! processor to fetch ahead.

#![expect(unsafe_code, reason = "a mapping is only as safe as those who write to its file")]

use std::fs::File;
use std::io;
use std::ops::Deref;

/// A file's bytes, mapped read-only.
#[derive(Debug)]
pub(super) struct Mapped(memmap2::Mmap);

impl Mapped {
    pub(super) fn of(file: &File) -> io::Result<Self> {
        // SAFETY: the file is published once under a name of its own and never written to again;
        // generations are taken away by unlinking, which leaves a mapping whole. Whoever writes
        // into a published file all the same gives readers other bytes, as any file would, and
        // nothing that walks them trusts a byte: places are looked up with bounds.
        unsafe { memmap2::Mmap::map(file) }.map(Self)
    }
}

impl Deref for Mapped {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0
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
