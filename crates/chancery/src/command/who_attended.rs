use super::{Outcome, Stop, all_read, as_of, dated, document, names, opened};
use crate::answers::{self, Named, Proof, Row, Teller};
use crate::args::{self, Form};
use crate::briefing::{Occasion, capitalised, listed};
use crate::print::{Look, Printer};
use chancery::{Archive, AttendanceStatus, Attended, Columns, NodeKind, WhoAttended};
use serde::Serialize;
use std::io;

pub(crate) fn run(args: &args::WhoAttended, out: &mut Printer) -> Result<Outcome, Stop> {
    let archive = as_of(opened(&args.kept.folder())?, &args.told)?;
    let asked = asked(args, &archive)?;
    tell(&asked, &archive, &args.shown, out)?;
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
    let teller = Teller::new(archive);
    let attended = shown.page(archive.who_attended(asked));
    match shown.form() {
        Form::Table => {
            let rows: Vec<Attended> = attended.collect();
            table(&rows, archive, &teller, !shown.no_evidence, out)
        }
        form => answers::write(form, attended.map(|row| self::row(&row, &teller)), out),
    }
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
    for meeting in names(archive, &args.meeting, &[NodeKind::Meeting])? {
        asked = asked.meeting(meeting);
    }
    for place in names(archive, &args.place, &[NodeKind::Place, NodeKind::State])? {
        asked = asked.place(place);
    }
    for typed in &args.told.document {
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
    Ok(dated!(asked, &args.told))
}

fn table(
    rows: &[Attended],
    archive: &Archive,
    teller: &Teller,
    evidence: bool,
    out: &mut Printer,
) -> io::Result<()> {
    if rows.is_empty() {
        return out.text(0, Look::Plain, "Nobody is told of.");
    }
    let same_meeting = |one: &Attended, other: &Attended| one.meeting.name == other.meeting.name;
    for (i, meeting) in rows.chunk_by(same_meeting).enumerate() {
        if i > 0 {
            out.blank()?;
        }
        head(&meeting[0], archive, teller, out)?;
        for status in AttendanceStatus::ALL {
            let those: Vec<&Attended> =
                meeting.iter().filter(|row| row.status == *status).collect();
            if those.is_empty() {
                continue;
            }
            out.text(2, Look::Quiet, status.as_str())?;
            // Those whom the same words prove stand together over them.
            for together in those.chunk_by(|one, other| one.evidence == other.evidence) {
                for row in together {
                    let who = teller.titled(row.who, &row.evidence[0].document);
                    let capacity = row.capacity.map(|of| format!(", {of}")).unwrap_or_default();
                    out.text(4, Look::Plain, &(who + &capacity))?;
                }
                for proof in together[0].evidence.iter().filter(|_| evidence) {
                    if let Some(source) = teller.source(&proof.document) {
                        out.evidence(6, &source, &[proof.span])?;
                    }
                }
            }
        }
    }
    Ok(())
}

/// Which meeting: its kind and parties, when and where, and its name in the archive.
fn head(row: &Attended, archive: &Archive, teller: &Teller, out: &mut Printer) -> io::Result<()> {
    let graph = archive.graph();
    let meeting = graph.find(&row.meeting.name);
    let present = meeting.into_iter().flat_map(|meeting| graph.who_attended(meeting));
    let present = present.filter(|relation| {
        use AttendanceStatus::{Attended, Expected};
        matches!(relation.columns, Columns::Attended { status: Attended | Expected, .. })
    });
    let states = present.map(|relation| graph.node(relation.from));
    let mut parties: Vec<&str> =
        states.filter(|node| node.kind() == NodeKind::State).map(|node| &*node.label).collect();
    parties.dedup();
    let of = if parties.is_empty() { String::new() } else { format!(": {}", listed(&parties)) };
    out.text(0, Look::Strong, &(capitalised(row.occasion.kind.as_str()) + &of))?;
    let document = &row.occasion.evidence.document;
    let words = row.occasion.when.words;
    let words = words.and_then(|words| Some(teller.source(document)?.words(words)));
    let places: Vec<&str> = row.places.iter().map(|place| &*place.label).collect();
    let occasion = Occasion {
        status: row.occasion.status,
        when: row.when,
        words,
        place: (!places.is_empty()).then(|| places.join(", ")),
        according_to: None,
    };
    out.text(2, Look::Plain, &occasion.to_string())?;
    out.id(2, row.meeting.name.as_str())
}

#[derive(Serialize)]
struct Attendance<'a> {
    who: Named<'a>,
    status: &'static str,
    capacity: Option<&'a str>,
    meeting: Meeting<'a>,
    evidence: Vec<Proof<'a>>,
}

#[derive(Serialize)]
struct Meeting<'a> {
    id: &'a str,
    kind: &'static str,
    status: &'static str,
    from: Option<String>,
    to: Option<String>,
    places: Vec<Named<'a>>,
}

fn row<'a>(row: &Attended<'a>, teller: &Teller<'a>) -> Attendance<'a> {
    let document = &row.evidence[0].document;
    Attendance {
        who: teller.named(row.who, document),
        status: row.status.as_str(),
        capacity: row.capacity,
        meeting: Meeting {
            id: row.meeting.name.as_str(),
            kind: row.occasion.kind.as_str(),
            status: row.occasion.status.as_str(),
            from: row.when.from.map(|day| day.to_string()),
            to: row.when.to.map(|day| day.to_string()),
            places: row.places.iter().map(|place| teller.named(place, document)).collect(),
        },
        evidence: row.evidence.iter().filter_map(|proof| teller.proof(proof)).collect(),
    }
}

impl Row for Attendance<'_> {
    const HEADER: &'static [&'static str] = &[
        "from",
        "to",
        "meeting",
        "kind",
        "meeting_status",
        "places",
        "who",
        "who_id",
        "status",
        "capacity",
        Proof::HEADER[0],
        Proof::HEADER[1],
        Proof::HEADER[2],
        Proof::HEADER[3],
        Proof::HEADER[4],
    ];

    fn cells(&self) -> Vec<String> {
        let meeting = &self.meeting;
        let mut cells = vec![
            meeting.from.clone().unwrap_or_default(),
            meeting.to.clone().unwrap_or_default(),
            meeting.id.to_owned(),
            meeting.kind.to_owned(),
            meeting.status.to_owned(),
            answers::joined(&meeting.places, false),
            answers::joined([&self.who], false),
            answers::joined([&self.who], true),
            self.status.to_owned(),
            self.capacity.unwrap_or_default().to_owned(),
        ];
        cells.extend(Proof::cells(self.evidence.first()));
        cells
    }
}
