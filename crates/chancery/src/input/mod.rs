//! Bytes to articles: plain text, JSON lines, web pages, each compressed or not, alone or in folders.
//!
//! ```no_run
//! use chancery::input::Inputs;
//! for input in Inputs::new(["releases/", "note.txt"]) {
//!     match input {
//!         Ok(input) => println!("{}: {} bytes", input.place, input.article.text().len()),
//!         Err(error) => eprintln!("{error}; {}", error.remedy()),
//!     }
//! }
//! ```
//!
//! # Forms
//! | form | known by | id | text |
//! | --- | --- | --- | --- |
//! | plain text | `.txt`, `.text`, or else | the file's stem | the file, byte for byte, a byte order mark included |
//! | JSON lines | `.jsonl`, `.ndjson`, or an opening `{` | `id`, else a hash of the text | `text`; besides it `title`, `published`, `source` or `url` |
//! | facts, one a line | a key `document` | `document.id` | `document.text`, which the spans index |
//! | one JSON object | `.json` | as in a line | as in a line |
//! | web page | `.html`, `.htm`, `.xhtml`, or an opening tag | the file's stem | the article, a blank line between paragraphs |
//! | any of them compressed | `.gz`, or the gzip signature | as inside | as inside |
//!
//! A folder stands for the files in it and below it, sorted by name, whose ending is in this table;
//! `.json` files and hidden ones only count when named. `-` is standard input.
//!
//! # Invariants
//! - Every input yields at least one article or one error: nothing is skipped in silence.
//! - No input makes it panic, and memory is bounded by the largest single article.

mod decode;
mod error;
mod files;
#[cfg(feature = "html")]
mod html;
mod json;
mod open;
mod text;

pub use error::{InputError, Place};

use chancery_ingest::Article;
use chancery_model::Facts;
use files::Files;
use std::io::Read;
use std::path::{Path, PathBuf};

/// One article, where it stood, and the facts that came along with it, if any.
#[derive(Debug, Clone)]
pub struct Input {
    /// Where it stood.
    pub place: Place,
    /// The article.
    pub article: Article,
    /// Whether the text is the file, byte for byte, so that its lines are the file's.
    pub verbatim: bool,
    /// Its facts, where the input was a facts document with its text (corrected by hand, perhaps).
    pub facts: Option<Facts>,
}

/// The articles of files and folders, in the order given; within a folder sorted by name.
///
/// Reads on as it is asked: a file of a million lines is never held in memory. After an error it
/// goes on with the next line or file.
pub struct Inputs {
    files: Files,
    current: Option<Articles>,
}

impl Inputs {
    /// The articles of these files and folders; `-` is standard input.
    pub fn new(paths: impl IntoIterator<Item = impl Into<PathBuf>>) -> Self {
        Self { files: Files::new(paths.into_iter().map(Into::into).collect()), current: None }
    }
}

impl Iterator for Inputs {
    type Item = Result<Input, InputError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(next) = self.current.as_mut().and_then(Articles::next) {
                return Some(next);
            }
            self.current = None;
            match self.files.next()? {
                Ok(path) => self.current = Some(Articles::open(&path)),
                Err(error) => return Some(Err(error)),
            }
        }
    }
}

/// The articles of one file or stream, lazily.
pub struct Articles(Box<dyn Iterator<Item = Result<Input, InputError>> + Send>);

impl Articles {
    /// The articles of one file, or of standard input for `-`.
    pub fn open(path: &Path) -> Self {
        let opened: std::io::Result<Box<dyn Read + Send>> = if path.as_os_str() == "-" {
            Ok(Box::new(std::io::stdin()))
        } else {
            std::fs::File::open(path).map(|file| Box::new(file) as _)
        };
        match opened {
            Ok(bytes) => Self::read(path, bytes),
            Err(source) => {
                Self::failed(InputError::Unreadable { place: Place::file(path), source })
            }
        }
    }

    /// The articles of a stream of bytes, as if they lay in a file of this name.
    pub fn read(name: &Path, bytes: impl Read + Send + 'static) -> Self {
        match open::articles(name, bytes) {
            Ok(articles) => Self(articles),
            Err(error) => Self::failed(error),
        }
    }

    fn failed(error: InputError) -> Self {
        Self(Box::new(std::iter::once(Err(error))))
    }
}

impl Iterator for Articles {
    type Item = Result<Input, InputError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next()
    }
}
