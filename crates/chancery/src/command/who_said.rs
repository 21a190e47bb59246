use super::{Outcome, Stop, all_read, as_of, dated, document, names, opened};
use crate::answers::Teller;
use crate::args;
use crate::print::Printer;
use crate::{entries, entry};
use chancery::{Archive, NodeKind, WhoSaid};
use std::io;

pub(crate) fn run(args: &args::WhoSaid, out: &mut Printer) -> Result<Outcome, Stop> {
    let archive = as_of(opened(&args.asked.kept.folder())?, &args.asked.told)?;
    let asked = asked(args, &archive)?;
    tell(&asked, &archive, &args.asked.shown, out)?;
    all_read(&archive)?;
    Ok(Outcome::Answered)
}

/// Tells who said what.
pub(super) fn tell(
    asked: &WhoSaid,
    archive: &Archive,
    shown: &args::Shown,
    out: &mut Printer,
) -> io::Result<()> {
    let teller = &Teller::new(archive);
    let rows = archive.who_said(asked).map(|said| entries::said(said, teller));
    let none = "Nobody is told to have said so.";
    entry::write(rows, entries::SAID, none, teller, shown, out)?;
    Ok(())
}

fn asked(args: &args::WhoSaid, archive: &Archive) -> Result<WhoSaid, Stop> {
    let mut asked =
        WhoSaid::default().words(&[&args.words[..], &args.more_words].concat().join(" "));
    for by in names(archive, &args.by, NodeKind::ACTORS)? {
        asked = if by.kind() == NodeKind::State { asked.by_state(by) } else { asked.by(by) };
    }
    for to in names(archive, &args.to, NodeKind::ACTORS)? {
        asked = asked.to(to);
    }
    for about in names(archive, &args.about, &[])? {
        asked = asked.about(about);
    }
    for meeting in names(archive, &args.at, &[NodeKind::Meeting])? {
        asked = asked.at_meeting(meeting);
    }
    for typed in &args.asked.told.document {
        asked = asked.in_document(document(archive, typed)?);
    }
    if let Some(mode) = args.mode {
        asked = asked.mode(mode);
    }
    for who in names(archive, &args.according_to, NodeKind::ACTORS)? {
        asked = asked.according_to(who);
    }
    if args.negated {
        asked = asked.negated(true);
    }
    if let Some(act) = args.act {
        asked = asked.act(act);
    }
    Ok(dated!(asked, &args.asked.told))
}
