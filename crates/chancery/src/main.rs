//! The `chancery` command: parse, run, print, exit code.

mod answers;
mod args;
mod briefing;
mod command;
mod entries;
mod entry;
mod evidence;
mod layout;
mod pipeline;
mod print;
mod progress;
mod reading;

use args::Line;
use clap::Parser;
use command::Stop;
use std::io::ErrorKind;
use std::process::ExitCode;

fn main() -> ExitCode {
    match command::run(Line::parse().command) {
        Ok(outcome) => outcome.into(),
        // Whoever read the output has read enough.
        Err(Stop::Output(error)) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(stop) => {
            stop.tell();
            ExitCode::from(2)
        }
    }
}
