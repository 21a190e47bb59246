//! What the register asks of a file system, so that a test can stand in for one that fails.

use crate::generation::map::Mapped;
use std::fmt;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Files by path. The tests have one that forgets, tears and refuses.
pub(crate) trait Disk: fmt::Debug + Send + Sync {
    /// A file to read.
    fn read(&self, file: &Path) -> io::Result<Box<dyn Input>>;
    /// A new file, or an old one emptied.
    fn create(&self, file: &Path) -> io::Result<Box<dyn Output>>;
    /// A file that is there, to be written to at its end.
    fn append(&self, file: &Path) -> io::Result<Box<dyn Output>>;
    /// Gives a file another name, in place of the one that has it.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Whether there is such a file or folder.
    fn exists(&self, path: &Path) -> io::Result<bool>;
    /// Makes a folder and those above it.
    fn make_folder(&self, folder: &Path) -> io::Result<()>;
    /// Waits until the names in a folder are on the disk.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;
    /// The names in a folder; none if it is not there.
    fn names(&self, folder: &Path) -> io::Result<Vec<String>>;
    /// Takes a folder away with all that is in it.
    fn remove_folder(&self, folder: &Path) -> io::Result<()>;
    /// A file's bytes, mapped where that can be.
    fn map(&self, file: &Path) -> io::Result<Mapped>;
    /// Which file it is, how long, and when it changed; `None` where nobody can tell.
    fn identity(&self, file: &Path) -> Option<String>;
    /// Locks a file, made if need be, until what is returned is dropped; `None` if somebody else
    /// holds it.
    fn lock(&self, file: &Path) -> io::Result<Option<Box<dyn Held>>>;
}

/// A file that is read.
pub(crate) trait Input: Read + Seek + Send {}
impl<T: Read + Seek + Send> Input for T {}

/// A lock that is held.
pub(crate) trait Held: fmt::Debug + Send + Sync {}
impl<T: fmt::Debug + Send + Sync> Held for T {}

/// A file that is written to, always at its end.
pub(crate) trait Output: Write + fmt::Debug + Send + Sync {
    /// How long it is.
    fn len(&self) -> io::Result<u64>;
    /// How long it is, if it is known to be the one that has this name now.
    fn len_under(&self, name: &Path) -> Option<u64>;
    /// Cuts it off.
    fn truncate(&mut self, len: u64) -> io::Result<()>;
    /// Waits until what was written is on the disk.
    fn sync(&mut self) -> io::Result<()>;
}

/// The file system of the machine.
#[derive(Debug)]
pub(crate) struct Files;

impl Files {
    pub(crate) fn shared() -> Arc<dyn Disk> {
        Arc::new(Self)
    }
}

impl Disk for Files {
    fn read(&self, file: &Path) -> io::Result<Box<dyn Input>> {
        Ok(Box::new(File::open(file)?))
    }

    fn create(&self, file: &Path) -> io::Result<Box<dyn Output>> {
        Ok(Box::new(File::create(file)?))
    }

    fn append(&self, file: &Path) -> io::Result<Box<dyn Output>> {
        let mut file = OpenOptions::new().write(true).open(file)?;
        file.seek(SeekFrom::End(0))?;
        Ok(Box::new(file))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn exists(&self, path: &Path) -> io::Result<bool> {
        path.try_exists()
    }

    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        fs::create_dir_all(folder)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        // Only some systems can open a folder to do so.
        if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
    }

    fn names(&self, folder: &Path) -> io::Result<Vec<String>> {
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(error),
        };
        let name =
            |entry: io::Result<fs::DirEntry>| Ok(entry?.file_name().to_string_lossy().into());
        entries.map(name).collect()
    }

    fn remove_folder(&self, folder: &Path) -> io::Result<()> {
        fs::remove_dir_all(folder)
    }

    fn map(&self, file: &Path) -> io::Result<Mapped> {
        Mapped::of(&File::open(file)?)
    }

    #[cfg(unix)]
    fn identity(&self, file: &Path) -> Option<String> {
        use std::os::unix::fs::MetadataExt;
        let file = fs::metadata(file).ok()?;
        let (device, inode, size) = (file.dev(), file.ino(), file.len());
        let (seconds, nanos) = (file.mtime(), file.mtime_nsec());
        Some(format!("device {device} inode {inode} size {size} time {seconds}.{nanos:09}"))
    }

    #[cfg(not(unix))]
    fn identity(&self, _: &Path) -> Option<String> {
        None
    }

    fn lock(&self, file: &Path) -> io::Result<Option<Box<dyn Held>>> {
        let file = OpenOptions::new().create(true).truncate(false).write(true).open(file)?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Box::new(Locked(file)))),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }
}

/// A file that is locked for as long as this lives.
#[derive(Debug)]
struct Locked(File);

impl Drop for Locked {
    fn drop(&mut self) {
        // Closing it is not enough: a process that is being started holds it open for a moment.
        let _ = self.0.unlock();
    }
}

impl Output for File {
    fn len(&self) -> io::Result<u64> {
        Ok(self.metadata()?.len())
    }

    #[cfg(unix)]
    fn len_under(&self, name: &Path) -> Option<u64> {
        use std::os::unix::fs::MetadataExt;
        // A number is not given to another file as long as this one is open.
        let (own, named) = (self.metadata().ok()?, fs::metadata(name).ok()?);
        ((own.dev(), own.ino()) == (named.dev(), named.ino())).then_some(named.len())
    }

    #[cfg(not(unix))]
    fn len_under(&self, _: &Path) -> Option<u64> {
        None
    }

    fn truncate(&mut self, len: u64) -> io::Result<()> {
        self.set_len(len)?;
        self.seek(SeekFrom::Start(len)).map(drop)
    }

    fn sync(&mut self) -> io::Result<()> {
        // The length is synced along; times need not be.
        self.sync_data()
    }
}

/// The folder that a path lies in.
pub(crate) fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    }
}
