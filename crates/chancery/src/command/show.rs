use super::{Outcome, Stop, all_read, in_order, name, opened};
use crate::answers::Teller;
use crate::args::{self, Form, Shown};
use crate::briefing::spoken;
use crate::entry::{self, Columns, Entry, Value};
use crate::print::{Look, Printer};
use crate::{briefing, entries};
use chancery::{Archive, Attended, Dossier, Names, Page, Said};
use std::io;

pub(crate) fn run(args: &args::Show, out: &mut Printer) -> Result<Outcome, Stop> {
    in_order(args.since, args.until)?;
    let archive = opened(&args.kept.folder())?;
    let names = Names::of(archive.graph());
    let mut asked = Dossier::of(name(&names, &args.name, &[])?).most(args.most);
    if let Some(since) = args.since {
        asked = asked.since(since);
    }
    if let Some(until) = args.until {
        asked = asked.until(until);
    }
    match archive.dossier(&asked) {
        Some(page) => tell(page, &archive, &args.shown, out)?,
        None => return Err(Stop::Told(format!("nothing is told of {}", args.name))),
    }
    all_read(&archive)?;
    Ok(Outcome::Answered)
}

/// The lines of a page, for programs.
const LINES: &Columns = &[("section", false), ("on", false), ("what", false), ("details", false)];

/// How many other ids are shown.
const ALSO: usize = 5;

/// Tells all of one.
pub(super) fn tell(
    page: Page<'_>,
    archive: &Archive,
    shown: &Shown,
    out: &mut Printer,
) -> io::Result<()> {
    let teller = &Teller::new(archive);
    let (node, counts) = (page.node, page.counts);
    let documents: Vec<String> = page
        .documents
        .iter()
        .map(|info| {
            let on = info.published.map(|on| format!(" ({})", spoken(on))).unwrap_or_default();
            format!("{}{on}", info.title.as_deref().unwrap_or(info.id.as_str()))
        })
        .collect();
    let other_names: Vec<String> = page.other_names.iter().map(ToString::to_string).collect();
    let mut sections: Vec<(&str, usize, Vec<Entry<'_>>)> = vec![
        (
            "Offices",
            counts.offices,
            page.offices.into_iter().map(|row| entries::role(row, teller)).collect(),
        ),
        (
            "Who serves it",
            counts.officials,
            page.officials.into_iter().map(|row| entries::role(row, teller)).collect(),
        ),
        (
            "Meetings",
            counts.meetings,
            page.meetings.into_iter().map(|met| entries::meeting(met, teller)).collect(),
        ),
        ("Left out of", counts.missed, page.missed.into_iter().map(|row| missed(&row)).collect()),
        (
            "Most often with",
            counts.company,
            page.company.into_iter().map(|row| entries::company(row, teller)).collect(),
        ),
        ("Said", counts.said, page.said.into_iter().map(|said| statement(&said, teller)).collect()),
        (
            "Goals",
            counts.goals,
            page.goals.into_iter().map(|held| entries::goal(held, teller)).collect(),
        ),
    ];
    if shown.form() != Form::Table {
        let rows = sections.into_iter().flat_map(|(section, _, entries)| {
            entries.into_iter().map(move |entry| Entry {
                values: vec![
                    Value::text(section.to_lowercase()),
                    Value::Text(entry.evidence.first().and_then(|proof| {
                        let on = archive.report(&proof.document)?.info().published?;
                        Some(on.to_string())
                    })),
                    Value::text(entry.head.trim()),
                    Value::Text(Some(entry.lines.join("; "))),
                ],
                ..entry
            })
        });
        entry::write(rows, LINES, "", teller, shown, out)?;
        return Ok(());
    }
    out.text(0, Look::Strong, &format!("{} · {}", node.label, node.name))?;
    for (at, other) in other_names.iter().take(ALSO).enumerate() {
        let also = if at == 0 { "also " } else { "     " };
        out.whole_at(2, Look::Plain, &format!("{also}{other}"))?;
    }
    if let Some(more @ 1..) = other_names.len().checked_sub(ALSO) {
        let told = format!("     and {more} more ids; `chancery why {} --json` has all", node.name);
        out.whole_at(2, Look::Quiet, &told)?;
    }
    let cut = cut(&mut sections, shown);
    for (section, count, entries) in sections.iter().filter(|(_, count, _)| *count > 0) {
        out.blank()?;
        let more = match (count - entries.len(), entries.len()) {
            (0, _) => String::new(),
            (_, shown) if cut => format!(", of which {shown}"),
            (_, shown) => format!(", of which the latest {shown}"),
        };
        out.text(0, Look::Strong, &format!("{section} ({count}{more})"))?;
        for entry in entries {
            entry::people(entry, 2, teller, shown, out)?;
        }
    }
    if !documents.is_empty() {
        out.blank()?;
        out.text(0, Look::Strong, &format!("Documents ({})", counts.documents))?;
        for document in documents {
            out.text(2, Look::Plain, &document)?;
        }
    }
    Ok(())
}

/// Leaves what is wanted of all sections, one after the other, as programs get it; whether anything
/// could be left out.
fn cut(sections: &mut [(&str, usize, Vec<Entry<'_>>)], shown: &Shown) -> bool {
    let (mut skip, mut left) = (shown.skip, shown.limit.unwrap_or(usize::MAX));
    for (.., entries) in sections {
        entries.retain(|entry| shown.is_sure(&entry.evidence));
        let gone = skip.min(entries.len());
        entries.drain(..gone);
        entries.truncate(left);
        skip -= gone;
        left -= entries.len();
    }
    shown.sure.is_some() || shown.skip > 0 || shown.limit.is_some()
}

fn missed<'a>(row: &Attended<'a>) -> Entry<'a> {
    let when = briefing::spoken_when(&row.when).unwrap_or_else(|| "no date given".to_owned());
    Entry {
        head: format!("{} · {} {when}", row.status, row.occasion.kind),
        lines: vec![row.meeting.name.to_string()],
        values: Vec::new(),
        evidence: row.evidence.iter().collect(),
        ..Entry::default()
    }
}

fn statement<'a>(said: &Said<'a>, teller: &Teller<'a>) -> Entry<'a> {
    let on = said.on.map_or_else(|| "no date".to_owned(), spoken);
    let document = &said.evidence.document;
    let who: Vec<String> = said.speakers.iter().map(|who| teller.titled(who, document)).collect();
    Entry {
        head: format!("{on} · {}", who.join("; ")),
        lines: vec![entries::quoted(said.words, said.mode)],
        values: Vec::new(),
        evidence: vec![said.evidence],
        ..Entry::default()
    }
}
