//! Going on where a generation left off.

use super::{Read, Register};
use crate::StoreError;
use crate::generation::{Cover, RULES, stamp};
use std::io::{Read as _, Seek, SeekFrom};
use std::path::Path;

impl Register {
    /// What a generation is to say of all that was read of the register.
    pub(crate) fn cover(&self, past: u64) -> Result<Cover, StoreError> {
        let length = self.read.end;
        Ok(Cover {
            edition: self.header.edition,
            length,
            recorded: self.read.recorded,
            whole: self.sum(0, length)?,
            tail: self.sum(length.saturating_sub(Cover::TAIL), length)?,
            past,
            rules: RULES,
        })
    }

    /// Takes as read what a generation tells, if it was made of this register. `false` if it was
    /// made of an earlier one, which has been written anew since.
    ///
    /// The last bytes are compared each time, and all of them where no stamp beside the generation
    /// says that this very file was compared before.
    pub(crate) fn resume(&mut self, cover: &Cover, generation: &Path) -> Result<bool, StoreError> {
        if cover.edition != self.header.edition {
            return Ok(false);
        }
        let identity = self.disk.identity(&self.file);
        let from = cover.length.saturating_sub(Cover::TAIL);
        let mut same = self.sum(from, cover.length)? == cover.tail;
        // What only became longer since it was compared was appended to: bytes before that are
        // never written to again, and each text is compared with its checksum when it is read.
        let compared = || {
            let identity = identity.as_deref();
            stamp::holds(generation, stamp::REGISTER, identity)
                || stamp::grew(generation, stamp::REGISTER, identity)
        };
        if same && !compared() {
            same = self.sum(0, cover.length)? == cover.whole;
            if same {
                stamp::put(generation, stamp::REGISTER, identity.as_deref());
            }
        }
        if !same {
            return self.other_than_covered(cover);
        }
        self.go_on_from(Read { end: cover.length, recorded: cover.recorded });
        self.looked = false;
        Ok(true)
    }

    /// What is wrong where it is not what a generation was made of: read as a whole, it tells where
    /// it is damaged. `false` if it was written anew just now, after its header was read.
    fn other_than_covered(&self, cover: &Cover) -> Result<bool, StoreError> {
        let mut whole = Self { limit: u64::MAX, ..self.again() };
        whole.read_on()?;
        if whole.header.edition != cover.edition {
            return Ok(false);
        }
        let what = "it is not the register that the newest generation was made of: bytes were \
                    lost, or it was put back from a copy; then remove `generations`";
        Err(StoreError::Damaged { path: self.file.clone(), at: cover.length, what, source: None })
    }

    /// CRC32C of some bytes; of fewer, if there are no more.
    fn sum(&self, from: u64, to: u64) -> Result<u32, StoreError> {
        let failed = || StoreError::io("read", &self.file);
        let mut input = self.input()?;
        input.seek(SeekFrom::Start(from)).map_err(failed())?;
        let mut left = to.saturating_sub(from);
        let mut block = Vec::new();
        let mut sum = 0;
        while left > 0 {
            block.clear();
            let read = (&mut input).take(left.min(1 << 18)).read_to_end(&mut block);
            let read = read.map_err(failed())? as u64;
            if read == 0 {
                break;
            }
            sum = crc32c::crc32c_append(sum, &block);
            left -= read;
        }
        Ok(sum)
    }
}
