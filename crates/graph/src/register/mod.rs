//! The truth, append-only: what was learned, in order. `FORMAT.md` describes its bytes.
//!
//! Invariant: bytes before the end of the last batch are never written to again.

pub(crate) mod codec;
mod cover;
mod disk;
mod encoded;
mod frame;
mod record;
mod rewrite;
pub(crate) mod rows;
mod scan;
#[cfg(test)]
pub(crate) mod simulated;
mod texts;
mod wire;
mod write;

pub(crate) use disk::{Disk, Files, Output, folder_of};
pub(crate) use record::Record;
pub(crate) use scan::{Piece, Scan};
pub(crate) use texts::Texts;
pub(crate) use write::Lock;

use crate::StoreError;
use disk::Input;
use frame::{Frames, Header};
use std::io::{self, BufReader, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::Arc;

const FILE: &str = "register.log";
/// A register that is being written anew.
const DRAFT: &str = "register.new";
const LOCK: &str = "register.lock";

/// What is wrong where the end of a frame is missing, and not because it was never written.
const CUT: &str = "a frame is longer than what is left";

/// The register of one archive, read up to some batch.
#[derive(Debug)]
pub(crate) struct Register {
    disk: Arc<dyn Disk>,
    folder: PathBuf,
    file: PathBuf,
    header: Header,
    read: Read,
    /// Up to where this handle knows the file to be on the disk.
    synced: u64,
    /// Whether the folder is known to name this file, whatever happens.
    named: bool,
    /// Open once something was written, and written up to the last batch that was read: to open it
    /// anew for each batch takes as long as a fast disk takes to sync.
    output: Option<Box<dyn Output>>,
    /// Whether a sync failed, so that nobody knows what is on the disk.
    poisoned: bool,
    /// Whether what follows the last batch was looked at.
    looked: bool,
    /// What lies beyond this byte is not read.
    limit: u64,
}

/// How far a register was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Read {
    /// Where the last batch that was read ends.
    end: u64,
    /// When it was recorded, in UTC milliseconds.
    recorded: i64,
}

impl Read {
    const NOTHING: Self = Self { end: frame::HEADER_LEN, recorded: i64::MIN };
}

/// What was written since a register was last read.
#[derive(Debug, Default)]
pub(crate) struct News {
    /// Whether it was read from the start, so that what was read before is void.
    pub(crate) anew: bool,
    /// Whole batches, and when each was recorded.
    pub(crate) batches: Vec<(Vec<Placed>, i64)>,
}

/// A record, and where its frame begins.
pub(crate) type Placed = (Record, u64);

impl Register {
    /// The register of a folder; nothing of it is read but the header.
    pub(crate) fn open(disk: Arc<dyn Disk>, folder: &Path) -> Result<Self, StoreError> {
        let mut register = Self::at(disk, folder);
        register.header = Header::read(&mut register.input()?, &register.file)?;
        Ok(register)
    }

    /// Whether a folder holds one.
    pub(crate) fn is_in(disk: &dyn Disk, folder: &Path) -> Result<bool, StoreError> {
        let file = folder.join(FILE);
        disk.exists(&file).map_err(StoreError::io("look for", file))
    }

    fn at(disk: Arc<dyn Disk>, folder: &Path) -> Self {
        Self {
            disk,
            folder: folder.to_owned(),
            file: folder.join(FILE),
            header: Header { version: frame::VERSION, edition: 0 },
            read: Read::NOTHING,
            synced: 0,
            named: false,
            output: None,
            poisoned: false,
            looked: false,
            limit: u64::MAX,
        }
    }

