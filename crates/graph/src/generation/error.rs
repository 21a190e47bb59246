use std::io;
use std::path::PathBuf;

/// Why a generation cannot be read or written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum GenerationError {
    /// The system refused.
    #[error("cannot {action} {}", path.display())]
    Io {
        /// What was tried.
        action: &'static str,
        /// On which file or folder.
        path: PathBuf,
        /// Why not.
        source: io::Error,
    },
    /// The folder has no generation.
    #[error("there is no generation in {}", path.display())]
    None {
        /// The folder.
        path: PathBuf,
    },
    /// It begins with other bytes.
    #[error("this is not a generation of a graph")]
    NotAGeneration,
    /// It was written by another version.
    #[error("the generation has format {found}; this build reads {known}")]
    OtherVersion {
        /// Its version.
        found: u32,
        /// The version this build reads.
        known: u32,
    },
    /// Its bytes are not what was written.
    #[error("the generation is damaged at byte {at}: {what}")]
    Damaged {
        /// Where the damaged section begins.
        at: u64,
        /// What is wrong.
        what: &'static str,
    },
    /// There is more than the format holds.
    #[error("the graph has too many {what} for one generation")]
    TooLarge {
        /// Of what.
        what: &'static str,
    },
}

impl GenerationError {
    /// For `map_err` on calls to the system.
    pub(super) fn io(
        action: &'static str,
        path: impl Into<PathBuf>,
    ) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::Io { action, path, source }
    }
}
