//! Batches to the register's end: in order, under the lock, acknowledged when they are on the disk.

use super::disk::{Held, Output};
use super::frame::{self, Header};
use super::{DRAFT, Disk, FILE, LOCK, Read, Record, Register, encoded, folder_of, record};
use crate::{Durability, StoreError};
use std::io;
use std::path::Path;
use std::sync::Arc;

/// The one who holds this is the only writer.
#[derive(Debug)]
pub(crate) struct Lock {
    _held: Box<dyn Held>,
    /// Whether the file was seen to end with the last batch since it is held: whoever wrote before
    /// may have been stopped in the middle of one.
    tidy: bool,
}

impl Register {
    /// An empty register in a folder that has none.
    pub(crate) fn create(disk: Arc<dyn Disk>, folder: &Path) -> Result<Self, StoreError> {
        make_folder(&*disk, folder)?;
        let mut register = Self::at(disk, folder);
        let _lock = register.lock()?;
        if Self::is_in(&*register.disk, folder)? {
            return Err(StoreError::Exists { path: folder.to_owned() });
        }
        register.replace(Header { version: frame::VERSION, edition: 0 }, |_, _| Ok(()))?;
        Ok(register)
    }

    /// Locks it against other writers.
    pub(crate) fn lock(&self) -> Result<Lock, StoreError> {
        let path = self.folder.join(LOCK);
        match self.disk.lock(&path).map_err(StoreError::io("lock", &path))? {
            Some(held) => Ok(Lock { _held: held, tidy: false }),
            None => Err(StoreError::Locked { path: self.folder.clone() }),
        }
    }

    /// Whether nothing was written since this handle wrote last, so that there is nothing to read.
    /// As long as the lock is held it stays so.
    pub(crate) fn is_read(&self, lock: &mut Lock) -> bool {
        lock.tidy = self.is_tidy();
        lock.tidy
    }

    /// Writes a batch after the last one read, and waits until it is on the disk if that is
    /// wanted. Says where each frame begins. What an interrupted writer left there is cut off. All
    /// batches must have been read, under the lock.
    pub(crate) fn append(
        &mut self,
        lock: &mut Lock,
        batch: &[Record],
        recorded: i64,
        durability: Durability,
    ) -> Result<Vec<u64>, StoreError> {
        self.check_sound()?;
        if self.header.version < frame::VERSION {
            self.rewrite(lock, |_| true)?;
        }
        let mut output = self.opened(lock)?;
        let (end, places) = match self.write(&mut *output, batch, recorded) {
            Ok(written) => written,
            Err(error) => {
                // The batch was not acknowledged. A reader ignores what there is of it.
                lock.tidy = false;
                let _ = output.truncate(self.read.end);
                return Err(error);
            }
        };
        self.output = Some(output);
        self.read = Read { end, recorded };
        match durability {
            Durability::EachBatch => self.sync_or_poison()?,
            Durability::AtEnd => {}
        }
        Ok(places)
    }

    /// Waits until all that was written is on the disk.
    pub(crate) fn sync(&mut self, _: &mut Lock) -> Result<(), StoreError> {
        self.check_sound()?;
        if self.output.is_some() && self.synced < self.read.end {
            self.sync_or_poison()?;
        }
        Ok(())
    }

    /// Whether something was written that may not be on the disk.
    pub(crate) const fn is_unsynced(&self) -> bool {
        self.synced < self.read.end
    }

    /// Whether it may be written to.
    pub(crate) fn check_sound(&self) -> Result<(), StoreError> {
        if self.poisoned {
            return Err(StoreError::Poisoned { path: self.folder.clone() });
        }
        Ok(())
    }

    /// The file, cut off after the last batch, all of it on the disk, and known to be the one that
    /// the folder names.
    fn opened(&mut self, lock: &mut Lock) -> Result<Box<dyn Output>, StoreError> {
        if !self.named {
            // Somebody may have put it there who was stopped before the name was on the disk.
            let synced = self.disk.sync_folder(&self.folder);
            synced.map_err(StoreError::io("sync", &self.folder))?;
            self.named = true;
        }
        // What others wrote may be in the system's cache alone.
        let unknown = !lock.tidy && self.synced != self.read.end;
        let tidy = lock.tidy || self.is_tidy();
        let mut output = match self.output.take().filter(|_| tidy) {
            Some(output) => output,
            None => self.disk.append(&self.file).map_err(StoreError::io("open", &self.file))?,
        };
        let failed = || StoreError::io("write", &self.file);
        let mut tidied = false;
        if !tidy && output.len().map_err(failed())? != self.read.end {
            output.truncate(self.read.end).map_err(failed())?;
            tidied = true;
        }
        if unknown || tidied {
            // Were what is cut off overwritten before it is gone, a power cut could mix old with
            // new; and the new batch says that what is before it is on the disk.
            if let Err(error) = output.sync() {
                self.poisoned = true;
                return Err(StoreError::io("sync", &self.file)(error));
            }
            self.synced = self.read.end;
        }
        lock.tidy = true;
        Ok(output)
    }

