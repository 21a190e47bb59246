//! Goes through a whole register, past damage too.

use super::disk::Input;
use super::frame::{self, Frames, Header};
use super::{CUT, Disk, FILE, Record, Register, record};
use crate::StoreError;
use std::io::{BufReader, Read, Seek, SeekFrom};
use std::ops::Range;
use std::path::{Path, PathBuf};

/// A stretch of a register.
#[derive(Debug)]
pub(crate) enum Piece {
    /// A whole frame, and when it was recorded.
    Frame {
        /// What it holds.
        record: Record,
        /// In UTC milliseconds.
        recorded: i64,
    },
    /// Bytes that are not what was written.
    Damaged {
        /// What is wrong with them.
        what: String,
    },
    /// A batch that was never finished, up to the end.
    Torn,
}

/// The pieces of a register, in order.
pub(crate) struct Scan {
    input: Box<dyn Input>,
    path: PathBuf,
    version: u16,
    at: u64,
    end: u64,
    /// Where the last batch that was whole ended.
    batch: u64,
    /// Up to which byte others know the register to have been on the disk.
    known: u64,
    /// A header that cannot be read is a piece as well.
    header: Option<String>,
    /// The format, if the header tells.
    pub(crate) found: Option<u16>,
    /// How often it was written anew, if the header tells.
    pub(crate) edition: Option<u16>,
}

impl Scan {
    /// The pieces of the register in a folder. A register of a later format is an error, as is one
    /// that is not there.
    pub(crate) fn new(disk: &dyn Disk, folder: &Path) -> Result<Self, StoreError> {
        let path = folder.join(FILE);
        if !Register::is_in(disk, folder)? {
            let what = "there is no register.log in it";
            return Err(StoreError::NotAnArchive { path: folder.to_owned(), what });
        }
        let failed = || StoreError::io("read", &path);
        let mut input = disk.read(&path).map_err(StoreError::io("open", &path))?;
        let (read, header) = match Header::read(&mut input, &path) {
            Ok(header) => (Some(header), None),
            Err(error @ (StoreError::Damaged { .. } | StoreError::NotAnArchive { .. })) => {
                let what = match error {
                    StoreError::Damaged { what, .. } | StoreError::NotAnArchive { what, .. } => {
                        what
                    }
                    _ => "",
                };
                (None, Some(what.to_owned()))
            }
            Err(error) => return Err(error),
        };
        let end = input.seek(SeekFrom::End(0)).map_err(failed())?;
        let (found, edition) = (read.map(|it| it.version), read.map(|it| it.edition));
        let version = found.unwrap_or(frame::VERSION);
        let at = frame::HEADER_LEN.min(end);
        Ok(Self { input, path, version, at, end, batch: at, known: 0, header, found, edition })
    }

    /// What lies before this byte was on the disk once, so a batch that begins there and is not
    /// whole is no torn end.
    pub(crate) fn known_up_to(mut self, byte: u64) -> Self {
        self.known = byte;
        self
    }

    /// How many bytes there are.
    pub(crate) const fn len(&self) -> u64 {
        self.end
    }

    /// The next piece and where it lies; `None` at the end.
    pub(crate) fn next(&mut self) -> Result<Option<(Range<u64>, Piece)>, StoreError> {
        if let Some(what) = self.header.take() {
            return Ok(Some((0..self.at, Piece::Damaged { what })));
        }
        let from = self.at;
        if from >= self.end {
            let missing = self.end..std::mem::take(&mut self.known);
            let what = "the end is missing, of which the graph was made".to_owned();
            return Ok(Some((missing, Piece::Damaged { what })).filter(|(it, _)| !it.is_empty()));
        }
        let piece = self.piece()?;
        Ok(Some((from..self.at, piece)))
    }

    fn piece(&mut self) -> Result<Piece, StoreError> {
        let failed = || StoreError::io("read", &self.path);
        self.input.seek(SeekFrom::Start(self.at)).map_err(failed())?;
        let small = BufReader::with_capacity(512, (&mut self.input).take(u64::MAX));
        let mut frames = Frames::new(small, self.version, self.at, self.end, &self.path);
        let found = frames.next();
        let after = frames.at();
        match found {
            Ok(Some((_, payload))) => match record::decode(&payload) {
                Ok((record, recorded)) => {
                    self.at = after;
                    if let Record::Commit { .. } = record {
                        self.batch = after;
                    }
                    Ok(Piece::Frame { record, recorded })
                }
                Err(source) => {
                    self.at = after;
                    let what = format!("a frame does not hold what it should: {source}");
                    Ok(Piece::Damaged { what })
                }
            },
            Ok(None) => self.broken(CUT),
            Err(StoreError::Damaged { what, .. }) => self.broken(what),
            Err(error) => Err(error),
        }
    }

    /// Goes on at the next sound frame, if there is one.
    fn broken(&mut self, what: &str) -> Result<Piece, StoreError> {
        let failed = || StoreError::io("read", &self.path);
        let (cut, input) = (what == CUT, &mut *self.input);
        let torn = (cut || self.version >= 2)
            && self.batch >= self.known
            && super::torn(input, cut, self.batch, self.at, self.end).map_err(failed())?;
        if torn {
            self.at = self.end;
            return Ok(Piece::Torn);
        }
        let next = frame::find(&mut self.input, self.at + 1, self.end).map_err(failed())?;
        self.at = next.map_or(self.end, |(at, _)| at);
        Ok(Piece::Damaged { what: what.to_owned() })
    }
}
