//! Documents read one by one from where they lie, while the rest of the register is left alone.

use super::disk::Input;
use super::frame::{Frames, Header};
use super::rows::Rows;
use super::{Record, Register, record, rows};
use crate::report::Document;
use crate::{Report, StoreError};
use chancery_model::Facts;
use std::error::Error;
use std::io::{Seek, SeekFrom};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

/// The register as it was when it was opened: one that is written anew takes its name, not its
/// bytes.
pub(crate) struct Texts {
    input: Mutex<Box<dyn Input>>,
    path: PathBuf,
    version: u16,
}

/// What lies at a place.
enum Read {
    Report(Arc<Report>),
    Rows(Vec<Rows>),
}

impl Register {
    /// For reading single documents, whatever becomes of the file's name.
    pub(crate) fn texts(&self) -> Result<Texts, StoreError> {
        let mut input = self.input()?;
        let header = Header::read(&mut input, &self.file)?;
        if header != self.header {
            let what = "the register was written anew meanwhile";
            return Err(StoreError::Damaged { path: self.file.clone(), at: 0, what, source: None });
        }
        Ok(Texts { input: Mutex::new(input), path: self.file.clone(), version: header.version })
    }
}

impl Texts {
    /// The document whose frame begins at a byte.
    pub(crate) fn document(&self, at: u64) -> Result<Document, StoreError> {
        match self.read(at)? {
            Read::Report(report) => Ok(report.into()),
            Read::Rows(parts) => {
                rows::table(parts).map(Document::from).ok_or_else(|| self.lacking(at))
            }
        }
    }

    /// Its words and facts alone: the rows of a table are not looked at.
    pub(crate) fn report(&self, at: u64) -> Result<Arc<Report>, StoreError> {
        match self.read(at)? {
            Read::Report(report) => Ok(report),
            Read::Rows(parts) => {
                let whole = rows::whole(parts);
                let report =
                    whole.and_then(|(head, text)| Report::new(Facts::empty(head.info), text).ok());
                report.map(Arc::new).ok_or_else(|| self.lacking(at))
            }
        }
    }

    fn lacking(&self, at: u64) -> StoreError {
        self.damaged(at, "a table lacks some of its rows", None)
    }

    fn damaged(
        &self,
        at: u64,
        what: &'static str,
        source: Option<Box<dyn Error + Send + Sync>>,
    ) -> StoreError {
        StoreError::Damaged { path: self.path.clone(), at, what, source }
    }

    fn read(&self, at: u64) -> Result<Read, StoreError> {
        let failed = || StoreError::io("read", &self.path);
        let mut input = self.input.lock().unwrap_or_else(PoisonError::into_inner);
        let end = input.seek(SeekFrom::End(0)).map_err(failed())?;
        input.seek(SeekFrom::Start(at)).map_err(failed())?;
        let mut frames = Frames::new(&mut *input, self.version, at, end, &self.path);
        let mut parts = Vec::new();
        loop {
            let Some((_, payload)) = frames.next()? else {
                return Err(self.damaged(at, "a document is missing", None));
            };
            let wrong =
                |source| self.damaged(at, "a frame does not hold what it should", Some(source));
            match record::decode(&payload).map_err(wrong)? {
                (Record::Report(report), _) if parts.is_empty() => return Ok(Read::Report(report)),
                (Record::Rows(rows), _) => {
                    let last = rows.part.checked_add(1) == Some(rows.parts);
                    parts.push(rows);
                    if last {
                        return Ok(Read::Rows(parts));
                    }
                }
                _ => {
                    let what = "there is no document where one should be";
                    return Err(self.damaged(at, what, None));
                }
            }
        }
    }
}
