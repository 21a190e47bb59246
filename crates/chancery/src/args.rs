//! The command line as plain values.

mod help;
mod questions;

pub(crate) use crate::reading::{Extract, Referred};
pub(crate) use questions::{
    Ask, Chain, CountBy, Happening, Mentions, Show, Timeline, WhoAttended, WhoMet, WhoSaid,
};

use chancery::{Date, Evidence, Moment};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::num::NonZero;
use std::path::PathBuf;

/// Reads diplomatic news and remembers who met, who spoke and what was agreed, with the words that
/// prove it.
#[derive(Debug, Parser)]
#[command(name = "chancery", version, max_term_width = 100, after_help = help::EXIT)]
pub(crate) struct Line {
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What can be asked for.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Tell what articles say: who met, who attended and who did not, who said what, what was agreed
    #[command(after_help = help::BRIEF)]
    Brief(Brief),
    /// Write the facts of articles as JSON lines, in the order of the input
    #[command(after_help = help::EXTRACT)]
    Extract(Extract),
    /// Read articles, or facts corrected by hand, into an archive
    #[command(after_help = help::LOAD)]
    Load(Load),
    /// Ask an archive a question in plain English
    #[command(after_help = help::ASK)]
    Ask(Ask),
    /// Ask an archive who said what
    #[command(after_help = help::WHO_SAID)]
    WhoSaid(WhoSaid),
    /// Ask an archive who attended a meeting, was expected, or was not there
    #[command(after_help = help::WHO_ATTENDED)]
    WhoAttended(WhoAttended),
    /// Ask an archive who met whom, when, and through which people
    #[command(after_help = help::WHO_MET)]
    WhoMet(WhoMet),
    /// Show all that is told of a person, state, organization, place or meeting
    #[command(after_help = help::SHOW)]
    Show(Show),
    /// Tell what happened, in its order
    #[command(after_help = help::TIMELINE)]
    Timeline(Timeline),
    /// Find the documents that have certain words
    #[command(after_help = help::MENTIONS)]
    Mentions(Mentions),
    /// Find the shortest chain of meetings between two people
    #[command(after_help = help::CHAIN)]
    Chain(Chain),
    /// Ask an archive in SPARQL 1.1
    #[cfg(feature = "sparql")]
    #[command(after_help = help::SPARQL)]
    Sparql(Sparql),
    /// What a build without SPARQL is asked for
    #[cfg(not(feature = "sparql"))]
    #[command(hide = true)]
    Sparql(NoSparql),
    /// Read the documents of an archive again, after an upgrade; facts corrected by hand are lost
    #[command(after_help = help::REEXTRACT)]
    Reextract(Reextract),
    /// Withdraw documents from an archive, and whatever rests on them alone
    #[command(after_help = help::RETRACT)]
    Retract(Retract),
    /// Decide that two names are of one person, state, organization, place or meeting
    #[command(after_help = help::SAME)]
    Same(Pair),
    /// Decide that two names are of two
    #[command(after_help = help::DISTINCT)]
    Distinct(Pair),
    /// Decide what somebody or something is called
    #[command(after_help = help::RENAME)]
    Rename(Rename),
    /// List what was decided about who is who, and when
    #[command(after_help = help::DECISIONS)]
    Decisions(Upkeep),
    /// Tell why the names of a person or the reports of a meeting were taken for one
    #[command(after_help = help::WHY)]
    Why(Why),
    /// Draw nodes to judge who is one and which meeting is which
    #[command(after_help = help::SAMPLE)]
    Sample(Sample),
    /// Count what is in an archive, and what was taken for one
    #[command(after_help = help::STATS)]
    Stats(Stats),
    /// Put several archives, such as the shards of a load, together into one
    #[command(after_help = help::MERGE)]
    Merge(Merge),
    /// Check every byte of an archive
    #[command(after_help = help::VERIFY)]
    Verify(Upkeep),
    /// Save what can be saved of a damaged archive into a new one
    #[command(after_help = help::REPAIR)]
    Repair(Repair),
    /// Write an archive's register anew, without what interrupted writers left behind
    #[command(after_help = help::COMPACT)]
    Compact(Upkeep),
    /// Erase the texts of withdrawn documents for good
    #[command(after_help = help::PURGE)]
    Purge(Retract),
    /// Write a completion script for a shell
    #[command(after_help = help::COMPLETIONS)]
    Completions(Completions),
    /// Write the manual pages into a folder
    #[command(after_help = help::MAN)]
    Man(Man),
}

