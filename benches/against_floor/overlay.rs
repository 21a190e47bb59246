//! The newest statements as documents of their own, beyond a generation that tells the rest.

use crate::Figure;
use crate::data::{Data, Expected, as_it_stands};
use crate::measure::median;
use chancery::{
    About, Archive, Batch, DocumentInfo, Durability, EventClass, Facts, NodeId, NodeName, Report,
    Spoken, Table, TableForm,
};
use serde_json::json;
use std::collections::HashMap;
use std::error::Error;
use std::fs;
use std::path::Path;
use std::time::Instant;

/// One statement in so many lies beyond the generation.
const PART: usize = 20;

/// Q2 over such an archive, and how long it takes to open and to take in one more.
pub(crate) fn said(
    folder: &Path,
    place: &Path,
    data: &Data,
    expected: &Expected,
) -> Result<(Figure, String), Box<dyn Error>> {
    let text = fs::read_to_string(folder.join("events.tsv"))?;
    let lines: Vec<&str> = text.lines().collect();
    let is_statement = |line: &&str| {
        line.split('\t').nth(1).is_some_and(|code| EventClass::of(code) == EventClass::Statement)
    };
    let statements = lines.iter().filter(|line| is_statement(line)).count();
    let first = data.statements_from();
    let mut next = first;
    let number = |line: &&str| {
        let mine = if is_statement(line) { next } else { u32::MAX };
        next += u32::from(is_statement(line));
        mine
    };
    let of_lines: Vec<u32> = lines.iter().map(number).collect();
    let late = first + u32::try_from(statements - statements / PART)?;
    let is_late = |number: &u32| *number != u32::MAX && *number >= late;

    let early = lines.iter().zip(&of_lines).filter(|(_, number)| !is_late(number));
    let (mut rest, mut kept) = (String::new(), Vec::new());
    for (line, number) in early {
        rest.push_str(line);
        rest.push('\n');
        kept.push(*number);
    }
    let mut archive = Archive::open_or_create(place)?;
    let info = DocumentInfo::named("events".parse()?);
    archive.add(Table::new(info, TableForm::Plain, rest, as_it_stands)?)?;
    archive.publish()?;
    // They stay beyond it: a writer that is dropped does not publish.
    let mut writer = archive.writer(Durability::AtEnd)?;
    let recent = lines.iter().zip(&of_lines).filter(|(_, number)| is_late(number));
    let mut reports = Vec::new();
    for (line, number) in recent {
        reports.push(report(line, *number)?);
        if reports.len() == 10_000 {
            writer.add(Batch::from(std::mem::take(&mut reports)))?;
        }
    }
    writer.add(Batch::from(reports))?;
    drop(writer);
    drop(archive);

    let begun = Instant::now();
    let archive = Archive::open(place)?;
    let read = begun.elapsed().as_secs_f64() * 1e3;
    let graph = archive.graph();
    let made = begun.elapsed().as_secs_f64() * 1e3 - read;
    let actors = data.actors();
    let numbers: HashMap<&NodeName, u32> = actors.iter().zip(0..).collect();
    let number = |id: NodeId| -> i64 {
        let name = &graph.node(id).name;
        let (document, place) = name.as_str().rsplit_once('/').unwrap_or_default();
        let found = match document.strip_prefix("statement:") {
            Some("events") => {
                place.parse().ok().and_then(|line: usize| kept.get(line - 1)).copied()
            }
            Some(late) => late.parse().ok(),
            None => numbers.get(name).copied(),
        };
        found.map_or(i64::MIN, i64::from)
    };
    let node = |seed: &[u32]| graph.find(&actors[seed[0] as usize]).ok_or("somebody is lost");
    let seeds = data.seeds("q2");
    let speakers = seeds.iter().map(|seed| node(seed)).collect::<Result<Vec<NodeId>, _>>()?;
    let wrong = expected.wrong("q2", seeds, |seed| {
        let said = node(seed).map_or(&[][..], |speaker| graph.said_by(speaker));
        let row = |it: &Spoken| number(it.statement) + it.about.one().map_or(0, number);
        (i64::try_from(said.len()).unwrap_or(-1), said.iter().map(row).sum())
    });
    let mut rows: Vec<(NodeId, u32, About)> = Vec::new();
    let places: Vec<Vec<u32>> = (0..).zip(&speakers).map(|(i, _)| vec![i]).collect();
    let ours = median(&places, |place| {
        rows.clear();
        let said = graph.said_by(speakers[place[0] as usize]);
        rows.extend(said.iter().map(|it| (it.statement, it.day.number(), it.about)));
    });
    let figure = Figure { name: "q2, 5 % beyond it", ours, theirs: "q2_overlay5pct", wrong };
    let told = format!(
        "{} documents beyond the generation: read in {read:.1} ms, their graph made in {made:.1} ms",
        statements / PART
    );
    Ok((figure, told))
}

/// A row as a document: who said it, of whom, and when.
fn report(row: &str, number: u32) -> Result<Report, Box<dyn Error>> {
    let mut fields = row.split('\t');
    let mut next = || fields.next().ok_or("a row has four columns");
    let (subject, code, object, day) = (next()?, next()?, next()?, next()?);
    let text = format!("{subject} ({code}): {object}");
    let at = text.len() - object.len();
    let entity = |name: &str, start: usize| {
        let mentions = [[start, start + name.len()]];
        json!({"id": as_it_stands(name).as_str(), "kind": "organization", "name": name,
            "mentions": mentions})
    };
    let mut entities = vec![entity(subject, 0)];
    if subject == object {
        entities[0]["mentions"] = json!([[0, subject.len()], [at, text.len()]]);
    } else {
        entities.push(entity(object, at));
    }
    let facts = json!({
        "document": {"id": number.to_string(), "title": null, "published": day, "source": null},
        "entities": entities,
        "statements": [{"speaker": as_it_stands(subject).as_str(), "source": null, "cue": null,
            "content": [[at, text.len()]], "mode": "indirect", "addressee": null, "meeting": null,
            "on": day}],
    });
    Ok(Report::new(Facts::from_json(&facts.to_string())?, text)?)
}
