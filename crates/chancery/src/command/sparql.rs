use super::{Outcome, Stop, all_read, at, opened};
use crate::answers;
use crate::args::{Form, Sparql};
use crate::print::{Look, Printer, complain};
use chancery::Archive;
use chancery::sparql::{Cell, Limits, SparqlAnswer, SparqlError, sparql};
use serde_json::{Map, Value, json};
use std::io::{self, Read, Write};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

/// How long a query that is told to stop is waited for.
const PATIENCE: Duration = Duration::from_millis(250);

pub(crate) fn run(args: &Sparql, out: &mut Printer) -> Result<Outcome, Stop> {
    let archive = at(opened(&args.kept.folder())?, args.as_of)?;
    let query = match (&args.query, &args.file) {
        (Some(query), _) if query == "-" => read(&mut io::stdin(), "standard input")?,
        (Some(query), _) => query.clone(),
        (None, Some(file)) => {
            let failed = |error| Stop::Told(format!("{}: {error}", file.display()));
            read(&mut std::fs::File::open(file).map_err(failed)?, &file.display().to_string())?
        }
        (None, None) => {
            return Err(Stop::Told(
                "give a query, --file FILE, or - for standard input".to_owned(),
            ));
        }
    };
    let memory = args.memory.saturating_mul(1 << 20);
    let limits = Limits { time: Duration::from_secs(args.seconds), rows: args.rows, memory };
    let (archive, answer) = answered(archive, query, limits)?;
    write(&answer, args, out)?;
    all_read(&archive)?;
    Ok(Outcome::Answered)
}

/// The answer, and the archive again.
///
/// What is stopped gives its memory back, which may take as long as filling it; whoever waits
/// at a terminal need not wait for that.
fn answered(
    archive: Archive,
    query: String,
    limits: Limits,
) -> Result<(Archive, SparqlAnswer), Stop> {
    let (done, waiting) = mpsc::channel();
    thread::spawn(move || {
        let answer = sparql(archive.graph(), &query, limits);
        let _ = done.send((archive, answer));
    });
    let told = |error: SparqlError| Stop::Told(error.to_string());
    match waiting.recv_timeout(limits.time.saturating_add(PATIENCE)) {
        Ok((archive, answer)) => Ok((archive, answer.map_err(told)?)),
        Err(RecvTimeoutError::Timeout) => Err(told(SparqlError::Stopped(limits.time))),
        Err(RecvTimeoutError::Disconnected) => {
            Err(Stop::Told("the query cannot be answered: the evaluator gave up".to_owned()))
        }
    }
}

fn read(from: &mut impl Read, place: &str) -> Result<String, Stop> {
    let mut query = String::new();
    // Longer queries are refused; so much is read that they are.
    let read = from.take(1 << 20).read_to_string(&mut query);
    read.map_err(|error| Stop::Told(format!("{place}: {error}")))?;
    Ok(query)
}

fn write(answer: &SparqlAnswer, args: &Sparql, out: &mut Printer) -> io::Result<()> {
    let form = args.form();
    let (variables, rows, cut) = match answer {
        SparqlAnswer::Boolean(answer) => {
            return match form {
                Form::Json => out.raw(&json!({"head": {}, "boolean": answer}).to_string()),
                _ => out.raw(&answer.to_string()),
            };
        }
        SparqlAnswer::Rows { variables, rows, cut } => (variables.clone(), rows.clone(), *cut),
        SparqlAnswer::Triples { triples, cut } => {
            let rows = triples.iter().map(|triple| triple.iter().cloned().map(Some).collect());
            let variables = ["subject", "predicate", "object"].map(str::to_owned).to_vec();
            (variables, rows.collect(), *cut)
        }
    };
    match form {
        Form::Table => table(&variables, &rows, out)?,
        Form::Csv => {
            out.write_all(&answers::line(&variables)?)?;
            for row in &rows {
                let cells: Vec<String> =
                    row.iter().map(|cell| cell.as_ref().map(plain).unwrap_or_default()).collect();
                out.write_all(&answers::line(&cells)?)?;
            }
        }
        Form::Jsonl => {
            for row in &rows {
                out.raw(&object(&variables, row, |cell| json!(plain(cell))).to_string())?;
            }
        }
        Form::Json => {
            let rows = rows.iter().map(|row| object(&variables, row, full)).collect::<Vec<_>>();
            let answer = json!({"head": {"vars": variables}, "results": {"bindings": rows}});
            out.raw(&answer.to_string())?;
        }
    }
    if cut {
        complain(format_args!("there are more than {} rows; --rows gives more", args.rows));
    }
    Ok(())
}

/// The value of a cell, names in full.
fn plain(cell: &Cell) -> String {
    match cell {
        Cell::Iri(value) | Cell::Literal { value, .. } => value.clone(),
        Cell::Blank(name) => format!("_:{name}"),
    }
}

/// A cell as the SPARQL 1.1 results format has it.
fn full(cell: &Cell) -> Value {
    match cell {
        Cell::Iri(value) => json!({"type": "uri", "value": value}),
        Cell::Blank(value) => json!({"type": "bnode", "value": value}),
        Cell::Literal { value, language: Some(language), .. } => {
            json!({"type": "literal", "value": value, "xml:lang": language})
        }
        Cell::Literal { value, datatype, .. } => {
            json!({"type": "literal", "value": value, "datatype": datatype})
        }
    }
}

fn object(variables: &[String], row: &[Option<Cell>], value: fn(&Cell) -> Value) -> Value {
    let cells = variables.iter().zip(row);
    let bound = cells.filter_map(|(name, cell)| Some((name.clone(), value(cell.as_ref()?))));
    Value::Object(bound.collect::<Map<_, _>>())
}

fn table(variables: &[String], rows: &[Vec<Option<Cell>>], out: &mut Printer) -> io::Result<()> {
    if rows.is_empty() {
        return out.text(0, Look::Plain, "No rows.");
    }
    for (at, row) in rows.iter().enumerate() {
        if at > 0 && variables.len() > 1 {
            out.blank()?;
        }
        for (name, cell) in variables.iter().zip(row) {
            let Some(cell) = cell else { continue };
            let line = if variables.len() > 1 {
                format!("{name}: {}", cell.short())
            } else {
                cell.short()
            };
            out.text(0, Look::Plain, &line)?;
        }
    }
    Ok(())
}
