//! The register's bytes as a header and frames, each with its checksum. `FORMAT.md` describes them.

use crate::StoreError;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

/// Not text, not cut by a transfer in text mode, and in no other format's table.
pub(super) const MAGIC: [u8; 8] = *b"\x89CHNCRY\n";
pub(super) const HEADER_LEN: u64 = 16;
/// The format that is written.
pub(super) const VERSION: u16 = 4;
/// The oldest that is read.
const OLDEST: u16 = 1;
const HEAD_LEN: u64 = 12;
/// What a disk writes at once, or not at all.
const SECTOR: u64 = 512;
/// No frame begins so close to the end of a sector, from version 2 on.
const MARGIN: u64 = 40;

/// What a header says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Header {
    pub(super) version: u16,
    /// How often the register was written anew, give or take 65,536.
    pub(super) edition: u16,
}

impl Header {
    pub(super) fn bytes(self) -> [u8; 16] {
        let mut header = [0; 16];
        header[..8].copy_from_slice(&MAGIC);
        header[8..10].copy_from_slice(&self.version.to_le_bytes());
        header[10..12].copy_from_slice(&self.edition.to_le_bytes());
        let sum = crc32c::crc32c(&header[..12]);
        header[12..].copy_from_slice(&sum.to_le_bytes());
        header
    }

    /// Checks that a register begins as one does.
    pub(super) fn read(input: &mut impl Read, path: &Path) -> Result<Self, StoreError> {
        let mut header = Vec::new();
        input.take(HEADER_LEN).read_to_end(&mut header).map_err(StoreError::io("read", path))?;
        let shared = header.len().min(MAGIC.len());
        if header.is_empty() || header[..shared] != MAGIC[..shared] {
            let what = "register.log does not begin like a register";
            return Err(StoreError::NotAnArchive { path: path.to_owned(), what });
        }
        let damaged =
            |what| StoreError::Damaged { path: path.to_owned(), at: 0, what, source: None };
        let Ok(header) = <[u8; 16]>::try_from(header) else {
            return Err(damaged("the header is cut short"));
        };
        if crc32c::crc32c(&header[..12]) != word(&header, 12) {
            return Err(damaged("the header's checksum does not agree"));
        }
        let version = u16::from_le_bytes([header[8], header[9]]);
        let edition = u16::from_le_bytes([header[10], header[11]]);
        let path = path.to_owned();
        match version {
            ..OLDEST => Err(StoreError::TooOld { path, found: version, oldest: OLDEST }),
            OLDEST..=VERSION => Ok(Self { version, edition }),
            _ => Err(StoreError::TooNew { path, found: version, newest: VERSION }),
        }
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

/// How many zeros come before a frame that would begin at this byte, from version 2 on.
///
/// So every sector that a batch touches holds enough of it that no single flipped bit could make it
/// zeros: what is zeros was never written.
pub(super) const fn padding(at: u64) -> u64 {
    let left = SECTOR - at % SECTOR;
    if left < MARGIN { left } else { 0 }
}

/// Reads frames one after the other.
pub(super) struct Frames<'p, R> {
    input: R,
    version: u16,
    /// Where the last frame ended.
    at: u64,
    /// Where the file ended when reading began.
    end: u64,
    path: &'p Path,
}

impl<'p, R: Read> Frames<'p, R> {
    /// Frames from an input that stands at byte `at` of a file that ends at `end`.
    pub(super) const fn new(input: R, version: u16, at: u64, end: u64, path: &'p Path) -> Self {
        Self { input, version, at, end, path }
    }

    /// Where the last frame ended.
    pub(super) const fn at(&self) -> u64 {
        self.at
    }

