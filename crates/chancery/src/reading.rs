//! How articles are read, as plain values of the command line: what is known before, and `extract`.

use clap::Args;
use std::num::NonZero;
use std::path::PathBuf;

/// What is known before an article is read.
#[derive(Debug, Args)]
pub(crate) struct Referred {
    /// Tell who is meant by an office alone ("the Israeli Prime Minister"), and ids elsewhere, by this
    /// table: a file, `builtin` or `none`; may be given several times (`load` and `reextract` use builtin
    /// besides unless told `none`)
    #[arg(long = "reference", value_name = "FILE")]
    pub(crate) tables: Vec<PathBuf>,
}

/// `chancery extract`.
#[derive(Debug, Args)]
pub(crate) struct Extract {
    /// Articles: files, folders or -
    #[arg(required = true)]
    pub(crate) inputs: Vec<PathBuf>,
    /// Write the text along, as document.text, so that the facts can be corrected and loaded
    #[arg(long)]
    pub(crate) with_text: bool,
    /// How many threads to use; the output is the same whatever the number
    #[arg(long, value_name = "N")]
    pub(crate) threads: Option<NonZero<usize>>,
    #[command(flatten)]
    pub(crate) referred: Referred,
}
