//! The truth, append-only: what was learned, in order. `FORMAT.md` describes its bytes.
//!
//! Invariant: bytes before the end of the last batch are never written to again.

mod codec;
mod frame;
mod record;

pub(crate) use record::Record;

use crate::StoreError;
use frame::Frames;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, BufReader, BufWriter, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

const FILE: &str = "register.log";
const LOCK: &str = "register.lock";

/// The register of one archive, read up to some batch.
#[derive(Debug)]
pub(crate) struct Register {
    folder: PathBuf,
    file: PathBuf,
    /// Where the last batch that was read ends.
    end: u64,
    /// When it was recorded, in UTC milliseconds.
    recorded: i64,
}

/// Kept while somebody writes; dropping it lets the next one.
#[derive(Debug)]
pub(crate) struct Lock {
    _file: File,
}

impl Register {
    /// Makes an empty register in a folder, and the folder if need be.
    pub(crate) fn create(folder: &Path) -> Result<Self, StoreError> {
        fs::create_dir_all(folder).map_err(StoreError::io("make the folder", folder))?;
        let register = Self::at(folder);
        let _lock = register.lock()?;
        if register.file.try_exists().map_err(StoreError::io("look for", &register.file))? {
            return Err(StoreError::Exists { path: folder.to_owned() });
        }
        // Nobody ever sees half a header: it is written elsewhere and moved.
        let draft = folder.join("register.new");
        let mut file = File::create(&draft).map_err(StoreError::io("make", &draft))?;
        file.write_all(&frame::header()).map_err(StoreError::io("write", &draft))?;
        file.sync_all().map_err(StoreError::io("write", &draft))?;
        fs::rename(&draft, &register.file).map_err(StoreError::io("make", &register.file))?;
        sync_folder(folder)?;
        Ok(register)
    }

    /// The register of a folder; nothing of it is read but the header.
    pub(crate) fn open(folder: &Path) -> Result<Self, StoreError> {
        let register = Self::at(folder);
        frame::check_header(&mut register.file()?, &register.file)?;
        Ok(register)
    }

    /// Whether a folder holds one.
    pub(crate) fn is_in(folder: &Path) -> Result<bool, StoreError> {
        let file = folder.join(FILE);
        file.try_exists().map_err(StoreError::io("look for", file))
    }

    fn at(folder: &Path) -> Self {
        let (folder, file) = (folder.to_owned(), folder.join(FILE));
        Self { folder, file, end: frame::HEADER_LEN, recorded: i64::MIN }
    }

    fn file(&self) -> Result<File, StoreError> {
        File::open(&self.file).map_err(|error| {
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

    /// When the last batch was recorded, in UTC milliseconds.
    pub(crate) const fn recorded(&self) -> i64 {
        self.recorded
    }

    /// Reads the batches beyond the last one read, handing each on whole.
    ///
    /// What follows the last batch is ignored: somebody is writing it, or never finished.
    pub(crate) fn read_on(&mut self, mut take: impl FnMut(Vec<Record>)) -> Result<(), StoreError> {
        let mut file = self.file()?;
        let end = file.seek(SeekFrom::End(0)).map_err(StoreError::io("read", &self.file))?;
        if end < self.end {
            return Err(self.damaged(end, "it has become shorter", None));
        }
        file.seek(SeekFrom::Start(self.end)).map_err(StoreError::io("read", &self.file))?;
        let path = self.file.clone();
        let mut frames = Frames::new(BufReader::new(file), self.end, end, &path);
        let mut batch = Vec::new();
        loop {
            let at = frames.at();
            let Some(payload) = frames.next()? else { return Ok(()) };
            let (record, recorded) = record::decode(&payload).map_err(|source| {
                self.damaged(at, "a frame does not hold what it should", Some(source))
            })?;
            if recorded < self.recorded {
                return Err(self.damaged(at, "a frame was recorded before the one before", None));
            }
            match record {
                Record::Commit(count) if count as usize == batch.len() => {
                    take(std::mem::take(&mut batch));
                    (self.end, self.recorded) = (frames.at(), recorded);
                }
                Record::Commit(_) => {
                    return Err(self.damaged(at, "a batch lacks some of its frames", None));
                }
                record => batch.push(record),
            }
        }
    }

    /// The one who holds this is the only writer.
    pub(crate) fn lock(&self) -> Result<Lock, StoreError> {
        let path = self.folder.join(LOCK);
        let file = OpenOptions::new().create(true).truncate(false).write(true).open(&path);
        let file = file.map_err(StoreError::io("open", &path))?;
        match file.try_lock() {
            Ok(()) => Ok(Lock { _file: file }),
            Err(TryLockError::WouldBlock) => Err(StoreError::Locked { path: self.folder.clone() }),
            Err(TryLockError::Error(error)) => Err(StoreError::io("lock", &path)(error)),
        }
    }

    /// Writes a batch after the last one read and waits until it is on the disk. What an
    /// interrupted writer left there is cut off. All batches must have been read, under the lock.
    pub(crate) fn append(
        &mut self,
        _lock: &Lock,
        batch: &[Record],
        recorded: i64,
    ) -> Result<(), StoreError> {
        let file = OpenOptions::new().write(true).open(&self.file);
        let file = file.map_err(StoreError::io("open", &self.file))?;
        let written = self.write(&file, batch, recorded);
        match written {
            Ok(end) => {
                (self.end, self.recorded) = (end, recorded);
                Ok(())
            }
            Err(error) => {
                // The batch was not acknowledged. A reader ignores what there is of it, and the
                // next writer cuts it off if this fails too.
                let _ = file.set_len(self.end);
                Err(error)
            }
        }
    }

    fn write(&self, file: &File, batch: &[Record], recorded: i64) -> Result<u64, StoreError> {
        let failed = || StoreError::io("write", &self.file);
        file.set_len(self.end).map_err(failed())?;
        let mut output = BufWriter::new(file);
        output.seek(SeekFrom::Start(self.end)).map_err(failed())?;
        let count = u32::try_from(batch.len()).expect("a batch of fewer than 2^32");
        let mut end = self.end;
        for record in batch.iter().chain([&Record::Commit(count)]) {
            let Some(frame) = frame::frame(&record::encode(record, recorded)) else {
                let Record::Report(report) = record else { unreachable!("only texts are long") };
                return Err(StoreError::TooLarge { document: report.id().clone() });
            };
            output.write_all(&frame).map_err(failed())?;
            end += frame.len() as u64;
        }
        output.flush().map_err(failed())?;
        file.sync_all().map_err(failed())?;
        Ok(end)
    }

    fn damaged(
        &self,
        at: u64,
        what: &'static str,
        source: Option<Box<dyn std::error::Error + Send + Sync>>,
    ) -> StoreError {
        StoreError::Damaged { path: self.file.clone(), at, what, source }
    }
}

/// Makes the name of a new file last; only some systems can open a folder to do so.
fn sync_folder(folder: &Path) -> Result<(), StoreError> {
    if cfg!(unix) {
        let opened = File::open(folder).map_err(StoreError::io("open", folder))?;
        opened.sync_all().map_err(StoreError::io("write", folder))?;
    }
    Ok(())
}
