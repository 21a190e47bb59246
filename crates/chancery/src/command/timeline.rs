use super::{Outcome, Stop, all_read, as_of, dated, document, names, opened};
use crate::answers::Teller;
use crate::args::{self, Happening};
use crate::print::Printer;
use crate::{entries, entry};
use chancery::{EventKind, Timeline};

pub(crate) fn run(args: &args::Timeline, out: &mut Printer) -> Result<Outcome, Stop> {
    let archive = as_of(opened(&args.asked.kept.folder())?, &args.asked.told)?;
    let mut asked = Timeline::default().words(&args.words);
    for of in names(&archive, &args.of, &[])? {
        asked = asked.of(of);
    }
    for kind in &args.only {
        asked = asked.only(match kind {
            Happening::Meeting => EventKind::Meeting,
            Happening::Statement => EventKind::Statement,
            Happening::Goal => EventKind::Goal,
            Happening::Office => EventKind::Office,
        });
    }
    for typed in &args.asked.told.document {
        asked = asked.in_document(document(&archive, typed)?);
    }
    let asked = dated!(asked, &args.asked.told);
    let teller = &Teller::new(&archive);
    let rows = archive.timeline(&asked).map(|event| entries::event(event, teller));
    let none = "Nothing is told of that.";
    entry::write(rows, entries::TIMELINE, none, teller, &args.asked.shown, out)?;
    all_read(&archive)?;
    Ok(Outcome::Answered)
}
