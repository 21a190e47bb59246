use super::{Outcome, Stop, all_read, as_of, dated, document, name, opened};
use crate::answers::Teller;
use crate::args;
use crate::print::Printer;
use crate::{entries, entry};
use chancery::{Chain, MeetingStatus, Names, NodeKind};

pub(crate) fn run(args: &args::Chain, out: &mut Printer) -> Result<Outcome, Stop> {
    let archive = as_of(opened(&args.asked.kept.folder())?, &args.asked.told)?;
    let names = Names::of(archive.graph());
    let end = |typed: &str| name(&names, typed, NodeKind::ACTORS);
    let mut asked = Chain::between(end(&args.one)?, end(&args.other)?);
    if !args.planned {
        asked = asked.status(MeetingStatus::Held).status(MeetingStatus::Ongoing);
    }
    if args.through_states {
        asked = asked.through(NodeKind::State).through(NodeKind::Organization);
    }
    for typed in &args.asked.told.document {
        asked = asked.in_document(document(&archive, typed)?);
    }
    let asked = dated!(asked, &args.asked.told);
    let teller = &Teller::new(&archive);
    let chain = archive.chain(&asked);
    let none = match &chain {
        Some(_) => "They are one and the same.",
        None => "No chain of meetings joins them.",
    };
    let rows = chain.unwrap_or_default().into_iter().map(|row| entries::joint(row, teller));
    entry::write(rows, entries::CHAIN, none, teller, &args.asked.shown, out)?;
    all_read(&archive)?;
    Ok(Outcome::Answered)
}
