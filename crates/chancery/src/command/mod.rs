//! One subcommand a file. Each takes its arguments, prints its answer and says how it went.

mod ask;
mod brief;
mod chain;
mod decide;
mod extract;
mod less;
mod load;
mod mentions;
mod merge;
mod reextract;
mod reference;
mod retract;
mod sample;
mod script;
mod show;
#[cfg(feature = "sparql")]
mod sparql;
mod stats;
mod timeline;
mod upkeep;
mod who_attended;
mod who_met;
mod who_said;
mod why;

use crate::args::{Command, Told};
use crate::print::{Printer, complain, hint};
use chancery::input::InputError;
use chancery::{
    Archive, ArchiveError, Date, Decision, DocumentId, Moment, Names, Node, NodeKind, NodeName,
    QuestionError, Resolution, StoreError,
};
use chancery_model::fold;
use load::table_text;
use std::io;
use std::path::Path;
use std::process::ExitCode;

/// Runs a command to its end.
pub(crate) fn run(command: Command) -> Result<Outcome, Stop> {
    let mut out = Printer::stdout();
    let outcome = match command {
        Command::Brief(args) => brief::run(&args, &mut out),
        Command::Extract(args) => extract::run(&args, &mut out),
        Command::Load(args) => load::run(&args, &mut out),
        Command::Ask(args) => ask::run(&args, &mut out),
        Command::WhoMet(args) => who_met::run(&args, &mut out),
        Command::Show(args) => show::run(&args, &mut out),
        Command::Timeline(args) => timeline::run(&args, &mut out),
        Command::Mentions(args) => mentions::run(&args, &mut out),
        Command::Chain(args) => chain::run(&args, &mut out),
        #[cfg(feature = "sparql")]
        Command::Sparql(args) => sparql::run(&args, &mut out),
        #[cfg(not(feature = "sparql"))]
        Command::Sparql(_) => Err(Stop::Told(
            "this build answers no SPARQL; one that does is made by \
             `cargo install --path crates/chancery --features sparql`"
                .to_owned(),
        )),
        Command::Completions(args) => script::completions(&args, &mut out),
        Command::Man(args) => script::manual(&args, &mut out),
        Command::WhoSaid(args) => who_said::run(&args, &mut out),
        Command::WhoAttended(args) => who_attended::run(&args, &mut out),
        Command::Reextract(args) => reextract::run(&args, &mut out),
        Command::Retract(args) => retract::run(&args, &mut out),
        Command::Same(args) => decide::pair(&args, Decision::Same, &mut out),
        Command::Distinct(args) => decide::pair(&args, Decision::Distinct, &mut out),
        Command::Rename(args) => decide::rename(&args, &mut out),
        Command::Decisions(args) => decide::list(&args, &mut out),
        Command::Why(args) => why::run(&args, &mut out),
        Command::Sample(args) => sample::run(&args, &mut out),
        Command::Merge(args) => merge::run(&args, &mut out),
        Command::Stats(args) => stats::run(&args, &mut out),
        Command::Verify(args) => upkeep::verify(&args, &mut out),
        Command::Repair(args) => upkeep::repair(&args, &mut out),
        Command::Compact(args) => upkeep::compact(&args, &mut out),
        Command::Purge(args) => upkeep::purge(&args, &mut out),
    }?;
    out.flush()?;
    Ok(outcome)
}

/// How a command went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// All is done, even if there is nothing to tell.
    Answered,
    /// Some inputs failed, the rest is done.
    SomeFailed,
    /// All inputs failed.
    NothingDone,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Answered => Self::SUCCESS,
            Outcome::SomeFailed => Self::from(1),
            Outcome::NothingDone => Self::from(2),
        }
    }
}

