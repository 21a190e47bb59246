use super::open::{Form, ending};
use super::{InputError, Place};
use std::fs::DirEntry;
use std::path::{Path, PathBuf};

/// The files that paths stand for: themselves, or what lies in them and below, sorted by name.
///
/// Links to folders are not followed inside a folder, so there is no end to wait for.
pub(super) struct Files {
    /// What is still to come, the next one last.
    waiting: Vec<Waiting>,
}

enum Waiting {
    Named(PathBuf),
    Folder(PathBuf),
    Found(PathBuf),
    Failed(InputError),
}

impl Files {
    pub(super) fn new(paths: Vec<PathBuf>) -> Self {
        Self { waiting: paths.into_iter().rev().map(Waiting::Named).collect() }
    }

    /// Puts what lies in a folder next in line, in order; returns how many.
    fn enter(&mut self, folder: &Path) -> usize {
        let listed: std::io::Result<Vec<_>> = std::fs::read_dir(folder).and_then(Iterator::collect);
        let mut entries = match listed {
            Ok(entries) => entries,
            Err(source) => {
                let place = Place::file(folder);
                self.waiting.push(Waiting::Failed(InputError::Unreadable { place, source }));
                return 1;
            }
        };
        let before = self.waiting.len();
        entries.sort_by_key(DirEntry::file_name);
        for entry in entries.iter().rev() {
            let path = entry.path();
            if entry.file_name().as_encoded_bytes().first() == Some(&b'.') {
                continue;
            }
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                self.waiting.push(Waiting::Folder(path));
            } else if is_article(&path) && path.is_file() {
                self.waiting.push(Waiting::Found(path));
            }
        }
        self.waiting.len() - before
    }

    /// Whether a folder, entered to its end, yields anything at all.
    fn yields(&mut self, folder: &Path) -> bool {
        let before = self.waiting.len();
        self.enter(folder);
        while self.waiting.len() > before {
            match self.waiting.last() {
                Some(Waiting::Folder(_)) => {
                    if let Some(Waiting::Folder(below)) = self.waiting.pop() {
                        self.enter(&below);
                    }
                }
                _ => return true,
            }
        }
        false
    }
}

fn is_article(path: &Path) -> bool {
    matches!(ending(path).1, Some(Form::Text | Form::Lines | Form::Html))
}

impl Iterator for Files {
    type Item = Result<PathBuf, InputError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            match self.waiting.pop()? {
                Waiting::Named(path) if path.as_os_str() != "-" && path.is_dir() => {
                    if !self.yields(&path) {
                        let place = Place::file(&path);
                        return Some(Err(InputError::NothingInFolder { place }));
                    }
                }
                Waiting::Folder(path) => {
                    self.enter(&path);
                }
                Waiting::Named(path) | Waiting::Found(path) => return Some(Ok(path)),
                Waiting::Failed(error) => return Some(Err(error)),
            }
        }
    }
}