/// Where the archive is.
#[derive(Debug, Args)]
pub(crate) struct Kept {
    /// The archive's folder, else that in `CHANCERY_ARCHIVE`, else `./chancery.archive`
    #[arg(long = "archive", value_name = "DIR")]
    pub(crate) folder: Option<PathBuf>,
}

impl Kept {
    /// The folder that is meant.
    pub(crate) fn folder(&self) -> PathBuf {
        let from_environment =
            || std::env::var_os("CHANCERY_ARCHIVE").filter(|folder| !folder.is_empty());
        let folder = self.folder.clone().or_else(|| from_environment().map(Into::into));
        folder.unwrap_or_else(|| "chancery.archive".into())
    }
}

/// The forms of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Form {
    /// For people, each line over the sentence that proves it.
    Table,
    /// One JSON array.
    Json,
    /// One JSON object a line.
    Jsonl,
    /// Comma-separated values with a header.
    Csv,
}

/// How to write an answer.
#[derive(Debug, Clone, Args)]
pub(crate) struct Shown {
    /// The form of the answer
    #[arg(long, value_enum, default_value_t = Form::Table)]
    pub(crate) format: Form,
    /// Short for --format json
    #[arg(long, conflicts_with = "format")]
    pub(crate) json: bool,
    /// Leave out the sentences that prove each line of a table
    #[arg(long)]
    pub(crate) no_evidence: bool,
    /// Only what is told this surely, from 0 to 1: how often facts that were found in a like manner
    /// proved right
    #[arg(long, value_name = "SHARE", value_parser = share, allow_negative_numbers = true)]
    pub(crate) sure: Option<f32>,
    /// No more answers than this
    #[arg(long, value_name = "N", value_parser = number, allow_negative_numbers = true)]
    pub(crate) limit: Option<usize>,
    /// Leave out so many answers at the beginning, to read on after --limit
    #[arg(
        long,
        value_name = "N",
        default_value_t = 0,
        value_parser = number,
        allow_negative_numbers = true
    )]
    pub(crate) skip: usize,
}

/// How many.
pub(crate) fn number(typed: &str) -> Result<usize, String> {
    typed.parse().map_err(|_| format!("`{typed}` is no number of answers: write 0, 1, 2 and so on"))
}

/// The forms of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum PageForm {
    /// For people.
    Table,
    /// One JSON object a line: one for each document or name.
    Json,
}

/// How to write a page.
#[derive(Debug, Args)]
pub(crate) struct Page {
    /// The form of the answer; json is one object a line, for each document or name
    #[arg(long, value_enum, default_value_t = PageForm::Table)]
    format: PageForm,
    /// Short for --format json
    #[arg(long, conflicts_with = "format")]
    json: bool,
}

impl Page {
    /// Whether it is for programs.
    pub(crate) fn is_json(&self) -> bool {
        self.json || self.format == PageForm::Json
    }
}

/// A share of all, from 0 to 1.
fn share(typed: &str) -> Result<f32, String> {
    let share = typed.parse().ok().filter(|share| (0.0..=1.0).contains(share));
    share.ok_or_else(|| format!("`{typed}` is no share: write a number from 0 to 1, such as 0.8"))
}

impl Shown {
    /// Whether something is told as surely as is asked for; what carries no evidence of its own, a
    /// count, or no confidence, is.
    pub(crate) fn is_sure(&self, evidence: &[&Evidence]) -> bool {
        let Some(least) = self.sure else { return true };
        let sure = |it: &&Evidence| it.confidence.is_none_or(|sure| sure >= least);
        evidence.is_empty() || evidence.iter().any(sure)
    }

    /// The answers that are wanted.
    pub(crate) fn page<T>(&self, answers: impl Iterator<Item = T>) -> impl Iterator<Item = T> {
        answers.skip(self.skip).take(self.limit.unwrap_or(usize::MAX))
    }

    /// The form that is meant.
    pub(crate) const fn form(&self) -> Form {
        if self.json { Form::Json } else { self.format }
    }
}