    /// The place and payload of the next frame; `None` where the file ends, or breaks off in the
    /// middle of a frame.
    ///
    /// A head has a checksum of its own, so a length can be believed before what it counts is
    /// read, and a damaged length is not taken for a torn end. Zeros to the end of the file are a
    /// torn end too: some file systems grow a file before its bytes arrive.
    pub(super) fn next(&mut self) -> Result<Option<(u64, Vec<u8>)>, StoreError> {
        let skipped = if self.version < 2 { 0 } else { padding(self.at) };
        let mut zeros = Vec::new();
        let read = (&mut self.input).take(skipped).read_to_end(&mut zeros);
        read.map_err(StoreError::io("read", self.path))?;
        if zeros.iter().any(|byte| *byte != 0) {
            return Err(self.damaged(self.at, "there is something between two frames"));
        }
        let at = self.at + skipped;
        let left = self.end.saturating_sub(at);
        if left < HEAD_LEN {
            return Ok(None);
        }
        let mut head = [0; 12];
        if !filled(&mut self.input, &mut head).map_err(StoreError::io("read", self.path))? {
            return Ok(None);
        }
        let Some((length, sum)) = read_head(&head) else {
            let zeros = head == [0; 12]
                && only_zeros(&mut self.input).map_err(StoreError::io("read", self.path))?;
            let what = "the head of a frame does not agree with its checksum";
            return if zeros { Ok(None) } else { Err(self.damaged(at, what)) };
        };
        if length > left - HEAD_LEN {
            return Ok(None);
        }
        // The file is at least as long, so this asks for no more memory than there are bytes.
        let mut payload = Vec::new();
        let got = (&mut self.input).take(length).read_to_end(&mut payload);
        if (got.map_err(StoreError::io("read", self.path))? as u64) < length {
            return Ok(None);
        }
        if crc32c::crc32c(&payload) != sum {
            return Err(self.damaged(at, "a frame does not agree with its checksum"));
        }
        self.at = at + HEAD_LEN + length;
        Ok(Some((at, payload)))
    }

    fn damaged(&self, at: u64, what: &'static str) -> StoreError {
        StoreError::Damaged { path: self.path.to_owned(), at, what, source: None }
    }
}

/// The length and checksum of the payload, if the head agrees with itself.
fn read_head(head: &[u8]) -> Option<(u64, u32)> {
    let sound = crc32c::crc32c(&head[..8]) == word(head, 8);
    sound.then(|| (u64::from(word(head, 0)), word(head, 4)))
}

/// The first sound frame that begins at this byte or later: its place and payload.
///
/// # Complexity
/// O(bytes from there to it).
pub(super) fn find(
    input: &mut (impl Read + Seek),
    mut from: u64,
    end: u64,
) -> io::Result<Option<(u64, Vec<u8>)>> {
    const WINDOW: u64 = 1 << 16;
    while from + HEAD_LEN <= end {
        input.seek(SeekFrom::Start(from))?;
        let mut window = Vec::new();
        input.by_ref().take(WINDOW).read_to_end(&mut window)?;
        if window.len() < 12 {
            return Ok(None);
        }
        for (at, head) in (from..).zip(window.windows(12)) {
            let Some((length, sum)) = read_head(head) else { continue };
            if length == 0 || length > end.saturating_sub(at + HEAD_LEN) {
                continue;
            }
            input.seek(SeekFrom::Start(at + HEAD_LEN))?;
            let mut payload = Vec::new();
            input.by_ref().take(length).read_to_end(&mut payload)?;
            if payload.len() as u64 == length && crc32c::crc32c(&payload) == sum {
                return Ok(Some((at, payload)));
            }
        }
        from += window.len() as u64 - 11;
    }
    Ok(None)
}

/// Whether some sector that a batch from this byte on would touch holds nothing but zeros.
pub(super) fn unwritten(input: &mut (impl Read + Seek), from: u64, end: u64) -> io::Result<bool> {
    let mut at = from + padding(from);
    input.seek(SeekFrom::Start(at))?;
    let mut sector = Vec::new();
    while at < end {
        let left = (SECTOR - at % SECTOR).min(end - at);
        sector.clear();
        let read = input.by_ref().take(left).read_to_end(&mut sector)?;
        if read > 0 && sector.iter().all(|byte| *byte == 0) {
            return Ok(true);
        }
        at += left;
    }
    Ok(false)
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
