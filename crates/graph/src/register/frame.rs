//! The register's bytes as a header and frames, each with its checksum. `FORMAT.md` describes them.

use crate::StoreError;
use std::io::{self, Read};
use std::path::Path;

/// Not text, not cut by a transfer in text mode, and in no other format's table.
pub(super) const MAGIC: [u8; 8] = *b"\x89CHNCRY\n";
pub(super) const HEADER_LEN: u64 = 16;
/// The format that is written.
pub(super) const VERSION: u16 = 1;
/// The oldest that is read.
const OLDEST: u16 = 1;
const HEAD_LEN: u64 = 12;

pub(super) fn header() -> [u8; 16] {
    let mut header = [0; 16];
    header[..8].copy_from_slice(&MAGIC);
    header[8..10].copy_from_slice(&VERSION.to_le_bytes());
    let sum = crc32c::crc32c(&header[..12]);
    header[12..].copy_from_slice(&sum.to_le_bytes());
    header
}

/// Checks that a register begins as one does.
pub(super) fn check_header(input: &mut impl Read, path: &Path) -> Result<(), StoreError> {
    let mut header = Vec::new();
    input.take(HEADER_LEN).read_to_end(&mut header).map_err(StoreError::io("read", path))?;
    let shared = header.len().min(MAGIC.len());
    if header.is_empty() || header[..shared] != MAGIC[..shared] {
        let what = "register.log does not begin like a register";
        return Err(StoreError::NotAnArchive { path: path.to_owned(), what });
    }
    let damaged = |what| StoreError::Damaged { path: path.to_owned(), at: 0, what, source: None };
    let Ok(header) = <[u8; 16]>::try_from(header) else {
        return Err(damaged("the header is cut short"));
    };
    if crc32c::crc32c(&header[..12]) != word(&header, 12) {
        return Err(damaged("the header's checksum does not agree"));
    }
    let found = u16::from_le_bytes([header[8], header[9]]);
    let path = path.to_owned();
    match found {
        ..OLDEST => Err(StoreError::TooOld { path, found, oldest: OLDEST }),
        OLDEST..=VERSION => Ok(()),
        _ => Err(StoreError::TooNew { path, found, newest: VERSION }),
    }
}

/// A payload with its head before it; `None` if it is too long for one.
pub(super) fn frame(payload: &[u8]) -> Option<Vec<u8>> {
    let length = u32::try_from(payload.len()).ok()?;
    let mut frame = Vec::with_capacity(payload.len() + 12);
    frame.extend(length.to_le_bytes());
    frame.extend(crc32c::crc32c(payload).to_le_bytes());
    frame.extend(crc32c::crc32c(&frame).to_le_bytes());
    frame.extend(payload);
    Some(frame)
}

/// Reads frames one after the other.
pub(super) struct Frames<'p, R> {
    input: R,
    /// Where the next frame begins.
    at: u64,
    /// Where the file ended when reading began.
    end: u64,
    path: &'p Path,
}

impl<'p, R: Read> Frames<'p, R> {
    /// Frames from an input that stands at byte `at` of a file that ends at `end`.
    pub(super) const fn new(input: R, at: u64, end: u64, path: &'p Path) -> Self {
        Self { input, at, end, path }
    }

    /// Where the next frame begins.
    pub(super) const fn at(&self) -> u64 {
        self.at
    }

    /// The next payload; `None` where the file ends, or breaks off in the middle of a frame.
    ///
    /// A head has a checksum of its own, so a length can be believed before what it counts is
    /// read, and a damaged length is not taken for a torn end. Zeros to the end of the file are a
    /// torn end too: some file systems grow a file before its bytes arrive.
    pub(super) fn next(&mut self) -> Result<Option<Vec<u8>>, StoreError> {
        let left = self.end.saturating_sub(self.at);
        if left < HEAD_LEN {
            return Ok(None);
        }
        let mut head = [0; 12];
        if !filled(&mut self.input, &mut head).map_err(StoreError::io("read", self.path))? {
            return Ok(None);
        }
        if crc32c::crc32c(&head[..8]) != word(&head, 8) {
            let zeros = head == [0; 12]
                && only_zeros(&mut self.input).map_err(StoreError::io("read", self.path))?;
            let what = "the head of a frame does not agree with its checksum";
            return if zeros { Ok(None) } else { Err(self.damaged(what, None)) };
        }
        let length = u64::from(word(&head, 0));
        if length > left - HEAD_LEN {
            return Ok(None);
        }
        // The file is at least as long, so this asks for no more memory than there are bytes.
        let mut payload = Vec::new();
        let got = (&mut self.input).take(length).read_to_end(&mut payload);
        if (got.map_err(StoreError::io("read", self.path))? as u64) < length {
            return Ok(None);
        }
        if crc32c::crc32c(&payload) != word(&head, 4) {
            return Err(self.damaged("a frame does not agree with its checksum", None));
        }
        self.at += HEAD_LEN + length;
        Ok(Some(payload))
    }

    fn damaged(
        &self,
        what: &'static str,
        source: Option<Box<dyn std::error::Error + Send + Sync>>,
    ) -> StoreError {
        StoreError::Damaged { path: self.path.to_owned(), at: self.at, what, source }
    }
}

fn word(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
}

/// Whether there were enough bytes to fill it.
fn filled(input: &mut impl Read, into: &mut [u8]) -> io::Result<bool> {
    match input.read_exact(into) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(false),
        Err(error) => Err(error),
    }
}

fn only_zeros(input: &mut impl Read) -> io::Result<bool> {
    let mut block = [0; 4096];
    loop {
        match input.read(&mut block) {
            Ok(0) => return Ok(true),
            Ok(read) if block[..read].iter().any(|byte| *byte != 0) => return Ok(false),
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}