    fn input(&self) -> Result<Box<dyn Input>, StoreError> {
        self.disk.read(&self.file).map_err(|error| {
            let missing =
                matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory);
            if missing {
                let what = "there is no register.log in it";
                StoreError::NotAnArchive { path: self.folder.clone(), what }
            } else {
                StoreError::io("open", &self.file)(error)
            }
        })
    }

    /// All that is in it, damage too.
    pub(crate) fn scan(&self) -> Result<Scan, StoreError> {
        Scan::new(&*self.disk, &self.folder)
    }

    /// When the last batch was recorded, in UTC milliseconds.
    pub(crate) const fn recorded(&self) -> i64 {
        self.read.recorded
    }

    /// Where the last batch that was read ends.
    pub(crate) const fn end(&self) -> u64 {
        self.read.end
    }

    /// What lies beyond the last batch that was read: it is being written, or was never finished.
    pub(crate) fn beyond(&self) -> Result<Option<std::ops::Range<u64>>, StoreError> {
        let failed = StoreError::io("read", &self.file);
        let end = self.input()?.seek(SeekFrom::End(0)).map_err(failed)?;
        Ok((end > self.read.end).then_some(self.read.end..end))
    }

    /// Reads from the start next time.
    pub(crate) fn forget(&mut self) {
        self.go_on_from(Read::NOTHING);
        self.looked = false;
    }

    /// Another handle on the same register, to be read from the start up to where this one was.
    pub(crate) fn again(&self) -> Self {
        let mut again = Self::at(Arc::clone(&self.disk), &self.folder);
        (again.header, again.limit) = (self.header, self.read.end);
        again
    }

    pub(crate) fn disk(&self) -> &Arc<dyn Disk> {
        &self.disk
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// How often it was written anew, give or take 65,536.
    pub(crate) const fn edition(&self) -> u16 {
        self.header.edition
    }

    /// Reads the batches beyond the last one read.
    ///
    /// What follows the last batch is ignored: somebody is writing it, or never finished.
    pub(crate) fn read_on(&mut self) -> Result<News, StoreError> {
        if self.is_tidy() {
            return Ok(News::default());
        }
        let mut before = None;
        loop {
            match self.read_once(before.is_some()) {
                Ok((header, read, news)) => {
                    if header != self.header {
                        (self.named, self.synced, self.output) = (false, 0, None);
                    }
                    self.go_on_from(read);
                    self.header = header;
                    self.looked = true;
                    return Ok(news);
                }
                // A writer may have cut off an interrupted batch while it was read; damage that is
                // there twice running is damage.
                Err(StoreError::Damaged { at, path, what, source }) => {
                    if before == Some((at, what)) {
                        return Err(StoreError::Damaged { at, path, what, source });
                    }
                    before = Some((at, what));
                }
                Err(error) => return Err(error),
            }
        }
    }

    /// Takes batches as read that were not written here.
    fn go_on_from(&mut self, read: Read) {
        if self.read != read {
            self.output = None;
        }
        self.read = read;
    }

    /// Whether the file is the one that was written to last, and ends with the last batch read.
    fn is_tidy(&self) -> bool {
        let end = self.output.as_ref().and_then(|output| output.len_under(&self.file));
        self.looked && end == Some(self.read.end)
    }

    fn read_once(&self, from_start: bool) -> Result<(Header, Read, News), StoreError> {
        let failed = || StoreError::io("read", &self.file);
        let mut input = self.input()?;
        let header = Header::read(&mut input, &self.file)?;
        let end = input.seek(SeekFrom::End(0)).map_err(failed())?;
        // Of one that was written anew the limit means nothing.
        let same = header.edition == self.header.edition;
        let end = if same { end.min(self.limit) } else { end };
        let rewritten = header.edition != self.header.edition || end < self.read.end;
        let anew = from_start || rewritten || self.read == Read::NOTHING;
        let mut read = if anew { Read::NOTHING } else { self.read };
        let mut news = News { anew, batches: Vec::new() };
        input.seek(SeekFrom::Start(read.end)).map_err(failed())?;
        let buffer = BufReader::new(&mut input);
        let mut frames = Frames::new(buffer, header.version, read.end, end, &self.file);
        match batches(&mut frames, &self.file, &mut read, &mut news.batches) {
            Ok(()) => {
                let at = frames.at();
                // Where a piece is missing, what comes after it shows. (Somebody may be writing a
                // batch at this moment, so this is not asked each time.)
                let cut = (anew || !self.looked) && at < end;
                if cut && !torn(&mut input, true, read.end, at, end).map_err(failed())? {
                    return Err(self.damaged(at, CUT));
                }
                Ok((header, read, news))
            }
            Err(StoreError::Damaged { at, .. })
                if header.version >= 2
                    && torn(&mut input, false, read.end, at, end).map_err(failed())? =>
            {
                Ok((header, read, news))
            }
            Err(error) => Err(error),
        }
    }

    fn damaged(&self, at: u64, what: &'static str) -> StoreError {
        StoreError::Damaged { path: self.file.clone(), at, what, source: None }
    }
}

/// Reads whole batches up to where the file ends or breaks off.
fn batches<R: io::Read>(
    frames: &mut Frames<'_, R>,
    path: &Path,
    read: &mut Read,
    batches: &mut Vec<(Vec<Placed>, i64)>,
) -> Result<(), StoreError> {
    let mut batch = Vec::new();
    let mut last = read.recorded;
    while let Some((at, payload)) = frames.next()? {
        let damaged =
            |what, source| StoreError::Damaged { path: path.to_owned(), at, what, source };
        let (record, recorded) = record::decode(&payload)
            .map_err(|source| damaged("a frame does not hold what it should", Some(source)))?;
        if recorded < last {
            return Err(damaged("a frame was recorded before the one before", None));
        }
        last = recorded;
        match record {
            Record::Commit { count, .. } if count as usize == batch.len() => {
                let joined = rows::joined(std::mem::take(&mut batch));
                let joined =
                    joined.ok_or_else(|| damaged("a table lacks some of its rows", None))?;
                batches.push((joined, recorded));
                *read = Read { end: frames.at(), recorded };
            }
            Record::Commit { .. } => {
                return Err(damaged("a batch lacks some of its frames", None));
            }
            record => batch.push((record, at)),
        }
    }
    Ok(())
}

/// Whether what is wrong at a byte is a batch that was being written when the power failed: it is
/// cut off there, or some sector of it is zeros; and no later batch says that this one was on the
/// disk.
fn torn(mut input: &mut dyn Input, cut: bool, batch: u64, at: u64, end: u64) -> io::Result<bool> {
    if !cut && !frame::unwritten(&mut input, batch, end)? {
        return Ok(false);
    }
    let mut from = at;
    while let Some((place, payload)) = frame::find(&mut input, from, end)? {
        if record::vouches_for(&payload).is_some_and(|synced| synced > batch) {
            return Ok(false);
        }
        from = place + 12 + payload.len() as u64;
    }
    Ok(true)
}
