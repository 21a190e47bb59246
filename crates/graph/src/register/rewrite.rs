//! A register written anew without some of its records.

use super::frame::{self, Frames, Header};
use super::write::Writing;
use super::{Lock, Record, Register, record};
use crate::StoreError;
use std::io::{BufReader, Seek, SeekFrom};

impl Register {
    /// Writes the register anew in the newest format, with only the records to be kept, each as
    /// and when it was recorded. Readers notice and read it from the start.
    ///
    /// Afterwards nothing of it counts as read.
    pub(crate) fn rewrite(
        &mut self,
        _: &mut Lock,
        mut keep: impl FnMut(&Record) -> bool,
    ) -> Result<(), StoreError> {
        // Whatever is written from now on goes to the new file.
        self.output = None;
        let (end, path) = (self.read.end, self.file.clone());
        let old = self.header;
        let mut input = self.input()?;
        input.seek(SeekFrom::Start(frame::HEADER_LEN)).map_err(StoreError::io("read", &path))?;
        let recorded = self.read.recorded;
        let header = Header { version: frame::VERSION, edition: old.edition.wrapping_add(1) };
        let mut ends_at = 0;
        self.replace(header, |output, at| {
            let failed = || StoreError::io("write", &path);
            let mut frames =
                Frames::new(BufReader::new(input), old.version, frame::HEADER_LEN, end, &path);
            let mut writing = Writing::new(output, at);
            let mut kept = 0;
            while frames.at() < end
                && let Some((at, payload)) = frames.next()?
            {
                let (record, recorded) = record::decode(&payload).map_err(|source| {
                    let what = "a frame does not hold what it should";
                    StoreError::Damaged { path: path.clone(), at, what, source: Some(source) }
                })?;
                match record {
                    Record::Commit { .. } if kept > 0 => {
                        let synced = writing.at();
                        writing.commit(kept, synced, recorded).map_err(failed())?;
                        kept = 0;
                    }
                    Record::Commit { .. } => {}
                    record if keep(&record) => {
                        writing.frame(&payload).map_err(failed())?;
                        kept += 1;
                    }
                    _ => {}
                }
            }
            ends_at = writing.finish().map_err(failed())?;
            Ok(())
        })?;
        self.go_on_from(super::Read { end: ends_at, recorded });
        Ok(())
    }
}
