//! The command line as plain values.

use clap::{Args, Parser, Subcommand};
use std::num::NonZero;
use std::path::PathBuf;

/// Reads diplomatic news and remembers who met, who spoke and what was agreed, with the words that
/// prove it.
#[derive(Debug, Parser)]
#[command(name = "chancery", version, max_term_width = 100, after_help = EXIT)]
pub(crate) struct Line {
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
}

const EXIT: &str = "Exit status: 0 answered, even if the answer is empty; 1 some inputs failed, the rest is done; \
    2 nothing done.";

/// Forms of input, for the help of each command that takes some.
const INPUTS: &str = "Inputs are files, folders or - for standard input: plain text, HTML, JSON lines \
    (id, title, published, source or url, text) and facts with their text, each also compressed (.gz).";

/// What can be asked for.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Tell what articles say: who met, who attended and who did not, who said what, what was agreed
    Brief(Brief),
    /// Write the facts of articles as JSON lines, in the order of the input
    Extract(Extract),
}

/// `chancery brief`.
#[derive(Debug, Args)]
#[command(after_help = INPUTS)]
pub(crate) struct Brief {
    /// Articles: files, folders or - (with --archive, the ids of documents in it)
    #[arg(required = true)]
    pub(crate) articles: Vec<PathBuf>,
    /// Brief documents of this archive, without the articles
    #[arg(long, value_name = "DIR")]
    pub(crate) archive: Option<PathBuf>,
    /// Write one JSON object a document instead, with the names and words put in
    #[arg(long)]
    pub(crate) json: bool,
    /// Leave out the sentences that prove each line
    #[arg(long)]
    pub(crate) no_evidence: bool,
}

/// `chancery extract`.
#[derive(Debug, Args)]
#[command(after_help = INPUTS)]
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
}
