use super::{Outcome, Stop, Tally, document, opened, reference};
use crate::args::Brief;
use crate::briefing::{Briefing, json, page};
use crate::pipeline;
use crate::print::{Printer, complain};
use chancery::input::{Input, InputError, Inputs};
use chancery::{Extractor, Report};
use std::io;
use std::path::Path;

pub(crate) fn run(args: &Brief, out: &mut Printer) -> Result<Outcome, Stop> {
    if let Some(folder) = &args.archive {
        return from_archive(folder, args, out);
    }
    let extractor = reference::extractor(&args.referred, false)?;
    let mut tally = Tally::default();
    pipeline::in_order(
        Inputs::new(&args.articles),
        pipeline::cores(),
        |input| {
            input.and_then(|input| {
                let id = input.article.info().id.to_string();
                let name = if input.verbatim { input.place.to_string() } else { id };
                report(&extractor, input).map(|report| (report, name))
            })
        },
        |read| match tally.count(read) {
            Some((report, name)) => write(&report, name, args, tally.done == 1, out),
            None => Ok(()),
        },
    )?;
    Ok(tally.outcome())
}

fn from_archive(folder: &Path, args: &Brief, out: &mut Printer) -> Result<Outcome, Stop> {
    let archive = opened(folder)?;
    let mut tally = Tally::default();
    for typed in &args.articles {
        match document(&archive, &typed.to_string_lossy()) {
            Ok(id) => {
                tally.done += 1;
                if let Some(report) = archive.report(&id) {
                    write(report, id.to_string(), args, tally.done == 1, out)?;
                }
            }
            Err(stop) => {
                tally.failed += 1;
                complain(stop);
            }
        }
    }
    Ok(tally.outcome())
}

/// The facts that came along, or else those that the extractor reads, checked against the text.
pub(super) fn report(extractor: &Extractor, input: Input) -> Result<Report, InputError> {
    let facts = input.facts.unwrap_or_else(|| extractor.extract(&input.article).facts);
    Report::new(facts, input.article.text())
        .map_err(|source| InputError::Facts { place: input.place, source })
}

fn write(
    report: &Report,
    name: String,
    args: &Brief,
    first: bool,
    out: &mut Printer,
) -> io::Result<()> {
    let briefing = Briefing::new(report, name);
    if args.page.is_json() {
        return out.raw(&json::line(&briefing));
    }
    if !first {
        out.blank()?;
        out.blank()?;
    }
    page::write(&briefing, !args.no_evidence, out)
}