/// Which days and documents.
#[derive(Debug, Args)]
pub(crate) struct Told {
    /// On this day, month or year, or later
    #[arg(long, value_name = "DATE")]
    pub(crate) since: Option<Date>,
    /// On this day, month or year, or earlier
    #[arg(long, value_name = "DATE")]
    pub(crate) until: Option<Date>,
    /// On this day, or in this month or year
    #[arg(long, value_name = "DATE", conflicts_with_all = ["since", "until"])]
    pub(crate) on: Option<Date>,
    /// As the archive knew it at this time: a DATE, to its end, or 2025-02-18T09:00:00Z
    #[arg(long, value_name = "TIME")]
    pub(crate) as_of: Option<Moment>,
    /// As told by this document; may be given several times
    #[arg(long, value_name = "ID")]
    pub(crate) document: Vec<String>,
}

/// `chancery brief`.
#[derive(Debug, Args)]
pub(crate) struct Brief {
    /// Articles: files, folders or - (with --archive, the ids of documents in it)
    #[arg(required = true)]
    pub(crate) articles: Vec<PathBuf>,
    /// Brief documents of this archive, without the articles
    #[arg(long, value_name = "DIR")]
    pub(crate) archive: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) referred: Referred,
    #[command(flatten)]
    pub(crate) page: Page,
    /// Leave out the sentences that prove each line
    #[arg(long)]
    pub(crate) no_evidence: bool,
}

/// `chancery load`.
#[derive(Debug, Args)]
pub(crate) struct Load {
    /// Articles or facts: files, folders or -; tables of events, offices or meetings: .tsv, .tab, also
    /// compressed
    #[arg(required = true)]
    pub(crate) inputs: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) kept: Kept,
    #[command(flatten)]
    pub(crate) referred: Referred,
    /// Also replace documents of the same id from another source
    #[arg(long)]
    pub(crate) replace: bool,
    /// How many threads to use; the archive is the same whatever the number
    #[arg(long, value_name = "N")]
    pub(crate) threads: Option<NonZero<usize>>,
    /// Write the counts as JSON
    #[arg(long)]
    pub(crate) json: bool,
}

/// `chancery sparql`.
#[cfg(feature = "sparql")]
#[derive(Debug, Args)]
pub(crate) struct Sparql {
    /// The query, or - for standard input
    #[arg(value_name = "QUERY", conflicts_with = "file")]
    pub(crate) query: Option<String>,
    /// A file with the query
    #[arg(long, value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,
    /// Stop after so many seconds
    #[arg(long, value_name = "N", default_value_t = 10)]
    pub(crate) seconds: u64,
    /// No more rows than this
    #[arg(long, value_name = "N", default_value_t = 100_000)]
    pub(crate) rows: usize,
    /// No more memory for the query than about so many MiB
    #[arg(long, value_name = "N", default_value_t = 1024)]
    pub(crate) memory: usize,
    /// The form of the answer; json is that of SPARQL 1.1
    #[arg(long, value_enum, default_value_t = Form::Table)]
    format: Form,
    /// Short for --format json
    #[arg(long, conflicts_with = "format")]
    json: bool,
    /// As the archive knew it at this time: a DATE, to its end, or 2025-02-18T09:00:00Z
    #[arg(long, value_name = "TIME")]
    pub(crate) as_of: Option<Moment>,
    #[command(flatten)]
    pub(crate) kept: Kept,
}

#[cfg(feature = "sparql")]
impl Sparql {
    /// The form that is meant.
    pub(crate) const fn form(&self) -> Form {
        if self.json { Form::Json } else { self.format }
    }
}

/// `chancery sparql`, where there is none: whatever is asked.
#[cfg(not(feature = "sparql"))]
#[derive(Debug, Args)]
#[command(disable_help_flag = true)]
pub(crate) struct NoSparql {
    /// Is not read
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    pub(crate) _asked: Vec<std::ffi::OsString>,
}

/// `chancery completions`.
#[derive(Debug, Args)]
pub(crate) struct Completions {
    /// For which shell
    #[arg(value_enum)]
    pub(crate) shell: clap_complete::Shell,
}

/// `chancery man`.
#[derive(Debug, Args)]
pub(crate) struct Man {
    /// The folder, which is made if there is none
    #[arg(value_name = "DIR")]
    pub(crate) folder: PathBuf,
}

