use super::{Outcome, Stop, all_read, as_of, dated, document, names, opened};
use crate::answers::{self, Named, Proof, Row, Teller};
use crate::args::{self, Form};
use crate::briefing::page::{said_words, verb};
use crate::briefing::{manner, spoken};
use crate::print::{Look, Printer};
use chancery::{Act, Archive, NodeKind, Said, Span, WhoSaid};
use serde::Serialize;
use std::io;

pub(crate) fn run(args: &args::WhoSaid, out: &mut Printer) -> Result<Outcome, Stop> {
    let archive = as_of(opened(&args.kept.folder())?, &args.told)?;
    let asked = asked(args, &archive)?;
    tell(&asked, &archive, &args.shown, out)?;
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
    let teller = Teller::new(archive);
    let said = shown.page(archive.who_said(asked));
    match shown.form() {
        Form::Table => table(said, &teller, !shown.no_evidence, out),
        form => answers::write(form, said.map(|said| row(&said, &teller)), out),
    }
}

fn asked(args: &args::WhoSaid, archive: &Archive) -> Result<WhoSaid, Stop> {
    let mut asked = WhoSaid::default().words(&args.words.join(" "));
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
    for typed in &args.told.document {
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
    Ok(dated!(asked, &args.told))
}

fn table<'a>(
    answers: impl Iterator<Item = Said<'a>>,
    teller: &Teller,
    evidence: bool,
    out: &mut Printer,
) -> io::Result<()> {
    let mut heading = String::new();
    for said in answers {
        let Some(source) = teller.source(&said.evidence.document) else { continue };
        let speakers: Vec<String> = match (&*said.speakers, said.source) {
            ([], Some(words)) => vec![format!("“{}”, not named", source.words(words))],
            ([], None) => vec!["not named".to_owned()],
            (all, _) => all.iter().map(|who| teller.titled(who, &said.evidence.document)).collect(),
        };
        let day = said.on.map_or_else(|| "no date".to_owned(), spoken);
        let this = format!("{day} · {}", speakers.join("; "));
        if this != heading {
            if !heading.is_empty() {
                out.blank()?;
            }
            out.text(0, Look::Strong, &this)?;
            heading = this;
        } else if evidence {
            out.blank()?;
        }
        let cue = verb(&source, said.cue);
        let to: Vec<&str> = said.addressees.iter().map(|who| &*who.label).collect();
        let to = if to.is_empty() { String::new() } else { format!(", to {}", to.join(" and ")) };
        let line = format!("{cue}{to} {}", manner(said.mode, said.act, said.negated, &cue));
        out.text(2, Look::Quiet, &line)?;
        out.text(4, Look::Plain, &said_words(&source, said.content, said.mode))?;
        if evidence {
            let by: Vec<Span> = said.source.into_iter().chain(said.cue).collect();
            out.evidence(4, &source, if by.is_empty() { said.content } else { &by })?;
        }
    }
    if heading.is_empty() {
        out.text(0, Look::Plain, "Nobody is told to have said so.")
    } else {
        Ok(())
    }
}

#[derive(Serialize)]
struct Statement<'a> {
    on: Option<String>,
    speakers: Vec<Named<'a>>,
    words: &'a str,
    mode: &'static str,
    act: Option<&'static str>,
    negated: bool,
    to: Vec<Named<'a>>,
    meetings: Vec<&'a str>,
    about: Vec<Named<'a>>,
    content: Vec<[usize; 2]>,
    evidence: Option<Proof<'a>>,
}

fn row<'a>(said: &Said<'a>, teller: &Teller<'a>) -> Statement<'a> {
    let document = &said.evidence.document;
    let named = |nodes: &[&'a chancery::Node]| {
        nodes.iter().map(|node| teller.named(node, document)).collect()
    };
    Statement {
        on: said.on.map(|day| day.to_string()),
        speakers: named(&said.speakers),
        words: said.words,
        mode: said.mode.as_str(),
        act: said.act.map(Act::as_str),
        negated: said.negated,
        to: named(&said.addressees),
        meetings: said.meetings.iter().map(|meeting| meeting.name.as_str()).collect(),
        about: named(&said.about),
        content: said.content.iter().map(|part| [part.start(), part.end()]).collect(),
        evidence: teller.proof(said.evidence),
    }
}

impl Row for Statement<'_> {
    const HEADER: &'static [&'static str] = &[
        "on",
        "speakers",
        "speaker_ids",
        "words",
        "mode",
        "act",
        "negated",
        "to",
        "to_ids",
        "meetings",
        Proof::HEADER[0],
        Proof::HEADER[1],
        Proof::HEADER[2],
        Proof::HEADER[3],
        Proof::HEADER[4],
    ];

    fn cells(&self) -> Vec<String> {
        let mut cells = vec![
            self.on.clone().unwrap_or_default(),
            answers::joined(&self.speakers, false),
            answers::joined(&self.speakers, true),
            self.words.to_owned(),
            self.mode.to_owned(),
            self.act.unwrap_or_default().to_owned(),
            self.negated.to_string(),
            answers::joined(&self.to, false),
            answers::joined(&self.to, true),
            self.meetings.join("; "),
        ];
        cells.extend(Proof::cells(self.evidence.as_ref()));
        cells
    }
}
