use super::{Outcome, Stop, all_read, as_of, dated, document, names, opened, places};
use crate::answers::Teller;
use crate::args::{self, Form};
use crate::print::Printer;
use crate::{entries, entry};
use chancery::{Archive, Attended, NodeKind, WhoAttended};
use std::io;

pub(crate) fn run(args: &args::WhoAttended, out: &mut Printer) -> Result<Outcome, Stop> {
    let archive = as_of(opened(&args.asked.kept.folder())?, &args.asked.told)?;
    let asked = asked(args, &archive)?;
    tell(&asked, &archive, &args.asked.shown, out)?;
    all_read(&archive)?;
    Ok(Outcome::Answered)
}

/// Tells who attended.
pub(super) fn tell(
    asked: &WhoAttended,
    archive: &Archive,
    shown: &args::Shown,
    out: &mut Printer,
) -> io::Result<()> {
    let teller = &Teller::new(archive);
    let rows = archive.who_attended(asked);
    let told = |row| entries::attended(row, archive.graph(), teller);
    let none = "Nobody is told of.";
    if shown.form() == Form::Table {
        // People see those of one status together.
        let mut rows: Vec<Attended> = rows.collect();
        for meeting in rows.chunk_by_mut(|one, other| one.meeting.name == other.meeting.name) {
            meeting.sort_by_key(|row| row.status);
        }
        entry::write(rows.into_iter().map(told), entries::ATTENDED, none, teller, shown, out)?;
    } else {
        entry::write(rows.map(told), entries::ATTENDED, none, teller, shown, out)?;
    }
    Ok(())
}

fn asked(args: &args::WhoAttended, archive: &Archive) -> Result<WhoAttended, Stop> {
    let mut asked = WhoAttended::default().topic(&args.topic.join(" "));
    for who in names(archive, &args.who, NodeKind::ACTORS)? {
        asked = asked.who(who);
    }
    for of in names(archive, &args.of, NodeKind::ACTORS)? {
        asked = asked.of(of);
    }
    for who in names(archive, &args.according_to, NodeKind::ACTORS)? {
        asked = asked.according_to(who);
    }
    for with in names(archive, &args.with, NodeKind::ACTORS)? {
        asked = asked.with(with);
    }
    for capacity in &args.capacity {
        asked = asked.in_capacity(capacity);
    }
    for meeting in names(archive, &args.meeting, &[NodeKind::Meeting])? {
        asked = asked.meeting(meeting);
    }
    for place in places(archive, &args.place)? {
        asked = asked.place(place);
    }
    for typed in &args.asked.told.document {
        asked = asked.in_document(document(archive, typed)?);
    }
    for kind in &args.kind {
        asked = asked.kind(*kind);
    }
    for status in &args.meeting_status {
        asked = asked.meeting_status(*status);
    }
    asked = asked.statuses(args.status.iter().copied());
    if args.left_out {
        asked = asked.left_out();
    }
    Ok(dated!(asked, &args.asked.told))
}