/// `chancery reextract`.
#[derive(Debug, Args)]
pub(crate) struct Reextract {
    #[command(flatten)]
    pub(crate) kept: Kept,
    #[command(flatten)]
    pub(crate) referred: Referred,
    /// How many threads to use; the archive is the same whatever the number
    #[arg(long, value_name = "N")]
    pub(crate) threads: Option<NonZero<usize>>,
}

/// `chancery retract` and `chancery purge`.
#[derive(Debug, Args)]
pub(crate) struct Retract {
    /// The ids of the documents
    #[arg(required = true, value_name = "DOCUMENT")]
    pub(crate) documents: Vec<String>,
    #[command(flatten)]
    pub(crate) kept: Kept,
}

/// `chancery same` and `chancery distinct`.
#[derive(Debug, Args)]
pub(crate) struct Pair {
    /// The one
    #[arg(value_name = "NAME")]
    pub(crate) one: String,
    /// The other
    #[arg(value_name = "NAME")]
    pub(crate) other: String,
    /// Take the decision back
    #[arg(long)]
    pub(crate) undo: bool,
    #[command(flatten)]
    pub(crate) kept: Kept,
}

/// `chancery rename`.
#[derive(Debug, Args)]
pub(crate) struct Rename {
    /// Who, or what
    #[arg(value_name = "NAME")]
    pub(crate) who: String,
    /// What they are called
    #[arg(value_name = "CALLED")]
    pub(crate) called: String,
    /// Take the decision back
    #[arg(long)]
    pub(crate) undo: bool,
    #[command(flatten)]
    pub(crate) kept: Kept,
}

/// `chancery decisions`, `chancery verify` and `chancery compact`.
#[derive(Debug, Args)]
pub(crate) struct Upkeep {
    #[command(flatten)]
    pub(crate) kept: Kept,
}

/// `chancery repair`.
#[derive(Debug, Args)]
pub(crate) struct Repair {
    /// A folder for the new archive; the damaged one is left as it is
    #[arg(value_name = "DIR")]
    pub(crate) into: PathBuf,
    #[command(flatten)]
    pub(crate) kept: Kept,
}

/// `chancery stats`.
#[derive(Debug, Args)]
pub(crate) struct Stats {
    #[command(flatten)]
    pub(crate) kept: Kept,
    #[command(flatten)]
    pub(crate) page: Page,
}

/// `chancery why`.
#[derive(Debug, Args)]
pub(crate) struct Why {
    /// Who or what
    #[arg(required = true, value_name = "NAME")]
    pub(crate) names: Vec<String>,
    #[command(flatten)]
    pub(crate) kept: Kept,
    #[command(flatten)]
    pub(crate) page: Page,
}

/// `chancery sample`.
#[derive(Debug, Args)]
pub(crate) struct Sample {
    /// What to draw
    #[arg(value_enum)]
    pub(crate) what: Drawn,
    /// How many: half of them drawn evenly, half by the number of documents that tell of them
    #[arg(long, default_value_t = 100, value_name = "N")]
    pub(crate) count: usize,
    /// What the draw depends on, besides the archive
    #[arg(long, default_value = "", value_name = "WORD")]
    pub(crate) seed: String,
    #[command(flatten)]
    pub(crate) kept: Kept,
}

/// What may be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Drawn {
    /// Persons.
    People,
    /// Meetings.
    Meetings,
}

/// `chancery merge`.
#[derive(Debug, Args)]
pub(crate) struct Merge {
    /// The folders of the archives to put together into the one of --archive
    #[arg(required = true, value_name = "DIR")]
    pub(crate) shards: Vec<PathBuf>,
    /// Also replace documents of the same id from another source
    #[arg(long)]
    pub(crate) replace: bool,
    #[command(flatten)]
    pub(crate) kept: Kept,
}

/// Reads one word of a small closed vocabulary, and lists it in the help.
fn word_of<T>(all: &'static [T], word: fn(T) -> &'static str) -> impl TypedValueParser<Value = T>
where
    T: Copy + std::str::FromStr<Err = String> + Send + Sync + 'static,
{
    let words = all.iter().map(move |value| word(*value));
    PossibleValuesParser::new(words.collect::<Vec<_>>()).try_map(|word| word.parse::<T>())
}
