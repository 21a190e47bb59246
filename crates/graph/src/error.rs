use crate::GenerationError;
use chancery_model::DocumentId;
use std::error::Error;
use std::io;
use std::path::PathBuf;

/// What can go wrong between an archive and its folder.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The system refused to read or write.
    #[error("cannot {action} {}", path.display())]
    Io {
        /// What was tried: `open`, `read`, `write`, …
        action: &'static str,
        /// On which file or folder.
        path: PathBuf,
        /// Why not.
        source: io::Error,
    },
    /// There is nothing there, or something else;
    /// [`Archive::open_or_create`](crate::Archive::open_or_create) makes one.
    #[error("{} is not an archive: {what}", path.display())]
    NotAnArchive {
        /// The folder or file that was looked at.
        path: PathBuf,
        /// What was found instead.
        what: &'static str,
    },
    /// An archive was to be made where there is one.
    #[error("{} is an archive already", path.display())]
    Exists {
        /// Its folder.
        path: PathBuf,
    },
    /// It was written by a later build.
    #[error("{} has format {found}, newer than {newest}, the newest this build reads", path.display())]
    TooNew {
        /// The register.
        path: PathBuf,
        /// Its format.
        found: u16,
        /// The newest format that this build reads.
        newest: u16,
    },
    /// It was written by a build so early that this one no longer reads it.
    #[error("{} has format {found}, older than {oldest}, the oldest this build reads", path.display())]
    TooOld {
        /// The register.
        path: PathBuf,
        /// Its format.
        found: u16,
        /// The oldest format that this build reads.
        oldest: u16,
    },
    /// Bytes are not what was written.
    #[error("{} is damaged at byte {at}: {what}", path.display())]
    Damaged {
        /// The register.
        path: PathBuf,
        /// The offset of the header or frame that is damaged.
        at: u64,
        /// What is wrong.
        what: &'static str,
        /// What the decoder says, if it came that far.
        source: Option<Box<dyn Error + Send + Sync>>,
    },
    /// Somebody else is writing to it just now.
    #[error("{} is being written to by another process", path.display())]
    Locked {
        /// Its folder.
        path: PathBuf,
    },
    /// The system did not say that what was written is on the disk, so nobody knows what is.
    #[error("{} is written to no more: a sync failed; open it again", path.display())]
    Poisoned {
        /// Its folder.
        path: PathBuf,
    },
    /// A decision on who is who that cannot be.
    #[error("{decision}: {what}")]
    Decision {
        /// What was to be decided.
        decision: String,
        /// Why it cannot.
        what: &'static str,
    },
    /// A document that is there was to be erased.
    #[error("document {document} is not withdrawn, and only what is withdrawn can be erased")]
    NotWithdrawn {
        /// Its id.
        document: DocumentId,
    },
    /// A document of this id is there, from another source.
    #[error("document {document} is there already, from {known}; the new one is from {given}")]
    OtherSource {
        /// The id that both have.
        document: DocumentId,
        /// The source of the one in the archive, or `an unnamed source`.
        known: String,
        /// The source of the new one, or `an unnamed source`.
        given: String,
    },
    /// A document that does not fit in a frame.
    #[error("document {document} is too large: its text and facts take more than 4 GiB")]
    TooLarge {
        /// Its id.
        document: DocumentId,
    },
    /// What was learned is in the register, but its graph could not be laid out or published.
    #[error("the graph of {} could not be published", path.display())]
    Generation {
        /// The archive's folder.
        path: PathBuf,
        /// Why not.
        source: GenerationError,
    },
    /// The time given for a batch lies before that of the last one.
    #[error("recorded {given} ms after 1970, before the last batch, {last} ms")]
    Earlier {
        /// The time given, in UTC milliseconds.
        given: i64,
        /// The time of the last batch.
        last: i64,
    },
}

impl StoreError {
    /// The same again, for another who asks: an error cannot be copied.
    pub(crate) fn again(&self) -> Self {
        let told = io::Error::other(self.to_string());
        Self::Io { action: "read", path: PathBuf::from("register.log"), source: told }
    }

    /// For `map_err` on calls to the system.
    pub(crate) fn io(
        action: &'static str,
        path: impl Into<PathBuf>,
    ) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::Io { action, path, source }
    }
}
