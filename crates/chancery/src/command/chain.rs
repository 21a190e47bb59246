use super::{Outcome, Stop, all_read, as_of, document, name, opened, window};
use crate::answers::Teller;
use crate::args;
use crate::print::Printer;
use crate::{entries, entry};
use chancery::{Chain, MeetingStatus, Names, NodeKind};

pub(crate) fn run(args: &args::Chain, out: &mut Printer) -> Result<Outcome, Stop> {
    let archive = as_of(opened(&args.kept.folder())?, &args.told)?;
    let names = Names::of(archive.graph());
    let end = |typed: &str| name(&names, typed, NodeKind::ACTORS);
    let mut asked = Chain::between(end(&args.one)?, end(&args.other)?);
    if !args.planned {
        asked = asked.status(MeetingStatus::Held).status(MeetingStatus::Ongoing);
    }
    if args.through_states {
        asked = asked.through(NodeKind::State).through(NodeKind::Organization);
    }
    for typed in &args.told.document {
        asked = asked.in_document(document(&archive, typed)?);
    }
    let (since, until) = window(&args.told)?;
    if let Some(since) = since {
        asked = asked.since(since);
    }
    if let Some(until) = until {
        asked = asked.until(until);
    }
    let teller = &Teller::new(&archive);
    let none = "No chain of meetings joins them.";
    let none = match archive.chain(&asked) {
        Some(chain) if chain.is_empty() => "They are one and the same.",
        _ => none,
    };
    let chain = archive.chain(&asked).unwrap_or_default();
    let rows = chain.into_iter().map(|row| entries::joint(row, teller));
    entry::write(rows, entries::CHAIN, none, teller, &args.shown, out)?;
    all_read(&archive)?;
    Ok(Outcome::Answered)
}
