//! A disk that forgets what was not synced, tears what was being written, and refuses.

use super::disk::{Disk, Held, Input, Output};
use crate::generation::map::Mapped;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Cursor, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};

/// What goes wrong at the operation with a number, counted from zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// Half of it happens, and nothing after.
    PowerCut,
    /// It fails once, half done; a sync that fails forgets what was to be synced, for good.
    Refused(ErrorKind),
    /// It fails, and so does all that follows.
    Broken(ErrorKind),
}

/// What of the unsynced bytes and names is there after a power cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Survives {
    Nothing,
    Everything,
    /// A part that is chosen by a number: some sectors of each file, some of the last names.
    Some(u64),
}

#[derive(Debug, Clone, Default)]
pub(crate) struct Simulated(Arc<Mutex<State>>);

#[derive(Debug, Default)]
struct State {
    files: Vec<Content>,
    names: BTreeMap<PathBuf, usize>,
    synced_names: BTreeMap<PathBuf, usize>,
    /// The names as they were after each change since they were last synced.
    changes: Vec<BTreeMap<PathBuf, usize>>,
    locks: BTreeSet<PathBuf>,
    operations: usize,
    fault: Option<(usize, Fault)>,
    off: bool,
}

#[derive(Debug, Default, Clone)]
struct Content {
    now: Vec<u8>,
    synced: Vec<u8>,
    /// Where a failed sync dropped what was written: the cache has it, the disk never will.
    dropped: Option<(usize, usize)>,
}

const SECTOR: usize = 512;

impl Simulated {
    /// A disk on which one operation goes wrong.
    pub(crate) fn failing(at: usize, fault: Fault) -> Self {
        let disk = Self::default();
        disk.fail(at, fault);
        disk
    }

    /// Makes an operation go wrong.
    pub(crate) fn fail(&self, at: usize, fault: Fault) {
        self.state().fault = Some((at, fault));
    }

    pub(crate) fn shared(&self) -> Arc<dyn Disk> {
        Arc::new(self.clone())
    }

    /// How many operations there were that change anything.
    pub(crate) fn operations(&self) -> usize {
        self.state().operations
    }

    /// The same disk after its machine was restarted.
    pub(crate) fn restarted(&self, survives: Survives) -> Self {
        let state = self.state();
        let mut seed = if let Survives::Some(seed) = survives { seed | 1 } else { 1 };
        let mut dice = move |below: usize| {
            seed = seed
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(seed >> 33).expect("31 bits") % below
        };
        let names = match survives {
            Survives::Nothing => &state.synced_names,
            Survives::Everything => &state.names,
            Survives::Some(_) => match dice(state.changes.len() + 1) {
                0 => &state.synced_names,
                change => &state.changes[change - 1],
            },
        };
        let files = state.files.iter().map(|content| {
            let bytes = match survives {
                Survives::Nothing => content.synced.clone(),
                Survives::Everything => content.written(),
                Survives::Some(_) => content.some(&mut dice),
            };
            Content { now: bytes.clone(), synced: bytes, dropped: None }
        });
        // What lies in a folder that is not there is not there either.
        let mut names = names.clone();
        let folders: BTreeSet<PathBuf> = names.keys().cloned().collect();
        names.retain(|path, _| {
            path.ancestors().all(|it| it == Path::new("/") || folders.contains(it))
        });
        Self(Arc::new(Mutex::new(State {
            files: files.collect(),
            names: names.clone(),
            synced_names: names,
            ..State::default()
        })))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().expect("no test panics with it")
    }
}

impl Content {
    /// What the disk would have, were all of it synced now.
    fn written(&self) -> Vec<u8> {
        let mut bytes = self.now.clone();
        if let Some((from, to)) = self.dropped {
            let to = to.min(bytes.len());
            bytes[from.min(to)..to].fill(0);
        }
        bytes
    }

    /// Some sectors as they were to be, others as they were, or zeros where there was nothing.
    fn some(&self, dice: &mut impl FnMut(usize) -> usize) -> Vec<u8> {
        let written = self.written();
        let same = self.synced.iter().zip(&written).take_while(|(a, b)| a == b).count();
        if same == written.len() && same == self.synced.len() {
            return written;
        }
        let len = match dice(2) {
            0 => written.len(),
            _ => same + dice(written.len() - same + 1),
        };
        let mut bytes = vec![0; len];
        let tearing = dice(3);
        for start in (0..len).step_by(SECTOR) {
            let torn = start + SECTOR > same && (tearing == 1 || (tearing == 2 && dice(3) == 0));
            let from = if torn { &self.synced } else { &written };
            let end = (start + SECTOR).min(len).min(from.len());
            if start < end {
                bytes[start..end].copy_from_slice(&from[start..end]);
            }
        }
        bytes
    }
}

/// What becomes of an operation.
enum Turn {
    Done,
    Half(io::Error),
}

impl State {
    fn turn(&mut self) -> io::Result<Turn> {
        if self.off {
            return Err(io::Error::other("the power is off"));
        }
        let number = self.operations;
        self.operations += 1;
        match self.fault {
            Some((at, Fault::PowerCut)) if at == number => {
                self.off = true;
                Ok(Turn::Half(io::Error::other("the power went off")))
            }
            Some((at, Fault::Refused(kind))) if at == number => Ok(Turn::Half(kind.into())),
            Some((at, Fault::Broken(kind))) if at <= number => Ok(Turn::Half(kind.into())),
            _ => Ok(Turn::Done),
        }
    }

    fn find(&self, file: &Path) -> io::Result<usize> {
        if self.off {
            return Err(io::Error::other("the power is off"));
        }
        self.names.get(file).copied().ok_or_else(|| ErrorKind::NotFound.into())
    }

