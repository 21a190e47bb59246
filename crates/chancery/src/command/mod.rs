//! One subcommand a file. Each takes its arguments, prints its answer and says how it went.

mod brief;
mod extract;

use crate::args::Command;
use crate::print::{Printer, complain};
use chancery::input::InputError;
use std::io;
use std::process::ExitCode;

/// Runs a command to its end.
pub(crate) fn run(command: Command) -> Result<Outcome, Stop> {
    let mut out = Printer::stdout();
    let outcome = match command {
        Command::Brief(args) => brief::run(args, &mut out),
        Command::Extract(args) => extract::run(args, &mut out),
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
    /// The question or the archive is not as it should be.
    #[error("{0}")]
    Told(String),
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
