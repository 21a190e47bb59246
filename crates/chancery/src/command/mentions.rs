use super::{Outcome, Stop, all_read, as_of, dated, document, opened};
use crate::answers::Teller;
use crate::args;
use crate::print::Printer;
use crate::{entries, entry};
use chancery::{Archive, Mentioned, Mentions};
use std::io;

pub(crate) fn run(args: &args::Mentions, out: &mut Printer) -> Result<Outcome, Stop> {
    let archive = as_of(opened(&args.asked.kept.folder())?, &args.asked.told)?;
    let mut asked = Mentions::default().words(&args.words.join(" "));
    for typed in &args.asked.told.document {
        asked = asked.in_document(document(&archive, typed)?);
    }
    tell(&dated!(asked, &args.asked.told), &archive, &args.asked.shown, out)?;
    all_read(&archive)?;
    Ok(Outcome::Answered)
}

/// Tells which documents have certain words.
pub(super) fn tell(
    asked: &Mentions,
    archive: &Archive,
    shown: &args::Shown,
    out: &mut Printer,
) -> io::Result<()> {
    let found: Vec<Mentioned> = archive.mentions(asked).collect();
    let teller = &Teller::new(archive);
    let rows = found.iter().map(entries::mentioned);
    entry::write(rows, entries::MENTIONS, "No document has those words.", teller, shown, out)?;
    Ok(())
}
