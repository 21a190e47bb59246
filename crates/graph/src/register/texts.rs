//! Documents read one by one from where they lie, while the rest of the register is left alone.

use super::disk::Input;
use super::frame::{Frames, Header};
use super::{Record, Register, record, rows};
use crate::StoreError;
use crate::report::Document;
use std::io::{Seek, SeekFrom};
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

/// The register as it was when it was opened: one that is written anew takes its name, not its
/// bytes.
pub(crate) struct Texts {
    input: Mutex<Box<dyn Input>>,
    path: PathBuf,
    version: u16,
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
        let failed = || StoreError::io("read", &self.path);
        let damaged =
            |what, source| StoreError::Damaged { path: self.path.clone(), at, what, source };
        let mut input = self.input.lock().unwrap_or_else(PoisonError::into_inner);
        let end = input.seek(SeekFrom::End(0)).map_err(failed())?;
        input.seek(SeekFrom::Start(at)).map_err(failed())?;
        let mut frames = Frames::new(&mut *input, self.version, at, end, &self.path);
        let mut parts = Vec::new();
        loop {
            let Some((_, payload)) = frames.next()? else {
                return Err(damaged("a document is missing", None));
            };
            let wrong = |source| damaged("a frame does not hold what it should", Some(source));
            match record::decode(&payload).map_err(wrong)? {
                (Record::Report(report), _) if parts.is_empty() => return Ok(report.into()),
                (Record::Rows(rows), _) => {
                    let last = rows.part.checked_add(1) == Some(rows.parts);
                    parts.push(rows);
                    if last {
                        let table = rows::table(parts);
                        let table =
                            table.ok_or_else(|| damaged("a table lacks some of its rows", None))?;
                        return Ok(table.into());
                    }
                }
                _ => return Err(damaged("there is no document where one should be", None)),
            }
        }
    }
}
