use super::{Outcome, Stop};
use crate::args::{Completions, Line, Man};
use crate::print::Printer;
use clap::CommandFactory;
use std::fs;
use std::io::Write;

/// Completions for a shell, on standard output.
pub(crate) fn completions(args: &Completions, out: &mut Printer) -> Result<Outcome, Stop> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Line::command(), "chancery", &mut script);
    out.write_all(&script)?;
    Ok(Outcome::Answered)
}

/// One manual page a command, into a folder.
pub(crate) fn manual(args: &Man, out: &mut Printer) -> Result<Outcome, Stop> {
    let failed = |error: std::io::Error| {
        Stop::Told(format!("{} cannot be written: {error}", args.folder.display()))
    };
    fs::create_dir_all(&args.folder).map_err(failed)?;
    clap_mangen::generate_to(Line::command(), &args.folder).map_err(failed)?;
    let pages = fs::read_dir(&args.folder).map_err(failed)?.count();
    out.raw(&format!("{pages} pages in {}", args.folder.display()))?;
    Ok(Outcome::Answered)
}