    fn changed(&mut self) {
        self.changes.push(self.names.clone());
    }
}

impl Disk for Simulated {
    fn read(&self, file: &Path) -> io::Result<Box<dyn Input>> {
        let state = self.state();
        let bytes = state.files[state.find(file)?].now.clone();
        Ok(Box::new(Cursor::new(bytes)))
    }

    fn create(&self, file: &Path) -> io::Result<Box<dyn Output>> {
        let mut state = self.state();
        if let Turn::Half(error) = state.turn()? {
            return Err(error);
        }
        let number = state.files.len();
        state.files.push(Content::default());
        state.names.insert(file.to_owned(), number);
        state.changed();
        Ok(Box::new(Open { disk: self.clone(), number }))
    }

    fn append(&self, file: &Path) -> io::Result<Box<dyn Output>> {
        let number = self.state().find(file)?;
        Ok(Box::new(Open { disk: self.clone(), number }))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut state = self.state();
        let number = state.find(from)?;
        if let Turn::Half(error) = state.turn()? {
            return Err(error);
        }
        state.names.remove(from);
        state.names.insert(to.to_owned(), number);
        state.changed();
        Ok(())
    }

    fn exists(&self, path: &Path) -> io::Result<bool> {
        Ok(path == Path::new("/") || self.state().names.contains_key(path))
    }

    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        let mut state = self.state();
        if let Turn::Half(error) = state.turn()? {
            return Err(error);
        }
        for path in folder.ancestors().filter(|path| *path != Path::new("/")) {
            state.names.insert(path.to_owned(), usize::MAX);
        }
        state.changed();
        Ok(())
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        let mut state = self.state();
        if let Turn::Half(error) = state.turn()? {
            return Err(error);
        }
        let inside = |path: &Path| path.parent() == Some(folder);
        let mut synced = state.synced_names.clone();
        synced.retain(|path, _| !inside(path));
        let names = state.names.iter().filter(|(path, _)| inside(path));
        synced.extend(names.map(|(path, number)| (path.clone(), *number)));
        state.synced_names = synced;
        state.changes.clear();
        Ok(())
    }

    fn names(&self, folder: &Path) -> io::Result<Vec<String>> {
        let state = self.state();
        let inside = state.names.keys().filter(|path| path.parent() == Some(folder));
        let name = |path: &PathBuf| path.file_name().map(|name| name.to_string_lossy().into());
        Ok(inside.filter_map(name).collect())
    }

    fn remove_folder(&self, folder: &Path) -> io::Result<()> {
        let mut state = self.state();
        if let Turn::Half(error) = state.turn()? {
            // Half of it is gone.
            let first = state.names.keys().find(|path| path.parent() == Some(folder)).cloned();
            first.map(|path| state.names.remove(&path));
            state.changed();
            return Err(error);
        }
        state.names.retain(|path, _| !path.starts_with(folder));
        state.changed();
        Ok(())
    }

    fn map(&self, file: &Path) -> io::Result<Mapped> {
        let state = self.state();
        Ok(Mapped::copied(&state.files[state.find(file)?].now))
    }

    fn identity(&self, _: &Path) -> Option<String> {
        None
    }

    fn lock(&self, file: &Path) -> io::Result<Option<Box<dyn Held>>> {
        let free = self.state().locks.insert(file.to_owned());
        let held = || Box::new(Locked { disk: self.clone(), file: file.to_owned() });
        Ok(free.then(|| held() as Box<dyn Held>))
    }
}

#[derive(Debug)]
struct Locked {
    disk: Simulated,
    file: PathBuf,
}

impl Drop for Locked {
    fn drop(&mut self) {
        self.disk.state().locks.remove(&self.file);
    }
}

#[derive(Debug)]
struct Open {
    disk: Simulated,
    number: usize,
}

impl Write for Open {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut state = self.disk.state();
        let turn = state.turn()?;
        let file = &mut state.files[self.number].now;
        match turn {
            Turn::Done => {
                file.extend(bytes);
                Ok(bytes.len())
            }
            Turn::Half(error) => {
                file.extend(&bytes[..bytes.len() / 2]);
                Err(error)
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Output for Open {
    fn len(&self) -> io::Result<u64> {
        Ok(self.disk.state().files[self.number].now.len() as u64)
    }

    fn len_under(&self, name: &Path) -> Option<u64> {
        let state = self.disk.state();
        let named = state.find(name).ok().filter(|number| *number == self.number)?;
        Some(state.files[named].now.len() as u64)
    }

    fn truncate(&mut self, len: u64) -> io::Result<()> {
        let len = usize::try_from(len).expect("it fits in memory");
        let mut state = self.disk.state();
        if let Turn::Half(error) = state.turn()? {
            return Err(error);
        }
        let file = &mut state.files[self.number];
        file.now.resize(len, 0);
        file.dropped = file.dropped.filter(|(from, _)| *from < len);
        if let Some((_, to)) = &mut file.dropped {
            *to = len.min(*to);
        }
        Ok(())
    }

    fn sync(&mut self) -> io::Result<()> {
        let mut state = self.disk.state();
        let turn = state.turn()?;
        let off = state.off;
        let file = &mut state.files[self.number];
        match turn {
            Turn::Done => {
                file.synced = file.written();
                Ok(())
            }
            Turn::Half(error) => {
                if !off {
                    let same =
                        file.synced.iter().zip(&file.now).take_while(|(a, b)| a == b).count();
                    file.dropped = Some((same, file.now.len()));
                }
                Err(error)
            }
        }
    }
}