/// Why a command does not go on.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Stop {
    /// The output cannot be written.
    #[error("the output cannot be written: {0}")]
    Output(#[from] io::Error),
    /// The archive is not as it should be.
    #[error("{}", told_with_causes(.0))]
    Archive(#[from] ArchiveError),
    /// The question names what is not there.
    #[error("{}", told_with_remedy(.0))]
    Question(#[from] QuestionError),
    /// The question is not as it should be.
    #[error("{0}")]
    Told(String),
}

/// An error with what caused it, and what can be done.
fn told_with_causes(error: &ArchiveError) -> String {
    let mut told = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(error) = cause {
        told.push_str(": ");
        told.push_str(&error.to_string());
        cause = error.source();
    }
    let remedy = match error {
        ArchiveError::Store(StoreError::NotAnArchive { .. }) => {
            "; `chancery load --archive DIR ARTICLE…` makes one"
        }
        ArchiveError::Store(StoreError::Locked { .. }) => "; try again when it is done",
        ArchiveError::Store(StoreError::NotWithdrawn { .. }) => "; retract it first",
        ArchiveError::Store(StoreError::TooNew { .. }) => "; read it with a newer chancery",
        ArchiveError::Store(StoreError::Damaged { .. }) => {
            "; `chancery repair NEW --archive DIR` saves what is sound, or restore it from a copy"
        }
        _ => "",
    };
    told + remedy
}

/// An error about a name is told without the names that it may be, which follow one a line.
fn told_with_remedy(error: &QuestionError) -> String {
    match error {
        QuestionError::AmbiguousName { typed, candidates } => {
            let many = candidates.len();
            format!("`{typed}` may be {many} things; give one of the ids in brackets")
        }
        QuestionError::UnknownName { typed, nearest } if nearest.is_empty() => {
            format!("nothing is called `{typed}`; no name in the archive is like it")
        }
        QuestionError::UnknownName { typed, .. } => {
            format!("nothing is called `{typed}`; the nearest")
        }
        _ => error.to_string(),
    }
}

/// How many of the names that one may mean are told.
const NAMED: usize = 10;

impl Stop {
    /// Says what went wrong.
    pub(crate) fn tell(&self) {
        complain(self);
        let Self::Question(
            QuestionError::AmbiguousName { candidates: named, .. }
            | QuestionError::UnknownName { nearest: named, .. },
        ) = self
        else {
            return;
        };
        for named in named.iter().take(NAMED) {
            hint(&named.to_string());
        }
        if let Some(more @ 1..) = named.len().checked_sub(NAMED) {
            hint(&format!("and {more} more"));
        }
    }
}

/// Opens an archive to ask it something. One without documents has nothing to answer with, which
/// is said, so that an empty answer is not taken for one.
fn opened(folder: &Path) -> Result<Archive, Stop> {
    let mut archive = Archive::open(folder)?;
    renew(&mut archive, folder);
    warn_of_torn(&archive, folder);
    if archive.is_empty() {
        complain(format_args!("{} holds no document", folder.display()));
    }
    Ok(archive)
}

/// Publishes the graph anew that another version of the program made: it is made anew for the answer
/// in any case.
fn renew(archive: &mut Archive, folder: &Path) {
    if !archive.is_outdated() {
        return;
    }
    let folder = folder.display();
    match archive.publish() {
        Ok(()) => complain(format_args!(
            "{folder}: another version of chancery made its graph, which was made anew"
        )),
        Err(error) => complain(format_args!(
            "{folder}: another version of chancery made its graph, which is made anew for each \
             answer as it cannot be kept: {}",
            told_with_causes(&error)
        )),
    }
}

/// What it knew at the time that is asked about.
fn as_of(archive: Archive, told: &Told) -> Result<Archive, Stop> {
    at(archive, told.as_of)
}

/// What it knew at a time, if one is asked about. That it knew nothing is said.
fn at(archive: Archive, moment: Option<Moment>) -> Result<Archive, Stop> {
    let Some(moment) = moment else { return Ok(archive) };
    let known_now = !archive.is_empty();
    let archive = archive.as_of(moment)?;
    if known_now && archive.is_empty() {
        complain(format_args!("the archive held no document yet at {moment}"));
    }
    Ok(archive)
}

/// Says that an archive ends in the middle of a load, lest its silence be taken for an answer.
fn warn_of_torn(archive: &Archive, folder: &Path) {
    if let Ok(Some(torn)) = archive.unfinished() {
        complain(format_args!(
            "{}: from byte {} on lies a load that did not finish, left out; load its articles again",
            folder.join("register.log").display(),
            torn.start
        ));
    }
}

/// An error if some text could not be read for the answer, which lacks it then.
fn all_read(archive: &Archive) -> Result<(), Stop> {
    match archive.trouble() {
        None => Ok(()),
        Some(trouble) => {
            Err(Stop::Told(format!("the answer lacks the words of a document: {trouble}")))
        }
    }
}

/// The nodes that typed names mean.
fn names(archive: &Archive, typed: &[String], kinds: &[NodeKind]) -> Result<Vec<NodeName>, Stop> {
    let names = Names::of(archive.graph());
    typed.iter().map(|typed| name(&names, typed, kinds)).collect()
}

/// The places that typed names mean, with what lies in them; of a city and the government that is
/// called so, the city.
fn places(archive: &Archive, typed: &[String]) -> Result<Vec<NodeName>, Stop> {
    let names = Names::of(archive.graph());
    let place = |typed: &String| match names.resolve(typed, &[NodeKind::Place]) {
        Resolution::One(city) if fold(&city.label) == fold(typed) => Ok(city.name.clone()),
        _ => name(&names, typed, &[NodeKind::Place, NodeKind::State]),
    };
    let all = typed.iter().map(place).collect::<Result<Vec<_>, _>>()?;
    Ok(chancery::places_within(archive.graph(), &all))
}

/// The node that a typed name means. If it is called otherwise, that is said.
fn name(names: &Names, typed: &str, kinds: &[NodeKind]) -> Result<NodeName, Stop> {
    let node = names.named(typed, kinds)?;
    let otherwise = match names.resolve(typed, kinds) {
        Resolution::Taken(_) => true,
        // One document may call somebody by no more than a word for an office, and "Secretary" is
        // a word of many names.
        Resolution::One(node) if node.kind() == NodeKind::Person => !is_in_name(typed, node),
        Resolution::One(node) => is_part_of_name(typed, node),
        _ => false,
    };
    if otherwise {
        taken(typed, &node.label, &node.name);
    }
    Ok(node.name.clone())
}

/// Whether what was typed is one of the words of a name.
fn is_part_of_name(typed: &str, node: &Node) -> bool {
    let (label, typed) = (fold(&node.label), fold(typed));
    let label = label.strip_prefix("the ").unwrap_or(&label);
    label != typed && label.split(' ').any(|word| word == typed)
}

/// Whether words are among those of a name or of its id.
fn is_in_name(typed: &str, node: &Node) -> bool {
    let (label, id) = (fold(&node.label), fold(node.name.as_str()));
    let words: Vec<&str> = label.split(' ').chain(id.split(' ')).collect();
    fold(typed).split(' ').all(|word| words.contains(&word))
}

/// Says for whom a name was taken.
fn taken(typed: &str, label: &str, name: &NodeName) {
    complain(format_args!("`{typed}` is taken for {label} ({name})"));
}

/// The first and the last date that are asked for.
fn window(told: &Told) -> Result<(Option<Date>, Option<Date>), Stop> {
    let (since, until) = (told.since.or(told.on), told.until.or(told.on));
    in_order(since, until)?;
    Ok((since, until))
}

/// A question, narrowed to the stretch of time that was asked for.
macro_rules! dated {
    ($asked:expr, $told:expr) => {{
        let (mut asked, (since, until)) = ($asked, super::window($told)?);
        if let Some(since) = since {
            asked = asked.since(since);
        }
        if let Some(until) = until {
            asked = asked.until(until);
        }
        asked
    }};
}
use dated;

/// Refuses a stretch of time that ends before it begins.
fn in_order(since: Option<Date>, until: Option<Date>) -> Result<(), Stop> {
    match (since, until) {
        (Some(since), Some(until)) if since.first_day() > until.last_day() => {
            Err(QuestionError::TurnedRound { since, until }.into())
        }
        _ => Ok(()),
    }
}

/// A document that is in the archive.
fn document(archive: &Archive, typed: &str) -> Result<DocumentId, Stop> {
    let id: DocumentId =
        typed.parse().map_err(|error: chancery::BadId| Stop::Told(error.to_string()))?;
    if archive.report(&id).is_some() {
        return Ok(id);
    }
    Err(Stop::Told(format!("no document {typed} in the archive")))
}

/// How many inputs went well, and how many did not.
#[derive(Debug, Default)]
struct Tally {
    done: u64,
    failed: u64,
}

impl Tally {
    /// Counts an input in; one that failed is complained of.
    fn count<T>(&mut self, input: Result<T, InputError>) -> Option<T> {
        match input {
            Ok(input) => {
                self.done += 1;
                Some(input)
            }
            Err(error) => {
                self.failed += 1;
                complain(format_args!("{error}; {}", error.remedy()));
                None
            }
        }
    }

    const fn outcome(&self) -> Outcome {
        match (self.done, self.failed) {
            (_, 0) => Outcome::Answered,
            (0, _) => Outcome::NothingDone,
            _ => Outcome::SomeFailed,
        }
    }
}
