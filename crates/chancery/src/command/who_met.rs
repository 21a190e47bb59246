use super::{Outcome, Stop, all_read, as_of, dated, document, names, opened, places};
use crate::answers::Teller;
use crate::args::{self, CountBy};
use crate::print::Printer;
use crate::{entries, entry};
use chancery::{
    Archive, Company, DocumentId, MeetingCounts, Meetings, NodeKind, NodeName, Per, WhoMet,
};

const NONE: &str = "No such meeting is told of.";

/// Narrows any of the questions about meetings by what the command line has in common for them.
macro_rules! narrowed {
    ($asked:expr, $args:expr, $places:expr, $documents:expr) => {{
        let mut asked = $asked;
        for kind in &$args.kind {
            asked = asked.kind(*kind);
        }
        for status in &$args.status {
            asked = asked.status(*status);
        }
        for place in $places {
            asked = asked.place(place.clone());
        }
        for document in $documents {
            asked = asked.in_document(document.clone());
        }
        dated!(asked, &$args.asked.told).topic(&$args.topic.join(" "))
    }};
}

pub(crate) fn run(args: &args::WhoMet, out: &mut Printer) -> Result<Outcome, Stop> {
    let archive = as_of(opened(&args.asked.kept.folder())?, &args.asked.told)?;
    let sides = names(&archive, &args.sides, NodeKind::ACTORS)?;
    let places = places(&archive, &args.place)?;
    let documents: Vec<DocumentId> = args
        .asked
        .told
        .document
        .iter()
        .map(|typed| document(&archive, typed))
        .collect::<Result<_, _>>()?;
    let teller = &Teller::new(&archive);
    let shown = &args.asked.shown;
    if let Some(by) = args.count {
        let of = narrowed!(with(&sides), args, &places, &documents);
        let counts = MeetingCounts::of(of).per(match by {
            CountBy::Day => Per::Day,
            CountBy::Month => Per::Month,
            CountBy::Year => Per::Year,
            CountBy::Pair => Per::Pair,
        });
        let rows = archive.meeting_counts(&counts).map(|row| entries::counted(row, teller));
        entry::write(rows, entries::COUNTS, NONE, teller, shown, out)?;
    } else if args.most_often {
        let [one] = &sides[..] else {
            let told = "--most-often is of one NAME: chancery who-met NAME --most-often";
            return Err(Stop::Told(told.to_owned()));
        };
        let company = Company::default().of(one.clone()).who_is(one.kind());
        let company = narrowed!(company, args, &places, &documents);
        let rows = archive.company(&company).map(|row| entries::company(row, teller));
        entry::write(rows, entries::COMPANY, NONE, teller, shown, out)?;
    } else if sides.is_empty() {
        let asked = narrowed!(Meetings::default(), args, &places, &documents);
        let rows = archive.meetings(&asked).map(|met| entries::meeting(met, teller));
        entry::write(rows, entries::MEETINGS, NONE, teller, shown, out)?;
    } else {
        met(args, &archive, &sides, &places, &documents, out)?;
    }
    all_read(&archive)?;
    Ok(Outcome::Answered)
}

fn met(
    args: &args::WhoMet,
    archive: &Archive,
    sides: &[NodeName],
    places: &[NodeName],
    documents: &[DocumentId],
    out: &mut Printer,
) -> Result<(), Stop> {
    let mut asked = narrowed!(WhoMet::default(), args, places, documents);
    if let Some(one) = sides.first() {
        asked = asked.one(one.clone());
    }
    if let Some(other) = sides.get(1) {
        asked = asked.other(other.clone());
    }
    if let Some(title) = &args.titled {
        asked = asked.titled(title);
    }
    let teller = &Teller::new(archive);
    let rows = archive.who_met(&asked).map(|met| entries::met(met, teller));
    entry::write(rows, entries::MET, NONE, teller, &args.asked.shown, out)?;
    Ok(())
}

fn with(sides: &[NodeName]) -> Meetings {
    sides.iter().cloned().fold(Meetings::default(), Meetings::with)
}