    fn write(
        &self,
        output: &mut dyn Output,
        batch: &[Record],
        recorded: i64,
    ) -> Result<(u64, Vec<u64>), StoreError> {
        let failed = || StoreError::io("write", &self.file);
        let mut writing = Writing::new(output, self.read.end);
        let mut places = Vec::with_capacity(batch.len());
        let frames = encoded::frames(batch);
        let count = frames.len();
        encoded::each(&frames, recorded, |frame, payload| {
            if frame.is_first() {
                places.push(writing.at() + frame::padding(writing.at()));
            }
            if writing.frame(payload).map_err(failed())? {
                return Ok(());
            }
            match frame.document() {
                Some(id) => Err(StoreError::TooLarge { document: id.clone() }),
                // Ids and the names of decisions have 1,000 bytes at most.
                None => unreachable!("only texts are long"),
            }
        })?;
        writing.commit(count, self.synced, recorded).map_err(failed())?;
        Ok((writing.finish().map_err(failed())?, places))
    }

    /// Syncs the file; if that fails, nothing more is written through this handle, and what was
    /// not acknowledged is taken back.
    fn sync_or_poison(&mut self) -> Result<(), StoreError> {
        let Some(output) = &mut self.output else { return Ok(()) };
        match output.sync() {
            Ok(()) => {
                self.synced = self.read.end;
                Ok(())
            }
            Err(error) => {
                // The system may have dropped the bytes and call the file sound from now on.
                self.poisoned = true;
                let _ = output.truncate(self.synced);
                Err(StoreError::io("sync", &self.file)(error))
            }
        }
    }

    /// Puts a new register in the place of this one: written elsewhere, synced and moved, so that
    /// nobody ever sees half of it.
    pub(super) fn replace(
        &mut self,
        header: Header,
        write: impl FnOnce(&mut dyn Output, u64) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        self.check_sound()?;
        let draft = self.folder.join(DRAFT);
        let failed = || StoreError::io("write", &draft);
        let mut output = self.disk.create(&draft).map_err(StoreError::io("make", &draft))?;
        output.write_all(&header.bytes()).map_err(failed())?;
        write(&mut *output, frame::HEADER_LEN)?;
        output.sync().map_err(StoreError::io("sync", &draft))?;
        let file = self.folder.join(FILE);
        self.disk.rename(&draft, &file).map_err(StoreError::io("make", &file))?;
        self.named = false;
        (self.header, self.read) = (header, Read::NOTHING);
        self.synced = output.len().map_err(StoreError::io("read", &file))?;
        self.disk.sync_folder(&self.folder).map_err(StoreError::io("sync", &self.folder))?;
        self.named = true;
        Ok(())
    }
}

/// Frames on their way to a file.
pub(super) struct Writing<'o> {
    output: &'o mut dyn Output,
    /// Not written yet. (A `BufWriter` would try again when it is dropped after a failure.)
    waiting: Vec<u8>,
    at: u64,
}

impl<'o> Writing<'o> {
    /// Frames from byte `at` on, which is the end of the file.
    pub(super) const fn new(output: &'o mut dyn Output, at: u64) -> Self {
        Self { output, waiting: Vec::new(), at }
    }

    /// Where the last frame ended.
    pub(super) const fn at(&self) -> u64 {
        self.at
    }

    /// Adds a frame. Says whether the payload fits in one.
    pub(super) fn frame(&mut self, payload: &[u8]) -> io::Result<bool> {
        let Some(frame) = frame::frame(payload) else { return Ok(false) };
        let padding = frame::padding(self.at);
        self.waiting.extend((0..padding).map(|_| 0));
        self.waiting.extend(&frame);
        self.at += padding + frame.len() as u64;
        if self.waiting.len() >= 1 << 16 { self.flush().map(|()| true) } else { Ok(true) }
    }

    /// Ends a batch.
    pub(super) fn commit(&mut self, count: usize, synced: u64, recorded: i64) -> io::Result<()> {
        let count = u32::try_from(count).expect("a batch of fewer than 2^32");
        self.frame(&record::encode(&Record::Commit { count, synced }, recorded)).map(drop)
    }

    /// Writes out what is held back, and says where it ends.
    pub(super) fn finish(mut self) -> io::Result<u64> {
        self.flush()?;
        Ok(self.at)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.output.write_all(&self.waiting)?;
        self.waiting.clear();
        Ok(())
    }
}

/// Makes a folder, and waits until its name and those of all that were made above it are on the
/// disk.
fn make_folder(disk: &dyn Disk, folder: &Path) -> Result<(), StoreError> {
    let mut made = Vec::new();
    for above in folder.ancestors().filter(|path| !path.as_os_str().is_empty()) {
        if disk.exists(above).map_err(StoreError::io("look for", above))? {
            break;
        }
        made.push(above);
    }
    disk.make_folder(folder).map_err(StoreError::io("make the folder", folder))?;
    for name in made.into_iter().rev() {
        let above = folder_of(name);
        disk.sync_folder(&above).map_err(StoreError::io("sync", &above))?;
    }
    Ok(())
}
